"""Credentials never get past redaction, and ordinary words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.redaction import MASK, redact, without_credentials


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("电子邮箱：zl@example.com 密码：Abc12345", "Abc12345"),
        ("登录口令为 zl2024!", "zl2024!"),
        ("密 码\n：yq_2021", "yq_2021"),
        ("密码：\nqwe123", "qwe123"),
        ("邮箱密码（初始）：123456", "123456"),
        ("口令：芝麻开门", "芝麻开门"),
        ("密码 Zx9@1234", "Zx9@1234"),
        ("api_key = sk-abcdefghijklmnopqrst", "sk-abcdefghijklmnopqrst"),
        ("API Key：abcd-1234-efgh", "abcd-1234-efgh"),
        ("password: hunter2", "hunter2"),
        ("Token | abcdef123456", "abcdef123456"),
        ("Authorization: Bearer abc.def.ghi123", "abc.def.ghi123"),
        ("见 https://user:s3cret@example.com/a", "s3cret"),
        ("AKIAABCDEFGHIJKLMNOP", "AKIAABCDEFGHIJKLMNOP"),
        ("初始密码Abc@2023，请及时修改", "Abc@2023"),
        ("密码123456", "123456"),
        ("密码统一为 Qwe123!@", "Qwe123!@"),
        ("密码已重置为Abc12345", "Abc12345"),
        ("密码为：Abc12345", "Abc12345"),
        ("**密码**：Abc12345", "Abc12345"),
        ("密码：【Abc12345】", "Abc12345"),
        ("（密码“Abc12345”）", "Abc12345"),
        ("密码：ａｂｃ１２３４５", "ａｂｃ１２３４５"),
        ("密\u200b码：Abc12345", "Abc12345"),
        ("密码\n：\nAbc12345", "Abc12345"),
        ("密码（首次登录须修改，并妥善保管）：Abc12345", "Abc12345"),
        ('{"api_key": "abcdef123456"}', "abcdef123456"),
        ("AppSecret：abcdef123456", "abcdef123456"),
        ("accessKeySecret=abcdef123456", "abcdef123456"),
        ("秘钥：abcdef123456", "abcdef123456"),
        ("提取码 x7k2", "x7k2"),
        ("账号\t密码\t\nadmin\tAbc12345\t", "Abc12345"),
        ("| 账号 | 密码 |\n| --- | --- |\n| admin | Abc12345 |", "Abc12345"),
        ("Bearer abcdefgh12345678", "abcdefgh12345678"),
        ("glpat-abcdefghij1234567890", "glpat-abcdefghij1234567890"),
    ],
)
def test_a_credential_is_masked(text: str, secret: str) -> None:
    redacted = redact(text)
    assert secret not in redacted.text
    assert MASK in redacted.text
    assert len(redacted.findings) == 1
    assert secret not in redacted.findings[0]


@pytest.mark.parametrize(
    "text",
    [
        "密码：（已隐去）",
        "请妥善保管密码，不得泄露。",
        "忘记密码的，可联系管理员重置。",
        "密码是企业自行设置的",
        "商用密码：应用推广",
        "密码：另行通知",
        "开展密码应用安全性评估",
        "质量密码：坚持精益求精",
        "商用密码 2023年应用推广",
        "密码行业标准：GM/T 0054-2018",
        "忘记密码请拨打0931-8929128",
        "请保管好账号和密码，0931-8929128咨询",
        "统一社会信用代码：91310000MA1K",
        "联系人：张三 电话：0931-8533511",
    ],
)
def test_what_is_no_credential_stays(text: str) -> None:
    assert redact(text).text == text


def test_offsets_move_with_the_mask() -> None:
    text = "密码：abcdefgh123。第二页"
    redacted = redact(text)
    assert redacted.text == f"密码：{MASK}。第二页"
    assert redacted.text[redacted.moved(text.index("第二页")) :] == "第二页"
    assert redacted.moved(0) == 0


@given(st.text(alphabet="密码口令：: =是为password\nA1b2c3!，。（已隐去）", max_size=60))
def test_redacting_twice_changes_nothing(text: str) -> None:
    once = redact(text).text
    assert redact(once).text == once


def test_what_else_a_question_says_is_left() -> None:
    told = "系统账号jiayi，密码：Abc@123456，宝鸡的奖金是多少？"
    assert without_credentials(told) == "宝鸡的奖金是多少？"
    assert without_credentials("密码：Abc@123456") == f"密码：{MASK}"
    assert without_credentials("宝鸡的奖金是多少？") == "宝鸡的奖金是多少？"
