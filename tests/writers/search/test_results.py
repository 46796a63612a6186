"""The results page: what is shown first, what is said of trouble, coming back, the table."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

# When the first hit stood in the page, by the clock of its requests.
FIRST_HIT = """new MutationObserver((_, observer) => {
  if (!document.querySelector(".yearbook-result")) return;
  window.firstHit = performance.now();
  window.firstHits = document.querySelectorAll(".yearbook-result").length;
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });"""
SHIFTS = """window.moved = [];
new PerformanceObserver((list) => {
  for (const { sources } of list.getEntries()) {
    const names = sources.map(({ node }) => node && node.className);
    window.moved.push(...names.filter((name) => /yearbook-(hits|result|tools)/.test(name)));
  }
}).observe({ type: "layout-shift", buffered: true });"""
LATE = """() => performance.getEntriesByType("resource")
  .filter(({ name, startTime }) => /data\\/(facets|direct)\\//.test(name) && startTime < window.firstHit)
  .map(({ name }) => name)"""

Open = Callable[..., Page]


@pytest.fixture
def open_results(page: Page, small_http: str) -> Open:
    """Opens the results of a query in the small site, and waits until all has come."""

    def show(query: str = "", more: str = "", wait: str = "[data-complete]") -> Page:
        page.goto(f"{small_http}search/?q={quote(query)}{more}")
        page.wait_for_selector(wait, state="attached")
        return page

    return show


@pytest.fixture
def broken(search_browser: Browser, small_site: Path, tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """A page of a copy of the small site from which files are gone; the console may say so."""
    context = search_browser.new_context()
    copy = tmp_path / "坏 了"
    shutil.copytree(small_site, copy)

    def show(pattern: str) -> Page:
        for path in copy.glob(f"search/{pattern}"):
            path.unlink()
        page = context.new_page()
        page.goto((copy / "search" / "index.html").as_uri())
        return page

    yield show
    context.close()


@pytest.mark.parametrize(("operator", "lost"), [("no", ["search/data/facets/number.js"]), ("issuer", [])])
def test_offers_do_without_a_column(broken: Callable[[str], Page], operator: str, lost: list[str]) -> None:
    """Of a filter whose file is lost, which is told, or of which the site has no data, as of issuers here."""
    page = broken("data/facets/number.js")
    script = """async (query) => {
      const problems = [];
      await yearbook.part("near.js", "nearby");
      return [await yearbook.nearby(query, {}, problems), problems.map(({ file }) => file)];
    }"""
    offers, problems = page.evaluate(script, f"王震 {operator}:没有")
    assert "王震" in [row["query"] for row in offers]
    assert problems == lost


def test_first_hits_stand_before_anything_is_counted(page: Page, open_results: Open) -> None:
    page.add_init_script(FIRST_HIT)
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": 390, "height": 844})
    for query in ("王震", "会议", "2021年3月15日"):
        open_results(query)
        assert page.evaluate(LATE) == []
        assert 0 < page.evaluate("window.firstHits") <= 3
        expect(page.locator(".yearbook-months a, .yearbook-no-months, .yearbook-facet")).not_to_have_count(0)
        assert page.evaluate("window.moved") == []


def hold(page: Page, pattern: str, held: list[Route]) -> None:
    """Keep back the files of a pattern, until the test lets them go."""

    def keep(route: Route) -> None:
        held.append(route)

    page.route(pattern, keep)


def test_hits_do_not_wait_for_a_file_that_hangs(page: Page, small_http: str) -> None:
    held: list[Route] = []
    hold(page, "**/facets/person.js*", held)
    page.goto(f"{small_http}search/?q={quote('王震')}")
    expect(page.locator(".yearbook-total")).to_contain_text("找到")
    expect(page.locator(".yearbook-result")).to_have_count(20)
    expect(page.locator("[data-facet=volume] a")).to_have_count(2)
    assert "JavaScript" not in page.inner_text("main")
    held[0].continue_()
    expect(page.locator("[data-facet=person] a").first).to_be_visible()


def test_the_wait_is_said(page: Page, small_http: str) -> None:
    held: list[Route] = []
    hold(page, "**/data/fields.js*", held)
    page.goto(f"{small_http}search/?q={quote('王震')}", wait_until="commit")
    expect(page.get_by_role("status").and_(page.locator(".yearbook-total"))).to_have_text("正在查…")
    held[0].continue_()
    expect(page.locator(".yearbook-total")).to_contain_text("找到")


def test_without_scripts_the_page_says_what_else_there_is(root: Path) -> None:
    template = (root / "builder/site/theme/overrides/yearbook/search.html").read_text("utf-8")
    assert "<noscript>{{ page.content | safe }}</noscript>" in template


@pytest.mark.parametrize("name", ["engine.js", "page.js"])
def test_a_missing_script_is_named(broken: Callable[[str], Page], name: str) -> None:
    page = broken(name)
    expect(page.locator("[data-yearbook-results]")).to_contain_text(f"search/{name} 读不出来")


@pytest.mark.parametrize(
    ("pattern", "query", "said"),
    [
        ("near.js", "王霞", "near.js"),
        ("data/direct/*.js", "王霞", "direct/0.js"),
        ("data/direct/*.js", "王震", "直达的条目查不了"),
        ("data/facets/person.js", "王震", "筛选的数目不全"),
    ],
)
def test_a_broken_part_is_told(broken: Callable[[str], Page], pattern: str, query: str, said: str) -> None:
    page = broken(pattern)
    page.goto(f"{page.url}?q={quote(query)}")
    problem = page.locator(".yearbook-problem").filter(has_text=said).first
    expect(problem).to_be_visible()
    assert "结果可能不全" not in problem.inner_text()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("after:x 会议", "“after:x”里没有可读的日期"),
        ("after:2021-02-31x 会议", "里没有可读的日期"),
        ("person: 王震", "“person:”后面没有紧接着写出内容"),
        ("NEAR/3", "“NEAR/3”要写在两个词之间"),
        ("in:title", "没有要查的词"),
    ],
)
def test_a_malformed_operator_is_named(open_results: Open, query: str, said: str) -> None:
    expect(open_results(query).locator(".yearbook-problem").first).to_contain_text(said)


def test_following_a_filter_leads_to_the_result(page: Page, open_results: Open) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_results("会议")
    total = page.locator(".yearbook-total")
    total.evaluate("e => { window.kept = e; }")
    page.locator(".yearbook-side > summary").click()
    side, first = page.locator(".yearbook-side").bounding_box(), page.locator(".yearbook-result").first.bounding_box()
    assert side
    assert first
    assert side["y"] < first["y"]
    page.locator("[data-facet=place] a, [data-facet=person] a").last.click()
    expect(total).to_be_focused()
    expect(total).to_be_in_viewport()
    expect(total).to_contain_text("找到")
    assert page.evaluate("window.kept === document.querySelector('.yearbook-total')")
    page.locator(".yearbook-help summary").click()
    page.locator(".yearbook-help a").first.click()
    expect(total).to_be_focused()
    expect(total).to_be_in_viewport()


def test_coming_back_to_where_one_was(page: Page, open_results: Open) -> None:
    open_results("王震", "&group=1")
    for count in (40, 60):
        page.get_by_role("button", name="再看一些").click()
        expect(page.locator(".yearbook-result")).to_have_count(count)
    headings = page.locator(".yearbook-heading").all_inner_texts()
    assert all(one != other for one, other in itertools.pairwise(headings))
    assert "n=60" in page.url
    target = page.locator(".yearbook-result a").nth(50)
    target.scroll_into_view_if_needed()
    was = page.evaluate("scrollY")
    assert was > 1000
    target.click()
    page.wait_for_url("**/volume/**")
    page.go_back()
    expect(page.locator(".yearbook-result")).to_have_count(60)
    page.wait_for_selector("[data-complete]", state="attached")
    assert abs(page.evaluate("scrollY") - was) < 40
    page.get_by_role("link", name="按日期").click()
    expect(page.locator(".yearbook-result")).to_have_count(20)
    assert "n=" not in page.url


def test_titles_and_labels(page: Page, open_results: Open, small_http: str) -> None:
    page.goto(f"{small_http}search/")
    page.locator(".yearbook-help a").first.click()
    expect(page).to_have_title(re.compile("“.+ - 查找$"))
    page.go_back()
    expect(page).to_have_title("查找")
    expect(page.locator(".yearbook-total")).to_have_text("")
    open_results("", "&volume=volume-1")
    assert page.inner_text(".yearbook-total").startswith("筛选“第二卷”：找到")
    open_results("王震", "&month=zzz")
    expect(page.locator(".yearbook-chosen")).to_contain_text("去掉“zzz”")


def test_month_bars_under_a_finger(page: Page, open_results: Open) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_results("王震")
    bars = page.locator(".yearbook-months li")
    assert bars.count() > 15
    boxes = bars.evaluate_all("all => all.map((e) => e.getBoundingClientRect()).map((r) => [r.width, r.height])")
    assert all(width >= 24 and height >= 24 for width, height in boxes)
    assert bars.first.inner_text().split() == ["1", "2020年"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_unread_texts_are_told_in_the_table(broken: Callable[[str], Page]) -> None:
    page = broken("data/texts/[1-9].js")
    page.goto(f"{page.url}?q=&volume=volume-1")
    page.wait_for_selector("[data-complete]")
    with page.expect_download() as caught:
        page.get_by_role("button", name="下载 CSV").click()
    assert "（这一处的正文读不出来）" in caught.value.path().read_text("utf-8-sig")
    expect(page.locator(".yearbook-saved")).to_contain_text("正文读不出来，只有编号和地址")
