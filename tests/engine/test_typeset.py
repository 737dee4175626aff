"""Typesetting, post-processing, keeping and writing the print editions of the made-up transcript."""

from __future__ import annotations

import dataclasses
import datetime
import io
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest
import typst

from verbatim.__main__ import main
from verbatim.data.editions import BOOKS, BRIEFS, WHICH
from verbatim.data.tables import exports
from verbatim.model import ASKING, LANGS, EventDate, Lang, Note, Pair, Publication, Version
from verbatim.model.addresses import Published
from verbatim.print.pdf_postprocess import LANGUAGES, postprocess
from verbatim.print.pieces import Json
from verbatim.print.print_data import _EditionBuilder
from verbatim.print.typeset import FONTS, BookBuilder, epoch_of, write
from verbatim.print.unprintable import Unprintable, place_of
from verbatim.project import Project
from verbatim.read.corpus import Corpus

from .example import EVENT, ROOT, changed, corpus, several, transcript

PRINT_FONTS = ROOT / "fonts"


def builder(
    of: Corpus | None = None,
    fonts: Path = PRINT_FONTS,
    epoch: int | None = None,
    cache: Path | None = None,
    is_as_loaded: Callable[[], bool] = lambda: True,
) -> BookBuilder:
    data = exports(of or corpus(), Published())
    return BookBuilder(of or corpus(), Published("https://example.org/"), fonts, data, epoch, cache, is_as_loaded)


@cache
def all_books() -> Mapping[str, bytes]:
    """The books of the event, set once for all tests that look at them."""
    return builder(epoch=0).books(3)


@pytest.fixture
def one_edition(monkeypatch: pytest.MonkeyPatch) -> str:
    """Has one edition set of an event, for what is the same in all; the name of its file."""
    name = f"{EVENT}-zh.pdf"
    monkeypatch.setattr("verbatim.print.typeset.editions_of", lambda event: [("zh", name)])
    return name


def created(content: bytes) -> str:
    with pikepdf.Pdf.open(io.BytesIO(content)) as pdf:
        return str(pdf.docinfo["/CreationDate"])


def test_the_books_of_the_event_finished() -> None:
    assert set(all_books()) == {f"{EVENT}-{which}.pdf" for which in WHICH}
    for name, content in all_books().items():
        with pikepdf.Pdf.open(io.BytesIO(content)) as pdf:
            assert pdf.Root.PageMode == pikepdf.Name.UseOutlines
            assert not [region for region in LANGUAGES if region.encode() in pdf.Root.Metadata.read_bytes()]
            rows = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.TH]
            assert {str(one.A[-1].Scope) for one in rows} == (set() if "-brief-" in name else {"/Row", "/Column"})  # a brief has no table


def test_the_books_are_the_same_bytes_however_many_are_set_at_a_time() -> None:
    assert [*builder(epoch=0).books(1).items()] == [*all_books().items()]


def test_the_time_in_the_files_is_the_one_given_or_that_of_the_newest_version_or_of_the_event(one_edition: str) -> None:
    event = transcript().event
    day = EventDate(event.where, datetime.date(2031, 5, 4), event.received)
    unversioned = dataclasses.replace(corpus(), publication=Publication(event.where))
    undated, dated = (changed(unversioned, event=dataclasses.replace(event, day=one)) for one in (None, day))
    version = Version(event.where, datetime.date(2032, 1, 2), event.received)
    versioned = dataclasses.replace(dated, publication=Publication(event.where, versions=(version,)))
    assert created(builder(versioned).books()[one_edition]).startswith("D:20320102")
    for one, epoch, wanted in ((dated, 86400, "D:19700102"), (undated, None, "D:19700101"), (dated, None, "D:20310504")):
        assert created(builder(one, epoch=epoch).books()[one_edition]).startswith(wanted)


