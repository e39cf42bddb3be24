"""The county the applicant is in, in the form the summary form uses."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan
from assistant.language.places import Place, PlaceMention, find_places

_MUNICIPALITIES = frozenset({"北京市", "上海市", "天津市", "重庆市"})
_ZONE_COUNTY = re.compile(r"([\u4e00-\u9fff]{2,6}(?:高新区|经开区|新区|开发区|高新技术产业开发区|经济技术开发区))")
_LOCATES = re.compile(
    r"[ ]*(?:[|｜·•\t\n]|$)|[ ]+(?=[0-9]{4}年)|"
    r"[ ]+(?=[\u4e00-\u9fff（）]{4,24}(?:公司|厂|医院|学校|中心|合作社|[院所站社])(?:[ ，\n]|$))|"
    r"[ ]+(?=[\u4e00-\u9fff、]{2,16}业(?:[ |｜\t\n]|$))|[的，。、）境]"
    r"|[一某][家个所座处]|本地|本土|辖区|城里|当地"
    r"|[\u4e00-\u9fff]{2,5}(?:镇|乡|街道|村|路|工业园|园区|街)"
)
# An employer named after its county, in the opening that presents the applicant.
_EMPLOYER = re.compile(
    r"[\u4e00-\u9fff]{0,12}?(?:公司|医院|学校|中学|小学|幼儿园|厂|中心|合作社|局|所|院|[煤铁铜金]?矿|煤业|水务|电力|热力|集团|站|社区|支行|车间|段|馆|化验室|实验室|养护队|工区|车队|酒店|超市|药店|公交|工坊|作坊|工作室|养殖场|农场|牧场|林场|小作坊|铺)(?!颁|授|评|表彰|奖)"
)
# Where the applicant has its outlets, not its seat (在九龙坡区、南岸区设有营业部7个).
_BRANCHES = re.compile(
    r"(?:设有?|开设?有?|建有?|布(?:局|设)有?|拥有|有|办有?|投放|承接|承建|服务|供(?:应|货|水|热|气))(?:了|着)?[0-9一二三四五六七八九十几多]*[家个处座所间]?[\u4e00-\u9fff]{0,4}"
    r"(?:营业部|营业厅|分店|门店|直营店|连锁店|网点|站点|分公司|子公司|分厂|分部|支行|办事处|分院|校区|基地|项目|工地|客户|驿站|仓库|分拣点|维修点|服务点|售后点)"
)
# …，在重庆市江津区珞璜，2012年8月成立: where the clause says no more than a place, that is where it is.
_SEAT = re.compile(r"[\u4e00-\u9fff]{0,5}(?=[，。；（]|$)")
# Where somebody went to teach or to help is no seat (到盂县、平定的8家医院讲过课; 在眉县、扶风带过徒弟).
_VISITED = re.compile(r"(?:[到赴往]|(?<![过下])去|来自)(?:[\u4e00-\u9fff]{1,6}、){0,4}$")
_ONE_OF = re.compile(
    r"、[\u4e00-\u9fff]{1,4}?(?:[县区市]|[、和与及]|的[0-9一二两三四五六七八九十几]|等[地县]|[带教讲推办传授学照]|家)"
)
_OPENING = 120
# How far before a place the word for a home may stand.
_LEAD = 16
_FORMERLY = re.compile(r"原|旧|老|曾|早年|最初$")
_OF_THE_GROUP = re.compile(r"(?:集团|母公司|总公司|总院)(?:总部|本部)?(?:设|位|坐落|注册)?(?:在|于)?$")
_MOVED = re.compile(
    r"(?:迁(?:址|移|建)?(?:到|至|入|往)|搬(?:迁)?(?:到|至|进)|整体搬迁至?|迁址)(?:了)?(?:现在的|如今的)?"
)
_BARE_COUNTY = re.compile(r"[\u4e00-\u9fff]{1,5}?(?:新区|区|县|旗)(?![\u4e00-\u9fff]?域)")


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
            lead = scan.text[max(0, match.start() - 6) : match.start()]
            if _FORMERLY.search(lead[-4:]) or _OF_THE_GROUP.search(lead + match.group()):
                continue
            stop = _sentence_end(scan.text, match.end())
            if _BRANCHES.search(scan.text, match.end(), stop):
                continue
            fact = _county_in(scan, match.end(), stop) or _county_of_city(scan, match.end(), name)
            if fact is not None and "PERSONAL_PRIVACY" not in scan.codes(match.start(), match.end()):
                return fact
    return _county_anywhere(scans, name)


def _county_in(scan: Scan, start: int, end: int) -> Fact | None:
    """The most precise place of the stretch; a city alone counts only where no county follows."""
    if scan.sealed(start, max(end, start + 1)):
        return None
    piece = scan.text[start:end]
    places = [mention for mention in find_places(piece) if mention.place.city and mention.start <= 14]
    if not places:
        zone = _ZONE_COUNTY.match(piece)
        return Fact("county", zone[1], scan.source.span(start, start + zone.end(1))) if zone else None
    best = _of_county(max(places, key=_precision))
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


def _of_county(mention: PlaceMention) -> PlaceMention:
    """岐山县蔡家坡 lies in the county named before the town."""
    head = mention.text.removesuffix(mention.place.county)
    if not head or head == mention.text:
        return mention
    outer = [one for one in find_places(head) if one.place.county and one.end == len(head)]
    if not outer or outer[0].place.county == mention.place.county:
        return mention
    return PlaceMention(mention.start, mention.start + len(head), head, outer[0].place)


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
    place = _in_full(place)
    if place.city in _MUNICIPALITIES or place.province in _MUNICIPALITIES:
        return place.county or place.city or place.province
    if place.county.startswith(place.city.removesuffix("市")) and place.county.endswith(
        ("新区", "开发区", "高新区", "经开区")
    ):
        return place.county
    return place.city + place.county


def _in_full(place: Place) -> Place:
    """The county under its full name where the material gives its short one (凤翔, 长寿)."""
    if not place.county or place.county.endswith(("区", "县", "市", "旗", "城")):
        return place
    longer = (find_places(f"{place.city}{place.county}{end}") for end in "区县市")
    known = (one[0].place for one in longer if one and len(one[0].place.county) > len(place.county))
    return next(known, place)


def _county_anywhere(scans: tuple[Scan, ...], name: Fact | None) -> Fact | None:
    """Else the county most of the text speaks of; the name itself is the last resort."""
    told = [(scan, m) for scan in scans for m in find_places(scan.text) if m.place.county and not _barred(scan, m)]
    opening = [(scan, m) for scan, m in told if m.end <= _OPENING]
    located = [(scan, m) for scan, m in told if not _bare(scan, m)]
    employed = [(scan, m) for scan, m in opening if _EMPLOYER.match(scan.text, m.end)]
    # Where the opening says, and whom one works for, goes before what is told later (到盂县、平定教过).
    for scan, mention in ([one for one in located if one in opening] or employed or located)[:1]:
        return _county_fact(scan, mention, 0)
    if name is None or not isinstance(name.value, str):
        return None
    places = [mention for mention in find_places(name.value) if mention.place.county]
    return Fact("county", county_name(places[0].place), name.span) if places else None


def _barred(scan: Scan, mention: PlaceMention) -> bool:
    """A place that may not be read, or where somebody lives or comes from and nobody says they work."""
    lead = scan.text[max(0, mention.start - _LEAD) : mention.start]
    if scan.sealed(mention.start, mention.end) or load_lexicon("facts").has("home_before", lead):
        return True
    span = scan.source.span(mention.start, mention.end)
    private = (zone.span for zone in scan.zones if zone.code == "PERSONAL_PRIVACY")
    return any(one.start < span.end and span.start < one.end for one in private)


def _bare(scan: Scan, mention: PlaceMention) -> bool:
    """A county that qualifies something else (an honour, an association, a customer's home) does not locate."""
    if _VISITED.search(scan.text, max(0, mention.start - _LEAD), mention.start) or _ONE_OF.match(
        scan.text, mention.end
    ):
        return True
    seat = scan.text[: mention.start].endswith("，在") and _SEAT.match(scan.text, mention.end)
    return not seat and _LOCATES.match(scan.text, mention.end) is None


def _sentence_end(text: str, start: int) -> int:
    match = re.compile(r"[，。；\n]").search(text, start)
    return match.start() if match else len(text)
