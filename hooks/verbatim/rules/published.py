"""What was published stays: no place of a frozen list is gone without an alias, and none means something else."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..analysis.published import SHARED, TEXT, Frozen, Place, frozen, of_none, path_of, published_of
from ..model import page_path
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..read.file_text import text_of
from ..read.files import Files
from .named import Names
from .repeats import repeats

_PAGES = {"page", "heading", "insert", "sentence"}
_FILES = {
    **{"entry": "targets", "chart": "charts", "note": "notes", "erratum": "errata"},
    **{"term": "terms", "person": "people", "value": "vocabulary", "alias": "aliases"},
}
"""The file of ``data`` that holds a kind of place."""


_NAMED = {"value", "term", "person", "erratum"}
_RENAMED = "restore its name, group or kind; if it means the same under a better name, remove that line of the list and run `./run freeze`"


def check(corpus: Corpus, names: Names, files: Files, faults: Faults) -> None:
    """A6 a published place of no event that is gone, A4 one that leads elsewhere; F2 no list; K6 an idle value."""
    if SHARED not in files:
        faults.add(SHARED, 1, "F2", "the file is missing", "restore it; for a new project, `./run freeze` writes it")
        return
    shared = _frozen(files, SHARED, faults)
    _kept("", SHARED, of_none(corpus, files), shared, (), files, faults)
    _idle(corpus, names, shared.keys(), faults)
    for event in corpus.transcripts:
        path = path_of(event)
        if path not in files and event not in corpus.drafts and ("file", path) not in shared:
            what = "the event has no list of what is published of it, so that its addresses could be lost unseen"
            faults.add(path, 1, "F2", what, "`./run freeze` writes the list")


def of_event(corpus: Corpus, transcript: Transcript, files: Files, faults: Faults) -> None:
    """A6, A4, A5 as of ``check``, of what one event published; an idle or second alias."""
    event = transcript.event.id
    path = path_of(event)
    if path in files and not any((fault.path, fault.code) == (SHARED, "F2") for fault in faults):
        then = _frozen(files, path, faults)
        _kept(f"{event}/", path, dict(published_of(corpus, transcript)), then, {alias.old for alias in transcript.aliases}, files, faults)
        _aliases(transcript, path, then.keys(), faults)


def _frozen(files: Files, path: str, faults: Faults) -> Frozen:
    """What a list holds."""
    return frozen(text_of(files[path], path, faults) or "")


def _kept(folder: str, path: str, now: Mapping[Place, str], then: Frozen, led: Collection[str], files: Files, faults: Faults) -> None:
    """Each place of one list is there; ``led`` are the old places of aliases."""
    _texts(folder, path, now, then, files, faults)
    for place, (line, mark) in then.items():
        kind, name = place
        if kind == TEXT:
            continue
        if place not in now and name not in led and not _page_left(name, led):
            fix = "restore it, or state in aliases.yml where it went" if kind in {"page", "heading", "sentence"} else "restore it"
            faults.add(_path(folder, place), 1, "A6", f"the {kind} {name} was published (line {line} of {path}) and is gone", fix)
        elif now.get(place, mark) != mark:
            recorded = f"mark {mark} in line {line} of {path}" if mark else f"line {line} of {path} has no mark"
            what = f"the {kind} {name} was published with other words ({recorded}, now {now[place]})"
            fix = _RENAMED if kind in _NAMED else "restore what it led to: links of others name it; what is new gets a place of its own"
            faults.add(_path(folder, place), _line(files.get(_path(folder, place), b""), place), "A4", what, fix)


def _texts(folder: str, path: str, now: Mapping[Place, str], then: Frozen, files: Files, faults: Faults) -> None:
    """No definition and no note was published as that of another record, and none is gone whose record is there."""
    marks = {mark: (name, line) for (kind, name), (line, mark) in then.items() if kind == TEXT}
    for place, (line, mark) in then.items():
        kind, name = place
        if kind != TEXT:
            continue
        owner = (name.partition("/")[0], name.partition("/")[2])
        source = _path(folder, owner)
        known, of = marks.get(now.get(place, ""), (name, line))
        if place not in now and owner in now:
            fix = f"restore it, or remove line {line} of {path}"
            faults.add(source, _line(files.get(source, b""), owner), "A6", f"the text of {name} was published and is gone", fix)
        elif known != name and now[place] != mark:
            what = f"the text of {name} was published as that of {known} (line {of} of {path})"
            faults.add(source, _line(files.get(source, b""), owner), "A4", what, "give each record its own text")


def _line(content: bytes, place: Place) -> int:
    """The line of a file of data in which a record or a value begins, else 1."""
    kind, name = place
    group, _, key = name.partition(".") if kind == "value" else ("", "", "")
    lines = content.decode("utf-8", "replace").split("\n")
    first = lines.index(f"{group}:") if f"{group}:" in lines else 0
    start = f"  {key}:" if group else f"- id: {name}"
    return next((number for number, line in enumerate(lines, 1) if number > first and line.startswith(start)), 1)


def _idle(corpus: Corpus, names: Names, then: Collection[Place], faults: Faults) -> None:
    """A new field has a register entry and a new group a term; one that was published may wait for another event."""
    groups = {term.group for term in corpus.terms.values()}
    for key, values, used, users in (
        ("fields", corpus.vocabulary.fields, names["fields"], "register entry"),
        ("groups", corpus.vocabulary.groups, groups, "term"),
    ):
        for name, pair in values.items():
            if name not in used and ("value", f"{key}.{name}") not in then:
                faults.at(pair.where, "", "K6", f"{key}: no {users} names {name!r}", "remove it, or use it")


def _page_left(name: str, led: Collection[str]) -> bool:
    """Whether the page of a place has an alias of its own, which is enough for a heading that went with it."""
    page, anchor, _ = name.partition("#")
    return bool(anchor) and page in led


def _path(folder: str, place: Place) -> str:
    """The file that holds a place of a folder, or held it."""
    kind, name = place
    if kind in _PAGES:
        return page_path("zh", f"{folder}{name.partition('#')[0]}")
    return f"data/{folder}{_FILES[kind]}.yml" if kind in _FILES else name


def _aliases(transcript: Transcript, path: str, then: Collection[Place], faults: Faults) -> None:
    """Each alias has an old place of its own that was published, and no alias before it leads from there."""
    for alias in repeats(transcript.aliases, lambda alias: alias.old):
        faults.at(alias.where, "old", "A5", f"{alias.old!r} has an alias already", "keep one of the two")
    for alias in transcript.aliases:
        if not {(kind, alias.old) for kind in ("page", "heading", "sentence", "alias")} & set(then):
            fix = f"name a place of {path}, in the same form, or remove the alias: nobody has a link to what was never published"
            faults.at(alias.where, "old", "A5", f"old: {alias.old!r} was never published", fix)
