"""What a sentence on the applicant makes of a clause's terms: which of them suffice, and how far they reach.

The patterns are in corpus/verification/terms.yaml. A row finds where one clause cited matches `clause`, none matches
`lacks`, and the sentence matches `says` and not `unless`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from assistant.language.places import find_places
from assistant.verification.alignment import NEGATOR, grams_of
from assistant.verification.lexicon import lexicon, pattern, read_lists
from assistant.verification.model import EvidenceClause, Reason
from assistant.verification.plain import compiled, flat, segments
from assistant.verification.subjects import subjects

_SUFFICES = re.compile(
    r"(?:一[条项样个]|其一|任一|任意一[条项])(?:条件)?(?:就(?:行|可以|可|够|成|算)|即可|便可|足矣)|[有居]其一|有一个(?:体系)?(?:通过|就|即)"
)
_EITHER = re.compile(r"或|之一|任一|任何")
_WAIVED = re.compile(r"(?:不(?:再|另|作|做)?要求|无需|无须|不必|不用|不需要|不看)([^,。;]{3,14})")
_LET = re.compile(r"(?:允许|准许|不禁止|不限制|不排除)([^,。;]{4,16})")
_UNDER = re.compile(r"(?:未被?|没有|无(?!论|锡)|不得|不予|不再)(.{4,16})")
_CLOSED = re.compile(r"(?:仅限于?|只限于?|限于|只收|只有|只面向|只包括)([^,。;“”]{3,40})")
# A clause asks for what is waived when it has so much of the words.
_SHARE = 0.6


def check_terms(said: str, clauses: tuple[EvidenceClause, ...]) -> Iterator[Reason]:
    """A term of the cited clauses that the sentence turns: one of several suffices, one is waived, one is let pass."""
    quotes = [flat(clause.quote) for clause in clauses]
    for rule in _rows() if quotes else ():
        if _matches(rule, said, quotes):
            yield Reason("condition", f"句中“{compiled(rule['says']).search(said).group()[:24]}”与所引条款不一致")  # type: ignore[union-attr]
            return
    yield from _places(said, clauses)
    theirs = [piece for quote in quotes for piece in segments(quote)]
    pieces = segments(said)
    for at, piece in enumerate(pieces):
        turned = _sufficing(pieces, at, theirs) or _waived(piece, theirs) or _let(piece, theirs)
        fault = turned or _listed(piece, quotes)
        if fault:
            yield Reason("condition", f"句中“{fault[:24]}”与所引条款不一致")
            return


def _places(said: str, clauses: tuple[EvidenceClause, ...]) -> Iterator[Reason]:
    """A place told as the clause's that is none of its places."""
    known = _provinces(clauses)
    for piece in segments(said) if known else ():
        if not _OF_RULE.search(piece) or _OF_APPLICANT.search(piece):
            continue
        for mention in find_places(piece):
            if mention.place.province not in known:
                yield Reason("place", f"所引条款说的不是“{mention.text}”")
                return


@lru_cache(maxsize=512)
def _provinces(clauses: tuple[EvidenceClause, ...]) -> frozenset[str]:
    """The provinces of the places that the clauses and the names of their awards tell."""
    documents = {clause.document for clause in clauses}
    texts = [flat(clause.quote) for clause in clauses]
    texts += [subject.names[0] for subject in subjects() if subject.document in documents]
    return frozenset(mention.place.province for text in texts for mention in find_places(text))


_OF_RULE = re.compile(r"条件|条款|条文|要求|规定|办法|方案|通知|面向|限于|范围")
_OF_APPLICANT = re.compile(r"[贵您]|公司|单位|不(?:在|是|属|符|满)|达不到|没有")


# So much of another clause at hand, and nothing of the one cited, is a clause cited wrongly.
_OTHERS, _INCIDENTAL = 4, 1
_NOT_THERE = re.compile(
    r"没有?(?:写|规定|要求|提|列|设)|未(?:写|规定|作|列|提)|没有[^,。]{0,20}(?:说法|规定|要求|条款)"
)


def check_source(said: str, cited: tuple[EvidenceClause, ...], at_hand: tuple[EvidenceClause, ...]) -> Iterator[Reason]:
    """A stretch that tells another clause than the one it cites."""
    for subject in subjects():
        for name in subject.names:
            said = said.replace(name, "")
    # Which category is spoken of says nothing of a clause.
    said = pattern(tuple(word for words in lexicon().words["tracks"].values() for word in words)).sub("", said)
    ours = grams_of(re.sub(r"申报条件|参评条件|符合条件|这一类", "", said))
    if not cited or _NOT_THERE.search(said):
        return
    shared = max(len(ours & grams_of(clause.quote)) for clause in cited)
    others = [len(ours & grams_of(clause.quote)) for clause in at_hand if clause not in cited]
    if shared <= _INCIDENTAL and max(others, default=0) >= shared + _OTHERS:
        yield Reason("citation", f"句中“{said[:20]}”说的是另一条款，不是所引条款")


@lru_cache(maxsize=1)
def _rows() -> tuple[dict[str, Any], ...]:
    return read_lists("terms.yaml")["terms"]  # type: ignore[no-any-return]


def _matches(rule: dict[str, Any], said: str, quotes: list[str]) -> bool:
    return (
        any(compiled(rule["clause"]).search(quote) for quote in quotes)
        and not ("lacks" in rule and any(compiled(rule["lacks"]).search(quote) for quote in quotes))
        and bool(compiled(rule["says"]).search(said))
        and not ("unless" in rule and compiled(rule["unless"]).search(said))
    )


def _sufficing(pieces: list[str], at: int, theirs: list[str]) -> str:
    """One of several is said to suffice where the clause leaves no choice."""
    found = _SUFFICES.search(pieces[at])
    if found is None or NEGATOR.search(pieces[at][: found.start()]):
        return ""
    ours = grams_of("".join(pieces[max(at - 1, 0) : at + 1]))
    home = max(theirs, key=lambda piece: len(ours & grams_of(piece)), default="")
    shared = len(ours & grams_of(home))
    return found.group() if shared >= 2 and not _EITHER.search(home) else ""


def _waived(piece: str, theirs: list[str]) -> str:
    """Something the clause asks for is said not to be asked for."""
    found = _WAIVED.search(piece)
    ours = grams_of(re.sub(r"必须|须|要|是否|具有|具备", "", found[1])) if found else frozenset()
    if found is None or len(ours) < 2:
        return ""
    asked = (each for each in theirs if not NEGATOR.search(each))
    return found.group() if any(len(ours & grams_of(each)) >= max(2, _SHARE * len(ours)) for each in asked) else ""


def _let(piece: str, theirs: list[str]) -> str:
    """Something the clause denies or bars is said to be let pass."""
    found = _LET.search(piece)
    if found is None or NEGATOR.search(piece[: found.start()]):
        return ""
    deed = grams_of(found[1])
    scopes = (scope[1] for each in theirs for scope in _UNDER.finditer(each))
    return found.group() if any(len(deed & grams_of(scope)) >= 2 for scope in scopes) else ""


def _listed(piece: str, quotes: list[str]) -> str:
    """A member of a closed list (仅限小学、高中) that stands beside the clause's own and is none of them."""
    found = _CLOSED.search(piece)
    members = [each for each in re.split(r"、|以及|[和与及]", found[1]) if each] if found else []
    stems = [each[:1] if re.match("[A-Z]", each) else each[:2] for each in members]
    held = [any(stem in quote for quote in quotes) for stem in stems]
    strange = [stem for stem, known in zip(stems, held, strict=True) if not known]
    return strange[0] if len(members) > 1 and len(strange) == 1 else ""
