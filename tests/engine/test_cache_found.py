"""What a check found is kept for the next one, which says what it would say without it."""

from __future__ import annotations

import gc
import os
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verbatim.analysis.across_events import named
from verbatim.analysis.proof_summary import proved
from verbatim.cache import found as cache_found
from verbatim.cache.checked import engine_state
from verbatim.html.directives import DIRECTIVES
from verbatim.model.addresses import Urls
from verbatim.project import inspected, look_ahead
from verbatim.read.cache_folder import read_with_checksum, write_with_checksum
from verbatim.read.files import CACHE, read_tree
from verbatim.read.summaries import Summaries
from verbatim.text.cache import Found, Listed, Part, begin, cached, parts, uncollected, within

from .example import ROOT, example
from .test_command_line import project, run

__all__ = ["project"]
PAGE = "docs/en/tram-2031/chen-haizhou.md"
KEPT, OF_EVENTS = Path(CACHE) / "found.pickle", Path(CACHE) / "found"


@pytest.fixture(autouse=True)
def memories() -> Iterator[None]:
    """Each test begins as a process does, and leaves nothing to the next one."""
    forgotten()
    yield
    forgotten()


def forgotten() -> None:
    begin(lambda part: {})


def found_out() -> dict[str, int]:
    """How much each function had to find out since the process began, by its name."""
    new = [(name, found.keys() - part.earlier().get(name, {}).keys()) for part in parts() for name, found in part.found.items()]
    return {name: sum(len(keys) for other, keys in new if other == name) for name, keys in new if keys}


def said(project: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, int]:
    """What a process says that checks a project, and how much it had to find out."""
    forgotten()
    code = run(project, "check")
    told = capsys.readouterr()
    found = sum(found_out().values())
    (project / CACHE / "checked.txt").unlink(missing_ok=True)
    return code, told.out + told.err, found


def is_found_out_again(second: tuple[int, str, int], first: tuple[int, str, int]) -> bool:
    """Whether a check says what another one said, and found it out anew, but for what a process learns once of the engine's own tables."""
    return second[:2] == first[:2] and first[2] - second[2] < first[2] / 100


def nothing_kept(project: Path) -> None:
    (project / KEPT).unlink()
    shutil.rmtree(project / OF_EVENTS)


def edited(
    project: Path, capsys: pytest.CaptureFixture[str], path: str, old: str, new: str
) -> tuple[tuple[int, str, int], int, tuple[int, str, int]]:
    """What a check says after an edit, how many events it checked again, and what a check says then that knows nothing."""
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new, 1), "utf-8")

    knowing = said(project, capsys)
    again = found_out().get("verbatim.rules._of_event", 0)
    nothing_kept(project)
    return knowing, again, said(project, capsys)


EDITS = [
    (PAGE, "Second, we will explore", "Second, we will not explore"),
    ("docs/zh/tram-2031/chen-haizhou.md", "二是探索", "二是加快探索"),
    ("data/tram-2031/targets.yml", "what: {zh: 去年完成的工程", "what: {zh: 去年完成的3項工程"),
    ("data/counterparts.yml", "zh: [不", "zh: [探索, 不"),
    ("data/numerals-that-count-nothing.yml", "find: [", "find: [三站, "),
    ("overrides/main.html", '{{ t("', '{{ t("other")}}{{ t("'),
    ("data/tram-2031/terms.yml", "- id: ", "- ID: "),
]


@pytest.mark.parametrize(("path", "old", "new"), EDITS)
def test_an_edit_is_reported_as_by_a_check_that_knows_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], path: str, old: str, new: str
) -> None:
    before = said(project, capsys)

    knowing, _, fresh = edited(project, capsys, path, old, new)

    assert (knowing[0], knowing[1]) == (fresh[0], fresh[1])
    assert knowing[2] < fresh[2]
    assert before[0] == 0


def doubled(project: Path) -> None:
    """Add the event again under another name; what both bring along is then at fault, in every check alike."""
    for folder in ("data", "docs/zh", "docs/en"):
        shutil.copytree(project / folder / "tram-2031", project / folder / "tram-2032")


