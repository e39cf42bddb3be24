"""Where vectors are searched: the first answers of a process in memory, those of a long-lived one by Chroma."""

import hashlib
import threading
from collections.abc import Collection
from typing import TYPE_CHECKING

from assistant.errors import AssistantError
from assistant.retrieval.encoder import Vectors
from assistant.retrieval.snapshot import Nearest, Snapshot
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.retrieval.chroma import ChromaVectors

# Importing Chroma takes longer than a whole cold answer, so a process that asks once never pays for it.
_SEARCHES_FROM_MEMORY = 1


class VectorStore:
    """Opens Chroma beside the answers and keeps it in step with the snapshot in use.

    Both places hold the same vectors, so which one answers changes the speed and the memory, not the result.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._searches = 0
        self._chroma: ChromaVectors | None = None
        self._holds: Snapshot | None = None
        self._tried: Snapshot | None = None
        self._thread: threading.Thread | None = None
        self.notices: list[str] = []

    @property
    def serving(self) -> bool:
        """Whether searches go to Chroma now."""
        return self._holds is not None

    def nearest_of(self, snapshot: Snapshot) -> Nearest | None:
        """The search to use for `snapshot`; None means the vectors in memory. Starts opening Chroma when due."""
        if snapshot.encoder is None:
            return None
        self._searches += 1
        if self._holds is snapshot:
            return self._ask
        if self._searches > _SEARCHES_FROM_MEMORY and self._tried is not snapshot:
            self._tried = snapshot
            # Not a daemon: the interpreter must not be torn down under Chroma's native code.
            self._thread = threading.Thread(target=self.synchronise, args=(snapshot,))
            self._thread.start()
        return None

    def synchronise(self, snapshot: Snapshot) -> None:
        """Open Chroma and make it hold the snapshot's vectors; a failure becomes a notice."""
        try:
            if self._chroma is None:
                self._chroma = _open(self._settings)
            self._chroma.synchronise(snapshot, _state(snapshot))
        except (AssistantError, RuntimeError) as error:  # RuntimeError: the process ended while Chroma was imported
            self._give_up(error)
            return
        self.notices = []
        self._holds = snapshot

    def wait(self) -> None:
        """Until the opening under way, if any, has ended."""
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """Give Chroma back, so that another process may own the embedded store."""
        self.wait()
        self._holds = None
        if self._chroma is not None:
            self._chroma.close()
            self._chroma = None

    def _ask(self, vector: Vectors, count: int, documents: Collection[str] | None) -> list[tuple[str, float]]:
        held, chroma = self._holds, self._chroma
        if held is None or chroma is None:
            return []
        try:
            return chroma.nearest(vector, count, documents)
        except AssistantError as error:
            self._give_up(error)
            return held.nearest(vector, count, documents)

    def _give_up(self, error: Exception) -> None:
        self._holds = None
        self.notices = [str(error)]


def _open(settings: Settings) -> "ChromaVectors":
    from assistant.retrieval.chroma import open_embedded, open_server

    home = settings.assistant_home
    if settings.chroma_url:
        # Two homes may share a server and must not touch each other's clauses.
        own = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:16]
        return open_server(settings.chroma_url, f"clauses-{own}")
    return open_embedded(home / "chroma")


def _state(snapshot: Snapshot) -> str:
    digest = hashlib.blake2b(snapshot.vectors.tobytes(), digest_size=16)
    digest.update("\n".join(snapshot.keys).encode())
    return digest.hexdigest()
