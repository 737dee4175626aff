"""A double of this process, which does some work while this one goes on."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import TypeVar

from .shares import threads

Result = TypeVar("Result")


def meanwhile(work: Callable[[], Result]) -> Callable[[], Result | None]:
    """Let a double of this process do some work; what is returned waits for what that finds, and gives None where there is none.

    The work may use nothing that brings threads, such as the minifier: the double lacks those that this process has.
    """
    if not threads():  # the system does not say, and may be one on which a process cannot be doubled
        return lambda: None
    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    double = context.Process(target=_send, args=(sending, work), daemon=True)
    try:
        double.start()
    except OSError:  # the system allows no more processes
        return lambda: None
    sending.close()

    def found() -> Result | None:
        with receiving, suppress(EOFError, OSError):  # it failed before it sent anything, or while it did
            result: Result = receiving.recv()
            return result
        return None

    return found


def _send(sending: Connection, work: Callable[[], Result]) -> None:
    """Send what some work finds, and nothing where it fails: the other process finds out why when it does the work itself."""
    with suppress(Exception, KeyboardInterrupt):
        Thread(target=_end_with_first, daemon=True).start()
        sending.send(work())


def _end_with_first() -> None:
    """End this process with the one that it doubles, however that ends: what it writes is for that one alone."""
    first = parent_process()
    if first:
        wait([first.sentinel])
        os._exit(1)
