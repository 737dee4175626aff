"""The charts of the register: for each its texts, its drawing and the table of its numbers, ready for ``templates/charts.html``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..analysis.register import amount_text, counted_text, number_text
from ..analysis.statistics import FIRMNESS, SHARES, Firmness, Series, Share, firmness, series, shares, value
from ..analysis.turns import names_in
from ..data.columns import NOBODY
from ..model import PROMISES, Lang, RegisterEntry
from ..read.corpus import Corpus, Transcript
from .drawing import LINE, WIDTH, Drawing, lines, width

_BAR = 18  # how high a bar is
_GAP = 10  # between one entry and the next
_SQUARE = 26  # the side of the square of the highest count
_HEAD = 11  # the size of the type over narrow columns

_UNFILLED = (
    *("chart_shares", "chart_firmness", "chart_firmness_note", "chart_no_number", "chart_basis"),
    *("column.speaker", "col_sum", "column.strength", "column.what", "column.amount", "notice"),
)
STRINGS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_UNFILLED, frozenset()),
    "chart_share": frozenset({"who", "field"}),
    "chart_computed": frozenset({"value"}),
    "chart_how": frozenset({"whole", "multiple", "low", "high"}),
}
"""The strings that this module requires, each with the ``{names}`` that it may hold."""

Strings = Callable[..., str]
"""A string of the page's language, from its key and the values of its ``{names}``."""


@dataclass(frozen=True)
class Cell:
    """A cell of a chart's table; ``link`` is a query and a fragment of the register's page, empty where nothing is linked."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a chart's table; ``basis`` is the register entry whose quotation it rests on, ``how`` its number was computed."""

    head: str
    cells: tuple[Cell, ...]
    basis: RegisterEntry | None = None
    how: str = ""


@dataclass(frozen=True)
class ChartFigure:
    """A chart as a page shows it; its table has all numbers of its drawing."""

    id: str
    title: str
    drawing: Drawing
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True)
class Measure:
    """One bar of a series: its label, its amount in words, its value and its class."""

    label: str
    amount: str
    value: Decimal
    kind: str


def figures(corpus: Corpus, transcript: Transcript, lang: Lang, t: Strings) -> list[ChartFigure]:
    """All charts of an event: two of its promises, where there are any, then those that ``charts.yml`` names."""
    counts = shares(corpus, transcript)
    promises = [_shares(corpus, counts, lang, t), _firmness(corpus, firmness(corpus, transcript), lang, t)] if counts else []
    return [*promises, *(_series(corpus, shown, lang, t) for shown in series(transcript))]


def _shares(corpus: Corpus, counts: Sequence[Share], lang: Lang, t: Strings) -> ChartFigure:
    """Who promised how much, and in which field."""
    kinds: dict[str, str] = {kind: corpus.vocabulary.kinds[kind][lang] for kind in PROMISES}
    labels = [_share(corpus, share, lang, t) for share in counts]
    labelled = list(zip(labels, counts, strict=True))
    rows = []
    for label, share in labelled:
        query = f"speaker={'%20'.join(person.id for person in share.speakers) or NOBODY}&field={share.field}"
        cells = _count(share.targets, f"{query}&kind=target"), _count(share.commitments, f"{query}&kind=commitment")
        rows.append(Row(label, (*cells, Cell(str(share.total)))))
    return ChartFigure(
        SHARES,
        t("chart_shares"),
        draw_shares(labelled, kinds),
        (t("column", "speaker"), *kinds.values(), t("col_sum")),
        tuple(rows),
    )


def _share(corpus: Corpus, share: Share, lang: Lang, t: Strings) -> str:
    """Who speaks, and the field, of a share; the source's own notice has no speaker."""
    return t(
        "chart_share",
        who=names_in(corpus, share.speakers, lang) or t("notice"),
        field=corpus.vocabulary.fields[share.field][lang],
    )


def _count(count: int, query: str) -> Cell:
    """A count that links to its register entries; there are none to link to where it is 0."""
    return Cell(str(count), f"?{query}#filter" if count else "")


def _firmness(corpus: Corpus, found: Firmness, lang: Lang, t: Strings) -> ChartFigure:
    """How firm the promises are: strength and operator."""
    words = corpus.vocabulary
    strengths = {name: words.strengths[name].name[lang] for name in found.strengths}
    operators = {name: words.operators[name].name[lang] if name else t("chart_no_number") for name in found.operators}
    rows = []
    for strength, label in strengths.items():
        counts = {name: found.counts.get((strength, name), 0) for name in operators}
        queries = {name: f"strength={strength}&{f'operator={name}' if name else 'kind=commitment'}" for name in operators}
        rows.append(Row(label, tuple(_count(count, queries[name]) for name, count in counts.items())))
    return ChartFigure(
        FIRMNESS,
        t("chart_firmness"),
        draw_firmness(found, strengths, operators),
        (t("column", "strength"), *operators.values()),
        tuple(rows),
        t("chart_firmness_note"),
    )


