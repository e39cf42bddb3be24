"""One wording a row: what each says of the applicant, in the phrasings people use."""

import pytest

from assistant.drafting.material.model import Kind
from tests.drafting.materials import codes, read

INTENTS = (
    ("是否申报中国质量奖：愿 意", "是"),
    ("申报意向（中国质量奖）：有", "是"),
    ("中国质量奖申报：（ ）是 （√）否", "否"),
    ("中国质量奖，报！", "是"),
    ("我们愿意参与中国质量奖的申报。", "是"),
    ("本单位同意推荐申报中国质量奖。", "是"),
    ("国奖不报。", "否"),
    ("中国质量奖就算了。", "否"),
    ("中国质量奖我们够不上，不报。", "否"),
    ("对中国质量奖，理事会还没表态。", "未明确"),
    ("中国质量奖：再议", "未明确"),
    ("中国质量奖意愿：待董事会研究", "未明确"),
    ("至于中国质量奖，等明年再说。", "未明确"),
    ("中国质量奖想了解一下条件。", "未明确"),
    ("申报中国质量奖意愿：是（总经理签字）", "是"),
    ("申报中国质量奖：Y", "是"),
    ("愿意申报中国质量奖：√", "是"),
    ("中国质量奖申报意愿 □是 ■否", "否"),
    ("没有申报中国质量奖的打算。", "否"),
    ("暂不考虑中国质量奖。", "否"),
    ("公司对中国质量奖有申报意愿。", "是"),
    ("如条件允许愿意申报中国质量奖。", "未明确"),
    ("公司正积极准备申报中国质量奖。", "是"),
    ("意愿：报中国质量奖", "是"),
    ("中国质量奖：同意", "是"),
    ("中国质量奖：无", "否"),
    ("参加中国质量奖评选：参加", "是"),
    ("中国质量奖愿意争取一下", "是"),
    ("中国质量奖的事，等集团批复。", "未明确"),
    ("是否愿意申报中国质量奖：", None),
    ("中国质量奖意愿：（空）", None),
    ("申报中国质量奖意愿：—", None),
    ("公司按中国质量奖评价准则开展自评。", None),
    ("2021年获中国质量奖提名奖。", None),
    ("对标中国质量奖要求改进管理。", None),
    ("申报中国质量奖与否，请领导定", "未明确"),
    ("意向栏：愿意", "是"),
)

WORDINGS: tuple[tuple[Kind, str, str, str], ...] = (
    ("organisation", "industry", "公司主业是医药制造业。", "医药制造业"),
    ("organisation", "industry", "国民经济行业分类：C3340 金属丝绳及其制品制造", "金属丝绳及其制品制造"),
    ("organisation", "industry", "行业代码C26，化学原料和化学制品制造业。", "化学原料和化学制品制造业"),
    ("organisation", "industry", "公司属于汽车零部件及配件制造。", "汽车零部件及配件制造"),
    ("organisation", "industry", "本院属卫生和社会工作。", "卫生和社会工作"),
    ("organisation", "industry", "从行业看，归橡胶和塑料制品业。", "橡胶和塑料制品业"),
    ("organisation", "industry", "行业嘛，餐饮业。", "餐饮业"),
    ("organisation", "county", "厂子就在兰州市榆中县和平镇。", "兰州市榆中县"),
    ("organisation", "county", "坐标重庆市荣昌区。", "荣昌区"),
    ("organisation", "county", "我们家在宝鸡市千阳县。", "宝鸡市千阳县"),
    ("organisation", "county", "公司（重庆·永川区）是一家企业。", "永川区"),
    ("organisation", "county", "生产基地在铜梁区高新区。", "铜梁区"),
    ("organisation", "county", "注册地址：重庆市九龙坡区火炬大道5号。", "九龙坡区"),
    ("organisation", "business_scope", "公司业务：钢结构设计、安装。", "钢结构设计、安装"),
    ("organisation", "business_scope", "主要经营范围为农机销售和维修。", "农机销售和维修"),
    ("organisation", "business_scope", "公司是一家从事锂电池生产、销售的企业。", "锂电池生产、销售"),
    ("organisation", "business_scope", "干的是管道疏通、清淤。", "管道疏通、清淤"),
    ("organisation", "business_scope", "承接水利工程施工、监理。", "水利工程施工、监理"),
    ("organisation", "business_scope", "业务涵盖软件开发、系统集成。", "软件开发、系统集成"),
    ("organisation", "business_scope", "产品有轴承、齿轮。", "轴承、齿轮"),
    ("organisation", "employees", "在职人员：四百零六人", "406"),
    ("organisation", "employees", "全公司上下一共88号人。", "88"),
    ("organisation", "employees", "员工约五百人。", "500"),
    ("organisation", "employees", "人员规模：350余人", "350"),
    ("organisation", "employees", "公司拥有员工260名。", "260"),
    ("organisation", "employees", "从业人员期末人数 173", "173"),
    ("organisation", "employees", "现员工总数已达1,350人。", "1350"),
    ("organisation", "employees", "现有正式职工66名，劳务派遣20名。", "66"),
    ("organisation", "founded", "公司自2011年5月成立以来坚持质量。", "2011年5月"),
    ("organisation", "founded", "公司创立于2003年。", "2003年"),
    ("organisation", "economic_type", "公司系外商独资企业。", "外商独资企业"),
    ("organisation", "economic_type", "登记类型为有限责任公司（国有控股）。", "有限责任公司（国有控股）"),
    ("organisation", "economic_type", "我们属于民营企业。", "民营企业"),
    ("organisation", "contact_name", "联系人：质量部-郝佳 13512345678", "郝佳"),
    ("organisation", "contact_name", "联系人是副总经理钟鸣，电话0931-8888888。", "钟鸣"),
    ("organisation", "contact_name", "联系人/电话：祝青 0931-8888888", "祝青"),
    ("organisation", "contact_name", "有事打电话给质检科长米兰：13512345678", "米兰"),
    ("individual", "name", "推荐人选：田野（重庆长江轴承股份有限公司质检员）", "田野"),
    ("individual", "name", "重庆长江轴承有限公司质检员田野同志事迹", "田野"),
    ("individual", "name", "田野事迹材料\n田野是重庆长江轴承有限公司质检员。", "田野"),
    ("individual", "name", "个人申报表\n姓 名：田野\n", "田野"),
    ("individual", "name", "我叫田野，是一名电工。", "田野"),
    ("individual", "name", "田野，45岁，电工。", "田野"),
    ("individual", "name", "申报人田野，男，1980年生。", "田野"),
    ("individual", "county", "田野，男，重庆市大渡口区钢铁公司炼钢工。", "大渡口区"),
    ("individual", "county", "姓名：田野\n单位：宝鸡市金台区中医医院\n", "宝鸡市金台区"),
    ("individual", "county", "田野，女，单位在兰州市城关区。", "兰州市城关区"),
)


