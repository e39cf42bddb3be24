"""The ladder: which award opens the way to which, and which closes it."""

from dataclasses import dataclass
from pathlib import Path

from assistant.knowledge.source import Node, load_yaml


@dataclass(frozen=True, slots=True)
class Step:
    """One relation between awards, resting on a sentence. `effect` is `opens` or `closes`; `text` words it.

    `source` is an award id or, with `source_name`, an honour outside the corpus.
    """

    source: str
    source_name: str
    targets: tuple[str, ...]
    effect: str
    text: str
    document: str
    quote: str


def load_ladder(corpus: Path) -> tuple[Step, ...]:
    """All steps of `corpus/ladder.yaml`. KnowledgeError names file, line and remedy."""
    return tuple(_step(node) for node in load_yaml(corpus / "ladder.yaml").children("steps"))


def steps_of(award: str, ladder: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps that start at an award or lead to it."""
    return tuple(step for step in ladder if award == step.source or award in step.targets)


def _step(node: Node) -> Step:
    node.only({"from", "from_name", "to", "effect", "document", "quote", "text"})
    return Step(
        source=node.text("from"),
        source_name=node.text("from_name", ""),
        targets=node.texts("to", at_least=1),
        effect=node.choice("effect", {"opens", "closes"}),
        text=node.text("text"),
        document=node.text("document"),
        quote=node.text("quote"),
    )
