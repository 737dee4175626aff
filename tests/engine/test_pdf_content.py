"""The shorter form of a page's content, and the file that holds it."""

from __future__ import annotations

import io

import pikepdf
import pytest

from verbatim.print.pdf_content import PageContent
from verbatim.print.pdf_write import written

RUN = "q 1 0 0 -1 {x} {y} cm/c0 cs {colour} scn\nBT 0 Tr/{font} 11 Tf 1 0 0 -1 0 0 Tm{shown}\nET\nQ\n"


def run(x: str, y: str, shown: str, colour: str = "0 0 0", font: str = "f0") -> str:
    return RUN.format(x=x, y=y, shown=shown, colour=colour, font=font)


def marked(number: int, *runs: str, said: str = "") -> str:
    return f"/Span<</MCID {number}{said}>>BDC\n{''.join(runs)}EMC"


def shorter(content: str, owners: str) -> tuple[list[str], list[int]]:
    made = PageContent(content.encode("latin-1"), owners)
    return made.content.decode("latin-1").split("\n"), made.kept


def test_sequences_in_a_row_are_one_text_and_say_only_what_changes() -> None:
    content = (
        marked(0, run("10.004", "700", "(a)Tj"))
        + marked(1, run("20.126", "700", "[<000A>-25.04(b)0.01(c)]TJ", font="f1"))
        + marked(2, run("10", "680.5", "(d)Tj", colour="1 0 0", font="f1"))
    )
    assert shorter(content, "xyz") == (
        [
            *("", "BT", "/Span<</MCID 0>>BDC", "/c0 cs 0 0 0 scn", "/f0 11 Tf", "10 700 Td(a)Tj", "EMC"),
            *("/Span<</MCID 1>>BDC", "/f1 11 Tf", "10.13 0 Td[(\x00", ")-25(b)0(c)]TJ", "EMC"),
            *("/Span<</MCID 2>>BDC", "/c0 cs 1 0 0 scn", "-10.13 -19.5 Td(d)Tj", "EMC", "ET", ""),
        ],
        [0, 1, 2],
    )


def test_neighbours_in_one_element_are_one_sequence_unless_more_is_said_of_one_and_numbers_have_no_gaps() -> None:
    numbers = range(4)
    content = "".join(marked(number, run("10", "700", "(a)Tj"), said="/Lang(en)" if number == 3 else "") for number in numbers)
    lines, kept = shorter(content, "xxyy")
    assert kept == [0, 2, 3]
    assert [line for line in lines if "MCID" in line] == [
        "/Span<</MCID 0>>BDC",
        "/Span<</MCID 1>>BDC",
        "/Span<</MCID 2/Lang(en)>>BDC",
    ]


def test_runs_that_one_sequence_around_them_marks_are_one_text() -> None:
    content = "/Artifact<</Type/Pagination>>BDC\n" + run("10", "800", "(a)Tj") + run("30", "800", "(b)Tj") + "EMC"
    lines = ["/Artifact<</Type/Pagination>>BDC", "", "BT", "/c0 cs 0 0 0 scn", "/f0 11 Tf", "10 800 Td(a)Tj", "20 0 Td(b)Tj", "ET", "EMC"]
    assert shorter(content, "") == (lines, [])


def test_colour_and_font_are_named_again_where_a_state_is_saved_or_restored_between() -> None:
    inner = run("10", "700", "(a)Tj")
    lines, _ = shorter(f"{inner}q 2 0 0 2 0 0 cm\n{inner}{inner}Q\n{inner}q 1 0 0 1 0 0 cm\nf\nQ\n{inner}", "")
    assert len([line for line in lines if line.endswith("Td(a)Tj")]) == 5
    assert len([line for line in lines if line.endswith("scn")]) == len([line for line in lines if line.endswith("Tf")]) == 3


