from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from verbatim.publish import manifest
from verbatim.publish.manifest import Unproved
from verbatim.read.files import write_tree

from .published import BUILD, SHEET, write

INPUTS = {
    "docs/zh/index.md": "# 一",
    "data/people.yml": "",
    "mkdocs.yml": "strict: true",
    "requirements.txt": "pyyaml==6.0.3 \\\nabsent==1.0\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project."""
    write_tree(tmp_path / "project", {**INPUTS, "hooks/__pycache__/a.pyc": "code", "hooks/README.md": "# Manual"})
    return tmp_path / "project"


@pytest.fixture
def site(tmp_path: Path, root: Path) -> Path:
    """A published site of that project."""
    manifest.describe(write(tmp_path / "site"), root, {"SITE_URL": "https://example.org/", "PRINT": "", "HOME": "/root"})
    return tmp_path / "site"


def test_a_folder_says_what_it_was_built_from(site: Path) -> None:
    facts = json.loads((site / "build.json").read_text("utf-8"))

    assert facts["settings"] == {"SITE_URL": "https://example.org/"}
    assert facts["inputs"] == {path: hashlib.sha256(text.encode()).hexdigest() for path, text in INPUTS.items()}
    assert list(facts["versions"]) == ["pyyaml"]
    assert facts["commit"] is None


def test_the_commit_is_written_down_where_it_is_known(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (["init", "-q"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "one"]):
        subprocess.run(["git", "-C", root, *words], check=True)
    assert len(manifest._commit(root) or "") == 40
    monkeypatch.setenv("PATH", str(tmp_path))  # without git
    assert manifest._commit(root) is None


def test_the_list_of_checksums_is_one_that_sha256sum_reads(site: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=site, check=True)
    assert "build.json" in manifest.listed(site)
    manifest.compare(site)


def test_a_folder_without_a_list_is_not_proved(tmp_path: Path) -> None:
    with pytest.raises(Unproved, match="there is no list of checksums"):
        manifest.compare(write(tmp_path))


def test_every_file_that_differs_is_reported(site: Path) -> None:
    (site / "404.html").unlink()
    (site / "new.html").write_text("new")
    (site / "index.html").write_text("altered")
    (site / "index.html.gz").write_text("none")

    with pytest.raises(Unproved) as stopped:
        manifest.compare(site)

    for what in ("404.html:1: MISSING", "new.html:1: UNKNOWN", "index.html:1: CHANGED", "index.html.gz:1: COMPRESSED", "4 faults."):
        assert what in str(stopped.value)


@pytest.mark.parametrize(("commit", "report"), [(None, "that it was built from"), ("1f2e", "of commit 1f2e")])
def test_a_folder_built_from_another_state_is_reported_with_the_files(site: Path, root: Path, commit: str | None, report: str) -> None:
    assert manifest.compare_inputs(site, root) == {"SITE_URL": "https://example.org/"}
    facts = json.loads((site / "build.json").read_text("utf-8"))
    (site / "build.json").write_text(json.dumps({**facts, "commit": commit}))
    (root / "mkdocs.yml").write_text("strict: false")

    with pytest.raises(Unproved, match=rf"mkdocs.yml:1: INPUT (?s:.*){report}"):
        manifest.compare_inputs(site, root)


def test_a_build_that_gives_another_content_is_reported(site: Path, tmp_path: Path, root: Path) -> None:
    manifest.describe(write(tmp_path / "again"), root, {})
    manifest.compare_builds(site, tmp_path / "again")
    manifest.describe(write(tmp_path / "again", **{"index.html": "other"}), root, {})

    with pytest.raises(Unproved, match=r"index\.html:1: BUILD"):
        manifest.compare_builds(site, tmp_path / "again")


def following(number: int, site: Path, root: Path) -> Path:
    """The site after its next build, the scripts and the sheet under other names."""
    new = write(site.with_name(f"site-{number}"), **{f"files/{number:08}/assets/site.js": f"{number}"})
    shutil.rmtree(new / BUILD)
    (new / SHEET).rename(new / f"assets/site.{number:08}.min.css")
    manifest.describe(new, root, {})
    manifest.keep(new, site)
    return new


def test_the_files_of_the_last_two_builds_are_kept(site: Path, root: Path) -> None:
    one = following(1, site, root)
    two = following(2, one, root)
    three = following(3, two, root)

    assert (one / BUILD / "q/lines.js").exists()
    assert (one / SHEET).exists()
    assert {path.name for path in (two / "files").iterdir()} == {"0123abcd", "00000001", "00000002"}
    assert {path.name for path in (three / "files").iterdir()} == {"00000001", "00000002", "00000003"}
    for folder in (one, two, three):
        manifest.compare(folder)


def test_a_build_of_the_same_files_is_no_further_one(site: Path, root: Path) -> None:
    one = following(1, site, root)
    again = following(1, one.rename(one.with_name("published")), root)

    assert (again / BUILD / "q/lines.js").exists()
    assert not (again / "kept-2.txt").exists()


def test_a_file_that_was_altered_or_removed_is_not_kept(site: Path, root: Path) -> None:
    (site / SHEET).write_text("altered")
    (site / BUILD / "q/lines.js").unlink()

    assert list(manifest.listed(following(1, site, root), "kept-1.txt")) == [f"{BUILD}assets/site.js"]
