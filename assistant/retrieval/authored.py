"""Every authored question of the corpus with what it leads to: an entry, a clause or an exemplar's label."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assistant.documents.model import Citation
from assistant.errors import KnowledgeError, NotFoundError
from assistant.knowledge.awards import load_awards
from assistant.knowledge.questions import load_exemplars, load_questions
from assistant.knowledge.source import corpus_files
from assistant.library.store import Library

_PATTERNS = ("questions/*.yaml", "awards/*/award.yaml", "thesaurus.yaml")

_HELD_SHARE = 5  # one question in five is held out


@dataclass(frozen=True, slots=True)
class Authored:
    """One authored question. `kind` is entry, clause or exemplar; `target` an entry id, a clause key or a label;
    `clauses` are the keys of the clauses that answer it and `answer` the text it asks for ("" for a clause)."""

    text: str
    kind: str
    target: str
    document: str = ""
    clauses: tuple[str, ...] = ()
    answer: str = ""

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "Authored":
        """The inverse of as_json. Raises KeyError or TypeError for rows that are not ours."""
        return cls(**{**row, "clauses": tuple(row["clauses"])})


def corpus_stamp(corpus: Path) -> str:
    """A digest of every corpus file the indexes depend on; cheap enough to take at each start."""
    digest = hashlib.sha256()
    for pattern in _PATTERNS:
        for path in corpus_files(corpus, pattern):
            digest.update(str(path.relative_to(corpus)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def collect(corpus: Path, library: Library) -> list[Authored]:
    """All authored questions whose document the library holds, without repeats of the same text and target.

    Raises KnowledgeError where a quote lies in no clause of its document.
    """
    held = {document.id for document in library.documents()}
    found = [*_of_clauses(corpus, library, held), *_of_entries(corpus, library, held), *_of_exemplars(corpus)]
    return list({(one.text, one.target): one for one in found}.values())


def split(asked: Sequence[Authored]) -> tuple[list[Authored], list[Authored]]:
    """Learnt and held-out questions; which is which depends on the text alone, so it is the same every time."""
    learnt: list[Authored] = []
    held: list[Authored] = []
    for one in asked:
        digest = hashlib.sha256(one.text.encode()).digest()
        (held if digest[0] % _HELD_SHARE == 0 else learnt).append(one)
    return learnt, held


def _of_clauses(corpus: Path, library: Library, held: set[str]) -> Iterator[Authored]:
    for given in load_questions(corpus):
        if given.document not in held:
            continue
        key = _key(_locate(library, given.document, given.quote, f"corpus/questions/{given.document}.yaml"))
        for question in given.questions:
            yield Authored(question, "clause", key, given.document, (key,))


def _of_entries(corpus: Path, library: Library, held: set[str]) -> Iterator[Authored]:
    for award in load_awards(corpus).values():
        for entry in award.entries:
            cited = [citation for citation in entry.citations if citation.document in held]
            where = f"corpus/awards/{award.id}/award.yaml 的条目“{entry.id}”"
            keys = dict.fromkeys(_key(_locate(library, one.document, one.quote, where)) for one in cited)
            answer = " ".join([entry.answer, *(one.quote for one in cited)])
            for question in entry.questions if cited else ():
                yield Authored(question, "entry", entry.id, cited[0].document, tuple(keys), answer)


def _of_exemplars(corpus: Path) -> Iterator[Authored]:
    for label, sentences in load_exemplars(corpus).items():
        for sentence in sentences:
            yield Authored(sentence, "exemplar", label)


def _locate(library: Library, document: str, quote: str, where: str) -> Citation:
    try:
        return library.locate(document, quote)
    except NotFoundError as error:
        raise KnowledgeError(
            f"{where}：引文“{quote[:30]}”不在 {document} 的任何一条里。请逐字照抄同一条内的文字。"
        ) from error


def _key(citation: Citation) -> str:
    return f"{citation.document}#{citation.clause}"
