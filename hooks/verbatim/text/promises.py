"""Words of a Chinese sentence that say whether something is promised, is so or has been done."""

from __future__ import annotations

import datetime
import re
from importlib.resources import files

from . import years
from .bases import without_bases
from .clauses import QUOTED, clauses
from .matching import either
from .numerals import numerals, plain
from .word_lists import word_lists

_WORDS = word_lists(files(__package__) / "tables" / "promises.txt")


def _any_of(*names: str) -> str:
    """A pattern that matches any word of some lists."""
    return either(word for name in names for word in _WORDS[name])


_DEEDS, _NAMED, _PLEDGES = (re.compile(_any_of(name)) for name in ("done", "things", "pledges"))
_IDLE = re.compile(
    rf"{_any_of('no-promise')}|(?:{_any_of('bases')})[^,，;；]{{0,10}}?(?:{_any_of('documents')})|(?:{_any_of('documents')})(?=[,，;；。、”」》的])"
)
"""What holds a word of promise without its meaning, and a document that somebody goes by or that is only named (根據規劃, 規劃的公園)."""
VERBS = _any_of("verbs")
"""A pattern of the verbs of work."""
_VERB = rf"(?<![的《“「])(?:{VERBS})(?!的|(?<=完成)[约近逾超过]{{0,2}}(?:[\d.]+%|[一二三四五六七八九]成))"
"""A verb of work; before a share 完成 says how far the work is; behind 的 or at the head of a name it is a noun (擴建的規劃), and before 的
it says what a thing is (加開的8班).
"""
_VERB_WORDS = re.compile(_VERB)
_BEGUN = (
    rf"(?:(?<![^,，;；])|(?<={_any_of('adverbs').replace('|', ')|(?<=')}))(?:{_any_of('giving')})(?=[^,，;；]*?(?:{_any_of('floors')}))"
)
"""A verb at the head of a clause, or behind an adverb, whose clause says how much there must be (同步更換管道不少於)."""
_WORK = re.compile(rf"{_VERB}|(?:至少|最少)(?:{_any_of('giving')})|{_BEGUN}")
_NUMERAL = "[\\d一二两三四五六七八九十百千万亿]"
_PLANNED = r"再|改造|新|\d{3,4}年|[今明后]年|年[内底]|[到用]\d|分(?![成为别])|建成|投资|投入|开[通工]"
_JOINTLY = "同(?![步时意样])"
"""What makes 會 before it the verb of those who act together (我們會同漁會)."""
_PLAN = rf"(?:{_any_of('plans')})(?!{_JOINTLY})|(?<![动年项期展业])计[划画](?={_PLANNED})"
_ACTS = (
    rf"(?:{_any_of('actors')})(?:会(?!{_any_of('no-will')})|另外?(?={_any_of('giving')}))"
    rf"|(?<!每年)会有(?=大?[约近]?\d)|(?<![大年月日天次])都会(?={_any_of('giving')})"
)
_ADVERB = re.compile(rf"\A.{{0,6}}(?:{_any_of('adverbs')})\Z")
_COST = "由[^,，;；]{1,10}?(?:负担|补助)"
_GRANTED = rf"每[^,，;；]{{1,8}}?(?:{_any_of('grants')}){_NUMERAL}"
"""What says how much each is given (每部補助10萬元)."""
_RATE = rf"每[^\W\d]{{1,3}}?(?:{_any_of('floors', 'price-ceilings')})\d[\d.,]*[^\W\d]?元"
"""What says what each costs at most or at least (每度不超過0.3元)."""
_RATES = re.compile(_RATE)
_TRIPS = _any_of("trips")
_GAP = f"(?:(?!{_any_of('done', 'no-floor')})[^,，;；])"
_FLOOR = (
    rf"(?:{_any_of('rhythms')}){_GAP}{{0,10}}?(?:{_any_of('floors')})(?! |{_any_of('no-floor')})"
    rf"|每{_GAP}{{1,3}}?(?:{_any_of('grants')}){_GAP}{{0,4}}?(?:{_any_of('floors')})"
)
"""What says how much there must be in each year, or how much each is given (每年不少於)."""
_REGULAR = rf"(?:{_any_of('rhythms')}){_GAP}{{0,8}}?(?:{_any_of('regular')})"
_TERM = rf"(?:{_NUMERAL}+个?(?:{_any_of('lengths')}))"
_IN_TIME = rf"{_TERM}(?:[之以]?内)[^,，;；]{{0,8}}?(?:{_any_of('term-ends')})(?!的|[^,，;；]{{0,4}}?\d)"
"""What says how soon something must be done (在三個月內改善完畢)."""
_SANCTION = rf"(?:{_any_of('breaches')})[^,，;；]{{0,12}}?的[,，]?(?:{_any_of('firmly')})*(?:{_any_of('sanctions')})(?![^,，;；]{{0,4}}?\d)"
"""What befalls those who do not what they must (逾期未改的予以關停)."""
_RULES = f"{_TRIPS}|{_FLOOR}|{_REGULAR}|{_IN_TIME}|{_SANCTION}"
_OWN = re.compile(rf"{_PLAN}|{_COST}|{_GRANTED}|{_RATE}")
"""What makes a clause a statement of its own."""
_HELD = re.compile(rf"(?:{_any_of('done')})(?:[^,，;；]{{0,6}}[年月日天][,，])?[^,，;；]{{0,12}}?(?:{_RULES})")
"""What held already (去年每季不少於)."""
_WILL_BY = rf"(?<!{_any_of('bodies').replace('|', ')(?<!')})会[在于](?=[^,，;；]{{1,8}}?[前内起])"
_APART = re.compile(rf"{_TERM}[之以]?内|(?:{_any_of('ceilings')}){_TERM}")
"""A length of time of its own."""
_OFTEN = re.compile(rf"每半?{_NUMERAL}*个?(?:{_any_of('intervals')})[^,，;；\d]{{0,8}}?{_NUMERAL}+次")
"""How often something is done (每半個月複查一次)."""
_SANCTIONS = re.compile(_SANCTION)
NOT_LATER = rf"(?:{_any_of('deadlines')})[于在]?"
"""A pattern of what is before a time that is a deadline by it."""
_NOT_LATER = rf"{NOT_LATER}(?=(?:民国)?\d{{3,4}}年|\d{{1,2}}月|[今明后]年|年[底末内])"
_LAID_DOWN = re.compile(
    rf"{_any_of('duties')}|{_RULES}|{_WILL_BY}|{_ACTS}|{_COST}|{_NOT_LATER}|(?:{_any_of('actors')})将(?!{_any_of('no-will')})"
    rf"|将(?={_any_of('adverbs')})"
)
"""What says in a clause without a number that something must be or will be done, who bears its cost, or by when it will be done."""
SEASON = rf"\d{{3,4}}年(?:{_any_of('seasons')})(?:之|以)?前"
"""A pattern of the feast or the season of a year before which something is to be done."""
_BEFORE = rf"(?:\d{{3,4}}年(?:\d+月)?|\d+月(?:\d+日)?)(?:{_any_of('before')})"
_AGE = re.compile(rf"{_BEFORE}(?:{_any_of('made')})?的")
"""What a year says of a thing (2000年以前建成的小區), which is no deadline."""
_AIM = rf"(?<!{_any_of('earlier').replace('|', '的)(?<!')}的)(?:{_any_of('aims')})"
_LENGTH = r"[\d〇零一二两三四五六七八九十百]+(?:年|个?月|日|个?季度?)"
COMING = rf"(?:{_any_of('comings')}){_LENGTH}"
"""A pattern of the time from now on for a length of it (接下來三個月)."""
_FIRM_WORDS = re.compile(
    rf"{_any_of('firm', 'duties')}|{COMING}(?=[,，])|{_AIM}|{_RULES}|到20\d\d(?:年|(?=[—–-]))|{_PLAN}|{_ACTS}|{_COST}"
    rf"|{SEASON}|{_BEFORE}|{_NOT_LATER}"
)
_FROM = re.compile(
    r"(?<!\d)(?P<alone>\d{3,4})年(?:起|开始)|(?<![\d年])(?:(?P<year>\d{3,4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|(?P<third>[上中下])旬)?"
    rf"(?:起|开始|(?=[^,，;；]{{0,6}}?(?:{_any_of('scheduled')})))"
)
"""A day or a month from which something holds (11月1日起) or in which it happens (3月公告), which promises if it is still to come."""
_CELL = re.compile(
    r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月|第?(?P<quarter>[一二三四1-4])季度?|(?P<half>[上下])半年)?[底初中末前以之上下旬日\d]*"
)
"""A cell of a table that holds a time alone: of what its row names something happens then, if it is still to come."""
_THIS_YEAR, _REASONS, _STATES = (re.compile(_any_of(name)) for name in ("this-year", "reasons", "states"))
_OF_THIS_YEAR = re.compile(
    rf"(?:{_any_of('this-year')})(?:(?:[前头]|{_NUMERAL}{{1,2}}月?[至到—–~-])?(?P<month>{_NUMERAL}{{1,2}})个?月(?!起|开始)"
    rf"|第?(?P<quarter>{_NUMERAL})季度?|(?P<half>上)半年)"
)
"""A period of the year of the event, with the month, the quarter or the half that is its last (… 1至8月)."""
_SHARE = re.compile(rf"(?:{_any_of('this-year')})[^,，;；]{{1,6}}?的(?={_NUMERAL})")
"""Of what a share is said (… 目標的八成): that of a period which is over promises nothing."""
_WHEN = rf"(?:(?:{NOT_LATER}|[自在到至用于以从])?(?:民国)?(?:{_any_of('firm')}|{_LENGTH}|[底末前初中起内止]|[以之][前内]|时间))+"
_COMING = re.compile(COMING)
_FRAME = re.compile(rf"{_WHEN}|{COMING}")
"""A clause that only says when (明年，到2035年6月，)."""
_OPENING = re.compile(rf"(?P<word>{_any_of('openers')})(?:{_any_of('opener-ends')})*(?:{_WHEN})?\Z")
"""The end of a clause that says no more than that something is promised, and when (我們保證在6月底前，)."""
_BASE = re.compile(rf"[从由][^,，;；到至]{{0,12}}?{_NUMERAL}[\d.,万亿]*(?:[%‰]|[^\W\d]{{0,3}})\Z")
_FROM_NOW = re.compile(rf"[从由](?:{_any_of('starts')})的?(?=[^,，;；]*?[到至为])")
"""What says where a change begins that may still be to come (由現有的80座增加到／100座)."""
_CHANGE = re.compile(rf"[从由]\s?(?:{_any_of('starts', 'earlier')})?的?\s?\d[^至到]{{0,8}}\Z")
_TOTAL = re.compile(r"(?<!公)共(?![同享产识青和赢治通])[^\W\d]")
"""What says how much was done in all in a year (至今共完成)."""
_LASTS = re.compile(r"共\d+(?:天|日|个?月|年|周)")
_CHANGED = re.compile("[^,，;；]{0,6}?[到至为]")
"""What follows the number with which a change begins (從80元／提高到100元)."""
_STATE = re.compile(f"(?:{_any_of('until')})[^,，;；]{{0,16}}?(?:{_any_of('ends')}|(?=[,，;；]))")
"""How far a state goes (截至5月底), whose words of time promise nothing."""
_OF_A_NOUN = re.compile("(?:已|已經|已经)[^,，;；]{1,8}?的")
"""What was done with the noun that follows (已創建的單位), which says nothing of what will be done with it."""
_IS = re.compile(r"(?:有|占|(?<![一二三四五六七八九十])是)[^\W\d]{0,8}\d")
"""What says in an item of a list how something is."""
_COUNTED = re.compile(rf"{_NUMERAL}+[个件项方大条点]")
"""What says that several things are counted (三件事)."""
_IF = re.compile(rf"(?:{_any_of('turns')})?(?:{_any_of('conditions')})")
"""With what a clause begins that says on what something depends."""
_EXTENT = re.compile(rf"\d[\d.,]*[^\W\d]{{1,3}}(?:{_any_of('extents')})")
"""A number that says how far something holds, not how much of it there will be (500米範圍內)."""
_NAMED_YEAR = re.compile(r"(?<![比较从由自至到以与和—–~\-\d])(\d{3,4})年(?![—–~\-至到度的])")
"""A year in which something happens; not one with which it is compared, or where a span begins or ends."""
_HEADS = re.compile(_any_of("prepositions"))
_NEAR_THE_HEAD = 4
"""Before how many characters of a clause its verb begins, if it begins with one: adverbs take two or four."""
_FINISHED = re.compile(rf"(?:{_any_of('verbs', 'outcomes')})了|(?<![为除])了(?=[\s近约超逾过达]{{0,3}}{_NUMERAL})")
_ORDINARY = frozenset(map(plain, _WORDS["ordinary"]))


