"""The register and the glossary as tools, in a real browser: sort, filter, address, download, keyboard, typing in any script."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from built import ROOT
from conftest import Site, choose, lent, painted, until
from specimens import specimens
from verbatim.text.typography import to_full_width

M = specimens()
TARGETS = M.register
SHOWN = "table.rows tbody tr:not([hidden])"
ENTRIES = ".entry:not([hidden])"


ENTRY = M.entry("target").id
TYPED = [(one["typed"], one["term"]) for one in yaml.safe_load((ROOT / "tests/golden/typed.yml").read_text("utf-8"))]


@pytest.fixture
def page(desktop: Page) -> Page:
    """A page at desktop width; the tests choose others themselves."""
    return desktop


def register(site: Site) -> list[dict[str, str]]:
    with (site.folder / "data/targets.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def frequent(rows: list[dict[str, str]], column: str) -> list[str]:
    """The values of a column, the most frequent first; rows that have none do not count."""
    return [value for value, _ in Counter(row[column] for row in rows if row[column]).most_common()]


def ids(rows: Locator) -> list[str]:
    found: list[str] = rows.evaluate_all("rows => rows.map(row => row.id)")
    return found


def downloaded(page: Page) -> str:
    with page.expect_download() as caught:
        page.click("button.csv")
    text = Path(caught.value.path()).read_bytes().decode("utf-8")
    assert text.startswith("\ufeff"), "a spreadsheet would take it for another encoding"
    return text.removeprefix("\ufeff")


def press(page: Page, key: str) -> None:
    """Press a key, and wait until the page displays what it does."""
    page.keyboard.press(key)
    painted(page)


def enter(page: Page, selector: str, text: str) -> None:
    """Put a text into a field at once, and wait until the page displays what it leaves."""
    page.fill(selector, text)
    painted(page)


def select(page: Page, selector: str, value: str) -> None:
    """Choose a value as a reader does, and wait until the page displays what it leaves."""
    page.select_option(selector, value)
    painted(page)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_filter_leaves_its_rows_and_the_address_and_the_counts_say_so(page: Page, site: Site, lang: str) -> None:
    page.goto(site.url + lang + TARGETS)
    for facet in ("speaker", "field", "kind", "operator", "strength", "time"):
        column = "time_basis" if facet == "time" else facet
        value = frequent(register(site), column)[1]
        wanted = {row["id"] for row in register(site) if row[column] == value}

        if page.locator(f"[name={facet}]").is_visible():
            select(page, f"[name={facet}]", value)
        else:  # it parts the entries as another one does
            page.goto(f"{site.url}{lang}{TARGETS}?{facet}={value}")

        assert set(ids(page.locator(SHOWN))) == wanted, facet
        expect(page).to_have_url(f"{site.url}{lang}{TARGETS}?{facet}={value}")
        assert page.locator(f"[name={facet}]").is_visible(), facet
        assert str(len(wanted)) in page.inner_text("#register-tool [role=status]"), facet
        assert page.locator(f"[name={facet}] option:checked").inner_text().endswith(f" ({len(wanted)})"), facet
        select(page, f"[name={facet}]", "")


def test_no_two_filters_part_the_entries_alike(page: Page, site: Site) -> None:
    page.goto(site.url + TARGETS)
    offered = [str(name) for name in page.locator("#register-tool select:visible").evaluate_all("all => all.map(one => one.name)")]
    facets = [name for name in offered if name in register(site)[0]]
    parts = [tuple(first(register(site), name, row[name]) for row in register(site)) for name in facets]

    assert len(facets) > 2
    assert len({*parts}) == len(parts)


def first(rows: list[dict[str, str]], column: str, value: str) -> int:
    """The first row that has a value in a column."""
    return next(number for number, row in enumerate(rows) if row[column] == value)


def test_the_filter_not_stated_shows_promises_without_a_time_and_no_figures(page: Page, site: Site) -> None:
    page.goto(site.url + TARGETS + "?time=none")

    assert set(ids(page.locator(SHOWN))) == {row["id"] for row in register(site) if not row["time_basis"] and row["kind"] != "figure"}
    assert not page.locator("table.figure").is_visible()
    assert page.locator(".no-rows:visible").count() == 1


def test_filters_combine_and_disable_values_without_matches(page: Page, site: Site) -> None:
    speaker = frequent(register(site), "speaker")[-1]
    page.goto(f"{site.url}{TARGETS}?speaker={speaker}&kind=target")

    rows = [row for row in register(site) if row["speaker"] == speaker and row["kind"] == "target"]
    assert len(rows) > 1
    assert set(ids(page.locator(SHOWN))) == {row["id"] for row in rows}
    offered = page.locator("[name=field] option:not([disabled])").evaluate_all("all => all.map(one => one.value)")
    assert offered == ["", *sorted({row["field"] for row in rows})]


def test_a_value_that_does_not_occur_filters_nothing(page: Page, site: Site) -> None:
    page.goto(site.url + TARGETS + "?speaker=nobody")
    assert page.locator(SHOWN).count() == len(register(site))


def test_a_text_filters_the_register_and_is_kept_in_the_address(page: Page, site: Site) -> None:
    row = next(row for row in register(site) if row["kind"] == "target")
    page.goto(site.url + TARGETS)
    enter(page, "#register-tool [name=find]", row["quote_zh"])

    assert row["id"] in ids(page.locator(SHOWN))
    assert page.locator(SHOWN).count() < len(register(site))
    page.reload()
    assert page.input_value("#register-tool [name=find]") == row["quote_zh"]
    page.locator("#register-tool [type=reset]").click()
    painted(page)
    assert page.locator(SHOWN).count() == len(register(site))


def test_the_back_button_takes_a_filter_back_and_reset_takes_all(page: Page, site: Site) -> None:
    strength = frequent([row for row in register(site) if row["kind"] == "target"], "strength")[0]
    page.goto(site.url + TARGETS)
    whole = page.locator(SHOWN).count()

    select(page, "[name=strength]", strength)
    select(page, "[name=kind]", "target")
    page.go_back()

    expect(page.locator("[name=kind]")).to_have_value("")
    assert page.input_value("[name=strength]") == strength
    assert set(ids(page.locator(SHOWN))) == {row["id"] for row in register(site) if row["strength"] == strength}
    page.go_forward()
    expect(page.locator("[name=kind]")).to_have_value("target")
    page.click("#register-tool [type=reset]")
    painted(page)
    assert page.locator(SHOWN).count() == whole
    expect(page).to_have_url(site.url + TARGETS)


@pytest.mark.smoke
def test_the_language_switch_keeps_the_filters(page: Page, site: Site) -> None:
    strength = frequent(register(site), "strength")[0]
    page.goto(site.url + TARGETS)
    select(page, "[name=strength]", strength)
    page.click("a.language")
    page.wait_for_url(f"{site.url}en/{TARGETS}?strength={strength}")

    assert page.input_value("[name=strength]") == strength


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_name_of_a_speaker_finds_the_same_rows_in_both_languages(page: Page, site: Site, lang: str) -> None:
    speaker = next(one for one in M.corpus.people.values() if one.id == register(site)[0]["speaker"].split(" ")[0])
    own, other = (speaker.name.en, speaker.name.zh) if lang else (speaker.name.zh, speaker.name.en)
    page.goto(f"{site.url}{lang}{TARGETS}?find={own.replace(' ', '+')}")
    expect(page.locator("form.finder")).to_be_visible()
    found = ids(page.locator(SHOWN))
    page.fill("[name=find]", other)
    painted(page)

    assert len(found) > 3
    assert set(found) <= set(ids(page.locator(SHOWN)))


def test_what_only_a_pointer_does_is_not_explained_where_there_is_none(browser: Browser, site: Site) -> None:
    for touch in (True, False):
        with lent(browser, viewport={"width": 390, "height": 844}, has_touch=touch, is_mobile=touch) as page:
            for path in (TARGETS, "en/" + M.speech):
                page.goto(site.url + path)
                hint = page.locator(".pointing").first
                assert (hint.evaluate("one => getComputedStyle(one).display") == "none") == touch


def test_a_column_head_sorts_ascending_descending_and_not_at_all_by_keyboard(page: Page, site: Site) -> None:
    page.goto(site.url + "en/" + TARGETS)
    head = page.locator("table.target th[data-sort=amount]")
    rows = page.locator("table.target tbody tr")
    given = ids(rows)
    facts = {row["id"]: row for row in register(site)}

    head.locator("button").focus()
    press(page, "Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    expect(page).to_have_url(re.compile(r"\?sort=amount$"))
    up = ids(rows)
    for one, other in pairwise(up):
        if facts[one]["unit"] == facts[other]["unit"]:
            assert float(facts[one]["value"] or facts[one]["low"]) <= float(facts[other]["value"] or facts[other]["low"])
    press(page, "Space")
    assert head.get_attribute("aria-sort") == "descending"
    assert sorted(ids(rows)) == sorted(up) != ids(rows)
    press(page, "Enter")
    assert head.get_attribute("aria-sort") is None
    assert ids(rows) == given


@pytest.mark.parametrize("column", ["what", "time", "strength", "speaker"])
def test_every_column_sorts_both_ways_from_the_form(page: Page, site: Site, column: str) -> None:
    page.goto(site.url + TARGETS)
    select(page, "[name=sort]", column)
    up = ids(page.locator("table.commitment tbody tr"))
    choose(page.locator("[name=descending]"))
    painted(page)

    assert ids(page.locator("table.commitment tbody tr")) == up[::-1]
    assert page.locator("table.commitment th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_strength_sorts_from_the_firmest_to_the_softest(page: Page, site: Site) -> None:
    page.goto(site.url + TARGETS + "?sort=strength")
    order = page.locator("[name=strength] option").evaluate_all("all => all.map(one => one.value)")
    strength = {row["id"]: order.index(row["strength"]) for row in register(site)}

    found = [strength[one] for one in ids(page.locator("table.commitment tbody tr"))]

    assert found == sorted(found)


def test_the_download_is_the_open_data_cut_to_the_rows_shown(page: Page, site: Site) -> None:
    whole = (site.folder / "data/targets.csv").read_bytes().decode("utf-8")
    page.goto(site.url + "en/" + TARGETS)
    assert downloaded(page) == whole

    operator = frequent(register(site), "operator")[-1]
    select(page, "[name=operator]", operator)

    rows = list(csv.DictReader(downloaded(page).splitlines()))
    assert rows == [row for row in register(site) if row["operator"] == operator]
    select(page, "[name=sort]", "speaker")
    choose(page.locator("[name=descending]"))
    painted(page)
    assert [row["id"] for row in csv.DictReader(downloaded(page).splitlines())] == ids(page.locator(SHOWN))


def test_the_download_of_all_rows_the_other_way_round_is_the_register_from_its_end(page: Page, site: Site) -> None:
    page.goto(site.url + "en/" + TARGETS + "?descending=1")
    assert list(csv.DictReader(downloaded(page).splitlines())) == register(site)[::-1]


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_table_says_what_is_asked_of_its_rows(page: Page, site: Site, media: Literal["screen", "print"]) -> None:
    page.emulate_media(media=media)
    row = register(site)[0]
    page.goto(f"{site.url}en/{TARGETS}?speaker={row['speaker']}&strength={row['strength']}&find=+a+")
    chosen = [page.locator(f"[name={name}] option:checked").text_content() or "" for name in ("speaker", "strength")]
    wanted = " · ".join([*(text.rpartition(" (")[0] for text in chosen), "a", ""])

    captions = page.locator("table.rows:visible caption .shown")
    assert captions.count() > 0
    for text in captions.all_inner_texts():
        assert text.startswith(wanted)


def test_no_cell_is_a_formula_to_a_spreadsheet(site: Site) -> None:
    cells = {text for row in register(site) for text in row.values()}

    assert [text for text in cells if text.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_the_tools_work_from_a_folder_on_disk(page: Page, site: Site) -> None:
    strength = frequent(register(site), "strength")[-1]
    page.goto((site.folder / TARGETS / "index.html").as_uri() + f"?strength={strength}")
    wanted = [row for row in register(site) if row["strength"] == strength]

    assert ids(page.locator(SHOWN)) == [row["id"] for row in wanted]
    assert list(csv.DictReader(downloaded(page).splitlines())) == wanted
    page.goto((site.folder / "en/glossary/index.html").as_uri())
    typed, term = TYPED[0]
    enter(page, "#term-filter", typed)
    assert ids(page.locator(ENTRIES))[0] == term


@pytest.mark.parametrize(("path", "one"), [(TARGETS, "table.rows tbody tr"), ("glossary/", ".entry")])
def test_a_field_shows_what_is_typed_before_what_it_leaves(page: Page, site: Site, path: str, one: str) -> None:
    page.goto(site.url + path)
    field = page.locator("[name=find]")
    hidden = f"() => document.querySelectorAll('{one}[hidden]').length"
    field.focus()
    page.wait_for_load_state("networkidle")
    at_once = field.evaluate(
        "(field, hidden) => { field.value = 'qqqq'; field.dispatchEvent(new Event('input')); return eval(hidden)(); }", hidden
    )
    painted(page)

    assert at_once == 0
    assert page.evaluate(hidden) == page.locator(one).count() > 0


def test_rows_that_appear_again_are_laid_out_a_few_at_a_time(phone: Page, site: Site) -> None:
    phone.add_init_script("window.requestIdleCallback = call => window.busy || setTimeout(call)")
    phone.goto(site.url + TARGETS)
    far = "() => document.querySelectorAll('.rows tbody tr:not([hidden], [style*=visible])').length"
    until(phone, f"({far})() === 0")
    select(phone, "#register-tool [name=kind]", "figure")
    phone.evaluate("window.busy = true")
    left = phone.locator(SHOWN).count()
    select(phone, "#register-tool [name=kind]", "")

    assert phone.evaluate(far) > (len(register(site)) - left) / 2


def test_arriving_at_a_row_clears_the_filters_that_hide_it(page: Page, site: Site) -> None:
    page.goto(site.url + TARGETS + f"?kind=figure#{ENTRY}")

    assert page.locator(f"#{ENTRY}").is_visible()
    expect(page).to_have_url(site.url + TARGETS + f"#{ENTRY}")
    until(page, "id => (top => 0 < top && top < 900)(document.getElementById(id).getBoundingClientRect().top)", arg=ENTRY)
    select(page, "[name=kind]", "figure")
    page.evaluate("id => { location.hash = id; }", ENTRY)
    page.wait_for_selector(f"#{ENTRY}", state="visible")
    assert len(page.inner_text("#register-tool [role=status]")) > 20


WIDTHS = """() => [...document.querySelectorAll(".finder select")].filter(one => one.checkVisibility()).map(one => {
  const free = one.cloneNode(true);
  free.style.cssText = "position: absolute; width: auto";
  one.after(free);
  const needed = free.offsetWidth;
  free.remove();
  return [one.name, one.offsetWidth >= needed];
})"""
"""The fields of a form, each with whether its longest option has room in it."""


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("path", [M.register, M.glossary])
def test_the_fields_have_room_for_every_option(page: Page, site: Site, lang: str, path: str) -> None:
    page.goto(site.url + lang + path)
    found = page.evaluate(WIDTHS)
    assert found
    assert [name for name, fits in found if not fits] == []


def test_a_count_in_a_chart_leads_to_its_register_entries(page: Page, site: Site) -> None:
    page.goto(site.url + "en/" + TARGETS)
    page.locator("#picture-shares summary").click()
    link = page.locator("#picture-shares td a").first
    count = int(link.inner_text())
    link.click()
    page.wait_for_url("**/?speaker=*")

    assert page.locator(SHOWN).count() == count


@pytest.mark.parametrize("lang", ["", "en/"])
def test_every_chart_gives_its_data(page: Page, site: Site, lang: str) -> None:
    page.goto(site.url + lang + TARGETS)
    figures = page.locator("figure.chart").all()
    assert figures
    for figure in figures:
        figure.locator("summary").click()
        links = [one.get_attribute("href") or "" for one in figure.locator("a[download]").all()]
        assert [link.rpartition(".")[2] for link in links] == ["csv", "json"]
        files = [site.folder / "data/pictures" / link.rpartition("/")[2] for link in links]
        told = json.loads(files[1].read_text("utf-8"))
        assert told["title"]["en" if lang else "zh"] == figure.locator("figcaption").inner_text()
        assert told["url"]["en" if lang else "zh"] == f"{site.url}{lang}{TARGETS}#{figure.get_attribute('id')}"
        assert len(list(csv.DictReader(files[0].read_text("utf-8-sig").splitlines()))) == len(told["rows"])


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_keyboard_reaches_the_form_from_picture_to_table(page: Page, site: Site, lang: str) -> None:
    page.goto(site.url + lang + TARGETS)
    offered = page.locator("#register-tool :is(select, [type=checkbox]):visible").evaluate_all("all => all.map(one => one.name)")
    page.focus("[name=speaker]")
    reached = []
    for _ in range(16):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.name || document.activeElement.className.split(' ')[0]"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"

    assert offered[:2] + offered[-2:] == ["speaker", "kind", "sort", "descending"]
    assert reached[: len(offered) - 1] == offered[1:]
    assert "csv" in reached
    assert "sort" in reached[len(offered) :]


def test_on_a_phone_the_form_sorts_and_nothing_unseen_takes_focus(browser: Browser, site: Site) -> None:
    with lent(browser, viewport={"width": 360, "height": 740}, has_touch=True) as page:
        page.goto(site.url + "en/" + TARGETS)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("button.sort").evaluate_all("all => all.every(one => one.tabIndex === -1)")
        scale = "all => Math.min(...all.map(one => one.getBoundingClientRect().width / one.viewBox.baseVal.width))"
        assert page.locator(".chart svg").evaluate_all(scale) * 11 >= 9.5, "the smallest words of a chart"
        select(page, "[name=sort]", "what")
        expect(page).to_have_url(re.compile(r"\?sort=what$"))


@pytest.mark.parametrize("lang", ["", "en/"])
def test_without_javascript_the_tables_pictures_and_terms_are_whole(browser: Browser, site: Site, lang: str) -> None:
    with lent(browser, java_script_enabled=False) as page:
        page.goto(site.url + lang + TARGETS + "?kind=figure")

        assert page.locator(SHOWN).count() == len(register(site))
        assert not page.locator("#register-tool").is_visible()
        assert page.locator(".chart svg:visible").count() == len(list((site.folder / "data/pictures").glob("*.csv")))
        page.locator("#picture-firmness summary").click()
        assert page.locator("#picture-firmness table").is_visible()
        page.goto(site.url + lang + M.glossary)
        assert page.locator("#glossary-finder").is_hidden()
        terms = json.loads((site.folder / "data/terms.json").read_text("utf-8"))
        term = max(terms, key=lambda one: len(one["occurs"]))
        page.locator(f"#{term['id']} > summary").click()
        page.locator(f"#{term['id']} .more a").click()
        page.locator(f"#{term['id']} .context > summary").click()
        assert page.locator(f"#{term['id']} .context a.address:visible").count() == len(term["occurs"])
        assert page.locator(f"#{term['id']} .context a[hreflang]:visible").count() == len(term["occurs"])


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_term_is_found_in_either_script_in_english_and_in_pinyin(page: Page, site: Site, lang: str) -> None:
    page.goto(site.url + lang + "glossary/")
    whole = page.locator(ENTRIES).count()
    told = "left => document.querySelector('#glossary-finder [role=status]').textContent.match(/\\d+/)?.[0] === left"
    for typed, term in TYPED:
        enter(page, "#term-filter", "")
        assert page.locator(ENTRIES).count() == whole
        page.locator("#term-filter").press_sequentially(typed)
        painted(page)

        left = ids(page.locator(ENTRIES))
        assert term in left, typed
        assert len(left) < whole / 4, typed
        until(page, told, arg=str(len(left)))
        assert page.locator(".group:visible").count() < 4 or len(left) > 4, typed


@pytest.mark.parametrize(("lang", "own"), [("", "zh"), ("en/", "en")])
def test_every_term_is_shown_in_its_sentences_in_both_languages(page: Page, site: Site, lang: str, own: str) -> None:
    page.goto(site.url + lang + "glossary/")
    with page.expect_response("**/concordance.js") as fetched:
        page.locator(".entry").evaluate_all("all => all.forEach(one => one.open = true)")
        until(page, "!document.querySelector('.more')")
        page.locator(".context summary").first.click()
    assert fetched.value.ok
    page.locator(".context").evaluate_all("all => all.forEach(one => one.open = true)")
    until(page, "[...document.querySelectorAll('.context li')].every(one => one.querySelectorAll('p').length === 2)")
    sentences = {one["address"]: one for one in json.loads((site.folder / "data/segments.json").read_text("utf-8"))}
    terms = {one["id"]: one for one in json.loads((site.folder / "data/terms.json").read_text("utf-8"))}
    script = """items => items.map(item => [
      item.closest(".entry").id,
      item.querySelector("a").textContent,
      ...[...item.querySelectorAll("p")].flatMap(line =>
        [line.textContent, [...line.querySelectorAll("mark")].map(one => one.textContent)]),
    ])"""
    found = page.locator(".context li").evaluate_all(script)
    assert {term for term, *_ in found} == {name for name, one in terms.items() if one["occurs"]}
    for term, address, first, first_marks, second, second_marks in found:
        lines = {own: (first, first_marks), "en" if own == "zh" else "zh": (second, second_marks)}
        assert lines["zh"][0] == to_full_width(sentences[address]["zh"])
        assert lines["en"][0] == sentences[address]["en"]
        assert set(lines["zh"][1]) <= {to_full_width(form) for form in (terms[term]["zh"], *terms[term]["forms_zh"])}
        assert lines["zh"][1]


def test_a_search_for_no_term_says_so_and_escape_shows_all_terms_again(page: Page, site: Site) -> None:
    page.goto(site.url + "en/glossary/?find=" + M.corpus.terms[TYPED[0][1]].en.replace(" ", "+"))
    whole = page.locator(".entry").count()
    assert 0 < page.locator(ENTRIES).count() < whole

    enter(page, "#term-filter", "qqqq")
    until(page, "document.querySelector('#glossary-finder [role=status]').textContent.startsWith('No term')")
    assert page.locator(ENTRIES).count() == page.locator(".group:visible").count() == 0
    page.press("#term-filter", "Escape")
    painted(page)
    assert page.locator(ENTRIES).count() == whole
    expect(page).to_have_url(site.url + "en/glossary/")


@pytest.mark.parametrize("kind", ["coded", "defined", "group"])
def test_the_glossary_is_narrowed_to_a_kind_of_terms_and_the_address_says_so(page: Page, site: Site, kind: str) -> None:
    terms = M.corpus.terms.values()
    group = next(iter(M.corpus.vocabulary.groups))
    kind, wanted = {
        "coded": (kind, {one.id for one in terms if one.coded}),
        "defined": (kind, {one.id for one in terms if one.defined_at}),
        "group": (group, {one.id for one in terms if one.group == group}),
    }[kind]
    page.goto(site.url + "en/glossary/")
    page.select_option("#glossary-finder [name=only]", kind)

    expect(page.locator(ENTRIES)).to_have_count(len(wanted))
    assert set(ids(page.locator(ENTRIES))) == wanted
    assert page.url == site.url + f"en/glossary/?only={kind}"
    page.goto(site.url + f"glossary/?only={kind}")
    expect(page.locator(ENTRIES)).to_have_count(len(wanted))
    assert set(ids(page.locator(ENTRIES))) == wanted
    hidden = next(one.id for one in terms if one.id not in wanted)
    page.goto(site.url + f"glossary/?only={kind}#{hidden}")
    assert page.locator(".entry:target[open]").is_visible()
    assert page.url == site.url + f"glossary/#{hidden}"


def test_a_kind_that_the_glossary_does_not_have_hides_nothing(page: Page, site: Site) -> None:
    page.goto(site.url + "glossary/?only=nonsense")

    assert page.locator(ENTRIES).count() == page.locator(".entry").count()


def test_arriving_at_a_term_shows_it(page: Page, site: Site) -> None:
    page.goto(site.url + f"glossary/?find=qqqq#{TYPED[0][1]}")

    assert page.locator(".entry:target[open]").is_visible()
    assert page.input_value("#term-filter") == ""


@pytest.mark.parametrize("way", ["touch", "keyboard"])
def test_a_term_in_the_text_leads_to_its_entry(browser: Browser, site: Site, way: str) -> None:
    with lent(browser, viewport={"width": 360, "height": 740}, has_touch=True) as page:
        page.goto(site.url + "en/" + M.speech)
        link = page.locator("a.term").first
        if way == "touch":
            link.tap()
        else:
            link.focus()
            page.keyboard.press("Enter")
        page.locator("#popover .popover-link").click()
        page.wait_for_url("**/en/glossary/#*")
        entry = page.locator(".entry:target")

        entry.locator(".context > summary").focus()  # the link has opened the entry
        page.keyboard.press("Enter")
        entry.locator(".context mark").first.wait_for(state="visible")
        assert {one.get_attribute("lang") for one in entry.locator(".context li p").all()} == {"zh-Hant", "en"}
        entry.locator(".context a.address").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/en/{M.event}/**#*")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_language_switch_leaves_the_text_filter_of_the_register(page: Page, site: Site, lang: str) -> None:
    strength = frequent(register(site), "strength")[0]
    page.goto(f"{site.url}{lang}{TARGETS}?strength={strength}&find=5&descending=1")
    page.focus("a.language")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}{'' if lang else 'en/'}{TARGETS}?strength={strength}&descending=1")
    assert page.input_value("[name=find]") == ""


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_text_filter_of_the_glossary_holds_in_both_languages(page: Page, site: Site, lang: str) -> None:
    page.goto(f"{site.url}{lang}glossary/?find=qqqq")
    page.focus("a.language")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}{'' if lang else 'en/'}glossary/?find=qqqq")
