"""Sentences that sum a firm up as lists and profiles do: what they bring is told where it belongs."""

import pytest

from assistant.mapping.opening import open_mapper
from tests.drafting.materials import read

_MODEL = "公司{how}，形成“四净两快”{what}质量管理模式。"


@pytest.mark.parametrize("how", ["2017年导入卓越绩效模式", "引入卓越绩效管理"])
@pytest.mark.parametrize("what", ["", "（零缺陷、零返工、零投诉、零等待）"])
def test_a_model_of_management_is_no_outcome_for_the_zeros_it_is_named_after(how: str, what: str) -> None:
    text = _MODEL.format(how=how, what=what)
    assert open_mapper("china").classify(text)[0].name == "质量提升"
    assert open_mapper("gbt19580").classify(text)[0].name in {"领导", "过程管理"}


@pytest.mark.parametrize("text", ["拥有有效专利97件，主导起草国家标准2项。", "授权专利41件、行业标准3项。"])
def test_patents_beside_standards_tell_of_innovation(text: str) -> None:
    assert open_mapper("china").classify(text)[0].name == "创新发展"


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("每年召开质量战略研讨会，将质量目标分解到18个班组。", "战略"),
        ("改进提案2022年采纳1,016条。", "测量分析与改进"),
    ],
)
def test_what_is_told_in_a_clause_is_a_practice_and_no_gap(text: str, dimension: str) -> None:
    assert open_mapper("gbt19580").classify(text)[0].name == dimension
    material = read(f"汾阳县霜桥机械有限公司\n公司成立于2005年，现有员工860人。{text}")
    assert text in [practice.text for practice in material.practices]


@pytest.mark.parametrize(
    "text",
    [
        "目前在册员工1263人，其中研发人员187人。",
        "现有员工860人。",
        "公司现有职工300余人，本科及以上学历120人，高级工程师18人。",
        "截至2023年底在岗职工412人（含劳务派遣30人）。",
    ],
)
def test_a_head_count_is_no_practice(text: str) -> None:
    assert open_mapper("gbt19580").classify(text) == ()


def test_what_is_done_with_those_counted_is_one() -> None:
    assert open_mapper("gbt19580").classify("现有检验员35人，每班首件必检、逐件挂卡流转。")
