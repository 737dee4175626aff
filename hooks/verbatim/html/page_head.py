"""What machines read in a page's head: citation tags (Google Scholar's names, which Zotero reads) and JSON-LD.

Zotero takes a page with a conference for a paper given there, and any other with a citation tag for a journal article unless its
kind is ``website``; so only the pages of the transcript itself carry the event, its day and its speakers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..analysis.turns import people_of
from ..model import ASKING, LICENCE, PROMISING, TWIN, Event, Lang, Page, Person, Segment
from ..model.addresses import Published
from ..model.locale import TAGS, locale_of
from ..read.corpus import Corpus, Transcript

Tags = list[tuple[str, str]]
Node = dict[str, Any]


@dataclass(frozen=True)
class Head:
    """The tags (name, content), the kind of page (Open Graph's word) and the JSON-LD of one page."""

    tags: Tags
    kind: str
    graph: Node


def page_head(corpus: Corpus, published: Published, page: Page, edition: str | None = None) -> Head:
    """The head of a page; ``edition`` is where the print edition of its event lies, from the site's root."""
    return _PageHead(corpus, published, page).head(edition)


class _PageHead:
    """Makes the head of one page."""

    def __init__(self, corpus: Corpus, published: Published, page: Page) -> None:
        self.corpus, self.urls, self.site_known, self.page = corpus, published.urls, bool(published.site), page
        self._link = partial(published.link, published.urls.page(locale_of(page.lang), page.name))

    def head(self, edition: str | None) -> Head:
        """The head with its citation tags and its JSON-LD."""
        page, lang, name = self.page, self.page.lang, self.page.name
        folder, _, own = name.partition("/")
        transcript = self.corpus.transcripts.get(folder)
        spoken = transcript if transcript and own in transcript.event.pages else None
        translated = {"translationOfWork": {"@type": "WebPage", "@id": self._url("zh", name)}} if spoken and lang == "en" else {}
        nodes = [self._page(page) | translated]
        if transcript:
            nodes += [self._event(transcript.event, lang, with_panel=own == "index"), *self._of_event(transcript, own, lang)]
        elif name == "glossary":
            nodes.append(self._terms(lang))
        graph = {"@context": "https://schema.org", "@graph": nodes}
        return Head(self._tags(page, spoken, edition), "article" if spoken else "website", graph)

    def _url(self, lang: Lang, name: str) -> str:
        return self._link(self.urls.page(locale_of(lang), name))

    def _tags(self, page: Page, transcript: Transcript | None, edition: str | None) -> Tags:
        """Title, address, language, publisher; for a page of a transcript also event, day, speakers and print edition.

        Addresses only where they are whole: readers of these tags do not resolve others.
        """
        tags = [
            ("citation_title", page.title),
            *([("citation_public_url", self._url(page.lang, page.name))] if self.site_known else []),
            ("citation_language", transcript.event.tag_in(page.lang) if transcript else TAGS[page.lang]),
            ("citation_publisher", _publisher(self.corpus, page.lang)),
        ]
        if transcript:
            tags += [("citation_conference_title", transcript.event.title[page.lang])]
            tags += [
                ("citation_author", person.sort_name(page.lang)) for person in self._speakers(transcript, page.name.rpartition("/")[2])
            ]
            if transcript.event.day:
                tags.append(("citation_publication_date", transcript.event.day.date.strftime("%Y/%m/%d")))
            if edition and self.site_known:
                tags.append(("citation_pdf_url", self._link(edition)))
        return tags

    def _speakers(self, transcript: Transcript, own: str) -> list[Person]:
        """Those who answer or make a statement on a page, in order; neither who asks nor who moderates."""
        said = (segment for segment in transcript.segments.values() if segment.page == own and segment.kind not in ASKING)
        people = people_of(self.corpus, dict.fromkeys(name for segment in said for name in segment.by))
        return [person for person in people if person.kind in PROMISING]

    def _page(self, page: Page) -> Node:
        return {
            "@type": "WebPage",
            "@id": self._url(page.lang, page.name),
            "name": page.title,
            "description": page.description,
            "inLanguage": TAGS[page.lang],
            "license": LICENCE,
            **_changed(self.corpus),
            "publisher": {"@type": "Organization", "name": _publisher(self.corpus, page.lang)},
            "isPartOf": {"@type": "WebSite", "name": self.corpus.strings["site_name"][page.lang], "url": self._url(page.lang, "index")},
        }

    def _event(self, event: Event, lang: Lang, with_panel: bool) -> Node:
        """The press conference, on its own page with its panel, moderators apart; where it was held the text does not say."""
        node: Node = {"@type": "Event", "@id": self._event_id(event), "name": event.title[lang]}
        if event.day:
            node["startDate"] = event.day.date.isoformat()
        performers = [self._person(person, lang) for person in people_of(self.corpus, event.panel) if person.kind in PROMISING]
        if with_panel and performers:
            node["performer"] = performers
        return node

    def _event_id(self, event: Event) -> str:
        return f"{self._url('zh', f'{event.id}/index')}#event"

    def _person(self, person: Person, lang: Lang) -> Node:
        node: Node = {"@type": "Person", "name": person.name[lang], "alternateName": person.name[TWIN[lang]]}
        return node | ({"jobTitle": person.office[lang]} if person.office else {})

    def _of_event(self, transcript: Transcript, own: str, lang: Lang) -> list[Node]:
        """Quotations on a speaker's page: the sentences that carry a target; the data set on the page of targets."""
        if own == "targets":
            return [self._dataset(transcript, lang)]
        chosen = {entry.at for entry in transcript.entries if entry.kind == "target"}
        quoted = (segment for segment in transcript.segments.values() if segment.page == own and segment.address in chosen)
        return [self._quotation(segment, lang) for segment in quoted]

    def _quotation(self, segment: Segment, lang: Lang) -> Node:
        """A sentence by its place, where its words are; here they would be on the page a second time."""
        node: Node = {
            "@type": "Quotation",
            "@id": self._link(self.urls.sentence(locale_of(lang), segment)),
            "inLanguage": self.corpus.transcripts[segment.event].event.tag_in(lang),
        }
        if segment.by:
            creators = [{"@type": "Person", "name": person.name[lang]} for person in people_of(self.corpus, segment.by)]
            node["creator"] = creators[0] if len(creators) == 1 else creators
        return node

    def _dataset(self, transcript: Transcript, lang: Lang) -> Node:
        """The register as data; the description names the event, because search engines want fifty characters of it."""
        page = self.corpus.pages[lang, f"{transcript.event.id}/targets"]
        files = (("targets.json", "application/json"), ("targets.csv", "text/csv"))
        return {
            "@type": "Dataset",
            "@id": f"{self._url('zh', page.name)}#data",
            "name": f"{page.title}{self.corpus.strings['colon'][lang]}{transcript.event.title[lang]}",
            "description": f"{transcript.event.title[lang]}{self.corpus.strings['colon'][lang]}{page.description}",
            "url": self._url(lang, page.name),
            "inLanguage": list(TAGS.values()),
            "isAccessibleForFree": True,
            "about": {"@id": self._event_id(transcript.event)},
            "license": LICENCE,
            "creator": {"@type": "Organization", "name": self.corpus.strings["site_name"][lang], "url": self._url(lang, "index")},
            "distribution": [
                {"@type": "DataDownload", "contentUrl": self._link(f"data/{name}"), "encodingFormat": kind} for name, kind in files
            ],
        }

    def _terms(self, lang: Lang) -> Node:
        """The glossary and the file with all its terms, which are too many to be listed once more on the page."""
        return {
            "@type": "DefinedTermSet",
            "@id": f"{self._url(lang, 'glossary')}#terms",
            "name": self.corpus.pages[lang, "glossary"].title,
            "inLanguage": TAGS[lang],
            "encoding": {"@type": "MediaObject", "contentUrl": self._link("data/terms.json"), "encodingFormat": "application/json"},
        }


def _publisher(corpus: Corpus, lang: Lang) -> str:
    """Who publishes the site; its own name where nobody is named."""
    return (corpus.publication.publisher or corpus.strings["site_name"])[lang]


def _changed(corpus: Corpus) -> Mapping[str, str]:
    """The day of the newest version, where the site states it."""
    versions = corpus.publication.versions
    return {"dateModified": versions[0].date.isoformat()} if versions else {}
