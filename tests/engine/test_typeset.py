"""Setting, finishing and writing the print edition of the made-up transcript."""

from __future__ import annotations

import dataclasses
import datetime
import io
from pathlib import Path

import pikepdf
import pytest
import typst

from verbatim.__main__ import main
from verbatim.model import Day
from verbatim.model.addresses import Urls
from verbatim.print import typeset
from verbatim.print.pdf_postprocess import LANGUAGES, postprocess
from verbatim.print.typeset import FONTS, BookBuilder, Unprintable, epoch_of, write
from verbatim.read.corpus import Corpus

from .example import EVENT, ROOT, changed, corpus, transcript

PRINT_FONTS = ROOT / "fonts"


def press(of: Corpus | None = None, fonts: Path = PRINT_FONTS, epoch: int | None = None) -> BookBuilder:
    return BookBuilder(of or corpus(), Urls(), fonts, "https://example.org", epoch)


def created(content: bytes) -> str:
    with pikepdf.Pdf.open(io.BytesIO(content)) as pdf:
        return str(pdf.docinfo["/CreationDate"])


def test_the_books_of_the_event_finished() -> None:
    books = press(epoch=0).books()
    assert set(books) == {f"{EVENT}-{which}.pdf" for which in typeset.WHICH}
    for content in books.values():
        with pikepdf.Pdf.open(io.BytesIO(content)) as pdf:
            assert pdf.Root.PageMode == pikepdf.Name.UseOutlines
            assert not [region for region in LANGUAGES if region.encode() in pdf.Root.Metadata.read_bytes()]
            rows = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.TH]
            assert {str(one.A[-1].Scope) for one in rows} == {"/Row", "/Column"}


def test_the_time_in_the_files_is_the_one_given_or_the_day_of_the_event() -> None:
    event = transcript().event
    day = Day(event.where, datetime.date(2031, 5, 4), event.received)
    undated, dated = (changed(corpus(), event=dataclasses.replace(event, day=one)) for one in (None, day))
    for one, epoch, wanted in ((dated, 86400, "D:19700102"), (undated, None, "D:19700101"), (dated, None, "D:20310504")):
        assert created(press(one, epoch=epoch).books()[f"{EVENT}-zh.pdf"]).startswith(wanted)


def test_the_key_changes_with_what_the_books_hold() -> None:
    assert press(epoch=0).key == press(epoch=0).key != press(epoch=1).key


def test_a_character_that_no_font_holds_is_named_with_its_place() -> None:
    first = next(iter(transcript().segments.values()))
    segment = dataclasses.replace(first, en=dataclasses.replace(first.en, text="A 𠮷 here", emphasis=()))
    segments = {**transcript().segments, first.address: segment}
    with pytest.raises(Unprintable, match=rf"U\+20BB7.*{first.address}"):
        press(changed(corpus(), segments=segments)).books()


def test_other_faults_of_setting_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def compile_with_warnings(self, **_: object) -> None:
            error = typst.TypstError("no room", "no room")
            error.message = "no room"
            raise error

    with pytest.raises(Unprintable, match="no room"):
        dict(press()._books(Failing()))


def test_a_warning_is_a_fault() -> None:
    class Warning_:
        message = "odd"

    class Warning__:
        def compile_with_warnings(self, **_: object) -> tuple[bytes, list[Warning_]]:
            return b"", [Warning_()]

    with pytest.raises(Unprintable, match="odd"):
        dict(press()._books(Warning__()))


def test_a_missing_font_and_one_that_is_none_are_named(tmp_path: Path) -> None:
    for name in FONTS[1:]:
        (tmp_path / name).write_bytes((PRINT_FONTS / name).read_bytes())
    with pytest.raises(Unprintable, match=FONTS[0]):
        press(fonts=tmp_path).books()
    (tmp_path / FONTS[0]).write_bytes(b"nothing")
    with pytest.raises(Unprintable, match=FONTS[0]):
        press(fonts=tmp_path).books()


def test_books_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path / "new", {"a.pdf": b"1", "b.pdf": b"2"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == {"a.pdf": b"1", "b.pdf": b"2"}
    (tmp_path / "new" / "c.pdf").mkdir()
    with pytest.raises(Unprintable, match="new"):
        write(tmp_path / "new", {"a.pdf": b"3", "c.pdf": b"4"})
    assert (tmp_path / "new" / "a.pdf").read_bytes() == b"1"
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["a.pdf", "b.pdf", "c.pdf"]


def test_the_time_is_a_whole_number_or_none() -> None:
    assert epoch_of({}) is None
    assert epoch_of({"SOURCE_DATE_EPOCH": "7"}) == 7
    with pytest.raises(Unprintable, match="soon"):
        epoch_of({"SOURCE_DATE_EPOCH": "soon"})


def test_finishing_twice_changes_nothing() -> None:
    once = postprocess(press(epoch=0).books()[f"{EVENT}-zh.pdf"])
    assert postprocess(once) == once


def test_the_command_writes_the_books_or_says_why_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verbatim.__main__.project", lambda root: corpus())
    assert main(["--root", str(ROOT), "print", str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out").iterdir())) == len(typeset.WHICH)
    (tmp_path / "file").write_text("", "utf-8")
    assert main(["--root", str(ROOT), "print", str(tmp_path / "file")]) == 1
    assert str(tmp_path / "file") in capsys.readouterr().err
