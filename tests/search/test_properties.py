"""The engine of the build and the one of the browser agree on any text."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from javascript import call

from verbatim.search.characters import characters
from verbatim.search.index_file import span
from verbatim.search.postings import keys
from verbatim.search.tokens import tokens
from verbatim.text.folding import fold, variants

SITE = characters(["".join(variants())])
LIKELY = "tram trams planning percent % processes used low-carbon 26,586 8.5 1,00 e-car-x 電車 臺灣 ４２ ＡＢ ﬁ İ Σ ٣ 𝟙 𝐀 㐀 豈 …"
WORDS = st.sampled_from(LIKELY.split())
KNOWN = st.characters(exclude_categories=["Cs", "Cn"])  # a browser may know newer letters, and their small forms, than Python
TEXTS = (
    st.text(KNOWN, max_size=20)
    | st.lists(WORDS | st.text(KNOWN, max_size=3), max_size=8).map("".join)
    | st.lists(WORDS, max_size=6).map(" ".join)
)


@given(TEXTS)
@example("٣ 𝟙 𝐀 İ ﬁ \ufa6c 蔿 電")
def test_both_engines_fold_and_cut_any_text_alike(text: str) -> None:
    assert call("folded", SITE.beside, text) == fold(text).translate(SITE.own)
    assert call("seen", SITE.beside, text) == [token.translate(SITE.own) for token in tokens(text)]


@given(TEXTS)
def test_a_text_has_as_many_keys_as_tokens(text: str) -> None:
    assert len(list(keys(text))) == len(tokens(text))


@given(TEXTS, TEXTS.filter(bool), TEXTS)
@example("𠮷野家說，", "要建𠮷屋", "。")
def test_a_script_cuts_a_quotation_out_of_its_sentence(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    assert call("(text, [start, length]) => text.substr(start, length)", text, span(text, quote, "zh")) == quote
