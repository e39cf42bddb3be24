"""The pipeline from question to answer, a readable list of steps: screen, resolve, route, gather, ground, compose."""

import re
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from threading import Event
from types import MappingProxyType

from assistant.answering.answer import Answer, Status, Turn
from assistant.answering.composer import References, compose, quotes, table
from assistant.answering.cues import load_cues
from assistant.answering.desk import EligibilityDesk
from assistant.answering.editions import Editions
from assistant.answering.evidence import Gatherer
from assistant.answering.ground import Grounding, ground
from assistant.answering.inquiry import Inquiry
from assistant.answering.joining import introduced, joined, quoted, status_of
from assistant.answering.known import Known
from assistant.answering.latin import Reading
from assistant.answering.messages import load_messages
from assistant.answering.naming import AwardNames, number_words
from assistant.answering.question import Question, resolve
from assistant.answering.reading import Reader
from assistant.answering.scope import Scope
from assistant.answering.screen import load_refusals, refused_by_wording, turn_away, turned_away
from assistant.answering.sheetless import with_sheetless
from assistant.answering.understanding import Understanding
from assistant.answering.wording import Composer, Helpers, Piece, Task, finished, pieces, worded
from assistant.errors import NotFoundError
from assistant.knowledge.awards import Award, load_awards
from assistant.library.store import Library
from assistant.retrieval.questions import QuestionIndex
from assistant.retrieval.retriever import Retriever
from assistant.settings import Settings

