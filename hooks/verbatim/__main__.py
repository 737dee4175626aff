"""The command line: ``check``, ``show [ADDRESS]``, ``seal``, ``export FOLDER``, ``print FOLDER``, ``publish FOLDER COMMAND …``,
``verify FOLDER COMMAND …``; run from the project's root.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from .analysis.seals import sealed
from .data.chart_data import files
from .data.tables import exports
from .model.addresses import Published, site_address
from .model.faults import BuildError, Faults
from .project import InvalidProject, load_project
from .publish.exchange import publish
from .publish.steps import complete, verify
from .read.corpus import Corpus, load
from .read.files import read_tree, write_tree


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 with the faults on standard error where not."""
    given = _parser().parse_args(arguments)
    try:
        return _carried_out(given)
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
    commands.add_parser("check", help="apply every rule to words and data")
    show = commands.add_parser("show", help="show a sentence in both languages, or all addresses")
    show.add_argument("address", nargs="?")
    commands.add_parser("seal", help="renew the seals after comparing changed lines with their twins")
    export = commands.add_parser("export", help="write the open data")
    export.add_argument("folder", type=Path)
    export.add_argument("--site", default="", help="the address of the site (default: addresses are relative to its folder data/)")
    printed = commands.add_parser("print", help="write the print editions")
    printed.add_argument("folder", type=Path)
    printed.add_argument("--site", default="", help="the address of the site (default: none is printed)")
    for name, purpose in (("publish", "build a site and publish it in one step"), ("verify", "compare a published site with the project")):
        builds = commands.add_parser(name, help=purpose)
        builds.add_argument("folder", type=Path)
        builds.add_argument("build", nargs=argparse.REMAINDER, help="the command that builds; the folder to build into is added to it")
    return parser


def _carried_out(given: argparse.Namespace) -> int:
    """The exit code of one command; raises ``BuildError`` and ``OSError``."""
    if given.command == "seal":
        return _seal(given.root)
    if given.command == "publish":
        return _publish(given.root, given.folder, given.build)
    if given.command == "verify":
        return _verify(given.root, given.folder, given.build)
    published = Published(site_address(getattr(given, "site", "")))
    corpus = load_project(given.root).corpus
    if given.command == "check":
        print(f"{sum(1 for _ in corpus.segments())} sentences, {len(corpus.terms)} terms: no faults")
    elif given.command == "export":
        write_tree(given.folder, {**exports(corpus, published), **files(corpus, published)})
    elif given.command == "print":
        _print(corpus, given.root, given.folder, published)
    else:
        return _show(corpus, given.address)
    return 0


def _show(corpus: Corpus, address: str | None) -> int:
    """Print the sentences at an address of any event, or every address."""
    found = [segment for segment in corpus.segments() if address in (None, segment.address, segment.place)]
    for segment in found:
        print(segment.place if address is None else f"{segment.place}\n{segment.zh.text}\n{segment.en.text}")
    if not found:
        print(f"there is no sentence {address!r}", file=sys.stderr)
    return 0 if found else 1


def _print(corpus: Corpus, root: Path, folder: Path, published: Published) -> None:
    """Write the print editions; raises ``BuildError`` where they cannot be made."""
    from .print import typeset  # here, because loading the typesetter takes longer than the other commands run

    epoch = typeset.epoch_of(os.environ.get("SOURCE_DATE_EPOCH", ""))
    typeset.write(folder, typeset.BookBuilder(corpus, published, root / "fonts", exports(corpus, published), epoch).books())


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


def _seal(root: Path) -> int:
    """Write ``seals.txt`` of every event; the rest of the material need not be without fault for that."""
    faults = Faults()
    corpus = load(read_tree(root), faults)
    if corpus is None:
        raise InvalidProject(faults.report())
    write_tree(
        root,
        {f"data/{name}/seals.txt": sealed(transcript.segments.values()) for name, transcript in corpus.transcripts.items()},
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
