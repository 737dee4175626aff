from __future__ import annotations

import gc
import re
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from unittest.mock import Mock
from weakref import ref

import pytest

from verbatim.cache.built_folder import BuiltFolder
from verbatim.cache.checked import engine_state
from verbatim.draft.new import Request, draft
from verbatim.model.faults import BuildError
from verbatim.model.locale import LOCALES, locale_of
from verbatim.publish.lasting import pointed
from verbatim.read.files import CACHE, entries, read_tree, write_tree
from verbatim.site import Assembly, Options, Site, book, load_site
from verbatim.text.cache import parts

from .example import EVENT, ROOT, example, refrozen


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a project, with our templates and fonts."""
    folder = tmp_path_factory.mktemp("project")
    write_tree(folder, example())
    for name in ("overrides", "fonts"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def site(root: Path, **options: object) -> Site:
    """A site of the example; without books unless the options say so."""
    given = {"url": "https://example.org/", "directory_urls": True, "books": False, "engine": engine_state()} | options
    return load_site(root, Options(own=root / "overrides", cache=root / CACHE, **given))  # type: ignore[arg-type]


def generated(built: Site, folder: Path, page: str = "<meta charset=utf-8>", without: str = "", last: BuiltFolder | None = None) -> Path:
    """The site, put together in a folder; in the place of a site generator the test writes each page, but for one."""
    assembly = Assembly(built, folder, last)
    pages = [file for locale in LOCALES.values() for event in ("", *built.events) for file in built.files_of_pages(locale, event).values()]
    across = [file for locale in LOCALES.values() for file in built.pages_without_file(locale).values()]
    write_tree(assembly.staged, {file: page for file in ("404.html", *pages, *across) if file != without})
    assembly.write()
    assembly.keep(sound=True)
    return folder


def outputs(built: Site, folder: Path) -> Mapping[str, bytes]:
    """File to content of all that was put together."""
    return {name: Path(entry).read_bytes() for name, entry in entries(generated(built, folder)) if entry.is_file()}


def shared_folder(built: Site) -> str:
    """The folder of what all events share, as the site says it to pages with its scripts."""
    return pointed(built.fetched[f"current/{built.files.split('/')[1]}.js"])


def test_everything_beside_the_pages_is_given_by_path(root: Path, tmp_path: Path) -> None:
    built = site(root)
    files = outputs(built, tmp_path)

    assert {"data/segments.json", f"{EVENT}/trams/index.html"} <= files.keys()
    assert {f"{built.files}assets/site.js", f"files/{built.folders[EVENT]}cite-{EVENT}.js"} <= files.keys()
    assert {f"{shared_folder(built)}{name}" for name in ("assets/data/readings.js", "search/index.js")} <= files.keys()
    assert not [name for name in files if name.endswith((".pdf", ".png"))]


def test_books_and_cards_are_among_it_if_they_are_wanted(root: Path, tmp_path: Path) -> None:
    files = outputs(site(root, books=True, epoch="7"), tmp_path)

    assert files[f"pdf/{EVENT}-en.pdf"].startswith(b"%PDF-")
    assert files["assets/card-zh.png"].startswith(b"\x89PNG")


def test_a_live_server_sets_a_book_alone_and_only_when_asked(root: Path, tmp_path: Path) -> None:
    live = site(root, books=True, epoch="7", live=True)

    assert not [name for name in outputs(live, tmp_path) if name.endswith(".pdf")]
    assert (book(live, f"pdf/{EVENT}-brief-en.pdf") or b"").startswith(b"%PDF-")
    assert [book(live, path) for path in (f"pdf/{EVENT}-fr.pdf", f"{EVENT}-en.pdf", f"data/{EVENT}-en.pdf")] == [None] * 3
    assert book(site(root, live=True), f"pdf/{EVENT}-brief-en.pdf") is None


def test_a_part_of_a_site_is_kept_with_its_books_and_not_written(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "project", symlinks=True, ignore=shutil.ignore_patterns(".cache"))
    part = site(tmp_path / "project", books=True, epoch="7", part="1/1", configuration="one")

    share = Assembly(part, tmp_path / "site")
    share.write()
    share.keep(sound=True)

    assert not (tmp_path / "site").exists()
    books = {name for name in outputs(site(root, books=True, epoch="7"), tmp_path / "whole") if name.startswith("pdf/")}
    assert len([*(tmp_path / "project/.cache/print").iterdir()]) == len(books)
    kept = site(tmp_path / "project", books=True, epoch="7", configuration="one")
    assert kept.scripts.unnamed() == []


@pytest.mark.parametrize(("workers", "asked"), [(1, []), (2, [[EVENT]])])
def test_only_where_several_processes_are_wanted_it_is_asked_what_is_missing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int, asked: list[list[str]]
) -> None:
    shutil.copytree(root, tmp_path / "project", symlinks=True, ignore=shutil.ignore_patterns(".cache"))
    forked = Mock(return_value=(None, ()))
    monkeypatch.setattr("verbatim.cache.shares.forked", forked)

    assert site(tmp_path / "project", configuration="one", workers=workers).share is None

    assert [events for (events, _), _ in forked.call_args_list] == asked


def test_books_that_the_folder_holds_are_not_set_again(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(root, tmp_path / "project", symlinks=True, ignore=shutil.ignore_patterns(".cache"))
    built = partial(site, tmp_path / "project", books=True, epoch="7", configuration="one")
    book = generated(built(), tmp_path / "site") / f"pdf/{EVENT}-en.pdf"
    before = book.stat()
    monkeypatch.delattr("verbatim.print.typeset.BookBuilder.books")

    generated(built(), tmp_path / "site")

    assert (book.stat().st_ino, book.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_page_leads_to_the_books_of_its_event_or_of_the_only_one(root: Path) -> None:
    with_books, without = site(root, books=True), site(root)

    assert ("en", f"pdf/{EVENT}-en.pdf") in with_books.editions(f"{EVENT}/targets", "en")
    assert with_books.editions("about", "en") == with_books.editions(f"{EVENT}/targets", "en")
    assert without.editions("about", "en") == []


def test_the_page_of_the_brief_leads_to_the_one_on_paper_in_its_language(root: Path) -> None:
    with_books = site(root, books=True)
    brief = ("brief-en", f"pdf/{EVENT}-brief-en.pdf")

    assert with_books.editions(f"{EVENT}/brief", "en") == [brief, *with_books.editions(f"{EVENT}/targets", "en")]
    assert with_books.editions(f"{EVENT}/brief", "zh") == [
        *((which, f"pdf/{EVENT}-{which}.pdf") for which in ("brief-zh", "brief-zh-hans")),
        *with_books.editions(f"{EVENT}/targets", "zh"),
    ]


def test_the_theme_is_given_strings_addresses_and_the_head_of_a_page(root: Path) -> None:
    context, shared = site(root).page_context(locale_of("en"), f"{EVENT}/targets"), site(root).theme_globals()

    assert context["t"]("close") == "Close"
    assert context["draft"] == ""
    assert context["twins"] == {"zh": f"{EVENT}/targets/", "en": f"en/{EVENT}/targets/"} == shared["twin_urls"](f"{EVENT}/targets/")
    assert shared["twin_urls"](f"en/{EVENT}/targets/") == context["twins"]
    assert dict(context["head"].tags)["citation_public_url"] == f"https://example.org/en/{EVENT}/targets/"


def test_a_copy_for_the_disk_cites_the_published_site(root: Path) -> None:
    copy = site(root, directory_urls=False, copy=True)
    unknown = site(root, directory_urls=False, copy=True, url="")

    assert copy.page_context(locale_of("en"), "glossary")["published"]["zh"] == "https://example.org/glossary/"
    assert unknown.page_context(locale_of("en"), "glossary")["published"] == {"zh": "../glossary.html", "en": "glossary.html"}
    assert [one.page_context(locale_of("en"), "glossary")["twins"]["zh"] for one in (copy, unknown)] == ["glossary.html"] * 2


def test_the_scripts_of_a_page_are_those_of_its_build(root: Path) -> None:
    one, same, other = site(root), site(root), site(root, url="https://example.com/")

    assert re.fullmatch("files/[0-9a-f]{8}/", one.files)
    assert one.files == same.files == other.files
    assert one.folders == same.folders != other.folders  # citations hold the address
    assert re.fullmatch("[0-9a-f]{8}/", one.folders[EVENT])
    assert one.theme_globals()["files"] == one.files
    assert f'src="../{one.files}assets/glossary.js"' in one.renderer.insert("glossary", locale_of("zh"), "glossary", "glossary/", None)


def test_a_live_server_takes_what_a_build_kept_and_of_another_address_what_holds_none(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "project", symlinks=True, ignore=shutil.ignore_patterns(".cache"))
    given = partial(site, tmp_path / "project", configuration="one")
    built, english = given(epoch="7"), locale_of("en")
    for name in built.project.corpus.page_names(EVENT, "en"):
        built.cached_pages.put("en", name, "a page")
    generated(built, tmp_path / "site")

    def kept(other: Site) -> dict[str, bool]:
        published = other.options.published.facts()
        kinds = {"beside": published, "scripts": published, "places": (), "short": (), "en": other.facts(english, EVENT)}
        return {kind: other.events.missing(kind, facts) == [] for kind, facts in kinds.items()}

    assert kept(given(live=True, drafts=True)) == {"beside": True, "scripts": True, "places": True, "short": True, "en": True}
    assert kept(given(url="")) == {"beside": False, "scripts": False, "places": True, "short": True, "en": False}


@pytest.mark.parametrize("in_pages", [False, True])
def test_a_folder_with_its_pages_is_completed(root: Path, tmp_path: Path, in_pages: bool) -> None:
    built = site(root, policy_in_pages=in_pages)
    generated(built, tmp_path)

    assert (tmp_path / built.files / "assets/site.js").exists()
    assert (tmp_path / "_headers").exists()
    assert ("Content-Security-Policy" in (tmp_path / "index.html").read_text()) is in_pages


@pytest.mark.parametrize("again", [False, True])
def test_what_a_build_found_after_its_check_is_kept_but_for_later_ones_of_a_live_server(root: Path, tmp_path: Path, again: bool) -> None:
    built, kept = site(root, live=True), root / ".cache/found.pickle"
    kept.unlink(missing_ok=True)
    parts()[0].add("another", 1, str, (again,))

    generated(built, tmp_path, last=BuiltFolder(tmp_path, None) if again else None)

    assert kept.exists() is not again


def test_the_briefs_say_the_pages_and_the_size_of_each_book(root: Path, tmp_path: Path) -> None:
    built, book = site(root, books=True, epoch="7"), f"pdf/{EVENT}-en.pdf"
    place = f"<p>English edition<data value={book}></data>"

    generated(built, tmp_path, f"<meta charset=utf-8>{place}")

    size = round((tmp_path / book).stat().st_size / 1000)
    html = (tmp_path / f"en/{EVENT}/brief/index.html").read_text()
    assert re.search(rf'<p>English edition<data value="{book}"> \(\d pages, {size} kB\)</data>', html)
    assert place in (tmp_path / f"en/{EVENT}/targets/index.html").read_text()


def test_the_briefs_say_the_size_of_books_that_were_set_for_another_time(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(root, tmp_path / "project", symlinks=True, ignore=shutil.ignore_patterns(".cache"))
    page, brief = f"<meta charset=utf-8><data value=pdf/{EVENT}-en.pdf></data>", tmp_path / f"site/en/{EVENT}/brief/index.html"
    built = partial(site, tmp_path / "project", books=True, configuration="one")
    generated(built(epoch="7"), tmp_path / "site", page)
    assert "31 pages" not in brief.read_text()

    monkeypatch.setattr("verbatim.print.page_count.page_count", lambda content: 31)
    generated(built(epoch="8"), tmp_path / "site", page)

    assert "31 pages" in brief.read_text()


def test_a_page_that_is_missing_stops_the_build(root: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=f"en/{EVENT}/targets/index.html: this page was not written"):
        generated(site(root), tmp_path, without=f"en/{EVENT}/targets/index.html")

    Assembly(site(root), tmp_path).abandon()
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("copy", [False, True])
def test_only_a_copy_for_the_disk_has_no_page_for_wrong_addresses(root: Path, tmp_path: Path, copy: bool) -> None:
    with pytest.raises(BuildError) as caught:
        Assembly(site(root, directory_urls=not copy, copy=copy), tmp_path).write()

    assert ("404.html" not in str(caught.value)) == copy


def test_the_order_of_pages_and_the_markdown_of_a_language_come_with_the_site(root: Path, tmp_path: Path) -> None:
    assert Assembly(site(root), tmp_path).nav(locale_of("en"))[0] == {"Home": "index.md"}
    assert [type(one).__name__ for one in site(root).markdown_extensions("en")] == ["ForeignWords", "HeadingLinks"]


def test_a_fault_says_what_it_is_about(root: Path, tmp_path: Path) -> None:
    write_tree(tmp_path, {**example(), "data/tram-2031/terms.yml": b"[", "overrides/main.html": b""})

    with pytest.raises(BuildError, match="this is not YAML") as stopped:
        site(tmp_path)

    assert stopped.value.subject == "the words or data"


def test_every_page_leads_to_where_mistakes_are_reported(root: Path) -> None:
    built = site(root)

    assert built.page_context(locale_of("en"), f"{EVENT}/index")["report_page"] == "en/#publication"
    assert built.page_context(locale_of("zh"), "glossary")["report_page"] == "./#publication"


def test_no_page_does_where_the_site_has_none(root: Path, tmp_path: Path) -> None:
    files = {path: content.replace(b"<!-- insert: publication -->", b"-") for path, content in example().items()}
    write_tree(tmp_path, refrozen(files))
    for name in ("overrides", "fonts"):
        (tmp_path / name).symlink_to(ROOT / name)

    assert site(tmp_path).page_context(locale_of("en"), "glossary")["report_page"] is None


def test_a_draft_is_built_only_where_that_is_wanted_and_its_pages_say_so(root: Path, tmp_path: Path) -> None:
    files = draft(Request("port-2033", "a.txt", "島報記者:好?\n田野:今年將新建碼頭3座,支持試航。那4個字。".encode()), example())
    write_tree(tmp_path, {**example(), **files})
    for name in ("overrides", "fonts"):
        (tmp_path / name).symlink_to(ROOT / name)

    built = site(tmp_path, drafts=True, books=True)

    pages = ("port-2033/targets", f"{EVENT}/targets", "index")
    assert [built.page_context(locale_of("en"), name)["draft"] for name in pages] == ["draft", "", "with_drafts"]
    assert "port-2033/s/q1-answers-1/index.html" in outputs(built, tmp_path / "site")
    with pytest.raises(BuildError, match="O1 port-2033 is a draft"):
        site(tmp_path)


def test_a_live_server_displays_a_draft_with_its_faults(root: Path, tmp_path: Path) -> None:
    files = draft(Request("port-2033", "a.txt", "島報記者:好?\n田野:今年將新建碼頭3座。".encode(), title=("港口", "Port")), example())
    page = str(files["docs/en/port-2033/targets.md"]).replace('title: "', 'title: "The ')
    write_tree(tmp_path, {**example(), **files, "docs/en/port-2033/targets.md": page})
    for name in ("overrides", "fonts"):
        (tmp_path / name).symlink_to(ROOT / name)

    built = site(tmp_path, drafts=True, live=True)

    [fault] = built.page_context(locale_of("zh"), "port-2033/briefing")["faults"]
    assert fault.startswith("docs/en/port-2033/targets.md:6: P7 ")
    assert [built.page_context(locale_of("en"), name)["faults"] for name in (f"{EVENT}/targets", "index")] == [[], []]
    with pytest.raises(BuildError, match="P7"):
        site(tmp_path, drafts=True)


def test_several_events_have_pages_of_their_own_and_titles_that_differ(tmp_path: Path) -> None:
    write_tree(tmp_path, {**example(), **read_tree(ROOT / "tests" / "events")})
    for name in ("overrides", "fonts"):
        (tmp_path / name).symlink_to(ROOT / name)
    built = site(tmp_path)

    locale = locale_of("en")
    assert "fields" in built.pages_without_file(locale)
    assert 'title: "Promises and figures by field"' in built.front_matter("en", "fields")
    assert built.fragments(locale, "fields", "").headings
    assert built.page_context(locale, "fields")["sheet"] == "transcript-turns"
    briefs = [built.page_context(locale_of("en"), f"{event}/brief")["event_title"] for event in ("fog-harbor-2033", "ginkgo-isle-2034")]
    assert briefs == ["Fog Harbor", "Ginkgo Isle"]
    assert built.page_context(locale_of("en"), "jade-bay-2036/briefing")["event_title"] == ""
    assert "excerpt" in built.page_context(locale_of("en"), "jade-bay-2036/briefing")["status"]
    assert built.page_context(locale_of("en"), "index")["status"] == built.theme_globals()["statuses"]["en"]


def test_nothing_of_a_site_is_held_once_it_is_given_up(tmp_path: Path) -> None:
    """A live server loads one after every edit."""
    write_tree(tmp_path / "project", refrozen({**example(), **read_tree(ROOT / "tests" / "events")}))
    (tmp_path / "project" / "overrides").symlink_to(ROOT / "overrides")
    built = site(tmp_path / "project", live=True)
    for locale in LOCALES.values():
        for name in (name for event in ("", *built.events) for name in built.project.corpus.page_names(event, locale.lang)):
            built.fragments(locale, name, (tmp_path / "project" / "docs" / locale.lang / f"{name}.md").read_text("utf-8"))
            built.page_context(locale, name)
    generated(built, tmp_path / "site")
    corpus, events = built.project.corpus, built.events
    parts_of_it = [*map(ref, (built, events, corpus, *corpus.transcripts.values(), *map(events.corpus, events)))]

    del built, corpus, events
    gc.collect()
    assert [one() for one in parts_of_it if one()] == []
