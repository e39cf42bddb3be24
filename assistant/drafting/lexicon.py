"""The drafting room's word lists (corpus/drafting/*.yaml), compiled once."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.knowledge.source import Node, load_yaml
from assistant.settings import settings


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Named lists of regular expressions, each list compiled into one alternation."""

    patterns: dict[str, re.Pattern[str]]

    def find(self, name: str, text: str) -> re.Match[str] | None:
        """The first match of list `name` in `text`; KeyError for a list that is not in the file."""
        return self.patterns[name].search(text)

    def has(self, name: str, text: str) -> bool:
        """Whether list `name` matches anywhere in `text`."""
        return self.patterns[name].search(text) is not None


@lru_cache(maxsize=16)
def load_lexicon(name: str, corpus: Path | None = None) -> Lexicon:
    """The word lists of `corpus/drafting/<name>.yaml`; KnowledgeError says which one does not compile."""
    node = load_yaml((corpus or settings().assistant_corpus) / "drafting" / f"{name}.yaml")
    return Lexicon({key: _compile(node, key) for key in node.mapping()})


def _compile(node: Node, key: str) -> re.Pattern[str]:
    parts = node.texts(key, at_least=1)
    for position, part in enumerate(parts):
        try:
            re.compile(part)
        except re.error as error:
            problem = f"“{key}”第{position + 1}项不是合法的正则表达式（{error.msg}）"
            raise node.fail(problem, "改正这一项", key) from error
    return re.compile("|".join(f"(?:{part})" for part in parts))
