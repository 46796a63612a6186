"""The site in a browser: a server of its own, Chromium, the tools from npm."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.server import served

KINDS = ("home", "month", "document", "chapter", "volume", "search", "today", "index", "about", "404")


@pytest.fixture(scope="session")
def site(root: Path) -> Path:
    """The finished site; another one where YEARBOOK_SITE names it."""
    return Path(os.environ.get("YEARBOOK_SITE", root / "site")).resolve()


@pytest.fixture(scope="session")
def tools(root: Path) -> Path:
    """The folder of the npm packages, installed as the committed lock says."""
    subprocess.run([root / ".ci" / "node"], check=True, stdin=subprocess.DEVNULL)
    return root / "build" / "node" / "node_modules"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The root of the site on a server of this run."""
    with served(site) as address:
        yield address


@pytest.fixture
def desk(chromium: Browser) -> Iterator[Page]:
    """A page 1280 wide."""
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield _page(context)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A page 390 wide that is touched."""
    with chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True) as context:
        yield _page(context)


def _page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_default_timeout(10_000)
    return page


def kind_of(html: str) -> str:
    """The kind of a page, from the class of its body."""
    return html.partition('<body class="kind-')[2].partition('"')[0]


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, str]:
    """The HTML of all pages by address below the root (folders end in /)."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        found[name.removesuffix("index.html")] = file.read_text("utf-8")
    return found


@pytest.fixture(scope="session")
def typical(pages: dict[str, str]) -> dict[str, str]:
    """For each kind of page the address of one of middling weight."""
    kinds: dict[str, list[str]] = {}
    for url in sorted(pages, key=lambda url: (len(pages[url]), url)):
        kinds.setdefault(kind_of(pages[url]), []).append(url)
    return {kind: urls[len(urls) // 2] for kind, urls in kinds.items() if kind}


@pytest.fixture(scope="session")
def samples(pages: dict[str, str]) -> dict[str, str]:
    """For each kind of page the heaviest one's address."""
    best: dict[str, str] = {}
    for url, html in pages.items():
        kind = kind_of(html)
        if kind and (kind not in best or len(html) > len(pages[best[kind]])):
            best[kind] = url
    return best
