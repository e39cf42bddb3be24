"""The eligibility desk of the conversation: hears what is told over turns, runs the checker, and words its verdicts.

Nothing here decides: every verdict is the checker's, worded by a fixed message.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from assistant.answering.account import Account, Change, Said
from assistant.answering.answer import Turn
from assistant.answering.composer import References
from assistant.answering.cues import Cues
from assistant.answering.fitting import likely, other_kinds
from assistant.answering.naming import AwardNames
from assistant.answering.question import Question
from assistant.answering.replies import asked_fact
from assistant.answering.stories import read_stories
from assistant.answering.turns import (
    application,
    asks_why,
    faults_apart,
    is_clerks,
    is_fragment,
    is_general,
    is_supposition,
    of_rules,
    requires,
    speaks_of_applicant,
)
from assistant.answering.verdicts import Case, Words, in_order, judged
from assistant.answering.waiting import Waiting, asks_when
from assistant.eligibility.facts import FACTS, parse_facts
from assistant.eligibility.opening import open_tracks
from assistant.eligibility.wording import told as told_words
from assistant.eligibility.wording import value_words
from assistant.knowledge.rules import Track

_LEAST_TELLING = 2
# A turn of this many telling facts that asks whether one may apply describes an applicant, whoever speaks.
_DESCRIBING = 3
_OF_ONE = (
    "established_date",
    "registered_in_city_since",
    "operation_start_date",
    "role_start_date",
    "role_years",
    "in_abnormal_list",
    "in_serious_illegal_list",
)
_HAPPENED = (
    "accident_",
    "violation_",
    "complaint_",
    "mass_incident_",
    "spot_check_",
    "employer_accident_",
    "penalized",
)
_SHORT = 14
_ASKS = re.compile(r"[？?呢吗么吧]\s*$")
# Accounts kept: one turn asks for its account several times.
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Consultation:
    """What the desk says: paragraphs, whether a verdict was reached for every track shown, and the facts understood.

    `policy`: the turn also asks what the notices say; `excluded` are the kinds of applicants it is surely none of.
    """

    lines: tuple[str, ...]
    settled: bool
    facts: Mapping[str, object]
    policy: bool = True
    excluded: frozenset[str] = frozenset()


class EligibilityDesk:
    """Answers 我们能报吗 by the checker. `today` is the day of a turn that bears none, and the date of application
    where the notice suggests none."""

    def __init__(
        self, corpus: Path, cues: Cues, messages: Mapping[str, str], names: AwardNames, today: Callable[[], date]
    ) -> None:
        self._tracks = open_tracks(corpus)
        self._cues = cues
        self._names = names
        self._messages = messages
        self._today = today
        self._words = Words(messages)
        self._waiting = Waiting(messages)
        self._account = lru_cache(maxsize=_KEPT)(lambda turns: read_stories(turns, cues))

    def account(self, text: str, history: Sequence[Turn]) -> Account:
        """What the speaker has told up to and with this turn."""
        return self._account(tuple(self._said(text, history)))

    def _said(self, text: str, history: Sequence[Turn]) -> list[Said]:
        """The speaker's turns; what asks of anybody is aside, and so is what only varies such a question (那大学呢)."""
        turns: list[Said] = []
        marker, asked = self._marker("ask_next"), ""
        for turn in (*history, Turn("user", text)):
            if turn.role == "user":
                told = "\n".join(one.text for one in turns if not one.aside)
                varied = bool(turns) and turns[-1].aside and is_fragment(turn.content)
                clerk = is_clerks(turn.content) and not self._cues.has("as_person", turn.content)
                aside = varied or clerk or is_general(turn.content, told)
                turns.append(Said(turn.content, turn.day or self._today(), asked, aside))
            asked = asked_fact(turn.content, marker) if turn.role == "assistant" else ""
        return turns

    def asked(self, text: str, history: Sequence[Turn]) -> bool:
        """Whether this turn is about the speaker's own eligibility: it asks for it, or tells or corrects something of
        the case the desk has begun. Thanks, questions on the notices and on anybody are not."""
        cues = self._cues
        if self._said(text, history)[-1].aside or cues.has("third", text):
            return False
        if of_rules(text) or ((rest := faults_apart(text)) and not cues.has("eligibility", rest)):
            return False
        if self._consulted(history) and asks_why(text):
            return True
        about = self._about(text, history)
        if about and (cues.has("self", text) or self._of_material(text, history)):
            return True
        account = self.account(text, history)
        if not self._begun(history):
            return self._described(text, account, about)
        return self._goes_on(text, account, about) or self._states(text, history) or asks_when(text, cues)

    def _about(self, text: str, history: Sequence[Turn]) -> bool:
        """Whether a turn asks for eligibility: in its own words, or by naming only another award, or the speaker again
        (那我们呢), for the question before."""
        cues = self._cues
        if cues.has("eligibility", text) or cues.has("which_award", text):
            return True
        named, own = bool(self._names.find(text).awards), cues.has("self", text) or cues.has("as_firm", text)
        if cues.has("policy_asked", text) or not (named or own):
            return False
        whether = named and own and cues.has("matters", text)
        goes_on = self._consulted(history) if named else self._begun(history)
        return whether or (goes_on and self._only_names(text))

    def _only_names(self, text: str) -> bool:
        """Whether nothing but the names of awards is new in a turn: 那宝鸡呢; 算了不报宝鸡了，如果我们报兰州呢."""
        rest = self._names.without_names(text)
        lists = ("self", "filling", "matters", "eligibility", "which_award", "switching", "follow_up")
        words = {word for name in lists for word in self._cues.words[name]}
        for word in sorted(words, key=len, reverse=True):
            rest = rest.replace(word, "")
        return len(re.sub(r"\W", "", rest)) <= 1

    def _of_material(self, text: str, history: Sequence[Turn]) -> bool:
        """Whether a question without a subject, or on 这家, is about the applicant told of or handed over."""
        handed = bool(history) and history[-1].role == "user" and ("报" in text or self._cues.has("eligibility", text))
        if self._cues.has("policy_asked", text) or not (handed or speaks_of_applicant(text) or self._only_names(text)):
            return False
        facts = self.account(text, history).facts
        return sum(not FACTS[key].hint_only for key in facts) >= _DESCRIBING

    def awaits_reply(self, history: Sequence[Turn]) -> bool:
        """Whether the desk's own question was the last thing said."""
        return bool(history) and history[-1].role == "assistant" and self._marker("ask_next") in history[-1].content

    def consult(
        self, asked: Question, history: Sequence[Turn], references: References, corrections: Mapping[str, object]
    ) -> Consultation | None:
        """The checker's verdicts on what the speaker has told so far; None where nothing useful is known.

        `corrections` are facts the speaker set by hand: they win over what was read, and None takes a fact back.
        """
        account = self.account(asked.text, history)
        corrections = {} if account.another else corrections
        by_hand = {key: value for key, value in corrections.items() if key not in account.supposed}
        facts = parse_facts({**account.facts, **by_hand})
        telling = [key for key in facts if not FACTS[key].hint_only]
        if len(telling) < _LEAST_TELLING:
            return None
        days = {key: day for key, day in account.days.items() if key not in by_hand}
        case = Case(facts, days, self._today(), account.applied)
        told = "\n".join(said.text for said in self._said(asked.text, history) if not said.aside)
        candidates = self._candidates(asked.awards)
        # Who names an award is told of its tracks, and of no other's; who asks which there are names where he is.
        named = self._names.find(asked.text).awards
        within = candidates if named and not self._cues.has("which_award", asked.text) else self._tracks
        shown = judged(candidates, within, case, likely(told, self._cues))
        shown = in_order(shown, named)
        if self._consulted(history) and asks_why(asked.text):
            lines = self._words.why(shown, case, references)
            return Consultation(tuple(lines), shown.settled, shown.readable(case), policy=False)
        when = self._begun(history) and asks_when(asked.text, self._cues)
        waiting = self._waiting.told(shown, case) if when else []
        unread = self._unread(asked.text, account, history)
        lines = [*self._amended(account, asked.text), *waiting, *unread, *self._words.told(shown, case, references)]
        policy, excluded = not when and self._asks_policy(asked.text, account), other_kinds(facts, told)
        return Consultation(tuple(lines), shown.settled, shown.readable(case), policy, excluded)

    def newly_told(self, text: str, history: Sequence[Turn]) -> dict[str, object]:
        """The facts this turn tells or corrects; a supposition tells none."""
        account = self.account(text, history)
        return {} if account.supposed else {key: account.facts.get(key) for key in account.told}

    def unheld(self, awards: Sequence[str]) -> bool:
        """Whether awards are named of which none has rules to check by."""
        return bool(awards) and not any(track.award in awards for track in self._tracks.values())

    def _asks_policy(self, text: str, account: Account) -> bool:
        """Whether a turn asks anything that the notices could answer: what only tells or corrects does not."""
        if requires(text):
            return True
        if account.changed or account.supposed or account.misunderstood or account.returned:
            return self._cues.has("policy_asked", text)
        return any(self._cues.has(name, text) for name in ("asking", "eligibility", "which_award", "policy_asked"))

    def _begun(self, history: Sequence[Turn]) -> bool:
        marker = self._marker("understood")
        return any(turn.role == "assistant" and marker in turn.content for turn in history) or self.awaits_reply(
            history
        )

    def _consulted(self, history: Sequence[Turn]) -> bool:
        """Whether the last answer was a verdict."""
        answers = [turn.content for turn in history if turn.role == "assistant"]
        return bool(answers) and self._marker("understood") in answers[-1]

    def _goes_on(self, text: str, account: Account, about: bool) -> bool:
        """Whether a later turn goes on with the case the desk has begun."""
        if self._cues.has("policy_asked", text) and not about:
            return False
        if account.changed or account.supposed or account.misunderstood or account.returned or account.opened:
            return True
        if application(text, self._today()) is not None:
            return True
        if account.told and (about or self._cues.has("matters", text) or not self._cues.has("asking", text)):
            return True
        return about and len(text) <= _SHORT and not self._cues.has("policy_asked", text)

    def _states(self, text: str, history: Sequence[Turn]) -> bool:
        """Whether a turn behind a verdict only tells something (主要产品是口罩，纳税正常): of whom but the case?"""
        asks = any(self._cues.has(name, text) for name in ("asking", "tag", "request", "policy_asked", "thanks"))
        asks = asks or bool(_ASKS.search(text.strip())) or is_supposition(text)
        return self._consulted(history) and not asks and self._cues.has("stating", text)

    def _unread(self, text: str, account: Account, history: Sequence[Turn]) -> list[str]:
        """What a turn only tells and nothing was read from is said to change nothing."""
        if account.unread:
            return [self._messages["unread_turn"].format(said="，".join(account.unread))]
        amended = account.told or account.changed or account.misunderstood or account.returned or account.opened
        if amended or self.awaits_reply(history) or not self._states(text, history):
            return []
        return [self._messages["unread_turn"].format(said=text.strip("。！!？? "))]

    def _described(self, text: str, account: Account, about: bool) -> bool:
        """Whether a turn that says neither we nor I describes one applicant and asks whether that one may apply."""
        telling = [key for key in account.told if not FACTS[key].hint_only]
        one = any(key in _OF_ONE or key.startswith(_HAPPENED) for key in telling)
        wanting = about or self._cues.has("matters", text) or not self._cues.has("asking", text)
        enough = len(telling) >= _DESCRIBING or (about and len(telling) >= _LEAST_TELLING)
        return one and wanting and enough and not (self._cues.has("policy_asked", text) and not about)

    def _amended(self, account: Account, text: str) -> list[str]:
        lead = [self._messages["another_lead"]] if account.another else []
        if account.misunderstood and not account.told:
            return [*lead, self._messages["misunderstood"]]
        if account.supposed:
            return [*lead, self._messages["supposed_lead"].format(changes=_changes(account.supposed, "为"))]
        if account.changed:
            return [*lead, self._messages["changed"].format(changes=_changes(account.changed, "改为"))]
        if account.opened:
            facts = "、".join(FACTS[key].label for key in FACTS if key in account.opened)
            return [*lead, self._messages["opened"].format(said=text.strip("。！!？? "), facts=facts)]
        return [*lead, self._messages["returned_lead"]] if account.returned else lead

    def _candidates(self, awards: Sequence[str]) -> dict[str, Track]:
        chosen = {name: track for name, track in self._tracks.items() if not awards or track.award in awards}
        return chosen or self._tracks

    def _marker(self, message: str) -> str:
        return self._messages[message].split("{", 1)[0]


def _changes(changes: Mapping[str, Change], verb: str) -> str:
    """The changes in words; what no longer stands is told as it was."""
    told = []
    for key, (old, new) in changes.items():
        spec = FACTS[key]
        if new is None:
            told.append(f"“{told_words(spec, old)}”不再成立")
        elif old is None and verb != "为":
            told.append(told_words(spec, new))
        else:
            was = f"由{value_words(spec, old)}" if verb != "为" else ""
            told.append(spec.tell(new) if isinstance(new, bool) else f"{spec.label}{was}{verb}{value_words(spec, new)}")
    return "；".join(told)
