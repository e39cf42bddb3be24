"""The drafting room's word lists (corpus/drafting/*.yaml), compiled once.

A pattern may name a family of words, ⟨forbid⟩; the families are those of corpus/drafting/families.yaml.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.knowledge.source import Node, load_yaml
from assistant.settings import settings

_FAMILY = re.compile("⟨([a-z_]+)⟩")
# A family may be put together of others, these of no further ones.
_DEPTH = 2


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


@lru_cache(maxsize=32)
def load_lexicon(name: str, corpus: Path | None = None) -> Lexicon:
    """The word lists of `corpus/drafting/<name>.yaml`; KnowledgeError says which one does not compile."""
    folder = (corpus or settings().assistant_corpus) / "drafting"
    node = load_yaml(folder / f"{name}.yaml")
    families = load_families(folder)
    return Lexicon({key: _compile(node, key, families) for key in node.mapping()})


@lru_cache(maxsize=16)
def load_families(folder: Path) -> dict[str, str]:
    """The families of words by name, those within a family spelt out; empty where the folder has none."""
    file = folder / "families.yaml"
    if not file.exists():
        return {}
    node = load_yaml(file)
    return {name: node.text(name) for name in node.mapping()}


def spelt_out(pattern: str, families: dict[str, str]) -> str:
    """The pattern with each ⟨family⟩ replaced by its words; KeyError for a family there is not."""
    for _ in range(_DEPTH):
        pattern = _FAMILY.sub(lambda match: f"(?:{families[match[1]]})", pattern)
    return pattern


def _compile(node: Node, key: str, families: dict[str, str]) -> re.Pattern[str]:
    parts = []
    for position, part in enumerate(node.texts(key, at_least=1)):
        try:
            parts.append(spelt_out(part, families))
            re.compile(parts[-1])
        except (re.error, KeyError) as error:
            problem = f"“{key}”第{position + 1}项不是合法的正则表达式（{error}）"
            raise node.fail(problem, "改正这一项", key) from error
    return re.compile("|".join(f"(?:{part})" for part in parts))
