"""The pipeline from question to answer, a readable list of steps: screen, resolve, route, gather, ground, compose."""

import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from types import MappingProxyType

from assistant.answering.answer import Answer, Status, Turn
from assistant.answering.applicants import read_applicants
from assistant.answering.asides import Asides
from assistant.answering.composer import References, quotes
from assistant.answering.cues import load_cues
from assistant.answering.desk import EligibilityDesk
from assistant.answering.early import answered_early, asked_at_the_end, is_thanks
from assistant.answering.editions import Editions
from assistant.answering.evidence import Gatherer
from assistant.answering.inquiry import Inquiry
from assistant.answering.joining import introduced, joined, quoted
from assistant.answering.known import Known
from assistant.answering.landmarks import landmarks
from assistant.answering.latin import Reading
from assistant.answering.messages import load_messages, load_topics
from assistant.answering.naming import AwardNames
from assistant.answering.parts import Part
from assistant.answering.policy import Policy
from assistant.answering.question import Question
from assistant.answering.reading import Reader
from assistant.answering.resolver import Resolver
from assistant.answering.scope import Scope
from assistant.answering.screen import by_wording, load_guided, load_refusals
from assistant.answering.sheetless import with_sheetless
from assistant.answering.shortfalls import Shortfalls
from assistant.answering.siblings import Siblings
from assistant.answering.spread import Spread
from assistant.answering.surveying import Surveyor
from assistant.answering.today import Calendar
from assistant.answering.turns import of_notices
from assistant.answering.unclear import Unclear
from assistant.answering.understanding import Understanding
from assistant.answering.wording import Composer, Helpers, Piece, Task, finished, pieces, worded
from assistant.documents.redaction import without_credentials
from assistant.eligibility.opening import open_tracks
from assistant.errors import NotFoundError
from assistant.knowledge.aspects import load_aspects
from assistant.knowledge.awards import Award, load_awards
from assistant.knowledge.forms import load_form
from assistant.library.store import Library
from assistant.retrieval.questions import QuestionIndex
from assistant.retrieval.retriever import Retriever
from assistant.settings import Settings


