"""The plain text of a file as it was received: a text file, a Markdown page, a web page or a Word document."""

from __future__ import annotations

import re
from pathlib import PurePath

from lxml import etree, html

from .encodings import Decoded, UnusableSource, decoded
from .words import words

SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx")
_IDLE = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "select", "svg", "head")
"""Elements of a web page that hold none of its text."""
_BLOCKS = frozenset(words("blocks"))
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_MARKDOWN = (
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"^(?:#{1,6}|>+|[-*+])[ \t]+", re.M), ""),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(.+?)\1"), r"\2"),
    (re.compile(r"(?<!\*)\*([^*\n]+)\*"), r"\1"),
    (re.compile(r"[ \t]*\{#[^}]*\}$", re.M), ""),
)
"""Marks of Markdown, each with what remains of it."""


def plain_text(content: bytes, name: str) -> Decoded:
    """The text of a file, chosen by the end of its name, with the lines as a reader sees them; raises ``UnusableSource``."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnusableSource(f"{name}: a source is a file in {', '.join(SUFFIXES)}; save the text as plain text (.txt)")
    if suffix == ".docx":
        from . import word_document  # here, because its reader is installed for the commands of editors only

        return Decoded(_page_text(word_document.page_of(content, name)), word_document.ENCODING)
    found = decoded(content, name)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    if suffix == ".md":
        text = _unmarked(text)
    elif suffix != ".txt":
        text = _page_text(text)
    return Decoded(text, found.encoding)


def _unmarked(text: str) -> str:
    """Markdown without its front matter and its marks."""
    text = _FRONT.sub("", text)
    for mark, rest in _MARKDOWN:
        text = mark.sub(rest, text)
    return text


def _page_text(text: str) -> str:
    """The text of a web page: of its article or main part, if it has exactly one, otherwise of its body."""
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text) or "<p>")
    except etree.ParserError:  # a page without an element
        return ""
    etree.strip_elements(root, *_IDLE, etree.Comment, with_tail=False)
    places = next((found for tag in ("article", "main") if len(found := root.findall(f".//{tag}")) == 1), [root])
    return "".join(_pieces(places[0]))


def _pieces(element: html.HtmlElement) -> list[str]:
    """The text of an element in pieces: spaces and line ends of the file are single spaces, blocks are lines."""
    edge = ["\n"] if element.tag in _BLOCKS else []
    found = [*edge, _flat(element.text)]
    for child in element:
        found += [*_pieces(child), _flat(child.tail)]
    return [*found, *edge]


def _flat(text: str | None) -> str:
    """Text as a browser shows it: line ends beside a Chinese character are no spaces."""
    joined = re.sub(r"(?<=[^\x00-\u02ff])[ \t]*\n[ \t\n]*|[ \t]*\n[ \t\n]*(?=[^\x00-\u02ff])", "", text or "")
    return re.sub(r"[ \t\n]+", " ", joined)
