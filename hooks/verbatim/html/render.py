"""Markdown in, Markdown out: transcript sections woven into HTML, directives replaced by what the data say.

All markup is in ``templates`` and escaped there; this module chooses the template and gathers what it shows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from ..analysis import statistics as pictures
from ..analysis.views import Views, number, reason
from ..data.tables import FACTS, facts, flat
from ..model import Lang, Target
from ..model.addresses import TAGS, Urls
from ..read.corpus import Corpus, Transcript
from ..read.files import read_text
from ..read.markdown_page import DIRECTIVE, HEADING
from ..text.inline import InlineSpan
from ..text.scripts import mixes, script_runs
from ..text.typography import is_quotation, nested, to_full_width, unwrap_lines
from .concordance import IN_FULL
from .page_head import cited

TEMPLATES = Path(__file__).parent / "templates"
_STRING = re.compile(r"""\b(?:t\(|word\(\w+, )"([a-z_]+)"((?:(?!\bt\(|[%}]\}).)*)""")
_PLACE = "<!-- place {} -->"
_TITLE_ID = "page-title"  # of first-level headings, so that ids are the same in both languages
JSON = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
"""How templates write JSON: Chinese as it is and no spaces, which is half the bytes."""
_NAME = re.compile(r"(\w+)=(?!=)")


def used_strings(folder: Path = TEMPLATES) -> Mapping[str, frozenset[str]]:
    """The interface words that the templates of a folder ask for, each with the ``{names}`` it may hold."""
    used: dict[str, frozenset[str]] = {}
    for path in sorted(folder.rglob("*.html")):
        for key, values in _STRING.findall(read_text(path)):
            used[key] = used.get(key, frozenset()) | frozenset(_NAME.findall(values))
    return used


def twin_script(html: str) -> str:
    """The script that brings such HTML into a page; a script, so that it can be read from a folder on disk."""
    return f"verbatim.lines({json.dumps(html, ensure_ascii=False)})\n"


class Woven:
    """A page's Markdown in which comments hold the places of HTML that Markdown need not parse.

    ``headings`` are the second-level ones inside that HTML, id and title, for the table of contents; ``directives`` those that the
    page holds; ``twins`` its sentences in the other language, by address.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._inserts: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.directives: list[str] = []
        self.twins: dict[str, list[InlineSpan]] = {}

    def add(self, *lines: str) -> None:
        """Lines of Markdown."""
        self._lines += lines

    def insert(self, html: str) -> None:
        """HTML that stands for itself."""
        self._lines += ["", _PLACE.format(len(self._inserts)), ""]
        self._inserts.append(html)

    @property
    def markdown(self) -> str:
        """The Markdown with its places still empty."""
        return "\n".join(self._lines)

    def joined(self) -> Woven:
        """The same page with its Chinese lines run on."""
        self._lines = unwrap_lines(self.markdown).split("\n")
        return self

    def fill(self, text: str) -> str:
        """The text, Markdown or the HTML made of it, with every place filled."""
        for place, html in enumerate(self._inserts):
            text = text.replace(_PLACE.format(place), html)
        return text


class Renderer:
    """Renders the pages of one corpus; ``cache`` keeps compiled templates for the next build."""

    def __init__(self, corpus: Corpus, urls: Urls, cache: jinja2.BytecodeCache | None = None) -> None:
        self.corpus, self.urls, self.views = corpus, urls, Views(corpus)
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            bytecode_cache=cache,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters["to_full_width"] = to_full_width
        self._env.policies["json.dumps_kwargs"] = JSON

    def text(self, lang: Lang, key: str, **values: object) -> str:
        """An interface word with its ``{names}`` filled in."""
        word = self.corpus.strings[key][lang]
        return word.format(**values) if values else word

    def html(self, template: str, lang: Lang, here: str, **context: object) -> str:
        """A template filled for a page at ``here`` (from the site's root), without blank lines."""
        filled = self._env.get_template(template).render(
            lang=lang,
            tag=TAGS[lang],
            twin="en" if lang == "zh" else "zh",
            tags=TAGS,
            t=partial(self.text, lang),
            link=partial(self.urls.between, here),
            urls=self.urls,
            views=self.views,
            number=number,
            script_runs=script_runs,
            mixes=mixes,
            is_quotation=is_quotation,
            nested=nested,
            is_pinyin=self.views.is_pinyin,
            vocabulary=self.corpus.vocabulary,
            corpus=self.corpus,
            **context,
        )
        return "\n".join(line.strip() for line in filled.splitlines() if line.strip())

    def page(self, lang: Lang, name: str, markdown: str) -> Woven:
        """A page's Markdown with a place for each woven section and each directive, and the HTML to put there."""
        here = self.urls.page(lang, name)
        transcript = self.corpus.transcripts.get(name.partition("/")[0])
        parts = (
            {part.section: part for part in transcript.event.parts if f"{transcript.event.id}/{part.page}" == name} if transcript else {}
        )
        woven = Woven()
        skipping = fenced = False
        for line in markdown.split("\n"):
            fenced ^= line.startswith("```")
            heading, directive = (None, None) if fenced else (HEADING.fullmatch(line), DIRECTIVE.fullmatch(line))
            if heading:
                title = to_full_width(heading[2]) if lang == "zh" else heading[2]
                line = f"{heading[1]} {title} {{#{heading[3] or _TITLE_ID}}}"
            if heading and transcript and heading[3] in parts:
                speech = self.views.speech(transcript, parts[heading[3]], lang)
                woven.add(line, "")
                woven.insert(self.html("speech.html", lang, here, speech=speech, event=transcript.event))
                woven.twins.update(speech.twins)
                skipping = True
            elif directive:
                woven.insert(self.insert(directive[1], lang, name, here, transcript))
                woven.directives.append(directive[1])
                woven.headings += self._headings(lang) if directive[1] == "glossary" else []
            elif heading or not skipping:
                skipping = False
                woven.add(line)
        left = self._left(transcript, lang, name, here) if transcript else {}
        if left:
            woven.insert(self.html("left.html", lang, here, left=left))
        return woven.joined() if lang == "zh" else woven

    def twins(self, woven: Woven, lang: Lang, name: str) -> str:
        """The HTML that waits in a script beside the page until a view or a citation asks for it; nothing for a page without sentences."""
        if not woven.twins:
            return ""
        transcript = self.corpus.transcripts[name.partition("/")[0]]
        return self.html("twins.html", lang, self.urls.page(lang, name), twins=woven.twins, cited=cited(self.corpus, transcript))

    def _left(self, transcript: Transcript, lang: Lang, name: str, here: str) -> Mapping[str, str]:
        """The anchors of sentences that have moved from this page to another, with the links to where they are."""
        event, moved = transcript.event.id, {}
        for alias in transcript.aliases:
            (page, _, anchor), (new_page, _, new) = alias.old.partition("#"), alias.new.partition("#")
            if f"{event}/{page}" == name and new_page != page:
                moved[anchor] = self.urls.between(here, f"{self.urls.page(lang, f'{event}/{new_page}')}#{new}")
        return moved

    def _headings(self, lang: Lang) -> list[tuple[str, str]]:
        """The headings of the glossary's groups."""
        return [(f"group-{group}", self.corpus.vocabulary.groups[group][lang]) for group in self.views.glossary()]

    def insert(self, directive: str, lang: Lang, name: str, here: str, transcript: Transcript | None) -> str:
        """What a directive stands for, on the page ``name``."""
        template, gather = _DIRECTIVES[directive]
        return self.html(template, lang, here, page=name.rpartition("/")[2], **gather(self, name, transcript))


Gather = Callable[[Renderer, str, Transcript | None], Mapping[str, Any]]


def _of_event(gather: Callable[[Renderer, Transcript], Mapping[str, Any]]) -> Gather:
    """A directive that speaks of the event whose page it stands on; the checks allow it nowhere else."""

    def gathered(renderer: Renderer, _: str, transcript: Transcript | None) -> Mapping[str, Any]:
        assert transcript is not None
        return {"transcript": transcript, "event": transcript.event, **gather(renderer, transcript)}

    return gathered


def _rows(kind: str) -> Gather:
    return _of_event(
        lambda renderer, transcript: {
            "kind": kind,
            "rows": renderer.views.rows(transcript, kind),
            "facts": _facts(renderer, transcript),
        }
    )


def _facts(renderer: Renderer, transcript: Transcript) -> Callable[[Target], str]:
    """A row for scripts: its place in the register, then by what it can be sorted and filtered."""
    told, name = renderer.views.told, transcript.event.id
    if name not in told:
        lines = flat(renderer.corpus, transcript, renderer.urls)
        told[name] = {row.id: f"{place} {facts(line)}" for place, (row, line) in enumerate(zip(transcript.targets, lines, strict=True))}
    return lambda target: told[name][target.id]


def _register(renderer: Renderer, transcript: Transcript) -> Mapping[str, Any]:
    return {"facets": renderer.views.facets(transcript), "columns": FACTS, "cited": cited(renderer.corpus, transcript)}


def _pictures(renderer: Renderer, transcript: Transcript) -> Mapping[str, Any]:
    return {
        "shares": pictures.shares(renderer.corpus, transcript),
        "firmness": pictures.firmness(renderer.corpus, transcript),
        "series": pictures.series(transcript),
        "draw": pictures,
    }


def _ledger(renderer: Renderer, transcript: Transcript) -> Mapping[str, Any]:
    entries, counts = renderer.views.ledger(transcript)
    return {"entries": entries, "counts": counts, "reason": reason}


def _turns(renderer: Renderer, transcript: Transcript) -> Mapping[str, Any]:
    return {
        "turns": renderer.views.turns(transcript),
        "silent": renderer.views.silent(transcript.event),
        "cited": cited(renderer.corpus, transcript),
    }


def _events(renderer: Renderer, _: str, __: Transcript | None) -> Mapping[str, Any]:
    return {"events": [(one, renderer.views.turns(one), renderer.views.silent(one.event)) for one in renderer.corpus.transcripts.values()]}


def _glossary(renderer: Renderer, _: str, __: Transcript | None) -> Mapping[str, Any]:
    views = renderer.views
    return {"groups": views.glossary(), "folding": views.folding(), "in_full": IN_FULL}


_DIRECTIVES: Mapping[str, tuple[str, Gather]] = {
    "speech": ("speaker.html", _of_event(_turns)),
    "event": ("event.html", _of_event(_turns)),
    "events": ("events.html", _events),
    "targets": ("rows.html", _rows("target")),
    "commitments": ("rows.html", _rows("commitment")),
    "figures": ("rows.html", _rows("figure")),
    "register": ("register.html", _of_event(_register)),
    "pictures": ("pictures.html", _of_event(_pictures)),
    "ledger": ("ledger.html", _of_event(_ledger)),
    "numerals": ("numerals.html", _of_event(_ledger)),
    "proof": (
        "proof.html",
        _of_event(lambda renderer, transcript: {"lines": renderer.views.proof(transcript)}),
    ),
    "errata": ("errata.html", _of_event(lambda renderer, transcript: {})),
    "glossary": ("glossary.html", _glossary),
    "data": ("data.html", lambda renderer, name, transcript: {}),
}
ANYWHERE = frozenset({"events", "glossary", "data"})
DIRECTIVES = {name: name in ANYWHERE for name in _DIRECTIVES}
"""The known directives, and whether each may stand on a page that belongs to no event."""
