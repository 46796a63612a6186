"""The marks on the page of a hit: where they stand, what they leave alone, how a reader gets about."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.site import assets
from tests.writers.search.small import PAGE, POLICY

pytestmark = pytest.mark.browser

STYLE = """
.sheet { line-height: 2; } .far { height: 4000px; }
.data-base [data-reading], html:not(.data-base) [data-base] { display: none; }
.said { position: fixed; bottom: 24px; }
"""
HEAD = '<link rel="stylesheet" href="{base}marks.css"><script defer src="{base}assets/yearbook.js"></script>'
DOCUMENT = """<article class="sheet"><header class="title">
<h1 id="top"><span data-furniture>晋城 · </span>房地产办法（试行）</h1>
<p data-furniture>说明<span data-tools></span></p></header>
<div class="text" data-yearbook-text>
<p data-w="*">市委常委会召开会议，市委书记：张志川；市长（王震）出席，市委<a href="../">王</a>震，讲话。</p>
<p data-w="3 9"><span class="fix" data-was="市" id="note-1">省</span>委说，市委来了，会议，又开了，会议完了。</p>
<p>市人民政府<span class="fix" data-was="府"></span>各委，<span class="fix" data-was="衍"></span>完。</p>
<p>营业执照</p><div class="far"></div>
<h3 id="art-5">第五条</h3><p>依法办理。</p><div class="far"></div>
<p class="annex-label">附件1</p><h2 id="annex-1">表格</h2><p>营业执照</p><div class="far"></div>
<p>试行办法的附件，又（试行）。</p></div></article>"""
MONTH = """<article class="sheet"><header class="title"><h1 id="top"><span data-furniture>2021年</span>3月</h1></header>
<div class="text" data-yearbook-text>
<section class="day"><h2 class="label" data-day="2021-03-05"><b>5</b>日<small data-furniture>星期五</small></h2>
<div class="row"><p id="2021-03-05-1">市长调研。</p></div>
<div class="row"><p id="2021-03-05-2">书记调研。</p></div></section>
<div class="far"></div>
<section class="day"><h2 class="label" data-day="2021-03-15"><b>15</b>日<small data-furniture>星期一</small></h2>
<div class="row"><p id="2021-03-15-1">王震调研。</p></div></section><div class="far"></div></div></article>"""


@pytest.fixture(scope="module")
def hit_pages(small_site: Path) -> str:
    """A document and a month as the site writes them, with the site's own script."""
    (small_site / "assets").mkdir(exist_ok=True)
    (small_site / "assets" / "yearbook.js").write_text(assets.own()["yearbook.js"], encoding="utf-8")
    (small_site / "marks.css").write_text(STYLE, encoding="utf-8")
    for name, body in (("document", DOCUMENT), ("month", MONTH)):
        text = PAGE.format(title=name, policy=POLICY, base="../", body=body, more=HEAD.format(base="../"))
        text = text.replace("<body>", '<body><a class="skip" href="#top">跳到正文</a>')
        (small_site / name).mkdir(exist_ok=True)
        (small_site / name / "index.html").write_text(text, encoding="utf-8")
    return small_site.as_uri() + "/"


def go(page: Page, base: str, words: str, anchor: str = "", name: str = "document", more: str = "") -> Locator:
    """Open a page with words to mark; return the bar."""
    # Where only the anchor differed, the browser would load nothing.
    page.goto("about:blank")
    page.goto(f"{base}{name}/index.html?h={quote(words)}{more}{anchor}")
    bar = page.get_by_role("region", name="本页中的查找结果")
    bar.wait_for()
    return bar


def text_of(page: Page) -> str:
    return page.locator("[data-yearbook-text]").inner_text()


def marked_text(page: Page, selector: str = "mark.yearbook-hit") -> list[str]:
    return page.locator(selector).all_inner_texts()


@pytest.mark.parametrize(
    "steps", ["base clear base", "base base clear", "clear base base", "base clear base base base"]
)
def test_clearing_the_marks_leaves_the_text(page: Page, hit_pages: str, steps: str) -> None:
    page.goto(f"{hit_pages}document/index.html")
    reading = text_of(page)
    page.get_by_role("button", name="底本原文").click()
    base = text_of(page)
    assert base != reading
    go(page, hit_pages, "市委 会议 王震 省委")
    on = False
    for step in steps.split():
        page.get_by_role("button", name="底本原文" if step == "base" else "清除标记").click()
        on ^= step == "base"
        assert text_of(page) == (base if on else reading)
    expect(page.locator("mark")).to_have_count(0)


def test_the_base_text_survives_melted_nodes(page: Page, hit_pages: str) -> None:
    page.goto(f"{hit_pages}document/index.html")
    reading = text_of(page)
    page.evaluate("document.querySelectorAll('[data-w]').forEach((e) => e.lastChild.splitText(3))")
    page.get_by_role("button", name="底本原文").click()
    page.evaluate("document.body.normalize()")
    page.get_by_role("button", name="底本原文").click()
    assert text_of(page) == reading


def test_a_title_is_marked_and_said(page: Page, hit_pages: str) -> None:
    bar = go(page, hit_pages, "（试行）", "#art-5", more="&in=title")
    assert marked_text(page, "h1 mark") == ["（试行）"]
    expect(bar).to_contain_text("这一处在题名里，正文另有 1 处")
    expect(page.locator("#art-5")).to_be_in_viewport()
    bar.get_by_role("button", name="上一处").click()
    expect(page.locator("h1 mark")).to_be_in_viewport()
    expect(bar).to_contain_text("第 1 处，共 2 处")
    bar = go(page, hit_pages, "房地产办法", "#art-5", more="&in=title")
    expect(bar).to_contain_text("这一处在题名里")
    assert marked_text(page) == ["房地产办法"]
    go(page, hit_pages, "房地产办法", "#top", more="&in=title")
    expect(page.locator("h1 mark[data-now]")).to_be_in_viewport()


