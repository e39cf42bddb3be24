"""汇总表起草: from pasted material to facts, texts, honours, flags and the form, everything kept in the case."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from streamlit.testing.v1 import AppTest

from assistant.drafting.flags import messages
from assistant.drafting.form_rows import Heading
from assistant.drafting.limits import count_characters
from assistant.errors import UnusableInputError
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.drafting_bulk_files import applicants_of_uploads, unpacked
from assistant.ui.components.drafting_correction import BY_HAND, corrected, honour_key
from assistant.ui.components.drafting_emphasis import emphasised, frameworks_for
from assistant.ui.components.drafting_form import written
from assistant.ui.components.drafting_marks import marked_html, marks_of
from assistant.ui.components.drafting_reading import read, untouched
from assistant.ui.components.drafting_source import material_html
from assistant.ui.components.drafting_state import Work
from assistant.ui.components.drafting_variants import line_variants, offered_lines, profile_variants
from tests.ui.conftest import html_of
from tests.ui.materials import COMPANY, PERSON

Open = Callable[[str], AppTest]
LINE, PROFILE = "text-a1-line", "text-a1-profile"
ON = "2024-03-01"


def _work(text: str = COMPANY) -> Work:
    return Work("a1", (("材料.txt", text),), as_of=ON)


def _pasted(page: Open, text: str = COMPANY) -> AppTest:
    app = page("drafting")
    app.text_area(key="pasted-a1").set_value(text).run()
    assert not app.exception
    return app


def _reloaded(page: Open, app: AppTest) -> AppTest:
    """Another browser session at the same address."""
    fresh = page("drafting")
    fresh.query_params["case"] = app.query_params["case"]
    return fresh.run()


def test_empty_page_offers_to_take_material(page: Open) -> None:
    app = page("drafting")
    assert not app.exception and not app.error
    assert app.text_area(key="pasted-a1").value == ""
    assert "交来一个申报主体的材料" in html_of(app)


def test_pasted_material_becomes_facts_and_texts_within_the_limits(page: Open) -> None:
    app = _pasted(page)
    assert app.text_input(key="fact-a1-name").value == "宝鸡渭岭泵阀有限公司"
    assert app.text_input(key="fact-a1-employees").value == "412"
    assert 0 < count_characters(app.text_area(key=LINE).value) <= 25
    assert 100 < count_characters(app.text_area(key=PROFILE).value) <= 300
    assert "镍铬硅" not in app.text_area(key=PROFILE).value


def test_everything_is_there_after_a_reload(page: Open) -> None:
    app = _pasted(page)
    app.text_area(key=LINE).set_value("三色工票法，红票工序停线").run()
    app.text_input(key="heading-department").set_value("金台区市场监督管理局").run()
    fresh = _reloaded(page, app)
    assert fresh.text_area(key=LINE).value == "三色工票法，红票工序停线"
    assert fresh.text_area(key="pasted-a1").value == COMPANY
    assert fresh.text_input(key="heading-department").value == "金台区市场监督管理局"


def test_a_corrected_fact_enters_the_draft_and_can_be_taken_back(page: Open) -> None:
    app = _pasted(page)
    app.text_input(key="fact-a1-employees").set_value("430").run()
    assert "现有员工430人" in app.text_area(key=PROFILE).value
    app.button(key="reset-a1-employees").click().run()
    assert "现有员工412人" in app.text_area(key=PROFILE).value


def test_a_fact_the_material_contradicts_says_so_and_is_kept_or_restored(page: Open) -> None:
    app = _pasted(page)
    app.text_input(key="fact-a1-employees").set_value("421").run()
    assert "材料写的是“412”，与手工填的“421”不一致" in html_of(app)
    assert "data-goes='place-employees-0'" in html_of(app)
    assert "手工填的与材料写的不一致" in html_of(app)  # among the flags as well
    app.button(key="keep-a1-employees").click().run()
    assert "您已确认按手工填的" in html_of(app)
    assert "手工填的与材料写的不一致" not in html_of(app)
    app.button(key="undo").click().run()
    assert "请核对：保留手工填的，或恢复材料的说法" in html_of(app)
    app.button(key="reset-a1-employees").click().run()
    assert app.text_input(key="fact-a1-employees").value == "412"
    assert "不一致" not in html_of(app)


def test_case_is_named_after_its_applicant(page: Open) -> None:
    app = _pasted(page)
    assert session.store().load(app.query_params["case"]).name == "宝鸡渭岭泵阀有限公司"


def test_edits_are_undone_and_redone(page: Open) -> None:
    app = _pasted(page)
    before = app.text_area(key=PROFILE).value
    app.text_area(key=PROFILE).set_value("公司自己写的简况。").run()
    app.button(key="undo").click().run()
    assert app.text_area(key=PROFILE).value == before
    app.button(key="redo").click().run()
    assert app.text_area(key=PROFILE).value == "公司自己写的简况。"


def test_text_over_the_limit_is_kept_whole_and_its_overflow_shown(page: Open) -> None:
    app = _pasted(page)
    long = "三色工票法" * 5 + "停线"  # 27 characters: two over 25
    app.text_area(key=LINE).set_value(long).run()
    assert app.text_area(key=LINE).value == long
    assert "27 / 25 字，超出 2 字：“停线”" in html_of(app)
    assert any("超出部分为“停线”" in error.value for error in app.error)


def test_unsourced_figure_of_an_edit_is_marked(page: Open) -> None:
    app = _pasted(page)
    app.text_area(key=PROFILE).set_value("公司2023年产值达到9亿元。").run()
    assert "<mark class='unsourced'>" in html_of(app)
    assert any("找不到" in warning.value for warning in app.warning)


def test_candidate_is_picked_and_shorter_wording_is_shorter(page: Open) -> None:
    app = _pasted(page)
    other = offered_lines(read(_work()))[1]
    app.button(key="candidate-1").click().run()
    assert app.text_area(key=LINE).value == other
    app.button(key="variant-profile-更短").click().run()
    assert count_characters(app.text_area(key=PROFILE).value) <= 240


def test_honours_can_be_moved_and_the_form_follows(page: Open) -> None:
    app = _pasted(page)
    app.date_input(key="as-of-a1").set_value(date(2024, 3, 1)).run()
    honours = read(_work()).material.honours
    number = next(i for i, one in enumerate(honours) if one.standing != "listed")
    app.button(key=f"honour-move-{number}").click().run()
    assert honours[number].name in html_of(app).split("class='paper'")[1]


def test_flags_say_what_on_which_words(page: Open) -> None:
    shown = html_of(_pasted(page, COMPANY.replace("，有员工412人", "，有员工412人；另一处写员工500人")))
    assert "商业秘密，未写入" in shown and "镍铬硅三号" in shown
    assert "TRADE_SECRET" in shown


def test_second_applicant_gets_a_row_of_its_own_and_can_be_brought_back(page: Open) -> None:
    app = _pasted(page)
    app.button(key="applicant-add").click().run()
    app.text_area(key="pasted-a2").set_value(PERSON).run()
    assert app.radio(key="kind-a2").value == "individual"
    assert all(name in html_of(app).split("class='paper'")[1] for name in ("宝鸡渭岭泵阀有限公司", "田守锋"))
    app.button(key="applicant-drop").click().run()
    assert "田守锋" not in html_of(app)
    app.button(key="applicant-restore").click().run()
    assert "田守锋" in html_of(app)


def test_preview_has_the_eight_heads_of_the_form(page: Open) -> None:
    paper = html_of(_pasted(page)).split("class='paper'")[1]
    assert paper.count("<th scope='col'>") == 8
    assert "推荐质量领域优质组织和个人信息汇总表" in paper


def test_material_cannot_act_on_the_page(page: Open) -> None:
    app = _pasted(page, COMPANY + "<script>alert(1)</script> $x^2$ ![](http://a) **粗**\n")
    assert not app.exception
    assert "<script>alert" not in html_of(app)


def test_downloaded_form_holds_the_row_word_for_word() -> None:
    work = _work()
    row = read(work).row(work.edits)
    word, sheet, _ = written((row,), Heading(department="金台区"))
    cells = [cell.text for cell in Document(io.BytesIO(word)).tables[0].rows[1].cells]
    assert cells[1] == "宝鸡渭岭泵阀有限公司" and cells[3] == row.profile
    assert sheet.startswith(b"PK")


def test_every_generated_sentence_has_a_source_and_none_is_marked() -> None:
    reading = read(_work())
    marks = marks_of(reading.draft.profile, reading)
    assert marks and all(mark.evidence and not mark.problems for mark in marks)
    assert all(quote in COMPANY for mark in marks for quote in mark.evidence)


def test_sealed_figures_are_no_source_for_an_edit() -> None:
    (mark,) = marks_of("涂层比例为6:3:1，配方为镍铬硅三号。", read(_work()))
    assert mark.problems


def test_marks_escape_what_was_typed() -> None:
    shown = marked_html(marks_of("<img src=x onerror=alert(1)>公司写的。", read(_work())))
    assert "<img" not in shown and "&lt;" in shown


def test_correction_answers_the_missing_flag_and_names_its_source() -> None:
    material = untouched(_work(COMPANY.replace("，有员工412人", "").replace("，其中研发人员55人", "")))
    assert "MISSING_EMPLOYEES" in {flag.code for flag in material.flags}
    after = corrected(material, {"employees": "430"}, {})
    assert "MISSING_EMPLOYEES" not in {flag.code for flag in after.flags}
    assert after.facts["employees"].value == 430 and after.facts["employees"].span.file == BY_HAND


def test_fact_taken_out_is_missing_again() -> None:
    after = corrected(untouched(_work()), {"founded": ""}, {})
    assert "founded" not in after.facts
    assert "MISSING_FOUNDED" in {flag.code for flag in after.flags}


def test_taking_out_the_only_honour_leaves_the_column_empty_and_says_so() -> None:
    text = COMPANY.replace("陕西省质量标杆（陕西省工业和信息化厅）", "陕西省质量奖（陕西省人民政府）")
    material = untouched(_work(text))
    (honour,) = material.listed_honours
    after = corrected(material, {}, {honour_key(honour): "excluded"})
    assert not after.listed_honours
    assert "NO_QUALIFYING_HONOUR" in {flag.code for flag in after.flags}


def test_variants_stay_within_the_limits_and_name_no_unsourced_figure() -> None:
    reading = read(_work())
    lines = line_variants(reading, reading.draft.characterisation).values()
    profiles = profile_variants(reading, reading.draft.profile).values()
    assert all(count_characters(text) <= 25 for text in lines)
    assert all(count_characters(text) <= 300 for text in profiles)
    assert not [one for text in (*lines, *profiles) for one in reading.inventory.unsourced(text)]


def test_emphasis_keeps_the_limit_and_the_required_elements() -> None:
    reading = read(_work())
    offered = frameworks_for("organisation").items()
    for name, framework in ((one.name, key) for key, found in offered for one in found.dimensions):
        text = emphasised(reading.material, framework, name)
        assert count_characters(text) <= 300
        assert not text or text.startswith("公司2008年6月成立")


def test_source_box_marks_what_was_read_and_what_was_kept_out() -> None:
    shown = material_html(untouched(_work()))
    assert "<mark class='f' title='成立时间'>2008年6月</mark>" in shown
    assert "<mark class='out'" in shown and "id='place-employees-0'" in shown


def test_uploaded_files_are_read_and_a_bad_one_is_named(page: Open) -> None:
    app = page("drafting")
    files = [("甲.txt", COMPANY.encode("gb18030"), "text/plain"), ("坏.docx", b"nothing", "application/zip")]
    app.file_uploader(key="upload-a1-0").set_value(files).run()
    assert not app.exception
    assert app.text_input(key="fact-a1-name").value == "宝鸡渭岭泵阀有限公司"
    assert any("坏" in error.value for error in app.error)


def test_text_taken_out_is_brought_back(page: Open) -> None:
    app = _pasted(page)
    app.button(key="drop-a1-0").click().run()
    assert not app.session_state["pasted-a1"]
    app.button(key="restore-a1").click().run()
    assert app.text_area(key="pasted-a1").value == COMPANY


def test_bulk_run_writes_the_form_names_what_failed_and_survives_a_reload(page: Open) -> None:
    app = page("drafting")
    files = [
        ("甲.txt", COMPANY.encode(), "text/plain"),
        ("乙.txt", PERSON.encode(), "text/plain"),
        ("坏.docx", b"nothing", "application/zip"),
    ]
    app.file_uploader(key="bulk-files").set_value(files).run()
    app.button(key="bulk-run").click().run()
    assert not app.exception and not app.error
    fresh = _reloaded(page, app)
    for shown in (app, fresh):
        assert any("共 3 个申报主体，写入汇总表 2 行，1 个没有写入" in one.value for one in shown.warning)
        assert "坏.docx" in html_of(shown)
        assert "汇总表 DOCX" in {button.label for button in shown.get("download_button")}


def test_closing_date_outside_all_reason_does_not_break_the_page(page: Open) -> None:
    app = _pasted(page, COMPANY + "\n1949年10月1日\n")
    assert not app.error
    assert app.date_input(key="as-of-a1").value == date.today()


class _Upload:
    def __init__(self, name: str, data: bytes) -> None:
        self.name, self._data = name, data

    def getvalue(self) -> bytes:
        return self._data


def _archive(entries: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return held.getvalue()


def test_archive_gives_one_applicant_a_file_and_none_leads_outside(tmp_path: Path) -> None:
    data = _archive({"材料/甲.txt": COMPANY, "材料/乙.txt": PERSON, "../../外面.txt": "逃出"})
    with unpacked([_Upload("批量.zip", data)]) as places:
        labels = {one.label for one in applicants_of_uploads(places)}
        assert not (places[0].parent.parent.parent / "外面.txt").exists()
    assert {"材料", "外面.txt"} == labels  # two entries at the top: the folder is one applicant, the file another


def test_damaged_archive_is_named_in_one_sentence() -> None:
    with pytest.raises(UnusableInputError, match=r"批量\.zip"), unpacked([_Upload("批量.zip", b"nothing")]):
        pass


def test_table_gives_one_applicant_a_row() -> None:
    table = "单位名称,材料\n甲公司,甲公司2010年成立。\n乙公司,乙公司2012年成立。\n".encode("gb18030")
    with unpacked([_Upload("名单.csv", table)]) as places:
        assert len(applicants_of_uploads(places)) == 2


def test_wish_for_a_dimension_puts_it_first_or_says_why_not(page: Open) -> None:
    app = _pasted(page, COMPANY + "公司拥有发明专利12项，自主研发泵阀智能检测系统并在三条产线应用。\n")
    before = app.text_area(key=PROFILE).value
    app.selectbox(key="emphasis-dimension").set_value("创新发展").run()
    app.button(key="emphasise").click().run()
    after = app.text_area(key=PROFILE).value
    assert after != before and after.split("。")[1] != before.split("。")[1]
    app.button(key="emphasise").click().run()
    assert app.text_area(key=PROFILE).value == after
    assert any("没有改动" in one.value for one in app.info)


def test_shorter_is_a_step_and_keeps_the_work() -> None:
    reading = read(_work())
    size = count_characters(reading.draft.profile)
    shorter = profile_variants(reading, reading.draft.profile)["更短"]
    assert 0.6 * size <= count_characters(shorter) < size and "三色工票法" in shorter


def test_wish_that_cannot_be_met_says_so(page: Open) -> None:
    app = _pasted(page, "甲厂，2012年成立。甲厂推行“一物一码”。\n")
    app.button(key="variant-line-更具体").click().run()
    assert any("没有改动" in one.value for one in app.info)


def test_more_concrete_is_never_less_concrete() -> None:
    text = "甲厂，2012年成立。公司自2016年起探索形成“五零五控”质量管理模式，建成全过程追溯平台，CPK由1.12提升到1.67。\n"
    reading = read(_work(text))
    wish = line_variants(reading, reading.draft.characterisation)["更具体"]
    assert not wish or any(sign.isdigit() for sign in wish)


def test_edited_text_is_not_overwritten_unasked(page: Open) -> None:
    app = _pasted(page)
    app.text_area(key=LINE).set_value("三色工票法，红票工序停线").run()
    app.button(key="again").click().run()
    assert app.text_area(key=LINE).value == "三色工票法，红票工序停线"
    assert any("会换掉改过的文字" in one.value for one in app.warning)
    app.button(key="again-keep").click().run()
    assert app.text_area(key=LINE).value == "三色工票法，红票工序停线"
    app.button(key="again").click().run()
    app.button(key="again-all").click().run()
    assert app.text_area(key=LINE).value != "三色工票法，红票工序停线"


def test_only_one_of_two_edited_texts_can_be_written_anew(page: Open) -> None:
    app = _pasted(page)
    app.text_area(key=LINE).set_value("三色工票法，红票工序停线").run()
    app.text_area(key=PROFILE).set_value("公司自己写的简况。").run()
    app.button(key="again").click().run()
    app.button(key="again-profile").click().run()
    assert app.text_area(key=LINE).value == "三色工票法，红票工序停线"
    assert app.text_area(key=PROFILE).value != "公司自己写的简况。"


def test_text_edited_before_a_fact_changed_is_said_to_be_stale(page: Open) -> None:
    app = _pasted(page)
    app.text_area(key=PROFILE).set_value("公司有员工412人。").run()
    assert not any("没有跟着变" in one.value for one in app.warning)
    app.text_input(key="fact-a1-employees").set_value("430").run()
    assert any("没有跟着变" in one.value for one in app.warning)
    app.button(key="undo").click().run()
    assert not any("没有跟着变" in one.value for one in app.warning)


def test_garbled_material_and_open_columns_are_told(page: Open) -> None:
    app = _pasted(page, "烫烫烫烫 锟斤拷锟斤拷 营 业\n")
    assert any("乱码" in one.value for one in app.warning)
    shown = html_of(app)
    assert "没有找到申报主体的全称" in shown and "没有找到所属行业" in shown


def test_doubtful_honours_can_be_settled_and_the_column_follows(page: Open) -> None:
    app = _pasted(page, "兰州金霞养老服务中心，2012年登记，有员工46人。\n2022年被民政部评为全国养老服务先进单位。\n")
    app.date_input(key="as-of-a1").set_value(date(2024, 3, 1)).run()
    assert "【待核实】" in html_of(app).split("class='paper'")[1]
    app.button(key="honour-out-0").click().run()
    assert "【待核实】" not in html_of(app).split("class='paper'")[1]


def test_certificates_stand_in_one_line_not_among_the_honours(page: Open) -> None:
    app = _pasted(page, COMPANY + "通过ISO 9001、ISO 14001认证。\n")
    assert any("认证、资质不是荣誉" in one.value for one in app.caption)


def test_one_word_before_a_known_sentence_is_judged_with_it() -> None:
    reading = read(_work())
    marks = marks_of("以" + reading.draft.characterisation, reading)
    assert "以" not in [mark.text for mark in marks] and not [mark for mark in marks if not mark.evidence]


def _bulk(page: Open) -> AppTest:
    app = page("drafting")
    table = (
        "组织（个人）名称,区县,质量工作特色,荣誉\n"
        "重庆云岭阀门有限公司,綦江区,推行“首件三检”，一次交验合格率由91.1%提升到98.1%。,2019年6月重庆市市长质量管理奖（重庆市人民政府）\n"
        "李建设（个人）,渝北区,创“七步焊接法”，每道焊缝走七步。,\n"
    )
    app.file_uploader(key="bulk-files").set_value([("台账.csv", table.encode(), "text/csv")]).run()
    return app


def test_bulk_has_the_day_and_the_line_above_the_table(page: Open) -> None:
    app = _bulk(page)
    app.button(key="bulk-notice-day").click().run()
    app.text_input(key="bulk-heading-department").set_value("綦江区市场监督管理局").run()
    app.button(key="bulk-run").click().run()
    assert not app.exception and not app.error
    assert any("2024-02-22" in one.value for one in app.caption)
    case = session.store().load(app.query_params["case"])
    assert case.name.startswith("批量起草 2 家：重庆云岭阀门")
    document = Document(str(next((Path(settings().assistant_home) / "forms" / case.id).glob("*汇总表.docx"))))
    assert "綦江区市场监督管理局" in "".join(one.text for one in document.paragraphs)
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert "市长质量管理奖" in rows[1][5] and rows[2][1] == "李建设"


def test_row_of_a_bulk_run_opens_as_a_case_with_what_the_run_wrote(page: Open) -> None:
    app = _bulk(page)
    app.button(key="bulk-run").click().run()
    bulk = app.query_params["case"]
    app.button(key="bulk-open").click().run()
    assert not app.exception and app.query_params["case"] != bulk
    assert app.text_input(key="fact-a1-name").value == "重庆云岭阀门有限公司"
    assert app.text_area(key=LINE).value == "首件三检，一次交验合格率由91.1%升至98.1%"
    assert session.store().load(bulk).name.startswith("批量起草")


def _form(case: str) -> list[list[str]]:
    path = next((Path(settings().assistant_home) / "forms" / case).glob("*汇总表.docx"))
    return [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows]


def test_what_is_corrected_in_a_row_goes_back_into_the_batch_and_can_be_undone(page: Open) -> None:
    app = _bulk(page)
    app.button(key="bulk-run").click().run()
    bulk = app.query_params["case"]
    wrote = _form(bulk)
    app.button(key="bulk-open").click().run()
    own = app.query_params["case"]
    assert not [one for one in app.button if one.key == "bulk-write-back"]
    app.text_input(key="fact-a1-contact_name").set_value("王强").run()
    app.text_area(key=LINE).set_value("推行首件三检").run()
    app.button(key="bulk-write-back").click().run()
    assert not app.exception and not app.error
    assert not [one for one in app.button if one.key == "bulk-write-back"]
    after = _form(bulk)
    assert "推行首件三检" in " ".join(after[1]) and "王强" in " ".join(after[1]) and after[2] == wrote[2]
    needs = session.store().load(bulk).content["drafts"]["bulk"]["needs"]
    open_ = [need[0] for need in needs if need[3] == messages()["MISSING_CONTACT_NAME"]]
    assert open_ == ["李建设"]
    app.button(key="bulk-back").click().run()
    assert app.query_params["case"] == bulk
    app.button(key="bulk-undo").click().run()
    assert not app.exception and _form(bulk) == wrote
    # Opened again it is the same case, with what was corrected there.
    app.button(key="bulk-open").click().run()
    assert app.query_params["case"] == own and app.text_area(key=LINE).value == "推行首件三检"


def test_a_sentence_of_the_material_word_for_word_needs_no_check() -> None:
    told = "公司成立于1996年2月，民营企业，员工93人，主要生产棉纱，2023年营业收入0.41亿元。"
    reading = read(_work(f"单位名称：云岭纺织有限公司\n是否有意愿申报中国质量奖：否\n{told}\n"))
    assert not [mark.problems for mark in marks_of(told, reading) if mark.problems]
    assert [mark for mark in marks_of(told.replace("93", "95"), reading) if mark.problems]


def test_more_concrete_is_offered_while_a_candidate_tells_more() -> None:
    text = "云岭齿轮厂，2012年成立。推行“四眼互检”，上道查下道、下道查上道，换班前双人复核，返工率由6.2%降到0.8%。\n"
    reading = read(_work(text))
    line = reading.draft.characterisation
    for _ in range(3):
        line = line_variants(reading, line)["更短"] or line
    assert count_characters(line) < max(count_characters(one) for one in offered_lines(reading))
    seen = [line]
    while wish := line_variants(reading, seen[-1])["更具体"]:
        assert wish not in seen
        seen.append(wish)
    assert count_characters(seen[-1]) > count_characters(line)


def test_a_text_written_by_hand_is_shortened_itself_and_only_replaced_when_asked(page: Open) -> None:
    app = _pasted(page)
    own = "公司2012年成立，员工86人。推行三色工票法，红票停线。厂区种满了桂花，秋天很香，来客都爱拍照。"
    app.text_area(key=PROFILE).set_value(own).run()
    app.button(key="variant-profile-更短").click().run()
    shorter = app.text_area(key=PROFILE).value
    assert count_characters(shorter) < count_characters(own)
    assert all(part in own for part in shorter.replace("。", "，").split("，"))
    app.button(key="variant-profile-更具体").click().run()
    assert app.text_area(key=PROFILE).value == shorter
    assert any("您自己写的" in one.value for one in app.warning)
    app.button(key="replace-keep-profile").click().run()
    assert app.text_area(key=PROFILE).value == shorter and not any("您自己写的" in one.value for one in app.warning)
    app.button(key="variant-profile-更具体").click().run()
    app.button(key="replace-profile").click().run()
    assert app.text_area(key=PROFILE).value != shorter
    app.button(key="undo").click().run()
    assert app.text_area(key=PROFILE).value == shorter


def test_a_candidate_does_not_take_the_place_of_a_line_written_by_hand_unasked(page: Open) -> None:
    app = _pasted(page)
    app.text_area(key=LINE).set_value("三色工票法，红票工序停线").run()
    app.button(key="candidate-1").click().run()
    assert app.text_area(key=LINE).value == "三色工票法，红票工序停线"
    app.button(key="replace-line").click().run()
    assert app.text_area(key=LINE).value == offered_lines(read(_work()))[1]


def test_an_honour_listed_by_hand_that_is_anothers_or_has_no_year_is_told(page: Open) -> None:
    text = COMPANY_OF_TEAM
    app = _pasted(page, text)
    honours = read(_work(text)).material.honours
    for number, one in enumerate(honours):
        if one.standing != "listed":
            app.button(key=f"honour-move-{number}").click().run()
    told = "".join(warning.value for warning in app.warning)
    assert "获奖主体不是申报主体" in told and "不是申报主体的，请核实" in told and "没有写哪一年" in told
    assert "时间【待核实】" in re.sub("<[^>]+>", "", html_of(app).split("class='paper'")[1])


COMPANY_OF_TEAM = (
    "重庆云岭齿轮有限公司，2012年成立，地处大足区。推行“四眼互检”，返工率由6.2%降到0.8%。\n"
    "2022年5月获全国优秀质量管理小组（滚齿QC小组，中国质量协会）。公司还获得过重庆市质量标杆。\n"
)


def test_the_form_tab_repeats_what_may_keep_a_row_from_being_taken(page: Open) -> None:
    app = _pasted(
        page,
        "重庆云岭齿轮有限公司滚齿班组，2012年成立，地处大足区，机械制造业。推行“四眼互检”，返工率由6.2%降到0.8%。\n",
    )
    assert any(one.value.startswith("第1行") and "口径不清" in one.value for one in app.warning)


def test_what_is_open_is_counted_above_the_downloads(page: Open) -> None:
    text = (
        "重庆云岭齿轮有限公司，2012年成立，地处大足区。现有员工120人。公司有员工135人。\n"
        "推行“四眼互检”，返工率由6.2%降到0.8%。2023年5月获国家级专精特新“小巨人”企业（工业和信息化部）。\n"
    )
    app = _pasted(page, text)
    (told,) = [one.value for one in app.warning if one.value.startswith("第1行") and "【待补充】" in one.value]
    assert "1 处【待核】" in told and "1 项荣誉还没有决定" in told


@pytest.mark.parametrize(("place", "outside"), [("兰州市七里河区", True), ("陕西省眉县", True), ("大足区", False)])
def test_an_applicant_from_elsewhere_is_told_of_the_notice(page: Open, place: str, outside: bool) -> None:
    app = _pasted(
        page,
        f"云岭齿轮有限公司，2012年成立，地址：{place}。推行“四眼互检”，返工率由6.2%降到0.8%。\n所在区县：{place}\n",
    )
    told = [one.value for one in app.warning if "全市主导及支柱产业" in one.value]
    assert bool(told) is outside
