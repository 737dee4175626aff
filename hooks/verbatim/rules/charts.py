"""Pictures: each shows rows that are there and that can be set side by side."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from ..model import LANGS, Picture, Target
from ..model.faults import Faults
from ..read.corpus import Transcript


def check(transcript: Transcript, faults: Faults) -> None:
    """I1 unknown row, I2 rows that do not go together, I3 a base that the quotation does not name."""
    rows = {row.id: row for row in transcript.targets}
    for picture in transcript.pictures:
        shown = [row for name in picture.rows if (row := _row(name, "rows", picture, rows, faults))]
        multiple = _row(picture.multiple, "multiple", picture, rows, faults) if picture.multiple else None
        _together(picture, shown, faults)
        _multiple(picture, multiple, faults)


def _row(name: str, key: str, picture: Picture, rows: Mapping[str, Target], faults: Faults) -> Target | None:
    """The row of an id; told where there is none."""
    if name not in rows:
        near = ", ".join(get_close_matches(name, sorted(rows), n=3)) or "an id of targets.yml"
        faults.add(picture.where.path, picture.where.of(key), "I1", f"{picture.id}: there is no row {name!r}", f"use {near}")
    return rows.get(name)


def _together(picture: Picture, rows: list[Target], faults: Faults) -> None:
    """The rows of a picture are one number each, of one unit: else their bars could not be compared."""

    def tell(key: str, what: str, fix: str) -> None:
        faults.add(picture.where.path, picture.where.of(key), "I2", f"{picture.id}: {what}", fix)

    for row in rows:
        if row.amount is None or row.amount.value is None:
            tell("rows", f"the row {row.id!r} has no single number", "take rows with a `value`")
    units = sorted({str(row.unit) for row in rows})
    if len(units) > 1:
        tell("rows", f"the rows count different things: {', '.join(units)}", "take rows of one unit")
    if picture.multiple is None and len(picture.rows) < 2:
        tell("rows", "there is nothing to compare", "name two rows or more, or `multiple` and `base`")
    if picture.multiple is not None and len(picture.rows) != 1:
        tell("rows", f"{len(picture.rows)} rows and a multiple", "name the one row that is the multiple of the base")
    if (picture.multiple is None) != (picture.base is None):
        tell("base", "`multiple` and `base` go together", "write both or neither")


def _multiple(picture: Picture, row: Target | None, faults: Faults) -> None:
    """The multiple is one, and its quotation names the base in both languages."""
    if row is None:
        return
    where = picture.where
    if row.amount is None or row.amount.operator != "multiple_of" or not row.amount.value:
        faults.add(where.path, where.of("multiple"), "I2", f"{picture.id}: the row {row.id!r} is no multiple", "name a row that is")
    for lang in LANGS:
        if picture.base and picture.base[lang] not in row.quote[lang]:
            what = f"{picture.id}: base.{lang} {picture.base[lang]!r} does not stand in {row.quote[lang]!r}"
            faults.add(where.path, picture.base.where.of(lang), "I3", what, "name the base as the quotation of the multiple does")
