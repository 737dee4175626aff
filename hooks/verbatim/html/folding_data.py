"""What may be typed for the characters of the register and the glossary: scripts that these pages fetch when a reader is about to type."""

from __future__ import annotations

from collections.abc import Mapping

from ..analysis.bilingual import own_texts
from ..analysis.glossary import simplified_pairs
from ..read.corpus import Corpus
from ..text.data_scripts import data_scripts


def of_events(corpus: Corpus) -> Mapping[str, str]:
    """File to script for each event: the characters that rows of its register display, each with the Simplified one.

    A row displays names and words of ours too (who speaks, that no time is stated).
    """
    ours = [pair.zh for _, pair in own_texts(corpus)] + [person.name.zh for person in corpus.people.values()]
    entries = {event: transcript.entries for event, transcript in corpus.transcripts.items()}
    said = {event: [entry.quote.zh for entry in found] for event, found in entries.items()}
    return data_scripts({f"folding-{event}": simplified_pairs([*ours, *found]) for event, found in said.items()})


def of_glossary(corpus: Corpus) -> Mapping[str, str]:
    """File to script: the same for the terms of the glossary."""
    forms = (form for term in corpus.terms.values() for form in term.forms("zh"))
    return data_scripts({"assets/data/folding": simplified_pairs(forms)})
