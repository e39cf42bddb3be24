"""A sentence without a token: what it may say all the same, of the applicant, of the verdict, and in asking."""

import re
from collections.abc import Iterator

from assistant.verification.absence import without_absent
from assistant.verification.alignment import grams_of
from assistant.verification.claims import (
    asks,
    asks_for_facts,
    claims_something,
    only_spans,
    requests,
    weighs,
    weighs_applicant,
)
from assistant.verification.conclusions import only_concludes
from assistant.verification.editing import speaks_of_draft
from assistant.verification.evidence import Evidence, evidence_for
from assistant.verification.lexicon import lexicon, pattern
from assistant.verification.model import Basis, EvidenceClause, Reason, Unit
from assistant.verification.moments import find_moments
from assistant.verification.names import subjects_named
from assistant.verification.numbers import check_numbers
from assistant.verification.own_claims import only_tells_facts, promises, tells_procedure, told_by_facts, untold
from assistant.verification.plain import segments
from assistant.verification.remarks import is_remark
from assistant.verification.subjects import document_text
from assistant.verification.verdicts import addresses_applicant, states_verdict

# A stretch without a token is a clause's own wording when this share of at least so many bigrams is the clause's.
TOLD_GRAMS = 5
TOLD_SHARE = 0.65


# 请补充更早两年的情况: what is left of a span is asked for, and counts what neither the clause nor the facts count.
_REST = re.compile(r"(?:更早|其余|余下|另外|剩下|缺的|之前的|此前)[^,。;]{0,4}年")


def check_uncited(unit: Unit, said: str, basis: Basis, evidence: Evidence) -> Iterator[Reason]:
    """A sentence without a token fails where it claims something that neither the applicant's own facts nor the
    verdict carry: a figure of no fact, or what a clause at hand says."""
    if speaks_of_draft(said, basis.material):
        return
    known_case = bool(basis.facts or basis.verdicts)
    if award := _ponders_closed(said, basis):
        yield Reason("verdict", f"核对结果是“不符合”，句中却请申报主体考虑“{award}”")
        return
    if promises(said, of_case=known_case) or (known_case and untold(said, evidence)):
        yield Reason("uncited", "句中说了申报主体没有提供、也没有条款可依的情况")
        return
    if known_case and only_tells_facts(said, evidence):
        return
    concludes = bool(basis.verdicts) and (states_verdict(said) or only_concludes(said))
    procedure = known_case and unit.kind != "heading" and not (concludes or asks(unit)) and tells_procedure(said)
    if concludes or not (procedure or claims_something(unit, on_case=bool(basis.verdicts))):
        return
    if procedure and not (_says_absent(said, basis) or told_by_facts(said, evidence)):
        yield Reason("uncited", "句子说了申报程序却没有引用条款")
        return
    if _spares_papers(said, basis) or _ponders(said, basis):
        return
    on_case = known_case and _of_case(unit, said, evidence)
    own = (on_case and not _weighs_case(said, basis)) or asks(unit)
    if requests(said) and only_spans(said):
        evidence = evidence_for(tuple(basis.clauses), basis)
    told = not requests(said) and _tells_clause(said, basis, evidence)
    strange = not (requests(said) and only_spans(said) and _REST.search(said)) and bool(
        list(check_numbers(said, evidence))
    )
    if own and not weighs(_less_own(said, evidence)) and not strange and not told:
        return
    if _says_absent(said, basis):
        return
    yield Reason("uncited", "句子作了断言却没有引用条款")


# 这次不必准备材料了: what follows from a verdict that the applicant may not apply.
_NO_PAPERS = re.compile(
    r"^(?:(?:所以|因此|那么?|这样|既然如此)?,?)?(?:您|贵[一-鿿]{1,2})?(?:这次|这回|今年|本次|本届|这一届|目前|暂时|眼下|现在)?(?:就|也|都|先|可以?){0,2}"
    r"(?:不必|不用|无需|不需要|用不着|别|先别)(?:再|先|急着|忙着|费心|花时间)?(?:去)?(?:准备|填写?|写|整理|递交|提交|报送|交)(?:申报|这份|这些)?(?:材料|表格?|申报书|书)?了?[。!]?$"
)
# 您不妨考虑冲击中国质量奖: another award is named to be thought about, no more.
_PONDERED = re.compile(
    r"^(?:您|贵[一-鿿]{1,2})?(?:也|还|倒|今后|以后|将来)?(?:不妨|可以|可|建议您?)(?:您|先|再|另外)?(?:考虑|了解|看看|关注|留意|研究|比较|比一比)(?:一下|了解|看看|冲击|争取)?(?P<what>[^,。;]{2,20})[。!]?$"
)


