"""The index of the search: what it holds, how it is cut into parts, and what its words are found by."""

from __future__ import annotations

import dataclasses
import json

import pytest

from verbatim.model.addresses import Urls
from verbatim.model.event import ASKING
from verbatim.read.summaries import Summaries
from verbatim.search.characters import characters
from verbatim.search.index import (
    STRING_KEYS,
    about_terms,
    files,
    files_of_event,
    homophones,
    is_whole,
    parts,
    scripts,
    shared_entries,
)
from verbatim.search.index_file import span
from verbatim.search.other_words import FILES, beginning, in_use, place, question_words, readers_words, sayings
from verbatim.search.postings import PORTIONS, divided, found_by, keys, postings, shard
from verbatim.search.spelling import spelling
from verbatim.search.tokens import stem, tokens
from verbatim.text.folding import fold, syllables, toneless

from .example import changed, corpus, corpus_of, transcript, values

SYNONYMS = {
    "file": "data/synonyms.yml",
    "content": "- {text: 電車, say: [路面電車, 輕軌]}\n- {text: tram, say: [streetcar]}\n",
}


def undone(numbers: str) -> list[int]:
    """The sentences that the gaps of a posting list stand for."""
    found, at = [], 0
    for gap in numbers.split():
        at += int(gap, 36)
        found.append(at)
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ＧＤＰ８．５％", "gdp8.5%"),
        ("電車，電车", "电车,电车"),
        ("ﬁ", "ﬁ"),  # what would become two characters stays one
    ],
)
def test_a_folded_text_is_as_long_as_the_text(text: str, found: str) -> None:
    assert fold(text) == found
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("percent", "%"), ("cities", "city"), ("ties", "tie"), ("boxes", "box"), ("classes", "clas"), ("bus", "bus"), ("glass", "glas"),
        ("planning", "plan"), ("planned", "plan"),
        ("used", "use"), ("going", "going"), ("agreed", "agreed"), ("spring", "spring"), ("gas", "gas"),
        ("free", "fre"),
    ],
)  # fmt: skip
def test_a_stem_is_what_the_forms_of_a_word_share(word: str, found: str) -> None:
    assert stem(word) == found


def test_tokens_are_characters_whole_numbers_and_stems_and_hyphenated_words_as_one_too() -> None:
    assert tokens("26,586家“製造” at 8.5% of low-carbon cities") == [
        *("26586", "家", "制", "造", "at", "8.5", "%", "of", "low", "lowcarbon", "carbon", "city"),
    ]


def test_keys_are_pairs_of_characters_the_last_one_alone_and_everything_else() -> None:
    assert list(keys("電車 14 列車a")) == ["电车", "车", "14", "列车", "车", "a"]


@pytest.mark.parametrize("text", ["", "……", " "])
def test_a_text_without_words_has_no_keys(text: str) -> None:
    assert list(keys(text)) == []


@pytest.mark.parametrize(
    ("key", "name"),
    [("电车", "7535"), ("tram", "wtr"), ("the", "wthe"), ("8.5", "w85"), ("%", "w"), ("2031", "w20"), ("@q1-a1-3", "aq1a1")],
)
def test_a_key_names_the_file_that_holds_it(key: str, name: str) -> None:
    assert shard(key) == name


def test_pinyin_is_kept_as_it_is_typed() -> None:
    assert toneless("Lǜsè dītàn") == "luse ditan"


def test_a_small_site_has_one_file_for_each_language_and_those_for_some_queries() -> None:
    found = files(corpus(), Urls())
    some = {
        "sounds",
        "homophones",
        "words-zh",
        "words-en",
        "about-zh",
        "about-en",
        *spelling([]),
        *sayings(corpus(), {}),
        *characters([]).others,
    }
    assert found.keys() == {"index", "zh", "en", *some}
    sections = found["index"]["part"]["sections"]
    counts = [count for _, _, *runs in sections for count in runs[::2]]
    assert len(found["zh"]["part"]["lines"]) == len(found["en"]["part"]["lines"]) == len(list(corpus().segments())) == sum(counts)
    assert len(found["sounds"]) == len(corpus().terms) + len(corpus().people)


def test_a_section_states_who_speaks_each_of_its_sentences() -> None:
    (part,) = parts(corpus())
    speakers = [
        name for _, _, *runs in part.codes["sections"] for count, name in zip(runs[::2], runs[1::2], strict=True) for _ in range(count)
    ]
    assert speakers == [f"{'?' if one.kind in ASKING else ''}{' '.join(one.by)}" for one in corpus().segments()]


