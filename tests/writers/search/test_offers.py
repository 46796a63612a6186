"""What is offered beside a result: a date as a filter, other queries where nothing is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

NEARBY = """async ([query, filters]) => {
  await yearbook.part("near.js", "nearby");
  return yearbook.nearby(query, filters);
}"""
TOTAL = "async ([query, filters]) => (await yearbook.search(query, { ...filters, facets: false })).total"


@pytest.fixture
def results(page: Page, small_site: Path) -> Page:
    """The results page of the small site."""
    page.goto(small_site.as_uri() + "/search/index.html")
    return page


def nearby(page: Page, query: str, **filters: list[str]) -> list[dict[str, Any]]:
    """Return the offers of a query, each of which must be found as often as it says."""
    rows: list[dict[str, Any]] = page.evaluate(NEARBY, [query, filters])
    for row in rows:
        assert page.evaluate(TOTAL, [row["query"], row.get("filters", filters)]) == row["total"] > 0, row
    return rows


DATES = {
    "2021年3月15日": [2021, 3, 15],
    "2021-03-15": [2021, 3, 15],
    "2021/3": [2021, 3, 0],
    "2021年": [2021, 0, 0],
    "二〇二一年三月十五日": [2021, 3, 15],
    "2021年三月": [2021, 3, 0],
    "3月15日": [0, 3, 15],
    "十二月": [0, 12, 0],
    "2月29日": [0, 2, 29],
    "2021年2月30日": None,
    "2021年2月29日": None,
    "2021年13月": None,
    "4月31日": None,
    "2021": None,
    "15日": None,
    "": None,
    "会议": None,
}


def test_dates(results: Page) -> None:
    script = """queries => queries.map((query) => {
      const date = yearbook.dateIn(query);
      return date && [date.year, date.month, date.day];
    })"""
    assert dict(zip(DATES, results.evaluate(script, list(DATES)), strict=True)) == DATES


def test_a_day_without_a_year_is_offered_for_each_year(results: Page, units: list[dict[str, Any]]) -> None:
    dates = [unit["date"] for unit in units if unit["date"]]
    days = [date[5:] for date in dates]
    day = next(one for one in days if one[:2] == "04" and "2021-" + one in dates)
    month, number = (int(part) for part in day.split("-"))
    results.goto(f"{results.url}?q={quote(f'{month}月{number}日')}")
    years = sorted({date[:4] for date in dates if date[5:] == day})
    links = results.locator(".yearbook-offer a")
    expect(links).to_have_text([f"{year}年{month}月{number}日的全部内容" for year in years])
    count = sum(date == f"{years[-1]}-{day}" for date in dates)
    expect(results.locator(".yearbook-offer")).to_contain_text(f"（{count} 处）")
    links.last.click()
    expect(results.locator(".yearbook-total")).to_contain_text(f"找到 {count} 处")


def test_a_date_that_is_none_is_not_offered(results: Page) -> None:
    results.goto(f"{results.url}?q={quote('2021年2月30日')}")
    results.wait_for_selector("[data-complete]", state="attached")
    expect(results.locator(".yearbook-offer")).to_have_count(0)


def test_parts_say_what_was_left_out(results: Page) -> None:
    reasons = {row["query"]: row["reason"] for row in nearby(results, "丹河新城 龘龘")}
    assert reasons["丹河新城"] == "只有其中一部分（没有“龘龘”）"
    reasons = {row["query"]: row["reason"] for row in nearby(results, "丹河新城龘王震")}
    assert reasons["丹河新城 王震"] == "只有其中一部分（没有“龘”）"
    # One character alone is left out too, and told.
    reasons = {row["query"]: row["reason"] for row in nearby(results, "五5g基站")}
    assert reasons["5g基站"] == "只有其中一部分（没有“五”）"
    reasons = {row["query"]: row["reason"] for row in nearby(results, "丹河新城里王震")}
    assert "各部分分别出现" not in reasons.values()


@pytest.mark.parametrize("query", ["<video qqq=1 zz=vv(1)>", "龘龘龘龘会议", "市长xyz123456", "会议 9998877", "NEAR/3"])
def test_less_than_half_is_no_offer(results: Page, query: str) -> None:
    assert [row for row in nearby(results, query) if "部分" in row["reason"]] == []


def test_numbers_and_letters_are_not_cut(results: Page) -> None:
    # "2021" and "98.5" stand in the texts; no beginning of another number is made of them.
    for query in ("98.55%丹河新城", "丹河新城wifigh", "丹河新城20219"):
        for row in nearby(results, query):
            assert row["query"] == "丹河新城", query


@pytest.mark.parametrize(
    ("query", "offer", "reason"),
    [
        ("王霞 after:2021", "王震 after:2021", "写法相近的名称"),
        ("王霞 会议 -沁水县", "王震 会议 -沁水县", "写法相近的名称"),
        ("in:title 3月15号", "3月15日 in:title", "日期改写"),
        ("會議 NEAR/20 王震", "会议 NEAR/20 王震", "又作"),
        ("person:王霞", "person:王震", "写法相近的名称"),
        ("no:晋市政发2021年1号", "no:晋市政发〔2021〕1号", "写法相近的名称"),
        ("晋市政发2021年1号", "晋市政发〔2021〕1号", "文号的写法"),
        ("晋市政发2021-1号", "晋市政发〔2021〕1号", "文号的写法"),
        ("person: 王震", "person:王震", "冒号后面不空格"),
        ("市长 王震 -王震", "市长 王震", "不减去“王震”"),
        ("会议 after:2099", "会议", "不加“after:2099”"),
    ],
)
def test_offers_keep_what_they_do_not_change(results: Page, query: str, offer: str, reason: str) -> None:
    rows = nearby(results, query)
    assert (offer, reason) in [(row["query"], row["reason"]) for row in rows]


def test_filters_beside_the_query_are_kept(results: Page) -> None:
    rows = nearby(results, "王霞", volume=["volume-1"])
    assert all("filters" not in row for row in rows if row["reason"] == "写法相近的名称")
    rows = nearby(results, "王震", volume=["volume-9"])
    assert [row["reason"] for row in rows if row["query"] == "王震"] == ["不加筛选"]
    rows = nearby(results, "王霞", volume=["volume-9"])
    assert {"写法相近的名称，不加筛选"} == {row["reason"] for row in rows}


@pytest.mark.parametrize(
    "query",
    [
        '"甲 乙" -丙 person:王震',
        "甲 NEAR/3 乙 in:title",
        '"NEAR/3"',
        '"person:x" 会议',
        '会议 -"a:b c"',
        'no:"a b" -kind:table',
    ],
)
def test_a_query_is_written_as_it_is_read(results: Page, query: str) -> None:
    script = """async (query) => {
      await yearbook.part("near.js", "nearby");
      const plan = yearbook.parse(query);
      return [plan, yearbook.parse(yearbook.writeQuery(plan))];
    }"""
    one, other = results.evaluate(script, query)
    assert one == other
