"""English names and offices of people whom the roster presents, read from the translation of its lines (Name, Office)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Person
from ..read.corpus import Corpus, Transcript
from ..read.files import Files
from ..read.yaml_nodes import Edit, applied, end_of, node_at, records_by_id
from ..text.folding import fold
from ..text.open_points import MARK, is_open
from .proposals import Settled
from .written import quoted


def roster_words(event: str, files: Files, corpus: Corpus) -> Settled:
    """The people of an event with the English of their lines of the roster: the office, and the name where it is the proposed one."""
    path, transcript = f"data/{event}/people.yml", corpus.transcripts[event]
    people = [person for person in corpus.people.values() if person.where.path == path]
    found = {person.id: values for person in people if (values := dict(_values(person, transcript)))}
    if not found:
        return Settled({}, 0)
    text = files[path].decode("utf-8")
    records = records_by_id(text, path)
    edits = [_edit(records[id], key, value, text) for id, values in found.items() for key, value in values.items()]
    return Settled({path: applied(text, edits).encode("utf-8")}, len(edits))


def _values(person: Person, transcript: Transcript) -> Iterator[tuple[str, str]]:
    """The keys of what is open of a person, with the English that the one line of the roster gives that has the name and the office."""
    if person.office is None or is_open(person.office.zh):
        return
    said = [_folded(person.name.zh), _folded(person.office.zh)]
    panel = [one for one in transcript.segments.values() if one.kind == "panel" and all(word in _folded(one.zh.text) for word in said)]
    wanted = person.name.en.removeprefix(f"{MARK} ")
    office = _offices(panel[0].en.text).get(wanted) if len(panel) == 1 else None
    if office:
        if is_open(person.name.en):
            yield "name", wanted
        if is_open(person.office.en):
            yield "office", office


def _offices(line: str) -> dict[str, str]:
    """The offices that an English line of the roster gives, by the names behind the role (Moderator: …); semicolons part several people."""
    parts = (one.removeprefix("and ").partition(", ") for one in line.split("; "))
    return {name.rpartition(": ")[2]: office for name, _, office in parts}


def _folded(text: str) -> str:
    return "".join(fold(text).split())


def _edit(record: object, key: str, value: str, text: str) -> Edit:
    node = node_at(record, (key, "en"))
    return node.start_mark.index, end_of(node, text), quoted(value)