QUESTION_LIMIT = 1000
_QUOTED_SINGLE, _QUOTED_PART, _QUOTED_ROW = 4, 3, 2
# The number of a standard (GJB 9001C).
_CODE = re.compile(r"[A-Z]{2,}(?:/[A-Z]+)?\s?\d{3,}[A-Z]?")
# An award may be meant by a question that names none when its own questions come this near, and this near to the best.
_MEANT, _MEANT_SHARE = 0.58, 0.87


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
        self._known = Known(awards, library, cues, load_messages(corpus), load_refusals(corpus))
        numbers = {one.id: number_words(f"{one.number}\n{one.text}") for one in library.documents()}
        self._names = AwardNames(awards, cues, numbers)
        self._editions = Editions(awards, library, self._names.words, cues)
        self._reader = Reader(corpus, awards, self._names.regions, cues)
        self._desk = EligibilityDesk(corpus, cues, self._known.messages, today)
        self._gatherer = Gatherer(awards, library, retriever, questions, self._names.without_names)
        texts = (clause.text for clause in library.clauses())
        self._scope = Scope(awards, texts, questions, cues, self._names.without_names)
        self._inquiry = Inquiry(self._gatherer, self._names, cues, self._documents)
        self._retriever = retriever
        self._today = today
        self._composer = helpers.composer
        known = self._known
        self._understanding = Understanding(
            awards, self._names, known.refusals, known.messages, questions, helpers.reader
        )

    @property
    def awards(self) -> tuple[Award, ...]:
        """The awards the library holds."""
        return tuple(self._known.awards.values())

    def with_helpers(self, helpers: Helpers) -> "Assistant":
        """The same assistant, sharing library and indexes, with another language model or none."""
        other = copy(self)
        other._composer = helpers.composer
        other._understanding = replace(self._understanding, reader=helpers.reader)
        return other

    def with_composer(self, composer: Composer | None) -> "Assistant":
        """As `with_helpers`, the model only wording answers (None: quoted only)."""
        return self.with_helpers(Helpers(composer))

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
        known = self._known
        if award is not None and award not in known.awards:
            raise NotFoundError(f"没有奖项“{award}”。可用的编号：{'、'.join(known.awards)}。")
        reading = self._reader.read(question)
        early = self._early(question.strip(), reading)
        if early is not None:
            yield Piece(answer=early)
            return
        text = reading.text
        history = [replace(turn, content=self._reader.plain(turn.content)) for turn in history]
        replying = self._desk.awaits_reply(history)
        asked = resolve(text, award, history, self._names, known.cues, replying)
        if award is None:
            asked = replace(asked, awards=self._editions.meant(asked.awards, text))
        if asked.unknown:
            message = known.messages["unknown_award"].format(award=asked.unknown, held=known.held)
            yield Piece(answer=Answer(Status.NOT_IN_DOCUMENTS, message))
        elif self._desk.asked(asked, history):
            yield Piece(answer=self._with_notices(self._consultation(asked, history, facts, cancel)))
        else:
            began = time.monotonic()
            asked = replace(asked, rewritten=self._understanding.rewritten(asked, history, cancel))
            used = time.monotonic() - began
            found = introduced(self._answer(asked), [*self._lacking(asked), *self._unheard(asked)])
            answer = yield from self._worded(found, asked, cancel, used=used)
            answer = self._understanding.suggesting(answer, asked, cancel)
            yield Piece(answer=self._with_notices(self._told_reading(answer, reading)))

    def _told_reading(self, answer: Answer, reading: Reading) -> Answer:
        """With a notice of how the question was read, where it was not read as typed."""
        if not reading.translated:
            return answer
        notice = self._known.messages["read_as"].format(text=reading.text)
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
        policy = worded(self._worded(self._answer(asked), asked, cancel, personal=True))
        if consultation is None:
            message = self._known.messages["no_facts"]
            return policy if asked.named else Answer(Status.NEEDS_FACTS, message)
        body = "\n\n".join(consultation.lines)
        status = Status.ANSWERED if consultation.settled else Status.NEEDS_FACTS
        answer = quoted(status, body, references, asked)
        if policy.citations:
            answer = joined(answer, policy)
        return replace(answer, facts=consultation.facts)

    def _early(self, text: str, reading: Reading) -> Answer | None:
        """Answers that need no look-up: an empty, over-long or unreadable question, a wording that is refused."""
        messages = self._known.messages
        if not text:
            return Answer(Status.NEEDS_FACTS, messages["empty"])
        if len(text) > QUESTION_LIMIT:
            return Answer(Status.ERROR, messages["too_long"].format(length=len(text), limit=QUESTION_LIMIT))
        refusals = self._known.refusals
        label = refused_by_wording(text, refusals) or refused_by_wording(reading.text, refusals)
        if label:
            return turn_away(label, messages, self._known.held)
        if reading.understood:
            return None
        about_awards = self._known.cues.has("award_words", reading.text) or self._names.find(reading.text).awards
        return Answer(Status.NEEDS_FACTS if about_awards else Status.OUT_OF_SCOPE, messages["unread"])

    def _answer(self, asked: Question) -> Answer:
        documents = self._documents(asked.awards)
        alone = self._gatherer.gather(asked.text, asked.awards, documents)
        # Judged by its own words: what was asked before does not make other matters ours.
        label = turned_away(asked.text, asked.named, alone, self._known.cues)
        # Several places are named to compare their awards; a follow-up is about what was asked before.
        alone_here = len(documents) < 2 and not asked.context
        if not label and alone_here:
            label = self._scope.label(asked.text)
        if label:
            return turn_away(label, self._known.messages, self._known.held)
        if self._compares(asked):
            return self._comparison(asked, asked.awards or tuple(self._known.awards))
        if not asked.awards:
            asked = replace(asked, awards=self._meant(asked))
            if len(asked.awards) > 1:
                return self._comparison(asked, asked.awards)
        return self._single(asked)

    def _lacking(self, asked: Question) -> list[str]:
        """A sentence for every award of which the question names an edition that the library does not hold."""
        lacking: dict[tuple[str, str, str], list[str]] = {}
        for award in (self._known.awards[identifier] for identifier in asked.awards):
            edition = self._editions.lacking(award.id, asked.text)
            if edition:
                kind = "edition_standing" if award.timeliness.standing else "edition_lacking"
                titles = lacking.setdefault((kind, edition, award.name.split("（")[0]), [])
                titles.append(self._known.title(award.document))
        return [
            self._known.messages[kind].format(edition=edition, award=name, title="和".join(dict.fromkeys(titles)))
            for (kind, edition, name), titles in lacking.items()
        ]

    def _unheard(self, asked: Question) -> list[str]:
        """A sentence for every standard or document number named that no notice and no fact sheet knows."""
        codes = dict.fromkeys(re.sub(r"\s", "", code) for code in _CODE.findall(asked.text))
        unheard = [code for code in codes if code not in self._known.codes]
        return [self._known.messages["unheard"].format(code="、".join(unheard))] if unheard else []

    def _meant(self, asked: Question) -> tuple[str, ...]:
        """The awards a question that names none may be about: those whose own questions come near it."""
        nearness: dict[str, float] = {}
        for award in self._known.awards.values():
            evidence = self._gatherer.gather(asked.standalone, (award.id,), (award.document,))
            nearness[award.id] = max(evidence.asked_said, evidence.asked_silent)
        best = max(nearness.values(), default=0.0)
        return tuple(award for award, score in nearness.items() if score >= max(_MEANT, best * _MEANT_SHARE))

    def _documents(self, awards: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._known.awards[award].document for award in awards))

    def _compares(self, asked: Question) -> bool:
        cues = self._known.cues
        if cues.has("every_award", asked.text) and not asked.awards:
            return True
        documents = len(self._documents(asked.awards))
        listed = documents > 2 or "、" in asked.text
        return documents > 1 and (listed or cues.has("compare", asked.text))

    def _single(self, asked: Question) -> Answer:
        evidences = self._inquiry.evidences(asked, asked.awards)
        if len(evidences) == 1:
            groundings = [ground(evidences[0], _QUOTED_SINGLE)]
        else:
            groundings = [ground(one, _QUOTED_PART, max(1, one.part.count("，"))) for one in evidences]
        references = References(self._known.title)
        body = "\n\n".join(compose(groundings, asked.text, references, self._known.messages, self._known.cues))
        return quoted(status_of(groundings), body, references, asked)

    def _comparison(self, asked: Question, awards: Sequence[str]) -> Answer:
        known = self._known
        references = References(known.title)
        rows: list[tuple[str, tuple[Grounding, ...]]] = []
        for award in (known.awards[identifier] for identifier in awards):
            evidences = self._inquiry.of_row(asked, award.id)
            rows.append((award.name, tuple(ground(evidence, _QUOTED_ROW) for evidence in evidences)))
        body = table(rows, references, known.messages)
        return quoted(status_of([grounding for _, row in rows for grounding in row]), body, references, asked)

    def _with_notices(self, answer: Answer) -> Answer:
        """Add what the reader must know: a deadline that has passed, an index being rebuilt."""
        notices = [*answer.notices, *self._retriever.notices]
        expired = False
        for award in self._cited_awards(answer):
            timeliness = award.timeliness
            if timeliness.state(self._today()) == "expired":
                expired = True
                message = self._known.messages["expired"]
                notices.append(message.format(title=self._known.title(award.document), deadline=timeliness.label))
        hint = self._known.messages["expired_short"] if expired else ""
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

