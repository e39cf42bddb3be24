"""The authored examples and concepts: enough of them, of known labels, none twice, and errors that name the place."""

from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.knowledge.dimensions import load_concepts, load_examples
from assistant.mapping.classifier import Vectoriser
from assistant.mapping.opening import frameworks
from assistant.settings import settings


def test_examples_are_many_differ_and_carry_known_labels() -> None:
    examples = load_examples(settings().assistant_corpus)
    assert len(examples) >= 1300
    assert Counter(example.text for example in examples).most_common(1)[0][1] == 1
    for name, framework in frameworks(settings().assistant_corpus).items():
        known = {dimension.name for dimension in framework.dimensions}
        used = {label for example in examples for label in example.labels.get(name, ())}
        assert used == known


def test_examples_under_one_heading_share_a_source() -> None:
    sources = Counter(example.source for example in load_examples(settings().assistant_corpus))
    assert sources["轴承厂"] >= 10


def test_a_row_with_a_missing_cell_names_its_line(tmp_path: Path) -> None:
    _write(tmp_path, "examples.tsv", "# 说明\ntext\ta\tb\n一句话\t质量提升\n")
    with pytest.raises(KnowledgeError, match=r"第 3 行有 1 栏标签，应为 2 栏"):
        load_examples(tmp_path)


def test_a_dash_is_not_judged_and_an_empty_cell_is_no_practice(tmp_path: Path) -> None:
    _write(tmp_path, "examples.tsv", "text\ta\tb\n## 甲厂\n一句话\t-\t\n")
    (example,) = load_examples(tmp_path)
    assert example.labels == {"b": ()}
    assert example.source == "甲厂"


def test_white_space_in_a_concept_is_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "concepts.yaml", "check: >-\n  自检 | 互检 |\n  首件\n")
    assert load_concepts(tmp_path)["check"].pattern == "自检|互检|首件"


def test_a_concept_that_is_no_expression_is_named(tmp_path: Path) -> None:
    _write(tmp_path, "concepts.yaml", "check: '自检('\n")
    with pytest.raises(KnowledgeError, match="check"):
        load_concepts(tmp_path)


def test_no_concept_matches_the_empty_text() -> None:
    assert [name for name, one in load_concepts(settings().assistant_corpus).items() if one.search("")] == []


def test_a_text_of_unseen_features_is_a_row_of_zeros() -> None:
    vectoriser = Vectoriser.fit([{"a": 1.0}, {"a": 1.0, "b": 2.0}])
    assert vectoriser.rows([{"z": 1.0}, {"b": 3.0}]).toarray().tolist() == [[0.0, 0.0], [0.0, 1.0]]


def _write(corpus: Path, name: str, text: str) -> None:
    folder = corpus / "mapping"
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8")
