"""A build after an edit makes again what the edit changed, and gives byte for byte what one gives that knows nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from test_builds import same

import built
from built import ORIGIN, build, example_with_events, stamp
from verbatim.model import event_of

pytestmark = pytest.mark.slow

EVENT = "fog-harbor-2033"
ALL = ("fog-harbor-2033", "ginkgo-isle-2034", "jade-bay-2036", "tram-2031")
EDITS = {
    "a word": (f"docs/en/{EVENT}/index.md", "held a briefing on", "held one briefing on", (EVENT,)),
    "a word of a shared page": ("docs/en/index.md", "\n# ", "\nThis is made up.\n\n# ", ()),
    "a term": ("data/tram-2031/terms.yml", "Walking, cycling and slow", "Walking, cycling and other slow", ALL),
    "a string": ("data/strings.yml", "en: Close}", "en: Close it}", ALL),
    "a template": ("overrides/main.html", "initial-scale=1", "initial-scale=1.0", ALL),
}
"""What is edited, its file, what is replaced by what, and the events whose pages are made again."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example with the made-up events beside it, as a project that was built once: there is what the build kept."""
    copy = shutil.copytree(built.beside_site().source, tmp_path / "project")
    assert with_pages(copy, kept(copy)).keys() == {*ALL}
    return copy


def made(project: Path, code: int = 0, url: str = f"{ORIGIN}beside/", name: str = "site", **more: str) -> Path:
    """The site of a project, built into a folder of a name, for an address, with more in its environment."""
    folder = project.parent / name
    done = build(project, folder, url, PRINT="false", **more)
    assert done.returncode == code, done.stderr
    return folder


def kept(project: Path) -> set[str]:
    return {path.name for path in (project / ".cache/events").iterdir()}


def with_pages(project: Path, names: Iterable[str]) -> Counter[str]:
    """How many of some kept entries hold the pages of an event, by event: one for each language."""
    found = (json.loads(zlib.decompress((project / ".cache/events" / name).read_bytes())) for name in names)
    pages = (one for one in found if isinstance(one, dict) and one and all(str(html).startswith("<!doctype html") for html in one.values()))
    return Counter(event_of(next(iter(one))) for one in pages if not any(name.endswith(".html") for name in one))


def made_alone(project: Path) -> Path:
    """The site as a build makes it that knows nothing."""
    (project / ".cache").rename(project.parent / "cache")
    alone = made(project, name="alone")
    shutil.rmtree(project / ".cache")
    (project.parent / "cache").rename(project / ".cache")
    return alone


def written(site: Path) -> dict[str, tuple[bytes, int]]:
    """The files of a site, each with its content and the number by which the system knows it: another one where it was written again."""
    return {path.relative_to(site).as_posix(): (path.read_bytes(), path.stat().st_ino) for path in site.rglob("*") if path.is_file()}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_has_made_again_what_displays_it(project: Path, what: str) -> None:
    path, old, new, events = EDITS[what]
    there, before = written(made(project)), kept(project)
    edit(project / path, old, new)
    stamp(project)

    site = made(project)

    assert with_pages(project, kept(project) - before) == dict.fromkeys(events, 2)
    assert same(site, made_alone(project)) == []
    here = written(site)
    as_before = {name for name, (content, _) in here.items() if name in there and there[name][0] == content}
    assert {name for name in here if here[name] == there.get(name)} == as_before


@pytest.mark.parametrize("large", [False, True])
def test_an_edit_changes_no_page_that_does_not_display_it(project: Path, large: bool) -> None:
    if large:  # then the sentences of each event are in its own folder
        edit(project / "hooks/verbatim/search/index.py", "WHOLE = 150", "WHOLE = 0")
    before = pages_of(made(project, FROM_SCRATCH="true"))
    path, old, new, _ = EDITS["a word"]
    edit(project / path, old, new)
    stamp(project)

    after = pages_of(made(project, FROM_SCRATCH="true"))

    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    own = {name for name in changed if name.removeprefix("en/").startswith(f"{EVENT}/")}
    assert f"en/{EVENT}/index.html" in own
    assert changed - own == {"data/files/index.html", "en/data/files/index.html"}  # which list what pages fetch


