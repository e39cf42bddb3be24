"""What a county officer would print: a one-line that closes, profiles without the furniture of the paper."""

import pytest

from assistant.drafting.characterisation import characterisations
from assistant.drafting.fit import leans_back, may_print, without_lead
from assistant.drafting.profile import write_profile
from tests.drafting.materials import read

TOP = "重庆砺杼机械有限公司，2006年4月成立，有限责任公司，在璧山区，主营水泵的生产和销售，有员工612人。\n"


def line(text: str) -> str:
    return characterisations(read(TOP + text))[0].text


def profile(text: str, top: str = TOP) -> str:
    return write_profile(read(top + text)).text


def of_a_person(text: str) -> str:
    return write_profile(read(text, "individual")).text


@pytest.mark.parametrize(
    ("text", "name", "closes"),
    [
        ("2017年起推行“听泵三响”：每台泵下线前空转三分钟，响声发闷的，整台退回装配。", "听泵三响", "退回装配"),
        ("公司搞“一瓶一影”：灌装后每瓶过一遍光，瓶底有黑点就报废。", "一瓶一影", "有黑点就报废"),
        ("做法是“倒班互考”：交班的给接班的出三道题，答错一道不许接班。", "倒班互考", "不许接班"),
        ("2019年起设“退货墙”，客户退回的件钉在墙上，谁的工序谁去拆下来讲清楚。", "退货墙", "谁的工序谁去"),
        ("公司推行“热件先量”：锻件出炉先量三处，有一处超差整炉停锻。", "热件先量", "整炉停锻"),
        ("推“隔天再看”：涂装件放一夜，第二天早上侧光再看，起泡的当场打磨重做。", "隔天再看", "当场打磨重做"),
    ],
)
def test_a_rule_with_what_follows_closes_the_line(text: str, name: str, closes: str) -> None:
    assert line(text).startswith(name) and closes in line(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("公司推行“一泵一卡”：泵在井下坏了说不清是谁的毛病，每台泵配一张卡，卡不跟泵不许出厂。", "说不清"),
        ("公司推行“三看叶轮”：每天开班前，班长带人看三处，有一处不平整批返磨。", "开班前"),
        ("公司推行“试水十分”：客户最怕漏，每台注水十分钟，湿一点就拆。", "最怕"),
        ("公司推行“沙箱认人”：通常的做法是抽检合格即放行，公司每箱写上造型工的名字，漏气谁造谁刨开。", "通常"),
        ("公司推行“停手半刻”：换刀前先停半刻钟，把首件量完，首件不合格不开机。", "换刀前先停半刻钟"),
    ],
)
def test_the_scene_and_the_half_of_a_course_do_not(text: str, wrong: str) -> None:
    assert not line(text).endswith(wrong) and wrong not in line(text)


def test_a_clause_stands_beside_the_method_it_tells_of() -> None:
    text = (
        "2016年公司推行“一壳一号”：每只泵壳打号，号对不上不装配。"
        "另设“漏点先赔”：现场漏水先赔一台新的，查出来是谁的责任再从谁的奖金里扣。"
    )
    assert line(text) == "一壳一号，每只泵壳打号，号对不上不装配"


def test_a_method_may_hold_the_word_for_oneself() -> None:
    text = "姜望川，男，重庆砺杼机械有限公司装配工。我的办法叫“坏件归我”：坏件一律由我当天拆开。"
    found = characterisations(read(text, "individual"))[0].text
    assert found.startswith("坏件归我")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("表3　质量做法与效果\n推行“听泵三响”，每台泵空转三分钟，响声发闷的整台退回。", "表3"),
        (
            "公司主营水泵的生产和销售，推行“听泵三响”，每台泵空转三分钟，响声发闷的整台退回。",
            "主营水泵的生产和销售，推行",
        ),
        ("推行“听泵三响”，每台泵空转三分钟，响声发闷的整台退回。中国质量奖我们先不报，就报市长质量管理奖。", "质量奖"),
        ("推行“听泵三响”，每台泵空转三分钟。公司每年办一次美食节，给游客发小泵模型。", "游客"),
        ("推行“听泵三响”，每台泵空转三分钟。车间的猫叫“叶轮”。", "猫"),
        ("推行“听泵三响”，每台泵空转三分钟。再就是客户给过一个“优秀供应商”。", "优秀供应商"),
        ("推行“听泵三响”，每台泵空转三分钟。另据生产部总结。", "另据"),
    ],
)
def test_the_paper_itself_is_not_printed(text: str, wrong: str) -> None:
    assert wrong not in profile(text)


