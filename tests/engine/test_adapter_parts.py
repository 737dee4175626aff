"""The parts of the adapter that need no MkDocs."""

from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import jinja2
import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils import DuplicateFilter, get_build_timestamp

import configuration
from configuration import SETTINGS, checked, faults, fonts, settings, unused
from live_answers import extend
from live_edits import LONGEST, SHORTEST
from site_build import SiteBuild
from template_faults import report
from verbatim.site import CACHE, LOCALES, OWN_FILES

ROOT = Path(__file__).resolve().parents[2]
SWITCHES = ("print", "meta_policy", "offline", "drafts")


def stopped_by(folder: Path, text: str) -> str:
    """The report of a template that fails."""
    (folder / "one.html").write_text(text, "utf-8")
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(folder), undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.TemplateError) as stopped:
        environment.get_template("one.html").render()
    return report(stopped.value)


def test_a_template_is_reported_with_its_line(tmp_path: Path) -> None:
    assert stopped_by(tmp_path, "<p>\n{{ no.such }}").startswith(f"{tmp_path}/one.html:2: 'no' is undefined\n    fix: ")
    assert stopped_by(tmp_path, "<p>\n\n{% no %}").startswith(f"{tmp_path}/one.html:3: Encountered unknown tag 'no'")


def test_a_file_that_cannot_be_read_is_reported_and_anything_else_is_not(tmp_path: Path) -> None:
    assert report(FileNotFoundError(2, "No such file or directory", "a.md")).startswith("a.md: No such file or directory\n    fix: ")
    assert report(ValueError("else")) == ""


class Live:
    """A live server of MkDocs with one page and one script, whose next builds do what they are told to."""

    def __init__(self, folder: Path, *builds: Callable[[], None]) -> None:
        self.folder, self._builds = folder, [*builds]
        self.book: Callable[[str], bytes | None] = self._book
        (folder / "about").mkdir()
        (folder / "about/index.html").write_text("<html>good</html>")
        (folder / "site.js").write_text("go()")
        command = SimpleNamespace(build=self._build, LiveReloadServer=LiveReloadServer)
        extend(command, lambda path: self.book(path))
        self.server = command.LiveReloadServer(builder=lambda: command.build(None), host="127.0.0.1", port=0, root=str(folder))
        self.server.socket.close()  # nobody asks it from outside
        command.build(SimpleNamespace(docs_dir=str(folder), watch=[str(folder)]))
        assert command.build == self._build

    def _book(self, path: str) -> bytes | None:
        """The print editions of this server: a good one, and one that cannot be set."""
        if path == "pdf/faulty.pdf":
            raise PluginError("no font holds <X>")
        return b"%PDF" if path == "pdf/good.pdf" else None

    def _build(self, config: object) -> None:
        self._builds.pop(0)()

    def rebuild(self) -> None:
        self.server.builder()

    def ask(self, path: str) -> tuple[str, str, str]:
        """Status, type and content of what the server answers."""
        head: list[Any] = []
        answer = self.server.get_app()({"PATH_INFO": path}, lambda *given: head.extend(given))
        content = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        headers = dict(head[1])
        assert int(headers.get("Content-Length", len(content))) == len(content)
        return head[0], headers["Content-Type"], content.decode("utf-8")


def succeeding() -> None:
    """A build that succeeds."""


def failing(logged: str = "", log: str = "mkdocs.hooks") -> Callable[[], None]:
    """A build that reports a text, if any, and stops."""

    def build() -> None:
        if logged:
            logging.getLogger(log).error(logged)
        sys.exit("stopped")

    return build


@pytest.mark.parametrize(("logged", "displayed"), [("data/terms.yml:1: <Y1>", "data/terms.yml:1: &lt;Y1&gt;"), ("", "SystemExit: stopped")])
def test_a_rebuild_that_stops_is_displayed_in_every_page_until_one_succeeds(tmp_path: Path, logged: str, displayed: str) -> None:
    live = Live(tmp_path, succeeding, failing(logged), failing("another"), succeeding)
    assert "good" in live.ask("/about/")[2]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*.*")}
    live.rebuild()

    for path in ("/about/", "/about/index.html", "/no/such/page/", "/"):
        status, kind, page = live.ask(path)
        assert (status, kind) == ("200 OK", "text/html; charset=utf-8")
        assert displayed in page
        assert page.count("livereload(") == 1
    assert live.ask("/site.js") == ("200 OK", "application/javascript", "go()")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*.*")} == before
    live.rebuild()
    assert "another" in live.ask("/about/")[2]
    assert displayed not in live.ask("/about/")[2]
    live.rebuild()
    assert "good" in live.ask("/about/")[2]
    assert live.ask("/no/such/page/")[0] == "404 Not Found"


