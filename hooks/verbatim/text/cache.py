"""Caches of what functions found in texts: in the process, and between runs by ``cache.found``, since an edit leaves most as it was."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Generic, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Found = TypeVar("Found")
Value = TypeVar("Value")

_ABSENT: Any = object()


class Cache:
    """What one function found, by its arguments.

    ``found`` is what was wanted since the process began, at most ``size`` of it; ``earlier`` what another one left, of which
    ``found`` gets what is wanted; ``new`` says whether something was found that is not in there.
    """

    def __init__(self, size: int) -> None:
        self.size, self.new = size, False
        self.found: dict[tuple[Any, ...], Any] = {}
        self.earlier: dict[tuple[Any, ...], Any] = {}

    def add(self, arguments: tuple[Any, ...], function: Callable[..., Any]) -> Any:
        """What a function finds of arguments that were not yet wanted; the oldest is forgotten where there is too much."""
        result = self.earlier.get(arguments, _ABSENT)
        if result is _ABSENT:
            result, self.new = function(*arguments), True
        while len(self.found) >= self.size:
            del self.found[next(iter(self.found))]
        self.found[tuple([one.bare if type(one) is Listed else one for one in arguments])] = result
        return result

    def wanted(self, complete: bool) -> dict[tuple[Any, ...], Any]:
        """What the next process will want: what was ``found``, and what was found ``earlier`` unless what was ``found`` is ``complete``."""
        return self.found if self.found and complete else self.earlier | self.found


CACHES: dict[str, Cache] = {}
"""The cache of each function that has one, by its full name."""


def cached(size: int) -> Callable[[Callable[[*Given], Found]], Callable[[*Given], Found]]:
    """Cache what a function finds, up to ``size`` results.

    What it finds must follow from its arguments and the engine's code and tables alone, and is never changed; both are plain
    values and records of ``model``, ``text`` and ``read``, the only ones that ``cache.found`` reads again.
    """

    def with_cache(function: Callable[[*Given], Found]) -> Callable[[*Given], Found]:
        cache = CACHES[f"{function.__module__}.{function.__qualname__}"] = Cache(size)
        found = cache.found

        @wraps(function)
        def asked(*arguments: *Given) -> Found:
            result: Found = found.get(arguments, _ABSENT)
            return cache.add(arguments, function) if result is _ABSENT else result

        return asked

    return with_cache


@contextmanager
def uncollected() -> Iterator[None]:
    """A while in which no cycles of references are looked for: records have none, and to look at all of them takes a third longer."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Listed(Generic[Value]):
    """A large value as an argument: compared by a checksum of its text, so that it is not compared as a whole for each text."""

    def __init__(self, value: Value, text: str = "", digest: bytes = b"") -> None:
        """``text`` says what the value is, in the same words in every run; without it that is its ``repr``.  ``digest`` is its SHA-256."""
        self.value = value
        self.digest = digest or hashlib.sha256((text or repr(value)).encode()).digest()

    @property
    def bare(self) -> Listed[None]:
        """The checksum alone, by which what was found is kept: the value may be large, and who asks again brings it along."""
        return Listed(None, digest=self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Listed) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)
