"""Fingerprints of texts and files: checksums, whole or short enough for a name or a line of a list."""

from __future__ import annotations

import hashlib


def sha256(content: bytes | str) -> str:
    """The SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(content.encode("utf-8") if isinstance(content, str) else content).hexdigest()


def fingerprint(text: str) -> str:
    """The first 8 digits of the SHA-256 of a text, long enough to tell the texts of a site apart."""
    return sha256(text)[:8]
