"""What shared pages say of one event, with one event and with several."""

from __future__ import annotations

from verbatim.html.shared_pages import for_events

from .example import EVENT, corpus, several

TEXT = f"""A

<!-- only: {EVENT} -->
B
<!-- end -->
C

<!-- of: {EVENT} -->
D
<!-- end -->
See [the targets](event:targets#targets)."""


def test_with_one_event_its_lines_are_displayed_as_they_are() -> None:
    assert for_events(corpus(), "en", TEXT) == f"A\n\nB\nC\n\nD\nSee [the targets]({EVENT}/targets.md#targets)."


def test_with_several_the_lines_carry_its_name_or_are_left_out() -> None:
    short = several().transcripts[EVENT].event.short.en

    assert for_events(several(), "en", TEXT) == f"A\n\nC\n\n**{short}**\n\nD\n\nSee the targets."


def test_the_lines_of_another_event_than_the_only_one_are_left_out() -> None:
    assert for_events(corpus(), "en", "<!-- only: elsewhere -->\nB\n<!-- end -->\nC") == "C"
