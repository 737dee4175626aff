"""Pages: each has its twin with the same headings, and every directive is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise, zip_longest

from ..model import LANGS, PROMISING, TWIN, Lang, Page, Person, event_of, may_be_word, page_path
from ..model.faults import Faults
from ..read.corpus import EVENTS, Corpus
from ..read.markdown_page import ASIDE, EVENT_LINK, ITEM
from ..text.cache import Listed, cached
from ..text.folding import fold
from ..text.matching import contains_word
from ..text.open_points import is_open
from ..text.scripts import HAN

_LINK = re.compile(r"\]\(([^)]*)\)")
_NUMBERS = {
    **{character: number for number, character in enumerate("一二三四五六七八九十", 1)},
    **{
        word: number
        for number, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1)
    },
}

Pages = Mapping[tuple[Lang, str], Page]


def check(pages: Pages, corpus: Corpus, directives: Mapping[str, bool], faults: Faults) -> None:
    """W1 headings differ, W5 page without twin, P3 directive, P7 title or heading, P8 prose that is not as long as its twin's.

    ``pages`` are those of an event or of none, ``corpus`` has the people and the event.
    """
    names = sorted({name for _, name in pages})
    for name in names:
        zh, en = (pages.get((lang, name)) for lang in LANGS)
        if zh and en:
            _headings(zh, en, faults)
            _inserts(zh, en, faults)
            if not faulty(faults) & {zh.path, en.path}:
                _shape(zh, en, faults)
        for page in (zh, en):
            if page and not (zh and en):
                twin = page_path(TWIN[page.lang], name)
                faults.add(page.path, 1, "W5", f"the page has no twin {twin}", "write the twin, or fix its faults")
    for page in pages.values():
        _titles(corpus, page, faults)
        for directive, line in page.directives:
            if directive not in directives:
                faults.add(page.path, line, "P3", f"unknown directive {directive!r}", f"use one of: {', '.join(sorted(directives))}")
            elif not directives[directive] and event_of(page.name) not in corpus.transcripts:
                faults.add(
                    page.path,
                    line,
                    "P3",
                    f"the directive {directive!r} requires a page that belongs to an event",
                    "move it to a page in the folder of an event",
                )
    _people(pages, corpus, faults)


def across(corpus: Corpus, events: Mapping[str, Listed[Corpus]], faults: Faults) -> None:
    """P3 what pages say of events that are not there, or in the wrong place."""
    for page in (*corpus.shared_pages.values(), *(page for own in events.values() for page in _of_events(own))):
        _asides(corpus, page, faults)


@cached(EVENTS)
def _of_events(own: Listed[Corpus]) -> tuple[Page, ...]:
    """The pages of an event that have something of events, which belongs on shared pages, with nothing but that."""
    found = []
    for page in own.value.pages.values():
        prose = tuple((number, text) for number, text in page.prose if ASIDE.fullmatch(text) or EVENT_LINK.search(text))
        found += [replace(page, sections={}, directives=(), prose=prose)] if prose else []
    return tuple(found)


def faulty(faults: Faults) -> set[str]:
    """The paths of pages that were reported already: how their prose compares with their twin's may follow from that."""
    return {fault.path for fault in faults if fault.code.startswith("P") or fault.code in {"B1", "W1", "W5"}}


def _inserts(zh: Page, en: Page, faults: Faults) -> None:
    """Twin pages insert the same, each once."""
    names = [[name for name, _ in page.directives] for page in (zh, en)]
    for page, own in zip((zh, en), names, strict=True):
        for place, (name, line) in enumerate(page.directives):
            if name in own[:place]:
                faults.add(page.path, line, "P3", f"the directive {name!r} is on this page already", "keep one of the two")
    if names[0] != names[1]:
        line = next((line for (_, line), name in zip_longest(en.directives, names[0], fillvalue=("", 1)) if line), 1)
        what = f"this page inserts {', '.join(names[1]) or 'nothing'}, its twin {zh.path} {', '.join(names[0]) or 'nothing'}"
        faults.add(en.path, line, "P3", what, "insert the same in both languages, in the same order")


