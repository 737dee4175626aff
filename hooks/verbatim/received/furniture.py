"""Lines of a source that belong to the page that it comes from, proposed where they plainly do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.event import FurnitureKind, count_on, is_furniture, page_numbers
from ..read.yaml_reader import is_plain
from ..text.folding import fold
from .words import words

_LINES = frozenset(map(fold, words("furniture-lines")))
_HEADS = re.compile("|".join(rf"{re.escape(fold(head))}\s*:" for head in words("furniture-heads")))
_FILED = re.compile(rf"{fold('ICP备')}\d|{fold('公网安备')}")
"""The number under which a site of the mainland is filed, which the foot of its pages holds (京ICP备05000001号)."""
_DATED = re.compile(r"\A[\d年月日:/.\s-]+")
"""The day and the time that a line of the page may begin with (2033-04-05 10:00 来源：…)."""
_CAPTION = re.compile(rf"(?:[（(][^（）()]{{2,14}}{fold('攝')}影?[）)]|{fold('記者')}\s+\S{{2,4}}\s+{fold('攝')}影?)\Z")
"""Who took a picture, at the end of what is written below it."""
_LONGEST, _LONGEST_HEAD = 40, 100
"""Characters of a line of the page at most, and of one that begins as such a line does (发布时间：… 来源：… 浏览次数：…)."""
_BETWEEN = re.compile(r"[\s【】\[\]［］（）()<>《》|｜·•/／>\-—]+")
"""What stands between the words of such a line (【打印】【关闭】)."""
_REPEATED = 3
"""How often a line appears that is taken for the header of a page."""


@dataclass(frozen=True)
class Left:
    """What ``event.yml`` says of some lines: the line or the kind of line, and how many there are."""

    line: str
    kind: FurnitureKind | None
    count: int

    def holds(self, line: str) -> bool:
        """Whether a line is one of these."""
        return is_furniture(line, self.kind) if self.kind else line == self.line


def furniture(text: str) -> list[Left]:
    """The lines of a text that are of its page: page numbers, what such pages say (分享到, 責任編輯：…), and a header repeated."""
    lines = text.split("\n")
    numbers = [*_numbered(lines), *([Left("", "blank", lines.count(""))] if "" in lines else [])]
    others = Counter(line for line in lines if not any(one.holds(line) for one in numbers))
    return [*numbers, *(Left(line, None, count) for line, count in others.items() if _is_of_page(line, count))]


def without(text: str, left: Sequence[Left]) -> str:
    """A text without such lines."""
    lines, kinds = {one.line for one in left if not one.kind}, [one.kind for one in left if one.kind]
    return "\n".join(line for line in text.split("\n") if line not in lines and not any(is_furniture(line, kind) for kind in kinds))


def _numbered(lines: Sequence[str]) -> Iterator[Left]:
    """The page numbers, if the lines that look like some count on, and are several or more than a number."""
    found = [line for line in lines if is_furniture(line, "page-number")]
    numbers = page_numbers(found)
    bare = all(line.isdecimal() for line in found)  # a column of a table may be pasted so, too: pages are counted from one
    if found and not (bare and (len(found) == 1 or numbers[0] != 1)) and count_on(numbers):
        yield Left("", "page-number", len(found))


def _is_of_page(line: str, count: int) -> bool:
    """Whether a line that appears so often is of the page."""
    folded = fold(line)
    if len(line) > _LONGEST_HEAD or not is_plain(line) or re.search("[。！？?]", line):
        return False
    parts = [word for word in _BETWEEN.split(folded) if word]
    if (
        _CAPTION.search(folded)
        or _HEADS.match(_DATED.sub("", folded.lstrip("([【〔")))
        or _FILED.search(folded)
        or folded in _LINES
        or (parts and _LINES.issuperset(parts))
    ):
        return True
    in_brackets = line.startswith(("（", "(", "［", "["))  # what was heard in the hall
    return count >= _REPEATED and len(line) <= _LONGEST and not in_brackets and not re.search("[:,]", folded)
