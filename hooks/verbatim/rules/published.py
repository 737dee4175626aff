"""What was published stays: no place of the frozen list is gone without an alias, and none means something else."""

from __future__ import annotations

from collections.abc import Collection

from ..analysis.published import PATH, Place, frozen, published
from ..model.faults import Faults
from ..read.corpus import Corpus
from ..read.files import Files

_HOLDS = {"entry": "targets", "chart": "charts", "note": "notes", "erratum": "errata"}


def check(corpus: Corpus, files: Files, faults: Faults) -> None:
    """A6 a published place that is gone, A4 one that leads elsewhere, A5 an alias of what was never published or has two."""
    if PATH not in files:
        faults.add(PATH, 1, "F2", "the file is missing", "restore it; for a new project, `./run freeze` writes it")
        return
    text = files[PATH].decode("utf-8", "replace")
    now, then = published(corpus, files), frozen(text)
    led = {f"{event}/{alias.old}" for event, transcript in corpus.transcripts.items() for alias in transcript.aliases}
    for place, (line, mark) in then.items():
        kind, name = place
        if place not in now and name not in led and not _page_left(name, led):
            fix = "restore it, or state in aliases.yml where it went" if kind in {"page", "heading", "sentence"} else "restore it"
            faults.add(_path(place), 1, "A6", f"the {kind} {name} was published (line {line} of {PATH}) and is gone", fix)
        elif now.get(place, mark) != mark:
            what = f"the {kind} {name} was published with other words (mark {mark} in line {line} of {PATH}, now {now[place]})"
            faults.add(_path(place), 1, "A4", what, "restore what it led to: links of others name it; what is new gets a place of its own")
    _aliases(corpus, then.keys(), faults)


def _page_left(name: str, led: Collection[str]) -> bool:
    """Whether the page of a place has an alias of its own, which is enough for a heading that went with it."""
    page, anchor, _ = name.partition("#")
    return bool(anchor) and page in led


def _path(place: Place) -> str:
    """The file that holds a place, or held it."""
    kind, name = place
    page = name.partition("#")[0]
    if kind in {"page", "heading", "insert", "sentence"}:
        return f"docs/zh/{page}.md"
    if kind in _HOLDS:
        return f"data/{page}/{_HOLDS[kind]}.yml"
    return {"file": name, "term": "data/terms.yml", "person": "data/people.yml", "value": "data/vocabulary.yml"}.get(
        kind, f"data/{name.partition('/')[0]}/aliases.yml"
    )


def _aliases(corpus: Corpus, then: Collection[Place], faults: Faults) -> None:
    """Each alias has an old place of its own that was published, and no alias before it leads from there."""
    for event, transcript in corpus.transcripts.items():
        seen: set[str] = set()
        for alias in transcript.aliases:
            where = alias.where
            if alias.old in seen:
                faults.add(where.path, where.of("old"), "A5", f"{alias.old!r} has an alias already", "keep one of the two")
            seen.add(alias.old)
            if not {(kind, f"{event}/{alias.old}") for kind in ("page", "heading", "sentence", "alias")} & set(then):
                what = f"old: {alias.old!r} was never published"
                faults.add(where.path, where.of("old"), "A5", what, f"name a place of {PATH}, in the same form")
