"""Collect what a person has to look at, one flag a code, each with the verbatim pieces it rests on."""

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_claims import vague_part
from assistant.drafting.material.intent import settled
from assistant.drafting.material.model import ORGANISATION_ONLY, Conflict, Fact, Flag, Honour, Kind, Span
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.unusable import Unusable
from assistant.knowledge.source import Node, load_yaml
from assistant.settings import settings

_MISSING = {
    "county": "MISSING_COUNTY",
    "founded": "MISSING_FOUNDED",
    "economic_type": "MISSING_ECONOMIC_TYPE",
    "business_scope": "MISSING_BUSINESS_SCOPE",
    "employees": "MISSING_EMPLOYEES",
    "contact_name": "MISSING_CONTACT_NAME",
    "contact_title": "MISSING_CONTACT_TITLE",
    "contact_phone": "MISSING_CONTACT_PHONE",
    "intent_china_quality_award": "MISSING_INTENT",
}
_ZONES = (
    "PLAN_NOT_ACHIEVED",
    "SUPERLATIVE",
    "TRADE_SECRET",
    "STATE_SECRET",
    "PERSONAL_PRIVACY",
    "INJECTION",
    "COMPLIANCE_RISK",
    "FIGURE_OPEN",
)
_DOUBTS = {"DATE_MISSING": "HONOUR_DATE_MISSING", "DATE_AMBIGUOUS": "HONOUR_DATE_AMBIGUOUS"}
_NOT_CLAIMED = re.compile(r"未|没|无|不曾|尚|还不")
_THAT_ONE = re.compile(r"[那这该上](?:一)?[个块项]")
_HIGH = frozenset({"国家级", "省部级", "省级部门"})
_NOT_HELD = frozenset({"NOT_OBTAINED", "NOT_OWN", "REVOKED"})
# Kept out of the column for reasons that no flag of their own tells.
_UNTOLD = frozenset({"NOT_QUALITY", "OUT_OF_WINDOW"})
_MINOR = frozenset({"市级", "县级", "单位级", "非政府"})


def collect_flags(
    scans: tuple[Scan, ...],
    kind: Kind,
    facts: dict[str, Fact],
    conflicts: tuple[Conflict, ...],
    honours: tuple[Honour, ...],
    concerns: Iterable[tuple[str, Span]],
    unread: tuple[Span, ...] = (),
    cannot_stand: Iterable[Unusable] = (),
) -> tuple[Flag, ...]:
    """All flags of one applicant, in the order: missing, conflicting, kept out, honours, eligibility hints.

    `unread` are rows of tables of honours from which none could be read; `cannot_stand` is what was written for a
    fact that is missing, and why it was not put down.
    """
    rows: dict[str, list[Span]] = {}
    for code in _missing(kind, facts, conflicts):
        rows[code] = _hint(scans, code, facts)
    for conflict in conflicts:
        rows.setdefault(conflict.code, []).extend(reading.span for reading in conflict.readings)
    for code in _ZONES:
        spans = [zone.span for scan in scans for zone in scan.zones if zone.code == code]
        if spans:
            rows[code] = spans
    _honour_rows(scans, honours, rows)
    if unread:
        rows.setdefault("HONOUR_BORDERLINE", []).extend(unread)
        if "NO_QUALIFYING_HONOUR" in rows:
            rows["NO_QUALIFYING_HONOUR"].extend(unread)
    for code, span in concerns:
        rows.setdefault(code, []).append(span)
    reasons = {one.code: one for one in cannot_stand if one.code in rows}
    rows |= {code: [one.span] for code, one in reasons.items()}
    return tuple(
        Flag(code, _message(code, spans, reasons.get(code), honours), tuple(dict.fromkeys(spans)))
        for code, spans in rows.items()
    )


def none_listed(*, doubtful: bool, honours: Iterable[Honour] = ()) -> str:
    """What is said where no honour is listed: the column is 无, or open where some are doubtful.

    Of `honours` those of the state or a province that no other flag speaks of are named with the reason.
    """
    if doubtful:
        return _flags().text("none_but_doubtful")
    told = [f"{one.name}（{one.reason}）" for one in honours if one.reason_code in _UNTOLD and one.level in _HIGH]
    left_out = _flags().text("left_out").format(honours="、".join(dict.fromkeys(told))) if told else ""
    return messages()["NO_QUALIFYING_HONOUR"] + left_out


def _message(code: str, spans: list[Span], cannot_stand: Unusable | None, honours: tuple[Honour, ...]) -> str:
    if code == "NO_QUALIFYING_HONOUR":
        return none_listed(doubtful=bool(spans), honours=honours)
    if cannot_stand is not None:
        return _flags().child("cannot_stand").text(cannot_stand.why).format(quote=cannot_stand.span.quote)
    return messages()[code]


