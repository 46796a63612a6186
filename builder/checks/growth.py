"""Arithmetic of tables of indicators: does a growth rate follow from the values of its own row?

Nothing is changed for it: what does not follow is reported, for people to explain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from builder.engine.text import Text
from builder.model.blocks import Block, Box, Table
from builder.model.volume import Volume

_YEAR = re.compile(r"(\d{4}) ?年")
_GROWTH = re.compile(r"年均增长|累计")
# A mark of a note, a bound and 左右 say nothing about the number itself.
_VALUE = re.compile(r"\*{0,2}[>≥＞<≤＜]?(-?\d+(?:\.\d+)?)(?:左右)?")
_SUM = re.compile(r"\*{0,2}〔[>≥＞<≤＜]?(-?\d+(?:\.\d+)?)〕(-?\d+(?:\.\d+)?)?")
_FALL = re.compile(r"下降|降低|减少")


class Growth(NamedTuple):
    """A growth cell held against its row: `row`, `column` of the grid, what is printed, what follows."""

    row: int
    column: int
    name: str
    printed: str
    computed: str
    agrees: bool


def growth_cells(table: Table) -> list[Growth]:
    """All growth cells of a table that can be computed from their own row.

    A column whose head names 累计 or 年均增长 belongs to the column of a year in front of it, and
    both to the first column of a year. 〔x〕 is a sum: the difference, or the change in per cent; a
    bare x is a yearly rate in per cent. An indicator of a fall may print it without its sign. A cell
    of words says no number and is left out.
    """
    grid = [["".join(cell.text.s.split()) for cell in row] for row in table.grid()]
    heads = [" ".join(row[c] for row in grid[: table.head_rows]) for c in range(table.columns)]
    found: list[Growth] = []
    for base, value, rate, years in _triples(heads):
        for at, row in enumerate(grid[table.head_rows :], table.head_rows):
            name = next((c for c in reversed(row[:base]) if re.search(r"[\u4e00-\u9fff]{3}", c)), "")
            one = _check(row[base], row[value], row[rate], years, fall=bool(_FALL.search(name)))
            if one:
                found.append(Growth(at, rate, name, row[rate], *one))
    return found


class Odd(NamedTuple):
    """A growth cell that does not follow from its row: its document's id, what it stands in, the cell."""

    document: str
    title: str
    cell: Text
    growth: Growth


def odd_growth(volume: Volume) -> Iterator[Odd]:
    """The growth cells of all tables of a volume that do not follow from their own rows, in its order."""
    for document in volume.documents:
        for title, table in _tables(document.all_blocks(), ""):
            grid = table.grid()
            for one in growth_cells(table):
                if not one.agrees:
                    yield Odd(document.id, title, grid[one.row][one.column].text, one)


def _tables(blocks: Iterable[Block], title: str) -> Iterator[tuple[str, Table]]:
    for block in blocks:
        if isinstance(block, Table):
            yield block.text.s or title, block
        elif isinstance(block, Box):
            yield from _tables(block.blocks, block.text.s)


def _triples(heads: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Columns of the base year, of a later year, of the growth between them; and the years between."""
    years = {c: int(found[1]) for c, head in enumerate(heads) if (found := _YEAR.search(head))}
    if not years:
        return
    base = min(years, key=lambda c: (years[c], c))
    for c, head in enumerate(heads):
        before = [v for v in years if v < c]
        if _GROWTH.search(head) and before and years[max(before)] > years[base]:
            yield base, max(before), c, years[max(before)] - years[base]


def _check(base: str, value: str, printed: str, years: int, *, fall: bool) -> tuple[str, bool] | None:
    first, last = _VALUE.fullmatch(base), _VALUE.fullmatch(value)
    total, rate = _SUM.fullmatch(printed), _VALUE.fullmatch(printed)
    if not first or not last or not (total or rate):
        return None
    a, b = Decimal(first[1]), Decimal(last[1])
    slack = _step(first[1]) + _step(last[1])
    change = float((b - a) / a * 100) if a else float("nan")
    yearly = (float(b / a) ** (1 / years) - 1) * 100 if a > 0 and b > 0 else float("nan")
    if total:
        difference = b - a
        same = abs(difference - Decimal(total[1])) <= slack + _step(total[1]) / 2
        near = abs((abs(change) if fall else change) - float(total[1])) <= float(_step(total[1])) * 0.5 + 0.5
        also = total[2] is None or abs(yearly - float(total[2])) <= 0.5 + float(_step(total[2])) / 2
        return f"{difference}（{change:.1f}%）", (same or near) and also
    assert rate
    return f"{yearly:.2f}%", abs(yearly - float(rate[1])) <= 0.05 + float(_step(rate[1])) / 2


def _step(number: str) -> Decimal:
    """The unit of a number's last digit."""
    _, _, digits = number.partition(".")
    return Decimal(1).scaleb(-len(digits))
