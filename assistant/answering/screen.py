"""The screen: greetings, refusals and questions that are not about quality awards, told before anything is composed."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.answering.answer import Answer, Status
from assistant.answering.cues import Cues
from assistant.answering.evidence import Evidence
from assistant.errors import KnowledgeError

REFUSALS = ("forgery", "injection", "secret")
# Requests another page serves, and greetings: told where to go.
_GUIDED = ("greeting", "drafting", "mapping")
# Exemplars must be this near, and this much nearer than any policy question, before a question is turned away.
_NEAR = 0.5
_MARGIN = 0.04
_STRANGE = 0.32


@dataclass(frozen=True, slots=True)
class Refusal:
    """A wording that is refused, or has a fixed answer of its own, and the wording that spares it. `ask` is what the
    notices are asked in its place, "" where the fixed answer is all."""

    label: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    ask: str = ""


@lru_cache(maxsize=4)
def load_refusals(corpus: Path) -> tuple[Refusal, ...]:
    """corpus/answering/screen.yaml, compiled. Raises KnowledgeError naming the entry that does not compile."""
    return _wordings(corpus / "answering" / "screen.yaml")


@lru_cache(maxsize=4)
def load_guided(corpus: Path) -> tuple[Refusal, ...]:
    """corpus/answering/guided.yaml, compiled likewise."""
    return _wordings(corpus / "answering" / "guided.yaml")


def _wordings(path: Path) -> tuple[Refusal, ...]:
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    refusals = []
    for number, row in enumerate(rows, start=1):
        try:
            unless = re.compile(row["unless"]) if "unless" in row else None
            ask = str(row.get("ask", ""))
            refusals.append(Refusal(row["label"], re.compile(row["pattern"]), unless, ask))
        except (KeyError, re.error) as error:
            raise KnowledgeError(f"{path} 第 {number} 项：{error}。请改正该项的 label、pattern 或 unless。") from error
    return tuple(refusals)


def refused_by_wording(text: str, refusals: tuple[Refusal, ...]) -> str | None:
    """The label of the first refusal whose wording the text has, else None."""
    found = by_wording(text, refusals)
    return found.label if found else None


def by_wording(text: str, wordings: tuple[Refusal, ...]) -> Refusal | None:
    """The first of these whose wording the text has, else None."""
    for one in wordings:
        if one.pattern.search(text) and not (one.unless and one.unless.search(text)):
            return one
    return None


def turned_away(text: str, named: bool, evidence: Evidence, cues: Cues) -> str | None:
    """The label under which a question is turned away by nearness (a refusal, `greeting`, `out_of_scope`), else None.

    A question that names an award is out of scope only where an exemplar is clearly nearer than any policy question.
    """
    label, score = max(evidence.exemplars.items(), key=lambda pair: pair[1], default=("", 0.0))
    nearer = score >= _NEAR and score > max(evidence.best, evidence.asked_anywhere) + _MARGIN
    # Who asks what the rules do about forgery stands near those who ask for one.
    spared = label == "forgery" and cues.has("consequence", text)
    if label == "drafting" and not cues.has("draftable", text):
        # A poem or a love letter is no business of the drafting page.
        label = "out_of_scope"
    if nearer and not spared and label in (*REFUSALS, *_GUIDED, "out_of_scope"):
        return label
    about_awards = named or cues.has("award_words", text)
    if not about_awards and evidence.best < _STRANGE:
        return "out_of_scope"
    return None


_STATUSES = {
    "out_of_scope": Status.OUT_OF_SCOPE,
    "greeting": Status.ANSWERED,
    "drafting": Status.NEEDS_FACTS,
    "mapping": Status.NEEDS_FACTS,
    "weakness": Status.NEEDS_FACTS,
    "unclear": Status.NEEDS_FACTS,
    "stopped": Status.ANSWERED,
    "privacy": Status.ANSWERED,
    "renamed": Status.ANSWERED,
}


def turn_away(label: str, messages: dict[str, str], held: str) -> Answer:
    """The fixed answer of a label given by the screen."""
    status = _STATUSES.get(label, Status.REFUSED)
    return Answer(status, messages[label].format(held=held))
