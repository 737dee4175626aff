"""Fingerprints of texts: short enough for a name or a line of a list, long enough to tell the texts of a site apart."""

from __future__ import annotations

import hashlib


def fingerprint(text: str) -> str:
    """The first 8 hexadecimal digits of the SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
