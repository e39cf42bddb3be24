"""What a set of practices covers of a framework, and the gaps with the question to ask and the evidence to prepare."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.knowledge.dimensions import Framework
from assistant.language.sentences import split_sentences
from assistant.mapping.basis import PRACTICE, Basis, bases
from assistant.mapping.mapper import DimensionMapper, DimensionScore
from assistant.mapping.plain import Known, is_title

# A dimension with fewer practices than this is named as a gap.
_ENOUGH = 1
# A score this low is hardly a likeness.
_WEAK = 0.3
_NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice with the dimensions it speaks to."""

    id: str
    text: str
    dimensions: tuple[DimensionScore, ...]


@dataclass(frozen=True, slots=True)
class MappingResult:
    """`coverage` gives each dimension's share of the practices mapped (further labels count half); shares sum to 1
    where anything is mapped. `gaps` names the dimensions nothing speaks to."""

    framework: Framework
    practices: tuple[Practice, ...]
    coverage: dict[str, float]
    gaps: tuple[dict[str, object], ...]

    def rests_on(self) -> dict[str, tuple[Basis, ...]]:
        """What each dimension that anything speaks to rests on: ways of working first, honours, figures."""
        texts: dict[str, list[str]] = {}
        for practice in self.practices:
            for score in practice.dimensions:
                texts.setdefault(score.name, []).append(practice.text)
        return {one.name: bases(texts[one.name]) for one in self.framework.dimensions if one.name in texts}

    def thin(self) -> dict[str, str]:
        """The dimensions that something speaks to and no way of working, with what they rest on (荣誉或资质和数字)."""
        return {name: "和".join(found) for name, found in self.rests_on().items() if PRACTICE not in found}

    def as_json(self) -> dict[str, object]:
        """The contract's JSON object of `map`."""
        practices = [
            {"id": one.id, "text": one.text, "dimensions": [score.as_json() for score in one.dimensions]}
            for one in self.practices
        ]
        return {"practices": practices, "coverage": self.coverage, "gaps": list(self.gaps)}


def map_practices(rows: Sequence[tuple[str, str]], mapper: DimensionMapper, known: Known = _NOTHING) -> MappingResult:
    """Map practices given as (id, text) and sum up what they cover, by what is known of them: plain rows are mapped to
    nothing, named ones to the nearest dimension at least, doubtful ones to none they are only weakly like."""
    practices = tuple(Practice(identifier, text, _dimensions(text, mapper, known)) for identifier, text in rows)
    weights = {dimension.name: 0.0 for dimension in mapper.framework.dimensions}
    for practice in practices:
        for place, score in enumerate(practice.dimensions):
            weights[score.name] += 1.0 if place == 0 else 0.5
    total = sum(weights.values())
    coverage = {name: round(weight / total, 4) if total else 0.0 for name, weight in weights.items()}
    gaps: tuple[dict[str, object], ...] = tuple(
        {
            "dimension": dimension.name,
            "question": dimension.ask,
            "evidence": list(dimension.evidence),
            "citation": dimension.citations[0].as_json(),
        }
        for dimension in mapper.framework.dimensions
        if weights[dimension.name] < _ENOUGH
    )
    return MappingResult(mapper.framework, practices, coverage, gaps)


def _dimensions(text: str, mapper: DimensionMapper, known: Known) -> tuple[DimensionScore, ...]:
    if text in known.plain:
        return ()
    read = mapper.classify(text)
    if text in known.named:
        return read or mapper.nearest(text)
    return () if text in known.doubtful and read and read[0].score < _WEAK else read


def practice_rows(text: str) -> list[tuple[str, str]]:
    """A free text cut into candidate practices, one a sentence, numbered p1, p2, … Titles, heads of tables and scraps
    are left out."""
    sentences = (sentence.text.strip() for sentence in split_sentences(text))
    kept = [sentence for sentence in sentences if len(re.sub(r"\W", "", sentence)) >= 6 and not is_title(sentence)]
    return [(f"p{number}", sentence) for number, sentence in enumerate(kept, start=1)]
