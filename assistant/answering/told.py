"""What a speaker has told, kept as text, so that what is corrected is read afresh with all that follows from it."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from assistant.answering.amending import Mention, mentions
from assistant.answering.restating import telling_of
from assistant.eligibility.narrative.reader import Reading, read_narrative

_JOINT = "。"


@lru_cache(maxsize=128)
def read(text: str, day: date) -> Reading:
    """The reading of a text, kept: one turn asks for it many times."""
    return read_narrative(text, day)


def _unit(one: Mention) -> str:
    """What a span counts; 3次 is never told for 8年."""
    return one.text.rstrip("半")[-1] if one.sort == "span" else ""


@dataclass(slots=True)
class Told:
    """The turns told so far. Relative dates are read as of `base`; those said on another day are written out."""

    base: date
    texts: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    # Facts no words of the text give: bare answers, and corrections whose words could not be found.
    set_apart: dict[str, tuple[object, date]] = field(default_factory=dict)
    taken_back: set[str] = field(default_factory=set)

    def write(self, start: int, end: int, text: str) -> None:
        number, offset = self.turn_at(start)
        told = self.texts[number]
        self.texts[number] = told[: start - offset] + text + told[end - offset :]

    def put_alone(self, statement: str) -> bool:
        """A value alone (说错了，是2015年) for the only one of its sort among the words facts were read from."""
        values = mentions(statement)
        if len(values) != 1:
            return False
        rest = telling_of(statement[: values[0].start] + statement[values[0].end :])
        places: dict[tuple[int, int], int] = {}
        for fact in self.reading().facts.values():
            for one in mentions(fact.quote):
                if one.sort == values[0].sort and one.text != values[0].text and _unit(one) == _unit(values[0]):
                    places[fact.start + one.start, fact.start + one.end] = len(rest & telling_of(fact.quote))
        best = [place for place, shared in places.items() if shared == max(places.values())]
        if len(best) != 1 or (len(places) > 1 and not places[best[0]]):
            return False
        self.write(*best[0], values[0].text)
        return True

    def exchange(self, old: str, new: str) -> bool:
        """Write `new` over the last place where `old` was told; whether there is one."""
        pattern = re.compile(rf"(?<![0-9０-９]){re.escape(old)}")
        for number in range(len(self.texts) - 1, -1, -1):
            found = list(pattern.finditer(self.texts[number]))
            if found:
                told = self.texts[number]
                self.texts[number] = told[: found[-1].start()] + new + told[found[-1].end() :]
                return True
        return False

    def reading(self) -> Reading:
        return read(_JOINT.join(self.texts), self.base)

    def known(self) -> dict[str, object]:
        read: dict[str, object] = {key: fact.value for key, fact in self.reading().facts.items()} if self.texts else {}
        kept = {key: value for key, value in read.items() if key not in self.taken_back}
        return {**kept, **{key: value for key, (value, _) in self.set_apart.items()}}

    def said_on(self) -> dict[str, date]:
        read = self.reading().facts if self.texts else {}
        days = {key: self.days[self.turn_at(fact.start)[0]] for key, fact in read.items()}
        return {**days, **{key: day for key, (_, day) in self.set_apart.items()}}

    def said_in_last(self) -> set[str]:
        """The facts read from the words of the last turn."""
        facts = self.reading().facts if self.texts else {}
        return {key for key, fact in facts.items() if self.turn_at(fact.start)[0] == len(self.texts) - 1}

    def turn_at(self, place: int) -> tuple[int, int]:
        """The number of the turn a place of the whole text lies in, and where that turn begins."""
        begins = 0
        for number, text in enumerate(self.texts):
            if place < begins + len(text) + len(_JOINT) or number == len(self.texts) - 1:
                return number, begins
            begins += len(text) + len(_JOINT)
        return 0, 0
