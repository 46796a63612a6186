"""The published site: what stands in its pages is found, all of it and nothing else."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from builder.writers.search.fold import fold
from tests.search.conftest import serve
from tests.search.oracle import Oracle, cuts, is_plain
from tests.search.published import Blocks, published
from tests.search.test_engine import ids

pytestmark = pytest.mark.browser

COUNT = 2000
FIRST_HIT = """async query => {
  const found = await yearbook.search(query, { limit: 1 });
  return yearbook.hitAddress(found.hits[0], found.words);
}"""


@pytest.fixture(scope="module")
def site_units(site: Path) -> list[dict[str, Any]]:
    """The units that the site publishes."""
    units: list[dict[str, Any]] = json.loads((site / "data" / "units.json").read_text("utf-8"))
    return units


@pytest.fixture(scope="module")
def blocks(site: Path) -> Blocks:
    """The official text of all pages."""
    return published(site)


@pytest.fixture(scope="module")
def site_folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site under a name with a space and Chinese characters."""
    link = tmp_path_factory.mktemp("site") / "晋城 年鉴"
    link.symlink_to(site, target_is_directory=True)
    return link


@pytest.fixture(scope="module", params=["http", "file"])
def site_base(request: pytest.FixtureRequest, site: Path, site_folder: Path) -> Iterator[str]:
    """The site's address: over http, and as a folder."""
    if request.param == "file":
        yield site_folder.as_uri() + "/"
    else:
        yield from serve(site)


def across_corrections(blocks: Blocks) -> list[str]:
    """Return cuts that run over a corrected place."""
    rng = random.Random(3)
    out = []
    for text, at in blocks.fixes:
        for _ in range(3):
            start = max(0, at - rng.randint(0, 6))
            cut = text[start : at + rng.randint(1, 6)].strip()
            if is_plain(cut):
                out.append(cut)
    return out


def test_all_that_is_published_is_found(
    page: Page, site_base: str, blocks: Blocks, site_units: list[dict[str, Any]]
) -> None:
    oracle = Oracle(site_units)
    queries = cuts(blocks.blocks, COUNT, 12) + across_corrections(blocks)
    expected = [oracle.find(query) for query in queries]
    assert [query for query, hits in zip(queries, expected, strict=True) if not hits] == []
    page.on("request", lambda request: pytest.fail(request.url) if not request.url.startswith(site_base) else None)
    page.goto(site_base + "search/index.html")
    found = ids(page, queries)
    rows = zip(queries, expected, found, strict=True)
    assert [query for query, right, hits in rows if right != hits] == []


@pytest.mark.parametrize(
    "query",
    ["王震", "3月15日", "5G基站", "（试行）", "晋市政发〔2021〕1号", "丹河新城 金村", "2021年3月15日", "，", "龘"],
)
def test_what_readers_type(page: Page, site: Path, query: str, site_units: list[dict[str, Any]]) -> None:
    page.goto(site.as_uri() + "/search/index.html")
    words = query.split()
    oracle = Oracle(site_units)
    expected = set.intersection(*(set(oracle.find(word)) for word in words))
    assert ids(page, [query]) == [sorted(expected)]


def test_a_hit_opens_with_its_words_marked(page: Page, site_base: str, blocks: Blocks) -> None:
    texts = [block for block in blocks.blocks if len(block) > 40]
    for text in random.Random(4).sample(texts, 8):
        query = next(cut for cut in cuts([text], 50, 12) if len(fold(cut)) > 7)
        page.goto(site_base + "search/index.html")
        address = page.evaluate(FIRST_HIT, query)
        page.goto(address)
        marked = page.evaluate("[...document.querySelectorAll('mark[data-now]')].map((m) => m.textContent).join('')")
        assert fold(marked) == fold(query), address


def test_size(site: Path, site_units: list[dict[str, Any]]) -> None:
    searched = "\n".join(f"{unit['title']}\n{unit['text']}" for unit in site_units)
    text = len(gzip.compress(searched.encode(), 9))
    files = list((site / "search" / "data").rglob("*.js"))
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) <= 3.5 * text
    assert max(len(gzip.compress(path.read_bytes(), 9)) for path in files) < 20_000
