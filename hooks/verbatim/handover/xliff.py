"""An event as a file of XLIFF 2.0 (OASIS, 2014): one unit a sentence or text of a page, its id the address, its state that of the pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from lxml import etree
from translate.storage.xliff2 import Xliff2File

from ..model import LANGS
from ..model.locale import TAGS
from .pairs import STATES, NoHandover, TranslationUnit

_FORMAT: Any = Xliff2File  # its methods have no types
SUFFIXES = (".xlf", ".xliff")
"""What the name of such a file ends in."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ABOUT = (
    "Asterisks around words (*…*) mark italics; a backslash before a sign makes it part of the text. "
    "Keep each sentence on one line. “final” means sealed: both lines were compared."
)
_DAMAGED = "export the event again, and let the program save it as XLIFF 2.0"


@dataclass(frozen=True)
class Unit:
    """A unit as it came back: the line of the file, the address, both texts and the state; ``en`` is empty where there is no target.

    ``marked`` says whether there is markup in a text, ``several`` whether there is more than one source and one target.
    """

    line: int
    address: str
    zh: str
    en: str
    state: str
    marked: bool
    several: bool = False


def xliff(event: str, pairs: Iterable[TranslationUnit], tag: str) -> bytes:
    """The file of an event; the pairs must be of that event, ``tag`` is the language tag of its Chinese.

    XLIFF has one source language a file, so that of the sentences stands for what pages say beside them, too.
    """
    store: Any = _FORMAT()
    store.setsourcelanguage(tag)
    store.settargetlanguage(TAGS["en"])
    store.body.set("id", event)
    store.body.append(_notes(store, (("general", _ABOUT),)))
    for pair in pairs:
        segment = store.addsourceunit(pair.zh)
        segment.setid(pair.address)
        if pair.en:
            segment.target = pair.en
        element, unit = segment.xmlelement, segment.getunitelement()
        element.set("state", pair.state)
        del element.attrib[_SPACE]  # the standard has it on the unit
        unit.set(_SPACE, "preserve")
        unit.set("canResegment", "no")
        if pair.speakers:
            unit.insert(0, _notes(store, (("speaker", ", ".join(pair.speakers)),)))
        elif pair.part != "sentence":
            unit.insert(0, _notes(store, (("part", pair.part),)))
    return bytes(store)


def _notes(store: Any, texts: Iterable[tuple[str, str]]) -> etree._Element:
    """Notes, each of a category, for the head of a file or a unit."""
    notes = etree.Element(store.namespaced("notes"))
    for category, text in texts:
        etree.SubElement(notes, store.namespaced("note"), category=category).text = text
    return notes


def units(content: bytes, name: str, event: str) -> list[Unit]:
    """The units of a file that came back, in its order.  Raises ``NoHandover`` where it is no XLIFF 2.0 of the event."""
    if PurePath(name).suffix.lower() not in SUFFIXES:
        raise NoHandover(f"{name}: a translation comes back as XLIFF ({' or '.join(SUFFIXES)})")
    try:
        store = _FORMAT.parsestring(content)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        why = str(error) or "its first element is another one"
        raise NoHandover(f"{name}: this is no file of XLIFF 2.0: {why}\n    fix: {_DAMAGED}") from None
    root = store.document.getroot()
    found = [one.get("id") for one in root.iterchildren(store.namespaced("file"))]
    if found != [event]:
        raise NoHandover(f"{name}: the file is of {', '.join(map(str, found))}, not of {event}\n    fix: {_DAMAGED}")
    _require_languages(root, name)
    return list(_units(store))


def _require_languages(root: etree._Element, name: str) -> None:
    """Raise ``NoHandover`` where a file says that it is of other languages; a program may add a region or leave a script out."""
    for key, lang in zip(("srcLang", "trgLang"), LANGS, strict=True):
        stated = root.get(key, lang)
        if stated.lower().partition("-")[0] != lang:
            raise NoHandover(f"{name}:{root.sourceline}: {key} is {stated!r}, not {TAGS[lang]!r}\n    fix: {_DAMAGED}")


def _units(store: Any) -> Iterator[Unit]:
    """Each unit of a file; an unknown state is the first one, as the standard says of a missing one."""
    for segment in store.units:
        element = segment.xmlelement
        state = element.get("state", STATES[0])
        nodes = [node for child in segment.getunitelement() if child.tag != store.namespaced("notes") for node in (child, *child)]
        texts = [node for node in nodes if node.tag in {store.namespaced("source"), store.namespaced("target")}]
        yield Unit(
            line=element.sourceline,
            address=segment.getid() or "",
            zh=segment.source or "",
            en=(segment.target or "").strip(),
            state=state if state in STATES else STATES[0],
            marked=any(map(len, texts)),
            several=len(texts) != len({node.tag for node in texts}),
        )
