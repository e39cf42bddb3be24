"""Who the applicant is: name, county and industry."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Fact, Kind
from assistant.drafting.material.person_name import person_name
from assistant.drafting.material.scan import Scan
from assistant.language.places import Place, PlaceMention, find_places

_MUNICIPALITIES = frozenset({"北京市", "上海市", "天津市", "重庆市"})
_NAME_HEAD = re.compile(
    r"^(?:全称|全名|名称|名叫|公司名|单位名|[是为叫：]|关于|致|附件?\d*[：:]?|[一二三"
    r"四五六七八九十\d]+[、.．]|[#*\-=【\[《“\s]+|申报(?:单位|主体)[：:]?"
    r"|(?:我们|我|本|咱们?)(?:[单公企厂院校合店社站所园][\u4e00-\u9fff]{0,3}?)?(?:的)?(?:全称|名称|名字|全名)?(?:叫做?|名叫|名为|是|为))+"
)
_NAME_BODY = r"[\u3007\u4e00-\u9fff（）·A-Za-z0-9]{2,28}?"
_INDUSTRY = re.compile(
    r"\s*[“]?([\u4e00-\u9fff、（）/]{0,28}(?:业|制造|加工|服务|教育|卫生|社会工作|公共"
    r"管理|体育|娱乐|研究|活动|管理))[”]?(?=[，。；）\n（“”\s]|$|领域|行业|类)"
)
_INDUSTRY_CODE = re.compile(r"[A-T]?[0-9]{2,4}[ ]?(?=[\u4e00-\u9fff])|[A-T](?:门类)?[ ]?(?=[\u4e00-\u9fff])")
_BARE_INDUSTRY = re.compile(
    r"(?<=[（，、；：。|｜\t\n])[ ]*([\u4e00-\u9fff、]{0,24}(?:制造业|制品业|加工业|冶"
    r"炼业|服务业|运输业|仓储业|采矿业|建筑业|批发业|零售业|餐饮业|畜牧业|养殖业|种植"
    r"业|(?:农|林|渔|旅游|住宿|物流|信息|软件|金融|保险|房地产|医药|化工|纺织|电力|采"
    r"选|修理|租赁|零售|娱乐)业))[ ]*(?=[，）。；\n|｜\t]|$)"
    r"|(?<=[（，、；：。|｜\t\n])[ ]*([\u4e00-\u9fff、]{2,24}?)行业(?=[，）。；\n|｜\t]|$)"
)
# A clause that only happens to end so (我们在全行业, 本行业, 带动了服务业).
_NO_INDUSTRY = re.compile(
    r"(?:我们|公司|企业|单位|本|全|同|该|各|跨|整个|其他|相关|传统|国内|国际|在|对|为|被|于|和|与|及|从|向)|"
    r".*(?:是|为|(?<!金)属|了|的|入|在|省|市|县|区|动|领)"
)
_ZONE_COUNTY = re.compile(r"([\u4e00-\u9fff]{2,6}(?:高新区|经开区|新区|开发区|高新技术产业开发区|经济技术开发区))")
_LOCATES = re.compile(r"[ ]*(?:[|｜\t\n]|$)|[的，。、）境]|[\u4e00-\u9fff]{2,5}(?:镇|乡|街道|村|路|工业园|园区|街)")
# An employer named after its county, in the opening that presents the applicant.
_EMPLOYER = re.compile(
    r"[\u4e00-\u9fff]{0,12}?(?:公司|医院|学校|中学|小学|厂|中心|合作社|局|所|院)(?!颁|授|评|表彰|奖)"
)
_OPENING = 120
_FORMERLY = re.compile(r"原|旧|老|曾|早年|最初$")
_MOVED = re.compile(r"(?:迁(?:址|移|建)?(?:到|至|入|往)|搬(?:迁)?(?:到|至|进)|整体搬迁至?|迁址)(?:了)?(?:现在的|如今的)?")
_BARE_COUNTY = re.compile(r"[\u4e00-\u9fff]{1,5}?(?:新区|区|县|旗)(?![\u4e00-\u9fff]?域)")


# What says the full name in running prose.
_CALLED = re.compile(r"(?:全名|全称|名为|名叫|单位名称|公司名称)(?:是|为|叫|：)?[“]?$")
_TEAM_TITLE = re.compile(
    r"[\s#*《【]*([\u4e00-\u9fff“”A-Za-z0-9·]{3,36}?(?:QC小组|质量管理小组|班组|小组))"
    r"(?=[（\n，]|申报|材料|事迹|简介|$)"
)


def read_name(scans: tuple[Scan, ...], kind: Kind) -> Fact | None:
    """The applicant's full name: labelled, else in the title, else the one the text calls by most often."""
    found = _labelled_name(scans, "person" if kind == "individual" else "name")
    if found is not None:
        return found
    if kind == "individual":
        return person_name(scans)
    return _organisation(scans)


