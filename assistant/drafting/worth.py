"""What a sentence of the material is worth in a profile: names, results, mechanism, diffusion, standards."""

from collections.abc import Mapping

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Practice

NAMES, RESULTS, DIFFUSION, STANDARDS, MECHANISM = 1, 2, 4, 8, 16
BALANCED: dict[str, float] = {"name": 4.0, "result": 4.0, "mechanism": 1.2, "diffusion": 2.5, "standard": 1.5}
# What is spent on quality tells little, yet more than an empty line.
_INVESTMENT = 0.8


def worth(practice: Practice, weights: Mapping[str, float]) -> tuple[float, int]:
    """What a sentence tells by these weights, and which aspects of it, as bits."""
    lexicon = load_lexicon("practices")
    changes = sum(1 for result in practice.results if result.before)
    mechanism = min(3, len(lexicon.patterns["mechanism"].findall(practice.text)))
    told = {
        NAMES: weights["name"] * min(2, len(practice.names)),
        RESULTS: weights["result"] * min(3, changes) + 0.5 * (len(practice.results) - changes),
        DIFFUSION: weights["diffusion"] * any(lexicon.has(kind, practice.text) for kind in ("diffusion", "spread")),
        STANDARDS: weights["standard"] * lexicon.has("standard", practice.text),
        MECHANISM: weights["mechanism"] * mechanism,
    }
    value = (
        sum(told.values())
        + _INVESTMENT * lexicon.has("investment", practice.text)
        + 0.3 * min(3, len(lexicon.patterns["practice"].findall(practice.text)))
    )
    # A figure that nothing changed into (what was sold in a year) speaks of no result of the work.
    spoken = [aspect for aspect, worth in told.items() if worth > 0 and (aspect != RESULTS or changes)]
    return value, sum(spoken)
