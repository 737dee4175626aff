"""What the index of the search holds of an event: the same as long as its texts are, whatever else the site has, so that it can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from ..text.data_scripts import compact_json
from ..text.fingerprint import sha256
from .index_file import IndexFile, IndexShard
from .postings import divided, found_by

Packed = Mapping[str, Mapping[str, Any]]
"""Files of the index as one."""


class EventIndex(TypedDict):
    """What the index of the site needs to know of some parts, as values of JSON."""

    lengths: Sequence[int]
    """How many sentences each part holds."""
    digests: Sequence[str]
    """For each of ``EventParts.found`` its checksum."""
    characters: str
    """The characters of the parts, each once, in order."""
    said: str
    """Likewise of what is said about them."""
    words: str
    """The words of the parts in Latin letters, each once, with spaces between."""


@dataclass(frozen=True)
class EventParts:
    """Some parts of the index: ``found`` what their sentences are found by (``postings.divided``), ``texts`` each part and what is said
    about it, written as JSON, since most of that is only passed on.
    """

    index: EventIndex
    found: Sequence[str]
    texts: Sequence[tuple[str, str]]


def packed(**contents: IndexFile) -> Packed:
    """Files as one, texts of a language together: similar texts next to each other compress best."""
    return {of: {name: getattr(content, of) for name, content in contents.items()} for of in ("zh", "codes", "en")}


def indexed(shards: Iterable[IndexShard]) -> EventParts:
    """Parts of the index with what the index of the site needs to know of them."""
    parts = list(shards)
    written = [(compact_json(packed(part=shard)), compact_json(packed(part=shard.about))) for shard in parts]
    found = divided(found_by(sentence for shard in parts for sentence in shard.found))
    texts, said = ("".join(one[at] for one in written) for at in (0, 1))
    index: EventIndex = {
        "lengths": [len(shard.found) for shard in parts],
        "digests": [sha256(some) for some in found],
        "characters": "".join(dict.fromkeys(texts)),
        "said": "".join(dict.fromkeys(said)),
        "words": " ".join(sorted(set(re.findall("[a-z]+", texts.lower())))),
    }
    return EventParts(index, found, written)
