"""The ledger: every numeral of the source is claimed, and claimed once."""

from __future__ import annotations

from collections import Counter

from ..analysis.ledger import AROUND, account_spans, claimed_numerals
from ..model.faults import Faults
from ..read.corpus import Transcript

SHARED = "data/numerals-that-count-nothing.yml"


def check(transcript: Transcript, faults: Faults) -> None:
    """N1 unclaimed numeral, N2 claimed more than once, N3 account that does not match, N4 repetition of what is not registered."""
    data = f"data/{transcript.event.id}"
    amounts = (amount for entry in transcript.entries for amount in (entry.amount, entry.each) if amount)
    registered = {abs(number) for amount in amounts for number in amount.numbers}
    for claimed in claimed_numerals(transcript):
        segment, numeral = claimed.segment, claimed.numeral
        shown = f"…{segment.zh.text[max(0, numeral.start - AROUND) : numeral.end + AROUND]}…"  # as written, so that it can be found
        if not claimed.claims:
            what = f"the numeral {numeral.text!r} ({shown}) of {segment.address} has no entry in the register and no account"
            fix = f"add an entry to {data}/targets.yml, or an account with its reason to {data}/numerals.yml"
            faults.add(segment.path("zh"), segment.zh.number, "N1", what, f"{fix}; a word in which it never counts belongs in {SHARED}")
        elif len(claimed.claims) > 1:
            claims = ", ".join(f"{claim.where.path}:{claim.where.line}" for claim in claimed.claims)
            what = f"the numeral {numeral.text!r} ({shown}) of {segment.address} is claimed by {claims}"
            faults.add(segment.path("zh"), segment.zh.number, "N2", what, "keep one of the claims and shorten or remove the other")
        elif claimed.class_ == "repeat" and numeral.value not in registered:
            where = claimed.claims[0].where
            what = f"the numeral {numeral.text!r} ({shown}) of {segment.address} repeats no amount of a register entry"
            faults.at(where, "class", "N4", what, "correct the class; `amount` is for amounts that are not in the register")
    _accounts(transcript, faults)


def _accounts(transcript: Transcript, faults: Faults) -> None:
    """The text of each account appears as often as it states."""
    sentences = (segment.zh.text for segment in transcript.segments.values())
    spans = account_spans(transcript.accounts)
    found = Counter(account.find for text in sentences for _, _, account in spans(text))
    seen: set[str] = set()
    for account in transcript.accounts:
        if account.find in seen:
            faults.at(account.where, "find", "N3", f"{account.find!r} has an account already", "merge the two")
        elif found[account.find] != account.count:
            what = f"{account.find!r} appears {found[account.find]} times in the pages, not {account.count}"
            faults.at(account.where, "count", "N3", what, "correct `find` or `count`")
        seen.add(account.find)
