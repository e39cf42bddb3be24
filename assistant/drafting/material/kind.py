"""Whether a material speaks of an organisation or of one person, when nobody says."""

import re

from assistant.drafting.material.model import Kind

_PERSON = re.compile(
    r"同志(?:事迹|先进|推荐|材料)|个人(?:推荐|事迹|申报|自荐)|一线工作人员|姓\s*名[：:\s"
    r"|]|[\u4e00-\u9fff·]{2,4}，(?:男|女)，|出生|参加工作|先进个人事迹|本人(?:[0-9]|自"
    r"|从|于)"
)
_ORGANISATION = re.compile(
    r"(?:公司|合作社|医院|学校|厂|本单位|研究院)[^。\n]{0,20}(?:成立|注册)|员工[^。\n]"
    r"{0,6}[0-9]+人|注册资本|经营范围|(?:单位|企业)名称|主营|情况说明|公司简介|基本情"
    r"况"
)
# 张伟，男，45岁，…: a text that opens with one person is on that person, whatever it goes on to say of his firm.
_OPENS_WITH_ONE = re.compile(
    r"\s*(?:姓\s*名[：:]\s*)?[\u4e00-\u9fff·]{2,4}[，（](?:男|女|[0-9]{2}岁|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?出?生(?!产))(?=[，。；）])"
)
_HEAD = 400


def guess_kind(text: str) -> Kind:
    """`individual` where the opening speaks of a person more than of an organisation."""
    if _OPENS_WITH_ONE.match(text):
        return "individual"
    head = text[:_HEAD]
    return "individual" if len(_PERSON.findall(head)) > len(_ORGANISATION.findall(head)) else "organisation"
