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
    dark: HexColour
    print: HexColour | None = None


@dataclass(frozen=True)
class Signs(Record):
    """The sign of each kind of register entry."""

    target: str
    commitment: str
    figure: str


@dataclass(frozen=True)
class Design(Record):
    """Colours by name, and the signs."""

    colours: Mapping[str, Colour]
    signs: Signs

    @property
    def on_paper(self) -> Mapping[str, str]:
        """Each colour as it is printed."""
        return {name: colour.print or colour.light for name, colour in self.colours.items()}
