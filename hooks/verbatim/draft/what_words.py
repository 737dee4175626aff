"""What a register entry is about, cut from its quotations: without the number, its time, who speaks and how firmly."""

from __future__ import annotations

import re

from ..model import RegisterEntry
from ..model.base import Pair
from ..read.corpus import Corpus, Transcript
from ..rules.house_style import avoided_in
from ..text.open_points import is_open
from ..text.readings import edited, traditional
from ..text.scripts import HAN
from . import what_chinese, what_english

_NUMBER = re.compile(r"\d+")
_ONE_WORD = re.compile(rf"[{HAN}]+")
"""What is to be written where it is one word and no choice."""


def what(corpus: Corpus, transcript: Transcript, entry: RegisterEntry) -> Pair:
    """What an entry is about, in each language; empty where its quotation does not show it plainly.

    The Chinese is in Traditional characters without the slips of the transcript, as our own words are.
    """
    zh = "" if is_open(entry.quote.zh) else what_chinese.about(corpus, entry, edited(entry.quote.zh, transcript.errata))
    zh = in_house_style(corpus, traditional(zh, {}) if transcript.event.is_simplified else zh)
    en = "" if is_open(entry.quote.en) else what_english.about(corpus, entry, entry.quote.en)
    of_both = zh and set(_NUMBER.findall(en)) <= set(_NUMBER.findall(zh))  # a number that the Chinese lacks is a time or a length
    return Pair(entry.where, zh, en if of_both else "")


def in_house_style(corpus: Corpus, zh: str) -> str:
    """A Chinese text of our own with the words that the house style has for those that it avoids; empty where it leaves a choice."""
    for avoided, word in avoided_in(corpus, "zh", zh):
        if not _ONE_WORD.fullmatch(avoided.write):
            return ""
        zh = zh.replace(word, avoided.write)
    return zh
