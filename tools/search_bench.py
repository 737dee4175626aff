# ruff: noqa: E402 - the engine and the judgements are not installed
"""Measure the search as a reader meets it: every query of ``tests/search/queries.yml`` typed into the real box of a built site, then
the natural ones of ``tests/search/natural*.yml``, which are judged by sentence.

    .venv/bin/python tools/search_bench.py SITE [-v]

Prints for each group success@5, recall@5, MRR, queries without a result, and of the first five hits how many are false or lead
to a page in the other language.  Relevance is judged by the words of the page that a hit leads to, by nothing that the search
itself uses.  BROWSER_PATH names a Chromium.  Fails if the engine is slow.
"""

from __future__ import annotations

import functools
import gzip
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml
from playwright.sync_api import Browser, Page, sync_playwright
from server import serving

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests/search")]

from judged import NEAREST, SETS, Tally, leads, tell

from verbatim.model import LANGS
from verbatim.project import load_project

QUERIES = ROOT / "tests" / "search" / "queries.yml"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
BOX = ".md-search__input"
FIRST = 5
ANSWERED = "document.querySelector('.md-search-result__list')?.dataset.answered"
FOUND = f"(box => box.value && box.value === {ANSWERED})(document.querySelector('{BOX}'))"
"""Holds once what is in the box is answered."""
READY, TYPICAL = 1000, 200
"""Milliseconds of script until the engine answers, and of a query in the middle: ten times the aim, because a busy machine is slow."""
BUILD = re.compile(r"^files/[0-9a-f]{8}/")
_SCRIPTS = ("search", "questions", "near", "pinyin", "who", "about", "shelf")
SEARCH = ("current/", "search/", "assets/data/panels-", *(f"assets/{name}.js" for name in _SCRIPTS))
ASKED = """async ([queries, first]) => {
  const box = document.querySelector('.md-search__input');
  const part = name => document.querySelector(`.md-search-result__${name}`); // there once the panel was fetched
  const found = [];
  for (const [at, query] of queries.entries()) {
    box.focus();
    box.value = query;
    if (at) await verbatim.parts.search.ask();
    else box.dispatchEvent(new InputEvent('input', { bubbles: true, data: query }));
    for (const start = performance.now(); part('list')?.dataset.answered !== box.value; await new Promise(done => setTimeout(done, 2))) {
      if (performance.now() > start + 30000) throw new Error(`no answer to ${query}`);
    }
    found.push({
      meta: part('meta').textContent.trim(),
      hits: [...part('list').querySelectorAll('[data-group]:not([data-group=aside]) .md-search-result__link')].slice(0, first)
        .map(one => one.getAttribute('href')),
    });
  }
  return found;
}"""
"""What the box displays for each of some queries: the first one is typed, the others are asked without the pause after a key."""
TIMES = """async ({ queries, lang }) => {
  const { load } = verbatim.parts;
  await load.part('search');
  const { shared } = verbatim.parts;
  const get = name => (name.includes('/') ? load.value(name.replace('/', '/search/')) : shared(`search/${name}`));
  await get('index');
  let start = performance.now();
  const find = verbatim.parts.finder.make(lang, get, name => load.part(name));
  await find(queries[0]);
  const ready = performance.now() - start;
  const times = [];
  for (const query of queries) {
    await find(query);
    start = performance.now();
    await find(query);
    times.push(performance.now() - start);
  }
  return { ready, times };
}"""


@dataclass
class Score(Tally):
    """The sums over the queries of one group, also of those to which nothing is right and of hits in the other language."""

    nothing: int = 0
    foreign: int = 0

    def rates(self) -> tuple[float, ...]:
        """success@5, recall@5, MRR, nothing found, false@5, in the other language."""
        success, recall, rank, false = super().rates()
        return success, recall, rank, self.nothing / (self.queries or 1), false, self.foreign / (self.shown or 1)


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=os.environ.get("BROWSER_PATH", "chromium"), args=ARGUMENTS)


