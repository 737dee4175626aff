"""A built script holds the very strings, templates and patterns of its sources."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

import pytest
import tree_sitter_javascript
from javascript import SOURCES, engine
from tree_sitter import Language, Node, Parser

from verbatim.html.scripts import BUILT, built

PARSER = Parser(Language(tree_sitter_javascript.language()))
SHIPPED = built(SOURCES)


def literals(source: str) -> Iterator[tuple[str, str]]:
    """The sort and the text of every literal of a script, outer ones before those inside them."""
    tree = PARSER.parse(source.encode())
    assert not tree.root_node.has_error
    ahead = [tree.root_node]
    while ahead:
        node = ahead.pop()
        ahead += node.children
        if node.type == "string":
            yield "string", text(node)
        elif node.type == "template_string":
            yield from template(node)
        elif node.type == "regex":
            yield "regex", text(node)


def template(node: Node) -> Iterator[tuple[str, str]]:
    """The pieces of a template between its substitutions, as strings."""
    source, at = text(node).encode(), 1
    for inner in node.children:
        if inner.type == "template_substitution":
            yield "string", f"`{source[at : inner.start_byte - node.start_byte].decode()}`"
            at = inner.end_byte - node.start_byte
    yield "string", f"`{source[at:-1].decode()}`"


def text(node: Node) -> str:
    assert node.text is not None
    return node.text.decode()


def values(source: str) -> Counter[str]:
    """What the literals of a script stand for, however they are written; how often each."""
    found = [literal if sort == "regex" else f"({literal})" for sort, literal in literals(source)]
    given: list[str] = json.loads(str(engine().eval(f"JSON.stringify([{','.join(found)}].map(String))")))
    return Counter(one for one in given if one)  # an empty piece of a template says nothing


@pytest.mark.parametrize("name", BUILT)
def test_a_built_script_has_the_strings_templates_and_patterns_of_its_sources(name: str) -> None:
    sources: Counter[str] = Counter()
    for part in BUILT[name]:
        sources += values(SOURCES[part])

    assert values(SHIPPED[name]) == sources


def test_a_lost_space_in_a_nested_template_is_seen() -> None:
    assert values("`a${`, ${b}`}`") != values("`a${`,${b}`}`")
