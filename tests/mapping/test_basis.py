"""What counts as coverage: ways of working; not plans, boasts, awaited honours, entries of a form or headlines."""

import pytest

from assistant.mapping.basis import FIGURE, HONOUR, PRACTICE, basis_of, does_not_count
from assistant.mapping.coverage import map_practices
from assistant.mapping.opening import open_mapper
from assistant.mapping.plain import is_plain

NOTHING = [
    "计划到2026年一次交验合格率达到99.8%。",
    "力争2027年成为全国领先的轴承企业。",
    "下一步将建成全流程追溯平台。",
    "公司产品质量世界领先，是行业第一。",
    "我们的产品国内一流、世界领先，是行业公认的第一品牌。",
    "2023年12月，公司参评第五届中国质量奖（待公布）。",
    "目前正在申报第三届市长质量奖。",
    "已通过中国质量奖初评，等待现场评审。",
]
ENTRIES = [
    "所在区县\t璧山区\t所属行业\t卫生",
    "填报单位：重庆市璧山区璧城中医院    填报日期：2024年1月30日",
    "是否愿意申报中国质量奖\t是\t统一社会信用代码\t12500227450xxxxx",
    "业务范围\t中医医疗、康复、护理、预防保健\t床位\t480张",
    "法定代表人：陈惠民",
    "大国工匠在基层——记重庆长江船舶重工电焊高级技师李国强",
    "一线焊花里的坚守纪实",
    "李国强，男，1976年4月生，中共党员，重庆长江船舶重工有限公司船体车间焊接一班班长、高级技师。",
    "张红梅，女，汉族，1980年2月出生，本科学历，现任质量部部长。",
]
PRACTICES = [
    "公司把供应商分成A、B、C三级，每季度打分，连续两次C级退出。",
    "首创“三检法”，行业领先，废品率由3%降到1%。",
    "每年滚动修订三年规划，先分析宏观环境和竞争对手，再定战略目标。",
    "李国强，男，1976年生，摸索出“听弧辨缺”操作法。",
    "主要做法：推行首件三检，不合格不转序",
]


@pytest.mark.parametrize("row", NOTHING)
def test_plans_boasts_and_awaited_honours_count_for_nothing(row: str) -> None:
    assert does_not_count(row)
    assert not open_mapper("china").classify(row)
    assert not open_mapper("gbt19580").classify(row)


@pytest.mark.parametrize("row", ENTRIES)
def test_entries_headlines_and_who_somebody_is_are_no_practice(row: str) -> None:
    assert is_plain(row)


@pytest.mark.parametrize("row", PRACTICES)
def test_a_practice_beside_them_stays(row: str) -> None:
    assert not does_not_count(row)
    assert not is_plain(row)


@pytest.mark.parametrize(
    ("row", "basis"),
    [
        ("公司是国家级专精特新“小巨人”企业（2022年8月）。", HONOUR),
        ("2023年通过IATF16949认证。", HONOUR),
        ("被认定为高新技术企业。", HONOUR),
        ("2023年营业收入5.32亿元。", FIGURE),
        ("住院患者满意度\t91.3%\t95.6%\t97.8%", FIGURE),
        ("一次交验合格率由96.2%提高到99.3%，客户投诉由41起降到9起。", FIGURE),
        ("推行首件三检，废品率由3%降到1%。", PRACTICE),
        ("对12家配套小厂派驻质量辅导员，手把手教控制图。", PRACTICE),
    ],
)
def test_what_a_sentence_rests_on(row: str, basis: str) -> None:
    assert basis_of(row) == basis


def test_a_dimension_without_a_way_of_working_is_named() -> None:
    rows = ["推行首件三检，不合格不转序。", "2023年营业收入5.32亿元。", "公司是国家级专精特新“小巨人”企业。"]
    result = map_practices([(str(at), row) for at, row in enumerate(rows)], open_mapper("china"))
    assert result.thin()["组织效益"] == FIGURE
    assert "质量提升" not in result.thin()