def read_county(scans: tuple[Scan, ...], name: Fact | None) -> Fact | None:
    """The county in the form the summary form uses: `大足区` within a municipality, `兰州市西固区` elsewhere."""
    for scan in scans:
        for value in labelled(scan, "county"):
            fact = _county_in(scan, value.start, value.end) or _county_of_city(scan, value.start, name)
            fact = fact or _short_county(scan, value.start, value.end)
            if fact is not None and not value.blank:
                return fact
    moved = _moved_to(scans)
    if moved is not None:
        return moved
    for scan in scans:
        for match in load_lexicon("facts").patterns["located"].finditer(scan.text):
            if _FORMERLY.search(scan.text, max(0, match.start() - 4), match.start()):
                continue
            fact = _county_in(scan, match.end(), _sentence_end(scan.text, match.end()))
            fact = fact or _county_of_city(scan, match.end(), name)
            if fact is not None and "PERSONAL_PRIVACY" not in scan.codes(match.start(), match.end()):
                return fact
    return _county_anywhere(scans, name)


def read_industry(scans: tuple[Scan, ...]) -> Fact | None:
    """The industry as the material names it (`金属制品业`)."""
    for scan in scans:
        for value in labelled(scan, "industry"):
            if not value.blank and value.text:
                code = _INDUSTRY_CODE.match(value.text)
                start = value.start + (code.end() if code else 0)
                end = start + len(re.split(r"[；，（]", scan.text[start : value.end])[0])
                if end > start:
                    return Fact("industry", scan.text[start:end], scan.source.span(start, end))
    for scan in scans:
        for match in load_lexicon("facts").patterns["industry_before"].finditer(scan.text):
            industry = _INDUSTRY.match(scan.text, match.end())
            if (
                industry
                and industry[1].count("（") == industry[1].count("）")
                and not scan.sealed(match.start(), industry.end())
            ):
                return _industry(scan, industry)
    return _bracketed_industry(scans)


_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_RUN = 60


def _industry(scan: Scan, match: re.Match[str]) -> Fact:
    name = match[1] if len(match[1]) < 4 else match[1].removesuffix("行业")
    return Fact("industry", name, scan.source.span(match.start(1), match.start(1) + len(name)))


def _bracketed_industry(scans: tuple[Scan, ...]) -> Fact | None:
    """An industry named between marks (（兰州市红古区，金属制品业）), where nothing introduces it."""
    for scan in scans:
        for match in _BARE_INDUSTRY.finditer(scan.text):
            name = match[1] or match[2]
            start = match.start(1 if match[1] else 2)
            if not _NO_INDUSTRY.match(name) and not scan.sealed(*match.span()):
                return Fact("industry", name, scan.source.span(start, start + len(name)))
    return None


