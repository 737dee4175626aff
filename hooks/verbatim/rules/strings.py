"""Interface strings: every one that a template uses is there, none is idle, and each holds only names that are given."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..model import LANGS, Pair
from ..model.faults import Faults
from ..read.corpus import Corpus
from ..text.filling import counts, dates, names, written_names

_PATH = "data/strings.yml"


def check(corpus: Corpus, strings: Mapping[str, Collection[str]], faults: Faults) -> None:
    """L1 missing or idle, L2 a name that the template does not give; ``strings`` are those used, each with the names that it may hold."""
    for key in sorted(strings.keys() - corpus.strings.keys()):
        faults.add(_PATH, 1, "L1", f"the interface string {key!r} is missing", f"add `{key}: {{zh: …, en: …}}`")
    for key, pair in corpus.strings.items():
        if key in strings:
            _unknown(key, pair, strings[key], faults)
            _lost(key, pair, strings[key], faults)
            _kinds(key, pair, faults)
        else:
            fix = "restore the call if it was lost from a template; otherwise remove the string"
            faults.add(_PATH, pair.where.line, "L1", f"no template uses {key!r}", fix)


def _unknown(key: str, pair: Pair, given: Collection[str], faults: Faults) -> None:
    """L2 a name that the template does not give, in either language."""
    fix = f"use one of: {', '.join(sorted(given))}" if given else "write no placeholder"
    for lang in LANGS:
        for name in (one for one in names(pair[lang]) if one not in given):
            what = f"{{{name}}}" if name else "a brace; forms other than {name}, {name:,}, {name|one|many} and those of a date are unknown"
            faults.add(_PATH, pair.where.of(lang), "L2", f"{key}.{lang}: the template does not fill in {what}", fix)


def _lost(key: str, pair: Pair, given: Collection[str], faults: Faults) -> None:
    """L2 a name that the template gives and neither language says, or only one."""
    lost = set(given).difference(*(names(pair[lang]) for lang in LANGS))
    if lost:
        what = f"{key}: neither language says {', '.join(sorted(lost))}, which the template gives"
        faults.add(_PATH, pair.where.line, "L2", what, "write it as a placeholder: {name}")
    zh, en = (written_names(pair[lang]) for lang in LANGS)
    if zh != en:
        what = f"{key}: only one language holds {', '.join(sorted(zh ^ en))}"
        faults.add(_PATH, pair.where.line, "L2", what, "say the same in both languages")


def _kinds(key: str, pair: Pair, faults: Faults) -> None:
    """L2 a value that one language writes as a date and the other does not, or as a count as well."""
    written = [dates(pair[lang]) for lang in LANGS]
    for lang in LANGS:
        wrong = (written[0] ^ written[1]) & dates(pair[lang]) | dates(pair[lang]) & counts(pair[lang])
        for name in sorted(wrong):
            what = f"{key}.{lang}: {{{name}}} is written as a date, but not everywhere"
            faults.add(_PATH, pair.where.of(lang), "L2", what, "write parts of a date only of a date, in both languages")
