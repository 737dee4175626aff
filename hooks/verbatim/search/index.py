"""What the search needs, as small data scripts: sentences, register entries, terms, names, and where each word appears.

The browser matches; this module only prepares the material.  A small site has its texts in one file for each language.  Past ``WHOLE``
sentences the sentences are cut into parts, one a transcript page, and posting lists say which of them a query needs, so what a query
fetches hardly grows.  What is said about the texts (notes, definitions) is in files of its own, which only some queries need.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import Any

from ..analysis.across_events import recurring
from ..model import LANGS, Lang, Page, Segment, Term
from ..model.addresses import Urls, person_page
from ..read.corpus import Corpus, Transcript
from ..read.summaries import Summaries, Summary, summary
from ..text.data_scripts import Written, compact_json, data_scripts
from ..text.folding import fold, syllables, toneless
from .characters import characters
from .event_index import EventIndex, EventParts, Packed, indexed, packed
from .index_file import IndexFile, IndexShard, both
from .other_words import question_words, readers_words, sayings
from .postings import PORTIONS, digit, postings
from .spelling import spelling
from .tokens import tokens

WHOLE = 150
"""Up to so many sentences the index is one file: fetching it whole costs less than asking for its parts."""

_NAMES = (
    *("best", "sentence", "row", "term", "person", "note", "place", "all", "any", "shown", "further", "twins", "speaker", "event"),
    *("twin", "changed", "similar", "about", "none", "nearest", "loose", "parts", "most", "open", "more", "instead", "missing", "near"),
    *("who", "aside"),
)
STRING_KEYS = {name: f"find_{name}" for name in _NAMES} | {name: f"found_{name}" for name in ("one", "many")}
"""The keys of the interface strings that the search itself displays, by the names that it knows them by."""


def _other_pages(corpus: Corpus, event: str, transcript: Iterable[str] = ()) -> Iterator[tuple[Page, Page]]:
    """The pages of an event (of none: those that all events share) but for the transcript's, in both languages."""
    for name in sorted({name for _, name in corpus.pages_of(event)} - set(transcript)):
        yield both(corpus, name)


def is_whole(corpus: Corpus, most: int = WHOLE) -> bool:
    """Whether one file holds all sentences: they are few, or of one transcript page."""
    pages = sum(len(transcript.event.pages) for transcript in corpus.transcripts.values())
    return pages == 1 or corpus.sentences <= most


def parts(corpus: Corpus, most: int = WHOLE) -> list[IndexShard]:
    """The sentences of all events, the newest first: one part if that is the whole, else one a transcript page."""
    whole = is_whole(corpus, most)
    found = [IndexShard()] if whole else []
    for transcript in corpus.newest_first:
        event = transcript.event
        for number, name in enumerate(event.pages):
            if not whole:
                found.append(IndexShard())
            found[-1].page(corpus, transcript, name)
            for pages in _other_pages(corpus, event.id, (f"{event.id}/{page}" for page in event.pages)) if number == 0 else ():
                found[-1].place(*pages)
                found[-1].found[0] += [text for page in pages for text in (page.title, *(one.title for one in page.sections.values()))]
    return found


def _introduced(events: Summaries) -> Mapping[str, Sequence[str]]:
    """Where people are introduced (by id): on the page of their own across events, or in the first event that does so."""
    found: dict[str, Sequence[str]] = {name: (person_page(name), "") for name in recurring(events)}
    for event in events.all_events.transcripts:
        for name, place in events.made(_introduced_in, event).items():
            found.setdefault(name, place)
    return found


@summary("introduced")
def _introduced_in(own: Corpus) -> Mapping[str, Sequence[str]]:
    """Where the only event introduces people: the page where they answer, the section where they ask, or what presents them."""
    [transcript] = own.transcripts.values()
    event, first = transcript.event, dict[str, Segment]()
    for segment in transcript.segments.values():
        for name in segment.by:
            first.setdefault(name, segment)
    found = {name: (f"{event.id}/{spoken.page}", _begins(transcript, spoken)) for name, spoken in first.items()}
    texts = {one: fold(one.zh.text).replace(" ", "") for one in transcript.segments.values() if one.kind == "panel"}
    called = {name: fold(own.people[name].name.zh) for name in event.panel}
    presented = {
        name: (f"{event.id}/{one.page}", one.address)
        for one, text in reversed(texts.items())  # so that of several the first is left
        for name, word in called.items()
        if word in text
    }
    return presented | found


