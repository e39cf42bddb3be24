"""Which encoder is in use: the built-in table, trained when its material changed, or a sentence-transformers model."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.model import Clause
from assistant.errors import IndexUnavailableError
from assistant.retrieval.authored import Authored, split
from assistant.retrieval.encoder import Encoder, TokenTable, load_table, save_table
from assistant.settings import Settings


def open_encoder(settings: Settings, name: str, root: Path) -> Encoder:
    """The encoder an index was built with, without training. `root` is the index folder of the home.

    Raises IndexUnavailableError where the built-in table called `name` is missing or damaged.
    """
    if settings.embedding_model:
        return _pretrained(settings.embedding_model)
    return load_table(root / "encoders" / name)


@dataclass(frozen=True, slots=True)
class Teaching:
    """The encoder to build with, and how to get one that never saw the held-out questions; a `pretrained` one never
    did."""

    encoder: Encoder
    trial: Callable[[], Encoder]
    pretrained: bool


def obtain_encoder(
    settings: Settings, root: Path, clauses: Sequence[Clause], asked: Sequence[Authored], say: Callable[[str], None]
) -> Teaching:
    """The encoder to build with; trains the built-in one where there is none for this material."""
    if settings.embedding_model:
        say(f"正在载入编码模型“{settings.embedding_model}”……")
        encoder = _pretrained(settings.embedding_model)
        return Teaching(encoder, lambda: encoder, pretrained=True)
    # Training needs scipy; searching does not.
    from assistant.retrieval.contrastive import Recipe
    from assistant.retrieval.training import encoder_name, material, train_encoder

    name = encoder_name(material(clauses, asked), Recipe())
    learnt, _ = split(asked)
    try:
        return Teaching(load_table(root / "encoders" / name), lambda: train_encoder(clauses, learnt), pretrained=False)
    except IndexUnavailableError:
        say(f"正在准备语义检索（{len(asked)} 个问法）……")
    trial = train_encoder(clauses, learnt)
    table = train_encoder(clauses, asked, start=trial)
    _store(table, root / "encoders")
    return Teaching(table, lambda: trial, pretrained=False)


def _pretrained(model: str) -> Encoder:
    # 6 s and 500 MB to import: only where the setting asks for it.
    from assistant.retrieval.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(model)


def _store(encoder: TokenTable, folder: Path) -> None:
    """Written aside and renamed, so that a killed build leaves no half table; others of this home are dropped."""
    temporary = folder / f".{encoder.name}.{os.getpid()}"
    save_table(encoder, temporary)
    shutil.rmtree(folder / encoder.name, ignore_errors=True)
    temporary.replace(folder / encoder.name)
    finished = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in finished[2:]:
        shutil.rmtree(old, ignore_errors=True)
