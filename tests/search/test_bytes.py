"""What the search fetches until its first result: the bytes of scripts and index for every judged query, in V8."""

from __future__ import annotations

import gzip

from javascript import engine, loaded
from judged import SETS
from search_speed import ASK, SCRIPTS, asked

from specimens import specimens
from verbatim.model.addresses import Urls
from verbatim.search.index import files
from verbatim.text.data_scripts import compact_json

WHOLE = 10**6
LATE, MOST = 32_800, 41_700  # of 95 queries in 100, and of words in both languages that no sentence holds


def test_nearly_all_queries_fetch_little() -> None:
    name = loaded(WHOLE)
    engine().eval(ASK)
    content = files(specimens().corpus, Urls(), WHOLE)
    sizes = SCRIPTS | {one: len(gzip.compress(compact_json(value).encode(), 9)) for one, value in content.items()}
    weights = sorted(
        SCRIPTS["search"] + sum(sizes[one] for one in asked(name, group["page"], query["q"], 0)["asked"])
        for groups in SETS.values()
        for group in groups.values()
        for query in group["queries"]
    )
    assert weights[int(len(weights) * 0.95)] <= LATE
    assert weights[-1] <= MOST
