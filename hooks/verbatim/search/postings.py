"""Posting lists: for each word the sentences that hold it, in files that a query fetches one by one; only large sites need them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..text.folding import is_han
from .tokens import tokens


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


def postings(parts: Iterable[list[list[str]]], own: Mapping[int, str]) -> Mapping[str, Mapping[str, str]]:
    """For each posting file its keys, each with the numbers of the sentences that it leads to, as gaps in base 36.

    ``parts`` hold for each sentence the texts that lead to it; ``own``: see ``Characters``.
    """
    lists: dict[str, list[int]] = {}
    number = 0
    for part in parts:
        for texts in part:
            for key in dict.fromkeys(key for text in texts for key in ((text,) if text.startswith("@") else keys(text))):
                lists.setdefault(key.translate(own), []).append(number)
            number += 1
    files: dict[str, dict[str, str]] = {}
    for key, numbers in sorted(lists.items()):
        gaps = (number - before for before, number in zip([0, *numbers], numbers, strict=False))
        files.setdefault(shard(key), {})[key] = " ".join(map(_base36, gaps))
    return files


def _base36(number: int) -> str:
    return (_base36(number // 36) if number > 35 else "") + digit(number % 36)


def digit(number: int) -> str:
    """A number up to 35 as a digit of base 36."""
    return "0123456789abcdefghijklmnopqrstuvwxyz"[number]
