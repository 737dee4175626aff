"""Records that repeat an earlier one: the same word, place or alias listed twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def repeats(listed: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[T]:
    """What has the key of something earlier in the list, in the order of the list."""
    seen = set()
    for one in listed:
        if key(one) in seen:
            yield one
        seen.add(key(one))
