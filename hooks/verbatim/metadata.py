"""What machines read in a page's head: citation tags (Google Scholar and Dublin Core names, which Zotero reads) and JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .corpus import Corpus, Transcript
from .export import pair
from .model import LANGS, Event, Lang, Page, Person, Segment
from .urls import TAGS, Urls

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Tags = list[tuple[str, str]]
Node = dict[str, Any]


@dataclass(frozen=True)
class Head:
    """The tags (name, content) and the JSON-LD of one page."""

    tags: Tags
    graph: Node


class Metadata:
    """Makes the heads of the pages of one corpus; ``site`` is the site's address, ending in a slash."""

    def __init__(self, corpus: Corpus, urls: Urls, site: str) -> None:
        self.corpus, self.urls, self.site = corpus, urls, site

    def head(self, lang: Lang, name: str) -> Head:
        """The head of a page."""
        page = self.corpus.pages[lang, name]
        folder, _, own = name.partition("/")
        transcript = self.corpus.transcripts.get(folder)
        nodes = [self._page(page)]
        if transcript:
            nodes += [self._event(transcript.event, lang), *self._of_event(transcript, own, lang)]
        elif name == "glossary":
            nodes.append(self._terms(lang))
        graph = {"@context": "https://schema.org", "@graph": nodes}
        return Head(self._tags(page, transcript), graph)

    def _url(self, lang: Lang, name: str) -> str:
        return self.site + self.urls.page(lang, name)

    def _tags(self, page: Page, transcript: Transcript | None) -> Tags:
        """Citation tags: title, day, speakers as authors, language, address, publisher."""
        tags = [
            ("citation_title", page.title),
            ("citation_public_url", self._url(page.lang, page.name)),
            ("citation_language", TAGS[page.lang]),
            ("citation_publisher", self.corpus.strings["site_name"][page.lang]),
        ]
        if transcript:
            tags += [("citation_conference_title", transcript.event.title[page.lang])]
            tags += [("citation_author", person.name[page.lang]) for person in self._speakers(transcript, page.name.rpartition("/")[2])]
            if transcript.event.day:
                tags.append(("citation_publication_date", transcript.event.day.date.strftime("%Y/%m/%d")))
        return tags

    def _speakers(self, transcript: Transcript, own: str) -> list[Person]:
        """The officials who speak on a page, in order."""
        names = dict.fromkeys(part.by for part in transcript.event.parts if part.page == own and part.by and part.kind == "answer")
        return [self.corpus.people[name] for name in names if name]

    def _page(self, page: Page) -> Node:
        return {
            "@type": "WebPage",
            "@id": self._url(page.lang, page.name),
            "name": page.title,
            "description": page.description,
            "inLanguage": TAGS[page.lang],
            "license": LICENCE,
            "isPartOf": {"@type": "WebSite", "name": self.corpus.strings["site_name"][page.lang], "url": self._url(page.lang, "index")},
        }

    def _event(self, event: Event, lang: Lang) -> Node:
        """The press conference with its panel."""
        node: Node = {"@type": "Event", "@id": f"{self._url('zh', f'{event.id}/index')}#event", "name": event.title[lang]}
        if event.day:
            node["startDate"] = event.day.date.isoformat()
        node["performer"] = [self._person(self.corpus.people[name], lang) for name in event.panel]
        return node

    def _person(self, person: Person, lang: Lang) -> Node:
        node: Node = {"@type": "Person", "name": person.name[lang], "alternateName": person.name["zh" if lang == "en" else "en"]}
        return node | ({"jobTitle": person.office[lang]} if person.office else {})

    def _of_event(self, transcript: Transcript, own: str, lang: Lang) -> list[Node]:
        """Quotations on a speaker's page: the sentences that carry a target; the data set on the page of targets."""
        if own == "targets":
            return [self._dataset(transcript, lang)]
        chosen = {row.at for row in transcript.targets if row.kind == "target"}
        quoted = (segment for segment in transcript.segments.values() if segment.page == own and segment.address in chosen)
        return [self._quotation(segment, lang) for segment in quoted]

    def _quotation(self, segment: Segment, lang: Lang) -> Node:
        node: Node = {
            "@type": "Quotation",
            "@id": self.site + self.urls.sentence(lang, segment),
            "text": segment[lang].text,
            "inLanguage": TAGS[lang],
        }
        if segment.by:
            node["creator"] = {"@type": "Person", "name": self.corpus.people[segment.by].name[lang]}
        return node

    def _dataset(self, transcript: Transcript, lang: Lang) -> Node:
        page = self.corpus.pages[lang, f"{transcript.event.id}/targets"]
        files = (("targets.json", "application/json"), ("targets.csv", "text/csv"))
        return {
            "@type": "Dataset",
            "name": f"{page.title}: {transcript.event.title[lang]}",
            "description": page.description,
            "license": LICENCE,
            "creator": {"@type": "Organization", "name": self.corpus.strings["site_name"][lang]},
            "distribution": [
                {"@type": "DataDownload", "contentUrl": f"{self.site}data/{name}", "encodingFormat": kind} for name, kind in files
            ],
        }

    def _terms(self, lang: Lang) -> Node:
        """The glossary: names and anchors; the definitions stand on the page itself."""
        here = self._url(lang, "glossary")
        return {
            "@type": "DefinedTermSet",
            "@id": f"{here}#terms",
            "name": self.corpus.pages[lang, "glossary"].title,
            "hasDefinedTerm": [
                {"@type": "DefinedTerm", "@id": f"{here}#{term.id}", "name": term.zh if lang == "zh" else term.en}
                for term in self.corpus.terms.values()
            ],
        }


def cited(corpus: Corpus, transcript: Transcript) -> Mapping[str, Any]:
    """What a citation of a sentence or a row needs beside its words, in both languages; sections lead to who speaks.

    ``filed`` is a name cut into family name and the rest; it is absent where the name is one whole, as an outlet's is.
    """
    event = transcript.event
    people = {part.by: corpus.people[part.by] for part in event.parts if part.by}
    return {
        "id": event.id,
        "tags": TAGS,
        "site": pair(corpus.strings["site_name"]),
        "event": pair(event.title),
        "day": event.day.date.isoformat() if event.day else None,
        "basis": pair(event.day.basis if event.day else None),
        "translation": pair(corpus.strings["cite_translation"]),
        "sentence": pair(corpus.strings["cite_sentence"]),
        "by": {part.section: part.by for part in event.parts if part.by},
        "people": {name: _cited(one) for name, one in people.items()},
    }


def _cited(person: Person) -> Mapping[str, Any]:
    """A person as a citation names them."""
    filed = {lang: person.filed(lang) for lang in LANGS} if person.family else None
    return {"name": pair(person.name), "filed": filed, "office": pair(person.office)}
