"""Encoders: text to unit vectors. The built-in one is a table of token vectors, read with numpy alone."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from assistant.errors import IndexUnavailableError
from assistant.retrieval.tokens import known_share, tokenize

Vectors = NDArray[np.float32]
_WEIGHTS, _VOCABULARY, _MODULES = "model.safetensors", "tokenizer.json", "modules.json"
_UNKNOWN = "[UNK]"


class Encoder(Protocol):
    """Turns texts into rows of unit length, shape (texts, dimensions). A text without known tokens gives zeros."""

    name: str
    dimensions: int

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text, float32."""

    def familiarity(self, text: str) -> float:
        """How far (0..1) the vector of `text` can be trusted: the share of it the encoder has ever seen."""


class TokenTable:
    """The built-in encoder: a text's vector is the normalised sum of its tokens' vectors."""

    def __init__(self, name: str, vocabulary: dict[str, int], table: Vectors) -> None:
        """`table` has one row for each token of `vocabulary`."""
        self.name = name
        self.vocabulary = vocabulary
        self.table = table
        self.dimensions = int(table.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See Encoder."""
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            ids = self.ids(text)
            if ids:
                row[:] = self.table[ids].sum(axis=0)
        return normalise(rows)

    def familiarity(self, text: str) -> float:
        """See Encoder."""
        return known_share(text, self.vocabulary)

    def ids(self, text: str) -> list[int]:
        """Row numbers of the known tokens of `text`, repeated as they occur."""
        known = self.vocabulary
        return [known[token] for token in tokenize(text) if token in known]


def normalise(rows: Vectors) -> Vectors:
    """Rows scaled to length 1; rows of zeros stay zeros."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def encode_all(encoder: Encoder | None, texts: Sequence[str]) -> Vectors:
    """`texts` encoded; without an encoder rows of no columns, so that every cosine is absent."""
    if encoder is None:
        return np.zeros((len(texts), 0), dtype=np.float32)
    return encoder.encode(texts) if texts else np.zeros((0, encoder.dimensions), dtype=np.float32)


def save_table(encoder: TokenTable, folder: Path) -> None:
    """Write the encoder as a folder sentence-transformers can open too (a StaticEmbedding and a Normalize module)."""
    folder.mkdir(parents=True, exist_ok=True)
    unknown = np.zeros((1, encoder.dimensions), dtype=np.float32)
    save_file({"embedding.weight": np.vstack([encoder.table, unknown])}, folder / _WEIGHTS)
    (folder / _VOCABULARY).write_text(json.dumps(_tokenizer(encoder.vocabulary), ensure_ascii=False), encoding="utf-8")
    (folder / _MODULES).write_text(json.dumps(_modules(), indent=2), encoding="utf-8")
    (folder / "config_sentence_transformers.json").write_text(json.dumps({"name": encoder.name}), encoding="utf-8")


def load_table(folder: Path) -> TokenTable:
    """Read what save_table wrote. Raises IndexUnavailableError where a file is missing or damaged."""
    try:
        table = load_file(folder / _WEIGHTS)["embedding.weight"]
        pieces = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))["model"]["vocab"]
        name = json.loads((folder / "config_sentence_transformers.json").read_text(encoding="utf-8"))["name"]
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise IndexUnavailableError(f"内置编码器“{folder}”无法读取：{error}。请运行 index --rebuild 重建。") from error
    vocabulary = {piece: number for number, (piece, _) in enumerate(pieces) if piece != _UNKNOWN}
    return TokenTable(name, vocabulary, np.asarray(table, dtype=np.float32))


def _tokenizer(vocabulary: dict[str, int]) -> dict[str, object]:
    # Unigram with equal scores takes the fewest pieces: raw text is cut into the longest known words, and text already
    # cut by `tokenize` and joined by spaces gives exactly our tokens.
    pieces = [[token, -1.0] for token in sorted(vocabulary, key=vocabulary.__getitem__)]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, {"type": "Lowercase"}]},
        "pre_tokenizer": {"type": "WhitespaceSplit"},
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "Unigram",
            "unk_id": len(pieces),
            "vocab": [*pieces, [_UNKNOWN, -100.0]],
            "byte_fallback": False,
        },
    }


def _modules() -> list[dict[str, object]]:
    names = ("StaticEmbedding", "Normalize")
    return [
        {
            "idx": number,
            "name": str(number),
            "path": "" if number == 0 else f"{number}_{name}",
            "type": f"sentence_transformers.models.{name}",
        }
        for number, name in enumerate(names)
    ]
