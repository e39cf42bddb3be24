"""The findings of the rules on one stretch of a sentence, and which of them stand."""

import re
from collections.abc import Iterator

from assistant.verification.achievements import check_achievements
from assistant.verification.agents import check_agents
from assistant.verification.alignment import grams_of
from assistant.verification.causes import check_reason_given
from assistant.verification.coherence import check_excluded
from assistant.verification.coverage import check_coverage, check_exclusion
from assistant.verification.divergence import weigh
from assistant.verification.evidence import Evidence
from assistant.verification.exchanged import check_bearer, check_exchanged, check_handed
from assistant.verification.faithful import check_figures, check_home
from assistant.verification.gates import check_gates
from assistant.verification.letters import check_latin, check_letters
from assistant.verification.material import check_material
from assistant.verification.model import Reason
from assistant.verification.names import check_names, check_subject
from assistant.verification.numbers import check_numbers
from assistant.verification.own_facts import told_of_applicant
from assistant.verification.pairing import check_grade, check_pairs, check_sides
from assistant.verification.plain import segments
from assistant.verification.roles import check_roles
from assistant.verification.structure import check_structure
from assistant.verification.substitution import check_substitution
from assistant.verification.support import Home, home_of, homes_of, widened
from assistant.verification.wording import check_own_wording, check_wording

# Judged on figures, names and subjects: what a clause has or has not, however it is worded.
_FIRM = (
    check_numbers,
    check_latin,
    check_letters,
    check_names,
    check_subject,
    check_pairs,
    check_grade,
    check_achievements,
    check_material,
    check_exchanged,
    check_bearer,
    check_handed,
    check_reason_given,
)
# Judged on wording. Where a clause has authored wordings, findings of the codes in _RELATIVE stand only if they hold
# against those as well.
_WORDED = (check_wording, check_agents, check_roles, check_sides)
# What rests on the applicant's own text is held against that text's own figures, plans and denials (`material`).
_OF_MATERIAL = (check_own_wording, check_agents, check_roles)
_RELATIVE = {"negation", "role", "opposed"}
# Findings that a sentence on the applicant's own case may cause: what it denies is denied of the applicant.
_OWN = {"negation", "opposed"}
_RULE = re.compile(
    r"(?:获得|获奖|申报|参评)者|的(?:单位|企业|组织|个人|人员)(?!是)|第[一二三四五六七八九十\d]+[条项款]|允许|[表栏]里|口径"
)
_ENTERS = re.compile(r"“[^“”]*(?:能|可以|可)(?:再|继续)?(?:参评|申报|参加)")


def judged(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The findings of the rules on a stretch, weighed against all wordings where its clauses have any."""
    homes = homes_told(said, evidence)
    reasons = list(ruled(said, evidence, homes))
    if evidence.statements and not evidence.personal:
        reasons = weigh(reasons, said, homes)
    yield from reasons


def homes_told(said: str, evidence: Evidence) -> tuple[Home, ...]:
    """What each stretch of a text tells; nothing where its clauses have no wordings, or where it only calls the roll of
    their titles and so rests on all of them together."""
    return homes_of(said, evidence) if evidence.statements and not _calls_roll(said, evidence) else ()


# Only what calls a list by its kind or order leads in a roll: 最重要的是 or 收费的有 tells something of its members.
_ROLL = re.compile(
    r"^(?:[^、,。;:的最]{0,8}(?:步骤|程序|环节|流程|依次|顺序|包括|分为)(?:依次|分别|主要)?)(?:是|为|有|即|包括|如下)?[:,]?"
    r"(?P<names>[^,。;:、]+(?:、[^,。;:、]+){2,})。?$"
)
_TITLE = re.compile(
    r"(?:^|\n)(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.])([^(\n。,:;]{2,12})(?=[(\n。:]|$)"
)


def _calls_roll(said: str, evidence: Evidence) -> bool:
    """Whether a stretch is nothing but a list of titles of the clauses cited, in their order (依次是:甲、乙、丙)."""
    roll = _ROLL.match(said)
    names = re.split("、|以及|和(?=[^、]*$)", roll["names"]) if roll else []
    return bool(names) and names == [title for title in _TITLE.findall(evidence.text) if title in names]


def ruled(said: str, evidence: Evidence, homes: tuple[Home, ...]) -> Iterator[Reason]:
    """The findings of the rules."""
    for check in _FIRM:
        yield from check(said, evidence)
    checks = _OF_MATERIAL if evidence.personal and not evidence.documents else _WORDED
    worded = [reason for check in checks for reason in check(said, evidence)]
    if told_of_applicant(said, evidence):
        worded = [reason for reason in worded if reason.code not in _OWN or _of_rule(reason, said)]
    elif evidence.own and evidence.documents:
        worded = [reason for reason in worded if reason.code not in _OWN or not _of_own(reason, said, evidence)]
    if not evidence.statements:
        yield from worded
        yield from check_coverage(said, evidence)
        yield from check_substitution(said, evidence)
        return
    yield from check_exclusion(said, evidence)
    yield from check_gates(said, evidence)
    if worded:
        wide = widened(evidence, homes)
        still = {_finding(reason) for check in _WORDED for reason in check(said, wide)}
        yield from (reason for reason in worded if reason.code not in _RELATIVE or _finding(reason) in still)
    yield from check_excluded(said, evidence)
    yield from check_structure(said, homes, evidence)
    for home in homes:
        yield from check_home(home, said, evidence)
    for piece in said.split(";"):
        if "," in piece and not evidence.personal:
            yield from check_figures(home_of(re.sub("[,。]", "", piece), evidence), evidence)


def _of_rule(reason: Reason, said: str) -> bool:
    """Whether a finding is on what the sentence says of the rule, not of the applicant."""
    told = re.search("“([^“”]*)”", reason.message)
    cut = segments(said)
    # A stretch that speaks to nobody goes on with what the one before it says of the rule.
    before = 1 if reason.code == "opposed" else 0
    pieces = ["".join(cut[max(at - before, 0) : at + 1]) for at, piece in enumerate(cut) if told and told[1] in piece]
    of_rule = any(_RULE.search(piece) and not re.search("[贵您]", piece) for piece in pieces)
    return of_rule or bool(_ENTERS.search(reason.message))


def _of_own(reason: Reason, said: str, evidence: Evidence) -> bool:
    """Whether a finding is on a stretch that tells one of the applicant's facts beside what the rule says."""
    told = re.search("“([^“”]*)”", reason.message)
    pieces = [piece for piece in segments(said) if told and piece.startswith(told[1])]
    lines = [grams_of(line) for line in evidence.own.split("\n")]
    return any(len(grams_of(piece) & line) >= _TOLD for piece in pieces for line in lines)


# So many bigrams of a fact make a stretch tell it.
_TOLD = 3


def _finding(reason: Reason) -> tuple[str, str]:
    """A reason without what it says of the clause, to tell whether two are one finding."""
    return reason.code, re.sub(r"所引条款.*", "", reason.message)
