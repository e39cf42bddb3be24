"""The verdicts the desk shows: each track judged on its own day, by the facts as they stood then, put into words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.answering.composer import References
from assistant.eligibility.anchoring import Anchored, facts_on
from assistant.eligibility.checker import check
from assistant.eligibility.facts import FACTS, Facts, as_json, complete
from assistant.eligibility.match import WORK_PROVINCE, fits, outside_channel, shown_rank, suits
from assistant.eligibility.next_question import NextQuestion, next_question
from assistant.eligibility.result import RuleResult, TrackResult
from assistant.eligibility.wording import question_words, told, wanted
from assistant.knowledge.rules import Track

_TRACKS_SHOWN, _NEEDED_SHOWN, _REASONS_SHOWN = 4, 4, 3


@dataclass(frozen=True, slots=True)
class Case:
    """One applicant: the facts, the day each was said (none: told of the application itself), today, and the day of
    application where one was named."""

    facts: Facts
    days: Mapping[str, date]
    today: date
    applied: date | None = None

    def on(self, track: Track) -> tuple[date, Anchored]:
        """The day a track is judged on (the one named, its notice's last safe day, else today) and the facts as they
        stood then."""
        day = self.applied or track.timeliness.assumed_as_of or self.today
        return day, facts_on(day, self.facts, self.days, track)

    def barred(self, track: Track) -> list[tuple[Track, TrackResult]]:
        """The result of applying today, where it is that the track's conditions are not met."""
        result = check(track, facts_on(self.today, self.facts, self.days, track).facts, self.today)
        return [(track, result)] if result.verdict == "ineligible" else []


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The results shown with their tracks, the question to ask next, and what limits the facts on the days judged;
    `today` are those of an event after the day judged on that stands in the way of applying from now on; `likely` is
    what chose among the tracks and nothing was judged by."""

    shown: tuple[tuple[Track, TrackResult], ...]
    question: NextQuestion | None
    notices: tuple[str, ...]
    today: tuple[tuple[Track, TrackResult], ...] = ()
    likely: Facts = field(default_factory=dict)

    @property
    def settled(self) -> bool:
        """Whether a verdict was reached for all that is shown."""
        return all(result.verdict != "undetermined" for _, result in self.shown)

    @property
    def days(self) -> set[date]:
        """The days judged on."""
        return {result.as_of for _, result in self.shown}

    def readable(self, case: Case) -> dict[str, object]:
        """The facts as JSON values."""
        return {key: as_json(value) for key, value in case.facts.items()}


def judged(candidates: Mapping[str, Track], every: Mapping[str, Track], case: Case, likely: Facts) -> Verdicts:
    """The tracks for this applicant among `candidates`, the most promising first; where none of them is for this kind
    of applicant (a person asks, the award has none for persons), those of `every` award that are besides. `likely`
    are facts that only choose what is shown (the kind of applicant by the speaker's words): nothing is judged by them.
    """
    known = {**likely, **complete(case.facts)}
    tracks = dict(candidates)
    if known.get("applicant_type") and not any(suits(track, known) for track in tracks.values()):
        tracks |= {name: track for name, track in every.items() if suits(track, known)}
    found: list[tuple[Track, TrackResult]] = []
    notices: list[str] = []
    barred: list[tuple[Track, TrackResult]] = []
    for track in tracks.values():
        day, anchored = case.on(track)
        found.append((track, check(track, anchored.facts, day)))
        notices += anchored.notices if fits(track, known) else []
        barred += case.barred(track) if anchored.later and fits(track, known) else []
    found.sort(key=lambda pair: shown_rank(pair[0], pair[1], known))
    shown = _worth_showing(found, known)
    fitting = [result for track, result in shown if fits(track, known)]
    question = next_question(fitting or [], case.facts)
    return Verdicts(tuple(shown), question, tuple(dict.fromkeys(notices)), tuple(barred), likely)


def in_order(found: Verdicts, awards: Sequence[str]) -> Verdicts:
    """The verdicts in the order in which a turn names awards of several notices (兰州的？阳泉的呢？)."""
    documents = list(dict.fromkeys(t.document for award in awards for t, _ in found.shown if t.award == award))
    if len(documents) < 2 or any(track.document not in documents for track, _ in found.shown):
        return found
    return replace(found, shown=tuple(sorted(found.shown, key=lambda pair: documents.index(pair[0].document))))


def _worth_showing(found: Sequence[tuple[Track, TrackResult]], known: Facts) -> list[tuple[Track, TrackResult]]:
    """The first tracks made for this kind of applicant; all of them where none is."""
    fitting = [pair for pair in found if suits(pair[0], known)] or list(found)
    first = {track.applicant: (track, result) for track, result in reversed(fitting)}
    # Nobody said of what kind the applicant is: the best track of each is shown, whatever its verdict.
    others = [pair for pair in first.values() if pair not in fitting[:_TRACKS_SHOWN]]
    return [*fitting[: _TRACKS_SHOWN - len(others)], *others]


@dataclass(frozen=True, slots=True)
class Words:
    """Words verdicts by the fixed messages."""

    messages: Mapping[str, str]

    def told(self, found: Verdicts, case: Case, references: References) -> list[str]:
        """The paragraphs of a consultation."""
        one_day = len(found.days) == 1
        lead = self.messages["verdict_lead" if one_day else "verdict_lead_each"]
        lines = [lead.format(day=min(found.days).isoformat())]
        known = {**found.likely, **complete(case.facts)}
        apart, beside = self._barred(found, references)
        lines += apart
        for track, result in found.shown:
            line = self._verdict(track, result, known, references, one_day)
            then = line.removeprefix("- ").replace(f"{track.name}：", "", 1)
            lines.append(f"- {beside[track.id]}{then}" if track.id in beside else line)
        return [*lines, *found.notices, *self._closing(found, case, references)]

    def why(self, found: Verdicts, case: Case, references: References) -> list[str]:
        """For every track shown, the condition that decided and what is known of the applicant to it."""
        lines = [self._why(track, result, references) for track, result in found.shown]
        return [self.messages["why_lead"], *lines, *self._closing(found, case, references)]

    def _why(self, track: Track, result: TrackResult, references: References) -> str:
        rules = [rule for rule in result.decisive if rule.status != "met"][:_REASONS_SHOWN]
        line = "- " + self.messages[f"verdict_{result.verdict}"].format(track=track.name)
        return line + _reasons(rules, references)

    def _verdict(self, track: Track, result: TrackResult, known: Facts, references: References, one_day: bool) -> str:
        elsewhere = outside_channel(track, known)
        if elsewhere and track.channel and result.verdict != "ineligible":
            told = self.messages["not_channel"]
            line = told.format(track=track.name, channel=track.channel.province, province=elsewhere)
            return f"- {line}{references.mark(result.rule(track.channel.rule).citation)}"
        line = "- " + self.messages[f"verdict_{result.verdict}"].format(track=track.name)
        line += "" if one_day else self.messages["judged_on"].format(day=result.as_of.isoformat())
        telling = [rule for rule in result.decisive if rule.status in {"unmet", "needs_review"}][:_REASONS_SHOWN]
        line += _reasons(telling, references)
        return line + self._lacking(result, references)

    def _barred(self, found: Verdicts, references: References) -> tuple[list[str], dict[str, str]]:
        """That who applied today would not meet the conditions: the rule before the verdict of a day gone by, tracks of
        one reason together; of a track alone and shown it opens that track's own line, by its identifier."""
        tracks: dict[tuple[str, str], list[Track]] = {}
        for track, result in found.today:
            unmet = [rule for rule in result.decisive if rule.status == "unmet"][:_REASONS_SHOWN]
            reasons = _reasons(unmet, references)
            tracks.setdefault((result.as_of.isoformat(), reasons), []).append(track)
        shown = {track.id: result for track, result in found.shown}
        apart: list[str] = []
        beside: dict[str, str] = {}
        for (day, reasons), of_it in tracks.items():
            told = self.messages["barred_today"].format(track="、".join(one.name for one in of_it), day=day) + reasons
            if len(of_it) == 1 and of_it[0].id in shown:
                then = self.messages["barred_then"].format(day=shown[of_it[0].id].as_of.isoformat())
                beside[of_it[0].id] = told + then
            else:
                apart.append(f"- {told}")
        return apart, beside

    def _lacking(self, result: TrackResult, references: References) -> str:
        if result.verdict != "undetermined" or not result.missing:
            return ""
        labels = "、".join(wanted(FACTS[key]) for key in result.missing[:_NEEDED_SHOWN])
        marks = references.marks(rule.citation for rule in _open(result)[:_REASONS_SHOWN])
        return self.messages["still_needed"].format(facts=labels) + marks

    def _closing(self, found: Verdicts, case: Case, references: References) -> list[str]:
        understood = "；".join(told(FACTS[key], value) for key, value in found.readable(case).items())
        province = found.likely.get(WORK_PROVINCE)
        if province and case.facts.get("applicant_type") == "individual" and not case.facts.get("work_city"):
            understood += self.messages["understood_province"].format(province=province)
        lines = [self.messages["understood"].format(facts=understood)]
        if found.question is not None:
            asking = question_words(FACTS[found.question.fact]) + self._why_asked(found, found.question)
            mark = references.mark(found.question.citation)
            lines.append(self.messages["ask_next"].format(question=asking) + mark)
        return lines

    def _why_asked(self, found: Verdicts, question: NextQuestion) -> str:
        """What a question stands for where it is none of what was just listed: 第一次申报 settles what came before."""
        rules = [rule for _, result in found.shown for rule in result.rules if rule.id in question.settles]
        covered = dict.fromkeys(key for rule in rules for key in rule.missing)
        if not covered or question.fact in covered:
            return ""
        return self.messages["ask_next_covers"].format(facts="、".join(wanted(FACTS[key]) for key in covered))


def _open(result: TrackResult) -> list[RuleResult]:
    return [rule for rule in result.decisive if rule.status == "unknown"]


def _reasons(rules: Sequence[RuleResult], references: References) -> str:
    """The reasons of the rules, each a sentence with its clause."""
    return "".join(f"{rule.reason.rstrip('。')}。{references.mark(rule.citation)}" for rule in rules)
