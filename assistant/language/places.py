"""Places in Chinese text: every province, city, county and named development area, to its city and province.

The table lives in corpus/regions (see its README for origin and licence). A county name borne by several cities
counts only where the text around it names the city or the province; otherwise it is not reported.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import KnowledgeError

_CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_PEOPLES = (
    "壮族|回族|维吾尔|土家族|苗族|侗族|藏族|羌族|彝族|布依族|哈尼族|傣族|白族|傈僳族|景颇族|蒙古族|蒙古|哈萨克族?|朝鲜族|满族|黎族|瑶族|仫佬族|毛南族|畲族|"
    "各族|拉祜族|佤族|布朗族|纳西族|独龙族|怒族|普米族|水族|仡佬族|土族|撒拉族|保安族|东乡族|裕固族|塔吉克|锡伯|柯尔克孜|达斡尔族"
)
_LONG_SUFFIX = re.compile(
    rf"^(.{{2,}}?)(?:{_PEOPLES})*(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|省|市|盟|区|县|旗)$"
)
_ZONE = re.compile(
    r"(?:国家级?)?(?:高新技术产业|经济技术|高新|经开|经济)?(?:开发区|高新区|经开区|高新|经开|产业园|工业园区?|保税区)"
)
_BEFORE = re.compile(r"(?:^|[\s，。；！？,：:“（(在于到从自回去迁入至驻属是往离地址]|我们|本地)$")
_AFTER = re.compile(
    r"[\u4e00-\u9fff]{2,3}(?:镇|乡|街道)|[一某这那的市区县，。；！？）)有做干]|注册|登记|成立|设立|办|工作|上班|开|建|从事|人|本地|当地|分公司|公司|高新|经开|工业园|工商|民政|市场监|医院|学校"
)
# 金昌南路 is a street, 凉山泉 a brand, 永登县城关镇 a town: the place named in them is not where anybody is.
_AFTER_NAME = re.compile(
    r"[东西南北中前后一二三四五六七八九十]{0,2}(?:路|街|巷|胡同|弄堂|大道)(?!过|上的?小)"
    r"|[镇乡]|[桥牌泉峰岭溪谷潭](?![里上下边头口])|[山河湖](?=[^,，。；里上下边头口区沟脚东西南北]{0,8}(?:公司|厂|酒业|乳业|食品|集团|牌))"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Full names. `county` is empty where only the city is known, `city` where only the province is."""

    province: str
    city: str = ""
    county: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as it stands in the text: `text == source[start:end]`."""

    start: int
    end: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Table:
    names: dict[str, tuple[Place, ...]]
    weak: frozenset[str]
    not_places: tuple[str, ...]
    longest: int
    starts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    text: str
    places: tuple[Place, ...]


def find_places(text: str) -> list[PlaceMention]:
    """All places of `text` in order, never overlapping; ambiguous names only where the text settles them."""
    table = _table()
    hits = list(_scan(text, table))
    context = {hit.places[0] for hit in hits if len(hit.places) == 1 and hit.text not in table.weak}
    mentions = [_settle(hit, context, table, text) for hit in hits]
    return _with_bare_zones(_join([mention for mention in mentions if mention is not None], text), text)


def city_of(name: str) -> str | None:
    """The full name of the city a name belongs to; None where it is no place or lies in several cities."""
    cities = {place.city for place in _table().names.get(name, ()) if place.city}
    return cities.pop() if len(cities) == 1 else None


def province_of(city: str) -> str | None:
    """The full name of the province of a city given by its full name."""
    provinces = {place.province for place in _table().names.get(city, ())}
    return provinces.pop() if len(provinces) == 1 else None


# No name is shorter.
_SHORTEST = 2


def _scan(text: str, table: _Table) -> Iterable[_Hit]:
    position = 0
    while position < len(text):
        begins = text[position : position + _SHORTEST] in table.starts
        for size in range(min(table.longest, len(text) - position), 1, -1) if begins else ():
            name = text[position : position + size]
            if name in table.names and not _disguised(text, position, position + size, table):
                yield _Hit(position, position + size, name, table.names[name])
                position += size - 1
                break
        position += 1


def _disguised(text: str, start: int, end: int, table: _Table) -> bool:
    """The name is part of a street, a dish or an idiom."""
    behind_city = text[start - 1 : start] == "市" and text[end - 1] == "区"
    if _AFTER_NAME.match(text, end) and not _ends_as_place(text[start:end]) and not behind_city:
        return True
    return any(
        word in text[max(0, start - 4) : end + 4] and word.startswith(text[start:end]) for word in table.not_places
    )


def _ends_as_place(name: str) -> bool:
    """兰州市南路 is told of the city: a full name is not part of another word."""
    return name.endswith(("市", "省", "县", "自治州")) and len(name) > 2


def _settle(hit: _Hit, context: set[Place], table: _Table, text: str) -> PlaceMention | None:
    """Decide which place a hit means; None where the text does not settle it or it may be an ordinary word."""
    candidates = hit.places
    if len(candidates) > 1:
        candidates = tuple(place for place in candidates if _behind_its_city(hit, place, text)) or candidates
    if len(candidates) > 1:
        candidates = tuple(place for place in candidates if _agrees(place, context)) or candidates
    if len(candidates) != 1:
        return None
    if hit.text in table.weak and not _stands_as_place(hit, candidates[0], text, table):
        return None
    return PlaceMention(hit.start, hit.end, hit.text, candidates[0])


def _behind_its_city(hit: _Hit, place: Place, text: str) -> bool:
    """阳泉市城区 is that of 阳泉, whatever other city of the province has one."""
    return bool(place.city) and text[: hit.start].endswith((place.city, _brief(place.city) or place.city))


def _agrees(place: Place, context: set[Place]) -> bool:
    """The text names this place's city (or its province alone) elsewhere."""
    return any(
        other.city == place.city if other.city else other.province == place.province
        for other in context
        if other != place
    )


