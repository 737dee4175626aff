"""Shares of the events: each event is in exactly one, and processes are begun only where that is worth it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from verbatim.kept.shares import InvalidPart, doubled, ended, number_of, share

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


def test_a_number_of_processes_is_stated_or_that_of_the_cores() -> None:
    assert number_of("3") == 3
    assert number_of("") == (os.cpu_count() or 1)
    for text in ("0", "-1", "many"):
        with pytest.raises(InvalidPart, match=f"WORKERS is '{text}', which is no number"):
            number_of(text)


@pytest.mark.parametrize(("events", "workers", "processes"), [(7, 4, 0), (8, 4, 2), (40, 1, 0), (40, 3, 3)])
def test_each_process_has_a_share_of_its_own(tmp_path: Path, events: int, workers: int, processes: int) -> None:
    names = [f"{number:02}" for number in range(events)]

    own, begun = doubled(names, workers)
    if own is not None:
        (tmp_path / str(os.getpid())).write_text(" ".join(sorted(own)))
        os._exit(3)
    ended(begun)

    written = [path.read_text().split() for path in tmp_path.iterdir()]
    assert {path.name for path in tmp_path.iterdir()} == {str(process) for process in begun}
    assert len(begun) == processes
    assert sorted(name for share in written for name in share) == (names if processes else [])


def test_a_process_that_was_doubled_is_silent_and_doubles_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    silent: list[int] = []
    monkeypatch.setattr("os.fork", lambda: 0)
    monkeypatch.setattr("os.dup2", lambda _, stream: silent.append(stream))

    assert doubled([*"abcdefgh"], 2) == (frozenset("aceg"), ())
    assert silent == [1, 2]


def test_where_no_process_can_be_doubled_one_makes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbatim.kept.shares.CAN_DOUBLE", False)
    assert doubled([*"abcdefgh"], 2) == (None, [])


def test_what_is_loaded_before_a_process_is_doubled_has_no_threads() -> None:
    """A library with threads of its own would wait for ever in the process that lacks them."""
    asked = (
        "import threading, sys; sys.path.insert(0, 'hooks'); import mkdocs_hooks; print('minify' in sys.modules, threading.active_count())"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.split() == ["False", "1"]