@pytest.mark.parametrize(("wording", "intent"), INTENTS)
def test_the_intent_in_its_many_wordings(wording: str, intent: str | None) -> None:
    material = read(f"甲乙丙有限公司简介\n公司员工20人。\n{wording}\n联系人：经理 王五 0931-8888888\n")
    value = material.value("intent_china_quality_award")
    assert ("未明确" if "未明确" in str(value) else value) == intent
    assert ("MISSING_INTENT" in codes(material)) == (intent not in {"是", "否"})


@pytest.mark.parametrize(("kind", "key", "text", "value"), WORDINGS)
def test_a_fact_in_its_many_wordings(kind: Kind, key: str, text: str, value: str) -> None:
    head = "甲乙丙有限公司\n" if kind == "organisation" else ""
    assert str(read(f"{head}{text}\n", kind).value(key)) == value


def test_a_figure_taken_back_is_no_reading() -> None:
    material = read("甲乙丙有限公司\n员工98人。\n旧版写的员工是160人，那是连分厂算的，作废。\n")
    assert material.value("employees") == 98
    assert "CONFLICT_EMPLOYEES" not in codes(material)


def test_a_misread_figure_is_read_but_not_written_as_if_it_stood_there() -> None:
    from assistant.drafting.draft import draft

    material = read("企业名称：兰州皋兰塑业有限公司\n人 数：l20人\n")
    assert material.value("employees") == 120
    assert "120" not in draft(material).profile


def test_the_name_of_an_award_keeps_the_government_that_gives_it() -> None:
    material = read("甲乙丙有限公司\n荣誉：\n2022年12月 甘肃省人民政府质量奖提名奖（甘肃省人民政府）\n")
    assert [honour.name for honour in material.listed_honours] == ["甘肃省人民政府质量奖提名奖"]


def test_an_identity_number_and_a_running_sentence_are_no_names() -> None:
    assert read("名称：每只阀门出厂都打压\n员工20人。\n").value("name") != "每只阀门出厂都打压"
    assert read("姓名：620102198001011234\n", "individual").value("name") is None


def test_very_long_facts_never_break_the_limit_of_the_profile() -> None:
    from assistant.drafting.draft import draft
    from assistant.drafting.limits import PROFILE_LIMIT, fits

    long = "精密" * 200
    text = f"单位名称：甲乙丙有限公司\n所属行业：{long}业\n企业类型：有限责任公司（{long}）\n经营范围：{long}制造\n"
    assert fits(draft(read(text)).profile, PROFILE_LIMIT)
