"""Properties that hold on any facts."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.eligibility.checker import check
from assistant.eligibility.facts import FACTS, complete, parse_facts
from assistant.eligibility.opening import open_tracks
from assistant.eligibility.windows import full_years
from assistant.knowledge.vocabulary import FactSpec
from assistant.language.dates import PartialDate
from assistant.settings import settings as project_settings
from evaluations.eligibility.golden import GoldenCase, golden_cases

TRACKS = open_tracks(project_settings().assistant_corpus)
DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
TEXT_VALUES = ["兰州市", "宝鸡市", "重庆市", "阳泉市", "太原市", "甘肃省", "山西省"]


def values(spec: FactSpec) -> st.SearchStrategy[Any]:
    """Values a fact can have."""
    if spec.type == "flag":
        return st.booleans()
    if spec.type == "enum":
        return st.sampled_from([name for name, _ in spec.values])
    if spec.type == "number":
        return st.sampled_from([0, 1, 2, 3, 4, 5, 9, 10, 20, 99])
    if spec.type == "text":
        return st.sampled_from(TEXT_VALUES)
    partial = DAYS.flatmap(lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]]))
    return st.one_of(st.just("none"), partial) if spec.type == "date_or_none" else partial


ANY_FACTS = st.fixed_dictionaries({}, optional={key: values(spec) for key, spec in FACTS.items()})
ANY_TRACK = st.sampled_from(list(TRACKS.values()))


@given(track=ANY_TRACK, raw=ANY_FACTS, as_of=DAYS)
@settings(max_examples=300, deadline=None)
def test_any_facts_are_judged_and_the_verdict_follows_from_the_rules(track, raw, as_of) -> None:
    result = check(track, parse_facts(raw), as_of)
    statuses = [rule.status for rule in result.rules if rule.kind == "deterministic"]
    if "unmet" in statuses:
        assert result.verdict == "ineligible"
        assert result.missing == ()
    elif result.verdict == "eligible":
        assert set(statuses) <= {"met", "unknown"}
        assert any("只表示客观申报条件未见障碍" in notice for notice in result.notices)
    else:
        assert set(statuses) & {"unknown", "needs_review"}
    assert result.missing or result.needs_review or result.verdict != "undetermined"


@given(track=ANY_TRACK, raw=ANY_FACTS, as_of=DAYS, shuffle=st.randoms())
@settings(max_examples=150, deadline=None)
def test_the_order_of_facts_is_irrelevant(track, raw, as_of, shuffle) -> None:
    keys = list(raw)
    shuffle.shuffle(keys)
    again = {key: raw[key] for key in keys}
    assert check(track, parse_facts(raw), as_of).as_json() == check(track, parse_facts(again), as_of).as_json()


@given(case=st.sampled_from(golden_cases()), dropped=st.data())
@settings(max_examples=400, deadline=None)
def test_taking_a_stated_cover_or_place_away_never_turns_a_rule_met_or_unmet(case: GoldenCase, dropped) -> None:
    """Unknown never becomes met or unmet: with nothing known at all, nothing is decided."""
    nothing = check(TRACKS[case.track], {}, case.as_of)
    assert {rule.status for rule in nothing.rules} == {"unknown"}
    covers = [key for key in case.facts if key.endswith(("_free_years", "_city", "_certified", "is_cqo"))]
    if not covers:
        return
    key = dropped.draw(st.sampled_from(covers))
    less = {name: value for name, value in case.facts.items() if name != key}
    before, after = (check(TRACKS[case.track], facts, case.as_of) for facts in (case.facts, less))
    for old, new in zip(before.rules, after.rules, strict=True):
        assert not (old.status == "unknown" and new.status in {"met", "unmet"}), (old.id, key)
        assert (old.status, new.status) not in {("met", "unmet"), ("unmet", "met")}, (old.id, key)


@given(case=st.sampled_from([case for case in golden_cases() if case.then == "met"]), data=st.data())
@settings(max_examples=400, deadline=None)
def test_adding_a_neutral_fact_never_undecides_a_rule(case: GoldenCase, data) -> None:
    """Facts that contradict nothing: hints, and covers longer than the ones stated."""
    hints = [key for key, spec in FACTS.items() if spec.hint_only and key not in case.facts]
    key = data.draw(st.sampled_from(hints))
    added = {**case.facts, **parse_facts({key: data.draw(values(FACTS[key]))})}
    before, after = (check(TRACKS[case.track], facts, case.as_of) for facts in (case.facts, added))
    assert [rule.status for rule in before.rules] == [rule.status for rule in after.rules]


@given(
    since=DAYS, years=st.integers(1, 12), as_of=DAYS, later=st.integers(0, 4000), precision=st.sampled_from([4, 7, 10])
)
@settings(max_examples=500, deadline=None)
def test_a_later_day_never_shortens_a_duration(since, years, as_of, later, precision) -> None:
    order = {False: 0, None: 1, True: 2}
    start = PartialDate.parse(str(since)[:precision])
    first, second = (full_years(start, years, day) for day in (as_of, as_of + timedelta(days=later)))
    assert order[first] <= order[second]


@given(since=DAYS, years=st.integers(1, 12), as_of=DAYS, precision=st.sampled_from([4, 7]))
@settings(max_examples=300, deadline=None)
def test_a_partial_date_decides_only_where_its_readings_agree(since, years, as_of, precision) -> None:
    start = PartialDate.parse(str(since)[:precision])
    readings = {full_years(PartialDate.parse(str(day)), years, as_of) for day in (start.first(), start.last(), since)}
    decided = full_years(start, years, as_of)
    assert decided is None or readings == {decided}


@given(case=st.sampled_from(golden_cases()), data=st.data())
@settings(max_examples=400, deadline=None)
def test_a_fact_a_rule_does_not_turn_on_leaves_it_alone(case: GoldenCase, data) -> None:
    rules = {rule.id: rule for rule in TRACKS[case.track].rules}
    key = data.draw(st.sampled_from([key for key in FACTS if key not in case.facts]))
    added = {**case.facts, **parse_facts({key: data.draw(values(FACTS[key]))})}
    touched = {name for name, value in complete(added).items() if complete(case.facts).get(name) != value}
    before, after = (check(TRACKS[case.track], facts, case.as_of) for facts in (case.facts, added))
    for old, new in zip(before.rules, after.rules, strict=True):
        if not touched & set(rules[old.id].facts):
            assert (old.status, old.reason) == (new.status, new.reason)
