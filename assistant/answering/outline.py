"""The quoting answer as an outline for the model: its points with opaque tokens, and what must survive the wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.answer import Answer
from assistant.language.numerals import find_quantities
from assistant.verification.units import tokens_of

_MARK = re.compile(r"\[(\d+)\]")
_TOKENS = re.compile(r"[\[【［]\s*(c\d+(?:\s*[,，、;；]\s*c\d+)*)\s*[\]】］]", re.IGNORECASE)
# Quantities this small stand in any sentence (一个, 两类) and decide nothing.
_TELLING = 1
# 不超过, 不少于 and 不低于 bound a number and deny nothing.
_DENIAL = re.compile(r"不(?!超过|少于|低于|得少于|高于|断|同|仅|限)|没有|没|未|无(?!线|锡)|并非|仅限|只")


@dataclass(frozen=True, slots=True)
class Core:
    """A point that has to be made: by a sentence citing one of `tokens` and, where it has any, one of `values`.

    A `denied` point (某某不能申报) is only made by a sentence that denies as well.
    """

    tokens: frozenset[str]
    values: frozenset[tuple[str, str]]
    denied: bool = False

    def made_by(self, sentence: str) -> bool:
        """Whether a verified sentence makes the point."""
        if not self.tokens & set(tokens_of(sentence)):
            return False
        if self.denied and not _DENIAL.search(sentence):
            return False
        return not self.values or bool(self.values & _values(sentence))


@dataclass(frozen=True, slots=True)
class Outline:
    """`text` goes to the model; `before` and `after` are our own sentences without clauses, set around its wording.

    The first of `cores` answers directly and must be made; of all of them at least `least` must.
    """

    text: str
    cores: tuple[Core, ...]
    least: int
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def known(self) -> tuple[str, ...]:
        """Our own sentences: the model need not say them again."""
        return (*self.before, *self.after)

    def kept_by(self, sentences: Sequence[str]) -> bool:
        """Whether the sentences still answer: the first core point is made, and enough of all."""
        made = [any(core.made_by(sentence) for sentence in sentences) for core in self.cores]
        return made[0] and sum(made) >= self.least


def read_outline(answer: Answer, parts: int) -> Outline:
    """The outline of a quoting answer to `parts` questions. Core is the direct sentence; of a table, every row."""
    points = [point for paragraph in answer.body.split("\n\n") for point in _points(paragraph)]
    marked = [number for number, point in enumerate(points) if _MARK.search(point)]
    tabular = "|" in answer.body
    first = marked[0] if marked else len(points)
    silent = [(number, point) for number, point in enumerate(points) if number not in marked]
    return Outline(
        text="\n".join(_tokens(points[number]) for number in marked),
        cores=tuple(_core(points[number]) for number in marked),
        least=len(marked) if tabular else min(parts, len(marked)),
        before=tuple(point for number, point in silent if number < first and not tabular),
        after=tuple(point for number, point in silent if number > first or tabular),
    )


def _points(paragraph: str) -> list[str]:
    """A paragraph, or the rows of a table as sentences (`某奖：……`)."""
    lines = paragraph.splitlines()
    if not all(line.startswith("|") for line in lines) or len(lines) < 3:
        return [paragraph.strip()] if paragraph.strip() else []
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    return ["：".join(cells) for cells in rows]


def _core(point: str) -> Core:
    said = _MARK.sub("", point)
    denied = bool(_DENIAL.search(re.split(r"[。；：]", said.split("，该")[0])[0]))
    return Core(frozenset(f"c{number}" for number in _MARK.findall(point)), _values(said), denied)


def _tokens(point: str) -> str:
    return _MARK.sub(r"[c\1]", point)


def _values(text: str) -> frozenset[tuple[str, str]]:
    found = find_quantities(re.sub(r"[\[【［]\s*c?\d+\s*[\]】］]", "", text))
    return frozenset((f"{q.value.normalize():f}", q.unit) for q in found if q.value > _TELLING)


def marked(text: str) -> str:
    """Opaque tokens (`[c3]`, `[c1、c2]`) as the marks (`[3]`, `[1][2]`) that number the citations."""
    return _TOKENS.sub(lambda match: "".join(f"[{n}]" for n in re.findall(r"\d+", match[1])), text)
