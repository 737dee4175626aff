"""The records that everything else speaks of; shapes only, no work.

Records read from YAML carry ``where``, so that a later check can name file and line.
The string below a field says what it means; ``./run schema`` writes these texts into the schemas and into ``data/README.md``.
"""

from .base import LANGS, LICENCE, BilingualForms, Lang, Pair, Record, Where, as_dict
from .correction import Correction
from .design import Colour, Design, HexColour, Signs
from .event import ERRATUM_KINDS, Account, AgreementException, Alias, Erratum, ErratumKind, Event, EventDate, Note, Part
from .glossary import Rendering, RenderingException, SimplifiedOverride, Synonym, Term
from .house_style import AvoidedWord
from .people import Person, Source
from .register import ENTRY_KINDS, Amount, Chart, Deadline, EntryKind, Target
from .text import Line, Page, Section, Segment
from .vocabulary import Counterpart, Operator, RequiredCounterpart, SignalWords, Unit, Vocabulary

__all__ = [
    "ENTRY_KINDS",
    "ERRATUM_KINDS",
    "LANGS",
    "LICENCE",
    "Account",
    "AgreementException",
    "Alias",
    "Amount",
    "AvoidedWord",
    "BilingualForms",
    "Chart",
    "Colour",
    "Correction",
    "Counterpart",
    "Deadline",
    "Design",
    "EntryKind",
    "Erratum",
    "ErratumKind",
    "Event",
    "EventDate",
    "HexColour",
    "Lang",
    "Line",
    "Note",
    "Operator",
    "Page",
    "Pair",
    "Part",
    "Person",
    "Record",
    "Rendering",
    "RenderingException",
    "RequiredCounterpart",
    "Section",
    "Segment",
    "SignalWords",
    "Signs",
    "SimplifiedOverride",
    "Source",
    "Synonym",
    "Target",
    "Term",
    "Unit",
    "Vocabulary",
    "Where",
    "as_dict",
]
