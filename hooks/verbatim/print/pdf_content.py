"""Writes the content of a page in fewer words: the same glyphs at the same places.

Typst gives each run of glyphs a state, a place, a colour and a font of its own, and marks it as a sequence of its own.  Here sequences in a
row are one text object, each run says how far it is from the one before, colours and fonts are named where they change, and neighbours that
belong to one element of the structure are one sequence; the sequences that are left are numbered anew.  What is not written exactly as
such a run is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

_NUMBER = rb"-?[\d.]+"
_PLAIN, _PAIRED = rb"[^\\()\n]|\\[^\n]", rb"(?!)"
for _depth in range(4):  # brackets that are codes of glyphs stand bare where they pair up
    _PAIRED = rb"\((?:%s|%s)*+\)" % (_PLAIN, _PAIRED)
_STRING = rb"(?:%s|<[0-9A-F]*+>)" % _PAIRED
_RUN = (
    rb"q 1 0 0 -1 @NUMBER) @NUMBER) cm@/c\d+ cs [\d. ]+ scn)\n"
    rb"BT 0 Tr@/f\d+ NUMBER Tf) 1 0 0 -1 0 0 Tm@\[(?:STRING|NUMBER)*+\]TJ|STRINGTj)\nET\nQ\n"
)
_MARKED = rb"/Span<<@(?:(?!/ActualText)[^<>])*/MCID )@\d+)@(?:(?!/ActualText)[^<>])*)>>BDC\n@(?:RUN)++)EMC"


def _pattern(template: bytes, opened: bytes) -> bytes:
    """A template with its parts filled in; ``opened`` opens the groups that it marks by ``@``."""
    run = _RUN.replace(b"@", b"(?:" if b"RUN" in template else opened)
    filled = template.replace(b"@", opened).replace(b"RUN", run)
    return filled.replace(b"NUMBER", _NUMBER).replace(b"STRING", _STRING)


_RUNS = re.compile(_pattern(_RUN, b"("))
_PIECE = re.compile(rb"%s|(?P<runs>(?:%s)++)" % (_pattern(_MARKED, b"("), _pattern(_RUN, b"(?:")))
"""A marked sequence, or runs of one that is marked around them."""
_SHOWN = re.compile(rb"(%s)|-?\d*\.\d+" % _STRING)
_ESCAPED = ((b"\\", rb"\\"), (b"(", rb"\("), (b")", rb"\)"), (b"\r", rb"\r"))
_SAVED, _RESTORED = re.compile(rb"^q ", re.MULTILINE), re.compile(rb"^Q$", re.MULTILINE)
_FONT = re.compile(rb"(/\w+) %s Tf" % _NUMBER)
_SHOWING = re.compile(_pattern(rb"@@/\w+) NUMBER Tf 1 0 0 -1 NUMBER NUMBER Tm)@\[(?:STRING|NUMBER)*+\]TJ|STRINGTj)", b"("))
_OPENED = re.compile(rb"(/\w+ ?<<[^<>]*?/MCID )(\d+)")


class _Run(NamedTuple):
    """A run of glyphs: its place in hundredths of a point, how its colour and its font are named, and the glyphs."""

    x: int
    y: int
    colour: bytes
    font: bytes
    shown: bytes


class _Sequence(NamedTuple):
    """A marked sequence: its number, what is said of it before and after that, and its runs."""

    number: int
    said: tuple[bytes, bytes]
    runs: list[_Run]


class PageContent:
    """The content of one page, made shorter.

    ``content`` is what Typst wrote; ``owners`` are the elements of the structure by the number of the sequence that they hold; ``narrow``
    are the names of the fonts whose codes are to be single bytes.  ``content`` is then the shorter form, and ``kept`` are the numbers that
    the sequences left in it had before, in the order of their new numbers.  Raises ``ValueError`` where it cannot find a code.
    """

    def __init__(self, content: bytes, owners: Sequence[Any], narrow: Collection[bytes] = ()) -> None:
        self._owners, self._narrow = owners, narrow
        self.kept: list[int] = []
        self._colour = self._font = b""
        self.content = _OPENED.sub(self._renumbered, b"".join(self._parts(content)))

    def _renumbered(self, found: re.Match[bytes]) -> bytes:
        """The opening of a sequence with the next number in place of its own."""
        self.kept.append(int(found[2]))
        return b"%s%d" % (found[1], len(self.kept) - 1)

    def _parts(self, content: bytes) -> Iterator[bytes]:
        """The content, text by text and what stands between texts as it is."""
        end = 0
        for text in _texts(content):
            between = self._untouched(content[end : text[0].start()])
            if len(_SAVED.findall(between)) != len(_RESTORED.findall(between)):
                self._colour = self._font = b""  # whether ours still hold is not known
            yield between
            yield b"\n".join((b"\nBT", *self._text(text), b"ET\n"))
            end = text[-1].end()
        yield self._untouched(content[end:])

    def _untouched(self, between: bytes) -> bytes:
        """What is between texts, as it is but for the codes of glyphs."""
        if any(name in self._narrow for name in _FONT.findall(_SHOWING.sub(b"", between))):
            raise ValueError("a text is not written as Typst writes it, and its font has codes of one byte")
        return _SHOWING.sub(lambda found: found[1] + _shorter(found[3], found[2] in self._narrow), between)

    def _text(self, text: list[re.Match[bytes]]) -> Iterator[bytes]:
        """What one text object holds (``_texts``)."""
        self._x = self._y = 0
        if text[0]["runs"]:
            yield from self._runs(self._runs_of(text[0]["runs"]))
            return
        for sequence in self._joined(text):
            before, after = sequence.said
            yield b"/Span<<%s%d%s>>BDC" % (before, sequence.number, after)
            yield from self._runs(sequence.runs)
            yield b"EMC"

    def _runs(self, runs: list[_Run]) -> Iterator[bytes]:
        """Runs, each at its distance from the one before, with its colour and its font where they are not those of that one."""
        for run in runs:
            if run.colour != self._colour:
                yield run.colour
            if run.font != self._font:
                yield run.font
            yield b"%s %s Td%s" % (_decimal(run.x - self._x), _decimal(run.y - self._y), run.shown)
            self._x, self._y, self._colour, self._font, _ = run

    def _joined(self, sequences: list[re.Match[bytes]]) -> list[_Sequence]:
        """Marked sequences, those of one element together."""
        joined: list[_Sequence] = []
        for sequence in map(self._read, sequences):
            last = joined[-1] if joined else None
            if last and last.said == sequence.said and self._owners[last.number] == self._owners[sequence.number]:
                last.runs.extend(sequence.runs)
            else:
                joined.append(sequence)
        return joined

    def _read(self, found: re.Match[bytes]) -> _Sequence:
        before, number, after, runs, _ = found.groups()
        return _Sequence(int(number), (before, after), self._runs_of(runs))

    def _runs_of(self, text: bytes) -> list[_Run]:
        return [
            _Run(_hundredths(x), _hundredths(y), colour, font, _shorter(shown, font.split()[0] in self._narrow))
            for x, y, colour, font, shown in _RUNS.findall(text)
        ]


def _texts(content: bytes) -> Iterator[list[re.Match[bytes]]]:
    """What becomes one text each: marked sequences in a row, or runs of one that is marked around them."""
    text: list[re.Match[bytes]] = []
    for found in _PIECE.finditer(content):
        if text and (found.start() > text[-1].end() or found["runs"] or text[-1]["runs"]):
            yield text
            text = []
        text.append(found)
    if text:
        yield text


@lru_cache(maxsize=10_000)  # signs, addresses and single characters come again and again
def _shorter(shown: bytes, narrow: bool) -> bytes:
    """Glyphs, their codes as they are or in one byte, and the distances between them to a tenth of a thousandth of an em."""
    return _SHOWN.sub(lambda found: _literal(found[1], narrow) if found[1] else b"%g" % round(float(found[0]), 1), shown)


def _literal(string: bytes, narrow: bool) -> bytes:
    """A string in as few bytes as its form allows: two that say what a glyph is pack better than eight that spell them out."""
    codes = bytes.fromhex(string[1:-1].decode()) if string.startswith(b"<") else _unescaped(string[1:-1])
    codes = codes[1::2] if narrow else codes
    for special, escaped in _ESCAPED:
        codes = codes.replace(special, escaped)
    return b"(%s)" % codes


def _unescaped(inside: bytes) -> bytes:
    """What is inside a literal string; its escapes are those of Python besides the two of brackets."""
    return inside.replace(rb"\(", b"(").replace(rb"\)", b")").decode("unicode_escape").encode("latin-1")


def _hundredths(number: bytes) -> int:
    return round(float(number) * 100)


def _decimal(hundredths: int) -> bytes:
    return b"%g" % (hundredths / 100)
