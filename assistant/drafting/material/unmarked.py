"""Blanks that stand for marks in what was typed without any (a message from a telephone, a pasted chat).

Where a material parts its clauses by blanks and sets next to no marks, the blanks of its running lines are read as the
marks a writer would have set: a colon behind a label, 、 in a list of what is done, a comma or a full stop between
clauses. Rows of honours and of contacts keep their blanks, which part cells.
"""

import re
from functools import lru_cache
from itertools import pairwise

from assistant.drafting.lexicon import load_lexicon

_HAN = "\u3007\u4e00-\u9fff"
_BLANK = re.compile(rf"(?<=[{_HAN}0-9A-Za-z%”）]) (?=[{_HAN}0-9A-Za-z“（])")
_MARKS = re.compile(r"[，。；]")
# Where marks are rarer than half the blanks and two lines at least run on, blanks are what parts clauses.
_FEWEST, _RARER, _RUNNING_LINES, _LONG, _PARTED = 8, 2, 2, 24, 2
# What cells do not hold: words that only sentences have.
_RUNS = re.compile(r"[了的就是不把被都要没会也还]|[由从][^ ]{1,12}[到至降升]")
_CELLS = re.compile(r"[\t|｜，。；]|联\s?系|电\s?话|手\s?机(?=号|[：:] ?|[ ]?[0-9])|[0-9]{3,4}-[0-9]{7}|[0-9]{8}")
# How much a sentence holds at least before a word that opens the next, and at most.
_SENTENCE, _LONGEST = 24, 72


def with_marks(text: str) -> str:
    """The text, as long as it was, with marks for such blanks; unchanged where marks are set or lines are rows."""
    lines = text.split("\n")
    running = [line for line in lines if len(line) >= _LONG and len(_BLANK.findall(line)) >= _PARTED and _runs_on(line)]
    blanks = len(_BLANK.findall(text))
    if len(running) < _RUNNING_LINES or blanks < max(_FEWEST, _RARER * len(_MARKS.findall(text))):
        return text
    return "\n".join(_marked(line) if _runs_on(line) or _label(line) or _lists(line) else line for line in lines)


def _runs_on(line: str) -> bool:
    return _RUNS.search(line) is not None and not _CELLS.search(line) and not _of_honours(line)


def _of_honours(line: str) -> bool:
    return load_lexicon("unmarked").has("row_of_honours", line)


def _label(line: str) -> int:
    """Where the label ends that a line begins with, set apart by a blank; 0 where there is none."""
    first = _BLANK.search(line)
    if first is None or _CELLS.search(line) or _of_honours(line):
        return 0
    return first.start() if _labels().fullmatch(line[: first.start()].strip()) else 0


def _lists(line: str) -> bool:
    """Whether a line lists what is done, made or sold (主要办 学历教育 社会培训)."""
    words, head = load_lexicon("unmarked"), line[: match.start()] if (match := _BLANK.search(line)) else ""
    known = bool(head) and words.has("lists", head) and not _CELLS.search(line)
    return known and not words.has("no_list", line[len(head) + 1 :])


def _marked(line: str) -> str:
    words, label = load_lexicon("unmarked"), _label(line)
    blanks = [match.start() for match in _BLANK.finditer(line)]
    if not blanks:
        return line
    listed = _lists(line)
    marked, begun = list(line), label
    for blank, following in pairwise((*blanks, len(line))):
        piece, behind = line[:blank], line[blank + 1 : following]
        heads = listed and blank == blanks[0] and words.has("verbs", piece)
        if blank == label or heads or words.has("names", piece):
            marked[blank] = "："
        elif listed:
            marked[blank] = "、"
        else:
            opens = blank - begun >= _SENTENCE and words.has("opens", behind)
            marked[blank] = "。" if opens or blank - begun >= _LONGEST else "，"
            begun = blank if marked[blank] == "。" else begun
    return "".join(marked)


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    labels = load_lexicon("labels").patterns
    kept = [pattern.pattern for key, pattern in labels.items() if key not in {"blank", "head"}]
    return re.compile("|".join([*kept, load_lexicon("unmarked").patterns["heads"].pattern]))
