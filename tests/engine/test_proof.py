from __future__ import annotations

from pathlib import Path

import pytest

from verbatim.publish import manifest, proof, references
from verbatim.publish.proof import Incomplete
from verbatim.publish.proof import prove as prove_with
from verbatim.read.cache_folder import CacheFolder

from .published import ABOUT, BUILD, FILES, NAME, PAGE, SHEET, write

HOST = "https://example.org/"
HEAD = f'{{"head":{{"parts":{{"{NAME}/q":[3,12]}},"lists":""}}}}'
"""The head of an index, of an event with two parts."""

FAULTS = [
    ("about/index.html", ABOUT.replace("../#", "../no/#"), "about/index.html:1: LINK ../no/#q1-1 leads to no file"),
    ("about/index.html", ABOUT.replace("#q1-1", "#q1-2"), "about/index.html:1: ID ../#q1-2 leads to a file without that id"),
    ("about/index.html", f'{ABOUT}<p id="one"><p id="one">', "about/index.html:1: ID the id one is on this page twice"),
    ("index.html", PAGE.replace("q/lines", "q/rows"), f"index.html:3: LINK {NAME}/q/rows is no data script of this build"),
    (SHEET, "a{b:url(no.png)}", f"{SHEET}:1: LINK no.png"),
    ("sitemap.xml", f"<loc>{HOST}no/</loc>", f"sitemap.xml:1: LINK {HOST}no/"),
    ("sitemap.xml", "<loc>https://other/</loc>", "sitemap.xml:1: LINK https://other/"),
    (f"{BUILD}q/lines.js", 'verbatim.data("q/rows","");', "DATA this data script says that it is q/rows"),
    (f"current/{NAME}.js", 'verbatim.data("current","01234567");\n', f"current/{NAME}.js:1: LINK this names no folder"),
    (f"current/{NAME}.js", f'verbatim.data("current","{NAME}");go();\n', f"current/{NAME}.js:1: LINK this names no folder"),
    (f"{BUILD}search/index.js", f'verbatim.data("search/index",{HEAD});', f"LINK {BUILD}search/q-about-1.js is no file"),
    ("about/index.html", f'{ABOUT}<p style="top:0">', "about/index.html:1: CSP style='top:0'"),
    ("about/index.html", f"{ABOUT}<script>go()</script>", "about/index.html:1: CSP the policy does not allow this inline script: go()"),
]


def prove(folder: Path, address: str, kept: Path | None = None) -> None:
    """Prove a folder with what is kept, by default nothing."""
    prove_with(folder, manifest.contents(folder), address, CacheFolder(kept))


def test_a_complete_site_is_proved(tmp_path: Path) -> None:
    prove(write(tmp_path, **{"sitemap.xml": f"<loc>{HOST}about/</loc>"}), HOST)
    prove(write(tmp_path, **{"sitemap.xml": ""}), "")
    parts = {f"search/q-{kind}-{number}": "{}" for kind in ("part", "about") for number in (0, 1)} | {"search/index": HEAD}
    prove(write(tmp_path, **{f"{BUILD}{name}.js": f'verbatim.data("{name}",{content});' for name, content in parts.items()}), HOST)


def test_a_site_for_hosts_without_headers_is_proved_by_what_its_pages_state(tmp_path: Path) -> None:
    (write(tmp_path) / "_headers").unlink()
    prove(tmp_path, "")


@pytest.mark.parametrize(("file", "text", "report"), FAULTS)
def test_a_fault_is_reported_with_its_file(tmp_path: Path, file: str, text: str, report: str) -> None:
    with pytest.raises(Incomplete) as stopped:
        prove(write(tmp_path, **{file: text}), HOST)

    assert report in str(stopped.value)


def test_a_name_without_a_folder_is_no_data_of_an_event(tmp_path: Path) -> None:
    with pytest.raises(Incomplete, match="LINK q/lines"):
        prove(write(tmp_path, **{"about/index.html": f'{ABOUT}<p data-zh="q/lines">'}), HOST)


@pytest.mark.parametrize("name", [name for name in FILES if name not in {"404.html", "index.html", "_headers", "_headers.nginx"}])
def test_every_file_that_another_requires_is_missed(tmp_path: Path, name: str) -> None:
    (write(tmp_path) / name).unlink()

    with pytest.raises(Incomplete, match="LINK"):
        prove(tmp_path, HOST)


@pytest.mark.parametrize(("file", "text", "report"), FAULTS)
def test_what_is_kept_hides_no_fault_and_adds_none(tmp_path: Path, file: str, text: str, report: str) -> None:
    site, kept = tmp_path / "site", tmp_path / "kept"
    prove(write(site), HOST, kept)
    for _ in range(2):
        with pytest.raises(Incomplete) as stopped:
            prove(write(site, **{file: text}), HOST, kept)
        with pytest.raises(Incomplete) as anew:
            prove(site, HOST)
        assert report in str(stopped.value)
        assert str(stopped.value) == str(anew.value)
    if file not in FILES:
        (site / file).unlink()
    prove(write(site), HOST, kept)


MANY = {f"{lang}{event}/{page}index.html": ABOUT for lang in ("", "en/") for event in ("a", "b") for page in ("", "s/1/", "s/2/")}
"""Pages of two events in two languages, beside those of the site."""
MANY = {name: text.replace("../", "/") for name, text in MANY.items()}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were read, by what they hold."""
    found: list[str] = []
    carry_out = references.page

    def noted(html: str) -> references.Parsed:
        found.append(html)
        return carry_out(html)

    monkeypatch.setattr(references, "page", noted)
    return found


def test_only_the_pages_beside_one_that_changed_are_read_again(tmp_path: Path, read: list[str]) -> None:
    site, kept = write(tmp_path / "site", **MANY), tmp_path / "kept"
    prove(site, HOST, kept)
    assert len(read) == len(MANY) + 3
    read.clear()
    prove(site, HOST, kept)
    assert read == []
    (site / "en/a/s/1/index.html").write_text(f"{ABOUT}<p>".replace("../", "/"))
    prove(site, HOST, kept)
    assert len(read) == 3


def test_another_address_and_another_code_read_all_pages_again(tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    site, kept = write(tmp_path / "site"), tmp_path / "kept"
    prove(site, HOST, kept)
    assert len(read) == 3
    monkeypatch.setattr(proof, "_made_with", lambda: "another")
    prove(site, HOST, kept)
    assert len(read) == 6
    prove(site, "", kept)
    assert len(read) == 9


def test_what_was_damaged_is_read_again(tmp_path: Path, read: list[str]) -> None:
    site, kept = write(tmp_path / "site"), tmp_path / "kept"
    prove(site, HOST, kept)
    for path in kept.iterdir():
        path.write_text("{}")
    prove(site, HOST, kept)

    assert len(read) == 6
