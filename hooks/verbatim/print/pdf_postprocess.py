"""Post-processes Typst's PDF: script-level language tags, table headers, shorter pages.

- Typst knows regions, not scripts: its language tags become ``zh-Hant``, ``zh-Hans`` and ``zh-Latn-pinyin``.
- Full-width marks of the transcript can be copied as the half-width ones that were received.
- The first cell of a table row is its header (PDF/UA: ``TH`` with a scope).
- Pages say the same in fewer words (``pdf_content``) and bytes (``pdf_fonts``), the file packs its objects tightly (``pdf_write``).
- Links inside the book lead to their places (``pdf_links``).
- The outline is shown.
"""

from __future__ import annotations

import io
import re
from collections.abc import Container, Iterable, Mapping
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Page, Pdf, String

from ..text.typography import FULL_WIDTH
from .pdf_content import PageContent
from .pdf_fonts import shorten_fonts
from .pdf_links import lead_links
from .pdf_write import written

MARKS = "VerbatimMarks"
"""How the names of the fonts begin whose marks are displayed full-width and were received half-width."""

LANGUAGES = {"zh-TW": "zh-Hant", "zh-CN": "zh-Hans", "zh-SG": "zh-Latn-pinyin"}
"""The region that ``type.typ`` sets to the tag that it stands for."""

_HALF_WIDTH = {f"{full:04X}".encode(): f"{half:04X}".encode() for half, full in FULL_WIDTH.items()}
_MAPPING = re.compile(rb"(<[0-9A-F]{4}> <)([0-9A-F]{4})(>)")
_LANGUAGE_TAG = re.compile(rf"/Lang\(({'|'.join(LANGUAGES)})\)".encode())
_NAMED_LANGUAGE = re.compile(rb"/Lang ?\(([\w-]+)\)")
_LISTED_LANGUAGES = re.compile(rb"(?<=<dc:language><rdf:Bag>).*?(?=</rdf:Bag>)")
_DESCRIBED = re.compile(
    rb'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>(?:XMP Media Management|Adobe PDF) schema<.*?</pdfaSchema:property></rdf:li>'
)


def postprocess(typeset: bytes) -> bytes:
    """The finished PDF of one as Typst writes it; the same bytes for the same bytes."""
    with Pdf.open(io.BytesIO(typeset)) as pdf:
        lead_links(pdf)
        for item in pdf.objects:
            if isinstance(item, Dictionary):
                _fix_object(item)
        sequences, narrow = NumberTree(pdf.Root.StructTreeRoot.ParentTree), shorten_fonts(pdf)
        for page in pdf.pages:
            _fix_page(page, sequences, narrow)
        if Name.PageLabels in pdf.Root:
            del pdf.Root.PageLabels  # one object a page, to say that the first is 1
        _fix_metadata(pdf, sorted({tag for page in pdf.pages for tag in _NAMED_LANGUAGE.findall(page.Contents.read_bytes())}))
        pdf.Root.PageMode = Name.UseOutlines
        return written(pdf)


def _fix_page(page: Page, sequences: NumberTree, narrow: Container[tuple[int, int]]) -> None:
    """Write the content of a page in fewer words, with script-level language tags.

    ``sequences`` gives who holds its marked sequences; ``narrow`` are the fonts whose codes become single bytes.
    """
    content = _LANGUAGE_TAG.sub(lambda found: b"/Lang(%s)" % LANGUAGES[found[1].decode()].encode(), page.Contents.read_bytes())
    owners = list(sequences[int(page.StructParents)]) if Name.StructParents in page else []
    fonts = page.Resources.get(Name.Font, Dictionary())
    small = [name.encode() for name, font in fonts.items() if font.objgen in narrow]
    shorter = PageContent(content, [owner.objgen for owner in owners], small)
    page.Contents.write(shorter.content)
    if owners:
        sequences[int(page.StructParents)] = Array([owners[number] for number in shorter.kept])
    numbers = {old: new for new, old in enumerate(shorter.kept)}
    for owner in {owner.objgen: owner for owner in owners}.values():
        here = owner.Pg.objgen == page.objgen
        owner.K = Array([kid for kid in (_renumbered(kid, here, page, numbers) for kid in owner.K) if kid is not None])


