"""Hearing a speaker turn by turn: what is told of an applicant is added to, corrected or supposed otherwise.

A later turn may add to what was told, correct it, or suppose otherwise. A correction rewrites what was told, so that
all that follows from the changed words changes with them; where the words cannot be found the fact itself is replaced.
A supposition holds for its own turn only, and a turn may go back to what was told before it. What a turn does not speak
of it never takes away. What sounds like a correction and changes nothing is said not to be understood.
"""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from assistant.answering.account import Account, Change, Said
from assistant.answering.amending import (
    LONGEST,
    corrects,
    dated,
    exchanges,
    introduced_by_none,
    mentions,
    supposed,
    was_told,
)
from assistant.answering.replies import read_reply
from assistant.answering.restating import (
    EVENT_KEYS,
    EVENTS,
    gives,
    is_own,
    left_behind,
    moved_to,
    moves,
    outlives,
    telling_of,
)
from assistant.answering.turns import application, is_supposition, turns_back, without_application, without_awards
from assistant.eligibility.facts import FACTS
from assistant.eligibility.narrative.notebook import ReadFact
from assistant.eligibility.narrative.reader import Reading, read_narrative

_JOINT = "。"
_SINCE = "registered_in_city_since"
_OPENINGS = ("{}", "我们是{}", "我们{}", "我是{}")
_DENYING = re.compile(r"没|未|无(?!锡)|不是|不存在")
_EVENT_WORDS = re.compile(r"事故|罚|处分|违[法规纪]|投诉|群体性|上访|抽查|抽检|起火|火灾|爆炸|伤亡|死亡|出过?事")
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
    applied: date | None = None
    # Whether anything was only supposed so far, and whether the last turn did.
    supposed: bool = False
    supposing: bool = False

    def take(self, turn: Said) -> Account:
        """Hear one turn; the account after it."""
        before = self._facts()
        if turn.aside:
            self.supposing = False
            return Account(before, self._days(), applied=self.applied)
        turn, applied = self._heard(turn, before)
        account = self._answered(turn, before)
        self.supposed |= bool(account.supposed)
        self.supposing = bool(account.supposed)
        return replace(account, applied=applied)

    def _heard(self, turn: Said, before: Mapping[str, object]) -> tuple[Said, date | None]:
        """The turn as it tells of the applicant, and the day of application then: one only supposed is not kept."""
        named = application(turn.text, turn.day)
        applied = named.day if named else self.applied
        self.applied = self.applied if is_supposition(turn.text) else applied
        text = without_application(turn.text, turn.day)
        text = without_awards(text) if before else text
        text = text if turn.day == self.base else dated(text, turn.day)
        return replace(turn, text=text), applied

    def _answered(self, turn: Said, before: Mapping[str, object]) -> Account:
        if self.supposed and turns_back(turn.text, supposed=self.supposing):
            return self._returned(turn, before)
        otherwise = supposed(turn.text) if before else ""
        imagined = self._imagined(otherwise, turn, before) if otherwise else None
        if imagined is not None:
            return imagined
        short = len(turn.text) <= LONGEST
        amended = bool(before) and short and self._amend(turn, before)
        if not amended:
            self._add(turn)
            self._reply(turn)
        self._keep(before, turn.text)
        return self._after(turn, before, amended)

    def _returned(self, turn: Said, before: Mapping[str, object]) -> Account:
        """Back to what was told; a value that was never told (还是按2016年算) corrects it."""
        fresh = [one for one in mentions(turn.text) if not was_told(one, self.texts)]
        amended = len(fresh) == 1 and self._bare(fresh[0].text)
        after = self._after(turn, before, amended)
        return replace(after, told=frozenset(after.changed), misunderstood=False, returned=True)

    def _keep(self, before: Mapping[str, object], statement: str) -> None:
        """Keep what was told where the text as it is now no longer gives it, and the new statement leaves it alone."""
        after = self._facts()
        if after.get("applicant_type", before.get("applicant_type")) != before.get("applicant_type"):
            return
        lost = [key for key in before if key not in after and key not in self.taken_back]
        said = _read(statement, self.base)
        for key in lost:
            if outlives(key, said):
                self.set_apart[key] = (before[key], self.base)

    def _after(self, turn: Said, before: Mapping[str, object], amended: bool) -> Account:
        after = self._facts()
        changed = _differences(before, after)
        told = {key for key in after if key not in before} | set(changed) | self._said_in_last()
        lost = bool(before) and not amended and not told and corrects(turn.text)
        return Account(after, self._days(), frozenset(told), changed if amended else {}, {}, lost)

    def _imagined(self, otherwise: str, turn: Said, before: Mapping[str, object]) -> Account | None:
        """The account as if `otherwise` held; None where that says nothing of an applicant."""
        other = deepcopy(self)
        if not other._restate(otherwise, turn.day, before):
            return None
        other._settle_move(turn.day)
        other._keep(before, other.texts[-1])
        after = other._facts()
        differing = _differences(before, after)
        if not differing:
            return None
        return Account(after, other._days(), frozenset(differing), {}, differing)

    def _settle_move(self, day: date) -> None:
        """A move only thought of is not before the day it is thought of."""
        said = _read(self.texts[-1], self.base)
        if moves(self.texts[-1]) and any(doubt.key == _SINCE for doubt in said.unsure):
            self.set_apart[_SINCE] = (day.isoformat(), day)

    def _add(self, turn: Said) -> None:
        said = _read(turn.text, self.base)
        self.taken_back -= set(said.facts)
        self.set_apart = {key: value for key, value in self.set_apart.items() if outlives(key, said)}
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
        """A plain statement of what was told otherwise before: the later word holds."""
        alone = _read(turn.text, self.base).facts
        other = [key for key, fact in alone.items() if is_own(key) and before.get(key, fact.value) != fact.value]
        return bool(other) and self._restate(turn.text, turn.day, before)

    def _restate(self, statement: str, day: date, before: Mapping[str, object]) -> bool:
        """Put what a statement says in the place of what was told; whether the facts are as it says then."""
        here = moved_to(statement, str(before.get("registered_city", "")))
        said, stated = self._understood(here, before)
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
            told = {key: fact for key, fact in told.items() if key != "applicant_type" and not left_behind(key, fact)}
            if told:
                return whole, told
        return statement, {}

    def _replace(self, key: str, right: ReadFact) -> None:
        """Write the value of `right` over the one a fact was read from, where both stand in words of one sort."""
        wrong = self._reading().facts.get(key)
        values = {one.sort: one for one in mentions(right.quote)}
        if wrong is None or moves(right.quote) != moves(wrong.quote):
            return
        for one in mentions(wrong.quote):
            if one.sort in values and gives(key, one):
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
        rest = telling_of(statement[: values[0].start] + statement[values[0].end :])
        places: dict[tuple[int, int], int] = {}
        for fact in self._reading().facts.values():
            for one in mentions(fact.quote):
                if one.sort == values[0].sort and one.text != values[0].text:
                    places[fact.start + one.start, fact.start + one.end] = len(rest & telling_of(fact.quote))
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
            key for key, fact in facts.items() if key.startswith(EVENT_KEYS) and any(w in fact.quote for w in words)
        }
        self.taken_back |= denied
        return bool(denied)

    def _take_back(self, key: str) -> None:
        """A denial said as a correction takes back the event it denies."""
        for fact in self._reading().facts:
            if fact.startswith(EVENTS.get(key, ())) and EVENTS.get(key):
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


def _differences(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, Change]:
    """Every fact that differs, by its value before and after; None where it is not known."""
    keys = dict.fromkeys((*before, *after))
    return {key: (before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)}
