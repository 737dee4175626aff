"""The parts of the adapter that need no MkDocs."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest

from configuration import faults
from live_faults import display_faults
from template_faults import report

ROOT = Path(__file__).resolve().parents[2]


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


@pytest.mark.parametrize(("logged", "displayed"), [("data/terms.yml:1: <Y1>", "data/terms.yml:1: &lt;Y1&gt;"), ("", "SystemExit: stopped")])
def test_a_rebuild_that_stops_is_displayed_in_every_page(tmp_path: Path, logged: str, displayed: str) -> None:
    def build() -> None:
        if logged:
            logging.getLogger("mkdocs.hooks").error(logged)
        sys.exit("stopped")

    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_text("good")
    server = SimpleNamespace(builder=build, root=str(tmp_path))
    display_faults(server)
    server.builder()

    pages = {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.html")}
    assert pages.keys() == {"index.html", "404.html", "about/index.html"}
    assert all(displayed in page for page in pages.values())


def test_a_rebuild_that_succeeds_displays_nothing(tmp_path: Path) -> None:
    server = SimpleNamespace(builder=lambda: None, root=str(tmp_path))
    display_faults(server)
    server.builder()

    assert list(tmp_path.iterdir()) == []


class Theme(dict[str, object]):
    """A theme as MkDocs loads it: settings as items, name and folder as attributes."""

    def __init__(self, name: str = "material", custom_dir: str = str(ROOT / "overrides"), **changes: object) -> None:
        super().__init__({"font": False, "palette": [{}, {}], **changes})
        self.name, self.custom_dir = name, custom_dir


WARNED = {"links": {"not_found": logging.WARNING, "anchors": logging.WARNING}, "nav": {"omitted_files": logging.WARNING}}
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
        (configured(validation={**WARNED, "nav": {"omitted_files": logging.INFO}}), "validation.nav.omitted_files is no warning"),
        (configured(extra={name: value for name, value in EXTRA.items() if name != "print"}), "extra has no print"),
        (configured(extra={**EXTRA, "print": "sometimes"}), "extra.print is 'sometimes'"),
        (configured(extra={**EXTRA, "generator": True}), "generator: false"),
        (configured(markdown_extensions=["toc"]), "the Markdown extension attr_list is missing"),
        (configured(markdown_extensions=["attr_list", "toc", "md_in_html"]), "the Markdown extension md_in_html"),
        (configured(extra_css=["x.css"]), "extra_css adds files"),
        (configured(theme=Theme("readthedocs")), "the theme is readthedocs"),
        (configured(theme=Theme(font={"text": "Roboto"})), "font: false"),
        (configured(theme=Theme(palette=[{}])), "two palettes"),
        (configured(theme=Theme(custom_dir="")), "custom_dir: overrides"),
        (configured(theme=Theme(custom_dir="none")), "none/main.html: the file is missing"),
    ],
)
def test_a_bad_configuration_gives_one_message_with_what_to_do(found: list[str], message: str) -> None:
    [one] = found
    assert message in one
    assert "\n    fix: " in one


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
