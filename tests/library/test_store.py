"""The library keeps documents and clauses durably, finds quotes verbatim, and refuses what it holds already."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.documents.grammar import split_clauses
from assistant.documents.model import Document
from assistant.errors import AssistantError, NotFoundError, UnusableInputError
from assistant.library.store import FILE_NAME, Library

TEXT = "青石市质量奖办法\n第一条 为推进质量\n\n强市，制定本办法。\n第二条 每届不超过5个。**特别**优秀的可以增加。\n"
DOCUMENT = Document("qingshi", "青石市质量奖办法", TEXT, sha256="a" * 64, awards=("qingshi",), page_starts=(0, 20))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    held = Library(tmp_path)
    held.add(DOCUMENT, split_clauses(DOCUMENT))
    return held


def test_what_was_added_is_there_when_opened_again(library: Library, tmp_path: Path) -> None:
    again = Library(tmp_path)
    assert again.documents() == (DOCUMENT,)
    assert again.clauses("qingshi") == split_clauses(DOCUMENT)
    assert again.clauses() == again.clauses("qingshi")
    assert again.clause("qingshi", "第二条").page == 2


def test_another_process_is_seen_at_once(library: Library, tmp_path: Path) -> None:
    assert len(library.documents()) == 1
    Library(tmp_path).add(replace(DOCUMENT, id="other", sha256="b" * 64), ())
    assert [document.id for document in library.documents()] == ["other", "qingshi"]


def test_a_quote_is_found_across_a_line_break_and_returned_as_stored(library: Library) -> None:
    citation = library.locate("qingshi", "为推进质量强市")
    assert (citation.clause, citation.quote) == ("第一条", "为推进质量\n\n强市")
    assert citation.quote in TEXT
    assert library.locate("qingshi", "特别优秀的").quote == "特别**优秀的"


@pytest.mark.parametrize(
    ("quote", "says"),
    [("每届不超过6个", "找不到引文"), ("", "找不到引文"), ("制定本办法。第二条", "跨了几个条款（第一条；第二条）")],
)
def test_a_quote_that_lies_in_no_single_clause_is_refused(library: Library, quote: str, says: str) -> None:
    with pytest.raises(NotFoundError, match=says):
        library.locate("qingshi", quote)


def test_unknown_documents_and_clauses_name_what_there_is(library: Library) -> None:
    with pytest.raises(NotFoundError, match="现有：qingshi"):
        library.document("nowhere")
    with pytest.raises(NotFoundError, match="没有条款“第九条”"):
        library.clause("qingshi", "第九条")
    with pytest.raises(NotFoundError):
        library.remove("nowhere")


def test_the_same_id_and_the_same_content_are_refused(library: Library) -> None:
    with pytest.raises(UnusableInputError, match="--id"):
        library.add(replace(DOCUMENT, sha256="c" * 64), ())
    with pytest.raises(UnusableInputError, match="编号为“qingshi”"):
        library.add(replace(DOCUMENT, id="copy"), ())
    assert len(library.documents()) == 1


def test_the_fingerprint_follows_the_content(library: Library, tmp_path: Path) -> None:
    before = library.fingerprint()
    other = replace(DOCUMENT, id="other", sha256="b" * 64)
    library.add(other, split_clauses(other))
    assert library.fingerprint() != before
    library.remove("other")
    assert library.fingerprint() == before == Library(tmp_path).fingerprint()


def test_a_failed_transaction_leaves_nothing_behind(library: Library) -> None:
    before = library.fingerprint()
    with pytest.raises(RuntimeError), library.writing() as connection:
        library.drop(connection, "qingshi")
        raise RuntimeError("stop here")
    assert library.fingerprint() == before
    assert library.document("qingshi") == DOCUMENT


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no database at all" * 400)
    with pytest.raises(AssistantError, match="已损坏"):
        Library(tmp_path)


def test_a_file_of_a_newer_version_is_left_alone(library: Library, tmp_path: Path) -> None:
    with library.reading() as connection:
        connection.exec_driver_sql("PRAGMA user_version=99")
    with pytest.raises(AssistantError, match="更新的版本"):
        Library(tmp_path)


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UnusableInputError, match="ASSISTANT_HOME"):
        Library(tmp_path / "file" / "home")
