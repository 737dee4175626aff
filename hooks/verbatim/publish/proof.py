"""Proves a built folder: everything that it refers to is in it, and its pages hold what their policy allows and nothing else.

Pages are read in groups.  What a group refers to and holds is kept by the checksums of its pages, so that only groups that changed are read
again; the comparison is over all groups.  A group that it finds wanting is read to say which page is wrong, and where.
"""

from __future__ import annotations

import json
import posixpath
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from itertools import product
from pathlib import Path

from ..model.faults import BuildError, Faults
from ..model.locale import LOCALES
from ..read.cache_folder import CacheFolder
from ..text.fingerprint import sha256
from . import lasting, policy, references

_VALUE = re.compile(r'verbatim\.data\("([^"]*)",')
_PARTS = re.compile(r'"([0-9a-f]{8}/)([^"/]+)":\[([\d,]+)\]')
"""What the head of a large index says of an event: its folder, its name, and how many sentences each of its parts holds."""
_FAULT = "build again; this is a fault of the build"
_LARGEST = 20_000_000
"""Bytes that the groups which the last proof did not use may take: those of some 250 events."""
_LINK = "correct the reference, or what should have made the file or the id"


class Incomplete(BuildError):
    """A built site refers to what it does not hold."""

    subject = "the built site"


@dataclass(frozen=True)
class _Group:
    """What some pages refer to and hold, as values of JSON.

    ``needs`` are the fragments that they refer to, by the path of the file, with an empty one for the file alone; ``data`` the paths of
    data scripts; ``ids`` those of each page; ``scripts`` the hashes of inline scripts, each with the policy that its page states;
    ``wrong``: whether there is anything that no policy allows, or an id twice on a page.
    """

    needs: dict[str, list[str]]
    data: list[str]
    ids: dict[str, list[str]]
    scripts: list[tuple[str, str]]
    wrong: bool


@dataclass(frozen=True)
class _Site:
    """What the pages of a site are compared with: its files, the ids of its pages, its headers; ``address`` is where it will be."""

    folder: Path
    address: str
    names: frozenset[str]
    ids: Mapping[str, Collection[str]]
    headers: str

    def holds(self, path: str) -> bool:
        """Whether there is a file, or the page of a folder that a server leads to."""
        return path in self.names or posixpath.normpath(path) in self.names or f"{path}/index.html" in self.names

    def has_id(self, path: str, fragment: str) -> bool:
        """Whether a file has an id; one that is no page counts as having any."""
        return not fragment or path not in self.ids or fragment in self.ids[path]

    def allows(self, script: str, stated: str) -> bool:
        """Whether headers and policy of a page, if any, allow the script with this hash."""
        return all(not policies or script in policies for policies in (self.headers, stated))


def prove(folder: Path, sums: Mapping[str, str], address: str, kept: CacheFolder) -> None:
    """Compare what the files of a built site refer to with what it holds.

    ``sums`` are the checksums of all its files; ``address`` is that of the site, or empty; ``kept`` keeps what groups of pages hold.
    Raises ``Incomplete`` with every fault: file, line, what is wrong.
    """
    groups = [(pages, _group(folder, pages, sums, address, kept)) for pages in _groups(sums)]
    kept.prune(_LARGEST)
    ids = {name: frozenset(found) for _, group in groups for name, found in group.ids.items()}
    site = _Site(folder, address, frozenset(sums), ids, _text(folder, "_headers") if "_headers" in sums else "")
    wanting = sorted(name for pages, group in groups if not _is_complete(site, group) for name in pages)
    pages = {name: references.page(_text(folder, name)) for name in wanting}
    faults = Faults()
    for name, page in pages.items():
        _links(site, name, page, faults)
    _others(site, faults)
    for name, page in pages.items():
        _policies(site, name, page, faults)
    if faults:
        raise Incomplete(faults.report())


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text("utf-8")


