"""Evidence for a question: which fact-sheet entries and clauses speak to each of its parts, and how strongly."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.answering.applicants import Applicants
from assistant.answering.coverage import Coverage
from assistant.answering.pointed import pointed_scores
from assistant.documents.model import Citation, Clause
from assistant.knowledge.awards import Award
from assistant.knowledge.entries import Entry
from assistant.library.store import Library
from assistant.retrieval.questions import QuestionIndex, QuestionMatch
from assistant.retrieval.retriever import Retriever

_MATCHES = 48
_HITS = 12
_POLICY = ("entry", "clause")
# A heading or a table of contents names what its clauses say; it answers only where they do not.
_OTHER_AWARD = 0.6
# Half of wording and vector together, a little raised: no authored question can speak for these clauses.
_UNASKED = 0.6
# Where said and unsaid come this near each other, the words asked for decide, if one covers this much more of them.
_NEAR_TIE, _TELLING = 0.04, 0.08
# A follow-up's new matter has this many characters; entries that do not speak of it count this much.
_A_MATTER, _ASIDE = 2, 0.6
# A section of this many characters can be told whole.
_A_SECTION = 1200
_KIND_SHARE = {"heading": 0.85, "toc": 0.7}


@dataclass(frozen=True, slots=True)
class Support:
    """One thing that speaks to a part of the question: an entry with its citations, or one clause."""

    score: float
    citations: tuple[Citation, ...]
    entry: Entry | None = None
    # How near the question comes to the entry's own questions; 0 for a clause.
    match: float = 0.0
    # How much of the question's own words (its rarer ones count more) the entry speaks of; 0 for a clause.
    share: float = 0.0

    @property
    def said(self) -> bool:
        """False only for an entry telling that the notice does not say."""
        return self.entry is None or self.entry.kind == "said"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Supports of one part, best first, and how near the part is to each kind of non-question.

    `asked_said` and `asked_silent` tell how near the part comes to an authored question the notices answer, and to one
    they do not: the two are on one scale, which supports of different kinds are not.
    """

    part: str
    supports: tuple[Support, ...]
    asked_said: float = 0.0
    asked_silent: float = 0.0
    # How near the part comes to any policy question of any notice: what an exemplar has to beat.
    asked_anywhere: float = 0.0
    exemplars: Mapping[str, float] = field(default_factory=dict)

    @property
    def best(self) -> float:
        """The best support's score; 0 where there is none."""
        return self.supports[0].score if self.supports else 0.0


def cite(clause: Clause) -> Citation:
    """The citation of a whole clause."""
    return Citation(clause.document, clause.path, clause.text.strip(), clause.page)