def _series(corpus: Corpus, found: Series, lang: Lang, t: Strings) -> ChartFigure:
    """A chart of ``charts.yml``: the computed base first, where there is one, then the register entries."""
    measures = [Measure(entry.what[lang], _amount(corpus, entry, lang), value(entry), entry.kind) for entry in found.entries]
    rows = [Row(measure.label, (Cell(measure.amount),), entry) for measure, entry in zip(measures, found.entries, strict=True)]
    chart = found.chart
    if found.base and found.multiple and chart.base:
        whole, base = found.entries[0], found.base
        amount = t("chart_computed", value=counted_text(corpus, number_text(base.value, lang), str(whole.unit), lang))
        numbers = {"whole": value(whole), "multiple": value(found.multiple), "low": base.low, "high": base.high}
        how = t("chart_how", **{name: number_text(number, lang) for name, number in numbers.items()})
        measures.insert(0, Measure(chart.base[lang], amount, base.value, "computed"))
        rows.insert(0, Row(chart.base[lang], (Cell(amount),), found.multiple, how))
    return ChartFigure(
        chart.id,
        chart.title[lang],
        draw_series(measures),
        (t("column", "what"), t("column", "amount"), t("chart_basis")),
        tuple(rows),
        chart.note[lang] if chart.note else "",
    )


def _amount(corpus: Corpus, entry: RegisterEntry, lang: Lang) -> str:
    """The amount of a register entry in words; the rules let none without an amount and a unit into a chart."""
    assert entry.amount
    assert entry.unit
    return amount_text(corpus, entry.amount, entry.unit, lang)


def draw_shares(labelled: Iterable[tuple[str, Share]], kinds: Mapping[str, str]) -> Drawing:
    """A bar for each speaker and field: targets filled, commitments hollow, as their signs in the text are.

    ``kinds`` are the names of the two.
    """
    drawing, labelled = Drawing(), list(labelled)
    most = max((share.total for _, share in labelled), default=1)
    _draw_key(drawing, kinds)
    for label, share in labelled:
        drawing.top += _GAP
        drawing.text(label)
        drawing.top += 2
        left, room = 0.0, WIDTH - width("000") - 4
        for kind, count in (("target", share.targets), ("commitment", share.commitments)):
            length = room * count / most
            if count:
                drawing.bar(left, drawing.top, length, _BAR, kind)
            if width(str(count)) + 4 <= length:
                drawing.line(str(count), left + 5, drawing.top + 13.5, f"inside {kind}")
            left += length
        drawing.line(str(share.total), left + 5, drawing.top + 13.5, "strong")
        drawing.top += _BAR
    return drawing


def _draw_key(drawing: Drawing, kinds: Mapping[str, str]) -> None:
    """Which bars are filled and which are hollow."""
    left = 0.0
    for kind, name in kinds.items():
        drawing.bar(left, 2, 13, 13, kind)
        drawing.line(name, left + 18, 13)
        left += 18 + width(name) + 14
    drawing.top = LINE


def draw_firmness(found: Firmness, strengths: Mapping[str, str], operators: Mapping[str | None, str]) -> Drawing:
    """A row for each strength, a column for each operator; in each place a square whose area is the count, and the count.

    ``strengths`` and ``operators`` are their names.
    """
    drawing, most, room = Drawing(), max(found.counts.values(), default=1), WIDTH / max(len(operators), 1)
    heads = [lines(name, room - 4, _HEAD) for name in operators.values()]
    for column, head in enumerate(heads):
        for place, line in enumerate(head):
            drawing.line(line, column * room, 11 + place * (_HEAD + 3), "head", _HEAD)
    drawing.top = max(map(len, heads), default=0) * (_HEAD + 3)
    for strength, label in strengths.items():
        drawing.top += _GAP - 4
        drawing.text(label, "strong")
        empty = []
        for column, operator in enumerate(operators):
            count = found.counts.get((strength, operator), 0)
            side = _SQUARE * (count / most) ** 0.5
            left = column * room
            if count:
                drawing.bar(left, drawing.top + (_SQUARE - side) / 2, side, side, "target" if operator else "commitment")
                drawing.line(str(count), left + side + 4, drawing.top + _SQUARE / 2 + 5)
            else:
                empty.append(left + 4)
        drawing.repeat("·", empty, drawing.top + _SQUARE / 2 + 5, "none")
        drawing.top += _SQUARE
    return drawing


def draw_series(measures: Sequence[Measure]) -> Drawing:
    """A bar for each amount, all from the left edge; the longest fills the width."""
    drawing, most = Drawing(), max(measure.value for measure in measures)
    for measure in measures:
        drawing.text(measure.label)
        drawing.text(measure.amount, "strong")
        drawing.top += 2
        drawing.bar(0, drawing.top, float(WIDTH * measure.value / most), _BAR, measure.kind)
        drawing.top += _BAR + _GAP
    drawing.top -= _GAP
    return drawing
