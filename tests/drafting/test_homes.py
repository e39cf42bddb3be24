"""Where somebody lives is private and no workplace; all that is private in a sentence is shown."""

from datetime import date

import pytest

from assistant.drafting.material.model import Material
from assistant.drafting.material.read import read_material

TITLE = "李国强，男，重庆长江船舶重工有限公司焊接一班班长。他摸索出“听弧辨缺”操作法，一次合格率由92.4%提高到99.1%。\n"


def of(text: str) -> Material:
    return read_material(texts={"材料": TITLE + text}, kind="individual", as_of=date(2024, 2, 7))


@pytest.mark.parametrize(
    "home",
    [
        "家住江北区，患有腰椎间盘突出。",
        "家在渝北区，离厂十公里。",
        "户籍地为江津区，中共党员。",
        "籍贯：重庆市合川区，汉族。",
        "老家在永川区，父母务农。",
        "现居住在大渡口区，已婚。",
        "祖籍綦江区，1976年出生。",
        "出生于长寿区，初中文化。",
        "住址：九龙坡区，邮编400050。",
        "住在南岸区，每天坐轻轨上班。",
    ],
)
def test_a_home_is_no_workplace(home: str) -> None:
    assert of(home).value("county") is None


@pytest.mark.parametrize("told", ["工作单位在江北区，", "公司位于江北区，", "所在区县：江北区\n"])
def test_a_workplace_beside_a_home_is_read(told: str) -> None:
    assert of(f"{told}\n家住渝北区，已婚。").value("county") == "江北区"


@pytest.mark.parametrize(
    "illness", ["患有腰椎间盘突出", "患有严重的颈椎病", "身患类风湿", "罹患罕见病", "患上职业性皮炎", "得了滑膜炎"]
)
def test_all_that_is_private_in_a_sentence_is_shown(illness: str) -> None:
    (flag,) = (flag for flag in of(f"家住江北区，{illness}。").flags if flag.code == "PERSONAL_PRIVACY")
    assert any("家住江北区" in span.quote and illness in span.quote for span in flag.spans)


@pytest.mark.parametrize("service", ["为患有高血压的居民建立档案。", "对患有糖尿病的老人每周随访一次。"])
def test_those_a_service_is_for_are_nobody(service: str) -> None:
    assert "PERSONAL_PRIVACY" not in {flag.code for flag in of(service).flags}
