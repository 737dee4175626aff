"""Shares of the events: each event is in exactly one, and processes are begun only where that is worth it."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from verbatim.cache.shares import InvalidPart, forked, number_of, share, wait_for

EVENTS = ("d", "b", "e", "a", "c")


@pytest.mark.parametrize("parts", [1, 2, 3, 7])
def test_each_event_is_in_exactly_one_share(parts: int) -> None:
    shares = [share(EVENTS, f"{part}/{parts}") or () for part in range(1, parts + 1)]
    assert sorted(event for one in shares for event in one) == sorted(EVENTS)


def test_a_share_does_not_depend_on_the_order_of_the_events() -> None:
    assert share(EVENTS, "2/3") == share(sorted(EVENTS), "2/3") == frozenset("be")


def test_without_a_part_there_is_no_share() -> None:
    assert share(EVENTS, "") is None


@pytest.mark.parametrize("text", ["0/2", "3/2", "2", "2/", "1/2/3", "a/b", "-1/2", "1 / 2"])
def test_a_part_that_is_none_is_reported(text: str) -> None:
    with pytest.raises(InvalidPart, match="which is no part of a whole\n    fix: "):
        share(EVENTS, text)


def test_a_number_of_processes_is_stated_or_that_of_the_cores_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 5})

    assert number_of("3") == 3
    assert number_of("") == 2
    for text in ("0", "-1", "many"):
        with pytest.raises(InvalidPart, match=f"WORKERS is '{text}', which is no number"):
            number_of(text)


@pytest.mark.parametrize(
    ("events", "workers", "fewest", "processes"), [(7, 4, 2, 0), (8, 4, 2, 2), (40, 1, 2, 0), (40, 1, 1, 1), (3, 1, 1, 0), (40, 3, 2, 3)]
)
def test_each_process_has_a_share_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, events: int, workers: int, fewest: int, processes: int
) -> None:
    monkeypatch.setattr("verbatim.cache.shares.threads", lambda: 1)  # a program that runs tests may have more
    names = [f"{number:02}" for number in range(events)]

    own, begun = forked(names, workers, fewest)
    if own is not None:
        try:
            (tmp_path / str(os.getpid())).write_text(" ".join(sorted(own)))
        finally:
            os._exit(3)
    wait_for(begun)

    written = [path.read_text().split() for path in tmp_path.iterdir()]
    assert {path.name for path in tmp_path.iterdir()} == {str(process) for process in begun}
    assert len(begun) == processes
    assert sorted(name for share in written for name in share) == (names if processes else [])


def test_a_process_that_was_doubled_is_silent_and_doubles_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    silent: list[int] = []
    monkeypatch.setattr("verbatim.cache.shares.threads", lambda: 1)
    monkeypatch.setattr("os.fork", lambda: 0)
    monkeypatch.setattr("os.dup2", lambda _, stream: silent.append(stream))

    assert forked([*"abcdefgh"], 2) == (frozenset("aceg"), ())
    assert silent == [1, 2]


def test_a_process_with_threads_makes_all_alone() -> None:
    done = Event()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(done.wait)
        try:
            found = forked([*"abcdefgh"], 2)
        finally:
            done.set()
    assert found == (None, [])


def test_where_the_system_allows_no_more_processes_one_makes_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = iter([7])

    def fork() -> int:
        for process in begun:
            return process
        raise BlockingIOError

    monkeypatch.setattr("verbatim.cache.shares.threads", lambda: 1)
    monkeypatch.setattr("os.fork", fork)

    assert forked([*"abcdefgh"], 2) == (None, [7])


def test_nothing_that_a_build_does_first_brings_threads() -> None:
    """The minifier does, also those that Python does not know."""
    asked = "import sys; sys.path.insert(0, 'hooks'); import mkdocs_hooks; from verbatim.cache.shares import threads; "
    asked += "from pathlib import Path; from verbatim.project import load_project; load_project(Path()); print(threads()); "
    asked += "mkdocs_hooks.BUILD.engine.small_page('<p>'); print(threads())"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    before, after = map(int, done.stdout.split())
    assert before == 1 < after