def with_text(text: str) -> tuple[Corpus, str]:
    """The example with another English first sentence, and the address of that."""
    first = next(iter(transcript().segments.values()))
    segment = dataclasses.replace(first, en=dataclasses.replace(first.en, text=text, emphasis=()))
    return changed(corpus(), segments={**transcript().segments, first.address: segment}), first.address


def test_missing_characters_are_all_reported_each_with_event_address_field_and_words() -> None:
    of, address = with_text("A 𠮷 here and 😀 there")
    received = Pair(transcript().event.where, "𠀀", "nothing")
    of = changed(of, event=dataclasses.replace(transcript().event, received=received))
    with pytest.raises(Unprintable) as raised:
        builder(of).books()
    report = str(raised.value)
    assert f"𠮷 (U+20BB7) in {EVENT} {address}, en: “A 𠮷 here an”" in report
    assert f"😀 (U+1F600) in {EVENT} {address}, en: " in report
    assert f"𠀀 (U+20000) in {EVENT}, received.zh: “𠀀”" in report
    assert "add 😀𠀀𠮷 to fonts/more.txt and run .venv/bin/python tools/fonts.py" in report


def test_a_character_that_no_data_hold_is_reported_with_the_event() -> None:
    assert place_of("甲", "event", {"id": "1", "list": [{"at": None}]}) == "event"


def test_another_error_names_the_book_and_keeps_the_words_of_the_typesetter_as_detail(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        error = typst.TypstError("no room", "no room")
        error.diagnostic = "error: no room in type.typ"
        raise error

    monkeypatch.setattr(BookBuilder, "_compilers", dict.fromkeys(WHICH, SimpleNamespace(compile_with_warnings=fail)))
    with pytest.raises(Unprintable, match=f"{EVENT}-zh.pdf cannot be typeset(.|\n)*detail from Typst: error: no room"):
        builder().books()


def test_a_warning_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def warn(**_: object) -> tuple[bytes, list[SimpleNamespace]]:
        return b"", [SimpleNamespace(message="odd")]

    monkeypatch.setattr(BookBuilder, "_compilers", dict.fromkeys(WHICH, SimpleNamespace(compile_with_warnings=warn)))
    with pytest.raises(Unprintable, match="odd"):
        builder().books()


def test_books_are_typeset_once_and_again_only_when_their_input_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[bytes] = []

    def unchanged(typeset: bytes) -> bytes:
        calls.append(typeset)
        return typeset

    def typeset(sys_inputs: dict[str, str], **_: object) -> tuple[bytes, list[object]]:
        return sys_inputs["which"].encode(), []

    monkeypatch.setattr(BookBuilder, "_compilers", dict.fromkeys(WHICH, SimpleNamespace(compile_with_warnings=typeset)))
    monkeypatch.setattr("verbatim.print.typeset.postprocess", unchanged)
    first = builder(epoch=0, cache=tmp_path).books()
    assert len(calls) == len(WHICH)
    assert builder(epoch=0, cache=tmp_path).books() == first
    assert len(calls) == len(WHICH)
    builder(with_text("Another sentence.")[0], epoch=0, cache=tmp_path).books()
    assert len(calls) == 2 * len(WHICH)
    for version in ("1", "2"):
        monkeypatch.setattr("verbatim.print.typeset.version", lambda package, version=version: version)
        builder(epoch=0, cache=tmp_path).books()
    assert len(calls) == 4 * len(WHICH)
    builder(epoch=1, cache=tmp_path).books()
    assert len(calls) == 5 * len(WHICH)


def test_of_several_events_only_the_books_that_are_asked_for_are_set() -> None:
    wanted = f"{min(several().transcripts)}-brief-en.pdf"

    assert [*builder(several(), epoch=0).books(files=[wanted])] == [wanted]


def test_a_book_is_kept_only_where_nothing_that_it_is_made_with_was_edited_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_edition: str
) -> None:
    fonts, edits = tmp_path / "fonts", [True, False]
    shutil.copytree(PRINT_FONTS, fonts)

    def typeset(**_: object) -> tuple[bytes, list[object]]:
        if edits.pop():
            with (fonts / FONTS[0]).open("ab") as font:
                font.write(b"\0")
        return b"%PDF", []

    monkeypatch.setattr(BookBuilder, "_compilers", dict.fromkeys(WHICH, SimpleNamespace(compile_with_warnings=typeset)))
    monkeypatch.setattr("verbatim.print.typeset.postprocess", bytes)
    kept = tmp_path / "kept"
    for is_as_loaded in (False, True):
        assert builder(fonts=fonts, cache=kept, is_as_loaded=lambda loaded=is_as_loaded: loaded).books() == {one_edition: b"%PDF"}  # type: ignore[misc]
        assert not kept.exists()
    edits.append(False)
    builder(fonts=fonts, cache=kept).books()
    assert len([*kept.iterdir()]) == 1


