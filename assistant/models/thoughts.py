"""Keeps a reasoning model's thoughts (`<think>…</think>` and the like) out of what is shown."""

import re

from assistant.errors import ModelError
from assistant.models.messages import message

_NAMES = r"(?:think|thinking|thought|thoughts|reasoning|reflection|思考)"
# A bar may end a mark or stand in front of its bracket: in a stream only what follows tells.
_END, _END_SO_FAR = r"(?:\|?[>▷]|\|(?![>▷]))", r"(?:\|?[>▷]|\|(?=[^>▷]))"
_OPENS, _CLOSES = rf"[<◁|]\|?\s*{_NAMES}\s*", rf"[<◁|]\|?\s*/\s*{_NAMES}\s*"
_OPEN, _OPEN_SO_FAR = (re.compile(_OPENS + end, re.IGNORECASE) for end in (_END, _END_SO_FAR))
_CLOSE, _CLOSE_SO_FAR = (re.compile(_CLOSES + end, re.IGNORECASE) for end in (_END, _END_SO_FAR))
# The longest beginning of a mark that must be waited for before the text in front of it may go out.
_BEGUN = re.compile(r"[<◁|][|/\s\w]{0,14}$")


class ThoughtFilter:
    """Takes pieces of a stream and gives back what is no thought, as early as that is certain."""

    def __init__(self) -> None:
        self._held = ""
        self._thinking = False

    def feed(self, piece: str) -> str:
        """The text that may be shown now. ModelError where a thought ends that never began: it was shown as text."""
        self._held += piece
        shown = ""
        while True:
            mark = (_CLOSE_SO_FAR if self._thinking else _OPEN_SO_FAR).search(self._held)
            if mark is None:
                return shown + self._release()
            if not self._thinking:
                shown += self._checked(self._held[: mark.start()])
            self._held = self._held[mark.end() :]
            self._thinking = not self._thinking

    def end(self) -> str:
        """What was still held back at the end; an unfinished thought is dropped."""
        rest = "" if self._thinking else self._checked(_OPEN.split(self._held)[0])
        self._held = ""
        return rest

    def _release(self) -> str:
        begun = _BEGUN.search(self._held)
        safe = begun.start() if begun else len(self._held)
        text, self._held = self._held[:safe], self._held[safe:]
        if self._thinking:
            return ""
        return self._checked(text)

    def _checked(self, text: str) -> str:
        if _CLOSE.search(text):
            raise ModelError(message("unreadable"))
        return text


def without_thoughts(text: str) -> str:
    """A whole reply without its thoughts; one whose opening mark is missing ends at its closing mark."""
    closings = list(_CLOSE.finditer(text))
    if closings and not _OPEN.search(text[: closings[0].start()]):
        text = text[closings[0].end() :]
    kept = ThoughtFilter()
    return kept.feed(text) + kept.end()
