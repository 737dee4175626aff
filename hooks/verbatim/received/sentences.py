"""Sentences of a Chinese or an English paragraph, split as the pages of the project are: joined, they are the paragraph again."""

from __future__ import annotations

import re

from .words import words

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "〈": "〉"}
_CLOSERS = "".join(_PAIRS.values()) + '"'
_ENDS = "。！？!?"
_END = re.compile(rf"[{_ENDS}][{_ENDS}…]*[{re.escape(_CLOSERS)}]*")
LAST_MARKS = re.compile(r"[。！？!?…][”’」』）)]*\Z")
"""The marks at the end of a text whose last sentence ends there."""
_GOES_ON = "的地得等和與与及是這这那之，,、；;：:"
"""What goes on with a sentence after a quotation that ends in a question or an exclamation."""
_ABBREVIATIONS = frozenset(words("abbreviations"))
_NUMBERED = "No"
"""An abbreviation before a number only; before anything else it is an answer."""
_EN_END = re.compile(r"[.!?…]+[”’\")\]]*(?:\s+)(?=[“‘\"(\[]*[A-Z0-9])")


def sentences(paragraph: str) -> list[str]:
    """The sentences of a Chinese paragraph, in order; ``"".join`` of them is the paragraph.

    A sentence ends in 。？！ (also half-width beside Chinese) with the closing marks after it; not inside a quotation or parentheses that
    go on, and not in an ellipsis or a semicolon.  No sentence begins or ends with a space, unless the paragraph does.
    """
    inside = _enclosed(paragraph)
    found, start = [], 0
    for end in _END.finditer(paragraph):
        after = paragraph[end.end() : end.end() + 1]
        if after and not inside[end.end()] and _ends(paragraph, end, after):
            found.append(paragraph[start : end.end()])
            start = end.end()
    return [*found, paragraph[start:]] if start < len(paragraph) else found


def _ends(text: str, end: re.Match[str], after: str) -> bool:
    """Whether a sentence ends with these marks before the character ``after``."""
    if after.isspace() or after in _CLOSERS or after in _ENDS or after == "…":
        return False
    before = text[end.start() - 1 : end.start()]
    if end[0][0] in "!?" and before.isascii() and (after.isascii() or not (before.isdecimal() or before == "%")):
        return False  # of a Latin phrase or an address on the web
    return not (end[0][0] != "。" and end[0][-1] in _CLOSERS and after in _GOES_ON)


def _enclosed(text: str) -> list[bool]:
    """For each place of a text, whether it is inside marks that are opened before and closed after it; one more than characters."""
    depth = [0] * (len(text) + 2)
    waiting: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if character in _PAIRS:
            waiting.append((_PAIRS[character], place))
        elif any(closer == character for closer, _ in waiting):
            while waiting[-1][0] != character:
                waiting.pop()
            depth[waiting.pop()[1] + 1] += 1
            depth[place + 1] -= 1
    total, inside = 0, []
    for change in depth[:-1]:
        total += change
        inside.append(total > 0)
    return inside


def english_sentences(paragraph: str) -> list[str]:
    """The sentences of an English paragraph, in order, without the spaces between them."""
    found, start = [], 0
    for end in _EN_END.finditer(paragraph):
        before = re.search(r"[\w.]+\Z", paragraph[start : end.start()])
        numbered = before and before[0] == _NUMBERED and not paragraph[end.end()].isdecimal()
        if numbered or not (before and end[0][0] == "." and (before[0] in _ABBREVIATIONS or re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", before[0]))):
            found.append(paragraph[start : end.end()].strip())
            start = end.end()
    rest = paragraph[start:].strip()
    return [*found, rest] if rest else found