def _spares_papers(said: str, basis: Basis) -> bool:
    barred = bool(basis.verdicts) and set(basis.verdicts.values()) == {"ineligible"}
    return barred and bool(_NO_PAPERS.search(said))


def _ponders(said: str, basis: Basis) -> bool:
    """Whether a sentence only names an award to be thought about that has not been found closed to the applicant."""
    match = _PONDERED.match(said)
    named = subjects_named(match["what"]) if match else []
    judged = {track for track, verdict in basis.verdicts.items() if verdict == "ineligible"}
    left = match["what"] if match else ""
    for subject in named:
        for name in subject.names:
            left = left.replace(name, "")
    return bool(named) and not any(judged & set(subject.tracks) for subject in named) and len(left) <= 1


def _ponders_closed(said: str, basis: Basis) -> str:
    """The award a sentence names to be thought about although it was found closed to the applicant; "" for none."""
    match = _PONDERED.match(said)
    judged = {track for track, verdict in basis.verdicts.items() if verdict == "ineligible"}
    closed = match and any(judged & set(subject.tracks) for subject in subjects_named(match["what"]))
    return match["what"] if match and closed else ""


def _less_own(said: str, evidence: Evidence) -> str:
    """The text less the words of a claim that the applicant's own facts have (处罚 of one who was punished)."""
    own = tuple(word for word in lexicon().list("claim_words") if word in evidence.own)
    return pattern(own).sub("", said) if own else said


def _of_case(unit: Unit, said: str, evidence: Evidence) -> bool:
    """Whether a sentence speaks of the applicant's case, whose facts judge it, or is put as a remark."""
    if (
        addresses_applicant(said)
        or is_remark(unit.claim, put_as_one=True)
        or states_verdict(said)
        or asks_for_facts(said)
    ):
        return True
    lines = [grams_of(line) for line in evidence.own.split("\n")]
    return any(len(grams_of(segment) & line) >= _TOUCHES for segment in segments(said) for line in lines)


# An open question on a document (怎么分,文件没有写明), not a thing told to be missing.
_OPEN = re.compile(
    r"(?:怎么|怎样|如何|多少|哪|几|是否|能否|多久|多长)[^。;]{0,24}(?:文件|通知|办法|方案|条款|条文|解读)[^,。;]{0,4}(?:没有?|未)[^,。;]{0,4}(?:写|规定|说|提|明确|载)"
)


# 现有文件没有提到奖金数额: a thing told to be missing, judged against the whole of the documents at hand.
_LACKS = re.compile(
    r"(?:文件|通知|办法|方案|资料|解读|公告)(?:里|中|内|全文|正文|也|都|均|并|对此|,)*(?:没有|未|并未|没)[^,。;]{0,3}(?:提到|提及|载明|说明|写明|写到|列明|给出|公布)"
)


def _says_absent(said: str, basis: Basis) -> bool:
    """Whether a sentence says no more than that the documents at hand leave a question open, and they do."""
    if not basis.clauses or not (_OPEN.search(said) or _LACKS.search(said)):
        return False
    whole = {
        each.document: EvidenceClause(each.document, document_text(each.document)) for each in basis.clauses.values()
    }
    evidence = evidence_for(tuple(whole), Basis(whole))
    left, wrong = without_absent(said, evidence)
    rest = re.sub(r"^[,。;]+|[,。;]+$", "", left)
    return not wrong and (not rest or is_remark(rest, put_as_one=True))


# So many bigrams in common with a fact make a stretch speak of it.
_TOUCHES = 2


def _weighs_case(said: str, basis: Basis) -> bool:
    """Whether a sentence weighs the applicant, or, where a verdict is known, speaks of applicant and award at once."""
    at_once = addresses_applicant(said) and (subjects_named(said) or re.search("参评|申报|评选|受理", said))
    # What happened when, and what is still to be told of it, weighs nobody.
    return weighs_applicant(said) or bool(basis.verdicts and at_once and not find_moments(said))


def _tells_clause(said: str, basis: Basis, evidence: Evidence) -> bool:
    """Whether a stretch of the sentence is mostly the wording of a clause at hand, and no more than a fact told."""
    held = frozenset().union(*(grams_of(clause.quote) for clause in basis.clauses.values()), frozenset())
    told = [grams_of(piece) for piece in segments(said) if not told_by_facts(piece, evidence)]
    return any(len(grams) >= TOLD_GRAMS and len(grams & held) >= TOLD_SHARE * len(grams) for grams in told)
