"""What a first visit costs: all that the browser asks for at load, compressed as a server would."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from built import ROOT, assert_within
from conftest import Site, serve
from specimens import specimens

M = specimens()

LIMIT = 26_680  # hooks/DECISIONS.md, 66
LIMITS = {"": 21_970, M.glossary: 51_050, M.register: 46_050}  # measured plus 1 %
GROWTH = 1.05
EVENTS = 10
LEVEL = 6  # as in deploy/nginx.conf
TEXT = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/xml")


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
def test_a_first_visit_hardly_grows_with_the_number_of_events(browser: Browser, site: Site, tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "tools/many.py", tmp_path / "many", str(EVENTS)], check=True, capture_output=True)
    environment = {**os.environ, "PRINT": "false", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(tmp_path / "many/mkdocs.yml"), "-d", str(tmp_path / "site")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    url = serve("many", tmp_path / "site")
    for lang in ("", "en/"):
        for speaker in M.speakers:
            one = sum(weight(browser, site.url + lang + M.path(speaker)).values())
            many = sum(weight(browser, url + lang + M.path(speaker)).values())
            assert many <= GROWTH * one, (lang, speaker, one, many)
