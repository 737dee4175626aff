"""Sealing: shows what was changed since it was last compared, and records who compared it and when."""

from __future__ import annotations

import datetime
import getpass
import io
import subprocess
import sys
import tarfile
from pathlib import Path

from .analysis import seals
from .model import RegisterEntry, Segment
from .model.faults import Faults
from .project import InvalidProject
from .read.corpus import Corpus, Transcript, load
from .read.files import read_tree, write_tree
from .rules import alignment


def seal(root: Path, agreed: list[str]) -> int:
    """Show each pair and each register entry that was changed, ask for it, and write its seal; 1 where one was left unsealed.

    ``agreed`` are the addresses, or ``entry/id``, that need not be asked for.  The rest of the material need not be without
    fault, but every page must be readable and every sentence must have its twin.
    """
    faults, files = Faults(), read_tree(root)
    corpus = load(files, faults)
    if corpus:
        for transcript in corpus.transcripts.values():
            alignment.twins(corpus, transcript, faults)
    if corpus is None or faults:
        raise InvalidProject(faults.report())
    committed = _committed(root)
    before = {segment.place: segment for segment in committed.segments()} if committed else {}
    left = 0
    for name, transcript in corpus.transcripts.items():
        path = f"data/{name}/seals.txt"
        changed = [one for one in transcript.segments.values() if transcript.seals.get(one.address) != seals.seal(one)]
        yes = {one.address for one in changed if one.address in agreed or _agreed(before.get(one.place), one, corpus)}
        old = {one.id: one for one in committed.transcripts[name].targets} if committed and name in committed.transcripts else {}
        entries = {f"{seals.ENTRY}{one.id}": one for one in transcript.targets}
        other = {key: one for key, one in entries.items() if transcript.seals.get(key) != seals.entry_seal(one)}
        yes |= {key for key, one in other.items() if key in agreed or _entry_agreed(old.get(one.id), one, transcript)}
        left += len(changed) + len(other) - len(yes)
        mark = f"{datetime.date.today().isoformat()} {_who(root)}"
        new = seals.seals_of(transcript.segments.values(), transcript.targets)
        write_tree(root, {path: seals.renewed(files.get(path, b"").decode("utf-8"), new, yes, mark)})
    if left:
        print(f"{left} not sealed; with their addresses, `./run seal ADDRESS …` seals without asking", file=sys.stderr)
    return min(left, 1)


def _agreed(before: Segment | None, after: Segment, corpus: Corpus) -> bool:
    """Show what was changed in a pair, and ask whether the two lines were compared and agree."""
    print(f"\n{after.place}\n  {after.zh.text}\n  {after.en.text}")
    print("".join(f"    {line}\n" for line in seals.difference(before, after)), end="")
    meaning = seals.bearing(before, after, corpus.counterparts)
    print(f"    this bears meaning: {', '.join(meaning)}" if meaning else "    no number and no word of the lists was changed")
    return _asked("compared, and both say the same?")


def _entry_agreed(before: RegisterEntry | None, after: RegisterEntry, transcript: Transcript) -> bool:
    """Show what was changed in a register entry beside its sentence, and ask whether that says so."""
    segment = transcript.segments.get(after.at)
    lines = [segment.zh.text, segment.en.text] if segment else []
    print("\n".join(["", f"{seals.ENTRY}{after.id}", *(f"  {line}" for line in lines)]))
    print("".join(f"    {line}\n" for line in seals.entry_difference(before, after)), end="")
    return _asked("compared, and the sentence says so in both languages?")


def _asked(question: str) -> bool:
    """Whether somebody answers yes to a question."""
    try:
        return input(f"  {question} (yes/no) ").strip().lower() == "yes"
    except EOFError:
        return False


def _committed(root: Path) -> Corpus | None:
    """What the last commit holds; None where there is no commit or no Git."""
    try:
        archive = subprocess.run(["git", "-C", str(root), "archive", "HEAD", "docs", "data"], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        files = {one.name: taken.read() for one in tar.getmembers() if (taken := tar.extractfile(one))}
    return load(files, Faults())


def _who(root: Path) -> str:
    """Who seals: the name that Git knows, or that of the account."""
    asked = subprocess.run(["git", "-C", str(root), "config", "user.name"], capture_output=True, check=False, text=True)
    return " ".join(asked.stdout.split()) or getpass.getuser()
