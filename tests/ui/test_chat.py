"""The chat page by Streamlit's AppTest, over the real library and index."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from assistant.eligibility.facts import FACTS
from assistant.ui import session
from assistant.ui.components.chat_exchange import replied
from assistant.ui.components.rendering import marked
from tests.ui.conftest import html_of

SUBSIDY = "宝鸡市质量奖的奖金是多少？"
OWN = "我们是宝鸡一家做机床的企业，2010年成立，能不能报宝鸡市质量奖？"


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def case_of(app: AppTest) -> str:
    case = app.query_params["case"]
    return case if isinstance(case, str) else case[0]


def key(app: AppTest, number: int) -> str:
    """The beginning of the widget keys of a message."""
    return f"m{number}-{case_of(app)}"


def button(app: AppTest, number: int, name: str) -> Button:
    """A button under a message."""
    return app.button(key=f"{key(app, number)}-{name}")


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.button]


def test_an_empty_page_offers_examples_and_names_what_is_held(chat: AppTest) -> None:
    assert not chat.exception
    assert SUBSIDY in labels(chat)
    assert any("兰州市政府质量奖评选管理办法" in caption.value for caption in chat.caption)


def test_an_example_is_answered_with_the_sum_and_a_mark_tied_to_its_source(chat: AppTest) -> None:
    next(one for one in chat.button if one.label == SUBSIDY).click().run()
    page = html_of(chat)
    assert "50万元" in page
    assert f"data-opens='{key(chat, 1)}-source-1'" in page
    assert chat.button(key=f"{key(chat, 1)}-source-1").label.startswith("1　《2024年宝鸡市质量奖评选实施方案》")


def test_a_source_opens_with_its_clause_marked(chat: AppTest) -> None:
    button(ask(chat, SUBSIDY), 1, "source-1").click().run()
    page = html_of(chat)
    marked = page.split("<mark", 1)[1].split("</mark>", 1)[0]
    assert "50万元一次性补助" in marked
    assert "评选活动共分为七个步骤" in page


def test_what_a_user_types_is_shown_as_typed_and_cannot_act(chat: AppTest) -> None:
    ask(chat, "<script>alert(1)</script> ![x](http://evil.example/a.png) $x^2$ `code` 😀")
    page = html_of(chat)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ![x](http://evil.example/a.png) $x^2$ `code` 😀" in page
    assert "<script>alert" not in page
    assert not any("evil.example" in markdown.value for markdown in chat.markdown)


def test_blank_input_changes_nothing(chat: AppTest) -> None:
    ask(chat, "   ")
    assert not chat.chat_message
    assert "case" not in chat.query_params


def test_a_conversation_is_found_again_by_its_address(chat: AppTest) -> None:
    ask(chat, SUBSIDY)
    again = AppTest.from_file(str(Path(__file__).resolve().parents[2] / "app.py"), default_timeout=60)
    again.query_params["case"] = case_of(chat)
    again.run()
    assert [message.name for message in again.chat_message] == ["user", "assistant"]
    assert "50万元" in html_of(again)


def test_an_unknown_address_starts_afresh_and_says_so(home: Path) -> None:
    app = AppTest.from_file(str(Path(__file__).resolve().parents[2] / "app.py"), default_timeout=60)
    app.query_params["case"] = "not-there"
    app.run()
    assert "可能已被删除" in app.info[0].value
    assert "case" not in app.query_params


def test_a_second_tab_adds_to_the_conversation_instead_of_replacing_it(chat: AppTest) -> None:
    ask(chat, SUBSIDY)
    other = AppTest.from_file(str(Path(__file__).resolve().parents[2] / "app.py"), default_timeout=60)
    other.query_params["case"] = case_of(chat)
    ask(other.run(), "兰州市政府质量奖有效期几年？")
    ask(chat, "阳泉市质量奖个人分几类？")
    asked = [m["body"] for m in session.store().load(case_of(chat)).content["conversation"] if m["role"] == "user"]
    assert asked == [SUBSIDY, "兰州市政府质量奖有效期几年？", "阳泉市质量奖个人分几类？"]


def test_answering_again_replaces_the_last_answer(chat: AppTest) -> None:
    button(ask(chat, SUBSIDY), 1, "retry").click().run()
    assert [message.name for message in chat.chat_message] == ["user", "assistant"]


def test_a_question_left_without_its_answer_can_be_answered(chat: AppTest) -> None:
    ask(chat, SUBSIDY)
    case = session.store().load(case_of(chat))
    session.store().save(case.with_room("conversation", case.content["conversation"][:1]))
    chat.run()
    assert any("还没有回答" in caption.value for caption in chat.caption)
    chat.button(key="answer-now").click().run()
    assert "50万元" in html_of(chat)


def test_deleting_a_conversation_can_be_undone(chat: AppTest) -> None:
    ask(chat, SUBSIDY)
    case_id = case_of(chat)
    chat.button(key="case-delete").click().run()
    assert not chat.chat_message
    chat.button(key="case-undo").click().run()
    assert case_of(chat) == case_id
    assert "50万元" in html_of(chat)


def test_a_conversation_can_be_renamed(chat: AppTest) -> None:
    ask(chat, SUBSIDY)
    next(field for field in chat.text_input if field.label == "名称").set_value("宝鸡奖金*")
    next(one for one in chat.button if one.label == "改名").click().run()
    assert session.store().load(case_of(chat)).name == "宝鸡奖金*"


def test_the_award_filter_restricts_the_answer(chat: AppTest) -> None:
    chat.selectbox(key=session.AWARD).set_value("lanzhou").run()
    ask(chat, "有效期几年？")
    stored = session.store().load(case_of(chat)).content["conversation"][1]
    assert {citation["document"] for citation in stored["citations"]} == {"lanzhou-2023"}


def test_what_was_understood_can_be_corrected(chat: AppTest) -> None:
    ask(chat, OWN)
    chat.text_input(key=f"{key(chat, 1)}-established_date").set_value("2023-05")
    next(one for one in chat.button if one.label == "按更正重新核对").click().run()
    stored = session.store().load(case_of(chat)).content
    assert stored["corrections"] == {"established_date": "2023-05"}
    assert stored["conversation"][-1]["facts"]["established_date"] == "2023-05"


def test_what_is_typed_beside_an_answer_stays_in_its_conversation(chat: AppTest) -> None:
    ask(chat, OWN)
    first = case_of(chat)
    chat.text_input(key=f"{key(chat, 1)}-established_date").set_value("2023-05").run()
    next(one for one in chat.button if one.label == "新的对话").click().run()
    ask(chat, "我是阳泉一家医院的质量科主任，2016年到岗，能报阳泉市质量奖个人吗？")
    person = session.store().load(case_of(chat)).content[session.CONVERSATION][-1]["facts"]
    assert person["applicant_type"] == "individual"
    chat.button(key=f"case-{first}").click().run()
    assert chat.selectbox(key=f"{key(chat, 1)}-applicant_type").value == "组织"
    assert chat.text_input(key=f"{key(chat, 1)}-established_date").value == "2010"
    next(one for one in chat.button if one.label == "按更正重新核对").click().run()
    assert "没有改动" in chat.info[0].value
    assert session.CORRECTIONS not in session.store().load(first).content


def test_an_impossible_correction_is_one_sentence(chat: AppTest) -> None:
    ask(chat, OWN)
    chat.text_input(key=f"{key(chat, 1)}-established_date").set_value("2023-15-40")
    next(one for one in chat.button if one.label == "按更正重新核对").click().run()
    assert len(chat.error) == 1
    assert FACTS["established_date"].label in chat.error[0].value and "2018年3月" in chat.error[0].value.replace(
        "\\", ""
    )
    assert "established_date" not in chat.error[0].value


@pytest.mark.parametrize(
    ("typed", "value"), [("2023年4月", "2023-04"), ("2023年", "2023"), ("2023-04-01", "2023-04-01")]
)
def test_a_date_is_corrected_as_it_is_said(chat: AppTest, typed: str, value: str) -> None:
    ask(chat, OWN)
    chat.text_input(key=f"{key(chat, 1)}-established_date").set_value(typed)
    next(one for one in chat.button if one.label == "按更正重新核对").click().run()
    assert session.store().load(case_of(chat)).content["corrections"] == {"established_date": value}


def test_pasted_material_is_kept_and_offered_to_the_checker(chat: AppTest) -> None:
    story = "我公司2008年3月在兰州注册成立，独立法人，2009年投产至今连续经营，主营白酒酿造，通过ISO9001认证。"
    ask(chat, story + "历年获得多项荣誉。" * 120)
    stored = session.store().load(case_of(chat)).content
    assert stored["material"][0]["text"].startswith(story)
    assert "已收到材料" in stored["conversation"][1]["body"]
    button(chat, 1, "match").click().run()
    answer = session.store().load(case_of(chat)).content["conversation"][-1]
    assert answer["facts"]["established_date"] == "2008-03"


def test_a_password_in_pasted_material_is_not_kept(chat: AppTest) -> None:
    ask(chat, "系统登录密码：Abc12345。" + "本公司主营白酒酿造。" * 120)
    kept = str(session.store().load(case_of(chat)).content)
    assert "Abc12345" not in kept


def test_a_password_in_a_question_is_not_kept(chat: AppTest) -> None:
    ask(chat, "我们申报系统账号jiayi，密码：Abc@123456，宝鸡市质量奖的奖金是多少？")
    case = session.store().load(case_of(chat))
    assert "Abc@123456" not in f"{case.name}{case.content}" and "Abc@" not in html_of(chat)
    assert "已经隐去" in chat.error[0].value and "50万元" in html_of(chat)


def test_what_another_tab_added_meanwhile_stays() -> None:
    mine, theirs = {"id": "a", "role": "user", "body": "甲"}, {"id": "b", "role": "user", "body": "乙"}
    answer, later = {"role": "assistant", "body": "答甲"}, {"role": "assistant", "body": "再答甲"}
    saved = [mine, theirs]  # the other tab asked before this one was answered
    assert replied(saved, mine, answer) == [mine, answer, theirs]
    assert replied([mine, answer, theirs], mine, later) == [mine, later, theirs]
    assert replied([theirs], mine, answer) == [theirs, mine, answer]


def test_the_address_names_only_the_case(chat: AppTest) -> None:
    ask(chat, SUBSIDY)
    assert list(chat.query_params) == ["case"]


@pytest.mark.parametrize("said", ["说错了，是2022年5月成立的", "不是2010年，是2022年", "更正：成立时间是2022年"])
def test_what_is_said_after_a_correction_by_hand_holds(chat: AppTest, said: str) -> None:
    ask(chat, OWN)
    ask(chat, said)
    assert "不符合申报条件" in html_of(chat)
    stored = session.store().load(case_of(chat)).content[session.CONVERSATION]
    assert stored[-1]["facts"]["established_date"].startswith("2022")
    assert all(message["day"] for message in stored if message["role"] == "user")


def test_a_passed_deadline_is_told_in_full_once(chat: AppTest) -> None:
    ask(chat, SUBSIDY)
    ask(chat, "宝鸡市质量奖公示几天？")
    stored = session.store().load(case_of(chat)).content[session.CONVERSATION]
    full = [message for message in stored if any("已过" in notice for notice in message.get("notices", []))]
    assert len(full) == 1
    assert "期限已过，仅供参考" in stored[-1]["body"]


def test_what_the_answer_does_not_refer_to_is_told_apart_from_its_sources(chat: AppTest) -> None:
    ask(chat, "甘肃的预通知打电话问谁，传真号也要")
    stored = session.store().load(case_of(chat)).content["conversation"][1]
    used = marked(stored["body"])
    assert 0 < len(used) < len(stored["citations"])
    assert any(caption.value == f"原文依据（{len(used)} 条）" for caption in chat.caption)
    nearby = next(one for one in chat.expander if "没有引用" in one.label)
    assert len(nearby.button) == len(stored["citations"]) - len(used)
