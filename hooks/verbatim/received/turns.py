"""Turns of a source: who speaks when, what kind of words these are, and which question an answer belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model.event import ASKING, TurnKind
from ..model.people import PersonKind
from ..text.folding import fold
from .labels import Head, is_nameless, is_voice, suspects
from .sentences import sentences

_END = re.compile(
    fold(
        "(?:到此|就到這裡|就到這兒|至此)(?:全部|圓滿)?(?:結束|為止)?|到(?:這裡|這兒)(?:全部|圓滿)?(?:結束|為止)|發布會結束|記者會結束|會議結束|說明會結束|再見|散會"
    )
)
_EVENT_ENDS = re.compile(
    fold("(?:發布會|發佈會|記者會|會議|說明會|通氣會|吹風會|見面會|座談會|活動)[^，。！]{0,8}(?:到此|就到|至此|結束)|再見|散會")
)
"""Words that end the event itself, not a part of it."""
_SAID = re.compile(r"[^:：]*[。！？!?…][”’」』）)]*")
"""Words that follow the end of an event and are plainly said; other lines there (附件下載, 註：…) may be of the page."""
_TOGETHER = re.compile(fold("一併|一起(?:回答|答覆|回應)|一塊|合起來|合併|兩個問題|這幾個問題|幾位記者|兩位記者|共同"))
_ANSWERS = re.compile(
    fold(
        "(?:我|我們|由我|這裡|這邊)(?:想|要|也|先|再|就|來|在此|在這裡|在這兒|這邊|另外|簡單|簡要|代為|順便|一併){0,4}(?:補充|回應|回答|答覆|澄清|解釋)"
    )
)
"""What a moderator says who answers, too."""
_HANDS_OVER = re.compile(fold("(?:請|歡迎)[^。！？]*(?:介紹|發布|發佈|說明|報告|回答|提問|致辭|講話)"))
"""What who moderates says before others speak."""
_SHOWN = 20
"""Characters of a line that a question quotes."""


@dataclass(frozen=True)
class Speech:
    """What is said after one label, or before the first: the paragraphs, of which the first follows the label."""

    head: Head | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A heading above the speeches that follow, with the notes in brackets below it; ``marked`` if the source marks it as one, else it only
    looks like it.
    """

    text: str
    marked: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposed:
    """A turn as it is proposed; ``why`` is the reason of its kind and links, ``doubt`` what a person has to decide, if anything.

    ``question`` is the number of the question that it asks or follows up, ``again`` which follow-up of that it is; 0 of what is neither.
    """

    id: str
    kind: TurnKind
    speeches: tuple[Speech, ...]
    by: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    follows: str = ""
    why: str = ""
    doubt: str = ""
    question: int = 0
    again: int = 0

    @property
    def asks(self) -> bool:
        """Whether answers can belong to it."""
        return self.kind in ASKING


def speeches(lines: Sequence[str], heads: Sequence[Head | None]) -> list[Speech]:
    """The lines of a source, cut before each label; the first speech has none if words stand before the first label."""
    found: list[tuple[Head | None, list[str]]] = []
    for line, head in zip(lines, heads, strict=True):
        if head or not found:
            found.append((head, []))
        found[-1][1].append(line[len(head.label) :] if head else line)
    return [Speech(head, tuple(paragraphs)) for head, paragraphs in found]


def is_conducted(spoken: Sequence[Speech]) -> bool:
    """Whether the first words hand over to others and the last ones end the event, as those of who moderates do."""
    first, last = (fold("".join(one.paragraphs)) for one in (spoken[0], spoken[-1]))
    return len(spoken) > 1 and bool(_HANDS_OVER.search(first) and _END.search(last))


@dataclass
class _State:
    """What has been said so far."""

    turns: list[Proposed] = field(default_factory=list)
    open: list[Proposed] = field(default_factory=list)
    """The questions since the last answer; after an answer those that it answered."""
    answered: bool = False
    counts: dict[str, int] = field(default_factory=dict)

    def id(self, base: str) -> str:
        self.counts[base] = number = self.counts.get(base, 0) + 1
        return base if number == 1 else f"{base}-{'abcdefghijklmnopqrstuvwxyz'[number - 1]}" if number <= 26 else f"{base}-x{number}"


