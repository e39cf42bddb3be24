"""Grounding: what of the evidence is strong enough to answer a part with, and whether the notice says it at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.evidence import Evidence, Support
from assistant.answering.matters import Matter, tells

# Below this a clause only shares words with the question.
FLOOR = 0.3
# A support is shown beside the best one when it is at least this share of it.
_BESIDE = 0.82
# The last place is only for one that all but ties with the best.
_TIE = 0.92
# A fact-sheet entry gives the direct sentence from this nearness of its questions on.
_ENTRY_MATCH = 0.4
# What the question's own words add to that nearness where an entry speaks of all of them.
_SPOKEN_OF = 0.12
# An entry quoted beside the lead speaks of this share of what the lead speaks of.
_QUOTED_SPOKEN = 0.35
# Silence has to come this much nearer than anything said.
_SILENT_LEAD = 0.02
_BESIDE_LEAD, _SENTENCES_BESIDE = 0.85, 2
# ... and speak of this share of what the lead speaks of.
_BESIDE_SPOKEN = 0.7
# What stands behind these in an answer that says what a notice leaves open, the notice says.
_INSTEAD = re.compile(r"[，；](?:文中|全文|奖励|激励|第[^，；]{1,8}条)?(?:只|仅)|[，；]另有")
# What tells of the matter asked for by name has to come this near to answer for it.
NAMED_MATCH = 0.45
# What is not written either is told beside the matter only where the question comes this near to it.
_INSTEAD_MATCH = 0.62
# A sentence beside the lead has to say this much that is not said yet.
NEW = 0.45
# Asked of the award for those nominated alone, what opens with it comes first.
_LESSER, _OPENING = "提名奖", 12
_BOTH = re.compile(r"(?<!提名)奖[、和与跟及以]|提名奖[、和与跟及]|分别|各|都|还是|两个|区别|一样|比")
# Silence of the notices is told plainly from this nearness and lead on; below, the nearest clauses are shown too.
_PLAINLY_SILENT, _SILENT_MARGIN = 0.72, 0.12


@dataclass(frozen=True, slots=True)
class Grounding:
    """`outcome` is `said`, `not_said` or `nothing`; `lead` gives the direct sentence, `supports` what is quoted."""

    part: str
    outcome: str
    supports: tuple[Support, ...]
    lead: Support | None = None
    # Entries asked for almost as nearly as the lead: their sentences follow it.
    beside: tuple[Support, ...] = ()
    # Entries that the wording of the question calls for: told whatever else is.
    after: tuple[Support, ...] = ()
    # What the part asks for by name and nothing shown tells of.
    untold: str = ""


def ground(evidence: Evidence, most: int, sentences: int = _SENTENCES_BESIDE, least: float = 0.0) -> Grounding:
    """Decide one part: at most `most` supports are kept, and `sentences` beside the lead's. What no authored question
    comes as near as `least` to is not said."""
    if evidence.best < FLOOR or max(evidence.asked_said, evidence.asked_silent) < least:
        return Grounding(evidence.part, "nothing", ())
    said = [support for support in evidence.supports if support.said]
    silent = [support for support in evidence.supports if not support.said]
    near = _distinct([support for support in said if support.score >= said[0].score * _BESIDE], most)
    if silent and (not said or evidence.asked_silent > evidence.asked_said + _SILENT_LEAD):
        plainly = evidence.asked_silent >= _PLAINLY_SILENT
        plainly = plainly and evidence.asked_silent - evidence.asked_said >= _SILENT_MARGIN
        return Grounding(evidence.part, "not_said", (silent[0], *(() if plainly else near[:2])), silent[0])
    lead = _lead(near, said, evidence.part)
    beside = _beside(lead, near, said)[:sentences]
    return Grounding(evidence.part, "said", tuple(s for s in near if _to_the_point(s, lead)), lead, beside)


def ground_matters(
    evidence: Evidence,
    matters: Sequence[Matter],
    most: int,
    sentences: int = _SENTENCES_BESIDE,
    least: float = 0.0,
    named: float = NAMED_MATCH,
) -> Grounding:
    """As `ground`, for a part that asks for `matters` by name: only what tells of one of them answers it, from a
    nearness of `named` on. Where nothing does, what is nearest is kept only as what the notice says instead, and
    `untold` names the matter."""
    found = ground(evidence, most, sentences, least)
    untold = "、".join(matter.name for matter in matters)
    if found.lead is None:
        return replace(found, untold=untold)
    if _tells(found.lead, matters):
        return found
    kept = tuple(support for support in evidence.supports if _tells(support, matters))
    said = max((support.match if support.entry else support.score for support in kept if support.said), default=0.0)
    silent = max((support.match for support in kept if not support.said), default=0.0)
    again = ground(
        replace(evidence, supports=kept, asked_said=said, asked_silent=silent),
        most,
        sentences,
        max(least, named),
    )
    if again.lead is not None and _tells(again.lead, matters):
        return again
    if found.outcome == "not_said" and found.lead.match >= _INSTEAD_MATCH:
        return replace(found, untold=untold)
    return Grounding(evidence.part, "nothing", (), untold=untold)


def narrowed(grounding: Grounding) -> Grounding:
    """A part of several: beside its lead stands only what speaks of as much of it, for each part is answered."""
    share = grounding.lead.share if grounding.lead else 0.0
    return replace(grounding, beside=tuple(one for one in grounding.beside if one.share >= share))


def _tells(support: Support, matters: Sequence[Matter]) -> bool:
    """Whether a support tells of any of the matters: silence only by what it says is not written, not by what is
    written instead (没有写明奖金数额，只写了名额设置 is no answer to who asks for the quota)."""
    told = support.entry.answer if support.entry else support.citations[0].quote
    return tells(told if support.said else _INSTEAD.split(told)[0], matters)


def silence_on(supports: Sequence[Support], matters: Sequence[Matter]) -> Support | None:
    """What tells that a matter named is not written, where a question comes near to it."""
    silent = (one for one in supports if not one.said and one.match >= _INSTEAD_MATCH and _tells(one, matters))
    return next(silent, None) if matters else None


def _beside(lead: Support | None, near: Sequence[Support], said: Sequence[Support]) -> tuple[Support, ...]:
    """Entries on the clauses shown whose questions come nearly as near as the lead's: a question often asks for two
    things one clause says."""
    shown = {key for support in near for key in _keys(support)}
    floor = max(_ENTRY_MATCH, lead.match * _BESIDE_LEAD if lead else 0.0)
    spoken = lead.share * _BESIDE_SPOKEN if lead else 0.0
    near_lead = (s for s in said if s is not lead and s.match >= floor and s.share >= spoken)
    entries = [s for s in near_lead if s.entry and _keys(s) & shown]
    told = lead.entry.answer if lead and lead.entry else ""
    kept: list[Support] = []
    for support in sorted(entries, key=lambda support: -support.match):
        if support.entry and new_share(support.entry.answer, told) >= NEW:
            kept.append(support)
            told += support.entry.answer
    return tuple(kept[:_SENTENCES_BESIDE])


def new_share(answer: str, told: str) -> float:
    """The share (0..1) of an answer's character pairs that what is told already does not have."""
    pairs = {answer[place : place + 2] for place in range(len(answer) - 1)}
    return sum(pair not in told for pair in pairs) / len(pairs) if pairs else 0.0


