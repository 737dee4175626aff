"""Short addresses: a small page for each sentence that leads to it, on any host and in a folder on disk.

``EVENT/s/q1-a2-3/`` names a sentence for good, whatever page holds it.  ``s/q1-a2-3/`` is shorter: it leads on while one event has that
sentence, and offers a choice where several have one.  ``EVENT/s/`` and ``s/`` list them, so that a program that follows links finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from ..model import LANGS, Segment
from ..model.addresses import SHORT, Published
from ..model.locale import LOCALES, Locale, locale_of
from ..read.corpus import Transcript
from .render import Renderer

Named = Mapping[str, list[Segment]]


def is_short(file: str) -> bool:
    """Whether a file of a site is the page of a short address; the lists of these are none."""
    return PurePosixPath(file.removesuffix("/index.html")).parent.name == SHORT


def pages(renderer: Renderer, published: Published) -> Mapping[str, str]:
    """File (from the site's root) to HTML: the pages of the sentences of each event, and those of addresses that any event has."""
    return {**of_events(renderer, published), **of_all(renderer, published)}


def of_events(renderer: Renderer, published: Published, sheet: str = "") -> Mapping[str, str]:
    """File (from the site's root) to HTML: for each sentence of the events, also by its former addresses, the pages that lead to it.

    ``sheet`` is the style sheet of the lists, from the site's root, or empty.
    """
    return {
        path: html
        for transcript in renderer.corpus.transcripts.values()
        for path, html in _written(
            renderer, published, sheet, {address: [segment] for address, segment in _sentences(transcript)}, transcript.event.id
        )
    }


def of_all(renderer: Renderer, published: Published, sheet: str = "") -> Mapping[str, str]:
    """File to HTML: for each address that a sentence of any event has or had, the pages that lead on or offer a choice."""
    named: dict[str, list[Segment]] = {}
    for transcript in renderer.corpus.transcripts.values():
        for address, segment in dict(_sentences(transcript)).items():
            named.setdefault(address, []).append(segment)
    return dict(_written(renderer, published, sheet, named))


def _sentences(transcript: Transcript) -> Iterator[tuple[str, Segment]]:
    """Each address of a sentence that is or was published, with the sentence."""
    yield from transcript.segments.items()
    for alias in transcript.aliases:
        old, new = (place.partition("#")[2] for place in (alias.old, alias.new))
        if old not in transcript.segments and new in transcript.segments:
            yield old, transcript.segments[new]


def _written(renderer: Renderer, published: Published, sheet: str, named: Named, event: str = "") -> Iterator[tuple[str, str]]:
    """The page of each address in every locale, of an event or of all, and the list of them."""
    urls = renderer.urls
    for locale in LOCALES.values():
        links = {address: urls.short(locale, address, event) for address in named}
        for address, here in links.items():
            yield urls.file(here), _page(renderer, published, locale, here, address, named[address])
        here = urls.short(locale, "index", event)
        home = urls.between(here, urls.page(locale, f"{event}/index" if event else "index"))
        shown = [(address, urls.between(here, link)) for address, link in links.items()]
        yield urls.file(here), renderer.html("short-list.html", locale, here, shown=shown, home=home, sheet=sheet) + "\n"


def _page(renderer: Renderer, published: Published, locale: Locale, here: str, address: str, segments: list[Segment]) -> str:
    """The page that leads to one sentence, or offers several with the names of their events."""
    places = [
        {
            "title": renderer.corpus.transcripts[segment.event].event.short,
            "links": {lang: renderer.urls.between(here, renderer.urls.sentence(locale_of(lang), segment)) for lang in LANGS},
        }
        for segment in segments
    ]
    canonical = published.site and published.site + published.urls.sentence(locale, segments[0])
    return renderer.html("short.html", locale, here, address=address, places=places, canonical=canonical) + "\n"
