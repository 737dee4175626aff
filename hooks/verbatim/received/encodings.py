"""The text of a file in any of the encodings that Chinese texts come in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ..model.base import Lang
from ..model.faults import BuildError

_MARKS = {codecs.BOM_UTF8: ("utf-8-sig", "UTF-8"), codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"), codecs.BOM_UTF16_BE: ("utf-16", "UTF-16")}
_LEGACY = {"gb18030": "GB18030", "big5": "Big5"}
"""The encodings without a mark of their own, by the name of Python: GB18030 contains GBK and GB 2312."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")


class UnusableSource(BuildError):
    """A file of which no source can be made, or none with somebody who speaks."""

    subject = "the source"


@dataclass(frozen=True)
class Decoded:
    """A text and the name of the encoding in which it was received; ``left`` is what else the file has and the text has not, in words, and
    ``headings`` are the lines that the file marks as such.
    """

    text: str
    encoding: str
    left: tuple[dict[Lang, str], ...] = ()
    headings: frozenset[str] = frozenset()


def decoded(content: bytes, name: str) -> Decoded:
    """The text of a file in UTF-8, UTF-16 (with its mark), GB18030 or Big5; ``name`` is for the message.

    Valid UTF-8 is UTF-8; of the other two charset-normalizer chooses the one in which the text looks like a text.
    Raises ``UnusableSource``.
    """
    for mark, (codec, shown) in _MARKS.items():
        if content.startswith(mark):
            return Decoded(_strict(content, codec, name), shown)
    try:
        return Decoded(_printable(content.decode("utf-8"), name), "UTF-8")
    except UnicodeDecodeError:
        best = from_bytes(content, cp_isolation=list(_LEGACY)).best()
    if best is None:
        raise _unknown(name)
    return Decoded(_strict(content, best.encoding, name), _LEGACY[best.encoding])


def _strict(content: bytes, codec: str, name: str) -> str:
    try:
        return _printable(content.decode(codec), name)
    except UnicodeDecodeError:
        raise _unknown(name) from None


def _printable(text: str, name: str) -> str:
    """The text, unless it holds characters that no text has: then the file is something else."""
    if _CONTROL.search(text):
        raise _unknown(name)
    return text


def _unknown(name: str) -> UnusableSource:
    return UnusableSource(f"{name}: the encoding is none of UTF-8, UTF-16, GB18030 and Big5; save the text as UTF-8")
