"""The gate: material in, a checked corpus out, or all its faults at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .data import columns
from .html import charts
from .html.directives import DIRECTIVES
from .html.render import TEMPLATES
from .html.strings import used_strings
from .model.faults import Faults
from .print import strings as print_strings
from .read.corpus import Corpus, load
from .read.files import Files, read_tree
from .rules import check
from .search.index import WORDS as FOUND


class InvalidProject(Exception):
    """The material is at fault; the message is the whole report."""


THEME = "overrides"
"""The folder of a project whose templates use interface words too."""

_ASKED_BY_CODE: Mapping[str, frozenset[str]] = dict.fromkeys(
    ("section_link", "to_dark", "to_light", "nav_home", "site_name", "cite_translation", "cite_sentence", *FOUND), frozenset()
)


def checked(files: Files, strings: Mapping[str, frozenset[str]] | None = None) -> Corpus:
    """The corpus that the files hold.

    ``strings`` are the interface words that others than the engine ask for, each with the names that may stand in it.
    Raises ``InvalidProject`` with every fault found, each with file, line, what is wrong and how to mend it.
    """
    faults = Faults()
    corpus = load(files, faults)
    if corpus:
        required = _joined(used_strings(TEMPLATES), charts.STRINGS, print_strings.STRINGS, columns.STRINGS, strings or {})
        check(corpus, required, {name: one.anywhere for name, one in DIRECTIVES.items()}, faults)
    if faults or corpus is None:
        raise InvalidProject(faults.report())
    return corpus


def _joined(*all_asked: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """The words that any asks for, with the names that any fills in."""
    keys = frozenset[str]().union(*all_asked)
    return {key: frozenset[str]().union(*(one.get(key, ()) for one in all_asked)) for key in keys}


def project(root: Path) -> Corpus:
    """The corpus of the project in a folder; raises as ``checked``."""
    return checked(read_tree(root), {**_ASKED_BY_CODE, **used_strings(root / THEME)})
