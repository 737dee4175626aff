"""What a reader does, in Firefox and in WebKit: each test is one of the ways through the site, or a fault that one engine had.

Both engines can do all of it, so nothing is left out in either.
"""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import pypdfium2
import pytest
import server
from webdriver import Engine, Firefox, WebKit, until

from conftest import LAID, SIZES, TESTS, Site, Sites
from specimens import specimens
from verbatim.text.typography import to_full_width

M = specimens()
ENGINES: dict[str, type[Engine]] = {one.name: one for one in (Firefox, WebKit)}
SENTENCE = M.at(M.promising())
PLACE = M.promising().address
LANGUAGES = ("", "en/")
BOX = "document.querySelector('.md-search__input')"
HIT = "document.querySelector('.md-search-result__link')?.checkVisibility()"
IN_VIEW = """(box => box && box.top < innerHeight && box.top + 1 >= Math.max(
  ...[...document.querySelectorAll('.md-header, div.toolbar')].map(one => one.getBoundingClientRect().bottom)
))(document.getElementById(arguments[0])?.getBoundingClientRect())"""
"""Whether the beginning of an element is in the window, below the header and the bar of tools."""
SELECT = """((first, last) => getSelection().setBaseAndExtent(first, 0, last, last.childNodes.length))(
  document.getElementById(arguments[0]), document.getElementById(arguments[1])
)"""
MIDDLE = """(() => {
  scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: "instant" });
  const entries = [...document.querySelectorAll(".entry[id], table.rows tbody tr[id]")];
  const one = entries.find(entry => entry.getBoundingClientRect().top > innerHeight / 3);
  return { id: one.id, top: one.getBoundingClientRect().top };
})()"""
"""Scrolls to the middle of a page; the entry that is then in the window, and where."""
TOP = "document.getElementById(arguments[0]).getBoundingClientRect().top"
CHOSEN = """(({ view, reading }) => view === "lines" && reading === "simplified" && document.body.dataset.mdColorScheme === arguments[0]
  && document.querySelector(".row .twin-line"))(document.documentElement.dataset)"""
"""Whether a page shows its sentences line by line, in Simplified characters and in a scheme."""
WORDS = "one => one.textContent.replace(/\\s/g, '')"
FOREIGN = "performance.getEntries().map(one => one.name).filter(name => /^https?:/.test(name) && new URL(name).host !== location.host)"
"""What was fetched from another host."""
EXPECTED = {"firefox": "cookieBlockedAll", "webkit": ""}
"""How the report in the console begins that an engine writes when a page asks for storage which is blocked; WebKit says nothing."""


class Answers(Sites):
    """Remembers which files were asked for in vain."""

    missing: list[str] = []  # noqa: RUF012 - one for the process

    def send_response(self, code: int, message: str | None = None) -> None:
        if code >= HTTPStatus.BAD_REQUEST:
            self.missing.append(self.requestline)
        super().send_response(code, message)


