"""The shape of a question by its words: cues, other_awards, matters and groups.yaml of corpus/answering, typed."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.answering.matters import Matter, load_matters
from assistant.errors import KnowledgeError

# Only what asks which award comes first is restricted to some of them.
# 最近 and 最后 rank nothing, and a superlative of no award asked for (最晚什么时候交) restricts nothing.
_SUPERLATIVE = re.compile(r"最(?![近后初起新终])|更|排第[一二三123]")
_RANKED = re.compile(r"哪(?!一?[天年月日里]|几[天年月日])|谁|什么奖|啥奖")


def ranks(text: str) -> bool:
    """Whether a text asks which award comes first of several (哪个公示时间最长)."""
    return bool(_SUPERLATIVE.search(text) and _RANKED.search(text))


@dataclass(frozen=True, slots=True)
class Group:
    """Awards a superlative may be restricted to: `asked` finds it in a question, `told` says which are compared. One
    that is `counted` (三个市的奖) restricts any question."""

    asked: re.Pattern[str]
    awards: tuple[str, ...]
    told: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Lists of substrings by name, awards outside the library by their words, and what questions ask for by name."""

    words: dict[str, tuple[str, ...]]
    other_awards: tuple[tuple[str, tuple[str, ...]], ...]
    matters: tuple[Matter, ...] = ()
    groups: tuple[Group, ...] = ()

    def has(self, name: str, text: str) -> bool:
        """Whether any word of list `name` occurs in `text`."""
        return any(word in text for word in self.words[name])

    def without(self, text: str, *lists: str) -> str:
        """The text without the words of these lists and without punctuation."""
        words = {word for name in lists for word in self.words[name]}
        # Words of one length in an order of their own: the same text always leaves the same rest.
        for word in sorted(words, key=lambda one: (-len(one), one)):
            text = text.replace(word, "")
        return re.sub(r"\W", "", text)

    def group(self, text: str) -> Group | None:
        """The awards that a superlative of `text`, or their number, restricts it to; None where there is neither."""
        ranked = ranks(text)
        return next((one for one in self.groups if (ranked or one.counted) and one.asked.search(text)), None)

    def other_award(self, text: str) -> str | None:
        """The name of an award outside the library that `text` mentions, else None."""
        folded = text.casefold()
        for name, words in self.other_awards:
            if any(word.casefold() in folded for word in words):
                return name
        return None


def _read(path: Path) -> object:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path}：无法读取（{error}）。请恢复该文件。") from error


@lru_cache(maxsize=4)
def load_cues(corpus: Path) -> Cues:
    """Load the files. Raises KnowledgeError where one is missing or of another shape."""
    folder = corpus / "answering"
    lists, others = _read(folder / "cues.yaml"), _read(folder / "other_awards.yaml")
    if not isinstance(lists, dict) or not isinstance(others, list):
        raise KnowledgeError(f"{folder}：cues.yaml 应为映射，other_awards.yaml 应为列表。请对照仓库中的原文件改正。")
    words = {str(name): tuple(str(word) for word in row) for name, row in lists.items()}
    known = tuple((str(row["name"]), tuple(str(word) for word in row["words"])) for row in others)
    return Cues(words, known, load_matters(folder / "matters.yaml"), _groups(folder / "groups.yaml"))


def _groups(path: Path) -> tuple[Group, ...]:
    try:
        rows = [
            (re.compile(row["asked"]), tuple(row["awards"]), str(row["told"]), bool(row.get("counted")))
            for row in _read(path) or ()  # type: ignore[attr-defined]  # a shape is told below
        ]
    except (KeyError, TypeError, re.error) as error:
        raise KnowledgeError(f"{path}：{error}。每项应有 asked（正则表达式）、awards 和 told。") from error
    return tuple(Group(*row) for row in rows)
