"""Renders pages: transcript sections and directives of a Markdown page become HTML, the rest stays Markdown.

All markup is in ``templates`` and escaped there; this module chooses the template; `directives` gathers what it displays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2

from ..analysis.across_events import recurring
from ..analysis.glossary import is_pinyin, letter_id, letters
from ..analysis.register import amount_text, time_text
from ..analysis.speech import speech
from ..analysis.status import status
from ..analysis.turns import names_in
from ..model import LANGS, TWIN, Lang, Part, event_of
from ..model.addresses import Urls, person_page
from ..model.locale import TAGS, Locale, locale_of
from ..read.corpus import Corpus, Transcript
from ..read.markdown_page import DIRECTIVE, HEADING, with_code
from ..read.summaries import Summaries
from ..text.filling import fill
from ..text.scripts import mixes, script_runs
from ..text.typography import is_quotation, nested, to_full_width, unwrap_lines
from .directives import DIRECTIVES
from .shared_pages import for_events

TEMPLATES = Path(__file__).parent / "templates"
_PLACE = "<!-- place {} -->"
TITLE_ID = "page-title"
"""The id of first-level headings, so that ids are the same in both languages."""
JSON = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
"""How templates write JSON: Chinese as it is and no spaces, which is half the bytes."""


class PageFragments:
    """A page's Markdown in which comments hold the places of HTML that Markdown need not parse.

    ``headings`` are the second-level ones inside that HTML, id and title, for the table of contents.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._inserts: list[str] = []
        self.headings: list[tuple[str, str]] = []

    def add(self, *lines: str) -> None:
        """Append lines of Markdown."""
        self._lines += lines

    def insert(self, html: str) -> None:
        """Append HTML that Markdown must not touch."""
        self._lines += ["", _PLACE.format(len(self._inserts)), ""]
        self._inserts.append(html)

    @property
    def markdown(self) -> str:
        """The Markdown with its places still empty."""
        return "\n".join(self._lines)

    def unwrap(self) -> PageFragments:
        """The same page with its Chinese lines run on."""
        self._lines = unwrap_lines(self.markdown).split("\n")
        return self

    def fill(self, text: str) -> str:
        """The text, Markdown or the HTML made of it, with every place filled."""
        for place, html in enumerate(self._inserts):
            text = text.replace(_PLACE.format(place), html)
        return text


class _Context(jinja2.runtime.Context):
    """What a template knows; it calls functions and macros as they are."""

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """None of ours asks to be handed the context; to ask each of them at each call takes longer than most of them do."""
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        return function(*args, **kwargs)


