"""What a clause allows must stay allowed, what it bars must stay barred, for those of whom it says so."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import NEGATOR, grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import segments

_BARRED = re.compile(r"(?:不得|不可以|不可(?!或缺)|不能|禁止|严禁|不予|不准|不允许|不再)")


GRANTED = re.compile(r"(?<![不没未无认许])(?:可以|允许|可(?![靠持行能示推信见])|有权|仍能|能够|能(?![力否效量源耗不]))")


def check_permission(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What a clause allows must not be barred, what it bars must not be allowed."""
    for segment in (piece for part in segments(said) for piece in re.split(r"但是?|而(?!且)", part)):
        for ours, theirs, word in ((_BARRED, GRANTED, "可以"), (GRANTED, _BARRED, "不得")):
            match = ours.search(segment)
            if not match or theirs.search(segment) or (ours is GRANTED and NEGATOR.search(segment)):
                continue
            deed = grams_of(_entering(segment[match.end() : match.end() + 8]))
            hit = next(
                (
                    s
                    for s in (*evidence.segments, *stems_of(evidence))
                    if _deed_of(theirs, s) & deed
                    and not ours.search(s)
                    and not (ours is GRANTED and _of_others(theirs, s, said[: said.find(segment) + len(segment)]))
                    and (
                        len(_deed_of(theirs, s) & deed) > 1
                        or deed != {"申报"}
                        or s in stems_of(evidence)
                        or _of_same(theirs, s, said)
                    )
                ),
                "",
            )
            if hit and _deed_of(theirs, hit) & deed:
                yield Reason("negation", f"所引条款写的是“{word}”，句中“{segment[:20]}”正相反")
                return


_KIND = re.compile(r"^.*(?:的(?:单位|企业|组织|个人|人员)|者)")


def _of_others(force: re.Pattern[str], segment: str, told: str) -> bool:
    """Whether the clause bars only some (已获省级质量奖的单位) of whom the sentence up to here has said nothing."""
    match = force.search(segment)
    kind = _KIND.search(segment[: match.start()]) if match else None
    named = grams_of(re.sub(r"质量奖|单位|组织|企业|个人", "", kind.group())) if kind else frozenset()
    return len(named) >= 2 and not named & grams_of(told)


def _of_same(force: re.Pattern[str], segment: str, said: str) -> bool:
    """Whether the sentence speaks of those whom the clause bars or allows (or the clause names nobody)."""
    match = force.search(segment)
    subject = grams_of(re.sub(r"单位|组织|企业", "", segment[: match.start()])) if match else frozenset()
    return len(subject) < 3 or bool(subject & grams_of(said))


def _deed_of(force: re.Pattern[str], segment: str) -> frozenset[str]:
    match = force.search(segment)
    return grams_of(_entering(segment[match.end() : match.end() + 24])) if match else frozenset()


def _entering(text: str) -> str:
    """One word for applying and taking part, which notices use in turn."""
    return re.sub(r"参评|参加|参与|参选|申报|(?:^|(?<=再))报(?![送告])", "申报", text)


def stems_of(evidence: Evidence) -> tuple[str, ...]:
    return tuple(context.stem for context in evidence.contexts if context.stem)
