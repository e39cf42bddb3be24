"""A conversation in a real browser: ask, open a source, dark and narrow, reload."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

COMPARISON = "兰州和宝鸡的名额分别是几个？"
_PATIENCE = 30_000


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh tab at the chat; a script error on the page fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    context.set_default_timeout(_PATIENCE)
    opened = context.new_page()
    broken: list[str] = []
    opened.on("pageerror", lambda error: broken.append(str(error)))
    opened.goto(address)
    expect(opened.get_by_text("现在收录")).to_be_visible(timeout=_PATIENCE)
    yield opened
    context.close()
    assert broken == []


def ask(page: Page, question: str) -> None:
    """Type a question, send it by the keyboard and wait for the whole answer."""
    # A streamed answer and its final one may stand side by side for a moment: what is to go does not count.
    settle(page)
    answers = page.locator(".answer").count()
    page.get_by_test_id("stChatInputTextArea").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_have_count(answers + 1, timeout=_PATIENCE)
    settle(page)
    # What an earlier answer offered may stand for a moment beside what the new one does.
    expect(page.get_by_role("button", name="重新回答")).to_have_count(1, timeout=_PATIENCE)


def settle(page: Page) -> None:
    """Wait until no script of the page runs and nothing left over from the run before is shown."""
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=_PATIENCE)
    expect(page.locator("[data-stale='true']")).to_have_count(0, timeout=_PATIENCE)


def test_a_mark_opens_its_source_at_the_clause_and_escape_closes_it(page: Page) -> None:
    ask(page, COMPARISON)
    page.locator(".answer .mark").nth(1).click()
    source = page.locator(".source")
    expect(source.locator("mark")).to_contain_text("宝鸡市质量奖提名奖”获奖组织和单位总数不超过5个")
    expect(source.locator("mark")).to_be_in_viewport()
    page.wait_for_function("document.querySelector('.source').scrollTop > 100")
    page.keyboard.press("Escape")
    expect(source).to_have_count(0)


def test_a_mark_beyond_the_first_sources_unfolds_the_rest(page: Page) -> None:
    ask(page, "五份文件的名额分别是多少？")
    marks = page.locator(".answer .mark")
    assert marks.count() > 4
    marks.last.click()
    expect(page.locator(".source mark")).to_be_visible()


def test_a_reload_finds_the_conversation_and_alt_n_starts_a_new_one(page: Page) -> None:
    ask(page, COMPARISON)
    page.reload()
    expect(page.locator(".answer table")).to_be_visible()
    expect(page.locator(".said")).to_have_text(COMPARISON)
    expect(page.get_by_test_id("stSidebar").get_by_role("button", name=COMPARISON).first).to_be_visible()
    page.locator(".answer").first.click()
    page.keyboard.press("Alt+n")
    expect(page.get_by_text("现在收录")).to_be_visible()
    expect(page.locator(".answer")).to_have_count(0)


def test_it_fits_a_phone_in_the_dark(page: Page, browser: Browser) -> None:
    ask(page, COMPARISON)
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    phone = context.new_page()
    phone.goto(page.url)
    expect(phone.locator(".answer table")).to_be_visible(timeout=_PATIENCE)
    settle(phone)
    background = phone.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert max(int(part) for part in background.strip("rgba()").split(",")[:3]) < 60
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    box = phone.locator(".answer").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390
    context.close()


def test_typed_html_is_text(page: Page) -> None:
    ask(page, "<img src=x onerror=\"document.title='acted'\"> $x$ [l](http://e.example) 宝鸡的奖金多少？")
    expect(page.locator(".said")).to_contain_text("<img src=x")
    assert page.locator(".said img, .said a").count() == 0
    assert page.title() != "acted"


def test_copy_puts_the_answer_with_its_quotes_on_the_clipboard(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    ask(page, COMPARISON)
    page.get_by_role("button", name="复制").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    assert "[2] 《2024年宝鸡市质量奖评选实施方案》" in page.evaluate("navigator.clipboard.readText()")


def test_a_document_is_searched_and_its_outline_leads_to_the_clause(page: Page, address: str) -> None:
    page.goto(f"{address}/documents?document=lanzhou-2023")
    page.get_by_label("在文中查找").last.fill("提名奖")
    page.keyboard.press("Enter")
    expect(page.locator(".source .found").first).to_be_in_viewport()
    page.locator(".outline button").last.click()
    expect(page.locator(".source .here")).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_long_answer_is_shown_from_its_start(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for question in ("我们是宝鸡的泵业公司，2012年5月注册，能报宝鸡市质量奖吗？", "兰州、宝鸡和阳泉的公示期分别几天"):
        ask(page, question)
        page.wait_for_function(
            "() => { const all = document.querySelectorAll(\"[data-testid='stChatMessage']\");"
            " const top = all[all.length - 1].getBoundingClientRect().top; return top >= 0 && top < 160; }"
        )
