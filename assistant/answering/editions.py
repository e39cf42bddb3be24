"""Several notices of one award: the edition a question means, else the newest."""

import re
from collections.abc import Mapping, Sequence

from assistant.documents.model import Document
from assistant.knowledge.awards import Award
from assistant.library.store import Library

_YEAR = re.compile(r"20\d\d(?=\s*年)")
_SESSION = re.compile(r"第[一二三四五六七八九十\d]{1,3}届")


class Editions:
    """Chooses among awards of one name. `awards` may hold several, each resting on a notice of its own."""

    def __init__(self, awards: Mapping[str, Award], library: Library) -> None:
        self._awards = awards
        self._documents: dict[str, Document] = {document.id: document for document in library.documents()}

    def meant(self, named: Sequence[str], question: str) -> tuple[str, ...]:
        """The awards named, each by the one edition meant: that of the year or session (第四届) the question names,
        else the one whose notice is newest. Order is kept."""
        chosen = (self._edition(award, question) for award in named)
        return tuple(dict.fromkeys(chosen))

    def _edition(self, award_id: str, question: str) -> str:
        name = self._awards[award_id].name
        group = [award.id for award in self._awards.values() if award.name == name]
        if len(group) == 1:
            return award_id
        for word in (*_SESSION.findall(question), *_YEAR.findall(question)):
            of_word = [award for award in group if word in self._label(award)]
            if of_word:
                return max(of_word, key=self._date)
        return max(group, key=self._date)

    def _document(self, award_id: str) -> Document | None:
        return self._documents.get(self._awards[award_id].document)

    def _date(self, award_id: str) -> str:
        document = self._document(award_id)
        return document.date if document else ""

    def _label(self, award_id: str) -> str:
        document = self._document(award_id)
        return f"{document.title} {document.date} {document.edition}" if document else ""
