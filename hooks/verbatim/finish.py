"""The last touch on a typeset file: what Typst cannot say, said in the finished PDF.

- the language of Traditional Chinese is ``zh-Hant`` and that of pinyin ``zh-Latn-pinyin`` (Typst knows regions, not scripts);
- full-width marks of the transcript are read and copied as the half-width ones that were received;
- the first cell of a table row is its header (PDF/UA: ``TH`` with a scope);
- the outline is shown, objects are packed, the identifier depends on the content alone.
"""

from __future__ import annotations

import io
import re
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from .typography import FULL_WIDTH

MARKS = "VerbatimMarksTC"
"""The face of marks that are shown full-width and were received half-width; its name in a PDF."""

LANGUAGES = {"zh-TW": "zh-Hant", "zh-CN": "zh-Latn-pinyin"}
_HALF_WIDTH = {f"{full:04X}".encode(): f"{half:04X}".encode() for half, full in FULL_WIDTH.items()}
_DECIMALS = re.compile(rb"(?<=\d)(\.\d\d)\d+")
_MAPPING = re.compile(rb"(<[0-9A-F]{4}> <)([0-9A-F]{4})(>)")


def finish(typeset: bytes) -> bytes:
    """The finished file of a typeset one; the same bytes for the same bytes."""
    with Pdf.open(io.BytesIO(typeset)) as pdf:
        for one in pdf.objects:
            if isinstance(one, Dictionary):
                _lighten(one)
                _language(one)
                _row_header(one)
                _marks(one)
        for page in pdf.pages:
            page.Contents.write(_terse(page.Contents.read_bytes()))
        _languages_of_metadata(pdf)
        pdf.Root.PageMode = Name.UseOutlines
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    """The file packed as tightly as it may be."""
    out = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(9)
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _terse(content: bytes) -> bytes:
    """A page's content with our language tags, two decimals to a number (finer than any printer) and no needless escapes."""
    for region, script in LANGUAGES.items():
        content = content.replace(f"/Lang({region})".encode(), f"/Lang({script})".encode())
    for byte in range(8):  # the high bytes of glyph numbers, which Typst writes in four characters
        content = content.replace(b"\\%03o" % byte, bytes([byte]))
    return _DECIMALS.sub(rb"\1", content)


def _lighten(one: Dictionary) -> None:
    """Take out what goes without saying: data cells' lists of headers that have a scope, types, thousandths of a point."""
    kind = one.get(Name.S)
    if kind == Name.TD and Name.A in one:
        del one[Name.A]
    if kind is not None and one.get(Name.Type) == Name.StructElem:
        del one[Name.Type]
    if Name.Rect in one:
        one[Name.Rect] = Array([round(Decimal(str(edge)), 1) for edge in one.Rect])


def _language(one: Dictionary) -> None:
    """Name the script instead of the region."""
    found = str(one.get(Name.Lang, ""))
    if found in LANGUAGES:
        one[Name.Lang] = String(LANGUAGES[found])


def _languages_of_metadata(pdf: Pdf) -> None:
    """The same in the XMP packet."""
    packet = pdf.Root.Metadata.read_bytes()
    for region, script in LANGUAGES.items():
        packet = packet.replace(f"<rdf:li>{region}</rdf:li>".encode(), f"<rdf:li>{script}</rdf:li>".encode())
    pdf.Root.Metadata.write(packet)


def _row_header(one: Dictionary) -> None:
    """Make the first cell of a row in a table's body the header of that row."""
    if one.get(Name.S) != Name.TBody:
        return
    for row in _kids(one):
        for cell in _kids(row)[:1]:
            cell.S, cell.A = Name.TH, Array([Dictionary(O=Name.Table, Scope=Name.Row)])


def _kids(one: Object) -> list[Object]:
    """The structure elements directly below one."""
    kids = one.get(Name.K)
    found = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in found if isinstance(kid, Dictionary)]


def _marks(one: Dictionary) -> None:
    """Let the marks' face be read half-width."""
    if MARKS in str(one.get(Name.BaseFont, "")) and Name.ToUnicode in one:
        table = one.ToUnicode.read_bytes()
        one.ToUnicode.write(_MAPPING.sub(lambda found: found[1] + _HALF_WIDTH.get(found[2], found[2]) + found[3], table))
