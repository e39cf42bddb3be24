"""What is typed without marks: blanks part its clauses, and rows keep theirs."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.drafting.draft import draft
from assistant.drafting.material.source import read_source
from assistant.drafting.material.unmarked import with_marks
from tests.drafting.materials import FOUNDRY, codes, read

_CHATS = yaml.safe_load((Path(__file__).parent / "unmarked_chats.yaml").read_text(encoding="utf-8"))

_PERSON = """王主任好 材料写得粗 没打标点
推荐人 缑听泉 女 1979年生 在阳泉市盂县泉砚供热有限公司当热网调度班班长
公司在阳泉市盂县 行业是电力热力生产和供应业
2001年8月进厂 一直管热网调度
她的办法叫先摸后调 每次调阀门之前先到末端小区摸三户暖气片 摸完记手温 再回来动阀门 第二天早上回访那三户
以前一冷就加大火 近处热得开窗 远处还是冷 从2015年起她把全县31个小区的手温画成一张图 冷的地方涂蓝 哪块蓝先调哪块
投诉从一个采暖季412件降到37件 单位面积耗热降了11.6%
2022年5月 山西省质量工作先进个人 山西省人民政府
2020年 盂县三八红旗手 盂县妇联
联系人 办公室主任 芮秋 0353-8120733 阳泉市质量奖想报 中国质量奖这次不报
"""


@pytest.mark.parametrize("chat", _CHATS)
def test_a_message_without_marks_is_read_and_drafted(chat: dict[str, Any]) -> None:
    material = read(chat["text"])
    assert {key: material.facts[key].value for key in chat["facts"] if key in material.facts} == chat["facts"]
    assert [honour.name for honour in material.listed_honours] == [chat["honour"]]
    assert not {code for code in codes(material) if code.startswith(("CONFLICT", "MISSING"))}
    written = draft(material)
    assert chat["method"] in written.characterisation
    assert " " not in written.profile


def test_a_persons_message_is_opened_by_who_it_is() -> None:
    material = read(_PERSON, "individual")
    assert material.facts["name"].value == "缑听泉"
    assert draft(material).profile.startswith("缑听泉，女，1979年生，在阳泉市盂县泉砚供热有限公司当热网调度班班长")
    assert "先摸后调" in draft(material).characterisation


@pytest.mark.parametrize("chat", _CHATS)
def test_every_quote_is_as_it_was_typed(chat: dict[str, Any]) -> None:
    material = read(chat["text"])
    for fact in material.facts.values():
        assert chat["text"][fact.span.start : fact.span.end] == fact.span.quote


def test_marks_take_the_place_of_blanks_one_for_one() -> None:
    text = _CHATS[0]["text"]
    marked = with_marks(text)
    assert len(marked) == len(text) and all(a == b or a == " " for a, b in zip(text, marked, strict=True))
    assert "业务范围：小麦收储、面粉加工、挂面生产销售\n" in marked
    assert "2022年9月 陕西省质量奖提名奖 陕西省人民政府\n" in marked and "联系人 质检科科长 仝麦生" in marked


@pytest.mark.parametrize(
    "text",
    [
        FOUNDRY,
        "单位 宝鸡岐炉铸件有限公司 岐山县\n成立 2010年4月 有限责任公司\n联系人 质管部部长 亓望山 0917-4210006\n",
        "2022年9月 陕西省质量奖 陕西省人民政府\n2021年 岐山县质量先进单位 岐山县人民政府\n2020年 优秀企业 岐山县\n",
    ],
)
def test_marked_texts_and_rows_keep_their_blanks(text: str) -> None:
    assert with_marks(text) == text


def test_a_scan_is_torn_by_its_blanks_and_not_parted() -> None:
    scanned = "扫描件\n" + _CHATS[0]["text"]
    assert "，前头1996年" not in read_source("扫描.txt", scanned).text
