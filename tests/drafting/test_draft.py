"""Drafts keep their limits, name the applicant's own method, and rest on the material to the last figure."""

import random
import re

from assistant.drafting.draft import draft
from assistant.drafting.limits import count_characters
from assistant.drafting.model import TO_BE_FILLED
from assistant.drafting.selection import Item, choose
from assistant.drafting.sourcing import take_inventory
from tests.drafting.materials import FOUNDRY, WELDER, read


def test_the_line_names_the_method_and_how_it_works() -> None:
    line = draft(read(FOUNDRY)).characterisation
    assert line.startswith("一包一签，")
    assert "回炉" in line
    assert count_characters(line) <= 25


def test_the_profile_opens_with_the_four_elements_and_tells_the_result() -> None:
    profile = draft(read(FOUNDRY)).profile
    for piece in (
        "2010年4月",
        "有限责任公司（自然人独资）",
        "铸铁件、铸钢件的生产与销售",
        "员工230人",
        "由6.1%降到1.9%",
    ):
        assert piece in profile
    assert count_characters(profile) <= 300


def test_missing_elements_are_left_to_be_filled() -> None:
    profile = draft(read("甲乙丙有限公司在兰州市西固区。")).profile
    assert profile.count(TO_BE_FILLED) == 4


def test_two_readings_stand_side_by_side_to_be_checked() -> None:
    profile = draft(read("甲乙丙有限公司\n公司现有员工346人。人事台账显示职工总数301人。")).profile
    assert "【待核：材料载346人、301人两说】" in profile


def test_a_person_is_presented_in_the_third_person() -> None:
    text = "我叫亓小满，男，阳泉某某公司钳工。我琢磨出“听音辨隙法”，装配返工率由5%降到1%。"
    profile = draft(read(text, "individual")).profile
    assert profile.startswith("亓小满，男")
    assert "我" not in profile
    assert "由5%降到1%" in profile


def test_every_sentence_has_evidence_in_the_material() -> None:
    written = draft(read(WELDER, "individual"))
    assert "".join(source.sentence for source in written.sources[1:]) == written.profile
    for source in written.sources:
        assert source.evidence
        assert all(WELDER[span.start : span.end] == span.quote for span in source.evidence)


def test_no_contact_reaches_the_profile() -> None:
    assert "0917" not in draft(read(FOUNDRY)).profile


def test_other_wordings_keep_the_limits() -> None:
    limits = {"characterisation": 25, "profile": 300}
    others = draft(read(FOUNDRY)).alternatives
    assert others
    assert all(count_characters(other.text) <= limits[other.column] for other in others)


def test_an_empty_material_gives_a_draft_that_asks_for_everything() -> None:
    written = draft(read(""))
    assert written.characterisation == TO_BE_FILLED
    assert written.honours_text() == "无"


def test_shuffled_and_cut_material_never_breaks_a_limit_or_invents_a_figure() -> None:
    dice = random.Random(7)
    for _ in range(60):
        lines = re.findall(r"[^。\n]+[。\n]?", FOUNDRY)
        dice.shuffle(lines)
        material = read("".join(lines)[: dice.randrange(1, len(FOUNDRY))])
        written = draft(material)
        assert count_characters(written.characterisation) <= 25
        assert count_characters(written.profile) <= 300
        assert take_inventory(material).unsourced(written.profile) == []


def test_the_choice_of_sentences_fills_the_budget_with_the_most_worth() -> None:
    items = [Item("甲" * 60, 5.0, 1, 0, 0), Item("乙" * 50, 4.0, 2, 1, 1), Item("丙" * 50, 4.0, 4, 2, 2)]
    assert [item.text[0] for item in choose(items, 100)] == ["乙", "丙"]


DOUBTFUL = "兰州金霞养老服务中心，2012年登记，有员工46人。\n2022年被民政部评为全国养老服务先进单位。\n"


def test_a_doubtful_honour_alone_leaves_the_column_open_instead_of_none() -> None:
    material = read(DOUBTFUL)
    written = draft(material)
    assert written.honours_text().startswith("【待核实】有 1 项荣誉存疑")
    assert "全国养老服务先进单位" not in written.honours_text()
    assert written.as_json()["honours"] == []
    (told,) = [flag.message for flag in material.flags if flag.code == "NO_QUALIFYING_HONOUR"]
    assert "【待核实】" in told


def test_no_honour_at_all_is_none() -> None:
    assert draft(read("兰州金霞养老服务中心，2012年登记，有员工46人。\n")).honours_text() == "无"
