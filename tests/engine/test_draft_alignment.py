"""English that is aligned with the Chinese of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbatim.draft.english import Alignment
from verbatim.draft.english import aligned as by_speaker
from verbatim.draft.said import Listener, Sentence
from verbatim.draft.sentence_alignment import Aligner
from verbatim.received.sentences import sentences
from verbatim.received.words import words

from .example import corpus


@dataclass
class Spoken:
    label: str
    text: str
    begins: bool = False


def aligned(lines: Sequence[Spoken], english: str, listener: Listener) -> Alignment:
    """The English of lines, where each label is of another speaker."""
    return by_speaker(lines, english, listener, str)


def test_english_is_aligned_by_labels_numbers_and_length() -> None:
    lines = [Spoken("", "甲。"), Spoken("田野:", ""), Spoken("", "去年建了3座碼頭。"), Spoken("", "好。"), Spoken("島報記者:", "還有呢?")]

    found = aligned(lines, "A.\nTian Ye: Last year, 3 piers were built. Good.\nIsle Paper reporter: What else?", Listener([]))

    assert [(one.text, one.doubtful) for one in found.answers] == [
        *(("A.", False), ("Last year, 3 piers were built.", False), ("Good.", False), ("What else?", False)),
    ]
    assert found.labels == {"田野:": "Tian Ye:", "島報記者:": "Isle Paper reporter:"}


@pytest.mark.parametrize(
    ("zh", "english", "answers"),
    [
        (["田野:甲。"], "", [("", True)]),
        (["田野:去年建了3座碼頭。"], "Tian Ye: Last year, 4 piers were built.", [("Last year, 4 piers were built.", True)]),
        (
            ["甲:好。", "乙:建了3座碼頭,也建了4條路。"],
            "Fine. It built 3 piers and 4 roads.",
            [("Fine.", False), ("It built 3 piers and 4 roads.", False)],
        ),
        (
            ["甲:碼頭3座。路4條。"],
            "Tian Ye: There are 3 piers, and 4 roads as well.",
            [("There are 3 piers, and 4 roads as well.", True), ("", True)],
        ),
    ],
)
def test_what_is_not_certain_is_marked(zh: list[str], english: str, answers: list[tuple[str, bool]]) -> None:
    lines = [Spoken(line.split(":")[0] + ":" if not at else "", one) for line in zh for at, one in enumerate(sentences(line.split(":")[1]))]

    assert [(one.text, one.doubtful) for one in aligned(lines, english, Listener([])).answers] == answers


WORDS = Listener([], corpus().counterparts, corpus().vocabulary.echoes.values())


LINES = [
    Spoken("田野:", "我們已經建成了3座新的碼頭。", True),
    Spoken("", "我們不會讓任何漁船停在外面。"),
    Spoken("", "“船來了,燈還在。”"),
    Spoken("", "這就是大家的願望……我們聽到了。"),
    Spoken("", "明年將再建40座左右的倉庫。", True),
]


ENGLISH = (
    "Tian Ye: We have built 3 new piers.",
    "We will not let any fishing boat stay outside.",
    "“The boats came, and the lights are on.”",
    "This is what people wish for … and we heard it.",
    "Next year, we will build about 40 more warehouses.",
)


def paragraphs(english: Sequence[str]) -> str:
    """The English with a paragraph before the last sentence, as in Chinese."""
    return " ".join(english).replace(" Next year", "\nNext year")


def test_clean_english_is_not_doubtful() -> None:
    found = aligned(LINES, paragraphs(ENGLISH), WORDS)

    assert [(one.text, one.doubtful) for one in found.answers] == [(one.removeprefix("Tian Ye: "), False) for one in ENGLISH]


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_a_sentence_left_out_of_the_english_is_an_open_line_and_moves_no_other(at: int) -> None:
    found = aligned(LINES, paragraphs([one for one in ENGLISH if one != ENGLISH[at]]), WORDS)

    assert [one.text for one in found.answers] == [
        "" if number == at else one.removeprefix("Tian Ye: ") for number, one in enumerate(ENGLISH)
    ]
    assert found.answers[at].doubtful


@pytest.mark.parametrize(
    ("zh", "english", "doubtful"),
    [
        ("船來了。", "The boat came.", False),
        ("“船”來了。", "The boat came.", True),
        ("船來了嗎?", "The boat came.", True),
        ("船來了……", "The boat came.", True),
        ("船來了!", "The boat came.", True),
        ("船不來。", "The boat comes.", True),
        ("建40座左右。", "Some 40 are built.", True),
        ("船來了。", "The boat may come.", False),
        ("船來了。", "The whole boat may come.", True),
        ("6月來9艘。", "In June, 9 come.", False),
        ("6月來9艘。", "In July, 9 come.", True),
        ("115年船來了。", "In 2026 the boat came.", False),
        ("115年船來了。", "In 2027 the boat came.", True),
        ("民國115年船來了。", "In 2026 the boat came.", False),
    ],
)
def test_words_and_marks_that_one_side_lacks_are_doubtful(zh: str, english: str, doubtful: bool) -> None:
    assert [one.doubtful for one in aligned([Spoken("", zh)], english, WORDS).answers] == [doubtful]


def test_no_word_of_a_name_has_to_be_answered() -> None:
    names = Listener([], corpus().counterparts, corpus().vocabulary.echoes.values(), ["阿不都拉"])

    assert [one.doubtful for one in aligned([Spoken("", "阿不都拉來了。")], "Abdullah came.", names).answers] == [False]
    assert [one.doubtful for one in aligned([Spoken("", "阿不都拉來了。")], "Abdullah came.", WORDS).answers] == [True]


def test_english_that_answers_nothing_is_added_to_what_was_before_it() -> None:
    words = "3 boats. One. Two. Three more. Four. Five. Six."

    assert [(one.text, one.doubtful) for one in aligned([Spoken("", "船3艘。")], words, Listener([])).answers] == [(words, True)]


def test_what_may_answer_either_of_two_sentences_is_doubtful() -> None:
    found = aligned([Spoken("", "船來了。"), Spoken("", "船走了。")], "A boat.", Listener([]))

    assert [one.doubtful for one in found.answers] == [True, True]


@pytest.mark.parametrize(
    ("lines", "english", "answers"),
    [
        (
            [Spoken("", "天氣:多雲", True), Spoken("", "主持人:田野", True), Spoken("田野:", "大家早上好。", True)],
            "Weather: cloudy\nModerator: Tian Ye\nTian Ye: Good morning to all.",
            ["Weather: cloudy", "Moderator: Tian Ye", "Good morning to all."],
        ),
        (
            [Spoken("", "漁港處。", True), Spoken("田野:", "大家早上好。", True)],
            "Port Office.\nTian Ye:\nGood morning.",
            ["Port Office.", "Good morning."],
        ),
        ([Spoken("", "漁港處。", True)], "Tian Ye:\nLuo Qing:", ["Tian Ye: Luo Qing:"]),
        ([Spoken("田野:", "大家早上好。", True)], "Good morning.", ["Good morning."]),
    ],
)
def test_an_english_label_is_kept_where_the_chinese_line_has_none(lines: list[Spoken], english: str, answers: list[str]) -> None:
    assert [one.text for one in aligned(lines, english, Listener([])).answers] == answers


def test_a_label_is_taken_over_where_other_lines_look_like_labels_too() -> None:
    lines = [Spoken("", "天氣:多雲", True), Spoken("田野:", "大家早上好。", True)]

    assert aligned(lines, "Weather: cloudy\nYe Tian: Good morning to all.", Listener([])).labels == {"田野:": "Ye Tian:"}


BRIEFING = [
    Spoken("", "說明會", True),
    Spoken("", "天氣:晴", True),
    Spoken("田野:", "大家早上好。", True),
    Spoken("島報記者:", "舊碼頭如何處理?", True),
    Spoken("羅青:", "舊碼頭會拆除。", True),
]


@pytest.mark.parametrize(
    ("english", "answers", "labels"),
    [
        (  # as many labels, each for another speaker
            "Briefing\nWeather: fine\nTian Ye: Good morning to all.\nOne paper wants to know: What will be done with the old piers?\n"
            "Luo Qing: The old piers will be removed.",
            ["Briefing", "Weather: fine", "Good morning to all.", "One paper wants to know: What will be done with the old piers?"],
            {"田野:": "Tian Ye:", "羅青:": "Luo Qing:"},
        ),
        (  # one label for two speakers: as many, and neither is certain
            "Briefing\nWeather: fine\nTian Ye: Good morning to all.\nSpeaker: What will be done with the old piers?\n"
            "Speaker: The old piers will be removed.",
            ["Briefing", "Weather: fine", "Good morning to all.", "What will be done with the old piers?"],
            {"田野:": "Tian Ye:"},
        ),
        (  # an answer in doubt says nothing of its label
            "Briefing\nWeather: fine\nTian Ye: Good morning to all.\nReporter asks: What will be done with the old piers?\n"
            "Luo Qing: All 3 of the old piers will not be removed!",
            ["Briefing", "Weather: fine", "Good morning to all.", "What will be done with the old piers?"],
            {"田野:": "Tian Ye:", "島報記者:": "Reporter asks:"},
        ),
    ],
)
def test_a_label_is_taken_over_only_where_it_is_certain(english: str, answers: list[str], labels: dict[str, str]) -> None:
    found = aligned(BRIEFING, english, WORDS)

    assert [one.text for one in found.answers[:4]] == answers
    assert found.labels == labels


def test_labels_of_one_speaker_may_have_one_in_english() -> None:
    lines = [Spoken("田野:", "大家早上好。", True), Spoken("田冶:", "舊碼頭會拆除。", True)]
    english = "Tian Ye: Good morning to all.\nTian Ye: The old piers will be removed."

    assert by_speaker(lines, english, WORDS, lambda _: "tian-ye").labels == {"田野:": "Tian Ye:", "田冶:": "Tian Ye:"}
    assert by_speaker(lines, english, WORDS, str).labels == {}


@pytest.mark.parametrize(
    ("names", "doubts"), [(("Tian Ye", "Luo Qing"), [True, True, False, False]), (("Speaker", "Speaker"), [True, True, True, False])]
)
def test_labels_that_answer_each_other_part_what_may_answer_otherwise(names: tuple[str, str], doubts: list[bool]) -> None:
    english = f"Briefing\nTime: fine\n{names[0]}: Good morning to all.\n{names[1]}: Well."

    assert [one.doubtful for one in aligned([*BRIEFING[:3], Spoken("羅青:", "好。", True)], english, WORDS).answers] == doubts


@pytest.mark.parametrize("head", [one.replace("_", " ") for one in words("no-english-label")])
def test_a_head_that_names_no_speaker_is_no_label(head: str) -> None:
    found = aligned(BRIEFING[:3], f"Briefing\n{head}: fine\nTian Ye: Good morning to all.", WORDS)

    assert found.labels == {"田野:": "Tian Ye:"}
    assert found.answers[1].text == f"{head}: fine"


@given(
    st.lists(st.sampled_from(["甲。", "乙3座。", "我們將建12家。", "好?"]), min_size=1, max_size=6),
    st.lists(st.sampled_from(["A.", "B 3.", "We will build 12 of them.", "Well?"]), max_size=8),
)
def test_every_chinese_line_gets_its_english_and_no_english_word_is_lost(zh: list[str], en: list[str]) -> None:
    found = aligned([Spoken("", one) for one in zh], " ".join(en), Listener([("甲", "A")]))

    assert len(found.answers) == len(zh)
    assert " ".join(one.text for one in found.answers).split() == " ".join(en).split()


def compared(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often sentences are compared to align a text of so many with its English, without labels."""
    calls = 0
    cost = Aligner._cost

    def counting(self: Aligner, zh: tuple[Sentence, ...], en: tuple[Sentence, ...]) -> float:
        nonlocal calls
        calls += 1
        return cost(self, zh, en)

    with monkeypatch.context() as patched:
        patched.setattr(Aligner, "_cost", counting)
        numbers = range(100, 100 + count)
        lines = [Spoken("", f"第{number}座碼頭{'很' * (number % 20)}好。") for number in numbers]
        found = aligned(lines, " ".join(f"Pier {number} is {'very ' * (number % 20)}good." for number in numbers), Listener([]))
    assert [one.text.split()[1] for one in found.answers] == [str(number) for number in numbers]
    return calls


def test_a_text_of_twice_the_length_is_not_compared_four_times_as_often(monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = (compared(count, monkeypatch) for count in (60, 120))

    assert long < 3 * short
    assert long < 120 * 120 * 2, "of seven shapes at each place"


def test_english_far_from_the_diagonal_is_found() -> None:
    numbers = range(100, 130)
    more = " ".join("This was said by somebody whom nobody wrote down." for _ in range(8))

    found = aligned(
        [Spoken("", f"第{one}座碼頭好。") for one in numbers], f"{more} {' '.join(f'Pier {one} is good.' for one in numbers)}", Listener([])
    )

    assert [one.text.split()[-3] for one in found.answers] == [str(one) for one in numbers]
    assert [one.doubtful for one in found.answers[1:]] == [False] * 29
