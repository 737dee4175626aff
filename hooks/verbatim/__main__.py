"""The command line: ``new EVENT SOURCE``, ``todo EVENT``, ``translate out|in EVENT FILE``, ``sheet out|in LIST FILE``, ``check [EVENT]``,
``show [ADDRESS]``, ``seal``, ``freeze``, ``export FOLDER``, ``print FOLDER``, ``materialise FOLDER``, ``publish FOLDER COMMAND …``,
``verify FOLDER COMMAND …``; run from the project's root.
"""

from __future__ import annotations

import argparse
import datetime
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath

from .analysis.published import lists
from .checked_state import remember, remembered, state_of
from .data.chart_data import files
from .data.tables import exports
from .model.addresses import Published, site_address
from .model.faults import BuildError, Fault, Faults
from .plain import files as plain
from .project import InvalidProject, load_project
from .publish.exchange import publish
from .publish.steps import complete, verify
from .read.corpus import Corpus, load
from .read.files import read_tree, write_tree
from .rules.work import of_event, ordered
from .sealing import seal

_Add = Callable[..., argparse.ArgumentParser]
"""What adds a command by its name, and gives what reads its arguments."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 with the faults on standard error where not."""
    given = _parser().parse_args(arguments)
    try:
        code = _carried_out(given)
        sys.stdout.flush()  # here, so that a reader that has gone is noticed here
        return code
    except BrokenPipeError:  # of a reader such as `head`, which has all that it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more can be written at the end of the program
        return 0
    except BuildError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or given.root}: {error.strerror}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    """What reads the command line."""
    parser = argparse.ArgumentParser(prog="verbatim", description="Check, show and export a bilingual transcript.")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's root (default: here)")
    commands = parser.add_subparsers(dest="command", required=True)
    _drafting(commands.add_parser)
    _handing_over(commands.add_parser)
    _checking(commands.add_parser)
    _writing(commands.add_parser)
    return parser


def _drafting(add: _Add) -> None:
    """The commands that make the draft of an event and list what is open in it."""
    new = add("new", help="make the draft of an event from a text")
    new.add_argument("event", help="the id of the event, such as port-2033")
    new.add_argument("source", type=Path, help="the Chinese text: .txt, .md, .html or .docx")
    new.add_argument("--english", type=Path, help="the same text in English, to be aligned")
    new.add_argument("--like", default="", help="another event, whose speakers are looked for first")
    new.add_argument("--title", nargs=2, default=("", ""), metavar=("CHINESE", "ENGLISH"), help="the title of the event")
    new.add_argument("--day", default="", help="the day of the event, such as 2023-02-15")
    todo = add("todo", help="list what is open in a draft")
    todo.add_argument("event")


def _handing_over(add: _Add) -> None:
    """The commands that hand words and lists over to other programs, and take them back."""
    translate = add("translate", help="hand an event to a translator's program, or take it back")
    translate.add_argument("direction", choices=("out", "in"))
    translate.add_argument("event")
    translate.add_argument("file", type=Path, help="out: .xlf (to translate), .tmx (memory) or .tbx (terms); in: .xlf")
    translate.add_argument("--by", default="", help="in: who compared the lines that come back as reviewed")
    sheet = add("sheet", help="hand a list of data over as a spreadsheet, or take it back")
    sheet.add_argument("direction", choices=("out", "in"))
    sheet.add_argument("list", type=PurePath, help="the file of the list, such as data/terms.yml")
    sheet.add_argument("file", type=Path, help="the spreadsheet: .xlsx or .csv")


def _checking(add: _Add) -> None:
    """The commands that check and show words and data, and record what was compared and published."""
    check = add("check", help="apply every rule to words and data")
    check.add_argument("event", nargs="?", default="", help="report the faults of this event alone, in the order of work")
    show = add("show", help="show a sentence in both languages, or all addresses")
    show.add_argument("address", nargs="?")
    add("freeze", help="add all that is new to the list of what was published")
    seal = add("seal", help="show each changed pair, ask for it and renew its seal")
    seal.add_argument("addresses", nargs="*", help="pairs that need not be asked for")


def _writing(add: _Add) -> None:
    """The commands that write files for readers, publish a site and verify it."""
    export = add("export", help="write the open data")
    export.add_argument("folder", type=Path)
    export.add_argument("--site", default="", help="the address of the site (default: addresses are relative to its folder data/)")
    printed = add("print", help="write the print editions")
    printed.add_argument("folder", type=Path)
    printed.add_argument("--site", default="", help="the address of the site (default: none is printed)")
    plain = add("materialise", help="write the whole site as plain Markdown that other generators build")
    plain.add_argument("folder", type=Path)
    plain.add_argument("--site", default="", help="the address that the site will be found at (default: none is written)")
    for name, purpose in (("publish", "build a site and publish it in one step"), ("verify", "compare a published site with the project")):
        builds = add(name, help=purpose)
        builds.add_argument("folder", type=Path)
        builds.add_argument("build", nargs=argparse.REMAINDER, help="the command that builds; the folder to build into is added to it")


def _carried_out(given: argparse.Namespace) -> int:
    """The exit code of one command; raises ``BuildError`` and ``OSError``."""
    if given.command in _ON_FILES:
        return _ON_FILES[given.command](given)
    site = Published(site_address(getattr(given, "site", "")))
    project = load_project(given.root)
    corpus = project.corpus
    if given.command == "export":
        write_tree(given.folder, {**exports(corpus, site), **files(corpus, site)})
    elif given.command == "print":
        _print(corpus, given.root, given.folder, site)
    elif given.command == "materialise":
        plain.materialise(project, given.folder, site.site)
    else:
        return _show(corpus, given.address)
    return 0


def _check(root: Path) -> int:
    """Print that a project has no faults; what was found so before is not checked again.  Raises ``BuildError``."""
    state = state_of(root, read_tree(root))
    said = remembered(root, state)
    if not said:
        corpus = load_project(root).corpus
        said = f"{sum(1 for _ in corpus.segments())} sentences, {len(corpus.terms)} terms: no faults"
        remember(root, state, said)
    print(said)
    return 0


def _check_event(root: Path, event: str) -> int:
    """Print the faults of one event in the order of work; 1 where it has some, or is not there."""
    if not (root / "data" / event).is_dir():
        there = sorted(path.parent.name for path in root.glob("data/*/event.yml"))
        print(f"there is no event {event!r}; data/ has: {', '.join(there)}", file=sys.stderr)
        return 1
    found: Sequence[Fault] = ()
    try:
        load_project(root)
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
    "check": lambda given: _check_event(given.root, given.event) if given.event else _check(given.root),
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


if __name__ == "__main__":
    sys.exit(main())
