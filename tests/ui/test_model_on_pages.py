"""The pages with a model behind them: what it adds is asked for, labelled, undone, and never stands by itself."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.models.consent import ConsentStore
from assistant.models.endpoint import Endpoint, EndpointStore
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.drafting_label import labelled
from assistant.ui.components.eligibility_state import Asked, Desk, Read, desk_of
from evaluations.lies.faults import FAULTS
from evaluations.lies.replies import job_of, reply_to
from evaluations.lies.server import LoopbackServer
from tests.ui.conftest import html_of
from tests.ui.materials import COMPANY

Page = Callable[[str], AppTest]
STORY = (
    "我单位2015年3月10日在宝鸡市渭滨区注册成立，2016年5月正式投产，一直连续经营。"
    "近五年没有发生过重大事故，也没有违法违规行为。"
)


@pytest.fixture
def endpoint(home: Path) -> Iterator[Callable[..., Any]]:
    """`with endpoint(reply) as server`: the loopback server is the configured model."""

    @contextmanager
    def started(reply: Any = None, mode: str = "faithful", **changes: Any) -> Iterator[LoopbackServer]:
        with LoopbackServer(mode, reply) as server:
            values = {"base_url": server.url, "model": "loopback"} | changes
            EndpointStore(home).save(Endpoint(**values))
            settings.cache_clear()
            yield server

    yield started
    EndpointStore(home).remove()
    settings.cache_clear()


def words(app: AppTest) -> str:
    parts = [*app.markdown, *app.caption, *app.error, *app.success, *app.info, *app.warning]
    return ("\n".join(str(part.value) for part in parts) + html_of(app)).replace("\\", "")


def keys(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception
    return app


def content(app: AppTest) -> dict[str, Any]:
    """The rooms of the case the page shows."""
    case_id = app.query_params["case"]
    return dict(session.store().load(case_id if isinstance(case_id, str) else case_id[0]).content)


def says(**replies: Any) -> Callable[[dict[str, Any]], str]:
    """A model that replies as told to some jobs (`-` written `_`) and faithfully to the others."""

    def reply(body: dict[str, Any]) -> str:
        told = replies.get(job_of(body).replace("-", "_"))
        return reply_to(body, "faithful") if told is None else json.dumps(told, ensure_ascii=False)

    return reply


# --- the self-check ---


def read_story(page: Page) -> AppTest:
    app = page("eligibility")
    app.text_area(key="eligibility-draft").set_value(STORY).run()
    return press(app, "eligibility-read")


def desk(app: AppTest) -> Desk:
    return desk_of(content(app)["eligibility"])


def test_without_a_model_no_page_offers_one(page: Page) -> None:
    assert "eligibility-second" not in keys(read_story(page))


def test_what_both_read_alike_is_told_and_still_waits_for_the_person(page: Page, endpoint: Any) -> None:
    with endpoint():
        app = press(read_story(page), "eligibility-second")
        found = desk(app)
    assert "registered_city" in found.agreed and "registered_city" in found.proposed
    assert not found.asked and not found.facts
    assert "规则与语言模型读法一致" in words(app)
    assert "extract@" in words(app) and "计费单位" in words(app)


WRONG = {"facts": [{"key": "registered_city", "value": "西安市", "quote": "在宝鸡市渭滨区注册成立"}]}


def test_a_disagreement_is_asked_and_neither_reading_stands_until_chosen(page: Page, endpoint: Any) -> None:
    with endpoint(says(extract=WRONG)):
        app = press(read_story(page), "eligibility-second")
        assert "registered_city" not in desk(app).proposed
        assert "规则读作：注册登记的城市为宝鸡市" in "".join(str(button.label) for button in app.button)
        press(app, "eligibility-confirm")
        assert "registered_city" not in desk(app).facts
        press(app, "second-take-registered_city-0")
        assert desk(app).facts["registered_city"] == "宝鸡市"
        press(app, "eligibility-undo")
        assert "registered_city" not in desk(app).facts and desk(app).asked


def test_neither_of_two_readings_may_be_right(page: Page, endpoint: Any) -> None:
    with endpoint(says(extract=WRONG)):
        app = press(press(read_story(page), "eligibility-second"), "second-neither-registered_city")
        found = desk(app)
    assert "registered_city" not in found.facts and "registered_city" not in found.proposed and not found.asked


@pytest.mark.parametrize(
    "fault", ["status 401", "status 500", "reset", "HTML page", "malformed JSON", "empty", "timeout"]
)
def test_a_failing_model_is_one_sentence_and_the_rules_reading_stays(page: Page, endpoint: Any, fault: str) -> None:
    with endpoint(mode=fault, timeout_seconds=1.0):
        app = read_story(page)
        before = desk(app).proposed
        press(app, "eligibility-second")
        assert len(app.warning) == 1
        assert "按规则读出的情况不受影响。" in words(app)
        assert desk(app).proposed == before and not desk(app).reader


def test_consent_is_asked_in_place_before_anything_is_sent(page: Page, endpoint: Any, home: Path) -> None:
    with endpoint(base_url="https://model.example.invalid/v1"):
        app = read_story(page)
        assert "eligibility-second" not in keys(app)
        assert "发送到 model.example.invalid" in words(app) and "商业秘密" in words(app)
        press(app, "agree-eligibility")
        assert "eligibility-second" in keys(app)
        ConsentStore(home).withdraw("model.example.invalid")


def test_a_second_reading_never_overrides_what_a_person_has_said() -> None:
    stated = Desk().with_fact("registered_city", "兰州市")
    asked = [Asked("registered_city", "宝鸡市", "西安市", "在宝鸡市")]
    after = stated.with_second_reading("m", {"registered_city": Read("宝鸡市", 0, 3, "宝鸡市")}, asked)
    assert after.facts == {"registered_city": "兰州市"}
    assert not after.asked and not after.proposed


# --- the drafts ---


def drafting(page: Page) -> AppTest:
    app = page("drafting")
    app.text_area(key="pasted-a1").set_value(COMPANY).run()
    assert not app.exception
    return app


def test_a_polished_line_is_labelled_and_undone(page: Page, endpoint: Any) -> None:
    with endpoint():
        app = drafting(page)
        ours = app.text_area(key="text-a1-line").value
        shorter = ours.split("，")[0]
        server_reply = says(draft_characterisation={"text": shorter})
    with endpoint(server_reply) as server:
        app = drafting(page)
        press(app, "polish-line-更短")
        assert "比现有的更短" in server.requests[-1]["messages"][0]["content"]
        assert app.text_area(key="text-a1-line").value == shorter
        assert "AI生成，已逐条核验" in words(app) and "draft-characterisation@" in words(app)
        assert "第1行的一句话特色由语言模型生成" in words(app)
        app.text_area(key="text-a1-line").set_value(shorter + "。").run()
        assert "AI生成，经人修改" in words(app)
        press(app, "undo")
        press(app, "undo")
        assert app.text_area(key="text-a1-line").value == ours
        assert "AI生成" not in words(app)


@pytest.mark.parametrize("column", ["line", "profile"])
def test_a_text_that_does_not_pass_is_refused_in_one_sentence(page: Page, endpoint: Any, column: str) -> None:
    lie = {"text": "全国第一的金质管理法，废品率为零，荣获中国质量奖"}
    with endpoint(says(draft_characterisation=lie, draft_profile=lie)):
        app = drafting(page)
        before = app.text_area(key=f"text-a1-{column}").value
        press(app, f"polish-{column}-润色")
        assert app.text_area(key=f"text-a1-{column}").value == before
        (told,) = [info.value for info in app.info if "没有改动" in info.value]
        assert "未通过核验" in told and "全国第一" not in words(app)


def test_a_longer_text_is_not_the_shorter_one_asked_for(page: Page, endpoint: Any) -> None:
    with endpoint():
        app = drafting(page)
        press(app, "polish-line-更短")  # the faithful model gives the text back as it is
        assert [info.value for info in app.info if "没有改动" in info.value]


def test_a_polish_that_changes_nothing_says_so_and_stamps_nothing(page: Page, endpoint: Any) -> None:
    with endpoint():
        ours = drafting(page).text_area(key="text-a1-line").value
    with endpoint(says(draft_characterisation={"text": ours})):
        app = drafting(page)
        press(app, "polish-line-润色")
        assert [info.value for info in app.info if "没有改动" in info.value]
        assert "AI生成" not in words(app) and app.button(key="undo").disabled


def test_one_row_of_rewordings_stands_at_a_time(page: Page, endpoint: Any) -> None:
    with endpoint():
        app = drafting(page)
        assert not [one for one in app.button if (one.key or "").startswith("variant-line")]
        app.toggle(key="by-model-line").set_value(False).run()
        assert [one for one in app.button if (one.key or "").startswith("variant-line")]
        assert not [one for one in app.button if (one.key or "").startswith("polish-line")]


@pytest.mark.parametrize("fault", ["status 429", "drop mid-stream", "finish_reason length", "only thoughts", "timeout"])
def test_a_failing_model_leaves_the_draft(page: Page, endpoint: Any, fault: str) -> None:
    assert fault in FAULTS
    with endpoint(mode=fault, timeout_seconds=1.0):
        app = drafting(page)
        before = app.text_area(key="text-a1-profile").value
        press(app, "polish-profile-润色")
        assert app.text_area(key="text-a1-profile").value == before
        assert len([info for info in app.info if "没有改动" in info.value]) == 1


@pytest.mark.parametrize("fault", ["status 429", "timeout"])
@pytest.mark.parametrize("column", ["line", "profile"])
def test_a_wish_the_model_cannot_be_asked_is_met_by_the_program(
    page: Page, endpoint: Any, fault: str, column: str
) -> None:
    with endpoint(mode=fault, timeout_seconds=1.0):
        app = drafting(page)
        before = app.text_area(key=f"text-a1-{column}").value
        press(app, f"polish-{column}-更短")
        assert len(app.text_area(key=f"text-a1-{column}").value) < len(before)
        assert len([info for info in app.info if "改由程序按材料改写" in info.value]) == 1
        assert "AI生成" not in words(app)


def test_the_files_say_in_their_properties_what_is_generated() -> None:
    from docx import Document
    from openpyxl import Workbook, load_workbook

    word, sheet = io.BytesIO(), io.BytesIO()
    document = Document()
    document.add_paragraph("=1+1")
    document.save(word)
    workbook = Workbook()
    workbook.active["A1"] = "甲"
    workbook.save(sheet)
    told = "第1行的一句话特色"
    marked = labelled(word.getvalue(), [told])
    assert told in Document(io.BytesIO(marked)).core_properties.comments
    assert Document(io.BytesIO(marked)).paragraphs[0].text == "=1+1"
    assert told in load_workbook(io.BytesIO(labelled(sheet.getvalue(), [told]))).properties.description
    assert labelled(word.getvalue(), []) == word.getvalue()
    assert zipfile.ZipFile(io.BytesIO(marked)).testzip() is None


# --- the mapping ---

PRACTICES = "公司推行一包一签，每包铁水贴温度签，低于下限的铁水一律回炉。总经理每季度带队走访顾客，逐条答复意见。"


def mapping(page: Page) -> AppTest:
    app = page("mapping")
    app.text_area(key="pasted-a1").set_value(PRACTICES).run()
    assert not app.exception
    return app


def suggests(token: str, why: str = "温度签") -> Callable[[dict[str, Any]], str]:
    return says(map={"practices": [{"id": "p1", "dimensions": [token], "why": why}]})


def chart(app: AppTest) -> dict[str, Any]:
    return dict(content(app)["mapping"])


def test_a_suggestion_that_differs_is_shown_and_counts_only_when_taken(page: Page, endpoint: Any) -> None:
    with endpoint(suggests("d5")):
        app = press(mapping(page), "map-suggest")
        assert "模型建议" in words(app) and "请确认" in words(app)
        assert chart(app)["changes"]["labels"] == {}
        take = next(key for key in sorted(keys(app)) if key.startswith("take-"))
        press(app, take)
        (labels,) = chart(app)["changes"]["labels"].values()
        assert labels
        press(app, "map-undo")
        assert chart(app)["changes"]["labels"] == {}


def test_a_suggestion_can_be_left(page: Page, endpoint: Any) -> None:
    with endpoint(suggests("d5")):
        app = press(mapping(page), "map-suggest")
        leave = [key for key in sorted(keys(app)) if key.startswith("leave-")]
        press(app, leave[0])
        assert leave[0] not in keys(app)
        assert chart(app)["changes"]["labels"] == {}


@pytest.mark.parametrize(("token", "why"), [("d99", "温度签"), ("领导", "温度签"), ("d5", "黄金签"), ("d5", "")])
def test_what_is_outside_the_framework_or_the_practice_is_not_shown(
    page: Page, endpoint: Any, token: str, why: str
) -> None:
    with endpoint(suggests(token, why)):
        assert "请确认" not in words(press(mapping(page), "map-suggest"))


def test_a_failing_model_leaves_the_mapping(page: Page, endpoint: Any) -> None:
    with endpoint(mode="status 500", timeout_seconds=1.0):
        app = press(mapping(page), "map-suggest")
        assert len(app.warning) == 1 and "对标结果不受影响。" in words(app)


# --- the chat ---


def ask(app: AppTest, question: str) -> AppTest:
    app.chat_input(key="question").set_value(question).run()
    assert not app.exception, app.exception
    return app


def test_an_answer_of_the_model_tells_prompt_model_and_tokens(chat: AppTest, endpoint: Any) -> None:
    reply = "首次获得宝鸡市质量奖的组织和单位，市政府给予50万元一次性补助[c1]。"
    with endpoint(lambda body: reply, price_input=2.0, price_output=8.0):
        app = ask(chat, "宝鸡市质量奖的奖金是多少？")
    assert "AI生成，已逐条核验" in words(app)
    # 120 tokens at 2 and 40 at 8 per million.
    assert "· loopback · 输入 120、输出 40 个计费单位，约 0.0006 元" in words(app)


def test_questions_that_may_be_meant_are_one_press_away(chat: AppTest, endpoint: Any) -> None:
    with endpoint(says(route={"kind": "policy", "question": "宝鸡市质量奖的补助是多少"})):
        app = ask(chat, "宝鸡奖评上有没有好处费？")
        offered = [key for key in sorted(keys(app)) if "-suggested-" in key]
        assert "您是不是想问" in words(app) and offered
        press(app, offered[0])
        assert "50万元" in words(app)


def test_material_in_the_chat_is_read_twice_and_differences_are_unknown_until_chosen(
    chat: AppTest, endpoint: Any
) -> None:
    told = STORY + "质量管理体系通过了认证，没有获得过省级、国家级质量奖。"
    with endpoint(says(extract=WRONG)):
        app = ask(chat, told * 3)
        second = next(key for key in keys(app) if key.endswith("-second"))
        press(app, second)
        assert content(app)["corrections"] == {"registered_city": None}
        press(app, next(key for key in sorted(keys(app)) if "-take-registered_city-0" in key))
        assert content(app)["corrections"] == {"registered_city": "宝鸡市"}


def test_consent_is_asked_for_in_the_chat_where_it_is_missing(chat: AppTest, endpoint: Any) -> None:
    # A host that is not this machine: nothing is sent to it without consent, and nothing is here.
    with endpoint(base_url="https://model.example/v1"):
        ask(chat, "我们是宝鸡一家做机床的企业，2010年成立，能不能报宝鸡市质量奖？")
        agree = [one for one in keys(chat) if one.startswith("agree-m1-")]
        assert len(agree) == 1
        press(chat, agree[0])
        assert session.consents().allows("model.example")
        assert "重新回答" in words(chat)
    session.consents().withdraw("model.example")
