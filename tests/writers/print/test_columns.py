"""The columns of printed tables."""

from __future__ import annotations

import pytest

from builder.engine.text import Text
from builder.model.blocks import Cell, Table
from builder.writers.print.columns import columns, width


def table(*rows: list[str]) -> Table:
    """A table of plain cells; the first row is the head."""
    cells = [Cell(Text.raw(said), y, x) for y, row in enumerate(rows) for x, said in enumerate(row)]
    return Table(Text.empty(), columns=len(rows[0]), cells=cells)


def test_a_chinese_character_is_as_wide_as_the_type_a_digit_about_half() -> None:
    assert width("年") == 1.0
    assert width("2021") == pytest.approx(2.2)


def test_a_table_that_fits_fills_its_line_upright() -> None:
    made = columns(table(["序号", "断面名称", "水质目标"], ["1", "拴驴泉", "Ⅱ类"]))
    assert sum(made["widths"]) == pytest.approx(46, abs=0.1)
    assert made["centred"] == [True, True, True]
    assert not made["turned"]


def test_long_texts_share_what_short_columns_leave() -> None:
    made = columns(table(["序号", "内容", "要求"], ["1", "内容" * 30, "要求" * 120]))
    number, content, demand = made["widths"]
    assert number < 4 < content < demand
    assert made["centred"] == [True, False, False]
    assert not made["turned"]


def test_a_number_is_never_broken() -> None:
    made = columns(table(["指标", "数值"], ["很长的指标名称" * 20, "123456.789"]))
    assert made["widths"][1] >= width("123456.789")


def test_a_table_with_too_many_columns_lies_on_its_side() -> None:
    head = ["责任单位"] * 12
    made = columns(table(head, ["东海市人民政府办公室"] * 12))
    assert made["turned"]
    assert sum(made["widths"]) == pytest.approx(69, abs=0.1)
