"""Measure how the search grows beside the stock one and Pagefind: `tools/search_growth.py EVENTS…` (such as 1 30 100).

For each number of transcripts (made by ``tools/many.py``) the site is built, the stock theme's site from the same pages, and
Pagefind's index of ours; then for some queries the bytes fetched for the search until the first result is shown (gz) and the
time that takes in Chromium on this machine.  Pagefind is not among the requirements: `pip install "pagefind[bin]"`.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from bench import STOCK_FILE, prepared
from playwright.sync_api import Browser
from search_bench import BOX, browser, first_query
from server import serving

QUERIES = {"": ("綠色低碳", "盐碱地", "26586", "q2-a5-3"), "en/": ("manufacturing", "carbon account", "碳賬戶")}
ASK = """async query => {
  const start = performance.now();
  const pagefind = await import(`${location.origin}/pagefind/pagefind.js`);
  const found = await pagefind.search(query);
  const first = await Promise.all(found.results.slice(0, 5).map(one => one.data()));
  return { took: performance.now() - start, shown: first.length };
}"""
TYPE = """async query => {
  const start = performance.now();
  const box = document.querySelector('.md-search__input');
  box.focus();
  box.value = query;
  while (!document.querySelector('.md-search-result__meta')) await new Promise(done => setTimeout(done, 4));
  const meta = document.querySelector('.md-search-result__meta').textContent;
  while (document.querySelector('.md-search-result__meta').textContent === meta && performance.now() - start < 20000) {
    box.dispatchEvent(new KeyboardEvent('keyup'));
    await new Promise(done => setTimeout(done, 4));
  }
  return { took: performance.now() - start, shown: document.querySelectorAll('.md-search-result__item').length };
}"""


def built(configuration: Path, to: Path) -> Path:
    """The folder of a site, built by a configuration."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(configuration), "-d", str(to)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return to


def asked(chromium: Browser, site: Path, path: str, query: str, script: str, folders: tuple[str, ...]) -> tuple[int, float, int]:
    """Bytes (gz) fetched from some folders, time and results of a first query."""
    with serving(site) as url:
        page = chromium.new_page(bypass_csp=True)
        seen: dict[str, int] = {}

        def note(target: str) -> None:
            name = urlsplit(target).path.lstrip("/")
            if name.startswith(folders) and (site / name).is_file():
                seen[name] = len(gzip.compress((site / name).read_bytes(), 9))

        page.on("request", lambda request: note(request.url))
        page.goto(url + path)
        if script == TYPE:
            page.focus(BOX)
        got = page.evaluate(script, query)
        page.close()
    return sum(seen.values()), got["took"], got["shown"]


def compare(chromium: Browser, folder: Path, events: str) -> None:
    """Print the lines of one number of transcripts."""
    project, plain = prepared(folder, int(events))
    ours, stock = built(project / "mkdocs.yml", folder / "our-site"), built(plain / STOCK_FILE, folder / "stock-site")
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(ours)], check=True, capture_output=True)
    for path, queries in QUERIES.items():
        for query in queries:
            with serving(ours) as url:
                _, sizes, took = first_query(chromium, url, path, ours, query)
            other, other_took, other_shown = asked(
                chromium, stock, path, query, TYPE, ("search/", "assets/javascripts/workers/", "assets/javascripts/lunr/")
            )
            third, third_took, third_shown = asked(chromium, ours, path, query, ASK, ("pagefind/",))
            cells = (
                f"{sum(sizes.values()) / 1000:.1f} kB, {took:.0f} ms",
                f"{other / 1000:.1f} kB, {other_took:.0f} ms ({other_shown})",
                f"{third / 1000:.1f} kB, {third_took:.0f} ms ({third_shown})",
            )
            print(f"| {events} | {path or '/'} {query} | " + " | ".join(cells) + " |", flush=True)


def main(*numbers: str) -> None:
    """Print the table."""
    print("| transcripts | query | this search | stock (results) | Pagefind (results) |\n|--:|---|--:|--:|--:|")
    with browser() as chromium:
        for events in numbers:
            with tempfile.TemporaryDirectory() as folder:
                compare(chromium, Path(folder), events)


if __name__ == "__main__":
    main(*sys.argv[1:])
