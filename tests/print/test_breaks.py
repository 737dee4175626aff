"""Where lines, pages and columns end: nothing is left alone, nothing is torn from its place, no page ends early."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from engine.example import several
from verbatim.model import ENTRY_KINDS
from verbatim.read.corpus import Corpus
from verbatim.text.scripts import HAN

from .reader import MARGIN_SIZE, Char, chars, lines
from .test_pages import BOTTOM, TABLE, TOP, outline, spoken_pages

APART = 7
"""How far apart columns of the register are at least, in points."""
WIDE = 160
"""From how wide a line on, in points, no short word may be alone in the next one: in a narrower cell there is no other way."""
SPACE = 2.5
"""Between two words of a cell, in points."""
MIDDLE, ENTRY = 297, 100
"""Where the second of two columns begins at the earliest, and how high an entry of the glossary or the index is at most, in points."""
NOTE, ROW = 7.9, 9.6
"""The sizes of a note and of a sentence side by side."""


def found_in(content: bytes) -> dict[int, list[Char]]:
    """The characters of a file by page."""
    found: dict[int, list[Char]] = {}
    for char in chars(content):
        found.setdefault(char.page, []).append(char)
    return found


def parts(content: bytes) -> Iterator[list[Char]]:
    """The lines, each in the parts that columns make of it, in reading order."""
    for line in lines(char for char in chars(content) if char.base > TOP):
        part = line[:1]
        for before, char in pairwise(line):
            if not -5 < char.left - before.right < APART:
                yield part
                part = []
            part.append(char)
        yield part


def words_of(part: list[Char]) -> str:
    return "".join(char.text for char in part).strip()


def below(above: list[Char], part: list[Char]) -> bool:
    """Whether a line goes on from the one above it."""
    down, size = part[0].base - above[0].base, part[0].size
    same = above[0].page == part[0].page and abs(above[0].size - size) < 0.3
    return same and 0 < down < 2 * size and abs(part[0].left - above[0].left) < 25


def is_alone(above: list[Char], part: list[Char]) -> bool:
    """Whether what ends a text has its last line for itself, though the one above it is long enough to spare some of its own."""
    text, width = re.sub(r"\W", "", words_of(part)), above[-1].right - above[0].left
    if re.fullmatch(f"[{HAN}]", text):
        return width > 8 * part[0].size
    return bool(re.fullmatch("[A-Za-z]{1,3}", text)) and width > WIDE


def test_no_character_or_short_word_is_alone_on_a_last_line(books: dict[str, bytes]) -> None:
    alone, seen = [], 0
    for name, content in books.items():
        given = list(parts(content))
        for above, part, after in zip(given, given[1:], [*given[2:], None], strict=False):
            goes_on = (
                after is not None and abs(after[0].base - part[0].base) < 6 and after[0].left - part[-1].right < 25
            )  # behind a note's number
            seen += below(above, part)
            if below(above, part) and not goes_on and is_alone(above, part):
                alone.append((name, part[0].page, words_of(above)[-8:], words_of(part)))
    assert alone == []
    assert seen > 1000


def test_no_character_of_a_term_is_alone_before_its_pinyin(books: dict[str, bytes]) -> None:
    for name, content in books.items():
        alone = [
            words_of(part)
            for above, part in pairwise(parts(content))
            if below(above, part) and re.match(f"[{HAN}] *[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǘǚǜ]", words_of(part))
        ]
        assert alone == [], name


@pytest.mark.parametrize("which", ["en", "parallel"])
def test_no_first_word_of_a_cell_is_alone_where_the_next_would_fit(which: str, books: dict[str, bytes], corpus: Corpus) -> None:
    for event in corpus.transcripts:
        cells = [part for part in parts(books[f"{event}-{which}.pdf"]) if abs(part[0].size - TABLE[which]) < 0.1]
        begun = [
            (above, part)
            for before, above, part in zip(cells, cells[1:], cells[2:], strict=False)
            if below(above, part) and not (below(before, above) and re.search("[A-Za-z]", words_of(before)))
        ]
        assert len(begun) > 100
        assert [
            words_of(above) for above, part in begun if re.fullmatch(r"[“(]?[A-Za-z’]+", words_of(above)) and would_fit(above, part)
        ] == []


def would_fit(above: list[Char], part: list[Char]) -> bool:
    """Whether the first word of a line has room in the line above it, which is as wide as this one."""
    word = re.match(r"\S+", "".join(char.text for char in part))
    return word is not None and above[-1].right + SPACE + part[word.end() - 1].right - part[0].left < part[-1].right


def test_no_words_of_the_register_touch_the_next_column(book: tuple[str, bytes]) -> None:
    which, content = book
    pages = found_in(content)
    places = [line for line in parts(content) if line[0].left > 440 and re.fullmatch(r"[a-z][\w-]*-\d+", words_of(line))]
    places = [line for line in places if abs(line[0].size - TABLE[which]) < 0.1]
    assert len(places) > 50
    for first, *_ in places:
        before = [char for char in pages[first.page] if char.left < first.left - 1 and abs(char.base - first.base) < 25]
        assert max(char.right for char in before if char.text.isalnum()) < first.left - APART, (first.page, first.base)


def test_a_table_of_the_register_begins_with_two_rows(book: tuple[str, bytes], corpus: Corpus) -> None:
    _, content = book
    transcript, pages = next(iter(corpus.transcripts.values())), found_in(content)
    start = [one for one in outline(content) if one[0] == 0][-5]
    heads = [one for one in outline(content) if one[0] == 1 and (one[1], one[2]) > (start[1], start[2])]
    counts = [count for kind in ENTRY_KINDS if (count := sum(entry.kind == kind for entry in transcript.entries))]
    for (_, page, top, title), (_, end, stop, _), count in zip(heads, heads[1:], counts, strict=False):
        last = stop if end == page else BOTTOM
        numbered = {char.base for char in pages[page] if char.left < 66 and char.text.isdigit() and top < char.base < last}
        assert len(numbered) >= min(2, count), title


def test_a_table_of_three_low_rows_is_not_parted_after_the_first(others: dict[str, bytes]) -> None:
    """The last two rows stay together: where only the first one has room, it goes overleaf with them."""
    tables = 0
    for event, transcript in several().transcripts.items():
        for edition in ("zh", "zh-hans"):  # there a row is low
            content = others[f"{event}-{edition}.pdf"]
            counts = [count for kind in ENTRY_KINDS if (count := sum(entry.kind == kind for entry in transcript.entries))]
            [start] = [at for at, one in enumerate(outline(content)) if one[0] == 0 and one[3] in ("承諾與數字", "承诺与数字")]
            for (_, page, top, title), count in zip(outline(content)[start + 1 :], counts, strict=False):
                if count == 3:
                    tables += 1
                    numbered = {char.base for char in found_in(content)[page] if char.left < 66 and char.text.isdigit() and char.base > top}
                    assert len(numbered) >= 3, (event, edition, title)
    assert tables > 4


def test_no_room_is_left_below_the_title_where_no_panel_is_listed(others: dict[str, bytes]) -> None:
    below_title = set()
    for event in several().transcripts:
        found = found_in(others[f"{event}-zh.pdf"])[3]
        title = next(char for char in found if char.size > 15)
        below_title.add(round(min(char.base for char in found if char.base > title.base + 1) - title.base))
    assert len(several().transcripts) > 3
    assert max(below_title) - min(below_title) <= 1, below_title


def test_a_chapter_begins_with_more_than_a_few_lines(book: tuple[str, bytes]) -> None:
    _, content = book
    for level, page, top, title in outline(content):
        if level == 0:
            assert top < BOTTOM - 120, (page, title)


def test_a_page_of_the_transcript_is_full_but_for_a_chapter_or_a_row(book: tuple[str, bytes]) -> None:
    _, content = book
    pages = found_in(content)
    for page in spoken_pages(content)[:-1]:
        bases = sorted({TOP, BOTTOM, *(min(max(char.base, TOP), BOTTOM) for char in pages[page])})
        assert max(after - before for before, after in pairwise(bases)) < 0.25 * (BOTTOM - TOP), page


def test_side_by_side_the_first_note_is_on_the_page_of_its_sentence(books: dict[str, bytes], corpus: Corpus) -> None:
    for event in corpus.transcripts:
        pages = found_in(books[f"{event}-parallel.pdf"])
        said = {
            page: [char for char in here if char.left > 110 and char.base > TOP and char.size in {NOTE, ROW}]
            for page, here in pages.items()
        }
        for page, here in said.items():
            top = min(here, key=lambda char: char.base, default=None)
            if top and top.size == NOTE:
                assert max(said[page - 1], key=lambda char: char.base).size == NOTE, page


def test_a_list_of_people_is_on_one_page(book: tuple[str, bytes], corpus: Corpus) -> None:
    _, content = book
    transcript = next(iter(corpus.transcripts.values()))
    margin = lines(char for char in chars(content) if char.size == MARGIN_SIZE and char.right < 150)
    place = {address: line[0].page for line in margin for address in re.findall(r"[a-z][\w-]*-\d+", words_of(line))}
    people = {segment.address for segment in transcript.segments.values() if segment.kind == "panel"}
    assert people
    assert len({place[address] for address in people}) == 1


def ends_of_pages(content: bytes) -> dict[int, float]:
    """Where pages end, from the first one of the transcript to the last but one before what is said of the edition, which stays whole."""
    start, end = spoken_pages(content)[0], outline(content)[-1][1] - 1
    return {page: max(char.base for char in here) for page, here in found_in(content).items() if start <= page < end}


def left_empty(ends: dict[int, float]) -> dict[int, float]:
    """The pages of which a third is empty at the end."""
    return {page: base for page, base in ends.items() if base < BOTTOM - (BOTTOM - TOP) / 3}


def test_no_page_within_a_book_is_left_a_third_empty(book: tuple[str, bytes]) -> None:
    _, content = book
    ends = ends_of_pages(content)
    assert len(ends) > 20
    assert left_empty(ends) == {}


def test_no_page_of_a_short_book_is_left_a_third_empty(others: dict[str, bytes]) -> None:
    """A chapter goes on overleaf after a long list of its people, a table of the register after its first row, if that is high."""
    short = {name: ends_of_pages(content) for name, content in others.items() if "-brief-" not in name}
    assert sum(map(len, short.values())) > 20
    assert {name: low for name, ends in short.items() if (low := left_empty(ends))} == {}


def test_columns_that_end_a_chapter_differ_by_less_than_an_entry(book: tuple[str, bytes]) -> None:
    _, content = book
    pages, chapters = found_in(content), [one for one in outline(content) if one[0] == 0]
    for (_, _, _, title), (_, page, top, _) in zip(chapters[-4:-2], chapters[-3:-1], strict=True):
        last, end = (page, top - 20) if top > TOP + 20 else (page - 1, BOTTOM + 20)
        ends = [
            max(char.base for char in pages[last] if TOP < char.base < end and (char.left < MIDDLE) is left and char.text.isalnum())
            for left in (True, False)
        ]
        assert abs(ends[0] - ends[1]) < ENTRY, (title, ends)


def test_no_name_of_a_person_is_broken(books: dict[str, bytes], corpus: Corpus) -> None:
    people = [person.name for person in corpus.people.values() if person.office]  # an outlet has none
    names = {name.replace(" ", "") for pair in people for name, most in ((pair.zh, 4), (pair.en, 14)) if len(name) <= most}
    joined: list[str] = []
    for content in books.values():
        for above, part in pairwise(parts(content)):
            if below(above, part):
                ends = [re.sub(r"\s", "", words_of(one)) for one in (above, part)]
                joined += ends
                assert [name for name in names if name in "".join(ends) and not any(name in end for end in ends)] == []
    assert any(name in text for name in names for text in joined)


def test_no_address_is_broken(books: dict[str, bytes], others: dict[str, bytes]) -> None:
    ends = 0
    for name, content in (books | others).items():
        for above, part in pairwise(parts(content)):
            if below(above, part) and re.fullmatch(r"\d+|[a-z]+-\d+", words_of(part)):
                ends += 1
                assert not re.search(r"[a-z0-9]-$", words_of(above)), (name, part[0].page, words_of(above), words_of(part))
    assert ends > 20


def test_a_name_of_a_person_is_whole_in_the_column_of_places(others: dict[str, bytes]) -> None:
    for event in {name.rpartition("-en.pdf")[0] for name in others if name.endswith("-en.pdf") and "-brief-" not in name}:
        column = [words_of(part) for part in parts(others[f"{event}-en.pdf"]) if part[0].left > 440 and part[0].size == TABLE["en"]]
        names = {name for person in several().people.values() if len(name := person.name.en) <= 14}
        assert [text for text in column if any(text in name.split() and text != name for name in names)] == [], event


def test_no_last_row_of_a_table_is_alone_below_its_head(book: tuple[str, bytes]) -> None:
    which, content = book
    pages = found_in(content)
    start, stop = (one[1] for one in [one for one in outline(content) if one[0] == 0][-5:-3])
    ends = [(page, top) for level, page, top, _ in outline(content) if level == 1 and start < page <= stop] + [(stop, BOTTOM)]
    for page, top in ends:
        above = {char.base for char in pages[page] if char.left < 66 and abs(char.size - TABLE[which]) < 0.1 and char.text.isdigit()}
        assert len([base for base in above if base < top]) != 1, (page, top)
