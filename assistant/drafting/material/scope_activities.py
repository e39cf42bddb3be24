"""A business scope told as what the applicant does, in its own words: a list or a chain of activities.

Three tellings, wherever the applicant is presented: a list that a word sums up as all of it (看病、急救、体检，都干);
a list behind the applicant and a verb of running it (院里管着…); and a chain that follows the goods from hand to hand
(种当归，收下来切片，卖给药厂). Each part has to be an activity or goods; a word for a method, a person or a time is
none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan
from assistant.language.sentences import Sentence

_PART = re.compile(r"[、，]|(?:和|与|及|以及)(?=[\u4e00-\u9fff]{2})")
# The applicant is presented where a material begins; later on lists of verbs tell how the work is done.
_OPENING = 420
_SHORTEST, _LONGEST, _MANY = 2, 18, 3
_LOOSE_VERBS = ("跑", "写", "靠", "出", "搞", "供")
_ITEM = r"[\u4e00-\u9fffA-Za-z]{2,20}"


def told_activities(scan: Scan) -> Iterator[tuple[int, int]]:
    """The stretch of each list or chain of the applicant's activities in the sentences that present it."""
    for sentence in scan.sentences:
        if sentence.start > _OPENING:
            return
        if load_lexicon("scope").has("tells_of_work", sentence.text):
            continue
        for start, end in (*_chained(sentence), *_summed_up(sentence), *_behind_verb(sentence)):
            if not scan.sealed(sentence.start + start, sentence.start + end):
                yield sentence.start + start, sentence.start + end


def _summed_up(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A list that a word behind it sums up (…都干; …一条龙; …归我们管; …四样)."""
    for match in _all_of_it().finditer(sentence.text):
        if not _of_others(sentence.text[: match.end("list")]) and _activities(
            match["list"], named=_applicant().search(sentence.text) is not None
        ):
            yield match.span("list")


def _behind_verb(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A list or a named trade behind the applicant and a verb of running it (所里管着…; 饭店靠…吃饭)."""
    for match in _run_by().finditer(sentence.text):
        first = _PART.split(match["list"])[0]
        made = match["verb"] is None and load_lexicon("scope").has("activity", first)
        if _activities(match["list"], led=_surely_run(match["verb"]), named=made):
            yield match.span("list")


def _chained(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """From growing or making to selling, clause by clause."""
    for match in _chain().finditer(sentence.text):
        last = match["list"].rsplit("，", 1)[-1]
        told = not re.search("(?<!好)[了过]", match["list"]) and not load_lexicon("scope").has(
            "no_activity", match["list"]
        )
        if told and load_lexicon("scope").has("sells", last):
            yield match.span("list")


def _of_others(before: str) -> bool:
    """Whether somebody else does it (客户涉及…; 员工自己…)."""
    clause = re.split(r"[，；：]", before)[-1]
    return load_lexicon("scope").has("of_others", clause)


def _activities(told: str, *, led: bool = False, named: bool = False) -> bool:
    """Whether the parts are activities: half of them by their words; where a verb of running leads, none need be, if
    none is a method, a person or a time; of three or more beside the applicant's name, one."""
    lexicon = load_lexicon("scope")
    parts = [part for part in _PART.split(told) if part]
    if lexicon.has("no_activity", told) or not all(len(part) <= _LONGEST for part in parts):
        return False
    if len(parts) < _SHORTEST and not (led and lexicon.has("activity", told)):
        return False
    known = sum(lexicon.has("activity", part) for part in parts)
    return led or 2 * known >= len(parts) or (named and known > 0 and len(parts) >= _MANY)


def _surely_run(verb: str | None) -> bool:
    """Whether the verb is said of a business alone: much else is 跑 and 写."""
    return verb is not None and verb not in _LOOSE_VERBS


@lru_cache(maxsize=1)
def _applicant() -> re.Pattern[str]:
    return re.compile(load_lexicon("scope").patterns["applicant"].pattern)


@lru_cache(maxsize=1)
def _all_of_it() -> re.Pattern[str]:
    lexicon = load_lexicon("scope").patterns
    return re.compile(
        rf"(?:^|(?<=[，；：。]))(?:{lexicon['applicant'].pattern})?(?:{lexicon['run'].pattern})?"
        rf"(?P<list>{_ITEM}?(?:、{_ITEM}?){{1,8}})(?:{lexicon['all_of_it'].pattern})(?=[，。；！]|$)"
    )


@lru_cache(maxsize=1)
def _run_by() -> re.Pattern[str]:
    lexicon = load_lexicon("scope").patterns
    listed = rf"{_ITEM}?(?:、{_ITEM}?){{0,8}}"
    return re.compile(
        rf"(?:^|(?<=[，；：。]))(?:(?:{lexicon['applicant'].pattern}|^|(?<=，)(?=管(?![理好住控]))|班组|小组)(?P<verb>{lexicon['run'].pattern})"
        rf"|(?P<bare>{lexicon['applicant'].pattern}|(?<=[厂店铺社坊站院园子]，))(?=[\u4e00-\u9fff]{{3,}}?、))"
        rf"(?P<list>{listed})(?:{lexicon['tail'].pattern})?(?=[，。；！]|$)"
    )


@lru_cache(maxsize=1)
def _chain() -> re.Pattern[str]:
    lexicon = load_lexicon("scope").patterns
    goods = r"[\u4e00-\u9fffA-Za-z、]{1,20}"
    return re.compile(
        rf"(?:^|(?<=[，；：。]))(?:{lexicon['applicant'].pattern})?(?:在[\u4e00-\u9fff]{{2,8}}?)?"
        rf"(?P<list>(?:{lexicon['grow'].pattern}){goods}(?:，(?:{lexicon['then'].pattern}){goods}){{1,5}})(?=[，。；！]|$)"
    )
