"""The data with which the browser displays the Chinese in its other readings, as a script."""

from __future__ import annotations

import json

from ..read.corpus import Corpus
from ..read.files import Files
from ..text.readings import table


def reading_data(corpus: Corpus, files: Files) -> str:
    """A script that sets ``verbatimReadings``: slips, overrides, and the table for the characters that ``files`` use.

    A script and not JSON, because a page opened from a folder can load a script but not JSON.
    """
    used = sorted(set("".join(content.decode("utf-8") for path, content in files.items() if not path.endswith(".txt"))))
    slips = {one.find: one.read for transcript in corpus.transcripts.values() for one in transcript.errata if one.kind == "slip"}
    changes = {
        "slips": slips,
        "words": {word.find: word.read for word in corpus.words},
        "characters": "".join(character + table()[ord(character)] for character in used if ord(character) in table()),
    }
    return f"globalThis.verbatimReadings = {json.dumps(changes, ensure_ascii=False, separators=(',', ':'))};\n"
