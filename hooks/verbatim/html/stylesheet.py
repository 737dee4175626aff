"""The one style sheet of the site: the theme's rules that the site can use, in a cascade layer, then our own rules; minified.

A rule of the theme stays if every element, class, attribute and attribute value in its selector occurs as a word in a template or a
script.  Ids, states and the arguments of ``:not()`` exclude no rule.  So the cut is known before a page is rendered, and what Markdown
can make is listed here, so that no text needs a new cut.  Our own rules are all kept; what they cannot be is broken.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import minify

from ..model import Design
from ..model.faults import BuildError
from ..read.files import read_text, write_tree


class InvalidStyleSheet(BuildError):
    """A style sheet cannot be read."""

    subject = "a style sheet"


Token = Any
Words = frozenset[str]
"""What selectors can find: names of elements, classes and attributes, and values of attributes."""

LAYER = "theme"
"""Rules outside a layer win against those in one, however specific these are: https://www.w3.org/TR/css-cascade-5/#layering."""

MARKDOWN = frozenset(
    {
        *("a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "kbd", "li", "ol", "p", "pre", "s", "small", "span", "strong"),
        *("sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", "align", "center", "left", "right", "start", "headerlink"),
    }
)
"""The elements, attributes and classes that Python-Markdown makes, and those that emphasis and tables bring along."""

DOCUMENT = frozenset({"html", "body", "svg", "path", "ltr", "slate"})
"""What the theme's icons and the settings bring to every page; both languages of the site run from left to right."""

_UNUSED = re.compile(
    r"md-(annotation|author|banner|button|clipboard|code|consent|content__button|feedback|header--lifted|header__source|nav__source|path|"
    r"progress|social|source|status|tabs?|tags?|tooltip|version)(?![a-z])|(highlight|indigo|note|question|quote)$"
)
"""Parts of the theme that no page of this site has, although a template or a script contains the word."""

_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->|/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", re.DOTALL)
_WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
_CAPITAL = re.compile(r"[A-Z]")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_GIVEN = re.compile(r"(--md-[\w-]+):")
_ANY_OF = frozenset({"is", "where", "has"})
_NESTING = frozenset({"media", "supports", "layer", "container"})


def words(sources: Iterable[str]) -> Words:
    """The words of templates and scripts, without their comments; names in ``dataset`` also as the attributes that they set."""
    found = {word for source in sources for word in _WORD.findall(_COMMENT.sub("", source))}
    return frozenset(found | {"data-" + _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", word) for word in found})


def stylesheet(theme: Mapping[str, str], own: Mapping[str, str], users: Iterable[str], cache: Path) -> tuple[str, str]:
    """The sheet of the site: its file name, which holds a hash of its content, and its text.

    ``theme`` and ``own`` are style sheets by file name, in the order of the cascade; ``users`` are the sources of templates and scripts;
    ``cache`` is a folder that keeps the result for the next build.
    Raises ``InvalidStyleSheet``, with file and place, if a sheet cannot be read.
    """
    used = words(users)
    made_of = [read_text(Path(__file__)), repr([*theme.items(), *own.items()]), repr(sorted(used))]
    key = hashlib.sha256("\n".join(made_of).encode()).hexdigest()
    kept = cache / f"{key}.css"
    if not kept.exists():
        write_tree(cache, {kept.name: _made(theme, own, used).encode()})
    text = read_text(kept)
    return f"site.{hashlib.sha256(text.encode()).hexdigest()[:8]}.min.css", text


def cut(sheet: str, used: Words, variables: Iterable[str] = (), given: Iterable[str] = ()) -> str:
    """A style sheet with the rules, animations and custom properties that can be used; ``variables`` are used, ``given`` set outside it.

    Raises ``ValueError``, with the place, if it cannot be read or requires another file.
    """
    rules = [*_rules(_parsed(sheet), used | MARKDOWN | DOCUMENT)]
    values = [*_values(rules)]
    animated = {token.value for name, value in values if name.startswith("animation") for token in value if token.type == "ident"}
    return "".join(_written(rules, _reached(values, variables) - {*given}, animated))


def whole(sheet: str) -> str:
    """A style sheet without comments and with all its rules; raises ``ValueError`` as ``cut`` does."""
    return "".join(_written([*_rules(_parsed(sheet), None)], None, None))


def tokens(design: Design) -> str:
    """The colours as a style sheet of custom properties: dark ones on a dark screen, on paper always the light ones."""
    light, dark = (
        ";".join(f"--{name}:{getattr(colour, scheme)}" for name, colour in design.colours.items()) for scheme in ("light", "dark")
    )
    return f":root,[data-md-color-scheme]{{{light}}}@media screen{{[data-md-color-scheme=slate]{{{dark}}}}}"


def _made(theme: Mapping[str, str], own: Mapping[str, str], used: Words) -> str:
    ours = "".join(_named(name, whole, sheet) for name, sheet in own.items())
    variables = [*_VARIABLE.findall(ours), *(word for word in used if word.startswith("--"))]
    text = "\n".join(theme.values())
    theirs = _named(", ".join(theme), lambda sheet: cut(sheet, used, variables, _GIVEN.findall(ours)), text)
    return str(minify.string("text/css", f"@layer {LAYER}{{{theirs}}}{ours}"))


def _named(name: str, make: Any, sheet: str) -> str:
    """What ``make`` makes of a sheet; its fault names the file."""
    try:
        return str(make(sheet))
    except ValueError as error:
        raise InvalidStyleSheet(f"{name}:{error}\n    fix: correct the syntax there") from None


@dataclass(frozen=True)
class _Rule:
    """One rule: its prelude, and either declarations (name, value, important), inner rules, or a block to be copied (``@font-face``)."""

    prelude: str
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
                yield _Rule(",".join(selectors), [*_declarations(node.content)])
        elif node.lower_at_keyword in _NESTING:
            inner = tinycss2.parse_rule_list(node.content or [], skip_comments=True, skip_whitespace=True)
            rules = [*_rules(inner, used)]
            if rules:
                yield _Rule(f"@{node.at_keyword} {_text(node.prelude)}", rules=rules)
        elif node.content is not None:
            yield _Rule(f"@{node.at_keyword} {_text(node.prelude)}", block=_text(node.content))
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
    before = None
    for token in selector:
        if token.type == "ident" and before != ":" and not _known(token.value, used):
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


def _values(rules: Iterable[_Rule]) -> Iterator[tuple[str, Sequence[Token]]]:
    """All declarations, those of inner rules too."""
    for rule in rules:
        yield from ((name, value) for name, value, _ in rule.declarations)
        yield from _values(rule.rules)


def _reached(values: Iterable[tuple[str, Sequence[Token]]], variables: Iterable[str]) -> set[str]:
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
            yield f"{rule.prelude}{{{inner}}}"


def _text(tokens: Iterable[Token]) -> str:
    """Tokens as text, without comments and with single spaces."""
    import tinycss2

    bare = (token for token in tokens if token.type != "comment")
    return re.sub(r"\s+", " ", tinycss2.serialize(bare)).strip()
