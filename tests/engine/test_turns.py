"""Turns: whose each sentence is, the lists made of them, and that each count leads to exactly what it counts."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from functools import cache
from html import unescape

import pytest

from verbatim.analysis.source_diff import expected
from verbatim.analysis.speech import speech
from verbatim.analysis.turns import Exchange, exchanges, filtered_by_turn, moderators, needs_list, silent
from verbatim.data.columns import facets
from verbatim.data.tables import exports
from verbatim.html.cite_data import cited
from verbatim.html.page_head import page_head
from verbatim.html.render import Renderer
from verbatim.model import LANGS, Lang, Turn
from verbatim.model.addresses import Published, Urls
from verbatim.model.locale import locale_of
from verbatim.print.print_data import edition
from verbatim.project import load_project
from verbatim.read.corpus import Corpus, Transcript
from verbatim.read.summaries import Summaries
from verbatim.search.index import parts, shared_entries
from verbatim.text.labels import Labels

from .example import EVENT, ROOT, changed, corpus, several, transcript

HARBOR, ISLE, BAY = "fog-harbor-2033", "ginkgo-isle-2034", "jade-bay-2036"


@cache
def project() -> Corpus:
    """The project itself."""
    return load_project(ROOT).corpus


def spoken_in_source(of: Corpus, event: Transcript) -> Mapping[int, tuple[str, ...]]:
    """Where a line of the source begins with a label, and whose it is: read from the source alone, without the pages' marks."""
    labels = {label.zh: person.id for person in of.people.values() for label in person.all_labels}
    joint = {f"{one.name.zh}、{other.name.zh}:": (one.id, other.id) for one in of.people.values() for other in of.people.values()}
    whose = {**{label: (name,) for label, name in labels.items()}, **joint}
    found, place = {}, 0
    for line in expected(event.source, event.errata).split("\n"):
        heads = [label for label in whose if line.startswith(label)]
        if heads:
            found[place] = whose[max(heads, key=len)]
        place += len(line) + 1
    return found


@pytest.mark.parametrize("event", [*project().transcripts, *several().transcripts])
def test_every_sentence_is_of_whoever_the_label_before_it_in_the_source_names(event: str) -> None:
    of = project() if event in project().transcripts else several()
    one = of.transcripts[event]
    source, spoken = expected(one.source, one.errata), spoken_in_source(of, one)
    place = 0

    for segment in one.segments.values():
        place = source.index(segment.zh.text, place)
        before = [start for start in spoken if start <= place]
        assert segment.by == (spoken[before[-1]] if before else ()), segment.place
        place += len(segment.zh.text)


def summary(of: Corpus, event: str) -> list[tuple[str, list[str], list[str]]]:
    """Of each exchange what is asked (or said), the answers, and those listed before."""
    return [(_asked(one), [each.turn.id for each in one.said], [each.turn.id for each in one.earlier]) for one in listed(of, event)]


def listed(of: Corpus, event: str) -> list[Exchange]:
    return exchanges(of, of.transcripts[event])


def _asked(one: Exchange) -> str:
    return one.asked.turn.id if one.asked else ""


def test_a_question_is_listed_with_whoever_answers_it() -> None:
    first, second = listed(corpus(), EVENT)

    assert first.asked
    assert [person.id for person in (*first.asked.speakers, *first.said[0].speakers)] == ["chaoyin-daily", "chen-haizhou"]
    assert (first.page, first.sections, first.sentences) == ("chen-haizhou", 3, 6)
    assert [one.said[0].entries for one in (first, second)] == [{"figure": 1, "target": 4, "commitment": 1}, {"figure": 2, "target": 1}]


def test_a_statement_is_listed_and_one_answer_to_two_questions_is_counted_once() -> None:
    assert summary(several(), HARBOR) == [("", ["port"], []), ("work", ["reply"], []), ("old-piers", [], ["reply"])]
    assert sum(one.sentences for one in listed(several(), HARBOR)) == 5


def test_several_answer_one_question_in_turn_and_one_answers_none() -> None:
    assert summary(several(), ISLE) == [
        ("night", ["night-first", "night-second", "night-third"], []),
        ("fares", ["fares-reply"], []),
        ("news", ["news-reply"], []),
        ("at-night", [], []),
    ]


