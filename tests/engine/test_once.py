"""What a function found of an object lies in it and goes with it."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from weakref import ref

from verbatim.model.once import once


@dataclass(frozen=True)
class Words:
    """An object of which functions find something."""

    text: str


Found = tuple[Words, Sequence[str]]
CALLS: list[str] = []


@once
def parted(words: Words, sign: str) -> Found:
    """The parts of a text, with what they were found in."""
    CALLS.append(sign)
    return words, words.text.split(sign)


@once
def length(words: Words) -> int:
    return len(words.text)


def test_a_function_is_called_once_for_an_object_and_for_the_other_arguments() -> None:
    words = Words("a b,c")
    CALLS.clear()

    assert [parted(words, " ")[1], parted(words, ",")[1], parted(words, " ")[1], length(words)] == [
        ["a", "b,c"],
        ["a b", "c"],
        ["a", "b,c"],
        5,
    ]
    assert CALLS == [" ", ","]


def test_an_object_is_itself_and_not_one_that_is_equal() -> None:
    words = Words("a b")
    equal = replace(words)

    assert (parted(words, " ")[0] is words, parted(equal, " ")[0] is equal, words == equal) == (True, True, True)


def test_what_was_found_goes_with_its_object_though_it_holds_it() -> None:
    words = Words("c d")
    gone = ref(words)
    parted(words, " ")

    del words
    gc.collect()
    assert gone() is None
