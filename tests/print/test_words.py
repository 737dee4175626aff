"""The words: every sentence comes back as received, with its address, and lines break where they may."""

from __future__ import annotations

import re

import pytest

from verbatim.data.editions import BOOKS
from verbatim.read.corpus import Corpus
from verbatim.text.readings import simplified, table

from .reader import MARGIN_SIZE, Char, chars, faces, lines, said

NO_START = "·、，。；：？！”」）》,;:?!)’』〉"
NO_END = "“「（《(‘『〈"
LEFT = {"zh": 150, "zh-hans": 150, "en": 150, "parallel": 110}
SIZES = {"zh": (11,), "zh-hans": (11,), "en": (10.6,), "parallel": (9.6, 9.1)}
TRADITIONAL = "VerbatimSerifTC-Regular"
HYPHEN = "[\x02\xad]"


def joined(given: list[list[Char]]) -> str:
    """The text of some lines without white space."""
    return re.sub(r"\s", "", "".join(char.text for line in given for char in line))


def place(sentence: str, text: str, start: int = 0) -> int:
    """Where a sentence ends in a text, or -1; at a line's end the reader shows any hyphen, set or added, as one sign."""
    characters = re.sub(r"\s", "", sentence)
    pattern = f"{HYPHEN}?".join("[-\x02]" if one == "-" else re.escape(one) for one in characters)
    found = re.compile(pattern).search(text, start)
    return found.end() if found else -1


def pages(books: dict[str, bytes], event: str, which: str) -> list[list[list[Char]]]:
    """The lines of the transcript of an edition, by size."""
    return [said(books[f"{event}-{which}.pdf"], size, LEFT[which]) for size in SIZES[which]]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sentence_comes_back_as_received(books: dict[str, bytes], corpus: Corpus, lang: str) -> None:
    for event, transcript in corpus.transcripts.items():
        text, at = joined(pages(books, event, lang)[0]), 0
        for segment in transcript.segments.values():
            at = place(segment.zh.text if lang == "zh" else segment.en.text, text, at)
            assert at > 0, segment.place


def test_every_character_of_the_parallel_edition_comes_back(books: dict[str, bytes], corpus: Corpus) -> None:
    for event, transcript in corpus.transcripts.items():
        chinese, english = (joined(given) for given in pages(books, event, "parallel"))
        for segment in transcript.segments.values():
            assert place(segment.zh.text, chinese) > 0, segment.place
            assert place(segment.en.text, english) > 0, segment.place


def test_every_sentence_of_the_simplified_edition_is_the_simplified_reading(books: dict[str, bytes], corpus: Corpus) -> None:
    for event, transcript in corpus.transcripts.items():
        text, at = joined(pages(books, event, "zh-hans")[0]), 0
        for segment in transcript.segments.values():
            at = place(simplified(segment.zh.text, transcript.errata, corpus.simplified_overrides), text, at)
            assert at > 0, segment.place


def test_traditional_characters_stand_in_the_simplified_edition_only_among_the_corrections(books: dict[str, bytes], corpus: Corpus) -> None:
    for event, transcript in corpus.transcripts.items():
        found = list(faces(books[f"{event}-zh-hans.pdf"]))
        original = [char for char, face in found if face.endswith(TRADITIONAL)]
        others = {char for char, face in found if not face.endswith(TRADITIONAL)}
        assert sorted(char for char in others if ord(char) in table() or char in "「」『』") == []
        told = "".join(one.find + one.read + one.reason.zh for one in transcript.errata)
        assert {*original} <= {*told, *" ⏎"}
        assert all(one.find.replace("\n", "⏎") in "".join(original).replace(" ⏎ ", "⏎") for one in transcript.errata)


@pytest.mark.parametrize("which", BOOKS)
def test_every_sentence_carries_its_address_in_the_margin(books: dict[str, bytes], corpus: Corpus, which: str) -> None:
    for event, transcript in corpus.transcripts.items():
        margin = (char for char in chars(books[f"{event}-{which}.pdf"]) if char.size == MARGIN_SIZE and char.right < LEFT[which])
        texts = ["".join(char.text for char in line) for line in lines(margin)]
        found = {address for text in texts for address in re.findall(r"[^\W\d_][\w-]*", text)}  # signs and numbers come before it
        assert set(transcript.segments) <= found


@pytest.mark.parametrize("which", ["zh", "zh-hans", "parallel"])
def test_no_chinese_line_starts_or_ends_with_a_mark_that_may_not(books: dict[str, bytes], corpus: Corpus, which: str) -> None:
    for event in corpus.transcripts:
        found = pages(books, event, which)[0]
        assert len(found) > 20
        for line in found:
            text = "".join(char.text for char in line).strip()
            assert text[0] not in NO_START, text
            assert text[-1] not in NO_END, text


def test_lines_that_are_not_the_last_of_a_paragraph_reach_the_margin(books: dict[str, bytes], corpus: Corpus) -> None:
    for event, transcript in corpus.transcripts.items():
        text = "".join(segment.zh.text for segment in transcript.segments.values())
        for line in pages(books, event, "zh")[0]:
            words = "".join(char.text for char in line)
            follows = text[text.find(words) + len(words) :] if words in text else ""
            if len(words) > 20 and follows and line[-1].right < 500:
                assert any(segment.zh.text.endswith(words[-8:]) for segment in transcript.segments.values()), words
