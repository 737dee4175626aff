"""What the search needs, as small data scripts: sentences, register entries, terms, names, and where each word appears.

The browser matches; this module only prepares the material.  A small site is one file.  Past ``WHOLE`` sentences the sentences are cut
into parts, one a transcript page, and posting lists say which of them a query needs, so what a query fetches hardly grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from ..analysis.turns import names_in, people_of
from ..model import LANGS, Lang, Page, Person, Segment, Term
from ..model.addresses import Urls
from ..read.corpus import Corpus, Transcript
from ..text.data_scripts import compact_json, data_scripts
from ..text.folding import toneless, variants
from ..text.typography import to_full_width
from .postings import postings
from .tokens import tokens

WHOLE = 150
"""Up to so many sentences the index is one file: fetching it whole costs less than asking for its parts."""

_NAMES = ("term", "person", "place", "twin", "changed", "none", "nearest", "loose", "parts", "open", "more")
STRING_KEYS = (*(f"find_{name}" for name in _NAMES), "found_one", "found_many")
"""The keys of the interface strings that the search itself displays."""


Texts = dict[str, list[Any]]
"""Texts of one language by what they are; for each a list in the order of the codes that they belong to."""


@dataclass
class IndexFile:
    """What a file of the index holds: codes, and the texts of each language apart, because that packs best."""

    codes: dict[str, Any] = field(default_factory=dict)
    zh: Texts = field(default_factory=dict)
    en: Texts = field(default_factory=dict)

    def add(self, name: str, code: Any, zh: Any, en: Any) -> None:
        """Take in one thing with its text in both languages."""
        self.codes.setdefault(name, []).append(code)
        self.zh.setdefault(name, []).append(zh)
        self.en.setdefault(name, []).append(en)

    def place(self, zh: Page, en: Page) -> None:
        """Take in the headings of a page without sentences."""
        self.add("places", [zh.name, ""], to_full_width(zh.title), en.title)
        for section, other in zip(zh.sections.values(), en.sections.values(), strict=True):
            self.add("places", [zh.name, section.id], to_full_width(section.title), other.title)


@dataclass
class IndexShard(IndexFile):
    """Some sentences with all that belongs to them; ``found`` holds for each the texts that lead to it."""

    found: list[list[str]] = field(default_factory=list)

    def page(self, corpus: Corpus, transcript: Transcript, name: str) -> None:
        """Take in one transcript page."""
        zh, en = _both(corpus, f"{transcript.event.id}/{name}")
        self.add("pages", zh.name, to_full_width(zh.title), en.title)
        segments = [one for one in transcript.segments.values() if one.page == name]
        for by, said in groupby(segments, lambda one: one.by):
            people = people_of(corpus, by)
            self.add("speakers", len(list(said)), names_in(corpus, people, "zh"), names_in(corpus, people, "en"))
        for section in dict.fromkeys(one.section for one in segments):
            inside = [one for one in segments if one.section == section]
            titles = to_full_width(zh.sections[section].title), en.sections[section].title
            self.add("sections", [len(self.codes["pages"]) - 1, section, len(inside)], *titles)
            for number, one in enumerate(inside):
                self._sentence(transcript, one, titles if number == 0 else ())

    def _sentence(self, transcript: Transcript, segment: Segment, titles: Iterable[str]) -> None:
        """Take in one sentence with its register entries."""
        zh, en = segment.zh.text, segment.en.text
        rows = [row for row in transcript.targets if row.at == segment.address]
        for row in rows:
            facts = [len(self.found), row.id, row.kind, *_span(zh, row.quote.zh), *_span(en, row.quote.en)]
            for column, fact in zip(self.codes.setdefault("rows", [[] for _ in facts]), facts, strict=True):
                column.append(fact)
        self.zh.setdefault("lines", []).append(to_full_width(zh))
        self.en.setdefault("lines", []).append(en)
        self.found.append([zh, en, *titles, *(f"@{one}" for one in (segment.address, *(row.id for row in rows)))])


def _both(corpus: Corpus, name: str) -> tuple[Page, Page]:
    return corpus.pages["zh", name], corpus.pages["en", name]


def _span(text: str, quote: str) -> tuple[int, int]:
    """Where a quotation begins in its sentence, and how long it is."""
    return text.index(quote), len(quote)


def _other_pages(corpus: Corpus, event: str, transcript: Iterable[str] = ()) -> Iterator[tuple[Page, Page]]:
    """The pages of an event (of none: those that all events share) but for the transcript's, in both languages."""
    for name in sorted({name for _, name in corpus.pages} - set(transcript)):
        if name.rpartition("/")[0] == event:
            yield _both(corpus, name)


