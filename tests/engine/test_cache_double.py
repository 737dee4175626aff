"""A double of a process: what it finds comes back, whatever its size, and where it finds nothing the first process knows."""

from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Thread
from types import SimpleNamespace

import pytest

from verbatim.cache import double
from verbatim.cache.double import meanwhile


def test_what_a_double_finds_comes_back() -> None:
    found = meanwhile(lambda: (os.getpid(), "x" * 1_000_000))  # more than a pipe holds
    process, text = found() or (0, "")

    assert process != os.getpid()
    assert len(text) == 1_000_000


def test_a_double_that_fails_finds_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert meanwhile(lambda: 1 // 0)() is None
    assert capfd.readouterr() == ("", "")


def test_a_double_that_is_killed_while_it_sends_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_short(sending: Connection, work: Callable[[], int]) -> None:
        os.write(sending.fileno(), (1_000).to_bytes(4, "big") + b"of these few")
        os._exit(1)

    monkeypatch.setattr(double, "_send", cut_short)

    assert meanwhile(lambda: 1)() is None


def test_where_a_process_cannot_be_doubled_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr("os.fork", fork)
    assert meanwhile(lambda: 1)() is None

    monkeypatch.setattr("verbatim.cache.double.threads", lambda: 0)
    assert meanwhile(lambda: 1)() is None


def test_a_double_ends_with_the_process_that_it_doubles(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    waiting, first = Pipe(duplex=False)
    monkeypatch.setattr("os._exit", ended.append)
    monkeypatch.setattr("verbatim.cache.double.parent_process", lambda: SimpleNamespace(sentinel=waiting))

    watching = Thread(target=double._end_with_first)
    watching.start()
    assert not ended
    first.close()
    watching.join(10)

    assert ended == [1]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_double_that_may_have_no_thread_or_is_interrupted_says_nothing(
    monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def start(_: Thread) -> None:
        raise error

    monkeypatch.setattr("threading.Thread.start", start)
    receiving, sending = Pipe(duplex=False)
    double._send(sending, lambda: 1)
    sending.close()

    with pytest.raises(EOFError):
        receiving.recv()


def test_what_fails_is_not_sent() -> None:
    receiving, sending = Pipe(duplex=False)
    double._send(sending, lambda: 1)
    double._send(sending, lambda: 1 // 0)
    sending.close()

    assert receiving.recv() == 1
    with pytest.raises(EOFError):
        receiving.recv()
