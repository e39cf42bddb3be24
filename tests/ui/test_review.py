"""What a first reader of the pages stumbled over: codes, cases of nothing, dates, sources, rows of a bulk run."""

import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from assistant.drafting.intake_words import field_of
from assistant.eligibility.facts import FACTS
from assistant.eligibility.wording import question_words
from assistant.errors import ModelError
from assistant.models.messages import _MESSAGES
from assistant.ui import session
from assistant.ui.components.drafting_bulk import _needs_html
from assistant.ui.components.drafting_bulk_template import HEADS, workbook
from assistant.ui.components.drafting_correction import BY_HAND, corrected
from assistant.ui.components.drafting_day import notice_day
from assistant.ui.components.drafting_marks import evidence_html, marks_of
from assistant.ui.components.drafting_reading import read, untouched
from assistant.ui.components.drafting_state import Work
from assistant.ui.components.model_told import generated_html, in_words
from tests.ui.conftest import html_of
from tests.ui.materials import COMPANY

Open = Callable[[str], AppTest]
TWO = COMPANY.replace("，有员工412人", "，有员工412人") + "\n截至年底，公司员工人数为862人。\n"


def _work(text: str = COMPANY) -> Work:
    return Work("a1", (("材料.txt", text),), as_of="2024-03-01")


@pytest.mark.parametrize("sentence", _MESSAGES.values())
def test_an_error_names_no_environment_variable(sentence: str) -> None:
    assert "LLM_" not in in_words(ModelError(sentence))


def test_prompt_and_model_are_folded() -> None:
    assert "<summary>技术信息</summary>compose@2" in generated_html("compose@2 · x")


def test_a_question_says_never_in_words() -> None:
    assert not [key for key, spec in FACTS.items() if "99" in question_words(spec)]
    assert "请填“从未”" in question_words(FACTS["major_accident_free_years"])


def test_a_file_that_cannot_be_read_begins_no_case(page: Open) -> None:
    before = len(session.store().headings())
    app = page("drafting")
    app.file_uploader(key="upload-a1-0").set_value([("破损.docx", b"nothing", "application/zip")]).run()
    assert any("破损" in error.value for error in app.error)
    assert "case" not in app.query_params
    assert len(session.store().headings()) == before


def test_an_application_stands_apart_from_conversations(page: Open) -> None:
    app = page("drafting")
    app.text_area(key="pasted-a1").set_value(COMPANY).run()
    session.store().save(session.store().create("只是聊聊").with_room("conversation", []))
    app = page("drafting")
    captions = [one.value for one in app.sidebar.caption]
    assert captions.index("申报档案") < captions.index("以往的对话")


def test_a_mapping_case_is_named_after_its_applicant(page: Open) -> None:
    app = page("mapping")
    app.text_area(key="pasted-a1").set_value(COMPANY).run()
    assert session.store().load(app.query_params["case"]).name == "宝鸡渭岭泵阀有限公司"


def test_the_day_that_counts_is_told_and_the_notices_date_is_one_press_away(page: Open) -> None:
    app = page("drafting")
    app.text_area(key="pasted-a1").set_value(COMPANY).run()
    day = notice_day()
    assert day is not None
    assert any("近五年荣誉按" in one.value and "请核对" in one.value for one in app.markdown)
    app.button(key="notice-day-a1").click().run()
    assert app.date_input(key="as-of-a1").value == day
    assert any("是通知的报送截止日" in one.value for one in app.markdown)


def test_a_reading_chosen_of_two_keeps_its_source() -> None:
    material = untouched(_work(TWO))
    (conflict,) = [one for one in material.conflicts if one.key == "employees"]
    chosen = conflict.readings[-1]
    after = corrected(material, {"employees": str(chosen.value)}, {})
    assert after.facts["employees"].span == chosen.span
    assert not after.conflicts or "employees" not in {one.key for one in after.conflicts}


def test_a_typed_value_is_marked_as_typed_and_not_quoted() -> None:
    work = _work().with_fact("employees", "430")
    reading = read(work)
    assert reading.material.facts["employees"].span.file == BY_HAND
    shown = evidence_html(marks_of(reading.draft.profile, reading))
    assert "填报人填写：430" in shown and "“430”" not in shown


def test_a_lone_stop_is_no_sentence() -> None:
    reading = read(_work())
    text = reading.draft.characterisation + "。"
    assert len(marks_of(text, reading)) == 1


def test_bulk_failures_come_first_and_each_applicant_has_one_row() -> None:
    needs = [["甲", "甲.txt", "是", "一"], ["甲", "甲.txt", "是", "二"], ["乙", "乙.docx", "否", "打不开"]]
    shown = _needs_html(needs)
    assert shown.count("<tr>") == 3
    assert shown.index("乙.docx") < shown.index("甲.txt")
    assert "<li>一</li><li>二</li>" in shown
    many = _needs_html([["甲", "甲.txt", "是", what] for what in "一二三四五"])
    assert many.index("三") < many.index("还有 2 条") < many.index("四")


def test_every_head_of_the_template_is_known_to_the_reader() -> None:
    assert all(field_of(head) for head in HEADS)
    book = load_workbook(io.BytesIO(workbook()))
    assert tuple(cell.value for cell in book["名单"][1]) == HEADS


def test_flag_codes_stand_in_no_text_of_the_page(page: Open) -> None:
    app = page("drafting")
    app.text_area(key="pasted-a1").set_value(COMPANY).run()
    shown = html_of(app)
    assert "title='技术信息：TRADE_SECRET'" in shown
    assert ">TRADE_SECRET" not in shown


def test_applications_of_two_pages_are_told_apart_in_the_sidebar(page: Open) -> None:
    for name in ("drafting", "mapping"):
        app = page(name)
        app.text_area(key="pasted-a1").set_value(COMPANY).run()
    rows = [one for one in page("drafting").sidebar.button if "宝鸡渭岭泵阀有限公司" in one.label]
    assert {(one.icon, one.help) for one in rows} >= {
        (":material/edit_document:", "含汇总表起草"),
        (":material/schema:", "含维度对标、汇总表起草"),
    }


def test_the_day_of_a_bulk_run_does_not_change_by_an_upload(page: Open) -> None:
    app = page("drafting")
    assert app.date_input(key="bulk-as-of").value is None
    app.file_uploader(key="bulk-files").set_value([("甲.txt", COMPANY.encode(), "text/plain")]).run()
    assert app.date_input(key="bulk-as-of").value is None


def test_a_row_without_a_name_is_no_success(page: Open) -> None:
    app = page("drafting")
    table = "单位名称,所在区县,主要做法\n,大足区,推行首件三检制度，全员参与。\n"
    app.file_uploader(key="bulk-files").set_value([("台账.csv", table.encode(), "text/csv")]).run()
    app.button(key="bulk-run").click().run()
    assert any("其中 1 行没有名称" in one.value for one in app.warning)