def test_a_fault_that_is_still_there_is_reported_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    log, told_once = logging.getLogger("mkdocs.commands.build"), DuplicateFilter()
    log.addFilter(told_once)  # as the command does
    try:
        live = Live(tmp_path, succeeding, *(failing("a fault", log.name) for _ in range(2)))
        for count in (1, 2):
            live.rebuild()
            assert "a fault" in live.ask("/about/")[2]
            assert caplog.messages.count("a fault") == count
    finally:
        log.removeFilter(told_once)


def test_a_first_build_that_stops_is_displayed(tmp_path: Path) -> None:
    live = Live(tmp_path, failing("data/terms.yml:1"), succeeding)

    assert "data/terms.yml:1" in live.ask("/")[2]
    live.rebuild()
    assert live.ask("/")[0] == "404 Not Found"


def test_a_print_edition_is_set_when_it_is_asked_for(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    live = Live(tmp_path, succeeding, failing("a fault"))

    assert live.ask("/pdf/good.pdf") == ("200 OK", "application/pdf", "%PDF")
    assert live.ask("/pdf/other.pdf")[0] == "404 Not Found"
    assert live.ask("/en/pdf/good.pdf")[0] == "404 Not Found"
    assert "no font holds &lt;X&gt;" in live.ask("/pdf/faulty.pdf")[2]
    assert "no font holds <X>" in caplog.text
    assert "good" in live.ask("/about/")[2]
    live.rebuild()
    assert "a fault" in live.ask("/pdf/good.pdf")[2]


def test_what_browsers_ask_for_while_a_site_is_built_is_not_in_its_report(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    answered = Event()

    def failing_when_asked() -> None:
        logging.getLogger("mkdocs.livereload").warning("GET /no/such/page/ code 404")
        answered.wait(10)
        failing("a fault")()

    live = Live(tmp_path, succeeding, failing_when_asked)
    build = Thread(target=live.rebuild)

    def faulty(path: str) -> bytes:
        build.start()  # which waits for this edition
        time.sleep(0.1)
        raise PluginError("no font holds <X>")

    live.book = faulty
    assert "a fault" not in live.ask("/pdf/faulty.pdf")[2]
    answered.set()
    build.join()
    page = live.ask("/about/")[2]
    assert "a fault" in page
    assert "no font" not in page
    assert "code 404" not in page
    assert [record.levelname for record in caplog.records if "404" in record.getMessage()] == ["INFO"]


def test_a_print_edition_that_waits_for_a_build_which_stops_is_not_set(tmp_path: Path) -> None:
    asked: list[Thread] = []

    def failing_when_asked() -> None:
        asked.append(Thread(target=lambda: answers.append(live.ask("/pdf/good.pdf")[2])))
        asked[0].start()  # and waits for this build
        time.sleep(0.1)
        failing("a fault")()

    answers: list[str] = []
    live = Live(tmp_path, succeeding, failing_when_asked)
    live.rebuild()
    asked[0].join()
    assert "a fault" in answers[0]


@pytest.mark.parametrize(("took", "seconds"), [(0, SHORTEST), (0.01, 0.2), (1, LONGEST)])
def test_the_longer_a_look_at_all_files_takes_the_rarer_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, took: float, seconds: float
) -> None:
    monkeypatch.setattr("live_edits.time", SimpleNamespace(perf_counter=iter((7, 7 + took)).__next__))

    live = Live(tmp_path, succeeding)

    assert live.server.observer.timeout == pytest.approx(seconds)
    assert live.server.build_delay < 0.1


def test_a_print_edition_is_found_below_the_path_of_the_site(tmp_path: Path) -> None:
    live = Live(tmp_path, succeeding)
    live.server.mount_path = "/below/"

    assert live.ask("/below/pdf/good.pdf")[2] == "%PDF"
    assert live.ask("/pdf/good.pdf")[0] == "404 Not Found"


def test_a_page_that_shows_a_report_asks_for_builds_after_that_one(tmp_path: Path) -> None:
    live = Live(tmp_path, failing("one"))
    live.server._visible_epoch = 2031
    live.server._wanted_epoch = 2031

    assert "livereload(2031, " in live.ask("/about/")[2]


class Theme(dict[str, object]):
    """A theme as MkDocs loads it: settings as items, name and folder as attributes."""

    def __init__(self, name: str = "material", custom_dir: str = str(ROOT / "overrides"), **changes: object) -> None:
        super().__init__({"font": False, **changes})
        self.name, self.custom_dir = name, custom_dir


WARNED = {
    "links": dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), logging.WARNING),
    "nav": dict.fromkeys(("omitted_files", "not_found", "absolute_links"), logging.WARNING),
}
LANGUAGES = [SimpleNamespace(locale="zh", build=True, default=True), SimpleNamespace(locale="en", build=True, default=False)]
EXTRA = {"address": "", "offline": False, "print": True, "meta_policy": False, "drafts": False, "generator": False}
GOOD = {
    "strict": True,
    "validation": WARNED,
    "extra": EXTRA,
    "markdown_extensions": ["attr_list", "toc"],
    "mdx_configs": {"toc": {}},
    "theme": Theme(),
}