AGAIN = [
    (PAGE, "Second, we will explore", "Second, we will not explore", 1),
    ("docs/zh/tram-2032/chen-haizhou.md", "二是探索", "二是加快探索", 1),
    ("data/tram-2032/targets.yml", "what: {zh: 去年完成的工程", "what: {zh: 去年完成的3項工程", 1),
    ("data/tram-2031/seals.txt", "q1-1 ", "q1-1 0", 1),
    ("data/tram-2031/terms.yml", "zh: ", "zh: 新", 2),
    ("data/tram-2032/people.yml", "pinyin: ", "pinyin: X", 2),
    ("data/vocabulary.yml", "operators:", "# a remark\noperators:", 2),
    ("data/counterparts.yml", "zh: [不", "zh: [探索, 不", 2),
    ("data/numerals-that-count-nothing.yml", "find: [", "find: [三站, ", 2),
    ("data/strings.yml", 'colon: {zh: "：", en: ": "}', 'colon: {zh: "：", en: ":"}', 0),
    ("data/words.yml", "words: [", "words: [Xenial, ", 0),
    ("docs/en/glossary.md", "title: ", "title: X", 0),
    ("overrides/main.html", '{{ t("', '{{ t("other")}}{{ t("', 0),
]
"""An edit, and how many of two events are checked again after it."""


@pytest.mark.parametrize(("path", "old", "new", "events"), AGAIN)
def test_an_edit_has_only_those_events_checked_again_that_hold_or_share_what_it_changed(
    project: Path, capsys: pytest.CaptureFixture[str], path: str, old: str, new: str, events: int
) -> None:
    doubled(project)
    said(project, capsys)

    knowing, again, fresh = edited(project, capsys, path, old, new)

    assert knowing[:2] == fresh[:2]
    assert again == events


