"""Checks JSON-LD against the vocabulary of schema.org, as strict types: unknown types and properties, wrong values, dead references."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from schema_org import registry
from schema_org.base import SchemaModel

Node = dict[str, Any]
DATES = {"Date", "DateTime"}


def faults(graph: Node) -> list[str]:
    """All that is wrong with a page's graph; empty where nothing is."""
    found = [] if graph.get("@context") == "https://schema.org" else ["the context is not schema.org"]
    named = {node["@id"]: node for node in graph["@graph"] if "@id" in node}
    for node in graph["@graph"]:
        _typed(node, named, found)
    return found


def _typed(node: Node, named: Mapping[str, Node], found: list[str]) -> SchemaModel | None:
    """A node as the type it claims to be; its faults are told once, at the innermost place."""
    name = node.get("@type", "")
    if set(node) == {"@id"}:
        if node["@id"] not in named:
            found.append(f"{node['@id']} is not in the graph")
            return None
        return _typed({key: value for key, value in named[node["@id"]].items() if not _refers(value)}, named, [])
    try:
        model = registry.get_model(name)
    except KeyError:
        found.append(f"{name!r} is no type of schema.org")
        return None
    ranges = {one.schema_name: set(one.ranges) for one in model.SCHEMA_PROPERTIES}
    before = len(found)
    values = {key: _value(value, ranges.get(key, set()), named, found) for key, value in node.items() if key != "@type"}
    if len(found) > before:
        return None
    try:
        return model.model_validate(values)
    except ValidationError as wrong:
        found += [f"{name}.{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in wrong.errors()]
        return None


def _refers(value: Any) -> bool:
    """Whether a value leads back into the graph, so that following it could turn in a circle."""
    return isinstance(value, dict) and set(value) == {"@id"}


def _value(value: Any, ranges: set[str], named: Mapping[str, Node], found: list[str]) -> Any:
    """A value as the strict types want it: nodes typed, dates as dates."""
    if isinstance(value, list):
        return [_value(one, ranges, named, found) for one in value]
    if isinstance(value, dict):
        return _typed(value, named, found)
    if isinstance(value, str) and ranges & DATES and not ranges & {"Text", "URL"}:
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            found.append(f"{value!r} is no date")
    return value
