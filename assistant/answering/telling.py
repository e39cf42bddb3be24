"""Hearing a speaker turn by turn: what is told of an applicant is added to, corrected or supposed otherwise.

A later turn may add to what was told, correct it, or suppose otherwise. A correction rewrites what was told, so that
all that follows from the changed words changes with them; where the words cannot be found the fact itself is replaced.
A supposition holds for its own turn only. What sounds like a correction and changes nothing is said not to be
understood.
"""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from assistant.answering.account import Account, Said
from assistant.answering.amending import (
    LONGEST,
    Mention,
    corrects,
    dated,
    exchanges,
    introduced_by_none,
    mentions,
    supposed,
)
from assistant.answering.replies import read_reply
from assistant.eligibility.facts import FACTS
from assistant.eligibility.narrative.notebook import ReadFact
from assistant.eligibility.narrative.reader import Reading, read_narrative

_JOINT = "。"
_OPENINGS = ("{}", "我们是{}", "我们{}", "我是{}")
# What a denial of each sort of event takes back.
_EVENTS: dict[str, tuple[str, ...]] = {
    "major_accident_free_years": ("accident_", "penalized"),
    "violation_free_years": ("violation_", "penalized"),
    "major_violation_free_years": ("violation_", "penalized"),
    "mass_incident_free_years": ("mass_incident_",),
    "major_complaint_free_years": ("complaint_",),
    "spot_check_issue_free_years": ("spot_check_",),
    "award_fraud_free_years": ("award_fraud_",),
    "employer_major_accident_free_years": ("employer_accident_",),
}
_EVENT_KEYS = tuple(prefix for prefixes in _EVENTS.values() for prefix in prefixes)
_DENYING = re.compile(r"没|未|无(?!锡)|不是|不存在")
_EVENT_WORDS = re.compile(r"事故|罚|处分|违[法规纪]|投诉|群体性|上访|抽查|抽检|起火|火灾|爆炸|伤亡|死亡|出过?事")
_EMPTY = frozenset("的是了在我们您你公司单位厂也就才都有，。！？,.!? 年月日时间候那这应该为")
_ASKING = re.compile(r"[？?吗么呢]\s*[。！!]?$|能不能|能否|可不可以|是否|行不行|有没有资格")


def read_account(turns: Sequence[Said]) -> Account:
    """The account of the turns, oldest first."""
    telling = _Telling(turns[0].day if turns else date.min)
    account = Account()
    for turn in turns:
        account = telling.take(turn)
    return account


@lru_cache(maxsize=128)
def _read(text: str, day: date) -> Reading:
    return read_narrative(text, day)


