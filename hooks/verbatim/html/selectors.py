"""The names by which style rules find their elements, as pages use them and as scripts may bring them in."""

from __future__ import annotations

import re
from collections.abc import Iterable

Names = frozenset[str]
"""Elements as ``p``, classes as ``.note``, attributes as ``[type]`` and, with a value, ``[type=radio]`` (``*`` for any value)."""

_TESTED = re.compile(r"\[([a-z-]+)")
_CLASS = re.compile(r'class="([^"]*)"')
_ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)")
_COMMENT = re.compile(r"/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`[^`]*`')
_WORD = re.compile(r"-{0,2}[A-Za-z][\w-]*")
_MADE = re.compile(r'createElement\("([a-z0-9]+)"')
_CAPITAL = re.compile(r"[A-Z]")


class Every(Names):
    """All names that there could be."""

    def __contains__(self, name: object) -> bool:
        return True


def attributes_asked(sheets: Iterable[str]) -> Names:
    """The attributes that some rule of the sheets asks for."""
    return frozenset(name for sheet in sheets for name in _TESTED.findall(sheet)) - {"class", "id"}


def of_page(html: str, attributes: Names) -> Names:
    """The names that a page uses; of attributes only those given are looked for."""
    found = set(_ELEMENT.findall(html))
    for value in set(_CLASS.findall(html)):
        found.update(f".{name}" for name in value.split())
    for name in attributes:
        if name in html:
            found.add(f"[{name}]")
            found.update(f"[{name}={value}]" for value in re.findall(f'{name}="([^"]*)"', html))
    return frozenset(found)


def of_script(source: str) -> Names:
    """The names that a script may bring into a page: a word in a string may be a class, any word an attribute."""
    bare = _COMMENT.sub("", source)
    said = {word for string in _STRING.findall(bare) for word in _WORD.findall(string)}
    words = {name for word in _WORD.findall(bare) for name in (word.lower(), f"data-{_dashed(word)}")} | said
    attributes = (form for word in words for form in (f"[{word}]", f"[{word}=*]"))
    return frozenset([*_MADE.findall(bare), *(f".{word}" for word in said), *attributes])


def _dashed(word: str) -> str:
    """A name as ``dataset`` has it, as it stands in the page."""
    return _CAPITAL.sub(lambda found: f"-{found[0].lower()}", word)
