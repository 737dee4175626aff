"""Matching as plain functions: folding, tokens, stems, phrases, ranking, marks."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from javascript import answered, call, engine, find, loaded

from built import ROOT
from specimens import specimens
from verbatim.search.characters import characters
from verbatim.search.other_words import FILES, beginning, place, question_words
from verbatim.search.tokens import stem, tokens
from verbatim.text.folding import fold
from verbatim.text.readings import table
from verbatim.text.typography import to_full_width

M = specimens()
CORPUS = M.corpus
ZH = [one.zh.text for one in CORPUS.segments()]
EN = [one.en.text for one in CORPUS.segments()]
KNOWN = characters(ZH)
FIRST = yaml.safe_load((ROOT / "tests/search/first.yml").read_text("utf-8"))


def links(found: dict[str, Any]) -> list[str]:
    return [hit["address"] for hit in found["hits"]]


def marks(found: dict[str, Any]) -> set[str]:
    return {text for hit in found["hits"] for line in hit["lines"] for text, marked in line["pieces"] if marked}


def test_the_engine_of_the_build_folds_cuts_and_stems_as_the_one_of_the_browser() -> None:
    for text in (*ZH, *EN, "zz zzzz zzzzz"):
        assert call("folded", KNOWN.beside, text) == fold(text).translate(KNOWN.own)
        assert call("seen", KNOWN.beside, text) == [token.translate(KNOWN.own) for token in tokens(text)]


RANKED = """(texts, query) => {
  const fold = parts.fold.folder();
  const documents = texts.map((text, id) => ({ kind: "sentence", id, en: parts.documents.seeing(text, fold) }));
  return parts.rank.search(documents, parts.query.readings(query, fold, []), "en").hits.map(hit => hit.one.id);
}"""


def test_where_all_words_stand_those_near_one_another_come_first() -> None:
    scattered, near, repeated = (
        "Trams stop here, and far from there is a new line",
        "a line of the tram",
        "One tram, seven buses and a tram line",
    )
    assert call(RANKED, [scattered, near, near], "tram lines") == [1, 2, 0]
    assert call(RANKED, [scattered, repeated], "line tram") == [1, 0]


def test_what_readers_say_leads_to_its_file_in_both_engines() -> None:
    said = [words["said"] for words in question_words(CORPUS, {}).values()]
    for say in (say for synonym in CORPUS.synonyms for say in synonym.say):
        assert f"say-{place(beginning(say)) % FILES}" in call("(text, said) => parts.units.sayings(text, said)", fold(say), said), say


def test_a_query_in_the_script_of_the_texts_fetches_no_characters_and_one_in_another_those_that_differ() -> None:
    name = loaded(10**6)
    text = next(text for text in ZH if len(text) > 8 and text[:8] != text[:8].translate(table()))[:8]
    for query, differs in ((text, False), (text.translate(table()), True)):
        asked = f"""(() => {{
          const asked = [], get = file => (asked.push(file), Promise.resolve(index[{name!r} + file]));
          return parts.finder.make("zh", get, part => parts[part])({query!r}).then(() => asked.join(" "));
        }})()"""
        promise: Any = engine().eval(asked)
        assert ("characters-" in promise.get(timeout=10)) == differs


@pytest.mark.parametrize("own", ["zh", "en"])
def test_texts_are_read_a_few_at_a_time_so_that_what_is_typed_need_not_wait_for_all(own: str) -> None:
    """How many texts are divided into tokens at most without a rest, and how many in all, while a first query is answered."""
    counts = f"""(() => {{
      let most = 0, all = 0, since = 0;
      const {{ matchAll }} = String.prototype;
      String.prototype.matchAll = function (...of) {{
        all += 1;
        most = Math.max(most, since += 1);
        return matchAll.apply(this, of);
      }};
      globalThis.painted = () => {{ since = 0; }};
      const get = async file => index[{loaded(10**6)!r} + file];
      return parts.finder.make({own!r}, get, part => parts[part])("1").then(() => JSON.stringify([most, all])).finally(() => {{
        String.prototype.matchAll = matchAll;
        delete globalThis.painted;
      }});
    }})()"""
    promise: Any = engine().eval(counts)
    most, everything = json.loads(promise.get(timeout=10))
    assert everything > 300
    assert most < 150


def test_every_han_character_of_the_texts_folds_together_with_its_simplified_form() -> None:
    assert [one for text in ZH for one in text if fold(one) != fold(one.translate(table()))] == []


@pytest.mark.parametrize(
    "variants",
    ["堿鹼碱", "著着", "帳賬账帐", "竿桿杆", "淨凈净", "臺台", "製制", "後后", "雲云", "劃画", "戶户", "群羣", "峰峯", "為爲为", "啟啓启"],
)
def test_characters_that_stand_for_one_another_fold_to_one(variants: str) -> None:
    assert len({fold(one) for one in variants}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "factory factories", "upgrade upgrades upgraded upgrading", "plan plans planned planning", "use uses used using",
        "process processes processing", "city cities", "box boxes", "gas gases", "control controls controlled controlling", "percent %",
    ],
)  # fmt: skip
def test_the_ordinary_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({call("stem", form) if form != "%" else "%" for form in forms.split()}) == 1
    assert {call("stem", form) for form in forms.split() if form != "%"} == {stem(form) for form in forms.split() if form != "%"}


@pytest.mark.parametrize("words", ["one on", "king kings ring", "universe university", "bus business", "need knee", "analysis analog"])
def test_different_words_have_different_stems(words: str) -> None:
    found = [call("stem", word) for word in words.split()]
    assert found[0] != found[-1]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("26,586 firms", "26586", ["26,586"]),
        ("at 170% of it", "70%", None),
        ("at 8.5% of it", "8.5 percent", ["8.5%"]),
        ("at 18.5%", "8.5%", None),
        ("low-carbon and lowcarbon", "lowcarbon", ["low-carbon", "lowcarbon"]),
        ("the ‘old’ (grey) cats", "old grey cat", ["old’ (grey) cats"]),
        ("甲“乙丙”丁", "乙丙丁", ["乙丙”丁"]),
        ("甲乙,丙丁", "乙丙", None),
        ("甲乙，丙丁", "乙,丙", ["乙，丙"]),
        ("carbon", "car", None),
    ],
)  # fmt: skip
def test_a_phrase_is_found_as_it_is_spelt(text: str, query: str, found: list[str] | None) -> None:
    folded = call("folded", ["", ""], text)
    assert call("spans", folded, call("folded", ["", ""], query)) == (found and [call("folded", ["", ""], one) for one in found])


@pytest.mark.parametrize("whole", [10**6, 0], ids=["one file", "in parts"])
@pytest.mark.parametrize(("query", "own", "first", "mark"), [(one["q"], one["own"], one["first"], one["mark"]) for one in FIRST["words"]])
def test_the_best_hit_comes_first_with_its_words_marked_in_their_own_spelling(
    whole: int, query: str, own: str, first: str, mark: str
) -> None:
    found = find(query, own, whole)
    assert links(found)[0].startswith(first), links(found)
    assert mark in marks(found)


@pytest.mark.parametrize("whole", [10**6, 0], ids=["one file", "in parts"])
@pytest.mark.parametrize("query", ["{}", "#{}", "{upper}", "https://example.org/en/{path}", "https://example.org/en/s/{}/", "s/{}.html"])
def test_an_address_is_a_query(whole: int, query: str) -> None:
    segment = M.promising()
    query = query.format(segment.address, upper=segment.address.upper(), path=M.at(segment))
    assert links(find(query, whole=whole)) == [M.at(segment)]


@pytest.mark.parametrize("whole", [10**6, 0], ids=["one file", "in parts"])
@pytest.mark.parametrize(
    "query",
    [
        *(
            "https://example.org/s/{}/。",
            "https://example.org/s/{}/.",
            "{}。",
            "{},",
            "({})",
            "「{}」",
            "《實錄》{}",
            "見{}。",
            "Record, {}.",
        ),
        *(
            "{} growth",
            "見{}（增長）",
            "https://example.org/s/{}/?view=side",
            "{en_dash}",
            "{hyphen}",
            "「…」，《實錄》{}，https://example.org/s/{}/",
        ),
    ],
)
def test_an_address_is_a_query_as_a_citation_or_a_word_processor_writes_it(whole: int, query: str) -> None:
    segment = M.promising()
    own = segment.address
    written = {"en_dash": own.replace("-", "–"), "hyphen": own.replace("-", "\u2011")}
    assert links(find(query.format(own, own, **written), whole=whole)) == [M.at(segment)]


@pytest.mark.parametrize("whole", [10**6, 0], ids=["one file", "in parts"])
def test_a_number_that_no_sentence_has_finds_no_words_with_its_digits(whole: int) -> None:
    query = "q9-a2-5"
    found = find(query, whole=whole)
    assert found["hits"] == []
    assert query in found["message"]


def test_a_link_to_a_term_is_a_query() -> None:
    term = next(iter(CORPUS.terms.values()))
    assert links(find(f"#{term.id}")) == [f"{M.glossary}?h={quote(to_full_width(term.zh))}#{term.id}"]


def test_a_link_to_a_register_entry_is_a_query() -> None:
    entry = M.entry("target").id
    assert links(find(f"…/targets/#{entry}")) == [f"{M.register}#{entry}"]


@pytest.mark.parametrize("whole", [10**6, 0], ids=["one file", "in parts"])
@pytest.mark.parametrize("query", FIRST["nothing"])
def test_a_query_without_a_match_says_so_and_offers_nothing_that_is_not_near(whole: int, query: str) -> None:
    found = find(query, whole=whole)
    assert found["hits"] == []
    assert found["message"] == CORPUS.strings["find_none"].zh.replace("#", query)
    assert found["nearest"] is None


PLACES = [
    section.title
    for (lang, name), page in CORPUS.pages.items()
    if lang == "zh" and name.endswith(("/checks", "/targets"))
    for section in page.sections.values()
]


@pytest.mark.parametrize("query", ["%", "constructor", *PLACES])
def test_headings_signs_and_names_of_the_language_are_found_in_an_index_in_parts_too(query: str) -> None:
    whole, parts = (links(answered(query, whole=size)) for size in (10**6, 0))
    assert set(whole) == set(parts)
    assert whole or query not in PLACES


@pytest.mark.parametrize("query", FIRST["one_word"])
def test_two_characters_that_make_a_word_are_not_looked_for_by_one_of_them(query: str) -> None:
    assert links(answered(query)) == []


@pytest.mark.parametrize("own", ["zh", "en"])
@pytest.mark.parametrize("query", FIRST["sign"])
def test_digits_with_letters_that_no_text_has_are_not_looked_for_by_the_digits(query: str, own: str) -> None:
    assert links(answered(query, own)) == []


def test_of_such_a_sign_and_a_word_the_word_is_found_and_the_sign_told() -> None:
    wanted = FIRST["sign_and_word"]
    found = answered(wanted["q"], wanted["own"])
    assert wanted["mark"] in marks(found)
    assert found["message"].endswith(wanted["missing"])


def test_a_word_that_is_written_as_two_is_found_whatever_its_first_half_ends_with() -> None:
    wanted = FIRST["apart"]
    found = answered(wanted["q"], wanted["own"])
    assert wanted["mark"] in marks(found)
    assert wanted["q"].split()[0] not in found["message"]  # as one that the texts lack


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("五百萬元", [["五百萬", "500萬"]]),
        ("一万個", [["一万", "1万"]]),
        ("百分之八點五以上", [["百分之八點五", "8.5%"]]),
        ("一千兩百項和二十三家", [["一千兩百", "1200"], ["二十三", "23"]]),
        ("二零三一年", [["二零三一", "2031"]]),
        ("七成、8成5和兩成半的企業", [["七成", "70%"], ["8成5", "85%"], ["兩成半", "25%"]]),
        ("5百萬元、1千家和3千五百", [["5百萬", "500萬"], ["1千", "1000"], ["3千五百", "3500"]]),
        ("十強、三四線、一個、萬一、15百萬、1.5千、5萬", []),
        ("完成、集成、成果二、三成員、1.5成、一成立", []),
    ],
)
def test_numbers_in_words_are_read_as_digits_and_parts_of_words_are_not(text: str, found: list[list[str]]) -> None:
    assert call("text => parts.numbers.pairs(text)", text) == found


def test_a_range_is_found_however_it_is_written_and_none_of_its_words_is_said_to_be_missing() -> None:
    dashed, *worded = (find(query) for query in FIRST["range"])
    assert dashed["hits"]
    for found in worded:
        assert len(found["hits"]) == len(dashed["hits"])
        assert CORPUS.strings["find_missing"].zh not in found["message"]


def test_a_number_in_words_leads_to_where_the_text_has_it_in_digits() -> None:
    [typed, written] = FIRST["number_in_words"]
    hits = find(typed)["hits"]
    assert hits
    assert any(written in "".join(text for text, _ in line["pieces"]) for line in hits[0]["lines"])


def test_of_a_long_query_only_the_beginning_is_looked_at_and_told() -> None:
    found = find("綠" * 20_000)
    assert found["hits"] == []
    assert len(found["message"]) < 200


def test_results_lead_to_the_reader_s_language_and_say_where_the_words_were_found() -> None:
    zh, en = find(FIRST["of_the_text"]), find(FIRST["of_the_twin"], "en")
    assert not [link for link in links(zh) if link.startswith("en/")]
    assert not [link for link in links(en) if not link.startswith("en/")]
    assert {hit["why"] for hit in en["hits"]} == {CORPUS.strings["find_twin"].en}
    assert zh["hits"][0]["why"] == ""


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "&lt;b&gt;", "$&", "(a+)+$", "[", "\\"])
def test_markup_and_patterns_in_a_query_are_plain_text(query: str) -> None:
    found = find(query)
    assert found["hits"] or query in found["message"]


def test_the_message_counts_the_hits_and_says_how_they_were_found() -> None:
    strings, counted, in_parts = CORPUS.strings, FIRST["counted"], FIRST["in_parts"]
    assert find(counted["q"], counted["own"])["message"] == strings["found_many"][counted["own"]].replace("#", str(counted["hits"]))
    assert find(in_parts["q"], in_parts["own"])["message"].endswith(f" · {strings['find_parts'][in_parts['own']]}")


def test_an_empty_query_finds_nothing_and_says_nothing() -> None:
    assert find("  ") == {"hits": [], "message": "", "nearest": None, "completion": "", "further": False, "narrowing": None}


@pytest.mark.parametrize(("query", "own", "becomes"), [(one["q"], one["own"], one["becomes"]) for one in FIRST["begun"]])
def test_a_word_being_typed_is_completed(query: str, own: str, becomes: str) -> None:
    assert find(query, own)["completion"] == becomes


def test_two_events_of_one_name_are_told_apart_by_their_days() -> None:
    script = """days => days.map(day => parts.results.hit(
      { one: { kind: "sentence", id: "a", page: "p", anchor: "a", day, events: { zh: "例會" }, zh: { text: "甲", seen: {} } }, spans: {} },
      { own: "zh", other: "en", strings: {}, terms: [], fold: one => one, directory: true, names: {} },
    ).event)"""
    first, second, none = call(script, ["2033-02-01", "2033-03-01", ""])
    assert first != second
    assert none == "例會"
    assert all(one.startswith("例會 · ") for one in (first, second))


@pytest.mark.parametrize(("end", "between"), [("。", "。"), (".", ". "), ("", " · ")])
def test_no_dot_stands_beside_the_mark_that_ends_a_sentence(end: str, between: str) -> None:
    said = {"count": 2, "saying": f"Listed{end}", "left": 3, "query": "", "instead": [], "missing": []}
    strings = {"many": "#", "more": "# more"}
    found = call("(said, strings) => parts.results.message(said, strings)", said, strings)
    assert found == f"2 · Listed{between}3 more"


@pytest.mark.parametrize("colon", ["：", ": "])
def test_what_was_searched_for_instead_follows_the_colon_as_the_language_writes_it(colon: str) -> None:
    said = {"count": 2, "saying": "", "left": 0, "query": "", "instead": ["tram", "rail"], "missing": ["trm"]}
    strings = {"many": "#", "instead": f"Instead{colon}", "missing": f"Missing{colon}"}
    found = call("(said, strings) => parts.results.message(said, strings)", said, strings)
    assert found == f"2 · Missing{colon}trm · Instead{colon}tram · rail"


@pytest.mark.parametrize(("stems", "meant", "weak"), [(["harbour"], "harbour", True), (["harbour", "harvour"], "harvour", False)])
def test_a_slip_of_a_word_that_says_little_stands_for_it_where_no_other_is_as_near(stems: list[str], meant: str, weak: bool) -> None:
    script = """stems => {
      const weak = { nothing: new Set(), little: new Set(["harbour"]) };
      const known = { stems: new Set(stems), short: new Map(), han: "", words: "", near: parts.near, alike: null, listed: new Set(), weak };
      const [unit] = parts.units.units("harxour", known, new Map());
      return [unit.ways.slice(1).map(way => way.list.join(" ")), unit.weak];
    }"""
    assert call(script, stems) == [[meant], weak]


def test_a_particle_ends_no_word_that_sounds_alike() -> None:
    script = """text => {
      const weak = { nothing: new Set(["級"]), little: new Set() };
      const alike = one => (one === "環保等" ? [one] : []);
      const known = { stems: new Set(), short: new Map(), han: "環保等領域", words: "", near: null, alike, weak };
      return parts.units.units(text, known, new Map()).map(one => one.typed);
    }"""
    assert not any(one.startswith("環保等") for one in call(script, "環保等級"))
