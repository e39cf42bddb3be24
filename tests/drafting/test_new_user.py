"""What a new user stumbled over: a person read as his firm, titles in names, methods lost beside a certificate."""

import re
from pathlib import Path

import pytest

from assistant.drafting.draft import draft
from assistant.drafting.intake import Batch, run_intake
from assistant.drafting.intake_model import Outcome
from assistant.drafting.intake_table import applicants_of
from assistant.drafting.material.kind import guess_kind
from assistant.drafting.material.model import Material
from tests.drafting.materials import AS_OF, read


@pytest.mark.parametrize(
    "text",
    [
        "我叫冉启华，男，1975年6月生，现任重庆黔江正阳铝材有限公司挤压车间首席技师。公司成立于2003年，员工280人，主营铝材。",
        "大家好，我叫宓思源，在宝鸡秦岭乳业有限公司检验室干了19年。公司主营液态奶，有员工310人。",
        "本人邬铁梁，男，兰州陇中电缆有限公司挤塑工。公司2008年成立，员工200人。",
        "被推荐人：晏守拙\n现任：阳泉桃河仪表有限公司装配工（一线工作人员），公司成立于1998年。",
        "谢承泽同志，甘肃金昌铜业股份有限公司首席质量官，从事质量管理16年。公司主营电解铜。",
    ],
)
def test_a_text_on_one_person_is_an_individuals_though_it_presents_the_firm(text: str) -> None:
    assert guess_kind(text) == "individual"


@pytest.mark.parametrize(
    "text",
    [
        "我叫冉启华，替公司填这个表。重庆黔江正阳铝材有限公司成立于2003年，员工280人，主营铝材。",
        "我叫宓思源，是办公室的。我们公司2008年成立，主营液态奶，现有员工310人。",
        "重庆黔江正阳铝材有限公司成立于2003年，首席质量官由冉启华担任，员工280人。",
    ],
)
def test_who_writes_for_the_firm_does_not_apply_himself(text: str) -> None:
    assert guess_kind(text) == "organisation"


@pytest.mark.parametrize("lead", ["现任", "就职于", "现供职于", "历任"])
def test_the_word_before_an_employer_is_no_part_of_its_name(lead: str) -> None:
    text = f"我叫冉启华，男，1975年6月生，{lead}重庆黔江正阳铝材有限公司首席技师。"
    assert read(text).value("name") in {"重庆黔江正阳铝材有限公司", None}
    assert read(text, "individual").value("name") == "冉启华"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("企业质量工作总结", "每套轴承可扫描二维码追溯到炉号"),
        ("先进质量管理事迹介绍", "证书扫描件由办公室提供"),
        ("2024年度质量管理经验材料汇编", "制度见第 3 页"),
    ],
)
def test_a_title_is_no_part_of_the_name_under_it(title: str, told: str) -> None:
    firm = "重庆渝衡精密轴承有限公司"
    text = f"附件2\n{title}\n{firm}成立于2009年4月，位于重庆市璧山区，现有员工412人，{told}。公司为民营企业。"
    assert read(text).value("name") == firm


@pytest.mark.parametrize(
    ("sentence", "practice"),
    [
        (
            "公司2012年通过IATF16949质量管理体系认证，总结形成“三防四控五追溯”质量管理方法，每套轴承可凭二维码追溯到炉号。",
            "总结形成“三防四控五追溯”质量管理方法，每套轴承可凭二维码追溯到炉号",
        ),
        ("2019年取得HACCP体系认证证书，随后建立“一车一检一码”台账。", "建立“一车一检一码”台账"),
        (
            "2022年获得甘肃省人民政府质量奖，独创“五色卡”交接法，把交接差错由每月12起降到1起。",
            "独创“五色卡”交接法，把交接差错由每月12起降到1起",
        ),
    ],
)
def test_a_method_told_behind_a_certificate_or_an_award_is_kept(sentence: str, practice: str) -> None:
    material = read(f"重庆渝衡精密轴承有限公司成立于2009年4月。\n{sentence}")
    assert practice in [one.text for one in material.practices]
    assert material.honours


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年获得甘肃省人民政府质量奖，这是对公司推行质量改进的肯定。",
        "2015年通过ISO9001认证，认证范围为电缆的设计开发和生产。",
    ],
)
def test_what_goes_on_about_the_paper_itself_is_no_practice(sentence: str) -> None:
    assert not read(f"兰州陇中电缆有限公司2008年成立。\n{sentence}").practices


def _only_draft(rows: list[list[str]], tmp_path: Path) -> Outcome:
    path = tmp_path / "名单.csv"
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    (outcome,) = run_intake(applicants_of(path), tmp_path / "表.docx", Batch(as_of=AS_OF)).outcomes
    return outcome


def _said(material: Material, code: str) -> str:
    return next((flag.message for flag in material.flags if flag.code == code), "")


@pytest.mark.parametrize("told", ["2031年5月成立", "成立于2031年5月", "注册于2030年1月8日"])
def test_a_founding_day_still_to_come_is_asked_about_and_takes_no_practice_along(told: str) -> None:
    material = read(f"重庆固达模具有限公司{told}，推行首件三检制度，交货不良率由3.2%降到0.8%。")
    assert material.value("founded") is None
    assert "晚于基准日" in _said(material, "MISSING_FOUNDED")
    assert "由3.2%降到0.8%" in draft(material).profile


