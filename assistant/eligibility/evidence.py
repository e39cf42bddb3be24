"""The evidence checklist: for each subjective condition of a track, what to prepare."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.errors import KnowledgeError
from assistant.knowledge.rules import Rule, Track
from assistant.knowledge.source import load_yaml


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One subjective condition with what is usually prepared for it (practical advice, not policy text)."""

    rule: Rule
    themes: tuple[str, ...]
    prepare: tuple[str, ...]


@lru_cache(maxsize=4)
def load_themes(corpus: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Label and documents to prepare of each theme in `corpus/evidence.yaml`."""
    themes = load_yaml(corpus / "evidence.yaml").child("themes")
    found = {}
    for name in themes.mapping():
        node = themes.child(name)
        node.only({"label", "prepare"})
        found[name] = (node.text("label"), node.texts("prepare", at_least=1))
    return found


def checklist(track: Track, corpus: Path) -> tuple[EvidenceItem, ...]:
    """The evidence rules of a track in order. KnowledgeError where a rule names a theme that is not there."""
    themes = load_themes(corpus)
    items = []
    for rule in track.rules:
        if rule.kind != "evidence":
            continue
        unknown = [name for name in rule.prepare if name not in themes]
        if unknown:
            problem = f"条件“{rule.id}”的 prepare 写了没有定义的“{unknown[0]}”。"
            raise KnowledgeError(f"{problem}请在 corpus/evidence.yaml 里定义它。")
        prepare = dict.fromkeys(document for name in rule.prepare for document in themes[name][1])
        items.append(EvidenceItem(rule, tuple(themes[name][0] for name in rule.prepare), tuple(prepare)))
    return tuple(items)
