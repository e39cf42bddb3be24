"""A notice added by hand of a district whose city has an award of its own here: it answers for its own award alone."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answering.opening import open_assistant
from assistant.answering.pipeline import Assistant
from assistant.answering.sheetless import with_sheetless
from assistant.library.intake import add_file
from assistant.library.seed import open_library
from assistant.retrieval.index import refresh
from assistant.settings import CHECKOUT, Settings

NOTICE = """璧山区人民政府办公室关于印发《璧山区区长质量管理奖管理办法》的通知

璧山府办发〔2024〕12号

各镇人民政府、街道办事处，区政府各部门，有关单位：

《璧山区区长质量管理奖管理办法》已经区政府同意，现印发给你们，请认真贯彻执行。

璧山区人民政府办公室
2024年5月20日

璧山区区长质量管理奖管理办法

第一条 为引导和激励全区各类组织加强质量管理，推动质量强区建设，制定本办法。

第二条 区长质量管理奖是区政府设立的最高质量荣誉，每两年评选一次，每次获奖组织不超过3家，可以空缺。

第三条 对获得区长质量管理奖的组织，由区政府一次性给予20万元奖励，奖励资金由区财政列支。

第四条 申报组织应当具备下列条件：
（一）在璧山区行政区域内注册登记，持续正常经营3年以上；
（二）建立并有效实施质量管理体系；
（三）近3年内未发生较大及以上质量、安全、环境污染事故。

第五条 申报组织应当于当年9月30日前向区市场监督管理局提交申报材料，逾期不予受理。

第六条 区市场监督管理局组织专家进行资料审核和现场评审，提出建议名单，在区政府网站公示7个工作日。

第七条 本办法自印发之日起施行。
"""


@pytest.fixture(scope="module")
def grown(indexed_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = tmp_path_factory.mktemp("district")
    shutil.copytree(indexed_home, home, dirs_exist_ok=True)
    settings = Settings(assistant_home=home, assistant_corpus=CHECKOUT / "corpus", embedding_model="", llm_base_url="")
    file = home / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    library = open_library(settings)
    add_file(library, file, "bishan")
    refresh(settings, library)
    yield open_assistant(settings, today=lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("璧山区区长质量管理奖奖励多少钱？什么时候交？", ("20万元", "9月30日前")),
        ("企业成立两年能报璧山的区长质量管理奖吗", ("3年以上",)),
        ("区长奖几年评一次，一次几家", ("每两年", "不超过3家")),
        ("重庆璧山区区长质量奖公示几天", ("7个工作日",)),
        ("璧山区长质量奖评几家，好久交", ("不超过3家", "9月30日前")),
        ("我们公司在璧山成立两年，能报区长质量管理奖吗", ("3年以上",)),
        ("区长质量管理奖要什么条件", ("3年以上", "质量管理体系", "近3年内")),
        ("壁山区的区长奖奖金是好多", ("20万元",)),
    ],
)
def test_it_answers_for_its_own_award_alone(grown: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = grown.ask(question)
    assert all(one in answer.body for one in told)
    assert {citation.document for citation in answer.citations} == {"bishan"}
    assert "期限已过" not in answer.text and not any("已过" in notice for notice in answer.notices)


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("市长质量管理奖公示几天", {"chongqing-2024"}),
        ("我们是璧山的企业，成立5年，能报市长质量管理奖吗", {"chongqing-2024"}),
        ("重庆市长质量管理奖评几家", {"chongqing-2024"}),
        ("璧山和宝鸡的奖金哪个高", {"bishan", "baoji-2024"}),
        ("区长质量管理奖对成立年限有什么要求，和市长质量管理奖比呢", {"bishan", "chongqing-2024"}),
    ],
)
def test_each_award_keeps_its_own(grown: Assistant, question: str, documents: set[str]) -> None:
    assert {citation.document for citation in grown.ask(question).citations} == documents


def test_who_is_in_the_district_hears_of_both(grown: Assistant) -> None:
    body = grown.ask("我们公司在璧山，能报哪个奖").body
    assert "重庆市市长质量管理奖：" in body and "璧山区区长质量管理奖也收录了文件" in body


@pytest.mark.parametrize("question", ["渝中区区长质量管理奖奖金多少", "江津区长奖评几家"])
def test_another_district_s_award_is_not_held(grown: Assistant, question: str) -> None:
    answer = grown.ask(question)
    assert not answer.citations and "没有收录" in answer.text


def test_rules_that_go_on_name_a_day_of_every_round(grown: Assistant) -> None:
    (award,) = [one for one in grown.awards if one.document == "bishan"]
    assert award.timeliness.standing and award.timeliness.label == "每届9月30日前"
    assert "每届9月30日前" in grown.ask("现在还能报璧山区长奖吗").body


@pytest.mark.parametrize(
    ("title", "said", "standing", "label"),
    [
        ("关于开展2025年渭南市质量奖评选的通知", "材料于2025年9月30日前报送", False, "2025年9月30日前"),
        ("渭南市质量奖实施方案", "评选年度的6月30日前提交申报材料", True, "每届6月30日前"),
        ("渭南市质量奖实施方案", "每年8月1日前向市局申报", True, "每届8月1日前"),
        ("渭南市质量奖管理办法（试行）", "于5月31日前提交申报材料", True, "每届5月31日前"),
        ("渭南市质量奖管理办法", "由市局组织申报", True, ""),
        ("关于开展第三届渭南市质量奖评选的通知", "于7月15日前报送材料", False, "7月15日前"),
    ],
)
def test_a_deadline_without_a_year(tmp_path: Path, title: str, said: str, standing: bool, label: str) -> None:
    settings = Settings(assistant_home=tmp_path, assistant_corpus=CHECKOUT / "corpus", embedding_model="")
    file = tmp_path / "notice.txt"
    file.write_text(
        f"渭南市人民政府文件\n\n{title}\n\n各县区人民政府：\n\n一、申报条件\n\n在本市注册满3年。\n\n"
        f"二、申报时间\n\n申报单位{said}，开展评选。\n\n渭南市人民政府\n\n2025年3月1日\n",
        encoding="utf-8",
    )
    library = open_library(settings)
    document, _ = add_file(library, file, "weinan")
    award = with_sheetless({}, library)[document.id]
    assert award.timeliness.standing is standing
    assert award.timeliness.label.startswith(label) and bool(award.timeliness.label) is bool(label)
