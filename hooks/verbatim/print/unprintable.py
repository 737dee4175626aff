"""Reports why a book cannot be made, in the words of the project and not of the typesetter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import typst

from ..model.faults import BuildError
from .pieces import Json

_MISSING = re.compile(r"the text `\"(.+?)\"` could not be displayed with")
_AROUND = 8
"""How many characters of the text around a missing one are quoted, on each side."""


class Unprintable(BuildError):
    """The print edition cannot be made."""

    subject = "the print edition"


def missing_in(error: typst.TypstError) -> list[str]:
    """The characters that no font holds, in the order in which Typst reports them; empty where the error is another one."""
    return list(dict.fromkeys(_MISSING.findall(error.diagnostic)))


def missing_characters(found: Iterable[tuple[str, str, Json]]) -> Unprintable:
    """The report on all missing characters; each comes with its event and the edition's data."""
    places = {text: place_of(text, event, edition) for text, event, edition in reversed(list(found))}
    lines = [f"  {text} ({' '.join(f'U+{ord(letter):04X}' for letter in text)}) in {place}" for text, place in sorted(places.items())]
    return Unprintable(
        "the fonts of the print edition lack characters\n"
        + "\n".join(lines)
        + f"\n    fix: change the text, or add {''.join(sorted(places))} to fonts/more.txt and run .venv/bin/python tools/fonts.py"
    )


def typesetter_fault(file: str, detail: str) -> Unprintable:
    """The report on an error or a warning of Typst that is no matter of characters; ``detail`` is Typst's own text."""
    return Unprintable(
        f"{file} cannot be typeset: its data do not fit the templates in hooks/verbatim/print/templates\n"
        f"    fix: correct the template that the detail names\n    detail from Typst: {detail.strip()}"
    )


def place_of(text: str, event: str, edition: Json) -> str:
    """Where an edition first holds a text: event, address or id, field and the words around it."""
    return next((found for key, value in edition.items() for found in _places(value, text, event, key)), event)


def _places(value: Any, text: str, place: str, field: str) -> Iterator[str]:
    """Every place of a text below a field; fields are named from the nearest record that has an address or an id."""
    if isinstance(value, str) and text in value:
        at = value.index(text)
        yield f"{place}, {field}: “{value[max(0, at - _AROUND) : at + len(text) + _AROUND]}”"
    elif isinstance(value, Mapping):
        record = value.get("address") or value.get("id")
        for key, inner in value.items():
            below = [] if record else [field]
            name = ".".join(below if key == "text" else [*below, key])
            yield from _places(inner, text, f"{place} {record}" if record else place, name or field)
    elif isinstance(value, list):
        for inner in value:
            yield from _places(inner, text, place, field)
