"""Every kind of page, of a small site whose pages are kept: what a template says stays as it was read and accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site import small
from tests.site.small import KEPT, kept_name


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages as they are now, by the name of the file that each is held against."""
    made = small.pages(tmp_path_factory.mktemp("small"))
    return {kept_name(page): text for page, text in made.items()}


def test_the_pages_are_those_that_are_kept(pages: dict[str, str]) -> None:
    assert sorted(pages) == sorted(path.name for path in KEPT.glob("*.html"))


@pytest.mark.parametrize("name", sorted(path.name for path in KEPT.glob("*.html")))
def test_a_page_says_what_it_said(name: str, pages: dict[str, str]) -> None:
    assert pages[name].splitlines() == Path(KEPT / name).read_text("utf-8").splitlines()
