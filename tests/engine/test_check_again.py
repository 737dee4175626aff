"""After an edit only that is looked at again which it changed, and what is said is what a check says that knows nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from verbatim.project import inspected
from verbatim.read.files import Files, read_tree
from verbatim.text.cache import begin, parts

from .example import ROOT, example, theme_strings

RULES = "verbatim.rules."
OF_FILES = "characters._odd"
EVENTS = 4
LISTS = {
    "data/house-style.yml": b"- {lang: en, words: [whilst], reason: one word, write: while}\n",
    "data/synonyms.yml": "- {text: 探索, say: [摸索]}\n".encode(),
}


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Each test begins as a process does, and leaves nothing to the next one."""
    begin(lambda part: {})
    yield
    begin(lambda part: {})


def files() -> Files:
    return {**example(), **read_tree(ROOT / "tests" / "events"), **LISTS}


def edited(path: str, old: str, new: str) -> Files:
    """The four events with one edit."""
    text = files()[path].decode("utf-8")
    assert old in text
    return {**files(), path: text.replace(old, new, 1).encode("utf-8")}


def looked_at() -> Mapping[str, set[object]]:
    """The events that each function of the rules has looked at, by what it was asked."""
    (of_none,) = (part for part in parts() if not part.name)
    of_rules = {name.removeprefix(RULES): found for name, found in of_none.found.items() if name.startswith(RULES)}
    return {name: {key for key in found if {*map(type, key)} == {bytes}} for name, found in of_rules.items() if name != OF_FILES}


def again(after: Files) -> Mapping[str, int]:
    """How many events each function of the rules looks at after an edit of the four."""
    inspected(files(), theme_strings())
    before = looked_at()
    inspected(after, theme_strings())
    return {name: len(keys - before[name]) for name, keys in looked_at().items() if keys - before[name]}


OF_EVENTS = {
    "_of_event",
    "glossary._in",
    "house_style._in",
    "named._in",
    "pages._of_events",
    "spelling._in",
    "synonyms._said",
    "witnesses._forms_in",
}
"""The functions that look at each event."""
EVERY, ONE = {**dict.fromkeys(OF_EVENTS, EVENTS), "corrections._in": 1}, dict.fromkeys(OF_EVENTS, 1)
CORRECTED = {**ONE, "corrections._in": 1}
"""As for ``ONE``, of the only event that has a correction."""
EDITS: list[tuple[str, str, str, Mapping[str, int]]] = [
    ("docs/en/tram-2031/chen-haizhou.md", "Second, we will explore", "Second, we will not explore", CORRECTED),
    ("docs/zh/tram-2031/chen-haizhou.md", "二是探索", "二是加快探索", CORRECTED),
    ("data/fog-harbor-2033/targets.yml", "- id: ", "- ID: ", ONE),
    ("data/fog-harbor-2033/seals.txt", " ", " 0", ONE),
    ("data/tram-2031/published.txt", "\n", "\npage gone\n", CORRECTED),
    ("docs/en/ginkgo-isle-2034/index.md", "\n# ", "\nThis is recieved 雾.\n\n# ", ONE),
    ("docs/zh/ginkgo-isle-2034/index.md", "\n# ", "\n[x](event:nowhere)\n\n<!-- end -->\n\n# ", ONE),
    ("docs/zh/glossary.md", "\n# ", "\n[x](event:nowhere)\n\n<!-- end -->\n\n# ", {}),
    ("data/tram-2031/terms.yml", "zh: ", "zh: 新", EVERY),
    ("data/fog-harbor-2033/people.yml", "pinyin: ", "pinyin: X", EVERY),
    ("data/vocabulary.yml", "operators:", "# a remark\noperators:", EVERY),
    ("data/strings.yml", 'colon: {zh: "：", en: ": "}', 'colon: {zh: "：", en: ":"}', {}),
    ("data/words.yml", "words: [", "words: [Xenial, ", {}),
    ("data/house-style.yml", "words: [", "words: [tram, ", {"house_style._in": EVENTS, "_of_event": 1}),
    ("data/synonyms.yml", "text: ", "text: X", {"synonyms._said": EVENTS}),
    ("data/corrections.yml", "after: ", "after: X", {"corrections._in": 1}),
]
"""An edit, and how many events each function looks at again after it."""


@pytest.mark.parametrize(("path", "old", "new", "events"), EDITS, ids=[f"{path} {new}" for path, _, new, _ in EDITS])
def test_rules_look_only_at_events_of_which_an_edit_changed_what_they_read(
    path: str, old: str, new: str, events: Mapping[str, int]
) -> None:
    assert again(edited(path, old, new)) == events


@pytest.mark.parametrize(("path", "old", "new", "events"), EDITS, ids=[f"{path} {new}" for path, _, new, _ in EDITS])
def test_the_report_is_that_of_a_check_that_knows_nothing(path: str, old: str, new: str, events: Mapping[str, int]) -> None:
    after = edited(path, old, new)
    fresh = inspected(after, theme_strings())[1]
    again(after)

    assert inspected(after, theme_strings())[1].report() == fresh.report()
