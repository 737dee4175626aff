"""Pages as pictures: none is empty, nothing stands outside the margins or on top of something else."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2 as pdfium

from .reader import MARGIN_SIZE, chars, lines

EDGE = 40  # points that stay white on every side


def test_no_page_is_empty_and_the_edges_stay_white(books: dict[str, bytes]) -> None:
    for name, content in books.items():
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


def test_addresses_in_the_margin_do_not_lie_on_one_another(books: dict[str, bytes]) -> None:
    for name, content in books.items():
        margin = lines(char for char in chars(content) if char.size == MARGIN_SIZE and char.right < 150)
        bases = sorted((line[0].page, line[0].base) for line in margin)
        for (page, base), (next_page, next_base) in pairwise(bases):
            assert page != next_page or next_base - base > 6 or next_base - base < 0.5, (name, page, base)
