"""Collects what MkDocs and the engine report during a build."""

from __future__ import annotations

import logging
from typing import Self


class Reports(logging.Handler):
    """Collects what is reported while it is entered (``with``), warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def __enter__(self) -> Self:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text of a report."""
        self.texts.append(record.getMessage())