@dataclass(slots=True)
class _Telling:
    """What was told so far, as text, so that what is corrected is read afresh with all that follows from it.

    Relative dates are read as of `base`; those said on another day are written out.
    """

    base: date
    texts: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    # Facts no words of the text give: bare answers, and corrections whose words could not be found.
    set_apart: dict[str, tuple[object, date]] = field(default_factory=dict)
    taken_back: set[str] = field(default_factory=set)

    def take(self, turn: Said) -> Account:
        """Hear one turn; the account after it."""
        turn = turn if turn.day == self.base else Said(dated(turn.text, turn.day), turn.day, turn.asked)
        before = self._facts()
        otherwise = supposed(turn.text) if before else ""
        imagined = self._imagined(otherwise, turn, before) if otherwise else None
        if imagined is not None:
            return imagined
        short = len(turn.text) <= LONGEST
        amended = bool(before) and short and self._amend(turn, before)
        if not amended:
            self._add(turn)
            self._reply(turn)
        return self._after(turn, before, amended)

    def _after(self, turn: Said, before: Mapping[str, object], amended: bool) -> Account:
        after = self._facts()
        changed = {key: (before[key], after.get(key)) for key in before if after.get(key) != before[key]}
        told = {key for key in after if key not in before} | set(changed) | self._said_in_last()
        lost = bool(before) and not amended and not told and corrects(turn.text)
        return Account(after, self._days(), frozenset(told), changed if amended else {}, {}, lost)

    def _imagined(self, otherwise: str, turn: Said, before: Mapping[str, object]) -> Account | None:
        """The account as if `otherwise` held; None where that says nothing of an applicant."""
        other = deepcopy(self)
        if not other._restate(otherwise, turn.day, before):
            return None
        after = other._facts()
        keys = dict.fromkeys((*before, *after))
        differing = {key: (before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)}
        if not differing:
            return None
        return Account(after, other._days(), frozenset(differing), {}, differing)

    def _add(self, turn: Said) -> None:
        self.texts.append(turn.text)
        self.days.append(turn.day)

    def _reply(self, turn: Said) -> None:
        """A bare answer to what was asked, where its words alone say nothing."""
        if turn.asked and not self._said_in_last():
            value = read_reply(turn.asked, turn.text, turn.day)
            if value is not None:
                self.set_apart[turn.asked] = (value, turn.day)

    def _amend(self, turn: Said, before: Mapping[str, object]) -> bool:
        """Correct what was told as the turn says; whether anything changed by it."""
        if not corrects(turn.text):
            return not _ASKING.search(turn.text) and self._contradict(turn, before)
        kept = deepcopy((self.texts, self.days, self.set_apart, self.taken_back))
        for old, new in exchanges(turn.text):
            if self._exchange(old, new) and self._facts() != before:
                return True
        core = introduced_by_none(turn.text)
        if self._restate(core, turn.day, before) or self._bare(core) or self._deny(core):
            return True
        self.texts, self.days, self.set_apart, self.taken_back = kept
        return False

    def _contradict(self, turn: Said, before: Mapping[str, object]) -> bool:
        """A plain statement of a date or a number told otherwise before: the later word holds."""
        alone = _read(turn.text, self.base).facts
        dates = [key for key, fact in alone.items() if _is_own(key) and before.get(key, fact.value) != fact.value]
        return bool(dates) and self._restate(turn.text, turn.day, before)

    def _restate(self, statement: str, day: date, before: Mapping[str, object]) -> bool:
        """Put what a statement says in the place of what was told; whether the facts are as it says then."""
        said, stated = self._understood(statement, before)
        if not stated:
            return False
        for key, fact in stated.items():
            if key in before and before[key] != fact.value:
                self._replace(key, fact)
        self.texts.append(said)
        self.days.append(day)
        found = self._facts()
        for key, fact in stated.items():
            if found.get(key) != fact.value and (key in before or key in found):
                self.set_apart[key] = (fact.value, day)
                self.taken_back.discard(key)
            self._take_back(key)
        return self._facts() != before

    def _understood(self, statement: str, before: Mapping[str, object]) -> tuple[str, dict[str, ReadFact]]:
        """A statement, made whole where it is a fragment, with what it says alone."""
        kind = str(before.get("applicant_type", ""))
        for opening in _OPENINGS:
            whole = opening.format(statement)
            facts = _read(whole, self.base).facts
            told = {key: fact for key, fact in facts.items() if FACTS[key].group != "个人" or kind != "organization"}
            told = {key: fact for key, fact in told.items() if key != "applicant_type" and not _left_behind(key, fact)}
            if told:
                return whole, told
        return statement, {}

    def _replace(self, key: str, right: ReadFact) -> None:
        """Write the value of `right` over the one a fact was read from, where both stand in words of one sort."""
        wrong = self._reading().facts.get(key)
        values = {one.sort: one for one in mentions(right.quote)}
        if wrong is None:
            return
        for one in mentions(wrong.quote):
            if one.sort in values and _gives(key, one):
                self._write(wrong.start + one.start, wrong.start + one.end, values[one.sort].text)
                return

    def _write(self, start: int, end: int, text: str) -> None:
        number, offset = self._turn_at(start)
        told = self.texts[number]
        self.texts[number] = told[: start - offset] + text + told[end - offset :]

    def _bare(self, statement: str) -> bool:
        """A value alone (说错了，是2015年) for the only one of its sort among the words facts were read from."""
        values = mentions(statement)
        if len(values) != 1:
            return False
        rest = _telling_of(statement[: values[0].start] + statement[values[0].end :])
        places: dict[tuple[int, int], int] = {}
        for fact in self._reading().facts.values():
            for one in mentions(fact.quote):
                if one.sort == values[0].sort and one.text != values[0].text:
                    places[fact.start + one.start, fact.start + one.end] = len(rest & _telling_of(fact.quote))
        best = [place for place, shared in places.items() if shared == max(places.values())]
        if len(best) != 1 or (len(places) > 1 and not places[best[0]]):
            return False
        self._write(*best[0], values[0].text)
        return True

    def _exchange(self, old: str, new: str) -> bool:
        """Write `new` over the last place where `old` was told; whether there is one."""
        pattern = re.compile(rf"(?<![0-9０-９]){re.escape(old)}")
        for number in range(len(self.texts) - 1, -1, -1):
            found = list(pattern.finditer(self.texts[number]))
            if found:
                told = self.texts[number]
                self.texts[number] = told[: found[-1].start()] + new + told[found[-1].end() :]
                return True
        return False

    def _deny(self, statement: str) -> bool:
        """没有被罚过: the events told under the same word are taken back."""
        words = set(_EVENT_WORDS.findall(statement))
        if not words or not _DENYING.search(statement):
            return False
        facts = self._reading().facts
        denied = {
            key for key, fact in facts.items() if key.startswith(_EVENT_KEYS) and any(w in fact.quote for w in words)
        }
        self.taken_back |= denied
        return bool(denied)

    def _take_back(self, key: str) -> None:
        """A denial said as a correction takes back the event it denies."""
        for fact in self._reading().facts:
            if fact.startswith(_EVENTS.get(key, ())) and _EVENTS.get(key):
                self.taken_back.add(fact)

    def _reading(self) -> Reading:
        return _read(_JOINT.join(self.texts), self.base)

    def _facts(self) -> dict[str, object]:
        read: dict[str, object] = {key: fact.value for key, fact in self._reading().facts.items()} if self.texts else {}
        kept = {key: value for key, value in read.items() if key not in self.taken_back}
        return {**kept, **{key: value for key, (value, _) in self.set_apart.items()}}

    def _days(self) -> dict[str, date]:
        read = self._reading().facts if self.texts else {}
        days = {key: self.days[self._turn_at(fact.start)[0]] for key, fact in read.items()}
        return {**days, **{key: day for key, (_, day) in self.set_apart.items()}}

    def _said_in_last(self) -> set[str]:
        """The facts read from the words of the last turn."""
        facts = self._reading().facts if self.texts else {}
        return {key for key, fact in facts.items() if self._turn_at(fact.start)[0] == len(self.texts) - 1}

    def _turn_at(self, place: int) -> tuple[int, int]:
        """The number of the turn a place of the whole text lies in, and where that turn begins."""
        begins = 0
        for number, text in enumerate(self.texts):
            if place < begins + len(text) + len(_JOINT) or number == len(self.texts) - 1:
                return number, begins
            begins += len(text) + len(_JOINT)
        return 0, 0


def _is_own(key: str) -> bool:
    """A date or a number of the applicant itself, of which there is one; events may happen again."""
    spec = FACTS[key]
    event = key.startswith(_EVENT_KEYS) or key in _EVENTS
    return not event and (spec.type in {"date", "number"} or key == "education_institution_type")


def _left_behind(key: str, fact: ReadFact) -> bool:
    """A place read from words that name only one that was left (从西安迁来)."""
    return bool(FACTS[key].place) and not any(one.sort == "place" for one in mentions(fact.quote))


def _telling_of(text: str) -> set[str]:
    """The characters of a text that can tell what it is about."""
    return set(text) - _EMPTY


def _gives(key: str, mention: Mention) -> bool:
    """Whether words of this sort can give the fact its value."""
    spec = FACTS[key]
    sorts = {"date": {"date", "span"}, "date_or_none": {"date", "span"}, "number": {"span"}}
    return mention.sort in (sorts.get(spec.type) or ({"place"} if spec.place else set()))
