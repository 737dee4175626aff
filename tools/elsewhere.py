"""Build the site elsewhere and compare it, byte for byte, with the one that is built here: `./run elsewhere [NAME …]`.

    properdocs   with ProperDocs in the place of MkDocs, which is not installed there
    3.12 …       with another version of Python, in another environment: folder, umask, time zone, locale, hash seed, no cache
    newest       with the newest versions of all packages; without what the typesetter makes, whose version is in it
    zensical     no comparison of bytes: the plain pages built by Zensical (tests/site/test_materialise.py)

Without a name: properdocs, and each version of Python from 3.11 on that is installed.  Ends with 1 if a build fails or differs.
PRINT=true: with print editions and social cards, which take a minute each time.
"""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from built import EPOCH, copy_project  # noqa: E402  (found only once the folder of the tests is on the path)

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
DIFFERING = {"TZ": "Asia/Shanghai", "LC_ALL": "POSIX", "LANG": "C", "PYTHONHASHSEED": "7", "HOME": "/nonexistent", "PYTHONUTF8": "0"}
"""What differs in the environment of another Python."""
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:")
BLOCK = r"^{}==.*\n(?:    .*\n)*"
"""A package in a requirements file, with its hashes."""
TYPESET = {".pdf", ".png"}


def pinned(group: str) -> dict[str, str]:
    """The packages of a dependency group, or of the build (``dependencies``), by name as they are pinned."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = project["project"]["dependencies"] if group == "dependencies" else project["dependency-groups"][group]
    return {one.partition("==")[0]: one for one in listed}


def called(*words: object, **how: object) -> None:
    """Run a command; ends the program with its output where it fails."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **how)  # type: ignore[call-overload]
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}\nended with {done.returncode}\n{done.stdout}{done.stderr}")


def environment(folder: Path, python: str | Path = sys.executable) -> Path:
    """The interpreter of a new virtual environment."""
    called(python, "-m", "venv", folder)
    return folder / "bin/python"


def built(python: Path, generator: str, source: Path, to: Path, more: Mapping[str, str], umask: int = -1) -> Path:
    """The folder of a site that an interpreter builds with a generator."""
    given = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        **{"SITE_URL": "https://example.org/p/", "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"},
        **{"PRINT": os.environ.get("PRINT", "false"), **more},
    }
    called(python, "-m", generator, "build", "-f", source / "mkdocs.yml", "-d", to, cwd=to.parent, env=given, umask=umask)
    return to


def properdocs(folder: Path) -> Path:
    """The site as ProperDocs builds it."""
    python = environment(folder / "venv")
    lock = folder / "requirements.txt"
    lock.write_text(re.sub(BLOCK.format("mkdocs"), "", (ROOT / "requirements.txt").read_text("utf-8"), flags=re.M), "utf-8")
    called(python, *PIP, "--require-hashes", "--no-deps", "-r", lock)
    called(python, *PIP, "--no-deps", pinned("elsewhere")["properdocs"])
    return built(python, "properdocs", ROOT, folder / "site", {})


def newest(folder: Path) -> Path:
    """The site as the newest versions of all packages build it."""
    python = environment(folder / "venv")
    called(python, *PIP, *pinned("dependencies"))
    return built(python, "mkdocs", ROOT, folder / "site", {})


def other_python(interpreter: str) -> Callable[[Path], Path]:
    """What builds the site with another Python, in an environment that differs in all else too."""

    def building(folder: Path) -> Path:
        python = environment(folder / "venv", interpreter)
        called(python, *PIP, "--require-hashes", "--no-deps", "-r", ROOT / "requirements.txt")
        return built(python, "mkdocs", copy_project(folder / "別 處"), folder / "site", DIFFERING, umask=0o077)

    return building


def interpreters() -> Iterator[tuple[str, str]]:
    """Each version of Python that is installed, with its interpreter."""
    for version in PYTHONS:
        candidates = [shutil.which(f"python{version}"), *map(str, sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python")))]
        for candidate in filter(None, candidates):
            done = subprocess.run([candidate, "-c", "import ensurepip"], capture_output=True, check=False)
            if done.returncode == 0:
                yield version, candidate
                break


def differing(one: Path, other: Path, without: set[str]) -> list[str]:
    """The files in which two sites differ, but for those with some endings."""
    files = [{path.relative_to(folder) for path in folder.rglob("*") if path.is_file()} for folder in (one, other)]
    everything = sorted(name for name in files[0] | files[1] if name.suffix not in without)
    return [str(name) for name in everything if name not in files[0] & files[1] or not filecmp.cmp(one / name, other / name, shallow=False)]


def zensical(folder: Path) -> None:
    """Build the plain pages with Zensical, in the test of the suite."""
    python = environment(folder / "venv")
    called(python, *PIP, "zensical")  # the newest version whose own packages can be had
    given = {**os.environ, "ZENSICAL": str(folder / "venv/bin/zensical")}
    called(sys.executable, "-m", "pytest", "-q", "tests/site/test_materialise.py", cwd=ROOT, env=given)


def main(names: Sequence[str]) -> int:
    """Build with each of the names and print what differs."""
    found = dict(interpreters())
    builds = {"properdocs": properdocs, "newest": newest, **{version: other_python(one) for version, one in found.items()}}
    unknown = {*names} - {*builds, "zensical"}
    if unknown:
        sys.exit(f"not known, or no such Python here: {', '.join(sorted(unknown))}; there are {', '.join([*builds, 'zensical'])}")
    faulty = False
    with tempfile.TemporaryDirectory() as temporary:
        here = built(Path(sys.executable), "mkdocs", ROOT, Path(temporary, "site"), {})
        for name in names or ("properdocs", *found):
            folder = Path(temporary, name)
            folder.mkdir()
            if name == "zensical":
                zensical(folder)
                print("zensical: the plain pages have every address of the site", flush=True)
                continue
            other = differing(here, builds[name](folder), TYPESET if name == "newest" else set())
            faulty |= bool(other)
            print(f"{name}: {'differs in ' + ', '.join(other) if other else 'every file is the same'}", flush=True)
            shutil.rmtree(folder)
    return faulty


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
