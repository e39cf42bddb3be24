"""Questions in English or pinyin, read as Chinese as far as their words are known."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.answering.sounds import PinyinWords
from assistant.knowledge.source import load_yaml

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_TOKEN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*|[^A-Za-z\d\s]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST_PHRASE = 5
# Inside a Chinese question only a run this long is taken for pinyin (QC, word and PDF are not).
_RUN = 5
_UNKNOWN_SHARE = 0.4
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("'s", ""), ("ing", ""), ("ed", ""), ("ing", "e"), ("ed", "e"))


@dataclass(frozen=True, slots=True)
class Reading:
    """The question in Chinese; `translated` where it was not, `understood` unless too few of its words are known."""

    text: str
    translated: bool = False
    understood: bool = True
    english: bool = False


@dataclass(frozen=True, slots=True)
class Glossary:
    """English phrases in lower case by their Chinese, and the words that carry no meaning."""

    means: Mapping[str, str]
    ignored: frozenset[str]
    # Chinese asking words that stand at the end of a question.
    asking: frozenset[str] = frozenset()


@lru_cache(maxsize=2)
def load_glossary(corpus: Path) -> Glossary:
    """corpus/answering/english.yaml. KnowledgeError names file, line and remedy."""
    top = load_yaml(corpus / "answering" / "english.yaml")
    top.only({"phrases", "ignored", "asking"})
    means: dict[str, str] = {}
    for row in top.children("phrases"):
        row.only({"say", "means"})
        means.update(dict.fromkeys(row.texts("say", at_least=1), row.text("means")))
    return Glossary(means, frozenset(top.texts("ignored")), frozenset(top.texts("asking")))


class LatinReader:
    """Reads questions written with Latin letters."""

    def __init__(self, glossary: Glossary, words: PinyinWords) -> None:
        self._glossary = glossary
        self._words = words

    def read(self, text: str) -> Reading:
        """The question in Chinese. One mainly in Chinese keeps its Latin words, except for pinyin."""
        letters = sum(len(word) for word in _WORD.findall(text))
        if letters < 2 or len(_HAN.findall(text)) * 3 >= letters:
            mended = _WORD.sub(self._run, text)
            return Reading(mended, translated=mended != text)
        return self._pinyin(text) or self._english(text)

    def _run(self, match: re.Match[str]) -> str:
        run = match.group().casefold()
        return (self._words.read(run) if len(run) >= _RUN else "") or match.group()

    def _pinyin(self, text: str) -> Reading | None:
        """The reading of a text of syllables; None where it is none."""
        words = [word.casefold() for word in _WORD.findall(text)]
        english = [word for word in words if word in self._glossary.means or word in self._glossary.ignored]
        if not all(self._words.is_pinyin(word) for word in words) or len(english) * 2 >= len(words):
            return None
        joined = re.sub(r"(?<=[A-Za-z])\s+(?=[A-Za-z])", "", text.casefold())
        found = _WORD.sub(lambda match: self._words.read(match.group()) or match.group(), joined)
        return Reading(found, translated=True, understood=not _WORD.search(found))

    def _english(self, text: str) -> Reading:
        said: list[str] = []
        asking: list[str] = []
        known = unknown = 0
        tokens = _TOKEN.findall(text)
        while tokens:
            size, chinese = self._phrase(tokens)
            if chinese is None:
                unknown += 1
            elif chinese:
                known += 1
                (asking if chinese in self._glossary.asking else said).append(chinese)
            del tokens[:size]
        understood = known > 0 and unknown <= (known + unknown) * _UNKNOWN_SHARE
        # 多久 opens the English question and closes the Chinese one.
        words = [word for word in said if word not in "?？"]
        return Reading("".join([*words, *asking, "？"]), translated=True, understood=understood, english=True)

    def _phrase(self, tokens: list[str]) -> tuple[int, str | None]:
        """How many tokens the next phrase takes and its Chinese: "" for words without meaning, None for unknown."""
        for size in range(min(_LONGEST_PHRASE, len(tokens)), 0, -1):
            phrase = " ".join(tokens[:size]).casefold().replace("’", "'")
            for form in _forms(phrase):
                if form in self._glossary.means:
                    return size, self._glossary.means[form]
        word = tokens[0].casefold()
        if not _WORD.match(word):
            return 1, tokens[0]
        if word in self._glossary.ignored:
            return 1, ""
        return 1, (self._words.read(word) if len(word) >= _RUN else "") or None


def _forms(phrase: str) -> Iterable[str]:
    """The phrase, and its last word without the endings of plural and tense."""
    yield phrase
    for ending, rest in _ENDINGS:
        if phrase.endswith(ending) and len(phrase) > len(ending) + 2:
            yield phrase[: -len(ending)] + rest
