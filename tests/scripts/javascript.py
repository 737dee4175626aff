"""Our scripts in V8 (mini-racer), as they are shipped, without a page or a browser: the components that need none."""

from __future__ import annotations

import ctypes
import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from verbatim.html.scripts import BUILT, built
from verbatim.model.addresses import Urls
from verbatim.project import load_project
from verbatim.read.corpus import Corpus
from verbatim.search.index import WHOLE, files, files_of_event, is_whole
from verbatim.text.data_scripts import Written

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "overrides/assets"
SOURCES = {path.relative_to(FOLDER).with_suffix("").as_posix(): path.read_text("utf-8") for path in sorted(FOLDER.rglob("*.js"))}
PURE = (
    *(
        "core/verbatim",
        "citation",
        "reading-text",
        "register",
        "download",
        "typed-address",
        "term-filter",
        "search/postings",
        "search/shelf",
    ),
    *(
        name
        for script in ("search", "questions", "near", "numbers", "pinyin", "who", "about")
        for name in BUILT[script]
        if name.startswith("search/engine/")
    ),
)
"""The components that need no page."""
INSTEAD = {"core/painted": "verbatim.define('painted', () => async () => { globalThis.painted?.(); });"}
"""What takes the place of a component that they use and that needs a page; tests may set `painted`."""
GLUE = """
const { parts } = verbatim;
const index = {};
const finders = {};
const get = name => name in index ? Promise.resolve(index[name]) : Promise.reject(new Error(name));
const finder = (name, own) => (finders[own + name] ??= parts.finder.make(own, file => get(name + file), name => parts[name]));
const finding = (name, own, query, wish) => finder(name, own)(query, wish).then(JSON.stringify);
const folded = (classes, text) => {
  const fold = parts.fold.folder();
  fold.learn(classes);
  return fold(text);
};
const stem = word => parts.words.stem(word);
const seen = (classes, text) => {
  const { list, joined } = parts.words.tokens(folded(classes, text));
  return list.flatMap((one, at) => (one === parts.words.BREAK ? [] : joined[at] ? [one, joined[at]] : [one]));
};
const spans = (text, query) => {
  const known = parts.words.tokens(text);
  const found = parts.match.phrase(known, parts.words.tokens(query).list);
  return found && parts.match.characters(known, found).map(([start, end]) => text.slice(start, end));
};
"""


@cache
def _started() -> tuple[MiniRacer, frozenset[str]]:
    """V8 with the components that need no page, and the names that they added to the window.

    There is one for all tests of a process, because V8 crashes where a second thread makes another.  It is made in a thread of its own:
    in the main one it would adopt the event loop of Playwright, if a browser runs, and then could not be waited for.
    It is never freed, by a reference that nobody gives back: mini-racer crashes where it frees one, if only as the process ends.
    """
    with ThreadPoolExecutor(1) as aside:
        racer = aside.submit(MiniRacer).result()
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(racer))
    before = _names(racer)
    racer.eval("".join(built({name: source if name in PURE else INSTEAD.get(name, "") for name, source in SOURCES.items()}).values()))
    added = _names(racer) - before
    racer.eval(GLUE)
    return racer, added


def _names(racer: MiniRacer) -> frozenset[str]:
    return frozenset(str(racer.eval("Object.getOwnPropertyNames(globalThis).join()")).split(","))


def engine() -> MiniRacer:
    """V8 with the components that need no page."""
    return _started()[0]


def added_names() -> frozenset[str]:
    """The names that our scripts add to the window."""
    return _started()[1]


def call(name: str, *words: Any) -> Any:
    """What a function makes of plain values; ``name`` may be any expression."""
    return json.loads(str(engine().eval(f"JSON.stringify(({name})(...{json.dumps(words)})) ?? 'null'")))


def contents(corpus: Corpus, whole: int = WHOLE) -> dict[str, Any]:
    """The index of a corpus by the names of its files, the parts of its events among them where these are past ``whole`` sentences."""
    events = () if is_whole(corpus, whole) else corpus.transcripts
    parts = {name: content for event in events for name, content in files_of_event(corpus.for_pages(event)).items()}
    found = {**files(corpus, Urls(), whole), **parts}
    return {name: json.loads(content) if isinstance(content, Written) else content for name, content in found.items()}


@cache
def loaded(whole: int) -> str:
    """The index of the project, loaded as one file or (``whole`` 0) in parts; the prefix of its files' names."""
    name = f"{whole}/"
    content = contents(load_project(ROOT).corpus, whole)
    engine().eval(f"Object.assign(index, {json.dumps({name + key: value for key, value in content.items()})})")
    return name


def find(query: str, own: str = "zh", whole: int = 10**6, **wish: bool | str) -> dict[str, Any]:
    """What the finder answers to a reader of one language."""
    name = loaded(whole)
    promise: Any = engine().eval(f"finding({json.dumps(name)}, {json.dumps(own)}, {json.dumps(query)}, {json.dumps(wish)})")
    found: dict[str, Any] = json.loads(promise.get(timeout=10))
    return found


def answered(query: str, own: str = "zh", whole: int = 10**6) -> dict[str, Any]:
    """What a reader sees in the end: the panel asks again where what is said about the texts may hold more."""
    found = find(query, own, whole)
    return find(query, own, whole, about="more") if found["further"] else found
