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
            what = f"the numeral {numeral.text!r} ({shown}) of {segment.address} has no entry in the register and no account"
            faults.add(place, segment.zh.number, "N1", what, "add an entry to targets.yml, or an account with its reason to numerals.yml")
        elif len(entry.claims) > 1:
            claims = ", ".join(f"{claim.where.path}:{claim.where.line}" for claim in entry.claims)
            what = f"the numeral {numeral.text!r} ({shown}) of {segment.address} is claimed by {claims}"
            faults.add(place, segment.zh.number, "N2", what, "keep one of the claims and shorten or remove the other")
    _accounts(transcript, faults)


def _accounts(transcript: Transcript, faults: Faults) -> None:
    """The text of each account appears as often as it states."""
    sentences = (segment.zh.text for segment in transcript.segments.values())
    spans = account_spans(transcript.accounts)
    found = Counter(account.find for text in sentences for _, _, account in spans(text))
    seen: set[str] = set()
    for account in transcript.accounts:
        where = account.where
        if account.find in seen:
            faults.add(where.path, where.of("find"), "N3", f"{account.find!r} has an account already", "merge the two")
        elif found[account.find] != account.count:
            what = f"{account.find!r} appears {found[account.find]} times in the pages, not {account.count}"
            faults.add(where.path, where.of("count"), "N3", what, "correct `find` or `count`")
        seen.add(account.find)
