"""Chinese punctuation as it is shown: the source's half-width marks beside Han characters appear full-width.

Shown only; words, data and exports keep the characters of the source.
Rule: W3C, Requirements for Chinese Text Layout (clreq), section 3.1: Chinese punctuation takes a full em.
"""

from __future__ import annotations

import re

FULL_WIDTH = str.maketrans(",:;?!()", "，：；？！（）")
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CHINESE = rf"[{HAN}“”‘’《》〈〉「」『』、。…]"
_BESIDE = re.compile(rf"(?<={_CHINESE})[,:;?!]|[,:;?!](?={_CHINESE})")
_PAIR = re.compile(rf"(?<={_CHINESE})\([^()]*\)|\([^()]*\)(?={_CHINESE})|\((?={_CHINESE})[^()]*\)")


def has_han(text: str) -> bool:
    """Whether there is any Han character in the text."""
    return re.search(rf"[{HAN}]", text) is not None


def shown(text: str) -> str:
    """The text with its half-width marks made full-width where they touch Chinese; as long as before."""
    text = _PAIR.sub(lambda found: "（" + found[0][1:-1] + "）", text)
    return _BESIDE.sub(lambda found: found[0].translate(FULL_WIDTH), text)
