"""The text of a web page with the lines as a reader sees them: rows of tables with tabs between cells, items of lists with their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree, html

from ..model.base import Lang
from .encodings import UnusableSource
from .words import words

_SILENT = ("script", "style", "template", "head")
"""Elements that show none of their text."""
_FRAME = ("nav", "header", "footer", "aside", "button", "select", "textarea", "option")
"""Elements that are of the page around the text."""
_BLOCKS = frozenset(words("blocks"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LABEL = re.compile(r"\s*[^:：\n]{1,24}[:：]")
_LEFT: tuple[tuple[dict[Lang, str], str], ...] = (
    (
        {"zh": "正文周圍的部分（頁首、頁尾、選單等）", "en": "parts around the text (header, footer, navigation and the like)"},
        "|".join(f".//{one}" for one in _FRAME),
    ),
    ({"zh": "隱藏的文字", "en": "hidden text"}, ".//*[@hidden]|.//*[@style]"),
    ({"zh": "圖形中與替代用的文字", "en": "text in drawings and fallbacks"}, ".//svg|.//noscript|.//object|.//iframe"),
    ({"zh": "劃掉的文字", "en": "words struck through"}, ".//del|.//s|.//strike"),
    ({"zh": "腳註", "en": "footnotes"}, './/*[re:test(@id, "^(foot|end)note-")]'),
    ({"zh": "字旁的標音", "en": "readings beside characters"}, ".//rt|.//rp"),
)
"""What is left out, in words of both languages, and where it is."""
_REGEX = {"re": "http://exslt.org/regular-expressions"}
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_LONGEST_NUMBER = 9
"""Digits of a number in an attribute at most: a longer one says nothing that a reader sees."""
_OUTSIDE: dict[Lang, str] = {"zh": "正文以外的文字", "en": "text outside the main part of the page"}
_LINKS: dict[Lang, str] = {"zh": "只有連結的導覽", "en": "navigation that is nothing but links"}
_BETWEEN = re.compile(r"[|｜·•/／>›»\-—]+")
"""What stands between the links of a navigation (首页 | 新闻 | 互动)."""
_FEWEST_LINKS = 3
"""How many links running are a navigation: one or two may be what a transcript refers to."""
_COLUMNS = 100
"""How many columns or rows a cell may span: more is no table that a reader sees."""


@dataclass(frozen=True)
class PageText:
    """The text of a page, what of its words was left out, in words of both languages, and the lines that it marks as headings."""

    text: str
    left: tuple[dict[Lang, str], ...] = ()
    headings: frozenset[str] = frozenset()


def page_text(page: str, name: str) -> PageText:
    """The text of a web page: of its article or main part, if it has exactly one, otherwise of its body; ``name`` is for the message.

    Raises ``UnusableSource`` where elements are in one another so deeply that no reader of HTML gives all of them.
    """
    parser = html.HTMLParser(huge_tree=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", page) or "<p>", parser=parser)
    except etree.ParserError:  # a page without an element
        return PageText("")
    if any("Excessive depth" in error.message for error in parser.error_log):
        raise UnusableSource(f"{name}: the elements of the page are nested too deeply to be read; save its text as plain text (.txt)")
    etree.strip_elements(root, *_SILENT, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    left = [what for what, path in _LEFT if _removed(root, path)]
    left += [_LINKS] if _without_links(root) else []
    place = next((found[0] for tag in ("article", "main") if len(found := root.findall(f".//{tag}")) == 1), root)
    outside = len(_visible(root)) > len(_visible(place))
    _write_levels(place)
    _write_rows(place)
    _write_signs(place)
    headings = frozenset(lines[0] for one in place.iter(*_HEADINGS) if len(lines := _lines(one)) == 1)
    text = "".join(_pieces(place))
    return PageText(text, (*left, *([_OUTSIDE] if outside else [])), headings)


def _visible(element: html.HtmlElement) -> str:
    return re.sub(r"\s", "", "".join(element.itertext()))


def _removed(root: html.HtmlElement, path: str) -> bool:
    """Remove elements, and whether they held words."""
    held = False
    for element in root.xpath(path, namespaces=_REGEX):
        if element.getparent() is not None and ("hidden" not in path or _is_hidden(element)):
            held = held or bool(_visible(element))
            element.drop_tree()
    return held


def _without_links(root: html.HtmlElement) -> bool:
    """Remove the blocks whose words are all words of links, several of them, and whether there were any."""
    found = [one for one in root.iter(*_BLOCKS) if _is_navigation(one)]
    outermost = [one for one in found if not any(above in found for above in one.iterancestors())]
    for one in outermost:
        one.drop_tree()
    return bool(outermost)


def _is_navigation(block: html.HtmlElement) -> bool:
    """Whether the words of a block are those of several links and no more, but for the signs between them."""
    links = [one for one in block.iter("a") if one.get("href") is not None and _visible(one)]
    return len(links) >= _FEWEST_LINKS and _BETWEEN.sub("", _visible(block)) == _BETWEEN.sub("", "".join(map(_visible, links)))


def _is_hidden(element: html.HtmlElement) -> bool:
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


def _write_levels(root: html.HtmlElement) -> None:
    """Write digits above or below the line as such characters (10⁶, CO₂), without which they would be digits of the number before."""
    for tag, table in (("sup", _RAISED), ("sub", _LOWERED)):
        for one in root.iter(tag):
            text = one.text_content().strip()
            if text and all(ord(character) in table for character in text):
                tail = one.tail
                one.clear()
                one.text, one.tail = text.translate(table), tail


def _write_signs(root: html.HtmlElement) -> None:
    """Write the number or sign of each item of a list before its words, unless its items are what people say (甲：…)."""
    for one in root.iter("ol", "ul"):
        items = [item for item in one.iterchildren("li") if _visible(item)]
        if len(items) > 1 and not any(_LABEL.match(item.text_content()) for item in items):
            first = one.get("start", "")
            for number, item in enumerate(items, _number(first)):
                _write(f"{number}. " if one.tag == "ol" else "• ", item)


def _write(sign: str, item: html.HtmlElement) -> None:
    holder = next((one for one in item.iter() if one.text and one.text.strip()), item)
    holder.text = sign + (holder.text or "").lstrip()


def _write_rows(root: html.HtmlElement) -> None:
    """Make each row of a table with one line a cell one line, with a tab between cells; a table that lays out a page has longer cells."""
    for table in (one for one in root.iter("table") if one.find(".//table") is None):
        down: dict[int, int] = {}
        for row in [*table.iter("tr")]:
            cells = [*row.iterchildren("td", "th")]
            lines = [_lines(cell) for cell in cells]
            spread = [*_spread(cells, [" ".join(one) for one in lines], down)]  # of every row, since a cell may go on into the next
            if len(spread) > 1 and all(len(one) < 2 for one in lines):
                tail = row.tail
                row.clear()
                row.tag, row.text, row.tail = "pre", "\t".join(spread), tail


def _lines(cell: html.HtmlElement) -> list[str]:
    return [line.strip() for line in "".join(_pieces(cell)).split("\n") if line.strip()]


def _spread(cells: Sequence[html.HtmlElement], texts: Sequence[str], down: dict[int, int]) -> Iterator[str]:
    """The texts of a row, an empty one where a cell goes on from the row above or the column before; ``down`` counts the former."""
    column = 0
    for cell, text in zip(cells, texts, strict=True):
        while down.get(column, 0):
            down[column] -= 1
            column += 1
            yield ""
        for number in range(_spanned(cell, "colspan")):
            down[column] = _spanned(cell, "rowspan") - 1
            column += 1
            yield "" if number else text
    while down.get(column, 0):
        down[column] -= 1
        column += 1
        yield ""


def _spanned(cell: html.HtmlElement, how: str) -> int:
    return min(max(1, _number(cell.get(how, ""))), _COLUMNS)


def _number(value: str) -> int:
    """The number in an attribute; 1 where it has none."""
    return int(value) if value.isdecimal() and len(value) <= _LONGEST_NUMBER else 1


def _pieces(root: html.HtmlElement) -> list[str]:
    """The text of an element in pieces: spaces and line ends of the file are single spaces, blocks are lines."""
    found: list[str] = []
    kept = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        edge = "\n" if element.tag in _BLOCKS else ""
        if event == "start":
            kept += element.tag == "pre"
            found += [edge, _shown(element.text, kept)]
        else:
            kept -= element.tag == "pre"
            found += [edge, "" if element is root else _shown(element.tail, kept)]
    return found


def _shown(text: str | None, kept: int) -> str:
    """Text as a browser shows it: line ends beside a Chinese character are no spaces; as it is in preformatted text."""
    if kept:
        return text or ""
    joined = re.sub(r"(?<=[^\x00-\u02ff])[ \t]*\n[ \t\n]*|(?<![ \t\n])[ \t]*\n[ \t\n]*(?=[^\x00-\u02ff])", "", text or "")
    return re.sub(r"[ \t\n]+", " ", joined)
