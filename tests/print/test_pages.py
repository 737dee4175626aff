"""What a designer of books would mark: heads, near-empty pages, columns, torn words, symbols that open nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest
import zxingcpp

from conftest import Site
from verbatim.data.editions import BOOKS, BRIEFS
from verbatim.read.corpus import Corpus
from verbatim.text.scripts import HAN

from .reader import MARGIN_SIZE, Char, chars, faces, lines

SCALE = 4
"""Dots a point at which pages are looked at."""
HEAD_SIZE = 8
TOP, BOTTOM = 84, 760
"""Where the text of a page begins and where it ends at the latest, in points from the top."""
TABLE = {"zh": 8.6, "zh-hans": 8.6, "en": 8.2, "parallel": 8.2}
"""The size of words in the register."""


@pytest.fixture(params=BOOKS)
def book(request: pytest.FixtureRequest, books: dict[str, bytes], corpus: Corpus) -> tuple[str, bytes]:
    """Each edition of the first event: its name and the file."""
    return request.param, books[f"{next(iter(corpus.transcripts))}-{request.param}.pdf"]


def spoken_pages(content: bytes) -> list[int]:
    """The pages that have sentences with addresses, from 1."""
    return sorted({char.page for char in chars(content) if char.size == MARGIN_SIZE and char.left < 150})


def test_a_brief_has_two_pages_at_most(books: dict[str, bytes], corpus: Corpus) -> None:
    for event in corpus.transcripts:
        for which in BRIEFS:
            with pdfium.PdfDocument(books[f"{event}-{which}.pdf"]) as document:
                assert len(document) <= 2


def rule_below(page: pdfium.PdfPage, base: float) -> float:
    """How far below a baseline the first line across the page is, in points."""
    picture = page.render(scale=SCALE, grayscale=True).to_pil()
    for row in range(round(base * SCALE), round((base + 20) * SCALE)):
        across = picture.crop((150 * SCALE, row, 500 * SCALE, row + 1))
        if max(across.get_flattened_data()) < 245:
            return row / SCALE - base
    raise AssertionError("no rule")


def test_every_head_keeps_the_same_distance_from_the_rule(books: dict[str, bytes]) -> None:
    found = set()
    for content in (content for name, content in books.items() if "-brief-" not in name):
        bases = {char.page: char.base for char in chars(content) if char.size == HEAD_SIZE and char.base < TOP}
        with pdfium.PdfDocument(content) as document:
            for number, base in list(bases.items())[::5]:
                found.add(rule_below(document[number - 1], base))
    assert min(found) >= 3, found
    assert max(found) - min(found) <= 1.5, found


def test_a_chapter_runs_on_where_its_page_would_stay_nearly_empty(book: tuple[str, bytes]) -> None:
    _, content = book
    pages = spoken_pages(content)
    for page in pages[:-1]:
        lowest = max(char.base for char in chars(content) if char.page == page)
        assert lowest > TOP + (BOTTOM - TOP) / 5, page


NOTE_MARK, NOTE_NUMBER = {"zh": 6.6, "zh-hans": 6.6, "en": 6.4}, 4.9
"""The sizes of a note's number in the text, by edition, and before the note."""


def numbers(content: bytes, size: float) -> dict[str, int]:
    """The numbers of a size, each with its page."""
    digits = [[char for char in line if char.size == size and char.text.isdigit()] for line in lines(chars(content))]
    found: list[list[Char]] = []
    for line in digits:
        for before, char in zip([None, *line], line, strict=False):
            if before and abs(before.right - char.left) < 1:
                found[-1].append(char)
            else:
                found.append([char])
    return {"".join(char.text for char in number): number[0].page for number in found}


def test_a_note_is_on_the_page_of_its_mark_or_on_the_next(book: tuple[str, bytes]) -> None:
    which, content = book
    if which in NOTE_MARK:
        marks, notes = numbers(content, NOTE_MARK[which]), numbers(content, NOTE_NUMBER)
        assert len(marks) > 10
        assert marks.keys() == notes.keys()
        assert [number for number, page in marks.items() if notes[number] - page not in {0, 1}] == []


def cells(which: str, content: bytes) -> Iterator[str]:
    """The words of the register between gaps that separate columns, line by line."""
    for line in lines(char for char in chars(content) if abs(char.size - TABLE[which]) < 0.06):
        cell: list[Char] = []
        for char in line:
            if cell and char.left - cell[-1].right > 8:
                yield "".join(one.text for one in cell)
                cell = []
            cell.append(char)
        yield "".join(one.text for one in cell)


def test_no_strength_is_broken_inside_its_bracket(book: tuple[str, bytes], corpus: Corpus) -> None:
    which, content = book
    if which in {"zh", "parallel"}:
        found = [cell.strip() for cell in cells(which, content)]
        bracketed = [one.name.zh for one in corpus.vocabulary.strengths.values() if "（" in one.name.zh]
        assert bracketed
        assert any(cell in bracketed for cell in found)
        assert not [cell for cell in found if any(cell != name and name.startswith(cell) and "（" in cell for name in bracketed)]


def test_the_hash_is_copied_whole(book: tuple[str, bytes], corpus: Corpus) -> None:
    with pdfium.PdfDocument(book[1]) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert next(iter(corpus.transcripts.values())).event.sha256 in text


def test_capitals_among_chinese_are_in_the_same_face(books: dict[str, bytes], corpus: Corpus) -> None:
    capitals = re.compile(rf"(?<=[{HAN}])[A-Z]+(?=[{HAN}])")  # names and pinyin go on with small letters
    for event in corpus.transcripts:
        found = list(faces(books[f"{event}-zh.pdf"]))
        runs = [range(run.start() - 1, run.end()) for run in capitals.finditer("".join(char for char, _ in found))]
        assert len(runs) >= 3
        assert [run for run in runs if len({found[place][1] for place in run}) > 1] == []


def test_the_symbol_at_a_section_opens_its_first_sentence(book: tuple[str, bytes], site: Site, corpus: Corpus) -> None:
    which, content = book
    event, transcript = next(iter(corpus.transcripts.items()))
    opened = []
    with pdfium.PdfDocument(content) as document:
        for number in spoken_pages(content):
            found = zxingcpp.read_barcodes(document[number - 1].render(scale=3).to_pil())
            opened += [symbol.text for symbol in sorted(found, key=lambda symbol: symbol.position.top_left.y)]
    starts: dict[str, str] = {}
    for segment in transcript.segments.values():
        starts.setdefault(segment.section, segment.address)
    short = f"{site.url}en/{event}/s/" if which == "en" else f"{site.url}{event}/s/"
    assert opened == [f"{short}{address}/" for address in starts.values()]
