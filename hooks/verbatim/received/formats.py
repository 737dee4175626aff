"""The plain text of a file as it was received: a text file, a Markdown page, a web page or a Word document."""

from __future__ import annotations

from pathlib import PurePath

from .encodings import Decoded, UnusableSource, decoded
from .markdown_text import markdown_text
from .web_page import page_text

SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx")


def plain_text(content: bytes, name: str) -> Decoded:
    """The text of a file, chosen by the end of its name, with the lines as a reader sees them; raises ``UnusableSource``."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnusableSource(f"{name}: a source is a file in {', '.join(SUFFIXES)}; save the text as plain text (.txt)")
    if suffix == ".docx":
        from . import word_document  # here, because its reader is installed for the commands of editors only

        document = word_document.page_of(content, name)
        page = page_text(document.page, name)
        return Decoded(page.text, word_document.ENCODING, (*document.left(page.text), *page.left), page.headings)
    found = decoded(content, name)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    if suffix == ".txt":
        return Decoded(text, found.encoding)
    page = markdown_text(text) if suffix == ".md" else page_text(text, name)
    return Decoded(page.text, found.encoding, page.left, page.headings)
