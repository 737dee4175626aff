"""What a published folder is: the checksum of every file, what it was built from, and the files of earlier builds that it keeps.

Checksums are written as ``sha256sum`` does, so that ``sha256sum --check SHA256SUMS`` proves a folder without this project.
Compressed files (``.gz``, ``.br``) are not listed: they depend on the version of the compressor, and are compared with what they hold.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import metadata
from os import PathLike
from pathlib import Path, PurePath

from ..model.faults import BuildError, Faults
from ..read.files import entries
from ..text.fingerprint import sha256
from . import commit, lasting
from .folder import PACKED, stale

SUMS, BUILD = "SHA256SUMS", "build.json"
KEPT = ("kept-1.txt", "kept-2.txt")
"""The files of the last two builds that are still there, for pages that readers opened before."""
INPUTS = ("docs", "data", "hooks", "overrides", "fonts", "mkdocs.yml", "requirements.txt")
"""What a site is built from."""
SETTINGS = ("SITE_URL", "SOURCE_DATE_EPOCH", "OFFLINE", "PRINT", "META_POLICY", "DRAFTS")
"""The environment variables that change what is built."""

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)

Sums = Mapping[str, str]
"""Path from the root of a folder to the SHA-256 of the file, in hexadecimal."""
Left = Mapping[str, tuple[str, int, int]]
"""Compressed files that a build finds in its folder, by path: checksum, inode, and time of the last change."""


class Unproved(BuildError):
    """A folder is not what the project makes."""

    subject = "the published folder"


def begin(folder: Path, packed: Mapping[str, str]) -> Left:
    """Leave of a folder that was described only what its build wrote, so that the next build can begin with it; raises ``OSError``.

    What is not as the list says goes too, since a build may tell what it wrote by size and time alone; it writes again what it misses.
    Of what was added, compressed files with the checksums ``packed`` are left too, which are returned.
    The list is written before anything is added to a folder, and removed after it; so a folder without one, of a build that was ended,
    holds nothing that was added but compressed files, and hidden files that are half written.
    """
    built = listed(folder) if (folder / SUMS).exists() else None
    expected, left = {**packed, **(built or {})}, dict[str, tuple[str, int, int]]()
    for name, entry in entries(folder):
        if entry.is_dir(follow_symlinks=False) or name == SUMS:
            continue
        is_packed = PurePath(name).suffix in PACKED
        as_listed = not entry.is_symlink() and _digest(entry) == expected.get(name)
        stays = not is_packed if built is None else as_listed
        if not stays or name == BUILD or "/." in f"/{name}":
            Path(entry).unlink()
        elif is_packed:
            state = entry.stat()
            left[name] = (expected[name], state.st_ino, state.st_mtime_ns)
    (folder / SUMS).unlink(missing_ok=True)
    return left


def still_left(folder: Path, left: Left) -> Sums:
    """The checksums of the compressed files that a build left as they were: it may have written files of these names itself."""
    found: dict[str, str] = {}
    for name, (digest, inode, time) in left.items():
        with suppress(OSError):
            state = (folder / name).lstat()
            if (state.st_ino, state.st_mtime_ns) == (inode, time):
                found[name] = digest
    return found


def describe(folder: Path, root: Path, settings: Mapping[str, str], built: Sums) -> None:
    """Write what a built folder was built from, then the checksums of all its files.

    ``root`` is the project; ``settings`` the environment, of which ``SETTINGS`` are written down; ``built`` are the checksums of what was
    built (``contents``).
    """
    made_of = inputs(root)
    facts = {
        "commit": _commit(root, made_of),
        "settings": {name: settings[name] for name in SETTINGS if settings.get(name)},
        "versions": _versions(root),
        "inputs": made_of,
    }
    (folder / BUILD).write_text(json.dumps(facts, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    (folder / SUMS).write_text(_written(_described({**built, BUILD: _digest(folder / BUILD)})), "utf-8")


def inputs(root: Path) -> Sums:
    """The checksums of the files that a site is built from; the manuals beside them are left out."""
    found: dict[str, str] = {}
    for place in (root / name for name in INPUTS):
        files = (path for path in sorted(place.rglob("*")) if path.is_file()) if place.is_dir() else [place] if place.exists() else []
        found |= {path.relative_to(root).as_posix(): _digest(path) for path in files if _is_input(path.relative_to(root))}
    return found


def _is_input(path: PurePath) -> bool:
    """Whether a file in the places of the inputs is one: no manual, nothing hidden, nothing that Python keeps there."""
    left = any(part.startswith(".") or part == "__pycache__" for part in path.parts)
    return not left and (path.suffix != ".md" or path.parts[0] == "docs")


def sums(folder: Path) -> Sums:
    """The checksums of the files of a folder, without compressed ones and the list itself."""
    return _described(contents(folder))


def contents(folder: Path) -> Sums:
    """The checksums of all files of a folder, as they lie there; where a link leads counts as its file."""
    return {name: _digest(entry) for name, entry in entries(folder) if entry.is_file()}


def _described(found: Sums) -> Sums:
    """Of all files of a folder those that its list names."""
    return {name: digest for name, digest in found.items() if PurePath(name).suffix not in PACKED and name != SUMS}


def listed(folder: Path, name: str = SUMS) -> Sums:
    """The checksums that a list in a folder states; none where there is no such list."""
    path = folder / name
    lines = path.read_text("utf-8", "replace").splitlines() if path.exists() else []
    return {found[2]: found[1] for line in lines if (found := _LINE.fullmatch(line))}


def whole(folder: Path) -> Sums:
    """The checksums of all that a published folder holds by its lists, of these too; compressed files and the first list are in none."""
    lists = [listed(folder, name) for name in (*KEPT, SUMS)]
    own = {name: _digest(folder / name) for name in KEPT if (folder / name).exists()}
    return {path: digest for one in (*lists, own) for path, digest in one.items()}


def keep(new: Path, old: Path) -> None:
    """Copy the files of the last two builds that open pages may still want from the published folder into the new one.

    A page that was opened before then finds what belongs to it (``lasting.outlasts``).  A build of the same files counts as the same build.
    """
    own, last = _lasting(listed(new)), _lasting(listed(old))
    earlier = [listed(old, name) for name in KEPT]
    generations = earlier if own == last else [last, *earlier]
    for name, generation in zip(KEPT, generations, strict=False):
        kept = {path: digest for path, digest in generation.items() if path not in own and _copied(old / path, new / path, digest)}
        while misnamed := [*lasting.misnamed(new, kept)]:  # of what was damaged in the published folder the rest is of no use
            for path in misnamed:
                (new / path).unlink()
                del kept[path]
        if kept:
            (new / name).write_text(_written(kept), "utf-8")


def compare(folder: Path) -> None:
    """Compare the files of a published folder with its lists; raises ``Unproved`` with every file that differs."""
    faults, stated, found = Faults(), listed(folder), sums(folder)
    if not stated:
        raise Unproved(f"{folder}/{SUMS}: there is no list of checksums\n    fix: publish with ./run build")
    kept = {path: digest for name in KEPT for path, digest in listed(folder, name).items() if path not in stated}
    whole = {**stated, **kept}
    for path in sorted({*whole, *found} - {*KEPT}):
        if path not in found:
            faults.add(path, 1, "MISSING", "this file is missing", "publish again")
        elif path not in whole:
            faults.add(path, 1, "UNKNOWN", "this file is in no list of checksums", "remove it, or publish again")
        elif found[path] != whole[path]:
            faults.add(path, 1, "CHANGED", "this file is not what was built", "publish again")
    for path in lasting.misnamed(folder, kept.keys() & found.keys()):
        faults.add(path, 1, "KEPT", "the content of this file of an earlier build does not match its name", "remove it, or publish again")
    for path in links(folder):
        faults.add(path, 1, "UNKNOWN", "this is neither a file nor a folder", "remove it, or publish again")
    for path in stale(folder):
        faults.add(path, 1, "COMPRESSED", "this compressed file does not hold what the file beside it holds", "publish again")
    if faults:
        raise Unproved(faults.report())


def links(folder: Path) -> list[str]:
    """What lies in a folder and is no file and no folder: links, which lead elsewhere tomorrow, pipes."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or not (path.is_file() or path.is_dir())
    ]


