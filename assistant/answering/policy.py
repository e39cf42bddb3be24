"""What the notices say to a question: each section by itself, one award's answer or several side by side."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from assistant.answering.aligning import Aligner
from assistant.answering.answer import Answer, Status
from assistant.answering.asides import Asides
from assistant.answering.claims import claim_of
from assistant.answering.comparing import merged, table
from assistant.answering.composer import References, compose
from assistant.answering.covering import covers
from assistant.answering.evidence import Evidence, Gatherer, Support
from assistant.answering.fitting import without_kinds
from assistant.answering.ground import FLOOR, NAMED_MATCH, Grounding, ground, ground_matters, narrowed, silence_on
from assistant.answering.handing import ASKED_IN_FULL, handed_in, judged
from assistant.answering.inquiry import Inquiry
from assistant.answering.joining import followed, introduced, joined, quoted, status_of
from assistant.answering.known import Known
from assistant.answering.matters import Matter, named_matters
from assistant.answering.parts import Part
from assistant.answering.premises import SAME_MATTER, believes, correction, verdict
from assistant.answering.question import Question
from assistant.answering.scope import Scope
from assistant.answering.screen import turn_away, turned_away
from assistant.answering.siblings import Siblings
from assistant.answering.spread import NEAR, Spread
from assistant.answering.surveying import Surveyor
from assistant.answering.today import Calendar
from assistant.language.numerals import find_quantities

# From here on a question holds a notice's own words, or points at one of its clauses by number.
_QUOTED_VERBATIM = 0.85
# A question this near to an entry is about its topic.
_OF_A_TOPIC = 0.6
# So near a rule stands to a claim that has words of its own besides.
_NEAR_CLAIM = 0.65
# So much farther from a claim than a rule, silence is on something else.
_FARTHER = 0.15
_PIECES = re.compile(r"[，,。；;？?！!]")
_CONDITIONS = re.compile(
    r"(?:要|有|需要|得|是)?(?:什么|哪些|啥)(?:样的)?(?:申报|参评|报名|评选)?(?:的)?条件|条件(?:是|有)(?:什么|哪些|啥)"
)
_QUOTED_SINGLE, _QUOTED_PART, _QUOTED_ROW = 4, 3, 2


@dataclass(frozen=True)
class Policy:
    """Answers from the notices, in their own words; no language model takes part."""

    known: Known
    gatherer: Gatherer
    scope: Scope
    inquiry: Inquiry
    spread: Spread
    siblings: Siblings
    calendar: Calendar
    surveyor: Surveyor
    asides: Asides
    topics: Mapping[str, str]

    def answer(self, asked: Question) -> Answer:
        """The answer of the notices: first what today changes, then each section of the question by itself."""
        awards = () if self.calendar.asks_day(asked.text) and not self.spread.names(asked) else asked.awards
        awards = awards if asked.named else ()
        # Which deadline is nearest is asked of the notices, whatever it says of now.
        now = [] if self.surveyor.answer(asked, self._row) else self.calendar.now(asked.text, awards)
        if now and self.calendar.asks_only_now(asked.text) and len(self.spread.documents(awards)) != 1:
            return Answer(Status.ANSWERED, now[0], body=now[0]) if len(now) < 2 else self._standing(now, awards, asked)
        if now and self.calendar.asks_only_now(asked.text):
            # 今年还评吗 asks of the award, whatever was asked before.
            asked = replace(asked, context="")
        asked, verdict_on_time = self._handed_in(asked)
        now += verdict_on_time
        asked, aside = self.asides.parted(asked)
        answers = [self._section(section) for section in self.spread.sections(asked)]
        answer = reduce(lambda one, other: joined(one, other, heading=""), answers)
        answer = introduced(answer, now if answer.citations else [], limiting=False)
        told = [self.known.messages["aside"].format(part=one) for one in aside]
        return answer if answer.status is Status.OUT_OF_SCOPE else followed(answer, told)

    def _handed_in(self, asked: Question) -> tuple[Question, list[str]]:
        """A question that puts up a day for handing in to one notice, as one for its deadline, with yes or no to it."""
        put = handed_in(asked.text)
        awards = (asked.awards or self.spread.meant(asked)) if put else ()
        if put is None or len(self.spread.documents(awards)) != 1:
            return asked, []
        told = judged(put, self.known.awards[awards[0]].timeliness, self.known.messages)
        if not told:
            return asked, []
        full = replace(asked, text=ASKED_IN_FULL, parts=(Part(ASKED_IN_FULL),), context="", awards=awards)
        return full, [told]

    def _standing(self, now: Sequence[str], awards: Sequence[str], asked: Question) -> Answer:
        """How several notices stand today: the lines themselves, each resting on what its notice writes of its time."""
        references = References(self.known.title)
        body = "\n\n".join(now)
        for citation in self.calendar.deadlines(awards):
            line = re.search(rf"^- {re.escape(self.known.title(citation.document))}：.*$", body, re.MULTILINE)
            mark = references.mark(citation)
            if line and mark not in line.group():
                body = f"{body[: line.end()]}{mark}{body[line.end() :]}"
        return quoted(Status.ANSWERED, body, references, asked)

    def _section(self, asked: Question) -> Answer:
        documents = self.spread.documents(asked.awards)
        alone = self.gatherer.gather(asked.text, asked.awards, documents)
        # Judged by its own words: what was asked before does not make other matters ours.
        label = turned_away(asked.text, asked.named, alone, self.known.cues)
        # Several places are named to compare their awards; a follow-up is about what was asked before.
        # Neither is what quotes a notice word for word.
        alone_here = len(documents) < 2 and not asked.context and alone.best < _QUOTED_VERBATIM
        if not label and alone_here:
            label = self._label(asked)
        surveyed = self.surveyor.answer(asked, self._row)
        # Two awards named and set side by side are ours, whatever else is asked in such words.
        if surveyed and (not label or len(asked.awards) > 1):
            return surveyed
        if label == "drafting" and asked.named and (formless := self._formless(asked)):
            return formless
        if label:
            return turn_away(label, self.known.messages, self.known.held)
        if self.spread.compares(asked) or self._each_has_its_own(asked):
            return self._comparison(asked, asked.awards or tuple(self.known.awards))
        spread = self._believed_of_several(asked)
        if not asked.awards:
            asked = replace(asked, awards=self.spread.meant(asked))
            spread = len(asked.awards) > 1
        if spread:
            return self._alike(asked) or self._comparison(asked, asked.awards)
        return self._single(asked)

    def _each_has_its_own(self, asked: Question) -> bool:
        """Whether conditions are asked of several awards of one notice, each of which has its own."""
        return len(asked.awards) > 1 and any(_CONDITIONS.search(part.text) for part in asked.parts)

    def _believed_of_several(self, asked: Question) -> bool:
        """Whether a number is believed of a place (重庆每届评5家对吧) with several awards of one notice: it may be true
        of one of them and false of another."""
        several = len(asked.awards) > 1 and len(self.spread.documents(asked.awards)) == 1
        return several and bool(find_quantities(asked.text)) and believes(asked.text, self.known.cues)

    def _formless(self, asked: Question) -> Answer | None:
        """That the form of an award whose notice has none to be filled in is not held; None where one is."""
        if any(award in self.spread.forms for award in asked.awards):
            return None
        names = "、".join(dict.fromkeys(self.known.awards[award].name for award in asked.awards))
        told = self.known.messages["drafting_formless"].format(award=names)
        return Answer(Status.NEEDS_FACTS, told, awards=asked.awards)

    def _label(self, asked: Question) -> str:
        """What a question is where it is not about awards; of several asks one that names a matter of theirs makes it
        one about awards."""
        cues = self.known.cues
        ours = len(asked.parts) > 1 and any(named_matters(part.text, cues.matters) for part in asked.parts)
        return "" if ours and asked.named else self.scope.label(asked.text)

    def _alike(self, asked: Question) -> Answer | None:
        """One answer for the awards asked about, where they are of one notice that says the same of all."""
        if len(self.spread.documents(asked.awards)) > 1:
            return None
        rows = [(award, self._row(asked, award)) for award in asked.awards]
        if len(merged(rows)) > 1:
            return self._of_one_form(asked, rows) if self.spread.of_one_form(asked) else None
        answer, status = self._single(asked), status_of([grounding for _, row in rows for grounding in row])
        return replace(answer, status=status) if answer.status is Status.NOT_IN_DOCUMENTS else answer

    def _of_one_form(self, asked: Question, rows: Sequence[tuple[str, tuple[Grounding, ...]]]) -> Answer:
        """One answer on the one form of several awards: from the fact sheet that tells of what is asked most nearly."""

        def nearness(row: tuple[str, tuple[Grounding, ...]]) -> float:
            return max((one.lead.match for one in row[1] if one.lead and one.lead.entry), default=0.0)

        return self._single(replace(asked, awards=(max(rows, key=nearness)[0],)))

    def _single(self, asked: Question) -> Answer:
        evidences = [without_kinds(one, asked.excluded) for one in self.inquiry.evidences(asked, asked.awards)]
        if len(evidences) == 1:
            groundings = [self._grounded(asked, evidences[0], _QUOTED_SINGLE)]
        else:
            asides = [max(1, one.part.count("，")) for one in evidences]
            pairs = zip(evidences, asides, strict=True)
            groundings = [narrowed(self._grounded(asked, one, _QUOTED_PART, sentences=aside)) for one, aside in pairs]
        groundings = self.siblings.settled(groundings, asked)
        groundings = [self._with_addenda(grounding, asked) for grounding in groundings]
        references = References(self.known.title)
        lines = compose(groundings, asked.text, references, self.known.messages, self.known.cues)
        told = self.siblings.told(groundings, asked, references)
        status = status_of(groundings)
        if told.said and status is Status.NOT_IN_DOCUMENTS:
            status = Status.PARTLY_ANSWERED
        lines += told.lines
        return quoted(status, "\n\n".join(dict.fromkeys(lines)), references, asked)

    def _grounded(
        self,
        asked: Question,
        evidence: Evidence,
        most: int,
        *,
        sentences: int = 2,
        least: float = 0.0,
        awards: tuple[str, ...] = (),
    ) -> Grounding:
        """A part by what it names, or, of a turn that names nothing, by what the turn before it named. Before we say
        that a notice does not tell of a matter it is looked up in its plain wording."""
        matters = self._asked_for(asked, evidence.part)
        within = awards or asked.awards
        sheetless = bool(within) and not any(self.known.awards[award].entries for award in within)
        # No authored question comes near to a clause of such a notice: what it tells by name has to do.
        named = FLOOR if sheetless else NAMED_MATCH
        found = ground_matters(evidence, matters, most, sentences, least, named)
        if sheetless and found.outcome == "nothing" and not matters and (say := self._topic(evidence.part)):
            elsewhere = ground(replace(self.inquiry.gather(say, within), part=evidence.part), most, sentences)
            return elsewhere if elsewhere.lead else found
        # A claim is worded as nobody asks (还评10家): where it hardly comes near, the matter it names is looked up too.
        claim = claim_of(found.part)
        vague = bool(matters and claim) and found.lead is not None and found.lead.match < SAME_MATTER
        if not found.untold and not vague:
            return self._of_claim(found, evidence, matters) if claim else found
        near = least if sheetless else max(least, NEAR)
        plain = (self.inquiry.gather(matter.say, within) for matter in matters)
        again = (ground_matters(one, matters, most, sentences, near, named) for one in plain)
        told = next((one for one in again if one.lead is not None and not one.untold), None)
        found = replace(told, part=found.part) if told else found
        return self._of_claim(found, evidence, matters) if claim else found

    def _of_claim(self, found: Grounding, evidence: Evidence, matters: Sequence[Matter]) -> Grounding:
        """What a claim is answered by: where no yes or no is told, that the matter is not written if it comes near, and
        nothing where only an unrelated clause does."""
        lead = found.lead
        if lead is None or found.untold or correction(lead, found.part, self.known.cues):
            return found
        nearness = lead.match if lead.entry else lead.score
        silent = silence_on(evidence.supports, matters) if lead.said else None
        # A rule that comes far nearer is what the claim is about.
        if silent and silent.match >= nearness - _FARTHER:
            return Grounding(found.part, "not_said", (silent,), silent)
        least = SAME_MATTER if not lead.said or covers(lead, found.part) else _NEAR_CLAIM
        return found if nearness >= least else Grounding(found.part, "nothing", ())

    def _topic(self, text: str) -> str:
        """How notices head what a question is about, by the entry of any fact sheet it comes nearest to; "" for none
        near."""
        entries = [
            one for one in self.gatherer.gather(self.asides.names.without_names(text), (), ()).supports if one.entry
        ]
        nearest = max(entries, key=lambda one: one.match, default=None)
        if nearest is None or nearest.entry is None or nearest.match < _OF_A_TOPIC:
            return ""
        return self.topics.get(nearest.entry.topic, "")

    def _asked_for(self, asked: Question, part: str) -> tuple[Matter, ...]:
        """What a part asks for by name; nothing where it asks for something else besides."""
        cues = self.known.cues
        own = asked.text if len(asked.parts) < 2 else part
        if asked.context and self.inquiry.only_points(own):
            own = asked.context
        pieces = [one for one in _PIECES.split(own) if one and not cues.has("every_award", one)]
        others = [one for one in pieces if not named_matters(one, cues.matters) and cues.has("asking", one)]
        return () if others else named_matters(own, cues.matters)

    def _with_addenda(self, grounding: Grounding, asked: Question) -> Grounding:
        return replace(grounding, after=self.gatherer.addenda(grounding.lead, asked.text))

    def _comparison(self, asked: Question, awards: Sequence[str]) -> Answer:
        known = self.known
        references = References(known.title)
        groundings = Aligner(self.inquiry, self.asides.names).aligned(awards, [self._row(asked, one) for one in awards])
        rows = [(known.awards[award].name, row) for award, row in zip(awards, groundings, strict=True)]
        heads = (
            [part.label or claim_of(part.text) or part.text for part in asked.parts]
            if self.inquiry.by_ask(asked)
            else []
        )
        body = table(merged(rows), references, known.messages, heads, self._verdict(asked), self._names_a_matter)
        status = status_of([grounding for _, row in rows for grounding in row])
        untold = {grounding.untold for _, row in rows for grounding in row if grounding.untold}
        if status is Status.NOT_IN_DOCUMENTS and len(untold) == 1:
            body = f"{known.messages['untold_anywhere'].format(matter=untold.pop())}\n\n{body}"
        return quoted(status, body, references, asked)

    def _verdict(self, asked: Question) -> Callable[[Support], str]:
        """Yes or no to the number a question of several awards puts up, award by award."""
        return lambda lead: verdict(lead, asked.text, self.known.cues) if len(asked.parts) < 2 else ""

    def _names_a_matter(self, part: str) -> bool:
        return bool(named_matters(part, self.known.cues.matters))

    def _row(self, asked: Question, award: str) -> tuple[Grounding, ...]:
        """What one award's notice says to each ask; what only comes near by an aside is not said."""
        near = NEAR if self.known.awards[award].entries else 0.0
        found = ((one, without_kinds(one, asked.excluded)) for one in self.inquiry.of_row(asked, award))
        kept = (fitting if fitting.supports else one for one, fitting in found)
        groundings = (self._grounded(asked, one, _QUOTED_ROW, least=near, awards=(award,)) for one in kept)
        return tuple(self._with_addenda(grounding, asked) for grounding in groundings)