class Harm:
    """What a pickle of somebody else could name: a function that does something."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.path,)


class Stranger(int):
    """A class that is no record."""


@pytest.mark.parametrize("kind", [Harm, Stranger])
def test_what_is_kept_can_run_no_code(project: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: type) -> None:
    first = said(project, capsys)
    content = pickle.dumps({"verbatim.rules._of_event": kind(tmp_path / "harm") if kind is Harm else kind(1)})
    for path in (KEPT, OF_EVENTS / "tram-2031.pickle"):
        write_with_checksum(project, path.as_posix(), content, engine_state())

    assert is_found_out_again(said(project, capsys), first)
    assert not (tmp_path / "harm").exists()


def test_what_was_found_before_is_not_found_out_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, kept_ = said(project, capsys), (project / KEPT).read_bytes()
    second = said(project, capsys)

    assert (first[2] > 100, second[2]) == (True, 0)
    assert (project / KEPT).read_bytes() == kept_


@pytest.mark.parametrize("damage", ["cut", "engine", "folder"])
def test_what_is_damaged_or_of_another_engine_is_found_out_again(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    first = said(project, capsys)
    if damage == "engine":
        monkeypatch.setattr("verbatim.__main__.engine_state", lambda: "another")
    for path in (project / KEPT, project / OF_EVENTS / "tram-2031.pickle"):
        if damage == "cut":
            path.write_bytes(path.read_bytes()[:-1])
        elif damage == "folder":
            path.unlink()
            path.mkdir()

    assert is_found_out_again(said(project, capsys), first)


def test_faults_are_kept_as_well(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "data/tram-2031/terms.yml").write_text("- {id: x}\n", "utf-8")

    first, second = said(project, capsys), said(project, capsys)

    assert first[:2] == second[:2]
    assert first[0] == 1
    assert second[2] == 0


@pytest.mark.parametrize("path", ["data/tram-2031/event.yml", "data/units.yml"])
def test_a_file_that_cannot_be_read_is_reported_again(project: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    sound = (project / path).read_text("utf-8")
    whole = said(project, capsys)
    (project / path).write_text(f"{sound}zzz: [un\n", "utf-8")

    first, second = said(project, capsys), said(project, capsys)
    (project / path).write_text(sound, "utf-8")
    mended = said(project, capsys)

    assert first[:2] == second[:2]
    assert " Y1 " in first[1]
    assert mended == (*whole[:2], 0)


def test_nothing_is_kept_of_an_engine_that_was_edited_meanwhile(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verbatim.__main__.engine_state", lambda: "before")

    said(project, capsys)

    assert not (project / KEPT).exists()


def test_a_process_reads_what_is_kept_once_and_writes_it_once(project: Path) -> None:
    first = cache_found.cached_project(project, project / CACHE, engine_state())[0]
    (project / KEPT).unlink()
    second = cache_found.cached_project(project, project / CACHE, engine_state())[0]

    assert [*first.corpus.segments()] == [*second.corpus.segments()]
    assert not (project / KEPT).exists()


def test_what_no_loaded_module_wants_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = said(project, capsys)
    content = read_with_checksum(project, KEPT.as_posix(), engine_state())
    assert content is not None
    write_with_checksum(project, KEPT.as_posix(), pickle.dumps({**pickle.loads(content), "another": {(1,): 1}}), engine_state())

    assert said(project, capsys) == (*first[:2], 0)


def test_only_what_was_found_of_an_edited_event_is_read_and_written_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doubled(project)
    said(project, capsys)
    before = {path.name: path.read_bytes() for path in (project / OF_EVENTS).iterdir()}
    text = (project / PAGE).read_text("utf-8")
    (project / PAGE).write_text(text.replace("Second, we will explore", "Second, we will not explore"), "utf-8")
    (project / OF_EVENTS / "tram-2032.pickle").write_bytes(b"")

    said(project, capsys)

    assert [part.name for part in parts()] == ["", "tram-2031"]
    assert before.keys() == {"tram-2031.pickle", "tram-2032.pickle"}
    assert (project / OF_EVENTS / "tram-2031.pickle").read_bytes() != before["tram-2031.pickle"]
    assert (project / OF_EVENTS / "tram-2032.pickle").read_bytes() == b""


def test_nothing_is_kept_of_an_event_that_is_gone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doubled(project)
    said(project, capsys)
    for folder in ("data", "docs/zh", "docs/en"):
        shutil.rmtree(project / folder / "tram-2032")

    said(project, capsys)

    assert [path.name for path in (project / OF_EVENTS).iterdir()] == ["tram-2031.pickle"]


def test_all_stays_of_a_function_that_was_not_asked() -> None:
    begin(lambda name: {"one": {(1,): 2, (2,): 4}})
    part = Part("")

    assert part.wanted(complete=True) == {"one": {(1,): 2, (2,): 4}}
    part.add("one", 2, lambda _: pytest.fail("it was earlier"), (1,))
    assert part.wanted(complete=True) == {"one": {(1,): 2}}
    assert part.wanted(complete=False) == {"one": {(1,): 2, (2,): 4}}


def test_what_was_left_of_a_part_is_held_of_the_last_ones_and_of_that_without_a_name() -> None:
    read: list[str] = []

    def left(name: str) -> Found:
        read.append(name)
        return {}

    @cached(99)
    def twice(number: int) -> int:
        return 2 * number

    begin(left)
    for first, event in enumerate("abcda"):
        for second in range(3):
            with within(event):
                twice(10 * first + second)
            twice(100 + second)

    assert read == ["a", "", "b", "c", "d", "a"]


def test_the_oldest_is_forgotten_where_there_is_too_much() -> None:
    asked: list[int] = []

    @cached(2)
    def twice(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [twice(number) for number in (1, 2, 1, 3, 2, 1)] == [2, 4, 2, 6, 4, 2]
    assert asked == [1, 2, 3, 1]


def test_what_was_found_in_one_part_is_not_found_out_again_in_another_and_kept_with_both() -> None:
    asked: list[int] = []

    @cached(9)
    def twice(number: int) -> int:
        asked.append(number)
        return 2 * number

    @cached(9)
    def of(listed: Listed[int]) -> int:
        return twice(listed.value)

    assert (of(Listed(1, part="a")), of(Listed(1, "again", part="b"))) == (2, 2)
    with within("c"):
        assert twice(1) == 2

    assert asked == [1]
    assert {part.name: [*map(len, part.found.values())] for part in parts()} == {"": [2], "a": [1], "b": [1], "c": [1]}


@pytest.mark.parametrize("enabled", [True, False])
def test_cycles_of_references_are_looked_for_again_afterwards_if_they_were_before(enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    with uncollected():
        inside = gc.isenabled()
    after = gc.isenabled()
    (gc.enable if before else gc.disable)()

    assert (inside, after) == (False, enabled)


def test_a_large_argument_is_compared_by_its_text() -> None:
    one, same, other = Listed((1, 2)), Listed((1, 2)), Listed((3, 4), "three")

    assert (one == same, hash(one) == hash(same), one == other, other == Listed((5, 6), "three")) == (True, True, False, True)


def test_what_a_double_of_the_process_found_ahead_is_not_found_again(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = said(project, capsys)
    nothing_kept(project)
    asked: list[list[str]] = []

    def ended(code: int) -> None:
        raise SystemExit(code)

    def double(events: list[str], workers: int, fewest: int) -> tuple[frozenset[str], tuple[int, ...]]:
        asked.append(events)
        return frozenset(events), ()

    forgotten()
    with monkeypatch.context() as within_double:
        within_double.setattr(cache_found, "forked", double)
        within_double.setattr("os._exit", ended)
        with pytest.raises(SystemExit):
            cache_found.cached_project(project, project / CACHE, engine_state(), workers=2)
    assert asked == [["tram-2031"]]
    assert {path.name.partition("-")[0] for path in (project / CACHE).glob("*.pickle")} == {"ahead"}

    monkeypatch.setattr(cache_found, "forked", lambda events, workers, fewest: (None, [os.getpid()]))
    monkeypatch.setattr(cache_found, "wait_for", lambda processes: None)
    for asked_once in ("verbatim.rules.register.check", "verbatim.read.load.passages"):
        monkeypatch.delattr(asked_once)

    assert said(project, capsys)[:2] == first[:2]
    assert [*(project / CACHE).glob("ahead-*")] == []


def test_a_double_that_found_nothing_costs_time_alone(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = said(project, capsys)
    nothing_kept(project)
    left = [project / CACHE / name for name in ("ahead-1.pickle", ".ahead-2.pickle.part")]  # of processes that were killed
    for path in left:
        path.write_bytes(b"")
    monkeypatch.setattr(cache_found, "forked", lambda events, workers, fewest: (None, [os.getpid()]))
    monkeypatch.setattr(cache_found, "wait_for", lambda processes: None)

    assert is_found_out_again(said(project, capsys), first)
    assert not any(path.exists() for path in left)


@pytest.mark.parametrize("what", ["data/vocabulary.yml", "nothing"])
def test_events_are_looked_at_ahead_with_all_that_their_rules_read(what: str) -> None:
    files = {path: content for path, content in {**example(), **read_tree(ROOT / "tests/events")}.items() if path != what}
    begin(lambda part: {})
    look_ahead(files, {"fog-harbor-2033"})
    ahead = {name: {*found} for part in parts() for name, found in part.found.items() if name == "verbatim.rules._of_event"}
    begin(lambda part: {})
    inspected(files)
    found = {name: {*found} for part in parts() for name, found in part.found.items() if name == "verbatim.rules._of_event"}

    assert len(ahead.get("verbatim.rules._of_event", ())) == (0 if what != "nothing" else 1)
    assert ahead.get("verbatim.rules._of_event", set()) <= found.get("verbatim.rules._of_event", set())


def test_the_proof_of_an_event_is_kept_where_it_is_found_ahead() -> None:
    files = {**example(), **read_tree(ROOT / "tests/events")}
    begin(lambda part: {})
    look_ahead(files, {"fog-harbor-2033"}, [proved])
    corpus = inspected(files)[0]
    assert corpus

    with within("fog-harbor-2033"):
        DIRECTIVES["proof"].gather(corpus, Urls(), corpus.transcripts["fog-harbor-2033"], Summaries(corpus))

    assert [part.name for part in parts() if part.found["verbatim.analysis.proof_summary.proved"]] == [""]


@pytest.mark.parametrize("is_sound", [True, False])
def test_what_is_wanted_of_events_is_found_ahead_where_they_have_no_faults(is_sound: bool) -> None:
    files = {**example(), **read_tree(ROOT / "tests/events")}
    if not is_sound:
        files["data/fog-harbor-2033/seals.txt"] = b""
    begin(lambda part: {})

    look_ahead(files, {"fog-harbor-2033"}, [named])

    found = [answer for part in parts() for answer in part.found["verbatim.analysis.across_events.named"].values()]
    assert [bool(one["people"]) for one in found] == [True] * is_sound
