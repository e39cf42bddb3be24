"""How well the facts read match the labelled ones, key by key.

A key is right where value and label agree. Keys the vocabulary calls a hint, and those a label writes only where the
award asks for them (derivable from what is labelled), are left out of the sums.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from evaluations.narratives.measure import UNJUDGED as NARRATED_UNJUDGED
from evaluations.report import Row

UNJUDGED = NARRATED_UNJUDGED | {"established_date"}


@dataclass(slots=True)
class KeyTally:
    """Counts by key: read, labelled, and agreeing in value."""

    read: Counter[str] = field(default_factory=Counter)
    labelled: Counter[str] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)

    def add(self, values: Mapping[str, Any], labels: Mapping[str, Any]) -> None:
        """Count one case."""
        for key in {*values, *labels} - UNJUDGED:
            self.read[key] += key in values
            self.labelled[key] += key in labels
            self.agreed[key] += key in values and key in labels and str(values[key]) == str(labels[key])

    def rows(self) -> Iterable[Row]:
        """Recall and precision over all keys, then every key whose F1 is below 1, worst first."""
        yield Row("事实·召回", self.agreed.total(), self.labelled.total())
        yield Row("事实·精确", self.agreed.total(), self.read.total())
        for key in sorted({*self.read, *self.labelled}, key=lambda key: (self.f1(key), key)):
            if self.f1(key) < 1:
                yield Row(f"事实 F1·{key}", 2 * self.agreed[key], self.read[key] + self.labelled[key])

    def f1(self, key: str) -> float:
        """Twice the agreeing readings over readings and labels together."""
        both = self.read[key] + self.labelled[key]
        return 2 * self.agreed[key] / both if both else 1.0
