"""A language model in a real browser: set on the settings page, streamed sentence by sentence, stopped, cleared."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from evaluations.lies.replies import job_of, reply_to
from evaluations.lies.server import LoopbackServer

pytestmark = pytest.mark.browser

KEY = "sk-browser-0123456789"
QUESTION = "兰州市政府质量奖的有效期和公示期分别是多久？"
STORY = "我单位2015年3月10日在宝鸡市渭滨区注册成立，2016年5月正式投产，一直连续经营。"
_PATIENCE = 30_000


def _reply(body: dict[str, Any]) -> str:
    if job_of(body) != "extract":
        return reply_to(body, "faithful")
    row = {"key": "registered_city", "value": "西安市", "quote": "在宝鸡市渭滨区注册成立"}
    return json.dumps({"facts": [row]}, ensure_ascii=False)


def settle(page: Page) -> None:
    """Wait until no script of the page runs."""
    time.sleep(0.4)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=_PATIENCE)


@pytest.fixture(scope="module")
def server() -> Iterator[LoopbackServer]:
    with LoopbackServer(reply=_reply, pause=0.08) as started:
        yield started


@pytest.fixture(scope="module")
def configured(browser: Browser, address: str, server: LoopbackServer) -> Iterator[Page]:
    """A tab in which the server was set as the model by hand; the setting is cleared after the last test."""
    context = browser.new_context(viewport={"width": 1280, "height": 1200})
    context.set_default_timeout(_PATIENCE)
    opened = context.new_page()
    opened.goto(f"{address}/settings")
    opened.get_by_label("接口地址").fill(server.url)
    opened.keyboard.press("Enter")
    settle(opened)
    opened.get_by_label("模型名称").fill("loopback")
    opened.keyboard.press("Enter")
    settle(opened)
    opened.locator("input[type=password]").fill(KEY)
    # To the eye button inside the field, where what was typed used to be lost.
    opened.keyboard.press("Tab")
    settle(opened)
    opened.get_by_role("button", name="测试连接").click()
    expect(opened.get_by_text("连接正常")).to_be_visible(timeout=_PATIENCE)
    opened.get_by_role("button", name="保存").click()
    expect(opened.get_by_text("已保存，连接正常")).to_be_visible(timeout=_PATIENCE)
    yield opened
    opened.set_viewport_size({"width": 1280, "height": 1200})
    opened.goto(f"{address}/settings")
    opened.get_by_text("配置语言模型", exact=True).click()
    settle(opened)
    opened.get_by_role("button", name="清除配置").click()
    expect(opened.get_by_text("没有配置语言模型")).to_be_visible(timeout=_PATIENCE)
    context.close()


@pytest.fixture
def page(browser: Browser, configured: Page, server: LoopbackServer) -> Iterator[Page]:
    """A fresh tab of an application that has the server as its model."""
    server.mode = "faithful"
    context = browser.new_context(viewport={"width": 1280, "height": 1200})
    context.set_default_timeout(_PATIENCE)
    yield context.new_page()
    context.close()


def ask(page: Page, address: str, question: str) -> None:
    page.goto(address)
    expect(page.get_by_text("现在收录")).to_be_visible()
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")


def test_the_key_is_gone_from_the_page_once_saved(configured: Page, server: LoopbackServer) -> None:
    page = configured
    assert set(server.keys) == {f"Bearer {KEY}"}
    assert KEY not in page.content()
    page.reload()
    expect(page.get_by_text("密钥已设置")).to_be_visible()
    assert KEY not in page.content()
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_first_sentence_is_on_the_page_before_the_model_has_finished(
    page: Page, server: LoopbackServer, address: str
) -> None:
    server.sent.clear()
    ask(page, address, QUESTION)
    expect(page.locator(".answer p").first).to_be_visible()
    seen = time.perf_counter()
    expect(page.get_by_text("AI生成，已逐条核验").last).to_be_visible()
    ended, text = server.sent[-1]
    assert len(text.splitlines()) > 1
    assert seen < ended


def test_stopping_ends_the_call_at_once(page: Page, server: LoopbackServer, address: str) -> None:
    server.mode = "timeout"
    ask(page, address, QUESTION)
    expect(page.get_by_text("可随时停止")).to_be_visible()
    stopped = time.monotonic()
    page.get_by_test_id("stChatInput").locator("button").last.click()
    expect(page.get_by_text("这个问题还没有回答")).to_be_visible(timeout=5_000)
    assert time.monotonic() - stopped < 5
    server.mode = "faithful"
    page.get_by_role("button", name="回答它").click()
    expect(page.get_by_text("AI生成，已逐条核验").last).to_be_visible()


def test_two_readings_that_differ_are_asked(page: Page, server: LoopbackServer, address: str) -> None:
    page.goto(f"{address}/eligibility")
    page.get_by_role("tab", name="粘贴自述").click()
    text = page.get_by_role("textbox", name="申报主体的自述")
    text.fill(STORY)
    text.blur()
    settle(page)
    page.get_by_role("button", name="读出情况").click()
    page.get_by_role("button", name="请语言模型再读一遍").click()
    chosen = page.get_by_role("button", name="规则读作：注册登记的城市为宝鸡市")
    expect(chosen).to_be_visible()
    expect(page.get_by_role("button", name="语言模型读作：注册登记的城市为西安市")).to_be_visible()
    chosen.click()
    expect(chosen).to_have_count(0)
