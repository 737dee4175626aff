"""What a function found of an object lies in that object, as the value of a cached property does, and goes with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Of = TypeVar("Of")
Others = TypeVarTuple("Others")
Result = TypeVar("Result")


def once(function: Callable[[Of, *Others], Result]) -> Callable[[Of, *Others], Result]:
    """Call a function once for each object, its first argument, and for the other arguments.

    It does for a function what ``functools.cached_property`` does for a method.  Objects that are equal are not the same one.  Neither
    object nor result is ever changed; the result may hold the object, which alone holds it.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def called(of: Of, *others: *Others) -> Result:
        found: dict[tuple[*Others], Result] = vars(of).setdefault(name, {})
        if others not in found:
            found[others] = function(of, *others)
        return found[others]

    return called
