"""Says in fewer bytes which glyph is meant and which character it is.

Typst takes two bytes for each glyph, in the Latin faces as in the Chinese ones, and lists each character with the code of its glyph.
"""

from __future__ import annotations

import re

from pikepdf import Dictionary, Name, Object, Pdf, Stream

_CMAP = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def
/CMapName /OneByte def
/CMapType 1 def
/WMode 0 def
1 begincodespacerange
<00> <FF>
endcodespacerange
1 begincidrange
<00> <FF> 0
endcidrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
"""How a byte leads to a glyph: ISO 32000-1, 9.7.5."""
_CHARACTERS = re.compile(rb"\d+ beginbfchar.*endbfchar\n", re.DOTALL)
_CHARACTER = re.compile(rb"<([0-9A-F]{4})> (<[0-9A-F]+>)")
_AT_ONCE = 100
"""How many ranges a list may hold."""


def shorten_fonts(pdf: Pdf) -> frozenset[tuple[int, int]]:
    """List the characters of each font by ranges, and let one byte lead to a glyph in TrueType fonts of up to 256.

    Gives the fonts whose codes are then single bytes, by the numbers of their objects.
    """
    fonts = [item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/Subtype") == "/Type0"]
    small = frozenset(font.objgen for font in fonts if _is_small(font))
    said = Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0)
    one_byte = pdf.make_indirect(Stream(pdf, _CMAP, Type=Name.CMap, CMapName=Name.OneByte, CIDSystemInfo=said, WMode=0))
    for font in fonts:
        if font.objgen in small:
            font.Encoding = one_byte
        font.ToUnicode.write(_by_ranges(font.ToUnicode.read_bytes(), 2 if font.objgen in small else 4))
    return small


def _is_small(font: Object) -> bool:
    """Whether a font has codes of two bytes, TrueType outlines, and no glyph beyond 255; its widths are in threes: first, last, width."""
    outlines = font.DescendantFonts[0]
    latin = font.Encoding == Name("/Identity-H") and outlines.Subtype == Name.CIDFontType2
    return bool(latin) and max(map(int, list(outlines.W)[1::3])) < 256


def _by_ranges(table: bytes, digits: int) -> bytes:
    """A table of characters with codes of so many digits, the characters of codes in a row as one list: ISO 32000-1, 9.10.3."""
    listed = _CHARACTERS.sub(lambda found: _ranges(found[0], digits), table)
    return listed.replace(b"<0000> <FFFF>", b"<%s> <%s>" % (b"0" * digits, b"F" * digits))


def _ranges(characters: bytes, digits: int) -> bytes:
    """The same characters by ranges of codes; those of a range share all of their codes but the last byte."""
    ranges: list[tuple[int, list[bytes]]] = []
    for found in _CHARACTER.finditer(characters):
        code = int(found[1], 16)
        if not (ranges and code % 256 and code == ranges[-1][0] + len(ranges[-1][1])):
            ranges.append((code, []))
        ranges[-1][1].append(found[2])
    lines = [b"<%0*X> <%0*X> [%s]\n" % (digits, code, digits, code + len(of) - 1, b"".join(of)) for code, of in ranges]
    lists = [lines[start : start + _AT_ONCE] for start in range(0, len(lines), _AT_ONCE)]
    return b"".join(b"%d beginbfrange\n%sendbfrange\n" % (len(one), b"".join(one)) for one in lists)
