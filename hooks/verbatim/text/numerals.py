"""Numbers as the two languages write them, found in running text and compared by value.

Chinese: digits with an optional scale (``1.5萬``, ``2萬5,000``, ``3萬5``, ``1億零500萬``, ``3 萬億``, ``5千``, ``8.5%``), fractions
(``1/5``, ``三分之一``), tenths (``3成5``), and numerals (``二十``, ``八成``).  English: digits with thousands separators, then a percent
sign or a scale (``360,000``, ``1.5 million``), fractions, and numbers in words.
In a range the scale or percent sign is often written once, at the end (``3—5萬``, ``2–3 million``): it counts for both ends.

Texts are folded first, so that Traditional, Simplified and full-width forms are one; spans stay those of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import groupby

from ..model import Lang
from .cache import cached
from .english_numbers import MONTHS, SCALES, WORDS, may_spell, word_value
from .folding import fold
from .han_numbers import HAN, TENTHS_IN_DIGITS, UNITS, han_value, tenths, vague

_MYRIADS = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_SCALES = {"": 1, **SCALES, "mn": 10**6, "bn": 10**9, "tn": 10**12, **UNITS, **_MYRIADS}
_SCALES |= {few + name: times * scale for few, times in UNITS.items() for name, scale in _MYRIADS.items()}
_NARROW = "\u2009\u202f"  # thin spaces, which part thousands (ISO 80000-1)
_KEPT = f"，{_NARROW}"
_DIGITS = rf"(?:\d{{1,3}}(?:[,{_NARROW}]\d{{3}})+(?!\d)|\d+)(?:\.\d+)?"
_FRACTION = r"(?<![\d/.])\d+/[1-9]\d*(?![\d/千万亿])"  # 9/10萬 is a rate
_MINUS = r"(?:−|(?<![^\s(:：,、;；])-(?=\d))"
_ZH_SCALE = r"(?:\s?[十百千]?[多余]?(?:万亿|万|亿)|[百千](?![分瓦米克赫伏卡帕焦兆]))"
_ZH_REST = r"(?:(?<=[万亿])(?:\d,\d{3}|\d{3,4})|(?<=[百千万亿])\d(?![成月日a-zA-Z]))(?![\d.,%‰年])"
_ZH_PARTS = rf"(?:{_DIGITS}{_ZH_SCALE}(?:零(?=\d))?)+(?:{_DIGITS}{_ZH_SCALE}|{_ZH_REST}|(?<=零)\d{{1,3}}(?![\d.,%‰年]))"
_ZH_DIGITS = rf"(?:{_MINUS}|(?<![肩担抱背辜自正])负(?=\d))?(?:{_ZH_PARTS}|{_DIGITS}{_ZH_SCALE}?(?:\s?[%‰])?)"
_EN_SCALE = r"(?:\s?%|[\s-]+per\s?cent\b|[\s-]+(?:hundred|thousand|million|billion|trillion)\b|\s?(?:mn|bn|tn)\b)"
_NUMBERED = (
    *("article", "block", "bus", "chapter", "exit", "figure", "flight", "floor", "gate", "grade"),
    *("highway", "item", "level", "line", "no.", "page", "part", "phase", "platform", "room"),
    *("route", "section", "stage", "step", "table", "terminal", "tier", "tower", "tram", "unit", "zone"),
)
"""Words behind which a number is a name and counts nothing."""
_NAMES_A_NUMBER = sorted(
    {*map(str.lower, MONTHS), *(month[:3].lower() for month in MONTHS), "sept", *_NUMBERED}, key=lambda word: (len(word), word)
)
_NO_NAME = "".join(rf"(?<!\b(?:{'|'.join(map(re.escape, words))})[ \u00a0])" for _, words in groupby(_NAMES_A_NUMBER, len))
_SPACED = (
    rf"(?=\d{{1,3}}[ \u00a0]\d){_NO_NAME}(?<![^\W\d])(?<![^\W\d]-)(?<!\d[ \u00a0])"
    r"\d{1,3}(?:[ \u00a0]\d{3})+(?![\d.,]\d|\d|[ \u00a0]\d|-[^\W\d])"
)
"""Thousands parted by spaces, as in Hong Kong (1 200); the first is no day of a month, no part of a word (Q1) and no name (Route 5),
and the last no part of a word (5 100-seat trams)."""
_EN_DIGITS = rf"(?:{_MINUS}|\b(?:minus|negative)\s+)?(?<![\d.,])(?:{_SPACED}|{_DIGITS})(?!\d){_EN_SCALE}?"
DIGITS: dict[Lang, str] = {
    "zh": rf"(?:{_FRACTION}|{TENTHS_IN_DIGITS}|(?:{HAN}|{_DIGITS})分之(?:{HAN}|{_DIGITS})|{_ZH_DIGITS})",
    "en": rf"(?:{_FRACTION}|{_EN_DIGITS})",
}
NUMBER: dict[Lang, str] = {"zh": rf"(?:{DIGITS['zh']}|{HAN})", "en": rf"(?:{DIGITS['en']}|{WORDS}(?:[\s-]+per\s?cent\b)?)"}
"""A number with its scale or percent sign, as a pattern without groups; to be matched in folded text, in English with ``re.I``."""
DASH: dict[Lang, str] = {"zh": r"\s?(?:[—–~‐‑-]|至|到)\s?", "en": r"(?:[–‑‐-]|\s+(?:to|through)\s+)"}
"""What joins the two ends of a range.  A dash of two (——, a dash between clauses) is none."""
_DASHES = {lang: re.compile(dash) for lang, dash in DASH.items()}
_PARTS = re.compile(r"(?P<digits>\d[\d.,\u2009\u202f]*)(?P<scale>[\s-]*[^\W\d]*)\s*(?P<percent>[%‰]?)")
_FROM = re.compile(r"(?:\bfrom\s+|[从從由自])\Z", re.I)
_DIGIT = re.compile(r"\d")
_PER_MILLE = Decimal("0.1")
_ODD = str.maketrans("", "", "多余")  # 三千多萬 is more than 三千萬
_PARTED = re.compile(r"(?<=\d)[ \u00a0](?=\d{3})")
_PER_CENT = re.compile(r"[\s-]*per\s?cent\Z", re.I)

Scale = Decimal | int
"""What the digits of a number are multiplied by; of 3‰, as a percentage, a tenth."""


@dataclass(frozen=True, order=True)
class Value:
    """A number that can be compared across languages: 8.5% is 8.5 per cent, not 8.5."""

    number: Decimal
    percent: bool = False

    def __str__(self) -> str:
        return f"{without_exponent(self.number)}{'%' * self.percent}"


@dataclass(frozen=True)
class Numeral:
    """A numeral of a Chinese text: its span, its characters, its value if it names a certain one, and whether it is in digits."""

    start: int
    end: int
    text: str
    worth: Value | None
    arabic: bool

    @property
    def value(self) -> Decimal | None:
        """The number without its percent sign: of 8.5%, 8.5."""
        return None if self.worth is None else self.worth.number


@lru_cache(maxsize=32_768)  # the texts of several events: a live server and a build of many read any number
def plain(text: str) -> str:
    """The text folded for reading numbers, of the same length: a full-width comma, which lists, and raised or circled digits stay."""
    return text.translate(_PLAIN)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a number; compiled when it is first wanted, because these are long, and most texts are known from an earlier run."""
    return re.compile(pattern, re.I)


