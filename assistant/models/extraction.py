"""Facts proposed by the model, accepted only where their quoted words say so to the rule-based reader as well.

A reading the two do not share is returned as a question to the person, never averaged and never taken.
"""

import threading
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.eligibility.facts import FACTS, as_json, parse_facts
from assistant.eligibility.narrative.notebook import ReadFact
from assistant.eligibility.narrative.reader import Reading, read_narrative
from assistant.errors import FactsError
from assistant.language.places import find_places
from assistant.models.client import LanguageModel
from assistant.models.completion import Usage
from assistant.models.consent import ConsentStore
from assistant.models.privacy import sendable_text
from assistant.models.prompts import load_prompt

_SHORTEST_QUOTE, _LONGEST_QUOTE, _LONGEST_VALUE = 4, 300, 60


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to ask: the model's reading, the rules' reading (None = none) and the words both point to."""

    key: str
    proposed: object
    read: object
    quote: str

    @property
    def question(self) -> str:
        """The question as one Chinese sentence."""
        spec = FACTS[self.key]
        told = f"“{self.quote}”"
        if self.read is None:
            return f"材料中{told}是否表示：{spec.tell(self.proposed)}？请确认。"
        return f"材料中{told}可以读作“{spec.tell(self.read)}”，也可以读作“{spec.tell(self.proposed)}”。请确认是哪一种。"


@dataclass(frozen=True, slots=True)
class Proposal:
    """`facts` both readers agree on, each with its span of the text; `doubts` to ask; `origin` for the record."""

    facts: Mapping[str, ReadFact]
    doubts: tuple[Doubt, ...]
    origin: str
    usage: Usage


def propose_facts(
    model: LanguageModel,
    text: str,
    *,
    as_of: date,
    consents: ConsentStore,
    cancel: threading.Event | None = None,
) -> Proposal:
    """Read a self-description with the model and by rule. Raises ModelError where it may not be sent or fails."""
    consents.require(model.host)
    sent = sendable_text(text, as_of).text
    done = model.complete(load_prompt("extract"), {"text": sent, "keys": _keys()}, cancel=cancel)
    ruled = read_narrative(text, as_of)
    facts: dict[str, ReadFact] = {}
    doubts: list[Doubt] = []
    for row in done.data["facts"]:
        agreed = _judged(row["key"], row["value"], row["quote"], text, as_of, ruled)
        if isinstance(agreed, Doubt):
            doubts.append(agreed)
        elif agreed is not None:
            facts.setdefault(agreed.key, agreed)
    return Proposal(facts, tuple(dict.fromkeys(doubts)), done.origin, done.usage)


def _judged(key: str, value: object, quote: str, text: str, as_of: date, ruled: Reading) -> ReadFact | Doubt | None:
    """The fact where both readers agree, a doubt where they do not, None for what the text does not hold."""
    start = text.find(quote)
    length = len(_bare(quote))
    if key not in FACTS or not _SHORTEST_QUOTE <= length <= _LONGEST_QUOTE or start < 0 or value is None:
        return None
    try:
        proposed = as_json(parse_facts({key: value})[key])
    except FactsError:
        return None
    if FACTS[key].type == "text" and not _told_by(key, str(value), quote):
        return None
    whole, alone = ruled.facts.get(key), read_narrative(quote, as_of).facts.get(key)
    if whole is not None and _plain(key, whole.value) == proposed and _overlap(whole, start, start + len(quote)):
        # The words around the quote count as well (近五年没有事故，也没有违法行为), and the rules have read them.
        return ReadFact(key, whole.value, start, start + len(quote), quote)
    values = [_plain(key, reading.value) for reading in (whole, alone) if reading is not None]
    if any(value != proposed for value in values):
        other = next(value for value in values if value != proposed)
        return Doubt(key, proposed, other, quote)
    if alone is not None:
        return ReadFact(key, alone.value, start, start + len(quote), quote)
    return Doubt(key, proposed, None, quote)


def _told_by(key: str, value: str, quote: str) -> bool:
    """Whether a text of the model's may be shown: it stands in its quote, or is the name of a place where one is asked.

    Anything else would be the model's own words on the page, under the name of a fact.
    """
    bare = _bare(value)
    if not bare or len(bare) > _LONGEST_VALUE:
        return False
    return bare in _bare(quote) or (bool(FACTS[key].place) and _is_place(value.strip()))


def _is_place(name: str) -> bool:
    return any((mention.start, mention.end) == (0, len(name)) for mention in find_places(name))


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def _plain(key: str, value: object) -> object:
    return as_json(parse_facts({key: value})[key])


def _overlap(fact: ReadFact, start: int, end: int) -> bool:
    return fact.start < end and start < fact.end


def _keys() -> str:
    """The facts that may be proposed: key, label and the values it takes."""
    rows = []
    for key, spec in FACTS.items():
        values = "、".join(f"{name}={label}" for name, label in spec.values)
        rows.append(f"- {key}：{spec.label}（{spec.type}{'，' + values if values else ''}）")
    return "\n".join(rows)