def configured(
    languages: list[SimpleNamespace] = LANGUAGES, structure: str = "folder", fallback: bool = False, **changes: object
) -> list[str]:
    """The faults of a configuration."""
    plugin = SimpleNamespace(config=SimpleNamespace(languages=languages, docs_structure=structure, fallback_to_default=fallback))
    return [*faults({"plugins": {"i18n": plugin}, **GOOD, **changes}, ["zh", "en"], ["main.html"])]


def test_a_configuration_that_the_site_can_be_built_with_has_no_fault() -> None:
    assert configured() == []


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (configured(plugins={}), "the plugin i18n is missing"),
        (configured(LANGUAGES[:1]), "i18n builds zh"),
        (configured([*reversed(LANGUAGES)]), "i18n builds en, zh"),
        (configured(structure="suffix"), "docs_structure: folder"),
        (configured(strict=False), "strict is switched off"),
        (configured(fallback=True), "fallback_to_default: false"),
        (
            configured(validation={**WARNED, "nav": {**WARNED["nav"], "omitted_files": logging.INFO}}),
            "validation.nav.omitted_files is no warning",
        ),
        (configured(extra={name: value for name, value in EXTRA.items() if name != "print"}), "extra has no print"),
        (configured(extra={**EXTRA, "print": "sometimes"}), "extra.print is 'sometimes'"),
        (configured(extra={**EXTRA, "generator": True}), "generator: false"),
        (configured(markdown_extensions=["toc"]), "the Markdown extension attr_list is missing"),
        (configured(markdown_extensions=["attr_list", "toc", "md_in_html"]), "the Markdown extension md_in_html"),
        (configured(extra_css=["x.css"]), "extra_css adds files"),
        (configured(theme=Theme("readthedocs")), "the theme is readthedocs"),
        (configured(theme=Theme(font={"text": "Roboto"})), "font: false"),
        (configured(theme=Theme(custom_dir="")), "custom_dir: overrides"),
        (configured(theme=Theme(custom_dir="none")), "none/main.html: the file is missing or empty"),
    ],
)
def test_a_bad_configuration_gives_one_message_with_what_to_do(found: list[str], message: str) -> None:
    [one] = found
    assert message in one
    assert "\n    fix: " in one


@pytest.mark.parametrize("epoch", ["yesterday", "-5", "1.5", "99999999999999", "\u0664"])
def test_a_time_that_is_none_is_reported(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    [found] = configured()
    assert found.startswith(f"SOURCE_DATE_EPOCH is {epoch!r}, which is not a time\n    fix: ")


def test_packages_of_other_versions_are_named_and_what_answers_for_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"mkdocs": "2.0", "mkdocs-static-i18n": ""}
    monkeypatch.setattr(configuration, "_version", versions.__getitem__)

    assert configured() == ["mkdocs 2.0 is installed, 1.6.x is required\n    fix: ./run build installs the versions in requirements.txt"]


def test_an_empty_time_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    monkeypatch.setattr("site_build.faults", lambda *_: [])
    SiteBuild().check(MkDocsConfig())

    assert get_build_timestamp(pages=[Mock(update_date="2031-05-06")]) > 1_900_000_000


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(tmp_path / "data"))

    build = SiteBuild()
    monkeypatch.setattr(build, "assembly", SimpleNamespace(write=refused), raising=False)
    with pytest.raises(PluginError, match=f"cannot write {tmp_path}/data: Permission denied\n    fix: make it a place that can be written"):
        build.write(MkDocsConfig())


