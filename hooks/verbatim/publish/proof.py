"""Proves a built folder: everything that it refers to is in it, and its pages hold what their policy allows and nothing else."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from ..model.faults import BuildError, Faults
from . import lasting, policy, references

_VALUE = re.compile(r'verbatim\.data\("([^"]*)",')
_FILES = re.compile(r"files/[0-9a-f]{8}/")
_SITE = re.compile(r"files/([0-9a-f]{8})/assets/site\.js")
"""The script that asks which folder is current."""
_PARTS = re.compile(r'"([0-9a-f]{8}/)([^"/]+)":\[([\d,]+)\]')
"""What the head of a large index says of an event: its folder, its name, and how many sentences each of its parts holds."""
_FAULT = "build again; this is a fault of the build"
_LINK = "correct the reference, or what should have made the file or the id"


class Incomplete(BuildError):
    """A built site refers to what it does not hold."""

    subject = "the built site"


def prove(folder: Path, site: str) -> None:
    """Compare what the files of a built site refer to with what it holds; ``site`` is its address, or empty.

    Raises ``Incomplete`` with every fault: file, line, what is wrong.
    """
    faults = Faults()
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {name: references.page(_text(folder, name)) for name in sorted(names) if name.endswith(".html")}
    _links(pages, names, site, faults)
    _others(folder, names, site, faults)
    _policies(pages, _text(folder, "_headers") if "_headers" in names else "", faults)
    if faults:
        raise Incomplete(faults.report())


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text("utf-8")


def _links(pages: dict[str, references.Parsed], names: set[str], site: str, faults: Faults) -> None:
    """Every reference of a page leads to a file, and its fragment to an id there."""
    for name, page in pages.items():
        for line, reference in page.references:
            found = references.target(site, name, reference)
            if found is None:
                continue
            if not _held(found[0], names):
                faults.add(name, line, "LINK", f"{reference} leads to no file of the site", _LINK)
            elif found[1] and found[0] in pages and found[1] not in pages[found[0]].ids:
                faults.add(name, line, "ID", f"{reference} leads to a file without that id", _LINK)
            elif (code := _SITE.fullmatch(found[0])) and f"current/{code[1]}.js" not in names:
                faults.add(name, line, "LINK", f"current/{code[1]}.js is no file of the site", _FAULT)
        for line, value in page.values:
            if f"files/{value}.js" not in names:
                faults.add(name, line, "LINK", f"{value} is no data script of this build", _LINK)


def _held(path: str, names: set[str]) -> bool:
    """Whether a site holds a file, or the page of a folder that a server leads to."""
    return posixpath.normpath(path) in names or f"{path}/index.html" in names


def _others(folder: Path, names: set[str], site: str, faults: Faults) -> None:
    """Style sheets, the site map and data scripts."""
    for name in sorted(names):
        if name.endswith(".css"):
            listed = references.sheet(_text(folder, name))
        elif name == "sitemap.xml":
            listed = references.sitemap(_text(folder, name))
        else:
            listed = []
        for reference in listed:
            found = references.target(site, name, reference)
            if (name == "sitemap.xml" and found is None) or (found and not _held(found[0], names)):
                faults.add(name, 1, "LINK", f"{reference} leads to no file of the site", "correct what made it")
        if name.endswith(".js"):
            _script(name, _text(folder, name), names, faults)


def _script(name: str, text: str, names: set[str], faults: Faults) -> None:
    """A data script defines the value that it is named after; what it says of other scripts is so."""
    value = _VALUE.match(text)
    if lasting.is_pointer(name):
        shared = lasting.pointed(text)
        if not shared or not any(other.startswith(shared) for other in names):
            faults.add(name, 1, "LINK", "this names no folder of the site as the current one", _FAULT)
    elif value and _FILES.sub("", name) != f"{value[1]}.js":
        faults.add(name, 1, "DATA", f"this data script says that it is {value[1]}", "name the script as the build expects it")
    elif value and value[1] == "search/index":
        for part in _parts(text):
            if part not in names:
                faults.add(name, 1, "LINK", f"{part} is no file of the site", _FAULT)


def _parts(head: str) -> Iterator[str]:
    """The files, from the site's root, of the parts that the head of an index names."""
    for place, event, lengths in _PARTS.findall(head):
        for number, kind in product(range(lengths.count(",") + 1), ("part", "about")):
            yield f"files/{place}search/{event}-{kind}-{number}.js"


def _policies(pages: dict[str, references.Parsed], headers: str, faults: Faults) -> None:
    """The policies allow every inline script of the pages, and the pages hold nothing that they cannot allow."""
    for name, page in pages.items():
        for line, what in page.unsafe:
            faults.add(
                name, line, "CSP", f"{what} is not carried out under the policy of the site", "write it in a style sheet or a script"
            )
        for script in page.scripts:
            if any(stated and policy.script_hash(script) not in stated for stated in (headers, page.policy)):
                faults.add(
                    name,
                    1,
                    "CSP",
                    f"the policy does not allow this inline script: {script[:60]}",
                    _FAULT,
                )
