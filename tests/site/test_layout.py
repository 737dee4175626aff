"""Layout and access beyond what axe-core sees: reflow, measure, focus, size of targets, motion, forced colours, language, tables."""

from __future__ import annotations

from contextlib import suppress
from statistics import mean
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from conftest import LAID, Site, lent, until
from specimens import specimens

M = specimens()
KINDS = [*M.kinds, "404.html"]
VIEWS = ["one", "side", "lines"]
WIDTHS = (360, 1280)
PARTS = 3
"""The pages are shared out, so that several processes can take them."""


def addresses(site: Site) -> list[str]:
    """Every page, and every speaker's page in each view."""
    pages = [path.relative_to(site.folder).as_posix().removesuffix("index.html") for path in site.html()]
    spoken = [page for page in pages if any(page.endswith(M.path(name)) for name in M.speakers)]
    return pages + [f"{page}?view={view}" for page in spoken for view in VIEWS[1:]]


def visit(page: Page, site: Site, address: str) -> None:
    """Go to an address and wait until its view stands there, laid out whole."""
    page.goto(site.url + address)
    until(page, LAID)
    if "view=" in address:
        page.wait_for_selector(".row")
        page.evaluate("localStorage.clear()")


# Reflow

# 320 px is also what 400 % zoom leaves of 1280; the text alone at 200 % is the root's size doubled
ROOMS: dict[str, tuple[ViewportSize, int, int]] = {
    "320 px, or 400 % zoom": ({"width": 320, "height": 256}, 4, 1),
    "200 % zoom": ({"width": 640, "height": 450}, 2, 1),
    "text alone at 200 % in half the width": ({"width": 640, "height": 900}, 1, 2),
    "text alone at 200 %": ({"width": 1280, "height": 900}, 1, 2),
}
"""Each with the size of the window, how large a pixel is, and how large the text."""
TOO_WIDE = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
GROW = """times => {
  const root = document.documentElement;
  root.style.fontSize = "";
  if (times !== 1) root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * times}px`;
}"""


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_scrolls_sideways(browser: Browser, site: Site, part: int) -> None:
    too_wide = {}
    with lent(browser, reduced_motion="reduce") as page:
        window = page.context.new_cdp_session(page)
        for address in addresses(site)[part::PARTS]:
            for at, (room, (size, scale, times)) in enumerate(ROOMS.items()):
                window.send("Emulation.setDeviceMetricsOverride", {**size, "deviceScaleFactor": scale, "mobile": False})
                if not at:
                    visit(page, site, address)
                until(page, "wide => innerWidth === wide", arg=size["width"])
                page.evaluate(GROW, times)
                if over := page.evaluate(TOO_WIDE):
                    too_wide[address, room] = over

    assert too_wide == {}


SPACED = """() => {
  const sheet = new CSSStyleSheet();
  const wide = "letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important";
  sheet.replaceSync(`* { ${wide} } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The spacing that a reader may set without loss of content (WCAG 2.2, 1.4.12)."""


