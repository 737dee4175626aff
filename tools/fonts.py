"""Cut the fonts of the print edition from three packages of the npm registry into fonts/; the same bytes every time.

    .venv/bin/python tools/fonts.py

Run it by hand, rarely: when a build says that the fonts lack a character, add that character to fonts/more.txt and run this.
The Traditional base is Big5 level 1 (5,401 common characters) and its marks, so that other texts can be set without a new cut; the
Simplified base is GB 2312 level 1 (3,755) and whatever the Traditional one becomes, so that what the one can set the other can too.
The OFL asks that a changed font bears another name than the original's reserved one: the families are renamed.
Needs npm (to fetch) and fonttools (test requirements).  Ends with code 1 where a package is not the one that was pinned.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.otlLib.builder import buildPairPosGlyphs
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hooks"))
from verbatim.text import readings

FONTS = Path(__file__).resolve().parents[1] / "fonts"
PACKAGES = {
    "@expo-google-fonts/noto-serif-tc@0.4.4": "3ea15781c2997b4a0ff40b1f4d15f6bd2b7e2e41128ba6c9b9ebcd129a076b68",
    "@expo-google-fonts/noto-serif-sc@0.4.3": "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
    "@expo-google-fonts/source-serif-4@0.4.1": "84f0b412fbc9b0b666d6fe04620b2cd2e54bfd49ca61fe0663a9e5beb30afcc4",
}
"""What to fetch, and the SHA-256 of it."""

UNITS = 256
"""Units to the em of the Chinese fonts: at 11 points 1,675 to the inch, finer than a printer; a book of 1,000 characters is 55 kB lighter
than with 1,000 units."""

TOLERANCE = 2
"""How far a cubic curve may be from the quadratic ones that it replaces, in thousandths of an em: a fifth of a dot of a 600-dpi printer at
11 points.  The outlines were drawn as cubic curves; those take a sixth less than the quadratic ones that the packages hold."""

PAIRS = 2
"""The type of a lookup that moves the glyphs of a pair (OpenType, GPOS)."""

FINEST = 16
"""The least kerning that is kept, in thousandths of an em: a sixth of a point at 11 points.  Four fifths of the pairs that an English book
moves are moved by less, which nobody sees and which takes nine thousand bytes."""

FULL_WIDTH_MARKS = "，：；？！（）"
LATIN = [
    (0x20, 0x7F),
    (0xA0, 0x180),
    (0x1CD, 0x1DD),
    (0x2010, 0x2028),
    (0x202F, 0x2030),
    (0x2030, 0x203B),
    (0x20AC, 0x20AD),
    (0x2190, 0x2194),
]
CHINESE_MARKS = [
    (0xB7, 0xB8),
    (0x2010, 0x2028),
    (0x2190, 0x2194),
    (0x23CE, 0x23CF),
    (0x2460, 0x2474),
    (0x25A0, 0x25D0),
    (0x3000, 0x3020),
    (0xFF00, 0xFF60),
]


@dataclass(frozen=True)
class Cut:
    """One font to be made: from where, for which characters, under which name."""

    package: str
    path: str
    family: str
    style: str
    characters: frozenset[int]
    units: int | None = None


def ranges(pairs: list[tuple[int, int]]) -> frozenset[int]:
    """The code points of half-open ranges."""
    return frozenset(point for start, end in pairs for point in range(start, end))


def encoded(encoding: str, first: int, last: int) -> frozenset[int]:
    """The code points that an encoding of two bytes gives between two codes."""
    decoded = (code.to_bytes(2, "big").decode(encoding, "ignore") for code in range(first, last + 1))
    return frozenset(ord(text) for text in decoded if len(text) == 1)


def simplified(traditional: frozenset[int]) -> frozenset[int]:
    """What characters become in the Simplified reading."""
    return frozenset(map(ord, "".join(map(chr, traditional)).translate(readings.table())))


def cuts() -> list[Cut]:
    """All fonts of the print edition."""
    tc, sc, source = PACKAGES
    more = frozenset(map(ord, (FONTS / "more.txt").read_text("utf-8"))) - {0x0A}
    latin = ranges(LATIN)
    chinese_marks = ranges(CHINESE_MARKS) | latin | more
    traditional = encoded("big5", 0xA140, 0xA3BF) | encoded("big5", 0xA440, 0xC67E) | chinese_marks
    mainland = encoded("gb2312", 0xB0A1, 0xD7F9) | simplified(traditional) | chinese_marks
    marks = frozenset(map(ord, FULL_WIDTH_MARKS))
    regular_tc, regular_sc = (f"400Regular/NotoSerif{script}_400Regular.ttf" for script in ("TC", "SC"))
    return [
        Cut(tc, regular_tc, "Verbatim Serif TC", "Regular", traditional, UNITS),
        Cut(tc, regular_tc, "Verbatim Marks TC", "Regular", marks, UNITS),
        Cut(sc, regular_sc, "Verbatim Serif SC", "Regular", mainland, UNITS),
        Cut(sc, regular_sc, "Verbatim Marks SC", "Regular", marks, UNITS),
        Cut(source, "400Regular/SourceSerif4_400Regular.ttf", "Verbatim Serif", "Regular", latin),
        Cut(source, "400Regular_Italic/SourceSerif4_400Regular_Italic.ttf", "Verbatim Serif", "Italic", latin),
        Cut(source, "600SemiBold/SourceSerif4_600SemiBold.ttf", "Verbatim Serif", "SemiBold", latin),
    ]


def fetch(package: str, digest: str, to: Path) -> Path:
    """The unpacked package, fetched with npm; ends the program where it is not the pinned one."""
    done = subprocess.run(["npm", "pack", "--silent", package], cwd=to, capture_output=True, text=True, check=True)
    archive = to / done.stdout.strip()
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != digest:
        sys.exit(f"{package}: the SHA-256 is {found}, pinned is {digest}")
    with tarfile.open(archive) as packed:
        packed.extractall(to / package, filter="data")
    return to / package / "package"


def postscript_name(family: str, style: str) -> str:
    """The name of a font that has no spaces."""
    return f"{family.replace(' ', '')}-{style}"


def rename(font: TTFont, family: str, style: str) -> None:
    """Give a font another family name; copyright, licence and trademark stay."""
    postscript = postscript_name(family, style)
    plain = "Italic" if style == "Italic" else "Regular"
    names = {
        1: family if style in {"Regular", "Italic"} else f"{family} {style}",
        2: plain,
        3: postscript,
        4: f"{family} {style}",
        6: postscript,
    }
    names |= {16: family, 17: style}
    table = font["name"]
    for number in (*names, 21, 22, 25):
        table.removeNames(nameID=number)
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def flatten_kerning(font: TTFont) -> None:
    """Write the kerning of pairs as one list, glyph by glyph.

    Classes in several tables are smaller, but each table is searched for each glyph of each line tried: a list takes an eighth off the
    setting of an English book, and nothing of it goes into the PDF.  What moves a pair by less than ``FINEST`` is left out.
    """
    for lookup in font["GPOS"].table.LookupList.Lookup:
        tables = [getattr(table, "ExtSubTable", table) for table in lookup.SubTable]
        if all(table.LookupType == PAIRS for table in tables):
            pairs = kerning(tables, font.getGlyphOrder())
            lookup.LookupType, lookup.SubTable = PAIRS, buildPairPosGlyphs(pairs, font.getReverseGlyphMap())
            lookup.SubTableCount = len(lookup.SubTable)


def kerning(tables: list[Any], glyphs: list[str]) -> dict[tuple[str, str], tuple[Any, Any]]:
    """What a lookup says of each pair of glyphs, where it moves one; of its tables the first that has the pair counts."""
    found: dict[tuple[str, str], tuple[Any, Any]] = {}
    for first in glyphs:
        known = set()
        for table in (one for one in tables if first in one.Coverage.glyphs):
            for second, values in table_pairs(table, first, glyphs):
                if second not in known and any(value and max(map(abs, value.__dict__.values()), default=0) >= FINEST for value in values):
                    found[first, second] = values
                known.add(second)
    return found


def table_pairs(table: Any, first: str, glyphs: list[str]) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """What one table says of the pairs that begin with a glyph: of those it lists, or of all, by classes."""
    if table.Format == 1:
        for record in table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord:
            yield record.SecondGlyph, (record.Value1, record.Value2)
        return
    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
    for second in glyphs:
        record = row[table.ClassDef2.classDefs.get(second, 0)]
        yield second, (record.Value1, record.Value2)


def make_cubic(font: TTFont, units: int, name: str) -> None:
    """Give a font cubic outlines on a grid of so many units to the em; ``name`` is its PostScript name."""
    scale, glyphs = units / font["head"].unitsPerEm, font.getGlyphSet()
    outlines = {}
    for glyph in font.getGlyphOrder():
        width = round(glyphs[glyph].width * scale)
        pen = T2CharStringPen(None if width == units else width, glyphs)
        glyphs[glyph].draw(Qu2CuPen(TransformPen(pen, (scale, 0, 0, scale, 0, 0)), TOLERANCE, all_cubic=True))
        outlines[glyph] = pen.getCharString()
    scale_upem(font, units)
    for table in ("glyf", "loca"):
        del font[table]
    font.sfntVersion, font["maxp"].tableVersion = "OTTO", 0x00005000
    FontBuilder(font=font).setupCFF(name, {}, outlines, {"defaultWidthX": units})


def cut(source: Path, wanted: Cut) -> None:
    """Make one font."""
    font = TTFont(source / wanted.path, recalcTimestamp=False)
    # No "ccmp" and "mark": all letters with accents are there whole, and looking for what could be joined slows every word.
    options = subset.Options(layout_features=["kern", "liga", "tnum", "lnum", "pnum"], hinting=False, notdef_outline=True)
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.drop_tables += ["STAT", "DSIG", "vhea", "vmtx", "BASE", "VORG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted.characters)
    subsetter.subset(font)
    if wanted.units:
        make_cubic(font, wanted.units, postscript_name(wanted.family, wanted.style))
    else:
        flatten_kerning(font)
    rename(font, wanted.family, wanted.style)
    path = FONTS / f"{postscript_name(wanted.family, wanted.style)}.{'otf' if wanted.units else 'ttf'}"
    font.save(path)
    print(f"{path.name}: {path.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def main() -> None:
    """Fetch the packages, cut the fonts, copy the licences."""
    with tempfile.TemporaryDirectory() as folder:
        unpacked = {package: fetch(package, digest, Path(folder)) for package, digest in PACKAGES.items()}
        for wanted in cuts():
            cut(unpacked[wanted.package], wanted)
        tc, _, source = PACKAGES  # the licence of both Chinese faces is the same file
        for package, name in ((tc, "OFL-Chinese.txt"), (source, "OFL-Latin.txt")):
            (FONTS / name).write_bytes((unpacked[package] / "LICENSE_FONT").read_bytes())
    made = sorted(FONTS.glob("*.?tf"))
    (FONTS / "SHA256SUMS").write_text("".join(f"{hashlib.sha256(font.read_bytes()).hexdigest()}  {font.name}\n" for font in made), "utf-8")


if __name__ == "__main__":
    main()
