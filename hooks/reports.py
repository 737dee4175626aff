"""Collects what MkDocs and the engine report during a build."""

from __future__ import annotations

import logging


class Reports(logging.Handler):
    """Collects what a build reports."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text of a report."""
        self.texts.append(record.getMessage())
