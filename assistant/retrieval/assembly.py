"""Putting a snapshot together in memory: for tuning on held-out questions, and as the fallback without an index."""

from collections.abc import Sequence

from assistant.documents.model import Clause
from assistant.knowledge.thesaurus import Thesaurus
from assistant.retrieval.authored import Authored
from assistant.retrieval.encoder import Encoder, Vectors, encode_all
from assistant.retrieval.lexical import Entry, LexicalIndex
from assistant.retrieval.snapshot import Snapshot, Tuning


def passage(clause: Clause) -> str:
    """What an encoder reads of a clause: its heading path and its text with line breaks joined."""
    return f"{clause.path.replace('/', ' ')} {clause.reading}"


def clause_entries(clauses: Sequence[Clause], asked: Sequence[Authored]) -> list[Entry]:
    """The lexical entries of the clauses, each with the questions that lead to it."""
    leading: dict[str, list[str]] = {}
    for one in asked:
        for key in one.clauses:
            leading.setdefault(key, []).append(one.text)
    return [
        Entry(clause.key, clause.document, clause.reading, clause.path, tuple(leading.get(clause.key, ())))
        for clause in clauses
    ]


def question_entries(asked: Sequence[Authored]) -> list[Entry]:
    """The lexical entries of the authored questions; the key is the question's row."""
    return [Entry(str(number), one.document, one.text) for number, one in enumerate(asked)]


def encode_clauses(encoder: Encoder | None, clauses: Sequence[Clause]) -> Vectors:
    """One row a clause; no columns without an encoder."""
    return encode_all(encoder, [passage(clause) for clause in clauses])


def encode_questions(encoder: Encoder | None, asked: Sequence[Authored]) -> Vectors:
    """One row an authored question; no columns without an encoder."""
    return encode_all(encoder, [one.text for one in asked])


def assemble(
    clauses: Sequence[Clause],
    asked: Sequence[Authored],
    encoder: Encoder | None,
    thesaurus: Thesaurus,
    tuning: Tuning | None = None,
) -> Snapshot:
    """A snapshot that lives in memory only."""
    clause_index, question_index = LexicalIndex(), LexicalIndex()
    clause_index.update(clause_entries(clauses, asked))
    question_index.update(question_entries(asked))
    return Snapshot(
        keys=[clause.key for clause in clauses],
        documents=[clause.document for clause in clauses],
        vectors=encode_clauses(encoder, clauses),
        asked=asked,
        asked_vectors=encode_questions(encoder, asked),
        clause_index=clause_index,
        question_index=question_index,
        encoder=encoder,
        thesaurus=thesaurus,
        tuning=tuning or Tuning(),
    )
