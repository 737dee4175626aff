"""Publishing, tried on a project: whatever goes wrong leaves the published folder as it was, and the next build is right."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from built import EPOCH, copy_project, example_project
from verbatim.publish import references

pytestmark = pytest.mark.slow

SITE_URL = "https://example.org/p/"
MOMENTS = 20
SPARE = ".site.spare"
LASTING = re.compile(r"files/[0-9a-f]{8}/|.*\.[0-9a-f]{8}\.min\.css$")
"""Files whose name holds their content."""
Edit = tuple[str, str, str]


def command(folder: Path, verb: str = "publish") -> list[str]:
    build = [sys.executable, "-m", "mkdocs", "build", "-d"]
    return [sys.executable, "-m", "verbatim", verb, str(folder), *build]


def environment(**more: str) -> dict[str, str]:
    given = {"SITE_URL": SITE_URL, "SOURCE_DATE_EPOCH": EPOCH, "PRINT": "false", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks"}
    return {**os.environ, **given, **more}


def run(project: Path, folder: Path, verb: str = "publish", **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(folder, verb), cwd=project, env=environment(**more), capture_output=True, text=True, check=False)


@contextmanager
def edited(path: Path, find: str, replace: str) -> Iterator[None]:
    """A file with one edit, as it was afterwards."""
    text = path.read_text("utf-8")
    assert find in text
    path.write_text(text.replace(find, replace, 1), "utf-8")
    try:
        yield
    finally:
        path.write_text(text, "utf-8")


def state(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a project, and its site, published."""
    found = example_project(tmp_path_factory.mktemp("publishing") / "project")
    done = run(found, found.parent / "site")
    assert done.returncode == 0, done.stderr
    return found


@pytest.fixture
def site(project: Path) -> Iterator[Path]:
    """The published site, which the test must leave as it was, with nothing beside it but what the next build begins with."""
    folder = project.parent / "site"
    before = state(folder)
    yield folder
    assert state(folder) == before
    assert sorted({path.name for path in project.parent.iterdir()} - {SPARE}) == ["project", "site"]


