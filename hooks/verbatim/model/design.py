"""Colours and signs, once for the site, the print editions and the social cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .base import Record


class HexColour(str):
    """A colour as ``#rrggbb``, so that style sheets and print templates can take it as it is."""


@dataclass(frozen=True)
class Colour(Record):
    """A colour on light and on dark screens, and on paper where that differs from light."""

    light: HexColour
    """On light screens, and on paper where `print` is not given."""
    dark: HexColour
    """On dark screens."""
    print: HexColour | None = None
    """On paper."""


@dataclass(frozen=True)
class Signs(Record):
    """The sign of each kind of register entry, and of a slip."""

    target: str
    """Of a target."""
    commitment: str
    """Of a commitment."""
    figure: str
    """Of a figure."""
    slip: str
    """Of a slip in the source."""


@dataclass(frozen=True)
class Design(Record):
    """Colours by name, and the signs."""

    colours: Mapping[str, Colour]
    """Colours by name; style sheets and print templates use the names."""
    signs: Signs
    """The characters after the words that a register entry of that kind, or a slip, is about."""

    @property
    def on_paper(self) -> Mapping[str, str]:
        """Each colour as it is printed."""
        return {name: colour.print or colour.light for name, colour in self.colours.items()}
