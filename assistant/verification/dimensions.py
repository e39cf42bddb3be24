"""Under which dimension an explanation of a mapping puts a practice: the dimension must be that of the clause cited."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.knowledge.dimensions import load_frameworks
from assistant.verification.lexicon import CORPUS, lexicon, pattern
from assistant.verification.model import Basis, Reason, Unit
from assistant.verification.plain import compiled, content, flat
from assistant.verification.units import TOKEN, tokens_of

# Shorter names are words of everyday: they name a dimension only where the sentence says so.
_PLAIN_NAME = 4
_SUFFIX = r"”?(?:这一|这个|的)?(?:维度|类目|方面|一栏|部分|板块)"


def check_dimension(unit: Unit, basis: Basis) -> Iterator[Reason]:
    """A dimension named for a practice, where the clause cited with it defines another."""
    for name, cited in _named(unit) if basis.material and basis.clauses else ():
        quotes = [basis.clauses[token].quote for token in cited if token in basis.clauses]
        defined = [_defined(quote) for quote in quotes]
        if defined and all(defined) and not any(name in names for names in defined):
            yield Reason("dimension", f"所引条款说的是“{'、'.join(sorted(defined[0]))}”，句中归到了“{name}”")
            return


def without_dimension(said: str) -> str:
    """The flat text less the words that only say under which dimension something is put."""
    said = compiled(rf"^(?:{'|'.join(_names())})(?:{_SUFFIX})?:").sub("", said)
    placing = pattern(lexicon().list("placing")).pattern
    spare = pattern((*lexicon().list("placing"), *lexicon().list("placing_spare"))).pattern
    column = _column().match(said)
    said = column["rest"] if column else said  # A cell under the heading 维度 only says under which one its row is put.
    for name in (each for each in _names() if each in said):
        least = "" if len(name) >= _PLAIN_NAME else "(?!)"
        said = compiled(rf"(?:{spare})*(?:{placing})“?{name}(?:{_SUFFIX}|”|{least})(?:{spare})*").sub("", said)
        said = compiled(rf"(?:{spare})*(?:“{name}”|“?{name}{_SUFFIX})(?:{spare})*").sub("", said)
    return said


def _named(unit: Unit) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each dimension a unit puts something under, with the clauses cited for it: those behind it, else before it."""
    for part, cited in unit.parts if unit.kind == "row" else ():
        cell = _column().match(flat(part))
        if cell:
            yield cell["name"], tuple(token for token in cited if token != "m")
    text = re.sub(r"[ \u3000]", "", unit.text)
    placing = pattern(lexicon().list("placing")).pattern
    for name in _names():
        for match in compiled(rf"(?P<put>(?:{placing})“?)?{name}(?P<said>{_SUFFIX})?").finditer(text):
            if not (match["put"] or match["said"]) or (len(name) < _PLAIN_NAME and not match["said"]):
                continue
            if _listed(name, text[max(0, match.start() - 8) : match.end() + 8]):
                continue
            runs = list(re.finditer(rf"(?:{TOKEN.pattern}\s*)+", text, re.IGNORECASE))
            behind = [run for run in runs if run.start() >= match.end()]
            before = [run for run in runs if run.end() <= match.start()]
            of_clauses = [[t for t in tokens_of(run.group()) if t != "m"] for run in (*behind, *before[::-1])]
            yield name, tuple(next((tokens for tokens in of_clauses if tokens), ()))


@lru_cache(maxsize=1)
def _column() -> re.Pattern[str]:
    """A cell of a column of dimensions, behind its heading and the label of its row."""
    names = "|".join(_names())
    return re.compile(
        rf"^(?:归到|归入|对应|归属|评价|所属|相关|放在)*(?:的|哪个|哪一个?)?(?:维度|类目|评价方面)(?P<rest>.*?)(?P<name>{names})$"
    )


def _listed(name: str, around: str) -> bool:
    """Whether the name stands in a list of all dimensions."""
    return any(other != name and other in around for other in _names() if len(other) >= _PLAIN_NAME)


@lru_cache(maxsize=512)
def _defined(quote: str) -> frozenset[str]:
    """The dimensions that a clause defines, by the citations of the frameworks and its own opening (在…方面)."""
    body = content(quote)
    found = {
        flat(each.name)
        for framework in load_frameworks(CORPUS).values()
        for each in framework.dimensions
        for text in (f"在{each.name}方面", *(citation.quote for citation in each.citations))
        if content(text) in body
    }
    # A clause that names all the dimensions defines none of them.
    return frozenset(found) if len(found) <= _MANY else frozenset()


# What one framework calls 质量提升 another calls 质量基础.
_MANY = 2


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    frameworks = load_frameworks(CORPUS).values()
    names = {flat(each.name) for framework in frameworks for each in framework.dimensions}
    return tuple(sorted(names, key=len, reverse=True))
