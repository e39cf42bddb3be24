"""What a sentence says became of the applicant's own events: none of them, not counted, in the way.

The rule that rests on the event, as the checker finds it on the facts, is what a stretch must agree with. Worded like
the clause or not, what is told of the applicant is told of his case, and quotes nothing. The words are in
corpus/verification/case_told.yaml.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from assistant.verification.address import ADDRESS_OR_SELF
from assistant.verification.conditions import Finding, findings
from assistant.verification.lexicon import read_lists
from assistant.verification.model import Basis, Reason
from assistant.verification.numbers import quantities_of
from assistant.verification.plain import compiled, segments

_QUOTED = re.compile(r"“[^“”]*”")
# So many stretches back what an event is called still tells of which one a stretch speaks.
_BACK = 3


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return read_lists("case_told.yaml")


def check_case_told(said: str, basis: Basis) -> Iterator[Reason]:
    """Stretches on the applicant that say of an event or a span of his what the checker finds otherwise."""
    known = findings(basis) if basis.facts else ()
    pieces = segments(_QUOTED.sub("“”", said))
    spoken = False
    for at, piece in enumerate(pieces) if known else ():
        if compiled(_lists()["open"]).search(piece):
            return
        if compiled(_lists()["rules"]).search(piece):
            spoken = False
            continue
        spoken = spoken or bool(ADDRESS_OR_SELF.search(piece))
        if spoken and (_of_event(pieces, at, known) or _of_span(piece, known)):
            yield Reason("verdict", f"按申报主体的事实，句中“{piece[:24]}”的判断不成立")
            return


def _of_event(pieces: list[str], at: int, known: tuple[Finding, ...]) -> bool:
    """Whether a stretch says of an event what the rule on it does not find."""
    own = _topic(pieces[at])
    topic = own or next((t for t in map(_topic, reversed(pieces[max(at - _BACK, 0) : at])) if t), None)
    if topic is None:
        return False
    claim = _claim(pieces[at], topic, named=own is not None)
    found = {each.status for each in known if each.facts & set(topic["anchor"])}
    return bool(claim) and {claim} | found == {"met", "unmet"} and len(found) == 1


def _topic(piece: str) -> Mapping[str, Any] | None:
    return next((t for t in _lists()["topics"] if compiled(_naming(t)).search(piece)), None)


def _naming(topic: Mapping[str, Any]) -> str:
    return f"{topic['says']}|{topic['clean']}" if "clean" in topic else str(topic["says"])


def _claim(piece: str, topic: Mapping[str, Any], *, named: bool) -> str:
    """met, unmet, or "" for what a stretch says of an event."""
    lists = _lists()
    if compiled(lists["spared"]).search(piece):
        return "met"
    if named and compiled(lists["barred"]).search(piece):
        return "unmet"
    if not named or compiled(lists["part"]).search(piece):
        return ""
    denied = compiled(str(lists["none"]).replace("{says}", topic["says"])).search(piece)
    clean = "clean" in topic and compiled(topic["clean"]).search(piece)
    return "met" if denied or (clean and not re.search(r"[不没未非]", piece[: clean.start()])) else ""


def _of_span(piece: str, known: tuple[Finding, ...]) -> bool:
    """Whether years are told as not reached that a rule asks for and finds reached."""
    short = compiled(_lists()["short"]).search(_in_digits(piece))
    if short is None:
        return False
    asked = [each for each in known if f"{short['years']}年以上" in _in_digits(each.quote)]
    return bool(asked) and all(each.status == "met" for each in asked)


def _in_digits(said: str) -> str:
    for quantity in reversed(quantities_of(said)):
        if quantity.unit == "年" and not quantity.text[0].isdigit():
            said = f"{said[: quantity.start]}{quantity.value:f}年{said[quantity.end :]}"
    return said