def promised(before: str, after: str = "", day: datetime.date | None = None, announced: str = "") -> str:
    """The word that makes a promise of what follows ``before``, the sentence up to there; empty where a word says that it was done.

    The nearest firm word or word of what was done decides; without either a verb of work promises.  ``after`` is the rest of the clause,
    ``day`` that of the event: what is said of a period of its year that is over by then was done.  The number with which a change begins
    is no promise, and a clause that says how something is has no part in the promise of another one.  ``announced`` is the word by which
    an earlier sentence promises what this one says, unless it has a firm word or a word of what was done itself.
    """
    folded = _AGE.sub(_blank, _FROM_NOW.sub(_blank, _OF_A_NOUN.sub(_blank, _IDLE.sub(_blank, plain(before)))))
    rest = plain(after)
    if _BASE.search(plain(before)) and _CHANGED.match(rest):
        return ""
    own = max((start for start, _ in clauses(before)), default=0)
    if _IF.match(plain(before), own):
        return ""
    if _STATES.search(plain(before), own) or _LASTS.search(plain(before), own):
        folded = _frames(before, folded, own)
    past = [found.end() for found in _OF_THIS_YEAR.finditer(folded) if day and _is_over(found, day)]
    folded = _SHARE.sub(_blank, folded) if past else folded
    dates = [found for found in _FROM.finditer(folded) if day and _is_to_come(found, day)]
    cell = _CELL.fullmatch(folded)
    dates += [cell] if cell and day and _is_after(cell, day) else []
    ahead = [found.end() for found in dates]
    said = [*_FIRM_WORDS.finditer(without_bases(folded))]
    firm = max([*(found.end() for found in said), *ahead], default=0)
    sure = max((found.end() for found in said if not _THIS_YEAR.fullmatch(found[0])), default=len(folded))
    folded = folded[:sure] + without_bases(folded[sure:])  # of a year that is compared with a past one it may be told how it was
    done = max(*(_last_end(one, folded) for one in (_DEEDS, _FINISHED, _STATE, _HELD)), *past)
    if announced and not firm and not done and not any(one.search(plain(before), own) for one in (_STATES, _IS)):
        return announced
    words = said if firm > done else [*_WORK.finditer(folded)]
    if firm in ahead and firm > done:
        words = [found for found in dates if found.end() == firm]
    if (
        not words
        or firm < done
        or (not firm and day and _names_past(folded[: words[-1].start()], day))
        or _is_so(words[-1], folded, own, rest)
    ):
        return ""
    return before[words[-1].start() : words[-1].end()]


