"""Every fact read has the shape of one, or is missing; a part is not its whole; endless repetition costs nothing."""

import time
from datetime import date

import pytest

from assistant.drafting.material.model import Kind, Material
from assistant.drafting.material.read import read_material
from assistant.drafting.material.surnames import may_be_name
from assistant.drafting.profile import write_profile
from tests.pace import allowed

AS_OF = date(2024, 2, 22)
FIRM = "重庆渝北砺川机械有限公司，2010年5月成立。"


def read(text: str, kind: Kind = "organisation") -> Material:
    return read_material(texts={"材料": text}, kind=kind, as_of=AS_OF)


def fact(text: str, key: str, kind: Kind = "organisation") -> object:
    found = read(text, kind).facts.get(key)
    return found.value if found else None


def codes(text: str, kind: Kind = "organisation") -> set[str]:
    return {flag.code for flag in read(text, kind).flags}


@pytest.mark.parametrize("name", ["都可法", "丌若愚", "单于敏", "第五笙", "哈思源", "虢宝璐", "令狐准", "欧阳澈"])
def test_a_name_begins_with_a_surname(name: str) -> None:
    assert may_be_name(name)


@pytest.mark.parametrize(
    "word", ["你哈", "担任", "没指定", "窦老太", "王师傅", "办公室", "未定", "本人", "某某", "老李"]
)
def test_a_verb_a_pronoun_or_an_address_is_no_name(word: str) -> None:
    assert not may_be_name(word, placed=True)


@pytest.mark.parametrize(
    ("said", "name", "title"),
    [
        ("现在请找运营总监 佴志航 023-04960214", "佴志航", "运营总监"),
        ("联系人由单于敏副处长担任，023-04772626", "单于敏", "副处长"),
        ("| 联系 | 中心副主任 | 都可法 | 023-04580208 |", "都可法", "中心副主任"),
        ("联系人▏运营中心副总监 丌若愚\n电话▏0931-0732032", "丌若愚", "运营中心副总监"),
        ("联系人写你哈，理事长 阮椒生，023-04770206", "阮椒生", "理事长"),
    ],
)
def test_post_and_name_without_what_leads_up_to_them(said: str, name: str, title: str) -> None:
    text = f"{FIRM}\n{said}\n"
    assert (fact(text, "contact_name"), fact(text, "contact_title")) == (name, title)


def test_a_contact_that_is_not_named_is_missing() -> None:
    text = "推荐人物：护士长 厉安歌\n【典型病例】患者：窦老太，82岁，HIV阳性，电话19900000628\n【联系】没指定"
    assert fact(text, "name", "individual") == "厉安歌"
    assert fact(text, "contact_name", "individual") is None
    assert {"MISSING_CONTACT_NAME", "MISSING_CONTACT_PHONE"} <= codes(text, "individual")


def test_who_speaks_in_a_chat_is_the_contact_and_no_part_of_an_answer() -> None:
    text = (
        "[周二 19:41] 后勤-小闵：单位全称写啥？\n[周二 19:41] 园长饶见微：重庆市璧山区芦荻幼儿园\n"
        "[周二 19:46] 保教主任：教职工我数了，63。孩子341。\n[周二 20:10] 后勤-小闵：谁联系？\n"
        "[周二 20:11] 园长饶见微：写我，园长，座机023-04414024\n"
    )
    assert fact(text, "name") == "重庆市璧山区芦荻幼儿园"
    assert fact(text, "employees") == 63
    assert fact(text, "contact_name") == "饶见微"
    assert fact(text, "contact_phone") == "023-04414024"


@pytest.mark.parametrize(
    "name",
    [
        "重庆渝工（集团）股份有限公司",
        "重庆渝工（集团）有限责任公司",
        "重庆市武隆区仙蕈岭景区管理处",
        "重庆市南川区金佛湖公园管理中心",
    ],
)
def test_a_name_is_read_to_its_end(name: str) -> None:
    assert fact(f"{name}成立于2015年1月，员工120人。", "name") == name


