"""LangChain's BM25Retriever as it comes (white-space words), by the rank_bm25 package it wraps."""

from collections.abc import Callable, Sequence

from langchain_core.documents import Document
from rank_bm25 import BM25Okapi


def plain_bm25(chunks: Sequence[Document], count: int) -> Callable[[str], list[Document]]:
    """What BM25Retriever.from_documents(chunks, k=count) does: split at white space, BM25Okapi.get_top_n."""
    index = BM25Okapi([chunk.page_content.split() for chunk in chunks])
    return lambda query: list(index.get_top_n(query.split(), list(chunks), n=count))
