"""The records that everything else speaks of; shapes only, no work.

Records read from YAML carry ``where``, so that a later check can name file and line.
``data/README.md`` says what each field means.
"""

from .base import LANGS, LICENCE, Lang, Pair, Record, Where, Words, as_dict
from .event import Account, Alias, Day, Erratum, Event, Licence, Note, Part
from .glossary import Exemption, Rendering, Synonym, Term, Word
from .people import Person, Source
from .register import Amount, By, Chart, Target
from .text import Line, Page, Section, Segment
from .vocabulary import Echo, Marker, Operator, Unit, Vocabulary

__all__ = [
    "LANGS",
    "LICENCE",
    "Account",
    "Alias",
    "Amount",
    "By",
    "Chart",
    "Day",
    "Echo",
    "Erratum",
    "Event",
    "Exemption",
    "Lang",
    "Licence",
    "Line",
    "Marker",
    "Note",
    "Operator",
    "Page",
    "Pair",
    "Part",
    "Person",
    "Record",
    "Rendering",
    "Section",
    "Segment",
    "Source",
    "Synonym",
    "Target",
    "Term",
    "Unit",
    "Vocabulary",
    "Where",
    "Word",
    "Words",
    "as_dict",
]