@pytest.mark.parametrize(
    "text",
    [
        "表面粗糙度逐件测量，超差的当场返磨。",
        "第3道工序设复检岗，漏检一件停线半小时。",
        "每月把客户不报修的毛病也登记上墙。",
        "公司为2家单位建立质量档案并公示情况。",
        "景区步道每段编号，游客滑倒一次记一笔，记满三笔必改。",
        "开展“先进帮后进”结对，每名技师带两名新工。",
        "合格率由91%提高到99%。",
        "检验记录全部上墙。",
    ],
)
def test_sentences_of_the_work_are_printed(text: str) -> None:
    assert may_print(text)


@pytest.mark.parametrize(
    "text",
    [
        "附表2主要做法和成效",
        "第四章推广情况",
        "参会人员：总工、质量部长",
        "访谈记录（宣传科整理）",
        "泵壳合格率",
        "检验机构资质证书（2022年换发）",
        "省质量奖就不报了",
        "近三年考核均为优秀",
    ],
)
def test_heads_and_asides_are_not(text: str) -> None:
    assert not may_print(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("从那以后，他每台必听。", "他每台必听。"),
        ("据介绍，漏水由9起降到1起。", "漏水由9起降到1起。"),
        ("另一条是“隔天再看”，涂装件放一夜。", "“隔天再看”，涂装件放一夜。"),
        ("第二个做法叫“坏件上桌”：坏件摆一周。", "“坏件上桌”：坏件摆一周。"),
        ("有，“退货墙”。", "“退货墙”。"),
        ("“泵好不好，听一听就晓得。”厂长尹望川说，2018年开始听泵。", "2018年开始听泵。"),
        ("有三道关，每道必签。", "有三道关，每道必签。"),
        ("接着剂每桶必检。", "接着剂每桶必检。"),
        ("“听泵三响”推行五年。", "“听泵三响”推行五年。"),
    ],
)
def test_what_points_at_nothing_is_left_out(text: str, rest: str) -> None:
    assert without_lead(text) == rest


def test_a_bare_name_is_joined_with_what_explains_it() -> None:
    text = (
        "1.“停手半刻”。每次换刀，操作工停半刻钟量首件，首件不合格不开机。\n2.“退货墙”。退回的件全部上墙，谁的工序谁讲。"
    )
    told = profile(text)
    assert "“停手半刻”：每次换刀" in told and "“退货墙”：退回的件" in told


def test_what_was_wrong_before_is_left_out_of_the_sentence_that_tells_the_practice() -> None:
    text = (
        "公司主推“盖前留影”。泵盖一装里面的事谁也说不清，2019年起，装盖前必须把密封面拍照，没有照片检验员不签字。"
        "返修率由5%降到1%。"
    )
    told = profile(text)
    assert "装盖前必须把密封面拍照" in told and "说不清" not in told


