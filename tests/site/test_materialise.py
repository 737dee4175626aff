"""The site as plain Markdown, built by generators that know nothing of the hooks: each page and place has the address of the site."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, Site
from verbatim.html import file_list
from verbatim.publish import references

pytestmark = pytest.mark.slow

ONLY_HERE = re.compile(r"__|caption-|filter-|term-filter|glossary-finder|register-tool|popover$|tools$|search-hits$|picture-.*-title$")
"""Ids of the theme, of what only scripts use, and of titles of tables and charts."""


@pytest.fixture(scope="module")
def plain(events: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with several events, as plain Markdown."""
    folder = tmp_path_factory.mktemp("plain") / "pages"
    command = [sys.executable, "-m", "verbatim", "--root", str(events.source), "materialise", str(folder)]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_mkdocs_builds_it_without_the_hooks(events: Site, plain: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=plain, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    compare(events, tmp_path / "site")


def test_zensical_builds_it(events: Site, plain: Path) -> None:
    zensical = os.environ.get("ZENSICAL") or shutil.which("zensical")
    if not zensical:
        pytest.skip("Zensical is not installed: tools/elsewhere.py zensical installs it aside and runs this test")
    done = subprocess.run([zensical, "build", "--clean"], cwd=plain, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    compare(events, plain / "site")


def compare(site: Site, folder: Path) -> None:
    """Compare the pages of a site and their places with those of another generator, and follow its links."""
    short = {path.relative_to(site.folder) for path in site.short()}
    pages = {path.relative_to(site.folder): references.page(path.read_text("utf-8")) for path in site.html()}
    pages = {name: page for name, page in pages.items() if file_list.PAGE not in name.as_posix()}  # a list of scripts
    built = {path.relative_to(folder): references.page(path.read_text("utf-8")) for path in folder.rglob("*.html")}
    assert {*pages, *short} <= built.keys()
    for name, page in pages.items():
        assert {one for one in page.ids if not ONLY_HERE.match(one)} <= built[name].ids, name
    for name, page in built.items():
        for _, reference in page.references:
            found = references.target("", name.as_posix(), reference)
            if found and name.name != "404.html":
                assert (folder / found[0]).exists(), (name, reference)
                target = built.get(Path(found[0]))
                assert not (target and found[1]) or found[1] in target.ids, (name, reference)
