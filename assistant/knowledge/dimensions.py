"""Evaluation frameworks and their dimensions, each defined by verbatim clauses, with the cues that speak for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.model import Citation
from assistant.errors import KnowledgeError, NotFoundError
from assistant.knowledge.source import Node, corpus_files, load_yaml

Locate = Callable[[str, str], Citation]

_KEYS = frozenset({"id", "name", "subject", "note", "dimensions"})
_DIMENSION_KEYS = frozenset({"name", "points", "citations", "ask", "evidence", "cues", "outcome"})


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing a framework evaluates by.

    `points` is its weight in the framework's own scale (0 where the notice gives none). `ask` is the question that
    closes a gap, `evidence` what to prepare, `cues` wordings that speak for the dimension.
    """

    name: str
    citations: tuple[Citation, ...]
    ask: str
    evidence: tuple[str, ...]
    cues: tuple[str, ...]
    points: int = 0
    # An outcome dimension speaks second where the same text also tells the practice that led to it.
    outcome: bool = False


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework: its dimensions in the notice's order. `subject` is `organisation` or `individual`."""

    id: str
    name: str
    subject: str
    note: str
    dimensions: tuple[Dimension, ...]

    def dimension(self, name: str) -> Dimension:
        """The dimension of that name; NotFoundError otherwise."""
        for dimension in self.dimensions:
            if dimension.name == name:
                return dimension
        known = "、".join(dimension.name for dimension in self.dimensions)
        raise NotFoundError(f"{self.name}没有“{name}”这个维度。可用的维度：{known}。")


@dataclass(frozen=True, slots=True)
class Example:
    """An authored practice: framework → labels (main first; empty = no quality practice). Unjudged ones are absent."""

    text: str
    labels: dict[str, tuple[str, ...]]
    # What it was written about; examples of one source resemble each other and are held out together.
    source: str = ""


def load_frameworks(corpus: Path, locate: Locate | None = None) -> dict[str, Framework]:
    """All frameworks of `corpus/awards/*/dimensions.yaml` by id; `locate` fills in the clause of each quote.

    KnowledgeError names file, line and remedy of the first thing that is wrong.
    """
    frameworks: dict[str, Framework] = {}
    for path in corpus_files(corpus, "awards/*/dimensions.yaml"):
        top = load_yaml(path)
        for node in Node(path, {"frameworks": top.value}).children("frameworks"):
            framework = _framework(node, locate)
            frameworks[framework.id] = framework
    return frameworks


def _framework(node: Node, locate: Locate | None) -> Framework:
    node.only(_KEYS)
    dimensions = tuple(_dimension(child, locate) for child in node.children("dimensions"))
    subject = node.choice("subject", ("organisation", "individual"))
    return Framework(node.text("id"), node.text("name"), subject, node.text("note", ""), dimensions)


def _dimension(node: Node, locate: Locate | None) -> Dimension:
    node.only(_DIMENSION_KEYS)
    points = node.mapping().get("points", 0)
    if not isinstance(points, int):
        raise node.fail("“points”不是整数", "写成整数", "points")
    return Dimension(
        name=node.text("name"),
        citations=tuple(_citation(child, locate) for child in node.children("citations")),
        ask=node.text("ask"),
        evidence=node.texts("evidence", at_least=1),
        cues=node.texts("cues", at_least=1),
        points=points,
        outcome=node.flag("outcome"),
    )


def _citation(node: Node, locate: Locate | None) -> Citation:
    node.only({"document", "quote", "clause"})
    document, quote = node.text("document"), node.text("quote")
    if locate is None:
        return Citation(document, node.text("clause", ""), quote)
    try:
        return locate(document, quote)
    except NotFoundError as error:
        raise node.fail(f"引文不在 {document} 的任何一条里", "逐字照抄同一条内的文字", "quote") from error


def load_examples(corpus: Path) -> tuple[Example, ...]:
    """The authored practices of `corpus/mapping/examples.tsv`. KnowledgeError names the line that is wrong."""
    path = corpus / "mapping" / "examples.tsv"
    numbered = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    frameworks: list[str] = []
    examples: list[Example] = []
    source = ""
    for number, line in numbered:
        if line.startswith("##"):
            source = line.strip("# ")
        elif line and not line.startswith("#"):
            text, *cells = line.split("\t")
            if not frameworks:
                frameworks = cells
            else:
                examples.append(Example(text, _cells(cells, frameworks, f"{path} 第 {number} 行", text), source))
    return tuple(examples)


def _cells(cells: list[str], frameworks: list[str], where: str, text: str) -> dict[str, tuple[str, ...]]:
    if len(cells) != len(frameworks):
        problem = f"{where}有 {len(cells)} 栏标签，应为 {len(frameworks)} 栏"
        raise KnowledgeError(f"{problem}：“{text[:20]}”。请用制表符补齐。")
    return {name: _labels(cell) for name, cell in zip(frameworks, cells, strict=True) if cell != "-"}


def load_concepts(corpus: Path) -> dict[str, re.Pattern[str]]:
    """The concepts of `corpus/mapping/concepts.yaml` by name. KnowledgeError names the one that does not compile."""
    top = load_yaml(corpus / "mapping" / "concepts.yaml")
    concepts: dict[str, re.Pattern[str]] = {}
    for name in top.mapping():
        try:
            concepts[name] = re.compile(re.sub(r"\s", "", top.text(name)))
        except re.error as error:
            raise top.fail(f"概念“{name}”的写法有误（{error}）", "改成合法的正则表达式", name) from error
    return concepts


def _labels(cell: str) -> tuple[str, ...]:
    return tuple(label for label in cell.split("、") if label)
