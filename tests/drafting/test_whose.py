"""Whose an honour, a head count or a contact is, by the tail, the parts and the words of asking."""

import pytest

from assistant.drafting.draft import draft
from assistant.drafting.material.model import Material
from tests.drafting.materials import codes, read

_HEAD = (
    "宝鸡市岐炉铸件有限公司位于宝鸡市岐山县，2010年4月注册成立，主要从事铸铁件的生产与销售。"
    "推行“一包一签”，废品率由6.1%降到1.9%。\n"
)
_MIIT = "2022年3月全国质量标杆（工业和信息化部）"


def _read(line: str) -> Material:
    return read(f"{_HEAD}{line}\n")


_TAILS = (
    (f"{_MIIT}——江表厂", "NOT_OWN"),
    (f"{_MIIT}——重庆江北机械有限公司", "NOT_OWN"),
    (f"{_MIIT}，已递交申请", "NOT_OBTAINED"),
    (f"{_MIIT}，已递交申请书", "NOT_OBTAINED"),
    (f"{_MIIT}（拟）", "NOT_OBTAINED"),
    ("2022年3月全国质量标杆（拟授）", "NOT_OBTAINED"),
    ("2022年3月全国质量标杆（某杂志社）", "NON_GOV"),
    ("2022年3月全国质量标杆（品质出版社）", "NON_GOV"),
    ("2022年3月全国质量标杆（中国质量网）", "NON_GOV"),
)


@pytest.mark.parametrize(("line", "reason"), _TAILS)
def test_the_tail_of_an_honour_tells_who_gave_or_holds_it(line: str, reason: str) -> None:
    material = _read(line)
    assert [honour.reason_code for honour in material.honours] == [reason]
    assert "全国质量标杆" not in draft(material).honours_text()


@pytest.mark.parametrize("tail", ["", "——宝鸡市岐炉铸件有限公司", "，材料提交后经评审获评"])
def test_an_honour_of_its_own_stays_listed(tail: str) -> None:
    assert len(_read(_MIIT + tail).listed_honours) == 1


_NO_TOTAL = (
    "党员9人、团员20人，加起来29人。",
    "研发18人、质检12人，合计30人。",
    "实习生8人、临时工12人，合计20人。",
    "本科11人、大专23人，总共34人。",
    "一线41人，加上技术9人，合计50人，另有管理7人",
    "供应商那边花名册上是57个人。",
    "隔壁厂工资表上是57个人。",
    "2019年工资表上是57人",
)


@pytest.mark.parametrize("line", _NO_TOTAL)
def test_a_sum_of_kinds_or_of_others_is_no_total(line: str) -> None:
    material = _read(line)
    assert material.value("employees") is None
    assert "MISSING_EMPLOYEES" in codes(material)


_TOTAL = (
    ("一线41人、技术9人、管理7人，合计57人。", 57),
    ("正式员工76人，劳务派遣31人，共107人。", 107),
    ("全厂研发18人、质检12人，合计30人。", 30),
    ("花名册上是57个人。", 57),
    ("2023年12月工资表上是57人。", 57),
)


@pytest.mark.parametrize(("line", "total"), _TOTAL)
def test_a_sum_of_all_is_the_total(line: str, total: int) -> None:
    assert _read(line).value("employees") == total


_NO_CONTACT = (
    "我叫晏小荷，是咨询公司的，代他们写材料，有事找我，电话0917-4210006。",
    "我是顾问公司的晏小荷，替他们整理材料，有事找我，电话0917-4210006。",
    "紧急报修找黎明，0917-4210006。",
    "设备抢修找黎明，0917-4210006。",
    "有问题请问市质量办张主任，0917-4210006。",
)


@pytest.mark.parametrize("line", _NO_CONTACT)
def test_who_is_not_the_applicants_is_no_contact(line: str) -> None:
    assert _read(line).value("contact_name") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("别找王芳，找李强，0917-4210006。", "李强"),
        ("不用联系王芳，材料的事找李强，0917-4210006。", "李强"),
        ("我叫晏小荷，在厂里当保管员，有事找我，电话0917-4210006。", "晏小荷"),
        ("材料的事找李强，0917-4210006。", "李强"),
    ],
)
def test_the_contact_is_who_is_really_to_be_asked(line: str, name: str) -> None:
    assert _read(line).value("contact_name") == name