def parts(corpus: Corpus, whole: int = WHOLE) -> list[IndexShard]:
    """The sentences of all events, the newest first: one part while they are few, else one a transcript page."""
    few = sum(1 for _ in corpus.segments()) <= whole
    found = [IndexShard()] if few else []
    for transcript in sorted(corpus.transcripts.values(), key=_newest):
        event = transcript.event
        for number, name in enumerate(event.pages):
            if not few:
                found.append(IndexShard())
            found[-1].page(corpus, transcript, name)
            for pages in _other_pages(corpus, event.id, (f"{event.id}/{page}" for page in event.pages)) if number == 0 else ():
                found[-1].place(*pages)
    return found


def _newest(transcript: Transcript) -> tuple[bool, int, str]:
    day = transcript.event.day
    return day is None, -day.date.toordinal() if day else 0, transcript.event.id


def _introduced_at(corpus: Corpus, person: Person) -> tuple[str, str]:
    """Where a person is introduced: the page where they answer, the section where they ask, or the sentence that presents them."""
    for transcript in corpus.transcripts.values():
        event = transcript.event
        spoken = next((one for one in transcript.segments.values() if person.id in one.by), None)
        if spoken:
            return f"{event.id}/{spoken.page}", _begins(transcript, spoken)
        for one in transcript.segments.values() if person.id in event.panel else ():
            if one.kind == "panel" and person.name.zh in one.zh.text.replace(" ", ""):
                return f"{event.id}/{one.page}", one.address
    return "", ""


def _begins(transcript: Transcript, spoken: Segment) -> str:
    """The anchor of a person's first sentence: none where the page is theirs to answer on, the section where they begin it."""
    here = [one for one in transcript.segments.values() if one.page == spoken.page]
    if spoken is next((one for one in here if one.kind in {"statement", "answer"}), None):
        return ""
    return spoken.section if spoken.number == 1 else spoken.address


def _forms(term: Term, lang: Lang) -> list[str]:
    """The forms of a term, without those that the search cannot distinguish from another."""
    return list({tuple(tokens(form)): form for form in reversed(term.forms(lang))}.values())[::-1]


def shared_entries(corpus: Corpus, urls: Urls) -> IndexFile:
    """What every query needs: interface words, synonyms, terms, names, headings of shared pages."""
    kinds = corpus.vocabulary.kinds
    found = IndexFile({"directory": urls.directory, "synonyms": [[say, one.text] for one in corpus.synonyms for say in one.say]})
    for name, pair in (*((key, corpus.strings[key]) for key in STRING_KEYS), *kinds.items()):
        found.add("words", name, pair.zh, pair.en)
    for term in corpus.terms.values():
        found.add("terms", term.id, _forms(term, "zh"), _forms(term, "en"))
    for one in corpus.people.values():
        office = one.office
        names = ([one.name[lang], office[lang] if office else ""] for lang in LANGS)
        found.add("people", [one.id, *_introduced_at(corpus, one)], *names)
    for pages in _other_pages(corpus, ""):
        found.place(*pages)
    return found


def folding(texts: Iterable[str]) -> list[str]:
    """The characters that stand for others in a text, and the others: two strings, place by place; in the order of the text,
    which packs best.
    """
    known = variants()
    needed = dict.fromkeys(known[one] for text in texts for one in text if one in known)
    pairs = [(line[0], one) for line in needed for one in line[1:]]
    return ["".join(head for head, _ in pairs), "".join(one for _, one in pairs)]


def pinyin_column(corpus: Corpus) -> list[str]:
    """The pinyin of the terms and then of the people, in the order of ``head``."""
    terms = [toneless(one.pinyin) for one in corpus.terms.values()]
    return terms + [toneless(one.pinyin or "") for one in corpus.people.values()]


def files(corpus: Corpus, urls: Urls, whole: int = WHOLE) -> Mapping[str, Any]:
    """File name to content, not yet written out.

    ``index`` is for every query, ``characters`` for those with Chinese characters, ``sounds`` for those in letters; past
    ``whole`` sentences come the parts and the posting lists.
    """
    found, index = parts(corpus, whole), shared_entries(corpus, urls)
    texts = map(compact_json, (_packed(head=index), *(_packed(part=part) for part in found)))
    shared = {"characters": folding(texts), "sounds": pinyin_column(corpus)}
    if len(found) == 1:
        return {"index": _packed(head=index, part=found[0]), **shared}
    lists = postings(part.found for part in found)
    index.codes |= {"parts": [len(part.found) for part in found], "lists": " ".join(lists)}
    numbered = {f"part-{number}": _packed(part=part) for number, part in enumerate(found)}
    return {"index": _packed(head=index), **shared, **numbered, **{f"list-{name}": content for name, content in lists.items()}}


def _packed(**contents: IndexFile) -> Mapping[str, Any]:
    """Files as one, texts of a language together: like texts close to each other pack best."""
    return {of: {name: getattr(one, of) for name, one in contents.items()} for of in ("zh", "codes", "en")}


def scripts(corpus: Corpus, urls: Urls) -> Mapping[str, str]:
    """The index as scripts by path from the site's root; nothing of it is fetched before a reader opens the search."""
    return data_scripts({f"search/{name}": content for name, content in files(corpus, urls).items()})
