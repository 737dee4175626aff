"""Chinese punctuation for display: half-width marks of the source become full-width where they touch Chinese.

For display only: quotes, data and exports keep the characters of the source.
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


@lru_cache(maxsize=8192)  # a sentence appears on its page, beside its twin, in the register and in the account of numbers
def to_full_width(text: str) -> str:
    """The text with the marks ``,:;?!`` and pairs of parentheses full-width where they touch Chinese.

    The result has the length of the text, so that spans stay valid; a second call changes nothing.
    """
    before = None
    while text != before:  # a pair made full-width may make the next one touch Chinese
        before, text = text, _PAIR.sub(lambda found: f"（{found[0][1:-1]}）", text)
    return _BESIDE.sub(lambda found: found[0].translate(FULL_WIDTH), text)


def unwrap_lines(markdown: str) -> str:
    """Chinese Markdown without the line breaks between two Chinese characters or marks, which a browser would display as spaces.

    Breaks beside Latin text, Markdown marks or a blank line stay.
    """
    return re.sub(rf"(?<={_CHINESE[:-1]}，：；？！（）])\n(?={_CHINESE[:-1]}（])", "", markdown)


def is_quotation(text: str) -> bool:
    """Whether a text is one quotation from its first character to its last, so that it needs no marks of its own."""
    return _QUOTATION.fullmatch(text) is not None


def nested(text: str) -> str:
    """The text with “double” marks turned into ‘single’ ones, for use inside double marks; of the same length.

    Rule: Chicago Manual of Style, 13.30; GB/T 15834 on the mainland.
    """
    return text.translate(_SINGLE)
