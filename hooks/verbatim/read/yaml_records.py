"""The records of YAML files; every fault of a file is reported, with its line.  The types of the records in ``model`` are the schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

from ..model import Record
from ..model.faults import Fault, Faults
from ..text.cache import Listed, cached

R = TypeVar("R", bound=Record)

_REMEMBERED = 16_384
"""Texts of files whose records are kept: those of a few hundred events."""
Form = Literal["one", "list", "map"]
"""How a file holds records of a kind: one, a list of them, or a mapping of names to them."""


def read_list(text: str, path: str, kind: type[R], faults: Faults) -> tuple[R, ...]:
    """The records of a file that holds a list, those without faults; ids must be unique in the file.  Never raises."""
    return read_records(text, path, kind, "list", faults) or ()


def read_one(text: str, path: str, kind: type[R], faults: Faults) -> R | None:
    """The record of a file that holds one mapping, or None and faults.  Never raises."""
    found: R | None = read_records(text, path, kind, "one", faults)
    return found


def read_records(text: str, path: str, kind: Any, form: Form, faults: Faults) -> Any:
    """What a file holds of ``kind``, those without faults, or None.  Never raises."""
    found, reported = _cached(Listed(text, f"={text}"), path, kind, form)
    faults.extend(reported)
    return found


@cached(_REMEMBERED)
def _cached(listed: Listed[str], path: str, kind: Any, form: Form) -> tuple[Any, tuple[Fault, ...]]:
    """What a file holds and its faults.  An edit leaves most files as they are, and records are never changed: read each text once."""
    from .yaml_reader import read  # here, because loading PyYAML takes as long as a check of what one edit of a page changed

    faults = Faults()
    found = read(listed.value, path, {"one": kind, "list": tuple[kind, ...], "map": Mapping[str, kind]}[form], faults)
    if isinstance(found, tuple):
        _unique_ids(found, faults)
    return found, tuple(faults)


def _unique_ids(records: tuple[Any, ...], faults: Faults) -> None:
    """Report each record whose id an earlier record has; records without ids pass."""
    seen: dict[str, int] = {}
    for record in records:
        name, where = getattr(record, "id", None), record.where
        if name in seen:
            faults.at(where, "id", "Y8", f"the id {name!r} is taken by line {seen[name]}", "choose another id")
        elif name is not None:
            seen[name] = where.of("id")
