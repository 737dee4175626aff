"""People: whoever reads the English alone can tell them apart, by their names and by their labels."""

from __future__ import annotations

from ..model import Person
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript
from ..text.folding import fold
from ..text.labels import label_key
from ..text.pinyin import without_tones
from .open_points import undecided


def check(corpus: Corpus, faults: Faults) -> None:
    """K7 the English name of two people whose Chinese names differ."""
    seen: dict[str, list[Person]] = {}
    for person in corpus.people.values():
        alike = seen.setdefault(fold(person.name.en), []) if not undecided(person) else []
        other = next((one for one in alike if not _may_share(person, one)), None)
        if other:
            what = f"{person.id}: the English name {person.name.en!r} of {person.name.zh!r} is that of {other.id}, {other.name.zh!r}"
            fix = "correct the wrong one; list who has two names once, with `labels`; else write what tells them apart (Ch’ang, not Chang)"
            faults.at(person.where, "name", "K7", what, fix)
        alike.append(person)


def of_event(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """K7 the English label of two people of one event whose Chinese labels differ."""
    seen: dict[str, tuple[str, Person]] = {}
    for person in here(corpus, transcript):
        for label in person.all_labels:
            zh, other = seen.setdefault(label.en, (label.zh, person))
            if other is not person and label_key(zh, "zh") != label_key(label.zh, "zh"):
                what = f"{person.id}: the English label {label.en!r} of {label.zh!r} is also that of {zh!r}, who is {other.id}"
                fix = (
                    "correct the wrong one; of people with like names say in the label what tells them apart, such as Li Wei (Port Office):"
                )
                faults.at(label.where, "en", "K7", what, fix)


def here(corpus: Corpus, transcript: Transcript) -> list[Person]:
    """Who speaks or is presented in an event, of those of whom nothing is open."""
    ids = transcript.people
    return [person for person in corpus.people.values() if person.id in ids and not undecided(person)]


def _may_share(one: Person, other: Person) -> bool:
    """Whether two people may have one English name: it is also one in Chinese, reads alike, or is of two roles without a name."""
    read = [without_tones(person.pinyin) for person in (one, other) if person.pinyin]
    alike = len(read) == 2 and read[0] == read[1]
    return fold(one.name.zh) == fold(other.name.zh) or alike or (_is_role(one) and _is_role(other))


def _is_role(person: Person) -> bool:
    """Whether somebody is called by a role, which is the whole label: nobody who has a name is known by it."""
    return not person.pinyin and not person.family and fold(person.label.zh[:-1]) == fold(person.name.zh)
