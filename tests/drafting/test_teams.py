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


_GROUP = """各位领导好，报一下我们班组的材料哈：
重庆巴南区 · 渝江变速器有限公司 · 热处理车间“淬火先锋”QC小组，2015年3月成立，现在12个人，组长周大勇（15923456789）
主要搞齿轮渗碳淬火变形攻关，用PDCA做了9个课题，齿轮变形超差率由4.8%降到0.9%
拿过的奖：2022年重庆市优秀QC小组一等奖（重庆市质协）、2023年公司金牌班组
"""
_STRIPPING = """关于推荐甘肃岷川铜业有限公司阴极剥片班的材料
阴极剥片班设在甘肃岷川铜业有限公司电解分厂，地点在白银市白银区。班组2008年3月组建，在册17人，干的活就是阴极铜剥片、检片、打包。公司是2001年办起来的，现有1260名职工。
1.2023年4月，班组获甘肃省质量工作先进集体（甘肃省人民政府）
2.2020年12月，公司获甘肃省人民政府质量奖
"""
_LABORATORY = """宝鸡市渭东医院检验科申报材料
检验科1986年5月设立，主要承担临床检验、输血检验和微生物检验。医院是三级甲等综合医院，在职职工1890人。
荣誉：2023年检验科获陕西省质量工作先进集体（陕西省人民政府）。
"""
_COMPRESSORS = """申报主体：动力车间空压班
空压班是陕西岐阳纺机有限公司动力车间的一个班，2010年9月成立，共9人。
公司在岐山县，2004年注册，职工530人。联系人：空压班班长 麻小舟，13800001234。
"""
_ROAD = """甘肃天水麦积公路段养护三工区，2007年10月设立，在编人员23人，负责国道310线56公里的日常养护和抢修。
段上有职工340人，1956年成立。
"""
_POLYMER = """我们是兰州新辉化工厂聚合车间丁班，2009年4月组建的，现在18个人。厂子1970年建的，2600多人。
2021年丁班拿了甘肃省质量信得过班组（省质协发的），同年厂里拿了甘肃省政府质量奖。
"""


@pytest.mark.parametrize(
    ("text", "name", "founded", "employees"),
    [
        (_GROUP, "渝江变速器有限公司热处理车间“淬火先锋”QC小组", "2015年3月", 12),
        (_STRIPPING, "甘肃岷川铜业有限公司阴极剥片班", "2008年3月", 17),
        (_LABORATORY, "宝鸡市渭东医院检验科", "1986年5月", None),
        (_COMPRESSORS, "陕西岐阳纺机有限公司动力车间空压班", "2010年9月", 9),
        (_ROAD, "甘肃天水麦积公路段养护三工区", "2007年10月", 23),
        (_POLYMER, "兰州新辉化工厂聚合车间丁班", "2009年4月", 18),
    ],
)
def test_a_team_applies_wherever_it_is_named_with_its_firm(
    text: str, name: str, founded: str, employees: int | None
) -> None:
    material = read(text)
    facts = tuple(material.value(key) for key in ("name", "founded", "employees"))
    assert facts == (name, founded, employees)
    assert "SUBJECT_SCOPE" in codes(material)


def test_a_teams_own_honours_are_its_own_and_the_firms_are_not() -> None:
    own = {
        honour.name: honour.reason_code for text in (_STRIPPING, _LABORATORY, _POLYMER) for honour in read(text).honours
    }
    assert own["甘肃省质量工作先进集体"] == "" and own["陕西省质量工作先进集体"] == ""
    assert own["甘肃省人民政府质量奖"] == "NOT_OWN" and own["甘肃省政府质量奖"] == "NOT_OWN"
    assert own["甘肃省质量信得过班组"] == "ASSOCIATION"


def test_a_groups_county_contact_and_charge_are_read() -> None:
    material = read(_GROUP)
    keys = ("county", "business_scope", "contact_name", "contact_title")
    assert tuple(material.value(key) for key in keys) == ("巴南区", "齿轮渗碳淬火变形攻关", "周大勇", "组长")


@pytest.mark.parametrize(
    "text",
    [
        "阳泉砾岗供热有限公司换热三班的材料\n报名表上填的是公司，下面写的是三班的事。公司2005年10月成立，全公司640人。三班11人。\n",
        "重庆宏立仪表有限公司质量情况\n公司下设装配车间、校验班，2008年5月成立，现有员工263人。\n",
    ],
)
def test_a_firm_that_applies_keeps_its_name(text: str) -> None:
    assert str(read(text).value("name")).endswith("有限公司")
