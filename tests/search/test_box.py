"""The search as a reader meets it: the real box in a browser, measured on the whole query set, and its habits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect
from search_bench import BOX, FOUND, QUERIES, entered, first_query, measure

from axe import AXE, findings
from built import assert_within
from conftest import SIZES, Site, choose, lent, until
from specimens import specimens

LIST = ".md-search-result__link"
GROUPS = ".search-narrow button:not(select ~ button)"
"""The controls that narrow the list to a group, the first of them to all."""
META = ".md-search-result__meta"
KINDS = ("traditional", "simplified", "english", "cross_zh_on_en", "cross_en_on_zh")
BYTES = 32_000
FIRST = yaml.safe_load(Path(__file__).with_name("first.yml").read_text("utf-8"))
SHORT = FIRST["one_word"][0]
"""A word that no text has, too short to be looked for in notes before the reader asks."""
WORDS = yaml.safe_load(Path(__file__).with_name("box.yml").read_text("utf-8"))
M = specimens()
PAGE, ADDRESS = WORDS["sentence"].split("#")
BEST = f"**/{PAGE}?h=*#{ADDRESS}"
"""Matches the address to which the best hit of the simplified query leads."""


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """The Chinese home page with its search box entered; an error in a script fails the test."""
    faults: list[str] = []
    with lent(browser) as page:
        page.on("pageerror", lambda error: faults.append(str(error)))
        entered(page, site.url)
        yield page
    assert faults == []


def ask(page: Page, query: str) -> list[str]:
    """The addresses of the results of a query that comes without a key."""
    page.fill(BOX, "")
    page.focus(BOX)
    page.keyboard.insert_text(query)
    until(page, FOUND)
    return addresses(page)


def addresses(page: Page) -> list[str]:
    """The addresses of the hits that are laid out."""
    found: list[str] = page.locator(LIST).evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return found


def test_the_query_set_is_answered(browser: Browser, site: Site) -> None:
    assert sum(len(group["queries"]) for group in yaml.safe_load(QUERIES.read_text("utf-8")).values()) >= 120
    scores = measure(site.folder, site.url, browser)
    for name, score in scores.items():
        told = f"{name}: {score.faults}"
        assert score.success == score.queries, told
        assert score.recall / score.queries >= 0.98, told
        assert score.rank / score.queries >= 0.97, told
        assert score.false <= 0.03 * score.shown, told
        assert score.foreign == 0, told
    assert set(KINDS) <= scores.keys()


@pytest.mark.parametrize(("path", "query"), [("", WORDS["simplified"]), ("en/", WORDS["rendering"]), ("", WORDS["number"])])
def test_little_is_fetched_for_the_first_query_and_nothing_before_the_search_is_opened(
    browser: Browser, site: Site, path: str, query: str
) -> None:
    before, after, _ = first_query(browser, site.url, path, site.folder, query)
    assert before == {}
    assert_within(BYTES, sum(after.values()), after)


def test_pasted_composed_and_typed_queries_are_answered(page: Page) -> None:
    pasted = ask(page, WORDS["simplified"])
    page.fill(BOX, "")
    page.locator(BOX).press_sequentially(WORDS["number"])
    page.wait_for_selector(f"{LIST}[href*='{WORDS['number']}']")
    page.evaluate(
        """query => { const box = document.querySelector('.md-search__input');
        box.dispatchEvent(new CompositionEvent('compositionstart'));
        box.value = query;
        box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
        box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })); }""",
        WORDS["other_form"],
    )
    until(page, "first => document.querySelector('.md-search-result__link')?.href.includes(first)", quote(WORDS["other_form"][0]))
    assert addresses(page) == pasted


@pytest.mark.smoke
def test_the_first_result_is_reached_by_keyboard_and_its_words_are_marked_on_the_page(page: Page) -> None:
    ask(page, WORDS["simplified"])
    page.keyboard.press("Enter")
    page.wait_for_url(BEST)
    page.wait_for_selector(f"#{ADDRESS} mark")
    assert "".join(page.locator(f"#{ADDRESS} mark").all_inner_texts()) == WORDS["received"]


def test_marks_hold_where_a_link_cuts_the_words_and_numbers_are_whole(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        path, address = WORDS["cut"]["sentence"].split("#")
        words, part, number = (WORDS["cut"][name] for name in ("words", "part", "number"))
        page.goto(f"{site.url}en/{path}?{urlencode([('h', words), ('h', part), ('h', number)])}")
        page.wait_for_selector("mark")
        assert set(page.locator("mark").all_inner_texts()) >= {number}
        assert words in "".join(page.locator(f"#{address} mark").all_inner_texts())
        assert part not in page.locator(f"#{address} mark").all_inner_texts()


def test_after_a_failure_nothing_of_the_query_before_is_left_and_enter_asks_again(page: Page) -> None:
    ask(page, WORDS["simplified"])
    page.context.set_offline(True)
    page.route("**/search/**", lambda route: route.abort())
    page.fill(BOX, WORDS["rendering"])
    until(page, "() => !document.querySelector('.md-search [role=option]')")
    here = page.url
    page.keyboard.press("Enter")
    assert page.url == here
    page.unroute("**/search/**")
    page.context.set_offline(False)
    page.wait_for_load_state("networkidle")  # what is asked for by the first key fails before the second one
    page.keyboard.press("Enter")
    page.wait_for_url("**/*h=*")


def press_at_once(page: Page, query: str, *keys: str) -> None:
    """Write a query in the place of another one and press keys, all before anything is answered."""
    page.evaluate(
        """([query, keys]) => { const box = document.querySelector('.md-search__input');
        box.value = query;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        for (const key of keys) box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); }""",
        [query, keys],
    )


@pytest.mark.parametrize("keys", [("Enter",), ("Enter", "Enter")])
def test_enter_before_the_answer_leads_to_a_hit_of_what_was_written_last(page: Page, keys: tuple[str, ...]) -> None:
    ask(page, WORDS["rendering"])
    press_at_once(page, WORDS["simplified"], *keys)
    page.wait_for_url("**/*h=*")
    assert page.url.endswith(f"#{ADDRESS}")


def test_who_closes_the_search_before_the_answer_stays_on_the_page(page: Page) -> None:
    ask(page, WORDS["rendering"])
    here = page.url
    press_at_once(page, WORDS["simplified"], "Enter", "Escape")
    page.wait_for_timeout(500)  # an answer takes a tenth of that
    assert page.url == here
    assert page.get_attribute(BOX, "aria-expanded") == "false"


def test_enter_asks_again_after_the_lines_of_the_other_language_could_not_be_fetched(page: Page) -> None:
    ask(page, WORDS["simplified"])
    page.route("**/search/**", lambda route: route.abort())
    page.context.set_offline(True)
    page.get_by_role("button", name="附上英譯").click()
    until(page, "() => !document.querySelector('.md-search [role=option]')")
    page.unroute("**/search/**")
    page.context.set_offline(False)
    page.focus(BOX)
    page.keyboard.press("Enter")
    page.wait_for_url(BEST)


def test_a_word_that_is_offered_opens_in_a_tab_of_its_own_where_the_reader_wants_it(page: Page) -> None:
    ask(page, WORDS["partly"]["query"])
    with page.context.expect_page() as opened:
        page.locator(f"{META} a").first.click(modifiers=["Control"])
    opened.value.wait_for_url("**/?q=*")
    opened.value.close()
    assert page.input_value(BOX) == WORDS["partly"]["query"]


def test_what_is_said_about_the_texts_is_asked_for_and_left_again(page: Page) -> None:
    ask(page, SHORT)
    before = page.locator(META).inner_text()
    control = page.get_by_role("button", name="也查譯註與釋義")
    control.press("Enter")
    expect(control).to_have_attribute("aria-pressed", "true")
    expect(control).to_be_focused()
    control.press("Enter")
    expect(control).to_have_attribute("aria-pressed", "false")
    expect(control).to_be_focused()
    expect(page.locator(META)).to_have_text(before)


def test_on_a_phone_the_controls_of_the_search_are_one_row(browser: Browser, site: Site) -> None:
    with lent(browser, viewport={"width": 360, "height": 740}) as page:
        page.goto(f"{site.url}en/?q=green")
        row, control = page.locator(".search-narrow"), page.locator(".search-narrow > *")
        expect(control.nth(4)).to_be_attached()
        height = row.bounding_box()
        one = control.first.bounding_box()
        assert height is not None
        assert one is not None
        assert height["height"] < 2 * one["height"]


def test_the_status_is_in_the_chosen_reading(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        page.goto(f"{site.url}{PAGE}?reading=simplified&q={WORDS['simplified']}")
        expect(page.locator(META)).to_contain_text("笔结果")


def test_back_from_a_hit_leads_to_the_search(page: Page) -> None:
    ask(page, WORDS["simplified"])
    page.locator(LIST).first.click()
    page.wait_for_url(BEST)
    page.go_back()
    page.wait_for_selector(LIST)
    assert page.input_value(BOX) == WORDS["simplified"]


def test_back_from_a_hit_leads_to_the_sentence_too_that_was_there_before(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        other = next(one for one in M.transcript.segments.values() if one.page != PAGE.strip("/").rpartition("/")[2])
        page.goto(site.url + M.at(other))
        page.keyboard.press("/")
        ask(page, WORDS["simplified"])
        page.locator(LIST).first.click()
        page.wait_for_url(BEST)
        page.go_back()
        page.wait_for_selector(LIST)
        page.keyboard.press("Escape")

        assert page.url == site.url + M.at(other)
        assert page.locator(".sentence:target").get_attribute("id") == other.address


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_while_hits_and_a_completion_are_displayed(browser: Browser, site: Site, lang: str, size: str) -> None:
    with lent(browser, viewport=SIZES[size], color_scheme="light") as page:
        page.goto(f"{site.url}{lang}?q={quote(WORDS['rendering'] if lang else WORDS['begun']['query'])}")
        page.wait_for_selector(LIST)
        if not lang:
            until(page, "document.querySelector('.md-search__suggest').textContent")
        page.evaluate(AXE)

        assert findings(page, "search") == []


def test_tab_leads_from_the_box_to_the_list_only_where_that_scrolls(browser: Browser, site: Site) -> None:
    with lent(browser, viewport={"width": 1280, "height": 700}) as page:
        page.goto(site.url)
        page.keyboard.press("/")
        page.wait_for_selector(META)
        assert page.locator(".md-search__scrollwrap").get_attribute("tabindex") == "-1"
        ask(page, WORDS["frequent"])
        expect(page.locator(".md-search__scrollwrap")).to_have_attribute("tabindex", "0")


def test_words_of_the_other_language_are_marked_in_its_line(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        page.goto(f"{site.url}en/{PAGE}?view=lines&h={WORDS['received']}#{ADDRESS}")
        page.wait_for_selector(f".row:has(#{ADDRESS}) .twin-line mark")


def test_a_query_without_results_offers_its_word_that_the_text_has(page: Page) -> None:
    assert ask(page, WORDS["partly"]["query"]) == []
    assert WORDS["partly"]["quoted"] in page.inner_text(META)
    page.click(f"{META} a")
    page.wait_for_selector(LIST)
    assert "筆結果" in page.inner_text(META)


def test_markup_in_a_query_is_inert(page: Page) -> None:
    assert ask(page, "<img src=x onerror=document.title='bad'>") == []
    assert page.locator(f"{META} img").count() == 0
    assert page.title() != "bad"


def test_a_shared_link_repeats_its_query(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        page.goto(f"{site.url}en/?q={WORDS['term']}")
        page.wait_for_selector(LIST)
        assert WORDS["term"] in page.locator(".md-search-result__link mark").first.inner_text()
        assert WORDS["term"] in page.locator(".md-search__options a").evaluate("one => decodeURI(one.href)")


def test_results_are_announced_and_their_languages_are_marked(page: Page) -> None:
    ask(page, WORDS["rendering"])
    assert page.locator(META).get_attribute("role") == "status"
    assert page.locator(".hit-text").first.get_attribute("lang") == "zh-Hant"
    assert page.locator(".hit-twin").first.get_attribute("lang") == "en"
    assert "見於英譯" in page.locator(".hit-about").first.inner_text()


def test_the_box_is_a_combobox_whose_list_box_holds_the_hits(page: Page) -> None:
    ask(page, WORDS["simplified"])
    box = page.get_by_role("combobox")
    assert box.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("listbox").get_attribute("id") == box.get_attribute("aria-controls")
    assert page.locator(LIST).count() == page.get_by_role("option").and_(page.locator("a")).count() > 1
    page.fill(BOX, "")
    expect(page.get_by_role("option")).to_have_count(0)
    assert box.get_attribute("aria-expanded") == "false"


def test_arrows_name_a_hit_while_the_focus_stays_in_the_box_and_enter_goes_there(page: Page) -> None:
    ask(page, WORDS["simplified"])
    second = page.locator(LIST).nth(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator(BOX).get_attribute("aria-activedescendant") == second.get_attribute("id")
    assert second.get_attribute("aria-selected") == "true"
    assert page.locator("[aria-selected=true]").count() == 1
    expect(page.locator(BOX)).to_be_focused()
    target = str(second.evaluate("one => one.href"))
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_results_can_be_narrowed_by_group_and_their_twins_are_displayed_on_demand(page: Page) -> None:
    ask(page, WORDS["term"])
    total = int(str(page.locator(LIST).first.get_attribute("aria-setsize")))
    page.locator(GROUPS).nth(1).click()
    assert int(str(page.locator(LIST).first.get_attribute("aria-setsize"))) < total
    assert page.locator(".md-search [role=group][data-group]").count() == 1
    assert page.locator(".hit-twin").count() == 0
    page.get_by_role("button", name="附上英譯").click()
    page.wait_for_selector(".hit-twin[lang=en]")


def narrowed(page: Page) -> str:
    """Narrows the list to whoever is found least."""
    ask(page, WORDS["frequent"])
    speakers = page.locator(".search-narrow select").first
    least = str(
        speakers.evaluate("one => [...one.options].slice(1).sort((a, b) => a.text.split(' ').at(-1) - b.text.split(' ').at(-1))[0].value")
    )
    speakers.select_option(least)
    return least


def test_each_heading_counts_what_the_list_is_narrowed_to(page: Page) -> None:
    narrowed(page)
    counts = page.locator(".md-search .hit-group span").all_text_contents()
    laid_out = page.locator(".md-search [role=group]").evaluate_all(
        "all => all.map(one => String(one.querySelectorAll('[role=option]').length))"
    )
    assert counts == laid_out != []


def test_each_control_counts_what_it_would_let_pass_beside_the_others(page: Page) -> None:
    narrowed(page)
    chips = page.locator(GROUPS).all()
    assert chips
    for chip in chips:
        count = int(str(chip.text_content()).split(" ")[-1])
        assert chip.is_enabled() == (count > 0)
        if not count:
            continue
        chip.click()
        assert page.locator(LIST).evaluate_all("all => Number(all[0]?.getAttribute('aria-setsize') ?? 0)") == count


def test_what_the_list_is_narrowed_to_stays_when_its_twins_are_displayed_and_goes_with_the_query(page: Page) -> None:
    least = narrowed(page)
    count = page.locator(LIST).count()
    page.get_by_role("button", name="附上英譯").click()
    page.wait_for_selector(".hit-twin[lang=en]")
    speakers = page.locator(".search-narrow select").first
    assert (speakers.input_value(), page.locator(LIST).count()) == (least, count)
    ask(page, WORDS["term"])
    ask(page, WORDS["frequent"])
    assert speakers.input_value() == ""


def test_marks_are_there_in_every_reading_and_the_text_comes_back_whole(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        page.goto(site.url + PAGE)
        received = page.inner_text(f"#{ADDRESS}")
        page.goto(f"{site.url}{PAGE}?reading=simplified&view=lines&h={WORDS['phrase']}#{ADDRESS}")
        page.wait_for_selector(f":root[data-reading=simplified] #{ADDRESS} mark")
        assert "".join(page.locator(f"#{ADDRESS} mark").all_inner_texts()) == WORDS["phrase_simplified"]
        page.wait_for_selector(f".row:has(#{ADDRESS}) .twin-line mark")
        choose(page.locator("input[name=reading][value=received]"))
        page.wait_for_selector(":root[data-reading=received]")
        assert page.inner_text(f"#{ADDRESS}") == received


def test_arrows_go_round_through_the_box(page: Page) -> None:
    ask(page, WORDS["simplified"])
    page.keyboard.press("ArrowUp")
    assert page.locator(LIST).last.get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowDown")
    assert page.locator(BOX).get_attribute("aria-activedescendant") is None


def test_enter_before_the_answer_goes_to_the_best_hit_of_what_is_typed(page: Page) -> None:
    page.focus(BOX)
    page.keyboard.insert_text(WORDS["simplified"])
    page.keyboard.press("Enter")
    page.wait_for_url(BEST)


def test_enter_before_the_search_is_there_goes_to_the_best_hit_as_well(browser: Browser, site: Site) -> None:
    with lent(browser) as page:
        held: list[Route] = []
        page.route("**/assets/search.js", lambda route: held.append(route))
        page.goto(site.url)
        with page.expect_request("**/assets/search.js"):
            page.focus(BOX)
        page.keyboard.insert_text(WORDS["simplified"])
        page.keyboard.press("Enter")
        while not held:  # the route is taken some moments after the request is seen
            page.wait_for_timeout(10)
        held[0].continue_()
        page.wait_for_url(BEST)


def test_more_hits_are_laid_out_when_the_list_is_scrolled(page: Page) -> None:
    ask(page, WORDS["frequent"])
    total = int(str(page.locator(LIST).first.get_attribute("aria-setsize")))
    first = page.locator(LIST).count()
    assert first < total
    page.locator(".md-search__scrollwrap").evaluate("one => { one.scrollTop = one.scrollHeight; }")
    until(page, f"document.querySelectorAll('[role=option]').length > {first}")


def test_the_button_clears_the_query_and_keeps_the_search_open(page: Page) -> None:
    ask(page, WORDS["simplified"])
    page.locator(".md-search__options button").click()
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(META)).to_have_text("輸入詞語、數字或句子編號")


def test_a_word_being_typed_is_completed_by_the_right_arrow(page: Page) -> None:
    query, word = WORDS["begun"]["query"], WORDS["begun"]["word"]
    ask(page, query)
    until(page, "word => document.querySelector('.md-search__suggest').textContent === word", word)
    page.keyboard.press("ArrowRight")
    expect(page.locator(BOX)).to_have_value(word)


def test_keys_of_an_input_method_do_nothing(page: Page) -> None:
    ask(page, WORDS["simplified"])
    composed = "key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true }))"
    for key in ("ArrowDown", "Enter", "Escape"):
        page.evaluate(composed, key)
    assert page.locator(BOX).get_attribute("aria-activedescendant") is None
    expect(page.locator("#__search")).to_be_checked()
    assert page.url.endswith("/pilot/")


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_long_words_stay_clear_of_the_buttons_and_a_long_message_takes_little_room(browser: Browser, site: Site, width: int) -> None:
    with lent(browser, viewport={"width": width, "height": 800}) as page:
        entered(page, site.url)
        ask(page, " ".join([WORDS["partly"]["query"]] * 3))
        box, meta = page.locator(BOX), page.locator(META)
        shared = page.locator(".md-search__options a").bounding_box()
        assert shared
        inner = "box => box.getBoundingClientRect().right - parseFloat(getComputedStyle(box).paddingRight)"
        assert box.evaluate(inner) <= shared["x"]
        size, height, padding = meta.evaluate(
            "one => (style => [style.fontSize, style.lineHeight, style.paddingTop].map(parseFloat))(getComputedStyle(one))"
        )
        assert (height <= 1.6 * size, padding >= 4) == (True, True)


def test_search_works_from_a_folder_without_a_network(browser: Browser, disk: Site) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((disk.folder / "en/glossary.html").as_uri())
    first = urlsplit(ask(page, WORDS["simplified"])[0])
    assert (first.path.endswith(f"/en/{PAGE.rstrip('/')}.html"), first.fragment) == (True, ADDRESS)
    assert failed == []
    context.close()