def _renumbered(kid: Any, here: bool, page: Page, numbers: Mapping[int, int]) -> Any:
    """A kid of an element of the structure; a sequence of the page under its new number, None if it has none.

    ``here`` is whether the numbers of the element are those of this page.
    """
    if not isinstance(kid, Dictionary):
        return numbers.get(int(kid)) if here else kid
    if Name.MCID in kid and kid.Pg.objgen == page.objgen:
        number = numbers.get(int(kid.MCID))
        return None if number is None else Dictionary({**kid, "/MCID": number})
    return kid


def _rounded(operands: Iterable[Any]) -> list[Any]:
    """The operands with their numbers rounded to whole ones; strings as they are."""
    return [round(operand, 0) if isinstance(operand, Decimal) else operand for operand in operands]


def _fix_object(item: Dictionary) -> None:
    """Apply to one object of the file whatever its keys call for; they are texts, since a ``Name`` is made anew each time."""
    keys = item.keys()
    if "/Lang" in keys:
        _fix_language(item)
    if "/Rect" in keys:
        item.Rect = Array(_rounded(item.Rect))  # where a click counts
    if "/QuadPoints" in keys:
        item.QuadPoints = Array(_rounded(item.QuadPoints))
    if "/Dest" in keys and isinstance(item.Dest, Array):  # where it leads to; packs better inside the link than as an object of its own
        item.Dest = Array(_rounded(item.Dest))
    if "/ToUnicode" in keys:
        _fix_marks(item)
    if "/S" in keys:
        _fix_structure(item, str(item.S))


def _fix_structure(item: Dictionary, kind: str) -> None:
    """Remove the lists of headers of data cells, whose headers have a scope, and what an element is anyway; make row headers."""
    if item.get("/Type") == "/StructElem":
        del item["/Type"]
    if kind == "/TD" and "/A" in item:
        del item["/A"]
    if kind == "/TH" and "/A" in item:
        for attributes in item.A:
            if "/ColSpan" in attributes:
                del attributes["/ColSpan"]
    if kind == "/TBody":
        _drop_holding_cells(item)
        _make_row_headers(item)


def _fix_language(item: Dictionary) -> None:
    """Name the script instead of the region."""
    tag = str(item.get(Name.Lang, ""))
    if tag in LANGUAGES:
        item.Lang = String(LANGUAGES[tag])


def _fix_metadata(pdf: Pdf, spoken: list[bytes]) -> None:
    """List the languages of a file in the XMP packet, its own first, without descriptions of properties that XMP itself describes."""
    tags = dict.fromkeys([str(pdf.Root.Lang).encode(), *spoken])
    listed = b"".join(b"<rdf:li>%s</rdf:li>" % tag for tag in tags)
    packet = _LISTED_LANGUAGES.sub(listed, _DESCRIBED.sub(b"", pdf.Root.Metadata.read_bytes()))
    pdf.Root.Metadata.write(packet)


def _drop_holding_cells(body: Dictionary) -> None:
    """Drop the cell that only holds the last two rows of a table on one page (``kept-rows`` in ``type.typ``): to a reader there is none."""
    rows = _kids(body)
    columns = min(len(_kids(row)) for row in rows)
    for row in rows:
        row.K = Array(_kids(row)[:columns])


def _make_row_headers(body: Dictionary) -> None:
    """Make the first cell of each row in a table's body the header of that row."""
    for row in _kids(body):
        for cell in _kids(row)[:1]:
            cell.S, cell.A = Name.TH, Array([Dictionary(O=Name.Table, Scope=Name.Row)])


def _kids(item: Object) -> list[Object]:
    """The structure elements directly below one."""
    kids = item.get(Name.K)
    found = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in found if isinstance(kid, Dictionary)]


def _fix_marks(font: Dictionary) -> None:
    """Map the glyphs of the marks' font to half-width characters."""
    if MARKS in str(font.BaseFont):
        table = font.ToUnicode.read_bytes()
        font.ToUnicode.write(_MAPPING.sub(lambda found: found[1] + _HALF_WIDTH.get(found[2], found[2]) + found[3], table))
