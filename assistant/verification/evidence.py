"""What a sentence may rest on, read once per set of clauses: texts, numbers, dates and subjects."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from assistant.eligibility.facts import FACTS
from assistant.language.numerals import Quantity, find_quantities
from assistant.language.places import find_places
from assistant.verification.lexicon import read_lists
from assistant.verification.material_lines import apart
from assistant.verification.model import Basis, EvidenceClause, joined
from assistant.verification.moments import Moment, find_moments
from assistant.verification.passing import passing
from assistant.verification.plain import flat, segments
from assistant.verification.statements import Statement, statements_of
from assistant.verification.subjects import Context, Subject, context, document_text, subjects
from assistant.verification.withheld import without_orders

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """The text a sentence cites (`text`), what stands above it (`setting`), and what was read from the text.

    `own` is the applicant's part of the text. `statements` are what the quotes state, with the authored wordings of
    each; empty where a quote has none.
    """

    text: str
    statements: tuple[Statement, ...]
    setting: str
    documents: frozenset[str]
    contexts: tuple[Context, ...]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    segments: tuple[str, ...]
    digits: frozenset[str]
    years: frozenset[int]
    subjects: tuple[Subject, ...] = field(repr=False)
    around: str = ""
    own: str = ""
    personal: bool = False

    @property
    def everything(self) -> str:
        """Text and setting, for words a sentence may use of either."""
        return f"{self.text}\n{self.setting}"


@passing(maxsize=256)
def evidence_for(tokens: tuple[str, ...], basis: Basis) -> Evidence:
    """The evidence behind `tokens` (those that exist), with the facts and the material where `m` is cited."""
    clauses = tuple(basis.clauses[token] for token in tokens if token in basis.clauses)
    material = apart(without_orders(basis.material)) if "m" in tokens or not clauses else ""
    if not basis.facts and not material:
        return _of_notices(clauses)
    return _evidence(clauses, facts_of(basis), told_facts(basis.facts), material)


@lru_cache(maxsize=512)
def _of_notices(clauses: tuple[EvidenceClause, ...]) -> Evidence:
    """The evidence of clauses alone, which lasts: no applicant's word is in it."""
    return _evidence(clauses, "", "", "")


def _evidence(clauses: tuple[EvidenceClause, ...], facts: str, told: str, material: str) -> Evidence:
    quotes = [flat(clause.quote) for clause in clauses]
    contexts = tuple(context(clause.document, clause.quote) for clause in clauses)
    documents = frozenset(clause.document for clause in clauses)
    ours = tuple(subject for subject in subjects() if subject.document in documents)
    text = joined([*quotes, facts, flat(material)])
    titles = [_head(document) for document in sorted(documents)]
    around = joined([c.around for c in contexts])
    setting = joined([around, *(c.text for c in contexts), *titles, *(n for s in ours for n in (*s.names, *s.places))])
    return Evidence(
        text=text,
        statements=statements_of(clauses),
        setting=setting,
        documents=documents,
        contexts=contexts,
        years=frozenset(int(year) for title in titles for year in _YEAR.findall(title)),
        subjects=ours,
        around=around,
        own=joined([facts, told, flat(material)]),
        personal=bool(facts or material),
        **_read(text),
    )


@passing(maxsize=256)
def with_text(evidence: Evidence, more: tuple[str, ...]) -> Evidence:
    """The same evidence with more lines of text."""
    text = joined([evidence.text, *more])
    return replace(evidence, text=text, **_read(text))


def _read(text: str) -> dict[str, Any]:
    """The figures, dates and stretches of a text of several lines."""
    lines = text.split("\n")
    return {
        "quantities": tuple(q for part in lines for q in find_quantities(part)),
        "moments": tuple(m for part in lines for m in find_moments(part)),
        "segments": tuple(s for part in lines for s in _joined_segments(part)),
        "digits": frozenset(_DIGITS.findall(text)),
    }


def _joined_segments(text: str) -> list[str]:
    """Segments, with one that opens with 或 or 并 joined to the one whose negation or modal word governs it."""
    found: list[str] = []
    for segment in segments(text):
        if found and segment.startswith(("或", "以及", "及")):
            found[-1] += segment
        else:
            found.append(segment)
    return found


@lru_cache(maxsize=16)
def _head(document: str) -> str:
    """The opening of a document (number, issuer, title) and its signature date, flat."""
    text = flat(document_text(document))
    number = re.findall(r"[一-鿿]{2,8}〔\d{4}〕\d+号", text[:400])
    dates = re.findall(r"20\d\d年\d{1,2}月\d{1,2}日", text)
    return joined([re.split(r"[:。]", text[:160])[0], *number[:1], *dates])


def told_facts(facts: Mapping[str, object]) -> str:
    """The facts as a person reads them (不具有独立法人资格), one a line: words a sentence on the applicant may use."""
    known = [(FACTS[key], value) for key, value in facts.items() if key in FACTS and not isinstance(value, dict)]
    lines = [spec.tell(item) for spec, value in known for item in (value if isinstance(value, list) else [value])]
    worded = [line for key, value in facts.items() if value for line in _wordings(key, value)]
    return "\n".join(flat(line) for line in (*lines, *worded, *_provincial_awards(facts)))


def _wordings(key: str, value: object) -> tuple[str, ...]:
    """How else sentences tell a fact that is given, by its key and by its value."""
    return (*_worded()["worded"].get(key, ()), *_worded()["worded_values"].get(key, {}).get(str(value), ()))


@lru_cache(maxsize=1)
def _worded() -> dict[str, Any]:
    return read_lists("own_facts.yaml")


@passing(maxsize=16)
def facts_of(basis: Basis) -> str:
    """`facts_text` of what a text rests on."""
    return facts_text(basis.facts)


def facts_text(facts: Mapping[str, object]) -> str:
    """The values of the facts as one flat text, one a line, dates also in Chinese."""
    return "\n".join(flat(line) for key, value in facts.items() for line in _fact(key, value))


def _provincial_awards(facts: Mapping[str, object]) -> list[str]:
    """The award of its own province that an applicant with a provincial quality award has."""
    cities = (str(value) for key, value in facts.items() if key.endswith("_city"))
    provinces = {mention.place.province for city in cities for mention in find_places(city)}
    won = facts.get("won_provincial_quality_award") is True
    return [f"{province}质量奖" for province in sorted(provinces)] if won else []


def _fact(key: str, value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [line for name, item in value.items() for line in _fact(str(name), item)]
    if isinstance(value, list | tuple):
        return [line for item in value for line in _fact(key, item)]
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, int | float):
        unit = "年" if key.endswith("years") else "人" if key.endswith("employees") or key == "employee_count" else ""
        unit = "岁" if key == "age" else "次" if key.endswith("_count") and not unit else unit
        return [f"{value:g}{unit}"]
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", str(value))
    if match:
        return ["".join(f"{int(part)}{mark}" for part, mark in zip(match.groups(), "年月日", strict=True) if part)]
    return [str(value)]
