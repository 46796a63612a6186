"""历年同题: items of one name in the yearbooks of several years, and the figures of their tables side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from builder.language.labels import bare
from builder.links.corpus import Unit
from builder.model.blocks import Table
from builder.model.linkage import Figures

Columns = Mapping[tuple[str, str], Mapping[str, str]]
_YEAR = re.compile(r"(?:1[89]|20)\d{2}年?")
_FIGURE = re.compile(r"[-+]?\d[\d,，.]*[%％‰]?")


def over_years(units: Sequence[Unit]) -> tuple[dict[str, list[str]], dict[str, list[Figures]]]:
    """For each item with others of its name (水利·概况) in other years: all of them in the order of the years; and the
    columns of their tables whose headings agree."""
    named: dict[str, dict[str, Unit]] = {}
    for unit in units:
        if unit.entry and unit.entry.named:
            # Of two items of one name in one book the first is meant.
            named.setdefault(bare(unit.entry.named), {}).setdefault(unit.volume, unit)
    same: dict[str, list[str]] = {}
    figures: dict[str, list[Figures]] = {}
    for found in named.values():
        row = sorted(found.values(), key=lambda unit: (unit.year, unit.id))
        if len({unit.year for unit in row}) < 2:
            continue
        for unit in row:
            same[unit.id] = [one.id for one in row]
        if beside := list(_beside(row)):
            figures |= {unit.id: beside for unit in row}
    return same, figures


def _beside(row: Sequence[Unit]) -> Iterator[Figures]:
    """The columns that the tables of at least two years have, with the figures of each year."""
    tables: dict[int, Columns] = {}
    for unit in row:
        # Of two books of one year the first is meant.
        tables.setdefault(unit.year, _columns(unit))
    names = dict.fromkeys(name for columns in tables.values() for name in columns)
    for name in names:
        years = [year for year, columns in tables.items() if name in columns]
        if len(years) < 2:
            continue
        labels = dict.fromkeys(label for year in reversed(years) for label in tables[year][name])
        rows = tuple((label, tuple(tables[year][name].get(label, "") for year in years)) for label in labels)
        yield Figures("·".join(one for one in name if one), tuple(years), rows)


def _columns(unit: Unit) -> Columns:
    """(what the rows are, what the column tells) -> label of a row -> figure; the year told of left out of headings.

    A column of another year (2017年 beside 2018年) and one whose heading comes twice are no figures of this year's.
    """
    assert unit.entry is not None
    found: list[tuple[tuple[str, str], Mapping[str, str]]] = []
    for table in (block for block in unit.entry.blocks if isinstance(block, Table) and block.head_rows == 1):
        head, *body = [[bare(cell.text.s) for cell in line] for line in table.grid()]
        for at, said in enumerate(head[1:], 1):
            years = {int(one[:4]) for one in _YEAR.findall(said)}
            column = {line[0]: line[at] for line in body if line[0] and _FIGURE.fullmatch(line[at])}
            if column and 2 * len(column) >= len(body) and years <= {unit.year}:
                found.append(((_YEAR.sub("", head[0]), _YEAR.sub("", said)), column))
    times = Counter(name for name, _ in found)
    return {name: column for name, column in found if times[name] == 1}
