"""Interface strings: every one that a template uses is there, none is idle, and each holds only names that are given."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from ..model import LANGS
from ..model.faults import Faults
from ..read.corpus import Corpus


def check(corpus: Corpus, strings: Mapping[str, Collection[str]], faults: Faults) -> None:
    """L1 missing or idle, L2 a name that the template does not give; ``strings`` are those used, each with the names that it may hold."""
    path = "data/strings.yml"
    for key in sorted(strings.keys() - corpus.strings.keys()):
        faults.add(path, 1, "L1", f"the interface string {key!r} is missing", f"add `{key}: {{zh: …, en: …}}`")
    for key, pair in corpus.strings.items():
        if key not in strings:
            faults.add(path, pair.where.line, "L1", f"no template uses {key!r}", "remove it, or use it")
            continue
        for lang in LANGS:
            for name in re.findall(r"\{(\w*)[^{}]*\}|[{}]", pair[lang]):
                if name not in strings[key]:
                    fix = f"use one of: {', '.join(sorted(strings[key]))}" if strings[key] else "write no placeholder"
                    faults.add(path, pair.where.of(lang), "L2", f"{key}.{lang}: the template does not fill in {{{name}}}", fix)