def _stands_as_place(hit: _Hit, place: Place, text: str, table: _Table) -> bool:
    """A short name that may be a word counts beside its own region or county, or between words that frame a place."""
    for size in range(2, 10):
        outer = table.names.get(text[max(0, hit.start - size) : hit.start], ())
        if any(_same_region(place, region) and region != place for region in outer):
            return True
        inner = table.names.get(text[hit.end : hit.end + size], ())
        if any(_same_region(county, place) and county != place for county in inner):
            return True
    return bool(_BEFORE.search(text[: hit.start]) and _AFTER.match(text, hit.end))


def _same_region(place: Place, outer: Place) -> bool:
    return place.province == outer.province and outer.city in ("", place.city)


def _join(mentions: list[PlaceMention], text: str) -> list[PlaceMention]:
    """Join 甘肃省+兰州市+城关区 standing side by side, and a following 高新区, to one mention."""
    joined: list[PlaceMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        # A county is not made more precise by the city that begins a name behind it (阳泉市矿区 阳泉…公司).
        coarser = last is not None and bool(last.place.county) and not mention.place.county
        beside = last is not None and text[last.end : mention.start].strip(" 省市") == ""
        if last and beside and not coarser and _same_region(mention.place, last.place):
            mention = PlaceMention(last.start, mention.end, text[last.start : mention.end], mention.place)
            joined.pop()
        joined.append(mention)
    return [_with_zone(mention, text) for mention in joined]


def _with_zone(mention: PlaceMention, text: str) -> PlaceMention:
    zone = _ZONE.match(text, mention.end)
    if zone is None or not mention.place.city:
        return mention
    return PlaceMention(mention.start, zone.end(), text[mention.start : zone.end()], mention.place)


def _with_bare_zones(mentions: list[PlaceMention], text: str) -> list[PlaceMention]:
    """在高新区 without a name is that of the city, where the text names one city only."""
    cities = {(mention.place.province, mention.place.city) for mention in mentions if mention.place.city}
    if len(cities) != 1:
        return mentions
    province, city = cities.pop()
    free = [
        PlaceMention(zone.start(), zone.end(), zone.group(), Place(province, city))
        for zone in _ZONE.finditer(text)
        if not any(mention.start < zone.end() and zone.start() < mention.end for mention in mentions)
    ]
    return sorted([*mentions, *free], key=lambda mention: mention.start)


@lru_cache(maxsize=1)
def _table() -> _Table:
    folder = _CORPUS / "regions"
    additions = _additions(folder / "additions.yaml")
    places = list(_places(folder / "divisions.tsv"))
    names: dict[str, set[Place]] = defaultdict(set)
    weak = set(additions["ambiguous_short"])
    for place in places:
        names[place.county or place.city or place.province].add(place)
    for place in sorted(set(places), key=lambda each: (bool(each.county), each.county, each.city)):
        _add_brief(place, names, weak)
    for name, city in additions["named"].items():
        names[name] = {
            Place(outer.province, city, name) for outer in names[city] if outer.city == city and not outer.county
        }
    frozen = {name: tuple(sorted(group, key=lambda each: (each.county, each.city))) for name, group in names.items()}
    return _Table(frozen, frozenset(weak), tuple(additions["not_places"]), max(map(len, frozen)), _starts(frozen))


def _starts(names: Iterable[str]) -> frozenset[str]:
    """How names begin: where a text has none of these, no name starts."""
    return frozenset(name[:_SHORTEST] for name in names)


def _add_brief(place: Place, names: dict[str, set[Place]], weak: set[str]) -> None:
    """Cities and provinces go by their short names; a county's short name yields to theirs and is weak."""
    brief = _brief(place.county or place.city or place.province)
    if not brief:
        return
    if place.county and any(not other.county for other in names[brief]):
        return
    if place.county:
        weak.add(brief)
    names[brief].add(place)


def _additions(path: Path) -> dict[str, Any]:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(loaded, dict) or {"named", "ambiguous_short", "not_places"} - loaded.keys():
        raise KnowledgeError(f"{path}：应有 named、ambiguous_short、not_places 三项，请补全。")
    return loaded


def _places(path: Path) -> Iterable[Place]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        parts = line.split("\t")
        if len(parts) != 3:
            raise KnowledgeError(f"{path}:{number}：每行应为“省<TAB>市<TAB>区县、区县”，请改正。")
        province, city, counties = parts
        yield Place(province, province if province == city else "")
        yield Place(province, city)
        yield from (Place(province, city, county) for county in counties.split("、") if county)


def _brief(name: str) -> str:
    match = _LONG_SUFFIX.match(name)
    return match[1] if match else ""


def city_names() -> tuple[str, ...]:
    """The short names of all provinces and cities (深圳), without repeats."""
    full = {name for group in _table().names.values() for place in group for name in (place.province, place.city)}
    return tuple(sorted({_brief(name) for name in full} - {""}))
