"""The browser's matching in Python: the engine's files run in V8 (mini-racer), without theme, page or worker."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from verbatim.html.delivery import script
from verbatim.model.addresses import Urls
from verbatim.project import project
from verbatim.search.index import files

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "overrides/assets/search"
GLUE = """
const index = {};
const finders = {};
const get = name => name in index ? Promise.resolve(index[name]) : Promise.reject(new Error(name));
const finder = (name, own) => (finders[own + name] ??= makeFinder(own, file => get(name + file), () => {}));
const finding = (name, own, query) => finder(name, own)(query).then(JSON.stringify);
const folded = (classes, text) => folder(classes)(text);
const seen = (classes, text) => {
  const { list, joined } = tokens(folder(classes)(text));
  return list.flatMap((one, at) => (one === BREAK ? [] : joined[at] ? [one, joined[at]] : [one]));
};
const spans = (text, query) => {
  const known = tokens(text);
  const found = phrase(known, tokens(query).list);
  return found && characters(known, found).map(([start, end]) => text.slice(start, end));
};
"""


@cache
def engine() -> MiniRacer:
    """V8 with the engine loaded as it is shipped."""
    racer = MiniRacer()
    paths = (*sorted((FOLDER / "engine").glob("*.js")), FOLDER / "lists.js")
    racer.eval(script(path.read_text("utf-8") for path in paths) + GLUE)
    return racer


def call(name: str, *words: Any) -> Any:
    """What a function of the engine makes of plain values."""
    return json.loads(str(engine().eval(f"JSON.stringify({name}(...{json.dumps(words)})) ?? 'null'")))


@cache
def loaded(whole: int) -> str:
    """The index of the project, loaded as one file or (``whole`` 0) in parts; the prefix of its files' names."""
    name = f"{whole}/"
    content = files(project(ROOT), Urls(), whole)
    engine().eval(f"Object.assign(index, {json.dumps({name + key: value for key, value in content.items()})})")
    return name


def find(query: str, own: str = "zh", whole: int = 10**6) -> dict[str, Any]:
    """What the finder answers to a reader of one language."""
    name = loaded(whole)
    promise: Any = engine().eval(f"finding({json.dumps(name)}, {json.dumps(own)}, {json.dumps(query)})")
    found: dict[str, Any] = json.loads(promise.get(timeout=10))
    return found
