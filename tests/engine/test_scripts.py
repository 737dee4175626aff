"""Pages and scripts made small say what their sources say."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as some

from verbatim.html.scripts import BUILT, InvalidScript, built, page
from verbatim.model import LANGS, Lang
from verbatim.model.locale import locale_of

from .example import example, renderer

SOURCES = {
    part: f"verbatim.define({part!r}, () => {{ const long = {part!r}; return long + long; }});"
    for parts in BUILT.values()
    for part in parts
}
TEXT = some.text(some.sampled_from(" \n\tab電，<>&\"'"), max_size=6)
TAGS = ("p", "span", "a", "li", "td", "strong", "summary", "q", "div")


class Words(HTMLParser):
    """The text of a page, a run of spaces as one; space between the parts of a drawing or a list of choices is no text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self._apart = False
        self.feed(html)
        self.close()
        self.text = re.sub(r"[ \n\t]+", " ", self.text).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._apart |= tag in {"svg", "select"}

    def handle_endtag(self, tag: str) -> None:
        self._apart &= tag not in {"svg", "select"}

    def handle_data(self, data: str) -> None:
        if not (self._apart and data.isspace()):
            self.text += data


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


HTML = some.recursive(
    TEXT.map(escaped),
    lambda inner: some.tuples(some.sampled_from(TAGS), some.lists(inner, max_size=4)).map(
        lambda one: f"<{one[0]}>{''.join(one[1])}</{one[0]}>"
    ),
)


@given(HTML)
def test_every_word_and_every_space_of_a_page_stays(html: str) -> None:
    assert Words(page(f"<body>{html}</body>")).text == Words(f"<body>{html}</body>").text


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_and_every_space_of_a_transcript_stays(lang: Lang) -> None:
    for path, content in example().items():
        if path.startswith(f"docs/{lang}/"):
            name = path.removeprefix(f"docs/{lang}/").removesuffix(".md")
            fragments = renderer().page(locale_of(lang), name, content.decode("utf-8"))
            html = f"<body>{fragments.fill(fragments.markdown)}</body>"
            assert Words(page(html)).text == Words(html).text


def test_a_page_loses_its_indents_comments_and_implied_end_tags_but_not_the_layout_of_code() -> None:
    assert page("<ul>\n\n  <li>one\n  two</li>\n</ul>") == "<ul>\n<li>one\ntwo\n</ul>"
    assert page("<div>a <!-- why -->b<pre>a\n  b</pre></div>") == "<div>a b<pre>a\n  b</pre></div>"


def test_a_script_is_one_function_around_its_components_in_their_order() -> None:
    made = built(SOURCES)

    assert made.keys() == BUILT.keys()
    for name, parts in BUILT.items():
        assert made[name].startswith("(()=>{")
        assert made[name].endswith("})();\n")
        assert re.findall(r'define\("([^"]+)"', made[name]) == list(parts)


def test_every_script_that_cannot_be_read_is_reported_with_its_file_and_line() -> None:
    broken = {**SOURCES, "view": "verbatim.define('view', () => {\n  const = 1;\n});\n", "cite": "f(`${x);"}

    with pytest.raises(InvalidScript) as caught:
        built(broken, "themes/assets/")

    first, second, last = str(caught.value).split("\n\n")
    assert first.startswith("themes/assets/cite.js:1: JS this is no JavaScript: ")
    assert second.startswith("themes/assets/view.js:2: JS this is no JavaScript: ")
    assert second.endswith("\n    fix: correct the script there")
    assert last.startswith("2 faults")
