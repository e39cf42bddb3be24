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

# The number of a standard (GJB 9001C).
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
        return [*self._editions(asked), *self._codes(asked), *self._sums(asked), *self._places(asked)]

    def _editions(self, asked: Question) -> Iterator[str]:
        """One for every award of which the question names an edition that the library does not hold."""
        lacking: dict[tuple[str, str, str], list[str]] = {}
        for award in (self.known.awards[identifier] for identifier in asked.awards):
            edition = self.editions.lacking(award.id, asked.text)
            if edition:
                kind = "edition_standing" if award.timeliness.standing else "edition_lacking"
                titles = lacking.setdefault((kind, edition, award.name.split("（")[0]), [])
                titles.append(self.known.title(award.document))
        for (kind, edition, name), titles in lacking.items():
            yield self.known.messages[kind].format(edition=edition, award=name, title="和".join(dict.fromkeys(titles)))

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
