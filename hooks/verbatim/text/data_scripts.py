"""Data as scripts, because a page opened from a folder on disk may load a script and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


class Written(str):
    """A value that is written as JSON already."""


def data_script(name: str, value: Any) -> str:
    """A script that defines one value, of JSON or ``Written``; ``name`` is its own path from the site's root, without the ending."""
    return f"verbatim.data({compact_json(name)},{value if isinstance(value, Written) else compact_json(value)});\n"


def data_scripts(values: Mapping[str, Any]) -> dict[str, str]:
    """Such scripts by path from the site's root, from their values by name."""
    return {f"{name}.js": data_script(name, value) for name, value in values.items()}


def compact_json(value: Any) -> str:
    """JSON without spaces, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
