"""The command line: ``check``, ``show [ADDRESS]``, ``seal``, ``freeze``, ``export FOLDER``, ``print FOLDER``; run from the project's root."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .analysis.published import PATH, listed, published
from .analysis.seals import sealed
from .data.chart_data import files
from .data.tables import exports
from .model.addresses import Published, site_address
from .model.faults import BuildError, Faults
from .project import InvalidProject, load_project
from .read.corpus import Corpus, load
from .read.files import read_tree, write_tree


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 with the faults on standard error where not."""
    parser = argparse.ArgumentParser(prog="verbatim", description="Check, show and export a bilingual transcript.")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's root (default: here)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="apply every rule to words and data")
    show = commands.add_parser("show", help="show a sentence in both languages, or all addresses")
    show.add_argument("address", nargs="?")
    commands.add_parser("freeze", help="add all that is new to the list of what was published")
    commands.add_parser("seal", help="renew the seals after comparing changed lines with their twins")
    export = commands.add_parser("export", help="write the open data")
    export.add_argument("folder", type=Path)
    export.add_argument("--site", default="", help="the address of the site (default: addresses are relative to its folder data/)")
    printed = commands.add_parser("print", help="write the print editions")
    printed.add_argument("folder", type=Path)
    printed.add_argument("--site", default="", help="the address of the site (default: none is printed)")
    given = parser.parse_args(arguments)
    try:
        if given.command == "seal":
            return _seal(given.root)
        if given.command == "freeze":
            return _freeze(given.root)
        site = Published(site_address(getattr(given, "site", "")))
        corpus = load_project(given.root).corpus
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    if given.command == "check":
        print(f"{sum(1 for _ in corpus.segments())} sentences, {len(corpus.terms)} terms: no faults")
    elif given.command == "export":
        write_tree(given.folder, {**exports(corpus, site), **files(corpus, site)})
    elif given.command == "print":
        return _print(corpus, given.root, given.folder, site)
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


def _print(corpus: Corpus, root: Path, folder: Path, published: Published) -> int:
    """Write the print editions; 1 with the reason on standard error where they cannot be made."""
    from .print import typeset  # here, because loading the typesetter takes longer than the other commands run

    try:
        epoch = typeset.epoch_of(os.environ.get("SOURCE_DATE_EPOCH", ""))
        builder = typeset.BookBuilder(corpus, published, root / "fonts", exports(corpus, published), epoch)
        typeset.write(folder, builder.books())
    except BuildError as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


def _freeze(root: Path) -> int:
    """Write ``published.txt`` with all that is published now; what it lists already stays as it is."""
    files = read_tree(root)
    corpus = load(files, Faults())
    if corpus is None:
        raise InvalidProject("the project cannot be read: run `./run check`")
    write_tree(root, {PATH: listed(published(corpus, files), files.get(PATH, b"").decode("utf-8"))})
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
