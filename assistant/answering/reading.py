"""The first step: a question as typed, read as plain Chinese before anything looks at it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from assistant.answering.cues import Cues
from assistant.answering.latin import LatinReader, Reading, load_glossary
from assistant.answering.script import plain_script
from assistant.answering.sounds import PinyinWords, Spelling, load_readings
from assistant.knowledge.awards import Award
from assistant.language.places import city_names

# A whole name bears several slips.
_SHORT_NAME = 4


class Reader:
    """Reads questions: script, then Latin letters, then misspelt names. Built once."""

    def __init__(self, corpus: Path, awards: Mapping[str, Award], regions: Iterable[str], cues: Cues) -> None:
        """`regions` are the short names of the awards' regions."""
        self._corpus = corpus
        self._awards = awards
        self._names = (*regions, *cues.words["spelt"])
        full = (award.name for award in awards.values() if len(award.name) > _SHORT_NAME)
        self._spelling = Spelling((*self._names, *full), load_readings(corpus))

    def plain(self, text: str) -> str:
        """The text in plain script, not otherwise changed."""
        return plain_script(text, self._corpus)

    def read(self, text: str) -> Reading:
        """The question in simplified Chinese with its names spelt right, and whether it could be read at all."""
        plain = self.plain(text).strip()
        read = self._latin.read(plain) if any("a" <= letter.casefold() <= "z" for letter in plain) else Reading(plain)
        mended = self._spelling.mend(read.text)
        return Reading(mended, read.translated or mended != read.text, read.understood, read.english)

    @cached_property
    def _latin(self) -> LatinReader:
        """Opened when the first question with Latin letters comes: few have any."""
        asked = (question for award in self._awards.values() for entry in award.entries for question in entry.questions)
        words = PinyinWords(asked, (*self._names, *city_names()), load_readings(self._corpus))
        return LatinReader(load_glossary(self._corpus), words)
