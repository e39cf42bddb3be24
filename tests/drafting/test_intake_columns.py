"""Columns of an applicants' list under heads people make up: labelled fields, never running text."""

from pathlib import Path

import pytest

from assistant.drafting.intake import Batch, run_intake
from assistant.drafting.intake_days import told_day, unreadable_day
from assistant.drafting.intake_table import applicants_of
from assistant.drafting.intake_words import field_of
from tests.drafting.materials import AS_OF
from tests.drafting.test_intake_table import csv_text, only, row_with

PRACTICE = "推行“首件三人会签”，首件由操作工、检验员、班长三人签字才能批量生产，废品率由3.1%降到0.8%"
HEADS = ["质量工作做法", "质量提升主要举措", "近三年质量管理亮点", "特色工作介绍", "典型经验", "创新实践（300字内）"]
# What nobody has a field for; its head may still not become a part of the text.
OTHERS = ["质量故事", "推荐理由", "企业自述", "需要说明的", "备注"]


@pytest.mark.parametrize("head", [*HEADS, *OTHERS])
def test_a_head_never_becomes_a_part_of_the_one_line(tmp_path: Path, head: str) -> None:
    row = only(row_with(tmp_path, 单位名称="重庆鼎力齿轮有限公司", 区县="璧山区", **{head: PRACTICE}))
    assert "首件" in row.characterisation
    assert head[:4] not in row.characterisation + row.profile


def test_a_plan_is_not_read_without_its_head(tmp_path: Path) -> None:
    row = only(
        row_with(
            tmp_path, 单位名称="重庆鼎力齿轮有限公司", 区县="璧山区", 下一步计划做法="建成追溯平台，一次合格率达到99%"
        )
    )
    assert "追溯平台" not in row.characterisation + row.profile


def test_a_short_practice_is_one(tmp_path: Path) -> None:
    row = only(row_with(tmp_path, 单位名称="重庆市合川区桃片食品有限公司", 质量做法="实行“九蒸九看”"))
    assert row.characterisation == "九蒸九看"


@pytest.mark.parametrize(
    "honour",
    ["2022年国家知识产权优势企业", "2023年某某领跑者", "2021年高新技术企业", "2020年绿色工厂", "2022年AAA级信用"],
)
def test_an_entry_of_the_column_of_honours_is_told_or_named_and_never_a_practice(tmp_path: Path, honour: str) -> None:
    report = row_with(tmp_path, 单位名称="重庆桃片食品有限公司", 质量工作做法="实行“九蒸九看”", 质量荣誉=honour)
    row = only(report)
    assert honour[5:] not in row.characterisation + row.profile
    named = [need.evidence for need in (*report.outcomes[0].needs, *report.outcomes[0].left_out)]
    assert any(honour[5:] in evidence for evidence in named) or honour[5:] in row.honours
    if any(need.code == "HONOUR_BORDERLINE" and honour in need.evidence for need in report.outcomes[0].needs):
        assert row.honours.startswith("【待核实】")


@pytest.mark.parametrize("none", ["无", "暂无", "—", "没有"])
def test_a_column_that_says_there_is_none_is_none(tmp_path: Path, none: str) -> None:
    assert only(row_with(tmp_path, 单位名称="重庆桃片食品有限公司", 质量荣誉=none, 区县="合川区")).honours == "无"


@pytest.mark.parametrize("open_", ["", "待补", "见附件", "【待补充】"])
def test_a_column_of_honours_nobody_filled_in_says_nothing(tmp_path: Path, open_: str) -> None:
    report = row_with(tmp_path, 质量做法="首件三方会签", 成立时间="2009年", 质量荣誉=open_, 区县="合川区")
    assert only(report).honours == "【待补充】"
    codes = {need.code for need in report.outcomes[0].needs}
    assert "MISSING_HONOURS" in codes and "NO_QUALIFYING_HONOUR" not in codes


def test_honours_told_elsewhere_in_a_row_count_where_their_column_is_empty(tmp_path: Path) -> None:
    told = "实行“九蒸九看”。2022年5月获重庆市质量管理奖（重庆市人民政府）。"
    report = row_with(tmp_path, 单位名称="重庆桃片食品有限公司", 主要做法=told, 荣誉="")
    assert "质量管理奖" in only(report).honours


PHRASES = ["首件三方会签", "班前五分钟点检", "六西格玛+防呆夹具", "留样比对", "MES全程追溯", "四级巡检；一票否决"]


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_short_phrase_under_practices_is_one(tmp_path: Path, phrase: str) -> None:
    report = row_with(tmp_path, 单位名称="重庆桃片食品有限公司", 质量做法=phrase, 荣誉="")
    row = only(report)
    assert all(part in row.profile for part in phrase.split("；"))
    assert any(part in row.characterisation for part in phrase.split("；"))
    assert not any(need.code == "MISSING_PRACTICE" for need in report.outcomes[0].needs)


@pytest.mark.parametrize("head", ["主要做法", "质量提升举措", "特色亮点"])
def test_a_phrase_with_clauses_is_told_as_given_without_its_boast(tmp_path: Path, head: str) -> None:
    cells = {"姓名": "郑小满", head: "做漆30年，首创罩漆“七遍磨”", "荣誉": "无"}
    row = only(row_with(tmp_path, **cells))
    assert "做漆30年，创立罩漆“七遍磨”" in row.profile
    assert "七遍磨" in row.characterisation
    assert "首创" not in row.profile + row.characterisation


