"""What the reader sees: the field, the results page, the marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def small_base(small_site: Path) -> str:
    """The small site as a folder: the harder way; `test_over_http` goes the other way once."""
    return small_site.as_uri() + "/"


@pytest.fixture
def home(page: Page, small_base: str) -> Page:
    """The first page, with all requests noted; a request to another host fails the test."""
    page.on("request", lambda request: pytest.fail(request.url) if not request.url.startswith(small_base) else None)
    page.goto(small_base + "index.html")
    return page


def type_query(page: Page, query: str) -> None:
    page.locator("input").press_sequentially(query)
    page.wait_for_selector(".yearbook-list [role=option]")


def test_the_field_is_a_combobox(home: Page) -> None:
    field = home.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    type_query(home, "王震")
    expect(field).to_have_attribute("aria-expanded", "true")
    listbox = home.locator(f"#{field.get_attribute('aria-controls')}")
    expect(listbox).to_have_attribute("role", "listbox")
    expect(listbox.get_by_role("group").first).to_contain_text("人物")
    assert "王震" in listbox.locator("mark").all_inner_texts()
    field.press("ArrowDown")
    chosen = listbox.locator("[aria-selected=true]")
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "-")
    field.press("ArrowUp")
    expect(chosen).to_have_count(0)
    field.press("ArrowUp")
    expect(chosen).to_contain_text("查看全部")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    assert field.input_value() == "王震"


def test_over_http(page: Page, small_http: str) -> None:
    page.goto(small_http)
    type_query(page, "金村调研")
    page.keyboard.press("Enter")
    page.locator(".yearbook-result a").first.click()
    page.wait_for_selector("mark[data-now]")
    page.go_back()
    page.get_by_role("link", name="按日期").click()
    page.wait_for_url("**/search/?*sort=date")
    page.go_back()
    expect(page.get_by_role("link", name="按相关程度")).to_have_attribute("aria-current", "true")


def test_enter_with_nothing_chosen_opens_the_results(home: Page) -> None:
    type_query(home, "丹河新城")
    home.keyboard.press("Enter")
    home.wait_for_selector(".yearbook-result")
    assert f"q={quote('丹河新城')}" in home.url
    assert home.locator("input").input_value() == "丹河新城"


def test_enter_opens_what_is_chosen(home: Page) -> None:
    type_query(home, "金村调研")
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Enter")
    home.wait_for_selector("mark.yearbook-hit")
    assert f"?h={quote('金村调研')}#u-" in home.url
    assert "".join(home.locator("mark[data-now]").all_inner_texts()) == "金村调研"


def test_nothing_is_searched_while_composing(home: Page) -> None:
    field = home.locator("input")
    field.focus()
    field.evaluate("e => { e.value = 'wangz'; e.dispatchEvent(new InputEvent('input', { isComposing: true })); }")
    field.evaluate(
        "e => e.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))"
    )
    home.wait_for_timeout(200)
    expect(field).to_have_attribute("aria-expanded", "false")
    field.evaluate("e => { e.value = '王震'; e.dispatchEvent(new CompositionEvent('compositionend')); }")
    expect(field).to_have_attribute("aria-expanded", "true")


def test_nothing_found_is_said(home: Page) -> None:
    type_query(home, "龘龘")
    expect(home.get_by_role("option")).to_have_text("未找到“龘龘”")
    expect(home.locator("form").get_by_role("status")).to_have_text("未找到")


def test_a_query_is_never_markup(home: Page, small_base: str) -> None:
    for query in ("<img src=x onerror=alert(1)>", "<script>alert(1)</script>"):
        home.goto(f"{small_base}search/index.html?q={quote(query)}")
        home.wait_for_selector("[aria-busy=false]")
        assert home.locator("[data-yearbook-results] img, [data-yearbook-results] script").count() == 0
    home.goto(f"{small_base}search/index.html?q={quote('onerror')}")
    expect(home.locator(".yearbook-result a").first).to_have_text("<img src=x onerror=alert(1)>")


def test_filters_are_in_the_address(home: Page, small_base: str) -> None:
    home.goto(f"{small_base}search/index.html?q={quote('王震 会议')}")
    total = home.locator(".yearbook-total")
    expect(total).to_contain_text("找到")
    before = total.inner_text()
    home.get_by_role("link", name="第二卷").click()
    expect(total).not_to_have_text(before)
    after = total.inner_text()
    assert "volume=volume-1" in home.url
    home.reload()
    expect(total).to_have_text(after)
    home.go_back()
    expect(total).to_have_text(before)
    bars = home.locator(".yearbook-months a")
    bars.first.click()
    home.wait_for_url("**month=20**")
    expect(home.locator(".yearbook-months [aria-current]")).to_have_count(1)


def test_order_groups_more_and_files(home: Page, small_base: str) -> None:
    home.goto(f"{small_base}search/index.html?q={quote('王震')}")
    expect(home.locator(".yearbook-result")).to_have_count(20)
    home.get_by_role("button", name="再看一些").click()
    expect(home.locator(".yearbook-result")).to_have_count(40)
    with home.expect_download() as caught:
        home.get_by_role("button", name="下载 CSV").click()
    text = caught.value.path().read_text("utf-8-sig")
    total = int("".join(c for c in home.locator(".yearbook-total").inner_text() if c.isdigit()))
    assert text.count("\n") == total + 1
    assert '"<img' not in text or "'<img" not in text
    home.get_by_role("link", name="按日期").click()
    home.wait_for_url("**sort=date**")
    dates = home.locator(".yearbook-facts").evaluate_all("all => all.map(e => e.textContent.slice(0, 7))")
    known = [date for date in dates if date[:4].isdigit()]
    assert known == sorted(known)
    home.get_by_role("link", name="按文件分组").click()
    expect(home.locator(".yearbook-heading")).not_to_have_count(0)


def test_offers_are_apart_from_hits(home: Page, small_base: str) -> None:
    for query, offer in (
        ("王霞", "王震"),
        ("丹河新城會議", "丹河新城会议"),
        ("(2021)1号", "[2021]1号"),
        ("丹河新城龘王震", "丹河新城 王震"),
    ):
        home.goto(f"{small_base}search/index.html?q={quote(query)}")
        expect(home.locator(".yearbook-offers a").filter(has_text=offer).first).to_be_visible()
        expect(home.locator(".yearbook-total")).to_contain_text("未找到")
        assert home.locator(".yearbook-result").count() == 0


def test_a_date_is_text_and_the_filter_is_offered(home: Page, small_base: str) -> None:
    home.goto(f"{small_base}search/index.html?q={quote('2021年3月')}")
    link = home.locator(".yearbook-offer a")
    expect(link).to_have_text("2021年3月的全部内容")
    link.click()
    home.wait_for_url("**after**")
    assert home.locator("input").input_value() == "after:2021-03 before:2021-04"


def test_marks_run_over_elements(home: Page, small_base: str) -> None:
    home.goto(f"{small_base}marks/index.html?h={quote('王震 丹河新城 沁水')}#a")
    home.wait_for_selector("mark")
    assert home.locator("mark").all_text_contents() == ["王", "震", "丹河", "新城", "王震", "王震", "沁", "水"]
    assert home.locator(".yearbook-hit-fix [data-base]").count() == 1
    bar = home.get_by_role("region", name="本页中的查找结果")
    expect(bar).to_contain_text("第 1 处，共 5 处")
    for number in (2, 3, 4, 5, 1):
        bar.get_by_role("button", name="下一处").click()
        expect(bar).to_contain_text(f"第 {number} 处，共 5 处")
    bar.get_by_role("button", name="清除标记").click()
    expect(home.locator("mark")).to_have_count(0)


def test_the_anchor_decides_where_to_begin(home: Page, small_base: str) -> None:
    home.goto(f"{small_base}marks/index.html?h={quote('王震')}#b")
    expect(home.get_by_role("region", name="本页中的查找结果")).to_contain_text("第 3 处，共 3 处")


def test_typing_never_blocks_a_frame(home: Page) -> None:
    longest: Any = home.evaluate(
        """async () => {
          let longest = 0;
          const watch = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
          });
          watch.observe({ entryTypes: ["longtask"] });
          for (const query of ["王", "王震", "王震会", "的", "2021年"]) await yearbook.search(query, { limit: 6 });
          await new Promise((resolve) => setTimeout(resolve, 100));
          return longest;
        }"""
    )
    assert longest < 200
