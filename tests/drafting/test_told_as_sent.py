"""Drafts say what was sent, as it was sent; aims and bodies are told apart."""

from datetime import date

import pytest

from assistant.drafting.draft import draft
from assistant.drafting.material.model import Kind, Material
from assistant.drafting.material.read import read_material

AS_OF = date(2024, 2, 22)
FIRM = "重庆磐岚热工有限公司位于重庆市綦江区，属{industry}，2009年3月成立。\n"


def read(text: str, kind: Kind = "organisation") -> Material:
    return read_material(texts={"材料": text}, kind=kind, as_of=AS_OF)


def codes(text: str, kind: Kind = "organisation") -> set[str]:
    return {flag.code for flag in read(text, kind).flags}


@pytest.mark.parametrize(
    ("industry", "mismatch"),
    [("房地产业", True), ("卫生行业", True), ("专用设备制造业", False), ("煤炭开采和洗选业", False)],
)
def test_an_award_for_industry_takes_no_other_trade(industry: str, mismatch: bool) -> None:
    found = codes(FIRM.format(industry=industry) + "现申报重庆市市长质量管理奖。\n")
    assert ("TARGET_MISMATCH" in found) is mismatch
    assert ("CHANNEL_SCOPE" in found) is mismatch


@pytest.mark.parametrize(
    ("told", "short"),
    [
        ("2020年1月因搬迁停产，2020年9月1日恢复生产。", True),
        ("2012年停产检修，2013年5月恢复生产。", False),
        ("炉温超限自动停机，复位后恢复生产。", False),
    ],
)
def test_a_stop_begins_the_years_anew_where_they_have_to_be_unbroken(told: str, short: bool) -> None:
    found = codes(FIRM.format(industry="通用设备制造业") + told + "\n现申报重庆市市长质量管理奖。\n")
    assert ("ELIGIBILITY_DURATION" in found) is short


def test_a_branch_counts_its_own_and_leaves_the_whole_its_honours() -> None:
    text = (
        "申报主体：晋荻运输有限公司阳泉分公司，地址阳泉市平定县。2015年9月登记，没有独立法人资格。"
        "总公司在太原，2006年3月成立，全集团1260人；阳泉分公司自己的员工是183人。\n"
        "荣誉：\n2021年11月 山西省质量奖（山西省人民政府，授予晋荻运输有限公司）\n"
    )
    material = read(text)
    assert (material.value("founded"), material.value("employees")) == ("2015年9月", 183)
    assert {"SUBJECT_SCOPE", "HONOUR_NOT_OWN"} <= codes(text)


def test_a_figure_the_scan_misspelt_is_printed_as_sent_and_marked() -> None:
    text = "兰州岫岩玻纤有限公司20l8年推行“听丝法”，断头就降速。\n2018年至2023年，满筒率由8l.3%提高到95.6%。\n"
    written = draft(read(text))
    assert "20l8【待核】年推行“听丝法”" in written.profile
    assert "8l.3【待核】%提高到95.6%" in written.profile
    assert "2018年推行" not in written.profile + written.characterisation


def test_how_a_method_works_is_told_and_what_was_wrong_before_is_not() -> None:
    text = (
        "兰州岫岩运输有限公司。\n装卸时出事，多半是人走神。2017年公司立了“阀前三问”：品名对不对、罐位够不够。"
        "司机和收货方大声问答，录音录不全，电磁阀打不开。\n"
    )
    profile = draft(read(text)).profile
    assert "电磁阀打不开" in profile
    assert "走神" not in profile


def test_halves_between_semicolons_stay_one_sentence() -> None:
    text = "兰州岫岩养老院。\n压疮新发率由4.6%降到0.2%；家属满意度由82.4分升到96.7分；跌倒率由7.3%降到0.9%。\n"
    assert "0.2%；家属满意度由82.4分升到96.7分；跌倒率" in draft(read(text)).profile


@pytest.mark.parametrize(
    ("text", "name"),
    [("姓 名：寇 砚 清　　性别：男\n单位：阳泉岫岩玻纤有限公司\n", "寇砚清"), ("姓名：李 明\n岗位：焊工\n", "李明")],
)
def test_a_name_set_with_spaces_is_read_whole(text: str, name: str) -> None:
    assert read(text, "individual").value("name") == name
