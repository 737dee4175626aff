"""A build into a folder of an earlier one: of an event that was not edited nothing is made or written, and the result is the same."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from verbatim.cache.events import CachedEvents
from verbatim.html.render import Renderer
from verbatim.model.addresses import Urls
from verbatim.model.faults import Faults
from verbatim.model.locale import LOCALES, locale_of
from verbatim.project import Project
from verbatim.read.cache_folder import CacheFolder
from verbatim.read.files import CACHE, Files, entries, read_tree, write_tree
from verbatim.read.load import load
from verbatim.site import Assembly, Options, Site
from verbatim.site.assembly import Unwritten
from verbatim.site.event_scripts import EventScripts

from .example import ROOT, example

FOG, GINKGO, JADE, TRAM = ALL = ("fog-harbor-2033", "ginkgo-isle-2034", "jade-bay-2036", "tram-2031")
WORDS = f"docs/en/{FOG}/briefing.md"


@pytest.fixture(autouse=True)
def events_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no page display the pages of all events, as on a site of many."""
    monkeypatch.setattr("verbatim.html.navigation.FEW", 0)


@pytest.fixture(scope="module")
def files() -> Files:
    """The example with the events of ``tests/events``."""
    return {**example(), **read_tree(ROOT / "tests" / "events")}


def site(root: Path, given: Files, configuration: str = "one", live: bool = False, workers: int = 1) -> Site:
    corpus = load(given, Faults())
    assert corpus is not None
    options = Options(
        "https://example.org/",
        True,
        Path("overrides"),
        root / CACHE,
        books=False,
        configuration=configuration,
        live=live,
        workers=workers,
    )
    project = Project(root, given, corpus)
    events = CachedEvents(project, configuration, CacheFolder(root / ".cache/events" if configuration else None))
    sheets = {"site": "", "turns": "", "glossary": "", "home": ""}
    scripts = EventScripts(events, Renderer(corpus, Urls(True)), options.published, whole=True)
    files, folders = "files/12345678/", {event: f"{scripts.folder(event)}/" for event in corpus.transcripts}
    renderer = Renderer(corpus, Urls(True), None, files, folders)
    return Site(project, options, renderer, events, scripts, {}, files, folders, sheets)


def handed(assembly: Assembly, built: Site, locale: str) -> set[str]:
    """The events whose pages the site generator is handed."""
    return {event for event in ALL if assembly.is_handed(LOCALES[locale], f"{event}/index")}


def generate(assembly: Assembly, built: Site) -> set[str]:
    """Write the pages as a site generator does; the files of those that it made itself."""
    made = set()
    for locale in LOCALES.values():
        pages = [*built.pages_without_file(locale).items(), *built.files_of_pages(locale, "").items()]
        pages += [page for event in ALL for page in built.files_of_pages(locale, event).items() if assembly.is_handed(locale, page[0])]
        for name, file in pages:
            unmade = assembly.unmade(locale, name)
            text = f"<title>{name}</title>{_words(built, locale.lang, name)}"
            html = "" if unmade else assembly.finished(locale, name, text)
            made |= set() if unmade else {file}
            write_tree(assembly.staged, {file: html} if html else {})
    write_tree(assembly.staged, {"404.html": "404", "sitemap.xml": "<x/>", "sitemap.xml.gz": "of today"})
    return made


def _words(built: Site, lang: str, name: str) -> str:
    return built.project.files.get(f"docs/{lang}/{name}.md", b"").decode("utf-8")


def build(
    root: Path, given: Files, folder: str = "site", sound: bool = True, configuration: str = "one"
) -> tuple[set[str], dict[str, set[str]]]:
    """Build; the files of the pages that were made, and the events whose pages were handed over, by locale."""
    built = site(root, given, configuration)
    assembly = Assembly(built, root / folder)
    found = {locale: handed(assembly, built, locale) for locale in LOCALES}
    assert {name for one in assembly.nav(locale_of("en")) for name in (one if isinstance(one, dict) else ())} >= {"Home"}
    made = generate(assembly, built)
    assembly.write()
    assembly.keep(sound)
    return made, found


def content(folder: Path) -> Mapping[str, bytes]:
    return {name: Path(entry).read_bytes() for name, entry in entries(folder) if entry.is_file()}


