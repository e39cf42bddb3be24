"""Wordings of people who never saw the assistant, by the reading each needs: parts of a count, two papers, slips."""

import pytest

from assistant.drafting.draft import draft
from tests.drafting.materials import codes, read

_PLACE = "宝鸡市岐炉铸件有限公司位于宝鸡市岐山县，"
_REST = "主要从事铸铁件的生产与销售。推行“一包一签”，废品率由6.1%降到1.9%。\n"
_FIRM = f"{_PLACE}2010年4月注册成立，{_REST}"


def _fact(text: str, key: str) -> object:
    fact = read(text).facts.get(key)
    return None if fact is None else fact.value


@pytest.mark.parametrize(
    ("told", "count"),
    [
        # a later date, its noun left out
        ("2019年末公司有职工143人，2023年末增加到205人。", 205),
        ("2021年底在册员工88人，到2023年底已达126人，其中质检12人。", 126),
        ("截至2020年12月全厂职工510人，2023年12月减至462人。", 462),
        ("2018年只有员工35人，2023年底121人。", 121),
        # all there is beside volunteers
        ("专职人员53人，另外有志愿者310名，不算人头。", 53),
        ("全职员工21人，还有兼职教练12人按课时结。", 21),
        # parts in the bracket behind a count
        ("职工：96人（管理岗11人、操作岗85人）。", 96),
        ("员工总数：240人（其中焊工和铆工共计131人；外包保安9人）。", 240),
        ("工作人员数：58人（在编20人、聘用38人）。", 58),
        ("现有职工312人（一线230人，技术及管理合计82人）。", 312),
        ("公司从业人员（含后勤）94人，另有外包装卸队30人，由外包公司管。", 94),
        ("教职工共145人（专任教师101人、教辅和后勤共44人），外聘教练6人。", 145),
    ],
)
def test_the_whole_is_counted(told: str, count: int) -> None:
    assert _fact(_FIRM + told, "employees") == count
    assert not codes(read(_FIRM + told)) & {"CONFLICT_EMPLOYEES", "MISSING_EMPLOYEES"}


@pytest.mark.parametrize(
    "told",
    [
        "人事科台账显示2023年11月底在册305人；办公室年报里写的是“全厂员工341人”，没有核对。",
        "劳资科花名册记载2023年末在岗88人；工会总结写的是“年底全厂97人”，说法不一。",
        "财务部工资表显示12月份发薪126人；综合办简报里印的是“全公司139人”。",
        "职工人数：112人（财务工资表上是126人）。",
    ],
)
def test_two_papers_count_differently(told: str) -> None:
    assert "CONFLICT_EMPLOYEES" in codes(read(_FIRM + told))
    assert "CONFLICT_METRIC" not in codes(read(_FIRM + told))


@pytest.mark.parametrize(
    "told",
    [
        "成立时间，官网上写的是2012年5月，税务登记表上填的是2013年1月，没人说得清。",
        "关于注册时间，厂史馆展板上印的是2005年，报给市工信局的材料填的是2007年3月。",
        "成立日期，营业执照载明2001年11月；官网“关于我们”写的是1999年6月，公司办说要查档。",
        "建厂年份，老厂长说的是1998年，档案室登记的是1999年。",
        "公司的设立日期：营业执照复印件上写的是2014年6月，公众号上写的是2011年6月，对不上。",
    ],
)
def test_two_papers_date_the_founding_differently(told: str) -> None:
    assert "CONFLICT_FOUNDED" in codes(read(_PLACE + _REST + told))


@pytest.mark.parametrize(
    ("told", "founded"),
    [
        ("成立时间，营业执照上写的是2012年5月。", "2012年5月"),
        ("成立时间，公司于2012年5月注册，2015年更名。", "2012年5月"),
        ("执照2011年8月拿的，老板2005年开过小窑，那个早关了。", "2011年8月"),
    ],
)
def test_one_founding_is_no_conflict(told: str, founded: str) -> None:
    assert _fact(_PLACE + _REST + told, "founded") == founded


