"""How published data files are written: JSON that reads well in a diff, CSV as spreadsheets and programs read it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence


def json_text(records: object) -> str:
    """Plain data as JSON: Chinese as it is, one field a line, a line feed at the end."""
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def json_items(records: Sequence[object]) -> str:
    """Plain data as ``json_text`` writes it within a list, for ``json_list``."""
    return json_text(records)[1:-2].strip("\n")


def json_list(parts: Iterable[str]) -> str:
    """Parts of a list (``json_items``) as ``json_text`` writes the whole list."""
    items = ",\n".join(filter(None, parts))
    return f"[\n{items}\n]\n" if items else json_text([])


def csv_text(columns: Sequence[str], rows: Iterable[Iterable[object]], bom: bool = False) -> str:
    """A table as CSV, a line of column names first; ``None`` is an empty cell.

    With ``bom`` it begins with a byte order mark, without which a spreadsheet does not read it as UTF-8.
    """
    return ("\ufeff" if bom else "") + csv_lines([columns, *rows])


def csv_lines(rows: Iterable[Iterable[object]]) -> str:
    """The lines of a table, as ``csv_text`` writes them."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
