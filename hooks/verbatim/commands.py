"""The commands: what each does with a project, and its exit code."""

from __future__ import annotations

import argparse
import datetime
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from .analysis.published import lists
from .checked_state import CHECKED, remember, state_of
from .data import chart_data
from .data.tables import exports
from .model.addresses import Published, site_address
from .model.faults import BuildError, Fault, Faults
from .plain import files as plain
from .project import InvalidProject, Project, load_project
from .publish.exchange import publish
from .publish.steps import complete, verify
from .read.corpus import Corpus, load
from .read.files import read_tree, write_tree
from .recall import keep, recall
from .rules.work import of_event, ordered
from .sealing import seal


def carried_out(given: argparse.Namespace) -> int:
    """Run one command; 0 where all is well, 1 with the faults on standard error where not.  Raises ``OSError``."""
    try:
        return _carried_out(given)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1


def _carried_out(given: argparse.Namespace) -> int:
    """The exit code of one command; raises ``BuildError`` and ``OSError``."""
    if given.command in _ON_FILES:
        return _ON_FILES[given.command](given)
    site = Published(site_address(getattr(given, "site", "")))
    project = load_project(given.root)
    corpus = project.corpus
    if given.command == "export":
        write_tree(given.folder, {**exports(corpus, site), **chart_data.files(corpus, site)})
    elif given.command == "print":
        _print(corpus, given.root, given.folder, site)
    elif given.command == "materialise":
        plain.materialise(project, given.folder, site.site)
    else:
        return _show(corpus, given.address)
    return 0


def _check(root: Path, state: str) -> int:
    """Print that a project, in a state as of ``state_of``, has no faults, and keep that for the next time.  Raises ``BuildError``."""
    corpus = _loaded(root).corpus
    said = f"{sum(1 for _ in corpus.segments())} sentences, {len(corpus.terms)} terms: no faults"
    if state_of(root) == state:  # nothing was edited meanwhile
        remember(root, CHECKED, state, said)
    print(said)
    return 0


def _loaded(root: Path) -> Project:
    """A project, read with what the last check of it found, which is kept for the next one.  Raises ``BuildError``."""
    engine = recall(root)
    try:
        project = load_project(root)
    except InvalidProject:
        keep(root, engine, whole=False)
        raise
    keep(root, engine, whole=True)
    return project


def _check_event(root: Path, event: str) -> int:
    """Print the faults of one event in the order of work; 1 where it has some, or is not there."""
    if not (root / "data" / event).is_dir():
        there = sorted(path.parent.name for path in root.glob("data/*/event.yml"))
        print(f"there is no event {event!r}; data/ has: {', '.join(there)}", file=sys.stderr)
        return 1
    found: Sequence[Fault] = ()
    try:
        _loaded(root)
    except InvalidProject as invalid:
        found = invalid.faults
    own = of_event(found, event)
    print("\n".join(ordered(own, len(set(found)) - len(set(own)))) if found else f"{event}: no faults")
    return 1 if own else 0


def _show(corpus: Corpus, address: str | None) -> int:
    """Print the sentences at an address of any event, or every address."""
    found = [segment for segment in corpus.segments() if address in (None, segment.address, segment.place)]
    for segment in found:
        print(segment.place if address is None else f"{segment.place}\n{segment.zh.text}\n{segment.en.text}")
    if not found:
        print(f"there is no sentence {address!r}", file=sys.stderr)
    return 0 if found else 1


def _print(corpus: Corpus, root: Path, folder: Path, site: Published) -> None:
    """Write the print editions; raises ``BuildError`` where they cannot be made."""
    from .print import typeset  # here, because loading the typesetter takes longer than the other commands run

    epoch = typeset.epoch_of(os.environ.get("SOURCE_DATE_EPOCH", ""))
    typeset.write(folder, typeset.BookBuilder(corpus, site, root / "fonts", exports(corpus, site), epoch).books())