def _begins(transcript: Transcript, spoken: Segment) -> str:
    """The anchor of a person's first sentence: none where the page is theirs to answer on, the section where they begin it."""
    here = [segment for segment in transcript.segments.values() if segment.page == spoken.page]
    if spoken is next((segment for segment in here if segment.kind in {"statement", "answer"}), None):
        return ""
    return spoken.section if spoken.number == 1 else spoken.address


def _forms(term: Term, lang: Lang) -> list[str]:
    """The forms of a term, without those that the search cannot distinguish from another."""
    return list({tuple(tokens(form)): form for form in reversed(term.forms(lang))}.values())[::-1]


def shared_entries(corpus: Corpus, urls: Urls, events: Summaries) -> IndexFile:
    """What every query needs: interface strings, terms, names, headings of shared pages."""
    kinds = corpus.vocabulary.kinds
    found = IndexFile({"directory": urls.directory})
    for name, pair in (*((name, corpus.strings[key]) for name, key in STRING_KEYS.items()), *kinds.items()):
        found.add("words", name, pair.zh, pair.en)
    for term in corpus.terms.values():
        found.add("terms", term.id, _forms(term, "zh"), _forms(term, "en"))
    introduced = _introduced(events)
    for person in corpus.people.values():
        office = person.office
        names = ([person.name[lang], office[lang] if office else ""] for lang in LANGS)
        found.add("people", [person.id, *introduced.get(person.id, ("", ""))], *names)
    for pages in _other_pages(corpus, ""):
        found.place(*pages)
    return found


def about_terms(corpus: Corpus) -> IndexFile:
    """What is said about the terms and the people: definition and note of each in its order, and renderings seen elsewhere."""
    found = IndexFile()
    for term in corpus.terms.values():
        said = [term.definition, *([term.note] if term.note else [])]
        found.add("terms", [rendering.en for rendering in term.also], *(" ".join(pair[lang] for pair in said) for lang in LANGS))
    for person in corpus.people.values():
        found.add("people", person.id, *((person.note[lang] if person.note else "") for lang in LANGS))
    return found


def homophones() -> tuple[str, str]:
    """What a browser needs to know which characters sound alike: the first character of each syllable in the pinyin order, and for each a
    digit in base 36: how many places before it the syllable stands that it is heard as; 0 for itself.

    Sounds that input methods and speakers of many regions do not keep apart are one: zh and z, ch and c, sh and s, ing and in, eng
    and en, ang and an.
    """
    first: dict[str, int] = {}
    back = ""
    for number, (syllable, _) in enumerate(syllables()):
        heard = re.sub(r"(?<=[aei]n)g$", "", re.sub(r"^([zcs])h", r"\1", syllable))
        back += digit(number - first.setdefault(heard, number))
    return "".join(character for _, character in syllables()), back


def pinyin_column(corpus: Corpus) -> list[str]:
    """The pinyin of the terms and then of the people, in the order of ``shared_entries``."""
    terms = [toneless(term.pinyin) for term in corpus.terms.values()]
    return terms + [toneless(person.pinyin or "") for person in corpus.people.values()]


@lru_cache(maxsize=1)
def _of_event(own: Corpus) -> EventParts:
    """What the index of a large site holds of the only event of a corpus (``Corpus.for_pages``)."""
    return indexed(parts(own, 0))


_INDEX = Summary("search", lambda own: _of_event(own).index)
_FOUND = Summary("found", lambda own: _of_event(own).found)
SUMMARIES: Sequence[Summary[Any]] = (_INDEX, _FOUND, _introduced_in)
"""What the index of a large site needs of each event: each is read only where it is needed."""


