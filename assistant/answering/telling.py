"""Hearing a speaker turn by turn: what is told of an applicant is added to, corrected or supposed otherwise.

A later turn may add to what was told, correct it, or suppose otherwise. A correction rewrites what was told, so that
all that follows from the changed words changes with them; where the words cannot be found the fact itself is replaced.
A supposition holds for its own turn only, and a turn may go back to what was told before it. What a turn does not speak
of it never takes away. What sounds like a correction and changes nothing is said not to be understood.
"""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date

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
    denies,
    events_of,
    gives,
    is_own,
    left_behind,
    moved_to,
    moves,
    outlives,
    shares_words,
)
from assistant.answering.told import Told, read
from assistant.answering.turns import application, is_supposition, turns_back, without_application, without_awards
from assistant.eligibility.facts import FACTS
from assistant.eligibility.narrative.notebook import ReadFact

_SINCE = "registered_in_city_since"
_OPENINGS = ("{}", "我们是{}", "我们{}", "我是{}")
_DENYING = re.compile(r"没|未|无(?!锡)|不是|不存在")
_EVENT_WORDS = re.compile(r"事故|罚|处分|违[法规纪]|投诉|群体性|上访|抽查|抽检|起火|火灾|爆炸|伤亡|死亡|出过?事")
_CLAUSE = re.compile(r"[^，,。；;！!？?]+")
_ASKING = re.compile(r"[？?吗么呢]\s*[。！!]?$|能不能|能否|可不可以|是否|行不行|有没有资格")


def read_account(turns: Sequence[Said]) -> Account:
    """The account of the turns, oldest first."""
    telling = _Telling(turns[0].day if turns else date.min)
    account = Account()
    for turn in turns:
        account = telling.take(turn)
    return account


