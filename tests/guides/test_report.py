"""The page 报错 in a browser: what a page prints for a report is what `yearbook explain` answers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.commands.explain import Explainer
from tests.server import served

pytestmark = pytest.mark.browser
# Where to go, what to click before “引用” (nothing: the page's own), and the words that explain must say.
PLACES = {
    "month": ("chronicle/2021/03/", "", "大事 38 条"),
    "entry": ("chronicle/2021/03/", '.at:has(a[href="#2021-03-15-2"])', "底本第 250 行"),
    "document": ("gazette/2021-2/jszb-2021-9/", "", "晋市政办〔2021〕9号"),
    "provision": ("gazette/2021-2/jszb-2021-9/", 'a.no[href="#n-2-1"]', "PM2.5和O3改善成效"),
    "article": ("gazette/2021-2/jszf-2021-4/", 'a.no[href="#art-13"]', "第十三条"),
    "section": ("plan/145/ch-01/", 'a.no[href="#s-1-3"]', "第三节"),
    "gazette's month": ("gazette/2020-1/chronicle-2020-02/", "", "2020年2月"),
}


@pytest.fixture(scope="module")
def pages(chromium: Browser, root: Path) -> Iterator[tuple[Page, str]]:
    """A page of the browser, and the address of the finished site."""
    with served(root / "site") as address, chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.set_default_timeout(10_000)
        yield page, address


@pytest.fixture(scope="module")
def explainer(root: Path) -> Explainer:
    return Explainer(root)


def reported(page: Page, address: str, opener: str) -> str:
    """The text of the report that the sheet of citations holds."""
    page.goto(address)
    if opener.startswith(".at"):
        page.locator(opener).first.hover()
        page.locator(opener).get_by_role("button", name="引用").click()
    elif opener:
        page.locator(opener).first.click()
        page.locator(".at-no").get_by_role("button", name="引用").click()
    else:
        page.locator("[data-tools]").get_by_role("button", name="引用").click()
    return page.locator("dialog pre", has_text="编号 ").last.inner_text()


@pytest.mark.parametrize("name", PLACES)
def test_the_id_of_a_report_is_explained(name: str, pages: tuple[Page, str], explainer: Explainer) -> None:
    page, address = pages
    where, opener, words = PLACES[name]
    said = reported(page, address + where, opener)
    told = re.search(r"^编号 (\S+)$", said, re.MULTILINE)
    assert told
    assert words in "\n".join(explainer.explain(told[1]))
    # The page 报错 promises the line of the raw text and the first words of what is reported.
    lines = re.search(r"^底本第 (\d+)(?:-\d+)? 行$", said, re.MULTILINE)
    assert bool(lines) == bool(opener)
    if lines:
        assert f" 第 {lines[1]} 行：" in "\n".join(explainer.explain(told[1]))
        assert re.search("^文字：.+$", said, re.MULTILINE)
