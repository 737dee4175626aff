"""What waits while a reader types: with a clock and timers of the test's own."""

from __future__ import annotations

from typing import Any

from javascript import SOURCES, engine

STARTED = f"""
const told = [], tell = word => {{ told.push(word); }};
let now = 1000, timers = [], typing;
const performance = {{ now: () => now }};
const clearTimeout = timer => {{ timers = timers.filter(one => one !== timer); }};
const setTimeout = (act, wait) => {{
  const timer = {{ act, at: now + wait }};
  timers.push(timer);
  return timer;
}};
const pass = async ms => {{
  now += ms;
  for (const due of timers.filter(one => one.at <= now)) {{
    clearTimeout(due);
    due.act();
  }}
  for (let at = 0; at < 9; at++) await null;  // what waited goes on
}};
const verbatim = {{ define: (name, make) => {{ typing = make(); }} }};
{SOURCES["search/typing"]}
const fetch = typing.settled(async name => tell(name));
"""


def told(script: str) -> str:
    """The words that a script tells while its clock goes as it says."""
    promise: Any = engine().eval(f"(async () => {{ {STARTED} {script}; return told.join(' '); }})()")
    return str(promise.get(timeout=10))


def test_keys_that_follow_soon_ask_once() -> None:
    first, second = ("typing.soon(() => tell('first'))", "typing.soon(() => tell('second'))")
    assert told(f"{first}; await pass(59); {second}; await pass(59); tell('pause'); await pass(1)") == "pause second"


def test_what_is_asked_at_once_takes_the_place_of_what_waits() -> None:
    waits = "tell(Boolean(typing.waits()))"
    assert told(f"typing.soon(() => tell('late')); {waits}; typing.next(); {waits}; await pass(60)") == "true false"


def test_a_later_turn_or_key_overtakes_an_earlier_one() -> None:
    turns = "const one = typing.next(), other = typing.next(); tell(one()); tell(other())"
    assert told(f"{turns}; typing.soon(() => {{}}); tell(other())") == "true false true"


def test_what_any_query_needs_is_fetched_at_once_and_the_rest_once_keys_settle() -> None:
    typed = "typing.soon(() => {}); await pass(0)"
    waits = "await pass(299); tell('settled'); await pass(1); tell('later')"
    assert told(f"{typed}; fetch('more'); fetch('zh'); {waits}; {typed}; fetch('more'); await pass(0)") == "zh settled more later more"


def test_what_a_key_overtook_is_not_fetched() -> None:
    lost = "typing.soon(() => {}); fetch('more').catch(error => tell(`no ${error.message}`)); await pass(100)"
    assert told(f"{lost}; typing.soon(() => {{}}); await pass(200)") == "no more"
