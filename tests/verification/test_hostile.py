"""What a hostile reader got past the guard, or past its patience, and what stands beside it and is true."""

import time

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import prepare, verify_text
from tests.pace import allowed

AWARDED = EvidenceClause(
    "baoji-2024",
    "组委会办公室将获奖组织和单位候选名单通过相关媒体向社会公示，公示期为15天。组委会根据公示情况，提出获奖组织和单位名单，"
    "由市政府授予奖牌和证书。",
)
HOSPITAL = "宝鸡市第二医院，1985年成立，员工620人。患者高血压随访率达到92%。"
INSPECTOR = "王某，男，50岁，质量班长，从业20年。本人患有高血压，坚持上班。"
FITTER = "张伟，男，45岁，兰州某阀门厂质量工程师，从事质量工作20年。2020年获甘肃省质量标兵。所在公司员工800人。"
VALVES = "兰州某阀门有限公司，2001年成立，员工800人。"
EARLY = "2020年5月获甘肃省质量标杆（甘肃省工业和信息化厅）。"


@pytest.mark.parametrize("doer", ["组委会", "组委会办公室", "公示后组委会", "专家组", "行业主管部门"])
def test_a_doer_right_before_the_deed_is_held_to_the_steps(doer: str) -> None:
    assert not verify_text(f"{doer}授予奖牌和证书[c1]。", clauses={"c1": AWARDED}).passed


@pytest.mark.parametrize("said", ["市政府授予奖牌和证书", "组委会办公室公示候选名单", "组委会提出获奖名单"])
def test_the_doer_of_the_steps_passes(said: str) -> None:
    assert verify_text(f"{said}[c1]。", clauses={"c1": AWARDED}).passed


@pytest.mark.parametrize(
    "said",
    [
        "获奖企业可以免检，您想了解哪些？",
        "政府会给获奖企业减税，什么时候方便详谈？",
        "关于得主，一律免征所得税的规定如下。",
        "得奖的都免审，怎么报要我讲讲吗？",
        "专家可以直接入围，您想问哪一类？",
        "拿了奖的个人都能享受贷款贴息，您打算什么时候报？",
    ],
)
def test_what_is_granted_on_the_way_to_a_question_is_told(said: str) -> None:
    codes = {reason.code for each in verify_text(said, clauses={}).sentences for reason in each.reasons}
    assert "uncited" in codes


@pytest.mark.parametrize(
    "said",
    [
        "您可以直接拨打电话，还想了解什么？",
        "您可以不急着定，想先看哪个奖？",
        "关于免检的规定，说明如下。",
        "企业能享受的奖励，整理如下。",
        "对于能否免税，答复如下。",
        "哪些企业能免检？",
    ],
)
def test_a_question_or_lead_in_that_grants_nothing_needs_no_clause(said: str) -> None:
    assert verify_text(said, clauses={}).passed


@pytest.mark.parametrize("said", ["患者高血压随访率达到92%", "医院患者高血压随访率92%"])
def test_a_hospital_may_tell_its_own_rate(said: str) -> None:
    assert verify_text(f"{said}[m]。", clauses={}, material=HOSPITAL).passed


@pytest.mark.parametrize("said", ["他血压高", "他血压偏高", "血压一直高，仍坚持上班", "他有高血压"])
def test_an_illness_is_private_in_whatever_words(said: str) -> None:
    assert not verify_text(f"{said}[m]。", clauses={}, material=INSPECTOR).passed


def test_what_a_person_tells_of_his_firm_makes_him_no_firm() -> None:
    said = "2020年获甘肃省质量标兵，可列入荣誉栏[m]。"
    assert verify_text(said, clauses={}, material=FITTER).passed
    firm = VALVES + "质量工程师张伟，男，45岁，2020年获甘肃省质量标兵。"
    assert not verify_text(said, clauses={}, material=firm).passed


@pytest.mark.parametrize(
    ("later", "passes"),
    [
        ("2026年3月获甘肃省政府质量奖（甘肃省人民政府）。", False),  # window from 2021-03: 2020-05 is out
        ("2025年9月获甘肃省政府质量奖（甘肃省人民政府）。", False),  # window from 2020-09
        ("2025年1月获甘肃省政府质量奖（甘肃省人民政府）。", True),  # window from 2020-01
        ("计划2026年3月扩建厂房。", True),  # planned, not reached
        ("体系证书有效期至2027年3月。", True),  # a term, not reached
    ],
)
def test_the_last_day_reached_opens_the_window_of_five_years(later: str, passes: bool) -> None:
    said = "2020年5月获甘肃省质量标杆，可列入近五年荣誉[m]。"
    assert verify_text(said, clauses={}, material=VALVES + EARLY + later).passed is passes


def test_what_has_no_figure_may_not_be_told_with_one() -> None:
    material = VALVES + "候诊时间目前也都没有单独统计。"
    reasons = [
        r.message
        for s in verify_text("候诊时间缩短到12分钟[m]。", clauses={}, material=material).sentences
        for r in s.reasons
    ]
    assert any("候诊时间" in reason for reason in reasons)


# 8,000 characters; a cost by the square took 7 to 58 s.
@pytest.mark.parametrize("junk", ["都", "（", "的", "不", "请以"])
def test_junk_costs_no_more_than_its_length(junk: str) -> None:
    prepare()
    long = junk * (8000 // len(junk))
    start = time.process_time()
    verify_text("公司员工12人[m]。", clauses={}, material=long)
    verify_text(f"{long}[c1]。", clauses={"c1": AWARDED}, material=VALVES)
    verify_text(f"{long}[m]。", clauses={}, material=VALVES)
    assert time.process_time() - start < allowed(10)


# A cost by the square or the cube took 5 to 60 s. 12,000 characters of many words, 4,000 of figures.
_HAN = "".join(chr(0x4E00 + at * 7919 % 20_000) for at in range(12_000))


@pytest.mark.parametrize("junk", ["三分之一" * 1000, "一二三四五六七八九十百千万" * 310, "前者比后者多5年" * 500, _HAN])
def test_figures_without_end_cost_no_more_than_their_length(junk: str) -> None:
    prepare()
    start = time.process_time()
    verify_text(f"{junk}[m]。", clauses={}, material=VALVES)
    verify_text(f"{junk}[c1]。", clauses={"c1": AWARDED}, material=VALVES)
    assert time.process_time() - start < allowed(10)