def test_a_missing_font_and_one_that_is_none_are_named(tmp_path: Path) -> None:
    for name in FONTS[1:]:
        (tmp_path / name).write_bytes((PRINT_FONTS / name).read_bytes())
    with pytest.raises(Unprintable, match=FONTS[0]):
        builder(fonts=tmp_path).books()
    (tmp_path / FONTS[0]).write_bytes(b"nothing")
    with pytest.raises(Unprintable, match=FONTS[0]):
        builder(fonts=tmp_path).books()


def test_books_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path / "new", {"a.pdf": b"1", "b.pdf": b"2"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == {"a.pdf": b"1", "b.pdf": b"2"}
    (tmp_path / "new" / "c.pdf").mkdir()
    with pytest.raises(Unprintable, match="new"):
        write(tmp_path / "new", {"a.pdf": b"3", "c.pdf": b"4"})
    assert (tmp_path / "new" / "a.pdf").read_bytes() == b"1"
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["a.pdf", "b.pdf", "c.pdf"]


def test_the_time_is_a_whole_number_or_none() -> None:
    assert epoch_of("") is None
    assert epoch_of("7") == 7
    for given in ("soon", "99999999999999"):
        with pytest.raises(Unprintable, match=given):
            epoch_of(given)


def test_finishing_twice_changes_nothing() -> None:
    once = postprocess(all_books()[f"{EVENT}-zh.pdf"])
    assert postprocess(once) == once


def test_a_page_without_marked_words_is_finished_too() -> None:
    file = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(all_books()[f"{EVENT}-zh.pdf"])) as book:
        before = len(book.pages)
        book.add_blank_page()
        book.save(file)

    with pikepdf.Pdf.open(io.BytesIO(postprocess(file.getvalue()))) as finished:
        assert len(finished.pages) == before + 1
        assert finished.pages[-1].Contents.read_bytes() == b""


