"""The style sheets of the site, each joined from files of ours, proved to be readable, and minified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import PurePath
from typing import Any

from ..model import ENTRY_KINDS, Design
from ..model.faults import BuildError
from ..text.cache import cached
from ..text.fingerprint import fingerprint

Token = Any

LAYERS = ("base", "page", "feature", "print")
"""The layers of the cascade: a rule wins against every rule of a layer before its own, however short its selector.

A file is in the layer of its name, any other one in that of the features.
"""
_NESTING = frozenset({"media", "supports", "container"})
"""Rules that hold rules; a block of another one, such as ``@page``, is left as it is."""


class InvalidStyleSheet(BuildError):
    """A style sheet cannot be read."""

    subject = "a style sheet"


def stylesheets(files: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """The sheets by name, minified; ``files`` are for each sheet the texts it is made of, by file name, in the order of the cascade.

    Raises ``InvalidStyleSheet``, with file and place, if a text cannot be read.
    """
    import minify  # only here: it brings threads, with which a process cannot be forked

    for name, text in {name: text for texts in files.values() for name, text in texts.items()}.items():
        _prove(name, text)
    return {name: str(minify.string("text/css", _layered(texts))) for name, texts in files.items()}


def _layered(texts: Mapping[str, str]) -> str:
    """Texts by file name as one sheet, each in its layer; what is in several sheets of a page names all of them in their order."""
    layers = groupby(texts, lambda path: _layer(PurePath(path)))
    return f"@layer {','.join(LAYERS)};" + "".join(f"@layer {layer}{{{''.join(map(texts.__getitem__, paths))}}}" for layer, paths in layers)


def _layer(path: PurePath) -> str:
    return path.stem if path.stem in LAYERS else "feature"


def file_name(name: str, text: str) -> str:
    """The file name of a sheet that pages load; it holds a hash of its content."""
    return f"{name}.{fingerprint(text)}.min.css"


def tokens(design: Design) -> str:
    """Colours and signs as a style sheet of custom properties.

    Dark colours are those of a dark screen, on paper it is always the light ones.  A sign is that of the class named after its kind.
    """
    light, dark = (
        ";".join(f"--{name}:{getattr(colour, scheme)}" for name, colour in design.colours.items()) for scheme in ("light", "dark")
    )
    signs = "".join(f'.{kind}{{--sign:"{getattr(design.signs, kind)}"}}' for kind in (*ENTRY_KINDS, "slip"))
    return f"{signs}:root{{{light}}}@media screen{{[data-md-color-scheme=slate]{{{dark}}}}}"


def _prove(name: str, sheet: str) -> None:
    for place, what in _wrong(sheet):
        raise InvalidStyleSheet(f"{name}:{place}: {what}\n    fix: correct the syntax there")


@cached(256)
def _wrong(sheet: str) -> tuple[tuple[str, str], ...]:
    """What is wrong with a sheet, each with its line and column."""
    import tinycss2  # only here and below: not every command makes sheets

    found = _faults(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))
    return tuple((f"{node.source_line}:{node.source_column}", what) for node, what in found)


def _faults(nodes: Iterable[Token]) -> Iterator[tuple[Token, str]]:
    """What is wrong with rules, and with those inside them: each with the node whose place it is at."""
    import tinycss2

    for node in nodes:
        if node.type == "error":
            yield node, node.message
        elif node.type == "qualified-rule":
            yield from _of_declarations(tinycss2.parse_declaration_list(node.content, skip_comments=True, skip_whitespace=True))
        elif node.content is None:
            yield node, f"@{node.at_keyword} requires another file"
        elif node.lower_at_keyword in _NESTING:
            yield from _faults(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))


def _of_declarations(nodes: Iterable[Token]) -> Iterator[tuple[Token, str]]:
    for node in nodes:
        if node.type == "error":
            yield node, node.message
        elif node.type != "declaration":
            yield node, "a rule inside a rule is not understood by every browser"
