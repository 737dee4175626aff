from __future__ import annotations

from dataclasses import replace

from verbatim.analysis.ledger import account_spans, claimed_numerals, counts, reason

from .example import changed, corpus, transcript


def test_every_numeral_is_counted_by_class_and_script() -> None:
    found = {one.class_: one for one in counts(corpus().vocabulary.classes, transcript())}

    assert list(found) == [name for name in corpus().vocabulary.classes if name not in {"repeat", "amount"}]
    assert len(claimed_numerals(transcript())) == 26 == sum(one.sum for one in found.values())
    assert found["target"].arabic == 7
    assert found["structure"].han == 3
    assert (found["name"].arabic, found["name"].han) == (4, 2)


def test_a_numeral_has_the_reason_of_what_claims_it() -> None:
    found = {(entry.segment.address, entry.numeral.text): entry for entry in claimed_numerals(transcript())}
    row, account = found["q1-a1-2", "14"], found["q1-a1-2", "1"]

    assert (row.class_, reason(row, "en")) == ("target", "trams in service")
    assert (account.class_, reason(account, "zh")) == ("date", "期限。")


def test_a_numeral_that_only_the_shared_list_holds_has_the_reason_of_the_list() -> None:
    bare = changed(corpus(), accounts=())

    found = {entry.before[-1:] + entry.numeral.text: entry for entry in claimed_numerals(transcript(bare)) if entry.claims}

    assert (found["第二"].class_, reason(found["第二"], "en")) == ("structure", "an ordinal, which counts nothing")


def test_a_numeral_is_shown_with_a_few_characters_around_it() -> None:
    entry = next(one for one in claimed_numerals(transcript()) if one.numeral.text == "300萬")

    assert (entry.before, entry.after) == ("，將滾動實施", "元以上工程9")


def test_without_accounts_no_text_is_accounted_for() -> None:
    assert list(account_spans(())("二是")) == []


def test_an_account_names_the_cells_of_a_row_with_spaces_between() -> None:
    one = replace(transcript().accounts[0], find="碼頭 3 7")

    assert [(start, end) for start, end, _ in account_spans((one,))("大碼頭\t3\t7\t碼頭3 7")] == [(1, 7)]