def _asides(corpus: Corpus, page: Page, faults: Faults) -> None:
    """What a shared page says of one event ends where it should, and names an event that is there."""
    begun = 0
    for number, text in page.prose:
        found = ASIDE.fullmatch(text)
        if not found:
            continue
        event = found[2]
        if event and event not in corpus.transcripts:
            faults.add(
                page.path,
                number,
                "P3",
                f"there is no event {event!r}",
                f"name one of: {', '.join(corpus.transcripts)}; or remove the lines",
            )
        if "/" in page.name or bool(event) == bool(begun):
            what = "what is said of one event begins or ends in the wrong place"
            fix = "write `<!-- of: EVENT -->` or `<!-- only: EVENT -->` before the lines and `<!-- end -->` after them, on shared pages"
            faults.add(page.path, number, "P3", what, fix)
        begun = number if event else 0
    if begun:
        faults.add(page.path, begun, "P3", "what is said of one event has no end", "write `<!-- end -->` after it")
    for number, text in page.prose:
        for link in EVENT_LINK.finditer(text):
            if not any((page.lang, f"{event}/{link[2]}") in corpus.pages for event in corpus.transcripts):
                what = f"no event has the page {link[2]!r}, to which [{link[1]}] is to lead"
                faults.add(page.path, number, "P3", what, "name a page of an event, without its ending")


def _shape(zh: Page, en: Page, faults: Faults) -> None:
    """Below each heading twin pages have as many lines of text, as many items of lists, and links to the same places."""
    parts = [_parts(page) for page in (zh, en)]
    for chinese, english in zip(*parts, strict=False):
        for what, count in (("paragraphs", _paragraphs), ("lines", _lines), ("items of lists", _items), ("links", _links)):
            found = [count(part) for part in (chinese, english)]
            if found[0] != found[1]:
                line, title = english[0]
                told = [", ".join(one) or "none" if isinstance(one, list) else one for one in found]
                what = f"{what} below {title.strip()[:40]!r}: {told[1]}; in {zh.path}: {told[0]}"
                faults.add(
                    en.path, line, "P8", what, "write in both languages what is missing in one: a line for a line, with the same links"
                )
                return


Part = list[tuple[int, str]]


def _parts(page: Page) -> list[Part]:
    """The prose of a page parted at its headings, each part with its heading first; front matter and directives are left out."""
    parts: list[Part] = []
    for number, text in page.prose[2:]:
        if text.startswith("#"):
            parts.append([])
        if parts and not text.startswith("<!--"):
            parts[-1].append((number, text))
    return parts


def _paragraphs(part: Part) -> int:
    return sum(bool(text.strip()) and not before.strip() for (_, before), (_, text) in pairwise([(0, ""), *part[1:]]))


def _lines(part: Part) -> int:
    return sum(bool(text.strip()) for _, text in part[1:])


def _items(part: Part) -> int:
    return sum(bool(ITEM.match(text.lstrip(" "))) for _, text in part[1:])


def _links(part: Part) -> list[str]:
    """The pages of ours that a part leads to; other sites may have one for each language."""
    return sorted(target for _, text in part for target in _LINK.findall(text) if ":" not in target)


def _titles(corpus: Corpus, page: Page, faults: Faults) -> None:
    """Title and first heading are the same, and name nobody but who speaks on the page; numbered headings count upwards.

    A home page may have a longer title, which names the site.
    """
    heading = next(((number, text[2:].strip()) for number, text in page.prose if text.startswith("# ")), (1, ""))
    if page.name != "index" and heading[1] != page.title:
        what = f"the first heading is {heading[1]!r}, the title {page.title!r}"
        faults.add(page.path, heading[0], "P7", what, "write the same in both")
    transcript = corpus.transcripts.get(event_of(page.name))
    if not transcript:
        return
    own = [passage.by for passage in transcript.passages if f"{transcript.event.id}/{passage.page}" == page.name]
    speakers = {name for names in own for name in names}
    others = transcript.people - speakers
    for person in (one for one in corpus.people.values() if one.id in others):
        if person.kind in PROMISING and _names(heading[1], person, page.lang):  # a name such as 記者 is a word of titles
            what = f"the title names {person.name[page.lang]!r}, who does not speak here"
            faults.add(page.path, heading[0], "P7", what, "name who speaks")
    _counted(page, faults)
    _own_words(page, faults)


