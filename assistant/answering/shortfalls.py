"""What a question names that the notices do not hold: another edition, a number never written, a sum, a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answering.amounts import unwritten_sums
from assistant.answering.editions import Editions
from assistant.answering.known import Known
from assistant.answering.naming import AwardNames
from assistant.answering.question import Question
from assistant.answering.spread import Spread
from assistant.answering.turns import seats
from assistant.language.places import Place

# The number of a standard (GJB 9001C).
# 2019年用哪个办法: the rules of a year.
_RULES_OF = re.compile(r"(20\d\d)年[^，。？?]{0,12}(?:办法|规定|文件|通知)")
_CODE = re.compile(r"[A-Z]{2,}(?:/[A-Z]+)?\s?\d{3,}[A-Z]?")


@dataclass(frozen=True)
class Shortfalls:
    """Sentences that say so, each for one thing not held."""

    known: Known
    editions: Editions
    names: AwardNames
    spread: Spread

    def told(self, asked: Question) -> list[str]:
        """All of them for one question: editions first, then numbers, sums and places."""
        found = [*self._editions(asked), *self._codes(asked), *self._sums(asked), *self._places(asked)]
        return [*found, *self.elsewhere(asked)]

    def elsewhere(self, asked: Question) -> list[str]:
        """That the place an applicant is in is none that the awards asked about, or any held, cover."""
        awards = [self.known.awards[award] for award in asked.awards or self.known.awards]
        if not self.known.cues.has("applying", asked.text) or not any(award.region for award in awards):
            return []
        # One seat, however it is told of (西安的开发区). A county of two cities, or a country, says nothing.
        named = {(one.place.province, one.place.city): one for one in reversed(seats(asked.text)) if one.place.province}
        if any(_covers(award.region, one.place) for one in named.values() for award in awards):
            return []
        areas = "；".join(f"{award.name}面向{award.region}" for award in self.known.awards.values() if award.region)
        held = "、".join(award.name for award in awards) if asked.awards else self.known.messages["awards_held"]
        told = self.known.messages["elsewhere"]
        return [told.format(place=one.text, award=held, areas=areas) for one in reversed(named.values())]

    def _editions(self, asked: Question) -> Iterator[str]:
        """One for every award of which the question names an edition that the library does not hold."""
        lacking: dict[tuple[str, str, str], list[str]] = {}
        for award in (self.known.awards[identifier] for identifier in asked.awards):
            edition = self.editions.lacking(award.id, asked.text)
            if edition:
                kind = "edition_standing" if award.timeliness.standing else "edition_lacking"
                titles = lacking.setdefault((kind, edition, award.name.split("（")[0]), [])
                titles.append(self.known.title(award.document))
        yield from self._rules(asked)
        for (kind, edition, name), titles in lacking.items():
            yield self.known.messages[kind].format(edition=edition, award=name, title="和".join(dict.fromkeys(titles)))

    def _rules(self, asked: Question) -> Iterator[str]:
        """One for the rules of a year that no notice asked about so much as mentions."""
        awards = [self.known.awards[award] for award in asked.awards or self.known.awards]
        documents = [self.known.library.document(one) for one in dict.fromkeys(award.document for award in awards)]
        held = "".join(f"{one.text}{one.number}{one.date} " for one in documents)
        for year in _RULES_OF.findall(asked.text):
            # Not the year of a standard's number (DB14/T1463-2017).
            if f"{year}年" not in held and f"〔{year}〕" not in held and f"{year}-" not in held:
                yield self.known.messages["rules_lacking"].format(year=year)

    def _codes(self, asked: Question) -> Iterator[str]:
        """One naming every standard or document number that no notice and no fact sheet knows."""
        codes = dict.fromkeys(re.sub(r"\s", "", code) for code in _CODE.findall(asked.text))
        unheard = [code for code in codes if code not in self.known.codes]
        if unheard:
            yield self.known.messages["unheard"].format(code="、".join(unheard))

    def _sums(self, asked: Question) -> Iterator[str]:
        documents = self.spread.documents(asked.awards or tuple(self.known.awards))
        texts = [self.known.library.document(one).text for one in documents]
        for amount in unwritten_sums(asked.text, texts, self.known.cues):
            yield self.known.messages["unheard_amount"].format(amount=amount)

    def _places(self, asked: Question) -> Iterator[str]:
        for place in self.names.beside(asked.text):
            yield self.known.messages["place_not_held"].format(place=place)


def _covers(region: str, place: Place) -> bool:
    """Whether a place lies in a region (陕西省宝鸡市; 甘肃省), or may: a province holds the cities of its own."""
    if place.city and place.city in region:
        return True
    return bool(place.province) and (region == place.province or (not place.city and place.province in region))
