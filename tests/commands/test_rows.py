"""Rows nobody can use: one Chinese line that names the line, exit status 2, never a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.commands.output import read_json_rows
from assistant.commands.verify_row import LONGEST_BASIS, LONGEST_TEXT, read_row
from assistant.errors import UnusableInputError
from assistant.verification.model import EvidenceClause
from assistant.verification.quoted import misquoted
from tests.commands.test_cli import run

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
GOOD = {"id": 1, "text": "名额不超过3个[c1]。", "clauses": {"c1": {"document": "baoji-2024", "quote": "不超过3个"}}}


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe\x00",
        b'{"id": NaN, "text": "a"}',
        b'{"id": -Infinity, "text": "a"}',
        b'{"id": "\\ud800", "text": "a"}',
        b'{"id": 1, "text": "\\udfffa"}',
        b'{"id": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
        b'{"id": ' + b"9" * 5000 + b"}",
        b"[1]",
        b"null",
        b"{oops",
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: bytes, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(json.dumps(GOOD).encode() + b"\n\n" + line)
    with pytest.raises(UnusableInputError) as caught:
        list(read_json_rows(str(file)))
    assert "第 3 行" in str(caught.value) or "UTF-8" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x1c"])
def test_a_separator_inside_a_string_ends_no_line(sign: str, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    text = json.dumps({**GOOD, "text": f"甲{sign}乙"}, ensure_ascii=False)
    file.write_text(f"{text}\n{text}\n", encoding="utf-8")
    assert [row["text"] for _, row in read_json_rows(str(file))] == [f"甲{sign}乙"] * 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": 3}, "text"),
        ({"clauses": {"c1": "x"}}, "clauses"),
        ({"clauses": {"c1": {}}}, "clauses"),
        ({"clauses": {"c1": {"document": [1], "quote": "x"}}}, "clauses"),
        ({"clauses": {"c1": {"document": "baoji-2024", "quote": None}}}, "clauses"),
        ({"verdicts": {"baoji-org": ["eligible"]}}, "verdicts"),
        ({"verdicts": {"baoji-org": "x"}}, "verdicts"),
        ({"limits": {"p": "25"}}, "limits"),
        ({"limits": {"p": None}}, "limits"),
        ({"limits": [3]}, "limits"),
        ({"facts": [1]}, "facts"),
        ({"facts": {"foo": 1}}, "facts.*foo"),
        ({"facts": {"qms_certified": "yes"}}, "facts.*qms_certified"),
        ({"facts": {"operation_years": True}}, "facts.*operation_years"),
        ({"material": 5}, "material"),
        ({"text": "甲" * (LONGEST_TEXT + 1)}, "text"),
        ({"material": "甲" * LONGEST_BASIS}, "material"),
    ],
)
def test_a_row_of_the_wrong_kind_or_size_is_told(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(UnusableInputError, match=f"第 7 行.*{said}"):
        read_row({**GOOD, **changes}, "第 7 行")


def test_a_row_at_its_bounds_is_taken() -> None:
    room = LONGEST_BASIS - len("不超过3个")
    row = read_row({**GOOD, "text": "甲" * LONGEST_TEXT, "material": "甲" * room, "verdicts": None}, "第 1 行")
    assert row.verdicts == {}


@pytest.mark.parametrize(
    "words",
    [
        ("map", "--framework", "china", "-", "--json"),
        ("ask", "名额", "--history", "-", "--json"),
    ],
)
def test_the_commands_exit_with_2_and_one_line(words: tuple[str, ...]) -> None:
    done = run(*words, stdin='{"id": 1, "text": "\\ud800", "clauses": {}}\n')
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1 and "Traceback" not in done.stderr


def test_verify_goes_on_past_rows_it_cannot_use() -> None:
    bad = ["{oops", "[1]", '{"id": 2, "text": "您好。", "facts": {"foo": 1}}', '{"id": 3, "text": "\\ud800"}']
    lines = [json.dumps(GOOD, ensure_ascii=False), *bad, json.dumps({**GOOD, "id": 9}, ensure_ascii=False)]
    done = run("verify", "--batch", "-", "--json", stdin="\n".join(lines) + "\n")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [row["id"] for row in told] == [1, None, None, 2, None, 9]
    assert [row.get("status") for row in told] == [None, "error", "error", "error", "error", None]
    assert all(f"第 {number} 行" in row["error"] for number, row in enumerate(told, 1) if "error" in row)


@pytest.mark.parametrize(
    ("document", "quote", "passed"),
    [
        ("lanzhou-2023", "市政府质量奖有效期为5年。", True),
        ("lanzhou-2023", "市政府质量奖\n有效期为 5年。", True),
        ("lanzhou-2023", "市政府质量奖有效期为50年。", False),
        ("baoji-2024", "市政府质量奖有效期为5年。", False),
        ("nowhere", "市政府质量奖有效期为5年。", False),
        ("lanzhou-2023", " ", False),
    ],
)
def test_a_quote_must_stand_in_the_document_it_names(document: str, quote: str, passed: bool) -> None:
    texts = {name: (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8") for name in ("lanzhou-2023", "baoji-2024")}
    assert (misquoted({"c1": EvidenceClause(document, quote)}, texts.get) == {}) == passed
