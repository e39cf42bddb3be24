"""What a clause states, one statement at a time, each with the authored wordings that say the same.

A statement is a verbatim quote and other true wordings of it. What no true wording says, a sentence must not add; what
every true wording keeps, a sentence must not drop. Notices without authored wordings have no statements; sentences on
them are judged against their clauses alone.

Format of corpus/verification/restatements/<document id>.yaml, one file per document of corpus/documents:

    - quote: 名额可以空缺。            # verbatim; white space and line breaks of the document do not count
      says:                          # true wordings, each a sentence that cites nothing
      - 名额不必评满。
      - 没有合适的，可以空着。

The order is that of the document: it tells which step comes first. A quote may span several statements of the notice
(a list as a whole); one quote is one statement. `load_statements` refuses, naming file and entry, what has another
shape; a test holds every quote against its document.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import KnowledgeError
from assistant.verification.alignment import NEGATOR, grams_of
from assistant.verification.lexicon import CORPUS
from assistant.verification.model import EvidenceClause
from assistant.verification.plain import content, flat, segments

# What makes a wording a denial: a negator, but not a word that only takes something away (取消) or 无 in 无异议.
# 没要求全国领先, 没写个人: what is not asked for is named only to be left out.
_DENIAL = re.compile(
    rf"没(?:要求|写|说|提(?!异)|让|给|限|包括)|不(?:要求|看|算|等于|代表)|(?!取消|除外|免|拒绝|杜绝|无(?!需|须|法|权)|严禁|禁止)(?:{NEGATOR.pattern})"
)
FOLDER = CORPUS / "verification" / "restatements"


@dataclass(frozen=True, eq=False)
class Statement:
    """One statement of a document; `wordings` are flat, the quote first; `position` is its place in the file.

    `source` is the quote as written.
    """

    document: str
    position: int
    wordings: tuple[str, ...]
    source: str = ""

    @cached_property
    def quote(self) -> str:
        """The characters of the quote, without punctuation."""
        return content(self.wordings[0])

    @cached_property
    def text(self) -> str:
        """All wordings, one a line."""
        return "\n".join(self.wordings)

    @cached_property
    def vocabulary(self) -> str:
        """The characters of all wordings, one wording a line, for looking words up."""
        return "\n".join(map(content, self.wordings))

    @cached_property
    def affirmed(self) -> str:
        """The vocabulary of the stretches that deny nothing; of all where every wording denies.

        What is said of those whom a stretch describes by a denial (对未进入答辩的单位,反馈结果) is not denied itself.
        """
        plain = [content(wording) for wording in self.wordings if not _DENIAL.search(wording)]
        beside = [content(part) for wording in self.wordings for part in _beside_denials(wording)]
        return "\n".join([*plain, *beside]) if plain else self.vocabulary

    @cached_property
    def grams(self) -> frozenset[str]:
        """The bigrams of all wordings."""
        return frozenset().union(*map(grams_of, self.wordings))


# 对未进入答辩的单位,… and 未进入答辩的,…: whom the next stretch speaks of.
_OF_WHOM = re.compile(r"的(?:[^,。;的]{0,8}(?:单位|企业|组织|个人|人|情形))?$")


def _beside_denials(wording: str) -> list[str]:
    """The stretches of a denying wording that follow one in which it only says of whom it speaks."""
    pieces = segments(wording)
    opens = bool(pieces) and bool(_DENIAL.search(pieces[0])) and bool(_OF_WHOM.search(pieces[0]))
    return [piece for piece in pieces[1:] if not _DENIAL.search(piece)] if opens else []


@lru_cache(maxsize=512)
def statements_of(clauses: tuple[EvidenceClause, ...]) -> tuple[Statement, ...]:
    """The statements of the given clauses in file order; none where one of the clauses has none.

    A sentence of a clause that no statement covers is a statement of one wording.
    """
    found: dict[Statement, None] = {}
    for clause in clauses:
        whole = content(clause.quote)
        own = [
            each for each in load_statements().get(clause.document, ()) if each.quote in whole or whole in each.quote
        ]
        if not own:
            return ()
        found.update(dict.fromkeys([*own, *_uncovered(clause, own)]))
    return tuple(found)


def _uncovered(clause: EvidenceClause, own: list[Statement]) -> list[Statement]:
    """The sentences of a clause of which most stands in no statement's quote."""
    told = "\n".join(each.quote for each in own)
    pieces = re.split(r"[。；;\n]", clause.quote)
    lacking = [piece for piece in pieces if len(content(piece)) > 3 and not _covered(piece, told)]
    return [Statement(clause.document, own[-1].position, (flat(piece),)) for piece in lacking]


def _covered(piece: str, told: str) -> bool:
    grams = grams_of(piece)
    return len([gram for gram in grams if gram in told]) >= 0.9 * len(grams)


@lru_cache(maxsize=1)
def load_statements(folder: Path = FOLDER) -> Mapping[str, tuple[Statement, ...]]:
    """All statements by document; KnowledgeError naming file and entry where one is malformed."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for path in sorted(folder.glob("*.yaml")):
        for position, row in enumerate(_rows(path)):
            wordings = _wordings(path, position, row)
            found[path.stem].append(Statement(path.stem, position, wordings, str(row["quote"])))
    return {document: tuple(rows) for document, rows in found.items()}


def _rows(path: Path) -> list[Any]:
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(
            f"转述文件 {path.name} 读不出：{error}。请恢复 corpus/verification 下的这个文件。"
        ) from error
    if not isinstance(rows, list):
        raise KnowledgeError(f"转述文件 {path.name} 应是列表，每项有 quote 与 says。")
    return rows


def _wordings(path: Path, position: int, row: Any) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys([flat(row["quote"]), *(flat(str(said)) for said in row["says"])]))
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"转述文件 {path.name} 第 {position + 1} 项缺少 quote 或 says。") from error
