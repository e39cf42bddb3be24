"""Whether a material speaks of an organisation or of one person, when nobody says."""

import re
from functools import lru_cache

from assistant.drafting.material.model import Kind
from assistant.drafting.material.surnames import name_pattern

_PERSON = re.compile(
    r"同志(?:事迹|先进|推荐|材料)|个人(?:推荐|事迹|申报|自荐)|一线工作人员|姓\s*名[：:\s"
    r"|]|[\u4e00-\u9fff·]{2,4}，(?:男|女)，|出生|参加工作|先进个人事迹|本人(?:[0-9]|自"
    r"|从|于)|[（·]个人[）·]|(?:质量管理|工程技术|一线工作)人员(?=[）。，、；\s]|$)|专家学者类"
    r"|(?:推荐人|受访人?|推荐对象)：[\u4e00-\u9fff·]{2,4}(?=[，（\n 　])|[\u4e00-\u9fff·]{2,4}（(?:男|女|19[0-9]{2}年)"
    r"|[\u4e00-\u9fff·]{2,4}[ 　](?:男|女)[ 　]"
    r"|从事质量[\u4e00-\u9fff]{0,8}(?:[0-9]{1,2}年|[：，])|[\u4e00-\u9fff]{2,4}同志，"
)
_ORGANISATION = re.compile(
    r"(?:公司|合作社|医院|学校|厂|本单位|研究院)[^。\n]{0,20}(?:成立|注册)|员工[^。\n]"
    r"{0,6}[0-9]+人|注册资本|经营范围|(?:单位|企业)名称|主营|情况说明|公司简介|基本情"
    r"况"
)
# 张伟，男，45岁，…: a text that opens with one person is on that person, whatever it goes on to say of his firm.
_OPENS_WITH_ONE = re.compile(
    r"\s*(?:姓\s*名[：:]\s*|本人)?[\u4e00-\u9fff·]{2,4}[，（](?:男|女|[0-9]{2}岁|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?出?生(?!产))(?=[，。；）])"
)
# Who says "I am called" tells of himself (我叫冉启华，…现任…有限公司首席技师), unless he goes on to present his firm.
_CALLED = re.compile(r"(?:我|本人)(?:的?名字)?(?:名?叫|姓名)(?:做|作)?[，：]?[\u4e00-\u9fff·]{2,4}(?=[，。、（\s])")
_PRESENTS_A_FIRM = re.compile(
    r"(?:我们?|咱们?|本|我)(?:公司|单位|企业|[厂院店社校])[^。；\n]{0,12}(?:成立|注册|开业|建厂|主营|主要(?:生产|做|从事)|(?:[有共]|员工)[^。；\n]{0,4}[0-9]+(?:多|来|余)?(?:人|名|号))"
    r"|(?:给|替|帮|代)(?:我们?|咱们?|本)?(?:公司|单位|企业|[厂院店社校])[^。；\n]{0,6}(?:申?报|填|写)"
)
_HEAD = 400
# What a form of forwarding sets before the first words (【微信收藏】, 转发：).
_FORWARDED = r"(?:\s|【[^】\n]{1,12}】|[#*>]|转发?：|[（(][^（）()\n]{1,12}[）)])*"
_ADDRESS = r"(?:师傅|老师|同志|女士|先生|医生|护士|工程师|工|主任|班长|院长|校长|厂长)"
# What a text says of nobody but a person.
_OF_A_PERSON = (
    r"(?:[^，。；\n]{0,6}[0-9]{2,4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:出?生(?!产)|入党|参加工作|进厂)|生于|(?:男|女)(?=[，。；、])|"
    r"(?:今年|现年|年届)?[0-9]{2}岁|今年[^，。；\n]{1,3}岁|中共党员|党员|[^，。；\n]{0,30}参加工作|高级技师|技师(?=[，。]))"
)


@lru_cache(maxsize=1)
def _one_person() -> re.Pattern[str]:
    """A text that begins with one name: what is said of a person follows, or the name has its form of address and what
    this one is or does (马建国师傅在…厂干了31年); who is only greeted is told nothing of."""
    name = name_pattern()
    does = r"(?:，)?(?:现在?|一直|原|是|在|从|自|[12][0-9]{3}年|今年|干|当|任)(?!吗|么|不在)"
    return re.compile(
        rf"{_FORWARDED}(?:{name}{_ADDRESS}?(?:（[^（）\n]{{1,20}}）)?[，、 ]+{_OF_A_PERSON}|"
        rf"{name}(?:师傅|同志)(?![你您]|们?好){does}|{name}{_ADDRESS}?(?:[，是]|现?任|现在?在?)[^，。；\n]{{4,30}}?(?:公司|[厂院校站局])[^，。；\n]{{0,16}}?"
        r"(?:[\u4e00-\u9fff]工|[班组科部]长|主任|工程师|技师|检验员|质检员|教师|医生|护士|司机|操作[工手])(?=[，。、（]))"
    )


def opening_person(text: str) -> tuple[int, int] | None:
    """Where the very first words tell of one person, whatever is told of a firm behind them; None where they do not."""
    match = _OPENS_WITH_ONE.match(text) or _one_person().match(text)
    lead = re.match(_FORWARDED, text)
    return None if match is None else (lead.end() if lead else 0, match.end())


def guess_kind(text: str) -> Kind:
    """`individual` where the opening speaks of a person more than of an organisation."""
    if opening_person(text) is not None:
        return "individual"
    head = text[:_HEAD]
    if _CALLED.search(head) and not _PRESENTS_A_FIRM.search(head):
        return "individual"
    return "individual" if len(_PERSON.findall(head)) > len(_ORGANISATION.findall(head)) else "organisation"
