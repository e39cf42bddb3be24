"""The index's life: up to date, updated, killed, damaged, deleted, another encoder, two processes."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.documents.grammar import split_clauses
from assistant.documents.model import Document
from assistant.errors import IndexUnavailableError
from assistant.library.seed import open_library
from assistant.retrieval.generation import Generations, read
from assistant.retrieval.index import build, is_fresh
from assistant.retrieval.retriever import open_retriever
from assistant.settings import Settings

BUILD = """
import sys
from pathlib import Path
from assistant.retrieval.index import build
from assistant.settings import Settings
home, corpus = map(Path, sys.argv[1:])
build(Settings(assistant_home=home, assistant_corpus=corpus, embedding_model="", chroma_url=""), rebuild=True)
"""


def copy_of(built: Settings, folder: Path) -> Settings:
    """An indexed home of one's own, to damage."""
    home = Path(shutil.copytree(built.assistant_home, folder / "home"))
    return built.model_copy(update={"assistant_home": home})


def notice(text: str) -> tuple[Document, tuple[object, ...]]:
    document = Document(id="haitian", title="海天市质量奖通知", text=text, sha256="1")
    return document, split_clauses(document)


def test_a_second_build_does_nothing(built: Settings, tmp_path: Path) -> None:
    settings = copy_of(built, tmp_path)
    before = Generations(settings.assistant_home).current()
    report = build(settings)
    assert Generations(settings.assistant_home).current() == before
    assert (report.documents, report.encoder.startswith("token-table-")) == (2, True)


def test_an_added_document_is_found_and_only_it_is_encoded(built: Settings, tmp_path: Path) -> None:
    settings = copy_of(built, tmp_path)
    said: list[str] = []
    encoder = build(settings).encoder
    library = open_library(settings)
    document, clauses = notice("海天市质量奖通知\n\n一、申报\n\n申报组织须缴存海盐样品五公斤。\n")
    library.add(document, clauses)
    assert not is_fresh(settings, library)
    started = time.perf_counter()
    retriever = open_retriever(settings, library, said.append)
    assert time.perf_counter() - started < 5
    assert "海盐样品" in retriever.search("要交多少海盐样品")[0].clause.text
    assert any(f"正在编码 {len(clauses)} 个条款" in line for line in said)
    assert build(settings).encoder == encoder
    library.remove("haitian")
    again = open_retriever(settings, library)
    assert all(hit.clause.document != "haitian" for hit in again.search("要交多少海盐样品"))


def test_changed_questions_are_taken_up(fresh: Settings) -> None:
    build(fresh)
    path = fresh.assistant_corpus / "questions" / "qingshan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("收不收费", "要不要买门票"), encoding="utf-8")
    retriever = open_retriever(fresh, open_library(fresh))
    assert retriever.questions.match("青山市要不要买门票")[0].question == "青山市要不要买门票"


@pytest.mark.parametrize("victim", ["manifest.json", "contents.json", "vectors.npz", "clauses/meta.json"])
def test_a_damaged_index_is_noticed_and_rebuilt(built: Settings, tmp_path: Path, victim: str) -> None:
    settings = copy_of(built, tmp_path)
    folder = Generations(settings.assistant_home).current()
    assert folder is not None
    (folder / victim).write_bytes(b"\x00 damaged")
    retriever = open_retriever(settings, open_library(settings))
    assert "30万元" in retriever.search("青山市奖金多少")[0].clause.text
    assert retriever.notices == []
    read(Generations(settings.assistant_home).current() or Path())


def test_a_deleted_index_is_rebuilt(built: Settings, tmp_path: Path) -> None:
    settings = copy_of(built, tmp_path)
    shutil.rmtree(settings.assistant_home / "index")
    retriever = open_retriever(settings, open_library(settings))
    assert "30万元" in retriever.search("青山市奖金多少")[0].clause.text


def test_in_the_background_answers_come_at_once_and_the_index_follows(fresh: Settings) -> None:
    retriever = open_retriever(fresh, open_library(fresh), background=True)
    assert "30万元" in retriever.search("青山市质量奖补助多少万元")[0].clause.text
    assert "正在建立" in retriever.notices[0]
    deadline = time.monotonic() + 60
    while retriever.notices and time.monotonic() < deadline:
        retriever.search("奖金多少")
        time.sleep(0.1)
    assert retriever.notices == []
    assert retriever.snapshot().encoder is not None


def test_without_room_for_an_index_answers_come_from_words(built: Settings, tmp_path: Path) -> None:
    settings = copy_of(built, tmp_path)
    shutil.rmtree(settings.assistant_home / "index")
    (settings.assistant_home / "index").write_text("in the way", encoding="utf-8")
    retriever = open_retriever(settings, open_library(settings))
    assert "30万元" in retriever.search("青山市质量奖补助多少万元")[0].clause.text
    assert "检索索引暂不可用" in retriever.notices[0]


def test_a_build_killed_at_any_moment_leaves_a_usable_index(built: Settings, tmp_path: Path) -> None:
    settings = copy_of(built, tmp_path)
    chance = random.Random(5)
    killed = 0
    command = [sys.executable, "-c", BUILD, str(settings.assistant_home), str(settings.assistant_corpus)]
    began = time.monotonic()
    subprocess.run(command, check=True)
    whole = time.monotonic() - began  # What a build takes on this machine, so that most are killed at work.
    for _ in range(6):
        process = subprocess.Popen(command)
        try:
            process.wait(timeout=chance.uniform(0.1, 0.9) * whole)
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        process.wait()
        folder = Generations(settings.assistant_home).current()
        assert folder is not None
        _, contents = read(folder)
        assert len(contents.keys) == len(contents.vectors) > 0
    assert killed >= 2
    retriever = open_retriever(settings, open_library(settings))
    assert "30万元" in retriever.search("青山市奖金多少")[0].clause.text


def test_two_builds_at_once_both_end_well(built: Settings, tmp_path: Path) -> None:
    settings = copy_of(built, tmp_path)
    command = [sys.executable, "-c", BUILD, str(settings.assistant_home), str(settings.assistant_corpus)]
    processes = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    read(Generations(settings.assistant_home).current() or Path())


def test_a_missing_manifest_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailableError, match="index --rebuild"):
        read(tmp_path)


def test_searching_imports_neither_torch_nor_chroma(built: Settings) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from assistant.library.seed import open_library\n"
        "from assistant.retrieval.retriever import open_retriever\n"
        "from assistant.settings import Settings\n"
        "home, corpus = map(Path, sys.argv[1:])\n"
        "s = Settings(assistant_home=home, assistant_corpus=corpus, embedding_model='', chroma_url='')\n"
        "assert open_retriever(s, open_library(s)).search('奖金多少')\n"
        "sys.exit(bool({'torch', 'chromadb', 'sentence_transformers', 'scipy'} & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", code, str(built.assistant_home), str(built.assistant_corpus)]
    assert subprocess.run(command, check=False).returncode == 0