def written(folder: Path) -> Iterator[tuple[str, int]]:
    """The files of a folder with the numbers by which the system knows them: another one for a file that was written again."""
    return ((name, entry.inode()) for name, entry in entries(folder) if entry.is_file())


def order(root: Path, given: Files) -> list[str]:
    return [one.event.id for one in site(root, given).project.corpus.newest_first]


def test_after_an_edit_only_the_edited_event_is_made_and_written(tmp_path: Path, files: Files) -> None:
    build(tmp_path, files)
    before = {*written(tmp_path / "site")}
    edited = {**files, WORDS: files[WORDS].replace(b"new uses", b"other uses")}

    made, handed_over = build(tmp_path, edited)

    events = order(tmp_path, files)
    near = {events[0], events[-1], FOG, *(other for pair in itertools.pairwise(events) if FOG in pair for other in pair)}
    assert {event for event in ALL if any(event in file for file in made)} == {FOG}
    assert handed_over == dict.fromkeys(LOCALES, near)
    changed = {name for name, _ in before ^ {*written(tmp_path / "site")}}
    assert f"en/{FOG}/briefing/index.html" in changed
    assert {name for name in changed if any(event in name for event in ALL if event != FOG)} == set()
    build(tmp_path, edited, "fresh")
    assert content(tmp_path / "site") == content(tmp_path / "fresh")


def test_where_nothing_was_edited_nothing_is_written(tmp_path: Path, files: Files) -> None:
    build(tmp_path, files)
    before = {*written(tmp_path / "site")}

    made, _ = build(tmp_path, files)

    assert {file for file in made if any(event in file for event in ALL)} == set()
    assert {*written(tmp_path / "site")} == before


def test_pages_of_which_the_site_generator_reported_something_are_made_again(tmp_path: Path, files: Files) -> None:
    build(tmp_path, files, sound=False)
    made, handed_over = build(tmp_path, files)

    assert {event for event in ALL if any(f"{event}/" in file for file in made)} == {*ALL}
    assert handed_over["zh"] == {*ALL}


def test_pages_that_were_kept_are_written_to_another_folder_without_the_site_generator(tmp_path: Path, files: Files) -> None:
    build(tmp_path, files)
    made, handed_over = build(tmp_path, files, "other")

    events = order(tmp_path, files)
    assert {file for file in made if any(event in file for event in ALL)} == set()
    assert handed_over["en"] == {events[0], events[-1]}
    assert content(tmp_path / "site") == content(tmp_path / "other")


def test_pages_that_made_ones_link_to_are_handed_over_with_their_ids(tmp_path: Path, files: Files) -> None:
    events = order(tmp_path, files)
    linked = {**files, "docs/en/index.md": files["docs/en/index.md"] + f"\n[One]({events[1]}/targets.md)\n".encode()}
    build(tmp_path, linked)
    assembly = Assembly(site(tmp_path, linked), tmp_path / "site")

    assert {locale: handed(assembly, site(tmp_path, linked), locale) for locale in LOCALES} == {
        "zh": {events[0], events[-1]},
        "en": {events[0], events[1], events[-1]},
    }
    page = assembly.unmade(locale_of("en"), f"{events[1]}/targets")
    assert page
    assert "page-title" in page.ids


def test_with_another_configuration_everything_is_made_and_without_one_too(tmp_path: Path, files: Files) -> None:
    build(tmp_path, files)
    for configuration in ("another", ""):
        made, _ = build(tmp_path, files, configuration=configuration)
        assert {event for event in ALL if any(f"{event}/" in file for file in made)} == {*ALL}


