"""Awards set side by side by authored aspects: which has most or least of one, and how they differ as a whole."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from assistant.answering.answer import Answer
from assistant.answering.comparing import cell, line
from assistant.answering.composer import References
from assistant.answering.cues import Cues
from assistant.answering.evidence import Gatherer, Support
from assistant.answering.ground import Grounding
from assistant.answering.joining import joined, quoted, status_of
from assistant.answering.known import Known
from assistant.answering.naming import AwardNames
from assistant.answering.parts import Part
from assistant.answering.question import Question
from assistant.knowledge.aspects import Aspect, Value
from assistant.knowledge.awards import Award
from assistant.knowledge.entries import Entry

Row = Callable[[Question, str], tuple[Grounding, ...]]

_WHICH = re.compile(r"哪|谁|什么奖|啥奖")
_MOST = re.compile(r"[最更](?:多|高|长|大|久|晚|迟|后|慢|靠后|优厚|丰厚|重)")
_LEAST = re.compile(r"[最更](?:少|低|短|小|早|快|先|靠前)")
_STRICT = re.compile(r"[最更](?:为|加)?(?:严|苛刻|难|高标准)|卡得[最更]?(?:死|严)")
_LENIENT = re.compile(r"[最更](?:为|加)?(?:松|宽|容易|简单|宽松)")
_NEAREST = re.compile(r"[最更](?:近|临近|快|先)|马上|快到")
# 谁的公示长, 哪个奖金高: the bare word behind what is ranked.
_BARE_MOST = re.compile(r"(?:多|高|长|久|晚)(?:一?[点些])?(?:呢|啊)?[？?。]*$")
_BARE_LEAST = re.compile(r"(?:少|低|短|早)(?:一?[点些])?(?:呢|啊)?[？?。]*$")


@dataclass(frozen=True)
class Surveyor:
    """Answers such questions where it knows the aspect; `today` decides which deadline is nearest."""

    known: Known
    aspects: tuple[Aspect, ...]
    gatherer: Gatherer
    names: AwardNames
    today: Callable[[], date]

    @property
    def _cues(self) -> Cues:
        return self.known.cues

    def answer(self, asked: Question, row: Row) -> Answer | None:
        """The answer, or None where the question is none of this kind. `row` looks up what a notice without a fact
        sheet says."""
        awards = asked.awards or tuple(self.known.awards)
        if len(awards) < 2:
            return None
        if self._as_a_whole(asked):
            return self._overall(asked, awards, row)
        found = [self._by_aspect(replace(asked, text=part.text, parts=(part,)), awards, row) for part in asked.parts]
        answers = [one for one in found if one is not None]
        # A part of another kind is compared in a column of its own, and so are all beside it.
        return (
            reduce(lambda one, other: joined(one, other, heading=""), answers) if len(answers) == len(found) else None
        )

    def _by_aspect(self, asked: Question, awards: Sequence[str], row: Row) -> Answer | None:
        """One ask for the first by an aspect; None where it is no such ask."""
        aspect = self._aspect(asked.text)
        if aspect is None:
            return None
        findings = [one for one in aspect.findings if one.asked.search(asked.text)]
        if not findings and not _WHICH.search(asked.text):
            return None
        lead = [one.told.format(awards=self._called(one.awards)) for one in findings]
        lead = lead or self._ranked(aspect, awards, asked.text)
        return self._table(asked, awards, aspect, lead, row) if lead else None

    def _aspect(self, text: str) -> Aspect | None:
        plain = self.names.without_names(text)
        return next((aspect for aspect in self.aspects if aspect.asked.search(plain)), None)

    def _as_a_whole(self, asked: Question) -> bool:
        """Whether awards are compared and nothing of theirs is named: 兰州和宝鸡的区别, 哪个更容易."""
        several = len(asked.awards) > 1 or self._cues.has("every_award", asked.text)
        if not several or asked.context or not self._cues.has("as_a_whole", asked.text):
            return False
        rest = self.names.without_names(asked.text)
        for word in self.names.words:
            rest = rest.replace(word, "")
        lists = ("as_a_whole", "whole_words", "every_award", "compare", "comparing", "filling")
        words = {word for name in lists for word in self._cues.words[name]}
        for word in sorted(words, key=lambda one: (-len(one), one)):
            rest = rest.replace(word, "")
        return not re.sub(r"\W", "", rest)

    def _overall(self, asked: Question, awards: Sequence[str], row: Row) -> Answer:
        references = References(self.known.title)
        judging = self._cues.has("judging", asked.text)
        lead = self.known.messages["no_judgement" if judging else "side_by_side"]
        names = self._heads(awards)
        lines, every = [line(("方面", *names)), line(["---"] * (len(names) + 1))], []
        for aspect in (one for one in self.aspects if one.overall):
            groundings = [self._grounding(asked, award, aspect, row) for award in awards]
            every += [one for grounding in groundings for one in grounding]
            lines.append(line((aspect.name, *(cell(one, references, self.known.messages) for one in groundings))))
        return quoted(status_of(every), "\n\n".join((lead, "\n".join(lines))), references, asked)

    def _table(self, asked: Question, awards: Sequence[str], aspect: Aspect, lead: Sequence[str], row: Row) -> Answer:
        references = References(self.known.title)
        lines = [line(("奖项", self.known.messages["column"])), line(("---", "---"))]
        every: list[Grounding] = []
        for award, name in zip(awards, self._heads(awards), strict=True):
            groundings = self._grounding(asked, award, aspect, row)
            every += groundings
            lines.append(line((name, cell(groundings, references, self.known.messages))))
        return quoted(status_of(every), "\n\n".join((*lead, "\n".join(lines))), references, asked)

    def _grounding(self, asked: Question, award: str, aspect: Aspect, row: Row) -> tuple[Grounding, ...]:
        entry = aspect.entries.get(award)
        if entry is None:
            return row(replace(asked, text=aspect.say, parts=(Part(aspect.say),), context="", named=True), award)
        return (self._of(aspect, entry),)

    def _of(self, aspect: Aspect, entry: Entry) -> Grounding:
        support = Support(1.0, tuple(self.gatherer.whole(citation) for citation in entry.citations), entry)
        return Grounding(aspect.name, entry.kind, (), support)

    def _ranked(self, aspect: Aspect, awards: Sequence[str], text: str) -> list[str]:
        """The sentence that says which award comes first; [] where the question ranks nothing."""
        if aspect.date:
            return self._by_deadline(awards, text)
        most = _direction(text, aspect)
        values = {award: aspect.values[award] for award in awards if award in aspect.values}
        if most is None or not aspect.values:
            return []
        silent = self._called(award for award in awards if award not in values)
        tail = self.known.messages["rank_silent"].format(awards=silent) if silent else ""
        if not values:
            return [self.known.messages["rank_none"].format(aspect=aspect.name)]
        ordered = sorted(values.items(), key=lambda pair: pair[1].amount, reverse=most)
        first = [award for award, value in ordered if value.amount == ordered[0][1].amount]
        return [self._first(aspect, most, first, ordered) + tail]

    def _first(self, aspect: Aspect, most: bool, first: Sequence[str], ordered: Sequence[tuple[str, Value]]) -> str:
        messages = self.known.messages
        others = [f"{self._called([award])}{value.reading}" for award, value in ordered if award not in first]
        told = messages["rank_rest"].format(rest="、".join(others)) if others else ""
        if len(first) == len(ordered) > 1:
            message = messages["rank_same"]
        elif len(ordered) == 1:
            message = messages["rank_only"]
        else:
            message = messages["rank_first"]
        told_first = {"awards": self._called(first), "value": ordered[0][1].reading}
        return message.format(aspect=aspect.name, end=aspect.most if most else aspect.least, **told_first) + told

    def _by_deadline(self, awards: Sequence[str], text: str) -> list[str]:
        last, least, nearest = _MOST.search(text), _LEAST.search(text), _NEAREST.search(text)
        if not (last or least or nearest):
            return []
        times = {award: self._award(award).timeliness for award in awards}
        days = {award: time.deadline for award, time in times.items() if time.deadline and not time.announces}
        if not days:
            return [self.known.messages["rank_none"].format(aspect="申报截止日")]
        coming = {award: day for award, day in days.items() if day >= self.today()}
        pool = coming if coming and nearest else days
        # With every deadline past the nearest one is the latest.
        late = bool(last) or (bool(nearest) and not coming)
        day = max(pool.values()) if late else min(pool.values())
        first = [award for award, one in pool.items() if one == day]
        message = "deadline_late" if late else "deadline_early"
        labels = "、".join(dict.fromkeys(times[award].label for award in first))
        told = self.known.messages[message].format(awards=self._called(first), deadline=labels)
        return [told + ("" if coming else self.known.messages["deadline_all_past"])]

    def _award(self, award: str) -> Award:
        return self.known.awards[award]

    def _called(self, awards: Iterable[str]) -> str:
        return "、".join(self._award(award).name for award in awards if award in self.known.awards)

    def _heads(self, awards: Sequence[str]) -> list[str]:
        return [self._award(award).name for award in awards]


def _direction(text: str, aspect: Aspect) -> bool | None:
    """True where the greatest is asked for, False for the least, None for neither."""
    for most, patterns in _directions(aspect):
        if any(pattern.search(text) for pattern in patterns):
            return most
    return None


def _directions(aspect: Aspect) -> Iterator[tuple[bool, tuple[re.Pattern[str], ...]]]:
    yield True, (_MOST,)
    yield False, (_LEAST,)
    if aspect.strict_most:
        yield True, (_STRICT,)
        yield False, (_LENIENT,)
    yield True, (_BARE_MOST,)
    yield False, (_BARE_LEAST,)
