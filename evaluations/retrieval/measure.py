"""Retrieval figures: held-out authored questions by signal, query times, and (optionally) a file of questions with
gold quotes. Run: python -m evaluations.retrieval.measure [FILE.jsonl]

A row of the file carries `question` and `gold`: [{"doc", "quote"}]; the search is filtered to the gold documents.
"""

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from assistant.errors import NotFoundError
from assistant.library.seed import open_library
from assistant.library.store import Library
from assistant.retrieval.authored import collect, split
from assistant.retrieval.generation import Generations, read_manifest
from assistant.retrieval.retriever import Retriever, open_retriever
from assistant.settings import settings


def gold_recall(retriever: Retriever, library: Library, rows: list[dict[str, Any]]) -> dict[str, float]:
    """First-place share, reciprocal rank and the share of gold clauses among the first five."""
    ranks, recalls = [], []
    for row in rows:
        gold = {key for one in row["gold"] if (key := _key(library, one["doc"], one["quote"]))}
        if not gold:
            continue
        hits = retriever.search(row["question"], documents={one["doc"] for one in row["gold"]}, limit=50)
        places = [place for place, hit in enumerate(hits, start=1) if hit.clause.key in gold]
        ranks.append(min(places, default=0))
        recalls.append(sum(place <= 5 for place in places) / len(gold))
    return {
        "questions": len(ranks),
        "recall_1": round(statistics.mean(rank == 1 for rank in ranks), 4),
        "reciprocal_rank": round(statistics.mean(1 / rank if rank else 0 for rank in ranks), 4),
        "gold_clauses_in_5": round(statistics.mean(recalls), 4),
    }


def query_times(retriever: Retriever, texts: list[str]) -> dict[str, float]:
    """Median and 95th percentile of clause search and question match, milliseconds."""
    found: dict[str, float] = {}
    for name, ask in (("search", retriever.search), ("match", retriever.questions.match)):
        times = []
        for text in texts:
            started = time.perf_counter()
            ask(text)
            times.append((time.perf_counter() - started) * 1000)
        found[f"{name}_median_ms"] = round(statistics.median(times), 2)
        found[f"{name}_p95_ms"] = round(statistics.quantiles(times, n=20)[-1], 2)
    return found


def _key(library: Library, document: str, quote: str) -> str | None:
    try:
        return f"{document}#{library.locate(document, quote).clause}"
    except NotFoundError as error:
        sys.stderr.write(f"{error}\n")
        return None


def main() -> None:
    """Print everything as JSON lines."""
    chosen = settings()
    library = open_library(chosen)
    retriever = open_retriever(chosen, library, lambda line: print(line, file=sys.stderr))
    folder = Generations(chosen.assistant_home).current()
    if folder is not None:
        for signal, figures in read_manifest(folder).figures.items():
            print(json.dumps({"signal": signal, **figures}, ensure_ascii=False))
    _, held = split(collect(chosen.assistant_corpus, library))
    print(json.dumps(query_times(retriever, [one.text for one in held[:300]])))
    if len(sys.argv) > 1:
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        print(json.dumps(gold_recall(retriever, library, rows)))
    retriever.close()


if __name__ == "__main__":
    main()
