"""What functions found in texts: kept while the process runs, and between runs by ``recall``, since an edit leaves most as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Found = TypeVar("Found")
Value = TypeVar("Value")

_ABSENT: Any = object()


class Memory:
    """What one function found, by its arguments.

    ``found`` is what was wanted since the process began, at most ``size`` of it; ``recalled`` what was kept by another one, of which
    ``found`` gets what is wanted; ``new`` says whether something was found that is not in there.
    """

    def __init__(self, size: int) -> None:
        self.size, self.new = size, False
        self.found: dict[tuple[Any, ...], Any] = {}
        self.recalled: dict[tuple[Any, ...], Any] = {}

    def add(self, arguments: tuple[Any, ...], function: Callable[..., Any]) -> Any:
        """What a function finds of arguments that were not yet wanted; the oldest is forgotten where there is too much."""
        result = self.recalled.get(arguments, _ABSENT)
        if result is _ABSENT:
            result, self.new = function(*arguments), True
        while len(self.found) >= self.size:
            del self.found[next(iter(self.found))]
        self.found[arguments] = result
        return result


MEMORIES: dict[str, Memory] = {}
"""What each function that keeps something found, by its full name."""


def kept(size: int) -> Callable[[Callable[[*Given], Found]], Callable[[*Given], Found]]:
    """Keep what a function finds, up to ``size`` results.

    What it finds must follow from its arguments and the engine's code and tables alone, and is never changed; both can be pickled.
    """

    def keeping(function: Callable[[*Given], Found]) -> Callable[[*Given], Found]:
        memory = MEMORIES[f"{function.__module__}.{function.__qualname__}"] = Memory(size)
        found = memory.found

        @wraps(function)
        def remembered(*arguments: *Given) -> Found:
            result: Found = found.get(arguments, _ABSENT)
            return memory.add(arguments, function) if result is _ABSENT else result

        return remembered

    return keeping


class Listed(Generic[Value]):
    """A large value as an argument: compared by a checksum of its text, so that it is not compared as a whole for each text."""

    def __init__(self, value: Value, text: str = "") -> None:
        """``text`` says what the value is, in the same words in every run; without it that is its ``repr``."""
        self.value = value
        self.digest = hashlib.sha256((text or repr(value)).encode()).digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Listed) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)
