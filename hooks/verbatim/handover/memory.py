"""What a translator's tool may consult: the pairs of an event as a translation memory (TMX 1.4), its terms as a termbase (TBX)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile

from ..model.locale import TAGS
from ..read.corpus import Corpus
from ..text.escapes import masked, restored, signs
from ..text.term_finder import places
from .pairs import TranslationUnit


def tmx(pairs: Iterable[TranslationUnit], tag: str) -> bytes:
    """The pairs that are translated, with a note for those that are sealed; open ones are left out, and so are italics and escapes.

    ``tag`` is the language tag of the Chinese sentences; what pages say beside them is in Traditional characters.
    """
    store: Any = tmxfile(sourcelanguage=tag)  # the head is written with it, before any setter is called
    for pair in pairs:
        if not pair.opened:
            spoken = pair.part == "sentence"
            note = pair.part if not spoken else "sealed" if pair.state == "final" else "not sealed"
            source = tag if spoken else TAGS["zh"]
            store.addtranslation(_words(pair.zh), source, _words(pair.en), TAGS["en"], f"{pair.address}: {note}")
            if source != tag:
                store.units[-1].xmlelement.set("srclang", source)
    return bytes(store)


def _words(text: str) -> str:
    """A line as it is read: without the marks of italics, and signs without the backslash before them."""
    return restored(masked(text).replace("*", ""), signs(text))


def tbx(corpus: Corpus, event: str) -> bytes:
    """The terms of the glossary that occur in an event, each with its rendering and, as a note, what it means and other forms."""
    store: Any = tbxfile()
    store.setsourcelanguage(TAGS["zh"])
    store.settargetlanguage(TAGS["en"])
    for name in places(corpus.finder, corpus.transcripts[event].segments.values()):
        term = corpus.terms[name]
        unit = store.addsourceunit(term.zh)
        unit.setid(name)
        unit.settarget(term.en, TAGS["en"])
        unit.addnote(term.definition.en, origin="definition")
        unit.xmlelement.find("descrip").set("type", "definition")
        others = [form for form in term.forms("en") if form != term.en]
        if others:
            unit.addnote(f"also: {', '.join(others)}", origin="translator")
        unit.xmlelement[:] = sorted(unit.xmlelement, key=lambda one: one.tag == "langSet")  # the standard has the languages last
    return bytes(store)