def test_what_is_said_about_the_texts_is_kept_apart() -> None:
    (part,) = parts(corpus())
    notes = transcript().notes
    assert {code[1] for code in part.about.codes["notes"]} == {note.id for note in notes}
    assert part.about.codes["rows"] == part.codes["rows"][1]
    said = about_terms(corpus())
    assert len(said.zh["terms"]) == len(corpus().terms)
    assert said.codes["people"] == list(corpus().people)
    for text, term in zip(said.en["terms"], corpus().terms.values(), strict=True):
        assert text.startswith(term.definition.en)


def test_syllables_are_in_the_pinyin_order_and_those_that_are_heard_alike_lead_to_an_earlier_one() -> None:
    firsts, back = homophones()
    spelled = [syllable for syllable, _ in syllables()]
    assert len(firsts) == len(spelled)
    heard = {one: spelled[at - int(step, 36)] for at, (one, step) in enumerate(zip(spelled, back, strict=True))}
    assert (heard["zi"], heard["shang"], heard["xing"]) == ("zhi", "san", "xin")
    assert heard["tai"] == "tai"


def test_words_of_questions_are_in_the_file_of_their_language_and_english_ones_are_stems() -> None:
    lines = (
        "- {lang: zh, weight: nothing, words: [嗎, 是]}",
        "- {lang: zh, weight: little, words: [目標]}",
        "- {lang: en, weight: little, words: [Plans, planning, types]}",
        "- {lang: en, weight: asks, words: [want to know]}",
    )
    roles = ("nothing", "little", "asks", "answers", "who", "speaker", "amount")
    none: dict[str, list[str] | str] = {**{role: [] for role in roles}, "said": ""}
    assert question_words(corpus_of({"file": "data/weak-words.yml", "content": "\n".join(lines)}), {}) == {
        "words-zh": none | {"nothing": ["嗎", "是"], "little": ["目標"]},
        "words-en": none | {"little": ["plan", "typ"], "asks": ["want to know"]},
    }


def test_a_listed_word_that_a_letter_makes_one_of_the_texts_is_no_slip() -> None:
    def listed(text: str, word: str) -> bool:
        return word in spelling([text])[f"spelling-{place(word) % 64}"].split()

    assert listed("A MAJOR plan", "mayor")
    assert not listed("The mayor has a major plan.", "mayor"), "it is a word of the texts"
    assert listed("a peak", "speak"), "it is long enough to be taken for a shorter one"
    assert not listed("a slip", "clip"), "words of four letters are taken for no others"


def test_what_readers_say_is_in_the_file_that_its_beginning_leads_to() -> None:
    found = sayings(corpus_of(SYNONYMS), {ord("轻"): "輕"})
    names = {say: f"say-{place(beginning(say).replace('轻', '輕')) % FILES}" for say in ("路面電車", "輕軌", "streetcar")}
    assert found[names["輕軌"]] == ["電車|輕軌"]
    assert found[names["路面電車"]] == ["電車|路面電車"]
    assert found[names["streetcar"]] == ["tram|streetcar"]
    assert found.keys() == set(names.values())


@pytest.mark.parametrize(
    ("words", "begins"), [("輕軌列車", "轻轨"), ("輕", "轻"), ("streetcars line", "streetcar"), ("A級", "a"), ("輕 rail", "轻r")]
)
def test_what_readers_say_begins_with_two_characters_or_a_stem(words: str, begins: str) -> None:
    assert beginning(words) == begins


def test_words_of_readers_are_those_of_synonyms_and_questions() -> None:
    assert {"電車", "輕軌", "tram", "streetcar"} <= set(readers_words(corpus_of(SYNONYMS)))
    weak = {"file": "data/weak-words.yml", "content": "- {lang: zh, weight: nothing, words: [嗎, 是]}"}
    assert {"嗎", "是"} <= set(readers_words(corpus_of(weak)))


def test_numbers_in_use_are_steps() -> None:
    assert in_use([0, 3, 13, 83, 84]) == "03azz01"
    assert in_use([]) == ""


def test_rows_hold_their_sentence_and_where_their_quotes_stand_in_it() -> None:
    (part,) = parts(corpus())
    numbers, ids, kinds = part.codes["rows"]
    (zh_start, zh_length), (en_start, en_length) = part.zh["rows"], part.en["rows"]
    entries = {row.id: row for row in transcript().entries}
    assert set(ids) == set(entries)
    for at, name in enumerate(ids):
        zh, en = (part.zh["lines"][numbers[at]], part.en["lines"][numbers[at]])
        assert len(zh[zh_start[at] :][: zh_length[at]]) == len(entries[name].quote.zh)
        assert en[en_start[at] :][: en_length[at]] == entries[name].quote.en
        assert kinds[at] == entries[name].kind


