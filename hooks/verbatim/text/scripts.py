"""Scripts told apart: Han in an English text, Latin words in a Chinese one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN_RUN = re.compile(rf"[{HAN}][{HAN}、，。：；（）《》「」·|]*")
_LATIN_WORDS = re.compile(r"[A-Za-z][A-Za-z’'.&-]*[A-Za-z](?: +[A-Za-z][A-Za-z’'.&-]*[A-Za-z])*")


@dataclass(frozen=True)
class ScriptRun:
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


def script_runs(text: str, lang: str) -> list[ScriptRun]:
    """A text cut where its script changes."""
    cut, end = [], 0
    for found in foreign(lang).finditer(text):
        cut += [ScriptRun(text[end : found.start()], False), ScriptRun(found[0], True)]
        end = found.end()
    return [run for run in [*cut, ScriptRun(text[end:], False)] if run.text]