@dataclass(slots=True)
class _Telling(Told):
    """Hears turn after turn, and writes what each does into what was told."""

    applied: date | None = None
    # Whether anything was only supposed so far, and whether the last turn did.
    supposed: bool = False
    supposing: bool = False
    # What the last turn corrects and nothing told before could be found for.
    unread: tuple[str, ...] = ()

    def take(self, turn: Said) -> Account:
        """Hear one turn; the account after it."""
        before, self.unread = self.known(), ()
        if turn.aside:
            self.supposing = False
            return Account(before, self.said_on(), applied=self.applied)
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
        amended = len(fresh) == 1 and self.put_alone(fresh[0].text)
        after = self._after(turn, before, amended)
        return replace(after, told=frozenset(after.changed), misunderstood=False, returned=True)

    def _keep(self, before: Mapping[str, object], statement: str) -> None:
        """Keep what was told where the text as it is now no longer gives it, and the new statement leaves it alone."""
        after = self.known()
        if after.get("applicant_type", before.get("applicant_type")) != before.get("applicant_type"):
            return
        lost = [key for key in before if key not in after and key not in self.taken_back]
        said = read(statement, self.base)
        for key in lost:
            if outlives(key, said):
                self.set_apart[key] = (before[key], self.base)

    def _after(self, turn: Said, before: Mapping[str, object], amended: bool) -> Account:
        after = self.known()
        changed = _differences(before, after)
        told = {key for key in after if key not in before} | set(changed) | self.said_in_last()
        idle = bool(before) and not amended and not self.said_in_last()
        opened = frozenset(key for key in before if key not in after) if idle else frozenset()
        lost = idle and not told and corrects(turn.text)
        found = Account(after, self.said_on(), frozenset(told), changed if amended else {}, {}, lost, opened=opened)
        return replace(found, unread=self.unread if amended else ())

    def _imagined(self, otherwise: str, turn: Said, before: Mapping[str, object]) -> Account | None:
        """The account as if `otherwise` held; None where that says nothing of an applicant."""
        other = deepcopy(self)
        if not other._restate(otherwise, turn.day, before):
            return None
        other._settle_move(turn.day)
        other._keep(before, other.texts[-1])
        after = other.known()
        differing = _differences(before, after)
        if not differing:
            return None
        return Account(after, other.said_on(), frozenset(differing), {}, differing)

    def _settle_move(self, day: date) -> None:
        """A move only thought of is not before the day it is thought of."""
        said = read(self.texts[-1], self.base)
        if moves(self.texts[-1]) and any(doubt.key == _SINCE for doubt in said.unsure):
            self.set_apart[_SINCE] = (day.isoformat(), day)

    def _add(self, turn: Said) -> None:
        said = read(turn.text, self.base)
        self.taken_back -= set(said.facts)
        self.set_apart = {key: value for key, value in self.set_apart.items() if outlives(key, said)}
        self.texts.append(turn.text)
        self.days.append(turn.day)
        found = self.known()
        for key, fact in said.facts.items():
            # Said plainly now, it stands against a doubt of an earlier turn, though not against an event told there.
            if key not in found and not events_of(key, found):
                self.set_apart[key] = (fact.value, turn.day)

    def _reply(self, turn: Said) -> None:
        """A bare answer to what was asked, where its words alone say nothing."""
        if turn.asked and not self.said_in_last() and not corrects(turn.text):
            value = read_reply(turn.asked, turn.text, turn.day)
            if value is not None:
                self.set_apart[turn.asked] = (value, turn.day)

    def _amend(self, turn: Said, before: Mapping[str, object]) -> bool:
        """Correct what was told as the turn says; whether anything changed by it."""
        if not corrects(turn.text):
            return not _ASKING.search(turn.text) and self._contradict(turn, before)
        kept = deepcopy((self.texts, self.days, self.set_apart, self.taken_back))
        for old, new in exchanges(turn.text):
            if self.exchange(old, new) and self.known() != before:
                return True
        core = introduced_by_none(turn.text)
        amended = self._restate(core, turn.day, before) or self.put_alone(core) or self._deny(core)
        if self._put_each(core) or amended:
            self._reinstate()
            return True
        self.texts, self.days, self.set_apart, self.taken_back = kept
        return False

    def _put_each(self, statement: str) -> bool:
        """Each value of several (干了18年，拿过3次市级奖) that no fact was read from, over the one of its sort told
        before; those that go nowhere are kept as unread."""
        clauses = [clause for clause in _CLAUSE.findall(statement) if len(mentions(clause)) == 1]
        if len(_CLAUSE.findall(statement)) < 2:
            return False
        quotes = [fact.quote for fact in self.reading().facts.values()]
        left = [clause for clause in clauses if not any(mentions(clause)[0].text in quote for quote in quotes)]
        put = {clause: self.put_alone(clause) for clause in left}
        self.unread = tuple(clause.strip() for clause, done in put.items() if not done)
        return any(put.values())

    def _contradict(self, turn: Said, before: Mapping[str, object]) -> bool:
        """A plain statement of what was told otherwise before: the later word holds."""
        alone = read(turn.text, self.base).facts
        other = [key for key, fact in alone.items() if is_own(key) and before.get(key, fact.value) != fact.value]
        if not (other or denies(turn.text, alone, before)) or not self._restate(turn.text, turn.day, before):
            return False
        self._reinstate()
        return True

    def _restate(self, statement: str, day: date, before: Mapping[str, object]) -> bool:
        """Put what a statement says in the place of what was told; whether the facts are as it says then."""
        here = moved_to(statement, str(before.get("registered_city", "")))
        said, stated = self._understood(here, before)
        if not stated:
            return False
        for key, fact in stated.items():
            if key in before and before[key] != fact.value:
                self._replace(key, stated)
        self.texts.append(said)
        self.days.append(day)
        found = self.known()
        for key, fact in stated.items():
            if found.get(key) != fact.value and (key in before or key in found or key in EVENTS):
                self.set_apart[key] = (fact.value, day)
                self.taken_back.discard(key)
            self._take_back(key)
        return self.known() != before

    def _understood(self, statement: str, before: Mapping[str, object]) -> tuple[str, dict[str, ReadFact]]:
        """A statement, made whole where it is a fragment, with what it says alone."""
        kind = str(before.get("applicant_type", ""))
        for opening in _OPENINGS:
            whole = opening.format(statement)
            facts = read(whole, self.base).facts
            told = {key: fact for key, fact in facts.items() if FACTS[key].group != "个人" or kind != "organization"}
            told = {key: fact for key, fact in told.items() if key != "applicant_type" and not left_behind(key, fact)}
            if told:
                return whole, told
        return statement, {}

    def _replace(self, key: str, stated: Mapping[str, ReadFact]) -> None:
        """Write the value stated over the one a fact was read from, where both stand in words of one sort."""
        told, right = self.reading().facts, stated[key]
        wrong = told.get(key)
        values = {one.sort: one for one in mentions(right.quote)}
        if wrong is None or moves(right.quote) != moves(wrong.quote) or shares_words(key, told, stated):
            return
        for one in mentions(wrong.quote):
            if one.sort in values and gives(key, one):
                self.write(wrong.start + one.start, wrong.start + one.end, values[one.sort].text)
                return

    def _deny(self, statement: str) -> bool:
        """没有被罚过: the events told under the same word are taken back."""
        words = set(_EVENT_WORDS.findall(statement))
        if not words or not _DENYING.search(statement):
            return False
        facts = self.reading().facts
        denied = {
            key
            for key, fact in facts.items()
            if key.startswith(EVENT_KEYS) and key not in EVENTS and any(w in fact.quote for w in words)
        }
        self.taken_back |= denied
        return bool(denied)

    def _reinstate(self) -> None:
        """A denial told before stands again once the event told against it is taken back."""
        for key in EVENTS:
            known = self.known()
            if key in known or not events_of(key, self.taken_back) or events_of(key, known):
                continue
            for text, day in zip(self.texts, self.days, strict=True):
                told = read(text, self.base).facts.get(key)
                if told is not None:
                    self.set_apart[key] = (told.value, day)

    def _take_back(self, key: str) -> None:
        """A denial said as a correction takes back the event it denies."""
        self.taken_back.update(events_of(key, self.reading().facts))


def _differences(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, Change]:
    """Every fact that differs, by its value before and after; None where it is not known."""
    keys = dict.fromkeys((*before, *after))
    return {key: (before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)}
