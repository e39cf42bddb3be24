"""Speed and hit rate beside a plain LangChain pipeline on the same held-out questions, printed as ratios.

Plain pipeline: RecursiveCharacterTextSplitter (400/50), Chroma with the same encoder, LangChain's BM25Retriever as it
comes, fused by reciprocal rank. A hit: among the first five results one overlaps a clause
that answers. Encoder and index on both sides never saw the questions asked.
Run: python -m evaluations.benchmark.against_langchain [QUESTIONS]
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.knowledge.thesaurus import load_thesaurus
from assistant.library.seed import open_library
from assistant.library.store import Library
from assistant.retrieval.assembly import assemble
from assistant.retrieval.authored import Authored, collect, split
from assistant.retrieval.encoder import Encoder
from assistant.retrieval.generation import Generations, read_manifest
from assistant.retrieval.index import refresh
from assistant.retrieval.snapshot import Snapshot
from assistant.retrieval.training import train_encoder
from assistant.settings import settings
from evaluations.benchmark.plain_bm25 import plain_bm25

Span = tuple[str, int, int]
Search = Callable[[str], list[Span]]


class SameEncoder(Embeddings):
    """Our encoder behind LangChain's interface, so that only the pipelines differ."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._encoder.encode(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


def plain_pipeline(library: Library, encoder: Encoder, folder: Path) -> Search:
    """Chunks of every document in Chroma and BM25, fused by reciprocal rank."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=400, chunk_overlap=50, add_start_index=True)
    chunks = [
        chunk
        for document in library.documents()
        for chunk in splitter.create_documents([document.text], [{"document": document.id}])
    ]
    vectors = Chroma.from_documents(chunks, SameEncoder(encoder), persist_directory=str(folder))
    words = plain_bm25(chunks, 10)

    def search(query: str) -> list[Span]:
        scores: dict[Span, float] = {}
        for found in (vectors.similarity_search(query, k=10), words(query)):
            for place, chunk in enumerate(found):
                scores[_span(chunk)] = scores.get(_span(chunk), 0) + 1 / (60 + place)
        return sorted(scores, key=scores.__getitem__, reverse=True)

    return search


def our_pipeline(library: Library, snapshot: Snapshot) -> Search:
    """The project's search over a snapshot that never saw the questions asked here."""
    places = {clause.key: (clause.document, clause.start, clause.end) for clause in library.clauses()}

    def search(query: str) -> list[Span]:
        scores = snapshot.tuning.clauses.score(snapshot.clause_signals(snapshot.prepare(query)))
        return [places[snapshot.keys[row]] for row in np.argsort(-scores)[:10]]

    return search


def measure(search: Search, asked: Sequence[Authored], library: Library) -> tuple[float, float, float]:
    """Hit rate at 5, median milliseconds, and characters a reader is given by the first five results."""
    places = {clause.key: (clause.document, clause.start, clause.end) for clause in library.clauses()}
    search(asked[0].text)
    hits, times, given = [], [], []
    for one in asked:
        started = time.perf_counter()
        found = search(one.text)[:5]
        times.append((time.perf_counter() - started) * 1000)
        hits.append(any(_overlap(span, places[key]) for span in found for key in one.clauses))
        given.append(sum(end - start for _, start, end in found))
    return statistics.mean(hits), statistics.median(times), statistics.mean(given)


def _span(chunk: Document) -> Span:
    start = int(chunk.metadata["start_index"])
    return str(chunk.metadata["document"]), start, start + len(chunk.page_content)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def main() -> None:
    """Build both, ask both the same questions, print one table and the ratios."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    chosen = settings()
    library = open_library(chosen)
    learnt, held = split(collect(chosen.assistant_corpus, library))
    clauses = list(library.clauses())
    refresh(chosen, library)
    folder = Generations(chosen.assistant_home).current()
    if folder is None:
        raise SystemExit("没有索引。请先运行 python -m assistant index。")
    encoder = train_encoder(clauses, learnt)
    thesaurus = load_thesaurus(chosen.assistant_corpus)
    snapshot = assemble(clauses, learnt, encoder, thesaurus, read_manifest(folder).opened_tuning())
    asked = [one for one in held if one.clauses][:most]
    with tempfile.TemporaryDirectory() as store:
        plain = measure(plain_pipeline(library, encoder, Path(store)), asked, library)
    ours = measure(our_pipeline(library, snapshot), asked, library)
    for name, row in (("plain", plain), ("ours", ours)):
        print(f"{name:6} hit@5 {row[0]:.3f}  median {row[1]:.2f} ms  characters shown {row[2]:.0f}")
    hits, speed, text = ours[0] / plain[0], plain[1] / ours[1], ours[2] / plain[2]
    print(f"ratio  hit@5 x{hits:.2f}  speed x{speed:.2f}  text to read x{text:.2f}")


if __name__ == "__main__":
    main()
