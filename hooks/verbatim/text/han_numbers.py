"""Chinese numerals and their values: whole numbers, decimals, fractions, tenths (成) and halves.

All functions expect folded text (``text.folding``), so that Traditional and Simplified numerals are one.
We read them ourselves: cn2an turns whole texts into other texts, gives floats and no places, and raises on what is not a numeral.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .folding import fold

_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "双": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
"""The units below ten thousand, by their characters."""
_TENS = {"廿": 20, "卅": 30}
CHARACTERS = "".join(_DIGITS) + "".join(UNITS) + "".join(_TENS) + "万亿半"
"""The characters of Chinese numerals, folded."""

_RUN = rf"[{CHARACTERS}]+(?:(?<=[十百千])[多余](?:万亿|万|亿))?"
_DECIMAL = r"点[〇零一二三四五六七八九]+(?![十百千点])"
_NO_TENTHS = "(?![一不立员为功本长绩果都交])"
_TENTHS = rf"[一二两三四五六七八九]成(?:[一二三四五六七八九半](?![十百千万亿]))?{_NO_TENTHS}"
TENTHS_IN_DIGITS = rf"(?<![\d.,])[1-9](?:\.\d)?成(?:[1-9半](?![\d.,%‰十百千万亿]))?{_NO_TENTHS}"
"""Tenths whose number is in digits (3成, 3成5), as a pattern without groups."""
HAN = rf"(?:{_TENTHS}|{_RUN}(?:{_DECIMAL}(?:万亿|万|亿)?)?)"
"""A Chinese numeral other than a fraction, as a pattern without groups."""
_ROUNDED = re.compile(r"(?<=[百千万亿])[一二三四五六七八九]\Z")
_VAGUE = re.compile(r"[一二两三四五六七八九]{2}")
_VAGUE_BEFORE = "数几上成好"


def han_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral: 二十 is 20, 三千二百 3200, 二〇三一 (digit by digit) 2031, 一點五 1.5, 半 and 一半 0.5.

    A last digit directly behind 百, 千, 萬 or 億 counts tenths of it: 兩萬三 is 23000.
    None of other uses of 半 (兩半) and of what is not a numeral.
    """
    whole, point, decimals = fold(text).partition("点")
    if whole in {"半", "一半"} and not point:
        return Decimal("0.5")
    if set(whole) - set(CHARACTERS) or "半" in whole or not whole or set(decimals) - set(_DIGITS):
        return None
    if decimals:
        return Decimal(f"{_whole(whole)}.{''.join(str(_DIGITS[character]) for character in decimals)}")
    if _ROUNDED.search(whole):
        return Decimal(_whole(whole[:-1]) + _DIGITS[whole[-1]] * _whole(whole[-2]) // 10)
    return Decimal(_whole(whole))


def _whole(text: str) -> int:
    """The value of a Chinese numeral without decimals."""
    total = myriads = section = digit = 0
    for character in text:
        if character in UNITS:
            section, digit = section + (digit or 1) * UNITS[character], 0
        elif character in _TENS:
            section, digit = section + _TENS[character], 0
        elif character == "万":
            myriads, section, digit = (section + digit or 1) * 10**4, 0, 0
        elif character == "亿":
            total, myriads, section, digit = (myriads + section + digit or 1) * 10**8, 0, 0, 0
        else:
            digit = digit * 10 + _DIGITS[character]
    return total + myriads + section + digit


def tenths(text: str) -> Decimal:
    """How many tenths a numeral with 成 states: of 八成 8, of 八成五, 8成5 and 八成半 8.5."""
    ten, _, more = text.partition("成")
    whole = Decimal(ten) if ten[0].isdecimal() else Decimal(_DIGITS[ten])
    part = "5" if more == "半" else more or "0"
    return whole + (Decimal(part) if part.isdecimal() else Decimal(_DIGITS[part])) / 10


def vague(number: str, before: str) -> bool:
    """Whether a numeral names no certain number: 數十, 上千, 三四十, 七八.  ``before`` is the text before it."""
    if number[0] in "十百千万亿" and before[-1:] and before[-1] in _VAGUE_BEFORE:
        return True
    pairs = _VAGUE.findall(number.partition("点")[0])
    if len(number) > 2 and not any(character in number for character in "十百千万亿"):
        return False
    return any(_DIGITS[first] + 1 == _DIGITS[second] or first + second == "三五" for first, second in pairs)