class Gatherer:
    """Looks for evidence. Holds the indexes; keeps nothing between questions."""

    def __init__(
        self,
        awards: Mapping[str, Award],
        library: Library,
        retriever: Retriever,
        questions: QuestionIndex,
        without_names: Callable[[str], str],
        applicants: Applicants,
    ) -> None:
        """`without_names` strips the names of awards and regions from a text."""
        self._applicants = applicants
        self._awards = awards
        self._entries = {entry.id: entry for award in awards.values() for entry in award.entries}
        self._coverage = Coverage(self._entries)
        self._library = library
        self._clauses = {clause.key: clause for clause in library.clauses()}
        self._retriever = retriever
        self._questions = questions
        self._without_names = without_names
        self._documents = frozenset(award.document for award in awards.values())
        self._sheetless = {award.document for award in awards.values() if not award.entries}

    def gather(self, part: str, awards: Sequence[str], documents: Collection[str]) -> Evidence:
        """Evidence for one part within these awards and documents (empty = all that govern an award)."""
        documents = documents or self._documents
        matches = self._questions.match(part, limit=_MATCHES, documents=documents or None)
        allowed = [match for match in matches if self._allowed(match, awards, part)]
        clause_scores = self._clause_scores(part, allowed, documents)
        clause_scores = {key: score * self._share(key, awards) for key, score in clause_scores.items()}
        supports = [*self._entry_supports(part, allowed, clause_scores), *self._clause_supports(clause_scores)]
        exemplars: dict[str, float] = {}
        for match in matches:
            if match.kind == "exemplar":
                exemplars[match.target] = max(match.score, exemplars.get(match.target, 0.0))
        supports = [self._for_applicant(part, support) for support in supports]
        ordered = tuple(sorted(supports, key=lambda support: -support.score))
        anywhere = max((m.score for m in self._questions.match(part, limit=1, kinds=_POLICY)), default=0.0)
        said, silent = self._nearest(self._without_read(allowed), True), self._nearest(allowed, False)
        silent += self._settling(part, allowed, said, silent)
        return Evidence(part, ordered, said, silent, max(anywhere, said, silent), exemplars)

    def about(self, evidence: Evidence, matter: str) -> Evidence:
        """The evidence with the entries that speak of `matter` before those that do not."""
        if len(matter) < _A_MATTER:
            return evidence
        supports = [self._weighed(support, matter) for support in evidence.supports]
        return replace(evidence, supports=tuple(sorted(supports, key=lambda support: -support.score)))

    def _weighed(self, support: Support, matter: str) -> Support:
        if support.entry is None:
            return support
        share = _ASIDE + (1 - _ASIDE) * self._coverage.share(matter, support.entry.id)
        return replace(support, score=support.score * share, match=support.match * share)

    def _settling(self, part: str, matches: Sequence[QuestionMatch], said: float, silent: float) -> float:
        """What settles a near tie of said and unsaid: the words asked for, where the best entry of one side speaks of
        them and that of the other does not."""
        lead = silent - said
        if not -_NEAR_TIE <= lead <= 2 * _NEAR_TIE:
            return 0.0
        plain = self._without_names(part)
        shares: dict[bool, float] = {}
        for match in matches:
            if match.kind == "entry":
                shares.setdefault(self._is_said(match), self._coverage.share(plain, match.target))
        telling = shares.get(False, 0.0) - shares.get(True, 0.0)
        if telling > _TELLING:
            return _NEAR_TIE
        return -2 * _NEAR_TIE if telling < -_TELLING and lead > 0 else 0.0

    def _without_read(self, matches: Sequence[QuestionMatch]) -> list[QuestionMatch]:
        """The matches without the clauses that the nearest silent entry rests on, where they come no nearer: it tells
        what they leave open."""
        silent = max((m for m in matches if not self._is_said(m)), key=lambda match: match.score, default=None)
        if silent is None:
            return list(matches)
        read = {f"{c.document}#{c.clause}" for c in self._entries[silent.target].citations}
        return [m for m in matches if not (m.kind == "clause" and m.target in read and m.score <= silent.score)]

    def _nearest(self, matches: Sequence[QuestionMatch], said: bool) -> float:
        """The nearest authored question that the notices answer (`said`) or do not."""
        return max((match.score for match in matches if self._is_said(match) is said), default=0.0)

    def _is_said(self, match: QuestionMatch) -> bool:
        return match.kind == "clause" or self._entries[match.target].kind == "said"

    def addenda(self, support: Support | None, question: str) -> tuple[Support, ...]:
        """The entries that have to be told with one because of how the question is worded."""
        if support is None or support.entry is None:
            return ()
        called = (self._entries[one.entry] for one in support.entry.then if one.asked_by(question))
        return tuple(Support(support.score, tuple(self.whole(c) for c in entry.citations), entry) for entry in called)

    def _for_applicant(self, part: str, support: Support) -> Support:
        """Less near where its clauses are about the other kind of applicant."""
        keys = [(citation.document, citation.clause) for citation in support.citations]
        share = self._applicants.share(part, keys)
        return replace(support, score=support.score * share, match=support.match * share) if share < 1 else support

    def _allowed(self, match: QuestionMatch, awards: Sequence[str], part: str) -> bool:
        if match.kind == "entry":
            entry = self._entries[match.target]
            return (not awards or entry.award in awards) and entry.speaks_to(part)
        return match.kind == "clause"

    def _clause_scores(
        self, part: str, matches: Sequence[QuestionMatch], documents: Collection[str]
    ) -> dict[str, float]:
        scores: dict[str, float] = {}
        for hit in self._retriever.search(part, documents=sorted(documents) or None, limit=_HITS):
            scores[hit.clause.key] = hit.score
        scores.update(self._sheetless_scores(part, documents))
        within = [clause for clause in self._clauses.values() if not documents or clause.document in documents]
        for key, score in pointed_scores(part, self._without_names(part), within).items():
            scores[key] = max(score, scores.get(key, 0.0))
        for match in matches:
            if match.kind == "clause":
                scores[match.target] = max(match.score, scores.get(match.target, 0.0))
        return scores

    def _sheetless_scores(self, part: str, documents: Collection[str]) -> dict[str, float]:
        """Clauses of notices nobody wrote questions for: wording and vector decide, the award's name left out."""
        wanted = sorted(self._sheetless & set(documents or self._sheetless))
        if not wanted:
            return {}
        hits = self._retriever.search(self._without_names(part), documents=wanted, limit=_HITS)
        return {hit.clause.key: min((hit.lexical + hit.dense) * _UNASKED, 1.0) for hit in hits}

    def _entry_supports(
        self, part: str, matches: Sequence[QuestionMatch], clause_scores: Mapping[str, float]
    ) -> list[Support]:
        plain = self._without_names(part)
        nearness: dict[str, float] = {}
        for match in matches:
            if match.kind == "entry":
                nearness[match.target] = max(match.score, nearness.get(match.target, 0.0))
        supports = []
        for entry_id, near in nearness.items():
            entry = self._entries[entry_id]
            backing = max((clause_scores.get(f"{c.document}#{c.clause}", 0.0) for c in entry.citations), default=0.0)
            # A clause found on its own merits speaks for the entry that rests on it.
            score = max(near, (2 * near + backing) / 3) if entry.kind == "said" else near
            share = self._coverage.share(plain, entry_id)
            supports.append(Support(score, tuple(self.whole(c) for c in entry.citations), entry, near, share))
        return supports

    def _share(self, key: str, awards: Sequence[str]) -> float:
        """What a clause's score counts for these awards: less where it stands under the name of another of them."""
        document, path = key.split("#", 1)
        asked = [self._awards[award] for award in awards if self._awards[award].document == document]
        if not asked or any(name in path for award in asked for name in (award.name, *award.aliases)):
            return 1.0
        others = [other for other in self._awards.values() if other.document == document and other not in asked]
        return _OTHER_AWARD if any(n in path for other in others for n in (other.name, *other.aliases)) else 1.0

    def _clause_supports(self, scores: Mapping[str, float]) -> list[Support]:
        supports = []
        for key, score in scores.items():
            clause = self._clauses.get(key)
            if clause is None:
                continue
            below = self._below(clause)
            share = 1.0 if below else _KIND_SHARE.get(clause.kind, 1.0)
            supports.append(Support(score * share, tuple(cite(one) for one in below or (clause,))))
        return supports

    def _below(self, clause: Clause) -> tuple[Clause, ...]:
        """What stands under a heading of a notice without a fact sheet, or a clause that only leads to its items with
        them: no entry says it in a sentence, and the heading itself says nothing. A whole chapter is too much."""
        leads = clause.text.rstrip().endswith(("：", ":"))
        if clause.document not in self._sheetless or not (leads or clause.kind == "heading"):
            return ()
        within = (one for one in self._clauses.values() if one.document == clause.document and one.kind != "heading")
        below = tuple(one for one in within if one.path.startswith(f"{clause.path}/"))
        below = (clause, *below) if leads and below and clause.kind != "heading" else below
        return below if sum(len(one.text) for one in below) <= _A_SECTION else ()

    def whole(self, citation: Citation) -> Citation:
        """The citation widened to its whole clause, so that the reader sees the wording in full."""
        clause = self._clauses.get(f"{citation.document}#{citation.clause}")
        return cite(clause) if clause else citation