def test_a_day_is_marked_at_its_label(page: Page, hit_pages: str) -> None:
    for words in ("2021年3月15日", "3月15日"):
        bar = go(page, hit_pages, words, "#2021-03-15-1", "month", "&in=title")
        assert marked_text(page, ".label mark") == ["15", "日"]
        expect(page.locator(".label mark").first).to_be_in_viewport()
        expect(page.locator("[id='2021-03-15-1']")).to_be_in_viewport()
        expect(bar).to_contain_text("第 1 处，共 1 处")
    go(page, hit_pages, "2021年3月", "#2021-03-15-1", "month", "&in=title")
    assert marked_text(page) == ["3月"]


def test_the_place_stays_in_sight(page: Page, hit_pages: str) -> None:
    """The browser goes to the anchor when the page is loaded, and would leave the place out of sight."""
    for words, anchor in (("营业执照", "#annex-1"), ("营业执照", "#art-5"), ("附件", "#top")):
        bar = go(page, hit_pages, words, anchor)
        page.wait_for_load_state("load")
        page.wait_for_timeout(300)
        expect(page.locator("mark[data-now]")).to_be_in_viewport()
        expect(bar).to_contain_text("第 ")


def test_an_annex_begins_at_its_label(page: Page, hit_pages: str) -> None:
    go(page, hit_pages, "附件", "#annex-1")
    expect(page.locator(".annex-label mark[data-now]")).to_be_in_viewport()


def test_an_entry_without_the_word_is_not_left_for_another(page: Page, hit_pages: str) -> None:
    bar = go(page, hit_pages, "王震", "#2021-03-05-2", "month")
    expect(bar).to_contain_text("本页共 1 处")
    expect(page.locator("[id='2021-03-05-2']")).to_be_in_viewport()
    bar.get_by_role("button", name="下一处").click()
    expect(page.locator("mark[data-now]")).to_be_in_viewport()


def test_words_left_out_are_marked_in_the_base_text(page: Page, hit_pages: str) -> None:
    go(page, hit_pages, "市人民政府各委")
    page.get_by_role("button", name="底本原文").click()
    inside = page.locator(".fix[data-was='府'] [data-base]")
    expect(inside).to_have_text("府")
    ground = "e => getComputedStyle(e).backgroundColor"
    assert inside.evaluate(ground) == page.locator("mark").first.evaluate(ground)
    assert page.locator(".fix[data-was='衍'] [data-base]").evaluate(ground) == "rgba(0, 0, 0, 0)"


def test_the_bar_is_near_for_the_keyboard(page: Page, hit_pages: str) -> None:
    bar = go(page, hit_pages, "王震 会议")
    page.keyboard.press("n")
    expect(bar).to_contain_text("第 2 处，共 5 处")
    assert page.evaluate("document.activeElement.matches('mark[data-now]')")
    page.keyboard.press("Shift+N")
    expect(bar).to_contain_text("第 1 处，共 5 处")
    page.locator("a.skip").focus()
    page.keyboard.press("Tab")
    expect(bar.get_by_role("button", name="上一处")).to_be_focused()
    page.locator("input").press_sequentially("n")
    assert page.locator("input").input_value() == "n"
    expect(bar).to_contain_text("第 1 处，共 5 处")
    page.locator("input").blur()
    page.evaluate("document.documentElement.dataset.shortcuts = 'off'")
    page.keyboard.press("n")
    expect(bar).to_contain_text("第 1 处，共 5 处")
    bar.get_by_role("button", name="清除标记").press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-yearbook-text]') !== null")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_bar_hides_nothing(page: Page, hit_pages: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    bar = go(page, hit_pages, "市委")
    page.get_by_role("button", name="底本原文").click()
    page.evaluate("scrollTo(0, 1e6)")
    top = bar.evaluate("e => e.getBoundingClientRect().top")
    bottom = "e => e.getBoundingClientRect().bottom"
    assert page.locator("main").evaluate(bottom) <= top
    assert page.locator(".said").evaluate(bottom) <= top


def test_another_hit_of_the_same_page(page: Page, hit_pages: str) -> None:
    """Only the anchor differs: nothing is loaded again."""
    bar = go(page, hit_pages, "营业执照")
    expect(bar).to_contain_text("第 1 处，共 2 处")
    page.evaluate("location.hash = '#annex-1'")
    page.evaluate("yearbook.seekHit()")
    expect(bar).to_contain_text("第 2 处，共 2 处")
    expect(page.locator("mark[data-now]")).to_be_in_viewport()


def test_names_of_filters_are_marked(page: Page, small_site: Path) -> None:
    base = small_site.as_uri() + "/"
    for address in (f"?q={quote('person:王震')}", f"?q={quote('会议')}&person={quote('王震')}"):
        page.goto(f"{base}search/index.html{address}")
        page.locator(".yearbook-result a").first.click()
        page.wait_for_selector("mark[data-now]")
        assert "王震" in marked_text(page)
    page.goto(f"{base}search/index.html?q={quote('会议 -person:王震')}")
    href = page.locator(".yearbook-result a").first.get_attribute("href") or ""
    assert quote("王震") not in href
