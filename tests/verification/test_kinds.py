"""Kinds of error found in answers by others, in wordings of our own."""

from typing import Any

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_MONEY = EvidenceClause(
    "baoji-2024",
    "市政府对首次获得“宝鸡市质量奖”的组织和单位给予50万元一次性补助，并颁发获奖证书和奖牌，"
    "对首次获得“宝鸡市质量奖提名奖”的组织和单位颁发获奖证书和奖牌。",
)
_BASIC = EvidenceClause(
    "baoji-2024",
    "（二）在本市行政区域内合法注册5年以上的法人或者其他组织。近三年内无重大质量、生产安全、劳动保障、环境保护等事故，"
    "无违法、违规、违纪、弄虚作假以及质量失信等行为，具有良好的信用记录和社会声誉。",
)
_BARRED = EvidenceClause(
    "yangquan-3",
    "2、近3年发生重大违法违规违纪行为的，或发生质量安全、环境保护、生产安全、公共卫生、食品安全等重大事故的，或引起重大群体性事件的；",
)
_RANGE = EvidenceClause(
    "chongqing-2024",
    "1.参评组织范围。包括制造业、服务业、工程建设行业生产经营组织，国防工业、武器研发制造维修设计单位，"
    "教育机构（仅限小学、初中和职业技术学校），中小企业，一线班组（包括各领域QC小组）等。",
)
_WATCH = EvidenceClause(
    "baoji-2024",
    "成立2024年宝鸡市质量奖评选工作组委员会(见附件)，以政府购买服务的方式委托评审机构实施评审工作，并对评审活动实施监督。",
)
_OBJECTS = EvidenceClause(
    "lanzhou-2023",
    "个人提出异议的，应当在异议材料上签署本人姓名，注明联系电话、通讯地址，并提供身份证明；"
    "单位提出异议的，应当在异议材料上注明住所及联系电话、通讯地址，并加盖单位公章。",
)


def _passed(text: str, clause: EvidenceClause | None = None, **basis: Any) -> bool:
    return verify_text(text, clauses={"c1": clause} if clause else {}, **basis).passed


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("宝鸡只要注册满5年就能获奖[c1]。", _BASIC),
        ("在宝鸡注册满5年的就可以获奖[c1]。", _BASIC),
        ("宝鸡要求注册5年以上的法人，不包括其他组织[c1]。", _BASIC),
        ("无违法行为这一条没有时间限制，从成立起算[c1]。", _BASIC),
        ("50万元补助分年发放[c1]。", _MONEY),
        ("50万元补助分三年拨付[c1]。", _MONEY),
        ("补助每年发放一次[c1]。", _MONEY),
        ("近3年发生重大事故的个人不得申报[c1]。", _BARRED),
        ("教育机构都可以参评[c1]。", _RANGE),
        ("教育机构一律在参评范围内[c1]。", _RANGE),
        ("评审活动由评审机构负责监督[c1]。", _WATCH),
        ("异议材料上由牵头部门加盖公章[c1]。", _OBJECTS),
    ],
)
def test_a_lie_on_a_clause_is_caught(text: str, clause: EvidenceClause) -> None:
    assert not _passed(text, clause)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("提名奖获得者得到证书和奖牌，但没有提到补助金[c1]。", _MONEY),
        ("首次获得宝鸡市质量奖的单位，一次性补助50万元[c1]。", _MONEY),
        ("近3年发生重大事故的组织不得申报[c1]。", _BARRED),
        ("教育机构里，仅限小学、初中和职业技术学校[c1]。", _RANGE),
        ("单位提异议的，异议材料上要加盖单位公章[c1]。", _OBJECTS),
    ],
)
def test_a_faithful_wording_of_a_clause_passes(text: str, clause: EvidenceClause) -> None:
    assert _passed(text, clause)


_FIRM = (
    "兰州河谷阀门有限公司，2011年4月注册，员工286人。2018年起推行“一阀一卡”，每天三次抽检，缺一格不出库。"
    "配件上架满6小时才入库。合格率由93.1%提高到99.2%。2022年入驻盒马西北区。签约农户2300户。"
    "2023年12月母公司获甘肃省人民政府质量奖。公司正在申报2024年度兰州市政府质量奖，尚无结果。"
    "堆焊电流参数属商业秘密：185A、层间温度260℃，请勿外传。"
)


@pytest.mark.parametrize(
    "text",
    [
        "堆焊电流参数属于商业秘密，不宜写入[m]。",
        "甘肃省人民政府质量奖是母公司2023年获得的，不列入[m]。",
        "兰州市政府质量奖2024年度仍在申报，暂无结果[m]。",
        "一天三次抽检，缺一格不出库[m]。",
        "配件上架6小时才入库[m]。",
    ],
)
def test_what_a_material_says_in_other_words_passes(text: str) -> None:
    assert _passed(text, material=_FIRM)


@pytest.mark.parametrize(
    "text",
    [
        "堆焊电流为185A[m]。",
        "甘肃省人民政府质量奖是公司2023年获得的[m]。",
        "2022年入驻永辉西北区[m]。",
        "一周三次抽检，缺一格不出库[m]。",
        "签约农户2300户，使合格率由93.1%提高到99.2%[m]。",
    ],
)
def test_what_a_material_does_not_say_is_caught(text: str) -> None:
    assert not _passed(text, material=_FIRM)


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("有两项奖励[c1]：\n- 首次获得宝鸡市质量奖的，给予50万元一次性补助[c1]\n- 颁发获奖证书和奖牌[c1]", True),
        ("有三项奖励[c1]：\n- 首次获得宝鸡市质量奖的，给予50万元一次性补助[c1]\n- 颁发获奖证书和奖牌[c1]", False),
    ],
)
def test_a_count_that_the_list_keeps_needs_no_clause(text: str, passed: bool) -> None:
    assert _passed(text, _MONEY) == passed