def test_what_leans_on_a_sentence_stands_only_with_it() -> None:
    assert leans_back("这就是后来的“退货墙”。") and leans_back("这张纸叫“病历”。")
    assert not leans_back("这里每班必检。") and not leans_back("那年起每班必检。")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "陕西澄砚锻造有限公司关于推荐郭望川同志的报告\n"
            "郭望川，男，1979年3月出生，现为公司锻造车间锻工、高级技师。推行“热件先量”。",
            "现为陕西澄砚锻造有限公司锻造车间锻工",
        ),
        (
            "姓名：苗听雨　性别：女　出生：1981年5月\n现职：兰州砾川仪表有限公司首席质量官、副总经理\n"
            "2016年设“退货墙”，退回的件全部上墙。",
            "兰州砾川仪表有限公司首席质量官、副总经理",
        ),
        (
            "推荐人选：邵守拙（重庆磐汀水泵有限公司装配二班班长）\n\n"
            "邵守拙，男，1980年2月生，高级技师，在一线22年。推行“听泵三响”。",
            "重庆磐汀水泵有限公司",
        ),
        (
            "（受访人：尹照微，女，1978年生，天水市沐苇医院护士长）。推行“翻身落印”，每次翻身签名。",
            "尹照微，女，1978年生，天水市沐苇医院护士长。",
        ),
    ],
)
def test_a_person_is_presented_with_the_employers_name(text: str, told: str) -> None:
    assert told in of_a_person(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("郭望川，男，1979年3月出生，陕西澄砚锻造有限公司锻工。公司在客户重庆磐汀水泵有限公司派驻一人。", "磐汀"),
        ("苗听雨，女，1981年5月出生，个体工匠。他还教会了镇上中学的孩子。", "教会"),
    ],
)
def test_no_other_body_is_taken_for_the_employer(text: str, wrong: str) -> None:
    assert wrong not in of_a_person(text + "推行“热件先量”，每件必量。").split("。")[0]


@pytest.mark.parametrize(
    "spread",
    [
        "卡片的样式印给了全区9家水泵厂。",
        "县里6家泵厂用上了三响卡。",
        "2020年起在公司另外4个班推开。",
        "三响卡由县里11户配件户照用。",
    ],
)
def test_where_a_method_spread_to_is_told_before_what_was_sold(spread: str) -> None:
    filling = "".join(f"2023年第{n}类水泵的营业收入为{n}.2亿元，其中外销的占{n}成。" for n in range(2, 8))
    told = profile(f"推行“听泵三响”，每台泵空转三分钟，响声发闷的整台退回，谁装的谁拆。{filling}{spread}")
    assert spread.rstrip("。") in told


def test_a_change_is_told_before_a_level() -> None:
    text = (
        "推行“听泵三响”，每台泵空转三分钟，响声发闷的整台退回，谁装的谁拆，拆完由班长重新签字，签字的人对这台泵负责到底。"
        "公司2023年营业收入2.08亿元。"
        "泵体批间泄漏极差由0.11克每小时缩小到0.04克每小时，一次装配合格率由91.6%提高到99.2%，用户索赔由2015年的27起降到2023年的2起。"
        "三响卡已被璧山区6家水泵企业仿建。发明专利5件，参与行业标准2项。"
    )
    assert "99.2%" in profile(text)


@pytest.mark.parametrize(
    "scene", ["主任说，脸打疼了手才稳。", "这一条最管用，店长不用硬撑着。", "初春的岐山，香气顶着风走。"]
)
def test_a_scene_is_not_printed(scene: str) -> None:
    assert scene.rstrip("。") not in profile(f"推行“听泵三响”，每台泵空转三分钟，响声发闷的整台退回。{scene}")


@pytest.mark.parametrize(
    ("told", "anothers"),
    [
        ("张桂花，护士长。丈夫在重庆宏图机械有限公司上班。", "宏图"),
        ("张桂花，护士。2015年在重庆医科大学进修半年。", "医科大学"),
        ("王大海，公司焊工。供应商重庆宏达机械有限公司来学过。", "宏达"),
        ("王大海，男，焊工。记者在重庆江岸集团公司采访他。", "江岸"),
        ("王大海，男，厂里班长。早年在重庆宏达机械有限公司当学徒。", "宏达"),
    ],
)
def test_a_body_named_beside_somebody_is_no_employer(told: str, anothers: str) -> None:
    first = of_a_person(f"{told}推行“药袋倒念”，每袋念两遍。").split("推行")[0]
    assert anothers not in first


@pytest.mark.parametrize(
    "told",
    [
        "王大海，男，1980年生，焊工。王大海在重庆磐石阀门有限公司工作15年。",
        "王大海，男，1980年生，重庆磐石阀门有限公司焊工。",
    ],
)
def test_where_somebody_works_is_the_employer(told: str) -> None:
    assert "重庆磐石阀门有限公司" in of_a_person(told)
