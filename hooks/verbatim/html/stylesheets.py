"""The style sheets of the site: the theme's rules that the site can use, in a cascade layer, then our own rules; minified.

A rule of the theme stays if every element, class, attribute and attribute value in its selector occurs in a template, in a script, or
in what Markdown makes of the pages.  Ids, states and the arguments of ``:not()`` exclude no rule.  So the cut is known before a page is
rendered.  Rules for what is on some pages only, or displayed later, are in the sheet of that part (``PARTS``), which those pages or a
script load.  Our own rules are all kept.  A sheet that cannot be read stops the build.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import minify

from ..model import ENTRY_KINDS, Design
from ..model.faults import BuildError
from ..read.files import read_matching, read_text, write_tree
from ..text.fingerprint import fingerprint
from .css_rules import VARIABLE, Rule, Value, reached, usable, values, whole, written
from .css_words import Words


class InvalidStyleSheet(BuildError):
    """A style sheet cannot be read."""

    subject = "a style sheet"


Made = TypeVar("Made")
LAYER = "theme"
"""Rules outside a layer win against those in one, however specific these are: https://www.w3.org/TR/css-cascade-5/#layering."""

PARTS: Mapping[str, re.Pattern[str]] = {
    "search": re.compile(r"\.md-search-result( \.md-typeset| mark|__(article|item|link))"),
    "details": re.compile(r"(^|[\s>])(details|summary)\b"),
}
"""Parts of the theme that have a sheet of their own, by the selectors of their rules."""

_CODE = ("stylesheets.py", "css_rules.py", "css_words.py")
"""What makes the sheets; a change of any of it makes those in the cache stale."""

_GIVEN = re.compile(r"(--md-[\w-]+):")


def stylesheets(theme: Mapping[str, str], own: Mapping[str, Mapping[str, str]], used: Words, cache: Path) -> Mapping[str, str]:
    """The sheets of the site by name; the first one holds what of the theme is in no other part.

    ``theme`` are the theme's style sheets by file name, ``own`` ours for each sheet, both in the order of the cascade; ``used`` are the
    words of templates, scripts and pages; ``cache`` is a folder that keeps the result for the next build.
    Raises ``InvalidStyleSheet``, with file and place, if a sheet cannot be read.
    """
    versions = f"{version('tinycss2')} {version('tdewolff-minify')}"
    made_from = [
        *(read_text(Path(__file__).with_name(name)) for name in _CODE),
        versions,
        repr([*theme.items()]),
        repr([(name, [*sheets.items()]) for name, sheets in own.items()]),
    ]
    key = hashlib.sha256("\n".join([*made_from, repr(sorted(used))]).encode()).hexdigest()
    made = _kept(cache, key, [*own])
    if not made:
        made = _made(theme, own, used)
        with suppress(OSError):  # a cache that cannot be written only costs time
            write_tree(cache, {_kept_name(key, name, text.encode()): text for name, text in made.items()})
    return made


def _kept(cache: Path, key: str, names: Sequence[str]) -> Mapping[str, str]:
    """The sheets that are kept under a key; none unless all of them are there and undamaged."""
    found = {}
    for name in names:
        for file, content in read_matching(cache, f"{key}-{name}-*.css"):
            if file == _kept_name(key, name, content):
                found[name] = content.decode()
    return found if len(found) == len(names) else {}


def _kept_name(key: str, name: str, content: bytes) -> str:
    """The file that keeps a sheet: what it was made of, and whether it still is what was written."""
    return f"{key}-{name}-{hashlib.sha256(content).hexdigest()}.css"


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
    return f"{signs}:root,[data-md-color-scheme]{{{light}}}@media screen{{[data-md-color-scheme=slate]{{{dark}}}}}"


def _made(theme: Mapping[str, str], own: Mapping[str, Mapping[str, str]], used: Words) -> Mapping[str, str]:
    """The sheets of the site by name, minified; as ``stylesheets``, without the cache."""
    ours = {sheet: "".join(_named(name, whole, text) for name, text in texts.items()) for sheet, texts in own.items()}
    all_ours = "".join(ours.values())
    variables = [*VARIABLE.findall(all_ours), *(word for word in used if word.startswith("--"))]
    given = _GIVEN.findall(all_ours)
    rules, animated = _named(", ".join(theme), lambda text: usable(text, used), "\n".join(theme.values()))
    parts = [name for name in own if name in PARTS]
    common, defined = [*_of_part(rules, "", parts)], [*values(rules)]
    everywhere = reached([*values(common), *_properties(defined)], variables) - {*given}
    theirs = {next(iter(own)): written(common, everywhere, animated)}
    for part in parts:
        chosen = [*_of_part(rules, part, parts)]
        own_properties = reached([*values(chosen), *_properties(defined)], ()) - everywhere - {*given}
        theirs[part] = written([*_of_properties(common), *chosen], own_properties, animated)
    layers = {name: f"@layer {LAYER}{{{''.join(rules)}}}" for name, rules in theirs.items()}
    return {name: str(minify.string("text/css", layers.get(name, "") + text)) for name, text in ours.items()}


def _properties(values: Iterable[Value]) -> Iterator[Value]:
    """The custom properties among declarations."""
    return (value for value in values if value[0].startswith("--"))


def _of_properties(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The rules with their custom properties only."""
    for rule in rules:
        declarations = [declaration for declaration in rule.declarations if declaration[0].startswith("--")]
        yield Rule(rule.selectors, rule.prelude, declarations, [*_of_properties(rule.rules)])


def _of_part(rules: Iterable[Rule], part: str, parts: Sequence[str]) -> Iterator[Rule]:
    """The rules whose selectors belong to a part; without a name, those that belong to none."""
    for rule in rules:
        if rule.selectors:
            chosen = [selector for selector in rule.selectors if _part_of(selector, parts) == part]
            if chosen:
                yield replace(rule, selectors=chosen)
        elif rule.rules:
            yield replace(rule, rules=[*_of_part(rule.rules, part, parts)])
        elif not part:
            yield rule


def _part_of(selector: str, parts: Sequence[str]) -> str:
    """The first of the parts that a selector belongs to, or empty."""
    return next((name for name in parts if PARTS[name].search(selector)), "")


def _named(name: str, make: Callable[[str], Made], sheet: str) -> Made:
    """What ``make`` makes of a sheet; its fault names the file."""
    try:
        return make(sheet)
    except ValueError as error:
        raise InvalidStyleSheet(f"{name}:{error}\n    fix: correct the syntax there") from None
