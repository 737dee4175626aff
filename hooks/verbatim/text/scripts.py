"""Text divided by script: Han characters in an English text, Latin words in a Chinese one.

Each change of language within a page carries its own ``lang`` (WCAG 2.2, success criterion 3.1.2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""The characters of Chinese, as part of a class of a pattern."""
HAN_CHARACTER = re.compile(f"[{HAN}]")
CHINESE = rf"[{HAN}，。；：、！？「」『』《》（）]"
"""A Han character or a mark beside one; between two of them there is no space."""
_HAN_RUN = re.compile(rf"[{HAN}][{HAN}、，。：；（）《》「」·|]*")
_LATIN_WORDS = re.compile(r"[A-Za-z][A-Za-z’'.&-]*[A-Za-z](?: +[A-Za-z][A-Za-z’'.&-]*[A-Za-z])*")


@dataclass(frozen=True)
class ScriptRun:
    """A piece of text in one script; ``foreign`` if it is not the script of the surrounding language."""

    text: str
    foreign: bool


@lru_cache(maxsize=8192)
def mixes(text: str, lang: str) -> bool:
    """Whether a text in ``lang`` contains words in the script of the other language."""
    return foreign(lang).search(text) is not None


def foreign(lang: str) -> re.Pattern[str]:
    """The pattern of foreign words in a text in ``lang``: Han with its marks in English, Latin words of two letters or more in Chinese."""
    return _LATIN_WORDS if lang == "zh" else _HAN_RUN


def script_runs(text: str, lang: str) -> list[ScriptRun]:
    """The runs of a text, split where its script changes; joined they are the text, and none is empty."""
    cut, end = [], 0
    for found in foreign(lang).finditer(text):
        cut += [ScriptRun(text[end : found.start()], False), ScriptRun(found[0], True)]
        end = found.end()
    return [run for run in [*cut, ScriptRun(text[end:], False)] if run.text]
