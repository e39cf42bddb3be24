"""The retriever: finds clauses, keeps up with new builds, and goes on answering while an index is missing."""

import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.documents.model import Clause
from assistant.errors import IndexUnavailableError
from assistant.knowledge.thesaurus import load_thesaurus
from assistant.library.store import Library
from assistant.retrieval import index
from assistant.retrieval.assembly import assemble
from assistant.retrieval.authored import collect
from assistant.retrieval.encoders import open_encoder
from assistant.retrieval.fusion import Floats
from assistant.retrieval.generation import Generations, read
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.questions import QuestionIndex
from assistant.retrieval.snapshot import Snapshot
from assistant.retrieval.vector_store import VectorStore
from assistant.settings import Settings

# How much the wording of clauses that only name things counts where no authored question leads to them.
_BARE_SHARE = {"title": 0.5, "heading": 0.7, "toc": 0.4, "signature": 0.6}


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause found. `score` is the chance (0..1, comparable between queries) that it answers; `lexical`, `dense` and
    `question` are the signals behind it: wording, vector, and the nearest authored question that leads to it."""

    clause: Clause
    score: float
    lexical: float
    dense: float
    question: float


class Retriever:
    """Searches the clauses of one home. Safe for several threads."""

    def __init__(self, settings: Settings, library: Library, background: bool = False) -> None:
        """Use `open_retriever`. With `background` a missing index is built beside the answers instead of before."""
        self._settings, self._library = settings, library
        self._generations = Generations(settings.assistant_home)
        self._background = background
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._clauses: dict[str, Clause] = {}
        self._kinds: dict[str, str] = {}
        self._builder: threading.Thread | None = None
        self._snapshot: Snapshot
        self._index_notices: list[str] = []
        self.vectors = VectorStore(settings)
        self.questions = QuestionIndex(self.snapshot)

    @property
    def notices(self) -> list[str]:
        """What a reader should know of the state of the indexes; empty when all is well."""
        return [*self._index_notices, *self.vectors.notices]

    def search(self, query: str, *, documents: Collection[str] | None = None, limit: int = 10) -> list[Hit]:
        """The clauses that answer `query`, best first, only of `documents` where given (ids the library does not hold
        match nothing). An empty query finds nothing."""
        if not query.strip():
            return []
        snapshot = self.snapshot()
        prepared = snapshot.prepare(query)
        signals = snapshot.clause_signals(prepared, documents, self.vectors.nearest_of(snapshot))
        scores = self._scores(snapshot, signals)
        order = np.argsort(-scores, kind="stable")
        found = order[np.asarray(signals.any(axis=1), dtype=bool)[order]]
        rows = [int(row) for row in found[: 2 * limit] if snapshot.keys[row] in self._clauses][:limit]
        return [self._hit(snapshot, row, scores, signals) for row in rows]

    def _scores(self, snapshot: Snapshot, signals: Floats) -> Floats:
        """Clauses that questions lead to are judged with them, others by their wording; a title among the latter
        repeats the words of every question about its award and answers none."""
        share = [_BARE_SHARE.get(self._kinds.get(key, ""), 1.0) for key in snapshot.keys]
        plain = snapshot.tuning.plain.score(signals[:, :2] * np.asarray(share)[:, None])
        return np.asarray(np.where(snapshot.led_to, snapshot.tuning.clauses.score(signals), plain))

    def snapshot(self) -> Snapshot:
        """The indexes as they are now; looks (cheaply) whether a newer build has been switched to."""
        folder = self._generations.current()
        if folder != self._folder and folder is not None:
            with self._lock:
                self._take(folder)
        return self._snapshot

    def close(self) -> None:
        """Give back the vector store."""
        self.vectors.close()

    def open(self, progress: index.Progress | None) -> None:
        """Bring the index up to date (before returning, or beside the answers where `background`) and open it."""
        if not self._background:
            self._build(progress)
            return
        folder = self._current_if_fresh()
        if folder is not None:
            return
        if not self._open_any():
            self._fall_back("检索索引正在建立，暂以词语检索作答。")
        self._builder = threading.Thread(target=self._build_beside, args=(progress,), daemon=True)
        self._builder.start()

    def _current_if_fresh(self) -> Path | None:
        folder = self._generations.current()
        if folder is None or not index.is_fresh(self._settings, self._library):
            return None
        return folder if self._open_any() else None

    def _open_any(self) -> bool:
        """Open the folder in use, stale or not; False where there is none that opens."""
        folder = self._generations.current()
        if folder is None:
            return False
        try:
            self._load(folder)
        except IndexUnavailableError:
            return False
        return True

    def _build(self, progress: index.Progress | None) -> None:
        try:
            index.refresh(self._settings, self._library, progress=progress)
            folder = self._generations.current()
            if folder is None:
                raise IndexUnavailableError("索引刚建好就不见了。请运行 index --rebuild 重建。")
            self._load(folder)
        except (IndexUnavailableError, OSError) as error:
            self._fall_back(f"检索索引暂不可用（{error}），暂以词语检索作答。")

    def _build_beside(self, progress: index.Progress | None) -> None:
        try:
            index.refresh(self._settings, self._library, progress=progress)
        except (IndexUnavailableError, OSError) as error:
            self._index_notices = [f"检索索引暂未建好（{error}），暂以词语检索作答。"]

    def _take(self, folder: Path) -> None:
        if folder == self._folder:
            return
        try:
            self._load(folder)
        except IndexUnavailableError:
            self._folder = folder  # not looked at again; the state in memory serves on

    def _load(self, folder: Path) -> None:
        manifest, contents = read(folder)
        snapshot = Snapshot(
            keys=contents.keys,
            documents=contents.documents,
            vectors=contents.vectors,
            asked=contents.asked,
            asked_vectors=contents.asked_vectors,
            clause_index=LexicalIndex(folder / "clauses"),
            question_index=LexicalIndex(folder / "questions"),
            encoder=open_encoder(self._settings, manifest.encoder, self._generations.root),
            thesaurus=load_thesaurus(self._settings.assistant_corpus),
            tuning=manifest.opened_tuning(),
        )
        self._adopt(snapshot, folder, [])

    def _fall_back(self, notice: str) -> None:
        """Lexical search in memory, made from the library and the corpus."""
        asked = collect(self._settings.assistant_corpus, self._library)
        thesaurus = load_thesaurus(self._settings.assistant_corpus)
        self._adopt(assemble(list(self._library.clauses()), asked, None, thesaurus), None, [notice])

    def _adopt(self, snapshot: Snapshot, folder: Path | None, notices: Sequence[str]) -> None:
        self._clauses = {clause.key: clause for clause in self._library.clauses()}
        self._kinds = {key: clause.kind for key, clause in self._clauses.items()}
        self._snapshot, self._folder, self._index_notices = snapshot, folder, list(notices)

    def _hit(self, snapshot: Snapshot, row: int, scores: Floats, signals: Floats) -> Hit:
        lexical, dense, question_lexical, question_dense = (float(value) for value in signals[row])
        return Hit(
            self._clauses[snapshot.keys[row]], float(scores[row]), lexical, dense, max(question_lexical, question_dense)
        )


def open_retriever(
    settings: Settings, library: Library, progress: index.Progress | None = None, *, background: bool = False
) -> Retriever:
    """A retriever over the library with its index up to date.

    A missing, stale or damaged index is rebuilt first, with `progress` told (or beside the answers where `background`,
    which suits a long-lived process); where that cannot be done answers come from lexical search in memory and
    `notices` say so.
    """
    retriever = Retriever(settings, library, background)
    retriever.open(progress)
    return retriever
