"""What nobody may advise: to change or hide what is so, to have papers made, to give or be known to those who judge.

And whom to ring or ask for by name: only as some source at hand says. The words are in
corpus/verification/foul_advice.yaml.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from assistant.drafting.material.surnames import surnames
from assistant.verification.evidence import facts_of
from assistant.verification.lexicon import read_lists
from assistant.verification.model import Basis, Reason
from assistant.verification.plain import compiled, flat
from assistant.verification.subjects import document_text

_QUOTED = re.compile(r"“[^“”]*”")


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return read_lists("foul_advice.yaml")


@lru_cache(maxsize=1)
def _deeds() -> tuple[re.Pattern[str], ...]:
    words = _lists()["words"]
    lines = []
    for line in _lists()["deeds"]:
        for name, word in words.items():
            line = line.replace(f"{{{name}}}", word)
        lines.append(re.compile(line))
    return tuple(lines)


def check_foul_advice(said: str, basis: Basis) -> Iterator[Reason]:
    """The first stretch of a flat sentence that advises a foul deed, or names a person or number of no source."""
    if deed := foul_deed(said, basis):
        yield Reason("advice", f"句中“{deed[:24]}”是谁也不能建议的做法")
    elif stranger := _stranger(said, basis):
        yield Reason("name", f"句中“{stranger}”没有出处")


def foul_deed(said: str, basis: Basis) -> str:
    """The words of a flat sentence that advise to falsify, hide, bribe or use relations, "" where none do."""
    lists = _lists()
    if said.endswith(("?", "吗。", "吗")) or compiled(lists["ruled"]).search(said):
        return ""
    plain = _QUOTED.sub("“”", said)
    if not compiled(lists["advises"]).search(plain) or compiled(lists["honest"]).search(plain):
        return ""
    found = (match for deed in _deeds() for match in deed.finditer(plain))
    return next((m.group() for m in found if not _warned(plain, m.start()) and not _so(m.group(), basis)), "")


def _warned(said: str, start: int) -> bool:
    return bool(compiled(_lists()["denied"]).search(said[:start]))


def _so(deed: str, basis: Basis) -> bool:
    """Whether the figure a deed writes down is one that the facts or the material have."""
    figure = re.search(r"[成为作到](\d+)年?$", deed)
    return bool(figure and (figure[1] in facts_of(basis) or figure[1] in basis.material))


def _stranger(said: str, basis: Basis) -> str:
    """A telephone number or a person with an office that no clause, fact or material at hand names."""
    told = ""
    if found := compiled(_lists()["phone"]).search(said):
        told = re.sub(r"\D", "", found.group())
    elif person := compiled(_lists()["office"].replace("{surname}", f"[{surnames()}]")).search(said):
        told = person["name"] if len(person["name"]) > 1 else person.group()
    documents = {clause.document for clause in basis.clauses.values()}
    texts = (*(c.quote for c in basis.clauses.values()), *map(document_text, documents), basis.material)
    held = re.sub(r"[-\s]", "", "\n".join((*map(flat, texts), facts_of(basis))))
    return "" if told in held else told
