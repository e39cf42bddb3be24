"""A narrative cut into clauses, over a tidied copy whose every character knows its place in the original."""

import itertools
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, partial

from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.language.places import PlaceMention, find_places

_CLAUSE = re.compile(r"[^，,。！？!?；;\n]{1,240}[，,。！？!?；;\n]*")
# Nobody tells one thing in more clauses or letters than this; past it a sentence or clause is cut, so that looking
# about in one costs no more however long the text is.
_LONGEST_SENTENCE = 24
# A clause this long without a mark runs on; pieces shorter than the other are no clauses.
_LONG_CLAUSE, _SHORTEST = 44, 4
_BRACKETED = re.compile(r"[（(\[](?P<remark>[^（()）\[\]\n]{3,120})[)）\]]")
_LISTED = re.compile(r"[（(][^（()）。；;\n0-9]{2,16}[)）](?=[一-龥])")
_DASHED = re.compile(r"——(?P<remark>[^，,。！？!?；;\n—]{3,120})")
_SENTENCE_END = "。！？!?；;\n"
_BULLET = re.compile(r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）.、．]|[-*•·◆■①-⑳⑴-⒇⒈-⒛]|[^，。；：\s]{2,8}[：:])")


@dataclass(frozen=True, eq=False)
class Clause:
    """A stretch between two commas, `start` and `end` in the tidied text; `text` is without its closing mark."""

    index: int
    sentence: int
    start: int
    end: int
    text: str
    mark: str

    @property
    def asks(self) -> bool:
        """It ends in a question mark."""
        return bool(set(self.mark) & set("？?"))


