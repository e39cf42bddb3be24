"""Contacts told in chats, mails, interviews and tables; whether the China Quality Award is aimed at, asked in pairs."""

from pathlib import Path

import pytest

from assistant.drafting.draft import draft
from tests.drafting.materials import read
from tests.sampling import sampled

_FIRM = (
    "重庆磐石阀门有限公司位于重庆市荣昌区，2008年5月成立，有限责任公司，从事阀门制造，现有员工120人。\n"
    "公司推行“三压一泡”工作法，每只阀门出厂前打三次压、泡一次水。\n"
)
_PERSON = (
    "推荐对象：{name}，男，重庆磐石阀门有限公司试压班班长，公司位于重庆市荣昌区。\n"
    "他总结“三压一泡”工作法，每只阀门出厂前打三次压、泡一次水。\n"
)
# What stands at the head of its paper, the applicant below it.
_HEADS = ("采访", "访谈", "受访", "口述", "发件", "From")
_ROWS = [
    line.split("\t", 3)
    for line in (Path(__file__).parent / "contacts_in_passing.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("kind", "name", "title", "told"), sampled(_ROWS))
def test_the_contact_is_whom_the_words_name(kind: str, name: str, title: str, told: str) -> None:
    told = told.replace("\\n", "\n")
    if kind == "i":
        material = read(_PERSON.format(name=name if f"{name}本人" in told else "门敬堂") + told + "\n", "individual")
    else:
        material = read(told + "\n" + _FIRM if told.startswith(_HEADS) else _FIRM + told + "\n")
    assert (str(material.value("contact_name")), str(material.value("contact_title"))) == (name, title)


@pytest.mark.parametrize(
    ("told", "intent"),
    [
        ("> 6. 中国质量奖报不报？\n报，总经理签过字了。联系人就写我，质量保证部主管，0931-0471125。", "是"),
        ("我：中国质量奖个人，报吗\n相闻樱：报！", "是"),
        ("问：中国质量奖呢，想报不\n答：报，理事会都同意了。", "是"),
        ("中国质量奖报不报？\n申报，班子会定了的。", "是"),
        ("5. 中国质量奖报不报？\n参加的，董事长点过头。", "是"),
        ("老周：中国质量奖，要报没得\n老黎：要报。", "是"),
        ("我：中国质量奖个人，报吗\n相闻樱：算了。", "否"),
        ("问：中国质量奖呢，报吗\n答：不报，庙小。", "否"),
        ("中国质量奖报不报？\n报，不过要等老板签字再定。", "未明确"),
        ("问：愿不愿意报中国质量奖？\n答：先报市里的，中国的……到时候再说吧。", "未明确"),
    ],
)
def test_the_aim_is_what_the_answer_says(told: str, intent: str) -> None:
    value = str(read(_FIRM + told + "\n").value("intent_china_quality_award"))
    assert value.endswith(f"（{intent}）" if intent == "未明确" else intent)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("作业退回窗", "我校质量管理最值得说的是“作业退回窗”。学生每天把理由塞进去，教研组两天内必须回。"),
        ("轧辊听诊日", "要说拿得出手的，就是“轧辊听诊日”：每周三停机两小时，逐根敲，声音发闷的必须下线。"),
        ("巡三眼", "问：大家都说你的“巡三眼”，到底哪三眼？\n答：第一眼看滴壶，第二眼看针眼，看完必须在床尾卡按指印。"),
        ("三敲不走", "记者：听说你们有个“三敲不走”，啥意思？\n答：每台柜出厂前敲三下，有一下发空就不许走。"),
        ("头碗归我", "我的办法叫“头碗归我”。每天开门第一碗自己吃，差了哪样当天必须重调，不许上桌。"),
        ("我先喝", "我们的规矩就是“我先喝”：每缸酒出窖，酿酒师必须先喝一口，不对味整缸退回。"),
    ],
)
def test_what_is_worth_telling_is_named_in_the_one_line(name: str, told: str) -> None:
    firm = "重庆磐石阀门有限公司位于重庆市荣昌区，2008年5月成立，有限责任公司，从事阀门制造，现有员工120人。\n"
    assert name in draft(read(f"{firm}{told}\n缺陷由每月12起降到1起。\n")).characterisation


@pytest.mark.parametrize("between", ["——", "：", "—"])
def test_a_firms_award_set_beside_the_teams_is_not_the_teams(between: str) -> None:
    team = "我们是重庆翘石湾电力检修有限公司变电二班，在北碚区。\n"
    told = (
        f"奖：班组{between}2021年9月全国优秀质量管理小组（中国质量协会）。公司{between}2022年重庆市市长质量管理奖。\n"
    )
    material = read(team + told)
    assert "市长质量管理奖" not in "".join(honour.name for honour in material.listed_honours)
    assert "HONOUR_NOT_OWN" in {flag.code for flag in material.flags}


def test_a_label_with_a_note_in_brackets_begins_its_own_line() -> None:
    told = "从业时间：1991年5月学徒，至今未离灶台\n质量做法（自己写的，字不好请包涵）：\n每碗汤出锅前必须尝一口。\n"
    assert "灶台质量做法" not in "".join(source.text for source in read(_FIRM + told).sources)