def test_a_live_server_makes_what_was_edited_and_looks_for_nothing_else(
    tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = [files[WORDS].replace(b"new uses", words) for words in (b"new uses", b"other uses", b"more uses", b"more uses", b"more uses")]
    last, found = None, []
    with monkeypatch.context() as unseen:
        for number, words in enumerate(states):
            built = site(tmp_path, {**files, WORDS: words}, live=True)
            assembly = Assembly(built, tmp_path / "site", last)
            made = generate(assembly, built)
            assembly.write()
            assembly.keep(sound=True, as_read=number != 2)  # then it was edited while it was read
            found.append({event for event in ALL if any(f"{event}/" in file for file in made)})
            last = assembly.built
            unseen.delattr("verbatim.cache.built_folder._tidy", raising=False)

    assert found == [{*ALL}, {FOG}, {FOG}, {FOG}, set()]
    assert not (tmp_path / ".cache/built").exists()
    build(tmp_path, {**files, WORDS: states[-1]}, "fresh")
    assert content(tmp_path / "site") == content(tmp_path / "fresh")


def test_a_live_server_believes_nothing_of_what_another_configuration_or_an_unknown_one_wrote(tmp_path: Path, files: Files) -> None:
    for configuration in ("", "another"):
        built = site(tmp_path, files, configuration, live=True)
        assembly = Assembly(built, tmp_path / "site")
        generate(assembly, built)
        assembly.write()
        assembly.keep(sound=True)
        for after in ("", "one"):
            following = Assembly(site(tmp_path, files, after, live=True), tmp_path / "site", assembly.built)
            assert handed(following, built, "zh") == {*ALL}


def test_an_event_that_is_gone_leaves_nothing(tmp_path: Path, files: Files) -> None:
    build(tmp_path, files)
    without = {path: text for path, text in files.items() if JADE not in path}
    built = site(tmp_path, without)
    assembly = Assembly(built, tmp_path / "site")
    for locale in LOCALES.values():
        pages = {**built.files_of_pages(locale, ""), **built.pages_without_file(locale)}
        pages |= {name: file for event in built.events for name, file in built.files_of_pages(locale, event).items()}
        write_tree(assembly.staged, {"404.html": "", **dict.fromkeys(pages.values(), "")})
    assembly.write()

    assert [name for name in content(tmp_path / "site") if JADE in name] == []


@pytest.mark.parametrize("place", ["in a double", "here", "nowhere"])
def test_a_double_writes_what_is_kept_beside_the_pages_of_many_events(
    tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    build(tmp_path, files)
    monkeypatch.setattr("verbatim.site.beside.MUCH", len(ALL))
    if place != "in a double":
        monkeypatch.setattr("verbatim.site.beside.meanwhile", lambda work: work if place == "here" else lambda: None)
    built = site(tmp_path, files, workers=2)
    assembly = Assembly(built, tmp_path / "again")
    generate(assembly, built)

    assembly.write()
    assembly.keep(sound=True)

    assert content(tmp_path / "again") == content(tmp_path / "site")
    after, facts = Assembly(built, tmp_path / "again").built, built.options.published.facts()
    assert all(after.holds(f"beside/{event}", built.events.key("beside", event, facts)) for event in ALL)
    assert all(after.holds(f"scripts/{event}", built.folders[event]) for event in ALL)


@pytest.mark.parametrize(
    ("workers", "live", "kept", "known"),
    [(1, False, True, False), (2, True, True, False), (2, False, False, False), (2, False, True, True)],
)
def test_one_process_writes_all_where_it_has_one_core_goes_on_after_a_fault_must_make_it_or_knows_the_folder(
    tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch, workers: int, live: bool, kept: bool, known: bool
) -> None:
    begun: list[str] = []

    def meanwhile(work: Callable[[], Any]) -> Callable[[], Any]:
        begun.append("a double")
        with pytest.raises(LookupError):
            work()
        work.__self__._site.events._own.makes = True  # type: ignore[attr-defined]  # as in the process that was doubled
        return lambda: None

    if kept:
        build(tmp_path, files, "again" if known else "site")
    monkeypatch.setattr("verbatim.site.beside.MUCH", len(ALL))
    monkeypatch.setattr("verbatim.site.beside.meanwhile", meanwhile)
    built = site(tmp_path, files, live=live, workers=workers)
    assembly = Assembly(built, tmp_path / "again")
    generate(assembly, built)

    assembly.write()

    assert begun == ([] if kept else ["a double"])
    assert (tmp_path / f"again/{FOG}/s/index.html").exists()


def test_kept_pages_that_are_removed_meanwhile_stop_the_build(tmp_path: Path, files: Files) -> None:
    build(tmp_path, files)
    built = site(tmp_path, files)
    assembly = Assembly(built, tmp_path / "again")
    generate(assembly, built)
    for path in (tmp_path / ".cache/events").iterdir():
        path.unlink()

    with pytest.raises(
        Unwritten, match=rf"{FOG}: its pages were removed from .cache while the site was put together\n    fix: build again"
    ):
        assembly.write()