def told(sentence: str, day: datetime.date | None) -> str:
    """The last word by which a sentence says that something was done, with a comma; empty where it promises something after it."""
    found = [*_DEEDS.finditer(without_bases(plain(sentence)))]
    return f"{found[-1][0]}，" if found and not promised(sentence, day=day) else ""


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends; 0 where there is none."""
    return max((found.end() for found in pattern.finditer(text)), default=0)


def begins_change(quote: str) -> bool:
    """Whether the number at the end of a quotation is where a change begins (由24小時)."""
    return _CHANGE.search(plain(quote)) is not None


def _frames(text: str, folded: str, own: int) -> str:
    """A folded text without what is before ``own``, but the clauses next to it that only say when."""
    for start, end in reversed(clauses(text[:own])):
        if not _FRAME.fullmatch(folded[start:end]):
            return " " * end + folded[end:]
    return folded


def _is_to_come(time: re.Match[str], day: datetime.date) -> bool:
    """Whether a day or a month is after a day; one without a year is of that day's year, a third of a month begins with its first day."""
    if time["alone"]:
        return _common(int(time["alone"])) > day.year
    written = int(time["year"] or day.year)
    third = time["third"]
    first = int(time["day"] or (1 + 10 * "上中下".index(third) if third else 1))
    return (_common(written), int(time["month"]), first) > (day.year, day.month, day.day)


