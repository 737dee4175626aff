"""Pages that all events share: what is said of one event only, and links to a page of the only event.

``<!-- only: EVENT -->`` begins lines that are displayed while that event is the only one, ``<!-- of: EVENT -->`` such as carry its name
once there are several; ``<!-- end -->`` ends both.  A link to ``event:PAGE`` leads to that page of the only event; of several it is a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Lang
from ..read.corpus import Corpus
from ..read.markdown_page import ASIDE, EVENT_LINK


def for_events(corpus: Corpus, lang: Lang, markdown: str) -> str:
    """The Markdown of a shared page as it is displayed with the events that there are."""
    names = [*corpus.transcripts]
    only = names[0] if len(names) == 1 else ""

    def link(found: re.Match[str]) -> str:
        page = f"{only}/{found[2]}"
        return f"[{found[1]}]({page}.md{found[3]})" if (lang, page) in corpus.pages else found[1]

    return EVENT_LINK.sub(link, "\n".join(_lines(corpus, lang, markdown, only)))


def _lines(corpus: Corpus, lang: Lang, markdown: str, only: str) -> Iterator[str]:
    """The lines that are displayed; ``only`` is the only event, empty where there are several."""
    shown, named = True, False
    for line in markdown.split("\n"):
        aside = ASIDE.fullmatch(line)
        if aside:
            if named:
                yield ""  # else what follows would go on with the paragraph of that event
            when, event = aside[1], aside[2]
            shown, named = when != "only" or event == only, when == "of" and not only
            if named:
                yield f"**{corpus.transcripts[event].event.short[lang]}**"
                yield ""
        elif shown:
            yield line
