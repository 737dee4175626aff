"""QR symbols (ISO/IEC 18004), by which a reader of paper opens a place of the site."""

from __future__ import annotations

import segno


def symbol(address: str) -> list[str]:
    """The rows of the QR symbol of a web address, each a text of ``1`` (dark) and ``0`` for its modules.

    The quiet zone is left out: the page leaves it white.
    """
    return ["".join(map(str, row)) for row in segno.make_qr(address, error="l").matrix]
