"""The self-check page over the real corpus, library and checker."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.cases.store import CaseStore
from assistant.eligibility.checker import ONLY_OBJECTIVE
from assistant.eligibility.facts import FACTS
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.eligibility_state import Desk, desk_of

_TEXT = (
    "我单位是宝鸡市恒信机械制造有限公司，2015年3月10日在宝鸡市渭滨区注册成立，2016年5月正式投产，一直连续经营。"
    "近五年没有发生过重大事故，也没有违法违规行为。质量管理体系和环境管理体系都通过了认证。没有获得过省级、国家级质量奖。"
)


def _page() -> None:
    from assistant.ui.pages import eligibility

    eligibility.show()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for the cases; the library, which these tests only read, stays open between them."""
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path))
    settings.cache_clear()
    session.store.clear()
    yield tmp_path
    settings.cache_clear()
    session.store.clear()


@pytest.fixture
def page(home: Path) -> AppTest:
    return _run(AppTest.from_function(_page, default_timeout=60))


def _run(step: Any) -> AppTest:
    page: AppTest = step.run()
    assert not page.exception, page.exception
    return page


def _desk(home: Path) -> Desk:
    (case,) = CaseStore(home).cases()
    return desk_of(case.content["eligibility"])


def _html(page: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in page.get("html"))


def _read_text(page: AppTest, text: str) -> AppTest:
    _run(page.text_area(key="eligibility-draft").set_value(text))
    return _run(page.button(key="eligibility-read").click())


def _choose(page: AppTest, *tracks: str) -> AppTest:
    return _run(page.multiselect(key="eligibility-tracks").set_value(list(tracks)))


def test_pasted_text_is_confirmed_and_judged(page: AppTest, home: Path) -> None:
    _read_text(_choose(page, "baoji-org"), _TEXT)
    waiting = _desk(home)
    assert waiting.facts == {}, "nothing counts before it is confirmed"
    assert waiting.proposed["registered_city"].value == "宝鸡市"
    assert waiting.proposed["registered_city"].quote in _TEXT
    assert f"<mark>{waiting.proposed['operation_start_date'].quote.strip()}</mark>" in _html(page)
    assert "符合客观申报条件" not in _html(page)
    _run(page.button(key="eligibility-confirm").click())
    assert _desk(home).sources["registered_city"] in _TEXT
    assert "符合客观申报条件" in _html(page)
    assert ONLY_OBJECTIVE in _html(page)


def test_a_read_fact_can_be_corrected_and_removed_before_it_counts(page: AppTest, home: Path) -> None:
    _read_text(_choose(page, "baoji-org"), _TEXT)
    _run(page.text_input(key="read-field-registered_city").set_value("太原市"))
    _run(page.button(key="read-drop-qms_certified").click())
    _run(page.button(key="eligibility-confirm").click())
    desk = _desk(home)
    assert desk.facts["registered_city"] == "太原市"
    assert "qms_certified" not in desk.facts
    assert "不符合申报条件" in _html(page)


def test_every_change_can_be_undone(page: AppTest, home: Path) -> None:
    _choose(page, "baoji-org")
    _run(page.text_input(key="form-registered_city").set_value("宝鸡"))
    _run(page.radio(key="form-qms_certified").set_value("否"))
    assert _desk(home).facts == {"registered_city": "宝鸡市", "qms_certified": False}
    _run(page.button(key="eligibility-undo").click())
    assert _desk(home).facts == {"registered_city": "宝鸡市"}
    assert page.radio(key="form-qms_certified").value == "不知道"
    _run(page.button(key="eligibility-undo").click())
    assert _desk(home).facts == {}


def test_clearing_can_be_undone(page: AppTest, home: Path) -> None:
    _run(_choose(page, "baoji-org").text_input(key="form-registered_city").set_value("宝鸡市"))
    _run(page.button(key="eligibility-clear").click())
    assert _desk(home).facts == {}
    _run(page.button(key="eligibility-undo").click())
    assert _desk(home).facts == {"registered_city": "宝鸡市"}


def test_another_session_finds_the_saved_state(page: AppTest, home: Path) -> None:
    _run(_choose(page, "lanzhou-org").date_input(key="eligibility-day").set_value(date(2024, 2, 20)))
    _run(page.text_input(key="form-operation_start_date").set_value("2019年2月21日"))
    (case,) = CaseStore(home).cases()
    again = AppTest.from_function(_page, default_timeout=60)
    again.query_params["case"] = case.id
    _run(again)
    assert again.text_input(key="form-operation_start_date").value == "2019-02-21"
    assert again.date_input(key="eligibility-day").value == date(2024, 2, 20)
    assert again.multiselect(key="eligibility-tracks").value == ["lanzhou-org"]


