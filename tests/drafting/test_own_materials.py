"""What a sentence tells beside the elements: the honour's own date, the practice, and no heading among them."""

import pytest

from assistant.drafting.characterisation import characterisations
from assistant.drafting.draft import draft
from assistant.drafting.intake_model import Applicant
from assistant.drafting.intake_reading import read_applicant
from assistant.drafting.intake_row import written_out
from tests.drafting.materials import AS_OF, codes, read

_HONOURS = [
    ("金昌镍都线缆有限公司成立于2003年，员工186人，2022年获甘肃省人民政府质量奖。", "2022年"),
    ("公司2004年5月注册成立，现有职工90人，2021年11月荣获陕西省质量奖。", "2021年11月"),
    ("白银泵阀厂始建于1998年，通过多年努力，2020年6月被授予甘肃省人民政府质量奖。", "2020年6月"),
    ("医院创建于1952年，2015年迁入新址，2023年获评山西省质量奖。", "2023年"),
    ("公司于2006年登记成立，从事铸件制造，凭借过硬质量于2019年12月获得重庆市市长质量管理奖。", "2019年12月"),
]


@pytest.mark.parametrize(("text", "date"), _HONOURS)
def test_the_date_beside_the_honour_is_the_honours(text: str, date: str) -> None:
    material = read(f"某某有限公司\n{text}\n")
    assert [(honour.date, honour.standing) for honour in material.honours] == [(date, "listed")]


@pytest.mark.parametrize(("text", "date"), _HONOURS)
def test_the_date_beside_the_honour_wins_in_a_table_row_too(text: str, date: str) -> None:
    cells = {
        "name": "某某有限公司",
        "founded": "2001年3月",
        "honours": text.rsplit("，", 1)[1],
        "text": "公司逐件检验。",
    }
    applicant = Applicant("某某有限公司", texts={"第2行": written_out(cells, (), "organisation")}, given=cells)
    material, _ = read_applicant(applicant, "organisation", AS_OF)
    assert [honour.date for honour in material.listed_honours] == [date]


def test_a_founding_date_alone_dates_no_honour() -> None:
    (honour,) = read("某某有限公司\n公司成立于2003年，员工186人，曾获甘肃省人民政府质量奖。\n").honours
    assert (honour.date, honour.reason_code) == ("", "DATE_MISSING")


@pytest.mark.parametrize(
    "heading",
    [
        "二、质量管理做法",
        "（一）主要做法",
        "2. 质量管理成效",
        "三、持续改进与创新",
        "第二章 质量管理实践",
        "# 主要措施",
    ],
)
def test_a_heading_is_neither_a_practice_nor_a_sentence(heading: str) -> None:
    text = f"某某有限公司\n{heading}\n公司推行“一轴一卡”，每根轴逐道签字，缺一道签字不入库。\n"
    material = read(text)
    assert [practice.text for practice in material.practices] == [text.splitlines()[2]]
    written = draft(material)
    bare = heading.split(" ")[-1].lstrip("二三（一）、")
    assert bare not in written.profile
    assert all(bare not in line.text for line in characterisations(material))


@pytest.mark.parametrize(
    "item", ["1、每批来料逐件检验，超差一件整批退回", "（二）推行首件样板制，未经确认不批量加工。"]
)
def test_a_numbered_item_that_tells_what_is_done_stays_a_practice(item: str) -> None:
    assert any(item[3:] in practice.text for practice in read(f"某某有限公司\n{item}\n").practices)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "2015年导入卓越绩效模式，以二维码实现全生命周期追溯。",
            "2015年导入卓越绩效模式，以二维码实现全生命周期追溯。",
        ),
        (
            "总经理任首席质量官，每年主持召开质量战略研讨会，制定《2021—2025质量规划》，逐级分解。",
            "制定《2021—2025质量规划》",
        ),
        ("公司编制《2023—2027年质量发展规划》，每季度逐项对照检查。", "每季度逐项对照检查"),
        (
            "公司成立于2002年，员工274人，导入卓越绩效模式，建立全过程追溯体系。",
            "导入卓越绩效模式，建立全过程追溯体系。",
        ),
        ("某某有限公司2011年6月成立，推行班前质量喊话制度，现有职工88人。", "推行班前质量喊话制度。"),
        ("公司建立供应商分级档案，2021年获甘肃省人民政府质量奖。", "公司建立供应商分级档案。"),
    ],
)
def test_a_practice_reaches_the_profile_whatever_stands_beside_it(text: str, kept: str) -> None:
    material = read(f"某某有限公司\n{text}\n")
    written = draft(material)
    assert kept in written.profile
    assert "PLAN_NOT_ACHIEVED" not in codes(material)
    told = [source for source in written.sources if source.sentence in written.profile]
    assert all(span.quote in text for source in told for span in source.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "公司计划制定《2026—2030质量规划》，实现合格率99%。",
        "公司制定2021—2025年质量规划，力争到2025年废品率降到1%。",
        "公司将编制《质量提升方案》，预计投诉下降30%。",
    ],
)
def test_what_is_still_to_come_stays_a_plan(text: str) -> None:
    material = read(f"某某有限公司\n{text}\n")
    assert "PLAN_NOT_ACHIEVED" in codes(material)
    assert not material.practices


