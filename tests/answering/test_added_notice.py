"""Questions on a notice added by hand, of a county no gazetteer knows: answered from it and cited."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answering.answer import Status
from assistant.answering.composer import References, where
from assistant.answering.opening import open_assistant
from assistant.answering.pipeline import Assistant
from assistant.documents.model import Citation
from assistant.library.intake import add_file
from assistant.library.seed import open_library
from assistant.retrieval.index import refresh
from assistant.settings import CHECKOUT, Settings

NOTICE = """云岭省清源市白石县人民政府办公室文件

白政办发〔2025〕18号

白石县人民政府办公室关于开展第二届白石县县长质量奖评选工作的通知

各乡镇人民政府，县政府各部门，各有关企业：

经县政府同意，决定开展第二届白石县县长质量奖评选工作。现将有关事项通知如下：

一、评选范围

在白石县行政区域内依法登记注册，从事生产、经营、服务的企业和其他组织。

二、申报条件

（一）在本县注册并正常经营满4年；

（二）建立并有效运行质量管理体系，推行卓越绩效模式；

（三）近三年内未发生较大以上质量、安全、环保事故，无严重失信记录。

三、奖项名额

本届设县长质量奖2个、县长质量奖提名奖3个，达不到标准的可以空缺。

四、评选程序

（一）自愿申报。申报单位填写《白石县县长质量奖申报表》，一式4份，报所在乡镇人民政府。

（二）现场评审。组织专家进行材料评审和现场评审。

（三）公示审定。拟获奖名单在县政府网站公示7个工作日，无异议的报县政府常务会议审定。

五、奖励

对获得县长质量奖的单位，每家一次性奖励20万元；对获得提名奖的单位，每家一次性奖励5万元。

六、有关要求

申报材料于2025年9月30日前报送县市场监督管理局质量发展股。

联系人：周明远，联系电话：0999-6123456，地址：白石县人民路88号。

白石县人民政府办公室

2025年8月5日
"""


@pytest.fixture(scope="module")
def grown(indexed_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = tmp_path_factory.mktemp("grown")
    shutil.copytree(indexed_home, home, dirs_exist_ok=True)
    settings = Settings(assistant_home=home, assistant_corpus=CHECKOUT / "corpus", embedding_model="", llm_base_url="")
    file = home / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    library = open_library(settings)
    add_file(library, file, "baishi")
    refresh(settings, library)
    yield open_assistant(settings, today=lambda: date(2026, 11, 20))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("白石县县长质量奖奖金多少", "20万元"),
        ("白石县提名奖给多少钱", "5万元"),
        ("白石县质量奖有几个名额", "县长质量奖2个"),
        ("白石申报条件是什么", "满4年"),
        ("白石怎么评选，程序是什么", "自愿申报"),
        ("白石县公示几天", "7个工作日"),
        ("白石联系人是谁", "周明远"),
        ("白石县联系电话", "0999-6123456"),
        ("白石县什么时候截止", "2025年9月30日前"),
        ("白石交几份材料，交到哪里", "一式4份"),
        ("白石县谁可以报", "依法登记注册"),
        ("白石县奖金是20万对吗", "对，"),
        ("白石县公示15天对吗", "不对，"),
    ],
)
def test_it_answers_and_is_cited(grown: Assistant, question: str, told: str) -> None:
    answer = grown.ask(question)
    assert told in answer.body
    assert {citation.document for citation in answer.citations} == {"baishi"}


def test_conditions_are_told_whole_and_not_by_their_heading(grown: Assistant) -> None:
    body = grown.ask("白石申报条件是什么").body
    assert all(told in body for told in ("满4年", "质量管理体系", "近三年内未发生"))


@pytest.mark.parametrize(
    "question", ["白石县有没有年龄要求", "白石县有效期几年", "白石县得奖的能不能再报", "白石县有没有贷款优惠"]
)
def test_what_it_does_not_say_is_said_to_be_unsaid(grown: Assistant, question: str) -> None:
    answer = grown.ask(question)
    assert answer.status is Status.NOT_IN_DOCUMENTS and "没有写" in answer.body


def test_it_stands_beside_the_others_in_a_comparison(grown: Assistant) -> None:
    body = grown.ask("白石和兰州有什么区别").body
    assert "| 方面 | 白石县县长质量奖 | 兰州市政府质量奖 |" in body and "20万元" in body and "满4年" in body


def test_a_notice_without_a_fact_sheet_is_not_called_silent_where_awards_are_ranked(grown: Assistant) -> None:
    body = grown.ask("白石县和宝鸡的奖金哪个高").body
    assert "还没有整理出数字" in body.split("\n\n")[0] and "20万元" in body
    assert "白石县县长质量奖的文件没有写明数字" not in body


def test_a_clause_is_introduced_by_its_number_once() -> None:
    citation = Citation("d", "第三条", "第三条 公示10个工作日。")
    assert where(citation, References(lambda _: "《办法》")) == "《办法》"