class Assistant:
    """Answers policy questions from the library. `today` is the date notices' deadlines are judged by."""

    def __init__(
        self,
        settings: Settings,
        library: Library,
        retriever: Retriever,
        questions: QuestionIndex,
        today: Callable[[], date] = date.today,
        helpers: Helpers = Helpers(),  # noqa: B008  frozen and empty
    ) -> None:
        corpus = settings.assistant_corpus
        awards = with_sheetless(load_awards(corpus, library.locate), library)
        cues = load_cues(corpus)
        wordings = load_refusals(corpus), load_guided(corpus)
        self._known = Known(awards, library, cues, load_messages(corpus), *wordings)
        called = {one.id: landmarks(f"{one.number}\n{one.text}") for one in library.documents()}
        self._names = AwardNames(awards, cues, called)
        self._editions = Editions(awards, library, self._names.words, cues)
        self._unclear = Unclear(self._names, cues)
        self._reader = Reader(corpus, awards, self._names.regions, cues)
        self._desk = EligibilityDesk(corpus, cues, self._known.messages, self._names, today)
        applicants = read_applicants(open_tracks(corpus).values(), cues)
        gatherer = Gatherer(awards, library, retriever, questions, self._names.without_names, applicants)
        spread = Spread(awards, library, gatherer, self._names, cues, load_form(corpus).awards)
        self._spread = spread
        self._resolver = Resolver(self._known, self._names, self._editions, spread)
        self._calendar = Calendar(awards, self._known.messages, cues, self._known.title, today, self._editions.lacking)
        self._policy = self._open_policy(corpus, questions, gatherer, today)
        self._shortfalls = Shortfalls(self._known, self._editions, self._names, spread)
        self._retriever = retriever
        self._composer = helpers.composer
        self._understanding = Understanding(
            awards, self._names, self._known.refusals, self._known.messages, questions, helpers.reader
        )

    def _open_policy(
        self, corpus: Path, questions: QuestionIndex, gatherer: Gatherer, today: Callable[[], date]
    ) -> Policy:
        """What answers from the notices."""
        known, names = self._known, self._names
        texts = (clause.text for clause in known.library.clauses())
        scope = Scope(known.awards, texts, questions, known.cues, names.without_names)
        inquiry = Inquiry(gatherer, names, known.cues, known.awards)
        surveyor = Surveyor(known, load_aspects(corpus, known.awards), gatherer, names, today)
        siblings, asides = Siblings(known.awards, inquiry), Asides(gatherer, scope, names)
        return Policy(
            known,
            gatherer,
            scope,
            inquiry,
            self._spread,
            siblings,
            self._calendar,
            surveyor,
            asides,
            load_topics(corpus),
        )

    @property
    def awards(self) -> tuple[Award, ...]:
        """The awards the library holds."""
        return tuple(self._known.awards.values())

    def named(self, text: str) -> tuple[Award, ...]:
        """The awards a text names."""
        return tuple(self._known.awards[award] for award in self._names.find(text).awards)

    def with_helpers(self, helpers: Helpers) -> "Assistant":
        """The same assistant, sharing library and indexes, with another language model or none."""
        other = copy(self)
        other._composer = helpers.composer
        other._understanding = replace(self._understanding, reader=helpers.reader)
        return other

    def with_composer(self, composer: Composer | None) -> "Assistant":
        """As `with_helpers`, the model only wording answers (None: quoted only)."""
        return self.with_helpers(Helpers(composer))

    def newly_told(self, text: str, history: Sequence[Turn] = ()) -> Mapping[str, object]:
        """The facts of an applicant that a turn tells or corrects after `history`; None where it takes one back."""
        return self._desk.newly_told(self._reader.plain(text), history)

    def ask(
        self,
        question: str,
        *,
        award: str | None = None,
        history: Sequence[Turn] = (),
        facts: Mapping[str, object] = MappingProxyType({}),
    ) -> Answer:
        """Answer one question. `award` restricts to one award (NotFoundError for an unknown one); `history` is the
        conversation so far, oldest first; `facts` are what the speaker corrected by hand (None takes a fact back)."""
        return finished(self.stream(question, award=award, history=history, facts=facts))

    def stream(
        self,
        question: str,
        *,
        award: str | None = None,
        history: Sequence[Turn] = (),
        facts: Mapping[str, object] = MappingProxyType({}),
        cancel: Event | None = None,
    ) -> Iterator[Piece]:
        """As `ask`, piece by piece as a language model's sentences are verified; the last piece holds the answer.
        `cancel` ends the model's part at once (the quoting composer answers); so does closing the iterator."""
        if award is not None and award not in self._known.awards:
            raise NotFoundError(f"没有奖项“{award}”。可用的编号：{'、'.join(self._known.awards)}。")
        question, cut = asked_at_the_end(self._known, without_credentials(question))
        reading = self._reader.read(question)
        early = answered_early(self._known, self._names, question.strip(), reading)
        if early is not None:
            yield Piece(answer=early)
            return
        history = [replace(turn, content=self._reader.plain(turn.content)) for turn in history]
        answer = yield from self._answered(reading.text, award, history, facts, cancel)
        yield Piece(answer=self._with_notices(self._told_reading(introduced(answer, cut), reading)))

    def _answered(
        self,
        text: str,
        award: str | None,
        history: Sequence[Turn],
        facts: Mapping[str, object],
        cancel: Event | None,
    ) -> Generator[Piece, None, Answer]:
        """The answer by whoever a turn is for: the desk, the notices, or nobody yet."""
        known = self._known
        own = self._desk.asked(text, history)
        replying = own or self._desk.awaits_reply(history)
        whole, text = text, text if replying else of_notices(text)
        asked = self._resolver.resolved(text, award, history, own=own, replying=replying, said=whole)
        if asked.unknown:
            message = known.messages["unknown_award"].format(award=asked.unknown, held=known.held)
            return Answer(Status.NOT_IN_DOCUMENTS, message)
        if is_thanks(known, text):
            return Answer(Status.ANSWERED, known.messages["thanks"])
        if own and not self._desk.unheld(asked.awards):
            consulted = self._consultation(asked, history, facts, cancel)
            return introduced(consulted, self._shortfalls.elsewhere(asked), limiting=False)
        if not replying and (back := self._unclear.message(asked)):
            return self._asked_back(back, asked)
        return (yield from self._by_notices(asked, history, cancel, unchecked=own))

    def _by_notices(
        self, asked: Question, history: Sequence[Turn], cancel: Event | None, *, unchecked: bool
    ) -> Generator[Piece, None, Answer]:
        """What the notices say, with what is to be known before it; `unchecked`: a case that no rules can judge."""
        known, text = self._known, asked.text
        began = time.monotonic()
        asked = replace(asked, rewritten=self._understanding.rewritten(asked, history, cancel))
        used = time.monotonic() - began
        before = [known.messages["no_checks"]] if unchecked else []
        letter = by_wording(text, known.guided)
        if letter and letter.ask:
            asked = replace(asked, text=letter.ask, parts=(Part(letter.ask),), context="")
            before.append(known.messages[letter.label])
        found = self._policy.answer(asked)
        # Nothing of a notice was told that reasons could be asked for.
        before += [known.messages["no_reason"]] if asked.why and found.citations else []
        group = None if self._names.spelt_out(text) else known.cues.group(text)
        group = group if set(asked.awards) == set(self._names.find(text).awards) else None
        found = introduced(found, [group.told] if group and found.citations else [], limiting=False)
        found = introduced(found, [*before, *self._shortfalls.told(asked)])
        answer = yield from self._worded(found, asked, cancel, used=used)
        return self._understanding.suggesting(answer, asked, cancel)

    def _asked_back(self, message: str, asked: Question) -> Answer:
        """What is unclear is asked back, by the name of the award where one is named."""
        named = "、".join(dict.fromkeys(self._known.awards[award].name for award in asked.awards))
        told = self._known.messages[message].format(award=named, held=self._known.held)
        return Answer(Status.NEEDS_FACTS, told, awards=asked.awards)

    def _told_reading(self, answer: Answer, reading: Reading) -> Answer:
        """With a notice of how the question was read, where it was not read as typed."""
        if not reading.translated:
            return answer
        notice = self._known.messages["read_english" if reading.english else "read_as"].format(text=reading.text)
        return replace(answer, notices=(*answer.notices, notice))

    def _worded(
        self, answer: Answer, asked: Question, cancel: Event | None, personal: bool = False, used: float = 0.0
    ) -> Generator[Piece, None, Answer]:
        """The answer worded by the language model where there is one; otherwise as it is."""
        if self._composer is None:
            return answer
        task = Task(asked.text, asked.context, answer, len(asked.parts), personal, used)
        return (yield from pieces(self._composer.word(task, cancel)))

    def _consultation(
        self, asked: Question, history: Sequence[Turn], facts: Mapping[str, object], cancel: Event | None
    ) -> Answer:
        """The checker's verdicts on what was told, followed by what the notices say to the question."""
        references = References(self._known.title)
        consultation = self._desk.consult(asked, history, references, facts)
        if consultation is not None and not consultation.policy:
            policy = Answer(Status.NEEDS_FACTS, "")
        else:
            asked = replace(asked, excluded=consultation.excluded) if consultation else asked
            rest = of_notices(asked.text)
            asked = asked if rest == asked.text else replace(asked, text=rest, parts=(Part(rest),))
            policy = worded(self._worded(self._policy.answer(asked), asked, cancel, personal=True))
        without_rules = [award for award in asked.awards if not self._known.awards[award].tracks]
        if asked.named and without_rules and len(without_rules) == len(asked.awards):
            names = "、".join(self._known.awards[award].name for award in without_rules)
            return introduced(policy, [self._known.messages["no_rules"].format(award=names)])
        if asked.named and without_rules and consultation is not None:
            names = "、".join(self._known.awards[award].name for award in without_rules)
            policy = introduced(policy, [self._known.messages["no_rules_beside"].format(award=names)], limiting=False)
        if consultation is None:
            message = self._known.messages["no_facts"]
            return policy if asked.named else Answer(Status.NEEDS_FACTS, message)
        body = "\n\n".join(consultation.lines)
        status = Status.ANSWERED if consultation.settled else Status.NEEDS_FACTS
        answer = quoted(status, body, references, asked)
        if policy.citations:
            answer = joined(answer, policy)
        return replace(answer, facts=consultation.facts)

    def _with_notices(self, answer: Answer) -> Answer:
        """Add what the reader must know: a deadline that has passed, an index being rebuilt."""
        past = self._calendar.past(self._cited_awards(answer))
        notices = [*answer.notices, *self._retriever.notices, *past]
        hint = self._known.messages["expired_short"] if past else ""
        body = answer.body or answer.text
        quoted = quotes(References(self._known.title, list(answer.citations)))
        return replace(
            answer,
            text="\n\n".join(part for part in (body, quoted, hint) if part),
            body="\n\n".join(part for part in (body, hint) if part),
            notices=tuple(dict.fromkeys(notices)),
        )

    def _cited_awards(self, answer: Answer) -> Iterator[Award]:
        cited = {citation.document for citation in answer.citations}
        return (award for award in self._known.awards.values() if award.document in cited)
