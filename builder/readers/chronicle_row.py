"""A row of a chronicle that is set as a table: a date and a text, with the year in front or not."""

from __future__ import annotations

import re
from typing import NamedTuple

from builder.language.dates import Label
from builder.language.dates import label as any_label
from builder.readers.entry_head import Habits

_YEAR = re.compile(r"[12]\d{3}(?=年?$)")


class Row(NamedTuple):
    """The year in the first cell (None without one) and the end of that cell; the label, None in an empty cell,
    and where its cell begins; where the text begins."""

    year: int | None
    first: int
    label: Label | None
    at: int
    text: int


def row_of(line: str) -> Row | None:
    """The row that a line is, or None: two or three cells, of which the one before the last is a whole date."""
    cells = line.split("\t")
    year = _YEAR.fullmatch(cells[0].strip()) if len(cells) == 3 else None
    if len(cells) not in (2, 3) or (len(cells) == 3 and cells[0].strip() and not year):
        return None
    said = cells[-2].strip()
    label = any_label(said) if said else None
    if not cells[-1].strip() or (said and (label is None or label.width < len(said))) or not (said or year):
        return None
    text = len(line) - len(cells[-1])
    first = len(cells[0]) if len(cells) == 3 else 0
    return Row(int(year[0]) if year else None, first, label, text - 1 - len(cells[-2]), text)


def is_row(line: str, habits: Habits) -> bool:
    """True for a line of cells that begins an entry, and is no row of a table within one."""
    cells = line.split("\t")
    dated = any_label(cells[-2].strip()) if len(cells) in (2, 3) else None
    if habits.lead(line).label is not None:
        return True
    return len(cells) == 3 and (dated is not None or _YEAR.fullmatch(cells[0].strip()) is not None)
