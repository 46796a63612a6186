"""The field of every page: what its list shows in little room, and what it does with very long queries."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

# For each hit in the list: is the beginning of a mark to be seen, before any ellipsis?
SEEN = """() => [...document.querySelectorAll("[role=option]:has(.yearbook-snippet)")].map((option) =>
  [...option.querySelectorAll("mark")].some((mark) => {
    const line = mark.closest(".yearbook-title, .yearbook-snippet").getBoundingClientRect();
    const { left, right, bottom } = mark.getClientRects()[0];
    return left >= line.left && Math.min(right, left + 32) <= line.right - 16 && bottom <= line.bottom + 2;
  }))"""
TITLE = "关于印发晋城市城镇生活垃圾分类与农村生活污水治理攻坚方案的通知"


@pytest.fixture
def base(small_site: Path) -> str:
    """The small site as a folder."""
    return small_site.as_uri() + "/"


def ask(page: Page, base: str, query: str) -> None:
    page.goto(base + "index.html")
    page.locator("input").fill(query)
    page.wait_for_selector(".yearbook-list [role=option]")
    page.wait_for_timeout(300)


@pytest.mark.parametrize("width", [390, 1280])
def test_every_hit_in_the_list_shows_a_mark(page: Page, base: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for query in ("王震", "丹河新城", "会议 工作", "5g基站", "2021年3月", "龘"):
        ask(page, base, query)
        assert False not in page.evaluate(SEEN), query


def choice(page: Page, title: str, title_marks: list[list[int]], snippet: str, marks: list[list[int]]) -> Any:
    """The lines of a hit of a document with a long title."""
    return page.evaluate(
        """([document_, title, titleMarks, snippet, marks]) => {
          const hit = { id: "v/d#n-1", title, titleMarks, snippet, marks };
          const made = yearbook.hitChoice("x", hit, "#", { labels: { document: { "v/d": document_ } } });
          const marked = (line) => [...line.querySelectorAll("mark")].map((mark) => mark.textContent);
          return [...made.children].map((line) => [line.textContent, marked(line)]);
        }""",
        [TITLE, title, title_marks, snippet, marks],
    )


def test_a_section_shows_its_heading_first(page: Page, base: str) -> None:
    page.goto(base + "index.html")
    heading = "一、总体要求"
    title, snippet = choice(page, f"{TITLE} {heading}", [], "…前面的字很多很多很多很多很多王震讲话", [[15, 17]])
    assert title == [f"{heading} {TITLE}", []]
    assert snippet == ["…很多很多很多很多王震讲话", ["王震"]]


def test_a_long_title_begins_near_its_mark(page: Page, base: str) -> None:
    page.goto(base + "index.html")
    at = TITLE.index("攻坚")
    heading = "（一）全面落实各项工作责任制并且加强监督检查"
    title, _ = choice(page, f"{TITLE} {heading}", [[at, at + 2]], "无", [])
    assert title == [f"{heading[:12]}… …农村生活污水治理攻坚方案的通知", ["攻坚"]]
    title, _ = choice(page, TITLE, [[at, at + 2]], "无", [])
    assert title == ["…农村生活污水治理攻坚方案的通知", ["攻坚"]]
    at = len(TITLE) + 1 + heading.index("监督")
    title, _ = choice(page, f"{TITLE} {heading}", [[at, at + 2]], "无", [])
    assert title[0].startswith("…")
    assert title[0].index("监督") == 9
    assert title[1] == ["监督"]


def test_ten_thousand_characters_are_cut_and_it_is_said(page: Page, base: str) -> None:
    page.goto(base + "index.html")
    field = page.locator("input")
    field.evaluate("e => { e.focus(); document.execCommand('insertText', false, '𠮷'.repeat(10000)); }")
    assert len(field.input_value()) == 500
    said = "太长了，只留下前 500 个字"
    expect(page.locator("form").get_by_role("status")).to_contain_text(said)
    expect(page.get_by_role("option", name=said)).to_be_visible()
    page.wait_for_timeout(500)
    expect(page.get_by_role("option", name=said)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    assert len(page.url) < 8000
    field = page.locator("input")
    field.evaluate("e => (e.value = '王'.repeat(10000))")
    field.press("Enter")
    page.wait_for_url(f"**q={quote('王' * 500)}")


def test_what_was_chosen_is_chosen_no_more_when_the_words_are_cut(page: Page, base: str) -> None:
    ask(page, base, "会议")
    page.keyboard.press("ArrowDown")
    field = page.locator("input")
    assert field.get_attribute("aria-activedescendant")
    field.evaluate("e => document.execCommand('insertText', false, '会'.repeat(600))")
    assert field.get_attribute("aria-activedescendant") is None


def test_direct_answers_alone_are_no_hits(page: Page, base: str) -> None:
    ask(page, base, "2021-03")
    expect(page.get_by_role("option", name="2021年3月")).to_be_visible()
    expect(page.get_by_role("option", name="未找到“2021-03”")).to_be_visible()
    expect(page.locator("form").get_by_role("status")).to_have_text("直达 1 项，正文未找到")


def test_a_phone_does_not_enlarge_the_page(page: Page, base: str) -> None:
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(base + "index.html")
    assert page.locator("input").evaluate(size) >= 16


def test_another_hit_of_this_page_is_gone_to(page: Page, base: str) -> None:
    page.goto(f"{base}marks/index.html?h={quote('王震')}#a")
    bar = page.get_by_role("region", name="本页中的查找结果")
    expect(bar).to_contain_text("第 1 处，共 3 处")
    page.locator("input").fill("王震")
    option = page.locator("[role=option][data-href]").first
    option.evaluate("(e, href) => e.setAttribute('data-href', href)", page.url.replace("#a", "#b"))
    option.click()
    expect(bar).to_contain_text("第 3 处，共 3 处")


def test_a_broken_file_of_direct_answers_is_told(search_browser: Browser, small_site: Path, tmp_path: Path) -> None:
    shutil.copytree(small_site, tmp_path / "site")
    for path in (tmp_path / "site" / "search" / "data" / "direct").glob("*.js"):
        path.unlink()
    page = search_browser.new_page()
    ask(page, (tmp_path / "site").as_uri() + "/", "王震")
    expect(page.locator(".yearbook-list")).to_contain_text("search/data/direct/0.js（找不到）")
    expect(page.locator(".yearbook-list .yearbook-snippet")).not_to_have_count(0)
    page.close()
