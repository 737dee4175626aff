"""The records of the material, with what follows from one record alone; locales, addresses of the site, faults.

Records read from YAML carry ``where``, so that a later check can name file and line.
The string below a field says what it means; ``./run schema`` writes these texts into the schemas and into ``data/README.md``.
"""

from .base import LANGS, LICENCE, BilingualForms, Lang, Pair, Record, Where, as_dict
from .correction import Correction
from .design import Colour, Design, HexColour, Signs
from .event import (
    ACCOUNT_CLASSES,
    ASKING,
    ERRATUM_KINDS,
    SILENT,
    UNASKED,
    Account,
    AgreementException,
    Alias,
    CountsNothing,
    Erratum,
    ErratumKind,
    Event,
    EventDate,
    Note,
    Part,
    Turn,
)
from .glossary import Rendering, RenderingException, SimplifiedOverride, Synonym, Term, WeakWords
from .house_style import AvoidedWord, KnownWords
from .open_point import OpenPoint
from .people import PROMISING, OtherLabel, Person, Source
from .publication import Publication, Version
from .register import ENTRY_KINDS, PROMISES, Amount, Chart, Deadline, EntryException, EntryKind, RegisterEntry
from .text import Line, Page, Passage, Section, Segment
from .vocabulary import Counterpart, Operator, RequiredCounterpart, SignalWords, Unit, Vocabulary, YearWords

__all__ = [
    "ACCOUNT_CLASSES",
    "ASKING",
    "ENTRY_KINDS",
    "ERRATUM_KINDS",
    "LANGS",
    "LICENCE",
    "PROMISES",
    "PROMISING",
    "SILENT",
    "UNASKED",
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
    "CountsNothing",
    "Deadline",
    "Design",
    "EntryException",
    "EntryKind",
    "Erratum",
    "ErratumKind",
    "Event",
    "EventDate",
    "HexColour",
    "KnownWords",
    "Lang",
    "Line",
    "Note",
    "OpenPoint",
    "Operator",
    "OtherLabel",
    "Page",
    "Pair",
    "Part",
    "Passage",
    "Person",
    "Publication",
    "Record",
    "RegisterEntry",
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
    "Term",
    "Turn",
    "Unit",
    "Version",
    "Vocabulary",
    "WeakWords",
    "Where",
    "YearWords",
    "as_dict",
]