@lru_cache(maxsize=1)
def messages() -> dict[str, str]:
    """The Chinese message of each flag code."""
    node = _flags().child("messages")
    return {code: node.text(code) for code in node.mapping()}


def group_of(code: str) -> str:
    """What a code is about, in Chinese (`MISSING_INTENT`: 缺少的内容); 其他 for one no group holds."""
    return next((name for name, starts in groups().items() if code.startswith(starts)), "其他")


@lru_cache(maxsize=1)
def groups() -> dict[str, tuple[str, ...]]:
    """The groups in the order they are shown, each with the beginnings of its codes."""
    node = _flags().child("groups")
    return {name: node.texts(name, at_least=1) for name in node.mapping()}


@lru_cache(maxsize=1)
def _flags() -> Node:
    return load_yaml(settings().assistant_corpus / "drafting" / "flags.yaml")


@lru_cache(maxsize=1)
def _hints() -> dict[str, re.Pattern[str]]:
    node = _flags().child("hints")
    return {code: re.compile("|".join(node.texts(code))) for code in node.mapping()}


def _missing(kind: Kind, facts: dict[str, Fact], conflicts: tuple[Conflict, ...]) -> list[str]:
    disputed = {conflict.key for conflict in conflicts}
    codes = []
    for key, code in _MISSING.items():
        if key in disputed or (kind == "individual" and key in ORGANISATION_ONLY):
            continue
        if key not in facts or (code == "MISSING_INTENT" and not settled(facts[key])):
            codes.append(code)
    return codes


def _hint(scans: tuple[Scan, ...], code: str, facts: dict[str, Fact]) -> list[Span]:
    """The sentence that comes nearest to what is missing, so that a person sees why it was not taken."""
    vague = facts.get("intent_china_quality_award") if code == "MISSING_INTENT" else None
    if vague is not None:
        return [vague.span]
    for scan in scans:
        for sentence in scan.sentences:
            if not scan.sealed(sentence.start, sentence.end) and _hints()[code].search(sentence.text):
                return [scan.source.span(sentence.start, sentence.end)]
    return []


def _honour_rows(scans: tuple[Scan, ...], honours: tuple[Honour, ...], rows: dict[str, list[Span]]) -> None:
    if not any(honour.standing == "listed" for honour in honours):
        rows["NO_QUALIFYING_HONOUR"] = [honour.span for honour in honours if honour.standing == "borderline"]
    for honour in honours:
        if honour.standing == "borderline":
            rows.setdefault(_DOUBTS.get(honour.reason_code, "HONOUR_BORDERLINE"), []).append(honour.span)
        elif honour.reason_code == "REVOKED":
            rows.setdefault("COMPLIANCE_RISK", []).append(honour.span)
        elif honour.reason_code == "NOT_OBTAINED":
            rows.setdefault("HONOUR_NOT_OBTAINED", []).append(honour.span)
        elif honour.reason_code == "NOT_OWN" and honour.level not in _MINOR:
            rows.setdefault("HONOUR_NOT_OWN", []).append(honour.span)
    vague = [span for scan in scans for span in _vague(scan, honours)]
    if vague:
        rows["VAGUE_HONOUR"] = vague


def _refers(sentence: str, match: re.Match[str], honours: tuple[Honour, ...]) -> bool:
    """Whether the words speak of one award that is named elsewhere, or of a rule (拿过省里的质量奖的不再受理)."""
    lexicon = load_lexicon("honours")
    if _THAT_ONE.search(match.group()):
        return True
    if lexicon.has("many", match.group()) or lexicon.has("many", sentence[max(0, match.start() - 6) : match.start()]):
        return False
    if lexicon.has("rule_behind", sentence[match.end() :][:12]):
        return True
    return any(honour.level in _HIGH and honour.reason_code not in _NOT_HELD for honour in honours)


def _vague(scan: Scan, honours: tuple[Honour, ...]) -> list[Span]:
    """Boasts of honours without a name; of what is forgotten (哪年记不清了) only where no honour is named beside it."""
    lexicon = load_lexicon("honours")
    spans = []
    for sentence in scan.sentences:
        whole = scan.source.span(sentence.start, sentence.end)
        named = any(
            h.reason_code != "NOT_OBTAINED"
            and h.span.file == whole.file
            and h.span.start < whole.end
            and whole.start < h.span.end
            for h in honours
        )
        match = vague_part(sentence.text) or (None if named else lexicon.find("vague_detail", sentence.text))
        if match is not None and _refers(sentence.text, match, honours):
            continue
        denied = match is not None and _NOT_CLAIMED.search(sentence.text, max(0, match.start() - 6), match.start())
        if match is not None and not denied and not scan.sealed(sentence.start, sentence.end):
            spans.append(scan.source.span(sentence.start + match.start(), sentence.start + match.end()))
    return spans
