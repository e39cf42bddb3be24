"""Whom to ask: a stretch that only sends the reader to somebody who can tell him claims nothing of the clause."""

import re
from collections.abc import Iterable

from assistant.language.numerals import find_quantities
from assistant.verification.plain import compiled, content, flat
from assistant.verification.subjects import document_text

# What is to be asked (算不算重大, 拿不准), whom, and that he is to be asked.
_REFERRAL = re.compile(
    r"(?:(?:^|(?<=[,;:。]))(?P<what>[^,;:。]{0,24}?(?:算不算|是不是|是否|能否|可否|能不能|行不行|拿不准|有疑问|不确定|不清楚)"
    r"[^,;:。\d]{0,14}?))?"
    r"(?:^|(?<=[,;:。])|(?<=[^,;:。]))"
    r"(?:请|可以|可|建议|不妨)(?:先|再|另|自行|直接|最好|及时)*"
    r"(?:(?:向|与|同|跟)(?P<asked>[^,;。\d]{2,26}?)(?:进一步)?(?:核实|咨询|询问|确认|了解|联系|问清楚?|打听)"
    r"|(?:问问?|咨询|询问|联系)(?P<named>[^,;。\d]{2,20}?))(?:一下|清楚|为准)?(?=[,;。]|$)"
)
# A question that tells a rule on its way (8年以上是否含分公司) is judged like any other stretch.
_RULES = re.compile(r"[须应]|必须|可以|(?:^|[^许])可(?!否)|也|能(?!否|不能)|补助|奖[金励]|不[得予]|免")
_ANYBODY = re.compile(
    r"^(?:当地|所在地?|本地|贵单位)?(?:的)?(?:县区?|区县?|市级?)?(?:有关|相关|行业|行政)*"
    r"(?:主管|牵头|受理|主办|承办|推荐|申报|评审|组织)?(?:部门|窗口|单位|机构|方|工作人员|经办人)$"
)


def without_referral(said: str, documents: Iterable[str]) -> str:
    """The flat text less stretches that send the reader to a body the documents name, or to no particular one."""
    known = [content(document_text(document)) for document in documents]

    def left(match: re.Match[str]) -> str:
        whom = content(match["asked"] or match["named"])
        if match["what"] and (find_quantities(match["what"]) or _RULES.search(match["what"])):
            return match.group()
        told = _ANYBODY.search(whom) or any(whom in text for text in known) or _shortened(whom, known)
        return "" if told else match.group()

    return re.sub(r"[,;:]+(?=[。;]|$)", "", _REFERRAL.sub(left, said))


def _shortened(whom: str, known: list[str]) -> bool:
    """Whether a text names the body by a longer name (组委会办公室 of 评选活动组委会办公室)."""
    parts = [re.escape(part) for part in re.findall(r"..", flat(whom))]
    return len(parts) >= 3 and any(compiled(".{0,4}".join(parts)).search(text) for text in known)
