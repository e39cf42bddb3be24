"""Mapping: labels on sentences of our own, no label for what is no practice, coverage that adds up, gaps that help."""

import pytest

from assistant.errors import NotFoundError
from assistant.mapping.coverage import map_practices, practice_rows
from assistant.mapping.opening import frameworks, open_mapper
from assistant.settings import settings


@pytest.mark.parametrize(
    ("framework", "text", "main"),
    [
        ("china", "来料逐批检验，尺寸超差的整批退回，不合格品单独隔离。", "质量提升"),
        ("china", "自主研发的控制系统取得发明专利六件，替代了进口。", "创新发展"),
        ("china", "客户满意度达到97%，全年没有有效投诉，信用等级AAA。", "品牌影响"),
        ("china", "把整套做法编成手册免费送给同行，省内已有十一家企业照着推行。", "示范推广"),
        ("gbt19580", "制定五年战略规划，把目标逐级分解到部门并签责任状。", "战略"),
        ("gbt19580", "每月用柏拉图分析不良数据，立项改进并验证效果。", "测量分析与改进"),
        ("gbt19580", "销售额年均增长21%，利润翻了一番。", "结果"),
        ("yangquan-org", "全年利税同比增长三成，在同行里排名靠前。", "经营绩效"),
        ("yangquan-ind", "他攻克了漏油难题，废品率由6%降到1%。", "个人业绩"),
        ("yangquan-ind", "带出徒弟二十名，经验在全市推广。", "社会影响"),
    ],
)
def test_a_plain_practice_gets_its_dimension_first(framework: str, text: str, main: str) -> None:
    scores = open_mapper(framework).classify(text)
    assert scores[0].name == main
    assert scores[0].citation.quote


@pytest.mark.parametrize("text", ["年会上大家合唱了一首老歌。", "以质取胜，誉满天下！", "本页无正文。", ""])
@pytest.mark.parametrize("framework", ["china", "gbt19580", "yangquan-org", "yangquan-ind"])
def test_what_is_no_practice_is_not_mapped(framework: str, text: str) -> None:
    assert open_mapper(framework).classify(text) == ()


def test_a_practice_with_its_outcome_leads_with_the_practice() -> None:
    text = "设大客户专线，定期登门听取意见；客户满意度由88分提高到96分。"
    names = [score.name for score in open_mapper("gbt19580").classify(text)]
    assert names[0] == "顾客与市场"
    assert "结果" in names


def test_an_outcome_after_a_comma_speaks_second_too() -> None:
    names = [score.name for score in open_mapper("gbt19580").classify("推行导师制和技能津贴，持证率由48%升到95%。")]
    assert names == ["资源", "结果"]


@pytest.mark.parametrize(
    "text", ["明年打算建一个检测中心，正在选址。", "公司成立于2011年，注册资本三千万元。", "详见附件二专利证书复印件。"]
)
def test_plans_registry_entries_and_references_are_no_practice(text: str) -> None:
    assert open_mapper("china").classify(text) == ()


def test_coverage_adds_up_and_gaps_carry_question_evidence_and_clause() -> None:
    rows = [("a", "自主研发取得发明专利六件。"), ("b", "车间停车场划了新车位线。")]
    result = map_practices(rows, open_mapper("china"))
    assert sum(result.coverage.values()) == pytest.approx(1, abs=0.001)
    assert result.practices[1].dimensions == ()
    gap = next(gap for gap in result.gaps if gap["dimension"] == "品牌影响")
    assert "满意度" in str(gap["question"])
    assert gap["evidence"]


def test_nothing_mapped_gives_no_coverage_and_every_dimension_as_gap() -> None:
    result = map_practices([("a", "食堂换了新厨师。")], open_mapper("china"))
    assert set(result.coverage.values()) == {0.0}
    assert len(result.gaps) == 5


def test_every_dimension_quotes_its_clause_verbatim() -> None:
    for framework in frameworks(settings().assistant_corpus).values():
        for dimension in framework.dimensions:
            assert dimension.citations
            assert all(citation.clause for citation in dimension.citations)


def test_an_unknown_framework_names_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="yangquan-ind"):
        open_mapper("nobel")


def test_free_text_is_cut_into_sentences_and_scraps_are_left_out() -> None:
    assert practice_rows("一、做法\n\n每批检验。不合格的一律退回供应商！完") == [("p1", "不合格的一律退回供应商！")]


@pytest.mark.parametrize(
    "text",
    [
        "每季度开展顾客满意度调查，针对不满意项整改，市场投诉率由1.2%降到0.3%。",
        "每半年开展用户满意度调查，市场投诉率由0.9%降到0.2%。",
        "每年组织顾客满意度测评，投诉由40起降到7起。",
        "按月开展客户满意度调查并逐条整改，退货投诉率由3%降到1%。",
        "每季度发放顾客满意度问卷，客诉率由2.2%降到0.6%。",
    ],
)
def test_a_survey_with_its_outcome_speaks_of_customers_and_of_results(text: str) -> None:
    scores = open_mapper("gbt19580").classify(text)
    assert {"顾客与市场", "结果"} <= {score.name for score in scores}
    assert all("由" not in score.why for score in scores)


@pytest.mark.parametrize(
    "text",
    [
        "2022年获甘肃省人民政府质量奖。",
        "2021年获天水市质量奖。",
        "荣获兰州市政府质量奖。",
        "2020年获得山西省质量奖提名奖。",
        "2023年被授予宝鸡市市长质量奖。",
    ],
)
def test_a_government_quality_award_is_standing_in_the_market(text: str) -> None:
    assert open_mapper("china").classify(text)[0].name == "品牌影响"


@pytest.mark.parametrize("count", ["员工总数820人（2022年底）。", "职工总数96人。", "员工总数1530人（截至2023年底）。"])
def test_a_head_count_is_no_practice(count: str) -> None:
    assert open_mapper("gbt19580").classify(count) == ()