def test_a_folder_is_known_only_after_a_build_that_was_written_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    build, config = SiteBuild(), MkDocsConfig()
    monkeypatch.setattr(build, "pages", SimpleNamespace(is_sound=True), raising=False)
    monkeypatch.setattr(build, "site", Mock(), raising=False)
    monkeypatch.setattr(build, "_is_as_read", lambda config: False)
    known = []
    for write in (Mock(), Mock(side_effect=OSError(errno.EACCES, "Permission denied")), Mock()):
        assembly = Mock(write=write, folder=Path("site"))
        monkeypatch.setattr(build, "assembly", assembly, raising=False)
        with suppress(PluginError):
            build.write(config)
            assembly.keep.assert_called_once_with(True, False)
        known.append(build._last is assembly.built)

    assert known == [True, False, True]
    assert build._known is build.site.events.taken


def test_a_live_server_builds_with_as_many_processes_as_a_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WORKERS", "3")
    config = SimpleNamespace(use_directory_urls=True, theme=Mock(dirs=[str(tmp_path)]), extra=dict.fromkeys(SWITCHES, False))
    found = []
    for serving in (False, True):
        build = SiteBuild()
        build.serving = serving
        monkeypatch.setattr(build, "_configuration", lambda *_: "")
        monkeypatch.setattr(build, "_address", lambda _: "")
        found.append(build._options(config, tmp_path))  # type: ignore[arg-type]

    assert [(one.live, one.workers) for one in found] == [(False, 3), (True, 3)]


def test_an_engine_is_loaded_again_once_it_was_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    build, states = SiteBuild(), iter(("one", "one", "another", "another"))
    engine, python = (
        SimpleNamespace(engine_state=states.__next__),
        SimpleNamespace(modules={"verbatim": 1, "verbatim.x": 2, "other": 3}, path=[]),
    )
    monkeypatch.setattr(build, "engine", engine)
    monkeypatch.setattr(build, "_state", "one")
    monkeypatch.setattr("site_build.sys", python)
    monkeypatch.setattr("site_build.importlib", SimpleNamespace(import_module=lambda name: engine))

    left = []
    for _ in range(4):
        build._reload_if_edited()
        left.append([*python.modules])

    assert left == [["verbatim", "verbatim.x", "other"]] * 2 + [["other"]] * 2


def test_an_engine_that_cannot_be_loaded_is_loaded_by_the_next_build(monkeypatch: pytest.MonkeyPatch) -> None:
    build, before = SiteBuild(), [*sys.path]
    engine, kept = SimpleNamespace(engine_state=lambda: "another"), {**sys.modules}
    monkeypatch.setattr(build, "engine", engine)
    monkeypatch.setattr("site_build.sys", SimpleNamespace(modules={}, path=sys.path))
    for answer in ({"side_effect": SyntaxError}, {"return_value": engine}):
        load = Mock(**answer)
        monkeypatch.setattr("site_build.importlib", SimpleNamespace(import_module=load))
        with suppress(SyntaxError):
            build._reload_if_edited()
        assert load.called

    assert (sys.path, sys.modules) == (before, kept)


