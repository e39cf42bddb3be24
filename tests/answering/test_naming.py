"""Which award a question is about: names, short names, regions, districts, and what the library does not hold."""

import pytest

from assistant.answering.cues import load_cues
from assistant.answering.landmarks import landmarks
from assistant.answering.naming import AwardNames
from assistant.knowledge.awards import load_awards
from assistant.settings import CHECKOUT

CORPUS = CHECKOUT / "corpus"
NAMES = AwardNames(load_awards(CORPUS), load_cues(CORPUS))


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ("兰州的奖几年有效", ("lanzhou",)),
        ("我们在榆中县，能评什么", ("lanzhou",)),
        ("眉县的合作社报名找谁", ("baoji",)),
        ("盂县推荐几个名额", ("yangquan",)),
        ("重庆市长质量管理奖评几家", ("chongqing-mayor",)),
        ("重庆那边国家质量奖的名额", ("china-chongqing",)),
        ("重庆的汇总表交到哪", ("china-chongqing", "chongqing-mayor")),
        ("张掖的企业想报国家奖", ("china-gansu",)),
        ("宝鸡和阳泉哪个奖金高", ("baoji", "yangquan")),
        ("中国质量奖多久评一次", ("china-chongqing", "china-gansu")),
    ],
)
def test_the_award_is_named_by_name_region_or_district(text: str, awards: tuple[str, ...]) -> None:
    assert set(NAMES.find(text).awards) == set(awards)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("成都市政府质量奖有奖金吗", "成都"),
        ("深圳市市长质量奖的申报条件是啥", "深圳"),
        ("戴明奖怎么申请", "戴明奖"),
        ("太原的质量奖怎么评", "太原"),
        ("欧洲EFQM奖的模型是什么", "EFQM"),
    ],
)
def test_an_award_outside_the_library_is_named_as_unknown(text: str, unknown: str) -> None:
    naming = NAMES.find(text)
    assert naming.awards == ()
    assert naming.unknown is not None
    assert unknown in naming.unknown


@pytest.mark.parametrize("text", ["公示几天", "要不要交钱", "材料一式几份"])
def test_a_question_that_names_nothing_names_nothing(text: str) -> None:
    assert NAMES.find(text) == type(NAMES.find(text))(())


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("重庆市渝北区区长质量奖", "渝北区区长质量奖"),
        ("天水市质量奖几年评一次", "天水市质量奖"),
        ("江苏省省长质量奖奖金", "江苏省省长质量奖"),
    ],
)
def test_the_own_award_of_a_district_or_another_city_is_not_its_superior_s(text: str, unknown: str) -> None:
    found = NAMES.find(text)
    assert found.awards == ()
    assert unknown in (found.unknown or "")


def test_a_district_s_award_beside_one_we_hold_leaves_that_one_named() -> None:
    assert NAMES.find("得过金台区质量奖，能报宝鸡市质量奖吗").awards == ("baoji",)
    assert NAMES.find("宝鸡高新区质量奖励有多少").awards == ("baoji",)


def test_a_document_number_names_the_awards_of_its_document() -> None:
    told = {"lanzhou-2023": "兰政发〔2023〕32号", "baoji-2024": "依据办法（宝政发〔2022〕16号）"}
    numbers = {document: landmarks(text) for document, text in told.items()}
    names = AwardNames(load_awards(CORPUS), load_cues(CORPUS), numbers)
    assert names.find("兰政发32号文是哪天落款的").awards == ("lanzhou",)
    assert names.find("宝政发16号还管用吗").awards == ("baoji",)


def test_a_number_two_documents_cite_names_neither() -> None:
    numbers = {"lanzhou-2023": {"国办发"}, "baoji-2024": {"国办发"}}
    assert AwardNames(load_awards(CORPUS), load_cues(CORPUS), numbers).find("国办发5号说了啥").awards == ()


def test_words_of_one_notice_alone_name_its_award() -> None:
    told = {
        "chongqing-2024": "渝经信科技〔2024〕5号\n送至大厅（两江新区云杉南路12号）。联系人：科技处曹文华，023—63895941",
        "china": "联系人：鲁永武 王宏\n地 址：兰州市城关区金昌南路 279 号",
    }
    names = AwardNames(load_awards(CORPUS), load_cues(CORPUS), {one: landmarks(text) for one, text in told.items()})
    for called in ("渝经信那份通知", "云杉南路那个大厅", "打63895941", "曹文华的电话"):
        assert set(names.find(called).awards) == {"china-chongqing", "chongqing-mayor"}, called


@pytest.mark.parametrize(
    ("text", "left", "others"),
    [
        ("市级的奖里除了宝鸡哪个名额最多", {"baoji"}, {"lanzhou", "yangquan"}),
        ("除了兰州哪个公示时间最长", {"lanzhou"}, {"baoji", "yangquan"}),
        ("除了宝鸡和兰州，哪个奖金最高", {"baoji", "lanzhou"}, {"yangquan"}),
    ],
)
def test_of_what_is_ranked_an_award_left_out_is_not_the_one_asked_for(
    text: str, left: set[str], others: set[str]
) -> None:
    found = set(NAMES.find(text).awards)
    assert not found & left and others <= found


@pytest.mark.parametrize(
    "text", ["最近国家的质量奖开始申报了吗", "市里的奖最晚什么时候交材料", "个人能报吗，最多评几个"]
)
def test_a_superlative_of_no_award_restricts_to_no_group(text: str) -> None:
    assert load_cues(CORPUS).group(text) is None
