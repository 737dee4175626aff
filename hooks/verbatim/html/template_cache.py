"""Compiled templates, kept for the next build; a template that was edited, or compiled by other code, is compiled again.

A file that is damaged counts as absent.  A folder that cannot be read or written only costs time, so its errors are ignored.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from ..read.cache_folder import read_with_checksum, write_with_checksum
from ..read.files import read_text
from ..text.fingerprint import sha256


class TemplateCache(jinja2.BytecodeCache):
    """The compiled templates in one folder; Jinja compares each with the checksum of its source."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file of a template; Jinja's own fails at a folder whose name the locale cannot write."""
        return sha256(f"{name}|{filename}".encode("utf-8", "surrogateescape"))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is kept of its template, if that is undamaged; each event has an environment that asks again."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
            return
        content = read_with_checksum(self._folder, bucket.key)
        if content is not None:
            bucket.bytecode_from_string(content)
        self._know(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        self._know(bucket)
        with suppress(OSError):
            write_with_checksum(self._folder, bucket.key, bucket.bytecode_to_string())

    def _know(self, bucket: Bucket) -> None:
        if bucket.code:
            self._known[bucket.key] = bucket.checksum, bucket.code


def template_cache(folder: Path, code: Path) -> TemplateCache:
    """The compiled templates in a folder; ``code`` is the module whose settings they are compiled with."""
    made_by = sha256(f"{jinja2.__version__}\n{read_text(code)}")[:16]
    return TemplateCache(folder / made_by)