@pytest.mark.parametrize("lang", ["", "en/"])
def test_no_page_scrolls_sideways_where_a_reader_spaces_the_text_out(browser: Browser, site: Site, lang: str) -> None:
    too_wide = {}
    with lent(browser, viewport={"width": 320, "height": 700}) as page:
        for path in M.kinds:
            visit(page, site, lang + path)
            page.evaluate(SPACED)
            if over := page.evaluate(TOO_WIDE):
                too_wide[path] = over

    assert too_wide == {}


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_phone_does_not_lay_out_the_page_wider_to_show_the_search(browser: Browser, site: Site, lang: str) -> None:
    # a phone enlarges the window itself to hold what is too wide, so that nothing scrolls
    with lent(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        page.goto(site.url + lang + "about/")
        page.locator("label[for=__search].md-header__button").first.tap()
        page.locator(".md-search__input").fill(M.segments[0].address)
        page.wait_for_selector(".md-search-result__article")
        assert page.evaluate("innerWidth") == 390


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_way_to_the_next_page_and_back_is_named_in_one_line(browser: Browser, site: Site, lang: str) -> None:
    with lent(browser, viewport={"width": 360, "height": 740}) as page:
        for path in [*M.kinds, *map(M.path, M.speakers)]:
            page.goto(site.url + lang + path)
            lines = page.locator(".md-footer__direction").evaluate_all(
                "all => all.map(one => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight))"
            )
            assert all(one < 1.5 for one in lines), (path, lines)


# Measure

# characters of each full line of running text: a line ends where the next character begins further left; the last one is not full
LINES = r"""() => [...document.querySelectorAll(".speech > p")].flatMap(paragraph => {
  const lines = [], walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange();
  let before = Infinity;
  while (walk.nextNode()) {
    [...walk.currentNode.data].forEach((_, at) => {
      range.setStart(walk.currentNode, at); range.setEnd(walk.currentNode, at + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) return;
      if (box.left < before) lines.push(0);
      before = box.left;
      lines[lines.length - 1]++;
    });
  }
  return lines.slice(0, -1);
})"""


@pytest.mark.parametrize(("lang", "least", "most"), [("", 34, 38), ("en/", 60, 75)])
def test_lines_have_the_measure_of_their_language(browser: Browser, site: Site, lang: str, least: int, most: int) -> None:
    with lent(browser) as page:
        for name in M.speakers:
            visit(page, site, lang + M.path(name))
            for width in (1280, 1920):
                page.set_viewport_size({"width": width, "height": 900})
                lines = page.evaluate(LINES)
                assert len(lines) > 20, (name, width)
                assert least <= mean(lines) <= most, (name, width)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_question_follows_who_asked_it_at_once_however_long_the_office_of_who_answers(desktop: Page, site: Site, lang: str) -> None:
    below = "one => one.querySelector('.question').getBoundingClientRect().top - one.querySelector('.asked').getBoundingClientRect().top"
    visit(desktop, site, f"{lang}{M.event}/")
    asked = desktop.locator(".turns > li:has(.asked):has(.question)")
    first = asked.first.evaluate(below)
    asked.first.locator(".who").evaluate("one => { one.append('x '.repeat(2000)); }")
    assert asked.first.evaluate(below) == first


LEFT = "one => one.getBoundingClientRect().left + parseFloat(getComputedStyle(one).paddingLeft)"


def test_the_foot_begins_on_the_line_of_the_navigation(desktop: Page, site: Site) -> None:
    desktop.goto(site.url + M.speech)
    navigation = desktop.locator(".md-sidebar--primary .md-nav__link").first.evaluate(LEFT)
    assert {one.evaluate(LEFT) for one in desktop.locator(".md-footer > *").all()} == {navigation}


@pytest.mark.parametrize(("lang", "leading"), [("", 1.9), ("en/", 1.65)])
def test_lines_have_the_leading_of_their_language(browser: Browser, site: Site, lang: str, leading: float) -> None:
    with lent(browser, viewport={"width": 1280, "height": 900}) as page:
        visit(page, site, lang + M.speech)
        style = page.eval_on_selector(
            ".speech > p", "one => [getComputedStyle(one).lineHeight, getComputedStyle(one).fontSize].map(parseFloat)"
        )

    assert style[0] / style[1] == pytest.approx(leading, abs=0.01)


# Focus

# where the focus is, whether it shows, and whether some of it is uncovered
FOCUSED = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const style = getComputedStyle(focused), boxes = [...focused.getClientRects()];
  const shown = box => [0.1, 0.5, 0.9].some(part => {
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 8), top + (bottom - top) * part);
    return at && (focused.contains(at) || at.contains(focused));
  });
  return {
    what: `${focused.localName}.${focused.className} ${focused.textContent.trim().slice(0, 20)}`,
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    shown: boxes.some(box => box.width && box.height && shown(box)),
  };
}"""
STEPS = 90


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_always_visible(browser: Browser, site: Site, kind: str, width: int) -> None:
    lost, seen = [], 0
    with lent(browser, viewport={"width": width, "height": 740}, reduced_motion="reduce") as page:
        visit(page, site, kind)
        for _ in range(STEPS):
            page.keyboard.press("Tab")
            found = page.evaluate(FOCUSED)
            if found and not found["shown"]:  # what opens when it is focused may take a moment
                with suppress(AssertionError):
                    until(page, f"({FOCUSED})()?.shown", timeout=0.5)
                found = page.evaluate(FOCUSED)
            if found is None:
                break
            seen += 1
            if not (found["ringed"] and found["shown"]):
                lost.append(found)

    assert seen > 5  # of the page for wrong addresses six
    assert lost == []


# Forced colours

STYLE = "(one, name) => getComputedStyle(one)[name]"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_and_states_survive_forced_colours(browser: Browser, site: Site, scheme: Any) -> None:
    with lent(browser, forced_colors="active", color_scheme=scheme) as page:
        visit(page, site, M.at(M.signed()))
        ground = page.eval_on_selector("body", STYLE, "backgroundColor")
        lit = page.eval_on_selector(f"#{M.signed().address}", STYLE, "outlineStyle")
        signs = [page.eval_on_selector(f".speech .mark.{kind}", STYLE, "color") for kind in ("target", "commitment", "note")]
        term = page.eval_on_selector(".speech .term", STYLE, "textDecorationLine")
        choices = [page.eval_on_selector(f".tools label:{has}", STYLE, "outlineStyle") for has in ("has(:checked)", "not(:has(:checked))")]
        buttons = [page.eval_on_selector(".cite-open", STYLE, "borderTopStyle")]
        visit(page, site, "")
        buttons.append(page.eval_on_selector(".home-search button", STYLE, "borderTopStyle"))
        visit(page, site, M.register)
        bars = [page.eval_on_selector(f".chart rect.{kind}", STYLE, "stroke") for kind in ("target", "commitment")]
        words = page.eval_on_selector(".chart text", STYLE, "fill")

    assert lit == "solid"
    assert term == "underline"
    assert choices == ["solid", "none"]
    assert buttons == ["solid", "solid"]
    assert ground not in {*signs, *bars, words}


# What no page may hold

# Size of targets (WCAG 2.5.8): 24 px, or a circle of 24 px that meets no other target; links in running text are exempt
SMALL = """() => {
  const shown = one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getBoundingClientRect().width;
  const targets = [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter(one => shown(one) && !one.matches(".md-skip") && !(one.closest(".md-sidebar--primary") && innerWidth < 1220))
    .map(one => one.matches("input[type=radio], input[type=checkbox]") ? one.closest("label") : one);
  const inText = one => {
    const block = one.closest("p, li, td, th, dd, h1, h2, h3, caption");
    return getComputedStyle(one).display === "inline" && block && block.textContent.trim().length > one.textContent.trim().length;
  };
  const boxes = targets.map(one => one.getBoundingClientRect());
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  const meets = ([x, y], box) => {
    const across = Math.max(box.left - x, 0, x - box.right), down = Math.max(box.top - y, 0, y - box.bottom);
    return Math.hypot(across, down) < 12;
  };
  const small = box => box.width < 24 || box.height < 24;
  return targets.filter((one, at) => small(boxes[at]) && !inText(one) && boxes.some((box, other) => other !== at && (
    meets(middle(boxes[at]), box) || (small(box) && Math.hypot(...middle(boxes[at]).map((value, axis) => value - middle(box)[axis])) < 24)
  ))).map(one => `${one.localName}.${one.className} ${one.textContent.trim().slice(0, 20)}`);
}"""

# Signs are links in running text, which are exempt: here they are as large as any other target
SIGNS = """() => [...document.querySelectorAll(".speech :is(.ref, .mark, .cite-open)")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }))
  .map(one => [one, one.getBoundingClientRect()]).filter(([, { width, height }]) => Math.min(width, height) < 24)
  .map(([one, { width, height }]) => `${one.className} ${width} ${height}`)"""

# Motion, for those who ask for less of it
MOVING = """() => [...document.querySelectorAll("*")]
  .flatMap(one => [null, "::before", "::after"].map(part => [one, getComputedStyle(one, part)]))
  .filter(([, style]) => style.transitionDuration.split(", ").some(parseFloat)
    || style.animationName !== "none" || style.scrollBehavior === "smooth")
  .map(([one]) => `${one.localName}.${one.className}`)"""

# Han characters stand under Chinese only.  Under Chinese, Latin words are marked as another language, save what is no word of one:
# abbreviations and codes (EOD, PDF), and addresses of sentences and of other sites; what is never shown is not looked at.
FOREIGN = r"""() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const tag = one => one.closest("[lang]").lang;
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (parent.closest("script, style, template, noscript, code, pre, [hidden]")) continue;
    if (/[\u3400-\u9fff]/.test(walk.currentNode.data) && !tag(parent).startsWith("zh")) found.push([tag(parent), walk.currentNode.data]);
    if (/^zh(-Han[ts])?$/.test(tag(parent)))
      for (const [word] of walk.currentNode.data.matchAll(/[A-Za-z][\w-]*[A-Za-z\d]/g))
        if (!/^[A-Z-]+$|\d/.test(word)) found.push([tag(parent), word]);
  }
  for (const one of document.querySelectorAll("[aria-label], [title], [alt], [placeholder]"))
    for (const name of ["aria-label", "title", "alt", "placeholder"])
      if (/[\u3400-\u9fff]/.test(one.getAttribute(name) ?? "") && !tag(one).startsWith("zh"))
        found.push([tag(one), one.getAttribute(name)]);
  return found;
}"""
JUSTIFIED = """() => [...document.querySelectorAll("body *")].filter(one => getComputedStyle(one).textAlign === "justify")
  .map(one => one.outerHTML.slice(0, 80))"""
FAULTS = {
    "small target": SMALL,
    "small sign": SIGNS,
    "motion": MOVING,
    "foreign word without its language": FOREIGN,
    "justified text": JUSTIFIED,
}


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_fault_of_layout(browser: Browser, site: Site, part: int) -> None:
    found: dict[tuple[str, int, str], list[Any]] = {}
    with lent(browser, reduced_motion="reduce") as page:
        for address in addresses(site)[part::PARTS]:
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 740})
                if width == WIDTHS[0] or "view=" in address:  # which views there are depends on the width at which a page is opened
                    visit(page, site, address)
                found |= {(address, width, fault): page.evaluate(script)[:8] for fault, script in FAULTS.items()}

    assert found
    assert {place: elements for place, elements in found.items() if elements} == {}


# Tables

NAMELESS = """() => [...document.querySelectorAll("table")].filter(table =>
  !table.caption
  || [...table.tHead.rows[0].cells].some(cell => cell.scope !== "col")
  || [...table.tBodies[0].rows].some(row => row.cells[0].scope !== "row")
).map(table => table.className)"""


@pytest.mark.parametrize("lang", ["", "en/"])
def test_every_entry_of_the_glossary_is_told_to_a_screen_reader(phone: Page, site: Site, lang: str) -> None:
    visit(phone, site, lang + M.glossary)
    told = phone.context.new_cdp_session(phone).send("Accessibility.getFullAXTree")["nodes"]

    roles = [node["role"]["value"] for node in told if not node["ignored"]]
    assert roles.count("DisclosureTriangle") == phone.locator(".entry").count() == len(M.corpus.terms)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.startswith(M.event)])
def test_tables_keep_the_roles_of_tables_at_any_width(browser: Browser, site: Site, kind: str, width: int) -> None:
    """On a phone cells are laid out as blocks; the roles of a table must outlive that."""
    with lent(browser, viewport={"width": width, "height": 740}) as page:
        visit(page, site, kind)
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
        tables, rows = page.locator("table").count(), page.locator("table tr").count()
        told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in told if not node["ignored"]]

        assert page.evaluate(NAMELESS) == []
        assert (roles.count("table"), roles.count("row")) == (tables, rows)
        assert roles.count("rowheader") == rows - tables


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_header_shows_the_whole_name_of_the_site_on_the_narrowest_phone(browser: Browser, site: Site, lang: str) -> None:
    with lent(browser, viewport={"width": 320, "height": 600}) as page:
        page.goto(f"{site.url}{lang}{M.speech}")
        name = page.locator(".md-header__topic > span").first
        assert name.evaluate("one => one.scrollWidth <= one.clientWidth && one.scrollHeight < one.clientHeight + 10")
        assert name.evaluate("one => one.offsetHeight <= one.closest('.md-header').offsetHeight")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_header_has_room_on_a_phone_that_enlarges_the_page_by_half(browser: Browser, site: Site, lang: str) -> None:
    with lent(browser, viewport={"width": 260, "height": 500}) as page:
        page.goto(f"{site.url}{lang}{M.speech}")
        assert page.evaluate(TOO_WIDE) == 0
        expect(page.locator("label[for=__search]").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_legend_names_the_sign_that_cites(page: Page, site: Site, lang: str) -> None:
    page.goto(f"{site.url}{lang}{M.speech}")
    drawn = page.locator(".sentence").first.evaluate("one => getComputedStyle(one, '::after').content")
    assert drawn.strip('"\u2060')[0] in (page.locator(".legend").text_content() or "")


def test_the_page_for_a_wrong_address_is_in_the_reading_that_was_chosen(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.evaluate("localStorage.setItem('verbatim.reading', 'simplified')")
    page.goto(site.url + "404.html")
    expect(page.locator("section h1").first).to_contain_text("页")
    assert "page" in page.locator("section[lang=en]").inner_text()


CELL_LINES = """cells => cells.map(cell => {
  const words = document.createRange();
  words.selectNodeContents(cell);
  return words.getClientRects().length;
})"""


def test_a_count_and_its_total_stay_on_one_line_and_leave_room_for_the_heads(browser: Browser, site: Site) -> None:
    with lent(browser, viewport={"width": 320, "height": 600}) as page:
        page.goto(site.url + M.page_with("proof"))
        assert set(page.locator("table.ledger td").evaluate_all(CELL_LINES)) == {1}
        assert max(page.locator("table.ledger thead th").evaluate_all(CELL_LINES)) <= 2


ALONE = """() => [...document.querySelectorAll("span.sentence")].filter(one => {
  const first = document.createRange();
  first.setStart(document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode(), 0);
  first.setEnd(first.startContainer, 1);
  return one.getClientRects()[0].bottom < first.getBoundingClientRect().top;
}).map(one => one.id)"""
"""The sentences of which the first line holds the number alone."""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_number_of_a_sentence_is_on_the_line_of_its_first_word(
    browser: Browser, site: Site, lang: str, media: Literal["screen", "print"]
) -> None:
    with lent(browser) as page:
        page.emulate_media(media=media)
        page.goto(f"{site.url}{lang}{M.speech}")
        for width in range(320, 640, 8):
            page.set_viewport_size({"width": width, "height": 600})
            assert page.evaluate(ALONE) == [], width
