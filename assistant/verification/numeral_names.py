"""Numerals inside the names an applicant gives his methods and things (一浆三测): told with another numeral."""

import re
from collections.abc import Iterator

from assistant.language.numerals import parse_number
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import compiled, content

_N = "一二两三四五六七八九十百千双"
_BETWEEN = re.compile(rf"(?<=[一-鿿])(?<![{_N}])(?P<number>[{_N}]+)(?=[一-鿿])(?![{_N}])")
_SKELETON = re.compile(rf"(?=(?P<name>(?<![{_N}])[{_N}][一-鿿](?<![{_N}])[{_N}](?P<last>[一-鿿])(?<![{_N}])))")
_QUOTED = re.compile(r"“([^“”]{2,14})”")
_ANY = f"[{_N}]+"
# 一个, 一条 and the like count nothing out.
_ONE_OF = "个条项套种次份段件张点家名位旦直定样些般起律"


def check_numeral_names(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A numeral between the very characters between which the text has another, and nowhere this one."""
    held = content(evidence.text)
    for told, given in (*_quoted(said, evidence.text), *_skeletons(content(said), held), *_between(said, held)):
        yield Reason("number", f"材料写的是“{given}”，句中写成了“{told}”")
        return


def _quoted(said: str, text: str) -> Iterator[tuple[str, str]]:
    """A name in quotation marks that is one of the text's but for its numerals."""
    names = {compiled(_ANY).sub("\u0002", name): name for name in _QUOTED.findall(text)}
    for name in _QUOTED.findall(said):
        given = names.get(compiled(_ANY).sub("\u0002", name), name)
        if given != name and name not in text:
            yield name, given


def _skeletons(said: str, held: str) -> Iterator[tuple[str, str]]:
    """一X五Y where the text has 一X三Y."""
    for match in _SKELETON.finditer(said):
        name = match["name"]
        found = compiled(rf"[{_N}]{name[1]}[{_N}]{name[3]}").search(held) if name not in held else None
        if found:
            yield name, found.group()


def _between(said: str, held: str) -> Iterator[tuple[str, str]]:
    for match in _BETWEEN.finditer(said):
        before, number, behind = said[match.start() - 1], match["number"], said[match.end()]
        if number + behind in held or (number == "一" and behind in _ONE_OF):
            continue
        found = compiled(rf"{before}(?P<number>{_ANY}){behind}").search(held)
        if found and parse_number(found["number"]) != parse_number(number) and not _in_digits(number, behind, held):
            yield before + number + behind, found.group()


def _in_digits(number: str, behind: str, held: str) -> bool:
    value = parse_number(number)
    return value is not None and bool(compiled(rf"(?<!\d){value:f}{behind}").search(held))
