"""People named in a sentence, with their offices, must be those of its evidence."""

import re
from collections.abc import Iterator

from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import content

_PERSON = re.compile(
    r"(?:联系人|主任|副主任|市长|副市长|局长|处长|联络人|负责人)[是为:]{0,2}"
    r"([一-鿿]{2,3})(?=[,。、;( ]|$|和|与|或|电话|,)"
)
_TITLES = "科技处|政务服务大厅|副主任|副市长|(?<!副)主任|(?<!副)市长(?!质量|奖)|局长|处长|联络员"
_PERSON_STOP = (
    "联系",
    "电话",
    "由",
    "是",
    "为",
    "兼",
    "的",
    "和",
    "同志",
    "及",
    "签",
    "需",
    "应",
    "可",
    "在",
    "对",
    "未",
    "不",
    "有",
    "或",
    "与",
    "向",
    "召",
    "提",
    "担",
    "单位",
    "电话",
    "姓名",
    "奖",
    "有",
    "共",
    "一",
    "叫",
    "啥",
    "几",
    "多",
    "信息",
    "市",
    "区",
    "县",
    "省",
    "主要",
    "负责",
    "自己",
    "这个",
    "一职",
    "职务",
    "当",
)


def check_people(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Names behind an office, and which office goes with which name."""
    known = content(evidence.everything)
    given = _titled(evidence.text)
    for title, names in _titled(said).items():
        if title in given and not any(a[:2] == b[:2] for a in names for b in given[title]):
            yield Reason("person", f"句中“{title}”与人名的对应与所引条款不一致")
    people = re.search(r"联系人[是为:]{0,2}([一-鿿]{2,3}(?:[、和与,][一-鿿]{2,3})+)(?=[,。、;( ]|$|电话)", said)
    for name in re.split(r"[、和与,]", people[1]) if people else ():
        if name not in known and not name.startswith((*_PERSON_STOP, "地址", "传真", "邮编")):
            yield Reason("person", f"句中人名“{name}”不在所引条款中")
    for match in _PERSON.finditer(said):
        if (
            match[1] not in known
            and not match[1].startswith(_PERSON_STOP)
            and not match[1].endswith(("的", "是", "为", "由"))
        ):
            yield Reason("person", f"句中人名“{match[1]}”不在所引条款中")


_TITLED = re.compile(
    rf"((?:{_TITLES})(?:[是为:由、的]*(?:{_TITLES}|市委常委))*)(?:的?联系人)?(?:[是为:由则找叫]|那边|就是|请|对接的?)*"
    r"([一-鿿]{2,3})"
)


def _titled(text: str) -> dict[str, set[str]]:
    """Titles and departments with the two or three characters that follow them as a name."""
    found: dict[str, set[str]] = {}
    for match in _TITLED.finditer(text):
        if not match[2].startswith(_PERSON_STOP) and not re.match(_TITLES, match[2]):
            for title in re.findall(_TITLES, match[1]):
                found.setdefault(title, set()).add(match[2])
    return found