def test_the_command_writes_the_books_or_says_why_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verbatim.commands.print.load_project", lambda root: Project(root, {}, corpus()))
    assert main(["--root", str(ROOT), "print", str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out").iterdir())) == len(WHICH)
    (tmp_path / "file").write_text("", "utf-8")
    assert main(["--root", str(ROOT), "print", str(tmp_path / "file")]) == 1
    assert str(tmp_path / "file") in capsys.readouterr().err


def test_an_event_without_entries_has_books_without_a_register() -> None:
    empty = changed(corpus(), entries=())

    books = builder(empty, epoch=0).books()

    for which in ("zh", "en"):
        with pikepdf.Pdf.open(io.BytesIO(books[f"{EVENT}-{which}.pdf"])) as pdf, pdf.open_outline() as outline:
            titles = [one.title for one in outline.root]
            assert titles
            assert not {"承諾與數字", "Promises and figures"}.intersection(titles)


def texts(given: Any) -> Iterator[str]:
    """Every text in the data of an edition; pieces are one text."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, list) and given and isinstance(given[0], dict) and "text" in given[0]:
        yield "".join(piece["text"] for piece in given)
    elif isinstance(given, list | dict):
        for inner in given.values() if isinstance(given, dict) else given:
            yield from texts(inner)


def test_a_simplified_source_is_set_as_received_and_in_a_traditional_reading() -> None:
    bay = "jade-bay-2036"
    one = dataclasses.replace(several(), transcripts={bay: several().transcripts[bay]}, terms={})

    contents = builder(one)._contents(one.transcripts[bay])
    books = builder(one, epoch=0).books()

    assert {which: contents[which]["plain"]["zh"] for which in WHICH} == {
        **dict.fromkeys(("zh", "en", "brief-zh", "brief-en"), "玉灣市智慧港口建設發布會"),
        **dict.fromkeys(("zh-hans", "parallel", "brief-zh-hans"), "玉湾市智慧港口建设发布会"),
    }
    said = {which: "\n".join(texts(contents[which]["chapters"])) for which in WHICH}
    assert all(
        words.replace(",", "，").replace(":", "：") in said["parallel"]
        for segment in one.segments()
        if segment.page == "briefing" and "?" not in segment.zh.text
        for words in segment.zh.cells or (segment.zh.text,)
    )
    assert "今年第三季度，我市將建成自動化泊位六個" in said["zh"]
    assert contents["zh"]["strings"]["status_source"]["zh"].startswith("這是直播頁的節錄。本版的繁體字由程式從收到的簡體中文按詞轉成")
    assert contents["zh-hans"]["script"] == "simplified"
    assert all(content.startswith(b"%PDF-") for content in books.values())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_lost_of_a_sentence_and_of_notes_that_are_longer_than_a_page(lang: Lang) -> None:
    words, remarks = (" ".join(f"{word}{number}" for number in range(900)) for word in ("word", "note"))
    first = next(iter(transcript().segments.values()))
    line, where = dataclasses.replace(first[lang], text=f"{first[lang].text} {words}."), transcript().event.where
    longer = dataclasses.replace(first, zh=line) if lang == "zh" else dataclasses.replace(first, en=line)
    segments = {**transcript().segments, first.address: longer}
    quote = Pair(where, first.zh.text[:4], first.en.text[:4])
    notes = tuple(
        Note(where, f"note-{part}", first.address, quote, Pair(where, f"注釋{part} {text}", f"Part {part}: {text}"))
        for part, text in enumerate([remarks[: len(remarks) // 2], remarks[len(remarks) // 2 :]])
    )
    books = builder(changed(corpus(), segments=segments, notes=notes), epoch=0).books()
    for which in (lang, "parallel"):
        with pdfium.PdfDocument(books[f"{EVENT}-{which}.pdf"]) as document:
            text = "".join(page.get_textpage().get_text_bounded() for page in document)
        there = {*re.findall(r"[a-z]+\d+", text)}
        assert not [word for word in [*words.split(), *remarks.split()[:440], *remarks.split()[460:]] if word not in there], which


LONG = ("what", "deadline", "note", "definition", "reason", "office", "question", "place")
"""What the next test makes longer than a page, each in words of its own with a number."""


def numbered(name: str) -> str:
    """Words that take more than a page in a column of the glossary, so also in a cell of a table."""
    return " ".join(f"{name}{number}" for number in range(1200))


@cache
def books_of_long_parts() -> Mapping[str, str]:
    """The text inside the margins of the books of an event of which much is longer than a page, by edition."""
    of, here = corpus(), transcript()
    long = {name: Pair(here.event.where, numbered(name), numbered(name)) for name in LONG}
    asked = next(one for one in here.segments.values() if one.kind in ASKING and "?" in one.en.text)
    zh, en = (dataclasses.replace(asked[lang], text=f"{numbered('question')}?", emphasis=()) for lang in LANGS)
    question = dataclasses.replace(asked, zh=zh, en=en)
    first = next(entry for entry in here.entries if entry.by)
    assert first.by
    entries = {
        first.id: dataclasses.replace(first, what=long["what"], by=dataclasses.replace(first.by, words=long["deadline"])),
        here.entries[-1].id: dataclasses.replace(here.entries[-1], note=long["note"]),
    }
    term, erratum, person = next(iter(of.terms.values())), here.errata[0], of.people["lin-shuya"]
    of = dataclasses.replace(
        changed(
            of,
            entries=tuple(entries.get(entry.id, entry) for entry in here.entries),
            errata=(dataclasses.replace(erratum, reason=long["reason"]), *here.errata[1:]),
            segments={**here.segments, asked.address: question},
        ),
        terms={**of.terms, term.id: dataclasses.replace(term, definition=long["definition"])},
        people={**of.people, person.id: dataclasses.replace(person, note=long["office"])},
    )
    place = {"zh": "甲", "en": "A", "at": dict.fromkeys(LANGS, numbered("place").split())}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_EditionBuilder, "_places", lambda self: iter([place]))
        made = builder(of, epoch=0).books()
    return {which: text_within(made[f"{EVENT}-{which}.pdf"]) for which in WHICH}


def text_within(content: bytes) -> str:
    """The text of a book above the lower margin of its pages."""
    with pdfium.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_bounded(bottom=60) for page in document)


@pytest.mark.parametrize("name", LONG)
def test_nothing_is_lost_of_what_is_longer_than_a_page(name: str) -> None:
    for which in (*BOOKS, *(BRIEFS if name in {"what", "question"} else ())):
        if (name, which) != ("note", "parallel"):  # where it is left out
            found = {*re.findall(rf"{name}(\d+)", books_of_long_parts()[which])}
            assert [number for number in range(1200) if str(number) not in found] == [], which


def pages_of_entries(which: str, count: int) -> list[int]:
    """How many entries of a glossary of so many are on each page that has some, in one edition."""

    def groups(self: _EditionBuilder) -> Iterator[Json]:
        first, *_ = given(self)
        term, *_ = first["terms"]
        for number in range(count):
            words = {"zh": "甲" * (20 + 37 * number % 90), "en": "word " * (10 + 17 * number % 40)}
            terms.append({**term, "id": f"term-{number}", "en": f"entry{number}", "definition": words, "short": words})
        yield {**first, "terms": terms}

    def letters(self: object, lang: Lang) -> Iterator[Json]:
        yield {"letter": "A", "terms": [term["id"] for term in terms]}

    given, terms = _EditionBuilder._groups, list[Json]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_EditionBuilder, "_groups", groups)
        patch.setattr(_EditionBuilder, "_letters", letters)
        patch.setattr("verbatim.print.typeset.editions_of", lambda event: [(which, "book.pdf")])
        book = builder(epoch=0).books()["book.pdf"]
    with pdfium.PdfDocument(book) as document:
        found = [{*re.findall(r"\bentry\d+", page.get_textpage().get_text_bounded())} for page in document]
    assert sum(map(len, found)) == count
    return [len(here) for here in found if here]


@pytest.mark.parametrize("which", BOOKS)
def test_no_entry_of_the_glossary_is_alone_on_its_last_page(which: str) -> None:
    *full, _ = pages_of_entries(which, 40)
    one_more = sum(full) + 1
    assert pages_of_entries(which, one_more)[-1] >= 2, one_more


@pytest.mark.parametrize(("which", "counts"), [("zh", range(27, 36)), ("parallel", range(53, 61))])
def test_a_book_is_made_wherever_its_columns_end(which: str, counts: range) -> None:
    """What is above the index moves when the columns of the glossary are balanced; side by side an entry may go on overleaf."""
    assert [sum(pages_of_entries(which, count)) for count in counts] == [*counts]


def test_a_book_says_that_it_has_no_address_where_none_is_known() -> None:
    books = BookBuilder(corpus(), Published(), PRINT_FONTS, exports(corpus(), Published()), 0).books()
    for which in BOOKS:
        with pdfium.PdfDocument(books[f"{EVENT}-{which}.pdf"]) as document:
            text = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert re.search("QR ?[碼码]|no QR code", text), which
        assert "https://example.org/" not in text, which
