"""The list of hits as citations: the same as the pages of the hits give, with the reader's day of access."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from builder.writers.search.cite import write_cite
from tests.server import served

pytestmark = pytest.mark.browser


def _row(url: str, said: str) -> dict[str, Any]:
    forms = {"gbt": f"{said}.", "bibtex": f"@{said}, {{today}}", "ris": f"TY {said}", "csl": {"title": said}}
    return {"url": url, "title": said, **forms}


def test_citations_of_the_list(page: Page, small_site: Path) -> None:
    write_cite([_row("a/", "甲"), _row("a/#n-1", "甲·一")], small_site / "search")
    page.goto((small_site / "search" / "index.html").as_uri())
    script = """async ([urls, write]) => {
      yearbook.dated = (form) => form.replaceAll("{today}", "2026-01-02");
      await yearbook.part("export.js", "hitsAsGbt");
      return yearbook[write](urls.map((url) => ({ id: "volume-0#x", url })));
    }"""
    urls = ["a/#top", "a/#n-1", "a/#n-1", "a/#nowhere"]
    assert page.evaluate(script, [urls, "hitsAsGbt"]) == "[1] 甲.\n[2] 甲·一.\n"
    assert page.evaluate(script, [urls, "hitsAsBibtex"]) == "@甲, 2026-01-02\n\n@甲·一, 2026-01-02\n"
    assert page.evaluate(script, [urls, "hitsAsRis"]) == "TY 甲\nTY 甲·一"


def test_citations_are_those_of_the_pages(page: Page, site: Path) -> None:
    """For every unit of the published site: the same text as the box of its own page gives."""
    units = json.loads((site / "data" / "units.json").read_text("utf-8"))
    hits: dict[str, list[str]] = {}
    for unit in units:
        hits.setdefault(unit["url"].split("#")[0], []).append(unit["url"])
    with served(site) as base:
        page.goto(f"{base}search/")
        listed = page.evaluate(
            """async (pages) => {
              await yearbook.part("export.js", "hitsAsGbt");
              const one = async (url) => (await yearbook.hitsAsGbt([{ url }])).slice(4, -1);
              return Promise.all(pages.map((urls) => Promise.all(urls.map(one))));
            }""",
            list(hits.values()),
        )
        wrong = []
        for (address, urls), found in zip(hits.items(), listed, strict=True):
            page.goto(base + address)
            anchors = [url.partition("#")[2].removesuffix("top") for url in urls]
            script = "ids => Promise.all(ids.map(async (id) => (await yearbook.citation(id)).gbt))"
            said = page.evaluate(script, anchors)
            wrong += [pair for pair in zip(found, said, strict=True) if pair[0] != pair[1]]
    assert wrong == []
