"""The layout of a chart: texts and bars with their positions, as records that ``templates/chart.svg.html`` writes as SVG.

A drawing is 320 units wide, so that on a phone a unit is a pixel and the text stays legible.  Positions and sizes are in these units,
from the left and from the top, rounded to a tenth.  There are classes and no colours: the style sheet sets those for light, dark and
forced colours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 320
SIZE = 13  # of type
LINE = 17  # from one line of text to the next
_NARROW = 0.58  # how wide a letter that is not Han is at most on average, in units of the type's size
_UNITS = re.compile(r"[\u2e80-\uffff][，、。：；）」』]*\s*|[^\s\u2e80-\uffff]+\s*|\s+")


@dataclass(frozen=True)
class Text:
    """One line of text; ``x`` and ``y`` are the start of its baseline, or ``x`` that of each character, ``style`` its classes."""

    text: str
    x: float | str
    y: float
    size: int
    style: str


@dataclass(frozen=True)
class Bar:
    """A rectangle; ``x`` and ``y`` are its upper left corner, ``style`` its class."""

    x: float
    y: float
    width: float
    height: float
    style: str


class Drawing:
    """Texts and bars in the order in which they are drawn; ``top`` is where the next entry begins."""

    width, size = WIDTH, SIZE

    def __init__(self) -> None:
        self.top = 0.0
        self.marks: list[Text | Bar] = []

    @property
    def height(self) -> int:
        """The height of all that is drawn, with room for a line around the last bar."""
        return round(self.top + 2)

    def line(self, text: str, x: float, y: float, style: str = "", size: int = SIZE) -> None:
        """Add one line of text whose baseline starts at ``x``, ``y``."""
        self.marks.append(Text(text, round(x, 1), round(y, 1), size, style))

    def repeat(self, sign: str, places: Sequence[float], y: float, style: str) -> None:
        """Add a sign at each of some places of a line, as one text."""
        if places:
            self.marks.append(Text(sign * len(places), " ".join(f"{round(x, 1):g}" for x in places), y, SIZE, style))

    def text(self, text: str, style: str = "") -> None:
        """Add a text over the whole width, in as many lines as it needs."""
        for line in lines(text, WIDTH):
            self.top += LINE
            self.line(line, 0, self.top - 4, style)

    def bar(self, x: float, y: float, length: float, height: float, style: str) -> None:
        """Add a bar, half a unit inside its box, where the line around it stays sharp."""
        inside = round(max(length - 1, 0.5), 1), round(max(height - 1, 0.5), 1)
        self.marks.append(Bar(round(x + 0.5, 1), round(y + 0.5, 1), *inside, style))


def width(text: str, size: float = SIZE) -> float:
    """How wide a text is at most, as far as can be known without its font; in units."""
    return sum(size if character > "\u2e7f" else size * _NARROW for character in text)


def lines(text: str, room: float, size: float = SIZE) -> list[str]:
    """A text broken into lines of at most ``room`` units: between words, or between Han characters."""
    found = [""]
    for unit in _UNITS.findall(text):
        if found[-1] and width(found[-1] + unit.rstrip(), size) > room:
            found.append("")
        found[-1] += unit
    return [line.strip() for line in found]
