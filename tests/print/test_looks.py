"""Pages as pictures: none is empty, nothing stands outside the margins or on top of something else."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from .reader import MARGIN_SIZE, chars, lines

CORNER = 3.6
"""What the sides of a corner above the beginning of a sentence are shorter than, in points."""
ROW = 9.6
"""The size of a sentence side by side."""
EDGE = 40  # points that stay white on every side


def test_no_page_is_empty_and_the_edges_stay_white(books: dict[str, bytes], others: dict[str, bytes]) -> None:
    for name, content in (books | others).items():
        with pdfium.PdfDocument(content) as document:
            for number, page in enumerate(document, 1):
                picture = page.render(scale=0.5, grayscale=True).to_pil()
                dark = picture.point(lambda shade: 255 * (shade < 235))
                box = dark.getbbox()
                assert box is not None, (name, number)
                width, height = picture.size
                edge = EDGE // 2
                assert box[0] >= edge, (name, number)
                assert box[1] >= edge, (name, number)
                assert box[2] <= width - edge, (name, number)
                assert box[3] <= height - edge, (name, number)
                assert sum(dark.histogram()[200:]) > 0.002 * width * height, (name, number)


def test_addresses_in_the_margin_do_not_lie_on_one_another(books: dict[str, bytes], others: dict[str, bytes]) -> None:
    for name, content in (books | others).items():
        margin = lines(char for char in chars(content) if char.size == MARGIN_SIZE and char.right < 150)
        bases = sorted((line[0].page, line[0].base) for line in margin)
        for (page, base), (next_page, next_base) in pairwise(bases):
            assert page != next_page or next_base - base > 6 or next_base - base < 0.5, (name, page, base)


def test_side_by_side_no_address_touches_the_words_beside_it(books: dict[str, bytes], others: dict[str, bytes]) -> None:
    seen = 0
    for name, content in (books | others).items():
        if name.endswith("-parallel.pdf"):
            margin = [line for line in lines(chars(content)) if line[0].size == MARGIN_SIZE and line[0].left < 65]
            for line in margin:
                address = [char for char in line if char.size == MARGIN_SIZE]
                beside = [
                    char.left
                    for char in chars(content)
                    if char.page == line[0].page and char.size == ROW and abs(char.base - line[0].base) < 4
                ]
                seen += bool(beside)
                assert not beside or min(beside) - address[-1].right > 4, (name, line[0].page, line[0].base)
    assert seen > 80


def corners(page: pdfium.PdfPage) -> list[tuple[float, float, float, float]]:
    """The small corners that show where a sentence begins: left, bottom, right and top."""
    found = [one.get_bounds() for one in page.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=3)]
    return [box for box in found if box[2] - box[0] < CORNER and box[3] - box[1] < CORNER]


def test_no_corner_is_drawn_over_a_mark(books: dict[str, bytes]) -> None:
    seen = 0
    for name, content in books.items():
        with pdfium.PdfDocument(content) as document:
            for page in document:
                text = page.get_textpage()
                marks = [text.get_charbox(index) for index in range(text.count_chars()) if text.get_text_range(index, 1) in "“‘"]
                for left, bottom, right, top in corners(page):
                    seen += 1
                    over = [mark for mark in marks if mark[0] < right and left < mark[2] and mark[1] < top and bottom < mark[3]]
                    assert not over, (name, page)
    assert seen > 100
