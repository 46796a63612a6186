"""Growth in tables of indicators: what follows from the values of its own row, at and beside the bound of rounding."""

from __future__ import annotations

import pytest

from builder.checks.growth import growth_cells
from builder.engine.text import Text
from builder.model.blocks import Cell, Table

HEAD = ("指标名称", "2020年", "2025年", "年均增长（累计）")


def table(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Table:
    """A table of these rows under the head."""
    cells = [Cell(Text.raw(s), y, x) for y, row in enumerate((head, *rows)) for x, s in enumerate(row)]
    return Table(Text.empty(), None, columns=len(head), head_rows=1, cells=cells)


def told(*row: str) -> tuple[str, bool]:
    """What follows from a row, and whether what it prints agrees."""
    (one,) = growth_cells(table(row))
    return one.computed, one.agrees


@pytest.mark.parametrize(
    ("row", "computed", "agrees"),
    [
        (("生产总值", "100", "161.05", "10"), "10.00%", True),
        (("生产总值", "100", "161.05", "10.05"), "10.00%", True),
        (("生产总值", "100", "161.05", "10.7"), "10.00%", False),
        (("生产总值", "100.0", "161.1", "10.0"), "10.01%", True),
        (("生产总值", "100.0", "161.1", "10.2"), "10.01%", False),
        # Values below one have a rate too; a fall is printed with its sign.
        (("占比", "0.5", "0.8", "9.9"), "9.86%", True),
        (("占比", "0.8", "0.5", "-9.0"), "-8.97%", True),
        # In brackets: the difference, or the change in per cent.
        (("森林覆盖率", "40.5", "42.5", "〔2〕"), "2.0（4.9%）", True),
        (("森林覆盖率", "40.5", "42.5", "〔5〕"), "2.0（4.9%）", True),
        (("森林覆盖率", "40.5", "42.5", "〔3.5〕"), "2.0（4.9%）", False),
        (("能耗下降", "100", "85", "〔15〕"), "-15（-15.0%）", True),
        (("能耗增加", "100", "85", "〔15〕"), "-15（-15.0%）", False),
        # Behind the bracket a yearly rate.
        (("床位数量", "10", "16.1", "〔6.1〕10"), "6.1（61.0%）", True),
        (("床位数量", "10", "16.1", "〔6.1〕12"), "6.1（61.0%）", False),
        # Bounds and marks of notes say nothing about the number.
        (("床位数量", "≥10", "**16.1左右", "＞10"), "9.99%", True),
    ],
)
def test_a_growth_is_held_against_its_row(row: tuple[str, ...], computed: str, agrees: bool) -> None:
    assert told(*row) == (computed, agrees)


@pytest.mark.parametrize(
    "row", [("质量", "良", "优", "提升"), ("生产总值", "100", "", "10"), ("生产总值", "—", "161", "10")]
)
def test_a_row_without_numbers_says_nothing(row: tuple[str, ...]) -> None:
    assert growth_cells(table(row)) == []


def test_a_growth_belongs_to_the_year_in_front_of_it_and_to_the_first_of_all() -> None:
    head = ("指标名称", "2019年", "2020年", "年均增长", "2025年", "年均增长")
    found = growth_cells(table(("生产总值", "100", "110", "10", "177.2", "10"), head=head))
    assert [(one.row, one.column, one.name, one.computed) for one in found] == [
        (1, 3, "生产总值", "10.00%"),
        (1, 5, "生产总值", "10.00%"),
    ]


def test_no_growth_without_a_later_year() -> None:
    assert growth_cells(table(("生产总值", "100", "10"), head=("指标名称", "2020年", "年均增长"))) == []
    assert growth_cells(table(("生产总值", "100", "10"), head=("指标名称", "现状", "年均增长"))) == []
