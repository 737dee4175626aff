"""Whose words are whose: in which script the Chinese was received, whose the English is, and what part of an event a text is."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import LANGS, OURS, SCRIPTS, English, Event, Lang, Pair, Part
from ..model.once import once
from ..read.corpus import Corpus
from ..text.filling import fill

KINDS: Mapping[str, frozenset[str]] = {
    "unstated": frozenset(),
    "machine": frozenset(),
    "machine-revised": frozenset({"revised"}),
    "ours": frozenset(),
    "ours-revised": frozenset({"revised"}),
    "official": frozenset({"by"}),
    "other": frozenset({"by"}),
    "other-revised": frozenset({"by", "revised"}),
}
"""What can be said of the English, with what is filled in: members of the families ``english`` and ``cite_english`` of the strings."""

STRINGS: Mapping[str, frozenset[str]] = {
    **{f"{family}.{kind}": names for family in ("english", "cite_english") for kind, names in KINDS.items()},
    **{f"script.{script}": frozenset[str]() for script in SCRIPTS},
    "status_source": frozenset({"script", "english"}),
    "status_translation": frozenset({"english"}),
    "status_prevails": frozenset({"english"}),
    "status_excerpt": frozenset({"what", "status"}),
    "status_section": frozenset({"section", "english"}),
    "status_rest": frozenset({"english"}),
    "status_several": frozenset(),
    "semicolon": frozenset(),
}
"""The interface strings that a status is made of, each with the names of its placeholders."""


def status(corpus: Corpus, event: Event, lang: Lang, page: str = "") -> str:
    """What a reader should know of the words of an event, or of one page of its transcript; on English pages of the English alone."""
    english = _of_sections(corpus, event, lang, page)
    strings = corpus.strings
    if lang == "zh":
        said = fill(strings["status_source"].zh, {"script": strings[f"script.{event.script}"].zh, "english": english})
    else:
        ours = all(one.kind in OURS for one in event.english) and bool(event.english)
        said = fill(strings["status_prevails" if ours else "status_translation"].en, {"english": english})
    return excerpted(corpus, event, lang, said)


def excerpted(corpus: Corpus, event: Event, lang: Lang, said: str) -> str:
    """A status with what part of the event the text is, where it is not all of it."""
    return fill(corpus.strings["status_excerpt"][lang], {"what": event.excerpt[lang], "status": said}) if event.excerpt else said


def whose_english(corpus: Corpus, event: Event, lang: Lang) -> str:
    """Whose the English of an event is, in a sentence or several."""
    return _of_sections(corpus, event, lang, "")


@once
def site_status(corpus: Corpus, lang: Lang) -> str:
    """The status of all words of the site: that of its events where they share it, otherwise where it is stated."""
    several = corpus.strings["status_several"][lang]
    said = (status(corpus, transcript.event, lang) for transcript in corpus.transcripts.values())
    first = next(said, several)
    return first if all(other == first for other in said) else several


def _of_sections(corpus: Corpus, event: Event, lang: Lang, page: str) -> str:
    """Whose the English of an event, or of one page of it, is; where sections differ, each with its heading."""
    parts = [part for part in event.parts if part.page == page] or list(event.parts)
    found: dict[str, list[Part]] = {}
    for part in parts:
        found.setdefault(_said(corpus, "english", event.english_of(part.section), lang), []).append(part)
    if len(found) == 1:
        return next(iter(found))
    rest = _said(corpus, "english", event.english_of(""), lang)
    comma, part_of = corpus.strings["semicolon"][lang], corpus.strings["status_section"][lang]
    titles = {
        said: comma.join(corpus.pages[lang, f"{event.id}/{part.page}"].sections[part.section].title for part in those)
        for said, those in found.items()
        if said != rest
    }
    listed = [fill(part_of, {"section": those, "english": said}) for said, those in titles.items()]
    others = [fill(corpus.strings["status_rest"][lang], {"english": rest})] if rest in found else []
    return ("" if lang == "zh" else " ").join([*listed, *others])


def cited_english(corpus: Corpus, event: Event) -> Mapping[str, Mapping[str, str]]:
    """What a citation says of the English in both languages: by section, and under an empty key where no section says otherwise."""
    default = event.english_of("")
    sections = {section: one for one in event.english for section in one.sections}
    return {name: {lang: _said(corpus, "cite_english", one, lang) for lang in LANGS} for name, one in {"": default, **sections}.items()}


def _said(corpus: Corpus, family: str, english: English | None, lang: Lang) -> str:
    """One string of a family, filled in."""
    if english is None:
        return corpus.strings[f"{family}.unstated"][lang]
    kind = f"{english.kind}-revised" if english.revised else english.kind
    values = {"by": english.by, "revised": english.revised}
    return fill(
        corpus.strings[f"{family}.{kind}"][lang], {name: _words(pair, lang) for name, pair in values.items() if name in KINDS[kind]}
    )


def _words(pair: Pair | None, lang: Lang) -> str:
    assert pair is not None  # the rules require what the kind names
    return pair[lang]
