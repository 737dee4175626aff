"""Texts that name a record by its id or a value of the vocabulary by its key; plain ``str`` for types and for the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True)
class KeyOf:
    """Marks a text that must be a key of ``collection``: a field of the corpus, of a transcript or of the vocabulary."""

    collection: str


PersonId = Annotated[str, KeyOf("people")]
UnitId = Annotated[str, KeyOf("units")]
TermId = Annotated[str, KeyOf("terms")]
EntryId = Annotated[str, KeyOf("entries")]

OperatorKey = Annotated[str, KeyOf("operators")]
StrengthKey = Annotated[str, KeyOf("strengths")]
ScopeKey = Annotated[str, KeyOf("scopes")]
FieldKey = Annotated[str, KeyOf("fields")]
GroupKey = Annotated[str, KeyOf("groups")]
LevelKey = Annotated[str, KeyOf("levels")]
FitKey = Annotated[str, KeyOf("fits")]
ConfidenceKey = Annotated[str, KeyOf("confidences")]
BasisKey = Annotated[str, KeyOf("bases")]
