"""Leads the links inside a book to their places, which ``matter.typ`` hands over in a file attached to it.

Typst would have to set everything that holds such a link once more, since it knows no place before all is set.
"""

from __future__ import annotations

import json
from typing import Any

from pikepdf import Array, Name, Object, Pdf, String

ATTACHED = "places.json"
_TO = "to:"
"""How an address begins that is the name of a place in the book (``type.typ``)."""
_ROOM = 10
"""Points that a reader is shown above a place, as Typst leaves them too."""


def lead_links(pdf: Pdf) -> None:
    """Give each link that names a place its page and its height there, and what it is called; remove the list of places."""
    places = _taken(pdf)
    for page in pdf.pages:
        for link in page.get(Name.Annots, []):
            address = str(link.A.URI) if Name.A in link else ""
            if address.startswith(_TO):
                _lead(link, pdf, *places[address.removeprefix(_TO)])


def _taken(pdf: Pdf) -> dict[str, Any]:
    """The places by name, taken out of the attached files; none where they are not among these."""
    if ATTACHED not in pdf.attachments:
        return {}
    described = pdf.attachments[ATTACHED]
    places: dict[str, Any] = json.loads(described.get_file().read_bytes())
    pdf.Root.AF = Array([file for file in pdf.Root.AF if file.objgen != described.obj.objgen])
    del pdf.attachments[ATTACHED]
    return places


def _lead(link: Object, pdf: Pdf, page: int, x: float, y: float, said: str) -> None:
    """Let a link lead to a place, measured in points from the upper left corner of a page."""
    there = pdf.pages[page - 1]
    link.Dest = Array([there.obj, Name.XYZ, round(x), round(float(there.MediaBox[3]) - max(y - _ROOM, 0)), 0])
    link.Contents = String(said)
    del link.A
