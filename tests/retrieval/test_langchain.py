"""The LangChain face."""

from assistant.retrieval.langchain import ClauseRetriever
from assistant.retrieval.retriever import Retriever


def test_clauses_come_as_langchain_documents(retriever: Retriever) -> None:
    found = ClauseRetriever(retriever=retriever, limit=3, documents=["lvshui"]).invoke("奖金给多少")
    assert len(found) == 3
    assert "30万元" in found[0].page_content
    assert found[0].metadata["document"] == "lvshui"
    assert found[0].metadata["score"] >= found[1].metadata["score"]
