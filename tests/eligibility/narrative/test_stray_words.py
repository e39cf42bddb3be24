"""A word that only stands by decides nothing: another's works, goods named for their users, a span fallen short of.

Most readings here are left open; what must not come is the fact the stray word would have carried.
"""

from datetime import date

import pytest

from assistant.eligibility.narrative.notebook import Value
from assistant.eligibility.narrative.reader import read_narrative

AS_OF = date(2024, 2, 17)
FIRM = "重庆渝江有限公司，2005年在渝北注册。"
ORG = "阳泉市晋阳耐火材料有限公司，2007年在郊区注册，独立法人。"
WORKER = "我在阳泉一家轧钢厂的一线干了13年。"


def read(text: str) -> dict[str, Value]:
    return read_narrative(text, AS_OF).values()


@pytest.mark.parametrize(
    "words",
    [
        "我们公司做阀门，从台州的工厂拿货来卖",
        "我们做变压器，给客户车间里的设备做检修，不造",
        "做农机的，是个经销商，直接从工厂提货",
        "主要做门窗，从工厂定货，我们上工地安装",
        "做电梯，工厂在苏州是别人家的，我们负责安装维保",
        "做锅炉，客户投产之前我们去安装调试",
        "做轴承的，自己不生产，都是从工厂进货转手卖给客户",
        "做家具的，没有工厂，只管设计和卖，生产全外包",
        "我们是卖轴承的，货都从洛阳一家工厂进",
        "做水泵，贴牌的，工厂是温州一家代工厂",
        "我们做仪表，厂家的车间在上海，我们做代理",
        "做阀门的，主要给化工厂车间上门检修",
        "做服装的，自己没有车间，找厂里代工",
        "做电缆的，客户工厂停电时我们去抢修",
        "做玻璃的，从厂里提货卖到工地",
        "做开关柜，只做设计，生产交给外面的工厂",
    ],
)
def test_anothers_works_make_no_maker(words: str) -> None:
    assert "gbt4754_section" not in read(f"{FIRM}{words}。")


@pytest.mark.parametrize(
    "words",
    [
        "我们是印刷广告的，厂里有四台印刷机",
        "做房屋建筑工程的预制构件的厂子",
        "做餐饮具的厂子",
        "做酒店家具的，自己有车间三个",
        "生产软件狗的厂",
        "冷链物流车的改装",
        "物流箱，吹塑的",
        "做快递袋的厂",
        "生产家政用的清洁剂",
        "生产美容美发用的电吹风",
        "给超市做货架的，车间三个",
        "做环卫车的，冲压焊装涂装总装",
        "做酒店用品的，注塑车间两个",
        "做学校课桌椅的厂子",
        "造垃圾清运车的，有焊装线",
        "做超市购物车的，自己的厂房里冲压、焊接",
        "做餐饮设备的，钣金车间一个",
        "生产快递包装箱的工厂",
        "生产养殖用的水泵",
        "检测仪器的生产",
        "做学校食堂桌椅的",
        "做医院病床的",
    ],
)
def test_goods_are_not_their_users_trade(words: str) -> None:
    assert read(f"{FIRM}{words}。").get("gbt4754_section") in (None, "C")


@pytest.mark.parametrize("words", ["做集中供热的管网施工", "做集中供暖管道的安装"])
def test_building_for_a_supplier_is_no_supply(words: str) -> None:
    assert read(f"{FIRM}{words}。").get("gbt4754_section") != "D"


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("做阀门的，三个车间，两百多人", "C"),
        ("我们做轴承，工厂在江津，产品卖到全国", "C"),
        ("主营汽车维修", "O"),
        ("我们是做物流的，有三十台货车", "G"),
        ("软件开发公司，给工厂做管理系统", "I"),
        ("露天煤矿开采", "B"),
        ("建筑施工企业，一直正常经营", "E"),
        ("集中供热，有三个热源厂", "D"),
        ("做公交客运", "G"),
    ],
)
def test_a_plain_trade_is_still_read(words: str, section: str) -> None:
    assert read(f"{FIRM}{words}。").get("gbt4754_section") == section


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("我在阳泉某厂开天车，一线的活，离十年还差两年。", None),
        ("我在阳泉一家轧钢厂的一线干了八年，距满十年尚欠一年。", 8),
        ("我在阳泉一家轧钢厂干一线，干了不够十年。", None),
        ("我在阳泉一家轧钢厂一线，干了七年，距十年还差三年。", 7),
        ("我在阳泉一家轧钢厂的一线，十年还差半年。", None),
        ("我在阳泉一家轧钢厂的一线，满打满算未满十年。", None),
        ("我在阳泉一家轧钢厂一线干了十二年，离退休还差三年。", 12),
    ],
)
def test_a_span_fallen_short_of_is_no_service(words: str, years: int | None) -> None:
    assert read(words).get("role_years") == years


