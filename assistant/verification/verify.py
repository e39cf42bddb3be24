"""Judge a text sentence by sentence against the clauses it cites, the facts, the verdicts and the material."""

import re
from collections.abc import Iterator, Mapping

from assistant.verification.absence import without_absent
from assistant.verification.achievements import check_achievements
from assistant.verification.agents import check_agents
from assistant.verification.claims import claims_something
from assistant.verification.coverage import check_coverage
from assistant.verification.evidence import Evidence, evidence_for, facts_text
from assistant.verification.hygiene import check_confidential, check_cut, check_hygiene, check_limits, check_repetition
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Basis, EvidenceClause, Reason, Report, SentenceReport, Unit
from assistant.verification.names import check_names, check_subject, subjects_named
from assistant.verification.numbers import check_latin, check_letters, check_numbers
from assistant.verification.pairing import check_grade, check_pairs, check_sides
from assistant.verification.parts import narrowed
from assistant.verification.plain import flat
from assistant.verification.qualifiers import check_guarantees
from assistant.verification.roles import check_roles
from assistant.verification.substitution import check_substitution
from assistant.verification.units import split_units
from assistant.verification.verdicts import (
    check_currency,
    check_rule_numbers,
    check_verdict,
    stated_verdict,
    without_verdict,
)
from assistant.verification.wording import check_wording


def verify_text(
    text: str,
    *,
    clauses: Mapping[str, EvidenceClause],
    facts: Mapping[str, object] | None = None,
    verdicts: Mapping[str, str] | None = None,
    material: str | None = None,
    limits: Mapping[str, int] | None = None,
) -> Report:
    """Judge a whole text. Sentences, list items and table rows are reported in order.

    `clauses` maps tokens (`c1`) to what they stand for; a sentence citing `m` rests on `material`. `verdicts` maps
    tracks to eligible, ineligible or undetermined. `limits` maps names to the most characters the text may have.
    An empty text does not pass.
    """
    basis = Basis(clauses, facts or {}, verdicts or {}, material or "", limits or {})
    units = split_units(text)
    repeated = check_repetition(units)
    reports = [_report(units, index, basis, repeated.get(index)) for index in range(len(units))]
    over = check_limits(text, basis.limits)
    if over:
        reports.append(SentenceReport(text, False, (over,)))
    if not reports:
        reports.append(SentenceReport("", False, (Reason("empty", "没有内容"),)))
    return Report(all(report.passed for report in reports), tuple(reports))


def verify_sentence(text: str, basis: Basis) -> SentenceReport:
    """Judge one sentence by itself, as it streams in; repetition and length are judged by `verify_text` only."""
    reasons = [reason for unit in split_units(text) for reason in judge(unit, basis)]
    return SentenceReport(text, not reasons, _distinct(reasons))


def _report(units: list[Unit], index: int, basis: Basis, repeated: Reason | None) -> SentenceReport:
    unit = units[index]
    reasons = list(judge(unit, basis))
    plain = [other for other in units[:index] if other.kind == "sentence"]
    ends = any(other.claim.endswith(("。", "！", "？", "；")) for other in plain)
    reasons += check_cut(unit, last=index == len(units) - 1, others_end=ends)
    lead = next((other for other in reversed(units[:index]) if other.kind in {"sentence", "heading"}), None)
    if unit.kind in {"item", "row"} and unit.tokens and lead and lead.claim.rstrip().endswith((":", "：")):
        reasons += check_subject(flat(lead.claim), evidence_for(unit.tokens, basis))
    if repeated:
        reasons.append(repeated)
    return SentenceReport(unit.text, not reasons, _distinct(reasons))


def judge(unit: Unit, basis: Basis) -> Iterator[Reason]:
    """Everything wrong with one unit taken by itself."""
    known = {*basis.clauses, *(("m",) if basis.material else ())}
    unknown = [token for token in unit.tokens if token not in known]
    if unknown:
        yield Reason("unknown_clause", f"标记[{unknown[0]}]没有对应的条款")
    if unit.garbled:
        yield Reason("table", "表格这一行的格数与表头不符")
    evidence = evidence_for(unit.tokens, basis)
    yield from check_hygiene(unit, evidence)
    yield from check_confidential(unit, basis.material)
    said = flat(unit.claim)
    yield from check_guarantees(said, evidence)
    yield from check_verdict(said, basis.verdicts, cited=bool(unit.tokens), evidence=evidence)
    yield from check_rule_numbers(said, facts_text(basis.facts))
    yield from check_currency(said, evidence)
    if not unit.tokens:
        yield from _uncited(unit, said, basis, evidence)
    else:
        yield from _cited(unit, basis)


def _uncited(unit: Unit, said: str, basis: Basis, evidence: Evidence) -> Iterator[Reason]:
    if not claims_something(unit) or (basis.verdicts and stated_verdict(said, True)):
        return
    if basis.facts and not list(check_coverage(said, evidence)) and not list(check_numbers(said, evidence)):
        return
    yield Reason("uncited", "句子作了断言却没有引用条款")


def _cited(unit: Unit, basis: Basis) -> Iterator[Reason]:
    for text, own in unit.parts:
        tokens = unit.tokens if len({subject.document for subject in subjects_named(flat(text))}) > 1 else own
        plain = _plainly(flat(text))
        own_words = without_verdict(plain) if basis.verdicts else plain
        left, stated = without_absent(own_words, evidence_for(tokens, basis))
        yield from stated
        for said, evidence in narrowed(left, tokens, basis):
            yield from check_numbers(said, evidence)
            yield from check_latin(said, evidence)
            yield from check_letters(said, evidence)
            yield from check_names(said, evidence)
            yield from check_subject(said, evidence)
            yield from check_wording(said, evidence)
            yield from check_agents(said, evidence)
            yield from check_roles(said, evidence)
            yield from check_pairs(said, evidence)
            yield from check_grade(said, evidence)
            yield from check_sides(said, evidence)
            yield from check_coverage(said, evidence)
            yield from check_substitution(said, evidence)
            yield from check_achievements(said, evidence)


def _plainly(said: str) -> str:
    """The flat text less an opening that only counts (第一,), with one wording for an upper bound and the top grade."""
    said = re.sub(r"^(?:第[一二三四五六七八九]|其[一二三四五])[,、:]", "", said)
    said = re.sub(r"哪一(?=[年天个家月项])", "哪", said)
    for plain, formal in lexicon().words["formal"]:
        said = said.replace(plain, formal)
    return re.sub(r"不(?:能|得|可|应|准|可以|许)超过", "不超过", said).replace("正奖", "质量奖")


def _distinct(reasons: list[Reason]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))
