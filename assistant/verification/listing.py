"""Which honours a draft lists or leaves out, and why: held to what the drafting standard makes of each.

The column takes honours of the last five years, of the state or a province, on quality, the applicant's own and
obtained (`chongqing-2024` attachment 2); `assistant.drafting.honours` judges each honour of the material by that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.drafting.honours import codes_of, date_state, judge, window_start
from assistant.drafting.material.honour_entries import Entry, find_entries
from assistant.drafting.material.model import Honour, Kind
from assistant.verification.honour_owner import plain_honour
from assistant.verification.model import Reason
from assistant.verification.moments import Moment, find_moments
from assistant.verification.passing import passing
from assistant.verification.plain import flat
from assistant.verification.plans import told_as_plan
from assistant.verification.read_material import read_material

_OUT = re.compile(
    r"(?:不|没有?|未|暂不|先不|不能|不宜|不可|不得|无法|不应|不该|不会|别)(?:再|能|予|可以?|必|要|被|把它?)?(?:列|填|写|算|计|放|收)|剔除|排除|去掉|划掉|待[^,。;]{0,8}再(?:列|填)|不在此列|不符合|除外|取舍|(?:够|达)不[上到着]"
)
_IN = re.compile(
    r"(?:可以?|能|应当?|建议|拟|予以|仍|照样|一并|也|都|均|已|可一并|可以一并)(?:列|填|写|计|放|收)(?:入|进|上|在|到)?(?!事)|(?:列|填|写|计)(?:入|进)|^(?:可?列|可填|拟填|列出)(?:的|入)?[:：]?|可列|符合要求|够条件|算得上|能算"
)
# What is still to be settled is neither listed nor left out.
_UNSETTLED = re.compile(r"是否|能否|可否|请(?:您|先|再|务必)?(?:核|确认|找|补|以)|核实|待核|再[填列定]|存疑|酌")
_COLUMN = re.compile(r"荣誉栏|近五年|近5年|国家级或省部级|可[列填]|列入|质量荣誉|填这[一两几]")
_BASIS = re.compile(r"基准日?")
# What a sentence gives as the reason, and the codes of the standard any of which bears it out.
_REASONS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        re.compile(
            r"(?:早于|超出|超过|不在|早过|已过|过了|窗口外|之外|落在)[^,。;]{0,10}(?:五年|(?<!\d)5年|窗口|年限)|(?:五年|(?<!\d)5年)(?:以|之)?外|窗口期?(?:以|之)?[外前]|时间(?:太早|过早|早了)|年头较早"
        ),
        frozenset({"OUT_OF_WINDOW", "DATE_AMBIGUOUS", "DATE_MISSING"}),
    ),
    (
        re.compile(
            r"(?:认证|资质|证书|体系)(?:类|本身)?[^,。;]{0,4}(?:不是|不算|不属于?|并非)[^,。;]{0,4}荣誉|(?:是|属于?|(?<![体关])系)[^,。;]{0,4}(?:认证|资质)(?:类|性质)?$"
        ),
        frozenset({"CERT_NOT_HONOUR", "QUALIFICATION"}),
    ),
    (
        re.compile(r"与质量(?:工作)?(?:没有?|无)|不是质量(?:荣誉|类|方面)|非质量"),
        frozenset({"NOT_QUALITY", "NATURE"}),
    ),
)
# 省级质量奖 and the like: names that many an honour has, and none.
_LEVELLESS = re.compile(
    r"^(?:国家级?|省级?|市级?|省部级|本市|本省|有关|相关)?(?:政府)?质量(?:管理)?奖$|^正在|^请|^公司"
)
_LEAST = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """An honour of the material, its judgement, every reason against it, when it was had, and by what applicant."""

    honour: Honour
    codes: frozenset[str]
    entry: Entry
    kind: Kind

    @property
    def name(self) -> str:
        """The name in one spelling."""
        return plain_honour(self.honour.name)


def check_listing(said: str, heading: str, material: str, text: str) -> Iterator[Reason]:
    """An honour told as one for the column that is none, and a reason for leaving one out that does not hold.

    `heading` is what stands above a list's item; `text` is the whole answer, where it tells the day of reckoning.
    """
    if not re.search(
        r"奖|荣誉|称号|先进|标兵|工匠|标杆|认证|示范|班组|小组|企业|产品|商标|名牌|锋号|字号|能手|集体|红旗|劳模", said
    ):
        return
    under = bool(_COLUMN.search(heading)) and not _OUT.search(heading)
    if not (
        under
        or _OF_HIM.search(said)
        or _IN.search(said)
        or _OUT.search(said)
        or _WITHIN.search(said)
        or any(mark.search(said) for mark, _ in _REASONS)
    ):
        return
    day, earliest = reckoning(material, text)
    all_ = _judged(material, day or date(earliest.year, 12, 31))
    for stretch in re.split(r"[。;]", said):
        yield from _stretch(stretch, under, all_, day, earliest)


def _stretch(stretch: str, under: bool, all_: tuple[Judged, ...], day: date | None, earliest: date) -> Iterator[Reason]:
    named = [group for group in _named(stretch, all_) if group]
    if len(named) > 1:
        yield from _each_of_him(stretch, all_)
    if len(named) != 1:
        return
    (group,) = named
    if _UNSETTLED.search(stretch):
        return
    if all(_claims_own(stretch, each) for each in group):
        yield Reason("honour", f"“{group[0].honour.name[-14:]}”不是本人的荣誉")
        return
    if _OBTAINS.search(stretch) and all(_anothers(each) for each in group):
        yield Reason("honour", f"“{group[0].honour.name[-14:]}”不是申报主体的荣誉")
        return
    out = bool(_OUT.search(stretch)) or any(mark.search(stretch) for mark, _ in _REASONS)
    listed = (under or bool(_IN.search(stretch))) and not out
    if listed and all(each.honour.standing == "excluded" and _firm(each, day, earliest) for each in group):
        yield Reason("honour", f"“{group[0].honour.name[-14:]}”按口径不能列入：{group[0].honour.reason}")
        return
    if _WITHIN.search(stretch) and all(_long_ago(each, day, earliest) for each in group):
        yield Reason("honour", f"“{group[0].honour.name[-14:]}”的时间不在近五年内")
        return
    for mark, codes in _REASONS if out else ():
        if mark.search(stretch) and not any(_holds(each, codes, day) for each in group):
            yield Reason("honour", f"“{group[0].honour.name[-14:]}”不列的原因不是句中所说的")
            return


_WITHIN = re.compile(
    r"(?:仍|还|尚|正好?|刚好|都|均|也)?(?:在|落在|处于|属于?)(?:了)?(?:近|最近)?(?:五|(?<!\d)5)年(?:的)?(?:之?内|以内|窗口|范围)"
)


def _long_ago(each: Judged, day: date | None, earliest: date) -> bool:
    """Whether an honour is older than five years, whatever the day of reckoning where nobody told it."""
    value = each.entry.date.value if each.entry.date else None
    if day is not None:
        return date_state(value, day) == "outside"
    return value is not None and value.last() < window_start(earliest)


def _each_of_him(stretch: str, all_: tuple[Judged, ...]) -> Iterator[Reason]:
    """Of several honours told in a row, one between commas that is told of the person and is not his."""
    for piece in stretch.split(","):
        named = [group for group in _named(piece, all_) if group]
        if len(named) == 1 and not _OUT.search(stretch) and all(_claims_own(piece, each) for each in named[0]):
            yield Reason("honour", f"“{named[0][0].honour.name[-14:]}”不是本人的荣誉")
            return


# 公司获批…: told of the applicant itself.
_OBTAINS = re.compile(
    r"^(?:[一-鿿]{0,4}年)?(?:本|贵|该|我)?(?:公司|单位|学校|医院|合作社|厂|企业)(?:于|在|曾|还)?[\d年月]*(?:获|荣获|被评|被授|取得|拿到|入选)"
)


# 2020年获…, 也是他个人的: told of the person who applies.
_OF_HIM = re.compile(r"获(?!奖)|评为|当选|荣膺|是[他她]?(?:本人|个人)|[他她](?:本人|个人)的")
_NOT_HIS = re.compile(r"公司|单位|小组|班组|集体|厂|车间|团队|科室|不是|不属|并非|不能|不算|没有|未")


def _claims_own(stretch: str, each: Judged) -> bool:
    """Whether a stretch tells of the person who applies what the material says his firm or team won."""
    rest = re.sub(re.escape(each.honour.name.strip("“”")[-_LEAST:]), "", stretch)  # 优秀质量管理小组 names no winner.
    his = _OF_HIM.search(rest) and not _NOT_HIS.search(rest)
    return bool(his) and "NOT_OWN" in each.codes and each.kind == "individual"


def _anothers(each: Judged) -> bool:
    """Whether an honour is a person's or a team's by what the material says beside it."""
    return "NOT_OWN" in each.codes and each.kind == "organisation"


def _firm(each: Judged, day: date | None, earliest: date) -> bool:
    """Whether an honour is out for a reason that does not hang on a day nobody told."""
    if each.codes & _FIRM:
        return True
    return _long_ago(each, day, earliest)


_FIRM = frozenset({"BELOW_PROVINCE", "NOT_OWN", "NOT_OBTAINED", "NON_GOV", "CERT_NOT_HONOUR", "REVOKED"})


def _holds(each: Judged, codes: frozenset[str], day: date | None) -> bool:
    if "OUT_OF_WINDOW" in codes:
        value = each.entry.date.value if each.entry.date else None
        if day is None:
            return True  # Without the day of reckoning nobody can say (see left_out.py).
        return date_state(value, day) != "inside"
    return bool(each.codes & codes)


def _named(stretch: str, all_: tuple[Judged, ...]) -> list[list[Judged]]:
    """The honours a stretch names, those of one name together, less those of another year than it tells."""
    told = plain_honour(stretch)
    groups: dict[str, list[Judged]] = {}
    for each in all_:
        if not _LEVELLESS.search(each.name) and len(each.name) >= _LEAST and each.name in told:
            groups.setdefault(each.name, []).append(each)
    longest = [name for name in groups if not any(name != other and name in other for other in groups)]
    years = {moment.year for moment in find_moments(stretch) if moment.year}
    if not longest:
        alike = [e for e in all_ if e.name[-_TAIL:] in told and _year(e) in years]
        return [alike] if len(alike) == 1 else []
    return [[e for e in groups[name] if not years or _year(e) in years or not _year(e)] for name in longest]


# 2024年1月公示的那个省级质量奖: the end of a name with its year tells which.
_TAIL = 3


def _year(each: Judged) -> int:
    return each.entry.date.value.first().year if each.entry.date else 0


@passing(maxsize=64)
def _judged(material: str, day: date) -> tuple[Judged, ...]:
    read = read_material(material, day)
    return tuple(
        Judged(
            judge(entry, read.kind, read.applicant, day),
            codes_of(entry, read.kind, read.applicant, day),
            entry,
            read.kind,
        )
        for entry in find_entries(read.scan)
    )


@passing(maxsize=256)
def reckoning(material: str, text: str) -> tuple[date | None, date]:
    """The day of reckoning where the material or the answer tells it, and the last day the material tells."""
    last = max((_first(m) for m in _reached(flat(material)) if m.year), default=date(2024, 1, 1))
    for source in (flat(material), flat(text)):
        for match in _BASIS.finditer(source):
            found = [
                m for m in find_moments(source[match.start() : match.start() + 24]) if m.year and m.month and m.day
            ]
            if found:
                return _first(found[0]), last
    return None, last


def _reached(text: str) -> list[Moment]:
    """The dates of a flat text that are not told as still to come (计划2026年投产, 有效期至2027年3月)."""
    lines = [line for line in re.split(r"[。;\n]", text) if not told_as_plan(line)]
    return [
        moment
        for line in lines
        for moment in find_moments(line)
        if moment.side != "before"
        and not _TERM.search(line[: moment.start])
        and not _FROM_THEN.match(line[moment.end :])
    ]


_TERM = re.compile(r"(?:有效期|期限|任期|合同|届满|到期|期至)[^,]{0,12}$|(?:期|效)[^,]{0,4}[至到为][^,]{0,14}$")
_FROM_THEN = re.compile(r"(?:到期|届满|期满)")


def _first(moment: Moment) -> date:
    """The first day a date may mean, as far as there is such a day."""
    try:
        return date(moment.year, max(moment.month, 1), max(moment.day, 1))
    except ValueError:
        return date(moment.year, 1, 1)