@pytest.mark.parametrize(
    ("words", "branch_city"),
    [
        ("西安秦锐机械有限公司，总部西安。2015年在天水成立了分公司。", "天水市"),
        ("我们是西安的公司，2015年在天水开了一家分公司。", "天水市"),
        ("青岛海顺公司，在兰州办了个分公司，是一家做电缆的公司。", "兰州市"),
        ("我公司是四川的，在兰州成立了一家分公司，现在用总公司名义申报。", "兰州市"),
        ("成都锐达机械公司，2016年在重庆渝北设立了分公司，自己是总公司来申报。", "重庆市"),
        ("我们公司在太原，2012年在阳泉办了家分公司。", "阳泉市"),
        ("某集团总部在成都，2014年在兰州建了一家分公司。", "兰州市"),
    ],
)
def test_a_firm_does_not_sit_where_its_branch_does(words: str, branch_city: str) -> None:
    assert read(words).get("registered_city") != branch_city


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("体系证书全有效期已过", "qms_certified", True),
        ("体系证书都有人办，我们没办", "qms_certified", True),
        ("体系证书都有人办，我们没办", "other_ms_certified", True),
        ("两个体系无一通过认证", "qms_certified", True),
        ("质量、环境体系无一取得证书", "qms_certified", True),
        ("生产许可证有，排污许可证无", "has_required_licenses", True),
        ("说许可证都有，其实差一张", "has_required_licenses", True),
        ("许可证都齐全，但还差一张排污的", "has_required_licenses", True),
        ("许可证无一有效", "has_required_licenses", True),
        ("资质证照没有一张有效", "has_required_licenses", True),
        ("许可证无一缺失", "has_required_licenses", False),
        ("产业政策无一符合", "violates_industrial_policy", False),
        ("产业政策没有一条符合", "violates_industrial_policy", False),
    ],
)
def test_papers_that_are_not_there(words: str, key: str, value: bool) -> None:
    assert read(f"{ORG}{words}。").get(key) is not value


def test_papers_that_are_there() -> None:
    assert read(f"{ORG}体系证书都有，年年审。")["qms_certified"] is True
    assert read(f"{ORG}许可证一张不少。")["has_required_licenses"] is True
    assert read(f"{ORG}产品无一不符合产业政策。")["violates_industrial_policy"] is False


@pytest.mark.parametrize(
    "words",
    [
        "市级技能比赛，带徒弟拿了三个。我自己没拿过。",
        "参评市级技能能手三次没评上。",
        "市级技能大赛参评三次未评上。",
        "市级技术能手报了四次，都落选。",
        "指导学员参加市级技能大赛得了五个奖。",
    ],
)
def test_no_prizes_of_ones_own(words: str) -> None:
    assert read(WORKER + words).get("skill_contest_city_awards_count") in (None, 0)


@pytest.mark.parametrize(
    "words",
    [
        "从没违过法。2023年因打牌，厂长给了个警告处分。",
        "从没违法违规违纪。2023年带徒弟违章作业被安监罚款五百。",
        "从没违法违规违纪。去年因迟到，车间主任给了个记过处分。",
        "从没违法违规违纪。去年让工人超载作业被应急局罚了三千。",
    ],
)
def test_a_penalty_beside_who_gave_it_may_be_the_speakers(words: str) -> None:
    assert "violation_free_years" not in read(WORKER + words)


def test_a_penalty_given_to_another_is_the_others() -> None:
    assert read(f"{WORKER}从没违法违规违纪。去年厂长给了小王一个警告处分。")["violation_free_years"] == 99
    assert read(f"{WORKER}市级技能比武我拿过三次奖，还带徒弟。")["skill_contest_city_awards_count"] == 3