def turns(
    spoken: Sequence[Speech | Part], who: Callable[[str], tuple[str, ...]], kinds: Callable[[str], PersonKind], names: Collection[str] = ()
) -> list[Proposed]:
    """The turns of speeches that have labels; ``who`` gives the ids of a label's speakers, ``kinds`` the kind of a person, and ``names``
    are those of people who are known.

    A heading is a notice; an outlet asks; who is neither outlet nor moderator makes a statement before the first question, and answers
    after it; who gives the words of others does neither.
    """
    state = _State()
    for place, speech in enumerate(spoken):
        if isinstance(speech, Part):
            doubt = "" if speech.marked else "is this a heading? Otherwise it belongs to the turn before"
            state.turns.append(Proposed(state.id("part"), "notice", (Speech(None, (speech.text, *speech.notes)),), doubt=doubt))
            continue
        assert speech.head is not None  # words without a label are no turn that somebody speaks
        by = who(speech.head.label)
        last = state.turns[-1] if state.turns else None
        found = {kinds(one) for one in by}
        closes = "moderator" in found and place == len(spoken) - 1 and any(_END.search(fold(one)) for one in speech.paragraphs)
        if last and last.by == by and not (closes and last.kind == "answer"):
            reason = "the label is repeated; list a turn for each if each is one of its own"
            state.turns[-1] = replace(last, speeches=(*last.speeches, speech), why=f"{last.why}; {reason}" if last.why else reason)
            state.open = [state.turns[-1] if one.id == last.id else one for one in state.open]
            continue
        if is_voice(speech.head.label):
            turn = _voice(state, speech, by)
        elif "outlet" in found:
            turn = _question(state, speech, by)
        elif "moderator" in found:
            turn = _moderator(state, speech, by, spoken[place + 1 : place + 2])
        else:
            turn = _answer(state, speech, by)
        state.turns.append(turn)
    first = [one.paragraphs[0] for one in spoken if isinstance(one, Speech)]
    alone = first.count("") > len(first) / 2
    behind = [[one for speech in turn.speeches for one in _behind_label(speech)] for turn in state.turns]
    doubts = zip((suspicion(texts, names, alone) for texts in behind), _alone_after_questions(state.turns), strict=True)
    return [replace(turn, doubt="; ".join(filter(None, (turn.doubt, *more)))) for turn, more in zip(state.turns, doubts, strict=True)]


def _alone_after_questions(found: Sequence[Proposed]) -> Iterator[str]:
    """What to decide of each turn where a moderator alone speaks after a question, before the next one or the end."""
    for before, turn, after in zip((None, *found), found, (*found[1:], None), strict=False):
        speaks = turn.kind == "closing" or (turn.kind == "moderator" and (not after or after.kind in {*ASKING, "closing"}))
        is_alone = before and before.kind in ASKING and speaks
        then = "Then its kind is answer, and its promises are entries of the register"
        yield f"does this answer {before.id}, which nobody else does? {then}" if before and is_alone else ""


def suspicion(texts: Sequence[str], names: Collection[str], alone: bool = False) -> str:
    """What to decide where a paragraph or sentence may begin with a label that was not taken for one."""
    found = suspects(texts, names, alone)
    return f"is {' or '.join(found)} a label? It heads a paragraph or sentence of this turn" if found else ""


def _behind_label(speech: Speech) -> Iterator[str]:
    """The sentences of a speech but for the first, which its label heads."""
    first, *others = speech.paragraphs
    yield from sentences(first)[1:]
    for paragraph in others:
        yield from sentences(paragraph)


