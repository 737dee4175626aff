"""Serves a built site as deploy/nginx.conf does: with the headers that the build wrote, text compressed, pages asked for again each time,
files whose name holds their content kept.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import itertools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TEXT = re.compile(r"\.(html|css|js|json|svg|xml|csv)$")
HASHED = re.compile(r"/files/[0-9a-f]{8}/|\.[0-9a-f]{8}\.min\.css$")
LEVEL = 6


@functools.cache
def headers(folder: Path) -> dict[str, str]:
    """The headers of every answer, as a built site states them in ``_headers``; none for a folder without that file."""
    path = folder / "_headers"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    everywhere = itertools.takewhile(lambda line: line.startswith("  "), lines[1:])
    return dict(line.strip().split(": ", 1) for line in everywhere)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers with compressed text."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        """Answer until the other side has enough, also if it goes without a word."""
        with suppress(ConnectionError):
            super().handle()

    def send_head(self) -> io.BytesIO | None:
        """The answer's head; its body is returned."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        path = path if found else Path(self.directory) / "404.html"
        body = path.read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}{'; charset=utf-8' if TEXT.search(path.name) else ''}")
        if TEXT.search(path.name) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, LEVEL, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if HASHED.search(self.path) else "no-cache")
        for name, value in headers(Path(self.directory)).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def serving(folder: Path, handler: type[http.server.SimpleHTTPRequestHandler] = Handler) -> Iterator[str]:
    """The address at which a folder is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
