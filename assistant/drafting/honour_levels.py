"""Whose level an honour has, by who gave it and by its name: the state, a province, a city, a firm, no government."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_entries import Entry

_PROVINCE_NAME = re.compile(
    r"^(?:[“《]?)(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|"
    r"^(?:[“《]?)(?:内蒙古|广西|西藏|宁夏|新疆)|^(?:[“《]?)(?:北京|上海|天津|重庆)市?(?![\u4e00-\u9fff]{1,3}[区县])|^(?:[“《]?)(?:全)?省"
)
_NATIONAL_NAME = re.compile(r"^(?:[“《]?)(?:全国|国家|中国(?!石油|移动|联通|电信|建设|银行|铁路|石化|建筑))|国家级")
# A title that says of itself that it is the state's, whichever ministry gives it (国家级专精特新“小巨人”).
_SAID_NATIONAL = re.compile(r"[“《]?国家级")
_CITY_NAME = re.compile(r"^(?:[“《]?)(?!省)[\u4e00-\u9fff]{2,4}?(?:市|州|盟)(?!场)|^(?:全)?市")
_COUNTY_NAME = re.compile(
    r"^(?:[“《]?)(?:[\u4e00-\u9fff]{2,3}市)?[\u4e00-\u9fff]{1,5}?(?:区(?!域)|县(?!域)|(?<!红)旗(?![手帜舰]))|^(?:全)?[区县]"
)
_MUNICIPALITY = re.compile(r"[“《]?(?:北京|上海|天津|重庆)市?")
_CITY_GOVERNMENT = re.compile(r"市(?:人民)?政府|市委(?![\u4e00-\u9fff])")
_PLACE_BEFORE = re.compile(
    r"(?:[为获予，了过的被由]|年|月|日|^)([\u4e00-\u9fff]{0,6}(?:区|县|旗|镇|乡|街道|市|州))(?:级|里|上|的)*(?:评(?:选|定)?为|授予|表彰为|命名为|认定为|评上|评的?|颁发?的?|发的?)?[了过]?[“《]?$"
)
# The house itself gave it (厂里发的“听音员”奖状).
_OF_THE_HOUSE = re.compile(r"(?:厂|公司|院|校|单位|站|店|车间|班组)里?(?:自己)?(?:发|评|颁|给)(?:的|了|过)?[“《]?$")
_EDITION = re.compile(r"^第[一二三四五六七八九十0-9]{1,3}届(?!中国)")
# Who obtained it is not who gave it (某水务集团2022年获…).
_WINNER = re.compile(
    r"^[^，。；：“]{0,24}?(?:公司|集团|厂|医院|学校|合作社|分行|支行|酒店)[^，。；：“]{0,12}?"
    r"(?=荣?获(?!奖)|被评|被授|拿[到下了过]|评上)"
)


def level_of(entry: Entry) -> str:
    """One of the levels of `Honour`, by the issuer first and by the name where none is given."""
    honours = load_lexicon("honours")
    issuer, name = entry.issuer, _EDITION.sub("", entry.name)
    by_state = honours.has("level_ministry", issuer) or honours.has("level_national", issuer)
    if (honours.has("association", issuer) and not by_state) or (not issuer and honours.has("association", name)):
        return _local(issuer or name) or "协会"
    if issuer.startswith("市") and _MUNICIPALITY.match(name):
        return "省部级" if _CITY_GOVERNMENT.match(issuer) else "省级部门"
    if honours.has(
        "non_government", issuer or ("" if honours.has("famous", name) else _WINNER.sub("", entry.text))
    ) or (not by_state and honours.has("non_government", name)):
        return "非政府"
    for place in (issuer, name) if issuer else (name,):
        for level, words in _LEVELS:
            if honours.has(words, place):
                return "国家级" if level == "省部级" and _SAID_NATIONAL.match(name) else level
        if place == issuer:
            continue
        for level, pattern in _NAME_LEVELS:
            if pattern.search(place):
                return level
    return _said_before(entry)


def _said_before(entry: Entry) -> str:
    """The level of the place named before the honour (被评为城区“最美职工”), 不明 where none is."""
    before = entry.text[: entry.text.find(entry.name)] if entry.name in entry.text else ""
    if _OF_THE_HOUSE.search(before):
        return "单位级"
    place = _PLACE_BEFORE.search(before)
    if place is None:
        return "不明"
    return "市级" if place[1].endswith(("市", "州")) else "县级"


def _local(body: str) -> str:
    """市级 or 县级 where an association is that of a city or a county (矿区总工会, 阳泉市科协), else empty."""
    if _PROVINCE_NAME.match(body) or _NATIONAL_NAME.match(body):
        return ""
    return next((level for level, pattern in _NAME_LEVELS[2:] if pattern.match(body)), "")


_LEVELS = (
    ("单位级", "level_unit"),
    ("国家级", "level_national"),
    ("县级", "level_county"),
    ("省级部门", "level_department"),
    ("省部级", "level_ministry"),
    ("省部级", "level_province"),
    ("市级", "level_city"),
)
_NAME_LEVELS = (
    ("国家级", _NATIONAL_NAME),
    ("省部级", _PROVINCE_NAME),
    ("县级", _COUNTY_NAME),
    ("市级", _CITY_NAME),
)
