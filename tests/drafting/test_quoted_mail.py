"""E-mails with earlier ones quoted in them: nobody else's words are read as the applicant's."""

import pytest

from tests.drafting.materials import codes, read

_OWN = "重庆磐石阀门有限公司位于重庆市荣昌区，公司推行“三压一泡”工作法，每只阀门出厂前打三次压、泡一次水。"
_TOLD = _OWN + "2008年5月成立，有限责任公司，从事阀门制造，现有员工120人。"
_HONOUR = "2022年12月重庆市市长质量管理奖（重庆市人民政府）"


@pytest.mark.parametrize(
    "quoted",
    [
        "> 贵公司供应商重庆宏达铸造有限公司有员工800人，成立于1995年3月，经济类型为国有企业。",
        "> 贵单位隔壁宏达厂：员工800人，1995年3月成立，国有企业。",
        "> 您那边的员工是800人吧，1995年3月成立的国有企业。",
        "> 供应商宏达厂现有员工800人，1995年3月成立，国有企业。",
        "> 我们公司现有员工800人，1995年3月成立，国有企业。\n> （这是宏达厂发来的范文，供参考）",
    ],
)
def test_what_the_other_side_tells_is_no_fact_of_the_applicant(quoted: str) -> None:
    material = read(f"发件人：质监局小刘\n{quoted}\n收到，以下是我们的回复，供您汇总，谢谢。\n{_OWN}\n", "organisation")
    assert [material.value(key) for key in ("employees", "founded", "economic_type")] == [None, None, None]


@pytest.mark.parametrize(
    "quoted",
    [
        f"> 我们去年获{_HONOUR}。（这是宏达厂发来的范文，供参考）",
        f"> 荣誉：{_HONOUR}\n> 以上是示例，请照着填。",
        f"> 供应商宏达厂获{_HONOUR}。",
    ],
)
def test_a_model_text_gives_no_honour(quoted: str) -> None:
    assert not read(f"{_TOLD}\n{quoted}\n", "organisation").listed_honours


def test_an_own_earlier_mail_still_tells() -> None:
    material = read(f"补充一句：联系人改为质量部长郭小川，其余都按上封邮件，麻烦您了。\n> {_TOLD}\n", "organisation")
    assert material.value("employees") == 120
    assert str(material.value("founded")) == "2008年5月"


def test_a_numbered_statement_asks_nothing() -> None:
    material = read(f"{_TOLD}\n> 1. 你们上次填的成立时间是1998年3月。\n", "organisation")
    assert str(material.value("founded")) == "2008年5月"
    assert "CONFLICT_FOUNDED" not in codes(material)


def test_what_was_given_before_is_told_back() -> None:
    quoted = "> 你们上次报的是员工410人，请说明口径。"
    assert "CONFLICT_EMPLOYEES" in codes(read(f"{_TOLD}\n{quoted}\n", "organisation"))


def test_a_numbered_question_is_answered_below() -> None:
    material = read(f"{_OWN}\n> 1. 现有员工人数\n120人\n> 2. 成立时间\n2008年5月\n", "organisation")
    assert material.value("employees") == 120
