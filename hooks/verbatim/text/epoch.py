"""The time that ``SOURCE_DATE_EPOCH`` states: https://reproducible-builds.org/specs/source-date-epoch/."""

from __future__ import annotations

_LATEST = 253402300799
"""The last second of the year 9999, beyond which Python has no date."""


def wrong_epoch(given: str) -> str:
    """What is wrong with a value, with what to do; nothing where it is empty or states a time in whole seconds since 1970."""
    digits = given.lstrip("0") or "0"
    if not given or (given.isascii() and given.isdigit() and len(digits) <= len(str(_LATEST)) and int(digits) <= _LATEST):
        return ""
    return f"SOURCE_DATE_EPOCH is {given!r}, which is not a time\n    fix: set it to seconds since 1970, or leave it unset"
