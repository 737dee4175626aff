"""Times with which something is compared (比2020年, 在去年的基礎上): they say neither when it is done nor that it was."""

from __future__ import annotations

import re
from importlib.resources import files

from .matching import either
from .word_lists import word_lists

_WORDS = {name: either(words) for name, words in word_lists(files(__package__) / "tables" / "bases.txt").items()}
_TIME = rf"(?:(?:民国)?(?<!\d)\d{{3,4}}年|{_WORDS['times']})(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:{_WORDS['parts']})?"
"""A year, or a month or another part of one, in folded text."""
_BASES = re.compile(
    rf"(?<!{_WORDS['others']})(?:{_WORDS['before']}){_TIME}|[与同和跟]{_TIME}的?(?:{_WORDS['behind']})|在?{_TIME}(?:{_WORDS['bases']})"
    rf"|以{_TIME}为基[期准数年点]|{_TIME}的(?=[\d.一二两三四五六七八九十百]+倍)"
)


def without_bases(folded: str) -> str:
    """A folded Chinese text with a space for each character of the times with which something is compared."""
    return _BASES.sub(lambda found: " " * len(found[0]), folded)
