"""A penalty told beside another's is not left aside; one that befell another is not held against the applicant."""

from datetime import date

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track
from tests.eligibility.narrative.nets import is_left_open_only_by

AS_OF = date(2025, 6, 20)
CLEAN = (
    "我们是兰州一家有限公司，2012年在兰州七里河区注册，一直正常运行。近五年没有重大事故，没有重大投诉，"
    "从没有违法违规违纪。第一次申报。"
)
SHARED = [
    "我们和隔壁厂去年都被环保罚了。",
    "我们跟供应商去年都被罚了。",
    "跟承包商一道被罚了十万，我们的那份是五万。",
    "去年环保罚的不光是隔壁，也有我们。",
    "子公司去年偷排被罚，我们母公司也一并被罚了五万。",
    "另一家厂区去年被罚了三万，也是我们的。",
    "别人举报，去年被罚了三万。",
    "隔壁厂去年被罚了，我们也没跑掉。",
    "供应商和我们两家去年各罚了三万。",
    "我们连同物业去年一块儿被消防罚了。",
    "同行和我们前年都挨了环保的罚。",
]
UNUSUAL = ["2023年因为广告里用了最佳二字，被市场监管局处以五千元的款。", "消防来查，开了张三千块的票。"]
BEFELL_ANOTHER = [
    "去年因为我们供的货不合格，客户被罚了三万。",
    "由于我们漏报了数据，经销商去年被处罚了。",
    "我们送的料有问题，去年客户被罚了两万。",
    "去年交警罚了我们送货车两百块。",
    "前年我们的货车超载，交警罚了五百。",
]
SURELY_ANOTHERS = [
    "隔壁厂去年被罚了三万。",
    "供应商去年被罚了三万，跟我们没关系。",
    "集团总部去年被证监会处罚过。我们公司自己没有违法违规。",
]


def verdict(tracks: dict[str, Track], told: str) -> str:
    return check(tracks["lanzhou-org"], parse_facts(read_narrative(CLEAN + told, AS_OF).values()), AS_OF).verdict


@pytest.mark.parametrize("told", SHARED + UNUSUAL)
def test_a_penalty_shared_with_another_or_oddly_told_is_not_passed_over(told: str, tracks: dict[str, Track]) -> None:
    assert verdict(tracks, told) != "eligible"


@pytest.mark.parametrize("told", BEFELL_ANOTHER)
def test_who_stands_before_the_penalty_is_who_was_punished(told: str, tracks: dict[str, Track]) -> None:
    assert verdict(tracks, told) == "undetermined"


@pytest.mark.parametrize("told", SURELY_ANOTHERS)
def test_what_is_anothers_by_two_signs_changes_nothing(told: str, tracks: dict[str, Track]) -> None:
    assert verdict(tracks, told) == "eligible"


def test_our_own_penalty_refuses(tracks: dict[str, Track]) -> None:
    assert verdict(tracks, "我们去年被罚了三万。") == "ineligible"


def test_the_doubt_is_of_this_net(monkeypatch: pytest.MonkeyPatch) -> None:
    told = CLEAN + SHARED[0]
    assert is_left_open_only_by("doubt_set_aside", told, "violation_free_years", monkeypatch)
