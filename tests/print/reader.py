"""Reads a finished PDF as a reader's program would: characters with their places, in reading order."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import pypdfium2 as pdfium
from pypdfium2 import raw

MARGIN_SIZE = 7.5


@dataclass(frozen=True)
class Char:
    """One character of a page: left and right edge, baseline (from the top) and size in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int


@cache
def chars(content: bytes) -> tuple[Char, ...]:
    """Every character of a file that the file itself holds, page by page (not what the reader guesses, such as line ends)."""
    return tuple(_chars(content))


def _chars(content: bytes) -> Iterator[Char]:
    with pdfium.PdfDocument(content) as document:
        for number, page in enumerate(document, 1):
            text, height = page.get_textpage(), page.get_height()
            for index in range(text.count_chars()):
                if raw.FPDFText_IsGenerated(text, index) == 1:
                    continue
                left, _, right, _ = text.get_charbox(index, loose=True)
                x, y = ctypes.c_double(), ctypes.c_double()
                raw.FPDFText_GetCharOrigin(text, index, x, y)
                matrix = raw.FS_MATRIX()
                raw.FPDFText_GetMatrix(text, index, matrix)
                size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
                yield Char(chr(raw.FPDFText_GetUnicode(text, index)), left, right, height - y.value, round(size, 1), number)
            text.close()
            page.close()


def faces(content: bytes) -> Iterator[tuple[str, str]]:
    """Every character that a file itself holds, with the name of the font that it is set in."""
    with pdfium.PdfDocument(content) as document:
        for page in document:
            text, name = page.get_textpage(), ctypes.create_string_buffer(80)
            for index in range(text.count_chars()):
                if raw.FPDFText_IsGenerated(text, index) == 1:
                    continue
                raw.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.c_int())
                yield chr(raw.FPDFText_GetUnicode(text, index)), name.value.decode()
            text.close()
            page.close()


def lines(found: Iterable[Char]) -> list[list[Char]]:
    """The characters by line: same page, same baseline, one after the other."""
    by_line: list[list[Char]] = []
    for char in found:
        last = by_line[-1][-1] if by_line else None
        if last and last.page == char.page and abs(last.base - char.base) < 2:
            by_line[-1].append(char)
        else:
            by_line.append([char])
    return by_line


def said(content: bytes, size: float, left: float) -> list[list[Char]]:
    """The lines of the transcript: from the first to the last page with addresses in the margin, and the end of the last sentence."""
    found = chars(content)
    pages = {char.page for char in found if char.size == MARGIN_SIZE and char.right < left}
    inside = [char for char in found if min(pages) <= char.page <= max(pages) + 1]
    return lines(char for char in inside if abs(char.size - size) < 0.06 and char.left > left - 8)