class Texts:
    """What stands at an address of the site, in both languages: read from the pages and the open data, not from the index."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.sentences = self._load("segments")
        self.at: dict[str, tuple[str, str]] = {}
        for one in self.sentences:
            self.at[one["address"]] = (one["zh"], one["en"])
        for one in self._load("targets"):
            self.at[f"row {one['id']}"] = (f"{one['quote']['zh']} {one['what']['zh']}", f"{one['quote']['en']} {one['what']['en']}")
        for one in self._load("terms"):
            self.at[one["id"]] = (" ".join([one["zh"], *one["forms_zh"]]), " ".join([one["en"], *one["forms_en"]]))

    def _load(self, name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads((self.site / "data" / f"{name}.json").read_text("utf-8"))
        return found

    def of(self, path: str) -> tuple[str, str]:
        """The Chinese and the English at a path (from the site's root, with its anchor)."""
        parts = urlsplit(path)
        key = f"row {parts.fragment}" if parts.path.endswith("/targets/") else parts.fragment
        if key in self.at:
            return self.at[key]
        bare = parts.path.removeprefix("en/")
        return self._heading(bare, parts.fragment), self._heading(f"en/{bare}", parts.fragment)

    @functools.cache  # noqa: B019 - one object a run
    def _heading(self, path: str, anchor: str) -> str:
        html = (self.site / unquote(path) / "index.html").read_text("utf-8")
        patterns = [r"<h1[^>]*>(.*?)</h1>", rf'<h[2-6] id="?{re.escape(anchor)}"?(?=[ >])[^>]*>(.*?)</h']
        speaker = re.findall(r'<p class="?who"?>(.*?)</p>', html, re.S)
        found = [*speaker, *(text for pattern in patterns for text in re.findall(pattern, html, re.S))]
        return re.sub(r"<[^>]*>|¶", "", " ".join(found))


def holds(text: str, lang: str, wanted: list[str]) -> bool:
    """Whether a text holds one of the wanted words; quotation marks and the width of marks do not count."""
    if lang == "en":
        return any(re.search(one, text, re.I) for one in wanted)
    return any(_bare(one) in _bare(text) for one in wanted)


def _bare(text: str) -> str:
    return re.sub(r"[“”‘’「」『』《》()（）\s]", "", text).translate(str.maketrans("，：；？！", ",:;?!"))


def judge(texts: Texts, group: dict[str, Any], query: dict[str, Any], got: dict[str, Any], score: Score) -> None:
    """Add what one query brought to the score of its group."""
    wanted = query.get("find", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    lang = group["in"]
    number = 0 if lang == "zh" else 1
    due = sum(holds(one[lang], lang, wanted) for one in texts.sentences)
    right = [holds(texts.of(path)[number], lang, wanted) for path in got["hits"]]
    foreign = [path.startswith("en/") != (group["page"] == "en") for path in got["hits"]]
    score.queries += 1
    score.foreign += sum(foreign)
    score.nothing += not right
    if wanted:
        share = sum(right) / min(FIRST, due) if due else 1.0
        score.shown += len(right)
        score.false += right.count(False)
        score.success += any(right)
        score.recall += min(1.0, share)
        score.rank += 1 / (right.index(True) + 1) if any(right) else 0
        good = all(right) and bool(right) and share >= 1
    else:
        good = not right or any(one in got["meta"] for one in NEAREST)
        score.success += good
        score.recall += good
        score.rank += good
    if not good or any(foreign):
        score.faults.append(f"{query['q']!r}: {got['meta']!r} {list(zip(got['hits'], right, strict=True))} of {due}")


def ask(page: Page, group: dict[str, Any], url: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each query of a group with what the box displays: its message and the first hits, as paths from the site's root."""
    queries = group["queries"]
    for query, got in zip(queries, page.evaluate(ASKED, [[one["q"] for one in queries], FIRST]), strict=True):
        yield query, got | {"hits": [hit.removeprefix(url) for hit in got["hits"]]}


def measure(site: Path, url: str, chromium: Browser) -> dict[str, Score]:
    """The scores of all groups."""
    texts = Texts(site)
    scores: dict[str, Score] = {}
    for name, group in yaml.safe_load(QUERIES.read_text("utf-8")).items():
        page = chromium.new_page()
        entered(page, url + ("en/" if group["page"] == "en" else ""))
        scores[name] = Score()
        for query, got in ask(page, group, url):
            judge(texts, group, query, got, scores[name])
        page.close()
    return scores


def natural(url: str, chromium: Browser) -> Iterator[tuple[str, Tally]]:
    """The sums of each group of natural queries: what is displayed first."""
    known = leads(load_project(ROOT).corpus)
    for name, group in ((name, group) for groups in SETS.values() for name, group in groups.items()):
        page = chromium.new_page()
        entered(page, url + ("en/" if group["page"] == "en" else ""))
        tally = Tally()
        for query, got in ask(page, group, url):
            tell(tally, query, got["hits"], got["meta"], known)
        page.close()
        yield name, tally


def entered(page: Page, url: str) -> None:
    """Go to a page and enter its search box; the scripts of the search are there afterwards."""
    page.goto(url)
    page.focus(BOX)
    page.evaluate("async () => { await (await verbatim.parts.load.part('search')).ask(); }")


def first_query(chromium: Browser, url: str, path: str, site: Path, query: str) -> tuple[dict[str, int], dict[str, int], float]:
    """What is fetched for the search before a reader turns to it and for the first query (bytes gz), and how long that takes (ms)."""
    page = chromium.new_page()
    seen: list[str] = []
    page.on("request", lambda request: seen.append(urlsplit(request.url.removeprefix(url)).path))
    page.goto(url + path, wait_until="networkidle")

    def sizes() -> dict[str, int]:
        names = (name for name in dict.fromkeys(seen) if BUILD.sub("", name).startswith(SEARCH))
        return {name: len(gzip.compress((site / name).read_bytes(), 9)) for name in names}

    before = sizes()
    page.focus(BOX)
    took: float = page.evaluate(
        f"async asked => {{ const start = performance.now(); await ({ASKED})(asked); return performance.now() - start; }}",
        [[query], FIRST],
    )
    page.wait_for_load_state("networkidle")
    return before, sizes(), took


def times(chromium: Browser, url: str, queries: list[str], lang: str) -> tuple[float, list[float]]:
    """Script time until the engine has answered once, and of each query when everything is there (ms)."""
    page = chromium.new_page()
    page.goto(url)
    got = page.evaluate(TIMES, {"queries": queries, "lang": lang})
    page.close()
    return got["ready"], sorted(got["times"])


def main(folder: str, *options: str) -> bool:
    """Print the table; whether the engine was quick enough."""
    quick = True
    site = Path(folder).resolve()
    groups = yaml.safe_load(QUERIES.read_text("utf-8"))
    queries = [str(query["q"]) for group in groups.values() for query in group["queries"]]
    with serving(site) as url, browser() as chromium:
        print(f"{'group':<22}{'n':>4}" + "".join(f"{word:>9}" for word in ("succ@5", "rec@5", "MRR", "nothing", "false@5", "foreign")))
        for name, score in measure(site, url, chromium).items():
            print(score.row(name))
            for fault in score.faults if "-v" in options else []:
                print("    " + fault)
        print(f"\n{'natural queries':<22}{'n':>4}" + "".join(f"{word:>9}" for word in ("succ@5", "rec@5", "MRR", "false@5")))
        for name, tally in natural(url, chromium):
            print(tally.row(name))
            for fault in tally.faults if "-v" in options and not name.endswith("_held") else []:
                print("    " + fault)
        for path, query in (("", queries[0]), ("en/", "manufacturing"), ("", "manufacturing"), ("", "專精特新企業新增多少家")):
            before, after, took = first_query(chromium, url, path, site, query)
            sums = sum(before.values()), sum(after.values())
            print(f"/{path}: {sums[0]} bytes gz before the box is entered, {sums[1]} with a first query, {took:.0f} ms")
            print("    " + ", ".join(f"{name} {size}" for name, size in after.items()))
        for lang in LANGS:
            ready, each = times(chromium, url, queries, lang)
            quick = quick and ready <= READY and each[len(each) // 2] <= TYPICAL
            print(f"{lang}: ready in {ready:.1f} ms of script time; a query {each[len(each) // 2]:.2f} ms, the slowest {each[-1]:.2f} ms")
    return quick


if __name__ == "__main__":
    sys.exit(not main(*sys.argv[1:]))
