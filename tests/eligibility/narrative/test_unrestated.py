"""What a person was read to have is left open by a clause of its topic that does not say so again."""

import pytest

from assistant.knowledge.rules import Track
from tests.eligibility.narrative.nets import is_left_open_only_by, verdict_on

MANAGER = (
    "阳泉一家水泵厂的质量部长。我担任首席质量官。从事质量管理工作14年。获得过市政府质量工作表彰。"
    "没有违法违规违纪。工作中没有造成重大失误。厂里没有重大质量安全事故。"
)
WORKER = (
    "阳泉一家水泵厂的装配工。在一线干了14年。市级技能比武获奖三次。"
    "没有违法违规违纪。工作中没有造成重大失误。厂里没有重大质量安全事故。"
)
TAKEN_BACK = [
    ("yangquan-ind-manager", MANAGER, "首席质量官的聘书明年才下。", "is_cqo"),
    ("yangquan-ind-manager", MANAGER, "首席质量官去年已经换人了。", "is_cqo"),
    ("yangquan-ind-manager", MANAGER, "表彰其实是县里的。", "highest_quality_commendation_level"),
    ("yangquan-ind-manager", MANAGER, "表彰写的是公司名。", "highest_quality_commendation_level"),
    ("yangquan-ind-manager", MANAGER, "那个表彰后来被收回了。", "highest_quality_commendation_level"),
    ("yangquan-ind-manager", MANAGER, "奖状上写的是我们部门。", "highest_quality_commendation_level"),
    ("yangquan-ind-frontline", WORKER, "那三次奖有两次是县里的。", "skill_contest_city_awards_count"),
    ("yangquan-ind-frontline", WORKER, "三次奖都是班组集体的。", "skill_contest_city_awards_count"),
    ("yangquan-ind-frontline", WORKER, "其中一次比武是厂里办的。", "skill_contest_city_awards_count"),
    ("yangquan-ind-frontline", WORKER, "中间有七年在办公室坐班。", "role_years"),
    ("yangquan-ind-frontline", WORKER, "有五年是在仓库当保管。", "role_years"),
]
IN_LINE = [
    ("yangquan-ind-manager", MANAGER, "聘书有，随时可以拿来看。"),
    ("yangquan-ind-frontline", WORKER, "县里的技能比武得过五回奖。"),
]


@pytest.mark.parametrize(("track", "base", "told", "key"), TAKEN_BACK)
def test_a_clause_of_the_topic_that_says_something_else_leaves_it_open(
    track: str, base: str, told: str, key: str, tracks: dict[str, Track], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert verdict_on(tracks[track], base + told) == "undetermined"
    assert is_left_open_only_by("doubt_unrestated", base + told, key, monkeypatch)


@pytest.mark.parametrize(("track", "base", "told"), IN_LINE)
def test_what_is_in_line_changes_nothing(track: str, base: str, told: str, tracks: dict[str, Track]) -> None:
    assert verdict_on(tracks[track], base + told) == "eligible"
