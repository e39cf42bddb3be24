"""The retriever as a LangChain component, so that others can plug it into their chains."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.retrieval.retriever import Hit, Retriever


class ClauseRetriever(BaseRetriever):
    """Clauses as LangChain documents, best first. `metadata` carries document, clause, page, start, end and score."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    retriever: Retriever
    limit: int = 10
    documents: list[str] | None = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        hits = self.retriever.search(query, documents=self.documents, limit=self.limit)
        return [Document(page_content=hit.clause.text, id=hit.clause.key, metadata=_metadata(hit)) for hit in hits]


def _metadata(hit: Hit) -> dict[str, Any]:
    clause = hit.clause
    return {
        "document": clause.document,
        "clause": clause.path,
        "page": clause.page,
        "start": clause.start,
        "end": clause.end,
        "score": hit.score,
    }
