"""Second witnesses: what a table, the transcript or another field can confirm agrees with what the data say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set

from ..model import LANGS, Erratum, Lang, Person, Term, Unit
from ..model.faults import Faults
from ..read.corpus import EVENTS, Corpus, Transcript
from ..text.cache import Listed, cached
from ..text.english_numbers import MONTHS
from ..text.folding import fold
from ..text.matching import contains_word
from ..text.numerals import plain
from ..text.open_points import is_open
from ..text.pinyin import reads, share_a_reading, without_tones
from ..text.readings import table
from ..text.years import stated
from .named import Names
from .repeats import repeats

_GENERAL = {"a", "an", "the", "of", "and", "or", "to", "in", "on", "for", "with", "by", "will", "we", "all", "is", "are"}
_HELD = re.compile(
    r"(?:会议|活动|举行|召开|发布会|记者会|说明会)?(?:时间|日期)\s*[:：]\s*"
    r"(?P<date>(?:民国)?\s?\d{2,4}\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日)"
)
"""A line, folded, that gives the day on which the event took place."""
_TIME = re.compile("[年月日天號号時时分秒刻季旬周週點点:：午晚晨早夜夕]|星期|禮拜|礼拜|世紀|世纪")
"""What a date, a day of the week or a time of the day has in it."""
_UNCOUNTED = {"structure", "word", "date"}
"""The classes of numerals that count nothing but what the text lists."""
_AMOUNT = re.compile(r"\d\s*[%‰]|[百千]分之|[\d万亿]\s*(?:[美欧港日澳]?元|个?百分点)")
"""A share or an amount of money, in Simplified characters."""
_LIKE = "write the reading of each character with its tone mark; tools/pinyin.py holds neutral tones that the table lacks"


def check(corpus: Corpus, events: Iterable[Listed[Corpus]], names: Names, faults: Faults) -> None:
    """K1 pinyin, K2 name or office, K4 form that occurs nowhere or name of a unit, K5 reading of a character, K6 unused, V4 no address."""
    for person in corpus.people.values():
        _person(person, faults)
    said = {form for own in events for form in _forms_in(own)}
    for term in corpus.terms.values():
        _term(term, said, faults)
    for unit in corpus.units.values():
        _unit(unit, faults)
    _signals(corpus, faults)
    _simplified(corpus, faults)
    _synonyms(corpus, faults)
    _used(corpus, names, faults)


def of_event(transcript: Transcript, faults: Faults) -> None:
    """K3 day or class of a numeral, K5 reading of a character, of one event."""
    _day(transcript, faults)
    for erratum in transcript.errata:
        _erratum(erratum, faults)
    for account in transcript.accounts:
        if account.class_ == "date" and not _TIME.search(account.find):
            where, fix = account.where, "choose the class by what the words say; `find` may hold the words of time around the number"
            faults.at(where, "class", "K3", f"{account.find!r} names no date", fix)
        elif account.class_ in _UNCOUNTED and _AMOUNT.search(plain(account.find)):
            where, fix = account.where, "record it in the register, or choose `amount` or `repeat` and say why it is not there"
            faults.at(where, "class", "K3", f"{account.find!r} is an amount and no {account.class_}", fix)


@cached(EVENTS)
def _forms_in(own: Listed[Corpus]) -> frozenset[tuple[Lang, str]]:
    """The forms of terms that a sentence of an event holds, each with its language."""
    corpus = own.value
    chinese = fold("\n".join(segment.zh.text for segment in corpus.segments()))
    english = "\n".join(segment.en.text for segment in corpus.segments())
    found = set[tuple[Lang, str]]()
    for term in corpus.terms.values():
        found |= {("zh", form) for form in term.forms_zh if fold(form) in chinese}
        found |= {("en", form) for form in term.forms_en if contains_word(form, english, "en")}
    return frozenset(found)


def _person(person: Person, faults: Faults) -> None:
    """The English name is the pinyin, the label holds the name, the family name is first, and an outlet holds no office."""

    def report(code: str, key: str, what: str, fix: str) -> None:
        faults.at(person.where, key, code, f"{person.id}: {what}", fix)

    if person.pinyin and not reads(person.name.zh, person.pinyin):
        report("K1", "pinyin", f"{person.pinyin!r} is no reading of {person.name.zh!r}", _LIKE)
    otherwise = "-" in person.name.en or "·" in person.name.zh  # other romanizations (Yeh Shu-fan), or names of other languages
    if person.pinyin and not otherwise and sorted(without_tones(person.pinyin).split()) != sorted(person.name.en.split()):
        fix = "correct the wrong one; a name that is not romanized in pinyin has a hyphen (Yeh Shu-fan)"
        report("K2", "name", f"the name {person.name.en!r} is not the pinyin {person.pinyin!r} without tones", fix)
    _labels(person, report)
    if person.family and person.pinyin and not person.name.zh.startswith(person.family.zh):
        report("K2", "family", f"{person.family.zh!r} does not begin the name {person.name.zh!r}", "write the family name, which is first")
    elif person.family and person.pinyin and not otherwise:
        first, family = person.pinyin.split()[0], person.family
        if without_tones(first) != family.en or not reads(family.zh, first):
            what = f"{family.zh!r}, {family.en!r} is not what {person.pinyin!r} begins with"
            report("K2", "family", what, "write the family name, which is first")
    if person.kind == "outlet" and (person.office or person.pinyin):
        report("K2", "kind", "an outlet with an office or pinyin", "choose the kind official, or remove both")


def _labels(person: Person, report: Callable[[str, str, str, str], None]) -> None:
    """The labels hold the name and end in a colon."""
    for lang in LANGS if person.kind != "moderator" else ():  # whose label may be the role alone
        read = fold if lang == "zh" else str  # the data write the name in Traditional characters, the source perhaps not
        family, words = read(person.family[lang] if person.family else person.name[lang]), read(person.name[lang]).split()
        if not any(family in label or all(word in label for word in words) for label in (read(one[lang]) for one in person.all_labels)):
            report(
                "K2", "label", f"the label {person.label[lang]!r} does not hold the name {person.name[lang]!r}", "compare with the source"
            )
    if _otherwise_named(person):
        fix = "write the name as in `name`, in people.yml and at the heads of the turns; in a draft `./run fill` does"
        report("K2", "label", f"the label {person.label.en!r} has another name than {person.name.en!r}", fix)
    for one in person.all_labels:
        if not (one.zh.endswith((":", "：")) and one.en.endswith(":")):
            report("K2", "label", f"the label {one.zh!r}, {one.en!r} does not end in a colon", "write it as it is at the head of a turn")


def _otherwise_named(person: Person) -> bool:
    """Whether the English label has the family name and, behind it, given names that the name has not (Fang Xiaolan: of Fang Hsiao-lan)."""
    family = person.family.en if person.family else ""
    given = person.label.en.rpartition(f"{family} ")[2].rstrip(":").split() if family and f"{family} " in person.label.en else []
    return bool(given) and all(word[:1].isupper() and word not in person.name.en.split() for word in given)


def _unit(unit: Unit, faults: Faults) -> None:
    """A unit is shown as the quotations say it: its name begins with one of the Chinese forms or with 個, and has a word of the English.

    That of numbers which are written alone has neither.
    """
    zh, en = (unit.name[lang].replace("{n}", " ").strip() for lang in LANGS)
    if is_open(zh) or is_open(en) or not (unit.zh and unit.en):
        return
    fix = "name what the number counts as the quotations do, or list that form too"
    if not fold(zh).startswith(tuple(map(fold, (*unit.zh, "個")))):
        faults.at(unit.name.where, "zh", "K4", f"{unit.id}: the name {zh!r} begins with none of {', '.join(unit.zh)}", fix)
    if not {*en.lower().split()} & {word for form in unit.en for word in form.lower().split()} - _GENERAL:
        faults.at(unit.name.where, "en", "K4", f"{unit.id}: the name {en!r} has no word of {', '.join(unit.en)}", fix)


def _term(term: Term, said: Set[tuple[Lang, str]], faults: Faults) -> None:
    """The pinyin reads the term, and every other form occurs and says something."""

    def report(code: str, key: str, what: str, fix: str) -> None:
        faults.at(term.where, key, code, f"{term.id}: {what}", fix)

    if not reads(term.zh, term.pinyin):
        report("K1", "pinyin", f"{term.pinyin!r} is no reading of {term.zh!r}", _LIKE)
    for form in term.forms_zh:
        if ("zh", form) not in said:
            report("K4", "forms_zh", f"the form {form!r} occurs in no sentence", "remove it, or write it as the transcript does")
    for form in term.forms_en:
        if form.lower() not in _GENERAL and ("en", form) not in said:
            report("K4", "forms_en", f"the form {form!r} occurs in no sentence", "remove it, or write it as the translation does")
    for key, form in (*(("forms_en", form) for form in term.forms_en), *(("usual_en", form) for form in term.usual_en)):
        if form.lower() in _GENERAL:
            report("K4", key, f"the form {form!r} is so general that it proves nothing", "write the words that render the term")
    _seen(term, faults)


def _seen(term: Term, faults: Faults) -> None:
    """Our own words are not called those of a source, and the address of a source leads to a page."""
    if term.level == "none" and term.fit == "verbatim":
        what = f"{term.id}: the fit is verbatim, but no source was seen"
        faults.at(term.where, "fit", "K4", what, "choose own, or name the source and its level")
    for source in term.sources:
        if source.address and re.fullmatch(r"https?://[^/]+/?", source.address):
            faults.at(source.where, "address", "V4", f"{source.address!r} is a host and no page", "write the whole address")


def _day(transcript: Transcript, faults: Faults) -> None:
    """Where the basis of a day, or a line of the transcript that gives the time of the event, names a date, it is that day."""
    day = transcript.event.day
    if day:
        date = day.date
        for segment in transcript.segments.values():
            named = _HELD.match(plain(segment.zh.text)) if segment.kind in {"notice", "panel"} else None
            if named and (stated(named[0], "zh")[-1:], int(named["month"]), int(named["day"])) != ([date.year], date.month, date.day):
                what = f"the day is {date}, but {segment.address} says {segment.zh.text[slice(*named.span('date'))]!r}"
                faults.at(day.where, "date", "K3", what, "compare with the transcript")
        said = {"zh": (f"{date.year}年", f"{date.month}月{date.day}日"), "en": (str(date.year), f"{MONTHS[date.month - 1]} {date.day}")}
        for lang in LANGS:
            for words in said[lang] if re.search(r"\d{4}", day.basis[lang]) else ():
                if not re.search(words + ("" if words.endswith("年") else r"(?!\d)"), day.basis[lang]):
                    what = f"the day is {date}, but basis.{lang} does not say {words!r}"
                    faults.at(day.where, "date", "K3", what, "compare with the sources")


def _erratum(erratum: Erratum, faults: Faults) -> None:
    """What a slip or a variant should read has as many characters, each another form of the one that is written, or read alike."""
    if erratum.kind != "layout" and not _other_form(erratum.find, erratum.read) and not _left_out(erratum.find, erratum.read):
        what = f"{erratum.read!r} is no other form of {erratum.find!r}: length, Simplified form or reading differ"
        faults.at(erratum.where, "read", "K5", what, "write the same words with the right character")


def _left_out(found: str, read: str) -> bool:
    """Whether what should be read is what was found with characters that were left out."""
    rest = iter(read)
    return len(found) < len(read) and all(character in rest for character in found)


def _other_form(one: str, other: str) -> bool:
    """Whether two words of the same length differ by forms of one character only."""
    return len(one) == len(other) and all(
        a == b or a.translate(table()) == b.translate(table()) or fold(a) == fold(b) or share_a_reading(a, b)
        for a, b in zip(one, other, strict=True)
    )


def _simplified(corpus: Corpus, faults: Faults) -> None:
    """A word of the Simplified reading is listed once, has the length of its form, and is a form of the same characters."""
    for one in repeats(corpus.simplified_overrides, lambda override: override.find):
        faults.at(one.where, "find", "K5", f"{one.find!r} is listed already", "keep one of the two")
    for one in corpus.simplified_overrides:
        if len(one.find) != len(one.read) or (one.find.isalpha() and not _other_form(one.find, one.read)):
            what = f"{one.read!r} is no form of {one.find!r}: length, Simplified form or reading differ"
            faults.at(one.where, "read", "K5", what, "write the same word in Simplified characters")


def _signals(corpus: Corpus, faults: Faults) -> None:
    """Every strength and every scope asks for an English word; Chinese may state a promise without one."""
    for name, one in (*corpus.vocabulary.strengths.items(), *corpus.vocabulary.scopes.items()):
        if not one.words.en:
            faults.at(one.where, "words", "K4", f"{name} asks for no English word", "list the words that say it")


def _synonyms(corpus: Corpus, faults: Faults) -> None:
    """A line of synonyms names one; it may be a word of the texts too, which a search then finds beside the other."""
    for one in corpus.synonyms:
        if not one.say:
            faults.at(one.where, "say", "K4", f"{one.text!r} has no synonym", "name one, or remove the line")


def _used(corpus: Corpus, names: Names, faults: Faults) -> None:
    """Each person and each unit is named somewhere."""
    people = [one for one in corpus.people.values() if one.id not in names["people"]]
    _idle("no panel and no label of a transcript names", people, faults)
    _idle("no register entry names", [one for one in corpus.units.values() if one.id not in names["units"]], faults)


def _idle(nothing: str, records: Iterable[Person | Unit], faults: Faults) -> None:
    """Report the records that nothing names."""
    for record in records:
        faults.at(record.where, "id", "K6", f"{nothing} {record.id!r}", "remove it, or use it")