@pytest.mark.parametrize(
    ("day", "status"),
    # Five full years from 2019-02-21 are reached on 2024-02-21: the day before is one day short.
    [(date(2024, 2, 20), "差 1 天"), (date(2024, 2, 21), "当日刚好满5年")],
)
def test_the_day_of_application_decides_to_the_day(page: AppTest, day: date, status: str) -> None:
    _run(_choose(page, "lanzhou-org").date_input(key="eligibility-day").set_value(day))
    _run(page.text_input(key="form-operation_start_date").set_value("2019-02-21"))
    if day == date(2024, 2, 20):
        assert "不符合申报条件" in _html(page)
    assert any(status in text for text in _html(page).split("</div>") if "2019-02-21" in text)


@pytest.mark.parametrize("typed", ["2023-02-30", "二月三十", "2019-13", "上回", "<b>2019</b>"])
def test_an_impossible_date_is_one_sentence_at_the_field(page: AppTest, home: Path, typed: str) -> None:
    _run(_choose(page, "lanzhou-org").text_input(key="form-operation_start_date").set_value(typed))
    (error,) = page.error
    assert "不是存在的日期" in error.value
    assert page.text_input(key="form-operation_start_date").value == typed, "what was typed stays to be corrected"
    assert "operation_start_date" not in _desk(home).facts
    _run(page.text_input(key="form-operation_start_date").set_value("2019-02"))
    assert not page.error
    assert _desk(home).facts["operation_start_date"] == "2019-02"


@pytest.mark.parametrize(("typed", "value"), [("从未", 99), ("5", 5), ("５年", 5), ("六年", 6), ("4.5", 4.5)])
def test_years_are_read_as_people_write_them(page: AppTest, home: Path, typed: str, value: float) -> None:
    _run(_choose(page, "lanzhou-org").text_input(key="form-major_accident_free_years").set_value(typed))
    assert not page.error
    assert _desk(home).facts["major_accident_free_years"] == value


@pytest.mark.parametrize("typed", ["-1", "很多", "五六年", "1e400", "近五年"])
def test_years_that_are_no_number_are_refused(page: AppTest, typed: str) -> None:
    _run(_choose(page, "lanzhou-org").text_input(key="form-major_accident_free_years").set_value(typed))
    assert ["读不成数字" in error.value for error in page.error] == [True]


def test_the_form_shows_only_what_the_chosen_tracks_need(page: AppTest) -> None:
    _choose(page, "yangquan-ind-expert")
    keys = {element.key for element in (*page.radio, *page.selectbox, *page.text_input)}
    assert "form-quality_publication" in keys
    assert not {"form-org_form", "form-operation_start_date", "form-skill_contest_city_awards_count"} & keys


def test_the_next_question_is_answered_in_place_and_can_be_skipped(page: AppTest, home: Path) -> None:
    _choose(page, "baoji-org")
    first = next(one for one in (*page.text_input, *page.selectbox, *page.radio) if str(one.key).startswith("next-"))
    _run(page.button(key="eligibility-skip").click())
    second = next(one for one in (*page.text_input, *page.selectbox, *page.radio) if str(one.key).startswith("next-"))
    assert first.key != second.key
    asked = str(second.key).removeprefix("next-")
    typed = {"date": "2015-03-10", "date_or_none": "无", "number": "5", "text": "宝鸡市"}
    kind = FACTS[asked].type
    _run(second.set_value(typed[kind] if kind in typed else second.options[1]))
    assert asked in _desk(home).facts
    assert _desk(home).skipped == (str(first.key).removeprefix("next-"),)


def test_all_awards_are_a_matrix_and_the_kind_of_applicant_narrows_it(page: AppTest, home: Path) -> None:
    _run(page.radio(key="eligibility-who").set_value("组织"))
    assert _desk(home).facts == {"applicant_type": "organization"}
    assert _html(page).count("class='row'") == 12
    assert any("不面向这类申报主体" in one.label for one in page.expander)
    assert "form-quality_publication" not in {one.key for one in page.radio}


def test_a_text_that_says_nothing_gets_a_sentence(page: AppTest) -> None:
    _read_text(page, "今天天气很好。")
    assert any("没有读出" in one.value for one in page.info)


def test_nothing_typed_acts_as_markup(page: AppTest) -> None:
    _read_text(_choose(page, "baoji-org"), f"<script>alert(1)</script>{_TEXT}")
    assert "<script>alert" not in _html(page)


def test_what_the_text_leaves_open_is_said_with_the_verdict(page: AppTest, home: Path) -> None:
    _read_text(_choose(page, "lanzhou-org"), f"{_TEXT}好像前几年有人投诉过我们一次。")
    assert "好像前几年有人投诉过我们一次" in _html(page)
    _run(page.button(key="eligibility-confirm").click())
    assert "major_complaint_free_years" not in _desk(home).facts
    _run(page.text_input(key="form-major_complaint_free_years").set_value("从未"))
    assert "好像前几年有人投诉过我们一次”），按不知道处理" not in _html(page)