def test_the_full_name_goes_before_its_short_form_and_a_kind_of_firm() -> None:
    text = "主题: 补交 | 绣娘合作社\n收件人：咨询公司王老师\n社名是重庆市黔江区濯缨绣娘手工专业合作社，农民专业合作社。"
    assert fact(text, "name") == "重庆市黔江区濯缨绣娘手工专业合作社"


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("4）人数？\n1月社保168人。持证维保工131人在这168人里面。", 168),
        ("团队143人，其中博士9人。", 143),
        ("员工数▏1,275（不含促销员）", 1275),
        ("编制内47，劳务派遣136，夏季志愿者近300。编内加派遣共183人，按183报。", 183),
        ("人呢？\n答：烘干房固定的有9个，其他岗位没数过，不要乱写", None),
    ],
)
def test_a_head_count_in_speech_or_a_table(said: str, count: int | None) -> None:
    assert fact(f"{FIRM}\n{said}\n", "employees") == count


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        (
            "主要做什么？行业怎么填？\n答：综合医疗、急诊急救、康复和社区卫生服务。行业：卫生。",
            "综合医疗、急诊急救、康复和社区卫生服务",
        ),
        ("小谌：做啥业务写一句\n老阮：花椒种植、烘干、冷藏和销售\n", "花椒种植、烘干、冷藏和销售"),
        (
            "我们是一家做马铃薯脱毒种薯繁育、销售和种植技术服务的公司，员工84人。",
            "马铃薯脱毒种薯繁育、销售和种植技术服务",
        ),
        ("销售岗写得最多，生产岗改得最快。", None),
        ("业务：电梯维保、改造和应急救援；行业写“其他修理”太长了", "电梯维保、改造和应急救援"),
    ],
)
def test_a_scope_holds_no_question_and_no_second_clause(said: str, scope: str | None) -> None:
    assert fact(f"重庆渝北砺川有限公司。\n{said}\n", "business_scope") == scope


def test_a_branch_is_not_its_head_office() -> None:
    text = (
        "Q1 贵单位名称？　A：重庆云杼信息技术有限公司南岸分公司\nQ2 总部呢？　A：在沙坪坝，2008年成立的。\n"
        "Q6 人数？　A：分公司63个人；总部加四个分公司一共740。\n"
    )
    assert fact(text, "employees") == 63
    assert fact(text, "founded") is None


def test_a_team_is_not_its_works() -> None:
    text = (
        "我们是凤县铅锌选厂磨浮三班，一共21个人，班长亓双庆。我们想以“磨浮三班”的名义申报宝鸡市质量奖，通知里没有班组这个类别。\n"
        "选厂属有色金属矿采选业，公司2002年8月成立，有限责任公司，全公司655人。\n"
        "2021年10月公司拿了陕西省质量奖提名奖（陕西省人民政府）。"
    )
    assert fact(text, "name") == "凤县铅锌选厂磨浮三班"
    assert fact(text, "employees") == 21
    assert fact(text, "founded") is None
    assert fact(text, "economic_type") is None
    assert {"HONOUR_NOT_OWN", "TARGET_MISMATCH", "SUBJECT_SCOPE"} <= codes(text)


@pytest.mark.parametrize("said", ["2023年11月申报中国质量奖提名奖（公示中）。", "入围第五届中国质量奖候选名单。"])
def test_an_award_at_a_stage_is_told_of(said: str) -> None:
    assert "HONOUR_NOT_OBTAINED" in codes(FIRM + said)


def test_the_winner_in_brackets_gave_nothing() -> None:
    honours = read(FIRM + "2023年荣获重庆市市长质量管理奖（公司）。").honours
    assert [honour.standing for honour in honours] == ["listed"]


@pytest.mark.parametrize(
    "said",
    [
        "质量一等品率从2020年的91%上升到2022年的89%。",
        "合格率由98%提升至95%。",
        "返工由3件降到5件。",
        "投诉由12起减少到30起。",
    ],
)
def test_a_figure_that_goes_backwards_is_disputed(said: str) -> None:
    assert "CONFLICT_METRIC" in codes(FIRM + said)


@pytest.mark.parametrize(
    "said", ["合格率由95%提升至98%。", "返工由5件降到3件。", "合格率从2020年的91%提高到2022年的96%。"]
)
def test_a_figure_that_goes_its_way_is_not(said: str) -> None:
    assert "CONFLICT_METRIC" not in codes(FIRM + said)


@pytest.mark.parametrize(
    "unit", ["1", "公司", " ", "员工200人，", "没有发生任何事故，", "9.", "质", "2023年", "|", "1，"]
)
def test_repetition_without_end_costs_no_more_than_its_beginning(unit: str) -> None:
    endless = (unit * 60_000)[:60_000]
    begun = time.process_time()
    material = read(f"{FIRM}员工200人。\n{endless}\n联系人：张三")
    assert time.process_time() - begun < allowed(6)
    assert material.facts["name"].value == "重庆渝北砺川机械有限公司"


def test_a_reading_a_scan_has_spoilt_is_told_in_the_materials_own_signs() -> None:
    material = read(FIRM + "截至2023年底，公司员工总数 268 人。\n表一附注：公司员工总数 3l5 人。")
    profile = write_profile(material).text
    assert "材料载268人、“3l5 人”两说" in profile
    assert "3人" not in profile