class _Plain(dict[int, str]):
    """The form of each character by its code point, found when it is first looked up, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character if character in _KEPT or unicodedata.category(character) == "No" else fold(character)
        return self[code]


_PLAIN = _Plain()


@cached(4096)
def numerals(text: str) -> tuple[Numeral, ...]:
    """Every numeral of a Chinese text in order; the low end of a range has the scale of its high end."""
    folded = plain(text)
    found = list(_compiled(NUMBER["zh"]).finditer(folded))
    return tuple(
        Numeral(match.start(), match.end(), text[match.start() : match.end()], worth, any(character.isdecimal() for character in match[0]))
        for match, worth in zip(found, _worth(found, folded, "zh"), strict=True)
    )


def placed(text: str, lang: Lang) -> list[tuple[int, int, Value]]:
    """Start, end and value of each number of a text, in digits or words, in order; those that name no certain one are left out."""
    if lang == "zh":
        return [(numeral.start, numeral.end, numeral.worth) for numeral in numerals(text) if numeral.worth is not None]
    folded = plain(text)
    found = list(_compiled(NUMBER[lang]).finditer(folded))
    worth = zip(found, _worth(found, folded, lang), strict=True)
    return [(match.start(), match.end(), value) for match, value in worth if value is not None]


def values(text: str, lang: Lang) -> list[Value]:
    """The numbers that a text writes in digits, in order, with scales (萬, million) counted in."""
    if lang == "zh":
        return [numeral.worth for numeral in numerals(text) if numeral.worth is not None and numeral.arabic]
    folded = plain(text)
    if not _DIGIT.search(folded):  # most texts hold none, and the pattern of a number takes far longer
        return []
    return [worth for worth in _worth(list(_compiled(DIGITS["en"]).finditer(folded)), folded, "en") if worth is not None]


def spelled(text: str, lang: Lang) -> list[Value]:
    """The numbers that a text writes in words (五, five), in order."""
    if lang == "zh":
        return [numeral.worth for numeral in numerals(text) if numeral.worth is not None and not numeral.arabic]
    folded = plain(text)
    found = (match[0] for match in _compiled(NUMBER["en"]).finditer(folded)) if may_spell(folded) else ()
    return [value(number, "en") for number in found if not any(character.isdecimal() for character in number)]


def _worth(found: list[re.Match[str]], text: str, lang: Lang) -> Iterator[Value | None]:
    """The value of each number found in a folded text, in order; None of one that names no certain number."""
    for match, following in zip(found, [*found[1:], None], strict=False):
        joined = following is not None and _DASHES[lang].fullmatch(text, match.end(), following.start())
        shared = following is not None and joined and not _FROM.search(text, 0, match.start())
        yield certain(match[0], text[: match.start()], lang, following[0] if following and shared else "")


def certain(number: str, before: str, lang: Lang, high: str = "") -> Value | None:
    """The value of a number as ``NUMBER`` matches it, or None where it names no certain one; as the low end of a range up to ``high``."""
    try:
        if lang == "zh" and not number[0].isdecimal() and vague(number, before):
            return None
        return low_end(number, high, lang) if high else value(number, lang)
    except Unreadable:
        return None


class Unreadable(ValueError):
    """A numeral that names no number, such as 兩半."""


def value(number: str, lang: Lang) -> Value:
    """The value of a number as a text writes it and ``NUMBER`` matches it once folded; raises ``Unreadable``."""
    digits, scale, percent = _split(plain(number), lang)
    return Value(digits * scale, percent)


def low_end(low: str, high: str, lang: Lang) -> Value:
    """The value of the low end of a range with nothing but a dash or word between the ends; both as ``NUMBER`` matches them.

    Without a scale of its own it takes the high end's, unless it would then be the higher one (500—1萬), and its percent sign.
    Raises ``Unreadable``.
    """
    digits, scale, percent = _split(low, lang)
    high_digits, shared, high_percent = _split(high, lang)
    scaled = scale == 1 and not percent and digits * shared < high_digits * shared
    return Value(digits * (shared if scaled else scale), percent or (high_percent and scale == 1))


def _split(number: str, lang: Lang) -> tuple[Decimal, Scale, bool]:
    """The digits of a number, what its scale multiplies by, and whether it is a percentage."""
    text, of_hundred = _PER_CENT.subn("", _PARTED.sub("", number)) if lang == "en" else (number, 0)
    if "分之" in text:
        return _part(*text.split("分之"))
    if "成" in text:
        return tenths(text), 10, True
    if "/" in text:
        over, under = text.split("/")
        return Decimal(over) / Decimal(under), 1, False
    parts = _PARTS.search(text)
    if parts is None:
        return (word_value(text), 1, bool(of_hundred)) if lang == "en" else _han(text)
    if _PARTS.fullmatch(text, parts.start()) is None:  # several parts, such as 3萬5千
        return _summed(_PARTS.finditer(text)), 1, False
    digits, scale, percent = _arabic(parts)
    sign = -1 if text[: parts.start()].strip() else 1
    return sign * digits, scale, percent or bool(of_hundred)


def _arabic(parts: re.Match[str]) -> tuple[Decimal, Scale, bool]:
    """Digits, scale and percent sign of one number in digits."""
    digits = Decimal(re.sub(rf"[,{_NARROW}]", "", parts["digits"]))
    scale = _SCALES[re.sub(r"[\s零多余-]", "", parts["scale"]).lower()]
    return digits, scale * _PER_MILLE if parts["percent"] == "‰" else scale, bool(parts["percent"])


def _summed(parts: Iterator[re.Match[str]]) -> Decimal:
    """The value of several parts with scales: in 1千5百萬, 萬 counts for the thousands too, and the 5 of 3萬5 for tenths of 萬, but that of
    3萬零5 for itself.
    """
    total = section = Decimal(0)
    scale: Scale = 1
    apart = False
    for part in parts:
        before, (digits, scale, _) = scale, _arabic(part)
        if not part["scale"] and len(part["digits"]) == 1 and not apart:
            scale = before // 10
        apart = part["scale"].endswith("零")
        myriad = next((times for times in sorted(_MYRIADS.values(), reverse=True) if scale >= times), 1)
        section += digits * scale / myriad
        if myriad > 1:  # of 1萬2千億, 億 counts for the 萬 too
            section, total = (section + total, Decimal(0)) if total < myriad else (section, total)
            total, section = total + section * myriad, Decimal(0)
    return total + section


def _part(under: str, over: str) -> tuple[Decimal, Scale, bool]:
    """The value of a fraction (三分之一); of 百分之八 and 千分之三, a percentage."""
    below, above = (number * scale for number, scale, _ in (_split(part, "zh") for part in (under, over)))
    if under in {"百", "千", "万"}:
        return above * 100 / below, 1, True
    if not below:
        raise Unreadable(under)
    return above / below, 1, False


def _han(text: str) -> tuple[Decimal, Scale, bool]:
    """The value of a Chinese numeral; the scale is the 萬 or 億 at its end."""
    text = text.translate(_ODD)
    digits = text.rstrip("万亿")
    scale = _MYRIADS.get(text[len(digits) :], 1)
    parted = digits and scale > 1 and not set(digits) & set("万亿")
    number = han_value(digits if parted else text)
    if number is None:
        raise Unreadable(text)
    return number, scale if parted else 1, False


def without_exponent(number: Decimal) -> str:
    """A number in plain digits without idle zeros: of 1.5萬, 15000 and neither 15000.0 nor 1.5E+4."""
    return f"{number.normalize():f}"
