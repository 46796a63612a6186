"""How the query language is read, and dates that are known in part."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from builder.writers.search import write_search
from tests.writers.search.small import small_units, write_scripts
from tests.writers.search.test_engine import ids

pytestmark = pytest.mark.browser

PARSED: dict[str, dict[str, Any]] = {
    "after:2021-3": {"filters": [["after", "2021-03"]]},
    "after:2021年3月 x": {"words": ["x"], "filters": [["after", "2021-03"]]},
    "before:2021.03.5": {"filters": [["before", "2021-03-05"]]},
    "after:2021-13": {"words": ["after:2021-13"], "odd": ["after:2021-13"]},
    "month:2021-3": {"filters": [["month", "2021-03"]]},
    "甲 near／20 乙": {"words": ["甲", "乙"]},
    "甲 －乙": {"words": ["甲"], "without": ["乙"]},
    "“甲 乙”": {"words": ["甲乙"]},
    "“甲”乙": {"words": ['"甲"乙']},
    "“甲” 乙": {"words": ['"甲"', "乙"]},
    "person:“甲乙”": {"filters": [["person", "甲乙"]]},
    "NEAR/3": {"words": ["near/3"], "odd": ["NEAR/3"]},
}


def test_how_a_query_is_read(page: Page, small_http: str) -> None:
    page.goto(small_http)
    script = """queries => queries.map((query) => {
      const { words, without, filters, odd } = yearbook.parse(query);
      return { words: words.map((w) => w.text), without, filters: filters.map((f) => [f.name, f.value]), odd };
    })"""
    empty: dict[str, Any] = {"words": [], "without": [], "filters": [], "odd": []}
    found: list[dict[str, Any]] = page.evaluate(script, list(PARSED))
    assert dict(zip(PARSED, found, strict=True)) == {query: empty | right for query, right in PARSED.items()}


def test_a_date_known_in_part_is_before_and_after_as_a_whole(page: Page, tmp_path: Path) -> None:
    units = small_units(40)
    whens = {"2020": (2020, None), "2020-12": (2020, 12), "2021": (2021, None), "2021-01": (2021, 1)}
    facets = {}
    for unit, (year, month) in zip(units, itertools.cycle(whens.values()), strict=False):
        unit["date"] = None
        facets[unit["id"]] = {"year": year, "month": month}
    write_search(units, facets, tmp_path / "search")
    write_scripts(tmp_path / "search")
    (tmp_path / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="search/engine.js"></script>',
        "utf-8",
    )
    page.goto((tmp_path / "index.html").as_uri())

    def of(*names: str) -> list[str]:
        accepted = [whens[name] for name in names]
        return sorted(i for i, row in facets.items() if (row["year"], row["month"]) in accepted)

    assert ids(page, ["before:2021", "before:2020-12", "before:2021-01-31", "after:2020-12", "after:2021-01-02"]) == [
        of("2020", "2020-12"), [], of("2020", "2020-12"), of("2020-12", "2021", "2021-01"), [],
    ]  # fmt: skip
