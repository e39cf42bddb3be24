"""Chroma, embedded and as a server: same answers as the vectors in memory, filters, damage, owners, kills."""

import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import IndexUnavailableError, UnusableInputError
from assistant.library.store import Library
from assistant.retrieval.chroma import ChromaVectors, open_embedded, open_server
from assistant.retrieval.retriever import Retriever, open_retriever
from assistant.retrieval.snapshot import Snapshot
from assistant.settings import Settings

WRITE = """
import sys
from pathlib import Path
import numpy as np
from assistant.retrieval.chroma import open_embedded
class Shape:
    keys = [f"d#{n}" for n in range(3000)]
    documents = ["d"] * 3000
store = open_embedded(Path(sys.argv[1]))
for turn in range(1000):
    Shape.vectors = np.random.default_rng(turn).standard_normal((3000, 16)).astype("float32")
    store.synchronise(Shape, str(turn))
"""


@pytest.fixture(scope="module")
def snapshot(built: Settings, library: Library) -> Snapshot:
    return open_retriever(built, library).snapshot()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`chroma run` on a free loopback port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    chroma = Path(sys.executable).with_name("chroma")
    folder = tmp_path_factory.mktemp("chroma")
    command = [str(chroma), "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("chroma run did not come up")


def same_as_memory(store: ChromaVectors, snapshot: Snapshot) -> None:
    vector = snapshot.prepare("青山市奖金多少").vector
    assert vector is not None
    for documents in (None, ["lvshui"], []):
        found, expected = store.nearest(vector, 5, documents), snapshot.nearest(vector, 5, documents)
        scores = [score for _, score in found[: len(expected)]]
        assert scores == pytest.approx([score for _, score in expected], abs=1e-4)
        assert documents is None or {key.split("#")[0] for key, _ in found} <= set(documents)


def test_the_embedded_store_finds_what_memory_finds(snapshot: Snapshot, tmp_path: Path) -> None:
    store = open_embedded(tmp_path)
    store.synchronise(snapshot, "one")
    same_as_memory(store, snapshot)
    store.close()
    again = open_embedded(tmp_path)
    again.synchronise(snapshot, "one")
    same_as_memory(again, snapshot)
    again.close()


def test_a_server_finds_what_memory_finds(snapshot: Snapshot, server: str) -> None:
    store = open_server(server, "clauses-test")
    store.synchronise(snapshot, "one")
    same_as_memory(store, snapshot)


def test_the_retriever_goes_over_to_the_server(built: Settings, library: Library, server: str) -> None:
    retriever = open_retriever(built.model_copy(update={"chroma_url": server}), library)
    goes_over(retriever)


def test_the_retriever_goes_over_to_the_embedded_store(retriever: Retriever) -> None:
    goes_over(retriever)


def goes_over(retriever: Retriever) -> None:
    before = retriever.search("青山市奖金多少", limit=3)
    retriever.search("名额")
    retriever.vectors.wait()
    assert retriever.vectors.serving
    after = retriever.search("青山市奖金多少", limit=3)
    assert [hit.clause.key for hit in after] == [hit.clause.key for hit in before]
    assert [hit.score for hit in after] == pytest.approx([hit.score for hit in before], abs=1e-3)
    assert retriever.notices == []
    retriever.close()


def test_vectors_that_changed_are_replaced_and_lost_clauses_go(snapshot: Snapshot, tmp_path: Path) -> None:
    store = open_embedded(tmp_path)
    store.synchronise(snapshot, "one")
    fewer = Snapshot(
        **{
            **{name: getattr(snapshot, name) for name in snapshot.__dataclass_fields__},
            "keys": snapshot.keys[:4],
            "documents": snapshot.documents[:4],
            "vectors": -snapshot.vectors[:4],
        }
    )
    store.synchronise(fewer, "two")
    found = store.nearest(fewer.vectors[2], 10, None)
    assert sorted(key for key, _ in found) == sorted(fewer.keys)
    assert max(score for _, score in found) == pytest.approx(1.0, abs=1e-4)
    wider = Snapshot(
        **{
            **{name: getattr(snapshot, name) for name in snapshot.__dataclass_fields__},
            "vectors": np.eye(len(snapshot.keys), 40, dtype=np.float32),
        }
    )
    store.synchronise(wider, "three")
    assert store.nearest(wider.vectors[1], 1, None)[0][0] == wider.keys[1]
    store.close()


def test_only_one_process_owns_the_embedded_store(built: Settings, library: Library, tmp_path: Path) -> None:
    owner = open_embedded(built.assistant_home / "chroma")
    with pytest.raises(IndexUnavailableError, match="另一个进程"):
        open_embedded(built.assistant_home / "chroma")
    retriever = open_retriever(built, library)
    retriever.search("名额")
    retriever.search("名额")
    retriever.vectors.wait()
    assert "另一个进程" in retriever.notices[0]
    assert "30万元" in retriever.search("青山市奖金多少")[0].clause.text
    owner.close()


def test_a_store_whose_writer_was_killed_is_thrown_away_and_made_again(snapshot: Snapshot, tmp_path: Path) -> None:
    chance = random.Random(3)
    for _ in range(2):
        process = subprocess.Popen([sys.executable, "-c", WRITE, str(tmp_path)])
        time.sleep(chance.uniform(1.5, 3.5))
        assert process.poll() is None
        process.kill()
        process.wait()
    store = open_embedded(tmp_path)
    store.synchronise(snapshot, "after")
    same_as_memory(store, snapshot)
    store.close()


def test_a_store_of_rubbish_is_thrown_away_and_made_again(snapshot: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "store-0").mkdir()
    (tmp_path / "store-0" / "chroma.sqlite3").write_bytes(b"rubbish" * 1000)
    store = open_embedded(tmp_path)
    store.synchronise(snapshot, "one")
    same_as_memory(store, snapshot)
    store.close()


def test_a_server_out_of_reach_is_a_notice_and_answers_go_on(built: Settings, library: Library) -> None:
    retriever = open_retriever(built.model_copy(update={"chroma_url": "http://127.0.0.1:9"}), library)
    retriever.search("名额")
    retriever.search("名额")
    retriever.vectors.wait()
    assert "向量库暂不可用" in retriever.notices[0]
    assert "30万元" in retriever.search("青山市奖金多少")[0].clause.text


def test_a_url_that_is_none_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="CHROMA_URL"):
        open_server("localhost", "clauses")
