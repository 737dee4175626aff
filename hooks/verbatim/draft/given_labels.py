"""Labels of outlets and people whose English name has been decided: in the place of a letter for the outlet, or of a proposed name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from ..model.faults import Faults
from ..read.files import Files
from ..read.yaml_nodes import applied, compose, end_of, node_at
from ..received.names import english_name, family_of, taiwan_name
from ..received.outlets import PLACEHOLDER
from ..received.people import english_label
from ..text.matching import alternation, contains_word
from ..text.open_points import is_open
from .line_marks import label_mark
from .proposals import Settled
from .written import quoted


def named(event: str, files: Files) -> Settled:
    """The people and the English pages of an event with the labels that their names give."""
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
    """The values that hold the label of somebody whose name is decided, each with the label that it should be."""
    for person in people.value:
        zh, name, kind = (node_at(person, keys).value for keys in (("name", "zh"), ("name", "en"), ("kind",)))
        labels = [node_at(person, ("label",)), *getattr(node_at(person, ("labels",)), "value", ())]
        for one in (node_at(label, ("en",)) for label in labels) if not is_open(name) else ():
            label = _given(one.value, zh, name, kind)
            if label != one.value:
                yield one, label


def _given(label: str, zh: str, name: str, kind: str) -> str:
    """A label with the name in it that is decided: whole for an outlet, of anybody else where it has the name that a draft proposes."""
    if kind == "outlet":
        found = PLACEHOLDER.fullmatch(label)
        return english_label(name, "outlet", found["who"].strip()) if found else label
    if contains_word(name, label, "en"):
        return label
    proposed = alternation({english_name(zh), taiwan_name(zh)} if family_of(zh) else {english_name(zh)})
    return re.sub(rf"(?<!\w)(?:{proposed})(?!\w)", lambda _: name, label)


def _pages(event: str, files: Files, labels: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The English pages with new labels at the heads of their lines."""
    head = re.compile(rf"^(?:{'|'.join(map(re.escape, labels))})", re.M)
    for path, content in files.items():
        if path.startswith(f"docs/en/{event}/") and path.endswith(".md"):
            yield path, head.sub(lambda found: labels[found[0]], content.decode("utf-8")).encode("utf-8")
