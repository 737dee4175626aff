"""The interface strings that a template uses: found by Jinja's own parser in every call of ``t`` and ``word``.

A string of a family is chosen by a name at run time: ``t("column", column.name)`` is the string ``column.what`` for the column ``what``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import jinja2
from jinja2 import nodes

from ..analysis.glossary import TERM_KINDS
from ..analysis.proof_summary import NAMES
from ..data.columns import COLUMNS, FACETS
from ..data.editions import WHICH
from ..model import ENTRY_KINDS, ERRATUM_KINDS, UNASKED

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "column": tuple(column.name for column in COLUMNS),
    "facet": FACETS,
    "tally": ENTRY_KINDS,
    "said": UNASKED,
    "proof": NAMES,
    "errata": ERRATUM_KINDS,
    "term_kind": TERM_KINDS,
    "edition": WHICH,
}
"""The families of strings, each with the names of its members."""

_FIRST = {"t": 0, "word": 1}  # which argument holds the key


def strings_of(source: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The strings that one template uses, each with the names of the ``{placeholders}`` that are filled in.

    Raises ``SyntaxError`` with its line where it is no template, and ``TypeError`` for a call whose key is not written out.
    """
    try:
        calls = jinja2.Environment().parse(source).find_all(nodes.Call)
    except jinja2.TemplateSyntaxError as error:
        raise SyntaxError(str(error.message), (None, error.lineno, None, None)) from None
    return tuple(
        found
        for call in calls
        if isinstance(call.node, nodes.Name) and call.node.name in _FIRST
        for found in _strings_of_call(call, call.args[_FIRST[call.node.name] :])
    )


def _strings_of_call(call: nodes.Call, arguments: list[nodes.Expr]) -> Iterator[tuple[str, frozenset[str]]]:
    """The string that a call names, or all members of the family from which it chooses."""
    key, names = arguments[0], frozenset(pair.key for pair in call.kwargs)
    if not isinstance(key, nodes.Const):
        raise TypeError(f"line {call.lineno}: the key of an interface string is written out, or is a family and a name")
    yield from (((f"{key.value}.{name}", names) for name in FAMILIES[key.value]) if len(arguments) > 1 else [(key.value, names)])
