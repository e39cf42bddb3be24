"""维度对标: practices against several frameworks, corrected by hand, covered, exported, kept in the case."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from assistant.mapping.coverage import MappingResult
from assistant.ui.components.mapping_coverage import chart_of
from assistant.ui.components.mapping_export import practice_table, sheet, workbook
from assistant.ui.components.mapping_reading import chosen, mapped, practices, sentences
from assistant.ui.components.mapping_state import Changes, Chart
from tests.ui.conftest import html_of
from tests.ui.materials import COMPANY, PERSON

Open = Callable[[str], AppTest]
TEXTS = (("材料.txt", COMPANY),)
BOTH = ("china", "gbt19580")


def _pasted(page: Open, text: str = COMPANY) -> AppTest:
    app = page("mapping")
    app.text_area(key="pasted-a1").set_value(text).run()
    assert not app.exception and not app.error
    return app


def _practice(app: AppTest, words: str) -> str:
    """The id of the practice that holds these words."""
    rows = practices((("粘贴的材料", app.text_area(key="pasted-a1").value),), Changes())
    return next(identifier for identifier, text in rows if words in text)


@pytest.fixture
def results() -> dict[str, MappingResult]:
    return mapped(TEXTS, Changes(), BOTH)


def test_empty_page_asks_for_material(page: Open) -> None:
    app = page("mapping")
    assert not app.exception and not app.error
    assert "交来自述" in html_of(app)


def test_same_practice_stands_under_two_frameworks_side_by_side(page: Open) -> None:
    shown = html_of(_pasted(page))
    cards = [re.sub("</?em>", "", one) for one in shown.split("<div class='practice'>")]
    card = next(one for one in cards if "装配一次合格率" in one)
    assert "中国质量奖" in card and "质量提升" in card and "GB/T 19580" in card


def test_frameworks_are_chosen_and_kept(page: Open) -> None:
    app = _pasted(page)
    app.multiselect(key="mapping-frameworks").set_value(["yangquan-org"]).run()
    assert "阳泉市质量奖" in html_of(app)
    fresh = page("mapping")
    fresh.query_params["case"] = app.query_params["case"]
    fresh.run()
    assert fresh.multiselect(key="mapping-frameworks").value == ["yangquan-org"]


def test_label_is_corrected_undone_and_survives_a_reload(page: Open) -> None:
    app = _pasted(page)
    key = _practice(app, "退货率")
    app.button(key=f"open-{key}").click().run()
    app.multiselect(key=f"labels-{key}-china").set_value(["品牌影响"]).run()
    assert "<span class='main hand'>品牌影响</span>" in html_of(app)
    fresh = page("mapping")
    fresh.query_params["case"] = app.query_params["case"]
    fresh.run()
    assert "<span class='main hand'>品牌影响</span>" in html_of(fresh)
    fresh.button(key="map-undo").click().run()
    assert "hand" not in html_of(fresh).split("</style>")[-1]


def test_detail_gives_the_reason_and_the_clause(page: Open) -> None:
    app = _pasted(page)
    key = _practice(app, "退货率")
    app.button(key=f"open-{key}").click().run()
    assert any("归入的理由" in caption.value for caption in app.caption)
    assert any("原文依据" in caption.value for caption in app.caption)


def test_practice_left_out_is_brought_back(page: Open) -> None:
    app = _pasted(page)
    key = _practice(app, "12家")
    app.button(key=f"open-{key}").click().run()
    app.button(key=f"drop-{key}").click().run()
    assert any("已移出" in caption.value for caption in app.caption)
    app.button(key="back-0").click().run()
    assert not any("已移出" in caption.value for caption in app.caption)


def test_added_practice_is_mapped() -> None:
    added = "建立首件三检制度，不合格不转入下道工序，检验合格率提高到99%。"
    result = mapped((), Changes(added=(added,)), ("china",))["china"]
    assert [one.text for one in result.practices] == [added] and result.practices[0].dimensions


def test_secrets_are_neither_mapped_nor_shown_as_practices() -> None:
    assert not any("镍铬硅" in row for row in sentences(TEXTS).rows)
    assert any("商业秘密" in message for message in sentences(TEXTS).left_out)


def test_sentence_of_basic_facts_is_no_practice_but_can_be_made_one() -> None:
    row = next(one for one in sentences(TEXTS).rows if "有员工412人" in one)
    read = mapped(TEXTS, Changes(), ("china",))["china"]
    assert not next(one for one in read.practices if one.text == row).dimensions
    by_hand = mapped(TEXTS, Changes(labels={row: {"china": ("创新发展",)}}), ("china",))["china"]
    assert next(one for one in by_hand.practices if one.text == row).dimensions[0].name == "创新发展"


def test_correction_by_hand_wins_and_clearing_leaves_the_sentence_unmapped() -> None:
    text = next(row for row in sentences(TEXTS).rows if "退货率" in row)
    by_hand = Changes(labels={text: {"china": ("示范推广", "品牌影响"), "gbt19580": ()}})
    after = mapped(TEXTS, by_hand, BOTH)
    (row,) = [one for one in after["china"].practices if one.text == text]
    assert [one.name for one in row.dimensions] == ["示范推广", "品牌影响"]
    assert not next(one for one in after["gbt19580"].practices if one.text == text).dimensions


def test_frameworks_fit_the_kind_of_applicant() -> None:
    assert chosen(Chart(), TEXTS) == BOTH
    assert chosen(Chart(), (("事迹.txt", PERSON),)) == ("yangquan-ind",)


def test_gap_has_a_question_and_a_clause(results: dict[str, MappingResult]) -> None:
    for result in results.values():
        for gap in result.gaps:
            assert str(gap["question"]).endswith(("？", "?")) and gap["evidence"]


def test_chart_has_a_row_for_every_dimension_and_cuts_no_label(results: dict[str, MappingResult]) -> None:
    spec = chart_of(results["gbt19580"]).to_dict()
    (rows,) = spec["datasets"].values() if "datasets" in spec else [spec["layer"][0]["data"]["values"]]
    assert rows[0]["维度"] == "领导（110 分）" and len(rows) == 7
    assert spec["layer"][0]["encoding"]["y"]["axis"]["labelLimit"] == 0


def test_export_opens_and_holds_every_mapped_practice(results: dict[str, MappingResult]) -> None:
    book = load_workbook(io.BytesIO(workbook(results)))
    assert book.sheetnames == ["质量实践", "覆盖与差距"]
    mapped_rows = sum(bool(one.dimensions) for result in results.values() for one in result.practices)
    assert book["质量实践"].max_row == mapped_rows + 1
    lines = list(csv.reader(io.StringIO(sheet(practice_table(results)).decode("utf-8-sig"))))
    assert len(lines) == mapped_rows + 1


def test_cell_that_begins_like_a_formula_stays_text() -> None:
    assert sheet([("=1+1",)]).decode("utf-8-sig").strip() == "'=1+1"


ACCIDENT = "2023年3月，公司发生一起装配线夹手轻伤事故，已按程序处理。"
TABLE = "获得荣誉一览表\n序号\t荣誉名称\t授予单位\t获得时间\n1\t全国质量标杆\t工业和信息化部\t2022年10月\n"


def test_titles_heads_awards_and_accidents_are_no_practices() -> None:
    read = mapped((("材料.txt", f"{COMPANY}\n{ACCIDENT}\n{TABLE}"),), Changes(), BOTH)
    for result in read.values():
        told = [one.text for one in result.practices if one.dimensions]
        assert not [text for text in told if "荣誉" in text or "全国质量标杆" in text or "夹手" in text]
        assert [text for text in told if "工票" in text]


def test_what_is_done_about_accidents_is_still_a_practice() -> None:
    (row,) = mapped((), Changes(added=("凡发生质量事故，当班停线，24小时内复盘并更新作业标准。",)), ("china",)).values()
    assert row.practices[0].dimensions


def test_an_accident_can_be_given_a_dimension_by_hand() -> None:
    texts = (("材料.txt", f"{COMPANY}\n{ACCIDENT}\n"),)
    after = mapped(texts, Changes(labels={ACCIDENT: {"china": ("质量提升",)}}), ("china",))["china"]
    assert next(one for one in after.practices if one.text == ACCIDENT).dimensions[0].name == "质量提升"
