"""The words: frozen addresses, the source given back by what a reader sees, the open data."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import yaml
from markup import document

from conftest import ROOT, Site
from specimens import specimens
from verbatim.analysis.published import path_of
from verbatim.analysis.source_diff import expected
from verbatim.text.fingerprint import sha256
from verbatim.text.readings import edited, simplified, table
from verbatim.text.typography import to_full_width

GOLDEN = ROOT / "tests/golden"
DATA = ("segments", "targets", "terms", "people")


def load(site: Site, name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((site.folder / "data" / f"{name}.json").read_text("utf-8"))
    return found


def test_every_published_address_still_works() -> None:
    corpus = specimens().corpus
    for name, transcript in corpus.transcripts.items():
        now = {f"{segment.page}#{segment.address}" for segment in transcript.segments.values()}
        listed = (ROOT / path_of(name)).read_text("utf-8").splitlines()
        published = {line.split()[1] for line in listed if line.startswith("sentence ")}
        assert published - now - {alias.old for alias in transcript.aliases} == set(), "an address was removed without an alias"
        assert now - published == set(), "a new address: run `./run freeze`"


def test_every_source_is_the_one_that_was_received() -> None:
    lines = (line.split() for line in (GOLDEN / "sources.txt").read_text("utf-8").splitlines())
    received = {event: digest for digest, event in lines}
    assert {path.parent.name: sha256(path.read_bytes()) for path in ROOT.glob("data/*/source.txt")} == received


def test_what_a_reader_sees_is_the_whole_source_with_full_width_marks(each_site: Site) -> None:
    m = specimens(each_site.source)
    transcript = m.transcript
    seen = ""
    for page in transcript.event.pages:
        shown_page = document(each_site.folder / m.path(page) / "index.html")
        for element in shown_page.elements:
            kinds = element.attributes.get("class", "").split()
            if "sentence" in kinds or ("label" in kinds and "sentence" not in element.parents):
                seen += element.text
    assert seen == to_full_width(expected(transcript.source, transcript.errata)).replace("\n", "")


def test_the_readings_change_what_is_recorded_and_nothing_else() -> None:
    corpus, transcript = specimens().corpus, specimens().transcript
    slips = [one for one in transcript.errata if one.kind == "slip"]
    words = {letter for word in corpus.simplified_overrides for letter in word.find}
    changed = 0
    for segment in transcript.segments.values():
        text = segment.zh.text
        mended, short = edited(text, transcript.errata), simplified(text, transcript.errata, corpus.simplified_overrides)
        assert len(text) == len(mended) == len(short)
        changed += sum(text.count(one.find) for one in slips)
        undone = mended
        for one in sorted(slips, key=lambda one: -len(one.read)):
            undone = undone.replace(one.read, one.find)
        assert undone == text
        assert all(a == b or b == table().get(ord(a)) or a in words for a, b in zip(mended, short, strict=True))
        assert not any(ord(letter) in table() for letter in short)
    assert changed == sum(one.count for one in slips)


def test_words_that_are_right_are_not_corrected() -> None:
    right: dict[str, list[str]] = yaml.safe_load((GOLDEN / "right.yml").read_text("utf-8"))
    for event, words in right.items():
        transcript = specimens().corpus.transcripts[event]
        mended = edited(transcript.source, transcript.errata)
        assert all(mended.count(word) == transcript.source.count(word) > 0 for word in words), event


def test_the_open_data_hold_every_sentence_register_entry_term_and_person(each_site: Site) -> None:
    site, corpus = each_site, specimens(each_site.source).corpus
    segments = load(site, "segments")
    with (site.folder / "data/targets.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(one["zh"], one["en"]) for one in segments] == [(one.zh.text, one.en.text) for one in corpus.segments()]
    assert [row["id"] for row in rows] == [one["id"] for one in load(site, "targets")]
    assert len(load(site, "terms")) == len(corpus.terms)
    assert len(load(site, "people")) == len(corpus.people)


def test_every_field_of_the_open_data_is_documented(site: Site) -> None:
    documented = set(re.findall(r"^[-|] .*$", (ROOT / "data/README.md").read_text("utf-8"), re.M))
    names = {name for line in documented for name in re.findall(r"`([a-z_]+)`", line)}
    used = {key for name in DATA for record in load(site, name) for key in record}
    assert used - names == set()


def test_the_files_of_the_build_are_named_in_the_about_page(site: Site) -> None:
    page = (site.folder / "en/about/index.html").read_text("utf-8")
    for path in (site.folder / "data").iterdir():
        assert f"data/{path.name}" in page, Path(path).name
