# ruff: noqa: E402 - the engine and the tests are not installed
"""Measure the search where there are many events: `tools/search_speed.py EVENTS…` (such as 30 100), always beside the project itself.

For each number of events (made by ``tools/many.py``) the judged queries of ``tests/search`` are asked in V8: how long a query takes when
its files are there, as milliseconds and as a ratio to one event in the same run; the bytes (gz) of index and scripts until its first
result; and how many planted answers are among the first five hits.  A planted answer is a made-up clause that one sentence of all has.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests/search"), str(ROOT / "tests/scripts")]

from javascript import SOURCES, contents, engine
from judged import SETS

from verbatim.html.scripts import built
from verbatim.project import load_project
from verbatim.read.corpus import Corpus
from verbatim.text.data_scripts import compact_json

TIMES = 5
PLANTED = 60
SCRIPTS = {name: len(gzip.compress(text.encode(), 9)) for name, text in built(SOURCES).items()}
ASK = """
var asked = new Set();
var finders_of = {};
async function asking(name, own, query, times) {
  const get = file => (asked.add(file), name + file in index ? Promise.resolve(index[name + file]) : Promise.reject(new Error(file)));
  const make = () => parts.finder.make(own, get, part => (asked.add(part), parts[part]));
  const find = times ? (finders_of[own + name] ??= make()) : make();
  asked.clear();
  const { hits } = await find(query);
  const start = Date.now();
  for (let at = 0; at < times; at++) await find(query);
  const took = (Date.now() - start) / (times || 1);
  return JSON.stringify({ took, asked: [...asked], hits: hits.slice(0, 5).map(hit => hit.address.replace(/\\?[^#]*/, "")) });
}
"""


def asked(name: str, own: str, query: str, times: int = TIMES) -> dict[str, Any]:
    """What a query finds in a loaded index, what it fetches and how long it takes (ms); asked no times again, it begins with nothing."""
    promise: Any = engine().eval(f"asking({json.dumps(name)}, {json.dumps(own)}, {json.dumps(query)}, {times})")
    found: dict[str, Any] = json.loads(promise.get(timeout=120))
    return found


def planted(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Language of the page, query and the end of the address that answers it: clauses whole, within a question, misspelt."""
    first = next(iter(corpus.transcripts.values()))
    chance = random.Random(1)
    others = [transcript for transcript in corpus.transcripts.values() if transcript is not first]
    for transcript in chance.choices(others, k=PLANTED):
        longer = [one for one in transcript.segments.values() if one.zh.text != first.segments[one.address].zh.text]
        segment = chance.choice(longer)
        before = first.segments[segment.address]
        zh = segment.zh.text[len(before.zh.text) : -1]
        words = segment.en.text[len(before.en.text) + 1 : -1].split()
        place = f"{transcript.event.id}/{segment.page}/#{segment.address}"
        long = max(words, key=len)
        for own, query in (
            *(("zh", zh), ("zh", f"什麼是{zh[:5]}"), ("zh", f"{zh[:4]} {zh[-2:]}")),
            *(
                ("en", " ".join(words[:3])),
                ("en", f"what about {words[0]} and {words[-1]}"),
                ("en", f"{words[0]} {words[1]} {long[:2]}{long[1:]}"),
            ),
        ):
            yield own, query, place


def measure(name: str, corpus: Corpus) -> tuple[list[float], list[int], float]:
    """Times of the judged queries (ms), bytes of each until its first result, and the share of the planted answers that are found."""
    content = contents(corpus)
    engine().eval(f"Object.assign(index, {json.dumps({name + key: value for key, value in content.items()})})")
    sizes = {key: len(gzip.compress(compact_json(value).encode(), 9)) for key, value in content.items()} | {
        part: size for part, size in SCRIPTS.items() if part != "search"
    }
    times, weights = [], []
    for groups in SETS.values():
        for group in groups.values():
            for query in group["queries"]:
                times.append(asked(name, group["page"], query["q"])["took"])
                weights.append(SCRIPTS["search"] + sum(sizes.get(one, 0) for one in asked(name, group["page"], query["q"], 0)["asked"]))
    hidden = list(planted(corpus)) if len(corpus.transcripts) > 1 else []
    right = [any(hit.endswith(place) for hit in asked(name, own, query, 0)["hits"]) for own, query, place in hidden]
    return times, weights, statistics.mean(right) if right else 1.0


def line(events: str, times: list[float], weights: list[int], share: float, one: float) -> str:
    """A row of the table."""
    late, heavy = (sorted(values)[int(len(values) * 0.95)] for values in (times, weights))
    middle = statistics.median(times)
    cells = (
        f"{middle:.1f} ms, {late:.1f} ms",
        f"{middle / one:.1f}",
        f"{statistics.median(weights) / 1000:.1f} kB, {heavy / 1000:.1f} kB, {max(weights) / 1000:.1f} kB",
        f"{share:.3f}",
    )
    return f"| {events} | " + " | ".join(cells) + " |"


def main(*numbers: str) -> None:
    """Print the table."""
    engine().eval(ASK)
    print("| events | a query: median, p95 | ratio to 1 | bytes to the first result: median, p95, most | planted answers found |")
    print("|--:|--:|--:|--:|--:|")
    here = measure("1/", load_project(ROOT).corpus)
    one = statistics.median(here[0])
    print(line("1", *here, one), flush=True)
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder) / "project"
            subprocess.run([sys.executable, str(ROOT / "tools/many.py"), str(project), number], check=True, capture_output=True)
            print(line(number, *measure(f"{number}/", load_project(project).corpus), one), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
