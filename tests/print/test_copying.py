"""What a reader copies from a line is what was said, in three programs: no space beside a numeral, no word torn or run together."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from verbatim.data.editions import BOOKS
from verbatim.read.corpus import Corpus
from verbatim.text.readings import simplified

WINDOW = 16
"""Characters of a line that are compared at a time; the margin's numbers stand in the same lines, so whole lines are not."""
LEADERS = r"(?: \.){2,}"


def _pdfium(path: Path) -> str:
    with pdfium.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _poppler(path: Path) -> str:
    return _said_by("pdftotext", "-enc", "UTF-8", str(path), "-")


def _mupdf(path: Path) -> str:
    return _said_by("mutool", "draw", "-q", "-F", "text", str(path))


def _said_by(*command: str) -> str:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


READERS: dict[str, Callable[[Path], str]] = {"pdfium": _pdfium, "poppler": _poppler, "mupdf": _mupdf}


def squeezed(text: str) -> str:
    """A text without its white space."""
    return re.sub(r"\s", "", text)


def compared(copied: str, words: str) -> tuple[int, list[str]]:
    """How many pieces of copied lines are words of the transcript, and those of them whose spaces are other ones."""
    plain, found, wrong = squeezed(words), 0, []
    for line in re.sub(LEADERS, "", copied).splitlines():
        for start in range(0, len(line) - WINDOW + 1, WINDOW // 4):
            piece = line[start : start + WINDOW].strip()
            if len(piece) > WINDOW / 2 and squeezed(piece) in plain:
                found += 1
                wrong += [piece] if piece not in words else []
    return found, wrong


@pytest.mark.parametrize("which", BOOKS)
@pytest.mark.parametrize("reader", READERS)
def test_lines_are_copied_with_the_spaces_of_the_words(pdf: Path, corpus: Corpus, reader: str, which: str) -> None:
    for event, transcript in corpus.transcripts.items():
        copied = READERS[reader](pdf / f"{event}-{which}.pdf")
        chinese = [segment.zh.text for segment in transcript.segments.values()]
        if which == "zh-hans":
            chinese = [simplified(text, transcript.errata, corpus.simplified_overrides) for text in chinese]
        english = " ".join(segment.en.text for segment in transcript.segments.values())
        for lang, words in (("zh", "".join(chinese)), ("en", english)):
            if lang == which[:2] or which == "parallel":
                found, wrong = compared(copied, words)
                assert wrong == []
                assert found > len(words) / WINDOW / 2, "too little of the transcript was found to say anything"


@pytest.mark.parametrize("which", BOOKS)
@pytest.mark.parametrize("reader", READERS)
def test_the_hash_is_copied_whole(pdf: Path, corpus: Corpus, reader: str, which: str) -> None:
    for event, transcript in corpus.transcripts.items():
        assert transcript.event.sha256 in READERS[reader](pdf / f"{event}-{which}.pdf")
