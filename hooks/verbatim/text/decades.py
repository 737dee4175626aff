"""Decades and centenaries: 20世紀80年代 is the 1980s, 100週年 a centenary."""

from __future__ import annotations

import re
from decimal import Decimal

from .han_numbers import han_value
from .numerals import Value, plain

_DECADE = re.compile(r"(?:(?P<century>\d\d|[十二]+)|上个?)世纪(?P<decade>[1-9]0|[一二三四五六七八九]十)年代")
"""A decade of a century by its number, or of the last one."""
_LAST_CENTURY = 20
_CENTENARY = re.compile(r"(?<![\d.:])100(?=周年)"), re.compile(r"\bcenten(?:ary|nial)\b", re.I)


def in_decades(zh: str, en: str) -> str:
    """A Chinese text in which 20世紀80年代 is 1980年代 where the English has the decade so (the 1980s)."""
    folded = plain(zh)
    for found in reversed([*_DECADE.finditer(folded)]):
        century = found["century"]
        years = ((han_value(century) if century and not century.isdecimal() else int(century or _LAST_CENTURY)) or 0) - 1
        decade = found["decade"] if found["decade"].isdecimal() else han_value(found["decade"])
        first = f"{years}{decade}"
        if re.search(rf"\b{first}[’']?s\b", en):
            zh = f"{zh[: found.start()]}{first}年代{zh[found.end() :]}"
    return zh


def centenaries(zh: str, en: str) -> list[Value]:
    """The hundreds of a Chinese text that the English tells as centenaries."""
    chinese, english = _CENTENARY
    return [Value(Decimal(100))] * len(english.findall(en)) if chinese.search(plain(zh)) else []
