"""Links inside a book lead to the places that are attached to it, and these are taken out."""

from __future__ import annotations

import json

from pikepdf import Array, Dictionary, Name, Pdf, String

from verbatim.print.pdf_links import ATTACHED, lead_links

PLACES = {"term-a": [2, 60.4, 110.2, "p. 2"], "term-top": [1, 0, 3, "p. 1"]}


def link(address: str) -> Dictionary:
    return Dictionary(Subtype=Name.Link, Contents=String(address), A=Dictionary(S=Name.URI, URI=String(address)))


def book(*links: Dictionary) -> Pdf:
    """Two pages with links on the first, and attached files."""
    pdf = Pdf.new()
    for _ in range(2):
        pdf.add_blank_page(page_size=(500, 800))
    pdf.pages[0].Annots = Array(links)
    return pdf


def attach(pdf: Pdf, *names: str) -> None:
    for name in names:
        pdf.attachments[name] = json.dumps(PLACES).encode() if name == ATTACHED else b"{}"
    pdf.Root.AF = Array([pdf.attachments[name].obj for name in names])


def test_a_link_that_names_a_place_leads_there_and_the_list_of_places_is_gone() -> None:
    with book(link("to:term-a"), link("https://example.org/"), link("to:term-top"), Dictionary(Subtype=Name.Link, Dest=String("x"))) as pdf:
        attach(pdf, "data.json", ATTACHED)
        lead_links(pdf)
        inside, outside, top, named = pdf.pages[0].Annots
        first, second = (page.obj for page in pdf.pages)
        assert list(inside.Dest) == [second, Name.XYZ, 60, 700, 0]
        assert str(inside.Contents) == "p. 2"
        assert Name.A not in inside
        assert list(top.Dest) == [first, Name.XYZ, 0, 800, 0]
        assert str(outside.A.URI) == "https://example.org/"
        assert str(named.Dest) == "x"
        assert list(pdf.attachments) == ["data.json"]
        assert [str(file.F) for file in pdf.Root.AF] == ["data.json"]


def test_a_file_without_attachments_has_no_link_to_a_place() -> None:
    with book(link("https://example.org/")) as pdf:
        lead_links(pdf)
        assert str(pdf.pages[0].Annots[0].A.URI) == "https://example.org/"
