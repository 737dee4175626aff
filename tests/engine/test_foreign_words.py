from __future__ import annotations

import pytest
from markdown import markdown

from verbatim.html.foreign_words import ForeignWords
from verbatim.model import Lang


@pytest.mark.parametrize(
    ("lang", "source", "html"),
    [
        ("zh", "不設 cookie。", '<p>不設 <span lang="en">cookie</span>。</p>'),
        ("zh", "**不用 Java Script 也行**", '<p><strong>不用 <span lang="en">Java Script</span> 也行</strong></p>'),
        ("zh", "[看 CSV](data/a.csv)", '<p><a href="data/a.csv">看 <span lang="en">CSV</span></a></p>'),
        ("zh", "見 `data/README.md` 的 A 欄 &amp; *斜體*", "<p>見 <code>data/README.md</code> 的 A 欄 &amp; <em>斜體</em></p>"),
        ("zh", "## 取 JSON 檔 {#data-files}", '<h2 id="data-files">取 <span lang="en">JSON</span> 檔</h2>'),
        ("en", "Slips such as 制造, and no more.", '<p>Slips such as <span lang="zh-Hant">制造</span>, and no more.</p>'),
        ("en", "No cookie here.", "<p>No cookie here.</p>"),
    ],
)
def test_words_of_the_other_language_are_marked(lang: Lang, source: str, html: str) -> None:
    assert markdown(source, extensions=["attr_list", ForeignWords(lang)]) == html
