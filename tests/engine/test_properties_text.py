"""What holds for the functions of the room of texts whatever the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from cn2an import an2cn
from hypothesis import given
from hypothesis import strategies as st

from verbatim.model import LANGS, Erratum, Lang, Line, Pair, Unit
from verbatim.model.addresses import Urls
from verbatim.model.locale import locale_of
from verbatim.text.folding import fold, toneless, variants
from verbatim.text.han_numbers import han_value
from verbatim.text.inline import inline_spans
from verbatim.text.matching import contains_word, longest, small
from verbatim.text.numerals import NUMBER, Value, certain, numerals, plain, spelled, value, values
from verbatim.text.quantities import quantities
from verbatim.text.readings import edited, simplified, table
from verbatim.text.scripts import mixes, script_runs
from verbatim.text.term_finder import Finder, Occurrence
from verbatim.text.typography import nested, to_full_width, unwrap_lines

from .test_tables import WHERE, term

if TYPE_CHECKING:
    import inflect

MIXED = "電車制作鎮年元萬億千〇一二兩12305,.:;?!()“”‘’「」『』（），、。…—–-~ \n%ab AI’RMB"
TEXTS = st.text(st.sampled_from(MIXED), max_size=30) | st.text(max_size=30)
LANGUAGES = st.sampled_from(LANGS)


@cache
def english() -> inflect.engine:
    """What writes numbers in English words."""
    import inflect  # not at the head: it takes a second to load, in every process that collects the tests

    return inflect.engine()


@given(TEXTS)
def test_full_width_marks_keep_the_length_and_come_at_once(text: str) -> None:
    found = to_full_width(text)

    assert len(found) == len(text)
    assert to_full_width(found) == found


@given(TEXTS)
def test_unwrapping_takes_out_line_breaks_alone_and_all_at_once(text: str) -> None:
    found = unwrap_lines(text)

    assert found.replace("\n", "") == text.replace("\n", "")
    assert unwrap_lines(found) == found


@given(TEXTS)
def test_nesting_marks_keeps_the_length(text: str) -> None:
    assert len(nested(text)) == len(text)


@given(TEXTS, LANGUAGES)
def test_the_runs_of_a_text_are_the_text_and_alternate(text: str, lang: Lang) -> None:
    runs = script_runs(text, lang)

    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs)
    assert any(run.foreign for run in runs) == mixes(text, lang)
    assert all(not (one.foreign and two.foreign) or lang == "en" for one, two in pairwise(runs))


@st.composite
def linked(draw: st.DrawFn) -> tuple[Line, list[Occurrence]]:
    """A line with emphasis, and terms at spans of it that do not overlap."""
    text = draw(TEXTS)
    edges = st.lists(st.integers(0, len(text)), unique=True, max_size=8).map(sorted)
    spans = [list(zip(cuts[::2], cuts[1::2], strict=False)) for cuts in (draw(edges), draw(edges))]
    return Line(1, "", text, tuple(spans[0])), [Occurrence(start, end, "term") for start, end in spans[1]]


@given(linked(), LANGUAGES)
def test_the_spans_of_a_line_are_the_line_with_its_terms_and_emphasis(given_: tuple[Line, list[Occurrence]], lang: Lang) -> None:
    line, occurrences = given_
    text = to_full_width(line.text) if lang == "zh" else line.text

    spans = inline_spans(line, lang, occurrences)

    assert "".join(run.text for span in spans for run in span.runs) == text
    assert ["".join(run.text for run in span.runs) for span in spans if span.term] == [text[one.start : one.end] for one in occurrences]
    emphasised = "".join(run.text for span in spans for run in span.runs if run.emphasis)
    assert emphasised == "".join(text[start:end] for start, end in line.emphasis)


@st.composite
def numbers(draw: st.DrawFn, lang: Lang) -> str:
    """A number in digits as a language writes it."""
    digits = draw(st.integers(0, 99999).map(str) | st.decimals(0, 999, places=1).map(str) | st.integers(1000, 9999999).map("{:,}".format))
    scales = ["", "", "萬", "億", "千萬", "萬億"] if lang == "zh" else ["", "", " thousand", " million", " Billion", " trillion"]
    return digits + draw(st.sampled_from(scales))


def counted(text: str, lang: Lang) -> list[Decimal]:
    """The ends of the first quantity of cars in a text."""
    unit = Unit(WHERE, "car", Pair(WHERE, "", ""), ("輛",), ("cars",))
    found = quantities(text, lang, unit, {})[0]
    return [found.low] if found.high is None else [found.low, found.high]


@given(st.data(), LANGUAGES)
def test_a_number_is_worth_the_same_alone_in_a_text_and_as_a_quantity(data: st.DataObject, lang: Lang) -> None:
    number = data.draw(numbers(lang))
    text = f"建成{number}輛。" if lang == "zh" else f"build {number} cars."

    assert [found.number for found in values(text, lang)] == counted(text, lang) == [value(number, lang).number]


@given(st.data(), LANGUAGES)
def test_values_and_quantities_agree_on_both_ends_of_a_range(data: st.DataObject, lang: Lang) -> None:
    low, high = data.draw(numbers(lang)), data.draw(numbers(lang))
    dash = data.draw(st.sampled_from("—–~～-" if lang == "zh" else "–"))
    text = f"建成{low}{dash}{high}輛。" if lang == "zh" else f"build {low}{dash}{high} cars."

    found = [found.number for found in values(text, lang)]

    assert found == counted(text, lang)
    assert found[1] == value(high, lang).number
    scale = found[0] / value(low, lang).number if value(low, lang).number else 1
    assert scale == 1 or (scale > 1 and found[0] < found[1])


@given(st.data(), LANGUAGES)
def test_a_scale_written_once_counts_for_both_ends(data: st.DataObject, lang: Lang) -> None:
    low, high = sorted(data.draw(st.lists(st.decimals(1, 999, places=1), min_size=2, max_size=2, unique=True)))
    scale = data.draw(st.sampled_from(["萬", "億"] if lang == "zh" else [" million", " billion"]))

    once, twice = (values(f"{low}{first}–{high}{scale}", lang) for first in ("", scale))

    assert once == twice


@given(TEXTS)
def test_numerals_are_found_in_order_where_they_stand(text: str) -> None:
    found = numerals(text)

    assert all(text[one.start : one.end] == one.text != "" for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert [one.worth for one in found if one.worth and one.arabic] == values(text, "zh")
    assert [one.worth for one in found if one.worth and not one.arabic] == spelled(text, "zh")


@given(TEXTS, TEXTS, LANGUAGES)
def test_any_text_can_be_searched_for_quantities(text: str, unit: str, lang: Lang) -> None:
    forms = (unit or "輛",)
    for found in quantities(text, lang, Unit(WHERE, "unit", Pair(WHERE, "", ""), forms, forms), {}):
        assert text[found.start : found.end]


def written(number: int) -> str:
    """A number below a hundred million in Chinese numerals, as it is read aloud."""
    if number >= 10**4:
        low = number % 10**4
        return f"{written(number // 10**4)}萬{'零' * (0 < low < 1000)}{written(low) if low else ''}"
    text, skipped = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        text += f"{'零' * (skipped and bool(text))}{'〇一二三四五六七八九'[digit]}{name}" if digit else ""
        skipped = not digit
    return text


@pytest.mark.parametrize("start", range(1, 10000, 1111))
def test_every_chinese_numeral_below_ten_thousand_has_its_value(start: int) -> None:
    assert [han_value(written(number)) for number in range(start, start + 1111)] == list(range(start, start + 1111))


@given(st.integers(1, 10**8 - 1))
def test_a_chinese_numeral_has_its_value_in_words_and_digit_by_digit(number: int) -> None:
    assert han_value(written(number)) == number
    assert han_value(written(number).removeprefix("一") if written(number).startswith("一十") else written(number)) == number
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    assert han_value(digits) == number


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from([str, an2cn]), st.sampled_from(["千百", "萬千", "億千萬"]))
def test_a_last_digit_behind_a_scale_counts_the_next_one(high: int, low: int, write: Callable[[int], str], scales: str) -> None:
    short = f"{write(high)}{scales[0]}{write(low)}"

    assert numerals_values(f"共{short}輛。") == numerals_values(f"共{short}{scales[1:]}輛。")


NUMBERS = st.integers(0, 10**15) | st.decimals(0, 10**9, places=2)


@given(NUMBERS)
def test_a_number_written_in_either_language_is_read_back(number: int | Decimal) -> None:
    zh, en = an2cn(str(number)), english().number_to_words(str(number), comma="")

    assert [found.number for found in spelled(f"共{zh}輛", "zh")] in ([number], []), zh  # none of what may be vague, such as 一二
    assert [found.number for found in spelled(f"build {en} cars", "en")] == [number], en


@given(st.integers(1, 99), st.integers(2, 99))
def test_a_fraction_is_read_back(over: int, under: int) -> None:
    share = Decimal(over) / Decimal(under)

    assert [one.number for one in numerals_values(f"占{an2cn(under)}分之{an2cn(over)}。")] == [share]
    assert (
        [one.number for one in values(f"占{over}/{under}。", "zh")]
        == [one.number for one in values(f"is {over}/{under}.", "en")]
        == [share]
    )
    assert [str(one) for one in numerals_values(f"占百分之{an2cn(over)}。")] == [f"{over}%"]


def numerals_values(text: str) -> list[Value]:
    """The certain values in a Chinese text, in digits or not."""
    return [one.worth for one in numerals(text) if one.worth]


@given(st.integers(1, 9998), st.data(), LANGUAGES)
def test_every_range_is_read_back(low: int, data: st.DataObject, lang: Lang) -> None:
    high = data.draw(st.integers(low + 1, 9999))
    joins = ["—", "–", "-", "~", "～", "至", "到", " 至 ", "－"] if lang == "zh" else ["–", "-", " to ", " through "]
    join = data.draw(st.sampled_from(joins))

    assert counted(f"建成{low}{join}{high}輛。" if lang == "zh" else f"build {low}{join}{high} cars.", lang) == [low, high]


@given(TEXTS, LANGUAGES)
def test_numbers_can_be_looked_for_in_any_text(text: str, lang: Lang) -> None:
    assert {type(one) for one in (*values(text, lang), *spelled(text, lang))} <= {Value}
    assert len(plain(text)) == len(text)


@given(LANGUAGES, st.data())
def test_whatever_matches_has_a_value_or_none(lang: Lang, data: st.DataObject) -> None:
    number = data.draw(st.from_regex(re.compile(NUMBER[lang]), fullmatch=True))

    alone, repeated = certain(number, "", lang), certain(number, "", lang, number)

    assert {type(alone), type(repeated)} <= {Value, type(None)}


@given(st.text("一二三五十百千萬億兩个家以上至少超过約近12.%—~到", max_size=14))
def test_a_simplified_number_is_that_of_its_traditional_form(text: str) -> None:
    simple = text.translate(table())

    assert [(one.start, one.end, one.worth) for one in numerals(text)] == [(one.start, one.end, one.worth) for one in numerals(simple)]


@given(st.lists(st.text("ab c", min_size=1, max_size=3), max_size=4), st.text("ab c_", max_size=20))
def test_the_longest_words_are_whole_and_apart(words: list[str], text: str) -> None:
    found = list(longest(words, text))

    assert all(text[start : start + len(word)] == word and contains_word(word, text, "en", exactly=True) for start, word in found)
    assert all(start + len(word) <= after for (start, word), (after, _) in pairwise(found))


@given(TEXTS)
def test_small_letters_keep_the_length(text: str) -> None:
    assert len(small(text)) == len(text)


def test_only_one_letter_has_a_small_form_of_another_length() -> None:
    assert {one for one in map(chr, range(0x110000)) if len(one.lower()) != 1} == {"İ"}


@given(st.text("tram İi電", max_size=20))
def test_terms_are_found_at_their_spans_whatever_the_letters_before_them(text: str) -> None:
    finder = Finder({"tram": term("tram", ["電"], ["Tram"])})

    assert all(text[found.start : found.end].lower() == "tram" for found in finder.en(text, {"tram"}))
    assert len(finder.en(f"{text} TRAM", {"tram"})) == len(finder.en(text, {"tram"})) + 1


@given(TEXTS, st.dictionaries(st.text("電車制作", min_size=1, max_size=3), st.text("電車製作", min_size=3, max_size=3)))
def test_readings_keep_the_length_where_slips_do(text: str, slips: dict[str, str]) -> None:
    errata = [Erratum(WHERE, "id", "slip", find, read[: len(find)], 1, Pair(WHERE, "", "")) for find, read in slips.items()]

    assert len(edited(text, errata)) == len(simplified(text, errata, ())) == len(text)


@given(TEXTS | st.text(st.sampled_from([chr(one) for one in table() if one != ord("薴")]), max_size=20))
def test_a_simplified_text_is_simplified(text: str) -> None:
    once = simplified(text, (), ())

    assert simplified(once, (), ()) == once


def test_every_simplified_character_stays_but_one_that_is_also_traditional() -> None:
    again = {found: found.translate(table()) for found in table().values()}

    assert {found: twice for found, twice in again.items() if found != twice} == {"苧": "苎"}  # 薴 is simplified 苧, and 苧 is 苎


@given(TEXTS)
def test_folding_keeps_the_length_and_comes_at_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_no_folding_class_has_a_character_that_is_two_units_long_in_a_browser() -> None:
    assert max(variants()) <= "\uffff"


@given(TEXTS)
def test_pinyin_as_typed_is_letters_and_spaces(text: str) -> None:
    assert set(toneless(text)) <= set("abcdefghijklmnopqrstuvwxyz ")
    assert toneless(toneless(text)) == toneless(text)


NAMES = st.lists(st.text("abc-1", min_size=1, max_size=4) | st.just("index"), min_size=1, max_size=3).map("/".join)


@given(st.booleans(), LANGUAGES, NAMES, LANGUAGES, NAMES, st.sampled_from(["", "#q1-a1-3"]))
def test_a_relative_link_resolves_to_its_target(directory: bool, lang: Lang, name: str, other: Lang, target: str, anchor: str) -> None:
    urls, root = Urls(directory), "https://example.org/pilot/"
    start, end = urls.page(locale_of(lang), name), urls.page(locale_of(other), target) + anchor

    assert urljoin(root + start, urls.between(start, end)) == root + end
