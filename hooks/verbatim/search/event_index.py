"""What the index of the search holds of an event: the same as long as its texts are, whatever else the site has, so that it can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

from ..text.data_scripts import compact_json
from .index_file import IndexFile, IndexShard
from .postings import found_by

Packed = Mapping[str, Mapping[str, Any]]
"""Files of the index as one."""


class EventIndex(TypedDict):
    """Some parts of the index, as values of JSON."""

    length: int
    """How many sentences they hold."""
    found: Mapping[str, Sequence[int]]
    """What their sentences are found by."""
    parts: Sequence[tuple[int, Packed, Packed]]
    """Of each part how many sentences it holds, the part, and what is said about it."""
    characters: str
    """The characters of the parts, each once, in order."""
    said: str
    """Likewise of what is said about them."""
    words: str
    """The words of the parts in Latin letters, each once, with spaces between."""


def packed(**contents: IndexFile) -> Packed:
    """Files as one, texts of a language together: similar texts next to each other compress best."""
    return {of: {name: getattr(content, of) for name, content in contents.items()} for of in ("zh", "codes", "en")}


def indexed(shards: Iterable[IndexShard]) -> EventIndex:
    """Parts of the index with what the index of the site needs to know of them."""
    parts = [(len(shard.found), packed(part=shard), packed(part=shard.about), shard.found) for shard in shards]
    texts, said = ("".join(compact_json(part[at]) for part in parts) for at in (1, 2))
    return {
        "length": sum(part[0] for part in parts),
        "found": found_by(sentence for part in parts for sentence in part[3]),
        "parts": [part[:3] for part in parts],
        "characters": "".join(dict.fromkeys(texts)),
        "said": "".join(dict.fromkeys(said)),
        "words": " ".join(sorted(set(re.findall("[a-z]+", texts.lower())))),
    }
