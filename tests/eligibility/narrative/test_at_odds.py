"""Two clauses at odds settle neither: a form, award, certificate or list told otherwise elsewhere is left open."""

import pytest

from assistant.knowledge.rules import Track
from tests.eligibility.narrative.nets import is_left_open_only_by, verdict_on

CHONGQING = (
    "重庆綦江一家铝合金公司，綦江注册，制造业，独立法人。2008年投产，一直连续生产没停过。"
    "近三年没有重大质量、环境、安全生产责任事故。国家和市级监督抽查全部合格。"
    "没有被列入经营异常名录。没有被列入严重违法企业名单。"
)
BAOJI = (
    "宝鸡金台一家商业公司。2011年在金台区注册。质量管理体系通过了认证。环境管理体系通过了认证。"
    "近三年没有重大质量、生产安全、劳动保障、环保事故。近三年没有违法违规违纪、弄虚作假、失信行为。"
    "没得过国家级和省级质量奖。"
)
AT_ODDS = [
    ("chongqing-mayor", CHONGQING, "我们是分公司。", "is_legal_person"),
    ("chongqing-mayor", CHONGQING, "我们其实是总公司下面的一个分公司。", "org_form"),
    ("chongqing-mayor", CHONGQING, "我们是个体户。", "org_form"),
    ("chongqing-mayor", CHONGQING, "工商上显示我们地址失联。", "in_abnormal_list"),
    ("chongqing-mayor", CHONGQING, "企业信用网上我们是异常状态。", "in_abnormal_list"),
    ("baoji-org", BAOJI, "我们是2019年陕西省质量奖的得主。", "won_provincial_quality_award"),
    ("baoji-org", BAOJI, "2019年省政府给我们发了质量奖。", "won_provincial_quality_award"),
    ("baoji-org", BAOJI, "隔壁厂得了陕西省质量奖，我们也得了。", "won_provincial_quality_award"),
    ("baoji-org", BAOJI, "体系证书被暂停了。", "qms_certified"),
    ("baoji-org", BAOJI, "认证机构把我们的证书撤了。", "other_ms_certified"),
]
IN_LINE = [
    ("chongqing-mayor", CHONGQING, "我们不是分公司。"),
    ("chongqing-mayor", CHONGQING, "从没失联过，异常名录里没有我们。"),
    ("baoji-org", BAOJI, "隔壁厂得了陕西省质量奖。"),
    ("baoji-org", BAOJI, "我们争取明年拿陕西省质量奖。"),
    ("baoji-org", BAOJI, "证书都在有效期里。"),
]


@pytest.mark.parametrize(("track", "base", "told", "key"), AT_ODDS)
def test_what_is_told_otherwise_elsewhere_is_left_open(
    track: str, base: str, told: str, key: str, tracks: dict[str, Track], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert verdict_on(tracks[track], base + told) == "undetermined"
    assert is_left_open_only_by("doubt_at_odds", base + told, key, monkeypatch)


@pytest.mark.parametrize(("track", "base", "told"), IN_LINE)
def test_what_is_in_line_changes_nothing(track: str, base: str, told: str, tracks: dict[str, Track]) -> None:
    assert verdict_on(tracks[track], base + told) == "eligible"
