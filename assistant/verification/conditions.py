"""What a sentence says of one condition (满足, 达不到, 不触发) must be what the checker finds on that condition.

The rules of a track carry verbatim quotes, so a stretch that says met or unmet is matched to the rule whose quote it
tells, and that rule is judged on the facts given. Where the checker's verdict on these facts is not the one given,
nothing is found: then the facts are not all that the verdict rests on.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from assistant.eligibility.checker import check
from assistant.eligibility.evaluation.evaluate import evaluate
from assistant.eligibility.facts import Facts, complete, parse_facts
from assistant.eligibility.opening import open_tracks
from assistant.errors import FactsError
from assistant.knowledge.conditions import AllOf, AtLeastYears, ContinuousYears
from assistant.knowledge.rules import Rule, Track
from assistant.verification.alignment import grams_of
from assistant.verification.conclusions import concluded
from assistant.verification.lexicon import CORPUS, read_lists
from assistant.verification.model import Basis, Reason
from assistant.verification.passing import lasting, passing
from assistant.verification.plain import compiled, content, segments
from assistant.verification.subjects import subjects

# A stretch tells the rule with which it shares so many bigrams, and more than with any rule of another status.
TOLD_GRAMS = 2
ALIKE = 0.9
_MET = re.compile(
    r"(?<![不未没])(?:满足|符合|达到|达标|超过|迈过|够得上|合格)|(?:也|都|已|已经|是)?够了|足够|没(?:有)?问题|过关|过得去|翻篇|不计(?![入算])|不算数|不在此限|(?<!不)(?:早于|超出|出了|已过)[^,。;]{0,4}近?[\d一二三五]+年|不在话下|没有(?:看到)?障碍|"
    r"(?:不|未|没有?)(?:会)?(?:触发|触碰|触及|涉及|构成障碍)|不(?:受[^,。;]{0,4})?影响(?!结论)|不受[^,。;]{0,10}限制|不冲突|不适用|不(?:因此)?(?:限制|妨碍|影响)申报"
)
_UNMET = re.compile(
    r"(?:不|未|没有?|没能|尚未)(?:能)?(?:满足|符合|达到|合格|达标)|不合格|达不到|够不上|够不着|(?<!能)不够(?!成)|没够|"
    r"(?<![不未])(?<!没有)(?:触发|触碰|触及|违反了|冲突)|(?<!不)不具(?:备|有)|过不了|通不过|对不上|差(?:了?一[点截些]|[得了]远|[一两三\d]+[年级项])|不[齐全]|(?<!不)(?<!没)是(?:个|一个)?(?:问题|障碍|短板|软肋|硬伤)(?!所在)|不符(?!合)|不相符|卡[在住]|挡[在住]"
)
_PLACE_IN = (
    r"(?:在|属于?|列入|列于|落[在入])[^,。;]{0,30}"
    r"(?:之列|范围|(?<![年口限])之内(?!的)|之中|之一|列举|其[列中]|情形)"
)
_WITHIN = re.compile(rf"(?<!不)(?<!没){_PLACE_IN}")
_OUTSIDE = re.compile(rf"(?:不|没有?|未){_PLACE_IN}")
_OPEN = re.compile(
    r"是否|有没有|有无|如果|若|要是|倘若|假如|一旦|除非|只要|查明|待|"
    r"^等|等到|(?:满足|符合|够|达到|满)了?(?:之?后|以后|时|再)|排除之列|否决[^,。;]{0,2}范围|能否|可否|尚不|还没说|不清楚|不知|吗|[?？]|才|就行|即可|至少有?一|其一|之一的|任一"
)
# Words on the award as a whole, which the verdict answers and no single rule.
_WHOLE = re.compile(r"申报条件|参评条件|客观条件|全部条件|各项条件|所有条件|结论|核对结果|参考条件|其他|其余|申报要求")


_SPANS = (AtLeastYears, ContinuousYears)


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """One rule as the checker finds it; `bars` where its quote tells what excludes.

    A rule that asks for a span and more, of which some is so and some is not, has its span's own status in `span`.
    """

    quote: str
    grams: frozenset[str]
    status: str
    bars: bool
    span: str = ""
    facts: frozenset[str] = frozenset()

    def of(self, piece: str) -> str:
        """The status a stretch speaks of: of the span where it tells years, "" where the rest is not the same."""
        if not self.span:
            return self.status
        return self.span if re.search(r"\d年|年限|年头", piece) else ""


# A cell under the heading 是否满足.
_CELL = re.compile(
    r"(?:是否(?:已经?)?(满足|符合|达标|达到|具备)[^,。;]{0,4}?|(达到|满足|符合)(?:没有|与否|吗))"
    r":?([是否√×✓✗])(?![一-鿿])"
)


def _told_so(cell: re.Match[str]) -> str:
    verb = cell[1] or cell[2]
    return verb if cell[3] in "是√✓" else f"不{verb}"


def check_conditions(said: str, tokens: tuple[str, ...], basis: Basis) -> Iterator[Reason]:
    """Stretches of the flat text that call a condition met which is not, or unmet which is met."""
    known = _cited(findings(basis), tokens, basis) if basis.facts else ()
    pieces = segments(_CELL.sub(_told_so, said))
    for at, piece in enumerate(pieces) if known else ():
        if _OPEN.search(piece) or _WHOLE.search(piece) or _concludes(pieces, at):
            continue
        told, own = _told(pieces, at, known)
        claim = _claim(piece, told) if told else ""
        status = told.of(piece) if told else ""
        supposed = any(_OPEN.search(before) for before in pieces[:at])
        guessed = claim == "met" and own and not supposed and bool(basis.verdicts) and status == "unknown"
        if claim and ({claim, status} == {"met", "unmet"} or guessed):
            yield Reason("verdict", f"按申报主体的事实，句中“{piece[:24]}”的判断不成立")
            return


def _concludes(pieces: list[str], at: int) -> bool:
    """Whether a stretch is a bare conclusion on the award as a whole (结论:不符合)."""
    return at > 0 and bool(_WHOLE.search(pieces[at - 1]) and concluded(pieces[at]))


def _claim(piece: str, told: Finding) -> str:
    """met, unmet, or "" for what a stretch says of the rule."""
    if re.search(_UNMET, piece):
        return "" if _MET.search(_UNMET.sub("", piece)) else "unmet"
    if _MET.search(piece):
        return "met"
    # Within the years asked for is told of when, not of what; what is less than the rule names is no part of it.
    if re.search(r"\d年(?:的)?(?:范围|之?内|以内|期限)", piece):
        return ""
    if re.search(r"较大|一般|轻微", piece) and "重大" in told.quote:
        return ""
    inside, outside = bool(_WITHIN.search(piece)), bool(_OUTSIDE.search(piece))
    if not inside and not outside:
        return ""
    return "met" if outside == told.bars else "unmet"


def _told(pieces: list[str], at: int, known: tuple[Finding, ...]) -> tuple[Finding | None, bool]:
    """The rule a stretch tells, and whether itself; a stretch that names none speaks of the one told before it."""
    for start in range(at, max(at - 3, -1), -1):
        ours = grams_of(_plain(pieces[start]))
        ranked = sorted(((_closeness(ours, each), n) for n, each in enumerate(known)), reverse=True)
        if not ranked[0][0]:
            if named := _by_topic(pieces[start], known):
                return named, start == at
            continue
        alike = {known[n].status for close, n in ranked if close >= ALIKE * ranked[0][0]}
        return (known[ranked[0][1]], start == at) if len(alike) == 1 else (None, False)
    return None, False


@lru_cache(maxsize=1)
def _topics() -> tuple[dict[str, Any], ...]:
    named = (read_lists(name)["topics"] for name in ("conditions.yaml", "told_facts.yaml"))
    return tuple(topic for topics in named for topic in topics)


def _by_topic(piece: str, known: tuple[Finding, ...]) -> Finding | None:
    """The rule that rests on the facts a stretch speaks of, where all such rules have one status."""
    spoken = {key for topic in _topics() if compiled(topic["says"]).search(piece) for key in topic["of"]}
    resting = [each for each in known if each.facts & spoken]
    return resting[0] if len({each.status for each in resting}) == 1 else None


def _closeness(ours: frozenset[str], finding: Finding) -> float:
    """How much of a rule a stretch tells: bigrams shared, those of a short rule counting for more."""
    shared = len(ours & finding.grams)
    return shared / len(finding.grams) ** 0.5 if shared >= TOLD_GRAMS else 0.0


@lasting(maxsize=4096)
def _plain(piece: str) -> str:
    """A stretch without the names of awards, which no rule is told by."""
    for subject in subjects():
        for name in subject.names:
            piece = piece.replace(name, "\n")
    return piece


def _cited(found: tuple[Finding, ...], tokens: tuple[str, ...], basis: Basis) -> tuple[Finding, ...]:
    quotes = [content(basis.clauses[token].quote) for token in tokens if token in basis.clauses]
    return tuple(f for f in found if not quotes or any(f.quote in quote or quote in f.quote for quote in quotes))


def findings(basis: Basis) -> tuple[Finding, ...]:
    """The rules of the tracks that have a verdict, as the checker finds them on the facts."""
    told = json.dumps(basis.facts, ensure_ascii=False, sort_keys=True, default=str)
    return _findings(told, tuple(sorted(basis.verdicts.items())), frozenset(c.document for c in basis.clauses.values()))


@passing(maxsize=256)
def _findings(told: str, verdicts: tuple[tuple[str, str], ...], documents: frozenset[str]) -> tuple[Finding, ...]:
    try:
        facts = complete(parse_facts(json.loads(told)))
    except FactsError:
        return ()
    tracks = open_tracks(CORPUS)
    wanted = dict(verdicts) or {name: "" for name, track in tracks.items() if track.document in documents}
    return tuple(
        finding
        for name, verdict in wanted.items()
        if name in tracks
        for finding in _of_track(tracks[name], facts, verdict, _day(tracks[name], told))
    )


def _of_track(track: Track, facts: Facts, verdict: str, day: date) -> list[Finding]:
    result = check(track, facts, day)
    if verdict and result.verdict != verdict:
        return []
    judged = [(rule, result.rule(rule.id).status) for rule in track.rules if rule.kind == "deterministic"]
    return [_finding(rule, status, _span(rule, facts, day)) for rule, status in judged]


def _finding(rule: Rule, status: str, span: str) -> Finding:
    return Finding(content(rule.quote), grams_of(rule.quote), status, rule.barring, span, frozenset(rule.facts))


def _span(rule: Rule, facts: Facts, day: date) -> str:
    """The status of the span of a rule that asks for a span and more, "" where all it asks for has one status."""
    if not isinstance(rule.condition, AllOf):
        return ""
    found = {part: evaluate(part, facts, day).status for part in rule.condition.parts}
    spans = [status for part, status in found.items() if isinstance(part, _SPANS)]
    return spans[0] if spans and len(set(found.values())) > 1 else ""


def _day(track: Track, told: str) -> date:
    """The day the notice suggests; for a standing one the end of its year or the applicant's latest year."""
    if track.timeliness.assumed_as_of:
        return track.timeliness.assumed_as_of
    years = [int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", f"{track.document} {told}")]
    return date(max(years, default=2024), 12, 31)