def organisation_names(scan: Scan) -> Iterator[tuple[int, int, str]]:
    """Every organisation name that begins at a clause edge, as start, end and text; former and other firms left out."""
    facts = load_lexicon("facts")
    suffix = facts.patterns["organisation_suffix"].pattern
    pattern = re.compile(
        rf"(?:(?<=[\n，。；：、“（《】)\s是名称叫为])|^)({_NAME_BODY}(?:{suffix}))(?![\u4e0"
        rf"0-\u9fff]{{0,4}}(?:有限|公司|合作社))"
    )
    for match in pattern.finditer(scan.text):
        run = _HAN_RUN.match(scan.text, match.start(1))
        if run and len(run[0]) > _LONGEST_RUN:
            continue  # a stretch this long without a break is no name: taking its head would cut it silently
        before = scan.text[max(0, match.start() - 8) : match.start()].rstrip("“（《 ")
        if (facts.has("other_name_before", before) and not _CALLED.search(before)) or scan.sealed(
            match.start(), match.end()
        ):
            continue
        yield match.start(1), match.end(1), match[1]


def _labelled_name(scans: tuple[Scan, ...], key: str) -> Fact | None:
    for scan in scans:
        for value in labelled(scan, key):
            text = re.split(r"[，；（、]| {1,}(?=[\u4e00-\u9fff]{2,}[：:])", value.text)[0].strip("“”《》 ")
            if (
                value.blank
                or not 2 <= len(text) <= 60
                or (key == "person" and len(text) > 5)
                or not _may_be_a_name(text)
            ):
                continue
            return Fact(
                "name",
                value.text if "（" in value.text and value.text.endswith(("公司", "社", "院")) else text,
                scan.source.span(value.start, value.start + len(text)),
            )
    return None


def _may_be_a_name(text: str) -> bool:
    """An identity or telephone number, a sentence about each piece (每只…) or a running clause is no name."""
    return re.match(r"[0-9Xx\-]+$|[每各凡]", text) is None and re.search(r"[\u4e00-\u9fff]", text) is not None


def _organisation(scans: tuple[Scan, ...]) -> Fact | None:
    team = _team(scans)
    if team is not None:
        return team
    counts: Counter[str] = Counter()
    first: dict[str, Fact] = {}
    for scan in scans:
        for start, end, text in organisation_names(scan):
            head = _NAME_HEAD.match(text)
            start += head.end() if head else 0
            text = scan.text[start:end]
            if len(text) < 4 or re.search(r"的?一[家所个间]|的老", text) or text.startswith(
                ("本", "我", "该", "每", "凡", "一家", "全", "各", "某", "有", "找", "在", "从", "请", "这", "那")
            ):
                continue
            counts[text] += 3 if _in_title(scan, start) else 1
            first.setdefault(text, Fact("name", text, scan.source.span(start, end)))
    if not counts:
        return None
    best = max(counts, key=lambda text: (counts[text], -list(first).index(text)))
    return first[best]


def _team(scans: tuple[Scan, ...]) -> Fact | None:
    """A team that stands in the title as the one who applies (…“蓝焰”QC小组)."""
    for scan in scans[:1]:
        match = _TEAM_TITLE.match(scan.text)
        if match is not None and not scan.sealed(*match.span()):
            return Fact("name", match[1], scan.source.span(match.start(1), match.end(1)))
    return None


def _in_title(scan: Scan, position: int) -> bool:
    return scan.text[:position].strip().count("\n") == 0 and "。" not in scan.text[:position]


def _county_in(scan: Scan, start: int, end: int) -> Fact | None:
    """The most precise place of the stretch; a city alone counts only where no county follows."""
    if scan.sealed(start, max(end, start + 1)):
        return None
    piece = scan.text[start:end]
    places = [mention for mention in find_places(piece) if mention.place.city and mention.start <= 14]
    if not places:
        zone = _ZONE_COUNTY.match(piece)
        return Fact("county", zone[1], scan.source.span(start, start + zone.end(1))) if zone else None
    best = max(places, key=_precision)
    return _county_fact(scan, best, start) if best.place.county else _unlisted_county(scan, best, start)


def _moved_to(scans: tuple[Scan, ...]) -> Fact | None:
    """Where the applicant has moved to (2018年搬到璧山区): that is where it is now."""
    for scan in scans:
        for match in _MOVED.finditer(scan.text):
            fact = _county_in(scan, match.end(), _sentence_end(scan.text, match.end()))
            if fact is not None and "PLAN_NOT_ACHIEVED" not in scan.codes(match.start(), match.end()):
                return fact
    return None