def test_a_large_site_is_cut_into_pages_that_the_posting_lists_lead_to() -> None:
    name = transcript().event.id
    found = files(corpus(), Urls(), most=1, folders={name: "01234567/"})
    index = found["index"]["head"]
    assert index["parts"] == {f"01234567/{name}": [len(part.found) for part in parts(corpus(), 1)]}
    assert list(files_of_event(corpus().for_pages(name))) == [
        f"{name}-{kind}-{number}" for number in range(len(parts(corpus(), 1))) for kind in ("part", "about")
    ]
    assert {f"list-{name}" for name in index["lists"].split()} == {name for name in found if name.startswith("list-")}
    sentences = list(corpus().segments())
    portions = [(len(part.found), divided(found_by(part.found))) for part in parts(corpus(), 1)]
    lists = {name: content for at in range(PORTIONS) for name, content in postings(((n, one[at]) for n, one in portions), {}).items()}
    leading = undone(lists[shard("电车")]["电车"])
    assert {number for number, one in enumerate(sentences) if "電車" in one.zh.text} <= set(leading)
    assert [sentences[number].address for number in undone(lists["aq1a1"]["@q1-a1-2"])] == ["q1-a1-2"]
    assert undone("0 a 10") == [0, 10, 46]


def test_sentences_are_in_one_file_while_they_are_few_or_of_one_page() -> None:
    assert is_whole(corpus())
    assert not is_whole(corpus(), 1)
    page = transcript().event.pages[0]
    event = dataclasses.replace(transcript().event, turns=tuple(turn for turn in transcript().event.turns if turn.page == page))
    assert is_whole(changed(corpus(), event=event), 1)


def test_an_event_without_a_day_comes_last() -> None:
    undated = changed(corpus(), event=dataclasses.replace(transcript().event, day=None))
    (part,) = parts(undated)
    assert {day for _, day in part.codes["pages"]} == {""}


def test_a_person_is_found_where_they_answer_ask_or_are_presented() -> None:
    people = {code[0]: code[1:] for code in shared_entries(corpus(), Urls(), Summaries(corpus())).codes["people"]}
    assert people["chen-haizhou"] == ["tram-2031/chen-haizhou", ""]
    assert people["chaoyin-daily"] == ["tram-2031/chen-haizhou", "q1"]
    assert people["he-ping"][0] == "tram-2031/index"
    assert people["he-ping"][1].startswith("panel-")


def test_a_person_who_does_not_appear_has_no_address() -> None:
    event = dataclasses.replace(transcript().event, panel=())
    of = changed(corpus(), event=event)
    people = {code[0]: code[1:] for code in shared_entries(of, Urls(), Summaries(of)).codes["people"]}
    assert people["he-ping"] == ["", ""]


def test_headings_of_pages_without_sentences_are_found_too() -> None:
    (part,) = parts(corpus())
    assert [page for page, _ in part.codes["places"]] != []
    assert all(page.startswith("tram-2031/") for page, _ in part.codes["places"])
    entries = shared_entries(corpus(), Urls(), Summaries(corpus()))
    assert {page for page, _ in entries.codes["places"]} <= {name for _, name in corpus().pages if "/" not in name}


def test_a_quotation_is_where_it_is_whole_words() -> None:
    assert span("From 15 percent to 5 percent.", "5 percent", "en") == (19, 9)
    assert span("由百分之十五降至百分之五。", "降至百分之五", "zh") == (6, 6)


def test_the_index_holds_strings() -> None:
    found = shared_entries(corpus(), Urls(directory=False), Summaries(corpus()))
    assert found.codes["words"][: len(STRING_KEYS)] == list(STRING_KEYS)
    assert found.codes["directory"] is False


def test_characters_that_no_text_has_are_in_files_by_their_code_points() -> None:
    found = characters(["電車 x", "后後"])
    assert found.beside == ["后", "後"]
    assert found.own == {ord("电"): "電", ord("车"): "車", ord("后"): "后"}
    pairs = {(form, other) for forms, others in found.others.values() for form, other in zip(forms, others, strict=True)}
    assert ("電", "电") in pairs
    assert "电" in found.others[f"characters-{ord('电') % 32}"][1]
    assert not [pair for pair in pairs if pair[0] in "制云"]
    assert {other for _, other in pairs}.isdisjoint("電車后後")


def test_each_file_of_the_index_is_a_script_named_after_it() -> None:
    found = files(corpus(), Urls())
    made = scripts(found)

    assert made.keys() == {f"search/{name}.js" for name in found}
    assert [values(script) for script in made.values()] == [
        [(f"search/{name}", json.loads(json.dumps(content)))] for name, content in found.items()
    ]
