"""The texts are whole phrases of the applicant's own: no glued scraps, no names of persons, no half of a list."""

import pytest

from assistant.drafting.characterisation import characterisations
from assistant.drafting.draft import draft
from assistant.drafting.limits import count_characters
from assistant.drafting.profile import write_profile
from tests.drafting.materials import read

TOP = "兰州砺轴机械有限公司，2006年4月成立，有员工612人。\n"


def lines(text: str) -> list[str]:
    return [line.text for line in characterisations(read(TOP + text))]


@pytest.mark.parametrize(
    "text",
    [
        "公司推行“三查三比”质量管理模式。设首席质量官，由副总经理李海峰担任，每周查一次现场。",
        "公司推行“一炉一签”，由总工程师牟望山牵头，每炉必签。",
        "质检科长阎若水总结出“三听一看”法，每台必听。",
    ],
)
def test_no_line_names_a_person(text: str) -> None:
    assert not any(name in line for line in lines(text) for name in ("李海峰", "牟望山", "阎若水"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("我院推行“回头一问”，每位病人出门前再问一次用药。", "院推行"),
        ("我校实行“一课三备”，每课必备三次。", "校实行"),
        ("本社建立“一锅一牌”，每锅刻牌。", "社建立"),
        ("中心建立投诉首问负责制，每件48小时内办结。推行“一人一档”，每人一份照护档案。", "中心建立"),
        ("公司自2016年起探索形成“五零五控”质量管理模式，每道工序过五关。", "公司自2016"),
    ],
)
def test_the_subject_is_taken_off_whole(text: str, wrong: str) -> None:
    assert lines(text) and not any(wrong in line for line in lines(text))


@pytest.mark.parametrize(
    "scrap", ["三级乙等综合医院", "开放床位", "培养注册质量工程师43名", "获授权发明专利12项", "主要产品为"]
)
def test_what_is_only_counted_or_classed_is_no_way_of_working(scrap: str) -> None:
    text = (
        "我院是三级乙等综合医院，开放床位860张。推行“回头一问”，每位病人出门前再问一次用药。"
        "培养注册质量工程师43名，获授权发明专利12项。主要产品为轴承。"
    )
    assert not any(scrap in line for line in lines(text))


def test_what_the_name_means_goes_first_with_the_repeated_verb_said_once() -> None:
    text = "公司推行“三查三比”质量管理模式：查图纸、查工艺、查实物；比合格率、比交期、比成本。导入卓越绩效模式。"
    assert lines(text)[0] == "三查三比，查图纸、工艺、实物，比合格率、交期、成本"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("推行“首件三检”，一次交验合格率由91.1%提升到98.1%。", "首件三检，一次交验合格率由91.1%升至98.1%"),
        ("推行“关键工序双人复核”，一次交验合格率由94.4%提升到97.4%。", "关键工序双人复核，一次交验合格率升至97.4%"),
        ("推行“一物一码”，客户投诉率由每年2.6%下降到0.3%。", "一物一码，客户投诉率由每年2.6%降至0.3%"),
    ],
)
def test_a_result_is_put_in_fewer_words_where_the_line_has_no_room(text: str, line: str) -> None:
    assert line in lines(text) and count_characters(line) <= 25
    assert lines(text)[0] != text[3:7]


@pytest.mark.parametrize(
    "told",
    [
        "公司推行“三查三比”质量管理模式：查图纸、查工艺、查实物；比合格率、比交期、比成本。",
        "公司抓“两头”：一是进厂逐批复检；二是出厂逐台试压；三是售后逐户回访。",
    ],
)
def test_a_list_is_not_cut_at_its_semicolon(told: str) -> None:
    assert told.strip("。") in draft(read(TOP + told + "\n")).profile


def test_two_sentences_parted_by_a_semicolon_stay_two() -> None:
    text = "公司推行“一炉一签”，每炉必签；2023年废品率由6.1%降到1.9%。"
    assert [practice.text[-1] for practice in read(TOP + text).practices] == ["；", "。"]


def test_a_secret_half_is_not_joined_to_an_open_one() -> None:
    text = "公司推行“两控”：控温度；炉温曲线1387度属商业秘密，不得公开；控时间。\n"
    assert "1387" not in draft(read(TOP + text)).profile


def test_room_left_is_used_for_standards_investment_and_the_figures_of_the_form() -> None:
    text = (
        "2023年营业收入\t15.72亿元\t2023年利润总额\t1.38亿元\n"
        "自主研发的提升系统填补国内空白，主导制定国家标准2项、行业标准5项。近三年研发投入占营业收入的5.3%。\n"
    )
    profile = draft(read(TOP + text)).profile
    for told in ("2023年营业收入15.72亿元", "利润总额1.38亿元", "国家标准2项、行业标准5项", "研发投入占营业收入的5.3%"):
        assert told in profile
    assert "填补" not in profile


def test_a_long_sentence_is_shortened_clause_by_clause_not_dropped() -> None:
    long = (
        "公司形成“五零五控”质量管理模式，配套五类数字化控制手段，建成齿轮加工全过程质量追溯平台，"
        "关键工序CPK由1.12提升到1.67，顾客端PPM从186降至23，质量损失率由1.8%下降到0.42%，交付准时率由91%提高到99%。"
    )
    material = read(TOP + long)
    shorter = write_profile(material, limit=130).text
    assert count_characters(shorter) <= 130 and "五零五控" in shorter and "追溯平台" in shorter


def test_a_clause_that_narrows_the_claim_is_never_left_out() -> None:
    long = (
        "公司推行“五零五控”，建成齿轮加工全过程质量追溯平台并接入全部二百一十三台关键加工设备的运行数据，"
        "关键工序CPK由1.12提升到1.67，顾客端PPM从186降至23，质量损失率由1.8%下降到0.42%，但仅限一号车间。"
    )
    shorter = write_profile(read(TOP + long), limit=100).text
    assert "五零五控" not in shorter or "仅限一号车间" in shorter


@pytest.mark.parametrize("scope", ["石油钻采装备和矿山提升机", "手机精密结构件"])
def test_a_scope_of_things_only_gets_a_verb_that_fits(scope: str) -> None:
    assert f"主营{scope}" in draft(read(f"{TOP}主营产品：{scope}\n")).profile


def test_labels_of_a_form_are_not_copied_into_a_persons_profile() -> None:
    text = "姓名：李志强 性别：男 1974年9月生，正高级工程师，从事质量工作26年。\n他创建“零缺陷五步法”，每步必检。\n"
    profile = draft(read(text, "individual")).profile
    assert profile.startswith("李志强，男，1974年9月生，正高级工程师")
    assert "：男" not in profile and "姓名" not in profile