FAULTS: dict[str, Edit] = {
    "a template of the engine": ("hooks/verbatim/html/templates/speech.html", "{%", "{% no such tag %}{%"),
    "a name unknown to a template": ("hooks/verbatim/html/templates/sentence.html", "{%", "{{ no.such.name }}{%"),
    "a template of the theme": ("overrides/main.html", "{% block styles %}", "{% block styles"),
    "a link to a page": ("docs/en/index.md", "\n# ", "\n[gone](gone.md)\n\n# "),
    "a link to a heading": ("docs/en/index.md", "\n# ", "\n[gone](glossary.md#gone)\n\n# "),
    "a script": ("overrides/assets/view.js", "let woven", "let let woven"),
    "a style sheet": ("overrides/assets/stylesheets/base.css", "{", "{{"),
    "a word in the data": ("data/strings.yml", "site_name", "site_names"),
    "a sentence": ("data/tram-2031/source.txt", "。", "啊。"),
    "an icon that is not there": ("mkdocs.yml", "logo: assets/mark.svg", "logo: assets/gone.svg"),
    "an inline script with attributes": ("overrides/main.html", "<script>", "<script data-early>"),
    "a style in a page": ("overrides/404.html", "<section", '<section style="top:0"'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_file_leaves_the_site_as_it_was(project: Path, site: Path, fault: str) -> None:
    file, find, replace = FAULTS[fault]
    with edited(project / file, find, replace):
        done = run(project, site)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_font_leaves_the_site_as_it_was(project: Path, site: Path) -> None:
    (project / "fonts").rename(project / "away")
    try:
        done = run(project, site, PRINT="true")
    finally:
        (project / "away").rename(project / "fonts")
    assert done.returncode == 1
    assert "fonts" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
@pytest.mark.parametrize("size", ["200k", "600k", "1m"])
def test_a_full_disk_leaves_the_site_as_it_was(project: Path, tmp_path: Path, size: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        (disk / "site").mkdir()
        (disk / "site/404.html").write_text("old")
        done = run(project, disk / "site")
        assert done.returncode == 1
        assert [path.name for path in disk.iterdir()] == ["site"]
        assert state(disk / "site") == {"404.html": b"old"}
    finally:
        subprocess.run(["umount", disk], check=True)


def killed(project: Path, folder: Path, after: float, how: Callable[[subprocess.Popen[bytes]], None]) -> None:
    build = subprocess.Popen(
        command(folder), cwd=project, env=environment(), start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    how(build)
    build.wait()


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site_and_the_next_is_right(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(project.parent / "site", folder)
    whole = state(folder)
    start = time.monotonic()
    assert run(project, folder).returncode == 0
    lasts = time.monotonic() - start
    moments = random.Random(2031)
    for number in range(MOMENTS):
        everything = number % 2 == 0
        killed(
            project,
            folder,
            moments.uniform(0, lasts * 1.1),
            lambda build, everything=everything: os.killpg(build.pid, signal.SIGKILL) if everything else build.kill(),  # type: ignore[misc]
        )
        assert state(folder) == whole, number
    assert run(project, folder).returncode == 0
    assert state(folder) == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == [SPARE, "site"]


KEPT = {"theme", "templates", "events"}
"""The folders of ``.cache`` that a build without print editions fills; those with them are in tests/engine/test_store.py."""

DAMAGES: tuple[Callable[[bytes], bytes], ...] = (
    lambda content: b"",
    lambda content: content[: len(content) // 2],
    lambda content: b"%b?%b" % (content[: len(content) // 2], content[len(content) // 2 + 1 :]),
    lambda content: b"\x80 something else",
)
"""What becomes of a file: nothing, its first half, one with another byte, something else."""


@pytest.mark.parametrize("first", [0, 2])
def test_what_is_kept_for_the_next_build_and_was_damaged_changes_no_byte(project: Path, site: Path, first: int) -> None:
    entries = sorted(path for path in (project / ".cache").rglob("*") if path.is_file())
    assert {path.relative_to(project / ".cache").parts[0] for path in entries} >= KEPT
    for number, path in enumerate(entries, first):
        path.write_bytes(DAMAGES[number % len(DAMAGES)](path.read_bytes()))
    done = run(project, site)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
@pytest.mark.parametrize("size", ["40k", "400k"])
def test_a_disk_that_was_full_of_what_is_kept_changes_no_byte(project: Path, site: Path, size: str) -> None:
    cache = project / ".cache"
    shutil.rmtree(cache)
    cache.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", cache], check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        for _ in range(2):
            done = run(project, site)
            assert done.returncode == 0, done.stderr
            subprocess.run(["mount", "-o", "remount,size=100m", cache], check=True)
    finally:
        subprocess.run(["umount", cache], check=True)


ENGINES: dict[str, tuple[Edit, ...]] = {
    "how templates of the theme are compiled": (("hooks/mkdocs_hooks.py", "env.trim_blocks = env.", "env."),),
    "how templates of ours are compiled": (("hooks/verbatim/html/render.py", "            trim_blocks=True,\n", ""),),
    "a template and a style sheet": (
        ("hooks/verbatim/html/templates/sentence.html", "{%", "<!-- another engine -->{%"),
        ("overrides/assets/stylesheets/base.css", "{", "{--another:1;"),
    ),
}


@pytest.mark.parametrize("edits", ENGINES.values(), ids=ENGINES)
def test_what_another_engine_kept_is_not_used(project: Path, site: Path, tmp_path: Path, edits: tuple[Edit, ...]) -> None:
    with ExitStack() as all_of_them:
        for file, find, replace in edits:
            all_of_them.enter_context(edited(project / file, find, replace))
        warm = run(project, tmp_path / "warm")
        shutil.rmtree(project / ".cache")
        fresh = run(project, tmp_path / "fresh")
    assert (warm.returncode, fresh.returncode) == (0, 0), warm.stderr + fresh.stderr
    assert state(tmp_path / "warm") == state(tmp_path / "fresh") != state(site)


def test_two_environments_give_the_same_bytes_and_modes(project: Path, tmp_path: Path) -> None:
    other = copy_project(tmp_path / "別 處")
    for part in ("docs", "data"):
        shutil.rmtree(other / part)
        shutil.copytree(project / part, other / part)
    differing = {"TZ": "Asia/Shanghai", "LC_ALL": "POSIX", "LANG": "C", "PYTHONHASHSEED": "7", "HOME": "/nonexistent", "PYTHONUTF8": "0"}
    before = os.umask(0o077)
    try:
        done = run(other, tmp_path / "site", **differing)
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr

    assert state(tmp_path / "site") == state(project.parent / "site")
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert modes == {0o644}


def test_a_published_folder_is_verified_and_one_that_was_altered_is_not(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(project.parent / "site", folder)
    assert run(project, folder, "verify", SITE_URL="https://other.example/").returncode == 0
    page = folder / "index.html"
    page.write_text(page.read_text("utf-8") + " ", "utf-8")
    done = run(project, folder, "verify")
    assert done.returncode == 1
    assert "index.html:1: CHANGED" in done.stderr


REWORDED = ("Walking, cycling", "Cycling, walking", "Walking or cycling")
"""A definition in three states: each gives what all events share other content, and so another name."""


def test_a_page_of_either_build_before_finds_its_own_files_after_the_next_ones(project: Path, tmp_path: Path) -> None:
    folder, terms = tmp_path / "site", project / "data/tram-2031/terms.yml"
    shutil.copytree(project.parent / "site", folder)
    states = [state(folder)]
    text = terms.read_text("utf-8")
    assert REWORDED[0] in text
    try:
        for words in REWORDED[1:]:
            terms.write_text(text.replace(REWORDED[0], words), "utf-8")
            done = run(project, folder)
            assert done.returncode == 0, done.stderr
            states.append(state(folder))
    finally:
        terms.write_text(text, "utf-8")

    fetched = [{name: content for name, content in one.items() if LASTING.match(name)} for one in states]
    assert [sum(name.endswith("/search/index.js") for name in one) for one in states] == [1, 2, 3]
    for one, files in zip(states, fetched, strict=True):
        assert {name: content for name, content in states[-1].items() if name in files} == files
        for name in (name for name in one if name.endswith(".html")):
            page = references.page(one[name].decode("utf-8"))
            asked = [references.target(SITE_URL, name, reference) for _, reference in page.references]
            values = {f"files/{value}.js" for _, value in page.values}
            assert values | {found[0] for found in asked if found and found[0].endswith((".js", ".css"))} <= states[-1].keys(), name


CONFIGURATIONS: dict[str, Edit] = {
    "i18n builds zh": ("mkdocs.yml", "name: English, build: true", "name: English, build: false"),
    "strict is switched off": ("mkdocs.yml", "strict: true", "strict: false"),
    "write docs_structure: folder": ("mkdocs.yml", "docs_structure: folder", "docs_structure: suffix"),
    "extra has no print": ("mkdocs.yml", "  print:", "  prints:"),
}


@pytest.mark.parametrize("message", CONFIGURATIONS)
def test_a_bad_configuration_gives_one_message(project: Path, tmp_path: Path, message: str) -> None:
    file, find, replace = CONFIGURATIONS[message]
    build = [sys.executable, "-m", "mkdocs", "build", "-d", str(tmp_path / "site")]
    with edited(project / file, find, replace):
        done = subprocess.run(build, cwd=project, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert message in done.stderr
    assert "fix: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
