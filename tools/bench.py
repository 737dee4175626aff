"""Compare the build with one of the same pages as plain Markdown, side by side in one run: `./run bench [EVENTS] [PART …]`.

    build      nothing known, nothing edited, after one word, without print editions
    books      the same with print editions and social cards, nothing known and after one word
    processes  nothing known, by one process and by two
    publish    what ./run build does, with nothing kept and after one word
    check      nothing known, nothing edited, after one word
    live       the live server: to its first page with nothing known and with nothing edited, and from saving a word to its display
    others     Zensical and Hugo, where they are installed, with the same pages

CPU seconds (user and system), wall seconds and memory of whole commands, the best of some rounds taken in turn: on shared machines wall
times are noise.  So is what a disk takes that has removed many files lately, as these commands do: ``TMPDIR=/dev/shm`` leaves it out.
What is built again goes into the folder of the build before, as an author's does.
With a number of events the content is multiplied first (`tools/many.py`), to see how the cost grows; books and publishing are then measured
only with BOOKS=true in the environment, or where a part is named, since the first build with books takes minutes.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path

from costs import Cost, cost, free_place, live

ROOT = Path(__file__).parents[1]
PROJECT = ("docs", "data", "hooks", "overrides", "fonts", "mkdocs.yml")
KEPT = (".cache", "site")
"""What a build leaves in a project."""
WORD, OTHER_WORD = " will ", " shall "
DESCRIPTION = '\ndescription: "'
"""Before words of a page of an event that need no seal."""
HEADING = " {#q"
"""Behind words of a page of an event that need no seal, and are in its books."""
QUICK, BOOKS = {"PRINT": "false"}, {"PRINT": "true"}
MANY = 20
"""The events up to which books and publishing are measured without being named."""
ROUNDS, FEW = 5, 10
"""How many rounds there are, and the events up to which there is more than one."""
LONG = ("books", "publish")
SETTLED = 1
"""The seconds in which a live server has noted the state of all files, to notice an edit."""
PLAIN, STOCK_FILE = "plain", "stock.yml"
"""The folder of the plain pages, and in it the configuration of the stock build."""
STOCK_BUILD = "stock build"
PROCESSES = {number: f"nothing known, WORKERS={number}" for number in ("1", "2")}
BUILD = (sys.executable, "-m", "mkdocs", "build")
ENGINE = (sys.executable, "-m", "verbatim", "--root")
GENERATORS = ("zensical", "hugo")

STOCK = """\
theme: {name: material, language: zh-Hant, font: false, features: [navigation.prune]}
plugins: {search: {}}
"""
"""What the pages as plain Markdown are built with, and with nothing of ours.  Unpruned, the navigation makes a build of many quadratic."""
HUGO = 'baseURL = "https://example.org/"\ntitle = "stock"\ndisableKinds = ["taxonomy", "term"]\n'
TEMPLATE = """\
<!doctype html>
<html><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body><nav>{{ .TableOfContents }}</nav><main>{{ .Content }}</main></body></html>
"""

Costs = Iterator[tuple[str, Cost]]


def prepared(folder: Path, events: int) -> tuple[Path, Path]:
    """Two projects with the same pages: ours, and one that holds them as plain Markdown, with nothing of ours."""
    ours, plain = folder / "ours", folder / PLAIN
    if events > 1:
        subprocess.run([sys.executable, str(ROOT / "tools/many.py"), str(ours), str(events)], check=True)
    for name in PROJECT:
        if not (ours / name).exists():
            ours.mkdir(exist_ok=True)
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, ours / name)
    cost((*ENGINE, str(ours), "materialise", str(plain)), ours / "hooks")
    (plain / STOCK_FILE).write_text((plain / "mkdocs.yml").read_text("utf-8") + STOCK, "utf-8")
    return ours, plain


def forget(*folders: Path) -> None:
    """Put away what earlier commands left; where tens of thousands of files were just removed, Linux takes long to make as many (ext4)."""
    for folder in filter(Path.exists, folders):
        folder.rename(Path(tempfile.mkdtemp(dir=folder.parent)) / folder.name)


def started_anew(ours: Path, more: Mapping[str, str]) -> Cost:
    """What a build takes that knows nothing of earlier ones."""
    forget(*map(ours.joinpath, KEPT))
    return cost(BUILD, ours, more)


def holding(ours: Path, text: str) -> Path:
    """The first English page of an event that holds a text."""
    return next(path for path in sorted(ours.glob("docs/en/*/*.md")) if text in path.read_text("utf-8"))


@contextmanager
def edited(ours: Path, old: str = WORD, new: str = OTHER_WORD) -> Iterator[None]:
    """Change a word of a page of an event, by default of a sentence, which the check then reports as not sealed."""
    path = holding(ours, old)
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    try:
        yield
    finally:
        path.write_text(text, "utf-8")


def builds(ours: Path) -> Costs:
    """Without print editions."""
    yield "build, nothing known", started_anew(ours, QUICK)
    yield "build, nothing edited", cost(BUILD, ours, QUICK)
    with edited(ours, DESCRIPTION, f"{DESCRIPTION}Here: "):
        yield "build after one word", cost(BUILD, ours, QUICK)


def books(ours: Path) -> Costs:
    """With print editions and social cards."""
    yield "with books, nothing known", started_anew(ours, BOOKS)
    with edited(ours, HEADING, f" now{HEADING}"):
        yield "with books, after one word", cost(BUILD, ours, BOOKS)


def processes(ours: Path) -> Costs:
    """By one process, then by two."""
    for number, name in PROCESSES.items():
        yield name, started_anew(ours, {**QUICK, "WORKERS": number})


def publishing(ours: Path) -> Costs:
    """What ``./run build`` does, into a folder of its own."""
    public = ours.parent / "public"
    command = (*ENGINE, str(ours), "publish", str(public / "site"), *BUILD, "-f", str(ours / "mkdocs.yml"), "-d")
    forget(public, *map(ours.joinpath, KEPT))
    public.mkdir()
    given = {**BOOKS, "PYTHONPATH": str(ours / "hooks")}
    yield "publish, nothing kept", cost(command, ours, given)
    with edited(ours, HEADING, f" now{HEADING}"):
        yield "publish after one word", cost(command, ours, given)


def checks(ours: Path) -> Costs:
    """Each begins with what the one before it kept."""
    command, hooks = (*ENGINE, str(ours), "check"), ours / "hooks"
    forget(*map(ours.joinpath, KEPT))
    yield "the engine loaded", cost([sys.executable, "-c", "import verbatim.commands.check"], hooks)
    yield "check, nothing known", cost(command, hooks)
    yield "check, nothing edited", cost(command, hooks)
    with edited(ours):
        yield "check after one word", cost(command, hooks, code=1)


def serving(ours: Path) -> Costs:
    """The live server: to its first page, also when it is started again, and from saving a word to the page that displays it."""
    forget(*map(ours.joinpath, KEPT))
    address = free_place()
    place = holding(ours, DESCRIPTION).relative_to(ours / "docs").with_suffix("")
    page = f"{place.as_posix().removesuffix('/index')}/"
    with live(ours, address, QUICK) as server:
        yield "live server, nothing known", server.first(page)
    with live(ours, address, QUICK) as server:
        yield "live server, nothing edited", server.first(page)
        time.sleep(SETTLED)
        cpu, _ = server.used()
        with edited(ours, DESCRIPTION, f"{DESCRIPTION}Now: "):
            yield "live server after one word", server.until(page, "Now: ", time.perf_counter(), cpu)


def hugo_project(plain: Path, folder: Path) -> Path:
    """The plain pages for Hugo, with one template; there a page with pages below it has another name."""
    shutil.copytree(plain / "docs", folder / "content")
    for path in folder.rglob("index.md"):
        path.rename(path.with_name("_index.md"))
    (folder / "hugo.toml").write_text(HUGO, "utf-8")
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(TEMPLATE, "utf-8")
    return folder


def others(ours: Path) -> Costs:
    """Other generators with the plain pages."""
    plain, folder = ours.with_name(PLAIN), ours.with_name("hugo")
    forget(folder, plain / "site")
    zensical, hugo = map(shutil.which, GENERATORS)
    if zensical:
        yield "Zensical", cost([zensical, "build", "--clean"], plain)
    if hugo:
        yield "Hugo, one template", cost([hugo, "--quiet"], hugo_project(plain, folder))


PARTS: dict[str, Callable[[Path], Costs]] = {
    **{"build": builds, "books": books, "processes": processes, "publish": publishing},
    **{"check": checks, "live": serving, "others": others},
}


def left_out(events: int, chosen: Sequence[str]) -> Iterator[str]:
    """What is not measured, and why."""
    unnamed = [part for part in LONG if part not in chosen]
    if events > MANY and unnamed:
        yield f"above {MANY} events measured only with BOOKS=true, or where they are named: {', '.join(unnamed)}"
    missing = [name for name in GENERATORS if not shutil.which(name)]
    if missing and "others" in chosen:
        yield f"not installed: {', '.join(missing)}"


def table(events: int, found: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    """The lines of the table: of each command the best of its rounds."""
    yield f"{'one event' if events == 1 else f'{events} events'}, both languages; ratios are to the stock build, none of our hooks"
    yield f"{'':28}{'CPU s':>9}{'ratio':>8}{'wall s':>9}{'ratio':>8}{'MB':>7}"
    best = {command: [min(values) for values in zip(*map(astuple, costs), strict=True)] for command, costs in found.items()}
    stock_cpu, stock_wall, _ = best[STOCK_BUILD]
    for command, (cpu, wall, memory) in best.items():
        yield f"{command:28}{cpu:9.2f}{cpu / stock_cpu:8.2f}{wall:9.2f}{wall / stock_wall:8.2f}{memory:7.0f}"
    one, two = map(best.get, PROCESSES.values())
    if one and two:
        yield f"two processes take {two[1] / one[1]:.2f} of the seconds of one"


def measured(ours: Path, plain: Path, parts: Sequence[str]) -> Costs:
    """One round: the cost of each command, by its name."""
    yield STOCK_BUILD, cost((*BUILD, "-f", STOCK_FILE), plain)
    for part in parts:
        yield from PARTS[part](ours)


def main(words: Sequence[str]) -> None:
    """Measure and print; fewer rounds for larger content, and one of what takes long."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that no live server is left
    numbers, named = [int(word) for word in words if word.isdigit()], [word for word in words if not word.isdigit()]
    if {*named} - {*PARTS}:
        sys.exit(f"not known: {', '.join(sorted({*named} - {*PARTS}))}; there are {', '.join(PARTS)}")
    events = numbers[0] if numbers else 1
    long = events <= MANY or os.environ.get("BOOKS") == "true"
    chosen = named or [part for part in PARTS if long or part not in LONG]
    found: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as name:
        ours, plain = prepared(Path(name), events)
        for number in range(ROUNDS if events <= FEW else 1):
            for command, one in measured(ours, plain, [part for part in chosen if not number or part not in LONG]):
                found.setdefault(command, []).append(one)
    print(*table(events, found), *left_out(events, chosen), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
