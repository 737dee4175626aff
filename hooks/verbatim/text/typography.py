"""Chinese punctuation as it is shown: the source's half-width marks beside Han characters appear full-width.

Shown only; words, data and exports keep the characters of the source.
Rule: W3C, Requirements for Chinese Text Layout (clreq), section 3.1: Chinese punctuation takes a full em.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

FULL_WIDTH = str.maketrans(",:;?!()", "，：；？！（）")
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CHINESE = rf"[{HAN}“”‘’《》〈〉「」『』（）、。…]"
_BESIDE = re.compile(rf"(?<={_CHINESE})[,:;?!]|[,:;?!](?={_CHINESE})")
_HAN_RUN = re.compile(rf"[{HAN}][{HAN}、，。：；（）《》「」·|]*")
_LATIN_WORDS = re.compile(r"[A-Za-z][A-Za-z’'.&-]*[A-Za-z](?: +[A-Za-z][A-Za-z’'.&-]*[A-Za-z])*")
_QUOTATION = re.compile("“[^“”]*”|「[^「」]*」")
_SINGLE = str.maketrans("“”", "‘’")
_PAIR = re.compile(rf"(?<={_CHINESE})\([^()]*\)|\([^()]*\)(?={_CHINESE})|\((?={_CHINESE})[^()]*\)")


@lru_cache(maxsize=8192)  # a sentence is shown on its page, beside its twin, in the register and in the account of numbers
def shown(text: str) -> str:
    """The text with its half-width marks made full-width where they touch Chinese; as long as before."""
    text = _PAIR.sub(lambda found: "（" + found[0][1:-1] + "）", text)
    return _BESIDE.sub(lambda found: found[0].translate(FULL_WIDTH), text)


def joined(markdown: str) -> str:
    """Chinese Markdown with the line breaks inside paragraphs taken out, which a browser would show as spaces."""
    return re.sub(rf"(?<={_CHINESE[:-1]}，：；？！（）])\n(?={_CHINESE[:-1]}（])", "", markdown)


def is_quotation(text: str) -> bool:
    """Whether a text is one quotation from its first character to its last, so that it needs no marks around it."""
    return _QUOTATION.fullmatch(text) is not None


def nested(text: str) -> str:
    """Words as they stand inside “quotation marks”: their own are single (Chicago Manual of Style, 13.30; GB/T 15834 on the mainland)."""
    return text.translate(_SINGLE)


@dataclass(frozen=True)
class Chunk:
    """A stretch of text in one script; ``foreign`` where it is not that of the language around it."""

    text: str
    foreign: bool


@lru_cache(maxsize=8192)
def mixes(text: str, lang: str) -> bool:
    """Whether a text holds words in the script of the other language."""
    return foreign(lang).search(text) is not None


def foreign(lang: str) -> re.Pattern[str]:
    """What words of the other language look like: Han in English, Latin words of two letters or more in Chinese."""
    return _LATIN_WORDS if lang == "zh" else _HAN_RUN


def chunks(text: str, lang: str) -> list[Chunk]:
    """A text cut where its script changes."""
    cut, end = [], 0
    for found in foreign(lang).finditer(text):
        cut += [Chunk(text[end : found.start()], False), Chunk(found[0], True)]
        end = found.end()
    return [chunk for chunk in [*cut, Chunk(text[end:], False)] if chunk.text]
