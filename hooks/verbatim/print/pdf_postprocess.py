"""The last touch on a typeset file: what Typst cannot say, said in the finished PDF.

- the language of Traditional Chinese is ``zh-Hant``, that of Simplified ``zh-Hans`` and that of pinyin ``zh-Latn-pinyin`` (Typst knows
  regions, not scripts);
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

from ..text.typography import FULL_WIDTH

MARKS = "VerbatimMarks"
"""The faces of marks that are shown full-width and were received half-width; what their names in a PDF begin with."""

LANGUAGES = {"zh-TW": "zh-Hant", "zh-CN": "zh-Hans", "zh-SG": "zh-Latn-pinyin"}
_HALF_WIDTH = {f"{full:04X}".encode(): f"{half:04X}".encode() for half, full in FULL_WIDTH.items()}
_MAPPING = re.compile(rb"(<[0-9A-F]{4}> <)([0-9A-F]{4})(>)")
_DECIMALS = re.compile(rb"(\.\d\d)\d+")
_PLACE = re.compile(rb"(\.\d)\d(?=(?: -?[\d.]+)? [cT]m)")
_SHIFT = re.compile(rb"([)>\[]-?\d+)\.\d+([(<\]])")
_HEX = re.compile(rb"<((?:[0-9A-F]{4})+)>")


def postprocess(typeset: bytes) -> bytes:
    """The finished file of a typeset one; the same bytes for the same bytes."""
    with Pdf.open(io.BytesIO(typeset)) as pdf:
        for one in pdf.objects:
            if isinstance(one, Dictionary):
                _fix_object(one)
        for page in pdf.pages:
            page.Contents.write(_terse(page.Contents.read_bytes()))
        _languages_of_metadata(pdf)
        pdf.Root.PageMode = Name.UseOutlines
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    """The file packed as tightly as it may be."""
    out = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(8)  # 9 takes a fifth longer and saves six bytes
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _terse(content: bytes) -> bytes:
    """A page's content with our language tags and in fewer bytes, for the same picture: nothing moves by a dot of a 600-dpi printer.

    Two decimals to a number, one to the place of a run of words (points), none to a shift between glyphs (thousandths of an em), no
    text mode that is the one in force anyway, glyph numbers as bytes instead of hexadecimals and escapes.
    """
    for region, script in LANGUAGES.items():
        content = content.replace(f"/Lang({region})".encode(), f"/Lang({script})".encode())
    for byte in range(8):  # the high bytes of glyph numbers, which Typst writes in four characters
        content = content.replace(b"\\%03o" % byte, bytes([byte]))
    content = _PLACE.sub(rb"\1", _DECIMALS.sub(rb"\1", content.replace(b" 0 Tr/", b"/")))
    return _HEX.sub(_literal, _SHIFT.sub(rb"\1\2", content))


def _literal(found: re.Match[bytes]) -> bytes:
    """The same string, written as bytes."""
    string = bytes.fromhex(found[1].decode())
    for byte in b"\\()\r":
        string = string.replace(bytes([byte]), b"\\%03o" % byte)
    return b"(" + string + b")"


def _fix_object(one: Dictionary) -> None:
    """All that is to be done to one object of the file."""
    keys = one.keys()
    if "/Lang" in keys:
        _language(one)
    if "/Rect" in keys:
        one.Rect = Array([round(Decimal(str(edge)), 1) for edge in one.Rect])  # where a click counts, to a tenth of a point
    if "/ToUnicode" in keys:
        _marks(one)
    if "/S" in keys:
        _structure(one, one.S)


def _structure(one: Dictionary, kind: Object) -> None:
    """Data cells without their lists of headers, which have a scope; rows with one of their own."""
    if kind == Name.TD and Name.A in one:
        del one[Name.A]
    if kind == Name.TBody:
        _row_headers(one)


def _language(one: Dictionary) -> None:
    """Name the script instead of the region."""
    found = str(one.Lang)
    if found in LANGUAGES:
        one.Lang = String(LANGUAGES[found])


def _languages_of_metadata(pdf: Pdf) -> None:
    """The same in the XMP packet."""
    packet = pdf.Root.Metadata.read_bytes()
    for region, script in LANGUAGES.items():
        packet = packet.replace(f"<rdf:li>{region}</rdf:li>".encode(), f"<rdf:li>{script}</rdf:li>".encode())
    pdf.Root.Metadata.write(packet)


def _row_headers(body: Dictionary) -> None:
    """Make the first cell of each row in a table's body the header of that row."""
    for row in _kids(body):
        for cell in _kids(row)[:1]:
            cell.S, cell.A = Name.TH, Array([Dictionary(O=Name.Table, Scope=Name.Row)])


def _kids(one: Object) -> list[Object]:
    """The structure elements directly below one."""
    kids = one.get(Name.K)
    found = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in found if isinstance(kid, Dictionary)]


def _marks(one: Dictionary) -> None:
    """Let the marks' face be read half-width."""
    if MARKS in str(one.BaseFont):
        table = one.ToUnicode.read_bytes()
        one.ToUnicode.write(_MAPPING.sub(lambda found: found[1] + _HALF_WIDTH.get(found[2], found[2]) + found[3], table))
