"""What an applicant's own text carries: honours in full and of their year, plans told as plans."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import aligned_with
from assistant.verification.evidence import Evidence
from assistant.verification.honour_owner import HONOUR_NAME, check_owner, honour_itself
from assistant.verification.lexicon import any_of, lexicon
from assistant.verification.model import Reason
from assistant.verification.plain import content, segments

_WON = re.compile(
    r"(?:获得|荣获|获评|曾获|获|被评为|评为|被授予|授予|摘得|入选|被认定为|荣膺)(?:了|过|的)?"
    r"([^,。;]{0,40}(?:奖(?![牌项励金])|称号|标杆|劳模|工匠|奖章|冠军|小巨人))"
)
_DATED = re.compile(r"^(?:(?:19|20)\d\d年度?(?:\d{1,2}月)?(?:\d{1,2}日)?|首次|连续|多次|的)+")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|度|[-.])")
_NUMBER = re.compile(r"\d+(?:\.\d+)?[%亿万年月日个人家名项天小台套件次]?")
_CHANGE = re.compile(
    r"(\d[\d.]*)(?!\d|年)[^,。;\d]{0,12}?(?:→|->|到|至|为|升|降|缩短|提高|减|增|涨|,20\d\d年)[^,。;\d]{0,4}(\d[\d.]*)(?!\d|年)"
)


def check_achievements(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Honours and figures of a sentence that rests on the applicant's text alone."""
    if evidence.documents or not evidence.personal:
        return
    yield from _honours(said, evidence)
    yield from _nominations(said, evidence)
    yield from _plans(said, evidence)
    yield from _turned(said, evidence)
    yield from _by_for_to(said, evidence)
    yield from check_owner(said, evidence)
    yield from _listed_honours(said, evidence)


def _listed_honours(said: str, evidence: Evidence) -> Iterator[Reason]:
    """An honour told without a verb (a line of the column) must stand in the text under its own name."""
    known = content(evidence.text)
    for match in HONOUR_NAME.finditer(said):
        told = honour_itself(match[1])[-7:]
        if len(told) >= 6 and told not in known:
            yield Reason("honour", f"材料中没有“{told}”这一荣誉")
            return


def _by_for_to(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure that the text gives as what was reached, told as by how much it changed (提高了97.5%)."""
    for match in re.finditer(r"(?:提高|提升|上升|增长|增加|下降|降低|减少)了?(\d[\d.]*%)", said):
        figure = re.escape(match[1])
        reached = re.search(rf"(?:到|至|为|达)了?{figure}", evidence.text)
        if reached and not re.search(rf"(?:提高|提升|上升|增长|增加|下降|降低|减少)了?{figure}", evidence.text):
            yield Reason("direction", f"材料写的是变到“{match[1]}”，句中写成了变了“{match[1]}”")
            return


def _turned(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Two figures of a change in the reverse order of the text."""
    homes = re.split(r"[。;\n]", evidence.text)
    for match in _CHANGE.finditer(said):
        first, second = match[1], match[2]
        for home in homes:
            ours, theirs = _at(first, home), _at(second, home)
            if re.search(rf"(?<![\d.]){re.escape(first)}(?![\d.]).*(?<![\d.]){re.escape(second)}(?![\d.])", home):
                break
            if ours >= 0 and theirs >= 0 and first != second:
                if theirs < ours and not re.search(r"比|较|高于|低于", home[theirs:ours]):
                    yield Reason("direction", f"句中“{match.group()[:24]}”把前后两个数颠倒了")
                break


def _at(figure: str, text: str) -> int:
    found = re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.])", text)
    return found.start() if found else -1


def _honours(said: str, evidence: Evidence) -> Iterator[Reason]:
    known = content(evidence.text)
    before = ""
    for segment in segments(said):
        before = segment if not _WON.search(segment) else before
        for match in _WON.finditer(segment):
            for name in re.split(r"[、和及与]", _DATED.sub("", match[1])):
                bare = content(name)
                if len(bare) >= 4 and bare not in known:
                    yield Reason("honour", f"材料中没有“{name[-18:]}”这一荣誉")
                elif len(bare) >= 4 and not _year_fits(segment if _YEAR.search(segment) else before, name, evidence):
                    yield Reason("honour", f"“{name[-18:]}”的年份与材料不一致")


_AWARD = re.compile(r"[一-鿿]{2,}?奖(?!提名|候选|项|励|牌|金|杯|状|章)")


def _nominations(said: str, evidence: Evidence) -> Iterator[Reason]:
    """An award listed by its name that the text has only as a nomination for it."""
    known = content(evidence.text)
    for match in _AWARD.finditer(said):
        name = match.group()
        if name.endswith("提名奖"):
            continue
        tail = next((name[at:] for at in range(len(name) - 3) if name[at:] in known), "")
        ends = [found.end() for found in re.finditer(re.escape(tail), known)] if tail else []
        if ends and all(known[end:].startswith(("提名", "候选")) for end in ends):
            yield Reason("honour", f"材料写的是“{tail}”的提名，句中写成了正奖")
            return


def _year_fits(segment: str, name: str, evidence: Evidence) -> bool:
    ours = set(_YEAR.findall(segment))
    homes = [s for s in evidence.segments if content(name) in content(s)]
    theirs = {year for home in homes for year in _YEAR.findall(home)}
    return not ours or not theirs or ours <= theirs


def _plans(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure the material gives only as a plan must be told as one."""
    words = lexicon().list("planned")
    homes = re.split(r"[。;\n]", evidence.text)
    told = re.search("|".join((*words, "(?<!已)将", "正在申", "公示", "尚未", "参评")), said)
    for segment in segments(said):
        meant = aligned_with(segment, evidence.segments)
        if meant and not told and all(any_of(words, other) for other in meant):
            yield Reason("qualifier", f"材料把“{segment[:16]}”写作计划或目标，句中写成了已达成")
            return
        for number in _NUMBER.findall(segment):
            given = [home for home in homes if re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", home)]
            if given and all(any_of(words, home) for home in given) and not told:
                yield Reason("qualifier", f"材料只把“{number}”写作计划或目标，句中写成了已达成")
                return
