"""Authored wordings: quotes stand in their documents, files are validated, and true wordings pass."""

import re
from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.verification.plain import content
from assistant.verification.statements import load_statements
from assistant.verification.subjects import document_text
from evaluations.lies.restated import alarms

_EVERY = 12


@pytest.mark.parametrize("document", sorted(load_statements()))
def test_every_quote_stands_in_its_document(document: str) -> None:
    whole = content(re.sub(r"[*#]", "", document_text(document)))
    lacking = [s.source for s in load_statements()[document] if s.quote not in whole]
    assert not lacking


@pytest.mark.parametrize("document", sorted(load_statements()))
def test_every_statement_has_wordings_of_its_own(document: str) -> None:
    assert all(len(set(s.wordings)) == len(s.wordings) > 4 for s in load_statements()[document])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("- quote: 名额可以空缺。\n", "第 1 项"),
        ("- quote: 甲\n  says: [乙]\n- says: [丙]\n", "第 2 项"),
        ("quote: 不是列表\n", "应是列表"),
        ("- [", "读不出"),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "somewhere-2024.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=named) as error:
        load_statements.__wrapped__(tmp_path)
    assert "somewhere-2024.yaml" in str(error.value)


@pytest.mark.parametrize("unseen", [False, True])
def test_true_wordings_pass(unseen: bool) -> None:
    """A sample of the authored wordings, as they are and as sentences nobody authored."""
    told = refused = 0
    for document, statements in load_statements().items():
        sample = statements[:: _EVERY * 2 if unseen else _EVERY]
        told += sum(len(statement.wordings) - 1 for statement in sample)
        refused += len(list(alarms(document, sample, unseen=unseen)))
    assert 1 - refused / told >= (0.84 if unseen else 0.92)
