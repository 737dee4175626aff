"""Chinese numerals and their values: whole numbers, decimals, fractions, tenths (成) and halves.

All functions expect folded text (``text.folding``), so that Traditional and Simplified numerals are one.
We read them ourselves: cn2an turns whole texts into other texts, gives floats and no places, and raises on what is not a numeral.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .folding import fold

_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "双": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}
CHARACTERS = "".join(_DIGITS) + "".join(_UNITS) + "".join(_TENS) + "万亿半"
"""The characters of Chinese numerals, folded."""

_RUN = rf"[{CHARACTERS}]+"
_DECIMAL = r"点[〇零一二三四五六七八九]+(?![十百千点])"
_TENTHS = r"[一二两三四五六七八九]成(?:[一二三四五六七八九半](?![十百千万亿]))?(?![一不立员为功本长绩果都交])"
HAN = rf"(?:{_TENTHS}|{_RUN}(?:{_DECIMAL})?)"
"""A Chinese numeral other than a fraction, as a pattern without groups."""
_VAGUE = re.compile(r"[一二两三四五六七八九]{2}")
_VAGUE_BEFORE = "数几上成好"


def han_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral: 二十 is 20, 三千二百 3200, 二〇三一 (digit by digit) 2031, 一點五 1.5, 半 and 一半 0.5.

    None of other uses of 半 (兩半) and of what is not a numeral.
    """
    whole, point, decimals = fold(text).partition("点")
    if whole in {"半", "一半"} and not point:
        return Decimal("0.5")
    if set(whole) - set(CHARACTERS) or "半" in whole or not whole or set(decimals) - set(_DIGITS):
        return None
    number = _whole(whole)
    return Decimal(f"{number}.{''.join(str(_DIGITS[character]) for character in decimals)}") if decimals else Decimal(number)


def _whole(text: str) -> int:
    """The value of a Chinese numeral without decimals."""
    total = myriads = section = digit = 0
    for character in text:
        if character in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[character], 0
        elif character in _TENS:
            section, digit = section + _TENS[character], 0
        elif character == "万":
            myriads, section, digit = (section + digit or 1) * 10**4, 0, 0
        elif character == "亿":
            total, myriads, section, digit = (myriads + section + digit or 1) * 10**8, 0, 0, 0
        else:
            digit = digit * 10 + _DIGITS[character]
    return total + myriads + section + digit


def tenths(text: str) -> Decimal | None:
    """The percentage that 成 states: of 八成 80, of 八成五 85, of 八成半 85; None of a numeral without 成."""
    ten, name, more = text.partition("成")
    if not name:
        return None
    return Decimal(10 * _DIGITS[ten] + (5 if more == "半" else _DIGITS.get(more, 0)))


def vague(number: str, before: str) -> bool:
    """Whether a numeral names no certain number: 數十, 上千, 三四十, 七八.  ``before`` is the text before it."""
    if number[0] in "十百千万亿" and before[-1:] and before[-1] in _VAGUE_BEFORE:
        return True
    pairs = _VAGUE.findall(number)
    if len(number) > 2 and not any(character in number for character in "十百千万亿"):
        return False
    return any(_DIGITS[first] + 1 == _DIGITS[second] or first + second == "三五" for first, second in pairs)
