"""Honours headed by whose they are: the other side of a contract, or a firm by another name, is not the applicant."""

import pytest

from tests.drafting.materials import read

_FRAME = (
    "重庆磐石阀门有限公司位于重庆市荣昌区，2008年5月成立，有限责任公司，从事阀门制造，现有员工120人。\n荣誉：\n{line}\n"
)
_AWARD = "重庆市市长质量管理奖（重庆市人民政府）"


@pytest.mark.parametrize(
    "head",
    [
        "客户重机厂——2020年12月",
        "（承包方）2022年12月",
        "甲方：2022年12月",
        "【业主单位】2021年12月",
        "重点客户宏达重机厂：2020年12月",
        "宏达机械厂——2020年12月",
        "租户荣昌宏达公司：2022年12月",
        "合作方——2022年12月",
    ],
)
def test_the_award_of_another_is_not_listed(head: str) -> None:
    assert not read(_FRAME.format(line=f"{head} {_AWARD}")).listed_honours


@pytest.mark.parametrize(
    "head", ["公司——2020年12月", "（本公司）2022年12月", "磐石阀门公司：2022年12月", "我公司：2022年12月"]
)
def test_the_applicants_own_is(head: str) -> None:
    assert len(read(_FRAME.format(line=f"{head} {_AWARD}")).listed_honours) == 1
