"""Which words a paper asks to be put down (特色请写“三压一泡”): the applicant's own name for what it does, or a claim.

A request is honest where it names a method the paper tells of anyway. What nobody tells elsewhere, or what boasts,
counts or names an honour, is a claim that somebody wants written, and stays what it is: words for a machine.
"""

import re

from assistant.drafting.lexicon import Lexicon

_WORDS = re.compile(r"“([^”\n]+)”")
_PIECES = re.compile(r"[，、；：]")
_MARKS = re.compile(r"[“”「」『』‘’《》\s]")
# A name in numbers tells of itself what it is (三压一泡工作法); nothing of the kind is claimed by it.
_IN_NUMBERS = re.compile(r"(?:[一二三四五六七八九十两][一-鿿]){2,4}(?:工作|操作|管理)?(?:法|制|机制|模式)?")
_ENDING = re.compile(r"(?<=[一-鿿]{2})(?:工作|操作|管理|检验|服务|教学)?(?:法|制|机制|模式)$")


class AskedWords:
    """The requests of one paper, each held against what the rest of the paper tells."""

    def __init__(self, text: str, cues: Lexicon) -> None:
        self._text, self._cues, self._told = text, cues, ""

    def without_honest(self, sentence: str) -> str:
        """The sentence, as long as it was, without the requests for words that are the applicant's own."""
        if not self._cues.has("injection_not", sentence):
            return sentence
        return self._cues.patterns["injection_not"].sub(self._read, sentence)

    def claims(self, sentence: str) -> bool:
        """Whether a request in the sentence is for words that boast, count or name an honour."""
        if not self._cues.has("injection_not", sentence):
            return False
        requests = self._cues.patterns["injection_not"].finditer(sentence)
        return any((words := _WORDS.search(one.group())) and self._cues.has("claim", words[1]) for one in requests)

    def _read(self, request: re.Match[str]) -> str:
        words = _WORDS.search(request.group())
        return "＿" * len(request.group()) if words and self._own(words[1]) else request.group()

    def _own(self, words: str) -> bool:
        if self._cues.has("claim", words):
            return False
        pieces = [piece for piece in (_MARKS.sub("", part) for part in _PIECES.split(words)) if piece]
        return bool(pieces) and all(_IN_NUMBERS.fullmatch(piece) or self._tells(piece) for piece in pieces)

    def _tells(self, piece: str) -> bool:
        """Whether the paper says so outside of any request."""
        if not self._told:
            self._told = _MARKS.sub("", self._cues.patterns["injection_not"].sub("｜", self._text)) or "｜"
        return piece in self._told or _ENDING.sub("", piece) in self._told
