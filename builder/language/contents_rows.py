"""A row of printed contents: a name, a leader (or a gap, or a bracket), a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.language.sections import key

_LEADER = r"[ \u3000\t]*(?:[.．·…]+[ \u3000\t]*)*"
# Several stand on one line where contents have columns.
_CELL = re.compile(
    rf"(?P<name>[^\s.．·…/][^\t\n…]*?)(?P<gap>[ \u3000\t]*[.．·…]{{2,}}{_LEADER}|…{_LEADER}|[ \u3000\t]+/?[ \u3000]*"
    rf"|/[ \u3000]*|(?=[（(]\d))[（(]?(?P<page>\d{{1,4}})[）)]?(?=[ \u3000\t]|$)"
)
# A page that is filled up with noughts needs no gap behind it.
_FRONT = re.compile(
    r"(?:(?P<page>\d{1,4})(?P<gap>[ \u3000\t]+)|(?P<filled>0\d{1,3})(?=\D))(?P<name>[^\s.．·…/].*[^\s\d])"
)
_LEAST, _LONGEST = 5, 160


class Cell(NamedTuple):
    """A row: its name, its page, where on the line the name begins and its leader stands."""

    name: str
    page: int
    start: int
    gap: tuple[int, int]


def cells(line: str) -> list[Cell]:
    """The rows on a line; none where it does not end with a page, or is a sentence."""
    if len(line) > _LONGEST or "。" in line:
        return []
    found = list(_CELL.finditer(line))
    if not found or line[found[-1].end() :].strip():
        return []
    return [Cell(one["name"], int(one["page"]), one.start(), one.span("gap")) for one in found]


def paged(line: str) -> list[Cell]:
    """The row on a line whose page stands in front (009　特载); none where there is none."""
    one = _FRONT.fullmatch(line) if len(line) <= _LONGEST and "。" not in line else None
    if one is None:
        return []
    return [Cell(one["name"], int(one["page"] or one["filled"]), one.start("name"), one.span("gap"))]


def names(lines: Iterator[str]) -> frozenset[str]:
    """What rows of contents name, as it is compared; nothing where too few of the lines are such."""
    found, above = list[str](), ""
    for line in lines:
        row = cells(line.strip())
        found += [key(one.name) for one in row]
        # A title may be set in two lines.
        found += [key(above + row[0].name)] if row and above else []
        above = "" if row else line.strip()
    return frozenset(found if len(found) >= _LEAST else ())
