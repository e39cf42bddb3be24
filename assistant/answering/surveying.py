"""Awards set side by side by authored aspects: which has most or least of one, and how they differ as a whole."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from assistant.answering.ranking import End, Ranking, rankings
from assistant.knowledge.aspects import Aspect, Finding, Value
from assistant.knowledge.awards import Award
from assistant.knowledge.entries import Entry

Row = Callable[[Question, str], tuple[Grounding, ...]]

_WHICH = re.compile(r"哪|谁|什么奖|啥奖")


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
        answers = list(self._parts(asked, awards, row))
        # A part of another kind is compared in a column of its own, and so are all beside it.
        return reduce(_beneath, answers) if answers and len(answers) >= len(asked.parts) else None

    def _parts(self, asked: Question, awards: Sequence[str], row: Row) -> Iterator[Answer]:
        """The tables of the asks, up to the first that is no ask by an aspect."""
        before: Aspect | None = None
        for part in asked.parts:
            one = replace(asked, text=part.text, parts=(part,))
            plain = self.names.without_names(part.text)
            told = self._found(plain, awards)
            if told is None and (before or _WHICH.search(part.text)):
                ranked = rankings(plain, self.aspects, self._cues.words["ranking"], before)
                by_aspect = {ranking.aspect.name: ranking.aspect for ranking in ranked}
                tables = [
                    self._table(one, awards, aspect, self._ranked(aspect, awards, ranked), row)
                    for aspect in by_aspect.values()
                ]
                before = ranked[-1].aspect if ranked else before
            else:
                tables = [self._table(one, awards, *told, row)] if told else []
            if not tables:
                return
            yield reduce(_beneath, tables)

    def _found(self, text: str, awards: Sequence[str]) -> tuple[Aspect, list[str]] | None:
        """The aspect a text asks of, with what the notices asked about show of it besides a number."""
        aspect = next((one for one in self.aspects if one.asked.search(text)), None)
        findings = [one for one in aspect.findings if one.asked.search(text)] if aspect else []
        return (aspect, [self._told(one, awards) for one in findings]) if aspect and findings else None

    def _told(self, finding: Finding, awards: Sequence[str]) -> str:
        within = [award for award in finding.awards if award in awards]
        return (finding.told if within else finding.other).format(awards=self._called(within or awards))

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

    def _ranked(self, aspect: Aspect, awards: Sequence[str], ranked: Sequence[Ranking]) -> list[str]:
        """The sentence that says which award comes first from each end asked for, with what it leaves out."""
        ends = list(dict.fromkeys(ranking.end for ranking in ranked if ranking.aspect is aspect))
        if aspect.date:
            return [line for end in ends for line in self._by_deadline(awards, end)]
        messages = self.known.messages
        values = {award: aspect.values[award] for award in awards if award in aspect.values}
        unread = self._called(award for award in awards if award not in aspect.entries)
        silent = self._called(award for award in awards if award in aspect.entries and award not in values)
        units = list(dict.fromkeys(value.unit for value in values.values()))
        tail = [messages["rank_silent"].format(awards=silent)] if silent and values else []
        tail += [messages["rank_units"].format(units="、".join(units))] if len(units) > 1 else []
        tail += [messages["rank_unread"].format(awards=unread)] if unread else []
        told = [self._first(aspect, end == "most", values) for end in ends] if values else []
        if not values and not unread:
            told = [messages["rank_none"].format(aspect=aspect.name)]
        return ["".join((*dict.fromkeys(told), *tail))]

    def _first(self, aspect: Aspect, most: bool, values: Mapping[str, Value]) -> str:
        messages = self.known.messages
        ordered = sorted(values.items(), key=lambda pair: pair[1].amount, reverse=most)
        first = [award for award, value in ordered if value.amount == ordered[0][1].amount]
        others = [f"{self._called([award])}{value.reading}" for award, value in ordered if award not in first]
        told = messages["rank_rest"].format(rest="、".join(others)) if others else ""
        readings = list(dict.fromkeys(values[award].reading for award in first))
        each = "依次为" + "、".join(values[award].reading for award in first)
        if len(first) == len(ordered) > 1:
            message = messages["rank_same" if len(readings) == 1 else "rank_same_number"]
        elif len(ordered) == 1:
            message = messages["rank_only"]
        else:
            message = messages["rank_first"]
        told_first = {"awards": self._called(first), "value": readings[0] if len(readings) == 1 else each}
        return message.format(aspect=aspect.name, end=aspect.most if most else aspect.least, **told_first) + told

    def _by_deadline(self, awards: Sequence[str], end: End) -> list[str]:
        times = {award: self._award(award).timeliness for award in awards}
        days = {award: time.deadline for award, time in times.items() if time.deadline and not time.announces}
        if not days:
            return [self.known.messages["rank_none"].format(aspect="申报截止日")]
        coming = {award: day for award, day in days.items() if day >= self.today()}
        pool = coming if coming and end == "nearest" else days
        # With every deadline past the nearest one is the latest.
        late = end == "most" or (end == "nearest" and not coming)
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


def _beneath(first: Answer, second: Answer) -> Answer:
    return joined(first, second, heading="")