@pytest.mark.parametrize("none", ["无", "见附件", "另行报送", "纸质材料已交", "计划上MES系统", "成立于2010年"])
def test_what_names_no_practice_is_none_in_that_column_either(tmp_path: Path, none: str) -> None:
    row = only(row_with(tmp_path, 单位名称="重庆桃片食品有限公司", 质量做法=none, 荣誉="无"))
    assert "质量做法" not in row.profile and row.characterisation == "【待补充】"


def test_a_secret_phrase_stays_out(tmp_path: Path) -> None:
    row = only(row_with(tmp_path, 单位名称="重庆桃片食品有限公司", 质量做法="商业秘密：糖浆熬至118度收锅", 荣誉="无"))
    assert "118" not in row.profile + row.characterisation


def test_what_was_told_and_makes_no_line_is_not_called_missing(tmp_path: Path) -> None:
    report = row_with(tmp_path, 单位名称="重庆桃片食品有限公司", 质量做法="5S", 荣誉="无")
    (need,) = [one for one in report.outcomes[0].needs if one.code == "MISSING_PRACTICE"]
    assert "5S" in need.what and "材料里没有" not in need.what


TOTALS = [
    ["合计", "12家"],
    ["", "小计", "3"],
    ["共5家单位", "", ""],
    ["总计", "", "1,260人"],
    ["本页合计", "二十家", ""],
]


@pytest.mark.parametrize("total", TOTALS)
def test_a_row_that_adds_up_is_no_applicant_and_is_told(tmp_path: Path, total: list[str]) -> None:
    path = tmp_path / "名单.csv"
    rows = [["序号", "单位名称", "质量做法"], ["1", "重庆桃片食品有限公司", "首件三方会签"], total]
    path.write_text(csv_text(rows), encoding="utf-8")
    report = run_intake(applicants_of(path), tmp_path / "表.docx", Batch(as_of=AS_OF, beside=True))
    assert [row.name for row in report.rows] == ["重庆桃片食品有限公司"]
    assert "合计行" in report.outcomes[1].needs[0].what


@pytest.mark.parametrize("name", ["合计科技有限公司", "总计量检测站", "共青团路小学"])
def test_a_name_that_only_begins_like_a_total_is_an_applicant(tmp_path: Path, name: str) -> None:
    assert only(row_with(tmp_path, 单位名称=name, 质量做法="首件三方会签")).name == name


@pytest.mark.parametrize(
    "name", ["林若溪（重庆某某乐器有限公司高级技师）", "陈大同(检验班长)", "何青山 高级工程师", "欧阳明（动车段工长）"]
)
def test_a_name_that_is_plainly_a_persons_is_asked_about(tmp_path: Path, name: str) -> None:
    report = row_with(tmp_path, 单位名称=name, 质量做法="首件三方会签")
    assert any("写“个人”" in need.what for need in report.outcomes[0].needs)


@pytest.mark.parametrize("name", ["重庆桃片食品有限公司（分店）", "金星（重庆）机械厂", "高新区管委会（园区）"])
def test_a_name_that_is_an_organisations_is_not_asked_about(tmp_path: Path, name: str) -> None:
    report = row_with(tmp_path, 单位名称=name, 质量做法="首件三方会签")
    assert not any("写“个人”" in need.what for need in report.outcomes[0].needs)


def test_the_post_is_whose_name_it_stands_behind(tmp_path: Path) -> None:
    contact = only(
        row_with(
            tmp_path, 姓名="张红梅", 主要事迹="实行“九蒸九看”。", 联系人="王强", 职务="质量部长", 电话="13924814804"
        )
    )
    assert "质量部长" not in contact.profile
    assert contact.contact == "王强\n质量部长\n13924814804"
    own = only(
        row_with(
            tmp_path / "b",
            姓名="张红梅",
            职务="检验班长",
            主要事迹="实行“九蒸九看”。",
            联系人="王强",
            电话="13924814804",
        )
    )
    assert "检验班长" in own.profile
    assert "检验班长" not in own.contact


DAYS = {
    "1998": "1998年",
    "2011/3/2": "2011年3月2日",
    "2011-03-02": "2011年3月2日",
    "2011.3": "2011年3月",
    "2011/3": "2011年3月",
    "20110302": "2011年3月2日",
    "201103": "2011年3月",
    "2011-03-02 00:00:00": "2011年3月2日",
    "2008年5月": "2008年5月",
    "2008 年 5 月": "2008年5月",
    "1956年9月1日": "1956年9月1日",
}


@pytest.mark.parametrize(("cell", "told"), DAYS.items())
def test_a_day_reads_as_a_form_writes_it(tmp_path: Path, cell: str, told: str) -> None:
    assert told_day(cell) == told
    assert f"{told}成立" in only(row_with(tmp_path, 单位名称="重庆鼎力齿轮有限公司", 成立时间=cell)).profile


def test_what_is_no_day_is_named(tmp_path: Path) -> None:
    assert unreadable_day("40604")
    assert not unreadable_day("2011/3/2")
    report = row_with(tmp_path, 单位名称="重庆鼎力齿轮有限公司", 成立时间="40604")
    assert "40604" not in only(report).profile
    assert any("40604" in need.what for need in report.outcomes[0].needs)


def test_a_county_is_read_out_of_its_cell(tmp_path: Path) -> None:
    assert (
        only(row_with(tmp_path, 单位名称="重庆鼎力齿轮有限公司", 所在区县="市璧山区", 行业="制造业")).place
        == "璧山区\n制造业"
    )


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("近五年荣誉称号", "honours"),
        ("省级以上奖项", "honours"),
        ("质量工作做法", "text"),
        ("存在问题及整改措施", ""),
        ("商业秘密说明", ""),
    ],
)
def test_heads_by_how_they_end(head: str, field: str) -> None:
    assert field_of(head) == field
