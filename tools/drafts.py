"""How much a person writes after ``./run new`` until an event is complete, by the made-up sources of the tests (``./run bench drafts``)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from manuals import table

from engine.draft_work import KINDS, PER_SENTENCE, SCAFFOLDING, done
from engine.example import report, resealed


def rows() -> Iterator[tuple[str, ...]]:
    """For each kind of source: sentences, lines of translation, lines beside it, those for a sentence, those on event and pages, faults."""
    for kind in KINDS:
        files, work = done(kind)
        left = sum(" F2 " not in one for one in report(resealed(files)).split("\n\n"))  # the list of what is published comes with `freeze`
        numbers = (work.sentences, work.translated, work.beside, f"{work.per_sentence:.1f}", work.scaffolding, left)
        yield (kind.what, *map(str, numbers))


def main() -> None:
    """Print the figures."""
    head = ("source", "sentences", "translation", "beside it", "for a sentence", "of these on event and pages", "faults left")
    print(table(head, rows()) + f"at most {PER_SENTENCE:g} lines beside the translation for a sentence, {SCAFFOLDING} on event and pages")


if __name__ == "__main__":
    main()
