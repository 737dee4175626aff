"""Shows a fault of a build in the pages of the live server.

MkDocs ends with a fault of the first build, and lets every request wait until a later one succeeds (``LiveReloadServer``, MkDocs 1.6.1),
so that a browser seems to hang and only the terminal says why.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

TEMPLATE = Path(__file__).parent / "fault_page.html"


class Reports(logging.Handler):
    """Collects what a build reports."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text of a report."""
        self.texts.append(record.getMessage())


def display_faults(server: Any) -> None:
    """Let a live server answer with the report of a rebuild that stopped, until the next one."""
    build, folder = server.builder, Path(server.root)
    server.builder = lambda: _displaying(build, folder)


def display_first_fault(command: Any) -> None:
    """Let the first build be as later ones: MkDocs would end with a fault of it.  ``command`` is MkDocs' module ``serve``."""
    build = command.build

    def first(config: Any, **more: Any) -> None:
        command.build = build
        _displaying(partial(build, config, **more), Path(config.site_dir))

    command.build = first


def _displaying(build: Callable[[], None], folder: Path) -> None:
    """Build; the report of what stops it is written into a folder."""
    reports, log = Reports(), logging.getLogger("mkdocs")
    log.addHandler(reports)
    try:
        build()
    except (Exception, SystemExit) as error:  # MkDocs ends a build by the latter
        if not reports.texts:
            log.error("%s: %s", type(error).__name__, error)
        write_fault(folder, "\n\n".join(reports.texts))
    finally:
        log.removeHandler(reports)


def write_fault(folder: Path, report: str) -> None:
    """Write the report in the place of every page of a folder."""
    page = jinja2.Template(TEMPLATE.read_text("utf-8"), autoescape=True).render(report=report)
    for path in {folder / "index.html", folder / "404.html", *folder.rglob("*.html")}:
        path.write_text(page, "utf-8")
