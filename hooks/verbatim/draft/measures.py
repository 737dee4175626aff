"""What numbers count: the unit that follows a number, known by the data or new."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import AvoidedWord, Unit, Vocabulary, Where
from ..model.base import Pair
from ..received.currencies import dollar
from ..received.names import free_id, romanized, slug
from ..received.words import any_of, words
from ..text.matching import alternation
from ..text.multiples import is_in_multiple
from ..text.numerals import Numeral, plain
from ..text.open_points import MARK
from ..text.readings import traditional
from ..text.scripts import HAN

_HERE = Where("", 0)
_PERCENT = re.compile(r"(?:百分之|千分之|万分之).+|.+[%％]|.*成.*")
"""Numerals that say a share by themselves: 60%, 百分之六十, 六成五."""
_MEASURES = sorted(map(plain, words("measures")), key=len, reverse=True)
"""Measure words, folded; what else follows a number is a name or a date more often than a unit."""
_NONE = any_of("no-measures")
_SHARED = "data/units.yml"
"""The file of the units that no event has for itself."""
_ALONE = ""
"""The form of what counts without a measure word: a fraction, or a number of ten thousand and more (突破3100万)."""
_YEARS = "年"
"""What a number with decimals counts (5.3年); of whole ones only the words tell whether it is a date."""
_TIMES = "倍"
"""What a multiple in words counts (翻兩番)."""
_LENGTHS = set(map(plain, words("lengths")))
_LENGTH = re.compile(rf"(?P<form>{alternation(_LENGTHS)})(?P<within>[以之]?内)?")
_BAN = re.compile("(?:一律|均|都|原则上)?(?:不(?:得|能|会|应)(?!不|超|低|高|少|多|大|小|迟|晚)|不再|不准|不可|不予|禁止|暂停|停止)")
"""What says behind a length of time what may not be done throughout it (三個月內不得): it is as long as that, and no limit."""
_LIMITED = re.compile(rf"(?:{any_of('limits', 'least-and-most')})\Z")
_DATED = re.compile(r"(?:[年月第]|民国)\s?\Z")
"""What is before a number of a date."""
_LONGEST = 100
"""The number of years below which one is a length and no date."""
_COUNTS_ALONE = re.compile(r".+分之.+|\d[\d.,]*[万亿].*")
_DEGREES, _ELECTRIC = "度", re.compile(r"电[^，,。；;]{0,8}\Z")
"""What counts electricity behind ten thousand and more, or where the clause speaks of it before the number (用電3度)."""
_AGES, _LIFE = "岁", re.compile(r"(?:寿命|平均年龄)[^，,。；;]{0,16}\Z")
"""What counts the years of a life: of an average age, or behind decimals (79.6歲); others say of whom something is said (65歲的船員)."""
_DIGITS = r"\d一二三四五六七八九十百千万亿两"
_YUAN = "元"
_OUT_OF = "/"
"""What begins the form of a rate, which is written to its number (156.3/10萬)."""
_IN_ENGLISH = {
    plain(form): tuple(one.replace("_", " ") for one in re.split(r",(?!\d)", names))
    for form, names in (one.split("=") for one in words("measure-names"))
}
"""English forms of measure words that count one thing only."""


@dataclass(frozen=True)
class Measured:
    """A numeral of a sentence with the form of its unit as the sentence writes it."""

    numeral: Numeral
    form: str


def limited_length(numeral: Numeral, text: str) -> Measured | None:
    """A numeral of a sentence with its length of time where that is a limit (30日內, 不超過3年); None elsewhere."""
    folded = plain(text)
    found = _LENGTH.match(folded, numeral.end)
    is_limit = found and ((found["within"] and not _BAN.match(folded, found.end())) or _LIMITED.search(folded, 0, numeral.start))
    if not found or not is_limit or numeral.value is None or numeral.value >= _LONGEST or _DATED.search(folded, 0, numeral.start):
        return None
    return Measured(numeral, text[found.start("form") : found.end("form")])


class Units:
    """The units of the project, by their Chinese forms, and those that a draft adds."""

    def __init__(self, units: Iterable[Unit], vocabulary: Vocabulary, text: str, style: Iterable[AvoidedWord] = ()) -> None:
        """``text`` is that of the event, which shows whose dollars its 元 are, ``style`` what our own prose writes instead of a word.

        Of the units of other events are taken those that name what they count, and those whose word counts one thing only.
        """
        self._dollar = dollar(text)
        self._style = {word: one.write for one in style if one.lang == "zh" for word in one.words}
        self._by_form: dict[str, list[Unit]] = {}
        self._taken = set()
        for unit in units:
            self._taken.add(unit.id)
            for form in unit.zh or (_ALONE,):
                if not (self._dollar and form == _YUAN and unit.en != self._dollar) and not _is_of_another(unit):
                    self._by_form.setdefault(plain(form), []).append(unit)
        self.new: dict[str, Unit] = {}
        """Those that are added, by their ids; their English is open unless their form counts one thing only."""
        after = {plain(form) for one in vocabulary.operators.values() for form in one.after.zh}
        self._after = alternation(after - set(self._by_form))
        known = set(self._by_form) - (_LENGTHS - set(_MEASURES)) - {_ALONE}  # 年 of another event makes no amount of a date
        self._forms = re.compile(rf"(?:{self._after})?\s?(?!{_NONE})(?P<form>{alternation([*known, *_MEASURES])})")

    def measured(self, numeral: Numeral, text: str) -> Measured | None:
        """A numeral with its unit; None where no unit follows it."""
        if _PERCENT.fullmatch(plain(numeral.text)):
            return Measured(numeral, "%")
        folded = plain(text)
        if is_in_multiple(folded, numeral.start):
            return Measured(numeral, _TIMES)
        if folded.startswith(_AGES, numeral.end) and ("." in numeral.text or _LIFE.search(folded, 0, numeral.start)):
            return Measured(numeral, text[numeral.end : numeral.end + len(_AGES)])
        found = self._forms.match(folded, numeral.end)
        if found:
            return Measured(numeral, text[found.start("form") : found.end("form")])
        if "." in numeral.text and text.startswith(_YEARS, numeral.end):
            return Measured(numeral, _YEARS)
        if folded.startswith(_DEGREES, numeral.end) and (
            _COUNTS_ALONE.fullmatch(plain(numeral.text)) or _ELECTRIC.search(folded, 0, numeral.start)
        ):
            return Measured(numeral, _DEGREES)
        return Measured(numeral, _ALONE) if _COUNTS_ALONE.fullmatch(plain(numeral.text)) else None

    def of(self, form: str, quote: str) -> tuple[list[str], bool]:
        """The ids of the units that a form can be in a quotation, and whether it is certain which.

        Those whose noun the quotation holds come first (家企業: 企業), of these the one with the longest; else a unit without a noun, which
        is new where there is none.
        """
        nouns = {unit.id: self._noun(unit, form) for unit in self._by_form[plain(form)]}
        said = self._counted(form, plain(quote))
        held = {name: noun for name, noun in nouns.items() if noun in said}
        longest = [name for name, noun in held.items() if len(noun) == max(map(len, held.values()))]
        return longest or [self._added(form)], len(longest) <= 1

    def _noun(self, unit: Unit, form: str) -> str:
        """What the name of a unit says beside its form; nothing where it is only what our own prose writes for the form."""
        name = unit.name.zh
        return "" if name in self._style.values() else plain(name).replace("{n}", "").replace(plain(form), "").strip()

    def _counted(self, form: str, quote: str) -> str:
        """What a folded quotation may say of what is counted: the words behind the measure word, or all of it where there are none."""
        found = re.search(rf"[{_DIGITS}]{re.escape(plain(form))}(?:{self._after})?(?P<behind>[{HAN}]+)", quote)
        return found["behind"] if found else quote

    def add(self, form: str) -> None:
        """Make a unit of a form, unless there is one."""
        if plain(form) not in self._by_form:
            self._added(form)

    def _added(self, form: str) -> str:
        """The id of a new unit of a form."""
        name, chinese, english = self._forms_of(form)
        known = {"%": "percent", "℃": "celsius", _ALONE: "number", _YUAN: "yuan"}
        id = free_id(known.get(plain(form)) or slug(romanized(form)) or slug("".join(english[:1])) or "unit", self._taken)
        self._taken.add(id)
        self.new[id] = Unit(_HERE, id, Pair(_HERE, *name), chinese, english)
        self._by_form.setdefault(plain(form), []).append(self.new[id])
        return id

    def _forms_of(self, form: str) -> tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]:
        """The name of a new unit in both languages, and its forms in each."""
        if form == _ALONE:
            return ("{n}", "{n}"), (), ()
        if form == _YUAN and self._dollar:
            return ("{n} 元", f"{self._dollar[0]} {{n}}"), (form,), self._dollar
        english = _IN_ENGLISH.get(plain(form), (MARK,))
        name = traditional(form, {})
        if form.startswith(_OUT_OF):
            return (f"{{n}}{name}", f"{{n}} {english[0]}"), (form,), english
        return (self._style.get(name, name), english[0]), (form,), english

    def read_as(self, form: str) -> Unit:
        """A unit to read quantities of a form with."""
        return self._by_form[plain(form)][0]


def _is_of_another(unit: Unit) -> bool:
    """Whether a unit is one of another event whose word counts many things (條), so that its English names what that event counts."""
    bare = any(plain(unit.name.zh) == plain(form) for form in unit.zh)
    return unit.where.path != _SHARED and bare and not all(plain(form) in _IN_ENGLISH for form in unit.zh)
