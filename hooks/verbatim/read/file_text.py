"""The text of a file as it was received: UTF-8 and plain line ends, or a fault."""

from __future__ import annotations

from ..model.faults import Faults


def text_of(content: bytes, path: str, faults: Faults) -> str | None:
    """The text of a file in UTF-8 with LF line ends and no byte order mark; otherwise None, and a fault F1."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        faults.add(path, line, "F1", f"the byte 0x{content[error.start]:02x} is not UTF-8", "save the file as UTF-8")
        return None
    for mark, name, wanted in (("\ufeff", "a byte order mark", "without one"), ("\r", "CR", "with LF line ends")):
        if mark in text:
            line = text[: text.index(mark)].count("\n") + 1
            faults.add(path, line, "F1", f"the file holds {name}", f"save it {wanted}")
            return None
    return text
