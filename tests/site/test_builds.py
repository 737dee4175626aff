"""Builds that must go well or must not: the next transcript, bad input, the same bytes twice."""

from __future__ import annotations

import filecmp
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from markup import document

from built import EPOCH, EXAMPLE, ROOT, build, copy_project, example_project
from conftest import Site
from specimens import specimens
from verbatim.rules.files import is_free

pytestmark = pytest.mark.slow

M = specimens()
UNSHARED = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config(sys.argv[1], site_dir=sys.argv[2])
sys.modules["site_build"].share_environment = lambda theme, cache: None
config.plugins.on_startup(command="build", dirty=False)
build(config)
"""


def same(one: Path, other: Path) -> list[str]:
    """The files in which two folders differ."""
    names = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    return sorted(
        str(name)
        for name in names
        if not (one / name).exists() or not (other / name).exists() or not filecmp.cmp(one / name, other / name, shallow=False)
    )


def test_another_transcript_builds_by_adding_files_only(tmp_path: Path, example: Site) -> None:
    copy, other = copy_project(tmp_path / "project"), specimens(example.source)
    for path in EXAMPLE.rglob(f"{other.event}/*"):
        (copy / path.relative_to(EXAMPLE)).parent.mkdir(exist_ok=True)
        shutil.copy(path, copy / path.relative_to(EXAMPLE))

    done = build(copy, tmp_path / "site", PRINT="false")  # the books of both are looked at elsewhere

    assert done.returncode == 0, done.stderr
    for page in (*M.kinds, *other.kinds):
        for lang in ("", "en"):
            assert document(tmp_path / "site" / lang / page / "index.html").ids()
    for alias in (one for one in other.transcript.aliases if "#" not in one.old):
        assert document(tmp_path / "site/en" / other.path(alias.old) / "index.html").all(href=f"../{alias.new}/")


def test_no_event_or_page_can_have_the_name_of_what_the_site_has_at_its_root(events: Site) -> None:
    own = {path.name.removesuffix(".md") for path in (events.source / "docs/zh").iterdir()}
    there = {path.name.removesuffix(".html") for path in events.folder.iterdir()} - own

    assert {"assets", "current", "files", "s"} <= there
    assert [name for name in there if is_free(name)] == []


def test_no_word_of_a_transcript_stands_in_the_hooks() -> None:
    corpus = M.corpus
    forms = {form for term in corpus.terms.values() for form in term.forms("zh") if len(form) > 1}  # one character is any text's
    names = {name for person in corpus.people.values() for name in (person.name.zh, person.name.en)}
    events = {word for one in corpus.transcripts.values() for word in (one.event.id, one.event.title.zh, one.event.title.en)}
    places = set(yaml.safe_load((ROOT / "tests/golden/places.yml").read_text("utf-8")))
    for path in (ROOT / "hooks").rglob("*"):
        if path.suffix in {".py", ".html"}:
            code = path.read_text("utf-8")
            assert [word for word in forms | names | events | places if word in code] == [], path


@pytest.mark.parametrize(
    ("file", "find", "replace", "told"),
    [
        (f"data/{M.event}/targets.yml", "kind: target", "kind: promise", "Y6"),
        (f"docs/zh/{M.event}/{M.longest}.md", M.promising().zh.text, f"{M.promising().zh.text[:-1]}啊。", "S2"),
        ("docs/en/glossary.md", "<!-- insert: glossary -->", "<!-- insert: glosary -->", "P3"),
    ],
)
def test_a_fault_stops_the_build_before_a_page_is_written(tmp_path: Path, file: str, find: str, replace: str, told: str) -> None:
    copy = copy_project(tmp_path / "project")
    path = copy / file
    path.write_text(path.read_text("utf-8").replace(find, replace, 1), "utf-8")

    done = build(copy, tmp_path / "site")

    assert done.returncode == 1
    assert re.search(rf"{re.escape(file)}:\d+: {told} ", done.stderr)
    assert not (tmp_path / "site").exists()


def test_an_address_that_is_none_stops_the_build_with_what_to_write(tmp_path: Path) -> None:
    done = build(ROOT, tmp_path / "site", "policy.example?x=1")

    assert done.returncode == 1
    assert "the build stops at the address of the site" in done.stderr
    assert "fix: write where the site will be found, such as https://your.host/path/" in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("offline", ["false", "true"])
def test_a_site_without_an_address_says_so_once_and_names_none(tmp_path: Path, offline: str) -> None:
    done = build(example_project(tmp_path / "project"), tmp_path / "site", "", PRINT="false", OFFLINE=offline)

    assert done.returncode == 0, done.stderr
    assert done.stderr.count("SITE_URL is not set") == 1
    assert not (tmp_path / "site/sitemap.xml").exists()
    for path in (tmp_path / "site").rglob("*.html"):
        links = re.findall(
            r'<link rel="?(?:canonical|alternate)"?[^>]*>|<meta property="?og:(?:url|image)"?[^>]*>', path.read_text("utf-8")
        )
        assert not [link for link in links if "canonical" in link or "og:" in link or "//" in link or "None" in link], path


def test_a_build_elsewhere_and_without_the_shared_environment_gives_the_same_bytes(tmp_path: Path, site: Site) -> None:
    copy, books = copy_project(tmp_path / "project"), ROOT / ".cache/print"
    if books.exists():  # that these are the same elsewhere is tested in tests/print
        shutil.copytree(books, copy / ".cache/print")
    environment = {"SOURCE_DATE_EPOCH": EPOCH, "SITE_URL": site.url, "NO_MKDOCS_2_WARNING": "1", "PATH": "", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", UNSHARED, str(copy / "mkdocs.yml"), str(tmp_path / "other")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert same(site.folder, tmp_path / "other") == []