def pages_of(site: Path) -> dict[str, bytes]:
    """The pages of a built site by their files."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


def test_another_font_has_everything_made_again(project: Path) -> None:
    before, font = kept(project), next((project / "fonts").glob("*.[ot]tf"))
    font.write_bytes(font.read_bytes() + b"\0")
    sums = project / "fonts/SHA256SUMS"
    lines = [line for line in sums.read_text("utf-8").splitlines() if not line.endswith(font.name)]
    sums.write_text("\n".join([*lines, f"{hashlib.sha256(font.read_bytes()).hexdigest()}  {font.name}"]) + "\n", "utf-8")

    made(project)

    assert with_pages(project, kept(project) - before) == dict.fromkeys(ALL, 2)


def test_what_mkdocs_reports_of_a_page_is_reported_by_each_build(project: Path) -> None:
    before, whole = kept(project), {}
    for lang in ("zh", "en"):
        path = project / f"docs/{lang}/{EVENT}/targets.md"
        whole[path] = path.read_text("utf-8")
        path.write_text(f"{whole[path]}\n[{'見' if lang == 'zh' else 'See'}](briefing.md#nowhere)\n", "utf-8")

    made(project, 1)
    for silent in ("--verbose", "--quiet"):
        assert build(project, project.parent / "site", f"{ORIGIN}beside/", silent, PRINT="false").returncode == 0
    made(project, 1)

    assert kept(project) == before
    for path, text in whole.items():
        path.write_text(text, "utf-8")
    assert same(made(project), made_alone(project)) == []


def test_a_heading_that_is_gone_is_missed_by_a_page_that_was_kept(project: Path) -> None:
    for lang, word in (("zh", "見"), ("en", "See")):
        edit(project / f"docs/{lang}/index.md", "\n# ", f"\n[{word}]({EVENT}/targets.md#filter)\n\n# ")
    made(project)
    for lang in ("zh", "en"):
        edit(project / f"docs/{lang}/{EVENT}/targets.md", "{#filter}", "{#find}")
    stamp(project)

    made(project, 1)


def test_a_build_from_scratch_takes_and_keeps_nothing(project: Path) -> None:
    for path in [*(project / ".cache/events").iterdir()]:
        content = zlib.compress(zlib.decompress(path.read_bytes()).replace(b"</html>", b"<!-- kept --></html>"))
        path.rename(path.with_name(f"{path.name.partition('-')[0]}-{hashlib.sha256(content).hexdigest()}")).write_bytes(content)
    page = Path(f"en/{EVENT}/index.html")
    assert "<!-- kept -->" in (made(project) / page).read_text("utf-8")
    before = written(project / ".cache")

    assert "<!-- kept -->" not in (made(project, FROM_SCRATCH="true") / page).read_text("utf-8")
    assert written(project / ".cache") == before


def test_parts_that_were_built_apart_and_merged_give_the_site_that_a_build_from_scratch_gives(tmp_path: Path) -> None:
    parts = [example_with_events(tmp_path / f"part-{number}") for number in (1, 2)]
    for number, part in enumerate(parts, 1):
        assert [*made(part, PART=f"{number}/2").glob("*")] == []
    assert [with_pages(part, kept(part)) for part in parts] == [dict.fromkeys(ALL[number::2], 2) for number in (0, 1)]
    shutil.copytree(parts[1] / ".cache", parts[0] / ".cache", dirs_exist_ok=True)
    merged = kept(parts[0])

    whole = made(parts[0])

    assert with_pages(parts[0], kept(parts[0]) - merged) == {}
    assert same(whole, made_alone(parts[0])) == []


def test_a_site_is_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    several = built.many_site()  # made by two
    project = shutil.copytree(several.source, tmp_path / "project", ignore=shutil.ignore_patterns(".cache"))

    assert same(several.folder, made(project, url=several.url, WORKERS="1")) == []


def test_a_part_that_is_none_stops_the_build(project: Path) -> None:
    made(project, 1, PART="3/2")


def test_a_part_without_events_leaves_a_site_as_it_is(project: Path) -> None:
    before = {path: path.read_bytes() for path in made(project).rglob("*") if path.is_file()}

    site = made(project, PART=f"{len(ALL) + 1}/{len(ALL) + 1}")

    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
