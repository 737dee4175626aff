"""Chinese punctuation as it is shown: the source's half-width marks beside Han characters appear full-width.

Shown only; words, data and exports keep the characters of the source.
Rule: W3C, Requirements for Chinese Text Layout (clreq), section 3.1: Chinese punctuation takes a full em.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .scripts import HAN

FULL_WIDTH = str.maketrans(",:;?!()", "，：；？！（）")
_CHINESE = rf"[{HAN}“”‘’《》〈〉「」『』（）、。…]"
_BESIDE = re.compile(rf"(?<={_CHINESE})[,:;?!]+|[,:;?!]+(?={_CHINESE})")
_QUOTATION = re.compile("“[^“”]*”|「[^「」]*」")
_SINGLE = str.maketrans("“”", "‘’")
_PAIR = re.compile(rf"(?<={_CHINESE})\([^()]*\)|\([^()]*\)(?={_CHINESE})|\((?={_CHINESE})[^()]*\)")


@lru_cache(maxsize=8192)  # a sentence is shown on its page, beside its twin, in the register and in the account of numbers
def to_full_width(text: str) -> str:
    """The text with its half-width marks made full-width where they touch Chinese; as long as before."""
    before = None
    while text != before:  # a pair made full-width may make the next one touch Chinese
        before, text = text, _PAIR.sub(lambda found: f"（{found[0][1:-1]}）", text)
    return _BESIDE.sub(lambda found: found[0].translate(FULL_WIDTH), text)


def unwrap_lines(markdown: str) -> str:
    """Chinese Markdown with the line breaks inside paragraphs taken out, which a browser would show as spaces."""
    return re.sub(rf"(?<={_CHINESE[:-1]}，：；？！（）])\n(?={_CHINESE[:-1]}（])", "", markdown)


def is_quotation(text: str) -> bool:
    """Whether a text is one quotation from its first character to its last, so that it needs no marks around it."""
    return _QUOTATION.fullmatch(text) is not None


def nested(text: str) -> str:
    """Words as they stand inside “quotation marks”: their own are single (Chicago Manual of Style, 13.30; GB/T 15834 on the mainland)."""
    return text.translate(_SINGLE)