@pytest.mark.parametrize(
    "told",
    [
        "一次交检合格率由91%提高到97.5%。她总结：七成不合格出在装夹，于是把展板挂到机床旁，台账上写清是谁装的。",
        "客户投诉率由3.1%降到0.9%。因为台账里写着八成投诉说的是包装，我们先改包装。",
        "标本不合格率由2.6%降到0.31%，简报上写着一半标本问题出在路上。",
        "2022年厂报曾把废品率误印成2.4%，下一期已更正，台账为1.9%。",
    ],
)
def test_shares_other_rates_and_slips_are_no_second_reading(told: str) -> None:
    assert "CONFLICT_METRIC" not in codes(read(_FIRM + told))


@pytest.mark.parametrize("told", ["另据年报，废品率为2.6%。", "但质检科说废品率是2.8%。"])
def test_a_second_reading_is_still_told(told: str) -> None:
    assert "CONFLICT_METRIC" in codes(read(_FIRM + told))


@pytest.mark.parametrize(
    ("told", "slip"),
    [
        ("2022年厂报曾把废品率误印成2.4%，下一期已更正，台账为1.9%。", "2.4%"),
        ("年报把这个数写错成4.2%，后来发了勘误，实际为1.9%。", "4.2%"),
        ("网站上登的2.9%是笔误，已经改正为1.9%。", "2.9%"),
    ],
)
def test_a_misprint_put_right_stays_out(told: str, slip: str) -> None:
    written = draft(read(_FIRM + told))
    assert slip not in written.profile + written.characterisation


@pytest.mark.parametrize(
    "told",
    [
        "外协人员9人不编入教学班。",
        "另有兼职讲师12人，不纳入教职工统计。",
        "检出一株病苗，整床停止出圃。",
        "巡园发现患有病害的病株，当天拔除。",
        "查出一头病猪整栏隔离。",
        "供应商密封件批次拒收率由3%降到0.4%，这三条做法全厂照办。",
        "经销商密集投诉的区域先查，这套办法不复杂。",
        "老师傅带徒弟，手艺不外传的年代过去了，现在全部写进作业书。",
        "井下半年渗漏率由7%降到1%。",
    ],
)
def test_words_that_only_look_like_it_hide_nothing(told: str) -> None:
    assert not codes(read(_FIRM + told)) & {"PERSONAL_PRIVACY", "TRADE_SECRET", "PLAN_NOT_ACHIEVED"}


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("班长王铁山查出肺病，坚持上岗。", "PERSONAL_PRIVACY"),
        ("检验员李秀查出一个病灶后仍上夜班。", "PERSONAL_PRIVACY"),
        ("以上工艺参数属商密，不得外传。", "TRADE_SECRET"),
        ("下半年废品率要降到1%。", "PLAN_NOT_ACHIEVED"),
    ],
)
def test_what_is_private_secret_or_planned_is_still_told(told: str, code: str) -> None:
    assert code in codes(read(_FIRM + told))


@pytest.mark.parametrize(
    ("told", "key", "value"),
    [
        ("行业归类为通用设备制造业。", "industry", "通用设备制造业"),
        ("行业归入铸造业，", "industry", "铸造业"),
        ("行业按金属制品业填。", "industry", "金属制品业"),
        ("行业那栏照黑色金属冶炼业写。", "industry", "黑色金属冶炼业"),
        ("中国质量奖申报意愿那栏先空着，等理事会开完再说。", "intent_china_quality_award", None),
        ("申报中国质量奖意愿一格留空，班子没碰头。", "intent_china_quality_award", None),
        ("是否申报中国质量奖：这一项还空着，等厂长回来定。", "intent_china_quality_award", None),
        ("联系人：检定所所长　管知秋　0917-3117711", "contact_name", "管知秋"),
        ("联系人：检定所所长　管知秋　0917-3117711", "contact_title", "检定所所长"),
        ("联系人：养护站站长 祝砚青 0917-3117712", "contact_title", "养护站站长"),
        ("联系人∶质管部部长　亓望山　O917-3117712", "contact_name", "亓望山"),
    ],
)
def test_the_entry_is_read_behind_its_words(told: str, key: str, value: str | None) -> None:
    assert _fact(_FIRM + told, key) == value


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("小李你好，我是宝鸡渭滨陇壶食品有限公司的，厂在宝鸡市渭滨区。", "宝鸡渭滨陇壶食品有限公司"),
        ("各位老师好我们是阳泉郊区砚坡陶瓷有限公司，在阳泉市郊区。", "阳泉郊区砚坡陶瓷有限公司"),
        ("王科长您好这里是兰州永登禾岭面粉厂，", "兰州永登禾岭面粉厂"),
    ],
)
def test_a_greeting_is_no_part_of_the_name(opening: str, name: str) -> None:
    assert _fact(f"{opening}主要做果品的加工销售。", "name") == name


