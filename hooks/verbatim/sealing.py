"""Sealing: shows what was changed since it was last compared, and records who compared it and when."""

from __future__ import annotations

import contextlib
import datetime
import getpass
import io
import os
import signal
import sys
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from .analysis import seals
from .analysis.light_changes import is_light, is_light_entry
from .model import RegisterEntry, Segment
from .model.faults import Faults
from .project import InvalidProject, loaded
from .publish.commit import git
from .read.corpus import Corpus, Transcript
from .read.files import Files, read_tree, write_tree
from .read.load import load
from .rules import alignment

_LIGHT = "several in which only marks, capitals, spelling or the rendering of a term were changed"
_FIX = f"`./run seal ADDRESS` seals one without asking, and {_LIGHT}"
_SEVERAL = "to be sealed in several events; name one of "
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))  # Windows has no SIGHUP
BOLD, RED, GREEN = "1", "31", "32"


def seal(root: Path, agreed: list[str]) -> int:
    """Show each pair and each register entry that was changed, ask for it, and write its seal; 1 where one was left unsealed.

    ``agreed`` are the addresses, or ``entry/id``, that need not be asked for, as ``_named`` says; ``EVENT/`` before one says whose it is
    where several events have it, and without that only one may have changed it.  Without a terminal nobody can be asked.  The rest of the
    material need not be without fault, but every page must be readable and every sentence must have its twin.
    """
    files = read_tree(root)
    corpus = loaded(files)
    _require_twins(corpus)
    mark = f"{datetime.date.today().isoformat()} {_who(root)}"
    new = {name: seals.seals_of(one.segments.values(), one.entries) for name, one in corpus.transcripts.items()}
    unsealed = {name: [key for key, taken in new[name].items() if one.seals.get(key) != taken] for name, one in corpus.transcripts.items()}
    yes: dict[str, set[str]] = {name: set() for name in new}
    places, committed = _places(agreed, unsealed), _committed(root)
    try:
        for name, key in _answers(unsealed, places, committed, corpus):
            yes[name].add(key)
    finally:  # whatever ends the questions: each answer is somebody's work
        for name in new:
            _write(root, name, files, new[name], yes[name], mark)
    return _left([f"{name}/{key}" for name, keys in unsealed.items() for key in keys if key not in yes[name]])


def _write(root: Path, event: str, files: Files, new: Mapping[str, str], agreed: set[str], mark: str) -> None:
    """Write the seals of an event that were agreed on, and name those whose reviewer is who seals them."""
    path = f"data/{event}/seals.txt"
    old = files.get(path, b"").decode("utf-8")
    text = seals.renewed(old, new, agreed, mark)
    if text != old:
        write_tree(root, {path: text})
    own = seals.own_reviews(old, new, agreed, mark)
    if own:
        print(f"{', '.join(own)}: reviewed by who seals now, so that no second person is recorded", file=sys.stderr)


def _left(places: list[str]) -> int:
    """Report what was left unsealed, by name where nobody could be asked; 1 if anything was."""
    if not places:
        return 0
    print(f"{len(places)} not sealed; {_FIX}", file=sys.stderr)
    if not sys.stdin.isatty():
        print(f"run it in a terminal, where you can be asked for: {', '.join(places)}", file=sys.stderr)
    return 1


def _require_twins(corpus: Corpus) -> None:
    """Raise ``InvalidProject`` where a sentence has no twin."""
    faults = Faults()
    for transcript in corpus.transcripts.values():
        alignment.twins(corpus, transcript, faults)
    if faults:
        raise InvalidProject(faults.report())


