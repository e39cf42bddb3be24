"""A consequence told for all whom the clause grants it only past a gate, and a prerequisite the clause does not have.

Gates are words by which a clause chooses (合格, 无异议, 首次): a stretch that says 都 or 一律 of what stands behind one
in the clause must keep it or an equal wording (corpus/verification/lexicon.yaml, `gates`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon
from assistant.verification.model import Reason
from assistant.verification.plain import segments

_ALL = re.compile(
    r"(?<![首拥全])都(?![不没未无])|均(?![不未无])|一律|全部|所有|每[家个]|自动|直接(?!责任)|一概|统统|人人有份|谁都"
)
# 只要交上表,就会推荐: nothing more is asked of anybody.
_SUFFICES = re.compile(r"只要|凡是|一旦|但凡")
_THEN = re.compile(r"就|即|便|都")
# What makes a stretch one of who may not or of what is asked.
_REFUSES = re.compile(r"不|没|未|无(?!异议|论)|才|是否|要求|须|应当|必须|[都均](?:要|得|应)(?:经|过|由|有|是)|都算")
# Bigrams of every award's name, by which no consequence is told.
_NAMING = frozenset(("质量", "量奖", "提名", "名奖", "组织", "单位", "企业", "个人", "申报"))
_SHARE = 0.25
_TOLD_GRAMS, _TOLD_SHARE = 2, 0.5
_FIRST = re.compile(
    r"(?:(?:须|必须|要|得|需|应当?)(?:要)?先(?:行)?(?!进)|先(?!进)(?=[^,。;]{2,20}(?:才能|才可|方可|才有资格))|前提是先)"
    r"(?P<what>(?![^,。;:]{0,6}(?:说|讲|提醒|告诉|道歉|抱歉|确认|核实|弄清|看))[^,。;:]{3,24})"
)
_ASKED = re.compile(r"须|应当|必须|需要|(?<![主重])要(?!素)|先|才|方可|条件|具备|经(?![济营])|(?<!最)后")


def check_gates(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A stretch that tells for all what the clause tells past a gate, or asks first for what no clause asks."""
    theirs = [*evidence.segments, *(context.stem for context in evidence.contexts)]
    pieces = segments(said)
    for before, piece in pairwise(["", *pieces]):
        found = _ALL.search(piece) or (_SUFFICES.search(before) and _THEN.search(piece))
        if found and not _REFUSES.search(piece):
            yield from _ungated(piece, said, theirs)
    wordings = [piece for each in evidence.statements for line in each.wordings for piece in segments(line)]
    if evidence.statements:
        yield from _asked_first(said, [*theirs, *wordings])


def _ungated(piece: str, said: str, theirs: list[str]) -> Iterator[Reason]:
    ours = grams_of(piece) - _NAMING
    shares = [len(ours & grams_of(each)) for each in theirs]
    best = max(shares, default=0)
    if best < max(_TOLD_GRAMS, _SHARE * len(ours)):
        return
    told = "\n".join(_with_condition(theirs, at) for at, share in enumerate(shares) if share == best)
    groups: tuple[tuple[str, ...], ...] = lexicon().words["gates"]
    for members in groups:
        if any_of(members[:1], told) and not any_of(members, said):
            yield Reason("condition", f"所引条款以“{members[0]}”为前提，句中“{piece[:20]}”说的是全部")
            return


def _with_condition(theirs: list[str], at: int) -> str:
    """A segment of the clause with the one before it where that names whom it is of (形式审查合格的,)."""
    before = theirs[at - 1] if at and theirs[at - 1].endswith(("的", "者", "后")) else ""
    return before + theirs[at]


# 进行评估后推荐 asks for the one before the other.
_DONE = re.compile(r"[一-鿿](?:之|以)?后")


def _asked_first(said: str, theirs: list[str]) -> Iterator[Reason]:
    match = _FIRST.search(said)
    ours = grams_of(re.sub("[过了]|一[道轮遍关次]", "", match["what"])) if match else frozenset()
    if match is None or len(ours) < 2:
        return
    alike = [each for each in theirs if len(ours & grams_of(each)) >= max(2, _TOLD_SHARE * len(ours))]
    if not any(_ASKED.search(each) or _DONE.search(each) for each in alike):
        yield Reason("condition", f"所引条款没有要求先“{match['what'][:16]}”")