@pytest.mark.parametrize(
    "content",
    [
        "q 31 0 0 31 44 680.2 cm/x0 Do\nQ\n",
        "/Span<</MCID 0>>BDC\nq 1 0 0 1 0 0 cm\n" + run("1", "2", "(a)Tj").replace("1 0 0 -1", "2 0 0 -2") + "Q\nEMC",
        marked(0, run("1", "2", "[(a\nb)3(c)]TJ")),
    ],
)
def test_what_is_not_exactly_a_run_stays_as_it_is(content: str) -> None:
    assert PageContent(content.encode(), "x").content == content.encode()


def test_every_glyph_keeps_its_code() -> None:
    strings = [rb"(\000\n\001\\\002\r)", rb"(\)\(\t\b\f)", b"<28295C0D0A>"]
    content = "".join(marked(number, run("1", "2", string.decode("latin-1") + "Tj")) for number, string in enumerate(strings))
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        found = []
        for form in (content.encode("latin-1"), PageContent(content.encode("latin-1"), "xyz").content):
            pdf.pages[0].Contents = pdf.make_stream(form)
            found.append([bytes(one.operands[0]) for one in pikepdf.parse_content_stream(pdf.pages[0], "Tj")])
    assert found[0] == found[1] == [b"\0\n\1\\\2\r", b")(\t\b\f", b"()\\\r\n"]


def test_a_file_holds_what_is_reached_and_nothing_else_and_every_string_as_it_was() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.make_indirect(pikepdf.Dictionary(Lost=1))
        title = "not a reference: (12 0 R) \\"
        pdf.docinfo["/Title"] = title
        pdf.Root.Metadata = pdf.make_stream(b"<x/>", Type=pikepdf.Name.Metadata)
        pdf.pages[0].Contents = pdf.make_stream(b"q Q " * 100)
        content = written(pdf)
    with pikepdf.Pdf.open(io.BytesIO(content)) as again:
        assert again.check_pdf_syntax() == []
        assert str(again.docinfo["/Title"]) == title
        assert b"<x/>" in content
        assert again.pages[0].Contents.read_bytes() == b"q Q " * 100
        assert not [one for one in again.objects if isinstance(one, pikepdf.Dictionary) and "/Lost" in one]
        assert written(again) == content


def test_an_object_is_written_without_spaces_that_part_nothing() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = "any"
        pdf.Root.Kept = pikepdf.Dictionary(Text="a / [ b ] << c >> \\ )", Name=pikepdf.Name.One, Numbers=[1, -2, pikepdf.Array([])])
        content = written(pdf)
    with pikepdf.Pdf.open(io.BytesIO(content)) as again:
        kept = again.Root.Kept
        assert str(kept.Text) == "a / [ b ] << c >> \\ )"
        assert (kept.Name, [*kept.Numbers][:2], [*kept.Numbers[2]]) == (pikepdf.Name.One, [1, -2], [])


def test_fonts_of_few_glyphs_have_codes_of_one_byte_wherever_they_are_set() -> None:
    shown = (r"0 Tr/f0 9 Tf 1 0 0 -1 0 0 Tm[(\000a\000\))-1(\000b)]TJ", r"0 Tr/f1 9 Tf 1 0 0 -1 2 0 Tm(\001a)Tj")
    odd = "BT/Span<</ActualText<FEFF2060>>>BDC {}\nEMC {}\nET\n".format(*shown)
    made = PageContent((run("10", "700", "(\\000a)Tj") + odd).encode("latin-1"), "", [b"/f0"])
    assert b"10 700 Td(a)Tj" in made.content
    assert rb"Tm[(a\))-1(b)]TJ" in made.content
    assert b"Tm(\x01a)Tj" in made.content


def test_brackets_that_pair_up_need_no_sign_before_them() -> None:
    assert "10 700 Td(a\\(b\\(\\)\\))Tj" in shorter(run("10", "700", "(a(b()))Tj"), "")[0]


def test_a_text_in_another_form_is_no_text_of_a_font_with_codes_of_one_byte() -> None:
    with pytest.raises(ValueError, match="codes of one byte"):
        PageContent(b"BT /f0 9 Tf (ab) Tj ET", "", [b"/f0"])
