"""Training the built-in encoder on the authored questions: `python -m assistant.retrieval.training [FOLDER]`."""

import hashlib
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from assistant.documents.model import Clause
from assistant.retrieval.assembly import passage
from assistant.retrieval.authored import Authored, collect
from assistant.retrieval.contrastive import Material, Recipe, train
from assistant.retrieval.encoder import TokenTable, save_table

_FORMAT = "3"  # raise when the trainer or the tokens change, so that old tables are not taken for new ones


def material(clauses: Sequence[Clause], asked: Sequence[Authored]) -> Material:
    """Questions with the passages they ask for. Only documents that questions were written for take part, so that
    adding a policy file does not change the encoder."""
    documents = {one.document for one in asked}
    known = {clause.key: clause for clause in clauses if clause.document in documents}
    answers = {one.target: _answer(one, known) for one in asked}
    for one in asked:
        if one.kind == "exemplar":
            answers[one.target] += " " + one.text
    order = {target: number for number, target in enumerate(answers)}
    heads = {one.target: order.get(one.clauses[0], order[one.target]) for one in asked if one.clauses}
    return Material(
        texts=list(answers.values()),
        questions=[one.text for one in asked],
        targets=[order[one.target] for one in asked],
        heads=[heads.get(target, number) for target, number in order.items()],
        background=[passage(clause) for clause in known.values()],
    )


def train_encoder(
    clauses: Sequence[Clause],
    asked: Sequence[Authored],
    recipe: Recipe | None = None,
    start: TokenTable | None = None,
) -> TokenTable:
    """The built-in encoder for these clauses and questions; its name tells what it was trained on. `start` is one
    trained on part of them."""
    recipe = recipe or Recipe()
    taught = material(clauses, asked)
    return train(taught, recipe, encoder_name(taught, recipe), start)


def encoder_name(taught: Material, recipe: Recipe) -> str:
    """`token-table-` and a digest of the training material and settings."""
    told = json.dumps([_FORMAT, asdict(taught), asdict(recipe)], ensure_ascii=False)
    return f"token-table-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def _answer(one: Authored, known: dict[str, Clause]) -> str:
    if one.kind == "clause":
        return passage(known[one.target]) if one.target in known else ""
    return one.answer


def main() -> None:
    """Train on the corpus and save the table where sentence-transformers can open it as well."""
    from assistant.library.seed import open_library
    from assistant.settings import settings

    chosen = settings()
    library = open_library(chosen)
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else chosen.assistant_home / "index" / "trained"
    started = time.perf_counter()
    encoder = train_encoder(list(library.clauses()), collect(chosen.assistant_corpus, library))
    save_table(encoder, folder)
    seconds = time.perf_counter() - started
    sys.stderr.write(f"{encoder.name}：{len(encoder.vocabulary)} 个词元，{seconds:.1f} 秒，存于 {folder}\n")


if __name__ == "__main__":
    main()
