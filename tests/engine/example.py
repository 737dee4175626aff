"""The made-up transcript of ``tests/example``, read once; tests edit copies of it in memory."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from built import SHARED
from verbatim.analysis.published import SHARED as PUBLISHED
from verbatim.analysis.published import lists
from verbatim.analysis.seals import ENTRY, sealed
from verbatim.asked import used_strings
from verbatim.html.render import TEMPLATES, Renderer
from verbatim.model.addresses import Urls
from verbatim.model.faults import Faults
from verbatim.project import InvalidProject, checked
from verbatim.read.corpus import Corpus, Transcript
from verbatim.read.files import Files, read_tree
from verbatim.read.load import load

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
EVENT = "tram-2031"

Edits = Sequence[Mapping[str, Any]]


@cache
def example() -> Files:
    """The files of the example, path to content."""
    return {**read_tree(ROOT / "tests" / "example"), **{path: (ROOT / path).read_bytes() for path in SHARED}}


@cache
def several() -> Corpus:
    """The example with the events of ``tests/events`` beside it, as checked records."""
    return checked({**example(), **read_tree(ROOT / "tests" / "events")}, theme_strings())


@cache
def theme_strings() -> Mapping[str, frozenset[str]]:
    """The interface strings that no template of the engine uses, but the theme or the adapter may."""
    known = load(example(), Faults())
    assert known is not None
    asked = {**dict.fromkeys(known.strings, frozenset[str]()), **used_strings(ROOT / "overrides")}
    return {key: names for key, names in asked.items() if key not in used_strings(TEMPLATES)}


def edited(edits: Edits, reseal: bool = False, frozen: bool = False) -> Files:
    """The example with edits; each finds what it replaces exactly once, so that a stale one is told.

    The list of what was published and the seals of register entries are made of the edited files, unless these are ``frozen``: a case is
    about one rule.
    """
    files = dict(example())
    for edit in edits:
        path = edit["file"]
        if "find" in edit:
            text = files[path].decode("utf-8")
            assert text.count(edit["find"]) == 1, f"{edit['find']!r} stands {text.count(edit['find'])} times in {path}"
            files[path] = text.replace(edit["find"], edit["replace"]).encode("utf-8")
        elif "delete" in edit:
            del files[path]
        else:
            files[path] = bytes.fromhex(edit["hex"]) if "hex" in edit else edit["content"].encode("utf-8")
    sealed_files = resealed(files) if reseal else files if frozen else resealed(files, entries_only=True)
    return sealed_files if frozen else refrozen(sealed_files)


def refrozen(files: Files) -> Files:
    """The files with a list of what they publish; as they are where they cannot be read."""
    found = load(files, Faults()) if PUBLISHED in files else None
    bare = {path: content for path, content in files.items() if not path.endswith("/published.txt")}
    return {**files, **{path: text.encode("utf-8") for path, text in lists(found, bare).items()}} if found else files


def resealed(files: Files, entries_only: bool = False) -> Files:
    """The files with the seals of their events taken anew, or of register entries only; as they are where they cannot be read."""
    needed = {
        path: content
        for path, content in files.items()
        if path.endswith((".md", "event.yml", "targets.yml", "vocabulary.yml", "design.yml"))
    }
    found = load(needed, Faults())
    seals = {}
    for name, one in found.transcripts.items() if found else ():
        path = f"data/{name}/seals.txt"
        kept = "".join(line for line in files.get(path, b"").decode("utf-8").splitlines(True) if not line.startswith(ENTRY))
        seals[path] = kept + sealed((), one.entries) if entries_only else sealed(one.segments.values(), one.entries)
    return {**files, **{path: text.encode("utf-8") for path, text in seals.items() if path in files}}


def report(files: Files) -> str:
    """The report of the check on the files, without the count at the end; empty where nothing is wrong."""
    try:
        checked(files, theme_strings())
    except InvalidProject as faulty:
        return str(faulty).rpartition("\n\n")[0]
    return ""


@cache
def corpus() -> Corpus:
    """The example as checked records."""
    return checked(example(), theme_strings())


WITHOUT_EXCEPTIONS: Mapping[str, Any] = {"file": f"data/{EVENT}/agreement.yml", "delete": True}
"""The edit beside one that states the day of the event, by which the years that have exceptions are right without any."""


def corpus_of(*edits: Mapping[str, Any], reseal: bool = False) -> Corpus:
    """An edited example as checked records."""
    return checked(edited(edits, reseal), theme_strings())


def transcript(of: Corpus | None = None) -> Transcript:
    """The one transcript of the example, or of an edited one."""
    return (of or corpus()).transcripts[EVENT]


def renderer(of: Corpus | None = None, directory: bool = True) -> Renderer:
    """A renderer of the example, or of an edited one."""
    return Renderer(of or corpus(), Urls(directory))


def changed(of: Corpus, **facts: Any) -> Corpus:
    """A corpus whose one transcript holds other facts; not checked."""
    return dataclasses.replace(of, transcripts={EVENT: dataclasses.replace(of.transcripts[EVENT], **facts)})


def values(script: str) -> list[tuple[str, Any]]:
    """The names and values that a data script hands over."""
    return [(str(json.loads(name)), json.loads(value)) for name, value in re.findall(r'verbatim\.data\(("[^"]*"),(.*)\);\n', script)]
