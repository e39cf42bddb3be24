"""The material as a person corrected it: facts stated by hand, honours put in or out. Pure."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from assistant.drafting.fact_labels import LABELS
from assistant.drafting.flags import messages, none_listed
from assistant.drafting.material.model import ORGANISATION_ONLY, Fact, Flag, Honour, Material, Source, Span
from assistant.ui.components.drafting_otherwise import against_source

BY_HAND = "填报人更正"
_OF_HONOURS = frozenset({"HONOUR_BORDERLINE", "HONOUR_NOT_OBTAINED", "HONOUR_NOT_OWN", "HONOUR_DATE_MISSING"})
_DECIDED = _OF_HONOURS | {"HONOUR_DATE_AMBIGUOUS"}
# An honour listed by hand that is another's.
LISTED_OTHERS = "HONOUR_NOT_OWN_LISTED"
_NONE_LISTED = "NO_QUALIFYING_HONOUR"
# An honour given to a team (全国优秀质量管理小组（密封QC小组）), and an applicant that is one.
_GROUP = re.compile(r"(?:小组|班组|团队)[^（]*(?:（([^（）]*(?:小组|班组|[班队]|车间|工作室))）)?")
_TEAM = re.compile(r"小组|班组|团队|[班队]$")
# What the rows of honours nobody could read are known by when a person has settled them.
UNREAD = "没有读出的荣誉行"


def honour_key(honour: Honour) -> str:
    """What an honour is known by when a person decides on it."""
    return f"{honour.date} {honour.name}"


def corrected(
    material: Material,
    facts: Mapping[str, str],
    honours: Mapping[str, str],
    kept: Mapping[str, str] = MappingProxyType({}),
) -> Material:
    """The material with the facts typed by hand (an empty one is taken out) and the honours decided by hand.

    A typed fact rests on a source of its own, called 填报人更正, so that every draft still shows where it is from. The
    flags it answers go; a fact taken out is missing and says so, one the material contradicts is flagged unless the
    person has confirmed it (`kept`, the confirmed value by key).
    """
    chosen = _chosen(material, facts)
    source = _source({key: typed for key, typed in facts.items() if key not in chosen})
    read = dict(material.facts)
    for key, typed in facts.items():
        if key in chosen:
            read[key] = chosen[key]
        elif typed:
            read[key] = _fact(key, typed, source)
        else:
            read.pop(key, None)
    judged = tuple(_decided(honour, honours.get(honour_key(honour), "")) for honour in material.honours)
    return replace(
        material,
        sources=(*material.sources, source) if source.raw else material.sources,
        facts=read,
        conflicts=tuple(one for one in material.conflicts if one.key not in facts),
        honours=judged,
        unread_honours=() if honours.get(UNREAD) else material.unread_honours,
        flags=(*against_source(material, facts, kept), *_flags(material, facts, honours, judged)),
    )


def others_honour(honour: Honour, applicant: str) -> str:
    """Whose an honour is by the material where that is not the applicant (a team, the firm, a colleague); "" else."""
    group = _GROUP.search(honour.name)
    if honour.reason_code == "NOT_OWN":
        return honour.subject if honour.subject and honour.subject != applicant else "其他主体"
    if honour.subject and applicant and honour.subject not in applicant and applicant not in honour.subject:
        return honour.subject
    return (group[1] or "班组、小组") if group and not _TEAM.search(applicant) else ""


def _chosen(material: Material, facts: Mapping[str, str]) -> dict[str, Fact]:
    """The facts stated as one of two readings of the material, which stays their source."""
    found: dict[str, Fact] = {}
    for conflict in material.conflicts:
        for reading in conflict.readings:
            if facts.get(conflict.key) and facts[conflict.key] == str(reading.value):
                found.setdefault(conflict.key, Fact(conflict.key, reading.value, reading.span))
    return found


def _source(facts: Mapping[str, str]) -> Source:
    raw = "\n".join(f"{LABELS[key]}：{typed}" for key, typed in facts.items() if typed)
    return Source(BY_HAND, raw, raw, tuple(range(len(raw))))


def _fact(key: str, typed: str, source: Source) -> Fact:
    start = source.raw.index(f"{LABELS[key]}：{typed}") + len(LABELS[key]) + 1
    value = int(typed) if key == "employees" and re.fullmatch(r"[0-9]{1,9}", typed) else typed
    return Fact(key, value, Span(BY_HAND, start, start + len(typed), typed))


def _decided(honour: Honour, standing: str) -> Honour:
    if standing == "listed" and honour.standing != "listed":
        return replace(honour, standing="listed", reason=f"由填报人列入（程序判断：{honour.reason}）")
    if standing == "excluded" and honour.standing != "excluded":
        return replace(honour, standing="excluded", reason="由填报人移出")
    return honour


def _flags(
    material: Material, facts: Mapping[str, str], honours: Mapping[str, str], judged: tuple[Honour, ...]
) -> tuple[Flag, ...]:
    settled = {honour.span for honour in material.honours if honours.get(honour_key(honour))}
    settled |= {*material.unread_honours} if honours.get(UNREAD) else set()
    listed = any(honour.standing == "listed" for honour in judged)
    kept = [_without(flag, settled) for flag in material.flags if not _answered(flag, facts)]
    found = [flag for flag in kept if flag is not None and flag.code != _NONE_LISTED]
    known = {flag.code for flag in found}
    found += [Flag(code, messages()[code]) for code in _missing(material, facts) if code not in known]
    if not listed:
        spans = [honour.span for honour in judged if honour.standing == "borderline"]
        spans += [span for span in material.unread_honours if span not in settled]
        found.append(Flag(_NONE_LISTED, none_listed(doubtful=bool(spans), honours=judged), tuple(dict.fromkeys(spans))))
    whose = {honour: others_honour(honour, str(facts.get("name") or material.value("name") or "")) for honour in judged}
    own = {honour: who for honour, who in whose.items() if who and honours.get(honour_key(honour)) == "listed"}
    if own:
        told = "；".join(f"“{honour.name}”是{who}的" for honour, who in own.items())
        message = f"您列入的荣誉里，按材料{told}，获奖主体不是申报主体，请核实后再报送。"
        found.append(Flag(LISTED_OTHERS, message, tuple(honour.span for honour in own)))
    return tuple(found)


def _missing(material: Material, facts: Mapping[str, str]) -> list[str]:
    asked = [key for key, typed in facts.items() if not typed]
    if material.kind == "individual":
        asked = [key for key in asked if key not in ORGANISATION_ONLY]
    return [code for code in map(_missing_code, asked) if code in messages()]


def _missing_code(key: str) -> str:
    return "MISSING_INTENT" if key == "intent_china_quality_award" else f"MISSING_{key.upper()}"


def _answered(flag: Flag, facts: Mapping[str, str]) -> bool:
    """Whether a typed fact settles what the flag asks: it was missing, or the material said it in two ways."""
    return any(flag.code in {_missing_code(key), f"CONFLICT_{key.upper()}"} for key, typed in facts.items() if typed)


def _without(flag: Flag, settled: set[Span]) -> Flag | None:
    """The flag without the honours a person has decided on; None where nothing is left of it."""
    if flag.code not in _DECIDED:
        return flag
    spans = tuple(span for span in flag.spans if span not in settled)
    return replace(flag, spans=spans) if spans else None
