"""Caches of what functions found in texts, in parts: in the process, and between runs by ``cache.found``, since most is left as it was."""

from __future__ import annotations

import gc
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, wraps
from typing import Any, Generic, Self, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Result = TypeVar("Result")
Value = TypeVar("Value")

_ABSENT: Any = object()
_HELD = 4
"""Parts: that without a name, which is asked again and again, and the last events."""
Found = Mapping[str, dict[tuple[Any, ...], Any]]
"""What functions found, by the full name of each and by its arguments."""


class Part:
    """What functions found in one part of a project, by function and arguments: in an event, or, without a name, in all else.

    ``found`` is what was wanted since the process began; ``earlier`` what another one left, of which ``found`` gets what is wanted; it is
    read when something is wanted that is not yet found; ``new`` says whether something was found that is not in there.
    """

    def __init__(self, name: str) -> None:
        self.name, self.new = name, False
        self.found = defaultdict[str, dict[tuple[Any, ...], Any]](dict)

    def earlier(self) -> Found:
        """What another process found here, read where it is not held."""
        return _STATE.read(self.name)

    def add(self, name: str, size: int, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        """What a function finds of arguments that were not yet wanted here; the oldest of more than ``size`` is forgotten."""
        result = self.earlier().get(name, {}).get(arguments, _ABSENT)
        if result is _ABSENT:
            result, self.new = _STATE.found[name].get(arguments, _ABSENT), True
        if result is _ABSENT:
            of = next((one.part for one in arguments if type(one) is Listed and one.part), self.name)
            with within(of):
                result = function(*arguments)
        key = tuple([bytes(one) if type(one) is Listed else one for one in arguments])
        for found in (self.found[name], _STATE.found[name]):
            while len(found) >= size:
                del found[next(iter(found))]
            found[key] = result
        return result

    def wanted(self, complete: bool) -> dict[str, dict[tuple[Any, ...], Any]]:
        """What the next process will want, by function: what was ``found``, and what was found ``earlier`` unless this is ``complete``."""
        found, earlier = self.found, self.earlier()
        return {name: found[name] if complete and name in found else earlier.get(name, {}) | found[name] for name in {*found, *earlier}}


class _State:
    """What this process knows: its parts, the one in which functions are asked now, and what reads what another process left of one.

    ``found`` is what was wanted in any part, since parts may hold the same words.
    """

    def __init__(self) -> None:
        self.found = defaultdict[str, dict[tuple[Any, ...], Any]](dict)
        self.parts: dict[str, Part] = {}
        self.read = _reading(lambda name: {})
        self.now = self.part("")

    def part(self, name: str) -> Part:
        return self.parts.setdefault(name, Part(name))


def _reading(read: Callable[[str], Found]) -> Callable[[str], Found]:
    """What reads what was left of a part, and holds it of a few: what was ever found in events is more than what they say."""
    return lru_cache(maxsize=_HELD)(read)


_STATE = _State()


def parts() -> list[Part]:
    """What is known of each part."""
    return list(_STATE.parts.values())


def begin(read: Callable[[str], Found]) -> None:
    """Know nothing but what ``read`` gives of a part by its name."""
    _STATE.parts.clear()
    _STATE.found.clear()
    _STATE.read, _STATE.now = _reading(read), _STATE.part("")


def know(found: Found) -> None:
    """Know what another process found beside the parts with names."""
    part = _STATE.part("")
    for name, results in found.items():
        part.found[name].update(results)
        _STATE.found[name].update(results)
    part.new = part.new or bool(found)


@contextmanager
def within(name: str) -> Iterator[None]:
    """A while in which functions are asked about one part, so that what they find is kept with it."""
    before, _STATE.now = _STATE.now, _STATE.part(name)
    try:
        yield
    finally:
        _STATE.now = before


def cached(size: int) -> Callable[[Callable[[*Given], Result]], Callable[[*Given], Result]]:
    """Cache what a function finds, up to ``size`` results in each part.

    What it finds must follow from its arguments and the engine's code and tables alone, and is never changed; both are plain
    values and records of ``model``, ``text`` and ``read``, the only ones that ``cache.found`` reads again.
    """

    def with_cache(function: Callable[[*Given], Result]) -> Callable[[*Given], Result]:
        name = f"{function.__module__}.{function.__qualname__}"

        @wraps(function)
        def asked(*arguments: *Given) -> Result:
            part = _STATE.now
            result: Result = part.found[name].get(arguments, _ABSENT)
            return part.add(name, size, function, arguments) if result is _ABSENT else result

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


class Listed(bytes, Generic[Value]):
    """A large value as an argument: the checksum of its text, with the value, so that it is not compared as a whole for each text.

    What was found is kept by the checksum alone: the value may be large, and who asks again brings it along.
    """

    value: Value
    part: str
    """That which the value holds alone, if any."""

    def __new__(cls, value: Value, text: str = "", digest: bytes = b"", part: str = "") -> Self:
        """``text`` says what the value is, in the same words in every run; without it that is its ``repr``.  ``digest`` is its SHA-256."""
        made = super().__new__(cls, digest or hashlib.sha256((text or repr(value)).encode()).digest())
        made.value, made.part = value, part
        return made