def _groups(names: Iterable[str]) -> list[list[str]]:
    """The pages of a site in the groups that an edit changes: those below each folder at the root of a language."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(name for name in names if name.endswith(".html")):
        folders = name.split("/")[:-1]
        found.setdefault(tuple(folders[: 2 if folders[:1] and folders[0] in LOCALES else 1]), []).append(name)
    return [*found.values()]


def _group(folder: Path, pages: list[str], sums: Mapping[str, str], address: str, kept: CacheFolder) -> _Group:
    """What a group of pages refers to and holds, as it was kept, or read and kept."""
    key = sha256(json.dumps([_made_with(), address, [(name, sums[name]) for name in pages]]))
    found = kept.get(key)
    if found is None:
        group = _read(address, {name: references.page(_text(folder, name)) for name in pages})
        kept.put(key, json.dumps(asdict(group)).encode("utf-8"))
        return group
    return _Group(**json.loads(found))


@cache
def _made_with() -> str:
    """The checksum of all that what a page holds is read with."""
    return sha256(
        "".join((sys.version, *(_text(Path(__file__).parent, f"{name}.py") for name in ("lasting", "policy", "proof", "references"))))
    )


def _read(address: str, pages: Mapping[str, references.Parsed]) -> _Group:
    """What pages refer to and hold."""
    needs: dict[str, set[str]] = {}
    for name, page in pages.items():
        for _, _, path, fragment in _leading(address, name, page):
            needs.setdefault(path, set()).add(fragment)
    return _Group(
        needs={path: sorted(fragments) for path, fragments in needs.items()},
        data=sorted({path for page in pages.values() for _, _, path in _values(page)} | {*filter(None, map(lasting.pointer_for, needs))}),
        ids={name: sorted(page.ids) for name, page in pages.items()},
        scripts=sorted({(policy.script_hash(script), page.policy) for page in pages.values() for script in page.scripts}),
        wrong=any(page.unsafe or page.twice for page in pages.values()),
    )


def _is_complete(site: _Site, group: _Group) -> bool:
    """Whether a site holds all that a group of pages refers to, and allows all that it holds."""
    held = all(site.holds(path) and all(site.has_id(path, one) for one in fragments) for path, fragments in group.needs.items())
    return (
        held
        and site.names.issuperset(group.data)
        and not group.wrong
        and all(site.allows(script, stated) for script, stated in group.scripts)
    )


def _leading(address: str, name: str, page: references.Parsed) -> Iterator[tuple[int, str, str, str]]:
    """The references of a page that lead to its site: line, reference, and of what it leads to the file and the fragment."""
    for line, reference in page.references:
        if found := references.target(address, name, reference):
            yield line, reference, *found


def _values(page: references.Parsed) -> Iterator[tuple[int, str, str]]:
    """The data scripts that a page names: line, name, and the path of the script."""
    for line, value in page.values:
        yield line, value, f"{lasting.FILES}{value}.js"


def _links(site: _Site, name: str, page: references.Parsed, faults: Faults) -> None:
    """Every reference of a page leads to a file, and its fragment to an id there, which is the only one."""
    for line, reference, path, fragment in _leading(site.address, name, page):
        if not site.holds(path):
            faults.add(name, line, "LINK", f"{reference} leads to no file of the site", _LINK)
        elif not site.has_id(path, fragment):
            faults.add(name, line, "ID", f"{reference} leads to a file without that id", _LINK)
        elif (pointer := lasting.pointer_for(path)) and pointer not in site.names:
            faults.add(name, line, "LINK", f"{pointer} is no file of the site", _FAULT)
    for line, value in page.twice:
        faults.add(name, line, "ID", f"the id {value} is on this page twice", "give one of the two another id, in the data or the page")
    for line, value, path in _values(page):
        if path not in site.names:
            faults.add(name, line, "LINK", f"{value} is no data script of this build", _LINK)


def _others(site: _Site, faults: Faults) -> None:
    """Style sheets, the site map and data scripts."""
    for name in sorted(site.names):
        if name.endswith(".css"):
            listed = references.sheet(_text(site.folder, name))
        elif name == "sitemap.xml":
            listed = references.sitemap(_text(site.folder, name))
        else:
            listed = []
        for reference in listed:
            leads = references.target(site.address, name, reference)
            if (name == "sitemap.xml" and leads is None) or (leads and not site.holds(leads[0])):
                faults.add(name, 1, "LINK", f"{reference} leads to no file of the site", "correct what made it")
        if name.endswith(".js"):
            _script(name, _text(site.folder, name), site.names, faults)


def _script(name: str, text: str, names: Collection[str], faults: Faults) -> None:
    """A data script defines the value that it is named after; what it says of other scripts is so."""
    value = _VALUE.match(text)
    if lasting.is_pointer(name):
        shared = lasting.pointed(text)
        if not shared or not any(other.startswith(shared) for other in names):
            faults.add(name, 1, "LINK", "this names no folder of the site as the current one", _FAULT)
    elif value and lasting.below(name) != f"{value[1]}.js":
        faults.add(name, 1, "DATA", f"this data script says that it is {value[1]}", "name the script as the build expects it")
    elif value and value[1] == "search/index":
        for part in _parts(text):
            if part not in names:
                faults.add(name, 1, "LINK", f"{part} is no file of the site", _FAULT)


def _parts(head: str) -> Iterator[str]:
    """The files, from the site's root, of the parts that the head of an index names."""
    for place, event, lengths in _PARTS.findall(head):
        for number, kind in product(range(lengths.count(",") + 1), ("part", "about")):
            yield f"{lasting.FILES}{place}search/{event}-{kind}-{number}.js"


def _policies(site: _Site, name: str, page: references.Parsed, faults: Faults) -> None:
    """The policies allow every inline script of a page, and it holds nothing that they cannot allow."""
    for line, what in page.unsafe:
        faults.add(name, line, "CSP", f"{what} is not carried out under the policy of the site", "write it in a style sheet or a script")
    for script in page.scripts:
        if not site.allows(policy.script_hash(script), page.policy):
            faults.add(
                name,
                1,
                "CSP",
                f"the policy does not allow this inline script: {script[:60]}",
                _FAULT,
            )
