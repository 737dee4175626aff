"""The text of a Word document (.docx) as a web page, by mammoth: paragraphs, lists and tables, with insertions and without deletions."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

import mammoth
from lxml import etree

from ..model.base import Lang
from .encodings import UnusableSource

ENCODING = "Word (.docx)"
"""What an event states in the place of an encoding."""
_TEXT = "word/document.xml"
_LARGEST = 20_000_000
"""Bytes of a document's text that are unpacked at most: some hundred times those of a long press conference."""


_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BESIDE: tuple[tuple[str, dict[Lang, str]], ...] = (
    (r"word/(?:header|footer)\d*\.xml", {"zh": "文件的頁首與頁尾", "en": "headers and footers of the document"}),
    (r"word/comments\.xml", {"zh": "註解", "en": "comments"}),
)
"""Parts of a document that are of no paragraph."""
_READ = re.compile("|".join((re.escape(_TEXT), *(name for name, _ in _BESIDE))))
"""The parts that are read; others, as of styles, may be large or damaged."""
_DELETED: dict[Lang, str] = {"zh": "追蹤修訂中刪去的文字", "en": "words deleted by tracked changes"}
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FORMULAS: dict[Lang, str] = {"zh": "公式", "en": "formulas"}
_ELSEWHERE: dict[Lang, str] = {"zh": "文字方塊等處的文字", "en": "words in text boxes and the like"}


@dataclass(frozen=True)
class Document:
    """A document as HTML, with the words of each of its parts, which may not all be in that."""

    page: str
    parts: dict[str, etree._Element]

    def left(self, text: str) -> list[dict[Lang, str]]:
        """What of its words a text does not have, in words of both languages."""
        there = re.sub(r"\s", "", text)
        main = self.parts[_TEXT]
        found = [what for name, what in _BESIDE if any(re.fullmatch(name, one) and _said(part, "t") for one, part in self.parts.items())]
        found += [_DELETED] if _said(main, "delText") else []
        found += [_FORMULAS] if any(one.text for one in main.iter(_FORMULA)) else []
        return [*found, *([_ELSEWHERE] if any(words not in there for words in _said(main, "t")) else [])]


def _said(part: etree._Element, kind: str) -> list[str]:
    """The words of a part, run by run, without spaces."""
    return [words for one in part.iter(_WORD + kind) if (words := re.sub(r"\s", "", one.text or ""))]


def page_of(content: bytes, name: str) -> Document:
    """The document as HTML, without pictures; ``name`` is for the message.  Raises ``UnusableSource`` where it is no such document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            sizes = {one.filename: one.file_size for one in packed.infolist() if _READ.fullmatch(one.filename)}
            size = max(sizes[_TEXT], *sizes.values())
            if size > _LARGEST:
                raise UnusableSource(
                    f"{name}: the document holds {size} bytes of text, more than {_LARGEST}; save its text as plain text (.txt)"
                )
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            parts = {part: etree.fromstring(packed.read(part), parser) for part in sizes}
        without = mammoth.images.img_element(lambda _: {})
        page = mammoth.convert_to_html(io.BytesIO(content), include_embedded_style_map=False, convert_image=without).value
        return Document(str(page), parts)
    except RecursionError:
        what = "elements of the document are nested too deeply to be read; save its text as plain text (.txt)"
        raise UnusableSource(f"{name}: {what}") from None
    except UnusableSource:
        raise
    except Exception:  # a damaged file causes whatever unpacking, parsing and the missing parts of a document happen to raise
        raise UnusableSource(
            f"{name}: this is no Word document (.docx); open it in a word processor and save it as .docx or .txt"
        ) from None
