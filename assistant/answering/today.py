"""What the day a question is asked on changes: notices that are past, and whether one can apply now."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from assistant.answering.cues import Cues
from assistant.knowledge.awards import Award

_PIECES = re.compile(r"[，,。；;？?！!]")


class Calendar:
    """Judges notices by the day of asking."""

    def __init__(
        self,
        awards: Mapping[str, Award],
        messages: Mapping[str, str],
        cues: Cues,
        title: Callable[[str], str],
        today: Callable[[], date],
    ) -> None:
        """`title` gives the name of a document."""
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
        if not any(self._asks_of_today(piece) for piece in _PIECES.split(question)):
            return []
        asked = [self._awards[award] for award in awards or self._awards]
        return list(dict.fromkeys(self._standing(award) for award in asked))

    def _asks_of_today(self, piece: str) -> bool:
        """Both words stand in one piece: 今年车间起火，能报吗 tells of this year and does not ask about it."""
        return self._cues.has("now", piece) and self._cues.has("applying", piece)

    def _standing(self, award: Award) -> str:
        timeliness = award.timeliness
        if timeliness.standing:
            return self._told("now_standing", award)
        state = timeliness.state(self._today())
        return self._told(f"now_{'announced' if timeliness.announces and state == 'expired' else state}", award)

    def _told(self, message: str, award: Award) -> str:
        day = self._today()
        told = {"title": self._title(award.document), "deadline": award.timeliness.label, "year": day.year}
        return self._messages[message].format(today=f"{day.year}年{day.month}月{day.day}日", **told)
