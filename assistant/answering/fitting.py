"""What of the notices is no concern of the applicant told of: sentences on hospitals say nothing to a machine works."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from assistant.answering.cues import Cues
from assistant.answering.evidence import Evidence, Support
from assistant.answering.turns import seats
from assistant.eligibility.facts import Facts
from assistant.eligibility.match import WORK_PROVINCE
from assistant.eligibility.narrative.lexicon import choices
from assistant.eligibility.narrative.lexicon import cues as worded

# What stays has to come nearly as near as what was left out.
_BESIDE = 0.82
_FIRMS = frozenset({"company", "cooperative", "individual_business", "partnership", "sole_proprietorship", "branch"})
_SECTIONS = {"education": "P", "medical": "Q"}


def other_kinds(facts: Mapping[str, object], told: str) -> frozenset[str]:
    """The kinds of applicants that the facts exclude. `told` is all the speaker wrote: a kind named there is none."""
    found = {kind for kind, section in _SECTIONS.items() if _excludes(facts, section)}
    if facts.get("org_form") == "company" and facts.get("is_legal_person") is True:
        found.add("branch")
    return frozenset(kind for kind in found if not dict(choices("turns.of_kind"))[kind].search(told))


def _excludes(facts: Mapping[str, object], section: str) -> bool:
    known = facts.get("gbt4754_section")
    if known is not None:
        return known != section
    return facts.get("org_form") in _FIRMS and facts.get("is_education_institution") is not True


def likely(told: str, cues: Cues) -> Facts:
    """What a speaker's words say of the applicant without stating it (我们厂 is no person; 我是甘肃的 gives no city to
    judge by): it chooses what is shown, and nothing is judged by it."""
    organisation, person = cues.has("organisation", told), cues.has("individual", told)
    if organisation and not person and not cues.has("as_person", told):
        return {"applicant_type": "organization"}
    provinces = {one.place.province for one in seats(told) if one.place.province}
    return {WORK_PROVINCE: provinces.pop()} if len(provinces) == 1 else {}


def without_kinds(evidence: Evidence, kinds: Collection[str]) -> Evidence:
    """The evidence without the entries that are only about these kinds."""
    kept = [support for support in evidence.supports if not _about(support, kinds)]
    if len(kept) == len(evidence.supports):
        return evidence
    near = tuple(support for support in kept if support.score >= evidence.best * _BESIDE)
    return replace(evidence, supports=near)


def _about(support: Support, kinds: Collection[str]) -> bool:
    if support.entry is None or worded("turns.whole_scope").search(support.entry.answer):
        return False
    named = dict(choices("turns.of_kind"))
    return any(named[kind].search(support.entry.answer) for kind in kinds)
