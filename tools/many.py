# ruff: noqa: E402 - the engine is not installed
"""Write a copy of the project that holds many transcripts, to measure how things grow: `tools/many.py FOLDER EVENTS`.

Each further event is the first one again under its own name and on a day of its own, with a made-up clause at the end of nearly every
sentence, the same in the page, in the source and (as made-up words) in the twin; digests, seals and lists of what was published are
taken anew, so that every check passes.
The clauses are drawn from a fixed seed: the same number of events gives the same files.
"""

from __future__ import annotations

import calendar
import random
import re
import shutil
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "hooks"))

from verbatim.analysis.published import NAME, lists
from verbatim.analysis.seals import sealed
from verbatim.model import Segment
from verbatim.model.faults import Faults
from verbatim.project import load_project
from verbatim.read.files import read_tree, write_tree
from verbatim.read.load import load
from verbatim.text.fingerprint import sha256

PARTS = ("docs", "data", "hooks", "overrides", "mkdocs.yml")
HAN = (
    "春夏秋冬山川湖海雲霧雨雪花草樹林鳥魚龍馬牛羊紅黃藍紫金銀銅鐵東南西北江河橋路門窗"
    "琴棋書畫詩詞歌舞茶酒米麥桃李梅蘭竹菊松柏石玉珠星月日光明暗清濁寒暑風雷"
)
SYLLABLES = ("ba", "de", "fo", "ge", "ku", "la", "mu", "ne", "po", "ri", "su", "ta", "le", "wo", "xu", "zi")
"""Of pinyin, so that words of them are not taken for misspelled ones."""
WORDS = 0.8
"""English words for a Han character, as in real pairs."""
ENDS = {"zh": "。;；？?", "en": ".?"}


def clause(chance: random.Random, meaning: Collection[str]) -> tuple[str, str]:
    """A clause in both languages that says nothing: no numeral, no term and none of the words with a meaning; no word twice."""
    zh = "".join(chance.choices(HAN, k=chance.randint(6, 12)))
    while any(word in zh for word in meaning):
        zh = "".join(chance.choices(HAN, k=len(zh)))
    words: dict[str, None] = {}
    while len(words) < WORDS * len(zh):
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 3)))] = None
    return zh, " ".join(words)


def varied(segments: list[Segment], source: str, chance: random.Random, meaning: Collection[str]) -> Iterator[tuple[Segment, str, str]]:
    """The sentences that can be lengthened, with their new words in both languages."""
    for segment in segments:
        zh, en = segment.zh.text, segment.en.text
        if source.count(zh) == 1 and zh[-1] in ENDS["zh"] and en[-1] in ENDS["en"] and not segment.en.emphasis:
            more_zh, more_en = clause(chance, meaning)
            yield segment, f"{zh[:-1]},{more_zh}{zh[-1]}", f"{en[:-1]}, {more_en}{en[-1]}"


def dated(text: str, month: int, day: int) -> str:
    """An ``event.yml`` of another day of its year, by which times like “this year” are read."""
    basis = f'  basis: {{zh: 為測量而設：{month}月{day}日。, en: "Made up to measure: {calendar.month_name[month]} {day}."}}\n'
    text = re.sub(r"(?m)^(  date: \d{4})-\d\d-\d\d$", rf"\g<1>-{month:02}-{day:02}", text)
    return re.sub(r"(?m)^  basis:\n(?:    .*\n)+?(?=  \w)", basis, text)


def add_event(folder: Path, first: str, name: str, segments: list[Segment], chance: random.Random, meaning: Collection[str]) -> None:
    """Write one further event beside the first."""
    trees = [folder / "data", folder / "docs/zh", folder / "docs/en"]
    for tree in trees:
        shutil.copytree(tree / first, tree / name)
        for path in (tree / name).rglob("*"):
            if path.suffix in {".md", ".yml"}:
                path.write_text(path.read_text("utf-8").replace(f"{first}/", f"{name}/"), "utf-8")
    source_path = folder / "data" / name / "source.txt"
    old_digest, source = sha256(source_path.read_bytes()), source_path.read_text("utf-8")
    pages: dict[Path, str] = {}
    for segment, zh, en in varied(segments, source, chance, meaning):
        source = source.replace(segment.zh.text, zh)
        for tree, old, new in zip(trees[1:], (segment.zh.text, segment.en.text), (zh, en), strict=True):
            path = tree / name / f"{segment.page}.md"
            text = pages.get(path) or path.read_text("utf-8")
            pages[path] = re.sub(rf"(?m)^(\*\*[^*]+\*\* ?)?{re.escape(old)}$", lambda found, new=new: (found[1] or "") + new, text)  # type: ignore[misc]
    for path, text in pages.items():
        path.write_text(text, "utf-8")
    source_path.write_bytes(source.encode("utf-8"))
    event = folder / "data" / name / "event.yml"
    text = event.read_text("utf-8").replace(old_digest, sha256(source_path.read_bytes()))
    event.write_text(dated(text, chance.randint(1, 12), chance.randint(1, 28)), "utf-8")


def main(to: str, events: str) -> None:
    """Write the copy, take the seals, and check everything."""
    folder = Path(to)
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / part, folder / part)
    project = load_project(ROOT).corpus
    meaning = {form for one in project.counterparts for form in one.zh}
    (first, transcript), *_ = project.transcripts.items()
    for number in range(1, int(events)):
        add_event(folder, first, f"{first}-{number:03}", list(transcript.segments.values()), random.Random(number), meaning)
    files = {path: content for path, content in read_tree(folder).items() if not path.endswith(f"/{NAME}")}
    corpus = load(files, Faults())
    assert corpus is not None  # the project was read above
    for name, one in corpus.transcripts.items():
        (folder / "data" / name / "seals.txt").write_text(sealed(one.segments.values(), one.entries), "utf-8")
    write_tree(folder, lists(corpus, files))
    load_project(folder)
    print(f"{folder}: {events} events, every check passed")


if __name__ == "__main__":
    main(*sys.argv[1:])
