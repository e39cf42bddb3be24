"""What an applicant's own text carries: honours in full and of their year, plans told as plans."""

import re
from collections.abc import Iterator

from assistant.verification.evidence import Evidence
from assistant.verification.honour_owner import (
    check_owner,
    elsewhere,
    honour_itself,
    honours_named,
    stands,
    year_of,
)
from assistant.verification.model import Reason
from assistant.verification.plain import compiled, content

_WON = re.compile(
    r"(?:获得|荣获|获评|曾获|获|被评为|评为|被授予|授予|摘得|入选|被认定为|荣膺)(?:了|过|的)?"
    r"([^,。;]{0,40}(?:奖(?![牌项励金])|称号|标杆|劳模|工匠|奖章|冠军|小巨人))"
)
_DATED = re.compile(r"^(?:(?:19|20)\d\d年度?(?:\d{1,2}月)?(?:\d{1,2}日)?|首次|连续|多次|的)+")
_CHANGE = re.compile(
    r"(?<![\d.])(\d[\d.]*)(?!\d|年)[^,。;\d]{0,12}?(?:→|->|到|至|为|升|降|缩短|提高|减|增|涨|,20\d\d年)[^,。;\d]{0,4}(\d[\d.]*)(?!\d|年)"
)


def check_achievements(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Honours and figures of a sentence that rests on the applicant's text alone."""
    if evidence.documents or not evidence.personal:
        return
    yield from _honours(said, evidence)
    yield from _nominations(said, evidence)
    yield from _turned(said, evidence)
    yield from check_owner(said, evidence)
    yield from _listed_honours(said, evidence)


def _listed_honours(said: str, evidence: Evidence) -> Iterator[Reason]:
    """An honour told without a verb (a line of the column) must stand in the text under its own name."""
    for match in honours_named(said):
        told = honour_itself(match[1])
        if len(told) < _NAME or stands(told, evidence.text):
            if len(told) >= _NAME and _dated(said, match) and not _year_fits(said, match[1], told, evidence):
                yield Reason("honour", f"“{told[-12:]}”的年份与材料不一致")
                return
            continue
        if elsewhere(told, evidence.text) or not stands(told[-7:], evidence.text):
            yield Reason("honour", f"材料中没有“{told[-12:]}”这一荣誉")
            return


def _dated(said: str, match: re.Match[str]) -> bool:
    """Whether the year stands right before the honour or in brackets right behind it."""
    ahead = re.search(
        r"(?:19|20)\d\d年(?:\d{1,2}月)?[,:、获]?$",
        said[: match.start(1)] + match[1][: 9 if match[1][:1].isdigit() else 0],
    )
    return bool(ahead or re.match(r"[”]?\([^()]*(?:19|20)\d\d年", said[match.end() :]))


# A name of fewer characters may be any word.
_NAME = 6


def _turned(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Two figures of a change in the reverse order of the text."""
    homes = re.split(r"[。;\n]", evidence.text)
    for match in _CHANGE.finditer(said):
        # With years of their own the two are held to them (dates_told).
        if re.search(r"原|此前|以前|过去|上年|前一年|(?:19|20)\d\d年", match.group()):
            continue
        first, second = match[1], match[2]
        for home in homes:
            ours, theirs = _at(first, home), _at(second, home)
            if compiled(rf"(?<![\d.]){re.escape(first)}(?![\d.]).*(?<![\d.]){re.escape(second)}(?![\d.])").search(home):
                break
            if ours >= 0 and theirs >= 0 and first != second:
                if theirs < ours and not re.search(r"比|较|高于|低于", home[theirs:ours]):
                    yield Reason("direction", f"句中“{match.group()[:24]}”把前后两个数颠倒了")
                break


def _at(figure: str, text: str) -> int:
    found = compiled(rf"(?<![\d.]){re.escape(figure)}(?![\d.])").search(text) if figure in text else None
    return found.start() if found else -1


def _honours(said: str, evidence: Evidence) -> Iterator[Reason]:
    for match in _WON.finditer(said):
        for name in re.split(r"[、和及与]", match[1]):
            honour = honour_itself(_DATED.sub("", name))
            if len(honour) >= 4 and not stands(honour, evidence.text):
                yield Reason("honour", f"材料中没有“{honour[-18:]}”这一荣誉")
            elif len(honour) >= 4 and not _year_fits(said, name, honour, evidence):
                yield Reason("honour", f"“{honour[-18:]}”的年份与材料不一致")


_AWARD = re.compile(r"[一-鿿]{2,40}?奖(?!提名|候选|项|励|牌|金|杯|状|章)")


def _nominations(said: str, evidence: Evidence) -> Iterator[Reason]:
    """An award listed by its name that the text has only as a nomination for it."""
    known = content(evidence.text)
    for match in _AWARD.finditer(said):
        name = match.group()
        if name.endswith("提名奖"):
            continue
        tail = next((name[at:] for at in range(len(name) - 3) if name[at:] in known), "")
        ends = [found.end() for found in compiled(re.escape(tail)).finditer(known)] if tail else []
        if ends and all(known[end:].startswith(("提名", "候选")) for end in ends):
            yield Reason("honour", f"材料写的是“{tail}”的提名，句中写成了正奖")
            return


def _year_fits(said: str, name: str, honour: str, evidence: Evidence) -> bool:
    """Whether the year told with an honour is one the text gives it; so where either tells none."""
    told = year_of(said, said.index(name), said.index(name) + len(name))
    lines = re.split(r"[。;\n]", re.sub(r"[“”《》]", "", evidence.text))
    given = {year_of(line, m.start(), m.end()) for line in lines for m in compiled(re.escape(honour)).finditer(line)}
    return not told or not given - {""} or told in given
