"""The files of a draft as text, from the templates beside this module."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from ..read.yaml_reader import FORMULA
from ..text.characters import odd
from ..text.open_points import open_value
from ..text.scripts import HAN

_PLAIN = re.compile(rf"[A-Za-z0-9{HAN}“]" r"(?:[^\n#:{}\[\],&*?|<>=!%@`\\\"']|(?<=[^\s])['](?=[^\s]))*(?<![\s])")
"""What needs no quotation marks in YAML, in a flow mapping either."""
_NO_TEXT = re.compile(r"(?i:true|false|yes|no|on|off|null|[\d.,_+-]+)")


def quoted(text: str, always: bool = False) -> str:
    """A text as a value in YAML: plain where that reads back as the same text, open where no value may begin as it does."""
    if FORMULA.match(text):
        return quoted(open_value(text), always)
    if any(odd(text)) and "\n" not in text:  # a character of the source that YAML would show as an escape
        inner = text.replace("'", "''")
        return f"'{inner}'"
    if not always and _PLAIN.fullmatch(text) and not _NO_TEXT.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def pair(both: tuple[str, str]) -> str:
    """Words in both languages as a value in YAML."""
    return f"{{zh: {quoted(both[0])}, en: {quoted(both[1])}}}"


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<#",  # {# is what ids of headings begin with
        comment_end_string="#>",
    )
    environment.globals |= {"q": quoted, "open": open_value, "pair": pair}
    environment.filters["q"] = quoted
    return environment


def written(template: str, **data: Any) -> str:
    """A template filled with data."""
    return _environment().get_template(template).render(data)