@pytest.mark.parametrize("edited", ["nothing", "the project", "the configuration", "the engine", "the adapter"])
def test_pages_are_kept_only_of_what_the_build_read(edited: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build, config = SiteBuild(), MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    engine = SimpleNamespace(
        SETTINGS=(),
        engine_state=lambda: "another" if edited == "the engine" else build._state,
        configuration_of=lambda root, environment, engine: "another" if edited == "the configuration" else "state",
        read_tree=lambda root: {"data/x.yml": b"edited" if edited == "the project" else b""},
    )
    read = SimpleNamespace(root=tmp_path, files={"data/x.yml": b""})
    monkeypatch.setattr(build, "engine", engine)
    monkeypatch.setattr(build, "site", SimpleNamespace(project=read, options=SimpleNamespace(configuration="state")), raising=False)
    if edited == "the adapter":
        monkeypatch.setattr("site_build.ADAPTER", {})

    assert build._is_as_read(config) == (edited == "nothing")


def test_a_build_from_scratch_has_an_empty_cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = SiteBuild()
    assert build._cache(tmp_path) == tmp_path / CACHE

    monkeypatch.setenv("FROM_SCRATCH", "true")
    empty = build._cache(tmp_path)

    assert [*empty.iterdir()] == []
    assert not empty.is_relative_to(tmp_path)
    assert build._cache(tmp_path) == empty
    assert build._empty
    build._empty.cleanup()


def project(folder: Path, edits: Mapping[str, str]) -> list[str]:
    """The faults of the configuration of a copy of this project whose mkdocs.yml is edited."""
    for name in ("overrides", "fonts", "docs"):
        (folder / name).symlink_to(ROOT / name)
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    for old, new in edits.items():
        assert old in text
        text = text.replace(old, new)
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return checked(folder, [*LOCALES], OWN_FILES)


def test_the_configuration_of_this_project_has_no_fault(tmp_path: Path) -> None:
    assert project(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("hooks: [hooks/mkdocs_hooks.py]\n", "", "mkdocs.yml: hooks is None, so that no page would hold its sentences"),
        ("watch: [data, hooks, overrides]", "watch: [data]", "mkdocs.yml: watch is ['data']"),
        ("  favicon: assets/mark.svg\n", "", "mkdocs.yml: theme.favicon is"),
        ("strict: true", "strict: true\nexclude_docs: about.md", "mkdocs.yml: exclude_docs is no setting that the site uses"),
        ("  generator: false", "  generator: false\n  analytics: {provider: google}", "mkdocs.yml: extra.analytics is no setting"),
        ("extra:\n", "x: [\n", "mkdocs.yml: MkDocs encountered an error parsing the configuration file"),
        ("site_name: Policy on Record", "site_name:", "mkdocs.yml: Config value 'site_name': Required configuration not provided."),
        ("plugins:\n", "plugins:\n  nothing: {}\n", "mkdocs.yml: Config value 'plugins': The \"nothing\" plugin is not installed"),
        ("      - {locale: en, name: English, build: true, theme: {language: en}}\n", "", "mkdocs.yml: i18n builds zh\n"),
        (
            "      - {locale: en,",
            "      - {locale: fr, name: F, build: true}\n      - {locale: en,",
            "mkdocs.yml: i18n builds zh, fr, en\n",
        ),
    ],
)
def test_a_line_that_is_missing_or_unknown_is_reported(old: str, new: str, message: str, tmp_path: Path) -> None:
    [found] = project(tmp_path, {old: new})
    assert found.startswith(message)
    assert "\n    fix: " in found


def test_a_configuration_that_is_no_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    [found] = checked(tmp_path, [*LOCALES], OWN_FILES)
    assert found.startswith("mkdocs.yml: Is a directory\n    fix: ")


def test_templates_of_another_folder_are_not_used(tmp_path: Path) -> None:
    (tmp_path / "other").symlink_to(ROOT / "overrides")
    found = project(tmp_path, {"custom_dir: overrides": "custom_dir: other"})
    assert any(one.startswith("mkdocs.yml: theme.custom_dir is") for one in found)


def test_settings_of_another_file_are_no_settings_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("{}", "utf-8")
    [found] = project(tmp_path, {"strict: true": "strict: true\nINHERIT: base.yml"})
    assert found.startswith("mkdocs.yml: INHERIT is no setting that the site uses")


def test_no_line_may_be_missing() -> None:
    written = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV ", ""), yaml.SafeLoader)
    assert [*settings(written)] == []
    assert len([*settings({})]) == len(SETTINGS)


def test_a_file_of_the_theme_folder_that_no_page_uses_and_a_changed_font_are_reported(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/main.html.orig").write_text("a")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/A.ttf").write_bytes(b"a")

    assert next(unused(tmp_path / "overrides", OWN_FILES)).startswith("overrides/main.html.orig: no page uses this file")
    assert next(fonts(tmp_path)).startswith("fonts/SHA256SUMS: the list of the fonts is missing")

    (tmp_path / "fonts/SHA256SUMS").write_text("00  A.ttf\n")
    assert next(fonts(tmp_path)).startswith("fonts/A.ttf: the font is missing, or not the one that was made")


@pytest.mark.parametrize(("version", "count"), [("2.0.0", 1), ("1.6.1", 0), (None, 0)])
def test_a_version_that_the_adapter_does_not_know_is_refused(version: str | None, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import metadata

    def answer(package: str) -> str:
        if package != "mkdocs":
            return "1.3.1"
        if version is None:
            raise metadata.PackageNotFoundError
        return version

    monkeypatch.setattr(metadata, "version", answer)
    assert len(configured()) == count


def test_a_build_ends_without_a_last_look_for_cycles() -> None:
    asked = "import gc, sys; sys.path.insert(0, 'hooks'); import mkdocs_hooks; before = gc.get_freeze_count(); "
    asked += "mkdocs_hooks.on_shutdown(); print(before, gc.get_freeze_count(), gc.collect())"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT)
    before, after, found = map(int, done.stdout.split())
    assert (before, found) == (0, 0)
    assert after > 0