class Renderer:
    """Renders the pages of one corpus; ``cache`` keeps compiled templates for the next build.

    ``files`` is the folder, with its last slash, of the scripts that pages name; ``folders`` of each event that of its data, below
    ``files/`` and with its last slash; ``events`` what is made of each event, also of those that ``corpus`` lacks, where the pages are of
    one.
    """

    def __init__(
        self,
        corpus: Corpus,
        urls: Urls,
        cache: jinja2.BytecodeCache | None = None,
        files: str = "",
        folders: Mapping[str, str] = MappingProxyType({}),
        events: Summaries | None = None,
    ) -> None:
        self.corpus, self.urls, self.events = corpus, urls, events or Summaries(corpus)
        self._cache, self._files, self._folders = cache, files, folders
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            bytecode_cache=cache,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.context_class = _Context
        self._env.filters["to_full_width"] = to_full_width
        self._env.policies["json.dumps_kwargs"] = JSON
        self._env.globals |= self._globals()

    def _globals(self) -> Mapping[str, Any]:
        """What every template knows."""
        corpus = self.corpus
        return {
            "corpus": corpus,
            "vocabulary": corpus.vocabulary,
            "urls": self.urls,
            "files": self._files,
            "own": self._own,
            "locale_of": locale_of,
            "tags": TAGS,
            "amount": partial(amount_text, corpus),
            "script_runs": script_runs,
            "status": status,
            "times": lambda person: len(recurring(self.events).get(person.id, ())),
            "person_page": person_page,
            "time_text": time_text,
            "mixes": mixes,
            "is_quotation": is_quotation,
            "nested": nested,
            "is_pinyin": partial(is_pinyin, corpus),
            "errata_page": _errata_pages(corpus).get,
        }

    def of_event(self, corpus: Corpus) -> Renderer:
        """A renderer of the same site for pages of one event, which ``corpus`` holds alone (``Corpus.for_pages``)."""
        return Renderer(corpus, self.urls, self._cache, self._files, self._folders, self.events)

    def _own(self, event: str, name: str) -> str:
        """How a page names a data script of an event."""
        return f"{self._folders.get(event, '')}{name}"

    def naming(self, files: str, folders: Mapping[str, str]) -> Renderer:
        """A renderer of the same site for pages, which name the folder of the scripts and that of the data of each event."""
        return Renderer(self.corpus, self.urls, self._cache, files, folders, self.events)

    def without_events(self) -> Renderer:
        """A renderer of the same site for what is made of summaries of the events."""
        return Renderer(self.corpus.without_events(), self.urls, self._cache, self._files, events=self.events)

    def text(self, lang: Lang, key: str, member: str = "", **values: object) -> str:
        """An interface string, of a family the one of a member, with its ``{placeholders}`` filled in."""
        string = self.corpus.strings[f"{key}.{member}" if member else key][lang]
        return fill(string, values) if values else string

    def html(self, template: str, locale: Locale, here: str, **context: object) -> str:
        """A template filled for a page at ``here`` (from the site's root), without blank lines."""
        filled = self.filled(template, locale, here, **context)
        return "\n".join(line.strip() for line in filled.splitlines() if line.strip())

    def filled(self, template: str, locale: Locale, here: str, **context: object) -> str:
        """A template filled for a page at ``here``, line by line as it is written."""
        lang = locale.lang
        return self._env.get_template(template).render(
            lang=lang,
            tag=locale.tag,
            twin=TWIN[lang],
            t=partial(self.text, lang),
            joint=partial(names_in, self.corpus, lang=lang),
            link=partial(self.urls.between, here),
            page_link=lambda name: self.urls.between(here, self.urls.page(locale, name)),
            sentence_link=lambda segment, other=None: self.urls.between(
                here, self.urls.sentence(locale_of(other) if other else locale, segment)
            ),
            **context,
        )

    def page(self, locale: Locale, name: str, markdown: str) -> PageFragments:
        """A page's Markdown with a place for each transcript section and each directive, and the HTML to put there.

        ``name`` is the page's path below its language's folder, ``markdown`` its text without front matter.
        """
        lang, here = locale.lang, self.urls.page(locale, name)
        transcript = self.corpus.transcripts.get(event_of(name))
        parts = _parts(transcript, name) if transcript else {}
        markdown = markdown if transcript else for_events(self.corpus, lang, markdown)
        page = PageFragments()
        skipping = False
        for line, code in with_code(markdown):
            heading, directive = (None, None) if code else (HEADING.fullmatch(line), DIRECTIVE.fullmatch(line))
            line = _heading(heading, lang) if heading else line
            if heading and transcript and heading[3] in parts:
                part = parts[heading[3]]
                section = speech(self.corpus, transcript, part, lang)
                page.add(line, "")
                page.insert(self.html("speech.html", locale, here, speech=section, part=part, event=transcript.event))
                skipping = True
            elif directive:
                page.insert(self.insert(directive[1], locale, name, here, transcript))
                page.headings += self._headings(lang) if directive[1] == "glossary" else []
            elif heading or not skipping:
                skipping = False
                page.add(line)
        places = self._former_places(transcript, locale, name, here) if transcript else {}
        if places:
            page.insert(self.html("former-places.html", locale, here, places=places))
        return page.unwrap() if lang == "zh" else page

    def _former_places(self, transcript: Transcript, locale: Locale, name: str, here: str) -> Mapping[str, str]:
        """The anchors of sentences and headings that this page had, with links to where they are; a sentence that stayed has its own."""
        event, moved = transcript.event.id, {}
        for alias in transcript.aliases:
            (page, _, anchor), (new_page, _, new) = alias.old.partition("#"), alias.new.partition("#")
            if f"{event}/{page}" == name and (new_page != page or new not in transcript.segments):
                moved[anchor] = self.urls.between(here, f"{self.urls.page(locale, f'{event}/{new_page}')}#{new}")
        return moved

    def _headings(self, lang: Lang) -> list[tuple[str, str]]:
        """The headings of the glossary's letters."""
        return [(letter_id(letter), letter) for letter in letters(self.corpus, lang)]

    def insert(self, name: str, locale: Locale, page: str, here: str, transcript: Transcript | None) -> str:
        """The HTML of the directive ``name`` on a page: ``page`` is its name, ``here`` its address from the site's root."""
        directive = DIRECTIVES[name]

        def made(renderer: Renderer) -> str:
            context = directive.gather(self.corpus, self.urls, transcript, self.events)
            line_scripts = {lang: self._own(event_of(page), self.urls.lines(locale_of(lang), page)) for lang in LANGS}
            return renderer.html(directive.template, locale, here, page=page.rpartition("/")[2], line_scripts=line_scripts, **context)

        if not directive.facts:
            return made(self)
        facts = [directive.facts(self.corpus, self.events), here, self._files]
        return self.events.made_of(f"insert-{name}-{locale.code}", facts, lambda: made(self.without_events()))


def _errata_pages(corpus: Corpus) -> Mapping[str, str]:
    """For each event that has one, the name of the page on which its errata are listed."""
    return {event_of(name): name for (_, name), page in corpus.pages.items() if page.inserts("errata")}


def _heading(found: re.Match[str], lang: Lang) -> str:
    """A heading, as ``HEADING`` matches it, with an id and, in Chinese, full-width marks."""
    title = to_full_width(found[2]) if lang == "zh" else found[2]
    return f"{found[1]} {title} {{#{found[3] or TITLE_ID}}}"


def _parts(transcript: Transcript, name: str) -> Mapping[str, Part]:
    """The parts of a transcript that are on a page, by section."""
    return {part.section: part for part in transcript.event.parts if f"{transcript.event.id}/{part.page}" == name}
