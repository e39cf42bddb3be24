"""What an applicant's own text carries: honours in full and of their year, plans told as plans."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import aligned_with
from assistant.verification.evidence import Evidence
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
_FROM = re.compile(r"[由从](\d[\d.]*)[^,。;\d]{1,10}(\d[\d.]*)")


def check_achievements(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Honours and figures of a sentence that rests on the applicant's text alone."""
    if evidence.documents or not evidence.personal:
        return
    yield from _honours(said, evidence)
    yield from _plans(said, evidence)
    pairs = {match.groups() for match in _FROM.finditer(evidence.text)}
    for match in _FROM.finditer(said):
        if match.groups() not in pairs and match.groups()[::-1] in pairs:
            yield Reason("direction", f"句中“{match.group()}”把前后两个数颠倒了")


def _honours(said: str, evidence: Evidence) -> Iterator[Reason]:
    known = content(evidence.text)
    for segment in segments(said):
        for match in _WON.finditer(segment):
            for name in re.split(r"[、和及与]", _DATED.sub("", match[1])):
                bare = content(name)
                if len(bare) >= 4 and bare not in known:
                    yield Reason("honour", f"材料中没有“{name[-18:]}”这一荣誉")
                elif len(bare) >= 4 and not _year_fits(segment, name, evidence):
                    yield Reason("honour", f"“{name[-18:]}”的年份与材料不一致")


def _year_fits(segment: str, name: str, evidence: Evidence) -> bool:
    ours = set(_YEAR.findall(segment))
    homes = [s for s in evidence.segments if content(name) in content(s)]
    theirs = {year for home in homes for year in _YEAR.findall(home)}
    return not ours or not theirs or ours <= theirs


def _plans(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure the material gives only as a plan must be told as one."""
    words = lexicon().list("planned")
    homes = re.split(r"[。;\n]", evidence.text)
    told = re.search("|".join((*words, "(?<!已)将", "正在申")), said)
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
