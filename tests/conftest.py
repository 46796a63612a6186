"""What all tests share: the project's folder, its volumes as read, its built site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from builder.commands.build import Product, product
from builder.edition.read import Read
from builder.sources import catalogue

ROOT = Path(__file__).resolve().parent.parent
# The tests hold the English messages; tests/sources/test_messages.py holds the Chinese ones against them.
os.environ["YEARBOOK_LANG"] = "en"
# The last four keep Chromium from asking its maker for anything: only our own requests are counted.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def everything(root: Path) -> tuple[list[Read], Product]:
    """All volumes as read, and all that `yearbook build` would write."""
    return product(root)


@pytest.fixture(scope="session")
def reads(everything: tuple[list[Read], Product]) -> dict[str, Read]:
    """The volumes by id."""
    return {read.volume.id: read for read in everything[0]}


@pytest.fixture(scope="session")
def made(everything: tuple[list[Read], Product]) -> Product:
    """Pages and data files, as `yearbook build` would write them."""
    return everything[1]


@pytest.fixture(scope="session")
def volume_ids(root: Path) -> list[str]:
    """The ids of the catalogue, in its order."""
    return [one.id for one in catalogue.load(root / "source_texts").volumes]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests: a process has room for one of Playwright's loops."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(root: Path) -> Path:
    """The finished site; `make test` builds it before the tests run."""
    folder = root / "site"
    assert (folder / "data" / "units.json").exists(), "build the site first: make site"
    return folder
