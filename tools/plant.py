"""Plant faults one at a time in a copy of words and data, and say what the check makes of each: `./run bench faults [KIND …]`.

Faults are data: the files of `tools/faults`, one a kind, hold operators, each with the places where it applies (`in`, `find`) and what it
puts there.  Of the places that an operator finds a few are chosen by a seed, so that a run can be repeated.  The check is the engine's own,
run in this process.

What an operator may say:

    about    what an author did, in a few words
    in       files, as a pattern; with `find` and `put`, a regular expression and its replacement, or a list of which one is chosen
    within   `sentences` (default in docs: lines of the transcript), `prose` (all other lines of a page) or `file`
    times    at how many places at most (3)
    follow   the quotations of the data take the same edit
    reseal   the seals are taken anew
    raw      more edits that belong to the same fault: a list of `in`, `find`, `put`
    add, hex, encode, delete, move, copy, link, folder, empty   what is done to a file: its path, or path and content, encoding, target or
             new path
    lose, drain   files, as a pattern, of which ``times`` are deleted or emptied, each as a fault of its own
    valid    nothing is wrong: the check must not stop it
"""

from __future__ import annotations

import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import configuration
from verbatim.analysis.seals import sealed
from verbatim.data.tables import exports
from verbatim.model.addresses import Published
from verbatim.model.faults import BuildError, Faults
from verbatim.project import load_project
from verbatim.read.corpus import Corpus
from verbatim.read.files import read_tree
from verbatim.read.load import load
from verbatim.site import LOCALES, OWN_FILES

ROOT = Path(__file__).resolve().parents[1]
KINDS = Path(__file__).resolve().parent / "faults"
PARTS = ("docs", "data", "overrides", "fonts", "mkdocs.yml")
PATIENCE = 30
"""Seconds of this process after which a check counts as hanging; the other work of a busy machine does not count."""
OUTCOMES = ("stopped", "elsewhere", "inert", "passed", "crash")
"""Stopped with a line of the right file; stopped, but not there; without effect on what is published; unseen; an exception or a hang."""

Edit = Mapping[str, Any]
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Planted:
    """One fault in one place: which files it writes (None: removes), and what was done."""

    kind: str
    about: str
    place: str
    texts: Mapping[str, str | bytes | None]
    valid: bool = False
    reseal: bool = False
    act: Callable[[Path], None] | None = None


@dataclass
class Tally:
    """How often each outcome was found for a kind, and the faults that were not stopped where they are."""

    counts: Counter[str] = field(default_factory=Counter)
    open: list[str] = field(default_factory=list)


@cache
def operators(kind: str) -> list[Edit]:
    """The operators of a kind, as its file lists them."""
    found: list[Edit] = yaml.safe_load((KINDS / f"{kind}.yml").read_text("utf-8"))
    return found


def planted(kind: str, texts: Texts, seed: int, most: int | None = None, hurried: bool = False) -> Iterator[Planted]:
    """The faults of a kind on the texts of a project; ``most`` limits the places of an operator, ``hurried`` takes all seals anew."""
    for operator in ({**one, "reseal": one.get("reseal", hurried)} for one in operators(kind)):
        chooser = random.Random(f"{seed} {kind} {operator['about']}")
        if "lose" in operator or "drain" in operator:
            yield from _lost(kind, operator, chooser, most)
            continue
        if "in" not in operator:
            yield from [fault for fault in [_on_files(kind, operator, texts)] if fault]
            continue
        places = list(_places(operator, texts))
        for path, start, end in sorted(
            chooser.sample(places, min(len(places), most or operator.get("times", 3), operator.get("times", 3)))
        ):
            yield _edited(kind, operator, texts, (path, start, end), chooser)


def _lost(kind: str, operator: Edit, chooser: random.Random, most: int | None) -> Iterator[Planted]:
    """Files that are deleted or emptied, one at a time."""
    paths = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob(operator.get("lose") or operator["drain"]) if path.is_file())
    for path in sorted(chooser.sample(paths, min(len(paths), most or operator.get("times", 3)))):
        yield Planted(kind, operator["about"], path, {path: None if "lose" in operator else ""})


def _on_files(kind: str, operator: Edit, texts: Texts) -> Planted | None:
    """The fault of an operator that acts on whole files, None for one that edits texts."""
    about, valid, reseal = operator["about"], operator.get("valid", False), operator.get("reseal", False)

    def fault(place: str, changed: Mapping[str, str | bytes | None], act: Callable[[Path], None] | None = None) -> Planted:
        more = {edit["in"]: re.sub(edit["find"], edit["put"], texts[edit["in"]], count=1, flags=re.M) for edit in operator.get("raw", ())}
        return Planted(kind, about, place, {**changed, **more}, valid, reseal, act)

    if "add" in operator:
        path, content = operator["add"]
        return fault(path, {path: content})
    if "hex" in operator:
        path, content = operator["hex"]
        return fault(path, {path: bytes.fromhex(content)})
    if "encode" in operator:
        path, encoding = operator["encode"]
        return fault(path, {path: texts[path].encode(encoding, "replace")})
    if "delete" in operator:
        return fault(operator["delete"], {operator["delete"]: None}) if (ROOT / operator["delete"]).exists() else None
    if "empty" in operator:
        return fault(operator["empty"], {operator["empty"]: ""})
    if "move" in operator or "copy" in operator:
        old, new = operator.get("move") or operator["copy"]
        return fault(new, {new: texts[old], **({old: None} if "move" in operator else {})})
    if "link" in operator:
        path, target = operator["link"]
        return fault(path, {path: None}, lambda root: (root / path).symlink_to(target))
    if "folder" in operator:
        path = operator["folder"]
        return fault(path, {path: None}, lambda root: (root / path).mkdir())
    return None


