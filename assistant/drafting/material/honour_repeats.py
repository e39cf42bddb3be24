"""One honour mentioned several times: it is told once, by the mention that says most of it."""

import re
from collections.abc import Iterable

from assistant.drafting.material.model import Honour

# What one mention leaves out and another says (省政府质量奖, 甘肃省人民政府质量奖（正奖）).
_UNSAID = re.compile(
    r"（[^（）]*）|[“”《》]|第[一二三四五六七八九十0-9]{1,3}届|人民|政府|荣誉|称号|[0-9]{4}(?:—[0-9]{4})?年度?|正奖$"
)
_PLACES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|"
    "新疆|重庆|北京|上海|天津"
)
_TITLE = re.compile(rf"(?:中国|全国|国家|(?:{_PLACES})?(?:省|自治区|市)|(?:{_PLACES}))[一-鿿A-Za-z]*$")
# A title without its place needs at least this much to be told from another's.
_LEAST = 4


def told_once(honours: Iterable[Honour]) -> tuple[Honour, ...]:
    """Every honour once, in order: of a repeated one the mention with its giver, of a passing one the dated mention."""
    best: dict[tuple[str, str], Honour] = {}
    for honour in honours:
        key = (honour.name, honour.date[:5])
        if key not in best or len(honour.issuer) > len(best[key].issuer):
            best[key] = honour
    told = tuple(best.values())
    return tuple(one for one in told if not any(_is_passing(one, other) for other in told))


def _is_passing(one: Honour, other: Honour) -> bool:
    """Whether `one` only speaks again of `other`: no date and no giver of its own, and a name the other's ends with."""
    if one is other or one.date or not other.date or one.reason_code == "NOT_OBTAINED":
        return False
    title = _title(one.name)
    return len(title) >= _LEAST and _title(other.name).endswith(title)


def _title(name: str) -> str:
    plain = _UNSAID.sub("", name)
    match = _TITLE.search(plain)
    return match.group() if match else plain