def _short_county(scan: Scan, start: int, end: int) -> Fact | None:
    """A county's short name in a cell that asks for the county (万州)."""
    if end <= start or scan.sealed(start, end):
        return None
    for mention in find_places(f"在{scan.text[start:end]}。"):
        if mention.place.county and mention.start == 1:
            return Fact("county", county_name(mention.place), scan.source.span(start, start + len(mention.text)))
    return None


def _county_of_city(scan: Scan, start: int, name: Fact | None) -> Fact | None:
    """A county whose bare name many cities have (城关区), settled by the city the applicant's name begins with."""
    match = _BARE_COUNTY.match(scan.text, start)
    cities = [] if name is None else [m.place for m in find_places(str(name.value)) if m.place.city]
    if match is None or not cities or scan.sealed(*match.span()):
        return None
    for mention in find_places(cities[0].city + match.group()):
        if mention.place.county == match.group():
            return Fact("county", county_name(mention.place), scan.source.span(*match.span()))
    return None


def _precision(mention: PlaceMention) -> tuple[bool, bool, int]:
    """A county before a development zone, a county before a city, the first before the next."""
    zone = re.search(r"(?:新区|高新区|经开区|开发区)$", mention.place.county) is not None
    return bool(mention.place.county), not zone, -mention.start


def _county_fact(scan: Scan, mention: PlaceMention, offset: int) -> Fact:
    span = scan.source.span(offset + mention.start, offset + mention.end)
    return Fact("county", county_name(mention.place), span)


def _unlisted_county(scan: Scan, city: PlaceMention, offset: int) -> Fact:
    """A county whose bare name (矿区, 城区) is no place by itself, read behind its city."""
    end = offset + city.end
    match = _BARE_COUNTY.match(scan.text, end)
    if city.text.endswith("新区"):
        return Fact("county", city.text, scan.source.span(offset + city.start, end))
    if match is None and city.text.endswith(("区", "县")):
        zone = scan.source.span(offset + city.start, end)
        text = city.text.removeprefix(city.place.province)
        return Fact("county", text if text.startswith(city.place.city) else city.place.city + text, zone)
    if match is None:
        return _county_fact(scan, city, offset)
    span = scan.source.span(offset + city.start, match.end())
    return Fact("county", county_name(city.place) + match.group(), span)


def county_name(place: Place) -> str:
    """How the summary form writes a place: county alone within a municipality, city and county elsewhere."""
    if place.city in _MUNICIPALITIES or place.province in _MUNICIPALITIES:
        return place.county or place.city or place.province
    if place.county.startswith(place.city.removesuffix("市")):
        return place.county
    return place.city + place.county


def _county_anywhere(scans: tuple[Scan, ...], name: Fact | None) -> Fact | None:
    """Else the county most of the text speaks of; the name itself is the last resort."""
    for scan in scans:
        for mention in find_places(scan.text):
            if mention.place.county and not scan.sealed(mention.start, mention.end) and not _bare(scan, mention):
                return _county_fact(scan, mention, 0)
    for scan in scans:
        for mention in find_places(scan.text[:_OPENING]):
            if (
                mention.place.county
                and _EMPLOYER.match(scan.text, mention.end)
                and not scan.sealed(mention.start, mention.end)
            ):
                return _county_fact(scan, mention, 0)
    if name is None or not isinstance(name.value, str):
        return None
    places = [mention for mention in find_places(name.value) if mention.place.county]
    return Fact("county", county_name(places[0].place), name.span) if places else None


def _bare(scan: Scan, mention: PlaceMention) -> bool:
    """A county that qualifies something else (an honour, an association, a customer's home) does not locate."""
    return _LOCATES.match(scan.text, mention.end) is None


def _sentence_end(text: str, start: int) -> int:
    match = re.compile(r"[，。；\n]").search(text, start)
    return match.start() if match else len(text)
