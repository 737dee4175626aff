"""What a designer of books would mark: heads, near-empty pages, columns, torn words, symbols that open nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pikepdf
import pypdfium2 as pdfium
import zxingcpp

from conftest import Site
from verbatim.analysis.glossary import glossary
from verbatim.data.editions import BRIEFS
from verbatim.read.corpus import Corpus
from verbatim.text.readings import table
from verbatim.text.scripts import HAN

from .reader import MARGIN_SIZE, Char, chars, faces, lines

SCALE = 4
"""Dots a point at which pages are looked at."""
HEAD_SIZE = 8
TOP, BOTTOM = 84, 760
"""Where the text of a page begins and where it ends at the latest, in points from the top."""
TABLE = {"zh": 8.6, "zh-hans": 8.6, "en": 8.2, "parallel": 8.2}
"""The size of words in the register."""


def spoken_pages(content: bytes) -> list[int]:
    """The pages that have sentences with addresses, from 1."""
    return sorted({char.page for char in chars(content) if char.size == MARGIN_SIZE and char.left < 150})


def test_a_brief_has_two_pages_at_most(books: dict[str, bytes], corpus: Corpus) -> None:
    for event in corpus.transcripts:
        for which in BRIEFS:
            with pdfium.PdfDocument(books[f"{event}-{which}.pdf"]) as document:
                assert len(document) <= 2


def test_a_second_page_of_a_brief_has_more_than_a_few_lines(books: dict[str, bytes], others: dict[str, bytes]) -> None:
    for name, content in (books | others).items():
        if "-brief-" in name:
            second = {char.base for char in chars(content) if char.page == 2}
            assert not second or len(second) > 12, name


def test_a_brief_says_whose_words_they_are_after_the_dash_of_its_language(books: dict[str, bytes], corpus: Corpus) -> None:
    for event in corpus.transcripts:
        for which, dash in (("brief-zh", "」 ——"), ("brief-zh-hans", "” ——"), ("brief-en", "” — ")):
            with pdfium.PdfDocument(books[f"{event}-{which}.pdf"]) as document:
                text = " ".join(document[0].get_textpage().get_text_range().split())
            dashes = re.findall("[」”] ?—+ ?", text)
            assert dashes, which
            assert set(dashes) == {dash}, which


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


def test_no_page_but_the_first_and_the_last_has_a_gap_of_half_its_height(book: tuple[str, bytes]) -> None:
    _, content = book
    found: dict[int, set[float]] = {}
    for char in chars(content):
        found.setdefault(char.page, set()).add(min(max(char.base, TOP), BOTTOM))
    for page in sorted(found)[1:-1]:
        bases = sorted({TOP, BOTTOM, *found[page]})
        assert max(below - above for above, below in pairwise(bases)) < 0.45 * (BOTTOM - TOP), page


def test_the_last_page_has_more_than_a_few_lines(book: tuple[str, bytes]) -> None:
    _, content = book
    last = max(char.page for char in chars(content))
    assert len({char.base for char in chars(content) if char.page == last and char.base > TOP}) > 4


def test_what_is_said_of_the_edition_is_on_one_page_below_what_ends_the_book(book: tuple[str, bytes]) -> None:
    _, content = book
    _, page, top, _ = outline(content)[-1]
    assert page == max(char.page for char in chars(content))
    assert top > TOP + 30


NOTE_MARK, NOTE_NUMBER, NOTE_TEXT = {"zh": 6.6, "zh-hans": 6.6, "en": 6.4}, 4.9, 8.2
"""The sizes of a note's number in the text, by edition, and before the note, and of the note."""
TEXT = {"en": 10.6, "parallel": 9.6}
"""The size of English words."""


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


def test_a_note_is_on_the_page_of_its_mark_and_begins_with_its_number(book: tuple[str, bytes]) -> None:
    which, content = book
    if which in NOTE_MARK:
        marks, notes = numbers(content, NOTE_MARK[which]), numbers(content, NOTE_NUMBER)
        assert len(marks) > 10
        assert marks == notes
        for page in spoken_pages(content)[:-1]:
            below = [char.size for char in chars(content) if char.page == page and char.size in {NOTE_TEXT, NOTE_NUMBER}]
            assert below[:1] in ([], [NOTE_NUMBER]), page


def test_a_line_of_a_note_is_not_stretched(book: tuple[str, bytes]) -> None:
    which, content = book
    if which in {"zh", "zh-hans"}:
        found = lines(char for char in chars(content) if char.size == NOTE_TEXT)
        assert found
        for line in found:
            steps = [after.left - one.left for one, after in pairwise(line) if re.match(f"[{HAN}]{{2}}", one.text + after.text)]
            assert not steps or max(steps) < NOTE_TEXT + 0.3, "".join(char.text for char in line)


