"""What a command takes, and what the live server takes until a page displays something: for `tools/bench.py`, on Linux."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL

PATIENCE = 900
"""The seconds after which a page is no longer waited for."""
PAUSE = 0.05
"""The seconds between two looks at a page: so many looks cost the server next to nothing."""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What something took: CPU seconds (user and system), seconds, and MB of memory of its largest process at the most."""

    cpu: float
    wall: float
    memory: float


def cost(command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None, code: int = 0) -> Cost:
    """What a command takes, run in a folder, with more in its environment; raises if its exit code is another one."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=DEVNULL, stderr=DEVNULL, env={**os.environ, **(more or {})})
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != code:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


@dataclass(frozen=True)
class Server:
    """A live server, its address, and when it was started."""

    process: subprocess.Popen[bytes]
    url: str
    start: float

    def used(self) -> tuple[float, float]:
        """The CPU seconds that it has taken so far, and its MB of memory at the most."""
        folder = Path("/proc", str(self.process.pid))
        fields = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
        most = re.search(r"VmHWM:\s+(\d+)", (folder / "status").read_text("utf-8"))
        return sum(map(int, fields[11:15])) / TICKS, int(most[1]) / 1024 if most else 0

    def page(self, path: str) -> str:
        """What it sends for a path; nothing while it cannot."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:
            return ""

    def until(self, path: str, text: str, start: float, cpu: float) -> Cost:
        """What it takes until a page holds a text, from a time and the CPU seconds at it; raises if it ends or takes too long."""
        while text not in self.page(path):
            if self.process.poll() is not None or time.perf_counter() - start > PATIENCE:
                raise TimeoutError(f"the live server does not display {text!r} at {path}")
            time.sleep(PAUSE)
        wall = time.perf_counter() - start
        now, memory = self.used()
        return Cost(now - cpu, wall, memory)

    def first(self, path: str) -> Cost:
        """What it takes from its start to a page."""
        return self.until(path, "</html>", self.start, 0)


def free_place() -> str:
    """An address of this machine with a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@contextmanager
def live(folder: Path, place: str, more: Mapping[str, str]) -> Iterator[Server]:
    """A live server of the project in a folder, at a place, with more in its environment; it is ended in any case.

    What it builds stays beside the project, since another one would take longer where tens of thousands of files were just removed.
    """
    temporary = tempfile.mkdtemp(dir=folder.parent)
    given = {**os.environ, "SITE_URL": "", **more, "TMPDIR": temporary}
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", place]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=DEVNULL, stderr=DEVNULL, env=given)
    try:
        yield Server(process, f"http://{place}/", start)
    finally:
        process.kill()
        process.wait()
