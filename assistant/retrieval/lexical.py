"""The lexical index: BM25 over words, bigrams, characters, heading path and authored questions, by tantivy."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import tantivy

from assistant.errors import IndexUnavailableError
from assistant.retrieval.tokens import tokenize

FIELD_BOOSTS = {"body": 1.0, "path": 0.5, "asked": 0.8}
NOTICE_FIELDS = ("body", "path")
_SATURATED = 2.2  # BM25's largest factor of a term over its idf, k1 = 1.2
_HEAP = 20_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to index under `key`; `asked` are the questions it answers."""

    key: str
    document: str
    body: str
    path: str = ""
    asked: tuple[str, ...] = ()


class LexicalIndex:
    """An index on disk under `folder`, or in memory where `folder` is None. Not for two writers at once."""

    def __init__(self, folder: Path | None = None) -> None:
        """Opens or creates. Raises IndexUnavailableError where the files are damaged."""
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        try:
            self._index = tantivy.Index(_schema(), None if folder is None else str(folder))
            self._searcher = self._index.searcher()
        except ValueError as error:
            problem = f"词法索引“{folder}”无法打开：{error}。请运行 index --rebuild 重建。"
            raise IndexUnavailableError(problem) from error

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def update(self, entries: Iterable[Entry], removed: Iterable[str] = ()) -> None:
        """Replace `entries` by key and drop the `removed` keys, in one commit."""
        writer = self._index.writer(_HEAP, 1)
        for key in removed:
            writer.delete_documents_by_term("key", key)
        for entry in entries:
            writer.delete_documents_by_term("key", entry.key)
            writer.add_document(_document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(
        self,
        weights: Mapping[str, float],
        limit: int,
        documents: Collection[str] | None = None,
        widening: Mapping[str, float] | None = None,
    ) -> list[tuple[str, float]]:
        """The best keys with scores, best first; a score is the share (about 0..1) of the most the query can reach,
        so that long and short queries compare. The `widening` tokens are looked for in the notices' own words only:
        questions are worded by applicants already."""
        terms = [(name, token, weight) for name in FIELD_BOOSTS for token, weight in weights.items()]
        terms += [(name, token, weight) for name in NOTICE_FIELDS for token, weight in (widening or {}).items()]
        scored = [(name, token, weight, self._searcher.doc_freq(name, token)) for name, token, weight in terms]
        query = self._query([(name, token, weight) for name, token, weight, found in scored if found], documents)
        if query is None:
            return []
        top = self._top(weights, scored)
        hits = self._searcher.search(query, limit, count=False).hits
        return [(str(self._searcher.doc(address)["key"][0]), score / top) for score, address in hits]

    def _query(self, terms: list[tuple[str, str, float]], documents: Collection[str] | None) -> tantivy.Query | None:
        schema = self._index.schema
        should = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(
                    tantivy.Query.term_query(schema, name, token, "freq"), weight * FIELD_BOOSTS[name]
                ),
            )
            for name, token, weight in terms
        ]
        if not should:
            return None
        query = tantivy.Query.boolean_query(should)
        if documents is None:
            return query
        among = tantivy.Query.term_set_query(schema, "document", list(documents))
        allowed = tantivy.Query.const_score_query(among, 0.0)
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, allowed)])

    def _top(self, weights: Mapping[str, float], scored: list[tuple[str, str, float, int]]) -> float:
        total = max(len(self), 1)
        commonest: dict[str, int] = {}
        for _, token, _, found in scored:
            commonest[token] = max(commonest.get(token, 0), found)
        ideal = sum(weight * _idf(commonest[token], total) for token, weight in weights.items())  # widening is extra
        return max(ideal * _SATURATED, 1e-6)


def _idf(found: int, total: int) -> float:
    return math.log(1 + (total - found + 0.5) / (found + 0.5))


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic")
    for name in FIELD_BOOSTS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _document(entry: Entry) -> tantivy.Document:
    return tantivy.Document(
        key=entry.key,
        document=entry.document,
        body=" ".join(tokenize(entry.body)),
        path=" ".join(tokenize(entry.path)),
        asked=" ".join(token for question in entry.asked for token in tokenize(question)),
    )
