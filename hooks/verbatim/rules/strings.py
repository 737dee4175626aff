"""Interface strings: every one that a template uses is there, none is idle, and each holds only names that are given."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..model import LANGS, Pair
from ..model.faults import Faults
from ..read.corpus import Corpus
from ..text.filling import counts, dates, names, written_names


def check(corpus: Corpus, strings: Mapping[str, Collection[str]], faults: Faults) -> None:
    """L1 missing or idle, L2 a name that the template does not give; ``strings`` are those used, each with the names that it may hold."""
    path = "data/strings.yml"
    for key in sorted(strings.keys() - corpus.strings.keys()):
        faults.add(path, 1, "L1", f"the interface string {key!r} is missing", f"add `{key}: {{zh: …, en: …}}`")
    for key, pair in corpus.strings.items():
        if key not in strings:
            faults.add(
                path,
                pair.where.line,
                "L1",
                f"no template uses {key!r}",
                "restore the call if it was lost from a template; otherwise remove the string",
            )
            continue
        for lang in LANGS:
            for name in names(pair[lang]):
                if name not in strings[key]:
                    fix = f"use one of: {', '.join(sorted(strings[key]))}" if strings[key] else "write no placeholder"
                    what = (
                        f"{{{name}}}"
                        if name
                        else "a brace; forms other than {name}, {name:,}, {name|one|many} and those of a date are unknown"
                    )
                    faults.add(path, pair.where.of(lang), "L2", f"{key}.{lang}: the template does not fill in {what}", fix)
        chinese, english = (set(names(pair[lang])) for lang in LANGS)
        lost = set(strings[key]) - chinese - english
        if lost:
            what = f"{key}: neither language says {', '.join(sorted(lost))}, which the template gives"
            faults.add(path, pair.where.line, "L2", what, "write it as a placeholder: {name}")
        said = [written_names(pair[lang]) for lang in LANGS]
        if said[0] != said[1]:
            odd = ", ".join(sorted(said[0] ^ said[1]))
            faults.add(path, pair.where.line, "L2", f"{key}: only one language holds {odd}", "say the same in both languages")
        _kinds(key, pair, path, faults)


def _kinds(key: str, pair: Pair, path: str, faults: Faults) -> None:
    """L2 a value that one language writes as a date and the other does not, or as a count as well."""
    written = [dates(pair[lang]) for lang in LANGS]
    for lang in LANGS:
        wrong = (written[0] ^ written[1]) & dates(pair[lang]) | dates(pair[lang]) & counts(pair[lang])
        for name in sorted(wrong):
            what = f"{key}.{lang}: {{{name}}} is written as a date, but not everywhere"
            faults.add(path, pair.where.of(lang), "L2", what, "write parts of a date only of a date, in both languages")
