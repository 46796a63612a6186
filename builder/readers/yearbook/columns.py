"""Printed contents in columns: how far each row is set in inside of its column, and in which order the rows go on."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from builder.engine.text import Text
from builder.language.contents_rows import cells

# So many columns a page of contents has at most.
_COLUMNS = 3


class Row(NamedTuple):
    """A row: the name as it is compared, its page, how far it is set in (half a space is one), the line it stands
    on."""

    name: str
    page: int | None
    indent: int
    line: Text


def apart(rows: Sequence[Row], lines: Iterable[Text]) -> list[Row]:
    """The rows, column by column; unchanged where no line bears two. `lines` are those of the text with their
    spaces."""
    if not any(one.line is two.line for one, two in pairwise(rows)):
        return list(rows)
    if run_on(rows):
        return _by_page(rows)
    leads = {kept.first(): _wide(line.s[: line.s.find(kept.s)]) for line in lines if (kept := line.strip()).s}
    return _by_page(_set_in(rows, leads))


def run_on(rows: Sequence[Row]) -> bool:
    """True where rows stand one behind the other as words do (概况（7）  水利（8）  …), in no columns."""
    on_line = Counter(id(row.line) for row in rows)
    several = [times for times in on_line.values() if times > 1]
    return bool(several) and (max(several) > _COLUMNS or 2 * len(several) < len(on_line))


def _set_in(rows: Sequence[Row], leads: Mapping[int, int]) -> list[Row]:
    """The rows with their indent from the left of their column."""
    placed: list[tuple[int, Row]] = []
    columns: dict[int, int] = {}
    for _, group in groupby(rows, key=lambda row: id(row.line)):
        beside = list(group)
        line = beside[0].line
        starts = [one.start for one in cells(line.s)] or [0]
        for number, (start, row) in enumerate(zip(starts, beside, strict=False)):
            at = leads.get(line.strip().first(), 0) + _wide(line.s[:start])
            placed.append((at, row))
            if len(beside) > 1:
                columns[number] = min(at, columns.get(number, at))
    lefts = sorted(columns.values())
    return [row._replace(indent=at - max((left for left in lefts if left <= at), default=at)) for at, row in placed]


def _by_page(rows: Sequence[Row]) -> list[Row]:
    """The rows by their pages: columns go on one behind the other. One without a page stays in front of the next."""
    pages, page = list[int](), 0
    for row in reversed(rows):
        page = page if row.page is None else row.page
        pages.append(page)
    return [row for _, row in sorted(zip(reversed(pages), rows, strict=True), key=lambda one: one[0])]


def _wide(s: str) -> int:
    """How wide a piece is set, in half characters."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in s)