def _places(operator: Edit, texts: Texts) -> Iterator[tuple[str, int, int]]:
    """Path and span of each match of an operator."""
    patterns = operator["in"] if isinstance(operator["in"], list) else [operator["in"]]
    for path, text in texts.items():
        if any(fnmatch(path, pattern) for pattern in patterns):
            within = operator.get("within", "sentences" if path.startswith("docs/") else "file")
            allowed = _spans(text, within)
            for match in re.finditer(operator["find"], text, re.M):
                if any(first <= match.start() and match.end() <= last for first, last in allowed):
                    yield path, match.start(), match.end()


@cache
def _spans(text: str, within: str) -> list[tuple[int, int]]:
    """The spans of a text in which an operator may act."""
    if within == "file":
        return [(0, len(text))]
    spans, start, sentences, front = [], 0, False, text.startswith("---\n")
    for number, line in enumerate(text.split("\n")):
        if line.startswith("#"):
            sentences = bool(re.search(r"\{#(lead|panel|q\d+[a-z0-9-]*)\}", line))
        head = front and number < text[: text.find("\n---\n", 3)].count("\n") + 2
        own = sentences and not head and not line.startswith(("#", "<!--"))
        if line.strip() and own == (within == "sentences") and not line.startswith("<!--"):
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _edited(kind: str, operator: Edit, texts: Texts, place: tuple[str, int, int], chooser: random.Random) -> Planted:
    """The fault of an operator at one place, with the edits that belong to it."""
    path, start, end = place
    text = texts[path]
    put = chooser.choice(operator["put"]) if isinstance(operator["put"], list) else operator["put"]
    put = put.replace("LONG", f"    en: {'long ' * 40_000}")
    match = re.compile(operator["find"], re.M).match(text, start)
    assert match is not None, operator
    new = text[:start] + match.expand(put) + text[end:]
    changed: dict[str, str | bytes | None] = {path: new}
    if operator.get("follow"):
        first, last = text.rfind("\n", 0, start) + 1, (text + "\n").find("\n", end)
        before, after = text[first:last], new[first : len(new) - len(text) + last]
        changed |= _followed(texts, re.sub(r"\*", "", before), re.sub(r"\*", "", after), match[0], match.expand(put))
    for edit in operator.get("raw", ()):
        source = changed.get(edit["in"], texts[edit["in"]])
        assert isinstance(source, str)
        changed[edit["in"]], count = re.subn(edit["find"], edit["put"], source, count=1, flags=re.M)
        assert count, edit
    line = text.count("\n", 0, start) + 1
    return Planted(kind, operator["about"], f"{path}:{line}", changed, operator.get("valid", False), operator.get("reseal", False))


def _followed(texts: Texts, before: str, after: str, old: str, new: str) -> dict[str, str]:
    """The quotations of an edited sentence, edited in the same way."""
    changed = {}
    for path, text in texts.items():
        if re.fullmatch(r"data/[^/]+/(targets|notes)\.yml", path):
            for quote in set(re.findall(r"en: '?\"?(.+?)'?\"?\}?$", text, re.M)):
                if old in quote and quote in before and quote not in after:
                    text = text.replace(quote, quote.replace(old, new, 1))
            if text != texts[path]:
                changed[path] = text
    return changed