def _question(state: _State, speech: Speech, by: tuple[str, ...]) -> Proposed:
    """A question, or a follow-up where the same outlet asked the question that was just answered."""
    named = speech.head is not None and not is_nameless(speech.head.label)
    before = state.open[-1] if named and state.open and state.answered and state.open[-1].by == by else None
    if state.answered:
        state.open, state.answered = [], False
    number = before.question if before else sum(one.kind == "question" for one in state.turns) + 1
    turn = Proposed(f"q{number}", "question", (speech,), by, question=number)
    if before:
        id, why = state.id(f"q{number}-f"), "the same outlet asks again after the answer"
        turn = replace(turn, id=id, kind="follow-up", follows=before.id, why=why, again=before.again + 1)
    state.open.append(turn)
    return turn


def _moderator(state: _State, speech: Speech, by: tuple[str, ...], below: Sequence[Speech | Part]) -> Proposed:
    """Words of a moderator; they close an event that they end where nothing is ``below`` them, or a heading (of written answers)."""
    over = any(_EVENT_ENDS.search(fold(text)) for text in speech.paragraphs)
    may_end = not below or (over and isinstance(below[0], Part))
    ends = [at for at, text in enumerate(speech.paragraphs) if _END.search(fold(text))] if may_end else []
    if ends:
        after = next((text for text in speech.paragraphs[ends[-1] + 1 :] if not _SAID.fullmatch(text)), "")
        doubt = f"is “{after[:_SHOWN]}” said? List a line of the page in `furniture`, a note below the words as a notice" if after else ""
        why = "these words end the event" if below else "the last words, which end the event"
        return Proposed(state.id("closing"), "closing", (speech,), by, why=why, doubt=doubt)
    says = _ANSWERS.search(fold(words := "".join(speech.paragraphs)))
    if says and state.open:
        why = f"“{words[says.start() : says.end()]}”"
        doubt = "does the moderator answer here? Otherwise the kind is moderator, without questions"
        return replace(_answer(state, speech, by), why=why, doubt=doubt)
    number = sum(one.kind == "moderator" for one in state.turns) + 1
    doubt = "does the moderator answer here? Then its kind is statement, and its promises are entries of the register" if says else ""
    if over:
        doubt = "does the event end here? Then the kind is closing, and what is written below these words is a notice or turns of their own"
    return Proposed(state.id(f"moderator-{number}"), "moderator", (speech,), by, doubt=doubt)


def _voice(state: _State, speech: Speech, by: tuple[str, ...]) -> Proposed:
    """Words of somebody who gives those of others: part of the answer before them, else a statement; no question is answered by them."""
    before = next((one for one in reversed(state.turns) if one.kind != "notice"), None)
    doubt = f"does this give the words of {before.id} again? Choose the kind by whose words they are" if before else ""
    if before and before.answers:
        return Proposed(state.id(f"{before.answers[-1]}-a"), "answer", (speech,), by, answers=before.answers, doubt=doubt)
    number = sum(one.kind == "statement" for one in state.turns) + 1
    return Proposed(f"statement-{number}", "statement", (speech,), by, why="an interpreter or narrator answers nothing", doubt=doubt)


def _answer(state: _State, speech: Speech, by: tuple[str, ...]) -> Proposed:
    """An answer to the questions since the last answer, or to those that another speaker has just answered; before any, a statement."""
    if not state.open:
        number = sum(one.kind == "statement" for one in state.turns) + 1
        return Proposed(f"statement-{number}", "statement", (speech,), by, why="before the first question")
    ids = tuple(one.id for one in state.open)
    why, doubt = (
        "another speaker after the answer" if state.answered else "the next speaker after the question, who is not the moderator",
        "",
    )
    if len(ids) > 1 and not state.answered:
        together = _TOGETHER.search(fold("".join(speech.paragraphs)))
        place = together.span() if together else (0, 0)
        why = f"“{''.join(speech.paragraphs)[slice(*place)]}”" if together else ""
        doubt = "" if together else f"which of the questions {', '.join(ids)} does this answer?"
    state.answered = True
    return Proposed(state.id(f"{ids[-1]}-a"), "answer", (speech,), by, answers=ids, why=why, doubt=doubt)
