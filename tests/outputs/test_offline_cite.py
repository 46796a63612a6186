"""Offline, a citation carries an id and no folder of the reader's: in Chromium, from the unpacked bundle."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.outputs.html import squeezed

pytestmark = pytest.mark.browser

# A month of each chronicle and of a gazette, documents of both, a chapter and a notice of the plan.
PAGES = [
    "chronicle/2020/01",
    "chronicle/2021/03",
    "gazette/2020-1/chronicle-2020-02",
    "gazette/2020-1/jszb-2020-4",
    "gazette/2021-2/jszb-2021-9",
    "plan/145/ch-01",
    "plan/145/jszf-2021-13",
]
READER = "读者甲的书"
ACCESS = re.compile(r"\[\d{4}-\d{2}-\d{2}\]")
# What is cited from a page: the whole, the first entry or provision, one further down.
WHOLE = "[data-tools] button"
ENTRY = ".side .at button"
PROVISION = "[data-yearbook-text] a.no"


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the unpacked bundle, in a folder that names its reader."""
    where = tmp_path_factory.mktemp("cite") / READER
    with zipfile.ZipFile(site / "download" / "yearbook-offline.zip") as whole:
        whole.extractall(where)
    pages = list(where.glob(f"*/data/{PAGES[0]}/index.html"))
    assert len(pages) == 1
    return pages[0].parents[3]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that has no network."""
    context = chromium.new_context(offline=True)
    yield context.new_page()
    context.close()


def sheets(page: Page) -> Iterator[tuple[str, str]]:
    """(what is cited, all that the sheet of citations shows) for the whole, for entries and for provisions."""
    yield "whole", _sheet(page, f"{WHOLE} >> text=引用")
    for k in (0, -1):
        if page.locator(ENTRY).count():
            yield f"entry {k}", _sheet(page, f"{ENTRY} >> text=引用 >> nth={k}")
        if page.locator(PROVISION).count():
            page.locator(PROVISION).nth(k).dispatch_event("click")
            yield f"provision {k}", _sheet(page, ".at-no button >> text=引用")


def _sheet(page: Page, button: str) -> str:
    page.locator(button).dispatch_event("click")
    sheet = page.locator("dialog[open]")
    sheet.wait_for()
    said = "\n".join(sheet.locator("pre").all_inner_texts())
    page.keyboard.press("Escape")
    sheet.wait_for(state="detached")
    return said


@pytest.mark.parametrize("name", PAGES)
def test_no_form_holds_a_folder(folder: Path, page: Page, name: str) -> None:
    """Neither as it is written nor as an address writes it."""
    page.goto((folder / name / "index.html").as_uri())
    found = list(sheets(page))
    assert len(found) == (3 if page.locator(f"{ENTRY}, {PROVISION}").count() else 1)
    for what, said in found:
        assert "TY  -" in said, f"{what}: no RIS"
        assert "@" in said, f"{what}: no BibTeX"
        for folder_of_the_reader in ("file:", READER, quote(READER), folder.parts[1]):
            assert folder_of_the_reader not in said, f"{what}: {said}"


@pytest.mark.parametrize("name", PAGES)
def test_the_sheet_says_the_citation_of_the_page(folder: Path, page: Page, name: str) -> None:
    """Its first form is the citation that stands on the page; a script may fill in the day of access."""
    page.goto((folder / name / "index.html").as_uri())
    shown = squeezed(page.locator("p.citation").first.inner_text())
    page.locator(f"{WHOLE} >> text=引用").dispatch_event("click")
    said = squeezed(page.locator("dialog[open] pre").first.inner_text())
    assert ACCESS.sub("", said) == ACCESS.sub("", shown)
