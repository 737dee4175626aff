"""What may be typed for the characters of the register and the glossary: scripts that these pages fetch when a reader is about to type."""

from __future__ import annotations

from collections.abc import Mapping

from ..analysis.glossary import simplified_pairs
from ..read.corpus import Corpus
from ..text.data_scripts import data_scripts


def of_events(corpus: Corpus) -> Mapping[str, str]:
    """File to script for each event: the characters of its register entries, each with the Simplified one."""
    entries = {event: transcript.targets for event, transcript in corpus.transcripts.items()}
    texts = {event: [text for entry in found for text in (entry.what.zh, entry.quote.zh)] for event, found in entries.items()}
    return data_scripts({f"assets/data/folding-{event}": simplified_pairs(found) for event, found in texts.items()})


def of_glossary(corpus: Corpus) -> Mapping[str, str]:
    """File to script: the same for the terms of the glossary."""
    forms = (form for term in corpus.terms.values() for form in term.forms("zh"))
    return data_scripts({"assets/data/folding": simplified_pairs(forms)})
