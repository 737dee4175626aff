"""The charts of the register, drawn as SVG that takes the page's colours.

Drawn 320 units wide, so that on a phone a unit is a pixel and the words stay legible; classes and no colours, so that the style
sheet decides for light, dark and forced colours.  The words come from the corpus and from the template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import drawsvg  # type: ignore[import-untyped]
from markupsafe import Markup

from ..analysis.statistics import Firmness, Series, Share, value
from ..model import Lang, Target

WIDTH = 320
SIZE = 13
_LINE = 17  # from one line of words to the next
_BAR = 18  # how high a bar is
_GAP = 10  # between one entry and the next
_SQUARE = 26  # the side of the square of the highest count
_HEAD = 11  # the size of the words over narrow columns
_NARROW = 0.58  # how wide a letter that is not Han is at most on average, in units of the type's size
_UNITS = re.compile(r"[\u2e80-\uffff][，、。：；）」』]*\s*|[^\s\u2e80-\uffff]+\s*|\s+")


@dataclass(frozen=True)
class Bar:
    """One bar: what it is, its amount in words, and how long it is."""

    label: str
    said: str
    value: Decimal
    kind: str


def width(text: str, size: float = SIZE) -> float:
    """How wide a text is at most, as far as can be known without its font."""
    return sum(size if one > "\u2e7f" else size * _NARROW for one in text)


def lines(text: str, room: float, size: float = SIZE) -> list[str]:
    """A text cut to a width: between words, or between Han characters."""
    found = [""]
    for unit in _UNITS.findall(text):
        if found[-1] and width(found[-1] + unit.rstrip(), size) > room:
            found.append("")
        found[-1] += unit
    return [line.strip() for line in found]


def _bare(text: str) -> str:
    """A text as it is read: a template hands it over escaped, and the library escapes it."""
    return text.unescape() if isinstance(text, Markup) else text


class Drawing:
    """A drawing that grows downwards as things are put on it."""

    def __init__(self) -> None:
        self.top = 0.0
        self._put: list[drawsvg.DrawingElement] = []

    def word(self, text: str, x: float, y: float, style: str = "word", size: float = SIZE) -> None:
        """A line of words whose baseline stands at ``y``."""
        self._put.append(drawsvg.Text(_bare(text), size, round(x, 1), round(y, 1), class_=style))

    def words(self, text: str, style: str = "word") -> None:
        """Words over the whole width, in as many lines as they need."""
        for line in lines(_bare(text), WIDTH):
            self.top += _LINE
            self.word(line, 0, self.top - 4, style)

    def bar(self, x: float, y: float, long: float, high: float, style: str) -> None:
        """A bar; half a unit inside its box, where the line around it stays sharp."""
        box = x + 0.5, y + 0.5, max(long - 1, 0.5), max(high - 1, 0.5)
        self._put.append(drawsvg.Rectangle(*(round(edge, 1) for edge in box), class_=f"bar {style}"))

    def finished(self, name: str, title: str, description: str) -> Markup:
        """The drawing as HTML that a screen reader announces by title and description."""
        ids = f"picture-{name}-title", f"picture-{name}-said"
        drawing = drawsvg.Drawing(WIDTH, round(self.top + 2), role="img", aria_labelledby=ids[0], aria_describedby=ids[1])
        drawing.svg_args |= {"width": None, "height": None}  # the style sheet says how large it is shown
        drawing.append(drawsvg.Title(_bare(title), id=ids[0]))
        drawing.append(_Description(_bare(description), id=ids[1]))
        drawing.extend(self._put)
        return Markup(drawing.as_svg(header=""))  # the library escapes words, and attributes hold none


class _Description(drawsvg.Title):  # type: ignore[misc]
    """The element that the library leaves out."""

    TAG_NAME = "desc"


def draw_shares(found: Sequence[Share], label: Callable[[Share], str], kinds: Mapping[str, str], title: str, said: str) -> Markup:
    """A bar for each speaker and field: targets filled, commitments hollow, as their marks in the text are."""
    drawing, most = Drawing(), max((one.total for one in found), default=1)
    _key(drawing, kinds)
    for one in found:
        drawing.top += _GAP
        drawing.words(label(one))
        drawing.top += 2
        left, room = 0.0, WIDTH - width("000") - 4
        for kind, count in (("target", one.targets), ("commitment", one.commitments)):
            long = room * count / most
            if count:
                drawing.bar(left, drawing.top, long, _BAR, kind)
            if width(str(count)) + 4 <= long:
                drawing.word(str(count), left + 5, drawing.top + 13.5, f"inside {kind}")
            left += long
        drawing.word(str(one.total), left + 5, drawing.top + 13.5, "word strong")
        drawing.top += _BAR
    return drawing.finished("shares", title, said)


def _key(drawing: Drawing, kinds: Mapping[str, str]) -> None:
    """What filled and hollow bars stand for."""
    left = 0.0
    for kind, name in kinds.items():
        drawing.bar(left, 2, 13, 13, kind)
        drawing.word(name, left + 18, 13)
        left += 18 + width(name) + 14
    drawing.top = _LINE


Name = Callable[[str | None], str]
"""How a strength or an operator is called."""


def draw_firmness(found: Firmness, strength: Name, operator: Name, title: str, said: str) -> Markup:
    """A row for each strength, a column for each operator; in each place a square whose area is the count, and the count."""
    drawing, most, room = Drawing(), max(found.counts.values(), default=1), WIDTH / max(len(found.operators), 1)
    heads = [lines(_bare(operator(name)), room - 4, _HEAD) for name in found.operators]
    for column, head in enumerate(heads):
        for number, line in enumerate(head):
            drawing.word(line, column * room, 11 + number * (_HEAD + 3), "word head", _HEAD)
    drawing.top = max(map(len, heads), default=0) * (_HEAD + 3)
    for firm in found.strengths:
        drawing.top += _GAP - 4
        drawing.words(strength(firm), "word strong")
        for column, name in enumerate(found.operators):
            count = found.counts.get((firm, name), 0)
            side = _SQUARE * (count / most) ** 0.5
            if count:
                drawing.bar(column * room, drawing.top + (_SQUARE - side) / 2, side, side, "target" if name else "commitment")
            drawing.word(str(count or "·"), column * room + side + 4, drawing.top + _SQUARE / 2 + 5, "word" if count else "word none")
        drawing.top += _SQUARE
    return drawing.finished("firmness", title, said)


def draw_bars(name: str, bars: Iterable[Bar], title: str, said: str) -> Markup:
    """A bar for each amount, from a common beginning."""
    drawing, bars = Drawing(), list(bars)
    most = max(bar.value for bar in bars)
    for bar in bars:
        drawing.words(bar.label)
        drawing.words(bar.said, "word strong")
        drawing.top += 2
        drawing.bar(0, drawing.top, float(WIDTH * bar.value / most), _BAR, bar.kind)
        drawing.top += _BAR + _GAP
    drawing.top -= _GAP
    return drawing.finished(name, title, said)


def bars(found: Series, amount: Callable[[Target], str], computed: str, lang: Lang) -> list[Bar]:
    """The bars of a series: the computed base first, then the rows; ``computed`` says the base's amount."""
    stated = [Bar(row.what[lang], amount(row), value(row), row.kind) for row in found.rows]
    if found.base and found.chart.base:
        return [Bar(found.chart.base[lang], computed, found.base.value, "computed"), *stated]
    return stated
