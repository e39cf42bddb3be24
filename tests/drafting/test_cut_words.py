"""A stretch taken out of a material begins where a word begins; a list's verb is said once, its nouns stay whole."""

from datetime import date

import pytest

from assistant.drafting.characterisation import characterisations
from assistant.drafting.material.read import read_material
from assistant.drafting.wording import cut_words
from assistant.verification.verify import verify_text

SOURCE = (
    "每袋面粉缝签，写明麦源地块、磨粉班次、磨粉师傅姓名，缺一项不出库。发现异常停线查原因，由质量工程师当班关闭。"
    "供应商每季度打分，一次交验合格率由96.2%提高到99.3%。磨削烧伤逐件登记，探伤合格率月月公布。"
    "首件检验记录在案，原料抽检合格才入库。公司开设质量课，陶映溪主讲。"
)
BROKEN = ["粉师傅姓名", "一袋一签，写明磨粉班次、粉师傅姓名", "伤逐件登记", "件检验记录在案", "料抽检合格才入库"]
WHOLE = [
    *["磨粉师傅姓名", "写明麦源地块、磨粉班次", "停线查原因", "供应商每季度打分", "质量工程师当班关闭", "每季度打分"],
    *[
        "合格率由96.2%提高到99.3%",
        "磨削烧伤逐件登记",
        "别处没有的说法",
        "班次",
        "设质量课",
        "陶映溪主讲",
        "工程师当班关闭",
    ],
]
LISTS = [
    "每袋面粉实行“一袋一签”，写明麦源地块、磨粉班次、磨粉师傅姓名，缺一项不出库。",
    "公司推行“四防一查”，落实防火措施、防盗措施、防汛措施，每班签字。",
    "车间推行“质三角”，质量班长、质量骨干、质量标兵每班碰头一次。",
    "站里推行“水三样”，每班取水源水、水厂水、水龙头水各一瓶化验。",
    "茶厂实行“一芽一票”，鲜叶标签写茶农姓名、茶园地块、茶青等级。",
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_cut_word_is_refused(text: str) -> None:
    assert cut_words(text, SOURCE)
    assert not verify_text(f"{text}[m]。", clauses={}, material=SOURCE).passed


@pytest.mark.parametrize("text", WHOLE)
def test_whole_words_are_left_alone(text: str) -> None:
    assert not cut_words(text, SOURCE)


@pytest.mark.parametrize("text", LISTS)
def test_every_item_of_a_list_keeps_its_word(text: str) -> None:
    material = read_material(texts={"材料": text}, kind="organisation", as_of=date(2024, 2, 7))
    told = text.replace("“", "").replace("”", "").rstrip("。").replace("，", "、").split("、")
    for line in characterisations(material):
        for item in line.text.replace("，", "、").split("、"):
            assert any(one.endswith(item) and item[:2] in one[:6] + one[-len(item) :] for one in told)
        assert not cut_words(line.text, text)


def test_a_verb_its_list_repeats_is_still_said_once() -> None:
    text = "班组推行“开班三查”，每班查图纸版本、查工装编号、查首件记录、查量具有效期并签字确认上墙公示。"
    material = read_material(texts={"材料": text}, kind="organisation", as_of=date(2024, 2, 7))
    assert not any(cut_words(line.text, text) for line in characterisations(material))
