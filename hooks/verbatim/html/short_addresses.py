"""Short addresses: a small page for each sentence that leads to it, on any host and in a folder on disk.

``EVENT/s/q1-a2-3/`` names a sentence for good, whatever page holds it.  ``s/q1-a2-3/`` is shorter: it leads on while one event has that
sentence, and offers a choice where several have one.  ``EVENT/s/`` and ``s/`` list them, so that a program that follows links finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model import LANGS, Lang, Pair, Place
from ..model.addresses import SHORT, Published, Urls
from ..model.locale import LOCALES, locale_of
from ..read.corpus import Corpus, Transcript
from ..read.summaries import Summaries, summary
from .render import Renderer

_Named = Mapping[str, list[Place]]
_Sentences = Sequence[tuple[str, str, str]]


def is_short(file: str) -> bool:
    """Whether a file of a site is the page of a short address; the lists of these are none."""
    return file.removesuffix("/index.html").split("/")[-2:-1] == [SHORT]


def pages(renderer: Renderer, published: Published) -> Mapping[str, str]:
    """File (from the site's root) to HTML: the pages of the sentences of each event, and those of addresses that any event has."""
    return {**of_events(renderer, published), **of_all(renderer, published, Summaries(renderer.corpus))}


def of_events(renderer: Renderer, published: Published, sheet: str = "") -> Mapping[str, str]:
    """File (from the site's root) to HTML: for each sentence of the events, also by its former addresses, the pages that lead to it.

    ``sheet`` is the style sheet of the lists, from the site's root, or empty.
    """
    found: dict[str, str] = {}
    for event, transcript in renderer.corpus.transcripts.items():
        named = {address: [place] for address, place in _places(event, _sentences(transcript))}
        found |= dict(_written(renderer, published, sheet, named, {event: transcript.event.short}, event))
    return found


def of_all(renderer: Renderer, published: Published, events: Summaries, sheet: str = "") -> Mapping[str, str]:
    """File to HTML: for each address that a sentence of any event has or had, the pages that lead on or offer a choice."""
    titles = {event: transcript.event.short for event, transcript in renderer.corpus.transcripts.items()}
    facts = [[event, title.zh, title.en, events.digest(sentences, event)] for event, title in titles.items()]

    def make() -> Mapping[str, str]:
        named: dict[str, list[Place]] = {}
        for event in titles:
            for address, place in _places(event, events.made(sentences, event)):
                named.setdefault(address, []).append(place)
        return dict(_written(renderer.without_events(), published, sheet, named, titles))

    return events.made_of("short", published.facts(facts, sheet), make)


@summary("short")
def sentences(own: Corpus) -> _Sentences:
    """The sentences of the only event of a corpus."""
    return [one for transcript in own.transcripts.values() for one in _sentences(transcript)]


def _sentences(transcript: Transcript) -> _Sentences:
    """Each address of a sentence that is or was published, once, with the page and the address that the sentence has."""
    found = dict(transcript.segments)
    for alias in transcript.aliases:
        old, new = (place.partition("#")[2] for place in (alias.old, alias.new))
        if old not in transcript.segments and new in transcript.segments:
            found[old] = transcript.segments[new]
    return [(address, segment.page, segment.address) for address, segment in found.items()]


def _places(event: str, sentences: _Sentences) -> Iterator[tuple[str, Place]]:
    return ((address, Place(event, page, own)) for address, page, own in sentences)


def _written(
    renderer: Renderer, published: Published, sheet: str, named: _Named, titles: Mapping[str, Pair], event: str = ""
) -> Iterator[tuple[str, str]]:
    """The page of each address in every locale, of an event or of all, and the list of them; ``titles`` are what events are called."""
    urls = renderer.urls
    for locale in LOCALES.values():
        links = {address: urls.short(locale, address, event) for address in named}
        for address, here in links.items():
            choices = [{"title": titles[place.event], "links": _links(urls, here, place)} for place in named[address]]
            canonical = published.site and published.site + published.urls.sentence(locale, named[address][0])
            html = renderer.html("short.html", locale, here, address=address, places=choices, canonical=canonical)
            yield urls.file(here), html + "\n"
        here = urls.short(locale, "index", event)
        home = urls.between(here, urls.page(locale, f"{event}/index" if event else "index"))
        shown = [(address, urls.between(here, link)) for address, link in links.items()]
        yield urls.file(here), renderer.html("short-list.html", locale, here, shown=shown, home=home, sheet=sheet) + "\n"


def _links(urls: Urls, here: str, place: Place) -> Mapping[Lang, str]:
    """From a page the links to a sentence in each language."""
    return {lang: urls.between(here, urls.sentence(locale_of(lang), place)) for lang in LANGS}
