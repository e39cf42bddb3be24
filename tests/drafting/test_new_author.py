"""What a newcomer's pasted texts and a new author's materials ask for: whom a text is about, pupils' awards, chats."""

import pytest

from assistant.drafting.material.kind import guess_kind
from tests.drafting.materials import codes, quotes, read

_MASTER = """【微信收藏】
马建国师傅，1974年11月生，兰州七里河区人，中共党员，现在兰州黄河水泵制造有限公司装配车间当钳工班长。
他琢磨出“听音辨隙”装配法，一次装配合格率从91%提到99.3%。公司2001年5月成立，主营水泵。
带徒弟46个，其中有9个评上了技师，2个拿了甘肃省技术能手。
"""


@pytest.mark.parametrize(
    "opening",
    [
        _MASTER,
        "转发：刘桂芝老师，女，1980年3月生，重庆渝北某小学教研组长。学校2001年成立，员工98人。",
        "贺承平同志在宝鸡机床厂干了28年，厂子1965年成立，主营车床，员工980人。",
        "祁小满，2003年参加工作，现任兰州电机有限公司检验员。公司1958年成立，主营电机。",
    ],
)
def test_a_text_that_opens_with_a_person_is_about_that_person(opening: str) -> None:
    assert guess_kind(opening) == "individual"


@pytest.mark.parametrize(
    "opening",
    [
        "王志远老师，您好，我公司2008年成立，主营阀门，员工263人。",
        "李工好，我们厂2008年注册，员工63人。",
        "石英砂有限公司，1990年成立，主营石英砂。",
    ],
)
def test_who_is_greeted_is_not_whom_a_text_is_about(opening: str) -> None:
    assert guess_kind(opening) == "organisation"


def test_a_persons_text_read_as_a_firms_is_told_as_unsure() -> None:
    assert "马建国师傅" in quotes(read(_MASTER), "SUBJECT_SCOPE")
    assert "SUBJECT_SCOPE" not in codes(read(_MASTER, "individual"))


@pytest.mark.parametrize("kind", ["organisation", "individual"])
@pytest.mark.parametrize(
    "told",
    [
        "带徒弟46个，其中有9个评上了技师，2个拿了甘肃省技术能手。",
        "带出徒弟12名，3人获陕西省技术能手称号。",
        "带教学员20余人，其中1名被评为重庆市技术能手。",
    ],
)
def test_what_pupils_won_is_never_the_masters(told: str, kind: str) -> None:
    honours = [one for one in read("郑宏，男，1975年3月生，钳工。" + told, kind).honours if "技术能手" in one.name]
    assert honours and {one.reason_code for one in honours} == {"NOT_OWN"}


def test_what_the_master_won_beside_pupils_is_the_masters() -> None:
    told = "郑宏，男，1975年3月生，钳工。带徒弟12名，2022年获重庆市质量工作先进个人（重庆市人民政府）。"
    assert [one.reason_code for one in read(told, "individual").honours] == [""]


@pytest.mark.parametrize(
    "name", ["重庆市渝北区龙溪第七实验中学校", "重庆市南川区隆化第一中学校", "重庆市合川区钓鱼城小学校"]
)
def test_a_schools_name_is_read_to_its_end(name: str) -> None:
    assert read(f"{name}创办于1987年9月，教职工186人。").value("name") == name


def test_a_bare_rank_is_named_by_its_contest_and_an_unsure_year_is_none() -> None:
    told = "郑宏，男，1975年3月生，钳工。他去年代表厂里参加了全国QC成果发布，拿了个一等奖（年份待核）。"
    [honour] = read(told, "individual").honours
    assert (honour.name, honour.date, honour.reason_code) == ("全国QC成果发布一等奖", "", "DATE_MISSING")


def test_short_names_of_associations_give_and_old_titles_are_told_with_their_reason() -> None:
    told = (
        "某某中学\n荣誉：\n2022年重庆市优秀QC小组一等奖（重庆市质协）\n2010年获重庆市绿色学校\n2022年获重庆市平安校园\n"
    )
    honours = read(told).honours
    assert [one.reason_code for one in honours] == ["ASSOCIATION", "OUT_OF_WINDOW", "NOT_QUALITY"]
    assert honours[0].issuer == "重庆市质协"


_CHAT = """市场部小阚 09:12：公司全名重庆悬衡电梯服务有限公司，在渝北区
资料员 09:14：人数？
行政 邰姐 09:20：全公司上个月工资表264人，里面持证维保工190人
资料员 09:21：平时做啥
市场部小阚 09:22：干电梯维保、急修、老旧电梯改造
资料员 09:47：联系人写谁，电话多少
市场部小阚 09:48：写邰岚，行政部主管，她号码今天刚换
资料员 09:49：好
行政 邰姐 09:50：卡还没激活
"""


def test_a_chat_with_clocks_between_speaker_and_words_is_read() -> None:
    material = read(_CHAT)
    keys = ("name", "employees", "business_scope", "contact_name", "contact_title")
    values = ("重庆悬衡电梯服务有限公司", 264, "电梯维保、急修、老旧电梯改造", "邰岚", "行政部主管")
    assert tuple(material.value(key) for key in keys) == values


def test_what_a_firm_came_from_is_not_its_type() -> None:
    told = "某某炭素有限公司。股份合作制改过来的有限责任公司，现登记为有限责任公司（自然人投资或控股）。"
    assert read(told).value("economic_type") == "有限责任公司（自然人投资或控股）"


def test_a_post_is_told_without_the_firms_short_name() -> None:
    told = "郑宏，男，重庆埠岸港务有限公司司机。联系人 埠岸港务操作部经理 苌又青 023-04218113"
    assert read(told, "individual").value("contact_title") == "操作部经理"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("哪一代检出病毒，同号的往下所有代一起停售。", "PERSONAL_PRIVACY"),
        ("合格率由88.7%提高到97.9%。两头对不上账（差超过8%）的那一锅不灌装。", "CONFLICT_METRIC"),
        ("药房每月把拆方最多的十味药做成“难称榜”贴出来，榜上有名的换秤。", "HONOUR_DATE_MISSING"),
    ],
)
def test_ways_of_working_are_no_flags(told: str, code: str) -> None:
    assert code not in codes(read("某某种业有限公司，2012年5月成立，员工88人。" + told))