def compare_inputs(folder: Path, root: Path) -> Mapping[str, str]:
    """Compare what a published folder was built from with a project; the settings that it was built with.

    Raises ``Unproved`` with every file that differs.
    """
    stated, settings, then = _facts(folder)
    now, faults = inputs(root), Faults()
    for path in sorted({*now, *then}):
        if now.get(path) != then.get(path):
            state = f"of commit {stated}" if stated else "that it was built from"
            faults.add(path, 1, "INPUT", "the folder was built from another state of this file", f"compare with the state {state}")
    if stated and not faults:
        _compare_commit(root, stated, now, faults)
    if faults:
        raise Unproved(faults.report())
    return settings


def _facts(folder: Path) -> tuple[str | None, Mapping[str, str], Sums]:
    """The commit, the settings and the inputs that a published folder states; raises ``Unproved`` where it states something else.

    The folder may be another's work, and its settings become the environment of a build: none but ours may be among them.
    """
    try:
        facts = json.loads((folder / BUILD).read_text("utf-8"))
        stated, settings, made_of = facts["commit"], dict(facts["settings"]), dict(facts["inputs"])
        sound = all(isinstance(one, str) for one in (stated or "", *settings.values(), *made_of.values())) and {*settings} <= {*SETTINGS}
    except (OSError, ValueError, KeyError, TypeError):
        sound = False
    if not sound:
        raise Unproved(f"{folder}/{BUILD}: this is not what a build writes about itself\n    fix: publish again with ./run build")
    return stated, settings, made_of


