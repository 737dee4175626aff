"""Posting lists: for each word the sentences that hold it, in files that a query fetches one by one; only large sites need them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any
from zlib import crc32

from ..text.data_scripts import compact_json
from ..text.folding import is_han
from .tokens import tokens

PORTIONS = 64
"""Portions of the posting files: an edit of a sentence changes some ten of them."""


def keys(text: str) -> Iterator[str]:
    """What a text is found by in the posting lists: pairs of Han characters, numbers, stems; a last character alone."""
    found = tokens(text)
    for token, following in zip(found, [*found[1:], ""], strict=False):
        yield token + following if is_han(token) and is_han(following) else token


def shard(key: str) -> str:
    """The posting file that holds a key: by the first Han character, the first two letters, or (short words, of which each is
    frequent) the whole key; an address by its beginning.
    """
    if is_han(key):
        return f"{ord(key[0]):x}"
    bare = re.sub(r"[^a-z0-9]", "", key)
    if key.startswith("@"):
        return f"a{bare[:4]}"
    return f"w{bare if len(bare) < 4 else bare[:2]}"


def found_by(sentences: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """What sentences are found by, each with their numbers in order; of each are given the texts that lead to it."""
    found: dict[str, list[int]] = {}
    for number, texts in enumerate(sentences):
        for key in dict.fromkeys(key for text in texts for key in ((text,) if text.startswith("@") else keys(text))):
            found.setdefault(key, []).append(number)
    return found


def divided(found: Mapping[str, Sequence[int]]) -> Sequence[str]:
    """What sentences are found by (``found_by``) in ``PORTIONS``, each as JSON: for a key its first and last number, and in between and
    after these the gaps as ``postings`` writes them.

    A posting file lies in one portion whole, so that an edit, which changes a few keys, leaves most portions as they are.
    """
    portions: list[dict[str, Any]] = [{} for _ in range(PORTIONS)]
    for key, numbers in found.items():
        gaps = (number - before for before, number in pairwise(numbers))
        portions[crc32(shard(key).encode("utf-8")) % PORTIONS][key] = [numbers[0], numbers[-1], "".join(f" {_base36(gap)}" for gap in gaps)]
    return [compact_json(portion) for portion in portions]


def postings(parts: Iterable[tuple[int, str]], own: Mapping[int, str]) -> Mapping[str, Mapping[str, str]]:
    """For each posting file its keys, each with the numbers of the sentences that it leads to, as gaps in base 36.

    ``parts`` hold some sentences each: how many, and a portion of what they are found by (``divided``); ``own``: see ``Characters``.
    """
    lists: dict[str, list[str]] = {}
    ends: dict[str, int] = {}
    begin = 0
    for length, portion in parts:
        for key, (first, last, gaps) in json.loads(portion).items():
            lists.setdefault(key, []).append(_base36(begin + first - ends.get(key, 0)) + gaps)
            ends[key] = begin + last
        begin += length
    files: dict[str, dict[str, str]] = {}
    for key, numbers in sorted((key.translate(own), " ".join(numbers)) for key, numbers in lists.items()):
        files.setdefault(shard(key), {})[key] = numbers
    return files


@cache
def _base36(number: int) -> str:
    return (_base36(number // 36) if number > 35 else "") + digit(number % 36)


def digit(number: int) -> str:
    """A number up to 35 as a digit of base 36."""
    return "0123456789abcdefghijklmnopqrstuvwxyz"[number]
