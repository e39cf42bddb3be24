"""The authored questions of corpus/questions: what people ask that a clause answers, and exemplars of other intents."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.knowledge.source import Node, corpus_files, load_yaml

EXEMPLARS = "exemplars.yaml"


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions one clause answers. `quote` lies verbatim in the clause; `clause` is its path, "" where not given."""

    document: str
    clause: str
    quote: str
    questions: tuple[str, ...]


def load_questions(corpus: Path) -> tuple[QuestionSet, ...]:
    """Every question set of `corpus/questions/<document>.yaml`, in file order. KnowledgeError names file and line."""
    files = [path for path in corpus_files(corpus, "questions/*.yaml") if path.name != EXEMPLARS]
    return tuple(found for path in files for found in _sets(path))


def load_exemplars(corpus: Path) -> dict[str, tuple[str, ...]]:
    """Sentences by intent label (`out_of_scope`, `forgery`, …); empty where there is no exemplars file."""
    path = corpus / "questions" / EXEMPLARS
    if not path.is_file():
        return {}
    node = load_yaml(path)
    return {label: node.texts(label, at_least=1) for label in node.mapping()}


def _sets(path: Path) -> Iterator[QuestionSet]:
    top = load_yaml(path)
    if not isinstance(top.value, list):
        raise top.fail("文件顶层应当是列表", "写成“- quote: …”的列表")
    for position, item in enumerate(top.value):
        node = Node(path, item, (position,))
        node.only({"quote", "clause", "questions"})
        yield QuestionSet(path.stem, node.text("clause", ""), node.text("quote"), node.texts("questions", at_least=1))
