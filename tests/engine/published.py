"""A small site for the tests of publishing: two pages, a sheet, a script of each kind, and a command that builds it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from verbatim.publish import lasting, manifest, policy
from verbatim.read.files import write_tree
from verbatim.text.fingerprint import fingerprint

SCRIPT = "document.documentElement.className = 'js'"
SCRIPTS = {"assets/site.js": "(()=>{})();", "q/lines.js": 'verbatim.data("q/lines","");'}
RULES = ".a{background:url(../assets/mark.svg)}"
NAME = lasting.name_of(SCRIPTS)
BUILD = lasting.place(NAME)
SHEET = f"assets/site.{fingerprint(RULES)}.min.css"

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<link rel="stylesheet" href="/{SHEET}"><script src="/{BUILD}assets/site.js" defer></script></head>
<body><script>{SCRIPT}</script><p id="q1-1" data-twins="{NAME}/q/lines"><a href="/about/#what">About</a></p></body></html>
"""
ABOUT = """<!doctype html><meta charset="utf-8"><h2 id="what">What</h2><a href="../#q1-1">q1-1</a> <a href="https://example.com/">out</a>"""

FILES = {
    "404.html": PAGE,
    "index.html": PAGE,
    "about/index.html": ABOUT,
    SHEET: RULES,
    "assets/mark.svg": "<svg/>",
    **{f"{BUILD}{name}": text for name, text in SCRIPTS.items()},
    **lasting.pointer(NAME, NAME),
    **policy.header_files([SCRIPT], [SHEET]),
}


def write(folder: Path, **changes: str) -> Path:
    """The site in a folder; changes are texts that replace, or precede, what a file holds."""
    write_tree(folder, {**FILES, **changes})
    return folder


def describe(folder: Path, root: Path, settings: Mapping[str, str]) -> None:
    """Describe a built folder as it lies there."""
    manifest.describe(folder, root, settings, manifest.contents(folder))


def command(body: str) -> list[str]:
    """A command that runs Python code, in which ``folder`` is the folder to build into."""
    return [sys.executable, "-c", f"import sys, pathlib\nfolder = pathlib.Path(sys.argv[1])\n{body}"]


def copying(source: Path) -> list[str]:
    """A command that builds by copying a folder, into the place of what is there."""
    return command(f"import shutil; shutil.rmtree(folder, ignore_errors=True); shutil.copytree({str(source)!r}, folder)")


def leaving(source: Path) -> list[str]:
    """A command that builds by copying what a folder does not hold yet, and removes only what it wrote itself before."""
    body = f"""
import pathlib, shutil
source, known = pathlib.Path({str(source)!r}), folder.parent / "known.txt"
names = [path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()]
earlier = known.read_text().split() if known.exists() else []
for name in {{*earlier}} - {{*names}}:
    (folder / name).unlink(missing_ok=True)
    for parent in (folder / name).parents:
        if parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()
for name in names:
    to = folder / name
    if not to.exists() or to.read_bytes() != (source / name).read_bytes():
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, to)
known.write_text("\\n".join([*earlier, *names]))
"""
    return command(body)


def state(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
