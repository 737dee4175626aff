"""Style sheets cut to the rules that pages can use.

A rule stays if every class, element and attribute that its selector asks for is among the names in use (``names``); they need not
stand together, so the cut is generous and cheap.  Ids, states and what ``:not()`` says never shut a rule out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

from .selectors import Names

Token = Any
_ANY_OF = frozenset({"is", "where", "has"})
_NESTING = frozenset({"media", "supports", "layer", "container"})


@dataclass(frozen=True)
class Rule:
    """A rule as it may be written: what stands before its block, and in it declarations, rules, or words kept as they are."""

    head: str
    declarations: Sequence[tuple[str, Sequence[Token], bool]] = ()
    rules: Sequence[Rule] = ()
    whole: str = ""


def parsed(sheet: str) -> list[Token]:
    """A style sheet as ``cut`` wants it; raises ``ValueError``, with the place, if it cannot be read."""
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return [_sound(rule) for rule in rules]


def cut(sheets: Iterable[list[Token]], used: Names) -> str:
    """The sheets as one, in their order, with the rules, animations and custom properties that ``used`` can reach.

    Raises ``ValueError``, with the place, if a rule that stays cannot be read, or needs another file.
    """
    rules = [rule for sheet in sheets for rule in _kept(sheet, used)]
    values = [*_values(rules)]
    wanted = _variables(values) | {name[1:] for name in used if name.startswith(".--")}
    animated = {token.value for name, value in values if name.startswith("animation") for token in value if token.type == "ident"}
    return "".join(_written(rules, wanted, animated))


def _sound(node: Token) -> Token:
    """A node that is no error of syntax."""
    if node.type == "error":
        raise ValueError(f"line {node.source_line}, column {node.source_column}: {node.message}")
    return node


def _kept(nodes: Iterable[Token], used: Names) -> Iterator[Rule]:
    """The rules that can apply."""
    for node in map(_sound, nodes):
        if node.type == "qualified-rule":
            heads = [_text(one) for one in _listed(node.prelude) if _possible(one, used)]
            if heads:
                yield Rule(",".join(heads), [*_declared(node.content)])
        elif node.lower_at_keyword in _NESTING:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            rules = [*_kept(inner, used)]
            if rules:
                yield Rule(f"@{node.at_keyword} {_text(node.prelude)}", rules=rules)
        elif node.content is not None:
            yield Rule(f"@{node.at_keyword} {_text(node.prelude)}", whole=_text(node.content))
        elif node.lower_at_keyword != "charset":
            raise ValueError(f"line {node.source_line}, column {node.source_column}: @{node.at_keyword} cannot be cut")


def _listed(tokens: Iterable[Token]) -> list[list[Token]]:
    """A list of selectors, one by one."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _possible(selector: Sequence[Token], used: Names) -> bool:
    """Whether everything that a selector asks for is among the names."""
    before = None
    for token in selector:
        if token.type == "ident" and before != ":" and ("." if before == "." else "") + token.value not in used:
            return False
        if token.type == "[] block" and not _has(token.content, used):
            return False
        if token.type == "function" and token.lower_name in _ANY_OF and not any(_possible(one, used) for one in _listed(token.arguments)):
            return False
        before = token
    return True


def _has(content: Sequence[Token], used: Names) -> bool:
    """Whether some element may have the attribute, and where ``=`` asks for a value, that value."""
    name, *test = (token for token in content if token.type != "whitespace")
    if name.value in {"class", "id"}:
        return True
    if len(test) > 1 and test[0] == "=":
        return f"[{name.value}={test[1].value}]" in used or f"[{name.value}=*]" in used
    return f"[{name.value}]" in used


def _declared(content: Sequence[Token]) -> Iterator[tuple[str, Sequence[Token], bool]]:
    """The declarations in a block: name, value, whether important."""
    for one in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        declaration = _sound(one)
        yield declaration.name, declaration.value, declaration.important


def _values(rules: Iterable[Rule]) -> Iterator[tuple[str, Sequence[Token]]]:
    """All declarations, those of nested rules too."""
    for rule in rules:
        yield from ((name, value) for name, value, _ in rule.declarations)
        yield from _values(rule.rules)


def _variables(values: Iterable[tuple[str, Sequence[Token]]]) -> set[str]:
    """The custom properties that properties lead to, also by way of others."""
    leads: dict[str, set[str]] = {}
    for name, value in values:
        leads.setdefault(name if name.startswith("--") else "", set()).update(_asked(value))
    found: set[str] = set()
    ahead = leads.get("", set())
    while ahead:
        found |= ahead
        ahead = {name for one in ahead for name in leads.get(one, ())} - found
    return found


def _asked(tokens: Iterable[Token]) -> Iterator[str]:
    """The custom properties that a value asks for."""
    for token in tokens:
        if token.type == "function":
            if token.lower_name == "var":
                yield next(one.value for one in token.arguments if one.type == "ident")
            yield from _asked(token.arguments)


def _written(rules: Iterable[Rule], wanted: set[str], animated: set[str]) -> Iterator[str]:
    """The rules as text, without what nothing asks for."""
    for rule in rules:
        if rule.whole:
            if "keyframes" not in rule.head or rule.head.split()[1] in animated:
                yield f"{rule.head}{{{rule.whole}}}"
            continue
        inner = "".join(_written(rule.rules, wanted, animated)) or ";".join(
            f"{name}:{_text(value)}{'!important' if important else ''}"
            for name, value, important in rule.declarations
            if not name.startswith("--") or name in wanted
        )
        if inner:
            yield f"{rule.head}{{{inner}}}"


def _text(tokens: Iterable[Token]) -> str:
    """Tokens as text, without comments and with single spaces."""
    bare = (token for token in tokens if token.type != "comment")
    return re.sub(r"\s+", " ", tinycss2.serialize(bare)).strip()
