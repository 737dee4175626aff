"""Compare the build with the same pages built without the hooks, side by side in one run: `./run bench [EVENTS]`.

CPU seconds (user and system), wall seconds and memory of whole commands, the best of some rounds taken in turn: on shared machines wall
times are noise.  Builds and checks are measured as an author meets them: with nothing known of earlier ones, again, and after one word.
With a number of events the content is multiplied first (`tools/many.py`), to see how the cost grows.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from subprocess import DEVNULL

ROOT = Path(__file__).parents[1]
PROJECT = ("docs", "data", "hooks", "overrides", "fonts", "mkdocs.yml")
CACHE = ".cache"
STOCK_BUILD = "stock build"
WORD, OTHER_WORD = " will ", " shall "
DESCRIPTION = '\ndescription: "'
"""Before words of a page of an event that need no seal."""
QUICK = {"PRINT": "false"}

# The same plugins and theme as the site has, with nothing of ours.
STOCK = """\
site_name: stock
site_url: https://example.org/
theme: {name: material, language: zh-Hant, font: false}
plugins:
  search: {}
  i18n:
    docs_structure: folder
    fallback_to_default: false
    languages:
      - {locale: zh, name: zh, default: true, build: true}
      - {locale: en, name: en, build: true, theme: {language: en}}
markdown_extensions: {attr_list: {}, toc: {permalink: true}}
"""


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU seconds (user and system), seconds, and MB of memory at the most."""

    cpu: float
    wall: float
    memory: float


def cost(command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None, code: int = 0) -> Cost:
    """What a command takes, run in a folder, with more in its environment; raises if its exit code is another one."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=DEVNULL, stderr=DEVNULL, env={**os.environ, **(more or {})})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != code:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def prepared(folder: Path, events: int) -> tuple[Path, Path]:
    """Two projects with the same pages: ours and the stock one."""
    ours, stock = folder / "ours", folder / "stock"
    if events > 1:
        subprocess.run([sys.executable, str(ROOT / "tools/many.py"), str(ours), str(events)], check=True)
    else:
        for name in PROJECT:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            (ours / name).parent.mkdir(parents=True, exist_ok=True)
            copy(ROOT / name, ours / name)
    shutil.copytree(ours / "docs", stock / "docs")
    (stock / "mkdocs.yml").write_text(STOCK)
    return ours, stock


def edited(ours: Path, old: str = WORD, new: str = OTHER_WORD) -> Callable[[], int]:
    """Change a word of a sentence of an event, which the check then reports as not sealed; what changes it back."""
    path = next(path for path in sorted(ours.glob("docs/en/*/*.md")) if old in path.read_text("utf-8"))
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    return lambda: path.write_text(text, "utf-8")


def measured(ours: Path, stock: Path, books: bool) -> Iterator[tuple[str, Cost]]:
    """One round: the cost of each command, by its name; each check begins with what the one before it kept."""
    build, check = ([sys.executable, "-m", *words] for words in (("mkdocs", "build"), ("verbatim", "--root", str(ours), "check")))
    hooks = ours / "hooks"
    yield STOCK_BUILD, cost(build, stock)
    shutil.rmtree(ours / CACHE, ignore_errors=True)
    yield "build, nothing known", cost(build, ours, QUICK)
    yield "build, nothing edited", cost(build, ours, QUICK)
    undo = edited(ours, DESCRIPTION, f"{DESCRIPTION}Here: ")
    yield "build after one word", cost(build, ours, QUICK)
    undo()
    if books:
        yield "with the print editions", cost(build, ours, {"PRINT": "true"})
    shutil.rmtree(ours / CACHE, ignore_errors=True)
    yield "the engine loaded", cost([sys.executable, "-c", "import verbatim.commands.check"], hooks)
    yield "check, nothing known", cost(check, hooks)
    yield "check, nothing edited", cost(check, hooks)
    undo = edited(ours)
    yield "check after one word", cost(check, hooks, code=1)
    undo()


def main(events: int) -> None:
    """Measure and print; fewer rounds for larger content."""
    found: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as name:
        ours, stock = prepared(Path(name), events)
        for _ in range(1 if events > 10 else 5):
            for command, one in measured(ours, stock, events == 1):
                found.setdefault(command, []).append(one)
    print(f"{'one event' if events == 1 else f'{events} events'}, both languages; CPU as a ratio to the stock build, none of our hooks")
    print(f"{'':24}{'CPU s':>9}{'ratio':>8}{'wall s':>9}{'MB':>7}")
    base = min(one.cpu for one in found[STOCK_BUILD])
    for command, costs in found.items():
        cpu, wall, memory = (min(values) for values in zip(*map(astuple, costs), strict=True))
        print(f"{command:24}{cpu:9.2f}{cpu / base:8.2f}{wall:9.2f}{memory:7.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
