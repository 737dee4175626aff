"""Names that hold the content of their files, so that what such a name leads to never changes: scripts of a build, style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..text.fingerprint import fingerprint

_SCRIPTS = re.compile(r"(?!.*\.\.)(files/[0-9a-f]{8}/)(.+)")
_SHEET = re.compile(r"(?!.*\.\.)(?!/).*\.([0-9a-f]{8})\.min\.css")


def folder_name(scripts: Mapping[str, str]) -> str:
    """The folder of what the pages of a build fetch, from the site's root; ``scripts`` are texts by their path below that folder."""
    return f"files/{fingerprint(repr(sorted(scripts.items())))}/"


def is_lasting(path: str) -> bool:
    """Whether the name of a file, from the site's root, holds what the file does."""
    return bool(_SCRIPTS.fullmatch(path) or _SHEET.fullmatch(path))


def misnamed(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    """The files of a site, from its root, whose names do not hold their content; ``paths`` name all files of each folder of scripts."""
    scripts: dict[str, dict[str, str]] = {}
    for path in paths:
        content = (folder / path).read_bytes().decode("utf-8", "replace")
        sheet, script = _SHEET.fullmatch(path), _SCRIPTS.fullmatch(path)
        if script:
            scripts.setdefault(script[1], {})[script[2]] = content
        elif not sheet or sheet[1] != fingerprint(content):
            yield path
    for name, texts in scripts.items():
        if folder_name(texts) != name:
            yield from (f"{name}{path}" for path in texts)
