"""Who turns to whom, and who hands in: 甲向乙 must not be told as 乙向甲, nor 由甲统一报送 as 自行报送."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import NEGATOR, grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import compiled, segments
from assistant.verification.support import Home

_LEAST = 2
_HANDS = (
    r"报送|报到|报给|报请|报至|上报|提交|送到|送给|送至|送交|送往|报往|递交|交到|交给|交往|寄"
    r"|送(?=[^,。;]{0,8}(?:办公室|组委会|[局委厅]|部门|政府))"
)
_SELF = re.compile(rf"(?:自行|自己|亲自|各自|自主)[^,;。]{{0,8}}?(?:{_HANDS})")
_BY_OTHER = re.compile(rf"由[^,;。]{{3,26}}?(?:统一)?(?:{_HANDS})")
_OWN = re.compile(r"(?<!不)(?:自行|亲自|自主|各自)|(?:由|能|可以?|须)[^,。;]{0,6}自己")


def check_directions(said: str, evidence: Evidence) -> Iterator[Reason]:
    """甲向乙… of the clause told with the two in each other's place."""
    given = [pair for line in evidence.segments if (pair := _sides(line))]
    for piece in segments(said):
        ours = _sides(piece)
        if ours and any(_turned(ours, theirs) for theirs in given):
            yield Reason("role", f"句中“{piece[:20]}”把谁向谁说反了")
            return


_MADE = re.compile(
    r"[把将以](?P<thing>[^,。;]{2,12}?)(?:作为|当成?做?|当作|视为|看作|看成)(?P<other>[^,。;]{2,8}?)的(?P<what>[^,。;]{2,14})"
)


def check_made(said: str, evidence: Evidence) -> Iterator[Reason]:
    """把甲作为乙的… of the clause told as 把乙作为甲的…."""
    given = [(match["thing"][:2], match["other"][:2], match["what"]) for match in _MADE.finditer(evidence.text)]
    for match in _MADE.finditer(said):
        thing, other = match["thing"][:2], match["other"][:2]
        alike = [(a, b) for a, b, what in given if grams_of(what) & grams_of(match["what"])]
        if (other, thing) in alike and (thing, other) not in alike:
            yield Reason("contrast", f"句中“{match.group()[:20]}”把所引条款的两样说反了")
            return


_POLE = re.compile(r"(?P<noun>[一-鿿]{2}[率度力])(?P<pole>高|低)")


def check_poles(said: str, evidence: Evidence) -> Iterator[Reason]:
    """低 of what the clause has 高, and the reverse."""
    for match in _POLE.finditer(said):
        noun, pole = match["noun"][-3:], match["pole"]
        other = "低" if pole == "高" else "高"
        turned = compiled(rf"{noun}{other}|{other}[^,。;{pole}]{{0,16}}{noun}(?!{pole})").search(evidence.text)
        if turned and f"{noun}{pole}" not in evidence.text:
            yield Reason("contrast", f"句中“{match.group()}”与所引条款相反")
            return


Sides = tuple[frozenset[str], frozenset[str]]


def _sides(piece: str) -> Sides | None:
    before, mark, behind = piece.partition("向")
    one, other = grams_of(before), grams_of(behind)
    return (one, other) if mark and one and other else None


def _turned(ours: Sides, theirs: Sides) -> bool:
    crossed = len(ours[0] & (theirs[1] - theirs[0])) >= _LEAST and len(ours[1] & (theirs[0] - theirs[1])) >= _LEAST
    return crossed and not ours[0] & (theirs[0] - theirs[1])


def check_handing(home: Home) -> Iterator[Reason]:
    """Handed in by the applicant himself where the statement has another hand it in for all."""
    match = _SELF.search(home.segment)
    if not home.statements or not match or NEGATOR.search(home.segment[: match.start()]):
        return
    first = home.statements[0]
    if _BY_OTHER.search(first.wordings[0]) and not any(_OWN.search(wording) for wording in first.wordings):
        yield Reason("role", f"句中“{home.segment[:20]}”说的是自己报送，所引条款写的是由他方统一报送")
