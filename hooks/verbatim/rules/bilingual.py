"""Texts of ours in both languages: Chinese fields hold Chinese and English ones English, and both have the same numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..analysis.bilingual import OF_THE_TRANSCRIPT, QUOTING, Texts, differing, negated, other_language, simplified_in, unfinished
from ..model import LANGS, Lang, Page, Pair, Source
from ..model.faults import Faults
from ..text.numerals import Value
from ..text.ranges import exchanged
from .pages import Pages, faulty

_COMPARE = "compare both with the source, and correct the wrong one"
_LANGUAGE = {"zh": "Chinese", "en": "English"}
_IN_CHINESE = re.compile(r"\((?:[^()]*[,;] )?in Chinese(?=[,;)]| and | only)")
"""What an English title says of a work in Chinese: a remark in round brackets, since outside them it may be the name of the work."""


def check(texts: Texts, sources: Iterable[Source], pages: Pages, faults: Faults) -> None:
    """B1 the other language, B2 a number that one language lacks, B3 a text that is not complete, B4 a negation that one lacks,
    B5 Simplified characters, B6 a source in Chinese without a title in Chinese; in what belongs to an event, or to none.
    """
    for name, pair in texts:
        if name not in QUOTING:
            _pair(pair, faults, one_name=name == "Person.name" and pair.zh == pair.en)
        if not name:
            _string(pair, faults)
            continue
        _ends(pair, faults)
        if name not in OF_THE_TRANSCRIPT:
            _traditional(pair.where.path, pair.where.of("zh"), pair.zh, faults)
    for source in sources:
        _titles(source, faults)
    for page in pages.values():
        _prose(page, faults)
    reported = faulty(faults)
    for (lang, name), page in pages.items():
        twin = pages.get(("en", name))
        if lang == "zh" and twin and not reported & {page.path, twin.path}:
            _numbers(page, twin, faults)


def _string(pair: Pair, faults: Faults) -> None:
    """A string of the interface: it negates in Chinese where it does in English, and can be put into an attribute, as the theme does."""
    if negated(pair):
        faults.at(pair.where, "zh", "B4", "only the English says that something is not so", "say the same in both")
    for lang in LANGS:
        if '"' in pair[lang]:
            what = f"{lang}: a straight quotation mark, which would end an attribute"
            faults.at(pair.where, lang, "B3", what, "write “ ” or 「 」")


def _pair(pair: Pair, faults: Faults, one_name: bool) -> None:
    """One text in both languages; ``one_name`` is a name that is the same in both (TVBS)."""
    path = pair.where.path
    for lang in LANGS:
        line, text = pair.where.of(lang), pair[lang]
        if other_language(text, lang) and not one_name:
            faults.add(path, line, "B1", f"{lang}: {text[:60]!r} is in the other language", _own(lang))
        wrong = unfinished(text)
        if wrong:
            faults.add(path, line, "B3", f"{lang}: {wrong}", "complete the text, in one paragraph with single spaces")
    for lang, numbers in zip(LANGS, differing(pair), strict=True):
        if numbers:
            faults.add(path, pair.where.of(lang), "B2", f"only the {_LANGUAGE[lang]} has {_listed(numbers)}", _COMPARE)
    for ends in exchanged(pair.zh, pair.en):
        faults.add(path, pair.where.of("en"), "B2", f"the English exchanges the ends of {ends}", _COMPARE)


def _ends(pair: Pair, faults: Faults) -> None:
    """A text that is shown by itself begins and ends with a word."""
    for lang in LANGS:
        if pair[lang] != pair[lang].strip():
            what = f"{lang}: a space at an end of {pair[lang][:60]!r}"
            faults.at(pair.where, lang, "B3", what, "remove it")


def _titles(source: Source, faults: Faults) -> None:
    """A source that is itself in Chinese has a title in Chinese, for the readers who can read it; any such title is Traditional Chinese."""
    where, title = source.where, source.title_zh
    if title:
        if other_language(title, "zh"):
            faults.at(where, "title_zh", "B1", f"title_zh: {title[:60]!r} is in the other language", _own("zh"))
        _traditional(where.path, where.of("title_zh"), title, faults, "title_zh")
    elif _IN_CHINESE.search(source.title):
        what = f"the source {source.title[:60]!r} is in Chinese and has no title in Chinese"
        fix = "say the same in `title_zh`: who published it, its date and what it says, in our words and not as a headline"
        faults.at(where, "title", "B6", what, fix)


def _prose(page: Page, faults: Faults) -> None:
    """The lines of a page outside the transcript."""
    for number, text in page.prose:
        if not text.startswith("<!--") and other_language(text, page.lang):
            faults.add(page.path, number, "B1", f"{text[:60]!r} is in the other language", _own(page.lang))
        if page.lang == "zh":
            _traditional(page.path, number, text, faults)


def _traditional(path: str, line: int, text: str, faults: Faults, key: str = "zh") -> None:
    """Chinese of ours is in Traditional characters; only strings of the interface name the other script in its own."""
    found = simplified_in(text)
    if found:
        fix = "write their Traditional forms; what is quoted belongs in 「 」"
        faults.add(path, line, "B5", f"{key}: the characters {found!r} are Simplified", fix)


def _numbers(zh: Page, en: Page, faults: Faults) -> None:
    """The prose of a page and of its twin, as a whole: sentences may be parted in another way."""
    texts: dict[Lang, str] = {"zh": "\n".join(text for _, text in zh.prose), "en": "\n".join(text for _, text in en.prose)}
    for page, numbers in zip((zh, en), differing(texts), strict=True):
        if numbers:
            first = f"{numbers[0].number:,}", str(numbers[0])
            line = next((number for number, text in page.prose if any(one in text for one in first)), 1)
            faults.add(page.path, line, "B2", f"this page has {_listed(numbers)}, and its twin does not", _COMPARE)
    for ends in exchanged(texts["zh"], texts["en"]):
        line = next((number for number, text in en.prose if ends in exchanged(texts["zh"], text)), 1)
        faults.add(en.path, line, "B2", f"this page exchanges the ends of {ends}", _COMPARE)


def _listed(numbers: Iterable[Value]) -> str:
    """Numbers as a message names them."""
    return ", ".join(map(str, numbers))


def _own(lang: Lang) -> str:
    """The fix for a text in the wrong language."""
    return "write it in Chinese" if lang == "zh" else "write it in English; Chinese words belong in quotation marks or round brackets"