class Planter:
    """A copy of a project in a temporary folder, in which faults are planted and judged one at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.originals = {path: (root / path).read_bytes() for path in _paths(root)}
        self.texts = {
            path: content.decode("utf-8") for path, content in self.originals.items() if path.endswith((".md", ".yml", ".txt", ".html"))
        }
        self.sound = _published(load_project(root).corpus)

    def judge(self, fault: Planted) -> tuple[str, str]:
        """The outcome of a fault and the report, both as the check gives them."""
        with self._planted(fault):
            return self._outcome(fault)

    @contextmanager
    def _planted(self, fault: Planted) -> Iterator[None]:
        for name, content in fault.texts.items():
            path = self.root / name
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        if fault.act:
            fault.act(self.root)
        seals = _resealed(self.root) if fault.reseal else {}
        for name, text in seals.items():
            (self.root / name).write_text(text, "utf-8")
        try:
            yield
        finally:
            for name in {*fault.texts, *seals}:
                path = self.root / name
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
                if name in self.originals:
                    path.write_bytes(self.originals[name])

    def _outcome(self, fault: Planted) -> tuple[str, str]:
        def stop(*_: object) -> None:
            raise TimeoutError("the check hangs")

        beside = any(not path.startswith(("docs/", "data/")) for path in fault.texts)
        wrong = configuration.checked(self.root, [*LOCALES], OWN_FILES) if beside else []
        if wrong:
            reported = {line.partition(":")[0] for line in wrong}
            return ("stopped" if reported & _right(fault) else "elsewhere"), "\n".join(wrong)
        signal.signal(signal.SIGVTALRM, stop)
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        try:
            corpus = load_project(self.root).corpus
        except BuildError as error:
            report = str(error).replace(f"{self.root}/", "")
            reported = set(re.findall(r"^(\S.*?):\d+: ", report, re.M))
            return ("stopped" if reported & _right(fault) else "elsewhere"), report
        except Exception as error:
            return "crash", f"{type(error).__name__}: {error}"
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        same = _published(corpus) == self.sound and all(path.startswith(("docs/", "data/")) for path in fault.texts)
        return ("inert" if same else "passed"), ""


def _right(fault: Planted) -> set[str]:
    """The files in which a fault may be reported: those that were changed, and twins of pages."""
    paths = set(fault.texts)
    return paths | {path.replace("docs/en/", "docs/zh/") for path in paths} | {path.replace("docs/zh/", "docs/en/") for path in paths}


def _paths(root: Path) -> list[str]:
    """The files of a project."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)


def _published(corpus: Corpus) -> object:
    """All that a corpus publishes, to compare: open data, prose, strings, notes and names."""
    pages = {
        key: ([text for _, text in page.prose], list(page.sections), [name for name, _ in page.directives])
        for key, page in corpus.pages.items()
    }
    strings = {key: (pair.zh, pair.en) for key, pair in corpus.strings.items()}
    return (
        dict(exports(corpus, Published(""))),
        pages,
        strings,
        _plain((corpus.vocabulary, corpus.terms, corpus.people, dict(corpus.transcripts))),
    )


def _plain(value: object) -> str:
    """A value as text without the places of its records and the seals."""
    return re.sub(r"(where=)?Where\(.*?\}\)|seals=\{[^}]*\}|number=\d+", "", repr(value))


def _resealed(root: Path) -> Mapping[str, str]:
    """The seals of every event, taken anew."""
    found = load(read_tree(root), Faults())
    return (
        {f"data/{name}/seals.txt": sealed(one.segments.values(), one.entries) for name, one in found.transcripts.items()} if found else {}
    )


def copied(folder: Path) -> Path:
    """A copy of the project's words, data, templates and configuration."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, symlinks=True)
        else:
            shutil.copy(source, folder / name)
    return folder


def run(kinds: list[str], seed: int = 1, most: int | None = None, hurried: bool = False) -> Iterator[tuple[str, Tally]]:
    """Plant the faults of some kinds, at ``most`` places of each operator, all seals taken anew if ``hurried``; a tally for each kind."""
    with tempfile.TemporaryDirectory() as name:
        planter = Planter(copied(Path(name)))
        for kind in kinds:
            tally = Tally()
            for fault in planted(kind, planter.texts, seed, most, hurried):
                outcome, report = planter.judge(fault)
                if fault.valid:
                    outcome = "crash" if outcome == "crash" else "false alarm" if outcome in {"stopped", "elsewhere"} else "let pass"
                tally.counts[outcome] += 1
                if outcome not in {"stopped", "inert", "let pass"}:
                    tally.open.append(f"{outcome}: {fault.about} ({fault.place})" + (f"\n      {report[:300]}" if report else ""))
            yield kind, tally


def main(words: list[str]) -> None:
    """Plant, and print a line for each kind.

    With ``-v`` also what was not stopped where it is; with ``-1`` at one place of an operator; with ``-s`` all seals are taken anew, as
    someone does who seals without looking.
    """
    kinds = [word for word in words if word[0] != "-"] or sorted(path.stem for path in KINDS.glob("*.yml"))
    began = time.monotonic()
    outcomes = (*OUTCOMES, "let pass", "false alarm")
    print(f"{'kind':<15}" + "".join(f"{name:>13}" for name in outcomes))
    total: Counter[str] = Counter()
    for kind, tally in run(kinds, most=1 if "-1" in words else None, hurried="-s" in words):
        total += tally.counts
        print(f"{kind:<15}" + "".join(f"{tally.counts[name]:>13}" for name in outcomes), flush=True)
        if "-v" in words:
            print("".join(f"    {line}\n" for line in tally.open), end="")
    print(f"{'all':<15}" + "".join(f"{total[name]:>13}" for name in outcomes))
    faulty = sum(total[name] for name in OUTCOMES)
    share = (total["stopped"] + total["elsewhere"] + total["inert"]) / max(faulty, 1)
    print(f"{faulty} faults, {share:.1%} stopped or inert, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
