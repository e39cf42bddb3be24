"""The guard's word lists, read once from corpus/verification."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import KnowledgeError
from assistant.verification.plain import flat

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists by name, as described in corpus/verification/lexicon.yaml and paraphrase.yaml."""

    words: dict[str, Any]
    groups: dict[str, frozenset[str]]
    neutral: frozenset[str]
    not_claims: re.Pattern[str]

    def list(self, name: str) -> tuple[str, ...]:
        """One list of words."""
        return self.words[name]  # type: ignore[no-any-return]

    def equal(self, word: str) -> frozenset[str]:
        """The wordings that may stand for `word`, itself included."""
        return self.groups.get(word, frozenset({word}))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lists; KnowledgeError naming the file where one is missing or malformed."""
    words = _flat(_read("lexicon.yaml"))
    paraphrase = _read("paraphrase.yaml")
    groups: dict[str, set[str]] = {}
    for line in paraphrase["equal"]:
        members = {flat(str(word)) for word in line}
        for member in members:
            groups.setdefault(member, set()).update(members)
    return Lexicon(
        words=words,
        groups={word: frozenset(members) for word, members in groups.items()},
        neutral=frozenset(flat(str(word)) for name in ("neutral", "talk") for word in paraphrase[name]),
        not_claims=re.compile("|".join(f"(?:{line})" for line in words["not_claims"])),
    )


def any_of(words: tuple[str, ...] | frozenset[str], text: str) -> str:
    """The longest of `words` that occurs in `text`, or ""."""
    return max((word for word in words if word in text), key=len, default="")


@lru_cache(maxsize=256)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of `words`, the longest first."""
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def read_lists(name: str) -> dict[str, Any]:
    """A file of corpus/verification with lists as tuples; KnowledgeError naming it where it is missing or malformed."""
    return _flat(_read(name))  # type: ignore[no-any-return]


def _read(name: str) -> dict[str, Any]:
    path = CORPUS / "verification" / name
    try:
        read = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(
            f"核验词表 {path.name} 读不出：{error}。请恢复 corpus/verification/{path.name}。"
        ) from error
    if not isinstance(read, dict):
        raise KnowledgeError(f"核验词表 {path.name} 应是键与列表。请恢复 corpus/verification/{path.name}。")
    return read


def _flat(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _flat(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_flat(item) for item in value)
    return str(value)