@pytest.mark.parametrize(
    ("text", "founded", "line"),
    [
        ("庆阳陇东建设集团有限公司成立于2004年，员工348人，推行首件样板制。", "2004年", "推行首件样板制"),
        ("定西薯业集团股份有限公司成立于2009年5月，现有员工512人，实行一薯一码追溯制。", "2009年5月", "一薯一码追溯制"),
        ("平凉煤机集团有限责任公司始建于1966年，在册职工1204人，推行工序交接签字制。", "1966年", "工序交接签字制"),
        ("武威酒业集团有限公司注册成立于2012年，从业人员76人，坚持每罐留样复尝。", "2012年", "每罐留样复尝"),
        ("张掖种业集团有限公司2001年成立，共有员工230余人，推行地块档案制。", "2001年", "推行地块档案制"),
    ],
)
def test_a_group_is_founded_and_counts_its_heads_outside_the_one_line(text: str, founded: str, line: str) -> None:
    material = read(text)
    assert material.value("founded") == founded
    lines = [one.text for one in characterisations(material)]
    assert line in lines[0]
    assert all("工" not in one.split("，")[0] or "工序" in one for one in lines)
    assert all(not any(mark in one for mark in ("348", "512", "1204", "76", "230", "成立")) for one in lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("她首创“双向倒推法”，每批废品先倒推工序再倒推参数。", "她创立“双向倒推法”，每批废品"),
        ("他独创了“三看一敲”，每件铸件先看后敲。", "他创了“三看一敲”，每件铸件"),
        ("公司2018年首创“一炉一签”，每炉逐包测温。", "公司2018年创立“一炉一签”，每炉"),
        ("车间主任带队首创出“半步复核”，每道工序由下道复核。", "创出“半步复核”，每道"),
        ("公司推行独创的“倒序点检”，按拆卸顺序逐项点检。", "公司推行“倒序点检”，按拆卸顺序"),
    ],
)
def test_a_boast_of_being_first_leaves_its_verb(text: str, told: str) -> None:
    profile = draft(read(f"某某有限公司\n{text}\n")).profile
    assert told in profile
    assert "首创" not in profile
    assert "独创" not in profile


@pytest.mark.parametrize(
    "post", ["公司优秀部长", "公司优秀车间主任", "公司优秀班组长", "公司优秀质检科长", "公司优秀店长"]
)
def test_a_firms_own_title_in_a_table_is_listed_as_excluded(post: str) -> None:
    material = read(f"赵建国，男，车工。\n荣誉：\n2023年 | {post}\n", "individual")
    assert [(one.name, one.standing, one.reason_code) for one in material.honours] == [
        (post, "excluded", "BELOW_PROVINCE")
    ]


@pytest.mark.parametrize("lead", ["总经理赵建国被", "经过评选由", "2021年，经理赵建国被", "由", "赵建国被"])
def test_the_issuer_is_who_gives_not_who_gets(lead: str) -> None:
    material = read(f"赵建国，男，车工。\n{lead}中华全国总工会授予2021年全国劳动模范称号。\n", "individual")
    assert {one.issuer for one in material.honours} == {"中华全国总工会"}


@pytest.mark.parametrize("issuer", ["（工业和信息化部）", "", "（工信部）", "，工业和信息化部", "（国家发展改革委）"])
def test_a_title_of_the_states_is_national(issuer: str) -> None:
    material = read(f"某某有限公司\n荣誉：\n2022年 国家级专精特新小巨人企业{issuer}\n")
    assert [one.level for one in material.honours] == ["国家级"]


@pytest.mark.parametrize("measure", ["“一叶一档”", "“一炉一判”", "“三对一签”", "“倒序点检”", "“零点会签”"])
def test_other_lines_differ_and_the_more_concrete_one_is(measure: str) -> None:
    text = (
        f"某某有限公司\n公司推行{measure}，每批产品逐件检验。每批留样3件，超差一件整批退回。"
        "车间设“亮灯停线”，灯亮即停。班组建“错题本”，每周逐条复盘。废品率由5.2%降到1.1%。\n"
    )
    material = read(text)
    beginnings = [one.text.split("，")[0].split("、")[0] for one in characterisations(material)[:8]]
    assert len(set(beginnings)) >= 3
    line = draft(material).characterisation
    for other in draft(material).alternatives:
        if other.style == "更具体":
            assert any(sign.isdigit() for sign in other.text) or not any(sign.isdigit() for sign in line)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("公司推行三检制。", True),
        ("公司属金属制品业，推行三检制。", True),
        ("所属行业：教育\n推行听课制。", True),
        ("公司位于宝鸡市岐山县，推行三检制。", False),
        ("所在区县：阳泉市盂县\n推行三检制。", False),
    ],
)
def test_a_county_the_form_leaves_open_is_among_the_flags(text: str, missing: bool) -> None:
    assert ("MISSING_COUNTY" in codes(read(f"某某有限公司\n{text}\n"))) == missing
