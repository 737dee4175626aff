"""Reports a template that stops a build by its file and line, where MkDocs would print a traceback."""

from __future__ import annotations

import traceback

import jinja2

TEMPLATES = (".html", ".xml")
FIX = "correct the template there"


def report(error: BaseException) -> str:
    """The report of an exception that a template raised, or a file that cannot be read; empty for any other.

    Jinja puts the lines of templates into the traceback, of which the last one is where it happened.
    """
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {error.message}\n    fix: {FIX}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(TEMPLATES)]
    if frames:
        return f"{frames[-1].filename}:{frames[-1].lineno}: {error}\n    fix: {FIX}"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}\n    fix: make it a file that can be read, in a place that can be written"
    return ""
