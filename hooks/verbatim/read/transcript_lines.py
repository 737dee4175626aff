"""The lines of a transcript section: labels, sentences, items of lists and rows of tables."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Line
from ..model.faults import Faults

_LABEL = re.compile(r"\*\*([^*]+)\*\* ?")
_EMPHASIS = re.compile(r"\*([^*]+)\*")
_STRAY_IN_ITEM = re.compile(r"[*_`<>\[\]]")
_STRAY = re.compile(rf"{_STRAY_IN_ITEM.pattern}|^(?:[-+]|\d+\.) ")
_ITEM, _MORE = "- ", "  "
"""The head of an item of a list in a transcript, and of a further sentence in it."""
_EDGE = re.compile(r"^[^\S\t]|[^\S\t]$")
_RULE = re.compile(r"\|(?: *-{3,} *\|)* *-{3,} *\|? *")
BETWEEN_CELLS = " \t\u00a0\u3000"
"""What a source may have between the cells of a row."""

Numbered = tuple[int, str]


def paragraphs(lines: list[Numbered], path: str, faults: Faults) -> tuple[tuple[Line, ...], ...]:
    """The paragraphs of a transcript section, which blank lines separate; each item of a list and each row of a table is one."""
    found: list[list[Line]] = [[]]
    for number, text in lines:
        above = found[-1]
        if not text.strip():
            found.append([])
        elif _RULE.fullmatch(text) and [line.form for line in above] == ["row"] and not _follows_row(found):
            above[0] = replace(above[0], form="head")
        elif text.startswith("|"):
            row = _row(number, text, path, faults)
            if above and above[0].in_table and len(above[0].cells) != len(row.cells):
                what = f"the row has {len(row.cells)} cells, the one above it {len(above[0].cells)}"
                faults.add(path, number, "P5", what, "write `|` before each cell, and before an empty one too")
            found.append([row])
        elif text.startswith(_ITEM):
            found.append([replace(_line(number, text[len(_ITEM) :], path, faults, _STRAY_IN_ITEM), form="item")])
        elif text.startswith(_MORE) and above and above[0].form == "item":
            above.append(replace(_line(number, text[len(_MORE) :], path, faults), form="item"))
        elif above and above[0].form:
            found.append([_line(number, text, path, faults)])
        else:
            above.append(_line(number, text, path, faults))
    return tuple(tuple(paragraph) for paragraph in found if paragraph)


def _follows_row(found: list[list[Line]]) -> bool:
    """Whether the last row is not the first one of its table."""
    return len(found) > 1 and any(line.in_table for line in found[-2])


def _row(number: int, text: str, path: str, faults: Faults) -> Line:
    """A row of a table; a sign at its end closes it, as Markdown tables may have it."""
    cells = text.split("|")[1:]
    cells = cells if cells[-1].strip() else cells[:-1] or cells
    plain = _line(number, "\t".join(cell.strip(BETWEEN_CELLS) for cell in cells), path, faults, _STRAY_IN_ITEM)
    return replace(plain, form="row", written=_EMPHASIS.sub(r"\1", "".join(cells)))


def _line(number: int, text: str, path: str, faults: Faults, stray_marks: re.Pattern[str] = _STRAY) -> Line:
    """One line of the transcript as label, plain text and spans of emphasis; marks of other kinds are reported (P5)."""
    if _EDGE.search(text):
        faults.add(path, number, "P5", "the line begins or ends with a space", "remove it; write one sentence a line")
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else text
    plain, spans, end = "", [], 0
    for found in _EMPHASIS.finditer(rest):
        plain += rest[end : found.start()]
        spans.append((len(plain), len(plain) + len(found[1])))
        plain += found[1]
        end = found.end()
    plain += rest[end:]
    stray = stray_marks.search(re.sub(r"\[[^\]]*\]", "", plain))
    if stray:
        faults.add(
            path,
            number,
            "P5",
            f"the mark {stray[0]!r} in a sentence",
            "in a sentence only `**label:**` at its head and `*emphasis*` are allowed",
        )
    return Line(number, label[1] if label else "", plain, tuple(spans))
