"""What the live server answers beside what a build wrote: the report of a fault in place of pages, and print editions.

MkDocs ends with a fault of the first build, and lets every request wait until a later one succeeds (``LiveReloadServer``, MkDocs 1.6.1),
so that a browser seems to hang and only the terminal says why.  The built folder stays as the build left it: the next one begins with it.
To set the print editions takes longer than all else that follows an edit: each is set when a browser asks for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

import jinja2
from mkdocs.utils import DuplicateFilter

from live_edits import look_often
from reports import Reports

TEMPLATE = Path(__file__).parent / "fault_page.html"


class LiveAnswers:
    """What a live server answers.

    What stopped the last build, if anything did, is the answer to every request for a page until a build succeeds.  ``book`` sets the print
    edition at a path from the site's root, and gives None where there is none; what it raises says what stops it.
    """

    def __init__(self, book: Callable[[str], bytes | None]) -> None:
        self._report, self._book = "", book
        self._lock = Lock()
        """Held by what makes the site, or sets a print edition of it."""

    def build(self, build: Callable[[], None]) -> None:
        """Build, and keep the report of what stops it."""
        with self._lock, Reports() as reports:
            _forget_reports()
            try:
                build()
                self._report = ""
            except (Exception, SystemExit) as error:  # MkDocs ends a build by the latter
                if not reports.texts:
                    logging.getLogger("mkdocs").error("%s: %s", type(error).__name__, error)
                self._report = "\n\n".join(reports.texts)

    def answer(self, server: Any, app: Callable[..., Iterable[bytes]], environ: Any, start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request as the server does by itself (``app`` of WSGI, which waits for builds to end), by the report if by a page, and
        by a print edition where that finds nothing.
        """
        started: list[tuple[Any, ...]] = []
        answer = app(environ, lambda *given: started.append(given))
        epoch = server._visible_epoch  # before the report is looked at: a page that knows too early a build is only loaded once more
        status, headers = started[0][:2]
        path = environ["PATH_INFO"].removeprefix(server.mount_path)
        report, book = self._edition(path) if status.startswith("404") and path.endswith(".pdf") else (self._report, None)
        if book is not None:
            return _sent(start, "application/pdf", book)
        if not report or not dict(headers).get("Content-Type", "").startswith("text/html"):
            start(*started[0])
            return answer
        getattr(answer, "close", lambda: None)()
        page = jinja2.Template(TEMPLATE.read_text("utf-8"), autoescape=True).render(report=report)
        content: bytes = server._inject_js_into_html(page.encode("utf-8"), epoch)  # so that it loads itself again after the next build
        return _sent(start, "text/html; charset=utf-8", content)

    def _edition(self, path: str) -> tuple[str, bytes | None]:
        """What is reported of the last build, or of a print edition that cannot be set, else the edition, if there is one at a path."""
        with self._lock:
            try:
                return self._report, None if self._report else self._book(path)
            except Exception as error:
                logging.getLogger("mkdocs.hooks").error("%s", error)
                return str(error), None


def _sent(start: Callable[..., Any], kind: str, content: bytes) -> Iterable[bytes]:
    start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
    return [content]


def _forget_reports() -> None:
    """Let MkDocs report again what it reported of an earlier build: it reports nothing twice, also what is still to be fixed."""
    for known in logging.getLogger("mkdocs.commands.build").filters:
        if isinstance(known, DuplicateFilter):
            known.msgs.clear()


def _without_warning(record: logging.LogRecord) -> bool:
    """Log a request that finds nothing, but not as a warning: a build that runs meanwhile would count it as its own, and stop."""
    if record.levelno == logging.WARNING:
        record.levelno, record.levelname = logging.INFO, logging.getLevelName(logging.INFO)
    return True


def extend(command: Any, book: Callable[[str], bytes | None]) -> None:
    """Let the next live server answer as ``LiveAnswers`` does, and not end with a fault of the first build.

    ``command`` is MkDocs' module ``serve``, ``book`` as of ``LiveAnswers``.
    """
    answers, build, server = LiveAnswers(book), command.build, command.LiveReloadServer
    logging.getLogger("mkdocs.livereload").addFilter(_without_warning)

    def first_build(live: Any, config: Any, **more: Any) -> None:
        command.build = build
        answers.build(partial(build, config, **more))
        look_often(live, [config.docs_dir, *config.watch])

    def new_server(builder: Callable[[], None], **more: Any) -> Any:
        live = server(builder=partial(answers.build, builder), **more)
        live.set_app(partial(answers.answer, live, live.get_app()))
        command.build, command.LiveReloadServer = partial(first_build, live), server
        return live

    command.LiveReloadServer = new_server
