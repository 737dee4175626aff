"""Characters: words and data hold none that cannot be seen or that looks like another; each is named by its code point."""

from __future__ import annotations

import hashlib

from ..model.faults import Faults
from ..read.corpus import Corpus
from ..read.files import Files
from ..text.cache import Listed, cached
from ..text.characters import odd


def check(corpus: Corpus, files: Files, faults: Faults) -> None:
    """P6 such a character, on a page or in data; a source and the file that it came in are as received, and so are Chinese pages."""
    for path, content in files.items():
        if not path.endswith((".md", ".yml")) or "/received." in path:
            continue
        transcript = corpus.transcripts.get(path.split("/")[-2])
        received = transcript.source if transcript and not path.startswith("docs/en/") else ""
        for number, character, what in _odd(Listed(content, digest=hashlib.sha256(content).digest())):
            if character not in received:
                faults.add(path, number, "P6", what, "remove it, or type the plain character")


@cached(16_384)
def _odd(content: Listed[bytes]) -> tuple[tuple[int, str, str], ...]:
    """Line, character and description of each odd character of a file; kept, since an edit leaves most files as they are."""
    lines = enumerate(content.value.decode("utf-8", "replace").split("\n"), 1)
    return tuple((number, line[at], f"{what}, after {line[:at][-12:]!r}") for number, line in lines for at, what in odd(line))
