"""How characters sound: names mistyped by their sound (兰洲) set right, and pinyin without tones read as words."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from pathlib import Path

import rjieba

from assistant.language.traditional import read_table

Readings = Mapping[str, frozenset[str]]
_HAN = re.compile(r"^[\u4e00-\u9fff]+$")
# Words longer than this are not looked up by their sound; their parts are.
_LONGEST = 5
# A stretch this long that differs from a name in one sound is that name, whatever its ends make with their neighbours.
_SURE = 3
# A name this long may have several wrong characters, each of the right sound (兰洲市正府质量将).
_LONG, _SHARE_WRONG = 5, 0.4
_WORD_COST, _CHARACTER_COST = 1.0, 1.3
_BY_FREQUENCY = 0.05


@lru_cache(maxsize=2)
def load_readings(corpus: Path) -> Readings:
    """Syllables by character, from corpus/answering/pinyin.tsv."""
    readings: dict[str, set[str]] = defaultdict(set)
    for syllable, characters in read_table(corpus / "answering" / "pinyin.tsv").items():
        for character in characters:
            readings[character].add(syllable)
    return {character: frozenset(syllables) for character, syllables in readings.items()}


class Spelling:
    """Sets right the names that a question spells by their sound. Knows the names it is given and no other."""

    def __init__(self, names: Iterable[str], readings: Readings) -> None:
        self._names = sorted({name for name in names if _HAN.match(name)}, key=lambda name: -len(name))
        self._readings = readings

    def mend(self, text: str) -> str:
        """The text with its misspelt names set right. What is a word by itself, or reaches into one, stays."""
        for name in self._names:
            for start in range(len(text) - len(name) + 1):
                seen = text[start : start + len(name)]
                if self._misspelt(seen, name) and self._free(text, start, start + len(name)):
                    text = text[:start] + name + text[start + len(name) :]
        return text

    def _misspelt(self, seen: str, name: str) -> bool:
        """One character is wrong and sounds like the right one; inside a longer name it may only begin like it."""
        wrong = [place for place in range(len(name)) if seen[place] != name[place]]
        if 0 < len(wrong) <= len(name) * _SHARE_WRONG and len(name) >= _LONG and self._all_alike(seen, name, wrong):
            return True
        if len(wrong) != 1:
            return False
        (place,) = wrong
        if self._alike(seen[place], name[place]):
            return len(name) == 2 or place < len(name) - 1
        return 0 < place < len(name) - 1 and self._begins_alike(seen[place], name[place])

    def _all_alike(self, seen: str, name: str, places: list[int]) -> bool:
        return all(self._alike(seen[place], name[place]) for place in places)

    def _alike(self, one: str, other: str) -> bool:
        return bool(self._readings.get(one, frozenset()) & self._readings.get(other, frozenset()))

    def _begins_alike(self, one: str, other: str) -> bool:
        first = {syllable[0] for syllable in self._readings.get(one, ())}
        return bool(first & {syllable[0] for syllable in self._readings.get(other, ())})

    def _free(self, text: str, start: int, end: int) -> bool:
        """No word of the dictionary lies on the stretch or, where it is as short as a word, across one of its ends."""
        position = 0
        for word in rjieba.cut(text):
            first, last = position, position + len(word)
            position = last
            crosses = end - start < _SURE and (first < start < last or first < end < last)
            if len(word) > 1 and (crosses or (first, last) == (start, end)) and rjieba.has_word(word):
                return False
        return True


class PinyinWords:
    """Reads toneless pinyin as the words people ask with: those of the texts it is given."""

    def __init__(self, texts: Iterable[str], names: Iterable[str], readings: Readings) -> None:
        counts = Counter(word for text in texts for word in rjieba.cut(text) if _HAN.match(word))
        often = max(counts.values(), default=1)
        counts.update({name: often for name in names if _HAN.match(name)})
        self._words: dict[str, str] = {}
        self._counts = counts
        for word in sorted(counts, key=lambda word: (counts[word], word)):
            for sound in _sounds(word, readings):
                self._words[sound] = word
        self._longest = max(map(len, self._words), default=0)
        self._syllables = frozenset(syllable for syllables in readings.values() for syllable in syllables)

    def is_pinyin(self, letters: str) -> bool:
        """Whether the letters can be cut into syllables."""
        reached = {0}
        for end in range(1, len(letters) + 1):
            if any(start in reached and letters[start:end] in self._syllables for start in range(max(0, end - 6), end)):
                reached.add(end)
        return len(letters) in reached

    def read(self, letters: str) -> str:
        """The likeliest words of the letters, "" where they are not words we know."""
        best: list[tuple[float, str] | None] = [(0.0, "")] + [None] * len(letters)
        for end in range(1, len(letters) + 1):
            best[end] = min(self._endings(letters, end, best), default=None)
        found = best[-1]
        return found[1] if found else ""

    def _endings(self, letters: str, end: int, best: list[tuple[float, str] | None]) -> Iterator[tuple[float, str]]:
        for start in range(max(0, end - self._longest), end):
            before, word = best[start], self._words.get(letters[start:end])
            if before is not None and word is not None:
                cost = (_WORD_COST if len(word) > 1 else _CHARACTER_COST) - _BY_FREQUENCY * math.log1p(
                    self._counts[word]
                )
                yield before[0] + cost, before[1] + word


def _sounds(word: str, readings: Readings) -> set[str]:
    if len(word) > _LONGEST or any(character not in readings for character in word):
        return set()
    return {"".join(syllables) for syllables in product(*(sorted(readings[character]) for character in word))}
