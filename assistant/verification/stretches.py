"""A unit cut into stretches, each with the evidence it rests on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.verification.absence import without_absent
from assistant.verification.claims import claims_something
from assistant.verification.derived import compared
from assistant.verification.dimensions import without_dimension
from assistant.verification.editing import edited
from assistant.verification.evidence import Evidence, evidence_for
from assistant.verification.model import Basis, Reason, Unit
from assistant.verification.names import subjects_named
from assistant.verification.parts import narrowed
from assistant.verification.phrasing import plainly
from assistant.verification.plain import flat
from assistant.verification.referral import without_referral
from assistant.verification.subjects import subjects
from assistant.verification.terms import check_source
from assistant.verification.verdicts import without_verdict


def stretches(unit: Unit, basis: Basis) -> Iterator[tuple[str, Evidence, list[Reason]]]:
    """What of a unit rests on which evidence, with findings on what it says is not there."""
    trailing = len(unit.parts) > 1 and not unit.text.rstrip("。；;，,！! ").endswith(("]", "】", "］"))
    for text, own in _led_in(unit, basis):
        if trailing and text == unit.parts[-1][0] and not claims_something(replace(unit, claim=text, tokens=())):
            continue  # …[c3],建议您直接咨询: advice behind the last token rests on nothing.
        tokens = unit.tokens if _spans_documents(text, unit, basis) else own
        if "m" in unit.tokens and tokens and "m" not in tokens and not basis.facts:
            tokens = (*tokens, "m")  # What explains a practice by a clause speaks of the practice as well.
        cited_documents = [basis.clauses[token].document for token in tokens if token in basis.clauses]
        plain = without_referral(plainly(_OPENING.sub("", flat(text))), cited_documents)
        sources: list[Reason] = []
        if basis.facts and "m" not in unit.tokens:
            cited = tuple(basis.clauses[token] for token in tokens if token in basis.clauses)
            sources = list(check_source(without_verdict(plain), cited, tuple(basis.clauses.values())))
        if set(tokens) == {"m"} or (basis.material and not basis.facts):
            plain = edited(plain, basis.material)
        if basis.material and basis.clauses:
            plain = without_dimension(plain)
        own_words = without_verdict(_APPLICANT.sub("", plain)) if basis.verdicts or basis.facts else plain
        own_words, apart = compared(own_words, tuple(basis.clauses[t] for t in tokens if t in basis.clauses))
        left, stated = without_absent(own_words, evidence_for(tokens, basis))
        found = [*sources, *apart, *stated]
        for said, evidence in narrowed(left, tokens, basis):
            yield said, evidence, found
            found = []


# 个人申报有个容易漏的手续: what only says that something follows.
_OPENING = re.compile(
    r"^[^,。;:]{0,10}(?:有个|有一[个点处条]|还有一[点条]|要注意的|要提醒的|提醒一[点句]|顺带说一[下句]|补充一[点句])[^,。;:]{0,14}[:,]"
)
# 甄教授申报…“专家学者”类,判定为符合: who applies for what is told by the verdict.
_APPLICANT = re.compile(
    r"^[一-鿿]{2,6}(?:申报|报)[^,。;]{4,30}(?:类|奖)”?(?:类|的)?,(?=[^,。;]{0,6}(?:判定|结论|核对))"
)
_LEAD = re.compile(r"[^：:。；;]{2,24}[：:]")


def _led_in(unit: Unit, basis: Basis) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parts of a unit; an opening up to a colon that names places of several documents rests on those as well."""
    for text, own in unit.parts:
        lead = _LEAD.match(text)
        named = _places_named(lead.group(), basis) if lead else set()
        if lead and len(named) > 1:
            more = (token for token, clause in basis.clauses.items() if clause.document in named)
            yield lead.group(), tuple(dict.fromkeys((*own, *more)))
            text = text[lead.end() :]
        yield text, own


def _places_named(text: str, basis: Basis) -> set[str]:
    """The documents at hand whose place a stretch names."""
    held = {clause.document for clause in basis.clauses.values()}
    return {each.document for each in subjects() if each.document in held and any(p in text for p in each.places)}


def _spans_documents(text: str, unit: Unit, basis: Basis) -> bool:
    """Whether a stretch speaks of awards of several of the documents that the sentence cites."""
    cited = {basis.clauses[token].document for token in unit.tokens if token in basis.clauses}
    return len({subject.document for subject in subjects_named(flat(text))} & cited) > 1
