"""Tables as figures: which columns hold numbers, and rows that can be shown as a series of years."""

from __future__ import annotations

import re
from collections import Counter

from builder.model.blocks import Cell, Table

_YEAR = re.compile(r"(?:19|20)\d\d年?(?:目标|预期|预计|实际|完成|规划)*(?:值)?")
_PLAIN = re.compile(r"[≥>＞]?\s*(\d+(?:\.\d+)?)\s*[%％]?")
_FIGURE = re.compile(r"[-+−±≥≤<>＜＞〔［（(]*[\d,./]+\s*[%％‰]?[〕］）)]?")
_NOTHING = re.compile(r"[—－–/-]*")
_SERIAL = ("序号", "编号", "号")
_STEPS = 12


def bar(count: int, most: int) -> int:
    """The height of a bar, 1 to 12, where `most` are the highest; 0 for nothing."""
    return max(1, round(count / most * _STEPS)) if count else 0


def _said(cell: Cell) -> str:
    return cell.text.s.strip()


def figure_cells(table: Table) -> set[tuple[int, int]]:
    """The cells (row and column) that are set as figures: in columns that mostly hold numbers and dashes.

    Serial numbers are none, nor is the first column, whose cells name the row.
    """
    serial = {cell.column for cell in table.cells if cell.row == 0 < table.head_rows and _said(cell) in _SERIAL}
    figures: Counter[int] = Counter()
    words: Counter[int] = Counter()
    for cell in table.cells:
        if cell.row >= table.head_rows and not _NOTHING.fullmatch(_said(cell)):
            (figures if _FIGURE.fullmatch(_said(cell)) else words)[cell.column] += 1
    columns = {c for c, n in figures.items() if n > words[c] and c not in serial and c > 0}
    return {(cell.row, cell.column) for cell in table.cells if cell.column in columns and _is_figure(cell, table)}


def _is_figure(cell: Cell, table: Table) -> bool:
    said = _said(cell)
    return cell.row < table.head_rows or bool(_NOTHING.fullmatch(said) or _FIGURE.fullmatch(said))


def series(table: Table) -> dict[int, list[float]]:
    """Row -> its numbers over the years, where the head names two years or more and each has a plain number."""
    years = _years(table)
    found: dict[int, list[float]] = {}
    for cell in table.cells:
        number = _PLAIN.fullmatch(_said(cell))
        if cell.row >= table.head_rows and cell.column in years and number:
            found.setdefault(cell.row, []).append(float(number[1]))
    return {row: n for row, n in found.items() if len(years) > 1 and len(n) == len(years) and max(n)}


def last_year(table: Table) -> int:
    """The column of the last year that the head names; -1 for none."""
    return max(_years(table), default=-1)


def _years(table: Table) -> list[int]:
    """The columns whose head is a year."""
    heads = [cell for cell in table.cells if cell.row < table.head_rows]
    return sorted({cell.column for cell in heads if _YEAR.fullmatch("".join(cell.text.s.split()))})
