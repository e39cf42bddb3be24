"""What a new user stumbled over: a person read as his firm, titles in names, methods lost beside a certificate."""

import pytest

from assistant.drafting.material.kind import guess_kind
from tests.drafting.materials import read


@pytest.mark.parametrize(
    "text",
    [
        "我叫冉启华，男，1975年6月生，现任重庆黔江正阳铝材有限公司挤压车间首席技师。公司成立于2003年，员工280人，主营铝材。",
        "大家好，我叫宓思源，在宝鸡秦岭乳业有限公司检验室干了19年。公司主营液态奶，有员工310人。",
        "本人邬铁梁，男，兰州陇中电缆有限公司挤塑工。公司2008年成立，员工200人。",
        "被推荐人：晏守拙\n现任：阳泉桃河仪表有限公司装配工（一线工作人员），公司成立于1998年。",
        "谢承泽同志，甘肃金昌铜业股份有限公司首席质量官，从事质量管理16年。公司主营电解铜。",
    ],
)
def test_a_text_on_one_person_is_an_individuals_though_it_presents_the_firm(text: str) -> None:
    assert guess_kind(text) == "individual"


@pytest.mark.parametrize(
    "text",
    [
        "我叫冉启华，替公司填这个表。重庆黔江正阳铝材有限公司成立于2003年，员工280人，主营铝材。",
        "我叫宓思源，是办公室的。我们公司2008年成立，主营液态奶，现有员工310人。",
        "重庆黔江正阳铝材有限公司成立于2003年，首席质量官由冉启华担任，员工280人。",
    ],
)
def test_who_writes_for_the_firm_does_not_apply_himself(text: str) -> None:
    assert guess_kind(text) == "organisation"


@pytest.mark.parametrize("lead", ["现任", "就职于", "现供职于", "历任"])
def test_the_word_before_an_employer_is_no_part_of_its_name(lead: str) -> None:
    text = f"我叫冉启华，男，1975年6月生，{lead}重庆黔江正阳铝材有限公司首席技师。"
    assert read(text).value("name") in {"重庆黔江正阳铝材有限公司", None}
    assert read(text, "individual").value("name") == "冉启华"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("企业质量工作总结", "每套轴承可扫描二维码追溯到炉号"),
        ("先进质量管理事迹介绍", "证书扫描件由办公室提供"),
        ("2024年度质量管理经验材料汇编", "制度见第 3 页"),
    ],
)
def test_a_title_is_no_part_of_the_name_under_it(title: str, told: str) -> None:
    firm = "重庆渝衡精密轴承有限公司"
    text = f"附件2\n{title}\n{firm}成立于2009年4月，位于重庆市璧山区，现有员工412人，{told}。公司为民营企业。"
    assert read(text).value("name") == firm


@pytest.mark.parametrize(
    ("sentence", "practice"),
    [
        (
            "公司2012年通过IATF16949质量管理体系认证，总结形成“三防四控五追溯”质量管理方法，每套轴承可凭二维码追溯到炉号。",
            "总结形成“三防四控五追溯”质量管理方法，每套轴承可凭二维码追溯到炉号",
        ),
        ("2019年取得HACCP体系认证证书，随后建立“一车一检一码”台账。", "建立“一车一检一码”台账"),
        (
            "2022年获得甘肃省人民政府质量奖，独创“五色卡”交接法，把交接差错由每月12起降到1起。",
            "独创“五色卡”交接法，把交接差错由每月12起降到1起",
        ),
    ],
)
def test_a_method_told_behind_a_certificate_or_an_award_is_kept(sentence: str, practice: str) -> None:
    material = read(f"重庆渝衡精密轴承有限公司成立于2009年4月。\n{sentence}")
    assert practice in [one.text for one in material.practices]
    assert material.honours


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年获得甘肃省人民政府质量奖，这是对公司推行质量改进的肯定。",
        "2015年通过ISO9001认证，认证范围为电缆的设计开发和生产。",
    ],
)
def test_what_goes_on_about_the_paper_itself_is_no_practice(sentence: str) -> None:
    assert not read(f"兰州陇中电缆有限公司2008年成立。\n{sentence}").practices
