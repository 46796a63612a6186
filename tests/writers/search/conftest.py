"""Fixtures of the search tests: a small site, from http and from a folder, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.server import served
from tests.writers.search.small import small_units, write_site


@pytest.fixture(scope="session")
def search_browser(chromium: Browser) -> Browser:
    """The browser of all tests."""
    return chromium


@pytest.fixture(scope="session")
def units() -> list[dict[str, Any]]:
    """The made-up units."""
    return small_units()


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, units: list[dict[str, Any]]) -> Path:
    """The small site, in a folder whose name has a space and Chinese characters."""
    out = tmp_path_factory.mktemp("search") / "年鉴 离线"
    write_site(out, units)
    return out


@pytest.fixture(scope="session")
def small_http(small_site: Path) -> Iterator[str]:
    """The small site over http."""
    with served(small_site) as address:
        yield address


@pytest.fixture(scope="session", params=["http", "file"])
def small_base(request: pytest.FixtureRequest, small_site: Path, small_http: str) -> str:
    """The address of the small site: over http, and as a folder."""
    return small_http if request.param == "http" else small_site.as_uri() + "/"


@pytest.fixture
def page(search_browser: Browser) -> Iterator[Page]:
    """A fresh page; anything on its console, or any error, fails the test."""
    context = search_browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []
