from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from verbatim.publish import commit, lasting, manifest
from verbatim.publish.manifest import Unproved
from verbatim.read.files import write_tree
from verbatim.text.fingerprint import fingerprint

from .published import BUILD, FILES, NAME, PAGE, SHEET, describe, state, write

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
    describe(write(tmp_path / "site"), root, {"SITE_URL": "https://example.org/", "PRINT": "", "HOME": "/root"})
    return tmp_path / "site"


def test_a_folder_says_what_it_was_built_from(site: Path) -> None:
    facts = json.loads((site / "build.json").read_text("utf-8"))

    assert facts["settings"] == {"SITE_URL": "https://example.org/"}
    assert facts["inputs"] == {path: hashlib.sha256(text.encode()).hexdigest() for path, text in INPUTS.items()}
    assert list(facts["versions"]) == ["pyyaml"]
    assert facts["commit"] is None


def git(root: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", str(root), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(root: Path) -> Path:
    """The project with a commit of all that it is built from."""
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        git(root, *words)
    return root


def test_a_repository_of_another_user_answers_too(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    assert commit.head(repository)
    assert commit.git(repository, "archive", "HEAD", "docs")


EDITS = {
    "docs/zh/index.md": lambda path: path.write_text("# 二"),
    "data/people.yml": lambda path: path.unlink(),
    "data/new.yml": lambda path: path.write_text(""),
}


@pytest.mark.parametrize("edited", [None, *EDITS])
def test_the_commit_is_written_down_where_the_inputs_are_of_it(repository: Path, edited: str | None) -> None:
    (repository / "hooks/README.md").write_text("# Another manual")
    (repository / "hooks/.DS_Store").write_text("of a file manager")
    if edited:
        EDITS[edited](repository / edited)
    found = manifest._commit(repository, manifest.inputs(repository))

    assert found == (None if edited else git(repository, "rev-parse", "HEAD"))


def test_the_commit_of_a_repository_of_another_user_is_known_and_without_git_it_is_not(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # as Git's own tests do
    assert len(commit.head(repository) or "") == 40
    monkeypatch.setenv("PATH", str(tmp_path))  # without git
    assert commit.head(repository) is None


def test_a_folder_is_compared_with_the_commit_that_it_names(repository: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    describe(write(site), repository, {})
    manifest.compare_inputs(site, repository)
    (repository / "docs/zh/index.md").write_text("# 二")
    git(repository, "commit", "-q", "-a", "-m", "two")
    facts = json.loads((site / "build.json").read_text("utf-8"))
    later = {**facts, "inputs": manifest.inputs(repository)}

    (site / "build.json").write_text(json.dumps(later))
    with pytest.raises(Unproved, match=r"docs/zh/index\.md:1: COMMIT this file differs from commit"):
        manifest.compare_inputs(site, repository)
    (site / "build.json").write_text(json.dumps({**later, "commit": "0" * 40}))
    with pytest.raises(Unproved, match=r"build\.json:1: COMMIT the repository does not have commit 0000"):
        manifest.compare_inputs(site, repository)


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


def test_a_link_in_a_published_folder_is_reported_wherever_it_leads(site: Path) -> None:
    (site / "elsewhere").symlink_to("/")
    shutil.copy(site / "index.html", site.parent / "page")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to("../page")

    with pytest.raises(
        Unproved, match=r"elsewhere:1: UNKNOWN this is neither(?s:.*)index\.html:1: UNKNOWN this is neither(?s:.*)2 faults\."
    ):
        manifest.compare(site)


@pytest.mark.parametrize("path", ["evil.html", "files/0123abcd/assets/evil.js", f"{BUILD}assets/evil.js", "assets/site.01234567.min.css"])
def test_a_file_that_only_an_edited_list_of_kept_files_knows_is_reported(site: Path, path: str) -> None:
    write_tree(site, {path: "evil"})
    (site / "kept-1.txt").write_text(f"{hashlib.sha256(b'evil').hexdigest()}  {path}\n")

    with pytest.raises(Unproved, match=f"{path}:1: KEPT"):
        manifest.compare(site)


@pytest.mark.parametrize(("commit", "report"), [(None, "that it was built from"), ("1f2e", "of commit 1f2e")])
def test_a_folder_built_from_another_state_is_reported_with_the_files(site: Path, root: Path, commit: str | None, report: str) -> None:
    assert manifest.compare_inputs(site, root) == {"SITE_URL": "https://example.org/"}
    facts = json.loads((site / "build.json").read_text("utf-8"))
    (site / "build.json").write_text(json.dumps({**facts, "commit": commit}))
    (root / "mkdocs.yml").write_text("strict: false")

    with pytest.raises(Unproved, match=rf"mkdocs.yml:1: INPUT (?s:.*){report}"):
        manifest.compare_inputs(site, root)


@pytest.mark.parametrize(
    "facts",
    [
        "",
        "[]",
        "{}",
        '{"commit": 1, "settings": {}, "inputs": {}}',
        '{"commit": null, "settings": {"PRINT": true}, "inputs": {}}',
        '{"commit": null, "settings": {"PYTHONPATH": "/srv/site"}, "inputs": {}}',
        '{"commit": null, "settings": {}, "inputs": "all"}',
    ],
)
def test_a_folder_that_states_something_else_about_itself_gives_no_environment_to_a_build(site: Path, root: Path, facts: str) -> None:
    (site / "build.json").write_text(facts)

    with pytest.raises(Unproved, match=r"build\.json: this is not what a build writes"):
        manifest.compare_inputs(site, root)


def test_a_commit_is_no_option_of_git(repository: Path) -> None:
    assert not commit.has(repository, f"--output={repository}/x")
    assert not (repository / "x").exists()


@pytest.mark.parametrize("path", ["files/0123abcd/../../../beside.js", "../beside.01234567.min.css", "/beside.01234567.min.css"])
def test_no_list_of_kept_files_leads_out_of_the_folder(site: Path, root: Path, path: str) -> None:
    beside = site / path if not path.startswith("/") else site.parent / path[1:]
    beside.parent.mkdir(parents=True, exist_ok=True)
    (site / "files/0123abcd").mkdir(parents=True, exist_ok=True)
    beside.write_text("beside")
    (site / "SHA256SUMS").write_text(f"{hashlib.sha256(b'beside').hexdigest()}  {path}\n")
    new = write(site.with_name("deep") / "new")
    describe(new, root, {})
    manifest.keep(new, site)

    assert not (new / "kept-1.txt").exists()


def test_a_build_that_gives_another_content_is_reported(site: Path, tmp_path: Path, root: Path) -> None:
    write(tmp_path / "again")
    manifest.compare_builds(site, tmp_path / "again")
    write(tmp_path / "again", **{"index.html": "other"})

    with pytest.raises(Unproved, match=r"index\.html:1: BUILD"):
        manifest.compare_builds(site, tmp_path / "again")


def following(number: int, site: Path, root: Path) -> Path:
    """The site after its next build, the scripts and the sheet under other names."""
    files = {f"{scripts_of(number)}assets/site.js": f"{number}", f"assets/site.{fingerprint(f'{number}')}.min.css": f"{number}"}
    new = write(site.with_name(f"site-{number}"), **files, **lasting.pointer(name_of(number), name_of(number)))
    shutil.rmtree(new / BUILD)
    (new / f"current/{NAME}.js").unlink()
    (new / SHEET).unlink()
    describe(new, root, {})
    manifest.keep(new, site)
    return new


def name_of(number: int) -> str:
    return lasting.name_of({"assets/site.js": f"{number}"})


def scripts_of(number: int) -> str:
    return lasting.place(name_of(number))


def test_the_files_of_the_last_two_builds_are_kept(site: Path, root: Path) -> None:
    one = following(1, site, root)
    two = following(2, one, root)
    three = following(3, two, root)

    assert (one / BUILD / "q/lines.js").exists()
    assert (one / SHEET).exists()
    assert {f"files/{path.name}/" for path in (two / "files").iterdir()} == {BUILD, scripts_of(1), scripts_of(2)}
    assert {f"files/{path.name}/" for path in (three / "files").iterdir()} == {scripts_of(1), scripts_of(2), scripts_of(3)}
    assert {path.stem for path in (three / "current").iterdir()} == {name_of(1), name_of(2), name_of(3)}
    for folder in (one, two, three):
        manifest.compare(folder)


@pytest.mark.parametrize("text", ['verbatim.data("current","01234567");\n', f'verbatim.data("current","{NAME}");evil();\n'])
def test_an_earlier_build_names_a_folder_that_is_there_as_the_current_one_and_says_no_more(site: Path, root: Path, text: str) -> None:
    one, old = following(1, site, root), f"current/{NAME}.js"
    assert old in manifest.listed(one, "kept-1.txt")
    manifest.compare(one)

    (one / old).write_text(text)
    kept = (one / "kept-1.txt").read_text()
    (one / "kept-1.txt").write_text(re.sub(f"[0-9a-f]{{64}}(?=  {old})", hashlib.sha256(text.encode()).hexdigest(), kept))

    with pytest.raises(Unproved, match=f"{old}:1: KEPT"):
        manifest.compare(one)


def test_a_build_of_the_same_files_is_no_further_one(site: Path, root: Path) -> None:
    one = following(1, site, root)
    again = following(1, one.rename(one.with_name("published")), root)

    assert (again / BUILD / "q/lines.js").exists()
    assert not (again / "kept-2.txt").exists()


def test_a_file_that_was_altered_or_removed_is_not_kept(site: Path, root: Path) -> None:
    (site / SHEET).write_text("altered")
    (site / BUILD / "q/lines.js").unlink()

    next_one = following(1, site, root)

    assert not (next_one / "kept-1.txt").exists(), "of a folder of scripts that lost a file the rest is of no use, nor what leads there"
    manifest.compare(next_one)


def test_a_list_with_a_damaged_byte_states_the_other_files(site: Path) -> None:
    before = manifest.listed(site)
    (site / "SHA256SUMS").write_bytes(b"\xff" + (site / "SHA256SUMS").read_bytes())

    assert list(manifest.listed(site)) == list(before)[1:]


def test_a_build_begins_with_nothing_but_what_an_earlier_one_wrote(tmp_path: Path, root: Path) -> None:
    built = state(write(tmp_path / "one", **{"packed.gz": "of the build"}))
    describe(tmp_path / "one", root, {})
    one = following(1, tmp_path / "one", root)
    for name in ("index.html.gz", ".index.html.part", "about/.hidden/page.html"):
        (one / name).parent.mkdir(exist_ok=True)
        (one / name).write_text("added")
    (one / "link").symlink_to(root)
    (one / "index.html").write_text(PAGE.replace("About", "Other"))
    listed = manifest.listed(one)
    manifest.begin(one, {})

    assert state(one).keys() == listed.keys() - {"index.html", "build.json"}
    assert not (one / "link").is_symlink()
    assert all(content == built[name] for name, content in state(one).items() if name in built)


def test_of_a_build_that_was_ended_all_but_hidden_and_compressed_files_is_left(tmp_path: Path) -> None:
    ended = write(tmp_path, **{".part": "half", "build.json": "{}", "packed.gz": "of the build"})
    manifest.begin(ended, {})

    assert state(ended).keys() == FILES.keys()


def test_of_a_folder_whose_list_is_empty_nothing_is_left(site: Path) -> None:
    (site / "SHA256SUMS").write_text("")
    manifest.begin(site, {})

    assert state(site) == {}
