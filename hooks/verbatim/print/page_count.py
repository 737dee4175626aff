"""How many pages a finished book has."""

from __future__ import annotations

import io

from pikepdf import Pdf


def page_count(book: bytes) -> int:
    """The number of pages of a PDF."""
    with Pdf.open(io.BytesIO(book)) as pdf:
        return len(pdf.pages)
