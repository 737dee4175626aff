"""A quotation parted at the number that its register entry counts."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Lang, RegisterEntry, Unit
from ..read.corpus import Corpus
from ..text.quantities import quantities


@dataclass(frozen=True)
class Parts:
    """What stands before a number, the number with the words around it (at least, about), what stands behind, and its unit."""

    before: str
    number: str
    after: str
    unit: Unit


def parts(corpus: Corpus, entry: RegisterEntry, text: str, lang: Lang) -> Parts | None:
    """The parts of the quotation of an entry; None where it does not state its amount just once, or says what went down."""
    unit, amount = corpus.units.get(entry.unit or ""), entry.amount
    found = quantities(text, lang, unit, corpus.vocabulary.operators, corpus.vocabulary.fall) if unit and amount else []
    stated = [one for one in found if amount and one.states(amount) and one.low >= 0]
    if unit is None or len(stated) != 1:
        return None
    start, end = stated[0].start, stated[0].end
    return Parts(text[:start].strip(), text[start:end], text[end:].strip(), unit)