def test_a_closing_is_listed_where_it_holds_an_entry() -> None:
    one = several().transcripts[HARBOR]
    last = list(one.segments.values())[-1]
    more = dataclasses.replace(one, entries=(*one.entries, dataclasses.replace(one.entries[1], at=last.address)))
    of = dataclasses.replace(several(), transcripts={HARBOR: more})

    assert summary(of, HARBOR)[-1] == ("", ["end"], [])


def test_who_moderates_is_listed_apart_and_is_no_performer() -> None:
    of = several()
    nodes = page_head(of, Published(), of.pages["en", f"{HARBOR}/index"]).graph["@graph"]
    event = dataclasses.replace(of.transcripts[HARBOR].event, panel=("su-mian", "qin-ruochuan"))
    on_panel = dataclasses.replace(of, transcripts={HARBOR: dataclasses.replace(of.transcripts[HARBOR], event=event)})

    assert [person.id for person in moderators(of, of.transcripts[HARBOR])] == ["su-mian"]
    assert moderators(of, of.transcripts[ISLE]) == []
    for graph in (nodes, page_head(on_panel, Published(), on_panel.pages["en", f"{HARBOR}/index"]).graph["@graph"]):
        assert [one["name"] for node in graph for one in node.get("performer", ())] == ["Qin Ruochuan"]


def test_an_official_who_moderates_is_a_moderator_too_and_one_who_only_closes_is_none() -> None:
    of = several()
    official = {"su-mian": dataclasses.replace(of.people["su-mian"], kind="official")}
    one = of.transcripts[HARBOR]
    closing = {address: segment for address, segment in one.segments.items() if segment.kind == "closing"}
    people = dataclasses.replace(of, people={**of.people, **official})

    assert [person.id for person in moderators(people, one)] == ["su-mian"]
    assert moderators(people, dataclasses.replace(one, segments=closing)) == []
    assert [person.id for person in moderators(of, dataclasses.replace(one, segments=closing))] == ["su-mian"]


def test_a_panel_member_without_a_sentence_is_silent() -> None:
    assert [person.id for person in silent(corpus(), transcript().event)] == ["he-ping"]


def test_the_register_is_filtered_by_turn_only_where_a_speaker_has_entries_in_several() -> None:
    assert {name: filtered_by_turn(one) for name, one in several().transcripts.items()} == {
        EVENT: False,
        HARBOR: True,
        ISLE: False,
        BAY: True,
    }


def rendered(of: Corpus, lang: Lang, name: str, body: str) -> str:
    """The HTML of a page that holds some Markdown."""
    woven = Renderer(of, Urls(True)).page(locale_of(lang), name, body)
    return woven.fill(woven.markdown)


def html_of(of: Corpus, lang: Lang, event: str) -> Mapping[str, str]:
    """The pages of an event by name, each with its sections and directives."""
    found = {}
    for (one, name), page in of.pages.items():
        if one == lang and name.startswith(f"{event}/"):
            headings = [(section.number, f"## {section.title} {{#{section.id}}}") for section in page.sections.values() if section.id]
            inserted = [(line, f"<!-- insert: {directive} -->") for directive, line in page.directives]
            found[name] = rendered(of, lang, name, "\n".join(text for _, text in sorted([*headings, *inserted])))
    return found


def rows_of(html: str) -> list[Mapping[str, str]]:
    """The entries that a page of the register displays, each by what it is filtered by."""
    tables = re.findall(r'<table class="rows [^"]*" data-kind="(\w+)">(.*?)</table>', html, re.DOTALL)
    heads = [(kind, head) for kind, table in tables for head in re.findall(r"<tr (id=[^>]*)>", table)]
    return [{"kind": kind, **dict(re.findall(r'data-([a-z_]+)="([^"]*)"', head))} for kind, head in heads]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("event", [EVENT, HARBOR, ISLE])
