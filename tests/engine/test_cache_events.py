"""What is kept of events: after an edit exactly those are made again that display what it changed, and all others would be the same."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from verbatim.cache.events import CachedEvents
from verbatim.cache.pages import UnmadePage
from verbatim.data.tables import exports, parts_of
from verbatim.html.render import Renderer
from verbatim.model.addresses import Published, Urls
from verbatim.model.faults import Fault, Faults
from verbatim.model.locale import LOCALES
from verbatim.project import Project
from verbatim.publish.lasting import name_of
from verbatim.read.cache_folder import CacheFolder
from verbatim.read.corpus import Corpus, Transcript
from verbatim.read.data_files import DATA_FILES, is_shown
from verbatim.read.event_files import own_corpora
from verbatim.read.files import Files, read_tree
from verbatim.read.load import load
from verbatim.read.summaries import Summary
from verbatim.search import index
from verbatim.site import Assembly, Options, Site
from verbatim.site.event_scripts import EventScripts, scripts_of_event
from verbatim.site.outputs import files_beside

from .example import ROOT, example

FOG, GINKGO, JADE, TRAM = ALL = ("fog-harbor-2033", "ginkgo-isle-2034", "jade-bay-2036", "tram-2031")
FOLDER = "files/12345678/"
PUBLISHED = Published("https://example.org/").facts()
NO_FILES = Summary[Mapping[str, str]]("beside", lambda own: {}, PUBLISHED)


@cache
def files() -> Files:
    """The example with the events of ``tests/events``."""
    return {**example(), **read_tree(ROOT / "tests" / "events")}


def site(folder: Path, given: Files, made_with: str = "", scripts: str = FOLDER, data: str = "12345678/") -> Site:
    """A site of some files, checked or not, whose events are kept in a folder; ``data`` is the folder of the data of each event."""
    corpus = load(given, Faults())
    assert corpus is not None
    project = Project(Path(), given, corpus)
    options = Options("https://example.org/", True, Path("overrides"), folder, books=False)
    events = CachedEvents(project, made_with, CacheFolder(folder))
    folders = dict.fromkeys(corpus.transcripts, data)
    renderer = Renderer(corpus, Urls(True), None, scripts, folders)
    of_events = EventScripts(events, renderer, options.published, whole=True)
    return Site(project, options, renderer, events, of_events, {}, scripts, folders, {"site": ""})


def pages_of(built: Site) -> Iterator[tuple[str, str, str]]:
    """Locale, event and name of each page of an event."""
    for locale in LOCALES.values():
        for event in built.project.corpus.transcripts:
            yield from ((locale.code, event, name) for name in built.project.corpus.page_names(event, locale.lang))


def displayed(built: Site, locale: str, name: str) -> str:
    """All that the engine gives to a page."""
    found, page = LOCALES[locale], built.project.corpus.pages[LOCALES[locale].lang, name]
    fragments = built.fragments(found, name, built.project.files[page.path].decode())
    context = {key: value for key, value in built.page_context(found, name).items() if key != "t"}
    return f"{fragments.fill(fragments.markdown)}{fragments.headings}{context}{page.title}"


def beside(built: Site, event: str) -> Mapping[str, str]:
    """All that the engine writes for an event beside its pages."""
    own, published = built.renderer.of_event(built.events.corpus(event)), built.options.published
    data = {
        "search": json.dumps([one.make(built.events.corpus(event)) for one in index.SUMMARIES]),
        "data": json.dumps(parts_of(built.events.corpus(event), published, periods=False)),
    }
    return {**files_beside(own, published, ""), **scripts_of_event(own, published), **data}


@pytest.fixture(scope="module")
def before() -> tuple[Mapping[tuple[str, str, str], str], Mapping[str, Mapping[str, str]]]:
    """What every page displays, and what lies beside them, before an edit."""
    built = site(Path("/nowhere"), files())
    return {page: displayed(built, page[0], page[2]) for page in pages_of(built)}, {event: beside(built, event) for event in ALL}


def fill(built: Site) -> None:
    """Keep everything, as a build does."""
    for locale, _, name in pages_of(built):
        built.cached_pages.put(locale, name, f"{name} {FOLDER}")
    for event in ALL:
        built.events.made(NO_FILES, event)
    built.events.keep()


def made_again(built: Site) -> tuple[set[tuple[str, str]], set[str]]:
    """The events whose pages, by locale, and whose files beside these are not kept."""
    noted: set[str] = set()

    def note(own: Corpus) -> Mapping[str, str]:
        noted.update(own.transcripts)
        return {}

    for event in built.project.corpus.transcripts:
        built.events.made(Summary("beside", note, PUBLISHED), event)
    keys = {(code, event): built.page_key(locale, event) for code, locale in LOCALES.items() for event in built.project.corpus.transcripts}
    return {page for page, key in keys.items() if not built.events.keeps(key)}, noted


WORDS = f"docs/en/{FOG}/briefing.md"
EDITS = [
    ("a word of a sentence", WORDS, "new uses", "other uses", (FOG,)),
    ("a seal", f"data/{FOG}/seals.txt", "lead-1 ", "lead-1 0", (FOG,)),
    ("a term of all events", f"data/{TRAM}/terms.yml", "definition: {zh: ", "definition: {zh: 新", ALL),
    ("a person of all events", f"data/{GINKGO}/people.yml", "en: ", "en: New ", ALL),
    ("a register entry", f"data/{FOG}/targets.yml", "what: {zh: ", "what: {zh: 新", (FOG,)),
    ("a string", "data/strings.yml", 'colon: {zh: "：", en: ": "}', 'colon: {zh: "：", en: ":"}', ALL),
    ("a correction", "data/corrections.yml", "", "# a remark\n", ALL),
    ("a known word", "data/words.yml", "", "# a remark\n", ()),
    ("a word of a shared page", "docs/en/index.md", "\n# ", "\nMore.\n\n# ", ()),
    ("the title of a shared page", "docs/en/glossary.md", "title: ", "title: New ", ALL),
]
"""What is edited, its file, what is replaced by what, and the events of which all is made again."""


@pytest.mark.parametrize(("path", "old", "new", "events"), [edit[1:] for edit in EDITS], ids=[edit[0] for edit in EDITS])
def test_an_edit_has_those_events_made_again_that_display_it_and_all_others_are_the_same(
    tmp_path: Path,
    before: tuple[Mapping[tuple[str, str, str], str], Mapping[str, Mapping[str, str]]],
    path: str,
    old: str,
    new: str,
    events: tuple[str, ...],
) -> None:
    fill(site(tmp_path, files()))
    text = files()[path].decode()
    assert old in text

    edited = site(tmp_path, {**files(), path: text.replace(old, new, 1).encode()})
    pages, others = made_again(edited)

    assert pages == {(locale, event) for locale in LOCALES for event in events}
    assert others == {*events}
    kept = {page: shown for page, shown in before[0].items() if page[:2] not in pages}
    assert {page: displayed(edited, page[0], page[2]) for page in kept} == kept
    assert {event: beside(edited, event) for event in ALL if event not in others} == {
        event: found for event, found in before[1].items() if event not in others
    }


def test_code_templates_and_settings_have_everything_made_again(tmp_path: Path) -> None:
    fill(site(tmp_path, files(), "one"))

    assert made_again(site(tmp_path, files(), "one")) == (set(), set())
    assert made_again(site(tmp_path, files(), "other")) == ({(locale, event) for locale in LOCALES for event in ALL}, {*ALL})


def test_the_title_of_a_page_changes_the_pages_that_name_it(tmp_path: Path) -> None:
    path, text = f"docs/en/{FOG}/targets.md", files()[f"docs/en/{FOG}/targets.md"].decode()
    fill(site(tmp_path, files()))

    pages, others = made_again(site(tmp_path, {**files(), path: text.replace("title: ", "title: New ").encode()}))

    assert others == {FOG}
    assert pages == {("zh", FOG), *(("en", event) for event in ALL)}  # events are few, so that each page names the pages of all


def test_of_many_events_a_page_names_only_its_neighbours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbatim.html.navigation.FEW", 0)
    path, text = f"docs/en/{JADE}/index.md", files()[f"docs/en/{JADE}/index.md"].decode()
    fill(site(tmp_path, files()))

    pages, _ = made_again(site(tmp_path, {**files(), path: text.replace("title: ", "title: New ").encode()}))

    order = [one.event.id for one in site(tmp_path, files()).project.corpus.newest_first]
    place = order.index(JADE)
    assert pages == {("zh", JADE), *(("en", event) for event in order[max(0, place - 1) : place + 1])}


def test_a_page_that_is_linked_and_then_gone_is_missed(tmp_path: Path) -> None:
    path, text = f"docs/en/{FOG}/index.md", files()[f"docs/en/{FOG}/index.md"].decode()
    linked = {**files(), path: f"{text}\n[Words](../{JADE}/checks.md#more) [None](none.md)\n".encode()}
    fill(site(tmp_path, linked))

    without = {path: content for path, content in linked.items() if path != f"docs/en/{JADE}/checks.md"}

    assert ("en", FOG) in made_again(site(tmp_path, without))[0]
    assert site(tmp_path, linked).project.linked("en", f"{FOG}/index") == [f"{JADE}/checks", f"{FOG}/none"]


def test_a_heading_that_is_gone_is_missed_by_the_pages_that_link_to_its_page(tmp_path: Path) -> None:
    path, text = f"docs/en/{FOG}/index.md", files()[f"docs/en/{FOG}/index.md"].decode()
    target = f"docs/en/{JADE}/targets.md"
    linked = {**files(), path: f"{text}\n[Filter](../{JADE}/targets.md#filter)\n".encode()}
    fill(site(tmp_path, linked))
    assert b"{#filter}" in linked[target]

    again = made_again(site(tmp_path, {**linked, target: linked[target].replace(b"{#filter}", b"{#find}")}))

    assert again[0] == {("en", FOG), *((locale, JADE) for locale in LOCALES)}


@pytest.mark.parametrize("folder", [{"scripts": "files/87654321/"}, {"data": "87654321/"}])
def test_a_page_is_made_again_where_a_folder_that_it_names_has_another_name(tmp_path: Path, folder: Mapping[str, str]) -> None:
    fill(site(tmp_path, files()))

    for built, kept in ((site(tmp_path, files()), True), (site(tmp_path, files(), **folder), False)):
        assert built.events.keeps(built.page_key(LOCALES["zh"], FOG)) == kept


def test_an_event_is_kept_only_if_all_of_its_pages_are(tmp_path: Path) -> None:
    built = site(tmp_path, files())
    for locale, event, name in pages_of(built):
        if name != f"{FOG}/index":
            built.cached_pages.put(locale, name, event)
    built.cached_pages.put("zh", "index", "")
    built.events.keep()

    again = site(tmp_path, files())
    kept = [again.events.kept(again.page_key(LOCALES["zh"], event)) for event in (FOG, GINKGO)]
    assert kept == [None, dict.fromkeys(again.project.corpus.page_names(GINKGO, "zh"), GINKGO)]


def test_what_a_build_made_is_kept_only_at_its_end(tmp_path: Path) -> None:
    built = site(tmp_path, files())

    made = built.events.made(Summary("beside", lambda own: {"one": "two"}), FOG)

    assert made == {"one": "two"}
    assert [*tmp_path.iterdir()] == []


def test_every_shared_file_counts_but_those_that_no_page_displays() -> None:
    assert is_shown("data/vocabulary.yml")
    assert is_shown("data/new.yml")
    assert not is_shown("data/words.yml")
    assert not is_shown("data/README.md")
    assert not is_shown(f"data/{FOG}/event.yml")
    assert not is_shown("docs/zh/index.md")


@pytest.mark.parametrize("name", [name for name, file in DATA_FILES.items() if not file.shown])
def test_what_pages_of_an_event_are_made_with_holds_nothing_of_a_file_that_none_displays(name: str) -> None:
    whole = {path: content for path, content in files().items() if path != f"data/{name}"}
    with_it, without = (load(given, Faults()) for given in (files(), whole))
    assert with_it
    assert without

    fields = [field.name for field in dataclasses.fields(Corpus) if field.name != "transcripts"]

    assert [getattr(with_it.for_pages(FOG), one) for one in fields] == [getattr(without.for_pages(FOG), one) for one in fields]
    of_event = [field.name for field in dataclasses.fields(Transcript)]
    assert [getattr(with_it.transcripts[FOG], one) for one in of_event] == [getattr(without.transcripts[FOG], one) for one in of_event]


@pytest.mark.parametrize("prunes", [True, False])
def test_only_a_build_of_the_whole_site_removes_what_it_did_not_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prunes: bool) -> None:
    monkeypatch.setattr("verbatim.cache.values.LARGEST", 0)
    fill(site(tmp_path, files()))
    before = {*tmp_path.iterdir()}
    project = site(tmp_path, files()).project

    CachedEvents(project, "", CacheFolder(tmp_path), prunes).keep()

    left = {*tmp_path.iterdir()}
    assert left <= before
    assert len(left) == (0 if prunes else len(before))


def test_events_of_which_nothing_is_kept_are_missing(tmp_path: Path) -> None:
    fill(site(tmp_path, files()))

    assert site(tmp_path, files()).events.missing("beside", PUBLISHED) == []
    assert site(tmp_path, files(), "other").events.missing("beside", PUBLISHED) == [*ALL]


def test_what_is_not_kept_is_made_unless_nothing_shall_be(tmp_path: Path) -> None:
    fill(site(tmp_path, files()))
    kept, new = site(tmp_path, files()).events, site(tmp_path, files(), "other").events
    for events in (kept, new):
        events.only_kept()

    summary = Summary("beside", lambda own: {"a": "b"}, PUBLISHED)
    assert kept.made(summary, FOG) == {}
    with pytest.raises(LookupError):
        new.made(summary, FOG)


def test_what_a_check_knows_of_an_event_is_known_of_it_unless_drafts_lack_something(tmp_path: Path) -> None:
    project = site(tmp_path, files()).project
    fault = Fault(f"data/{FOG}/targets.yml", 1, "R1", "what", "fix")

    def own(of: Project) -> bytes:
        return bytes(CachedEvents(of, "", CacheFolder(tmp_path)).own(FOG))

    assert own(project) == bytes(own_corpora(project.corpus, project.files)[FOG])
    assert len({own(project), own(dataclasses.replace(project, faults=(fault,)))}) == 2


def test_a_fault_of_a_draft_and_a_term_that_is_left_out_count(tmp_path: Path) -> None:
    project = site(tmp_path, files()).project
    fault = Fault(f"data/{FOG}/targets.yml", 1, "R1", "what", "fix")
    _, *others = project.corpus.terms.values()
    fewer = dataclasses.replace(project.corpus, terms={one.id: one for one in others})

    def keys(of: Project) -> dict[str, str]:
        events = CachedEvents(of, "", CacheFolder(tmp_path))
        return {event: events.key("beside", event) for event in ALL}

    before = keys(project)
    assert {event for event, key in keys(dataclasses.replace(project, faults=(fault,))).items() if key != before[event]} == {FOG}
    assert {event for event, key in keys(dataclasses.replace(project, corpus=fewer)).items() if key != before[event]} == {*ALL}


def test_a_build_of_a_share_makes_and_keeps_the_events_in_it_alone(tmp_path: Path) -> None:
    built = dataclasses.replace(site(tmp_path, files()), share=frozenset({FOG}))
    share, english = Assembly(built, tmp_path / "site"), LOCALES["en"]
    unmade = share.unmade(english, f"{JADE}/index")
    title = built.project.corpus.pages["en", f"{JADE}/index"].title
    assert unmade == UnmadePage(title, {"page-title", *built.project.heading_ids("en", f"{JADE}/index")})
    assert share.unmade(english, f"{FOG}/index") is None
    assert share.finished(english, f"{FOG}/index", "a page") == ""
    title = built.project.corpus.pages["en", "index"].title
    assert share.unmade(english, "index") == UnmadePage(title, {"page-title", *built.project.heading_ids("en", "index")})
    across = share.unmade(english, "fields")
    assert across == UnmadePage(across.title if across else "", {"page-title"})

    share.write()
    share.keep(sound=True)

    assert not (tmp_path / "site").exists()
    published = built.options.published
    kinds = {"beside": published.facts(), "data": published.facts(True)}
    for kind in (*kinds, "places", "short", "characters", "across-zh", "across-en"):
        assert set(ALL) - {*site(tmp_path, files()).events.missing(kind, kinds.get(kind, ()))} == {FOG}


@pytest.mark.parametrize("large", [True, False])
def test_the_scripts_of_an_event_are_named_and_on_a_large_site_what_the_search_holds_of_it_is_made(tmp_path: Path, large: bool) -> None:
    built = site(tmp_path, files())
    scripts = EventScripts(built.events, built.renderer, built.options.published, whole=not large)

    name, made = scripts.folder(FOG), scripts.texts(FOG)
    scripts.keep(FOG)

    built.events.keep()
    assert name == name_of(made)
    assert scripts.files(FOG) == {f"files/{name}/{path}": text for path, text in made.items()}
    assert (f"search/{FOG}-part-0.js" in made) is large
    assert f"cite-{FOG}.js" in made
    again = EventScripts(site(tmp_path, files()).events, built.renderer, built.options.published, whole=not large)
    assert {*ALL} - {*again.unnamed()} == {FOG}
    for kind in ("parts", *(one.kind for one in index.SUMMARIES)):
        assert {*ALL} - {*site(tmp_path, files()).events.missing(kind)} == ({FOG} if large else set())


def test_the_index_is_the_same_whether_what_it_holds_of_events_was_kept_or_not(tmp_path: Path) -> None:
    found = []
    for _ in range(2):
        built = site(tmp_path, files())
        found.append(index.files(built.project.corpus, Urls(), 0, built.events))
        built.events.keep()

    assert site(tmp_path, files()).events.missing("search") == []
    assert found[0] == found[1] == index.files(built.project.corpus, Urls(), 0)


def test_the_open_data_are_the_same_whether_their_sentences_were_kept_or_not(tmp_path: Path) -> None:
    found = []
    for _ in range(2):
        built = site(tmp_path, files())
        found.append(exports(built.project.corpus, built.options.published, built.events))
        built.events.keep()

    assert site(tmp_path, files()).events.missing("data", built.options.published.facts(True)) == []
    assert found[0] == found[1] == exports(built.project.corpus, built.options.published)


def test_what_was_damaged_is_made_again(tmp_path: Path) -> None:
    fill(site(tmp_path, files()))
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:-1])

    assert made_again(site(tmp_path, files())) == ({(locale, event) for locale in LOCALES for event in ALL}, {*ALL})
