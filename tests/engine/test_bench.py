"""The pieces of ``./run bench``, without measuring anything; only the live server is a real one."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import bench
import costs
import pytest

EDITED = {
    "build after one word",
    "with books, after one word",
    "publish after one word",
    "check after one word",
    "live server after one word",
}


def pages(folder: Path) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in folder.rglob("*.md")}


def published(page: Path) -> Path:
    """Where a page of ``docs`` is among the plain ones: those of the first language are not in a folder of it."""
    return page.relative_to("zh") if page.parts[0] == "zh" else page


def test_each_part_runs_commands_on_the_same_pages_and_leaves_them_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, plain = bench.prepared(tmp_path, 1)
    given = pages(ours / "docs")
    changed = []

    def cost(command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None, code: int = 0) -> costs.Cost:
        changed.append(pages(ours / "docs") != given)
        return costs.Cost(2, 3, 4)

    monkeypatch.setattr(bench, "cost", cost)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    names = [name for name, _ in bench.measured(ours, plain, [part for part in bench.PARTS if part != "live"])]

    assert {published(path.relative_to(ours / "docs")) for path in given} <= {path.relative_to(plain / "docs") for path in pages(plain)}
    assert sum(changed) == len(EDITED & {*names})
    assert len(names) == len({*names}) == len(changed)
    assert pages(ours / "docs") == given
    assert {path.name for path in (tmp_path / "hugo/content/en").glob("*.md")} >= {"_index.md"}


def test_the_table_has_the_best_of_the_rounds_their_ratios_and_what_two_processes_save() -> None:
    one, two = bench.PROCESSES.values()
    found = {bench.STOCK_BUILD: [costs.Cost(3, 3, 30), costs.Cost(2, 4, 40)], one: [costs.Cost(5, 8, 50)], two: [costs.Cost(6, 6, 50)]}

    _, _, stock, first, _, both = bench.table(1, found)

    assert stock.split()[-5:] == ["2.00", "1.00", "3.00", "1.00", "30"]
    assert first.split()[-5:] == ["5.00", "2.50", "8.00", "2.67", "50"]
    assert both == "two processes take 0.75 of the seconds of one"


def test_what_is_not_measured_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)

    assert list(bench.left_out(1, list(bench.PARTS))) == ["not installed: zensical, hugo"]
    assert list(bench.left_out(100, ["build", "books"])) == [
        "above 20 events measured only with BOOKS=true, or where they are named: publish"
    ]


@pytest.mark.slow
def test_the_live_server_displays_a_word_and_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    servers = []

    @contextmanager
    def live(folder: Path, place: str, more: Mapping[str, str]) -> Iterator[costs.Server]:
        with costs.live(folder, place, more) as server:
            servers.append(server)
            yield server

    monkeypatch.setattr(bench, "live", live)
    ours, _ = bench.prepared(tmp_path, 1)

    found = dict(bench.serving(ours))

    assert len(found) == 3
    assert all(one.memory > 1 for one in found.values())
    assert [server.process.returncode for server in servers] == [-signal.SIGKILL] * 2
