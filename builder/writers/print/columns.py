"""The columns of a printed table: how wide each is, and whether the table is to be turned."""

from __future__ import annotations

import math
from typing import Any

from builder.model.blocks import Table

# Ems of table type across an upright page, and what a cell's padding takes.
_LINE = 46.0
_PAD = 1.1
# A cell wider than this is a text that is set in lines.
_TEXT = 12.0
_HALF = 0.55
# A word of so many characters is not set one below the other.
_WORD = 4.0


def width(s: str) -> float:
    """The width of a string in ems: a Chinese character is 1, a Latin letter or digit about a half."""
    return sum(_HALF if ord(c) < 0x2000 else 1.0 for c in s)


def columns(table: Table) -> dict[str, Any]:
    """`widths` (shares of the line), `centred` (columns of short cells), `turned` (lies on its side)."""
    natural = [_natural(table, i) for i in range(table.columns)]
    least = [max(_unbroken(table, i), min(n, _WORD)) for i, n in enumerate(natural)]
    # Upright as long as no short word has to be set one character below the other.
    turned = sum(least) + _PAD * len(least) > _LINE
    line = _LINE * 1.5 if turned else _LINE
    return {
        "widths": [round(w, 2) for w in _shares(table, natural, least, line)],
        "centred": [n <= _TEXT / 2 for n in (_natural(table, i, body=True) for i in range(table.columns))],
        "turned": turned,
    }


def _natural(table: Table, column: int, *, body: bool = False) -> float:
    """The widest line of a column; cells over several columns say nothing of any one of them."""
    cells = [c for c in table.cells if c.column == column and c.colspan == 1]
    if body:
        cells = [c for c in cells if c.row >= table.head_rows]
    return max((width(line.s) for c in cells for line in c.text.lines()), default=2.0)


def _shares(table: Table, natural: list[float], least: list[float], line: float) -> list[float]:
    """Short columns get what they need; the others share the rest by the weight of their text."""
    room = line - _PAD * len(natural)
    if sum(natural) <= room:
        return [n + _PAD + (room - sum(natural)) / len(natural) for n in natural]
    short = [n <= _TEXT / 2 for n in natural]
    rest = max(room - sum(n for n, s in zip(natural, short, strict=True) if s), 1.0)
    weights = [0.0 if s else math.sqrt(_total(table, i)) for i, s in enumerate(short)]
    total = sum(weights) or 1.0
    shares = [n if s else rest * w / total for n, s, w in zip(natural, short, weights, strict=True)]
    return [share + _PAD for share in _fitted(shares, least, room)]


def _fitted(shares: list[float], least: list[float], room: float) -> list[float]:
    """No share below its least; what that takes comes from those that have more, by what they have more."""
    wide = [max(share, low) for share, low in zip(shares, least, strict=True)]
    spare = [w - low for w, low in zip(wide, least, strict=True)]
    over = sum(wide) - room
    if over <= 0 or not sum(spare):
        return wide
    cut = min(1.0, over / sum(spare))
    return [w - s * cut for w, s in zip(wide, spare, strict=True)]


def _total(table: Table, column: int) -> float:
    return sum(width(c.text.s) for c in table.cells if c.column == column and c.colspan == 1) or 1.0


def _unbroken(table: Table, column: int) -> float:
    """The longest run of Latin letters and digits of a column, which is not to be broken."""
    longest = 2.0
    for cell in table.cells:
        if cell.column != column or cell.colspan > 1:
            continue
        here = 0.0
        for c in cell.text.s:
            here = here + _HALF if c.isascii() and not c.isspace() else 0.0
            longest = max(longest, here)
    return min(longest, _TEXT)
