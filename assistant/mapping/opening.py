"""Opening mappers: one per framework, fitted when first asked for."""

from functools import lru_cache
from pathlib import Path

from assistant.errors import NotFoundError
from assistant.knowledge.dimensions import Framework, load_concepts, load_examples, load_frameworks
from assistant.library.seed import open_library
from assistant.mapping.mapper import DimensionMapper
from assistant.settings import settings


@lru_cache(maxsize=4)
def frameworks(corpus: Path) -> dict[str, Framework]:
    """All frameworks, their quotes resolved to clauses."""
    return load_frameworks(corpus, open_library(settings()).locate)


def default_framework(kind: str) -> str:
    """The framework for that kind of applicant that the corpus holds first, where nobody has named one."""
    known = frameworks(settings().assistant_corpus)
    return next(name for name, framework in known.items() if framework.subject == kind)


@lru_cache(maxsize=16)
def open_mapper(framework_id: str) -> DimensionMapper:
    """The mapper of a framework; NotFoundError naming the known ones otherwise."""
    corpus = settings().assistant_corpus
    known = frameworks(corpus)
    if framework_id not in known:
        raise NotFoundError(f"没有评价框架“{framework_id}”。可用的框架：{'、'.join(known)}。")
    return DimensionMapper(known[framework_id], tuple(known.values()), load_examples(corpus), load_concepts(corpus))
