"""Whose money 元 is: dollars of Taiwan or Hong Kong, where the text shows it."""

from __future__ import annotations

import re

from ..text.numerals import plain
from ..text.readings import is_simplified

_DOLLARS = {("NT$",): r"民国\s?[\d〇一二三四五六七八九十百]+年|新臺币", ("HK$",): "港币|港元|香港"}
"""The forms in English, by what a text says that is of the place, folded."""
_RENMINBI = re.compile("人民币")


def is_of_taiwan(text: str) -> bool:
    """Whether a text shows that it is from Taiwan: its 元 are Taiwan's."""
    return dollar(text) == ("NT$",)


def dollar(text: str) -> tuple[str, ...]:
    """The forms in English of the 元 of a text; none where it is in Simplified characters or names several currencies of the kind."""
    folded = plain(text)
    found = [forms for forms, words in _DOLLARS.items() if re.search(words, folded)]
    return found[0] if len(found) == 1 and not is_simplified(text) and not _RENMINBI.search(folded) else ()
