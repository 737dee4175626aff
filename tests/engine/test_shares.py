"""Shares of the events: each event is in exactly one, and processes are begun only where that is worth it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from verbatim.kept.shares import InvalidPart, made_by_processes, number_of, share

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


@pytest.mark.parametrize(("events", "workers", "parts"), [(7, 4, []), (8, 4, ["1/2", "2/2"]), (40, 1, []), (40, 3, ["1/3", "2/3", "3/3"])])
def test_each_process_makes_its_part_alone(tmp_path: Path, events: int, workers: int, parts: list[str]) -> None:
    write = "import json, os, pathlib, sys; part = os.environ['PART'], os.environ['WORKERS']; print(part); "
    write += "pathlib.Path(sys.argv[1], part[0].replace('/', '-')).write_text(json.dumps(part)); sys.exit(1)"

    made_by_processes([str(number) for number in range(events)], workers, (sys.executable, "-c", write, str(tmp_path)))

    assert [json.loads(path.read_text()) for path in sorted(tmp_path.iterdir())] == [[part, "1"] for part in parts]
