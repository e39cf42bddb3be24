"""Several notices of one award: the edition a question means, else the newest; and editions the library lacks."""

import re
from collections.abc import Mapping, Sequence

import cn2an

from assistant.answering.cues import Cues
from assistant.documents.model import Document
from assistant.knowledge.awards import Award
from assistant.library.store import Library

_YEAR = re.compile(r"20\d\d(?=\s*年)")
_NUMBERED = r"第\s*([一二三四五六七八九十\d]{1,3})\s*届"
_SESSION = re.compile(_NUMBERED)
_OTHER_SESSION = re.compile(r"[上下](?:一|次)?届|下一次评|下一轮|上一轮")
# A year that may be the year of an edition: what stands behind it decides.
_EDITION_YEAR = re.compile(r"(?<!\d)(?P<year>20\d\d|2\d)\s*年(?:度|的|度的|那[次届]?|这[次届]?)?(?P<rest>.{2,12})")
# Behind these the year tells of the applicant's own past (2023年申报过) or of a law's (2012年的评选办法).
_NOT_ONES = re.compile(r"^.{0,6}(?:过|以来|办法)")


class Editions:
    """Chooses among awards of one name. `awards` may hold several, each resting on a notice of its own."""

    def __init__(self, awards: Mapping[str, Award], library: Library, names: Sequence[str], cues: Cues) -> None:
        """`names` are the words by which awards and their regions are named."""
        self._awards = awards
        self._documents: dict[str, Document] = {document.id: document for document in library.documents()}
        self._behind = (*names, *cues.words["edition"])

    def meant(self, named: Sequence[str], question: str) -> tuple[str, ...]:
        """The awards named, each by the one edition meant: that of the year or session (第四届) the question names,
        else the one whose notice is newest. Order is kept."""
        chosen = (self._edition(award, question) for award in named)
        return tuple(dict.fromkeys(chosen))

    def lacking(self, award_id: str, question: str) -> str:
        """The edition of the award that the question names and no notice of it is about (2025年, 第四届, 下届)."""
        group = [award.id for award in self._awards.values() if award.name == self._awards[award_id].name]
        held = " ".join(self._label(award) for award in group)
        for session in map(_session, _SESSION.finditer(question)):
            if session not in held:
                return session
        for year in self._edition_years(question):
            if year not in held:
                return f"{year}年"
        other = _OTHER_SESSION.search(question)
        return other.group() if other and not self._awards[award_id].timeliness.standing else ""

    def _edition_years(self, question: str) -> list[str]:
        years = []
        for found in _EDITION_YEAR.finditer(question):
            short = len(found["year"]) == 2
            # 25年 alone may be a span of time; right before a name it is a year.
            behind = found["rest"].startswith(self._behind) and not _NOT_ONES.match(found["rest"])
            if behind and not (short and found.start() > 0 and question[found.start() - 1] not in "，。 、"):
                years.append(f"20{found['year']}" if short else found["year"])
        return years

    def _edition(self, award_id: str, question: str) -> str:
        name = self._awards[award_id].name
        group = [award.id for award in self._awards.values() if award.name == name]
        if len(group) == 1:
            return award_id
        for word in (*map(_session, _SESSION.finditer(question)), *_YEAR.findall(question)):
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
        """The editions a notice is about. A year in its title is that of the edition; else the day it was issued and
        the deadline tell."""
        award, document = self._awards[award_id], self._document(award_id)
        if document is None:
            return award.edition
        named = f"{document.title} {document.edition} {award.edition}"
        if re.search(r"20\d\d", named):
            return named
        return f"{named} {document.date} {award.timeliness.deadline or ''}"


def _session(found: re.Match[str]) -> str:
    """第6届 and 第 六 届 as 第六届."""
    number = found[1]
    return f"第{cn2an.an2cn(number) if number.isdigit() else number}届"
