"""Half years, firms not founded yet on the day judged on, and denials of safety accidents alone."""

from datetime import date

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.eligibility.opening import open_tracks
from assistant.settings import CHECKOUT

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "founded"),
    [
        ("我们厂成立4年半", "2022-05"),
        ("公司成立三年半了", "2023-05"),
        ("企业成立已经10年半", "2016-05"),
        ("我们厂成立4年", "2022"),
    ],
)
def test_half_a_year_tells_the_month_of_founding(text: str, founded: str) -> None:
    assert str(read_narrative(text, DAY).facts["established_date"].value) == founded


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("我们公司没有出过安全事故", None),
        ("公司从未发生安全生产事故", None),
        ("我们厂没发生过生产安全事故", None),
        ("我们公司没有安全、质量事故", 99),
        ("我们公司没有出过重大事故", 99),
        ("我们厂没有质量安全环保事故", 99),
    ],
)
def test_a_denial_of_safety_accidents_is_not_one_of_all(text: str, years: int | None) -> None:
    fact = read_narrative(text, DAY).facts.get("major_accident_free_years")
    assert (fact.value if fact else None) == years


@pytest.mark.parametrize(("founded", "status"), [("2022-05", "unmet"), ("2023", "unmet"), ("2012", "unknown")])
def test_a_firm_not_founded_yet_has_no_years(founded: str, status: str) -> None:
    track = next(t for t in open_tracks(CHECKOUT / "corpus").values() if any(r.id == "YQ-O-03" for r in t.rules))
    facts = parse_facts({"applicant_type": "organization", "established_date": founded})
    assert check(track, facts, date(2021, 11, 24)).rule("YQ-O-03").status == status
