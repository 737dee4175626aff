"""What a first visit costs: all that the browser asks for at load, compressed as a server would."""

from __future__ import annotations

import gzip
from functools import cache

import pytest
from playwright.sync_api import Browser, Response

import built
from built import assert_within
from conftest import Site, served
from specimens import specimens

M = specimens()

LIMIT = 20_000  # hooks/DECISIONS.md, 206
LIMITS = {"": 14_400, M.glossary: 43_200, M.register: 35_000}  # the last is a goal, the others measured plus 1 %
GROWTH = 1.05
LEVEL = 6  # as in deploy/nginx.conf
TEXT = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/xml")


@cache
def weight(browser: Browser, url: str) -> dict[str, int]:
    """The bytes of each file that a first visit asks for."""
    context = browser.new_context()
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url, wait_until="networkidle")
    found = {one.url: size(one) for one in answers}
    context.close()
    return found


def size(answer: Response) -> int:
    text = answer.headers.get("content-type", "").startswith(TEXT)
    return len(gzip.compress(answer.body(), LEVEL) if text else answer.body())


@pytest.mark.parametrize("speaker", M.speakers)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_first_visit_to_a_speaker_is_light(browser: Browser, site: Site, lang: str, speaker: str) -> None:
    files = weight(browser, site.url + lang + M.path(speaker))
    assert_within(LIMIT, sum(files.values()), files)


@pytest.mark.parametrize("path", LIMITS)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_first_visit_to_another_page_costs_no_more_than_today(browser: Browser, site: Site, lang: str, path: str) -> None:
    files = weight(browser, site.url + lang + path)
    assert_within(LIMITS[path], sum(files.values()), files)


@pytest.mark.slow
def test_a_first_visit_hardly_grows_with_the_number_of_events(browser: Browser, site: Site) -> None:
    url = served(built.many_site()).url
    for lang in ("", "en/"):
        for speaker in M.speakers:
            one = sum(weight(browser, site.url + lang + M.path(speaker)).values())
            many = sum(weight(browser, url + lang + M.path(speaker)).values())
            assert many <= GROWTH * one, (lang, speaker, one, many)
