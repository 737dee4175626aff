"""The files: fonts, links, bookmarks, languages, attached data, size; the same bytes anywhere."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from built import EPOCH, assert_within, copy_project
from conftest import Site
from verbatim.data.editions import BOOKS, WHICH
from verbatim.print.pdf_postprocess import LANGUAGES
from verbatim.print.typeset import ATTACHED, FONTS
from verbatim.read.corpus import Corpus

LARGEST = {"parallel": 500_000}  # hooks/DECISIONS.md, 219
"""Bytes that a book may have, so that it can be sent by mail and opened on a phone, where it is not ``USUAL``."""
USUAL = 465_000


@pytest.fixture(params=BOOKS)
def file(request: pytest.FixtureRequest, books: dict[str, bytes], corpus: Corpus) -> Iterator[Pdf]:
    """One edition of the first event, opened."""
    with Pdf.open(io.BytesIO(books[f"{next(iter(corpus.transcripts))}-{request.param}.pdf"])) as opened:
        yield opened


def records(file: Pdf) -> Iterator[Dictionary]:
    """The dictionaries of a file."""
    return (one for one in file.objects if isinstance(one, Dictionary))


def languages(file: Pdf) -> set[str]:
    """The languages that the content of the pages names."""
    tagged = (one.operands[1] for page in file.pages for one in pikepdf.parse_content_stream(page, "BDC"))
    return {str(properties.Lang) for properties in tagged if Name.Lang in properties}


def test_each_event_has_every_edition_and_none_is_large(books: dict[str, bytes], corpus: Corpus) -> None:
    assert set(books) == {f"{event}-{which}.pdf" for event in corpus.transcripts for which in WHICH}
    for name, content in books.items():
        assert_within(next((limit for which, limit in LARGEST.items() if name.endswith(f"-{which}.pdf")), USUAL), len(content), name)


def test_only_our_fonts_are_in_it_and_all_are_embedded(file: Pdf) -> None:
    ours = {Path(name).stem for name in FONTS}
    found = [one for one in records(file) if one.get(Name.Type) == Name.FontDescriptor]
    assert found
    for one in found:
        assert str(one.FontName)[8:] in ours
        assert Name.FontFile2 in one or Name.FontFile3 in one


def test_links_within_the_file_lead_to_its_pages_and_others_to_the_web(file: Pdf) -> None:
    pages = {page.objgen for page in file.pages}
    links = [one for one in records(file) if one.get(Name.Subtype) == Name.Link]
    named = dict(pikepdf.NameTree(file.Root.Names.Dests)) if Name.Dests in file.Root.Names else {}
    assert len(links) > 100
    for link in links:
        if Name.A in link and Name.URI in link.A:
            assert str(link.A.URI).startswith(("https://", "http://"))
            continue
        goal = link.get(Name.Dest) or link.A.D
        goal = named[str(goal)] if isinstance(goal, pikepdf.String) else goal
        goal = goal.D if isinstance(goal, Dictionary) else goal
        assert goal[0].objgen in pages


def test_a_book_has_bookmarks_languages_a_title_and_row_headers(file: Pdf) -> None:
    with file.open_outline() as outline:
        assert len(outline.root) >= 6
        assert any(one.children for one in outline.root)
    tags = {str(one.Lang) for one in records(file) if Name.Lang in one}
    assert tags | languages(file) <= {*LANGUAGES.values(), "en", "en-US"}
    assert "zh-Latn-pinyin" in languages(file)
    assert file.Root.ViewerPreferences.DisplayDocTitle
    scopes = [str(one.A[-1].get(Name.Scope)) for one in records(file) if one.get(Name.S) == Name.TH]
    assert {"/Row", "/Column"} == set(scopes)


def test_the_simplified_edition_says_so_and_the_others_are_not_in_simplified(books: dict[str, bytes]) -> None:
    for name, content in books.items():
        with Pdf.open(io.BytesIO(content)) as opened:
            simplified = name.endswith("-zh-hans.pdf")
            assert (str(opened.Root.Lang) == "zh-Hans") == simplified
            assert ("zh-Hans" in languages(opened)) == simplified


def test_the_open_data_are_attached_as_the_site_gives_them(file: Pdf, site: Site) -> None:
    found = {name: spec.get_file().read_bytes() for name, spec in file.attachments.items()}
    assert set(found) == set(ATTACHED)
    for name, content in found.items():
        assert content == (site.folder / "data" / name).read_bytes()


def test_the_command_gives_the_same_bytes_in_another_folder_time_zone_and_locale(
    tmp_path: Path, site: Site, books: dict[str, bytes]
) -> None:
    copy, folder = copy_project(tmp_path / "elsewhere"), tmp_path / "books"
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": EPOCH}
    environment = {**os.environ, "PYTHONPATH": str(copy / "hooks"), **elsewhere}
    command = [sys.executable, "-m", "verbatim", "print", str(folder), "--site", site.url]
    subprocess.run(command, cwd=copy, env=environment, check=True)
    assert {path.name: path.read_bytes() for path in sorted(folder.iterdir())} == books


def test_a_book_carries_the_open_data_of_its_event_alone(others: dict[str, bytes]) -> None:
    for name, content in others.items():
        if "-brief-" not in name:
            with Pdf.open(io.BytesIO(content)) as opened:
                attached = {file: json.loads(spec.get_file().read_bytes()) for file, spec in opened.attachments.items()}
            assert set(attached) == set(ATTACHED)
            assert {name.startswith(f"{record['event']}-") for records in attached.values() for record in records} == {True}


def test_the_languages_of_a_book_are_listed_its_own_first(books: dict[str, bytes]) -> None:
    for name, content in books.items():
        with Pdf.open(io.BytesIO(content)) as opened:
            listed = re.findall(
                "<rdf:li>(.*?)</rdf:li>",
                opened.Root.Metadata.read_bytes().decode().partition("</dc:language>")[0].partition("<dc:language>")[2],
            )
            assert listed[0] == str(opened.Root.Lang), name
            assert sorted(listed) == sorted({*listed, *languages(opened)}), name
            assert "-brief-" in name or len(listed) > 1, name
