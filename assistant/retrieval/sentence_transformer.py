"""The sentence-transformers adapter: EMBEDDING_MODEL as an Encoder. The only importer of sentence_transformers."""

from collections.abc import Sequence

import numpy as np
from sentence_transformers import SentenceTransformer

from assistant.errors import UnusableInputError
from assistant.retrieval.encoder import Vectors, normalise


class SentenceTransformerEncoder:
    """A sentence-transformers model from a folder or from the local cache; nothing is ever downloaded."""

    def __init__(self, model: str) -> None:
        """Raises UnusableInputError where the model is not on this machine or cannot be opened."""
        try:
            self._model = SentenceTransformer(model, device="cpu", local_files_only=True)
        except (OSError, ValueError, RuntimeError) as error:
            why = (str(error).splitlines() or [type(error).__name__])[0]
            remedy = "请把 EMBEDDING_MODEL 设为本机的模型文件夹，或留空使用内置编码器。"
            raise UnusableInputError(f"编码模型“{model}”在本机打不开（{why}）。{remedy}") from error
        self.name = f"sentence-transformers:{model}"
        self.dimensions = int(self._model.get_embedding_dimension() or 0)

    def familiarity(self, text: str) -> float:
        """Pretrained models have seen every character."""
        return 1.0 if text.strip() else 0.0

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See Encoder."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        rows = self._model.encode(list(texts), batch_size=64, show_progress_bar=False, convert_to_numpy=True)
        return normalise(np.asarray(rows, dtype=np.float32))
