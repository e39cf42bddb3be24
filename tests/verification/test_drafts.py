"""A draft's words about itself claim nothing; what it tells of the applicant beside them is judged as ever."""

import pytest

from assistant.verification.editing import without_label
from assistant.verification.verify import verify_text

FIRM = (
    "兰州榆中砚湖衡器有限公司，自然人独资的有限责任公司，做地磅制造和校准。人数：年报写231人，社保缴费人数是219人。"
    "宣传册称“西北第一秤”。2018年起推“走前再称”：安装组离场前由安装工用客户的一车货称三遍，三遍差超过20公斤就不许走人，"
    "称量单由司机签字；没签的第二天由质检员重称，三句问话有一句答不上来就不许出厂。每台喷一个码，扫一下就知道批次。"
    "标本砝码由铸铁改成不锈钢。低于3吨的秤优先出，高于5吨的秤不许开门。返场率由21%降到4%，两年累计返房费8.6万元，"
    "开发周期拉长了11天。"
    "2022年5月获甘肃省计量诚信示范单位（甘肃省市场监督管理局）；2023年3月获榆中县县长质量奖；2021年获甘肃省质量领先品牌"
    "（甘肃省质量协会）。2024年6月申报了甘肃省人民政府质量奖，正在材料评审。"
    "客户名单属于商业秘密，不要对外。大客户有金川某矿。我们把日记模板公开给同行下载，下载了640次。"
)
TEAM = (
    "鹿鸣铸造有限公司“冷铁班”QC小组，2016年3月成立，组员7人，副组长万松。公司有员工330人。公司2020年获阳泉市质量奖。"
    "检验科2023年获全国青年文明号。已在渝东21家小微企业试用，其中9家连续使用两年以上。每批面团上笼前比三遍色卡，蒸后再比一遍。"
)


def _codes(material: str, said: str) -> set[str]:
    report = verify_text(said, clauses={}, material=material)
    return {reason.code for sentence in report.sentences for reason in sentence.reasons}


@pytest.mark.parametrize(
    "said",
    [
        "人数材料有两说：年报231人，社保缴费人数219人，口径需统一[m]。",
        "荣誉栏可填：甘肃省计量诚信示范单位，2022年5月，甘肃省市场监督管理局[m]。",
        "榆中县县长质量奖是县级奖项，不在国家级、省部级之列，没有填[m]。",
        "甘肃省质量领先品牌（甘肃省质量协会，2021年）系协会所评，可列可不列，要列请先核实[m]。",
        "甘肃省人民政府质量奖只是申报了，还在材料评审，没有列入[m]。",
        "“西北第一秤”只见于宣传册，没有依据，未写入[m]。",
        "客户名单标明是商业秘密，简况里没有出现客户名称[m]。",
        "客户名单属商业秘密，我没有写进简况。",
        "日记模板公开给同行，下载640次[m]。",
        "两年累计返还房费8.6万元[m]。",
        "超过20公斤不得离场[m]。",
        "没签的次日由质检员重称[m]。",
        "返场率现为4%，比原来的21%少了17个百分点[m]。",
        "每台秤扫码可查批次[m]。",
    ],
)
def test_a_draft_may_speak_of_itself(said: str) -> None:
    report = verify_text(said, clauses={}, material=FIRM)
    assert report.passed, [reason.message for s in report.sentences for reason in s.reasons]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("人数材料有两说：年报219人，社保缴费人数231人，口径需统一[m]。", "pairing"),
        ("现有员工231人[m]。", "conflict"),
        ("作为西北第一秤，公司推行“走前再称”[m]。", "superlative"),
        ("榆中县县长质量奖是省级奖项，一并填入[m]。", "honour"),
        ("甘肃省计量诚信示范单位还在公示，不列[m]。", "honour"),
        ("2024年申报的甘肃省人民政府质量奖早于近五年，不列[m]。", "honour"),
        ("甘肃省人民政府质量奖2024年6月也已取得，一并列入[m]。", "honour"),
        ("2023年5月，甘肃省计量诚信示范单位[m]", "honour"),
        ("大客户有金川某矿[m]。", "secret"),
        ("每年返还房费8.6万元[m]。", "number"),
        ("称量单由经理签字[m]。", "role"),
        ("没签的当天由质检员重称[m]。", "date"),
        ("三句问话都答不上来才不许出厂[m]。", "condition"),
        ("以铸铁代替不锈钢做标本砝码[m]。", "direction"),
        ("高于5吨的秤优先出[m]。", "pairing"),
        ("开发周期缩短11天[m]。", "direction"),
        ("称量单没签的取消安装资格[m]。", "unsupported"),
        ("公司是国有独资企业[m]。", "status"),
        ("返场率由21%降到4%，靠的是换了进口地磅[m]。", "causality"),
        ("| 指标 | 之前 | 之后 |\n|---|---|---|\n| 返场率 | 8.6万元 | 4% [m] |", "pairing"),
    ],
)
def test_what_stands_beside_it_is_judged(said: str, code: str) -> None:
    assert code in _codes(FIRM, said)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("“冷铁班”QC小组现有员工330人[m]。", "pairing"),
        ("小组2020年获得阳泉市质量奖[m]。", "honour"),
        ("全国青年文明号由公司2023年取得[m]。", "honour"),
        ("组长万松[m]。", "person"),
        ("在渝东21家小微企业连续使用两年以上[m]。", "scope"),
        ("每批面团蒸后比三遍色卡，上笼前再比一遍[m]。", "order"),
    ],
)
def test_a_team_is_not_its_firm(said: str, code: str) -> None:
    assert code in _codes(TEAM, said)


def test_the_label_of_a_column_does_not_count_to_its_limit() -> None:
    line = "“走前再称”三遍，司机签字，没签次日由质检员重称[m]"
    assert verify_text(f"一句话质量工作特色：{line}", clauses={}, material=FIRM).passed
    assert "limit" in _codes(FIRM, f"一句话质量工作特色：三遍差超过20公斤就不许走人，{line}")
    assert without_label("一句话质量工作特色:走前再称") == "走前再称"


_SEALED = (
    "公司生产日用瓷。釉料用锂辉石加骨粉配制（商业秘密，不得外传）。检验员每班把阀体看三次。公司2019年获甘肃省名牌。"
)


@pytest.mark.parametrize(
    "text",
    [
        "釉料用锂辉石加骨粉配制，这一段没有写入简况[m]。",
        "没有写入的是公司曾受国务院通报表扬。",
        "请您核实公司是否获评国家级龙头企业后再定[m]。",
    ],
)
def test_what_a_draft_says_of_itself_opens_no_gate(text: str) -> None:
    assert not verify_text(text, clauses={}, material=_SEALED).passed


@pytest.mark.parametrize(("told", "passes"), [("三次", True), ("三十次", False), ("三百次", False), ("十三次", False)])
def test_how_often_is_as_often_as_the_material_says(told: str, passes: bool) -> None:
    material = "装配前检验员对阀体三看一敲：看三次、敲一下，才进下道工序。"
    assert verify_text(f"装配前检验员对阀体看{told}、敲一下[m]。", clauses={}, material=material).passed is passes
