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
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import minify

from ..model import Design
from ..model.faults import BuildError
from ..read.files import read_matching, read_text, write_tree


class InvalidStyleSheet(BuildError):
    """A style sheet cannot be read."""

    subject = "a style sheet"


Token = Any
Made = TypeVar("Made")
Value = tuple[str, Sequence[Token]]
"""Name and value of a declaration."""
Words = frozenset[str]
"""What selectors can find: elements (``<p``), classes, attributes, values of attributes; what only Markdown makes (``:image``)."""

LAYER = "theme"
"""Rules outside a layer win against those in one, however specific these are: https://www.w3.org/TR/css-cascade-5/#layering."""

_MARKDOWN: Mapping[str, str] = {  # what Markdown makes, by the pattern of the text of which it makes it
    "": "<p <a <strong <em <br <ul <ol <li <h1 <h2 <h3 headerlink",
    r"`": "<code",
    r"(?m)^#.*`": ":code-in-heading",
    r"(?m)^\s*(```|~~~)|^( {4}|\t)\S": "<pre <code :block-of-code",
    r"(?m)^ {0,3}>": "<blockquote",
    r"(?m)^\s+([-*+]|\d+\.)\s": ":list-in-list",
    r"!\[": "<img align left right :image",
    r"\n\s*\n([-*_] ?){3,}\s*\n": "<hr",
    r"(?m)^#### ": "<h4",
    r"(?m)^##### ": "<h5",
    r"(?m)^###### ": "<h6",
    r"(?m)^[ |:-]*-[ |:-]*\|[ |:-]*$": "<table <thead <tbody <tr <th <td align left right center :table",
}
_ONLY_BY_MARKDOWN: Mapping[str, re.Pattern[str]] = {  # selectors of what no template holds, by the word above that they require
    ":code-in-heading": re.compile(r"(__link|ellipsis)\b.* code"),
    ":block-of-code": re.compile(r"\bpre\b.*\bcode"),
    ":list-in-list": re.compile(r"\b(ol|ul)\b.* (ol|ul)\b"),
    ":image": re.compile(r"(typeset|figure)\b.* img|\bimg\[src"),
    ":table": re.compile(r"\btable:not\(\[class\]\)"),
}
_TAG = re.compile(r"<[a-zA-Z][\w-]*")

DOCUMENT = frozenset({"<html", "<body", "<svg", "<path", "ltr", "slate"})
"""What the theme's icons and the settings bring to every page; both languages of the site run from left to right."""

_UNUSED = re.compile(
    r"md-(annotation|author|banner|button|clipboard|code|consent|content__button|feedback|header--lifted|header__source|nav__source|path|"
    r"progress|social|source|status|tabs?|tags?|tooltip|version)(?![a-z])|(highlight|indigo|keys|note|question|quote)$"
)
"""Parts of the theme that no page of this site has, although a template or a script contains the word."""

PARTS: Mapping[str, re.Pattern[str]] = {
    "search": re.compile(r"\.md-search-result( \.md-typeset| mark|__(article|item|link))"),
    "details": re.compile(r"(^|[\s>])(details|summary)\b"),
}
"""Parts of the theme that have a sheet of their own, by the selectors of their rules."""

_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->|/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", re.DOTALL)
_ELEMENT = re.compile(r"""<([a-z][\w-]*)|["'`]([a-z][a-z0-9]*)["'`]""")
_WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
_CAPITAL = re.compile(r"[A-Z]")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_GIVEN = re.compile(r"(--md-[\w-]+):")
_ANY_OF = frozenset({"is", "where", "has"})
_NESTING = frozenset({"media", "supports", "layer", "container"})


