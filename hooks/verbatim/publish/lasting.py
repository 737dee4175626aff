"""Names that hold the content of their files, so that what such a name leads to never changes: folders of scripts, style sheets.

The only file that pages fetch under a name of another kind says which folder is current.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..text.data_scripts import data_script
from ..text.fingerprint import fingerprint

FILES = "files/"
"""The folder, from the site's root, in which folders of scripts are."""
_SCRIPTS = re.compile(rf"(?!.*\.\.)({FILES}[0-9a-f]{{8}}/)(.+)")
_SITE = re.compile(rf"{FILES}([0-9a-f]{{8}})/assets/site\.js")
"""The script that asks which folder is current."""
_POINTER = re.compile(r"current/[0-9a-f]{8}\.js")
_POINTS = re.compile(r'verbatim\.data\("current","([0-9a-f]{8})"\);\n')
_SHEET = re.compile(r"(?!.*\.\.)(?!/).*\.([0-9a-f]{8})\.min\.css")


def name_of(scripts: Mapping[str, str]) -> str:
    """The name of a folder of scripts, by what is in it; ``scripts`` are texts by their path below that folder."""
    return fingerprint(repr(sorted(scripts.items())))


def place(name: str) -> str:
    """The folder of a name, from the site's root."""
    return f"{FILES}{name}/"


def placed(name: str, scripts: Mapping[str, str]) -> Mapping[str, str]:
    """The scripts in the folder of a name, by path from the site's root."""
    return {f"{place(name)}{path}": text for path, text in scripts.items()}


def pointer(code: str, shared: str) -> Mapping[str, str]:
    """The script, by its path from the site's root, that says to pages with the scripts ``code`` which folder is ``shared`` now.

    There is one for each version of the scripts, so that an open page is never given data that only later scripts can read.
    """
    return {_pointer(code): data_script("current", shared)}


def pointer_for(path: str) -> str:
    """The script that says which folder is current, which the script of a site asks; of another file none."""
    site = _SITE.fullmatch(path)
    return _pointer(site[1]) if site else ""


def _pointer(code: str) -> str:
    return f"current/{code}.js"


def is_script(path: str) -> bool:
    """Whether a file, from the site's root, lies in a folder of scripts."""
    return bool(_SCRIPTS.fullmatch(path))


def below(path: str) -> str:
    """The path of a script below its folder of scripts; of another file its path from the site's root."""
    script = _SCRIPTS.fullmatch(path)
    return script[2] if script else path


def is_pointer(path: str) -> bool:
    """Whether a file, from the site's root, says which folder is current."""
    return bool(_POINTER.fullmatch(path))


def pointed(text: str) -> str:
    """The folder, from the site's root, that such a script names; empty where it is none."""
    found = _POINTS.fullmatch(text)
    return place(found[1]) if found else ""


def outlasts(path: str) -> bool:
    """Whether a page that is open may still want a file, from the site's root, after the next build."""
    return is_script(path) or bool(_SHEET.fullmatch(path)) or is_pointer(path)


def misnamed(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    """The files of a site, from its root, whose names do not hold their content; ``paths`` name all files of each folder of scripts.

    One that says which folder is current must name one that is there, and hold nothing else.
    """
    scripts: dict[str, dict[str, str]] = {}
    for path in paths:
        content = (folder / path).read_bytes().decode("utf-8", "replace")
        sheet, script = _SHEET.fullmatch(path), _SCRIPTS.fullmatch(path)
        if is_pointer(path):
            if not (pointed(content) and any(one.is_file() for one in (folder / pointed(content)).rglob("*"))):
                yield path
        elif script:
            scripts.setdefault(script[1], {})[script[2]] = content
        elif not sheet or sheet[1] != fingerprint(content):
            yield path
    for name, texts in scripts.items():
        if place(name_of(texts)) != name:
            yield from (f"{name}{path}" for path in texts)