def _is_after(time: re.Match[str], day: datetime.date) -> bool:
    """Whether the time of a cell ends after the month of a day."""
    last = int(time["month"] or 0) or ("一二三四1234".index(time["quarter"]) % 4 + 1) * 3 if time["month"] or time["quarter"] else 12
    return (int(time["year"]), 6 if time["half"] == "上" else last) > (day.year, day.month)


def _names_past(text: str, day: datetime.date) -> bool:
    """Whether the last year that a folded text names outside names is before that of a day."""
    named = [int(found[1]) for found in _NAMED_YEAR.finditer(QUOTED.sub(_blank, text))]
    return bool(named) and _common(named[-1]) < day.year


def _common(year: int) -> int:
    """A year of the common era; one of three digits is of the Republic of China."""
    return year + years.FIRST if year < 1000 else year


def _is_over(period: re.Match[str], day: datetime.date) -> bool:
    """Whether the last month of a period of a year is before the month of a day in it."""
    number, months = (period["month"], 1) if period["month"] else (period["quarter"], 3) if period["quarter"] else ("1", 6)
    worth = numerals(number)[0].value
    return worth is not None and worth * months < day.month


def _is_so(word: re.Match[str], text: str, own: int, rest: str) -> bool:
    """Whether a clause says that something was done or is so in the year that it names."""
    told = _REASONS.search(text, own) or _TOTAL.search(text, word.end()) or _DEEDS.search(rest) or _FINISHED.search(rest)
    return told is not None and _THIS_YEAR.fullmatch(word[0]) is not None