def _compare_commit(root: Path, stated: str, made_of: Sums, faults: Faults) -> None:
    """The commit that a folder names is the one that these inputs are of, as far as there is a repository to tell."""
    if commit.head(root) and not commit.has(root, stated):
        faults.add(BUILD, 1, "COMMIT", f"the repository does not have commit {stated}", "fetch it, or publish again")
    for path in _since(root, stated, made_of) if commit.has(root, stated) else ():
        faults.add(path, 1, "COMMIT", f"this file differs from commit {stated}, which the folder names", "publish again")


def compare_builds(folder: Path, again: Path) -> None:
    """Compare a published folder with a new build of the same, by its list; raises ``Unproved`` with every file that differs."""
    faults, then, now = Faults(), listed(folder), sums(again)
    for path in sorted({*then, *now} - {BUILD}):
        if then.get(path) != now.get(path):
            faults.add(path, 1, "BUILD", "a build from these files gives another content", f"compare the packages with those in {BUILD}")
    if faults:
        raise Unproved(faults.report())


def _lasting(files: Sums) -> Sums:
    return {path: digest for path, digest in files.items() if lasting.outlasts(path)}


def _copied(source: Path, to: Path, digest: str) -> bool:
    """Copy a file if it is still what its list says."""
    if not source.is_file() or _digest(source) != digest:
        return False
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, to)
    return True


def _digest(path: PathLike[str]) -> str:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - half the time of ``Path.read_bytes`` for thousands of small files
        return sha256(file.readall())


def _written(files: Sums) -> str:
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(files.items()))


def _versions(root: Path) -> Mapping[str, str]:
    """The versions of the packages that build a site; those of the lock that are not installed are left out."""
    lock = root / "requirements.txt"
    names: Iterable[str] = _PINNED.findall(lock.read_text("utf-8")) if lock.exists() else ()
    installed = {package.metadata["Name"].lower().replace("_", "-"): package.version for package in metadata.distributions()}
    return {name: installed[name] for name in names if name in installed}


def _commit(root: Path, made_of: Sums) -> str | None:
    """The commit that the inputs are of, all of them; None where that is not known."""
    found = commit.head(root)
    return found if found and not _since(root, found, made_of) else None


def _since(root: Path, stated: str, made_of: Sums) -> list[str]:
    """The inputs that are not as in a commit."""
    return sorted(path for path in commit.differing(root, stated, made_of.keys(), INPUTS) if _is_input(PurePath(path)))
