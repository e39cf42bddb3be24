"""Judge a text sentence by sentence against the clauses it cites, the facts, the verdicts and the material."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.verification.case_told import check_case_told
from assistant.verification.coherence import check_coherence, check_outside
from assistant.verification.conclusions import check_conclusions
from assistant.verification.conditions import check_conditions
from assistant.verification.coverage import GAP
from assistant.verification.currency import check_currency
from assistant.verification.dimensions import check_dimension
from assistant.verification.divergence import features
from assistant.verification.evidence import evidence_for, facts_of
from assistant.verification.figures_told import check_row
from assistant.verification.foul_advice import check_foul_advice
from assistant.verification.hygiene import (
    LONGEST,
    check_confidential,
    check_cut,
    check_hygiene,
    check_limits,
    check_repetition,
)
from assistant.verification.judging import homes_told, judged, ruled
from assistant.verification.left_out import check_left_out
from assistant.verification.listing import check_listing
from assistant.verification.lists import announced, check_sequence, counted_again, list_faults, only_announces
from assistant.verification.material import check_beside, draft_limit
from assistant.verification.model import Basis, EvidenceClause, Reason, Report, SentenceReport, Unit
from assistant.verification.names import check_subject
from assistant.verification.numbers import check_dates
from assistant.verification.outcome_told import check_outcome_told
from assistant.verification.own_facts import check_own_facts, told_of_applicant
from assistant.verification.passing import drop_passing
from assistant.verification.plain import compiled, flat
from assistant.verification.procedure import check_procedure
from assistant.verification.qualifiers import check_guarantees
from assistant.verification.quotations import quotes_itself
from assistant.verification.quoted import TextOf, misquoted
from assistant.verification.rule_told import check_rule_told
from assistant.verification.statements import load_statements
from assistant.verification.stretches import stretches
from assistant.verification.terms import check_terms
from assistant.verification.thresholds import check_rule_numbers, check_thresholds
from assistant.verification.told_facts import check_told
from assistant.verification.two_tellings import check_two_tellings
from assistant.verification.uncited import check_uncited
from assistant.verification.units import split_units, tokens_of
from assistant.verification.verdicts import check_addressee, check_softening, check_verdict


def verify_text(
    text: str,
    *,
    clauses: Mapping[str, EvidenceClause],
    facts: Mapping[str, object] | None = None,
    verdicts: Mapping[str, str] | None = None,
    material: str | None = None,
    limits: Mapping[str, int] | None = None,
    text_of: TextOf | None = None,
) -> Report:
    """Judge a whole text. Sentences, list items and table rows are reported in order.

    `clauses` maps tokens (`c1`) to what they stand for; a sentence citing `m` rests on `material`. `verdicts` maps
    tracks to eligible, ineligible or undetermined. `limits` maps names to the most characters the text may have.
    An empty text does not pass. With `text_of` each quote must stand in its document; without it quotes are trusted.
    """
    wrong = misquoted(clauses, text_of) if text_of else {}
    basis = Basis(clauses, facts or {}, verdicts or {}, material or "", limits or {}, wrong)
    try:
        return _judged(text, basis)
    finally:
        drop_passing(material=bool(basis.material))


def _judged(text: str, basis: Basis) -> Report:
    units = split_units(text)
    repeated, listed = check_repetition(units), list_faults(units, basis)
    whole = {index: [r for r in (repeated.get(index), listed.get(index)) if r] for index in range(len(units))}
    reports = [_report(units, index, basis, whole[index], text) for index in range(len(units))]
    over = check_limits(text, basis.limits or draft_limit(units, text))
    if over:
        reports.append(SentenceReport(text, False, (over,)))
    if not reports:
        reports.append(SentenceReport("", False, (Reason("empty", "没有内容"),)))
    return Report(all(report.passed for report in reports), tuple(reports))


@lru_cache(maxsize=1)
def prepare() -> None:
    """Read the word lists, wordings and weights once, which takes a second or two."""
    # The material first: what is read of the notices is dropped after a call that had one.
    verify_text("可列入：2022年某省质量标杆[m]。", clauses={}, material="某公司，员工12人。2022年获某省质量标杆。")
    for document, statements in load_statements().items():
        clause = EvidenceClause(document, statements[0].source)
        verify_text(f"{statements[0].wordings[-1]}[c1]。", clauses={"c1": clause})


def verify_sentence(text: str, basis: Basis) -> SentenceReport:
    """Judge one sentence by itself, as it streams in; repetition and length are judged by `verify_text` only."""
    units = split_units(text)
    if any(len(unit.claim) > LONGEST for unit in units):
        return SentenceReport(text, False, (_ENDLESS,))
    try:
        reasons = [reason for unit in units for reason in judge(unit, basis)]
    finally:
        drop_passing(material=bool(basis.material))
    return SentenceReport(text, not reasons, _distinct(reasons))


def _uncounted(count: str) -> str:
    """What is said of a count that no clause has."""
    return f"句中“{count}”不在所引条款中"


_ENDLESS = Reason("endless", f"一句超过{LONGEST}字，无法核验，请断句")


def _report(units: list[Unit], index: int, basis: Basis, of_whole: list[Reason], text: str) -> SentenceReport:
    unit = units[index]
    if len(unit.claim) > LONGEST:
        return SentenceReport(unit.text, False, (_ENDLESS,))
    counted = {_uncounted(count) for count in (announced(units, index), counted_again(units, index))}
    found = (each for each in judge(unit, basis) if each.code != "number" or each.message not in counted)
    reasons = list(found)
    others = "".join(flat(other.claim) for at, other in enumerate(units) if at != index)
    reasons = [reason for reason in reasons if not (reason.code == "quote" and quotes_itself(reason, others))]
    if only_announces(units, index):
        reasons = [reason for reason in reasons if reason.code != "uncited"]
    plain = [other for other in units[:index] if other.kind == "sentence"]
    ends = any(other.claim.endswith(("。", "！", "？", "；")) for other in plain)
    cited = sum(other.kind == "item" and bool(tokens_of(other.text)) for other in units[:index]) > 1
    reasons += check_cut(unit, last=index == len(units) - 1, others_end=ends, listed_with_tokens=cited)
    lead = next((other for other in reversed(units[:index]) if other.kind in {"sentence", "heading"}), None)
    if unit.kind in {"item", "row"} and unit.tokens and lead and lead.claim.rstrip().endswith((":", "：")):
        reasons += check_subject(flat(lead.claim), evidence_for(unit.tokens, basis))
    if basis.material:
        above = flat(lead.claim) if lead and unit.kind in {"item", "row"} else ""
        reasons += check_listing(flat(unit.claim), above, basis.material, text)
        reasons += check_two_tellings(flat(unit.claim), basis.material) if "m" in unit.tokens else ()
    reasons += of_whole
    return SentenceReport(unit.text, not reasons, _distinct(reasons))


def judge(unit: Unit, basis: Basis) -> Iterator[Reason]:
    """Everything wrong with one unit taken by itself."""
    yield from _of_tokens(unit, basis)
    evidence = evidence_for(unit.tokens, basis)
    yield from check_hygiene(unit, evidence)
    yield from check_confidential(unit, basis.material, evidence)
    said = flat(unit.claim)
    if basis.material:
        yield from check_left_out(said, basis.material)
        yield from check_row(unit, evidence)
    yield from check_foul_advice(said, basis)
    yield from check_guarantees(said, evidence)
    yield from check_verdict(said, basis.verdicts, cited=bool(unit.tokens), evidence=evidence)
    yield from check_conclusions(said, basis.verdicts)
    yield from check_softening(said, basis.verdicts)
    yield from check_outcome_told(said, unit.tokens, basis)
    yield from check_addressee(said, basis.verdicts)
    yield from check_own_facts(said, basis.facts)
    yield from check_told(said, unit.tokens, basis)
    yield from check_procedure(said, unit.tokens, basis)
    yield from check_conditions(said, unit.tokens, basis)
    yield from check_case_told(said, basis)
    yield from check_dimension(unit, basis)
    if basis.facts:
        cited = tuple(basis.clauses[token] for token in unit.tokens or basis.clauses if token in basis.clauses)
        yield from check_thresholds(said, cited, evidence)
        yield from check_rule_told(said, cited, evidence)
        yield from check_terms(said, cited)
        if unit.tokens:
            yield from check_dates(said, evidence)
    yield from check_rule_numbers(said, facts_of(basis))
    yield from check_currency(said, evidence)
    if not unit.tokens:
        yield from check_uncited(unit, said, basis, evidence)
    else:
        if told_of_applicant(said, evidence):
            yield from check_coherence(said, evidence)
            yield from check_outside(said, evidence)
        yield from _cited(unit, basis)
        yield from check_sequence(said, basis, unit.tokens, unit.parts)


def _of_tokens(unit: Unit, basis: Basis) -> Iterator[Reason]:
    """Tokens that stand for nothing, quotes that are none, and a row that does not fit its table."""
    known = {*basis.clauses, *(("m",) if basis.material else ())}
    unknown = [token for token in unit.tokens if token not in known]
    if unknown:
        yield Reason("unknown_clause", f"标记[{unknown[0]}]没有对应的条款")
    yield from (Reason("misquoted", basis.misquoted[token]) for token in unit.tokens if token in basis.misquoted)
    if unit.garbled:
        yield Reason("table", "表格这一行的格数与表头不符")


def _cited(unit: Unit, basis: Basis) -> Iterator[Reason]:
    own = evidence_for(("m",), basis) if "m" in unit.tokens and len(set(unit.tokens)) > 1 else None
    for said, evidence, stated in stretches(unit, basis):
        yield from stated
        yield from judged(said, evidence)
        if own and evidence.documents:  # A clause cited beside the material lets nothing be told otherwise.
            yield from check_beside(said, own)


def observed(text: str, basis: Basis) -> list[dict[str, float]]:
    """The features by which each stretch of a text that rests on clauses with wordings is weighed, for fitting."""
    found = []
    for said, evidence in (pair[:2] for unit in split_units(text) for pair in stretches(unit, basis)):
        if evidence.statements and not evidence.personal:
            homes = homes_told(said, evidence)
            found.append(features(said, homes, (reason.code for reason in ruled(said, evidence, homes))))
    return found


def _distinct(reasons: list[Reason]) -> tuple[Reason, ...]:
    """Each reason once; gaps left by what was taken out of a sentence are told as an ellipsis."""
    told = (Reason(reason.code, compiled(f"{GAP}+").sub("…", reason.message)) for reason in reasons)
    return tuple(dict.fromkeys(told))
