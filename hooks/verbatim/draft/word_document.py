"""The text of a Word document (.docx) as a web page, by mammoth: paragraphs, lists and tables, with insertions and without deletions."""

from __future__ import annotations

import io
import zipfile
from xml.parsers.expat import ExpatError

import mammoth

from .encodings import UnusableSource

ENCODING = "Word (.docx)"
"""What an event states in the place of an encoding."""
_TEXT = "word/document.xml"
_LARGEST = 20_000_000
"""Bytes of a document's text that are unpacked at most: some hundred times those of a long press conference."""


def page_of(content: bytes, name: str) -> str:
    """The document as HTML, without pictures; ``name`` is for the message.  Raises ``UnusableSource`` where it is no such document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = packed.getinfo(_TEXT).file_size
        if size > _LARGEST:
            raise UnusableSource(
                f"{name}: the document holds {size} bytes of text, more than {_LARGEST}; save its text as plain text (.txt)"
            )
        without = mammoth.images.img_element(lambda _: {})
        return str(mammoth.convert_to_html(io.BytesIO(content), include_embedded_style_map=False, convert_image=without).value)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, ExpatError):
        raise UnusableSource(
            f"{name}: this is no Word document (.docx); open it in a word processor and save it as .docx or .txt"
        ) from None