def test_every_count_leads_to_exactly_the_entries_that_it_counts(event: str, lang: Lang) -> None:
    pages = html_of(several(), lang, event)
    register = pages[f"{event}/targets"]
    home = rendered(several(), lang, "index", "<!-- insert: events -->")
    options = {
        name: re.findall('value="([^"]+)"', text) for name, text in re.findall(r'<select name="(\w+)">(.*?)</select>', register, re.DOTALL)
    }
    links = [found for html in pages.values() for found in re.findall(r'<a href="[^"?]*\?([^"#]*)#filter">(.*?)</a>', html)]
    links += re.findall(rf'<a href="[^"?]*{event}/targets/\?([^"#]*)#filter">(.*?)</a>', home)

    for query, text in links:
        chosen = dict(one.split("=") for one in unescape(query).replace("%20", " ").split("&"))
        assert all(value in options[name] for name, value in chosen.items()), query
        shown = [row for row in rows_of(register) if all(row.get(name, "none") == value for name, value in chosen.items())]
        assert [str(len(shown))] == re.findall(r"\d+", re.sub(r"<[^>]*>", "", text)), query

    assert links
    for anchor, kind in (("", "target"), ("#commitments", "commitment")):
        for count in re.findall(rf'<a class="stat" href="[^"#]*{event}/targets/{anchor}"><strong>(\d+)</strong>', home):
            assert int(count) == sum(row["kind"] == kind for row in rows_of(register)) > 0


def test_who_speaks_jointly_is_one_option_and_each_entry_is_found_under_exactly_who_made_it() -> None:
    of = several()
    register = html_of(of, "en", ISLE)[f"{ISLE}/targets"]

    assert [row["speaker"] for row in rows_of(register)] == ["luo-qing", "tian-ye luo-qing"]
    assert '<option value="tian-ye luo-qing" data-twin="田野、羅青">Tian Ye and Luo Qing</option>' in register
    assert "?speaker=tian-ye%20luo-qing&amp;field=industry&amp;kind=commitment#filter" in register
    assert [(one["speaker"], one["speakers"]) for one in json.loads(exports(of, Published())["targets.json"]) if one["event"] == ISLE] == [
        ("luo-qing", ["luo-qing"]),
        (None, ["tian-ye", "luo-qing"]),
    ]


def test_a_sentence_is_cited_with_whoever_speaks_it() -> None:
    facts = cited(several(), several().transcripts[ISLE])

    assert facts["by"] == {"talk": "isle-paper", "news": "petrel-net"}
    assert facts["by_sentence"]["talk-5"] == "luo-qing"
    assert facts["by_sentence"]["news-2"] == "tian-ye luo-qing"
    assert "talk-6" not in facts["by_sentence"]


def test_quotations_and_authors_are_of_whoever_speaks() -> None:
    of = several()
    one = of.transcripts[ISLE]
    targets = tuple(dataclasses.replace(row, kind="target") for row in one.entries)
    promising = dataclasses.replace(of, transcripts={ISLE: dataclasses.replace(one, entries=targets)})
    head = page_head(promising, Published("https://example.org/"), promising.pages["en", f"{ISLE}/ferry"])

    assert [value for name, value in head.tags if name == "citation_author"] == ["Tian, Ye", "Luo Qing"]
    assert [node["creator"] for node in head.graph["@graph"] if node["@type"] == "Quotation"] == [
        {"@type": "Person", "name": "Luo Qing"},
        [{"@type": "Person", "name": "Tian Ye"}, {"@type": "Person", "name": "Luo Qing"}],
    ]


def test_a_gap_is_shown_after_the_turn_before_it() -> None:
    of = several()
    html = html_of(of, "en", HARBOR)[f"{HARBOR}/briefing"]
    turns = [one for one in json.loads(exports(of, Published())["turns.json"]) if one["event"] == HARBOR]

    assert re.search(
        r'add 2 piers.*?<p class="aside gap" role="note">'
        r"Part of the press conference is left out here: the questions of two outlets.*?end of",
        html,
        re.DOTALL,
    )
    assert [(one["id"], one["sentences"]) for one in turns][-3:] == [("reply", ["talk-4", "talk-5"]), ("rest", []), ("end", ["talk-6"])]
    assert turns[-2]["note"]["zh"] == "兩家媒體的提問與答覆。"
    gaps = [section["gaps"] for chapter in edition(of, of.transcripts[HARBOR], Published())["chapters"] for section in chapter["sections"]]
    assert [[place for place, gap in enumerate(one) if gap] for one in gaps] == [[], [], [], [4]]


def test_a_gap_at_the_very_beginning_is_shown_before_the_first_sentence() -> None:
    event = transcript().event
    gap = Turn(event.where, "before", "gap", note=event.title)
    of = changed(corpus(), event=dataclasses.replace(event, turns=(gap, *event.turns)))
    parts = transcript(of).event.parts

    assert [list(speech(of, transcript(of), part, "en").gaps) for part in parts[:3]] == [[-1], [], []]


