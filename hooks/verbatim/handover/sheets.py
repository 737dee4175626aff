"""A list of records as a spreadsheet, and what an edited one changes in the file: value by value, so that all else stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

import yaml

from ..model.faults import Faults
from ..project import inspected
from ..read.files import Files
from ..read.yaml_nodes import Edit, applied, compose, end_of
from ..read.yaml_reader import FORMULA, keys_of
from ..read.yaml_records import read_list
from .columns import KINDS, Column, cell, columns, entered
from .pairs import NoHandover
from .sheet_files import Rows, rows_of, sheet
from .taken import Taken, brought, to_correct
from .yaml_edits import Cells, edits_of, record_text


@dataclass(frozen=True)
class _List:
    """A YAML file with a list of records: its path, text, columns and the node of each record by its id."""

    path: str
    text: str
    columns: tuple[Column, ...]
    records: Mapping[str, yaml.MappingNode]

    def cells(self, name: str) -> Cells:
        """The cells of a record by its id."""
        return {column: cell(self.records[name], column) for column in self.columns}


def handed(files: Files, path: str, name: str) -> bytes:
    """The content of the spreadsheet ``name`` with the records of the file at ``path``; raises ``NoHandover`` where it cannot be made."""
    found = _list(files, path)
    return sheet([[column.name for column in found.columns], *(list(found.cells(one).values()) for one in found.records)], name)


def taken(content: bytes, name: str, files: Files, path: str) -> Taken:
    """What a spreadsheet that came back changes in the file at ``path``.

    Raises ``NoHandover``, with the row, where a cell could be computed by a program or has several lines, where a row is lost, doubled or
    has no id, or where the file could not be read any more.
    """
    known = _list(files, path)
    came = _rows(rows_of(content, name), known, name)
    text = applied(known.text, [*_changes(known, came), *_additions(known, came)])
    if text == known.text:
        return Taken({}, _report(known, came))
    after = {**files, path: text.encode("utf-8")}
    new = brought(after, inspected(files)[1])
    unread = [fault for fault in new if fault.code.startswith(("Y", "F"))]
    if unread:
        raise NoHandover(f"{name}: nothing was changed, because the file could not be read:\n{Faults(unread).report()}")
    made = _list(after, path)
    assert {one: made.cells(one) for one in came} == came  # nothing is lost on the way
    return Taken({path: after[path]}, [*_report(known, came), *to_correct(new)])


def _list(files: Files, path: str) -> _List:
    """The list at a path; raises ``NoHandover`` where it is none that is handed over, or cannot be read."""
    kind = KINDS.get(PurePath(path).name)
    if kind is None or path not in files:
        names = ", ".join(one for one in files if PurePath(one).name in KINDS)
        raise NoHandover(f"{path}: this is no list that is handed over; there are: {names}")
    faults, text = Faults(), files[path].decode("utf-8")
    node = compose(text, path, faults)
    read_list(text, path, kind, faults)
    if node is None or faults:
        raise NoHandover(faults.report())
    found = tuple(columns(kind))
    records = {str(one): record for record in node.value for one in [cell(record, found[0])]}
    return _List(path, text, found, records)


def _rows(rows: Rows, known: _List, name: str) -> Mapping[str, Cells]:
    """Id to cells of each row, in the order of the sheet."""
    names = [column.name for column in known.columns]
    if not rows or sorted(rows[0]) != sorted(names):
        raise NoHandover(f"{name}:1: the first row holds the names of the columns: {', '.join(names)}")
    came: dict[str, Cells] = {}
    refused: list[str] = []
    for number, row in enumerate(rows[1:], 2):
        by_name = {title: text.strip() for title, text in zip(rows[0], row, strict=True)}
        if any(by_name.values()):
            one = by_name["id"]
            refused += [f"{name}:{number}: {what}" for what in _unusable(by_name, one in came)]
            came[one] = {column: entered(by_name[column.name], column) for column in known.columns}
    refused += [
        f"{name}: the row of {one!r} is missing; an id is permanent, so a record is removed in {known.path}"
        for one in known.records
        if one not in came
    ]
    if refused:
        raise NoHandover("\n".join([*refused, f"{len(refused)} refused; nothing was changed."]))
    return came


def _unusable(row: Mapping[str, str], doubled: bool) -> Iterator[str]:
    """Why a row cannot be taken."""
    if not row["id"] or doubled:
        yield f"the id {row['id']!r} is in an earlier row too" if doubled else "the id is missing"
    for title, text in row.items():
        if FORMULA.match(text):
            yield f"{title}: {text[:40]!r} begins as a formula does; write it in words"
        if len(text.splitlines()) > 1:  # with the ends of lines of YAML, such as U+0085
            yield f"{title}: {text[:40]!r} has several lines; write one"


def _changes(known: _List, came: Mapping[str, Cells]) -> Iterator[Edit]:
    """The edits of the records that the file has."""
    order = list(keys_of(KINDS[PurePath(known.path).name]))
    for one, record in known.records.items():
        try:
            yield from edits_of(record, known.cells(one), came[one], order, known.text)
        except NoHandover as refused:
            raise NoHandover(f"{known.path}: {one}: {refused}") from None


def _additions(known: _List, came: Mapping[str, Cells]) -> Iterator[Edit]:
    """New records, each behind the one of the row above, or behind the last one where it is the first row."""
    gap = "\n" if re.search(r"\n\n- ", known.text) else ""
    if not known.records:
        raise NoHandover(f"{known.path} has no record yet; write the first one by hand, so that others can be put after it")
    behind = list(known.records.values())[-1]
    texts: dict[int, str] = {}
    for one, cells in came.items():
        if one in known.records:
            behind = known.records[one]
        else:
            end = end_of(behind, known.text)
            texts[end] = texts.get(end, "") + gap + record_text(cells)
    yield from ((end, end, text) for end, text in texts.items())


def _report(known: _List, came: Mapping[str, Cells]) -> list[str]:
    """What was changed, a line for each value with old and new, and how much."""
    lines, added = [], [one for one in came if one not in known.records]
    for one, record in known.records.items():
        before = known.cells(one)
        lines += [
            f"{known.path}:{record.start_mark.line + 1}: {one}, {column.name}: {before[column] or 'nothing'} → {text or 'nothing'}"
            for column, text in came[one].items()
            if text != before[column]
        ]
    return [*lines, *(f"{known.path}: {one} added" for one in added), f"values changed: {len(lines)}, records added: {len(added)}"]