@pytest.mark.parametrize(
    "form",
    [
        "姓名\t阚问渠\n拟申报奖项\t重庆市市长质量管理奖\n所在区县\t沙坪坝区\n",
        "姓名｜贺砚\n申报奖项名称｜兰州市人民政府质量奖\n所在区县｜兰州市城关区\n",
        "姓名：贺砚\n推荐奖项：宝鸡市质量奖\n",
    ],
)
def test_the_award_a_form_asks_for_takes_no_persons(form: str) -> None:
    assert "TARGET_MISMATCH" in codes(read(form, "individual"))


@pytest.mark.parametrize(
    "told",
    ["2022年某酒店赠送“金牌质量伙伴”奖牌。", "2023年5月某开发商敬赠“质量过硬”牌匾。", "2022年某银行颁发质量服务奖。"],
)
def test_a_present_of_those_served_is_no_honour_in_doubt(told: str) -> None:
    assert "HONOUR_BORDERLINE" not in codes(read(f"{_FIRM}荣誉：{told}"))


@pytest.mark.parametrize(
    ("title", "flagged"),
    [
        ("2022年7月国家级专精特新“小巨人”企业（工业和信息化部）", False),
        ("2021年11月全国质量标杆（中国质量协会、工业和信息化部）", False),
        ("2022年7月重庆市专精特新中小企业（重庆市经济和信息化委员会）", True),
    ],
)
def test_the_call_of_chongqing_takes_holders_of_its_titles(title: str, flagged: bool) -> None:
    firm = "重庆砚路物流有限公司位于重庆市江津区，属道路运输业，2012年6月成立，主营货物运输。愿意申报中国质量奖。"
    assert ("CHANNEL_SCOPE" in codes(read(f"{firm}\n荣誉：{title}"))) is flagged


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("2021年建“师傅倒查簿”，每月把退回的件倒着查到人，查到的当场讲。", "师傅倒查簿"),
        ("您问做法那一栏，就填“三看一摸”。件出炉先看色、看形、看口，再摸一把，摸不过就回炉。", "三看一摸"),
        ("质量上写“早七点对样”。每天早上七点，昨天的样和今天的样并排摆着对。", "早七点对样"),
        ("| “头件封存” | 每班第一件封进柜里，三个月后和末件摆在一起对比 |", "头件封存"),
        ("我们管这个叫夜半听炉，半夜两点班长把耳朵贴在炉门上听，声音不对就停炉。", "夜半听炉"),
        ("2018年车间搞了个退火前晾三天，铸件落砂以后晾满三天再退火。退火前晾三天后来全厂都用。", "退火前晾三天"),
    ],
)
def test_the_one_line_has_the_name_however_it_is_brought_in(told: str, name: str) -> None:
    firm = _FIRM.replace("推行“一包一签”，废品率由6.1%降到1.9%。", "废品率由6.1%降到1.9%。")
    assert name in draft(read(firm + told + "\n")).characterisation


@pytest.mark.parametrize("told", ["2020年建“职工书屋”，每周三晚上开放。", "2019年建“党员示范岗”12个。"])
def test_a_room_or_a_watchword_is_no_method(told: str) -> None:
    material = read(_FIRM + told)
    assert {name for practice in material.practices for name in practice.names} == {"一包一签"}