def test_a_page_of_one_speaker_has_a_card_and_a_shared_one_a_list() -> None:
    of = several()
    shared = html_of(of, "en", ISLE)[f"{ISLE}/ferry"]

    assert '<ol class="turns">' not in html_of(of, "en", EVENT)[f"{EVENT}/lin-shuya"]
    assert shared.count('<ul class="legend"') == 1
    assert re.findall(r'<p class="who"><a [^>]*><strong>([^<]*)', shared) == ["Tian Ye", "Luo Qing", "Tian Ye", "Tian Ye", "Luo Qing"]
    assert re.findall(r"No answer in the transcript|Follow-up by|Asked by", shared) == [
        *("Asked by", "Follow-up by", "Asked by", "Follow-up by", "No answer in the transcript"),
    ]


def test_a_page_with_a_list_of_turns_needs_the_style_of_lists() -> None:
    of = several()
    pages = {name: [page for page in one.event.pages if needs_list(of, one, page)] for name, one in of.transcripts.items()}

    assert pages == {EVENT: [], HARBOR: ["briefing"], ISLE: ["ferry"], BAY: ["briefing"]}


def test_a_statement_alone_on_its_page_has_a_card() -> None:
    of = several()
    one = of.transcripts[HARBOR]
    turns = tuple(turn for turn in one.event.turns if turn.id in {"lead", "port"})
    segments = {address: segment for address, segment in one.segments.items() if segment.turn in {"lead", "port"}}
    event = dataclasses.replace(one.event, turns=turns)
    alone = dataclasses.replace(of, transcripts={HARBOR: dataclasses.replace(one, event=event, segments=segments, entries=())})

    html = rendered(alone, "en", f"{HARBOR}/briefing", "<!-- insert: speech -->")

    assert '<span class="asked">Opening statement</span>' in html
    assert "sentences: 2, section: 1" in html
    assert "<ol" not in html


def test_an_event_in_which_nobody_speaks_has_no_lists() -> None:
    silence = {address: segment for address, segment in transcript().segments.items() if not segment.by}
    of = changed(corpus(), segments=silence, entries=(), notes=())

    assert 'id="turns"' not in rendered(of, "en", f"{EVENT}/index", "<!-- insert: event -->")
    assert 'class="speaker"' not in rendered(of, "en", f"{EVENT}/lin-shuya", "<!-- insert: speech -->")
    assert f'class="stat" href="{EVENT}/targets/' not in rendered(of, "en", "index", "<!-- insert: events -->")


def test_the_filters_of_a_register_name_its_turns() -> None:
    of = several()

    assert [(one.value, one.name.en) for one in facets(of, of.transcripts[HARBOR])["turn"]] == [
        ("port", "Qin Ruochuan, opening-2"),
        ("reply", "Qin Ruochuan, talk-4"),
    ]
    assert "turn" not in facets(of, of.transcripts[ISLE])


@pytest.mark.parametrize(
    ("label", "lang", "speakers"),
    [
        ("田野:", "zh", [("tian-ye",)]),
        ("田冶:", "zh", [("tian-ye",)]),
        ("田野、羅青:", "zh", [("tian-ye", "luo-qing")]),
        ("羅青和田冶:", "zh", [("luo-qing", "tian-ye")]),
        ("Tian Ye and Luo Qing:", "en", [("tian-ye", "luo-qing")]),
        ("Tian Ye, Luo Qing, and Isle Paper:", "en", [("tian-ye", "luo-qing", "isle-paper")]),
        ("主持人 蘇眠:", "zh", [("su-mian",)]),
        ("主持人 苏眠：", "zh", [("su-mian",)]),
        ("田野、罗青：", "zh", [("tian-ye", "luo-qing")]),
        ("田野＆羅青:", "zh", [("tian-ye", "luo-qing")]),
        ("田野／羅青:", "zh", [("tian-ye", "luo-qing")]),
        ("田野、無名:", "zh", []),
        ("田野", "zh", []),
        ("無名:", "zh", []),
    ],
)
def test_whose_a_label_is(label: str, lang: Lang, speakers: list[tuple[str, ...]]) -> None:
    people = list(several().people.values())
    isle = [person for person in people if ISLE in person.where.path]

    assert Labels(isle, [person for person in people if person not in isle]).speakers(label, lang) == speakers


