"""Shows a fault of a build in the pages of the live server.

MkDocs ends with a fault of the first build, and lets every request wait until a later one succeeds (``LiveReloadServer``, MkDocs 1.6.1),
so that a browser seems to hang and only the terminal says why.  The built folder stays as the build left it: the next one begins with it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from reports import Reports

TEMPLATE = Path(__file__).parent / "fault_page.html"


class LiveAnswers:
    """What stopped the last build, if anything did; its report is the answer to every request for a page until a build succeeds."""

    def __init__(self) -> None:
        self._report = ""

    def build(self, build: Callable[[], None]) -> None:
        """Build, and keep the report of what stops it."""
        reports, log = Reports(), logging.getLogger("mkdocs")
        log.addHandler(reports)
        try:
            build()
            self._report = ""
        except (Exception, SystemExit) as error:  # MkDocs ends a build by the latter
            if not reports.texts:
                log.error("%s: %s", type(error).__name__, error)
            self._report = "\n\n".join(reports.texts)
        finally:
            log.removeHandler(reports)

    def answer(self, server: Any, app: Callable[..., Iterable[bytes]], environ: Any, start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request as the server does by itself (``app`` of WSGI, which waits for builds to end); if by HTML, with the report."""
        started: list[tuple[Any, ...]] = []
        answer = app(environ, lambda *given: started.append(given))
        epoch = server._visible_epoch  # before the report is looked at: a page that knows too early a build is only loaded once more
        if not self._report or not dict(started[0][1]).get("Content-Type", "").startswith("text/html"):
            start(*started[0])
            return answer
        getattr(answer, "close", lambda: None)()
        page = jinja2.Template(TEMPLATE.read_text("utf-8"), autoescape=True).render(report=self._report)
        content: bytes = server._inject_js_into_html(page.encode("utf-8"), epoch)  # so that it loads itself again after the next build
        start("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(content)))])
        return [content]


def display_faults(command: Any) -> None:
    """Let the next live server display faults, of the first build too; ``command`` is MkDocs' module ``serve``."""
    faults, build, server = LiveAnswers(), command.build, command.LiveReloadServer

    def first(config: Any, **more: Any) -> None:
        command.build = build
        faults.build(partial(build, config, **more))

    def made(builder: Callable[[], None], **more: Any) -> Any:
        command.LiveReloadServer = server
        live = server(builder=partial(faults.build, builder), **more)
        live.set_app(partial(faults.answer, live, live.get_app()))
        return live

    command.build, command.LiveReloadServer = first, made