@pytest.fixture(scope="session")
def home(site: Site) -> Iterator[str]:
    """The address of the site: its server's own, since these engines are not made to find another one there."""
    with server.serving(TESTS, Answers) as host:
        yield f"{host}{site.name}/"


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine, started once for a test process."""
    started = ENGINES[request.param]()
    yield started
    started.close()


@pytest.fixture
def reader(engine: Engine, home: str) -> Iterator[Engine]:
    """An engine as for a first visit; an error in the console, a failed request and one to another host fail the test."""
    engine.start(home, **SIZES["desktop"])
    Answers.missing.clear()
    yield engine
    assert engine.evaluate(FOREIGN) == []
    assert engine.errors() == []
    assert Answers.missing == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("engine", ["firefox"], indirect=True)  # WebKitGTK has no reader mode
def test_reader_mode_keeps_every_sentence_in_order(engine: Engine, home: str, lang: str) -> None:
    engine.start(home, **SIZES["desktop"])
    lost = []
    for page in dict.fromkeys(M.path(one.page) for one in M.segments):
        engine.goto(lang + page)
        sentences = engine.evaluate(f"[...document.querySelectorAll('.sentence')].map({WORDS})")
        engine.send("Navigate", url=f"about:reader?url={quote(engine.url, safe='')}")
        text, at = engine.wait(f"[...document.querySelectorAll('.loaded .moz-reader-content > *')].map({WORDS}).join('')"), 0
        for sentence in sentences:
            found = text.find(sentence, at)
            at = max(at, found)
            if found < 0:
                lost.append((lang + page, sentence))
    assert lost == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_page_loads_without_error_and_without_scrolling_sideways(reader: Engine, lang: str) -> None:
    for path in M.kinds:
        reader.goto(lang + path)
        reader.wait("document.readyState === 'complete'")
        assert reader.evaluate(FOREIGN) == []
        for size in SIZES.values():
            reader.resize(**size)
            until(lambda: reader.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} fits the window")


@pytest.mark.parametrize("planted", ["<img src=data:, onerror=go()>", "<p style=top:0>"])
def test_what_the_policy_forbids_is_reported_so_that_the_other_tests_fail_by_it(engine: Engine, home: str, planted: str) -> None:
    engine.start(home, **SIZES["desktop"])
    engine.goto("en/about/")
    engine.errors()
    engine.evaluate("document.body.insertAdjacentHTML('beforeend', arguments[0])", planted)
    until(engine.errors, f"the console reports {planted}")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("query", ["", "?view=side"])
def test_the_sentence_of_the_address_is_lit_and_lies_below_header_and_bar(reader: Engine, query: str, size: str) -> None:
    colour = "getComputedStyle(document.getElementById(arguments[0])).backgroundColor"
    reader.resize(**SIZES[size])
    reader.goto(f"en/{M.speech}{query}#{PLACE}")
    if query:
        reader.wait("document.querySelector('.row .twin-line')")
    reader.wait(IN_VIEW, PLACE)
    assert reader.evaluate("document.querySelector(':target')?.id") == PLACE
    assert reader.evaluate(colour, PLACE) != reader.evaluate(colour, M.before(M.promising()).address)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", [M.glossary, M.register])
def test_a_link_from_another_page_lands_on_its_entry_and_stays_there(reader: Engine, path: str, size: str) -> None:
    reader.resize(**SIZES[size])
    reader.goto(path)
    entries = reader.evaluate("[...document.querySelectorAll('.entry[id], table.rows tbody tr[id]')].map(one => one.id)")
    for lang, entry in zip(LANGUAGES, (entries[len(entries) // 2], entries[-20]), strict=True):
        reader.goto("about/")
        reader.evaluate("location.assign(arguments[0])", f"../{lang}{path}#{entry}")
        reader.wait_url(entry)
        reader.wait("document.readyState === 'complete'")
        reader.wait(IN_VIEW, entry)
        reader.pause(0.5)
        assert reader.evaluate(IN_VIEW, entry), entry


def test_the_language_switch_keeps_the_sentence_both_ways(reader: Engine) -> None:
    reader.goto(SENTENCE)
    for lang in ("en/", ""):
        reader.click("a.language")
        reader.wait_url(f"{reader.home}{lang}{SENTENCE}")
        reader.wait(IN_VIEW, PLACE)


def test_the_tab_key_leaves_the_header_and_reaches_the_text(reader: Engine) -> None:
    reader.goto("en/about/")
    for _ in range(60):
        reader.press("Tab")
        if reader.evaluate("document.activeElement.matches('article a')"):
            return
    pytest.fail("60 presses do not reach the text")


def test_terms_are_underlined_and_chinese_punctuation_is_full_width(reader: Engine) -> None:
    reader.goto(M.speech)
    assert reader.evaluate("getComputedStyle(document.querySelector('.speech a.term')).textDecorationLine") == "underline"
    reader.evaluate("document.querySelector('.sentence').append(Object.assign(document.createElement('b'), { textContent: '動，新' }))")
    drawn = "(one => one.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize))(document.querySelector('.sentence b'))"
    assert reader.evaluate(drawn) == pytest.approx(3, abs=0.05)


def test_side_by_side_rows_are_level_and_keep_the_sentence_of_the_address(reader: Engine) -> None:
    reader.goto(SENTENCE)
    reader.wait(IN_VIEW, PLACE)
    reader.press("v")
    reader.wait("document.querySelector('[data-view=side] .row')")
    tops = "[...document.querySelectorAll('.row')].map(row => [...row.children].map(one => one.getBoundingClientRect().top))"
    assert all(abs(one - other) <= 1 for one, other in reader.evaluate(tops))
    reader.wait(IN_VIEW, PLACE)
    assert reader.evaluate("document.querySelector(':target')?.id") == PLACE


def test_copying_two_sentences_gives_their_words_alone(reader: Engine) -> None:
    pair = M.following()
    reader.goto(M.path(pair[0].page))
    reader.evaluate(SELECT, *(one.address for one in pair))
    reader.press("Control", "c")
    reader.evaluate("document.body.appendChild(document.createElement('textarea')).focus()")
    reader.press("Control", "v")
    pasted = reader.wait("document.querySelector('textarea').value")
    assert "".join(pasted.split()) == "".join(to_full_width(one.zh.text) for one in pair)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_answers_a_query_and_opens_its_hit(reader: Engine, lang: str) -> None:
    words = M.promising().zh.text[:8] if not lang else " ".join(M.promising().en.text.split()[:5])
    reader.goto(f"{lang}about/")
    reader.press("/")
    reader.wait(f"{BOX} === document.activeElement")
    reader.type(words)
    reader.wait(f"{BOX}.value === arguments[0] && {HIT}", words)
    reader.press("Enter")
    reader.wait_url(f"{reader.home}{lang}{M.speech}?h=")
    reader.wait("document.querySelector('.sentence mark')")


def test_a_citation_of_a_sentence_is_made(reader: Engine) -> None:
    reader.goto(f"en/{SENTENCE}")
    reader.click(f"#{PLACE} .cite-open")
    cited = reader.wait("document.querySelector('.cite .cite-text')?.textContent")
    assert f"/{M.event}/s/{PLACE}/" in cited


def test_the_panel_of_a_citation_opens_in_view(reader: Engine) -> None:
    reader.goto(f"en/{M.speech}")
    last = M.on(M.longest)[-1].address
    reader.evaluate("document.getElementById(arguments[0]).scrollIntoView({ block: 'end', behavior: 'instant' })", last)
    reader.evaluate("document.getElementById(arguments[0]).querySelector('.ref').focus({ preventScroll: true })", last)
    reader.click(f"#{last} .cite-open")
    reader.wait("document.querySelector('.cite .cite-text')?.textContent")
    reader.wait("(box => box.top >= 0 && box.bottom <= innerHeight + 1)(document.querySelector('.cite').getBoundingClientRect())")


def test_on_a_phone_the_navigation_opens_by_key_and_escape_closes_it(reader: Engine) -> None:
    shown = "document.querySelector('#__navigation').matches(':popover-open')"
    reader.resize(**SIZES["phone"])
    reader.goto(M.speech)
    assert not reader.evaluate("document.querySelector('#__navigation').checkVisibility()")
    reader.evaluate("document.querySelector('[popovertarget]').focus()")
    reader.press("Enter")
    reader.wait(shown)
    reader.press("Escape")
    reader.wait(f"!{shown}")
    reader.click("[popovertarget]")
    reader.wait(shown)
    reader.click("#__navigation .toc a")
    reader.wait(f"!{shown} && location.hash")


def test_a_term_opens_on_the_spot_escape_closes_it_and_its_link_leads_to_the_glossary(reader: Engine) -> None:
    term, shown = "document.querySelector('.speech a.term')", "document.querySelector('#popover')?.matches(':popover-open')"
    reader.goto(f"en/{M.speech}")
    reader.click(".speech a.term")
    reader.wait(shown)
    reader.press("Escape")
    reader.wait(f"!{shown}")
    reader.evaluate(f"{term}.focus()")
    reader.press("Enter")
    reader.wait(shown)
    entry = reader.evaluate(f"{term}.hash.slice(1)")
    reader.click("#popover .popover-link")
    reader.wait_url(f"{reader.home}en/{M.glossary}#{entry}")
    reader.wait(IN_VIEW, entry)


def test_the_register_is_filtered_and_the_address_keeps_it(reader: Engine) -> None:
    shown = "[...document.querySelectorAll('table.rows tbody tr[id]')].filter(one => one.checkVisibility()).map(one => one.id).sort()"
    reader.goto(M.register)
    reader.evaluate("document.querySelector('[name=kind]').value = 'target'")
    reader.evaluate("document.querySelector('[name=kind]').dispatchEvent(new Event('change', { bubbles: true }))")
    reader.wait_url("?kind=target")
    wanted = sorted(one.id for one in M.transcript.entries if one.kind == "target")
    reader.wait(f"{shown}.length === {len(wanted)}")
    assert reader.evaluate(shown) == wanted
    reader.goto(f"{M.register}?kind=target")
    assert reader.evaluate(shown) == wanted


@pytest.mark.parametrize("letter", "fsnpv")
def test_alt_with_a_letter_leaves_the_page_alone(reader: Engine, letter: str) -> None:
    reader.goto(M.speech)
    reader.evaluate("addEventListener('keydown', event => { document.title = `${event.key} ${event.defaultPrevented}`; })")
    reader.press("Alt", letter)
    reader.wait("document.title === arguments[0]", f"{letter} false")
    assert reader.url == reader.home + M.speech
    assert not reader.evaluate("document.querySelector('#__search').checked || document.querySelector('.row')")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", [M.glossary, M.register])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_scrolls_far_at_once_keeps_the_text_in_view(reader: Engine, lang: str, path: str, size: str) -> None:
    reader.resize(**SIZES[size])
    reader.goto(lang + path)
    middle = reader.evaluate(MIDDLE)
    reader.wait(LAID)
    reader.pause(0.1)
    assert reader.evaluate(TOP, middle["id"]) == pytest.approx(middle["top"], abs=2), middle["id"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_search_that_came_with_the_address_is_shared_with_its_words(reader: Engine, lang: str) -> None:
    words = M.promising().zh.text[:4]
    reader.goto(f"{lang}about/?q={quote(words)}")
    reader.wait(HIT)
    reader.click(".md-search__options [data-copied]")
    reader.wait("document.querySelector('.md-dialog--active')")
    reader.evaluate("document.body.appendChild(document.createElement('textarea')).focus()")
    reader.press("Control", "v")
    pasted = reader.wait("document.querySelector('textarea').value")
    assert pasted == f"{reader.home}{lang}about/?q={quote(words)}"


def test_the_page_that_back_leads_to_shows_what_was_chosen_since(reader: Engine) -> None:
    first, other = (M.path(name) for name in M.speakers[:2])
    reader.goto(first)
    reader.wait("document.readyState === 'complete'")
    reader.evaluate("location.assign(arguments[0])", reader.home + other)
    reader.wait_url(other)
    reader.wait("document.readyState === 'complete'")  # else what is clicked on may move away from under the mouse
    for choice in ("[name=view][value=lines]", "[name=reading][value=simplified]"):
        reader.click(choice)
    reader.wait(CHOSEN, "default")
    reader.evaluate("document.querySelector('[name=scheme]').click()")
    reader.wait(CHOSEN, "slate")
    reader.evaluate("history.back()")
    reader.wait_url(first)
    reader.wait(CHOSEN, "slate")
    assert reader.evaluate("document.querySelector('[name=view]:checked').value") == "lines"


def test_the_places_of_a_term_are_a_list_to_assistive_technology(reader: Engine) -> None:
    reader.goto(f"en/{M.glossary}")
    reader.click(".entry > summary")
    reader.click(".entry[open] .context > summary")
    reader.wait("document.querySelector('.entry[open] .context[open] li p')")
    assert reader.role(".entry[open] .context ol") == "list"
    assert reader.role(".entry[open] .context li") == "listitem"


def lowest(text: Any) -> str:
    """The last line of a printed page; what a browser draws last may stand higher (the names of closed details)."""
    bottom = min((text.get_rect(at)[1] for at in range(text.count_rects())), default=0)
    return str(text.get_text_bounded(bottom=bottom - 1, top=bottom + 6)).strip()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_printed_page_ends_with_a_heading(home: str, lang: str) -> None:
    """In Firefox alone: the fault was its own, and WebKit's driver has no command for printing."""
    engine = Firefox()
    try:
        engine.start(home, **SIZES["desktop"])
        for path in (*M.kinds, *(M.path(name) for name in M.speakers)):
            engine.goto(lang + path)
            headings = engine.evaluate("[...document.querySelectorAll('article :is(h1, h2, h3)')].map(one => one.textContent.trim())")
            with pypdfium2.PdfDocument(engine.pdf()) as printed:
                ends = [lowest(page.get_textpage()) for page in printed]
            assert set(ends).isdisjoint(headings), (path, ends)
    finally:
        engine.close()


@pytest.mark.parametrize("path", [M.speech, M.glossary, M.register])
def test_a_fragment_that_cannot_be_decoded_stops_nothing(reader: Engine, path: str) -> None:
    reader.goto(f"{path}#100%")
    searched(reader)


@pytest.mark.parametrize("name", ENGINES)
def test_a_browser_that_keeps_nothing_does_all_else(home: str, name: str) -> None:
    engine = ENGINES[name](blocked=True)
    try:
        engine.start(home, **SIZES["desktop"])
        engine.goto(M.speech)
        assert engine.evaluate("(() => { try { return localStorage } catch { return null } })()") is None
        engine.click("[name=view][value=side]")
        engine.wait("document.querySelector('.row .twin-line')")
        searched(engine)
        assert [one for one in engine.errors() if not (EXPECTED[name] and one.startswith(EXPECTED[name]))] == []
    finally:
        engine.close()


def searched(reader: Engine) -> None:
    """The search of the page finds a sentence by its number."""
    reader.press("/")
    reader.wait(f"{BOX} === document.activeElement")
    reader.type(PLACE)
    reader.wait(HIT)