@pytest.mark.parametrize("cell", ["个体工商户转企", "个体工商户转为企业", "国有企业改制"])
def test_a_type_given_up_is_not_the_type(cell: str) -> None:
    material = read(f"重庆老灶面馆有限公司\n经济类型：{cell}\n成立时间：2018年3月")
    assert material.value("economic_type") is None
    assert "原来的类型" in _said(material, "MISSING_ECONOMIC_TYPE")


def test_the_type_it_was_turned_into_is_the_type() -> None:
    text = "重庆老灶面馆有限公司2018年3月由个体工商户转为有限责任公司，现有员工12人。"
    assert read(text).value("economic_type") == "有限责任公司"


@pytest.mark.parametrize(
    "line", ["联系人：李强，经理，电话023-1", "联系人：李强\n职务：经理\n联系电话：138960", "联系电话：8852"]
)
def test_a_number_too_short_is_told_as_such(line: str) -> None:
    material = read(f"重庆固达模具有限公司\n{line}")
    assert material.value("contact_phone") is None
    assert "不是有效号码" in _said(material, "MISSING_CONTACT_PHONE")


def test_cells_of_a_list_that_cannot_stand_do_not_come_back(tmp_path: Path) -> None:
    rows = [["单位名称", "成立时间", "经济类型", "联系电话", "主要做法"]]
    rows += [
        ["重庆固达模具有限公司", "2031年5月", "个体工商户转企", "023-1", "推行首件三检制度，不良率由3.2%降到0.8%。"]
    ]
    outcome = _only_draft(rows, tmp_path)
    assert outcome.row is not None
    assert "2031" not in outcome.row.profile and "转企" not in outcome.row.profile
    told = "".join(need.what for need in outcome.needs)
    assert "晚于基准日" in told and "原来的类型" in told and "不是有效号码" in told


def test_a_row_without_a_name_is_told_by_its_place(tmp_path: Path) -> None:
    outcome = _only_draft(
        [["单位名称", "所在区县", "主要做法"], ["", "大足区", "推行首件三检制度，全员参与。"]], tmp_path
    )
    assert outcome.nameless and outcome.applicant == f"{outcome.label}（没有名称）"


@pytest.mark.parametrize(
    "told",
    [
        "张素琴，女，挡车工。她总结出“张素琴接头法”，断头率由4.5%降到1.2%。",
        "张素琴，女，挡车工。她创立“素琴接头法”，三秒一个接头，断头率由4.5%降到1.2%。",
        "张素琴，女，挡车工。2019年推广“张素琴操作法”，细纱断头率由4.5%降到1.2%。",
    ],
)
def test_a_method_called_after_its_maker_is_the_characterisation(told: str) -> None:
    line = draft(read(told, "individual")).characterisation
    assert "素琴" in line and line.index("法") < 8


@pytest.mark.parametrize(
    ("honour", "why"), [("2022年获全国五一劳动奖章", "与质量无关"), ("2010年获全国质量奖", "不在")]
)
def test_where_no_honour_is_listed_those_kept_out_are_named_with_the_reason(honour: str, why: str) -> None:
    material = read(f"张素琴，女，挡车工。她总结出“张素琴接头法”，{honour}。", "individual")
    assert why in _said(material, "NO_QUALIFYING_HONOUR")


_CAREERS = {
    "我叫冉启华，男，1975年生，现任重庆正阳铝材有限公司首席技师。在生产一线干了26年，守在机旁。": "在生产一线干了26年",
    "宓思源，男，宝鸡秦岭乳业有限公司检验员。他扎根检验一线19年。": "扎根检验一线19年",
    "邬铁梁，男，1971年生，兰州陇中电缆有限公司挤塑工。从事挤塑工作30余年，没有换过岗。": "从事挤塑工作30余年",
}


@pytest.mark.parametrize("text", _CAREERS)
def test_how_long_somebody_has_been_at_it_is_told_in_the_profile(text: str) -> None:
    profile = draft(read(f"{text}\n总结提炼“温差分段控速法”，把成品率由82%提高到91%。", "individual")).profile
    assert _CAREERS[text] in profile


def test_how_long_is_not_told_twice() -> None:
    text = "张卫东，男，宝鸡石油钢管厂焊工，从事焊接工作32年。他在焊位上干了32年。\n他创立“一焊三看”法。"
    assert draft(read(text, "individual")).profile.count("32年") == 1


@pytest.mark.parametrize("told", ["我带出徒弟46个。", "先后带了17名徒弟。", "2018年张卫东技能工作室挂牌。"])
def test_how_the_craft_is_passed_on_is_a_practice(told: str) -> None:
    text = f"张卫东，男，宝鸡石油钢管厂焊工。他创立“一焊三看”法，合格率由93%升到99%。\n{told}"
    assert re.sub("^我|。$", "", told) in draft(read(text, "individual")).profile


def test_a_studio_called_after_somebody_is_no_characterisation() -> None:
    text = "冉启华，男，铝材厂首席技师。2021年建立“冉启华技能大师工作室”，总结提炼“温差分段控速法”。"
    assert "冉启华" not in draft(read(text, "individual")).characterisation
