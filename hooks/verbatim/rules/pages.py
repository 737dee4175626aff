"""Pages: each has its twin with the same headings, and every directive is known."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from ..model import LANGS, Page
from ..model.faults import Faults
from ..read.corpus import Corpus


def check(corpus: Corpus, directives: Mapping[str, bool], faults: Faults) -> None:
    """W1 headings differ, W5 page without twin, P3 unknown directive."""
    names = sorted({name for _, name in corpus.pages})
    for name in names:
        zh, en = (corpus.pages.get((lang, name)) for lang in LANGS)
        if zh and en:
            _headings(zh, en, faults)
        for page, other in ((zh, "en"), (en, "zh")):
            if page and not (zh and en):
                faults.add(page.path, 1, "W5", f"the page has no twin docs/{other}/{name}.md", "write the twin, or fix its faults")
    for page in corpus.pages.values():
        for directive, line in page.directives:
            if directive not in directives:
                faults.add(page.path, line, "P3", f"unknown directive {directive!r}", f"use one of: {', '.join(sorted(directives))}")
            elif not directives[directive] and page.name.partition("/")[0] not in corpus.transcripts:
                faults.add(
                    page.path,
                    line,
                    "P3",
                    f"the directive {directive!r} requires a page that belongs to an event",
                    "move it to a page in the folder of an event",
                )


def _headings(zh: Page, en: Page, faults: Faults) -> None:
    """Report the first heading whose id or level differs from its twin's."""
    for chinese, english in zip_longest(zh.sections.values(), en.sections.values()):
        if chinese and english and (chinese.id, chinese.level) == (english.id, english.level):
            continue
        found = f"{'#' * english.level} {{#{english.id}}}" if english else "nothing"
        wanted = f"{'#' * chinese.level} {{#{chinese.id}}}" if chinese else "no further heading"
        line = english.number if english else 1
        faults.add(en.path, line, "W1", f"{found} where {zh.path} has {wanted}", "give twin headings the same id, level and order")
        return
