"""The life cycle of the index: what it is built from, updating what changed, and the switch to the new one."""

import hashlib
import json
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from assistant.documents.model import Clause
from assistant.errors import IndexUnavailableError
from assistant.knowledge.thesaurus import load_thesaurus
from assistant.library.seed import open_library
from assistant.library.store import Library
from assistant.retrieval.assembly import clause_entries, encode_clauses, encode_questions, passage, question_entries
from assistant.retrieval.authored import Authored, collect, corpus_stamp
from assistant.retrieval.encoder import Encoder, Vectors
from assistant.retrieval.encoders import Teaching, obtain_encoder
from assistant.retrieval.generation import Contents, Generations, Manifest, read, read_manifest, write
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.tuning import Trial, tune
from assistant.settings import Settings

Progress = Callable[[str], None]
_WAIT_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What `index` says: counts, the encoder's name and the seconds taken."""

    documents: int
    clauses: int
    encoder: str
    seconds: float


def build(settings: Settings, rebuild: bool = False, progress: Progress | None = None) -> IndexReport:
    """Bring the index of the home up to date, from nothing where `rebuild`. `progress` gets one line a step.

    Raises IndexUnavailableError where another process holds the build for too long, KnowledgeError for a wrong corpus.
    """
    started = time.perf_counter()
    manifest = refresh(settings, open_library(settings, restore=rebuild), rebuild, progress)
    seconds = round(time.perf_counter() - started, 2)
    return IndexReport(manifest.documents, manifest.clauses, manifest.encoder, seconds)


def is_fresh(settings: Settings, library: Library) -> bool:
    """Whether the index in use was built from the library, the corpus and the encoder as they are now."""
    folder = Generations(settings.assistant_home).current()
    try:
        return folder is not None and read_manifest(folder).sources == sources(settings, library)
    except IndexUnavailableError:
        return False


def sources(settings: Settings, library: Library) -> dict[str, str]:
    """What an up-to-date index must have been built from."""
    return {
        "library": library.fingerprint(),
        "corpus": corpus_stamp(settings.assistant_corpus),
        "encoder": settings.embedding_model or "built-in",
    }


def refresh(settings: Settings, library: Library, rebuild: bool = False, progress: Progress | None = None) -> Manifest:
    """As `build`, for a library already open."""
    generations = Generations(settings.assistant_home)
    with generations.building(_WAIT_SECONDS):
        wanted = sources(settings, library)
        old = None if rebuild else _usable(generations)
        if old is not None and old[1].sources == wanted:
            return old[1]
        return _Build(settings, library, progress or _silent).run(generations, wanted, old)


def _usable(generations: Generations) -> tuple[Path, Manifest, Contents] | None:
    folder = generations.current()
    if folder is None:
        return None
    try:
        manifest, contents = read(folder)
        LexicalIndex(folder / "clauses"), LexicalIndex(folder / "questions")
    except IndexUnavailableError:
        return None  # rebuilt from the library, which is the truth
    return folder, manifest, contents


class _Build:
    """One build: gathers, encodes, indexes and switches."""

    def __init__(self, settings: Settings, library: Library, progress: Progress) -> None:
        self._settings, self._library, self._say = settings, library, progress
        self._clauses: list[Clause] = list(library.clauses())

    def run(
        self, generations: Generations, wanted: dict[str, str], old: tuple[Path, Manifest, Contents] | None
    ) -> Manifest:
        """Build into a fresh folder and switch to it."""
        asked = collect(self._settings.assistant_corpus, self._library)
        self._say(f"共 {len(self._clauses)} 个条款、{len(asked)} 个问法。")
        teaching = obtain_encoder(self._settings, generations.root, self._clauses, asked, self._say)
        encoder = teaching.encoder
        folder = generations.fresh()
        kept = old if old is not None and old[1].encoder == encoder.name else None
        tuning, figures = self._tuning(asked, teaching, kept)
        contents = self._contents(asked, encoder, kept)
        self._say("正在写入词法索引……")
        self._index(folder, asked, contents, kept)
        manifest = Manifest(
            sources=wanted,
            encoder=encoder.name,
            documents=len({clause.document for clause in self._clauses}),
            clauses=len(self._clauses),
            tuning=tuning,
            figures=figures,
        )
        write(folder, manifest, contents)
        generations.switch(folder)
        self._say("索引已就绪。")
        return manifest

    def _tuning(
        self, asked: list[Authored], teaching: Teaching, kept: tuple[Path, Manifest, Contents] | None
    ) -> tuple[dict[str, object], dict[str, object]]:
        """Fusion weights and figures as JSON: those of the old index while encoder and questions are the same."""
        if kept is not None and kept[2].asked == asked:
            return kept[1].tuning, kept[1].figures
        self._say("正在用留出的问法选定融合权重……")
        thesaurus = load_thesaurus(self._settings.assistant_corpus)
        trial: Trial = tune(self._clauses, asked, teaching.trial, thesaurus, teaching.pretrained)
        return asdict(trial.tuning), dict(trial.as_json())

    def _contents(
        self, asked: list[Authored], encoder: Encoder, kept: tuple[Path, Manifest, Contents] | None
    ) -> Contents:
        entries = clause_entries(self._clauses, asked)
        same_questions = kept is not None and kept[2].asked == asked
        return Contents(
            keys=[clause.key for clause in self._clauses],
            documents=[clause.document for clause in self._clauses],
            digests=[_digest(asdict(entry)) for entry in entries],
            texts=[_digest(passage(clause)) for clause in self._clauses],
            vectors=self._vectors(encoder, None if kept is None else kept[2]),
            asked=asked,
            asked_vectors=kept[2].asked_vectors if kept and same_questions else encode_questions(encoder, asked),
        )

    def _vectors(self, encoder: Encoder, old: Contents | None) -> Vectors:
        """Clause vectors, encoded only where the clause is new or changed."""
        known = {} if old is None else dict(zip(old.texts, old.vectors, strict=True))
        texts = [_digest(passage(clause)) for clause in self._clauses]
        missing = [clause for clause, text in zip(self._clauses, texts, strict=True) if text not in known]
        self._say(f"正在编码 {len(missing)} 个条款……")
        new = dict(zip((_digest(passage(one)) for one in missing), encode_clauses(encoder, missing), strict=True))
        rows = [known[text] if text in known else new[text] for text in texts]
        return np.stack(rows) if rows else np.zeros((0, encoder.dimensions), dtype=np.float32)

    def _index(
        self, folder: Path, asked: list[Authored], contents: Contents, kept: tuple[Path, Manifest, Contents] | None
    ) -> None:
        entries = clause_entries(self._clauses, asked)
        old: dict[str, str] = {}
        if kept is not None:
            shutil.copytree(kept[0] / "clauses", folder / "clauses")
            old = dict(zip(kept[2].keys, kept[2].digests, strict=True))
        changed = [one for one, digest in zip(entries, contents.digests, strict=True) if old.get(one.key) != digest]
        LexicalIndex(folder / "clauses").update(changed, old.keys() - set(contents.keys))
        if kept is not None and kept[2].asked == asked:
            shutil.copytree(kept[0] / "questions", folder / "questions")
        else:
            LexicalIndex(folder / "questions").update(question_entries(asked))


def _digest(value: object) -> str:
    return hashlib.blake2b(json.dumps(value, ensure_ascii=False).encode(), digest_size=12).hexdigest()


def _silent(_: str) -> None:
    return None