def _lead(near: Sequence[Support], said: Sequence[Support], part: str) -> Support | None:
    """The support whose sentence answers directly: the entry asked for most nearly among those that rest on a clause
    shown, one that opens with the lesser award where only that is asked about before others; else the best clause."""
    if near and near[0].score >= 1.0 and near[0].entry is None:
        # The question names the clause by number: its own words are the answer.
        return near[0]
    shown = {key for support in near for key in _keys(support)}
    entries = [
        support for support in said if support.entry and support.match >= _ENTRY_MATCH and _keys(support) & shown
    ]
    lesser = _LESSER in part and not _BOTH.search(part)
    nearest = max(entries, key=_asked_for, default=near[0] if near else None)
    if not lesser or nearest is None or nearest.entry is None or _LESSER in _head(nearest):
        return nearest
    own = [one for one in entries if one.entry and one.entry.topic == nearest.entry.topic and _LESSER in _head(one)]
    of_it = max(own, key=_asked_for, default=None)
    return of_it if of_it and of_it.match >= nearest.match else nearest


def _head(support: Support) -> str:
    return support.entry.answer[:_OPENING] if support.entry else ""


def _to_the_point(support: Support, lead: Support | None) -> bool:
    """Whether a support is quoted beside the lead: an entry that speaks of next to nothing asked is not."""
    return lead is None or support is lead or not support.entry or support.share >= lead.share * _QUOTED_SPOKEN


def _asked_for(support: Support) -> float:
    return support.match + _SPOKEN_OF * support.share


def _keys(support: Support) -> set[tuple[str, str]]:
    return {(citation.document, citation.clause) for citation in support.citations}


def _distinct(supports: Sequence[Support], most: int) -> tuple[Support, ...]:
    """The first supports that each bring a clause not yet shown; the last of `most` only where it nearly ties."""
    kept: list[Support] = []
    shown: set[tuple[str, str]] = set()
    for support in supports:
        last_place = len(kept) == most - 1
        if _keys(support) - shown and (not last_place or support.score >= supports[0].score * _TIE):
            kept.append(support)
            shown |= _keys(support)
        if len(kept) == most:
            break
    return tuple(kept)
