"""The shorter form of a PDF's fonts."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from verbatim.print.pdf_fonts import shorten_fonts

TABLE = b"<0000> <FFFF>\n%d beginbfchar\n%sendbfchar\nendcmap"


def table(*codes: int) -> bytes:
    """Characters by code, each with a code of its own as its character."""
    return TABLE % (len(codes), b"".join(b"<%04X> <%04X>\n" % (code, code + 0x4E00) for code in codes))


def font(pdf: Pdf, kind: Name, last: int, characters: bytes) -> Object:
    outlines = Dictionary(Subtype=kind, W=Array([0, 4, 500, 5, last, 600]))
    said = Dictionary(Subtype=Name.Type0, Encoding=Name("/Identity-H"), DescendantFonts=Array([outlines]))
    said.ToUnicode = pdf.make_indirect(Stream(pdf, characters))
    return pdf.make_indirect(said)


def test_a_byte_leads_to_a_glyph_in_a_latin_face_of_few_glyphs_only() -> None:
    with Pdf.new() as pdf:
        few, many, chinese = (
            font(pdf, kind, last, table(1, 2, 4))
            for kind, last in ((Name.CIDFontType2, 255), (Name.CIDFontType2, 256), (Name.CIDFontType0, 9))
        )
        assert shorten_fonts(pdf) == {few.objgen}
        assert b"<00> <FF> 0" in few.Encoding.read_bytes()
        assert many.Encoding == chinese.Encoding == Name("/Identity-H")
        lists = b"<00> <FF>\n2 beginbfrange\n<01> <02> [<4E01><4E02>]\n<04> <04> [<4E04>]\nendbfrange\nendcmap"
        assert few.ToUnicode.read_bytes() == lists
        assert b"<0001> <0002> [<4E01><4E02>]" in chinese.ToUnicode.read_bytes()


def test_a_range_ends_where_the_first_byte_of_its_codes_does_and_a_list_at_a_hundred_ranges() -> None:
    with Pdf.new() as pdf:
        row, gaps = (font(pdf, Name.CIDFontType0, 9, table(*codes)) for codes in ((254, 255, 256), range(0, 202, 2)))
        shorten_fonts(pdf)
        assert b"<00FE> <00FF> [<4EFE><4EFF>]\n<0100> <0100> [<4F00>]\n" in row.ToUnicode.read_bytes()
        said = gaps.ToUnicode.read_bytes()
        assert said.index(b"100 beginbfrange") < said.index(b"1 beginbfrange")