def is_extent(quote: str) -> bool:
    """Whether the number of a quotation says how far something holds."""
    return _EXTENT.search(plain(quote)) is not None


def announces(heading: str, day: datetime.date | None) -> str:
    """The firm word by which a heading promises several things that are counted after it (要做好三件事：); empty where none does.

    What the year of the event has in common with what was done in it is no such word.
    """
    return announces_plan(heading, day) if _COUNTED.search(plain(heading)) else ""


def announces_plan(text: str, day: datetime.date | None) -> str:
    """The firm word by which a sentence promises what later ones divide into years or stages; empty where none does."""
    word = promised(text, day=day)
    return word if _FIRM_WORDS.fullmatch(plain(word)) and not _THIS_YEAR.fullmatch(plain(word)) else ""


def plan_of(text: str, side: str) -> str:
    """The word for a plan of which a folded text names a side among others (計畫分成工程、教育兩大面向); empty where it names none."""
    listed = rf"(?:{re.escape(side)}、|、{re.escape(side)}|[和与及]{re.escape(side)})"
    found = re.search(rf"(?P<plan>{_any_of('plan-nouns')})[^,，;；]{{0,4}}?(?:{_any_of('parted')})[^,，;；]*?{listed}", text)
    return found["plan"] if found else ""


def plans(clause: str) -> bool:
    """Whether a clause says by itself what is planned, what each is given or what each costs."""
    return _OWN.search(_IDLE.sub(_blank, plain(clause))) is not None


def is_done(clause: str) -> bool:
    """Whether a clause has a word that says that something was done."""
    folded = plain(clause)
    return _DEEDS.search(folded) is not None or _FINISHED.search(folded) is not None