@dataclass(frozen=True, eq=False)
class Narrative:
    """The tidied text, its clauses and the way back to the original."""

    original: str
    text: str
    origin: tuple[int, ...]
    clauses: tuple[Clause, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original of a span in the tidied text."""
        return self.origin[start], self.origin[max(start, end - 1)] + 1

    def sentence(self, clause: Clause) -> list[Clause]:
        """All clauses of the sentence a clause stands in."""
        return self.sentences[clause.sentence]

    @cached_property
    def sentences(self) -> list[list[Clause]]:
        """The clauses sentence by sentence."""
        grouped: list[list[Clause]] = []
        for clause in self.clauses:
            if clause.sentence == len(grouped):
                grouped.append([])
            grouped[clause.sentence].append(clause)
        return grouped

    @cached_property
    def opening(self) -> str:
        """The text with its first two sentences on lines of their own, so that `^` finds who opens either."""
        ends = [sentence[-1].end + len(sentence[-1].mark) for sentence in self.sentences[:2]]
        parts = [self.text[start:end] for start, end in itertools.pairwise([0, *ends, len(self.text)])]
        return "\n".join(part.strip("\n") for part in parts)

    @cached_property
    def places(self) -> list[PlaceMention]:
        """Every place the text names."""
        return find_places(self.text)

    @cached_property
    def first_place(self) -> int:
        """The index of the clause the first place of the text stands in; 0 where there is none."""
        start = self.places[0].start if self.places else 0
        return max((clause.index for clause in self.clauses if clause.start <= start), default=0)

    def before(self, clause: Clause) -> list[Clause]:
        """The clauses before this one in its sentence, nearest first."""
        return list(reversed(self.clauses[self.sentence(clause)[0].index : clause.index]))

    def in_one_breath(self, clause: Clause) -> list[Clause]:
        """The clauses before it in its sentence, and those of the sentence a semicolon ends before that."""
        last = self.sentences[clause.sentence - 1] if clause.sentence else []
        goes_on = bool(last) and set(last[-1].mark) <= set("；;")
        return [*self.before(clause), *(last if goes_on else [])]

    def after(self, clause: Clause, sentences: int = 1) -> list[Clause]:
        """The clauses after this one, up to the end of the n-th sentence from its own (1 = its own)."""
        last = self.sentences[clause.sentence : clause.sentence + sentences][-1][-1]
        return list(self.clauses[clause.index + 1 : last.index + 1])


def read_clauses(original: str) -> Narrative:
    """Tidy (full width to half, white space inside text dropped, wrapped lines joined) and cut into clauses."""
    text, origin = _tidy(original)
    text = text.replace("……", "，，")  # 得过省奖……记错了: what trails off is told like a clause
    text = _remarks_apart(_without_dialect(text))
    clauses: list[Clause] = []
    sentence = opened = 0
    for match in _CLAUSE.finditer(text):
        whole = match.group()
        body = whole.rstrip("，,。！？!?；;\n")
        mark = whole[len(body) :]
        if body.strip():
            for start, end in _run_on(body):
                closing = mark if end == len(body) else ""
                at = match.start()
                clauses.append(Clause(len(clauses), sentence, at + start, at + end, body[start:end], closing))
            if any(character in _SENTENCE_END for character in mark) or len(clauses) - opened >= _LONGEST_SENTENCE:
                sentence, opened = sentence + 1, len(clauses)
    return Narrative(original, text, origin, tuple(clauses))


def _run_on(body: str) -> list[tuple[int, int]]:
    """A clause without marks, cut where a connective or a time begins, or a topic behind a whole statement."""
    if len(body) < _LONG_CLAUSE:
        return [(0, len(body))]
    cuts = [0]
    for match in cues("scope.run_on_turn").finditer(body):
        cuts.append(match.start())
    for match in cues("scope.run_on_topic").finditer(body):
        if cues("scope.whole_statement").search(body[: match.start()]):
            cuts.append(match.start())
    cuts = sorted({cut for cut in cuts if cut == 0 or cut >= _SHORTEST})
    kept = [cut for at, cut in enumerate(cuts) if at == 0 or cut - cuts[at - 1] >= _SHORTEST]
    return list(itertools.pairwise([*kept, len(body)]))


def _without_dialect(text: str) -> str:
    """莫得 becomes 没有: as long as the word it stands for, so every letter keeps its place."""
    for word, pattern in choices("dialect.plain"):
        text = pattern.sub(partial(_plainly, word), text)
    return text


def _plainly(word: str, said: re.Match[str]) -> str:
    return word if len(word) == len(said.group()) else said.group()


def _remarks_apart(text: str) -> str:
    """Brackets and dashes around a remark that takes something back become commas: …（2022年罚款除外）."""

    def opened(match: re.Match[str]) -> str:
        if not cues("scope.remark").search(match["remark"]):
            return match.group()
        before, behind = (match.start("remark") - match.start(), match.end() - match.end("remark"))
        return "，" * before + match["remark"] + "，" * behind

    return _DASHED.sub(opened, _BRACKETED.sub(opened, _LISTED.sub(_in_one, text)))


def _in_one(match: re.Match[str]) -> str:
    """在现单位（阳泉，阀门制造）从事: a bracket of mere names does not cut the clause it stands in."""
    told = cues("scope.negators").search(match.group()) or cues("scope.topic_tells").search(match.group())
    return match.group() if told else re.sub("[，,]", "、", match.group())


def _tidy(original: str) -> tuple[str, tuple[int, ...]]:
    kept: list[str] = []
    origin: list[int] = []
    breaks = _line_breaks(original)
    for position, character in enumerate(original):
        tidied = _tidy_character(character, position in breaks)
        if tidied:
            kept.append(tidied)
            origin.append(position)
    return "".join(kept), tuple(origin)


def _tidy_character(character: str, is_break: bool) -> str:
    if character == "\n":
        return "\n" if is_break else ""
    if character.isspace() or unicodedata.category(character) == "Cf":
        return ""
    if character in "俺咱":
        return "我"
    if character in "，。；：？！（）“”‘’" or unicodedata.category(character) == "No":
        return character  # ② before 2011年 is no digit of the year
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _line_breaks(original: str) -> set[int]:
    """Line ends that end something: before a blank line, a bullet or a label, after a mark or after a short line."""
    breaks: set[int] = set()
    lines = original.split("\n")
    position = 0
    for line, following in itertools.pairwise(lines):
        position += len(line)
        ended = line.rstrip()[-1:] in tuple("。！？；!?;")
        if ended or len(line.strip()) < 16 or not following.strip() or _BULLET.match(following):
            breaks.add(position)
        position += 1
    return breaks