def test_english_is_ragged(book: tuple[str, bytes]) -> None:
    which, content = book
    if which in {"en", "parallel"}:
        found = lines(char for char in chars(content) if abs(char.size - TEXT[which]) < 0.06)
        assert found
        for line in found:
            if all(char.text.isascii() for char in line):
                wide = [char.right - char.left for char in line[:-1] if char.text == " "]
                assert not wide or max(wide) - min(wide) < 0.2, "".join(char.text for char in line)


def test_no_range_is_broken_in_the_margin(book: tuple[str, bytes]) -> None:
    _, content = book
    colophon = outline(content)[-1][1]  # has the hash in the same size
    margin = lines(char for char in chars(content) if char.size == MARGIN_SIZE and char.left < 150 and char.page < colophon)
    assert margin
    assert not [line for line in margin if line[0].text in "–0123456789" or line[-1].text == "–"]


@cache
def outline(content: bytes) -> list[tuple[int, int, float, str]]:
    """The chapters and sections of a book: level, page, distance from the top, title."""
    with pdfium.PdfDocument(content) as document:
        found = [(mark.level, mark.get_dest(), mark.get_title()) for mark in document.get_toc()]
        return [(level, to.get_index() + 1, document[0].get_height() - to.get_view()[1][1], title) for level, to, title in found]


def words_of(content: bytes, page: int, size: float | None = None) -> str:
    """The text of a page without spaces, or what is of one size."""
    found = "".join(char.text for char in chars(content) if char.page == page and size in {None, char.size})
    return re.sub(r"\s", "", found)


def test_a_head_names_the_chapter_that_its_page_begins_in(book: tuple[str, bytes]) -> None:
    which, content = book
    chapters = [one for one in outline(content) if one[0] == 0]
    for page in range(chapters[1][1], chapters[-1][1] + 1):
        begun = [title for _, at, top, title in chapters if at < page or (at == page and top < TOP + 30)]
        head, title = words_of(content, page, HEAD_SIZE), re.sub(r"\s", "", begun[-1])
        han = re.match(rf"[{HAN}：、，]+", title)
        sides = (title[han.end() :], han[0]) if which == "parallel" and han else (title, title)  # in one language and the other by turns
        assert sides[1 - page % 2] in head, page


def test_the_errors_stand_below_their_heading(book: tuple[str, bytes], corpus: Corpus) -> None:
    _, content = book
    page = outline(content)[-2][1]
    count = corpus.strings["col_count"]
    text = count.en if book[0] == "en" else count.zh
    assert re.sub(r"\s", "", text if book[0] != "zh-hans" else text.translate(table())) in words_of(content, page)


def test_bullets_are_those_of_the_english_face(books: dict[str, bytes]) -> None:
    found = {name for content in books.values() for char, name in faces(content) if char == "\u2022"}
    assert {name.partition("+")[2] or name for name in found} == {"VerbatimSerif-Regular"}


def test_every_english_head_of_the_glossary_is_bold(books: dict[str, bytes], corpus: Corpus) -> None:
    for event in corpus.transcripts:
        bold = "".join(char for char, name in faces(books[f"{event}-en.pdf"]) if name.endswith("SemiBold"))
        for shown in (shown for group in glossary(corpus).values() for shown in group if event in shown.events):
            assert re.sub(r"\s", "", shown.term.en) in re.sub(r"\s", "", bold), shown.term.id


def test_every_page_number_and_address_of_an_index_is_a_link(book: tuple[str, bytes], corpus: Corpus) -> None:
    which, content = book
    (start, end) = (one[1] for one in [one for one in outline(content) if one[0] == 0][-3:-1])
    with pikepdf.Pdf.open(io.BytesIO(content)) as pdf:
        links = sum(len(page.get("/Annots", [])) for page in list(pdf.pages)[start - 1 : end])
    terms = sum(next(iter(corpus.transcripts)) in shown.events for group in glossary(corpus).values() for shown in group)
    assert links > (30 if which == "parallel" else terms)


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


def test_no_strength_is_broken_inside_its_bracket(books: dict[str, bytes], others: dict[str, bytes], corpus: Corpus) -> None:
    bracketed = [one.name.zh for one in corpus.vocabulary.strengths.values() if "（" in one.name.zh]
    assert bracketed
    seen = 0
    for name, content in (books | others).items():
        edition = re.search(r"(?<!-brief)-(zh|parallel)\.pdf$", name)
        found = [cell.strip() for cell in cells(edition[1], content)] if edition else []
        seen += sum(cell in bracketed for cell in found)
        assert not [cell for cell in found if any(cell != whole and whole.startswith(cell) and "（" in cell for whole in bracketed)], name
    assert seen > 50


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