def files_of_event(own: Corpus) -> Mapping[str, Written]:
    """File name to content of the parts of the only event of a corpus on a large site, and of what is said about them."""
    [event] = own.transcripts
    return {
        f"{event}-{kind}-{number}": Written(text)
        for number, both in enumerate(_of_event(own).texts)
        for kind, text in zip(("part", "about"), both, strict=True)
    }


def files(
    corpus: Corpus,
    urls: Urls,
    most: int = WHOLE,
    events: Summaries | None = None,
    folders: Mapping[str, str] = MappingProxyType({}),
) -> Mapping[str, Any]:
    """File name to content, as it is or ``Written``, of all but the parts of events.

    ``index`` (codes), ``zh`` and ``en`` (texts) are for every query in that language, ``characters-…`` for those with Chinese
    characters that no text has; ``sounds`` (pinyin), ``words-…``, ``say-…``, ``spelling-…``, ``homophones`` and ``about-…`` are for
    those that the texts do not answer word for word; where the sentences are in parts (``is_whole``) come the posting lists.
    ``events`` makes or finds the ``SUMMARIES``, ``folders`` is the folder of the parts of each (``files_of_event``) with its
    last slash.
    """
    events = events or Summaries(corpus)
    whole = indexed(parts(corpus, most)) if is_whole(corpus, most) else None
    order = () if whole else [transcript.event.id for transcript in corpus.newest_first]
    found = {"": whole.index} if whole else {event: events.made(_INDEX, event) for event in order}
    alone: Sequence[Packed] = [json.loads(text) for text in whole.texts[0]] if whole else ({}, {})
    index = shared_entries(corpus, urls, events)
    head, said = packed(head=index), _joined(packed(head=about_terms(corpus)), alone[1])
    first, known_by = compact_json(head), found.values()
    known = characters(
        [first, *(one["characters"] for one in known_by), *readers_words(corpus), compact_json(said), *(one["said"] for one in known_by)]
    )
    shared = {
        **known.others,
        **spelling([first, *(one["words"] for one in known_by)]),
        "sounds": pinyin_column(corpus),
        "homophones": homophones(),
        **question_words(corpus, known.own),
        **sayings(corpus, known.own),
        **{f"about-{lang}": {"codes": said["codes"], lang: said[lang]} for lang in LANGS},
    }
    index.zh["fold"] = known.beside
    lists = {} if whole else _lists(events, found, known.own)
    if not whole:
        counts = {folders.get(event, "") + event: one["lengths"] for event, one in found.items()}
        index.codes |= {"parts": counts, "lists": " ".join(lists)}
    head = _joined(packed(head=index), alone[0])
    others = {f"list-{name}": Written(content) for name, content in lists.items()}
    return {"index": head["codes"], **{lang: head[lang] for lang in LANGS}, **shared, **others}


def _lists(events: Summaries, found: Mapping[str, EventIndex], own: Mapping[int, str]) -> Mapping[str, str]:
    """The posting files of a large site, as JSON, in the order of their keys; ``found`` is by event, ``own``: see ``Characters``.

    Each portion of them is made of the same portion of every event, and again only where one of these is another.
    """
    lengths = [sum(one["lengths"]) for one in found.values()]

    @cache
    def portions(event: str) -> Sequence[str]:
        return events.made(_FOUND, event)

    def lists(portion: int) -> Mapping[str, tuple[str, str]]:
        """For each posting file its first key and itself."""
        parts = ((length, portions(event)[portion]) for length, event in zip(lengths, found, strict=True))
        return {name: (next(iter(content)), compact_json(content)) for name, content in postings(parts, own).items()}

    made = (
        events.made_of("lists", [lengths, own, [one["digests"][portion] for one in found.values()]], partial(lists, portion))
        for portion in range(PORTIONS)
    )
    by_key = sorted((key, name, content) for some in made for name, (key, content) in some.items())
    return {name: content for _, name, content in by_key}


def _joined(first: Packed, second: Packed) -> Packed:
    """Two files as one."""
    return {of: {**content, **second.get(of, {})} for of, content in first.items()}


def scripts(content: Mapping[str, Any]) -> Mapping[str, str]:
    """Files of the index as scripts by path below their folder; none is fetched before a reader opens the search."""
    return data_scripts({f"search/{name}": value for name, value in content.items()})
