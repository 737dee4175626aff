"""What all events share is made of what is kept of each: the same as what is made anew, and of it only that again which shows an edit."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from verbatim.analysis.glossary import places_in
from verbatim.cache.events import CachedEvents
from verbatim.data.tables import exports
from verbatim.html import across_pages, concordance, reading_data, short_addresses, term_data
from verbatim.html.render import Renderer
from verbatim.model.addresses import Published, Urls
from verbatim.model.faults import Faults
from verbatim.model.locale import LOCALES
from verbatim.project import Project
from verbatim.read.cache_folder import CacheFolder
from verbatim.read.files import Files
from verbatim.read.load import load
from verbatim.read.summaries import Made, Summary
from verbatim.search import index
from verbatim.search.postings import PORTIONS

from .test_cache_events import ALL, EDITS, FOG, JADE, WORDS, files

URLS = Urls(True)
PUBLISHED = Published("https://example.org/", URLS)


class Build(CachedEvents):
    """What is kept of the events of some files; ``noted`` says what was made again: the kind, and the event or nothing."""

    def __init__(self, given: Files, folder: Path | None, made_with: str = "", known: Mapping[str, Any] | None = None) -> None:
        corpus = load(given, Faults())
        assert corpus
        self.project, self.noted = Project(Path(), given, corpus), list[tuple[str, str]]()
        kept = [CacheFolder(folder / name if folder else None) for name in ("events", "shared")]
        super().__init__(self.project, made_with, kept[0], shared=kept[1], known=known)

    def made(self, summary: Summary[Made], event: str) -> Made:
        made = super().made(replace(summary, make=lambda own: self._note(summary.kind, event, summary.make(own))), event)
        return made

    def made_of(self, kind: str, facts: Any, make: Callable[[], Any]) -> Any:
        return super().made_of(kind, facts, lambda: self._note(kind, "", make()))

    def _note(self, kind: str, event: str, made: Any) -> Any:
        self.noted.append((kind, event))
        return made


def shared(build: Build) -> Mapping[str, str]:
    """All that is made for all events."""
    return dict(_shared(build))


def _shared(build: Build) -> Iterator[tuple[str, str]]:
    corpus, given = build.project.corpus, build.project.files
    renderer = Renderer(corpus, URLS, events=build)
    yield from exports(corpus, PUBLISHED, build).items()
    yield from term_data.scripts(renderer, build).items()
    yield from term_data.pages(renderer, build, "assets/site.css").items()
    yield from short_addresses.of_all(renderer, PUBLISHED, build, "assets/site.css").items()
    yield from index.files(corpus, URLS, 0, build).items()
    yield "concordance", concordance.script(corpus, build)
    yield "readings", reading_data.reading_data(corpus, given, build)
    for locale in LOCALES.values():
        parts = across_pages.of_events(renderer, build, locale)
        for name, page in across_pages.across_pages(renderer).items():
            made = across_pages.fragments(renderer, locale, name, page, parts)
            yield f"{name} {locale.code}", made.fill(made.markdown)


def renamed(given: Files, old: str, new: str) -> Files:
    """The same files with an event in folders of another name, in the same place of the order."""
    return {path.replace(f"/{old}/", f"/{new}/"): content for path, content in given.items()}


def edited(what: str) -> Files:
    path, old, new = next(edit[1:4] for edit in EDITS if edit[0] == what)
    return {**files(), path: files()[path].decode().replace(old, new, 1).encode()}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder of a build of the unedited files."""
    build = Build(files(), tmp_path)
    shared(build)
    build.keep()
    return tmp_path


CASES: Mapping[str, Files] = {
    **{edit[0]: edited(edit[0]) for edit in EDITS},
    "a word of a sentence": {**files(), WORDS: files()[WORDS].replace(b"piers and add", b"piers then add", 1)},  # one that no entry quotes
    "nothing": files(),
    "an event that is gone": {path: content for path, content in files().items() if f"/{FOG}/" not in path},
    "an event of another name": renamed(files(), JADE, "jade-bay-2037"),
    "a title of an event": {
        **files(),
        f"data/{FOG}/event.yml": files()[f"data/{FOG}/event.yml"].replace(b"short: {zh: ", b"short: {zh: \xe6\x96\xb0", 1),
    },
    "words of questions": {**files(), "data/weak-words.yml": b"- {lang: en, weight: nothing, words: [tram]}\n"},
}


@pytest.mark.parametrize("what", CASES)
def test_what_was_kept_gives_what_is_made_anew(kept: Path, what: str) -> None:
    assert CASES[what] != files() or what == "nothing"

    assert shared(Build(CASES[what], kept)) == shared(Build(CASES[what], None))


