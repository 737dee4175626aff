"""What the selectors of a style sheet can find on the pages: the words of templates and scripts, and what Markdown makes of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Words = frozenset[str]
"""What selectors can find: elements (``<p``), classes, attributes, values of attributes; what only Markdown makes (``:image``)."""

DOCUMENT = frozenset({"<html", "<body", "<svg", "<path", "ltr", "slate"})
"""What the theme's icons and the settings bring to every page; both languages of the site run from left to right."""

_MARKDOWN: Mapping[str, str] = {  # what Markdown makes, by the pattern of the text of which it makes it
    "": "<p <a <strong <em <br <ul <ol <li <h1 <h2 <h3 headerlink",
    r"`": "<code",
    r"(?m)^#.*`": ":code-in-heading",
    r"(?m)^\s*(```|~~~)|^( {4}|\t)\S": "<pre <code :block-of-code",
    r"(?m)^ {0,3}>": "<blockquote",
    r"(?m)^\s+([-*+]|\d+\.)\s": ":list-in-list",
    r"!\[": "<img align left right :image",
    r"\n\s*\n([-*_] ?){3,}\s*\n": "<hr",
    r"(?m)^#### ": "<h4",
    r"(?m)^##### ": "<h5",
    r"(?m)^###### ": "<h6",
    r"(?m)^[ |:-]*-[ |:-]*\|[ |:-]*$": "<table <thead <tbody <tr <th <td align left right center :table",
}
_TAG = re.compile(r"<[a-zA-Z][\w-]*")
_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->|/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", re.DOTALL)
_ELEMENT = re.compile(r"""<([a-z][\w-]*)|["'`]([a-z][a-z0-9]*)["'`]""")
_WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
_CAPITAL = re.compile(r"[A-Z]")


def words(sources: Iterable[str]) -> Words:
    """The words of templates and scripts, without their comments; names in ``dataset`` also as the attributes that they set.

    Elements are those of tags, and whole strings, by which scripts make some.
    """
    bare = [_COMMENT.sub("", source) for source in sources]
    found = {word for source in bare for word in _WORD.findall(source)}
    elements = {f"<{name}" for source in bare for names in _ELEMENT.findall(source) for name in names if name}
    return frozenset(elements | found | {"data-" + _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", word) for word in found})


def made_of(pages: Iterable[str]) -> Words:
    """What Markdown can make of the texts of pages; too much rather than too little."""
    text = "\n".join(pages)
    found = {word for pattern, made in _MARKDOWN.items() if re.search(pattern, text) for word in made.split()}
    return frozenset(found | set(_TAG.findall(text)))
