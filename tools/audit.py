"""Lighthouse on a phone, on four pages in both languages: `./run audit`.

Fails below 100 in any category, or where a press or key takes long to show.
Performance is the median of three runs; what is not 100 is told with the audits that took the points.  How much the processor is slowed
follows from how fast it is, so that machines emulate the same phone: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from interaction import LIMIT, interactions
from server import serving

ROOT = Path(__file__).parents[1]
LIGHTHOUSE = ROOT / "tools/lighthouse/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
ATTEMPTS = 3
"""Now and then a trace of the browser lacks its beginning, and Lighthouse asks to be run again."""
SLOWDOWN = {1500: 4, 800: 2, 0: 1}
"""How many times a processor is slowed to be a mid-tier phone's, by the least index that Lighthouse measures of it."""
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def pages() -> list[str]:
    """Home, a speaker, the targets and the glossary, in both languages."""
    event = next(path.parent for path in sorted((ROOT / "data").glob("*/event.yml")))
    turns = yaml.safe_load((event / "event.yml").read_text("utf-8"))["turns"]
    speaker = next(turn["page"] for turn in turns if turn["kind"] == "answer")
    names = ("", f"{event.name}/{speaker}/", f"{event.name}/targets/", "glossary/")
    return [lang + name for lang in ("", "en/") for name in names]


def report(url: str, slowdown: int) -> Mapping[str, Any]:
    """One run of Lighthouse with the processor slowed so many times, as it reports it."""
    command = [
        "node",
        str(LIGHTHOUSE),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={FLAGS}",
        f"--throttling.cpuSlowdownMultiplier={slowdown}",
    ]
    for _ in range(ATTEMPTS):
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": os.environ["BROWSER_PATH"]})
        if not done.returncode:
            break
    else:
        sys.exit(f"Lighthouse could not read {url}:\n{done.stderr}")
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def score(one: Mapping[str, Any], category: str) -> int:
    """The points of a category."""
    return round(100 * float(one["categories"][category]["score"]))


def lost(one: Mapping[str, Any], category: str) -> list[str]:
    """The audits of a category that took points."""
    weighed = (one["audits"][ref["id"]] for ref in one["categories"][category]["auditRefs"] if ref["weight"])
    return [f"{audit['id']} {audit.get('displayValue', '')}".strip() for audit in weighed if audit["score"] not in (None, 1)]


def main() -> int:
    """Audit every page; whether any is below 100."""
    failed = False
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as url:
        environment = {**os.environ, "SITE_URL": url, "PRINT": "false", "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-d", folder], check=True, cwd=ROOT, env=environment, capture_output=True)
        index = report(url, 1)["environment"]["benchmarkIndex"]
        slowdown = next(times for least, times in SLOWDOWN.items() if index >= least)
        print(f"processor: index {index:.0f}, slowed {slowdown} times", flush=True)
        for page in pages():
            runs = [report(url + page, slowdown) for _ in range(RUNS)]
            scores = {name: int(median(score(one, name) for one in runs)) for name in CATEGORIES}
            print(f"/{page}", *(f"{name} {points}" for name, points in scores.items()), flush=True)
            for name, points in scores.items():
                if points < 100:
                    failed = True
                    print("   ", *lost(min(runs, key=lambda one: score(one, name)), name), sep="\n    ")
        for address, action, wait in interactions([url + page for page in pages()], slowdown):
            print(f"/{address.removeprefix(url)} {wait:.0f} ms until the next paint ({action})", flush=True)
            failed = failed or wait > LIMIT
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
