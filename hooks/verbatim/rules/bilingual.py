"""Texts of ours in both languages: Chinese fields hold Chinese and English ones English, and both have the same numbers."""

from __future__ import annotations

from ..analysis.bilingual import QUOTING, differing, other_language, pairs, unfinished
from ..model import LANGS, Lang, Page, Pair
from ..model.faults import Faults
from ..read.corpus import Corpus


def check(corpus: Corpus, faults: Faults) -> None:
    """B1 the other language, B2 a number changed in one language, B3 a text that is not complete."""
    shared = (corpus.strings, corpus.vocabulary, corpus.units, corpus.people, corpus.terms, corpus.simplified_overrides, corpus.corrections)
    for part in (*shared, *corpus.transcripts.values()):
        for name, pair in pairs(part):
            if name not in QUOTING:
                _pair(pair, faults)
    for pair in corpus.strings.values():  # the theme puts some of them into attributes as they are
        for lang in LANGS:
            if '"' in pair[lang]:
                what = f"{lang}: a straight quotation mark, which would end an attribute"
                faults.add(pair.where.path, pair.where.of(lang), "B3", what, "write “ ” or 「 」")
    for (lang, name), page in corpus.pages.items():
        _prose(page, faults)
        twin = corpus.pages.get(("en", name))
        if lang == "zh" and twin:
            _numbers(page, twin, faults)


def _pair(pair: Pair, faults: Faults) -> None:
    """One text in both languages."""
    path = pair.where.path
    for lang in LANGS:
        line, text = pair.where.of(lang), pair[lang]
        if other_language(text, lang):
            faults.add(path, line, "B1", f"{lang}: {text[:60]!r} is in the other language", _own(lang))
        wrong = unfinished(text)
        if wrong:
            faults.add(path, line, "B3", f"{lang}: {wrong}", "complete the text, in one paragraph with single spaces")
    chinese, english = differing(pair)
    if chinese and english:
        what = f"the Chinese has {', '.join(map(str, chinese))} where the English has {', '.join(map(str, english))}"
        faults.add(path, pair.where.of("en"), "B2", what, "compare both with the source, and correct the wrong one")


def _prose(page: Page, faults: Faults) -> None:
    """The lines of a page outside the transcript."""
    for number, text in page.prose:
        if not text.startswith("<!--") and other_language(text, page.lang):
            faults.add(page.path, number, "B1", f"{text[:60]!r} is in the other language", _own(page.lang))


def _numbers(zh: Page, en: Page, faults: Faults) -> None:
    """The prose of a page and of its twin, as a whole: sentences may be parted in another way."""
    texts: dict[Lang, str] = {"zh": "\n".join(text for _, text in zh.prose), "en": "\n".join(text for _, text in en.prose)}
    chinese, english = differing(texts)
    if chinese and english:
        what = f"{zh.path} has {', '.join(map(str, chinese))} where this page has {', '.join(map(str, english))}"
        line = next((number for number, text in en.prose if f"{english[0].number:,}" in text or str(english[0]) in text), 1)
        faults.add(en.path, line, "B2", what, "compare both with the source, and correct the wrong one")


def _own(lang: Lang) -> str:
    """The fix for a text in the wrong language."""
    return "write it in Chinese" if lang == "zh" else "write it in English; Chinese words belong in quotation marks or round brackets"
