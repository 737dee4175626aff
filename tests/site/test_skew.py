"""A page of one state of the texts with files of another: the right sentence or a message, never another sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from conftest import ROOT, Site, lent
from specimens import specimens

M = specimens()
SPEAKER = M.path(M.longest)
FAILED = "could not be loaded"
DATA = re.compile(r"verbatim\.data\((\"[^\"]*\"),(.*)\);\n", re.DOTALL)


def altered(page: Page, site: Site, name: str, change: Callable[[object], object]) -> None:
    """Let a page find another value in a data script."""

    def answer(route: Route) -> None:
        text = (site.folder / route.request.url.removeprefix(site.url)).read_text("utf-8")
        found = DATA.fullmatch(text)
        assert found
        body = f"verbatim.data({found[1]},{json.dumps(change(json.loads(found[2])), ensure_ascii=False)});\n"
        route.fulfill(body=body, content_type="text/javascript; charset=utf-8")

    page.route(f"**/{name}.js", answer)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with lent(browser) as page:
        yield page


def open_context(page: Page) -> None:
    """Open the sentences of a term that has some."""
    page.locator(".entry").evaluate_all("all => all.forEach(one => one.open = true)")
    page.wait_for_selector(".context", state="attached")
    page.evaluate("[...document.querySelectorAll('.context')].find(one => one.querySelectorAll('li').length > 2).open = true")


def told(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text=FAILED)).to_be_visible()


def without_second(content: object) -> object:
    """Take the second place of each term out of the concordance."""
    assert isinstance(content, dict)
    fewer = {
        term: {at: marks for number, (at, marks) in enumerate(places.items()) if number != 1} for term, places in content["terms"].items()
    }
    return {**content, "terms": fewer}


def test_a_term_with_a_place_that_the_list_does_not_have_displays_no_sentence(page: Page, site: Site) -> None:
    page.goto(site.url + "en/glossary/")
    altered(page, site, "concordance", without_second)
    open_context(page)
    told(page)
    assert page.locator(".context li p").count() == 0


def test_a_list_in_another_order_gives_each_place_its_own_sentence(page: Page, site: Site) -> None:
    def turned(content: object) -> object:
        assert isinstance(content, dict)
        return {**content, "terms": {term: dict(reversed(places.items())) for term, places in content["terms"].items()}}

    page.goto(site.url + "en/glossary/")
    altered(page, site, "concordance", turned)
    open_context(page)
    page.wait_for_selector(".context[open] li p")
    sentences = {one["address"]: one for one in json.loads((site.folder / "data/segments.json").read_text("utf-8"))}
    for item in page.locator(".context[open] li").all():
        address = item.locator("a.address").inner_text()
        assert sentences[address]["en"] == item.locator("p[lang=en]").text_content()


def test_a_term_without_its_facts_is_reported(page: Page, site: Site) -> None:
    page.goto(site.url + "en/glossary/")
    altered(page, site, "terms-en", lambda content: {})
    page.locator(".entry").first.evaluate("one => one.open = true")
    told(page)
    assert page.locator(".entry .more").count() == page.locator(".entry").count()


def test_a_view_without_the_twin_of_a_sentence_is_not_displayed(page: Page, site: Site) -> None:
    page.goto(site.url + "en/" + SPEAKER)
    before = page.locator(".speech").all_text_contents()
    altered(
        page, site, "lines", lambda html: re.sub(r'<span class="?twin-line"?.*?</span>(?=<span class="?twin-line)', "", str(html), count=1)
    )
    page.click("[name=view][value=side]")  # no check: the choice may be taken back before it has been looked at
    told(page)
    assert page.locator(".speech").all_text_contents() == before
    expect(page.locator("[name=view][value=one]")).to_be_checked()


def test_a_download_without_one_of_its_lines_is_reported(page: Page, site: Site) -> None:
    def fewer(content: object) -> object:
        assert isinstance(content, dict)
        return {**content, "lines": dict([*content["lines"].items()][1:])}

    page.goto(f"{site.url}en/{M.event}/targets/")
    altered(page, site, f"rows-{M.event}", fewer)
    page.click("#register-tool .csv")
    told(page)


@pytest.mark.parametrize("act", ["[name=view][value=side]", "[name=reading][value=simplified]"])
def test_a_page_whose_build_is_gone_says_so(page: Page, site: Site, act: str) -> None:
    page.goto(site.url + ("en/" if "view" in act else "") + SPEAKER)
    page.route("**/files/**", lambda route: route.fulfill(status=404))
    page.click(act)
    expect(page.get_by_role("status").filter(has_text=re.compile(f"{FAILED}|無法載入"))).to_be_visible()


@pytest.mark.parametrize("path", ["", "en/", "glossary/", SPEAKER, f"{M.event}/targets/", "gone/"])
def test_no_page_breaks_the_policy(page: Page, site: Site, path: str) -> None:
    page.add_init_script("addEventListener('securitypolicyviolation', event => (window.broken ??= []).push(event.violatedDirective))")
    answer = page.goto(site.url + path)
    assert answer is not None
    assert "sha256-" in answer.headers["content-security-policy"]
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.broken ?? []") == []
    assert page.evaluate("document.body.dataset.mdColorScheme") in {"default", "slate"}  # set by the script in the page


def test_scripts_of_others_are_not_run(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None


def test_the_server_recipe_sends_the_headers_of_the_build(site: Site) -> None:
    recipe = (ROOT / "deploy/nginx.conf").read_text("utf-8")

    assert "include /srv/site/_headers.nginx;" in recipe
    locations = re.findall(r"location [^{]*\{([^}]*)\}", recipe)
    assert locations
    assert not [one for one in locations if "add_header" in one]  # it would discard all others
    assert (site.folder / "_headers.nginx").read_text("utf-8").count("always;") == 5


@pytest.mark.parametrize("first", ["search", "reading"])
def test_a_name_that_a_browser_kept_of_what_is_gone_is_asked_for_again(page: Page, site: Site, first: str) -> None:
    asked: list[str] = []
    page.route(
        re.compile(r"/current/[0-9a-f]{8}\.js$"),
        lambda route: route.fulfill(body='verbatim.data("current","00000000");\n', content_type="text/javascript"),
    )
    page.on("request", lambda request: asked.append(request.url.removeprefix(site.url)) if "/current/" in request.url else None)
    address = json.loads((site.folder / "data/segments.json").read_text("utf-8"))[0]["address"]
    page.goto(site.url + SPEAKER + (f"?q={address}" if first == "search" else ""))
    if first == "search":
        expect(page.locator(".md-search-result__link").first).to_be_visible()
    else:
        page.click("[name=reading][value=simplified]")
        expect(page.locator("html[data-reading=simplified]")).to_be_attached()
    assert len(asked) == 2
    assert asked[1].startswith(f"{asked[0]}?")


def test_what_is_shared_is_of_one_state_while_a_page_is_open(page: Page, site: Site) -> None:
    page.goto(site.url + "en/glossary/")
    page.locator(".entry").evaluate_all("all => all.forEach(one => one.open = true)")
    page.wait_for_selector(".context", state="attached")
    page.route("**/current/**", lambda route: route.fulfill(body='verbatim.data("current","00000000");\n', content_type="text/javascript"))
    page.route("**/concordance.js", lambda route: route.fulfill(status=404))
    page.evaluate("[...document.querySelectorAll('.context')].find(one => one.querySelectorAll('li').length > 2).open = true")
    told(page)
    assert page.evaluate("verbatim.values.current") != "00000000"
