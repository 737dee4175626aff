"""The command line: ``new EVENT SOURCE``, ``todo EVENT``, ``fill EVENT``, ``translate out|in EVENT FILE``, ``sheet out|in LIST FILE``,
``check [EVENT]``, ``show [ADDRESS]``, ``seal``, ``freeze``, ``export FOLDER``, ``print FOLDER``, ``materialise FOLDER``,
``publish FOLDER COMMAND …``, ``verify FOLDER COMMAND …``; run from the project's root.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import NoReturn

from .cache.checked import CHECKED, engine_state, state_of, take

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
    except OSError as error:
        print(f"{error.filename or given.root}: {error.strerror}", file=sys.stderr)
    return 1


def _carried_out(given: argparse.Namespace) -> int:
    """The exit code of one command; a state that was found without faults is not checked again.  Raises ``OSError``."""
    if given.command == "check" and _known(given):
        return 0
    from .commands.carry_out import carried_out  # here, because loading the engine takes longer than all that comes before it

    return carried_out(given)


def _known(given: argparse.Namespace) -> bool:
    """Print what was said of the state of the project, if it was the last one without faults; ``given`` gets both states."""
    given.engine = engine_state()
    given.state = "" if given.event else state_of(given.root, given.engine)
    said = given.state and take(given.root, CHECKED, given.state)
    if said:
        print(said)
    return bool(said)


class _Parser(argparse.ArgumentParser):
    """Reads a command; what is wrong with the words of ``new`` is said as what is wrong with its files: in one line, with exit code 1."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end."""
        if self.prog.endswith(" new"):
            self.exit(1, f"{message}; `./run new --help` shows the form\n")
        super().error(message)


def _parser() -> argparse.ArgumentParser:
    """What reads the command line."""
    parser = _Parser(prog="verbatim", description="Check, show and export a bilingual transcript.")
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
    for name, purpose in (
        ("todo", "list what is open in a draft"),
        ("fill", "fill in what the words now give for what is open in a draft"),
    ):
        add(name, help=purpose).add_argument("event")


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


if __name__ == "__main__":
    sys.exit(main())
