"""Sentences that tell no practice of the applicant: facts of the form, titles, heads and rows of tables, honours,
incidents, results of others."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from assistant.drafting.fit import may_print
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Material
from assistant.drafting.material.withheld import others_result
from assistant.knowledge.source import load_yaml
from assistant.settings import settings

_BASIC = frozenset({"founded", "economic_type", "business_scope", "employees", "contact_name", "contact_phone"})
_CELLS = re.compile(r"[\t|｜\s]+")
_PIECES = re.compile(r"[\t|｜：:]+| {1,}(?=[\u4e00-\u9fff])")
# A value with a mark of a sentence in it, or as long as one, tells something.
_TELLS = re.compile(r"[，。；！？“]|^.{40,}$")
_CLAUSES = re.compile(r"[，；。、（）]")
_HEADS = ("name", "issuer", "date", "level", "recipient", "other")


@dataclass(frozen=True, slots=True)
class Known:
    """What was read from a material of its rows: `plain` tell no practice, whatever their words; `named` tell one, by
    the applicant's own name for it; in `doubtful` no practice was read."""

    plain: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()

    def without(self, rows: Set[str]) -> "Known":
        """The same without what is known of `rows`."""
        return Known(self.plain - rows, self.named - rows, self.doubtful - rows)


def known_rows(rows: Sequence[str], material: Material) -> Known:
    """What was read from the material about its rows. One that holds a practice beside a fact or an honour is not
    plain; heads of minutes, praise and what is said of applying are."""
    granted = [_bare(span.quote) for span in (*(h.span for h in material.honours), *material.unread_honours)]
    facts = [fact.span.quote for key, fact in material.facts.items() if key in _BASIC]
    told = [(_bare(one.text), bool(one.names)) for one in material.practices]
    plain, named, doubtful = set(), set(), set()
    for row in rows:
        bare = _bare(row)
        practised = [has_name for one, has_name in told if one in bare or bare in one]
        given = any(one in bare or bare in one for one in granted) or any(quote in row for quote in facts)
        if is_plain(row) or others_result(row) or ((given or not may_print(row)) and not practised):
            plain.add(row)
        if any(practised):
            named.add(row)
        if not practised:
            doubtful.add(row)
    return Known(frozenset(plain), frozenset(named), frozenset(doubtful))


def is_plain(row: str) -> bool:
    """Whether a line by itself is a title, heads of a table, entries of a form, a signature, who somebody is, an
    incident or a head count."""
    return (
        is_title(row)
        or is_signature(row)
        or is_entry(row)
        or is_identity(row)
        or is_incident(row)
        or is_head_count(row)
    )


def is_entry(row: str) -> bool:
    """Whether a line holds entries of a form only: labels, each with a short value (所在区县 璧山区 所属行业 卫生)."""
    pieces = [piece for piece in _PIECES.split(row.strip()) if piece]
    labels = sum(_is_label(piece) for piece in pieces)
    values = [piece for piece in pieces if not _is_label(piece)]
    return bool(labels) and len(values) <= labels and not any(_TELLS.search(value) for value in values)


def is_identity(row: str) -> bool:
    """Whether a sentence only presents a person: name, gender, birth, party, employer and post."""
    return told_by("identity", row.strip()) and not told_by("identity_not", row)


def is_head_count(row: str) -> bool:
    """Whether a sentence only counts who works somewhere (在册员工1263人，其中研发人员187人)."""
    clauses = [clause.strip() for clause in _CLAUSES.split(re.sub(r"\s", "", row)) if clause.strip()]
    counted = any(told_by("staff", clause) for clause in clauses)
    return counted and all(told_by("staff", one) or told_by("staff_part", one) for one in clauses)


def told_by(kind: str, text: str) -> bool:
    """Whether a list of `corpus/mapping/plain.yaml` matches in `text`."""
    return _pattern(kind).search(text) is not None


def is_title(row: str) -> bool:
    """Whether a line names what follows: a heading, or the heads of a table."""
    text = row.strip()
    cells = [cell for cell in _CELLS.split(text) if cell]
    heads = len(cells) > 1 and all(_is_head(cell) for cell in cells)
    return heads or told_by("heading", text) or told_by("headline", text)


def is_signature(row: str) -> bool:
    """Whether a line only names an organisation or a day, as the end of a paper does."""
    return told_by("signature", row.strip())


def is_incident(row: str) -> bool:
    """Whether a sentence tells of an accident, a penalty or a failed inspection that happened."""
    return _pattern("incident").search(_pattern("incident_not").sub("", row)) is not None


def _is_label(piece: str) -> bool:
    plain = re.sub(r"\s", "", piece)
    labels = load_lexicon("labels").patterns
    known = (pattern for key, pattern in labels.items() if key not in {"blank", "head"})
    return told_by("label", plain) or any(pattern.fullmatch(plain) for pattern in known)


def _is_head(cell: str) -> bool:
    honours = load_lexicon("honours")
    plain = re.sub(r"\s", "", cell)
    known = load_lexicon("labels").patterns["head"].fullmatch(plain)
    return known is not None or any(honours.patterns[f"head_{kind}"].fullmatch(plain) for kind in _HEADS)


@lru_cache(maxsize=16)
def _pattern(name: str) -> re.Pattern[str]:
    node = load_yaml(settings().assistant_corpus / "mapping" / "plain.yaml")
    return re.compile("|".join(f"(?:{part})" for part in node.texts(name, at_least=1)))


def _bare(text: str) -> str:
    return re.sub(r"[\s。；;，]+", "", text)