def test_material_of_the_conversation_is_offered(page: AppTest, home: Path) -> None:
    store = CaseStore(home)
    case = store.save(store.create("对话").with_room("material", [{"name": "自述.txt", "text": _TEXT}]))
    again = AppTest.from_function(_page, default_timeout=60)
    again.query_params["case"] = case.id
    _run(again)
    _run(again.button(key="eligibility-material").click())
    assert again.text_area(key="eligibility-draft").value == _TEXT
    _run(again.button(key="eligibility-read").click())
    assert "registered_city" in _desk(home).proposed


def test_the_next_question_shows_its_clause(page: AppTest) -> None:
    _choose(page, "baoji-org")
    (source,) = [one for one in page.button if str(one.key).startswith("eligibility-next-source")]
    assert "宝鸡市质量奖" in source.label.replace("\\", "")
    _run(source.click())
    assert "宝鸡市质量奖评选实施方案" in _html(page) + "".join(one.value for one in page.caption)


def test_time_alone_is_told_with_the_first_day(page: AppTest, home: Path) -> None:
    _read_text(
        _choose(page, "baoji-org"), _TEXT.replace("2015年3月10日", "2020年1月15日").replace("2016年5月", "2020年5月")
    )
    _run(page.button(key="eligibility-confirm").click())
    # Registered on 2020-01-15: five full years on 2025-01-15, 16 days after the notice's last safe day 2024-12-30.
    assert "差 16 天" in _html(page)
    assert any("最早到 2025-01-15" in one.value for one in page.success)


def test_who_applies_can_always_be_said(page: AppTest, home: Path) -> None:
    _run(_choose(page, "baoji-org").radio(key="eligibility-who").set_value("个人"))
    assert "不符合申报条件" in _html(page)
    _run(page.radio(key="eligibility-who").set_value("不知道"))
    assert _desk(home).facts == {}


_YEARS = [
    "近三年没有发生过重大事故",
    "最近三年无重大质量安全事故",
    "过去三年没出过事故",
    "近3年未发生重大事故",
    "三年来没有发生过事故",
]


@pytest.mark.parametrize("words", _YEARS)
def test_years_count_back_from_the_day_the_statement_was_written(page: AppTest, home: Path, words: str) -> None:
    _read_text(_choose(page, "baoji-org"), _TEXT.replace("近五年没有发生过重大事故", words))
    assert page.date_input(key="eligibility-written").value == date.today()
    _run(page.button(key="eligibility-confirm").click())
    desk = _desk(home)
    assert desk.facts["major_accident_free_years"] == 3
    assert desk.anchors["major_accident_free_years"] == date.today().isoformat()
    # The notice was judged by long before: those three years do not reach back to its window.
    assert "请补充：未发生重大事故的年数" in _html(page)
    _run(page.text_input(key="form-major_accident_free_years").set_value("3"))
    assert "major_accident_free_years" in _desk(home).anchors


def test_years_written_at_the_time_of_the_notice_cover_its_window(page: AppTest, home: Path) -> None:
    _choose(page, "baoji-org")
    _run(page.date_input(key="eligibility-written").set_value(date(2024, 12, 30)))
    _read_text(page, _TEXT.replace("近五年", "近三年"))
    _run(page.button(key="eligibility-confirm").click())
    assert "请补充：未发生重大事故的年数" not in _html(page)


def test_a_case_is_called_after_the_applicant(page: AppTest, home: Path) -> None:
    _read_text(page, _TEXT)
    (case,) = CaseStore(home).cases()
    assert case.name.startswith("宝鸡市恒信机械制造有限公司")


def test_another_provinces_channel_is_last_and_told_as_such(page: AppTest, home: Path) -> None:
    _read_text(page, _TEXT)
    _run(page.button(key="eligibility-confirm").click())
    html = _html(page)
    assert "面向重庆市，不是您的申报渠道" in html
    assert html.index("宝鸡市质量奖（含提名奖）") < html.index("中国质量奖·组织（重庆渠道）")
    assert any("所在地区" in one.label for one in page.expander)


def test_material_of_the_case_is_read_with_one_click_and_waits_to_be_confirmed(home: Path) -> None:
    store = CaseStore(home)
    case = store.save_room(store.create("恒信机械"), "material", [{"name": "总结.txt", "text": _TEXT}])
    page = AppTest.from_function(_page, default_timeout=60)
    page.query_params["case"] = case.id
    page = _run(page)
    assert any("已有材料" in one.value for one in page.markdown)
    page = _run(page.button(key="eligibility-from-material").click())
    desk = _desk(home)
    assert not desk.facts and desk.proposed["registered_city"].quote in _TEXT
    assert not [one for one in page.button if one.key == "eligibility-from-material"]
    page = _run(page.button(key="eligibility-confirm").click())
    assert _desk(home).facts["registered_city"] == "宝鸡市" and _desk(home).sources["registered_city"]
