"""The search as a reader meets it: the real box in a browser, measured on the whole query set, and its habits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, Page
from search_bench import BOX, QUERIES, first_query, measure, opened

from built import assert_within
from conftest import Site

LIST = ".md-search-result__link"
META = ".md-search-result__meta"
KINDS = ("traditional", "simplified", "english", "cross_zh_on_en", "cross_en_on_zh")
BYTES = 30 * 1024


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """The Chinese home page with its search box entered; an error in a script fails the test."""
    page = opened(browser, site.url)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    page.close()
    assert faults == []


def ask(page: Page, query: str) -> list[str]:
    """The addresses of the results of a query that comes without a key."""
    page.fill(BOX, "")
    page.focus(BOX)
    page.keyboard.insert_text(query)
    page.wait_for_function("document.querySelector('.md-search-result__link, .md-search-result__meta .hit-none')")
    return [str(one.get_attribute("href")) for one in page.locator(LIST).all()]


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


@pytest.mark.parametrize(("path", "query"), [("", "制造业"), ("en/", "manufacturing"), ("", "26586")])
def test_the_first_query_fetches_little_and_loading_a_page_next_to_nothing(browser: Browser, site: Site, path: str, query: str) -> None:
    before, after, _ = first_query(browser, site.url, path, site.folder, query)
    assert sum(before.values()) < 1000, before
    assert_within(BYTES, sum(after.values()), after)


def test_pasted_composed_and_typed_queries_are_answered(page: Page) -> None:
    pasted = ask(page, "盐碱地")
    page.fill(BOX, "")
    page.locator(BOX).press_sequentially("26586")
    page.wait_for_selector(f"{LIST}[href*='26586']")
    page.evaluate(
        """() => { const box = document.querySelector('[data-md-component=search-query]');
        box.dispatchEvent(new CompositionEvent('compositionstart'));
        box.value = '鹽鹼地';
        box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
        box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })); }"""
    )
    page.wait_for_function("document.querySelector('.md-search-result__link').href.includes('%E9%B9%BD')")
    assert [str(one.get_attribute("href")) for one in page.locator(LIST).all()] == pasted


@pytest.mark.smoke
def test_the_first_result_is_reached_by_keyboard_and_its_words_are_marked_on_the_page(page: Page) -> None:
    ask(page, "盐碱地")
    page.keyboard.press("Enter")
    page.wait_for_url("**/liang-kailong/?h=*#q1-a1-2")
    page.wait_for_selector("#q1-a1-2 mark")
    assert "".join(page.locator("#q1-a1-2 mark").all_inner_texts()) == "鹽堿地"


def test_marks_hold_where_a_link_cuts_the_words_and_numbers_are_whole(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(f"{site.url}en/pilot-zone-2023/liang-kailong/?h=the+high-tech+enterprises&h=1&h=26%2C586")
    page.wait_for_selector("mark")
    assert set(page.locator("mark").all_inner_texts()) >= {"26,586"}
    assert "1" not in page.locator("#q1-a2-2 mark").all_inner_texts()
    page.close()


def test_a_query_without_results_offers_a_term_that_can_be_searched_for(page: Page) -> None:
    assert ask(page, "碳稅收") == []
    assert "沒有「碳稅收」" in page.inner_text(META)
    page.click(f"{META} a")
    page.wait_for_selector(LIST)
    assert "筆結果" in page.inner_text(META)


def test_markup_in_a_query_is_inert(page: Page) -> None:
    assert ask(page, "<img src=x onerror=document.title='bad'>") == []
    assert page.locator(f"{META} img").count() == 0
    assert page.title() != "bad"


def test_a_shared_link_repeats_its_query(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    page.goto(f"{site.url}en/?q=碳賬戶")
    page.wait_for_selector(LIST)
    assert "碳賬戶" in page.locator(".md-search-result__link mark").first.inner_text()
    assert "碳賬戶" in page.locator("[data-md-component=search-share]").evaluate("one => decodeURI(one.href)")
    page.close()


def test_results_are_announced_and_their_languages_are_marked(page: Page) -> None:
    ask(page, "carbon account")
    assert page.locator(META).get_attribute("role") == "status"
    assert page.locator(".hit-text").first.get_attribute("lang") == "zh-Hant"
    assert page.locator(".hit-twin").first.get_attribute("lang") == "en"
    assert "見於英譯" in page.locator(".hit-about").first.inner_text()


def test_search_works_from_a_folder_without_a_network(browser: Browser, disk: Site) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((disk.folder / "en/glossary.html").as_uri())
    assert ask(page, "盐碱地")[0].endswith("/en/pilot-zone-2023/liang-kailong.html#q1-a1-2")
    assert failed == []
    context.close()
