"""Pages: each has its twin with the same headings, every directive is known, every interface word is there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import zip_longest

from ..model import LANGS, Page
from ..model.faults import Faults
from ..read.corpus import Corpus


def check(corpus: Corpus, strings: Mapping[str, Collection[str]], directives: Mapping[str, bool], faults: Faults) -> None:
    """W1 headings differ, W5 page without twin, P3 unknown directive, L1, L2 interface words."""
    names = sorted({name for _, name in corpus.pages})
    for name in names:
        zh, en = (corpus.pages.get((lang, name)) for lang in LANGS)
        if zh and en:
            _headings(zh, en, faults)
        for page, other in ((zh, "en"), (en, "zh")):
            if page and not (zh and en):
                faults.add(page.path, 1, "W5", f"the page has no twin docs/{other}/{name}.md", "write the twin, or mend its faults")
    for page in corpus.pages.values():
        for directive, line in page.directives:
            if directive not in directives:
                faults.add(page.path, line, "P3", f"unknown directive {directive!r}", f"use one of: {', '.join(sorted(directives))}")
            elif not directives[directive] and page.name.partition("/")[0] not in corpus.transcripts:
                faults.add(
                    page.path,
                    line,
                    "P3",
                    f"the directive {directive!r} needs the page of an event",
                    "move it to a page in the folder of an event",
                )
    _strings(corpus, strings, faults)


def _strings(corpus: Corpus, strings: Mapping[str, Collection[str]], faults: Faults) -> None:
    """Every interface word that a template asks for is there, none is idle, and each holds only names that are given."""
    path = "data/strings.yml"
    for key in sorted(strings.keys() - corpus.strings.keys()):
        faults.add(path, 1, "L1", f"the interface word {key!r} is missing", f"add `{key}: {{zh: …, en: …}}`")
    for key, pair in corpus.strings.items():
        if key not in strings:
            faults.add(path, pair.where.line, "L1", f"no template uses {key!r}", "remove it")
            continue
        for lang in LANGS:
            for name in re.findall(r"\{(\w*)[^{}]*\}|[{}]", pair[lang]):
                if name not in strings[key]:
                    fix = f"use one of: {', '.join(sorted(strings[key])) or 'no names'}"
                    faults.add(path, pair.where.of(lang), "L2", f"{key}.{lang}: the template gives no {{{name}}}", fix)


def _headings(zh: Page, en: Page, faults: Faults) -> None:
    """Tell the first heading whose id or level differs from its twin's."""
    for one, other in zip_longest(zh.sections.values(), en.sections.values()):
        if one and other and (one.id, one.level) == (other.id, other.level):
            continue
        found = f"{'#' * other.level} {{#{other.id}}}" if other else "nothing"
        wanted = f"{'#' * one.level} {{#{one.id}}}" if one else "no further heading"
        line = other.number if other else 1
        faults.add(en.path, line, "W1", f"{found} stands where {zh.path} has {wanted}", "give twin headings the same id, level and order")
        return
