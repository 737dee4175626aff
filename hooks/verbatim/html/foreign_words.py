"""The Markdown of our own words: words in the other language are marked as such, for screen readers."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import STX, AtomicString

from ..model import TWIN, Lang
from ..model.locale import TAGS
from ..text.scripts import foreign


class ForeignWords(Extension):
    """Marks the words of the other language on pages of ``lang``; code stays as it is."""

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self._lang = lang

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the marking, after all else that Markdown finds inside a line."""
        md.inlinePatterns.register(_Marking(self._lang), "foreign-words", priority=1)


class _Marking(InlineProcessor):
    """Turns a foreign word into an element that names its language."""

    def __init__(self, lang: Lang) -> None:
        # what Markdown has set aside is in the text as a code of letters behind a sign of its own, and a heading's id behind #
        super().__init__(rf"(?<![{STX}#A-Za-z-])(?:{foreign(lang).pattern})")
        self._tag = TAGS[TWIN[lang]]

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        """The element, and its span in the text."""
        element = Element("span", lang=self._tag)
        element.text = AtomicString(m[0])
        return element, m.start(), m.end()
