"""What the day a question is asked on changes: notices that are past, and whether one can apply now."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from assistant.answering.cues import Cues
from assistant.documents.model import Citation
from assistant.knowledge.awards import Award

_PIECES = re.compile(r"[，,。；;？?！!]")
_WHICH_DAY = re.compile(
    r"今天(?:是|又是)?(?:几月)?(?:几号|几月几|哪天|哪一天|星期几|周几|什么日子|多少号)|(?:现在|今天)(?:是)?几月"
)
_PAPERS = re.compile(r"申[报请](?:说明|材料|资料|表|书|单位|组织|条件|要求|流程|文件|报告)")
# What is asked besides whether one can apply.
_MORE = re.compile(r"谁|哪(?![家个些几一])|几个|多少|怎么|如何|什么|条件|材料|奖金|名额|公示")


class Calendar:
    """Judges notices by the day of asking."""

    def __init__(
        self,
        awards: Mapping[str, Award],
        messages: Mapping[str, str],
        cues: Cues,
        title: Callable[[str], str],
        today: Callable[[], date],
        lacking: Callable[[str, str], str] = lambda _award, _question: "",
    ) -> None:
        """`title` gives the name of a document; `lacking` the edition of an award a question names and none is of."""
        self._lacking = lacking
        self._awards = awards
        self._messages = messages
        self._cues = cues
        self._title = title
        self._today = today

    def past(self, awards: Iterable[Award]) -> list[str]:
        """What to tell of the awards whose time is over: one line for all whose deadline has passed."""
        over = [award for award in awards if award.timeliness.state(self._today()) == "expired"]
        closed = [award for award in over if not award.timeliness.announces]
        told = [self._told("expired_start", award) for award in over if award.timeliness.announces]
        if len(closed) < 2:
            return told + [self._told("expired", award) for award in closed]
        named = "、".join(dict.fromkeys(self._told("expired_one", award) for award in closed))
        return [*told, self._messages["expired_several"].format(notices=named)]

    def now(self, question: str, awards: Sequence[str]) -> list[str]:
        """Where the question asks whether one can apply today: how the notices of these awards (none = all) stand."""
        day = [self._told_day()] if self.asks_day(question) else []
        if not any(self._asks_of_today(piece) for piece in _PIECES.split(question)):
            return day
        if awards and all(self._lacking(award, question) for award in awards):
            # That no notice is of that edition is told already: how those of others stand adds nothing.
            return day
        asked = [self._awards[award] for award in awards or self._awards]
        if len({award.document for award in asked}) == 1:
            return [*day, *dict.fromkeys(self._standing(award) for award in asked)]
        return [*(day or [self._told_day()]), self._all(asked)]

    def asks_day(self, question: str) -> bool:
        """Whether the question asks which day it is."""
        return bool(_WHICH_DAY.search(question))

    def asks_only_now(self, question: str) -> bool:
        """Whether the question asks nothing but whether one can apply today, or which day it is."""
        pieces = [piece for piece in _PIECES.split(question) if piece.strip()]
        of_today = [self._asks_of_today(piece) or self.asks_day(piece) for piece in pieces]
        return bool(pieces) and all(of_today) and not _MORE.search(question)

    def deadlines(self, awards: Sequence[str]) -> tuple[Citation, ...]:
        """Where the notices of these awards (none = all) write the time of applying."""
        found = (self._awards[award].timeliness.citation for award in awards or self._awards)
        return tuple(citation for citation in found if citation is not None)

    def _asks_of_today(self, piece: str) -> bool:
        """Both words stand in one piece: 今年车间起火，能报吗 tells of this year and does not ask about it. 申报说明
        is a thing and asks of no applying."""
        return self._cues.has("now", piece) and self._cues.has("applying", _PAPERS.sub("", piece))

    def _all(self, awards: Sequence[Award]) -> str:
        """How several notices stand, a line for each."""
        states = dict.fromkeys(self._told(f"row_{self._state(award)}", award) for award in awards)
        return "\n".join(
            (self._messages["row_lead"], *states, self._messages["row_end"].format(year=self._today().year))
        )

    def _standing(self, award: Award) -> str:
        return self._told(f"now_{self._state(award)}", award)

    def _state(self, award: Award) -> str:
        timeliness = award.timeliness
        if timeliness.standing:
            return "yearly" if timeliness.label else "standing"
        state = timeliness.state(self._today())
        return "announced" if timeliness.announces and state == "expired" else state

    def _told_day(self) -> str:
        return self._messages["today"].format(today=self._day(), weekday="一二三四五六日"[self._today().weekday()])

    def _day(self) -> str:
        day = self._today()
        return f"{day.year}年{day.month}月{day.day}日"

    def _told(self, message: str, award: Award) -> str:
        told = {"title": self._title(award.document), "deadline": award.timeliness.label, "year": self._today().year}
        return self._messages[message].format(today=self._day(), **told)