def test_where_nothing_was_edited_nothing_is_made_and_what_events_have_is_hardly_read(kept: Path) -> None:
    again = Build(files(), kept)
    shared(again)

    assert again.noted == []


def test_a_word_of_a_sentence_has_its_event_made_again_and_of_the_rest_what_shows_it(kept: Path) -> None:
    again = Build(CASES["a word of a sentence"], kept)
    shared(again)

    assert {event for _, event in again.noted} == {FOG, ""}
    of_all = [kind for kind, event in again.noted if not event]
    assert {*of_all} == {"lists"}
    assert 0 < len(of_all) < PORTIONS / 4


def test_a_title_of_an_event_has_made_again_what_names_it(kept: Path) -> None:
    again = Build(CASES["a title of an event"], kept)
    shared(again)

    assert {event for _, event in again.noted} == {FOG, ""}
    named = {"short", *(f"assets/data/terms-{code}" for code in LOCALES), *(f"{term_data.PAGE}-{code}" for code in LOCALES)}
    assert {kind for kind, event in again.noted if not event} == named


def test_what_all_events_share_has_all_made_again(kept: Path) -> None:
    again = Build(edited("a string"), kept)
    shared(again)

    assert {event for _, event in again.noted} == {*ALL, ""}
    assert sum(kind == "lists" for kind, _ in again.noted) == PORTIONS


def test_a_live_server_reads_again_only_what_an_edit_changed(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, words = files(), CASES["a word of a sentence"]
    expected = [shared(Build(one, None)) for one in (given, words)]
    first = Build(given, kept, known={})
    shared(first)
    read = []

    def get(folder: CacheFolder, key: str, get: Callable[[CacheFolder, str], bytes | None] = CacheFolder.get) -> bytes | None:
        read.append(key)
        return get(folder, key)

    monkeypatch.setattr(CacheFolder, "get", get)

    same = Build(given, kept, known=first.taken)
    assert (shared(same), same.noted, read) == (expected[0], [], [])
    again = Build(words, kept, known=same.taken)

    assert shared(again) == expected[1]
    assert {event for _, event in again.noted} == {FOG, ""}
    assert read
    assert same.taken.keys().isdisjoint(read)


def test_a_live_server_remembers_nothing_that_its_folder_lacks(tmp_path: Path) -> None:
    first = Build(files(), tmp_path, known={})
    expected = shared(first)  # which was not kept, as what is edited while it is read

    again = Build(files(), tmp_path, known=first.taken)

    assert shared(again) == expected
    assert sorted(again.noted) == sorted(first.noted)


def test_a_live_server_remembers_nothing_that_may_never_be_kept(tmp_path: Path) -> None:
    build = Build(files(), tmp_path, known={})
    shared(build)
    build.made(places_in, FOG)  # asked again

    assert build.taken == {}


def test_a_live_server_goes_on_where_what_was_kept_is_removed(kept: Path) -> None:
    before = Build(edited("a known word"), kept, known={})
    shared(before)
    shutil.rmtree(kept / "events")

    assert shared(Build(files(), kept, known=before.taken)) == shared(Build(files(), None))


def test_a_build_remembers_nothing(kept: Path) -> None:
    build = Build(files(), kept)
    shared(build)

    assert build.taken == {}


def test_code_and_settings_have_all_made_again(kept: Path) -> None:
    again = Build(files(), kept, "other")
    shared(again)

    assert {event for _, event in again.noted} == {*ALL, ""}


def test_what_was_damaged_is_made_again(kept: Path) -> None:
    for path in kept.rglob("*-*"):
        path.write_bytes(path.read_bytes()[:-1])

    assert shared(Build(files(), kept)) == shared(Build(files(), None))


def test_a_damaged_summary_still_says_what_was_made_of_it(kept: Path) -> None:
    for path in (kept / "events").iterdir():
        path.write_bytes(b"")
    again = Build(files(), kept)
    term_data.pages(Renderer(again.project.corpus, URLS), again, "assets/site.css")

    assert not again.noted


def test_what_is_kept_for_all_events_is_bounded(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbatim.cache.values.LARGEST", 0)
    again = Build(CASES["a title of an event"], kept)
    shared(again)
    again.keep()

    kinds = PORTIONS + 3 + 2 * len(LOCALES)  # terms as data, in context, and as scripts and pages; short addresses
    assert len([*(kept / "shared").iterdir()]) <= kinds
