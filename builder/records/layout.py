"""`layout/<volume>.toml`: what no rule can know of the printed page, anchored to raw lines."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from builder.records.base import Count, Listed, Positive, Record, Said, Texts, wrong

_Cells = Annotated[tuple[str, ...], Listed]
_Rows = Annotated[tuple[_Cells, ...], Listed]


class Lines(Record):
    """Raw lines, the first and the last of them, counted from 1; `line = n` stands for `lines = [n, n]`."""

    lines: Annotated[tuple[Positive, Positive] | None, Listed] = None
    line: Positive | None = None
    why: Said

    @classmethod
    def check(cls, data: dict[str, Any]) -> None:
        """One of the two ways to say which lines, in their order."""
        if ("lines" in data) == ("line" in data):
            raise wrong("layout.lines/one", *(["lines"] if "lines" in data else []))
        lines = data.get("lines", [1, 1])
        whole = isinstance(lines, list) and len(lines) == 2 and all(type(n) is int and n > 0 for n in lines)
        if not whole or lines[0] > lines[1]:
            raise wrong("layout.lines/form", "lines")

    @property
    def span(self) -> tuple[int, int]:
        """First and last raw line."""
        return self.lines or (self.line or 1, self.line or 1)


class Moved(Lines):
    """Lines that belong in front of another line."""

    before: Positive


class Gap(Lines):
    """Characters of the lines, with the space that is meant."""

    find: Said

    @classmethod
    def check(cls, data: dict[str, Any]) -> None:
        """Without a space nothing would happen."""
        super().check(data)
        find = data.get("find", " ")
        if isinstance(find, str) and " " not in find:
            raise wrong("layout.space", "find")


class TableLayout(Lines):
    """A table that the extraction flattened: its cells in the order of the raw text.

    `header_spans`: row, column, rows, columns; `spans`: column, first row, last row; `uncertain`: row, column, reason;
    `reprinted`: column, row: the text of a cell that is printed again behind a page turn. Rows and columns from 0.
    """

    box: int | None = None
    columns: Texts
    header: _Rows
    rows: _Rows
    header_spans: Annotated[tuple[Annotated[tuple[Count, Count, Positive, Positive], Listed], ...], Listed] = ()
    spans: Annotated[tuple[Annotated[tuple[Count, Count, Count], Listed], ...], Listed] = ()
    uncertain: Annotated[tuple[Annotated[tuple[Count, Count, Said], Listed], ...], Listed] = ()
    reprinted: Annotated[tuple[Annotated[tuple[Count, Count], Listed], ...], Listed] = ()

    @classmethod
    def check(cls, data: dict[str, Any]) -> None:
        """Each row has a cell for each column."""
        super().check(data)
        columns = data.get("columns")
        for key in ("header", "rows"):
            for at, row in enumerate(data.get(key) or []):
                if isinstance(row, list) and isinstance(columns, list) and len(row) != len(columns):
                    raise wrong("layout.row", key, row=at, found=len(row), wanted=len(columns))


_Lines = Annotated[tuple[Lines, ...], Listed]
_Gaps = Annotated[tuple[Gap, ...], Listed]


# What the rules of each texture, and readers of it, use.
USED = {
    "pdf-text": ("keep", "table", "move", "join", "split", "close", "break"),
    "ocr-markdown": ("leave", "join"),
    "plain-text": (),
}


class Layout(Record):
    """What stands in the file of one volume."""

    keep: _Lines = ()
    table: Annotated[tuple[TableLayout, ...], Listed] = ()
    move: Annotated[tuple[Moved, ...], Listed] = ()
    join: _Lines = ()
    split: _Lines = ()
    close: _Gaps = ()
    break_: _Gaps = Field(default=(), alias="break")
    leave: _Lines = ()

    def of(self, kind: str) -> tuple[Lines, ...]:
        """The tables of one kind, by the name that they bear in the file."""
        found: tuple[Lines, ...] = getattr(self, "break_" if kind == "break" else kind)
        return found