def _answers(unsealed: Mapping[str, list[str]], places: list[str], committed: Corpus | None, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The event and the key of each seal that is agreed to, while the questions are answered; Ctrl-C ends them, and so does whatever closes
    the terminal or ends the program from outside.
    """
    former = {one: signal.signal(one, signal.default_int_handler) for one in _ENDING}
    try:
        for name, transcript in corpus.transcripts.items():
            before = committed.transcripts.get(name) if committed else None
            for key in unsealed[name]:
                if _named(key, places, before, transcript, corpus) or _agreed(key, before, transcript, corpus):
                    yield name, key
    except KeyboardInterrupt:
        with contextlib.suppress(OSError):  # of a terminal that was closed
            print()  # so that what follows does not begin behind ^C
    finally:
        for one, handler in former.items():
            signal.signal(one, handler)


def _places(agreed: list[str], unsealed: Mapping[str, list[str]]) -> list[str]:
    """What was named, each with its event, of what is ``unsealed`` in each; raises ``InvalidProject`` where none or several have it."""
    open_places = [f"{event}/{key}" for event, keys in unsealed.items() for key in keys]
    places = []
    for name in agreed:
        found = [place for place in open_places if name in (place, place.partition("/")[2])]
        if len(found) != 1:
            raise InvalidProject(f"{name!r} is {_SEVERAL + ', '.join(found) if found else 'nothing that is to be sealed'}")
        places += found
    return places


def _named(key: str, agreed: list[str], before: Transcript | None, after: Transcript, corpus: Corpus) -> bool:
    """Whether what was named need not be asked for: named with others, only what says the same as it did."""
    if f"{after.event.id}/{key}" not in agreed:
        return False
    if len(agreed) == 1:
        return True
    if key in after.segments:
        return is_light(_compared(key, before), after.segments[key], corpus)
    return is_light_entry(_compared_entry(key, before), _entries(after)[key], corpus)


def _agreed(key: str, before: Transcript | None, after: Transcript, corpus: Corpus) -> bool:
    """Show what was changed in the pair or register entry of a seal, and ask; ``before`` is the event as it was committed."""
    if not sys.stdin.isatty():  # what is piped in was written before anything was shown
        return False
    if key in after.segments:
        return _pair_agreed(_compared(key, before), after.segments[key], corpus)
    return _entry_agreed(_compared_entry(key, before), _entries(after)[key], after)


def _entries(event: Transcript) -> dict[str, RegisterEntry]:
    """The register entries of an event, by the names of their seals."""
    return {f"{seals.ENTRY}{entry.id}": entry for entry in event.entries}


def _compared(address: str, event: Transcript | None) -> Segment | None:
    """A pair of an event as it was committed, if it was sealed so: of what was committed unsealed nobody knows what was changed."""
    segment = event.segments.get(address) if event else None
    return segment if event and segment and event.seals.get(address) == seals.seal(segment) else None


def _compared_entry(key: str, event: Transcript | None) -> RegisterEntry | None:
    """A register entry of an event as it was committed, if it was sealed so."""
    entry = _entries(event).get(key) if event else None
    return entry if event and entry and event.seals.get(key) == seals.entry_seal(entry) else None


def _pair_agreed(before: Segment | None, after: Segment, corpus: Corpus) -> bool:
    """Show what was changed in a pair, and ask whether the two lines were compared and agree."""
    print(f"\n{_in(BOLD, after.place)}\n  {after.zh.text}\n  {after.en.text}")
    if before:  # of a new pair all has been shown
        print("".join(f"    {_coloured(line)}\n" for line in seals.difference(before, after)), end="")
    meaning = seals.bearing(before, after, corpus)
    print(
        f"    {_in(BOLD, 'this bears meaning')}: {', '.join(meaning)}" if meaning else "    no number and no word of the lists was changed"
    )
    return _asked("compared, and both say the same?")


def _entry_agreed(before: RegisterEntry | None, after: RegisterEntry, transcript: Transcript) -> bool:
    """Show what was changed in a register entry beside its sentence, and ask whether that says so."""
    segment = transcript.segments.get(after.at)
    lines = [segment.zh.text, segment.en.text] if segment else []
    print("\n".join(["", _in(BOLD, f"{seals.ENTRY}{after.id}"), *(f"  {line}" for line in lines)]))
    print("".join(f"    {_coloured(line)}\n" for line in seals.entry_difference(before, after)), end="")
    return _asked("compared, and the sentence says so in both languages?")


def _coloured(line: str) -> str:
    """What went in red and what came in green; other lines as they are."""
    where, colon, change = line.partition(": ")
    went, arrow, came = change.partition(seals.ARROW)
    return f"{where}{colon}{_in(RED, went)}{arrow}{_in(GREEN, came)}" if arrow else line


def _in(style: str, text: str) -> str:
    """A text in a style of ANSI terminals (ECMA-48); as it is where nobody sees it, or where nobody wants colours (no-color.org)."""
    return f"\x1b[{style}m{text}\x1b[0m" if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text


def _asked(question: str) -> bool:
    """Whether somebody answers yes to a question."""
    try:
        return input(f"  {question} (yes/no) ").strip().lower() == "yes"
    except EOFError:
        return False


def _committed(root: Path) -> Corpus | None:
    """What the last commit holds; None where there is no commit or no Git."""
    archive = git(root, "archive", "HEAD", "docs", "data")
    if not archive:
        return None
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        files = {one.name: taken.read() for one in tar.getmembers() if (taken := tar.extractfile(one))}
    return load(files, Faults())  # with faults too: it is only compared with, and what was committed cannot be corrected any more


def _who(root: Path) -> str:
    """Who seals: the name that Git knows, or that of the account; raises ``InvalidProject`` where there is neither."""
    name = git(root, "config", "user.name").decode("utf-8", "replace")
    try:
        return " ".join(name.split()) or getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in containers
        raise InvalidProject("nobody is known who seals; say who: `git config user.name NAME`") from None
