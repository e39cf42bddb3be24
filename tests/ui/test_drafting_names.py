"""What the sidebar and the list of rows call an applicant, and how a figure without a source is marked."""

from assistant.ui import session
from assistant.ui.components.drafting_bulk_rows import _name
from assistant.ui.components.drafting_marks import Mark, marked_html
from tests.ui.materials import COMPANY
from tests.ui.test_drafting import Open, _pasted


def test_a_case_follows_the_name_of_its_applicant(page: Open) -> None:
    app = _pasted(page, COMPANY)
    for name in ("改一次名齿轮有限公司", "改两次名齿轮有限公司"):
        app.text_input(key="fact-a1-name").set_value(name).run()
        names = [one.name for one in session.store().headings()]
        assert names.count(name) == 1
    assert "改一次名齿轮有限公司" not in names


def test_a_row_without_a_name_is_called_by_its_place() -> None:
    assert _name({"source": "名单.csv 第6行", "row": {"name": "【待补充】"}}) == "名单.csv 第6行（没有名称）"
    assert _name({"source": "名单.csv 第7行", "row": {"name": "甲厂"}}) == "甲厂"


def test_a_figure_is_marked_only_where_it_stands_by_itself() -> None:
    shown = marked_html([Mark("2016年起投诉由30起降到0起，1.0版0起。", (), True, ("0起", "0"), ("没有",))])
    assert "2016年起投诉由30起降到<mark class='unsourced'>0起</mark>" in shown
    assert "1.0版<mark class='unsourced'>0起</mark>" in shown
