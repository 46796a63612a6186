"""The real bundle, unpacked into a folder with a space and Chinese characters, in a real browser."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from builder.sources.settings import yearbook
from builder.writers.bundle.bag import FULL, top
from builder.writers.bundle.offline import offline_page
from builder.writers.search.fold import fold
from tests.project import ROOT

KINDS = 12


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked bundle."""
    where = tmp_path_factory.mktemp("offline") / "年鉴 离线版"
    with zipfile.ZipFile(site / FULL) as whole:
        whole.extractall(where)
    return where / top(yearbook(ROOT))


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that has no network."""
    context = chromium.new_context(offline=True)
    yield context.new_page()
    context.close()


def sample(folder: Path) -> list[Path]:
    """A page of each sort: the longest of every folder of pages, the home page and the opening page first."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("data/**/index.html")):
        parts = path.relative_to(folder / "data").parts
        kind = f"{parts[0]}{len(parts)}" if len(parts) > 1 else "home"
        if kind not in found or path.stat().st_size > found[kind].stat().st_size:
            found[kind] = path
    return [folder / "index.html", *found.values()]


def test_every_page_is_there_as_on_the_site(folder: Path, site: Path) -> None:
    names = {path.relative_to(folder / "data").as_posix() for path in (folder / "data").rglob("*") if path.is_file()}
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        if name != "404.html":
            made = (folder / "data" / name).read_text("utf-8")
            assert made == offline_page(path.read_text("utf-8"), name, names)
            assert not re.search(r'\s(?:href|src)="(?![a-z]+:|#)[^"#?]*/(?:["#?])', made), name


def test_every_link_ends_in_a_file_and_nothing_is_asked_of_any_host(folder: Path, page: Page) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    pages = sample(folder)
    assert len(pages) > KINDS
    for path in pages:
        page.goto(path.as_uri())
        page.wait_for_load_state("load")
        page.wait_for_timeout(150)
        links = page.eval_on_selector_all("a[href]", "all => all.map((a) => a.href)")
        files = [(link, unquote(urlsplit(link).path)) for link in links if urlsplit(link).scheme == "file"]
        wrong += [f"{path}: {link}" for link, file in files if not Path(file).is_file()]
    assert wrong == []
    assert [url for url in asked if urlsplit(url).scheme not in ("file", "data", "blob")] == []


def test_search_finds_every_place_in_the_folder(folder: Path, page: Page) -> None:
    units: list[dict[str, Any]] = json.loads((folder / "data/data/units.json").read_text("utf-8"))
    page.goto((folder / "data/index.html").as_uri())
    page.wait_for_function("() => window.yearbook && window.yearbook.search")
    for query in ("丹河新城", "王震", "晋市政发〔2021〕1号", "康养", "2021年3月15日"):
        found = page.evaluate("(q) => yearbook.search(q, {limit: 0})", query)
        expected = {u["id"] for u in units if fold(query) in fold(u["text"]) or fold(query) in fold(u["title"])}
        got = {hit["id"] if isinstance(hit, dict) else hit for hit in found["hits"]}
        assert found["exact"]
        assert expected <= got, query
        assert expected or query.endswith("日"), query
