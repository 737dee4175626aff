"""Words of both languages in one query: held by a sentence and its twin together."""

from __future__ import annotations

import pytest
from javascript import call, find

from specimens import specimens

M = specimens()
DOCUMENTS = [("電車今年通車。", "Trams begin this year."), ("電車停駛。", "No service."), ("渡輪", "Trams")]
ASKED = """(query, own, texts) => {
  const seen = text => ({ text, seen: parts.words.tokens(text.toLowerCase()) });
  const all = texts.map(([zh, en], at) => ({ kind: "sentence", id: String(at), zh: seen(zh), en: seen(en) }));
  const { way, hits } = parts.rank.search(all, parts.query.readings(query, text => text.toLowerCase(), []), own);
  return [way, ...hits.map(hit => [hit.one.id, hit.foreign, hit.spans])];
}"""


@pytest.mark.parametrize("query", ["電車 trams", "tram電車", "trams 電車 this year", "通車 tram"])
def test_words_of_both_languages_are_found_in_a_sentence_and_its_twin(query: str) -> None:
    way, hit, *others = call(ASKED, query, "zh", DOCUMENTS)
    assert (way, hit[:2], others) == ("parts", ["0", False], [])
    assert set(hit[2]) == {"zh", "en"}


@pytest.mark.parametrize("query", ["渡輪 service", "電車 ferry", "the 港口"])
def test_what_neither_of_them_holds_is_not_found(query: str) -> None:
    assert call(ASKED, query, "zh", DOCUMENTS) == ["none"]


def test_a_sentence_is_found_by_its_own_words_in_both_languages() -> None:
    segment = M.promising()
    word = max(segment.en.text.replace(".", " ").split(), key=len)
    found = find(f"{M.entries(segment)[0].quote.zh} {word}")
    assert found["message"].endswith(M.corpus.strings["find_parts"].zh)
    assert any(hit["address"].endswith(f"#{segment.address}") and not hit["foreign"] for hit in found["hits"])
