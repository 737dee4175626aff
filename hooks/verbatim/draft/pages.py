"""The Markdown pages of a draft, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..model import LANGS, Lang
from ..received.layout import Block, Row, Sheet
from ..text.open_points import MARK
from .line_marks import answered, below_head, label_mark, marked
from .written import written

_DESCRIPTIONS: Mapping[Lang, str] = {"zh": "{}，中英逐句對照。", "en": "{}. Every sentence in Chinese and English."}
_BESIDE: Mapping[str, Mapping[Lang, tuple[str, str]]] = {
    "targets": {
        "zh": ("承諾與數字", "{}的全部承諾與數字，逐項連回原句。"),
        "en": ("Promises and figures", "{}. Every promise and figure, each linked to its sentence."),
    },
    "checks": {
        "zh": ("查核說明", "{}：每次建置由程式查核的項目與結果、全文的數字與原文的訛誤。"),
        "en": ("How this was checked", "{}. What a program checks each time the site is built, all numbers, and errors in the source."),
    },
}
"""The pages beside the transcript: title and description in each language."""


def pages(
    event: str,
    title: tuple[str, str],
    front: Sequence[Block],
    sheets: Sequence[Sheet],
    english: Callable[[Row], str],
) -> Iterator[tuple[str, str]]:
    """Path and text of every page; ``english`` gives the English line for a Chinese one, label included.

    ``front`` are the sections of the event's first page; every title holds that of the event, so that no two events share one.
    """
    for number, lang in enumerate(LANGS):
        folder, of = f"docs/{lang}/{event}", title[number]
        yield f"{folder}/index.md", written("index.md", **_heads("index", "", of, lang), sections=_sections(front, lang, english))
        for sheet in sheets:
            heads, sections = _heads(sheet.name, sheet.title[number], of, lang), _sections(sheet.blocks, lang, english)
            yield f"{folder}/{sheet.name}.md", written("transcript.md", **heads, sections=sections)
        for page, texts in _BESIDE.items():
            yield f"{folder}/{page}.md", written(f"{page}.{lang}.md", **_heads(page, texts[lang][0], of, lang))


def _heads(page: str, name: str, title: str, lang: Lang) -> Mapping[str, str]:
    """The title and the description of a page."""
    whole = page_title(name, title, lang)
    return {"title": whole, "description": page_description(page, whole, title, lang)}


def _sections(blocks: Sequence[Block], lang: Lang, english: Callable[[Row], str]) -> list[tuple[str, str, str]]:
    """The heading, the id and the lines of each section, in one language."""
    return [(block.heading[lang == "en"], block.id, marked_lines(block.rows, lang, english)) for block in blocks]


def page_title(name: str, title: str, lang: Lang) -> str:
    """The title of a page: that of the event, and what the page is unless it is the first one; open where the event has none yet."""
    if title.startswith(MARK):
        return f"{MARK} {name}" if name else title
    if not name:
        return title
    return f"{title}：{name}" if lang == "zh" else f"{title}: {name[0].lower()}{name[1:]}"


def page_description(page: str, name: str, title: str, lang: Lang) -> str:
    """The description of a page with some title (``name``) of an event; open where the event has no title yet."""
    if title.startswith(MARK):
        return MARK
    return _BESIDE[page][lang][1].format(title) if page in _BESIDE else _DESCRIPTIONS[lang].format(name)


def marked_lines(rows: Sequence[Row], lang: Lang, english: Callable[[Row], str]) -> str:
    """The lines of a section, a blank one before each paragraph, list or table but the first."""
    text = ""
    for number, row in enumerate(rows):
        shape = row.form, row.begins, row.cells
        line = answered(english(row), *shape) if lang == "en" else marked(row.text, *shape)
        line = label_mark(row.label) + line if lang == "zh" else line
        goes_on = not row.begins or (row.form and not row.first)
        text += ("\n" if goes_on else "\n\n") * bool(number) + line
        if row.form == "head":
            text += f"\n{below_head(row.cells)}"
    return text
