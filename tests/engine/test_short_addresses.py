"""Short addresses: a page for each sentence, which leads to it."""

from __future__ import annotations

import dataclasses
import posixpath
import re

import pytest

from verbatim.html.short_addresses import is_short, pages
from verbatim.model.addresses import Published
from verbatim.read.corpus import Corpus

from .example import EVENT, corpus, corpus_of, renderer, transcript

SITE = "https://example.org/trams/"


def made(of: Corpus | None = None, site: str = SITE, directory: bool = True) -> dict[str, str]:
    return dict(pages(renderer(of, directory), Published(site)))


def test_each_sentence_has_a_short_address_with_and_without_its_event_in_both_languages() -> None:
    found = made()

    assert {
        f"{lang}{event}s/{address}/index.html" for lang in ("", "en/") for event in ("", f"{EVENT}/") for address in transcript().segments
    } <= set(found)
    assert all(len(page.encode()) < 700 for path, page in found.items() if is_short(path))


@pytest.mark.parametrize("directory", [True, False])
@pytest.mark.parametrize("event", ["", f"{EVENT}/"])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_list_leads_to_each_of_them(lang: str, event: str, directory: bool) -> None:
    found = made(directory=directory)
    file = f"{lang}{event}s/index.html"
    linked = [
        posixpath.normpath(posixpath.join(posixpath.dirname(file), link)) for link in re.findall('<li><a href="([^"]+)"', found[file])
    ]

    assert not is_short(file)
    assert len(set(linked)) == len(linked)
    assert {f"{link}/index.html" if directory else link for link in linked} == {
        path for path in found if is_short(path) and posixpath.dirname(path.removesuffix("/index.html")) == f"{lang}{event}s"
    }


def test_it_leads_to_the_sentence_at_once_and_names_both_languages() -> None:
    page = made()[f"en/{EVENT}/s/q1-a1-2/index.html"]

    assert '<meta http-equiv="refresh" content="0;url=../../chen-haizhou/#q1-a1-2">' in page
    assert re.findall(r'<a href="([^"]+)"', page) == ["../../chen-haizhou/#q1-a1-2", f"../../../../{EVENT}/chen-haizhou/#q1-a1-2"]
    assert f'<link rel="canonical" href="{SITE}en/{EVENT}/chen-haizhou/#q1-a1-2">' in page
    assert 'hreflang="zh-Hant" lang="zh-Hant"' in page
    assert "noindex" not in page


def test_a_site_without_a_known_address_names_no_canonical_one() -> None:
    assert "canonical" not in "".join(made(site="").values())


def test_a_folder_on_disk_has_files_and_is_cited_as_the_published_site() -> None:
    page = made(directory=False)["s/q1-a1-2.html"]

    assert f'content="0;url=../{EVENT}/chen-haizhou.html#q1-a1-2"' in page
    assert f'href="{SITE}{EVENT}/chen-haizhou/#q1-a1-2"' in page


@pytest.mark.parametrize("old", ["chen-haizhou#q1-a1-9", "fares#q1-a1-9"])
def test_a_former_address_leads_to_the_sentence_too(old: str) -> None:
    found = made(
        corpus_of(
            {"file": f"data/{EVENT}/aliases.yml", "content": f"- {{old: {old}, new: lin-shuya#q2-1}}\n- {{old: trams, new: targets}}\n"}
        )
    )

    assert 'content="0;url=../../lin-shuya/#q2-1"' in found[f"{EVENT}/s/q1-a1-9/index.html"]


def test_an_address_that_a_sentence_has_leads_to_it_whatever_another_page_had_there() -> None:
    found = made(corpus_of({"file": f"data/{EVENT}/aliases.yml", "content": "- {old: fares#q1-a1-2, new: lin-shuya#q2-1}\n"}))

    assert 'content="0;url=../../chen-haizhou/#q1-a1-2"' in found[f"{EVENT}/s/q1-a1-2/index.html"]


def test_an_address_that_two_events_have_offers_both() -> None:
    own = transcript()
    segments = {address: dataclasses.replace(one, event="other") for address, one in own.segments.items()}
    other = dataclasses.replace(own, event=dataclasses.replace(own.event, id="other"), segments=segments)
    both = dataclasses.replace(corpus(), transcripts={EVENT: own, "other": other})

    page = made(both)["en/s/q1-a1-2/index.html"]

    assert "refresh" not in page
    assert '<meta name="robots" content="noindex">' in page
    assert page.count("<a ") == 4
