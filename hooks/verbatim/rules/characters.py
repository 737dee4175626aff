"""Characters: words and data hold none that cannot be seen or that looks like another; each is named by its code point."""

from __future__ import annotations

from ..model.faults import Faults
from ..read.corpus import Corpus
from ..read.files import Files
from ..text.characters import odd


def check(corpus: Corpus, files: Files, faults: Faults) -> None:
    """P6 such a character, on a page or in data; those of a source are as received, and so are those of its Chinese pages."""
    for path, content in files.items():
        if not path.endswith((".md", ".yml")):
            continue
        transcript = corpus.transcripts.get(path.split("/")[-2])
        received = transcript.source if transcript and not path.startswith("docs/en/") else ""
        for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), 1):
            for place, what in odd(line):
                if line[place] not in received:
                    faults.add(path, number, "P6", f"{what}, after {line[:place][-12:]!r}", "remove it, or type the plain character")