def _people(pages: Pages, corpus: Corpus, faults: Faults) -> None:
    """Twins without another fault name the same people."""
    wrong = faulty(faults)
    for (lang, name), page in pages.items():
        twin = pages.get(("en", name))
        if lang == "zh" and twin and not wrong & {page.path, twin.path}:
            _named(page, twin, corpus, faults)


def _named(zh: Page, en: Page, corpus: Corpus, faults: Faults) -> None:
    """Our own words on a page (title, description, headings, prose) name the people whom those of its twin name, in full or by family."""
    chinese, english = (re.sub(r"\s", " ", "\n".join(text for _, text in page.prose)) for page in (zh, en))
    folded = fold(chinese)
    for person in corpus.people.values():
        family = person.family
        if person.kind not in PROMISING or not (family or person.pinyin) or is_open(person.name.zh) or is_open(person.name.en):
            continue
        in_zh, in_en = fold(person.name.zh) in folded, contains_word(person.name.en, english, "en", exactly=True)
        if in_zh == in_en or (in_zh and may_be_word(person.name.zh)):
            continue
        here = zh if in_zh else en
        by_family = family and (contains_word(family.en, english, "en", exactly=True) if in_zh else fold(family.zh) in folded)
        if not by_family:
            line = next((number for number, text in here.prose if person.name[here.lang] in text), 1)
            what = f"this page names {person.name[here.lang]!r}, and its twin does not"
            faults.add(here.path, line, "P7", what, "name the same people in both languages")


def _names(title: str, person: Person, lang: Lang) -> bool:
    """Whether a title names a person; in Chinese a name without a family name may be a part of a word (答 in 答覆)."""
    name = person.name[lang]
    if lang == "en" or person.family:
        return contains_word(name, title, lang, exactly=True)
    return re.search(rf"(?<![{HAN}]){re.escape(name)}(?![{HAN}])", title) is not None


def _counted(page: Page, faults: Faults) -> None:
    """Headings that begin with a number in words count upwards from one."""
    wanted = 0
    for section in page.sections.values():
        start = re.match(r"([一二三四五六七八九十])、|(\w+): ", section.title)
        number = _NUMBERS.get((start[1] or start[2]).lower()) if start else None
        if number:
            wanted += 1
            if number != wanted:
                what = f"the heading {section.title!r} is number {wanted} of its kind on this page"
                faults.add(page.path, section.number, "P7", what, "number the headings as the speaker numbers the points")


def _own_words(page: Page, faults: Faults) -> None:
    """A numbered Chinese heading has no words of another section of its page and none of its own."""
    texts = {section.id: "".join(line.text for line in section.lines) for section in page.sections.values() if section.lines}
    for section in page.sections.values():
        if page.lang == "zh" and section.id in texts and re.match(r"[一二三四五六七八九十]、", section.title):
            title = re.sub(r"^.、", "", section.title)
            parts = [title[place : place + 2] for place in range(len(title) - 1)]
            shared = {name: sum(part in text for part in parts) for name, text in texts.items()}
            if not shared[section.id] and max(shared.values()) > len(parts) / 2:
                other = max(shared, key=lambda name: shared[name])
                what = f"the words of the heading {section.title!r} are those of {{#{other}}} and not of its own section"
                faults.add(page.path, section.number, "P7", what, "give each section its own heading")


def _headings(zh: Page, en: Page, faults: Faults) -> None:
    """Report the first heading whose id or level differs from its twin's."""
    for chinese, english in zip_longest(zh.sections.values(), en.sections.values()):
        if chinese and english and (chinese.id, chinese.level) == (english.id, english.level):
            continue
        found = f"{'#' * english.level} {{#{english.id}}}" if english else "nothing"
        wanted = f"{'#' * chinese.level} {{#{chinese.id}}}" if chinese else "no further heading"
        line = english.number if english else 1
        faults.add(en.path, line, "W1", f"{found} where {zh.path} has {wanted}", "give twin headings the same id, level and order")
        return
