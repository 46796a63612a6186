"""A small e-book whose parts are kept: what each template says stays as it was read and accepted."""

from __future__ import annotations

import pytest

from tests.writers.epub.small import KEPT, parts

NAMES = sorted(path.name for path in KEPT.iterdir())


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The parts as they are now."""
    return parts()


def test_the_parts_are_those_that_are_kept(made: dict[str, str]) -> None:
    assert sorted(made) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_part_says_what_it_said(name: str, made: dict[str, str]) -> None:
    assert made[name].splitlines() == (KEPT / name).read_text("utf-8").splitlines()
