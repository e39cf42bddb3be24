"""Practices of the classes a newcomer's set showed to be under-covered, in wordings of neither it nor the examples."""

import pytest

from assistant.mapping.opening import open_mapper


@pytest.mark.parametrize(
    ("framework", "label", "text"),
    [
        ("china", "品牌影响", "街头随访一千人，谈到本省豆瓣酱，六百多人先报出我们的名号。"),
        ("yangquan-org", "品牌影响", "县城八家超市做抽问，买酱油的人里七成头一个说的是咱的牌子。"),
        ("china", "组织效益", "给果农统一发苗、定价收果，每户一年多挣一万五，好些打工的回了村。"),
        ("china", "组织效益", "牧民把羊交给合作场代养，每户每年多收八千元。"),
        ("china", "示范推广", "派两名技师驻到四家协作厂，把我们的换模方法一家家教到他们会用。"),
        ("gbt19580", "顾客与市场", "半年一次上门问老人和家属满意不满意，再跟隔壁两家养老院比得分。"),
        ("gbt19580", "资源", "每笔开支都有预算可对，旺季前备好授信额度，月月滚动预测现金。"),
        ("gbt19580", "过程管理", "浸泡、蒸煮、制曲各设确认点，没签字不进下一段，出酒率由38%升到43%。"),
        ("yangquan-org", "创新驱动", "让采购、工艺、质检合署办公，围着一份电子订单干活，市里还没人这样试过。"),
        ("yangquan-ind", "技能素养", "旁人装一把锁要比划好几遍，她一次就对准，手法在全厂数得着。"),
    ],
)
def test_the_practice_is_mapped_to_its_dimension(framework: str, label: str, text: str) -> None:
    assert [score.name for score in open_mapper(framework).classify(text)][:1] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "打算明年请人问一问住户满不满意。",
        "村民们晚饭后在广场上跳舞。",
        "部门之间的隔墙重新刷了一遍漆。",
    ],
)
def test_what_only_sounds_like_one_is_no_practice(text: str) -> None:
    assert [open_mapper(name).classify(text) for name in ("china", "gbt19580", "yangquan-org")] == [(), (), ()]
