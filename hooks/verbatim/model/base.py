"""What every record shares: its place in a file, and words in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Self

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
TWIN: Mapping[Lang, Lang] = {"zh": "en", "en": "zh"}
"""The other language."""
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the translation and the data (LICENSE-WORDS.md)."""


@dataclass(frozen=True)
class Where:
    """A place in a file: path from the project's root, line from 1, and the lines of the keys of a record."""

    path: str
    line: int
    keys: Mapping[str, int] = field(default_factory=dict)

    def of(self, key: str) -> int:
        """The line of a key of the record, or of the record itself where the key is not written."""
        return self.keys.get(key, self.line)


class OnDemand:
    """What is read as a whole only when more of it is asked for than is known already.

    A field of it has no default value, which would count as known, but may have a factory.
    """

    @classmethod
    def known(cls, read: Callable[[], Self], **fields: object) -> Self:
        """One of which some ``fields`` are known; ``read`` gives all of it, the same in these."""
        found = object.__new__(cls)
        vars(found).update(fields, _read=read)
        return found

    if not TYPE_CHECKING:  # pragma: no branch - else every name would count as a field

        def __getattr__(self, name: str) -> object:
            """A field that is not known yet."""
            read = None if name.startswith("__") else vars(self).pop("_read", None)
            if read is None:
                raise AttributeError(f"{type(self).__name__} has no {name}")
            vars(self).update({**vars(read()), **vars(self)})
            return getattr(self, name)


@dataclass(frozen=True)
class Record:
    """Anything read from YAML."""

    where: Where


@dataclass(frozen=True)
class Pair(Record):
    """The same text in both languages."""

    zh: str
    """In Traditional Chinese."""
    en: str
    """In English."""

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class BilingualForms(Record):
    """Lists of forms in both languages."""

    zh: tuple[str, ...] = ()
    """In Chinese, as the transcript writes them."""
    en: tuple[str, ...] = ()
    """In English, as the translation writes them."""

    def __getitem__(self, lang: Lang) -> tuple[str, ...]:
        return self.zh if lang == "zh" else self.en


def as_dict(pair: Pair | None) -> dict[str, str] | None:
    """The text of each language by its code, as JSON holds it; nothing of nothing."""
    return {lang: pair[lang] for lang in LANGS} if pair else None
