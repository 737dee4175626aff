"""The ledger: every numeral of the source is claimed, and claimed once."""

from __future__ import annotations

from collections import Counter

from ..analysis.ledger import AROUND, account_spans, entries
from ..model.faults import Faults
from ..read.corpus import Transcript


def check(transcript: Transcript, faults: Faults) -> None:
    """N1 unclaimed numeral, N2 claimed more than once, N3 account that does not match."""
    path = f"docs/zh/{transcript.event.id}"
    for entry in entries(transcript):
        segment, numeral = entry.segment, entry.numeral
        shown = f"…{segment.zh.text[max(0, numeral.start - AROUND) : numeral.end + AROUND]}…"  # as written, so that it can be found
        place = f"{path}/{segment.page}.md"
        if not entry.claims:
            what = f"the numeral {numeral.text!r} ({shown}) of {segment.address} is not accounted for"
            faults.add(place, segment.zh.number, "N1", what, "add a row to targets.yml or a line to numerals.yml")
        elif len(entry.claims) > 1:
            claims = ", ".join(f"{claim.where.path}:{claim.where.line}" for claim in entry.claims)
            what = f"the numeral {numeral.text!r} ({shown}) of {segment.address} is claimed by {claims}"
            faults.add(place, segment.zh.number, "N2", what, "leave it to one of them")
    _accounts(transcript, faults)


def _accounts(transcript: Transcript, faults: Faults) -> None:
    """Each account's text stands as often as it says."""
    sentences = (segment.zh.text for segment in transcript.segments.values())
    spans = account_spans(transcript.accounts)
    found = Counter(account.find for text in sentences for _, _, account in spans(text))
    seen: set[str] = set()
    for account in transcript.accounts:
        where = account.where
        if account.find in seen:
            faults.add(where.path, where.of("find"), "N3", f"{account.find!r} has an account already", "make the two one")
        elif found[account.find] != account.count:
            what = f"{account.find!r} stands {found[account.find]} times in the pages, not {account.count}"
            faults.add(where.path, where.of("count"), "N3", what, "mend find or count")
        seen.add(account.find)