def words(sources: Iterable[str]) -> Words:
    """The words of templates and scripts, without their comments; names in ``dataset`` also as the attributes that they set.

    Elements are those of tags, and whole strings, by which scripts make some.
    """
    bare = [_COMMENT.sub("", source) for source in sources]
    found = {word for source in bare for word in _WORD.findall(source)}
    elements = {f"<{name}" for source in bare for names in _ELEMENT.findall(source) for name in names if name}
    return frozenset(elements | found | {"data-" + _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", word) for word in found})


def made_of(pages: Iterable[str]) -> Words:
    """What Markdown can make of the texts of pages; too much rather than too little."""
    text = "\n".join(pages)
    found = {word for pattern, made in _MARKDOWN.items() if re.search(pattern, text) for word in made.split()}
    return frozenset(found | set(_TAG.findall(text)))


def stylesheets(theme: Mapping[str, str], own: Mapping[str, Mapping[str, str]], used: Words, cache: Path) -> Mapping[str, str]:
    """The sheets of the site by name; the first one holds what of the theme is in no other part.

    ``theme`` are the theme's style sheets by file name, ``own`` ours for each sheet, both in the order of the cascade; ``used`` are the
    words of templates, scripts and pages; ``cache`` is a folder that keeps the result for the next build.
    Raises ``InvalidStyleSheet``, with file and place, if a sheet cannot be read.
    """
    versions = f"{version('tinycss2')} {version('tdewolff-minify')}"
    made_from = [
        read_text(Path(__file__)),
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
    return f"{name}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.min.css"


def cut(sheet: str, used: Words, variables: Iterable[str] = (), given: Iterable[str] = ()) -> str:
    """A style sheet with the rules, animations and custom properties that can be used; ``variables`` are used, ``given`` set outside it.

    Raises ``ValueError``, with the place, if it cannot be read or requires another file.
    """
    return "".join(_written(*_cut(sheet, used, variables, given)))


def _cut(
    sheet: str, used: Words, variables: Iterable[str], given: Iterable[str]
) -> tuple[Sequence[_Rule], set[str] | None, set[str] | None]:
    """The rules that can be used, and the custom properties and animations that are."""
    rules = [*_rules(_parsed(sheet), used | DOCUMENT)]
    values = [*_values(rules)]
    animated = {token.value for name, value in values if name.startswith("animation") for token in value if token.type == "ident"}
    return rules, _reached(values, variables) - {*given}, animated


def whole(sheet: str) -> str:
    """A style sheet without comments and with all its rules; raises ``ValueError`` as ``cut`` does."""
    return "".join(_written([*_rules(_parsed(sheet), None)], None, None))


def tokens(design: Design) -> str:
    """The colours as a style sheet of custom properties: dark ones on a dark screen, on paper always the light ones."""
    light, dark = (
        ";".join(f"--{name}:{getattr(colour, scheme)}" for name, colour in design.colours.items()) for scheme in ("light", "dark")
    )
    return f":root,[data-md-color-scheme]{{{light}}}@media screen{{[data-md-color-scheme=slate]{{{dark}}}}}"


def _made(theme: Mapping[str, str], own: Mapping[str, Mapping[str, str]], used: Words) -> Mapping[str, str]:
    ours = {sheet: "".join(_named(name, whole, text) for name, text in texts.items()) for sheet, texts in own.items()}
    all_ours = "".join(ours.values())
    variables = [*_VARIABLE.findall(all_ours), *(word for word in used if word.startswith("--"))]
    given = _GIVEN.findall(all_ours)
    rules, _, animated = _named(", ".join(theme), lambda text: _cut(text, used, variables, given), "\n".join(theme.values()))
    parts = [name for name in own if name in PARTS]
    common, defined = [*_of_part(rules, "", parts)], [*_values(rules)]
    everywhere = _reached([*_values(common), *_properties(defined)], variables) - {*given}
    theirs = {next(iter(own)): _written(common, everywhere, animated)}
    for part in parts:
        chosen = [*_of_part(rules, part, parts)]
        own_properties = _reached([*_values(chosen), *_properties(defined)], ()) - everywhere - {*given}
        theirs[part] = _written([*_of_properties(common), *chosen], own_properties, animated)
    layers = {name: f"@layer {LAYER}{{{''.join(written)}}}" for name, written in theirs.items()}
    return {name: str(minify.string("text/css", layers.get(name, "") + text)) for name, text in ours.items()}


def _properties(values: Iterable[Value]) -> Iterator[Value]:
    """The custom properties among declarations."""
    return (value for value in values if value[0].startswith("--"))


def _of_properties(rules: Iterable[_Rule]) -> Iterator[_Rule]:
    """The rules with their custom properties only."""
    for rule in rules:
        declarations = [one for one in rule.declarations if one[0].startswith("--")]
        yield _Rule(rule.selectors, rule.prelude, declarations, [*_of_properties(rule.rules)])


def _of_part(rules: Iterable[_Rule], part: str, parts: Sequence[str]) -> Iterator[_Rule]:
    """The rules whose selectors belong to a part; without a name, those that belong to none."""
    for rule in rules:
        if rule.selectors:
            chosen = [one for one in rule.selectors if next((name for name in parts if PARTS[name].search(one)), "") == part]
            if chosen:
                yield replace(rule, selectors=chosen)
        elif rule.rules:
            yield replace(rule, rules=[*_of_part(rule.rules, part, parts)])
        elif not part:
            yield rule


def _named(name: str, make: Callable[[str], Made], sheet: str) -> Made:
    """What ``make`` makes of a sheet; its fault names the file."""
    try:
        return make(sheet)
    except ValueError as error:
        raise InvalidStyleSheet(f"{name}:{error}\n    fix: correct the syntax there") from None


@dataclass(frozen=True)
class _Rule:
    """One rule: selectors with declarations (name, value, important), or a prelude with inner rules or a block to be copied."""

    selectors: Sequence[str] = ()
    prelude: str = ""
    declarations: Sequence[tuple[str, Sequence[Token], bool]] = ()
    rules: Sequence[_Rule] = ()
    block: str = ""


def _parsed(sheet: str) -> list[Token]:
    import tinycss2  # only here and in its callers: most builds find the sheet in the cache

    parsed: list[Token] = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return parsed


def _sound(node: Token) -> Token:
    """A node that is no syntax error."""
    if node.type == "error":
        raise _fault(node, node.message)
    return node


def _fault(node: Token, what: str) -> ValueError:
    return ValueError(f"{node.source_line}:{node.source_column}: {what}")


def _rules(nodes: Iterable[Token], used: Words | None) -> Iterator[_Rule]:
    """The rules that can apply; all of them where ``used`` is None."""
    import tinycss2

    for node in map(_sound, nodes):
        if node.type == "qualified-rule":
            selectors = [_text(one) for one in _listed(node.prelude) if used is None or _possible(one, used)]
            if selectors:
                yield _Rule(selectors, declarations=[*_declarations(node.content)])
        elif node.lower_at_keyword in _NESTING:
            inner = tinycss2.parse_rule_list(node.content or [], skip_comments=True, skip_whitespace=True)
            rules = [*_rules(inner, used)]
            if rules:
                yield _Rule(prelude=f"@{node.at_keyword} {_text(node.prelude)}", rules=rules)
        elif node.content is not None:
            yield _Rule(prelude=f"@{node.at_keyword} {_text(node.prelude)}", block=_text(node.content))
        elif node.lower_at_keyword != "charset":
            raise _fault(node, f"@{node.at_keyword} requires another file")


def _listed(tokens: Iterable[Token]) -> list[list[Token]]:
    """The selectors of a list."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _possible(selector: Sequence[Token], used: Words) -> bool:
    """Whether every name that a selector requires is among the words."""
    if any(word not in used and pattern.search(_text(selector)) for word, pattern in _ONLY_BY_MARKDOWN.items()):
        return False
    before = None
    for token in selector:
        if token.type == "ident" and before != ":" and not _known(token.value if before == "." else f"<{token.value}", used):
            return False
        if token.type == "[] block" and not _attribute(token.content, used):
            return False
        if token.type == "function" and token.lower_name in _ANY_OF and not any(_possible(one, used) for one in _listed(token.arguments)):
            return False
        before = token
    return True


def _known(name: str, used: Words) -> bool:
    return name in used and not _UNUSED.match(name)


def _attribute(content: Sequence[Token], used: Words) -> bool:
    """Whether some element may have the attribute and, where a selector requires a whole value, that value."""
    name, *test = (token for token in content if token.type != "whitespace")
    known = name.value in {"class", "id"} or _known(name.value, used)
    return known and not (len(test) > 1 and test[0] == "=" and not _known(test[1].value, used))


def _declarations(content: Sequence[Token]) -> Iterator[tuple[str, Sequence[Token], bool]]:
    """The declarations in a block: name, value, whether important."""
    import tinycss2

    for node in map(_sound, tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)):
        if node.type != "declaration":
            raise _fault(node, "a rule inside a rule is not understood by every browser")
        yield node.name, node.value, node.important


def _values(rules: Iterable[_Rule]) -> Iterator[Value]:
    """All declarations, those of inner rules too."""
    for rule in rules:
        yield from ((name, value) for name, value, _ in rule.declarations)
        yield from _values(rule.rules)


def _reached(values: Iterable[Value], variables: Iterable[str]) -> set[str]:
    """The custom properties that properties use, also by way of other custom properties."""
    uses: dict[str, set[str]] = {"": set(variables)}
    for name, value in values:
        uses.setdefault(name if name.startswith("--") else "", set()).update(_VARIABLE.findall(_text(value)))
    found: set[str] = set()
    ahead = uses[""]
    while ahead:
        found |= ahead
        ahead = {name for one in ahead for name in uses.get(one, ())} - found
    return found


def _written(rules: Iterable[_Rule], variables: set[str] | None, animated: set[str] | None) -> Iterator[str]:
    """The rules as text, without custom properties and animations that nothing uses; None keeps all."""
    for rule in rules:
        if rule.block:
            if animated is None or "keyframes" not in rule.prelude or rule.prelude.split()[1] in animated:
                yield f"{rule.prelude}{{{rule.block}}}"
            continue
        inner = "".join(_written(rule.rules, variables, animated)) or ";".join(
            f"{name}:{_text(value)}{'!important' if important else ''}"
            for name, value, important in rule.declarations
            if variables is None or not name.startswith("--") or name in variables
        )
        if inner:
            yield f"{rule.prelude or ','.join(rule.selectors)}{{{inner}}}"


def _text(tokens: Iterable[Token]) -> str:
    """Tokens as text, without comments and with single spaces."""
    import tinycss2

    bare = (token for token in tokens if token.type != "comment")
    return re.sub(r"\s+", " ", tinycss2.serialize(bare)).strip()
