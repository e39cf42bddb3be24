"""Notices without a fact sheet: named by their region and award, answered by retrieval and quoting alone."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from assistant.answering.districts import office_aliases
from assistant.documents.model import Document
from assistant.documents.nature import is_notice
from assistant.knowledge.awards import Award, Timeliness
from assistant.library.store import Library

# 于11月25日前将材料报送, 截止时间为2025年3月1日: the day up to which one can apply.
_DAY = r"(?:(?P<year>20\d\d)\s*年)?\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
_DEADLINES = (
    re.compile(rf"{_DAY}[^。；\n]{{0,10}}?前(?=[^。；]{{0,60}}(?:报送|提交|上报|申报|寄送|报至|送至|报名))"),
    re.compile(rf"(?:截止|截至)[^。；\n\d]{{0,12}}{_DAY}"),
)
# 评选活动将于2023年上半年正式启动: the time by which a notice says that it all begins.
_START = re.compile(
    r"将?(?:于|在)(?P<label>(?P<year>20\d\d)年(?:(?P<half>[上下])半年|(?P<month>\d{1,2})月(?:份|[上中下]旬)?)[^。；，]{0,6}(?:启动|开始|开展))"
)
# Rules go on until they are changed; a notice is of its own round.
_RULES = re.compile(r"(?:办法|条例|规定|细则|规则)(?:[（(][^）)]*[）)])?》?(?:的通知)?(?:[（(][^）)]*[）)])?$")
_RECURS = re.compile(
    r"(?:当年|每年|逐年|每届|当届|每次|(?:评选|评审|评奖|申报|评定)(?:当)?年度?(?:的)?|次年|第二年)[^。；\d]{0,8}$"
)
_AWARD_IN_TITLE = re.compile(r"(?:关于|印发|开展|《|届|年度?|第)*([\u4e00-\u9fff]{2,14}?质量(?:管理)?奖)")
_PLACE_OF_AWARD = re.compile(r"(?P<place>(?P<short>[\u4e00-\u9fff]{2,6}?)(?:省|市|州|盟|区|县|旗|镇))(?=.*质量)")
_LEAD = re.compile(r"^.*(?:关于|印发|开展|申报|推荐|评选|组织|做好|届|年度?)")


def with_sheetless(awards: Mapping[str, Award], library: Library) -> dict[str, Award]:
    """The awards of the fact sheets, and one for every notice none of them rests on (its id is the document's). What
    does not look like a notice (an applicant's own material) governs no award and answers no question."""
    covered = {award.document for award in awards.values()}
    others = (document for document in library.documents() if document.id not in covered and is_notice(document))
    added = {document.id: _award(document) for document in others}
    return {**awards, **added}


def _award(document: Document) -> Award:
    name = award_name(document.title)
    return Award(
        id=document.id,
        name=name or document.name,
        aliases=(*office_aliases(name), *(() if document.region else place_aliases(name))),
        region=document.region,
        document=document.id,
        edition=document.edition,
        tracks=(),
        timeliness=_timeliness(document),
        entries=(),
    )


def award_name(title: str) -> str:
    """The award a title speaks of (关于开展第三届渭南市质量奖评选工作的通知 → 渭南市质量奖), "" where it names none."""
    found = _AWARD_IN_TITLE.search(title)
    return _LEAD.sub("", found[1]) if found else ""


def place_aliases(name: str) -> tuple[str, ...]:
    """What people call an award of a place no gazetteer knows by: the place in full and short (白石县, 白石)."""
    found = _PLACE_OF_AWARD.match(name)
    if not found:
        return ()
    full, short = found["place"], found["short"]
    return tuple(one for one in dict.fromkeys((f"{short}质量奖", f"{full}质量奖", full, short)) if len(one) > 1)


def _timeliness(document: Document) -> Timeliness:
    """The latest day up to which the notice says one can apply; a day without a year is of the year of issue, or, in
    rules that go on and where it is said of every year (当年9月30日前), of each."""
    found = [match for pattern in _DEADLINES for match in pattern.finditer(document.text)]
    dated = [(day, one) for one in found if (day := _date(one, document.date[:4])) is not None]
    going_on = _RULES.search(document.title) is not None
    recurring = [one for one in found if not one["year"] and (going_on or _every_year(document.text, one))]
    if recurring:
        return Timeliness(standing=True, label=f"每届{_the_day(recurring[0])}前")
    if not dated:
        return Timeliness(standing=True) if going_on else _announced(document)
    last_day, last = max(dated, key=lambda pair: pair[0])
    return Timeliness(standing=False, deadline=last_day, label=last.group().strip())


def _every_year(text: str, day: re.Match[str]) -> bool:
    return _RECURS.search(text[: day.start("month")]) is not None


def _the_day(day: re.Match[str]) -> str:
    return f"{int(day['month'])}月{int(day['day'])}日"


def _announced(document: Document) -> Timeliness:
    """The time a notice without a deadline says that applications begin; it is past when that time is over."""
    start = _START.search(document.text)
    if start is None:
        return Timeliness(standing=False)
    month = int(start["month"] or (6 if start["half"] == "上" else 12))
    if not 1 <= month <= 12:
        return Timeliness(standing=False)
    last = date(int(start["year"]), month, monthrange(int(start["year"]), month)[1])
    return Timeliness(standing=False, deadline=last, label=start["label"], announces=True)


def _date(match: re.Match[str], year: str) -> date | None:
    try:
        return date(int(match["year"] or year), int(match["month"]), int(match["day"]))
    except ValueError:  # no year known, or no such day
        return None
