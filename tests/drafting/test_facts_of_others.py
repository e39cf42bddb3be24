"""What another firm does, how many stand on its lists and of what type it is are no facts of the applicant."""

import pytest

from tests.drafting.materials import read

_HEAD = "重庆磐石阀门有限公司，在重庆市荣昌区，通用设备制造业，2008年5月成立，"
_METHOD = "公司推行“三压一泡”工作法，每只阀门出厂前打三次压、泡一次水。"


@pytest.mark.parametrize(
    "clause",
    [
        "隔壁公司做铸件、锻件的",
        "对门宏达厂做铸件、锻件的",
        "兄弟厂做铸件、锻件的",
        "子公司磐石铸造厂做铸件、锻件的",
        "大客户重机厂做盾构机、起重机的",
        "前身荣昌农具厂做锄头、镰刀的",
        "租户宏达公司搞铸件加工、锻件加工",
        "跑销售的就是业务员、代理商的",
    ],
)
def test_what_another_does_is_no_scope(clause: str) -> None:
    assert read(f"{_HEAD}有限责任公司，{clause}，现有员工120人。{_METHOD}").value("business_scope") is None


def test_what_oneself_does_is() -> None:
    text = f"{_HEAD}有限责任公司，我们做截止阀、闸阀的，现有员工120人。{_METHOD}"
    assert read(text).value("business_scope") == "截止阀、闸阀"


@pytest.mark.parametrize(
    "clause",
    [
        "供应商宏达厂运营部排班表上465人",
        "客户重机厂考勤表上一共600人",
        "母公司排班表上一共465人",
        "培训签到表上共88人",
        "质量大会签到册上320人",
        "外包人员花名册上65人",
        "研发部考勤表上45人",
        "食堂报餐表上一共300人",
    ],
)
def test_a_list_of_others_counts_no_staff(clause: str) -> None:
    assert read(f"{_HEAD}有限责任公司，从事阀门制造，{clause}。{_METHOD}").value("employees") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "表上填成国有企业，填错了。",
        "不要写成国有企业。",
        "别填国有企业。",
        "股东升级成国有独资公司。",
        "早年是国营的全民所有制企业。",
        "最早是个体户。",
    ],
)
def test_what_is_denied_or_was_once_is_no_type(sentence: str) -> None:
    assert read(f"{_HEAD}从事阀门制造，现有员工120人。{sentence}{_METHOD}").value("economic_type") is None


@pytest.mark.parametrize("sentence", ["表上填成国有企业。", "公司登记为国有企业。", "2015年改制成国有企业。"])
def test_what_is_put_down_is(sentence: str) -> None:
    assert read(f"{_HEAD}从事阀门制造，现有员工120人。{sentence}{_METHOD}").value("economic_type") == "国有企业"
