"""The drafting room's word lists (corpus/drafting/*.yaml), compiled once.

A pattern may name a family of words, ⟨forbid⟩; the families are those of corpus/drafting/families.yaml.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.knowledge.source import Node, load_yaml
from assistant.language.needed import needed_characters
from assistant.settings import settings

_FAMILY = re.compile("⟨([a-z_]+)⟩")
# A family may be put together of others, these of no further ones.
_DEPTH = 2

_Parts = tuple[tuple[re.Pattern[str], frozenset[str]], ...]
# A part that refers back to a group means another one within the alternation than by itself.
_BACK = re.compile(r"\\[1-9]|\(\?P=")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Named lists of regular expressions, each list compiled into one alternation, and its `parts` one by one.

    An alternation of hundreds of wordings is slow to fail, and fails on most texts; its parts are looked for only
    where the text has a character they need.
    """

    patterns: dict[str, re.Pattern[str]]
    parts: dict[str, _Parts]

    def find(self, name: str, text: str) -> re.Match[str] | None:
        """The first match of list `name` in `text`; KeyError for a list that is not in the file."""
        return self.patterns[name].search(text) if self.has(name, text) else None

    def has(self, name: str, text: str) -> bool:
        """Whether list `name` matches anywhere in `text`."""
        characters = set(text)
        for part, needed in self.parts[name]:
            if not (needed and needed.isdisjoint(characters)) and part.search(text):
                return True
        return False

    def all(self, name: str, text: str) -> list[re.Match[str]]:
        """Every match of list `name` in `text`."""
        return list(self.patterns[name].finditer(text)) if self.has(name, text) else []

    def blanked(self, name: str, text: str) -> str:
        """The text, as long as it was, with each match of list `name` made blank."""
        return self.patterns[name].sub(lambda m: "＿" * len(m.group()), text) if self.has(name, text) else text


@lru_cache(maxsize=32)
def load_lexicon(name: str, corpus: Path | None = None) -> Lexicon:
    """The word lists of `corpus/drafting/<name>.yaml`; KnowledgeError says which one does not compile."""
    folder = (corpus or settings().assistant_corpus) / "drafting"
    node = load_yaml(folder / f"{name}.yaml")
    families = load_families(folder)
    return lexicon_of({key: _parts(node, key, families) for key in node.mapping()})


def lexicon_of(lists: Mapping[str, Sequence[str]]) -> Lexicon:
    """The lexicon of lists of regular expressions by their names."""
    wholes = {name: re.compile("|".join(f"(?:{part})" for part in parts)) for name, parts in lists.items()}
    return Lexicon(wholes, {name: _one_by_one(wholes[name], parts) for name, parts in lists.items()})


def _one_by_one(whole: re.Pattern[str], parts: Sequence[str]) -> _Parts:
    if _BACK.search(whole.pattern):
        return ((whole, frozenset()),)
    return tuple((re.compile(part), needed_characters(part)) for part in parts)


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


def _parts(node: Node, key: str, families: dict[str, str]) -> list[str]:
    parts: list[str] = []
    for position, part in enumerate(node.texts(key, at_least=1)):
        try:
            parts.append(spelt_out(part, families))
            re.compile(parts[-1])
        except (re.error, KeyError) as error:
            problem = f"“{key}”第{position + 1}项不是合法的正则表达式（{error}）"
            raise node.fail(problem, "改正这一项", key) from error
    return parts
