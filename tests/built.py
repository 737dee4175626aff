"""The sites that tests look at: each is built once and kept in ``.cache/test-site`` until something that goes into it changes.

A site is written aside and renamed when it is complete, under a lock, so that several test processes can share it.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from filelock import FileLock

from verbatim.analysis.published import lists
from verbatim.analysis.seals import sealed
from verbatim.html.short_addresses import is_short
from verbatim.model.faults import Faults
from verbatim.project import load_project
from verbatim.read.corpus import Corpus
from verbatim.read.files import read_tree, write_tree
from verbatim.read.load import load

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "example"
EVENTS = ROOT / "tests" / "events"
MANY = ROOT / "tools" / "many.py"
NUMBER = 10
"""Of how many events it writes a project for the tests."""
PARTS = ("docs", "data", "hooks", "overrides", "fonts", "mkdocs.yml")
SHARED = ("data/counterparts.yml", "data/design.yml", "data/strings.yml", "data/vocabulary.yml", "data/numerals-that-count-nothing.yml")
"""What the example takes from the project itself."""
CACHE = ROOT / ".cache" / "test-site"
KEPT = 3
"""How many builds of a site are kept: the present one, and those to which an undone edit leads back."""
ORIGIN = "http://policy.localhost/"
"""Where test sites are built for: a fixed address, because it appears in them; the browser asks a server of the test process instead.
A name below ``localhost`` counts as secure, which the clipboard requires."""
EPOCH = "1676419200"


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the address it was built for, and the folder of what it was built from."""

    folder: Path
    url: str
    source: Path

    @cached_property
    def corpus(self) -> Corpus:
        """The words and data that the site was built from, as checked records."""
        return load_project(self.source).corpus

    @property
    def name(self) -> str:
        """The first part of the site's path."""
        return self.url.removeprefix(ORIGIN).strip("/")

    def html(self) -> list[Path]:
        """Every page that is to be read: all but the short addresses, which lead to one at once."""
        short = set(self.short())
        return sorted(path for path in self.folder.rglob("*.html") if path not in short)

    def short(self) -> list[Path]:
        """The pages that lead to a sentence."""
        return sorted(path for path in self.folder.rglob("*.html") if is_short(path.relative_to(self.folder).as_posix()))


def copy_project(to: Path) -> Path:
    """A copy of the project's material, so that a test may change it."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, to / part)
    return to


def example_project(to: Path) -> Path:
    """The example as a project of its own: its words and data with the project's engine, theme and fonts."""
    copy_project(to)
    for part in ("docs", "data"):
        shutil.rmtree(to / part)
        shutil.copytree(EXAMPLE / part, to / part)
    for path in SHARED:
        shutil.copy(ROOT / path, to / path)
    return to


def project_with_events(to: Path) -> Path:
    """The project with the events of ``tests/events`` beside its own: files are added, none is changed."""
    copy_project(to)
    for part in ("docs", "data"):
        shutil.copytree(EVENTS / part, to / part, dirs_exist_ok=True)
    return to


def build(source: Path, folder: Path, url: str = "https://example.org/", *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Build a project as the command does, with more words; the result holds exit code and output."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(source / "mkdocs.yml"), "-d", str(folder), *words]
    environment = {
        **os.environ,
        "PRINT": "true",
        "OFFLINE": "false",
        "SITE_URL": url,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": EPOCH,
    }
    return subprocess.run(command, env=environment | more, capture_output=True, text=True, check=False, cwd=folder.parent)


def main_site() -> Site:
    """The project as it is published, the print editions included."""
    return _kept("pilot")


def example_site() -> Site:
    """The example, without print editions: tests/engine sets them."""
    return _kept("example", example_project, EXAMPLE, PRINT="false")


def events_site() -> Site:
    """The project with the made-up events beside its own, without print editions."""
    return _kept("events", project_with_events, EVENTS, PRINT="false")


def disk_site() -> Site:
    """The project as it is read from a folder on disk, without print editions."""
    return _kept("disk", PRINT="false", OFFLINE="true")


def beside_site() -> Site:
    """The example with the made-up events beside it, without print editions; its source has what the build kept for the next one."""
    return _kept("beside", example_with_events, EXAMPLE, EVENTS, PRINT="false")


def example_with_events(to: Path) -> Path:
    """The example with the events of ``tests/events`` beside it, with seals and lists of what is published that match."""
    example_project(to)
    for part in ("docs", "data"):
        shutil.copytree(EVENTS / part, to / part, dirs_exist_ok=True)
    stamp(to)
    return to


def stamp(project: Path) -> None:
    """Take the seals of a project and its lists of what is published anew."""
    corpus = load(read_tree(project), Faults())
    assert corpus is not None
    for name, one in corpus.transcripts.items():
        (project / "data" / name / "seals.txt").write_text(sealed(one.segments.values(), one.entries), "utf-8")
    files = {path: content for path, content in read_tree(project).items() if not path.endswith("/published.txt")}
    write_tree(project, lists(corpus, files))


def many_site() -> Site:
    """The project's transcript as that of ten events, made by two processes, without print editions: for what grows with their number."""
    return _kept("many", many_events, MANY, PRINT="false", WORKERS="2")


def many_events(to: Path) -> Path:
    """A project with the transcript of this one as that of ten events."""
    subprocess.run([sys.executable, MANY, to, str(NUMBER)], check=True, capture_output=True)
    return to


Make = Callable[[Path], Path]
"""Makes a project of its own in a folder."""


def _kept(name: str, make: Make | None = None, *material: Path, **more: str) -> Site:
    """A site from the cache, built first if there is none of the present files.

    ``make`` makes the project from the folders and files of ``material``; without them it is this project itself.
    """
    folder = CACHE / f"{name}-{_digest(material, more)}"
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / "lock"):  # one for all sites: builds of one project share its cache of templates
        if not folder.exists():
            _write(folder, name, make, more)
        os.utime(folder)
        for old in sorted(CACHE.glob(f"{name}-*"), key=lambda path: -path.stat().st_mtime)[KEPT:]:
            shutil.rmtree(old)
    source = folder / "source" if make else ROOT
    return Site(folder / "site", f"{ORIGIN}{name}/", source)


def _write(folder: Path, name: str, make: Make | None, more: dict[str, str]) -> None:
    """Build a site aside and move it to its place."""
    aside = CACHE / f".{folder.name}"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    source = make(aside / "source") if make else ROOT
    done = build(source, aside / "site", f"{ORIGIN}{name}/", **more)
    assert done.returncode == 0, done.stderr
    aside.rename(folder)


def _digest(material: Sequence[Path], more: dict[str, str]) -> str:
    """A name for everything that goes into a site: files, options, the interpreter and the packages it finds."""
    packages = sorted(f"{one.name}=={one.version}" for one in importlib.metadata.distributions())
    digest = hashlib.sha256(repr((sys.version, packages, sorted(more.items()), ORIGIN, EPOCH)).encode())
    for path in _inputs(material):
        digest.update(f"{path.relative_to(ROOT)}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _inputs(material: Sequence[Path]) -> Iterator[Path]:
    """The files that a site is made of."""
    for folder in (*(ROOT / part for part in PARTS), *material):
        paths = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        yield from (path for path in paths if path.is_file() and "__pycache__" not in path.parts)


NEARLY = 0.97
"""The share of a budget from which a test warns that little is left."""


def assert_within(budget: int, size: int, what: object) -> None:
    """Fail above a budget of bytes; warn close below it."""
    assert size <= budget, what
    if size > NEARLY * budget:
        warnings.warn(f"nearly over budget: {size} of {budget} bytes: {what}", UserWarning, stacklevel=2)
