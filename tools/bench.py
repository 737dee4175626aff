"""Compare the build with the same pages built without the hooks, side by side in one run: `./run bench [EVENTS]`.

CPU seconds (user and system) of whole commands, the best of some rounds taken in turn: wall times on shared machines are noise.
With a number of events the content is multiplied first (`tools/many.py`), to see how the cost grows.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PROJECT = ("docs", "data", "hooks", "overrides", "fonts", "mkdocs.yml")
CHECK = "import sys; from pathlib import Path; from verbatim.project import load_project; load_project(Path(sys.argv[1]))"
NOTHING = "import verbatim.project"

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


def cpu(command: list[str], folder: Path, more: Mapping[str, str] | None = None) -> float:
    """CPU seconds of a command run in a folder, with more in its environment; raises if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env={**os.environ, **(more or {})})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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


def measured(folder: Path, events: int) -> Mapping[str, float]:
    """The best CPU seconds of each command; fewer rounds for larger content."""
    ours, stock = prepared(folder, events)
    build = [sys.executable, "-m", "mkdocs", "build"]
    python = [sys.executable, "-c"]
    hooks = ours / "hooks"
    commands: dict[str, tuple[Any, ...]] = {
        "stock": (build, stock),
        "ours": (build, ours, {"PRINT": "false"}),
        "import": ([*python, NOTHING], hooks),
        "check": ([*python, CHECK, str(ours)], hooks),
    }
    if events == 1:
        commands["print"] = (build, ours, {"PRINT": "true"})
    rounds = [{name: cpu(*command) for name, command in commands.items()} for _ in range(1 if events > 10 else 5)]
    return {name: min(one[name] for one in rounds) for name in commands}


def main(events: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        seconds = measured(Path(name), events)
    pages = "one event" if events == 1 else f"{events} events"
    print(f"CPU seconds, {pages}, both languages")
    print(f"  stock build (no hooks of ours)   {seconds['stock']:8.2f}")
    print(f"  full build                       {seconds['ours']:8.2f}   {seconds['ours'] / seconds['stock']:.2f} of stock")
    if events == 1:
        print(f"  with the print editions          {seconds['print']:8.2f}")
    print(f"  of it loading and checking       {seconds['check'] - seconds['import']:8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