def _publish(root: Path, folder: Path, build: Sequence[str]) -> int:
    """Build a site with a command and exchange it for the published one; raises ``BuildError``, then that is as it was."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that it ends the command too, and leaves no folder
    publish(folder, build, partial(complete, root=root, settings=os.environ))
    return 0


def _verify(root: Path, folder: Path, build: Sequence[str]) -> int:
    """Compare a published site with its lists, its inputs with the project, and with a new build of these; raises ``BuildError``."""
    verify(folder, build, root, os.environ)
    print(f"{folder}: every file is what was built, and a build from this project gives the same")
    return 0


def _new(given: argparse.Namespace) -> int:
    """Write the draft of a new event; raises ``BuildError`` and ``OSError`` and then writes nothing."""
    from .draft.new import Request, draft  # here, because what reads pinyin and web pages takes longer to load than the other commands run

    english = given.english and (given.english.name, given.english.read_bytes())
    request = Request(given.event, given.source.name, given.source.read_bytes(), tuple(given.title), given.day, english, given.like)
    files = draft(request, read_tree(given.root))
    write_tree(given.root, files)
    print("\n".join(sorted(files)))
    if not given.title[1]:
        print("The English titles of all pages are open.  To have them written, remove these files and add: --title CHINESE ENGLISH")
    return _todo(given.root, given.event, short=True)


def _todo(root: Path, event: str, short: bool = False) -> int:
    """Print what is open in a draft, or only how much; raises ``BuildError`` where nothing can be read."""
    from .draft.todo import todo  # as above

    corpus = _read(root)
    if event not in corpus.transcripts:
        print(f"there is no event {event!r}; data/ has: {', '.join(corpus.transcripts)}", file=sys.stderr)
        return 1
    lines = list(todo(corpus, event))
    print("\n".join(lines[-1:] if short else lines))
    return 0


def _translate(given: argparse.Namespace) -> int:
    """Write an event for a translator's program, or take it back; raises ``BuildError`` and ``OSError`` and then writes nothing."""
    from .handover.translation import translation  # as above
    from .handover.translators import handed

    files, name = read_tree(given.root), given.file.name
    if given.direction == "out":
        write_tree(given.file.parent, {name: handed(files, given.event, name)})
        return 0
    day = datetime.date.today().isoformat()
    taken = translation(given.file.read_bytes(), name, given.event, files, day, given.by)
    write_tree(given.root, taken.files)
    print("\n".join(taken.report))
    return 0


def _sheet(given: argparse.Namespace) -> int:
    """Write a list as a spreadsheet, or take it back; raises ``BuildError`` and ``OSError`` and then writes nothing."""
    from .handover import sheets  # as above

    files, path = read_tree(given.root), given.list.as_posix()
    if given.direction == "out":
        write_tree(given.file.parent, {given.file.name: sheets.handed(files, path, given.file.name)})
        return 0
    taken = sheets.taken(given.file.read_bytes(), given.file.name, files, path)
    write_tree(given.root, taken.files)
    print("\n".join(taken.report))
    return 0


def _read(root: Path) -> Corpus:
    """What a project holds, without applying the rules; raises ``BuildError`` where nothing can be read."""
    faults = Faults()
    corpus = load(read_tree(root), faults)
    if corpus is None:
        raise InvalidProject(faults.report())
    return corpus


def _freeze(root: Path) -> int:
    """Write each ``published.txt`` with all that is published now; what it lists already stays as it is."""
    files = read_tree(root)
    corpus = load(files, Faults())
    if corpus is None:
        raise InvalidProject("the project cannot be read: run `./run check`")
    write_tree(root, lists(corpus, files))
    return 0


_ON_FILES: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": lambda given: _check_event(given.root, given.event) if given.event else _check(given.root, given.state),
    "seal": lambda given: seal(given.root, given.addresses),
    "freeze": lambda given: _freeze(given.root),
    "new": _new,
    "todo": lambda given: _todo(given.root, given.event),
    "translate": _translate,
    "sheet": _sheet,
    "publish": lambda given: _publish(given.root, given.folder, given.build),
    "verify": lambda given: _verify(given.root, given.folder, given.build),
}
"""The commands that do without a checked project, or check it themselves, each with what carries it out and gives the exit code."""
