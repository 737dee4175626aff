"""Labels of outlets whose English name has been written: they take the place of those that stand for them in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from ..model.faults import Faults
from ..read.files import Files
from ..read.yaml_nodes import applied, compose, end_of, node_at
from ..text.open_points import is_open
from .outlets import PLACEHOLDER
from .people import english_label
from .proposals import Settled
from .shapes import label_mark
from .written import quoted


def named(event: str, files: Files) -> Settled:
    """The people and the English pages of an event with the labels that the names of the outlets give."""
    path = f"data/{event}/people.yml"
    node = compose(files[path].decode("utf-8"), path, Faults()) if path in files else None
    places = list(_places(node)) if node else []
    if not places:
        return Settled({}, 0)
    text = files[path].decode("utf-8")
    edits = [(one.start_mark.index, end_of(one, text), quoted(label, always=True)) for one, label in places]
    labels = {label_mark(one.value): label_mark(label) for one, label in places}
    return Settled({path: applied(text, edits).encode("utf-8"), **dict(_pages(event, files, labels))}, len(places))


def _places(people: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """The values that hold the label of an outlet whose name is decided, each with the label that it should be."""
    for person in people.value:
        name, kind = node_at(person, ("name", "en")), node_at(person, ("kind",))
        if kind.value == "outlet" and not is_open(name.value):
            labels = [node_at(person, ("label",)), *getattr(node_at(person, ("labels",)), "value", ())]
            english = (node_at(one, ("en",)) for one in labels)
            yield from ((one, english_label(name.value, "outlet")) for one in english if PLACEHOLDER.fullmatch(one.value))


def _pages(event: str, files: Files, labels: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The English pages with new labels at the heads of their lines."""
    head = re.compile(rf"^(?:{'|'.join(map(re.escape, labels))})", re.M)
    for path, content in files.items():
        if path.startswith(f"docs/en/{event}/") and path.endswith(".md"):
            yield path, head.sub(lambda found: labels[found[0]], content.decode("utf-8")).encode("utf-8")
