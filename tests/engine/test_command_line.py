from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from verbatim.__main__ import main
from verbatim.project import Project, load_project
from verbatim.rules.files import EVENT_NAMES

from .example import ROOT, example, theme_strings

NO_IDS = ["a/b", "Port", "2033", "en", "zh", "data", "people", "s", "schema", "current", "glossary"]
"""Names that no event can have: no slugs, addresses of the site, and that of a shared page of the example."""
SEALS = "data/tram-2031/seals.txt"
SENTENCE = "tram-2031/q1-a2-1\n二是探索電車票價優惠。\nSecond, we will explore tram fare discounts.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example as a project on disk, with a theme that asks for every interface word that the engine does not."""
    for name, content in example().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    asked = [", ".join([f'"{key}"', *(f"{name}=1" for name in names)]) for key, names in theme_strings().items()]
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/main.html").write_text("".join(f"{{{{ t({one}) }}}}\n" for one in asked), "utf-8")
    return tmp_path


def run(project: Path, *words: str) -> int:
    return main(["--root", str(project), *words])


def answering(monkeypatch: pytest.MonkeyPatch, answered: Callable[[str], str]) -> None:
    """Somebody at a terminal answers each question so."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answered)


def test_check_counts_what_it_found_to_be_right(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(project, "check")

    said = capsys.readouterr()
    assert (code, said.out, said.err) == (0, "18 sentences, 6 terms: no faults\n", "")


def test_a_state_that_was_found_without_faults_is_not_checked_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[Path] = []

    def noted(root: Path, drafts: bool, live: bool) -> Project:
        checks.append(root)
        return load_project(root, drafts, live)

    monkeypatch.setattr("verbatim.cache.found.load_project", noted)

    assert [run(project, "check"), run(project, "check"), len(checks)] == [0, 0, 1]
    (project / "data/stray.md").write_text("x", "utf-8")
    assert [run(project, "check"), run(project, "check"), len(checks)] == [1, 1, 3]
    (project / "data/stray.md").unlink()
    assert [run(project, "check"), len(checks)] == [0, 3]
    (project / "overrides/main.html").write_text("", "utf-8")
    assert [run(project, "check"), len(checks)] == [1, 4]


@pytest.mark.parametrize(("before", "after", "known"), [("data/README.md", "", False), ("", "data/stray.md", True)])
def test_what_was_edited_during_a_check_is_not_taken_for_checked(
    project: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, known: bool
) -> None:
    def edited(root: Path, drafts: bool, live: bool) -> Project:
        (root / (before or ".cache/x")).write_text("x", "utf-8")
        found = load_project(root, drafts, live)
        (root / (after or ".cache/x")).write_text("x", "utf-8")
        return found

    (project / ".cache").mkdir(exist_ok=True)
    monkeypatch.setattr("verbatim.cache.found.load_project", edited)

    assert run(project, "check") == 0
    assert (project / ".cache/checked.txt").exists() is known
    monkeypatch.undo()
    assert run(project, "check") == (1 if after else 0)


def test_a_check_of_a_known_state_loads_nothing_of_the_engine_but_what_reads_files(project: Path) -> None:
    run(project, "check")
    code = f"import sys; from verbatim.__main__ import main; main(['--root', {str(project)!r}, 'check']); print(*sorted(sys.modules))"
    command = [sys.executable, "-c", code]

    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")})

    said, loaded = done.stdout.splitlines()
    assert said == "18 sentences, 6 terms: no faults"
    own = {name for name in loaded.split() if name.startswith("verbatim")}
    assert own == {"verbatim", *(f"verbatim.{name}" for name in ("__main__", "cache", "cache.checked", "read", "read.files"))}
    assert not {"yaml", "jinja2"} & {*loaded.split()}


def test_a_check_needs_no_place_to_remember(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".cache").write_text("no folder", "utf-8")

    assert [run(project, "check"), run(project, "check")] == [0, 0]


def test_check_reports_every_fault_and_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("glossary", "index"):
        (project / f"docs/en/{name}.md").unlink()

    code = run(project, "check")

    said = capsys.readouterr()
    assert (code, said.out) == (1, "")
    assert said.err == (
        "docs/zh/glossary.md:1: W5 the page has no twin docs/en/glossary.md\n    fix: write the twin, or fix its faults\n\n"
        "docs/zh/index.md:1: W5 the page has no twin docs/en/index.md\n    fix: write the twin, or fix its faults\n\n"
        "2 faults.\n"
    )


@pytest.mark.parametrize("address", ["q1-a2-1", "tram-2031/q1-a2-1"])
def test_show_gives_a_sentence_in_both_languages(project: Path, capsys: pytest.CaptureFixture[str], address: str) -> None:
    code = run(project, "show", address)

    assert (code, capsys.readouterr().out) == (0, SENTENCE)


def test_show_without_an_address_lists_all_in_reading_order(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(project, "show")

    listed = capsys.readouterr().out.split()
    assert (code, len(listed), listed[0], listed[-1]) == (0, 18, "tram-2031/lead-1", "tram-2031/q2-a1-3")


def test_show_gives_a_sentence_whatever_is_wrong_elsewhere(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs/en/index.md").unlink()
    (project / "data/tram-2031/notes.yml").write_text("- {id: [", "utf-8")

    code = run(project, "show", "q1-a2-1")

    said = capsys.readouterr()
    assert (code, said.out, said.err) == (0, SENTENCE, "")
    assert [run(project, "show", "q9-1"), run(project, "show")] == [1, 1]
    said = capsys.readouterr()
    assert (said.out, said.err.count("Y1")) == ("", 2), "what cannot be read may hold it"
    (project / "data/tram-2031/notes.yml").unlink()
    assert run(project, "show") == 0


def test_show_fails_where_there_is_no_such_sentence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(project, "show", "q9-1")

    said = capsys.readouterr()
    assert (code, said.out, said.err) == (1, "", "there is no sentence 'q9-1'\n")


@pytest.mark.parametrize("said", ["yes", "q1-a2-1"])
def test_seal_seals_what_was_agreed_on_and_nothing_else(project: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    answering(monkeypatch, lambda _: said)
    page = project / "docs/en/tram-2031/chen-haizhou.md"
    page.write_text(page.read_text("utf-8").replace("Second, we will", "Second, in the town, we will"), "utf-8")
    before = example()[SEALS].decode("utf-8").splitlines()

    broken, sealed, mended = run(project, "check"), run(project, "seal", *([said] if said != "yes" else [])), run(project, "check")

    after = (project / SEALS).read_text("utf-8").splitlines()
    assert (broken, sealed, mended) == (1, 0, 0)
    assert [line.split()[0] for line in sorted(set(after) - set(before))] == ["q1-a2-1"]
    assert len(after) == len(before)


def test_where_nothing_is_sealed_no_list_of_seals_is_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, lambda _: "no")
    (project / SEALS).unlink()

    assert run(project, "seal") == 1
    assert not (project / SEALS).exists()


def test_an_interrupted_seal_keeps_what_was_agreed_on(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["yes", "yes"])

    def answered(_: str) -> str:
        for answer in answers:
            return answer
        raise KeyboardInterrupt

    answering(monkeypatch, answered)
    (project / SEALS).write_text("", "utf-8")

    assert run(project, "seal") == 1
    assert [line.split()[0] for line in (project / SEALS).read_text("utf-8").splitlines()] == ["lead-1", "panel-1"]
    assert re.match(r"\d+ not sealed; ", capsys.readouterr().err)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_seal_that_is_ended_from_outside_keeps_what_was_agreed_on(project: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    answers = iter(["yes"])

    def answered(_: str) -> str:
        for answer in answers:
            return answer
        os.kill(os.getpid(), getattr(signal, name))
        return "no"

    answering(monkeypatch, answered)
    (project / SEALS).write_text("", "utf-8")
    before = signal.getsignal(getattr(signal, name))

    assert run(project, "seal") == 1
    assert [line.split()[0] for line in (project / SEALS).read_text("utf-8").splitlines()] == ["lead-1"]
    assert signal.getsignal(getattr(signal, name)) == before


def test_who_seals_without_git_is_known_by_the_account(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project))
    monkeypatch.setattr("getpass.getuser", lambda: "haizhou")
    (project / SEALS).write_text("", "utf-8")

    assert run(project, "seal", "lead-1") == 1
    assert (project / SEALS).read_text("utf-8").split()[-1] == "haizhou"


def test_nobody_seals_without_a_name(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setenv("PATH", str(project))
    monkeypatch.setattr("getpass.getuser", nameless)

    assert run(project, "seal", "lead-1") == 1
    assert "nobody is known who seals; say who: `git config user.name NAME`" in capsys.readouterr().err


@pytest.mark.parametrize("answer", ["no", EOFError()])
def test_seal_shows_what_was_changed_and_leaves_what_was_not_agreed_on(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str | EOFError
) -> None:
    def answered(_: str) -> str:
        if isinstance(answer, EOFError):
            raise answer
        return answer

    answering(monkeypatch, answered)
    committed(project)
    page = project / "docs/en/tram-2031/chen-haizhou.md"
    page.write_text(page.read_text("utf-8").replace("Second, we will explore", "Second, at dawn, we will explore"), "utf-8")

    code = run(project, "seal")

    said = capsys.readouterr()
    assert code == 1
    assert "en: nothing → , at dawn" in said.out
    assert "no number and no word of the lists was changed" in said.out
    assert said.err.startswith("1 not sealed")
    assert (project / SEALS).read_bytes() == example()[SEALS]


def test_old_seals_of_a_renamed_section_stay_until_all_is_sealed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (*project.glob("docs/*/tram-2031/chen-haizhou.md"), *project.glob("data/tram-2031/*.yml")):
        path.write_text(path.read_text("utf-8").replace("q1-a2", "q1-fares"), "utf-8")
    kept = []
    for given in (["no", "no"], ["yes", "no"], ["yes"]):
        answers = iter(given)
        answering(monkeypatch, partial(lambda said, _: next(said), answers))
        run(project, "seal")
        lines = (project / SEALS).read_text("utf-8").splitlines()
        kept.append([line.split()[0] for line in lines if line.startswith(("q1-a2-", "q1-fares-"))])

    assert kept == [["q1-a2-1"], ["q1-fares-1", "q1-a2-1"], ["q1-fares-1"]]
    assert run(project, "seal") == 0


def committed(project: Path) -> None:
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=Me", "-c", "user.email=me@example.org", "commit", "-qm", "All"]):
        subprocess.run(["git", "-C", str(project), *command], check=True)


def test_of_several_pairs_that_are_named_those_whose_weight_was_changed_are_asked_for(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, lambda _: "no")
    committed(project)
    page = project / "docs/en/tram-2031/chen-haizhou.md"
    edited = page.read_text("utf-8").replace("Second, we will explore", "Second: We will explore")
    page.write_text(edited.replace("the travel of every household", "the travel of no household"), "utf-8")

    assert run(project, "seal", "q1-1", "q1-a2-1") == 1
    assert "this bears meaning: " in capsys.readouterr().out
    sealed = (project / SEALS).read_text("utf-8")
    assert [line.split()[0] for line in sorted({*sealed.splitlines()} - {*example()[SEALS].decode("utf-8").splitlines()})] == ["q1-a2-1"]
    assert run(project, "seal", "q1-1") == 0


def test_of_several_pairs_that_are_named_those_that_were_committed_without_a_seal_are_asked_for(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, lambda _: "no")
    page = project / "docs/en/tram-2031/chen-haizhou.md"
    edited = page.read_text("utf-8").replace("Second, we will explore", "Second, at dawn, we will explore")
    page.write_text(edited.replace("the travel of every household", "the travel of no household"), "utf-8")
    committed(project)

    assert run(project, "seal", "q1-1", "q1-a2-1") == 1
    assert "committed without a seal" in capsys.readouterr().out
    assert (project / SEALS).read_bytes() == example()[SEALS]
    assert run(project, "seal", "tram-2031/q1-1") == 1
    assert run(project, "seal", "q1-a2-1") == 0


def test_of_several_entries_that_are_named_those_are_asked_for_that_say_something_else(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, lambda _: "no")
    committed(project)
    register = project / "data/tram-2031/targets.yml"
    light = register.read_text("utf-8").replace("en: projects completed last year}", "en: Projects completed last year}")
    register.write_text(light.replace("strength: explore", "strength: ensure"), "utf-8")

    assert run(project, "seal", "entry/projects-done", "entry/fare-discounts") == 1

    assert "strength: explore → ensure" in capsys.readouterr().out
    sealed = (project / SEALS).read_text("utf-8")
    new = sorted({*sealed.splitlines()} - {*example()[SEALS].decode("utf-8").splitlines()})
    assert [line.split()[0] for line in new] == ["entry/projects-done"]


def test_without_a_terminal_nothing_is_sealed_that_must_be_asked_for(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n" * 9))
    committed(project)
    page = project / "docs/en/tram-2031/chen-haizhou.md"
    edited = page.read_text("utf-8").replace("Second, we will explore", "Second: we will explore")
    page.write_text(edited.replace("the travel of every household", "the travel of no household"), "utf-8")

    assert run(project, "seal") == 1
    assert (project / SEALS).read_bytes() == example()[SEALS]
    assert capsys.readouterr().err.endswith("where you can be asked for: tram-2031/q1-1, tram-2031/q1-a2-1\n")
    assert run(project, "seal", "q1-1", "q1-a2-1") == 1
    assert capsys.readouterr().err.endswith("where you can be asked for: tram-2031/q1-1\n")


def test_who_seals_is_no_second_reader(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", str(project))
    monkeypatch.setattr("getpass.getuser", lambda: "Vera Fier")
    seals = (project / SEALS).read_text("utf-8")
    (project / SEALS).write_text(re.sub(r"^(q1-a2-1) (\w+)$", r"\1 reviewed:\2 2031-03-04 vera fier", seals, flags=re.M), "utf-8")

    assert run(project, "seal", "q1-a2-1") == 0

    assert "q1-a2-1: reviewed by who seals now, so that no second person is recorded" in capsys.readouterr().err
    assert re.search(r"^q1-a2-1 \w{16} [-\d]{10} Vera Fier$", (project / SEALS).read_text("utf-8"), re.M)


def test_what_is_named_and_is_not_to_be_sealed_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "seal", "q1-1") == 1
    assert "'q1-1' is nothing that is to be sealed" in capsys.readouterr().err


@pytest.mark.parametrize(("terminal", "plain", "coloured"), [(True, "", True), (True, "1", False), (False, "", False)])
def test_what_went_and_what_came_is_in_colour_on_a_terminal(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool, plain: str, coloured: bool
) -> None:
    answering(monkeypatch, lambda _: "no")
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    monkeypatch.setenv("NO_COLOR", plain)
    committed(project)
    page = project / "docs/en/tram-2031/chen-haizhou.md"
    page.write_text(page.read_text("utf-8").replace("Second, we will explore", "Second, at dawn, we will explore"), "utf-8")

    run(project, "seal")

    said = capsys.readouterr().out
    assert ("en: \x1b[31mnothing\x1b[0m → \x1b[32m, at dawn\x1b[0m" in said) == coloured
    assert ("en: nothing → , at dawn" in said) != coloured


@pytest.mark.parametrize(("answer", "code"), [("yes", 0), ("no", 1)])
def test_seal_shows_a_changed_entry_beside_its_sentence(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str, code: int
) -> None:
    answering(monkeypatch, lambda _: answer)
    register = project / "data/tram-2031/targets.yml"
    register.write_text(register.read_text("utf-8").replace("what: {zh: 去年完成的工程, en", "what: {zh: 去年做完的工程, en"), "utf-8")

    assert run(project, "check") == 1
    assert run(project, "seal") == code

    said = capsys.readouterr().out
    assert "entry/projects-done\n  " in said
    assert "去年做完的工程" in said
    assert run(project, "check") == code


def test_seal_shows_an_entry_whose_sentence_is_unknown(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, lambda _: "no")
    register = project / "data/tram-2031/targets.yml"
    register.write_text(register.read_text("utf-8").replace("at: q1-a0-2", "at: q1-a0-99"), "utf-8")

    assert run(project, "seal") == 1


def test_seal_seals_no_pages_whose_lines_are_no_twins(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = project / "docs/en/tram-2031/chen-haizhou.md"
    page.write_text(page.read_text("utf-8").replace("Second, we will explore tram fare discounts.", "Second.\nDiscounts."), "utf-8")

    code = run(project, "seal")

    assert code == 1
    assert "W2 paragraph 1 of {#q1-a2}" in capsys.readouterr().err


def test_freeze_adds_what_is_new(project: Path) -> None:
    (project / "data/published.txt").write_text("term long-gone\n", "utf-8")

    code = run(project, "freeze")

    lines = (project / "data/published.txt").read_text("utf-8").splitlines()
    assert code == 0
    assert {"term long-gone", "page index", "file data/tram-2031/published.txt"} <= set(lines)


@pytest.mark.parametrize(
    "words",
    [
        ["freeze"],
        ["seal"],
        ["todo", "tram-2031"],
        ["new", "port-2033", "source.txt"],
        ["translate", "out", "tram-2031", "tram.xlf"],
        ["translate", "out", "tram-2031", "tram.tbx"],
        ["translate", "in", "tram-2031", "tram.xlf"],
    ],
)
@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        ("data/vocabulary.yml", "", "", ": F1 the file holds CR"),
        ("data/tram-2031/event.yml", "title: ", "title: 5 #", "data/tram-2031/event.yml:1: Y"),
        ("data/tram-2031/targets.yml", "value: 14", "value: some", "Y5 'some' is not a number"),
        ("docs/en/tram-2031/chen-haizhou.md", "Second, we", "**Second, we", "docs/en/tram-2031/chen-haizhou.md:"),
    ],
)
def test_nothing_is_made_of_what_cannot_be_read(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    path: str,
    old: str,
    new: str,
    says: str,
) -> None:
    monkeypatch.chdir(project)
    source(project)
    (project / "tram.xlf").write_text("", "utf-8")
    text = (project / path).read_text("utf-8")
    (project / path).write_bytes((text.replace(old, new, 1) if old else f"{text}\r\n").encode("utf-8"))
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    assert run(project, *words) == 1
    assert says in capsys.readouterr().err
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_export_writes_the_open_data(project: Path) -> None:
    code = run(project, "export", str(project / "out"))

    written = {path.relative_to(project / "out").as_posix(): path.read_bytes() for path in (project / "out").rglob("*.*")}
    assert code == 0
    charts = {name for name in written if name.startswith("pictures/")}
    assert set(written) - charts == {"segments.json", "targets.json", "targets.csv", "terms.json", "turns.json", "people.json"}
    assert len(charts) > 2
    assert b"\r" not in b"".join(written.values())


def test_materialise_writes_plain_pages_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "overrides/assets").mkdir()
    for name in ("assets/mark.svg", "licenses.txt"):
        (project / "overrides" / name).write_bytes((ROOT / "overrides" / name).read_bytes())

    assert run(project, "materialise", str(project / "out"), "--site", "https://example.org/p") == 0
    assert "site_url: https://example.org/p/" in (project / "out/mkdocs.yml").read_text("utf-8")
    assert run(project, "materialise", str(project / "out")) == 1
    assert "name a new folder" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "taken").write_text("a file")

    assert run(project, "export", str(project / "taken")) == 1
    assert f"{project / 'taken'}" in capsys.readouterr().err


def test_an_unknown_command_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(project, "print-all")

    assert stopped.value.code == 2
    assert "invalid choice: 'print-all'" in capsys.readouterr().err


def source(project: Path, text: str = "主持人 石磊:好。\n田野:今年將新建碼頭3座。") -> str:
    path = project / "source.txt"
    path.write_text(text, "utf-8")
    return str(path)


def test_new_writes_a_draft_and_todo_lists_what_is_open(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    english = project / "english.txt"
    english.write_text("Moderator Shi Lei: Good day.\nTian Ye: This year, we will build 3 piers.", "utf-8")

    code = run(project, "new", "port-2033", source(project), "--english", str(english), "--title", "碼頭", "Piers", "--day", "2033-04-05")

    said = capsys.readouterr().out.splitlines()
    assert (code, said[0], said[-1]) == (
        0,
        "data/port-2033/event.yml",
        "port-2033: 7 open points (event 3, people 3, register 1)",
    )
    assert (project / "docs/en/port-2033/briefing.md").read_text("utf-8").count("TODO") == 0
    assert run(project, "todo", "port-2033") == 0
    assert capsys.readouterr().out.count("\n  data/port-2033/") == 7
    assert run(project, "check") == 1
    assert capsys.readouterr().err.startswith("data/port-2033/event.yml:6: O1 port-2033 is a draft: 7 open points")


def test_new_says_how_the_titles_of_all_pages_can_be_had(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "new", "port-2033", source(project)) == 0

    assert "`./run fill port-2033` writes them" in capsys.readouterr().out.splitlines()[-2]


def test_new_never_writes_over_an_event_and_says_what_is_missing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    codes = [run(project, "new", "tram-2031", str(project / "data/units.yml")), run(project, "new", "port-2033", str(project / "none.txt"))]

    assert codes == [1, 1]
    assert capsys.readouterr().err.splitlines() == [
        "data/tram-2031/agreement.yml: the event 'tram-2031' is there already; choose another id, or remove its files first",
        f"{project / 'none.txt'}: No such file or directory",
    ]
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        *(([name, "source.txt"], f"{name!r} is no id of an event; {EVENT_NAMES}, such as port-2033") for name in NO_IDS),
        (["port-2033", "."], ".: Is a directory"),
        (["port-2033", "empty.txt"], "empty.txt: the file holds no text"),
        (["port-2033", "picture.txt"], "picture.txt: the encoding is none of UTF-8, UTF-16, GB18030 and Big5; save the text as UTF-8"),
        (["port-2033", "source.txt", "--day", "2033-13-45"], "--day: '2033-13-45' is not a date such as 2023-02-15"),
        (["port-2033", "source.txt", "--like", "none-2030"], "there is no event 'none-2030'; data/ has: tram-2031"),
        (["port-2033", "source.txt", "--english", "none.txt"], "none.txt: No such file or directory"),
        (
            ["port-2033", "source.txt", "--title", "Piers", "碼頭"],
            "--title: write the Chinese title first, then the English one; these are 'Piers' and '碼頭'",
        ),
    ],
)
def test_new_says_in_one_line_what_it_cannot_use_and_writes_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    source(project)
    (project / "empty.txt").write_bytes(b" \n")
    (project / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    monkeypatch.chdir(project)

    assert run(project, "new", *arguments) == 1
    assert capsys.readouterr().err == f"{says}\n"
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_new_with_one_title_ends_with_one_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(project, "new", "port-2033", source(project), "--title", "碼頭")

    assert stopped.value.code == 1
    assert capsys.readouterr().err == "argument --title: expected 2 arguments; `./run new --help` shows the form\n"


def test_todo_of_an_unknown_event_names_those_that_there_are(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "todo", "port-2033") == 1
    assert capsys.readouterr().err == "there is no event 'port-2033'; data/ has: tram-2031\n"


def test_translate_hands_an_event_over_and_takes_it_back(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "tram.xlf"

    assert run(project, "translate", "out", "tram-2031", str(file)) == 0
    assert run(project, "translate", "in", "tram-2031", str(file)) == 0
    assert capsys.readouterr().out == "lines changed: 0\n"
    file.write_text(file.read_text("utf-8").replace("tram fare discounts", "discounts on tram fares"), "utf-8")
    assert run(project, "translate", "in", "tram-2031", str(file)) == 0
    assert "lines changed: 1\n" in capsys.readouterr().out
    assert "discounts on tram fares" in (project / "docs/en/tram-2031/chen-haizhou.md").read_text("utf-8")
    assert run(project, "translate", "in", "tram-2031", str(project / "none.xlf")) == 1


def test_sheet_hands_a_list_over_and_takes_it_back(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, file = "data/tram-2031/people.yml", project / "people.csv"

    assert run(project, "sheet", "out", path, str(file)) == 0
    assert run(project, "sheet", "in", path, str(file)) == 0
    assert capsys.readouterr().out == "values changed: 0, records added: 0\n"
    file.write_bytes(file.read_bytes().replace(b"Lin Shuya:", b"Ms Lin:"))
    assert run(project, "sheet", "in", path, str(file)) == 0
    assert "lin-shuya, label.en: Lin Shuya: → Ms Lin:\n" in capsys.readouterr().out
    assert 'en: "Ms Lin:"' in (project / path).read_text("utf-8")


def test_check_of_an_event_lists_its_faults_in_the_order_of_work(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / SEALS).write_text("", "utf-8")
    (project / "docs/en/tram-2031/brief.md").unlink()
    (project / "docs/en/index.md").unlink()

    code = run(project, "check", "tram-2031")

    said = capsys.readouterr().out
    assert code == 1
    assert said.index("2. pages, source and turns (1)") < said.index("docs/zh/tram-2031/brief.md:1: W5") < said.index("6. seals and lists")
    assert "none of the 18 sentences and " in said
    assert said.endswith("2 faults: W5 1, W6 1\n1 more in files of other events or of all: `./run check` lists them\n")


def test_check_of_an_event_counts_the_pairs_that_a_seal_settles_and_puts_its_list_last(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, shared = project / "docs/en/tram-2031/chen-haizhou.md", project / "data/published.txt"
    page.write_text(page.read_text("utf-8").replace("we will ", "we shall "), "utf-8")
    (project / "data/tram-2031/published.txt").unlink()
    shared.write_text(
        "".join(line for line in shared.read_text("utf-8").splitlines(True) if "tram-2031/published.txt" not in line), "utf-8"
    )

    assert run(project, "check", "tram-2031") == 1
    said = capsys.readouterr().out
    assert said.count(": W6 ") == 1
    assert re.search(r"\n  W6: \d+ more, which `\./run seal` shows\n", said)
    assert said.index("6. seals and lists") < said.index("published.txt:1: F2")


def test_check_of_an_event_without_faults_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "check", "tram-2031") == 0
    assert capsys.readouterr().out == "tram-2031: no faults\n"
    (project / SEALS).write_text("", "utf-8")
    assert run(project, "check", "tram-2031") == 1
    assert capsys.readouterr().out.endswith("\n1 fault: W6 1\n")
    (project / SEALS).write_bytes(example()[SEALS])
    (project / "docs/en/index.md").unlink()
    assert run(project, "check", "tram-2031") == 0
    assert capsys.readouterr().out == "0 faults\n1 more in files of other events or of all: `./run check` lists them\n"


@pytest.mark.parametrize("content", [b"- id: [open\n", b"\xff", b"{}\n"])
def test_check_of_an_event_says_what_keeps_it_from_being_checked(project: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (project / SEALS).write_text("", "utf-8")
    (project / "data/vocabulary.yml").write_bytes(content)

    assert run(project, "check", "tram-2031") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("data/vocabulary.yml:")


@pytest.mark.parametrize("event", ["port-2033", "tram-2031/", "schema", "."])
def test_check_of_an_event_that_is_not_there_names_those_that_are(project: Path, capsys: pytest.CaptureFixture[str], event: str) -> None:
    (project / "data/schema").mkdir()

    assert run(project, "check", event) == 1
    assert capsys.readouterr().err == f"there is no event {event!r}; data/ has: tram-2031\n"


def test_many_faults_come_with_totals(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / SEALS).write_text("lead-1 0\n", "utf-8")

    run(project, "check")

    assert re.search(r"\n\n\d+ faults: W6 18, W7 \d+\.\n\Z", capsys.readouterr().err)


def test_a_reader_that_has_enough_ends_the_program_quietly(project: Path) -> None:
    command = [sys.executable, "-m", "verbatim", "--root", str(project), "show"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_a_broken_pipe_is_no_fault(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> int:
        raise BrokenPipeError

    monkeypatch.setattr("verbatim.commands.show.run", gone)
    monkeypatch.setattr("os.dup2", lambda *_: None)

    assert run(project, "show") == 0
