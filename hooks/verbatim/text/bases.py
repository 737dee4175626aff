"""Times with which something is compared (比2020年, 在去年的基礎上): they say neither when it is done nor that it was."""

from __future__ import annotations

import re

_TIME = (
    r"(?:(?:(?:民国)?(?<!\d)\d{3,4}|上一|[去上前今本明])年|上个?月|上个?季度?)(?:\d{1,2}月(?:\d{1,2}日)?)?"
    r"(?:年?[底末初]|全年|同期|同[月季]|[上下]半年|第?[一二三四]季度?)?"
)
"""A year, or a month or another part of one, in folded text."""
_BASES = re.compile(
    rf"(?:(?<![占之配分])(?:相?比[起之]?|相?较于?)){_TIME}|[与同和跟]{_TIME}的?相?比较?|在?{_TIME}的?(?:基础之?上|水[平准])|以{_TIME}为基[期准数年点]"
    rf"|{_TIME}的(?=[\d.一二两三四五六七八九十百]+倍)"
)


def without_bases(folded: str) -> str:
    """A folded Chinese text with a space for each character of the times with which something is compared."""
    return _BASES.sub(lambda found: " " * len(found[0]), folded)
