"""How far a sentence strays from every true wording of the statements it tells, by weights learned from examples.

The examples are the authored true wordings (corpus/verification/restatements), each seen without itself, and authored
lies on the same statements (evaluations/lies/cases/statements); `python -m evaluations.lies.divergence` fits the
weights and measures them on statements left out. What is weighed: words and character pairs that no true wording has,
words that the true wordings keep and the sentence drops, pairs of words in turned order, and the findings of the rules.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.verification.alignment import NEGATOR
from assistant.verification.coverage import GAP
from assistant.verification.learned import probability, read_weights
from assistant.verification.lexicon import CORPUS
from assistant.verification.model import Reason
from assistant.verification.numbers import without_numbers
from assistant.verification.passing import lasting
from assistant.verification.plain import content
from assistant.verification.statements import Statement
from assistant.verification.support import Home, names_of_awards
from assistant.verification.tagging import light, tagged

WEIGHTS = CORPUS / "verification" / "divergence.json"
# A word belongs to what a statement keeps when this share of its wordings has it.
KEPT_SHARE = 0.5
# More turned pairs or denials than this say no more.
_MOST = 3
# Whether a title is the document's is judged with quotations.
_TITLE = re.compile(r"《[^《》]*》")
_MARKS = re.compile(rf"[^\w一-鿿%{GAP}]+")


@dataclass(frozen=True, slots=True)
class Weights:
    """Learned weights by feature, and the probabilities from which a sentence is refused or cleared."""

    weights: Mapping[str, float]
    intercept: float
    refused: float
    cleared: float

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely a sentence with these features is false, from 0 to 1."""
        return probability(self.intercept + sum(self.weights.get(name, 0.0) * at for name, at in features.items()))


@lru_cache(maxsize=1)
def load_weights(path: Path = WEIGHTS) -> Weights:
    """The learned weights; KnowledgeError naming the file where it is missing or malformed."""
    return read_weights(path, lambda raw: Weights(raw["weights"], raw["intercept"], raw["refused"], raw["cleared"]))


def features(said: str, homes: Iterable[Home], codes: Iterable[str]) -> dict[str, float]:
    """The features of a flat stretch against the wordings it tells; `codes` are the findings of the rules."""
    told = tuple(dict.fromkeys(each for home in homes for each in home.statements[:2]))
    bare, reference = _bare(said), _reference(told, bool(NEGATOR.search(said)))
    words, body = _words(bare), content(said)
    added = [word for word in words if word not in reference.text]
    pairs = {bare[at : at + 2] for at in range(len(bare) - 1)}
    found = {f"+{word}": 1.0 for word in added}
    found |= {f"*{pair}": 1.0 for pair in pairs if GAP not in pair and pair not in reference.text}
    found |= {f"-{word}": share for word, share in reference.kept.items() if word not in body}
    found |= {f"!{code}": 1.0 for code in codes}
    found["turned"] = float(min(_MOST, _turned(words, reference.orders)))
    found["denials"] = float(min(_MOST, _denials(said, reference)))
    found["added"] = min(10, len(added)) / 2
    return found


@dataclass(frozen=True, slots=True)
class _Reference:
    text: str
    kept: Mapping[str, float]
    orders: frozenset[tuple[str, str]]
    denials: frozenset[int]


@lru_cache(maxsize=2048)
def _reference(told: tuple[Statement, ...], denies: bool) -> _Reference:
    """What the wordings hold; a stretch that denies nothing is held against what they say without denying."""
    wordings = [wording for each in told for wording in each.wordings]
    text = "\n".join(each.vocabulary if denies else each.affirmed for each in told)
    kept: dict[str, float] = {}
    for each in told:
        counts = Counter(word for wording in each.wordings for word in set(_words(_bare(wording))))
        size = len(each.wordings)
        kept |= {word: n / size for word, n in counts.items() if n >= max(2, KEPT_SHARE * size)}
    orders = frozenset(pair for wording in wordings for pair in _orders(_words(_bare(wording))))
    denials = frozenset(len(NEGATOR.findall(wording)) for wording in wordings)
    return _Reference(text, kept, orders, denials)


@lasting(maxsize=16384)
def _bare(said: str) -> str:
    """The characters of a stretch without its figures, titles and names of awards, which rules of their own judge."""
    plain = without_numbers(_TITLE.sub(GAP, said))
    for name in names_of_awards():
        plain = plain.replace(name, GAP)
    return _MARKS.sub("", plain)


@lasting(maxsize=16384)
def _words(bare: str) -> tuple[str, ...]:
    return tuple(word for part in bare.split(GAP) for word, _ in tagged(part))


def _orders(words: tuple[str, ...]) -> set[tuple[str, str]]:
    """The pairs of telling words in which the first stands before the second, each word once."""
    telling = [word for word in words if len(word) > 1 and not light(word)]
    single = [word for word in telling if telling.count(word) == 1]
    return {(a, b) for at, a in enumerate(single) for b in single[at + 1 :]}


def _turned(words: tuple[str, ...], orders: frozenset[tuple[str, str]]) -> int:
    """How many pairs of words stand in an order that the wordings have only the other way round."""
    return sum((b, a) in orders and (a, b) not in orders for a, b in _orders(words))


def _denials(said: str, reference: _Reference) -> int:
    """How far the number of denials is from that of any wording."""
    own = len(NEGATOR.findall(said))
    return min((abs(own - each) for each in reference.denials), default=0)


# Findings on figures, names and whose they are stand whatever the weights say.
WORDED = {
    "unsupported",
    "contrast",
    "opposed",
    "role",
    "scope",
    "qualifier",
    "substituted",
}


def weigh(reasons: list[Reason], said: str, homes: tuple[Home, ...]) -> list[Reason]:
    """The findings that stand: those on wording fall where the weights clear a stretch; one more where they refuse."""
    learned = load_weights()
    likely = learned.probability(features(said, homes, (reason.code for reason in reasons)))
    if likely < learned.cleared:
        return [reason for reason in reasons if reason.code not in WORDED]
    if likely >= learned.refused and not reasons:
        return [Reason("divergent", f"句中“{said[:24]}”与所引条款说的不是一回事")]
    return reasons
