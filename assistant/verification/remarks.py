"""How likely a sentence claims something, weighed by weights learned from remarks and claims in one and the same tone.

A remark (advice, comfort, a lead-in, a question) needs no clause. Word lists cannot tell it from a claim that is put as
advice, so weights on words, their kinds and pairs do (corpus/verification/remarks.json, fitted by
`python -m evaluations.lies.remarks`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.verification.learned import probability, read_weights
from assistant.verification.lexicon import CORPUS
from assistant.verification.passing import lasting
from assistant.verification.plain import flat
from assistant.verification.tagging import tagged

WEIGHTS = CORPUS / "verification" / "remarks.json"


@dataclass(frozen=True, slots=True)
class RemarkWeights:
    """Weights per feature, and below which probability a sentence is taken as a remark.

    `put_as_one` where it is worded as one (请…, 建议…), `surely` whatever words it uses, `remark` for the rest.
    """

    weights: Mapping[str, float]
    intercept: float
    remark: float
    put_as_one: float
    surely: float

    def probability(self, said: str) -> float:
        """How likely a flat sentence claims something, between 0 and 1."""
        return probability(self.intercept + sum(self.weights.get(name, 0.0) for name in features_of(said)))


@lru_cache(maxsize=1)
def remark_weights() -> RemarkWeights:
    """The stored weights; KnowledgeError naming the file where it is missing or malformed."""
    return read_weights(WEIGHTS, lambda raw: RemarkWeights(**raw))


def features_of(said: str) -> frozenset[str]:
    """Words, their kinds, pairs of both, pairs of characters, and how the sentence begins and ends; digits alike."""
    plain = re.sub(r"\d+", "0", said)
    words = tagged(plain)
    pairs = list(pairwise(words))
    found = {f"^{plain[:1]}", f"^{plain[:2]}", f"{plain[-2:]}$"}
    found |= {word for word, _ in words}
    found |= {f"{one}|{other}" for (one, _), (other, _) in pairs}
    found |= {f"/{one}|{other}" for (_, one), (_, other) in pairs}
    return frozenset(found | {f"*{plain[at : at + 2]}" for at in range(len(plain) - 1)})


@lasting(maxsize=4096)
def is_remark(sentence: str, *, put_as_one: bool = False) -> bool:
    """Whether a sentence (as written, without tokens) is taken as a remark; `put_as_one` by how it begins (建议…)."""
    weights = remark_weights()
    return weights.probability(flat(sentence)) < (weights.put_as_one if put_as_one else weights.remark)


@lasting(maxsize=4096)
def surely_remark(sentence: str) -> bool:
    """Whether a sentence (as written, without tokens) is surely a remark."""
    return remark_weights().probability(flat(sentence)) < remark_weights().surely
