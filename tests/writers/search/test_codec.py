"""Numbers as characters, and what is written to the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.site import assets
from builder.writers.search import write_search
from builder.writers.search.codec import ALPHABET, ENDS, MORE, encode, gaps
from tests.writers.search.small import DIRECT, small_facets, small_units


def decode(coded: str) -> list[int]:
    """The numbers of `encode`, as the browser reads them."""
    out: list[int] = []
    high = 0
    for char in coded:
        digit = ALPHABET.index(char)
        if digit < ENDS:
            out.append(high * ENDS + digit)
            high = 0
        else:
            high = high * MORE + digit - ENDS + 1
    return out


@given(st.lists(st.integers(0, 2**33)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert decode(encode(numbers)) == numbers


def test_gaps() -> None:
    assert gaps([0, 1, 5]) == [0, 0, 3]


def _files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    units = small_units()
    for name in ("one", "two"):
        write_search(units, small_facets(units), tmp_path / name, DIRECT)
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


def test_files_of_an_older_build_go(tmp_path: Path) -> None:
    old = tmp_path / "data" / "pairs" / "999.js"
    old.parent.mkdir(parents=True)
    old.write_text("old")
    write_search(small_units(10), {}, tmp_path)
    assert not old.exists()


def test_no_units_at_all(tmp_path: Path) -> None:
    write_search([], {}, tmp_path)
    assert (tmp_path / "data" / "directory.js").exists()


@pytest.mark.parametrize("name", assets.SEARCH)
def test_scripts_lose_their_comments_only(name: str) -> None:
    script = assets.search()[name]
    assert "/**" not in script
    assert script.count("(function (yearbook) {") == len(assets.SEARCH[name][1])