def test_a_label_of_another_event_is_not_suggested() -> None:
    people = list(several().people.values())
    isle = Labels([person for person in people if ISLE in person.where.path], people)

    assert isle.nearest("主持人 蘇棉:", "zh") is None
    assert isle.nearest("田夜:", "zh") in {"田野:", "田冶:"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("田野：我說", "田野:"),
        ("田野說", None),
        ("罗青：我说", "羅青:"),
        ("田野 ：我說", "田野:"),
        ("田\u3000野∶我說", "田野:"),
        ("（田野﹕我說", "田野:"),
        ("1.田野:我說", "田野:"),
        ("船開了。田野:我說", "田野:"),
        ("「船開了。」田野:我說", "田野:"),
        ("田野\t:我說", "田野:"),
        ("船長田野:我說", None),
    ],
)
def test_a_label_is_seen_wherever_somebody_may_begin_to_speak(text: str, label: str | None) -> None:
    isle = Labels([person for person in several().people.values() if ISLE in person.where.path])

    assert isle.begun(text, "zh") == label


def test_a_sentence_is_found_with_whoever_speaks_it() -> None:
    found = next(part for part in parts(several(), 0) if part.codes["pages"][0][0] == f"{ISLE}/ferry")
    runs = [run for _, _, *runs in found.codes["sections"] for run in zip(runs[::2], runs[1::2], strict=True)]
    speakers = [ids for count, ids in runs for _ in range(count)]

    assert len(speakers) == len(found.en["lines"])
    assert speakers[found.en["lines"].index("We will support a trial of the night ferry.")] == "luo-qing"
    assert speakers[found.en["lines"].index("We will explore electronic notices.")] == "tian-ye luo-qing"


def test_a_person_is_introduced_where_he_or_she_first_speaks() -> None:
    people = {code[0]: tuple(code[1:]) for code in shared_entries(several(), Urls(), Summaries(several())).codes["people"]}

    assert people["qin-ruochuan"] == (f"{HARBOR}/briefing", "")
    assert people["su-mian"] == (f"{HARBOR}/briefing", "opening")
    assert people["far-sail-radio"] == (f"{HARBOR}/briefing", "talk-3")
    assert people["luo-qing"] == (f"{ISLE}/ferry", "talk-4")


def test_a_question_is_listed_with_all_its_sentences_that_ask() -> None:
    of = several()
    asked = [exchange.asked for exchange in exchanges(of, of.transcripts[BAY]) if exchange.asked]
    html = rendered(of, "en", "index", "<!-- insert: events -->")

    assert [[segment.address for segment in one.question] for one in asked] == [["q1-1", "q1-2"], ["q2-1"]]
    assert "has the air quality in the port area changed? What are the next steps?</q></a></p>" in html


def test_a_long_question_is_cut_after_a_sentence_and_says_so() -> None:
    of = several()
    one = of.transcripts[BAY]
    first = one.segments["q1-1"]
    long = dataclasses.replace(first, zh=dataclasses.replace(first.zh, text=f"3.5{'長' * 118}?"))
    longer = dataclasses.replace(of, transcripts={**of.transcripts, BAY: dataclasses.replace(one, segments={**one.segments, "q1-1": long})})
    asked = next(exchange.asked for exchange in exchanges(longer, longer.transcripts[BAY]) if exchange.asked)
    brief = edition(longer, longer.transcripts[BAY], Published())["brief"]["exchanges"]

    assert [segment.address for segment in asked.question] == ["q1-1"]
    assert "長？</q></a>……</p>" in rendered(longer, "zh", "index", "<!-- insert: events -->")
    assert [one["asked"]["goes-on"] for one in brief if one["asked"] and "goes-on" in one["asked"]] == [True]


def test_a_question_without_a_question_mark_is_listed_by_its_last_sentence() -> None:
    of = several()
    one = of.transcripts[BAY]
    plain = {
        address: dataclasses.replace(segment, en=dataclasses.replace(segment.en, text="Tell us."))
        for address, segment in one.segments.items()
    }
    telling = dataclasses.replace(of, transcripts={BAY: dataclasses.replace(one, segments=plain)})

    asked = next(exchange.asked for exchange in exchanges(telling, telling.transcripts[BAY]) if exchange.asked)

    assert [segment.address for segment in asked.question] == ["q1-2"]
