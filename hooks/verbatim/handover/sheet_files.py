"""Spreadsheets as files: .csv (UTF-8 with a byte order mark, so that Excel knows it) and .xlsx; every cell is a text."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from openpyxl import Workbook, load_workbook

from .pairs import NoHandover

Rows = Sequence[Sequence[str]]
"""The rows of a sheet, the names of the columns first."""
SUFFIXES = (".csv", ".xlsx")
_TEXT = "@"
_LARGEST = 50_000_000
"""Bytes of the unpacked parts of a workbook, a hundred times those of a long list: a small file can hold any number of them."""
_WIDEST, _PER_CHARACTER = 60, 1.2


def sheet(rows: Rows, name: str) -> bytes:
    """The content of a file with such a name; raises ``NoHandover`` where it ends in neither of ``SUFFIXES``."""
    return _as_csv(rows) if _suffix(name) == ".csv" else _as_workbook(rows)


def rows_of(content: bytes, name: str) -> Rows:
    """The rows of a file, as many cells in each as the first one has; raises ``NoHandover`` where it cannot be read."""
    found = [list(row) for row in (_of_csv(content, name) if _suffix(name) == ".csv" else _of_workbook(content, name))]
    width = len(found[0]) if found else 0
    for number, row in enumerate(found, 1):
        if any(row[width:]):
            raise NoHandover(f"{name}:{number}: there are more cells than names of columns: {' '.join(row[width:])[:60]!r}")
    return [[*row, *[""] * width][:width] for row in found]


def _suffix(name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise NoHandover(f"{name}: a spreadsheet ends in {' or '.join(SUFFIXES)}")
    return suffix


def _as_csv(rows: Rows) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _of_csv(content: bytes, name: str) -> Iterable[Sequence[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoHandover(f"{name}: this is not UTF-8; save it as “CSV UTF-8”, or as .xlsx") from None
    head = text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    rows, line = [], 1
    try:
        for row in lines:
            rows.append(row)
            line = lines.line_num + 1
    except csv.Error as error:
        what = f"from line {line} on the cells cannot be told apart: {error}"
        raise NoHandover(f"{name}:{line}: {what}; close each quotation mark, or save the sheet as .xlsx") from None
    return rows


def _as_workbook(rows: Rows) -> bytes:
    book = Workbook()
    table = book.active
    assert table is not None  # a new workbook has a sheet
    for row in rows:
        table.append(list(row))
    for line in table.iter_rows():
        for one in line:
            one.number_format, one.data_type = _TEXT, "s"  # else a program makes dates and numbers of what looks like them
    for letter, column in zip((one.column_letter for one in next(table.iter_rows())), zip(*rows, strict=True), strict=True):
        table.column_dimensions[letter].width = min(_WIDEST, 4 + _PER_CHARACTER * max(map(len, column)))
    table.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _of_workbook(content: bytes, name: str) -> Iterable[Sequence[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > _LARGEST:
            raise ValueError(f"it holds {size} bytes, more than {_LARGEST}")
        book = load_workbook(io.BytesIO(content), read_only=True)
        sheets = [[[_text(value) for value in row] for row in table.iter_rows(values_only=True)] for table in book.worksheets]
    except Exception as error:  # of a damaged file openpyxl raises whatever its zip archive, its XML and their values happen to cause
        raise NoHandover(f"{name}: this is no .xlsx file, or a damaged one: {error}; save it again as .xlsx") from None
    if len(sheets) != 1:
        raise NoHandover(f"{name}: there are {len(sheets)} sheets: {', '.join(book.sheetnames)}; keep the one that was handed over")
    return sheets[0]


def _text(value: Any) -> str:
    """A cell as text, as the data write such a value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return format(Decimal(str(value)).normalize(), "f")
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value)
