"""Where the applicant is registered, runs, works and belongs: only where the facts say."""

import re
from collections.abc import Mapping

from assistant.language.places import PlaceMention, city_of, find_places, province_of

# What a stretch tells of a place, and the facts that hold it.
_TELLS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(
            r"(?:注册(?:登记)?地?点?|营业执照)(?:只|仅|还|就|都|办|并|[不没未]有?)*(?:是|在|于|为)(?P<at>[^,。;]{2,12})"
            r"|在(?P<in>[一-鿿]{2,9})(?:依法|合法|登记)?注册"
        ),
        ("registered_city", "registered_province"),
    ),
    (
        re.compile(
            r"经营(?:地|地点)?(?:只|仅|还|就|都|并|[不没未]有?)*(?:是|在|于|为)(?P<at>[^,。;]{2,12})|在(?P<in>[一-鿿]{2,9})(?:从事)?经营"
        ),
        ("operating_city",),
    ),
    (
        re.compile(
            r"工作(?:单位|地)?(?:也|都|并|[不没未]有?)*(?:是|在|于|为)(?P<at>[^,。;]{2,12})|在(?P<in>[一-鿿]{2,9})(?:工作|上班)"
        ),
        ("work_city",),
    ),
    (re.compile(r"(?:户口|户籍)地?(?:虽然|也|都)*(?:是|在|于|为)(?P<at>[^,。;]{2,12})"), ("hukou_city",)),
)
_DENIED = re.compile(r"[不没未非无]")
# A place denied as such (不在兰州注册, 注册地不是兰州), and no more of it than that (不只在, 不是不在).
_NOT_AT = re.compile(r"^[^不没未非无]*(?:(?<!是)不|没有?|未|并非|不是)(?:是)?(?:在|于|是|为)(?![^,。;]*[不没未非无])")


def misplaced(segment: str, facts: Mapping[str, object]) -> str:
    """What a stretch says of a place of the applicant's that the facts do not, "" where nothing."""
    for tells, keys in _TELLS:
        found = tells.search(segment)
        given = [str(facts[key]) for key in keys if facts.get(key)]
        if found is None or not given:
            continue
        denied = _DENIED.search(segment[: found.end()])
        if denied and not _NOT_AT.search(segment[: found.end()]):
            continue
        named = find_places(found["at"] or found.groupdict().get("in") or "")
        if named and any(_same(named[0], place) for place in given) == bool(denied):
            return found.group()
    return ""


def _same(named: PlaceMention, given: str) -> bool:
    """Whether a place named is the one given, or the province it lies in."""
    city = city_of(given) or ""
    if named.place.city:
        return named.place.city == city or (not city and named.place.province in (given, given + "省"))
    return named.place.province in (given, province_of(city) or "")
