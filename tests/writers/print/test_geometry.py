"""The two sides of a leaf: margins, running heads, page numbers, marks of the original's pages; by poppler."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.writers.print.extraction import Piece, pieces

# Pixels of poppler: 1.5 to a point. The inner margin of A4 is 28 mm, the sheet 210 mm wide.
INNER, WIDTH = round(28 / 25.4 * 72 * 1.5), round(210 / 25.4 * 72 * 1.5)
HEAD, FOOT = 130, 1133
# A punctuation mark may hang out of the type area at the end of a line.
HANGS = 24
MONTH, BOOK, NOTICE = "chronicle-2021/2021-03", "chronicle-2021", "gazette-2021-2/jszb-2021-13"


@pytest.fixture(scope="module")
def pages(prints: dict[str, Path]) -> dict[str, dict[int, list[Piece]]]:
    """The pieces of each page with text of the original, by print and number; of the book some months alone."""
    found: dict[str, dict[int, list[Piece]]] = {}
    for name in (MONTH, BOOK, NOTICE):
        for one in pieces(prints[name]):
            if one.text.strip() and (name != BOOK or 8 < one.page < 40):
                found.setdefault(name, {}).setdefault(one.page, []).append(one)
    return {
        name: {number: some for number, some in pages.items() if any(one.official for one in some)}
        for name, pages in found.items()
    }


def ends(some: list[Piece]) -> tuple[int, int]:
    """The left and the right end of what some pieces cover."""
    return min(one.x for one in some), max(one.x + one.width for one in some)


@pytest.mark.parametrize("name", [MONTH, BOOK, NOTICE])
def test_the_inner_margin_is_left_on_odd_and_right_on_even_pages(
    name: str, pages: dict[str, dict[int, list[Piece]]]
) -> None:
    assert len(pages[name]) > 4
    for number, some in pages[name].items():
        left, right = ends([one for one in some if one.official])
        if number % 2:
            assert left == pytest.approx(INNER, abs=2), number
        else:
            assert left != pytest.approx(INNER, abs=2), number
            assert right <= WIDTH - INNER + HANGS, number
    evens = [ends([one for one in some if one.official])[1] for n, some in pages[name].items() if not n % 2]
    assert max(evens) >= WIDTH - INNER - 2


@pytest.mark.parametrize(
    ("name", "odd", "even"),
    [
        (MONTH, "2021 年 3 月", "晋城市大事记（2021）"),
        (NOTICE, "晋市政办〔2021〕13 号", "晋城市人民政府公报 2021 年第 2 期"),
    ],
)
def test_the_running_head_stands_outside_the_book_on_even_what_it_holds_on_odd_pages(
    name: str, odd: str, even: str, pages: dict[str, dict[int, list[Piece]]]
) -> None:
    heads = {
        number: [one for one in some if one.y < HEAD and not one.official and not one.text.startswith("〔")]
        for number, some in pages[name].items()
    }
    said = {number: "".join(one.text for one in some) for number, some in heads.items() if some}
    assert len(said) > 2
    for number, text in said.items():
        assert "".join((odd if number % 2 else even).split()) in "".join(text.split()), number
        left, right = ends(heads[number])
        assert (left > WIDTH / 2) if number % 2 else (right < WIDTH / 2), number


@pytest.mark.parametrize("name", [MONTH, BOOK, NOTICE])
def test_page_numbers_stand_at_the_outer_edge(name: str, pages: dict[str, dict[int, list[Piece]]]) -> None:
    seen = 0
    for number, some in pages[name].items():
        numbers = [one for one in some if one.y > FOOT and one.text.strip("— ").isdigit()]
        for one in numbers:
            assert (one.x > WIDTH / 2) == bool(number % 2), number
            seen += 1
        if name != BOOK:
            assert [one.text.strip("— ") for one in numbers] == [str(number)]
    assert seen > 4


@pytest.mark.parametrize("name", [MONTH, BOOK])
def test_pages_of_the_original_are_marked_in_the_outer_margin(
    name: str, pages: dict[str, dict[int, list[Piece]]]
) -> None:
    sides: set[bool] = set()
    for number, some in pages[name].items():
        left, right = ends([one for one in some if one.official])
        for one in some:
            if one.text.startswith("〔") and one.text.strip("〔〕").isdigit() and not one.official:
                assert one.x > right - HANGS if number % 2 else one.x + one.width < left + HANGS, number
                sides.add(bool(number % 2))
    assert sides == {True, False}