def lays_down(clause: str, before: str) -> bool:
    """Whether a clause says what must be, what somebody will do, who bears a cost, or what befalls those of whom the one ``before`` it
    speaks.
    """
    return _LAID_DOWN.search(_IDLE.sub(_blank, plain(clause))) is not None or _befalls(clause, before)


def is_apart(clause: str, before: str) -> bool:
    """Whether a clause has a length of time of its own, or says what each costs or what befalls somebody, so that no deadline of another
    one is its own.
    """
    folded = plain(clause)
    return any(one.search(folded) for one in (_APART, _RATES)) or _befalls(clause, before)


def is_regular(clause: str) -> bool:
    """Whether a clause says how often something is done, so that no deadline of the clause before it is its own."""
    return _OFTEN.search(plain(clause)) is not None


def _befalls(clause: str, before: str) -> bool:
    """Whether a clause says what befalls those of whom it, or the one before it, speaks."""
    head = f"{plain(before)}," if before else ""
    return any(found.end() > len(head) for found in _SANCTIONS.finditer(head + plain(clause)))


def begins(clause: str, day: datetime.date | None) -> bool:
    """Whether a clause says what happens from or in a time that is still to come."""
    folded = plain(clause)
    return any(day and _is_to_come(found, day) and len(folded) - found.end() > 1 for found in _FROM.finditer(folded))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def without_states(clause: str) -> str:
    """A folded clause without the words that say how far a state goes, how old a thing is or with when it is compared: they are no
    deadline.
    """
    return without_bases(_AGE.sub(_blank, _STATE.sub(_blank, clause)))


def continues(clause: str) -> bool:
    """Whether a clause says only of what something holds, so that the verb of the one before it holds for it: no verb, no preposition, no
    word by which it promises all that it says.
    """
    folded = plain(clause)
    return (
        not _PLEDGES.search(_IDLE.sub(_blank, folded))
        and not _HEADS.match(folded)
        and not any(found.start() <= _NEAR_THE_HEAD for found in _VERB_WORDS.finditer(folded))
    )


def verb(clause: str) -> int | None:
    """Where the words of a clause begin that say with its first verb of work what can be checked later, beside that word: at the verb, or
    at the head of the clause where an adverb stands between them; None in other clauses.
    """
    folded = _IDLE.sub(_blank, plain(clause))
    found = _VERB_WORDS.search(folded)
    if not found or not names_thing(clause[found.start() + 1 :]):  # 规划 alone is both
        return None
    return 0 if _ADVERB.search(folded[: found.start()]) else found.start()


def says_when(clause: str) -> bool:
    """Whether a clause says nothing but a time (自3月1日起至6月底止，)."""
    return _FRAME.fullmatch(plain(clause)) is not None


def is_time(cell: str) -> bool:
    """Whether a cell of a table holds a month, a quarter or a year and nothing else."""
    return _CELL.fullmatch(plain(cell)) is not None


def is_coming(clause: str) -> bool:
    """Whether a clause says nothing but a time from now on, whose length counts nothing (接下來三個月，)."""
    return _COMING.fullmatch(plain(clause)) is not None


def opens(clause: str) -> bool:
    """Whether a clause says no more than that something is promised, and when, so that only the next one says what."""
    return _OPENING.search(_IDLE.sub(_blank, plain(clause))) is not None


def pledges(clause: str, before: str) -> str:
    """The word by which a clause, or the one before it, promises all that the clause says; empty where none does."""
    opening = _OPENING.search(_IDLE.sub(_blank, plain(before)))
    if opening:
        return before[opening.start("word") : opening.end("word")]
    found = next((one for one in _PLEDGES.finditer(_IDLE.sub(_blank, plain(clause))) if one.end() < len(clause)), None)
    return clause[found.start() : found.end()] if found else ""


def names_thing(text: str) -> bool:
    """Whether a text names a plan, a platform, a rule or the like, or something in quotation marks."""
    return _NAMED.search(plain(text)) is not None or any(mark in text for mark in "《“「")


def is_ordinary(word: str) -> bool:
    """Whether a word of promise is also an everyday verb, so that it promises only with something that can be checked."""
    return plain(word) in _ORDINARY
