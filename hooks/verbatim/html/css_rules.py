"""The rules of a style sheet: read, cut to those that can apply and to the custom properties that are used, and written again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .css_words import DOCUMENT, Words

Token = Any
Value = tuple[str, Sequence[Token]]
"""Name and value of a declaration."""

_ONLY_BY_MARKDOWN: Mapping[str, re.Pattern[str]] = {  # selectors of what no template holds, by the word above that they require
    ":code-in-heading": re.compile(r"(__link|ellipsis)\b.* code"),
    ":block-of-code": re.compile(r"\bpre\b.*\bcode"),
    ":list-in-list": re.compile(r"\b(ol|ul)\b.* (ol|ul)\b"),
    ":image": re.compile(r"(typeset|figure)\b.* img|\bimg\[src"),
    ":table": re.compile(r"\btable:not\(\[class\]\)"),
}
_UNUSED = re.compile(
    r"md-(annotation|author|banner|button|clipboard|code|consent|content__button|feedback|header--lifted|header__source|nav__source|path|"
    r"progress|social|source|status|tabs?|tags?|tooltip|version)(?![a-z])|(highlight|indigo|keys|note|question|quote)$"
)
"""Parts of the theme that no page of this site has, although a template or a script contains the word."""

VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_ANY_OF = frozenset({"is", "where", "has"})
_NESTING = frozenset({"media", "supports", "layer", "container"})


@dataclass(frozen=True)
class Rule:
    """One rule: selectors with declarations (name, value, important), or a prelude with inner rules or a block to be copied."""

    selectors: Sequence[str] = ()
    prelude: str = ""
    declarations: Sequence[tuple[str, Sequence[Token], bool]] = ()
    rules: Sequence[Rule] = ()
    block: str = ""


def usable(sheet: str, used: Words) -> tuple[Sequence[Rule], set[str]]:
    """The rules of a style sheet that can apply where ``used`` are the words, and the names of the animations that these use.

    Raises ``ValueError``, with the place, if the sheet cannot be read or requires another file.
    """
    rules = [*_rules(_parsed(sheet), used | DOCUMENT)]
    animated = {token.value for name, value in values(rules) if name.startswith("animation") for token in value if token.type == "ident"}
    return rules, animated


def whole(sheet: str) -> str:
    """A style sheet without comments and with all its rules; raises ``ValueError`` as ``usable`` does."""
    return "".join(written([*_rules(_parsed(sheet), None)], None, None))


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


def _rules(nodes: Iterable[Token], used: Words | None) -> Iterator[Rule]:
    """The rules that can apply; all of them where ``used`` is None."""
    import tinycss2

    for node in map(_sound, nodes):
        if node.type == "qualified-rule":
            selectors = [_text(selector) for selector in _listed(node.prelude) if used is None or _possible(selector, used)]
            if selectors:
                yield Rule(selectors, declarations=[*_declarations(node.content)])
        elif node.lower_at_keyword in _NESTING:
            inner = tinycss2.parse_rule_list(node.content or [], skip_comments=True, skip_whitespace=True)
            rules = [*_rules(inner, used)]
            if rules:
                yield Rule(prelude=f"@{node.at_keyword} {_text(node.prelude)}", rules=rules)
        elif node.content is not None:
            yield Rule(prelude=f"@{node.at_keyword} {_text(node.prelude)}", block=_text(node.content))
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
        alternatives = _listed(token.arguments) if token.type == "function" and token.lower_name in _ANY_OF else []
        if alternatives and not any(_possible(alternative, used) for alternative in alternatives):
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


def values(rules: Iterable[Rule]) -> Iterator[Value]:
    """All declarations, those of inner rules too."""
    for rule in rules:
        yield from ((name, value) for name, value, _ in rule.declarations)
        yield from values(rule.rules)


def reached(values: Iterable[Value], variables: Iterable[str]) -> set[str]:
    """The custom properties that properties use, also by way of other custom properties."""
    uses: dict[str, set[str]] = {"": set(variables)}
    for name, value in values:
        uses.setdefault(name if name.startswith("--") else "", set()).update(VARIABLE.findall(_text(value)))
    found: set[str] = set()
    ahead = uses[""]
    while ahead:
        found |= ahead
        ahead = {name for using in ahead for name in uses.get(using, ())} - found
    return found


def written(rules: Iterable[Rule], variables: set[str] | None, animated: set[str] | None) -> Iterator[str]:
    """The rules as text, without custom properties and animations that nothing uses; None keeps all."""
    for rule in rules:
        if rule.block:
            if animated is None or "keyframes" not in rule.prelude or rule.prelude.split()[1] in animated:
                yield f"{rule.prelude}{{{rule.block}}}"
            continue
        inner = "".join(written(rule.rules, variables, animated)) or ";".join(
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
