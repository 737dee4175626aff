"""Words: the Chinese pages are the source, every sentence has its twin, every speaker the right label."""

from __future__ import annotations

from itertools import zip_longest

from ..analysis.seals import seal
from ..analysis.source_diff import differences, expected, join, sha256
from ..model import LANGS, Lang, Part, Section
from ..model.faults import Faults
from ..read.corpus import Corpus, Transcript


def check(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """S1 source altered, S2 pages differ, E1 to E3 errata, W1 to W4 twins and labels, W6 seals."""
    _errata(transcript, faults)
    if not transcript.event.parts:
        faults.add(
            transcript.event.where.path,
            transcript.event.where.of("parts"),
            "W1",
            "the event has no parts",
            "list the sections of the transcript",
        )
    complete = [_twins(corpus, transcript, part, faults) for part in transcript.event.parts]
    _labels(corpus, transcript, faults)
    if complete and all(complete):
        _source(corpus, transcript, faults)
        _seals(corpus, transcript, faults)


def _section(corpus: Corpus, transcript: Transcript, part: Part, lang: Lang) -> tuple[str, Section | None]:
    """The path of a part's page and its section, None where it is not there."""
    page = corpus.pages.get((lang, f"{transcript.event.id}/{part.page}"))
    path = f"docs/{lang}/{transcript.event.id}/{part.page}.md"
    return path, page.sections.get(part.section) if page else None


def _twins(corpus: Corpus, transcript: Transcript, part: Part, faults: Faults) -> bool:
    """Whether both languages have the section, with the same lines in the same paragraphs."""
    (zh_path, zh), (en_path, en) = (_section(corpus, transcript, part, lang) for lang in LANGS)
    for path, section in ((zh_path, zh), (en_path, en)):
        if section is None:
            faults.add(
                path, 1, "W1", f"there is no section {{#{part.section}}}", f"add the heading, or mend {part.where.path}:{part.where.line}"
            )
        elif not section.lines:
            faults.add(path, section.number, "W1", f"the section {{#{section.id}}} holds no sentence", "write its sentences")
    if zh is None or en is None:
        return False
    for number, (one, other) in enumerate(zip_longest(zh.paragraphs, en.paragraphs, fillvalue=()), 1):
        if len(one) != len(other):
            longer, path, lines = (zh_path, en_path, one) if len(one) > len(other) else (en_path, zh_path, other)
            extra = lines[min(len(one), len(other))].number
            what = f"paragraph {number} of {{#{part.section}}} has {len(one)} Chinese and {len(other)} English lines"
            faults.add(longer, extra, "W2", what, f"give every line its twin in {path}: one Chinese sentence, one line")
            return False
        for first, second in zip(one, other, strict=True):
            if bool(first.text) != bool(second.text):
                what = f"only one of this line and {zh_path}:{first.number} holds a sentence, the other is a label alone"
                faults.add(en_path, second.number, "W2", what, "set both labels in the same way: alone on the line, or before the sentence")
                return False
    return bool(zh.lines)


def _labels(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """Each change of speaker begins with that speaker's label, and no other line has one."""
    before: str | None = None
    for part in transcript.event.parts:
        person = corpus.people.get(part.by or "")
        for lang in LANGS:
            path, section = _section(corpus, transcript, part, lang)
            for index, line in enumerate(section.lines if section else ()):
                wanted = person.label[lang] if person and index == 0 and part.by != before else ""
                if line.label != wanted:
                    fix = f"write `**{wanted}**` at its head" if wanted else "remove the label, or mend `by` in event.yml"
                    faults.add(path, line.number, "W3", f"the label is {line.label!r} where {wanted!r} is wanted", fix)
        before = part.by


def _source(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """The source is the one recorded, and the Chinese pages joined are the source."""
    event, path = transcript.event, f"data/{transcript.event.id}/source.txt"
    found = sha256(transcript.source_bytes)
    if found != event.sha256:
        faults.add(
            path, 1, "S1", f"the SHA-256 is {found}, recorded is {event.sha256}", "restore the source as received; it is never edited"
        )
    sections = [_section(corpus, transcript, part, "zh") for part in event.parts]
    joined = join((where, section) for where, section in sections if section)
    for difference in differences(expected(transcript.source, transcript.errata), joined.text):
        where, line = joined.place(difference.position)
        what = f"the source has {difference.source[:40]!r}, the page has {difference.pages[:40]!r}"
        faults.add(where, line, "S2", what, "write the Chinese as received; a departure needs an erratum of kind layout")


def _errata(transcript: Transcript, faults: Faults) -> None:
    """Each erratum matches as often as it says, changes only what its kind may, and meets no other."""
    taken: list[tuple[int, int, str]] = []
    for erratum in transcript.errata:
        where = erratum.where
        found = transcript.source.count(erratum.find)
        if found != erratum.count:
            what = f"{erratum.find!r} stands {found} times in the source, not {erratum.count}"
            faults.add(where.path, where.of("find"), "E1", what, "mend find or count")
        same = erratum.find.replace("\n", "") == erratum.read.replace("\n", "")
        if same != (erratum.kind == "layout") or erratum.find == erratum.read:
            what = f"the kind is {erratum.kind}, but {erratum.find!r} becomes {erratum.read!r}"
            faults.add(
                where.path, where.of("kind"), "E3", what, "layout changes line ends and nothing else; slip and variant change characters"
            )
        start = transcript.source.find(erratum.find)
        while start >= 0:
            end = start + len(erratum.find)
            for first, last, name in taken:
                if first < end and start < last:
                    faults.add(
                        where.path,
                        where.of("find"),
                        "E2",
                        f"{erratum.find!r} meets the erratum {name!r} in the source",
                        "make the two one, or shorten find",
                    )
            taken.append((start, end, erratum.id))
            start = transcript.source.find(erratum.find, end)


def _seals(corpus: Corpus, transcript: Transcript, faults: Faults) -> None:
    """Each pair of lines is the one that was last compared."""
    path = f"data/{transcript.event.id}/seals.txt"
    for segment in transcript.segments.values():
        if transcript.seals.get(segment.address) != seal(segment):
            page = corpus.pages["en", f"{segment.event}/{segment.page}"].path
            what = f"the sentence {segment.address} or its twin was changed since the two were last compared"
            faults.add(page, segment.en.number, "W6", what, "compare both lines, then take the seals anew with `./run seal`")
    for number, address in enumerate(transcript.seals, 1):
        if address not in transcript.segments:
            faults.add(path, number, "W6", f"a seal for {address!r}, which is no sentence", "take the seals anew with `./run seal`")