INDENT = {"zh": 22, "zh-hans": 22, "en": 13.8}
"""How far the first line of a paragraph is indented, by edition."""
SPOKEN = {"zh": 11, "zh-hans": 11, "en": 10.6}
"""The size of the transcript's words."""
SMALL = 7.2
"""The size of what is said of a register entry in passing, in English."""
COLUMNS_END = 470
"""Where the columns before the last one of the register end, in points from the left."""
COLUMN = 142
"""Where the lines of the transcript begin at the earliest, in points from the left."""


def spoken_lines(which: str, content: bytes) -> dict[int, list[list[Char]]]:
    """The lines of the transcript by page, from the top; without the numbers of notes, which are above their line."""
    pages = spoken_pages(content)
    found: dict[int, list[list[Char]]] = {}
    for line in lines(char for char in chars(content) if char.size == SPOKEN[which] and char.left > COLUMN and char.page in pages):
        found.setdefault(line[0].page, []).append(line)
    return {page: sorted(here, key=lambda line: line[0].base) for page, here in found.items()}


def parted(above: list[Char], below: list[Char], which: str) -> bool:
    """Whether a line begins another paragraph than the one above it."""
    return below[0].left > COLUMN + 8 + INDENT[which] / 2 or below[0].base - above[0].base > 2 * SPOKEN[which]


def test_no_first_line_of_a_paragraph_is_alone_at_the_foot_of_a_page(book: tuple[str, bytes]) -> None:
    which, content = book
    if which == "parallel":
        return
    pages = spoken_lines(which, content)
    for page, here in pages.items():
        after = pages.get(page + 1, [])
        runs_on = after and after[0][0].base < TOP + 20 and after[0][0].left < COLUMN + 8 + INDENT[which] / 2
        assert not (runs_on and len(here) > 1 and parted(here[-2], here[-1], which)), page


def test_side_by_side_every_page_begins_with_an_address(books: dict[str, bytes], corpus: Corpus) -> None:
    """A sentence is on one page, and a note that goes on overleaf has its address beside it."""
    for event, transcript in corpus.transcripts.items():
        content = books[f"{event}-parallel.pdf"]
        for page in spoken_pages(content):
            spoken = [
                char for char in chars(content) if char.page == page and char.base > TOP and char.left > 110 and char.size in {9.6, 7.9}
            ]
            if not spoken:
                continue
            first = min(char.base for char in spoken)
            margin = {char.base for char in chars(content) if char.page == page and char.size == MARGIN_SIZE and char.left < 110}
            heads = [top for _, at, top, _ in outline(content) if at == page and top < first + 12]
            assert heads or any(abs(base - first) < 12 for base in margin), (transcript.event.id, page)


def test_the_register_names_the_page_that_the_quoted_words_begin_on(books: dict[str, bytes], corpus: Corpus) -> None:
    for event, transcript in corpus.transcripts.items():
        content = books[f"{event}-en.pdf"]
        places = {page: words_of(content, page, SPOKEN["en"]) for page in spoken_pages(content)}
        smaller = [char for char in chars(content) if max(places) < char.page < outline(content)[-4][1] + 1 and char.size == SMALL]
        told = ["".join(char.text for char in line).strip() for line in lines(smaller) if line[-1].left > COLUMNS_END]
        stated = [int(found[1]) for found in (re.search(r"p\. (\d+)$", text) for text in told) if found]
        wanted = []
        for kind in ("target", "commitment", "figure"):
            for entry in (entry for entry in transcript.entries if entry.kind == kind):
                quote = re.sub(r"\s", "", entry.quote.en)[:12]
                wanted.append([page for page, words in places.items() if quote in words])
        assert len(stated) == len(wanted)
        assert [(at, pages) for at, pages in zip(stated, wanted, strict=True) if pages and at not in pages] == []


def test_no_range_is_broken(book: tuple[str, bytes]) -> None:
    _, content = book
    assert [
        "".join(char.text for char in line)
        for line in lines(chars(content))
        if re.search(r"\d[–—-]$", line[-2].text + line[-1].text if len(line) > 1 else "")
    ] == []


def test_no_gap_is_between_a_closing_mark_and_the_next(book: tuple[str, bytes]) -> None:
    which, content = book
    if which in {"zh", "zh-hans"}:
        for size in (SPOKEN[which], TABLE[which]):
            pairs = [
                (before, char)
                for line in lines(char for char in chars(content) if char.size == size)
                for before, char in pairwise(line)
                if re.match("[”」][，。、；：]", before.text + char.text) and abs(char.left - before.left) < 2 * size
            ]
            assert pairs, size
            assert max(char.left - before.left for before, char in pairs) < 0.6 * size, size
