"""A team inside a firm that applies: its own name, beginnings, people and honours, and none of the firm's."""

import pytest

from assistant.drafting.draft import draft
from tests.drafting.materials import codes, read

_BEARING = """宝鸡市渭源轴承有限公司热处理二班申报材料（申报主体：热处理二班）
热处理二班在宝鸡市金台区厂区，属通用设备制造业，2011年5月建班，现有14人，班长亓炉生。班组业务范围是轴承套圈淬火、回火和校直。公司1998年3月成立，员工920人，年产轴承600万套。
班组2018年琢磨出“一炉一块样”：每炉搭一块试样，先敲断看断口再放行。套圈裂纹率由2.2%降到0.3%。
奖项：2021年12月陕西省人民政府质量奖（公司获得）；2022年11月陕西省质量信得过班组（陕西省人民政府，授予热处理二班）；2020年陕西省技术能手（班长亓炉生个人）。
联系人：车间主任 莘望，0917-3233909。愿意申报中国质量奖。
"""
_CEMENT = """推荐班组：检修一组
重庆涪陵砾岸水泥有限公司检修一组，班组位于涪陵区厂区内，行业为非金属矿物制品业。小组2015年9月组建，组员11人。
小组负责回转窑、磨机的点检和抢修。公司2003年8月成立，有职工640人，2022年获重庆市市长质量管理奖提名奖（公司获得）。
小组推行“一响一记”，设备异响先记再拆。停机时间由每月31小时降到6小时。
"""
_MINING = """阳泉砚桥煤机有限公司铆焊三组事迹材料
申报对象：铆焊三组
我们组2012年7月成立，一共19人，组长仝铁。主要负责刮板机中部槽的焊接。公司1987年建厂，全厂1300人，去年产值6亿元。
组里搞“焊前摸一遍”，开裂率由3.1%降到0.4%。
荣誉：2021年公司获山西省质量奖。
"""
_PACKING = """申报主体：平凉崆峒水泥厂包装工段
包装工段现有26人，2006年6月成立，工段长苟石。工段负责水泥包装、码垛和装车。
水泥厂1972年建厂，全厂780人，地址平凉市崆峒区，属非金属矿物制品业。
工段2019年起推行“破袋回家”：破一袋，把袋皮贴到当班的墙上写原因。破袋率由0.9%降到0.07%。
2021年水泥厂获甘肃省人民政府质量奖。
"""


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (_BEARING, ("宝鸡市渭源轴承有限公司热处理二班", "2011年5月", "轴承套圈淬火、回火和校直", 14)),
        (_CEMENT, ("重庆涪陵砾岸水泥有限公司检修一组", "2015年9月", "回转窑、磨机的点检和抢修", 11)),
        (_MINING, ("阳泉砚桥煤机有限公司铆焊三组", "2012年7月", "刮板机中部槽的焊接", 19)),
        (_PACKING, ("平凉崆峒水泥厂包装工段", "2006年6月", "水泥包装、码垛和装车", 26)),
    ],
)
def test_a_team_is_told_of_itself(text: str, facts: tuple[str | int, ...]) -> None:
    material = read(text)
    keys = ("name", "founded", "business_scope", "employees")
    assert tuple(material.facts[key].value if key in material.facts else None for key in keys) == facts
    assert "SUBJECT_SCOPE" in codes(material)
    assert "质量奖" not in draft(material).honours_text()


def test_what_a_bracket_gives_to_the_firm_is_not_the_teams() -> None:
    honours = {honour.name: honour.reason_code for honour in read(_BEARING).honours}
    assert honours == {"陕西省人民政府质量奖": "NOT_OWN", "陕西省质量信得过班组": "", "陕西省技术能手": "NOT_OWN"}
