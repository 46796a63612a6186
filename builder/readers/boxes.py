"""Boxes of a plan (专栏): their extent, their items, and tables rebuilt from flattened text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.engine.text import Text
from builder.language.numbering import number
from builder.model.blocks import Block, Box, Cell, Heading, Item, Note, Table
from builder.readers.anchors import Anchors
from builder.readers.source import Source
from builder.readers.structure import Unreadable
from builder.readers.tables import read_table
from builder.records.layout import TableLayout

TITLE = re.compile(r"专栏 ?(\d{1,3})[ \u3000]*(.*)")
_NOTE = re.compile(r"注 ?[：:].*")
_NOTED = re.compile(r"\d{1,2} ?[.．、].*")


def box_end(lines: Sequence[Text], start: int, source: Source) -> int:
    """The line behind a box that begins at line `start`: its items are set in a column of their own.

    Marks `column` tell. Short lines right under the title belong to it too where lines of its column
    follow (一、三大系列); a heading or another box ends it. In a text without such marks nothing else does.
    """
    end = start + 1
    measured = bool(source.facts.marks.get("column"))
    for at in range(start + 1, len(lines)):
        line = lines[at]
        found = number(line.s)
        if TITLE.match(line.s) or (found and found.kind in ("chapter", "section")):
            break
        # In a typed text a blank line ends it.
        typed = source.record.texture == "plain-text"
        near = not measured and not (typed and at > start + 1 and source.parted(lines[at - 1], line))
        inside = near or source.marked("column", line) or source.marked("layout.table", line)
        if inside or _is_note(lines, at, end):
            end = at + 1
        elif end > start + 1:
            break
    return end


def _is_note(lines: Sequence[Text], at: int, end: int) -> bool:
    """True for the notes under a table: 注： and the numbered lines behind it."""
    if at != end:
        return False
    back = at
    while back > 0 and _NOTED.fullmatch(lines[back].s):
        back -= 1
    return _NOTE.fullmatch(lines[back].s) is not None


def read_box(lines: list[Text], source: Source, anchors: Anchors) -> Box:
    """A box from its lines, the first of which is its title."""
    found = TITLE.match(lines[0].s)
    value = int(found[1]) if found else 0
    box = Box(lines[0], anchors.named(f"box-{value}"), value)
    at = 1
    while at < len(lines):
        end = at
        while end < len(lines) and source.marked("layout.table", lines[end]):
            end += 1
        rows = at
        while rows < len(lines) and "\t" in lines[rows].s:
            rows += 1
        if end > at:
            box.blocks.append(_table(lines[at:end], source, anchors))
        elif rows > at:
            box.blocks.append(read_table(lines[at:rows], source, anchors.next("table")))
            end = rows
        else:
            box.blocks.append(_item(lines, at, box.blocks))
            end = at + 1
        at = end
    return box


def _item(lines: list[Text], at: int, before: list[Block]) -> Block:
    line = lines[at]
    found = number(line.s)
    if _is_note(lines, at, at):
        return Note(line)
    if found and found.level == 1:
        return Heading(line, None, 1, found.text)
    return Item(line, None, found.level if found else 3, found.text if found else "")


def _table(lines: list[Text], source: Source, anchors: Anchors) -> Table:
    """The table that layout data describes for these lines, each character of which goes to a cell."""
    mark = source.marked("layout.table", lines[0])[0]
    data = source.facts.data.layout.table[int(mark.value)]
    table = Table(Text.empty(), anchors.next("table"), columns=len(data.columns), head_rows=len(data.header))
    stock = _Stock(lines, source)
    for text, row, column, rowspan, colspan in _cells(data):
        table.cells.append(Cell(stock.take(text), row, column, rowspan, colspan))
    stock.close()
    shift = len(data.header)
    table.uncertain = [(row + shift, column, why) for row, column, why in data.uncertain]
    table.pieces = 1 + len(source.marked("page", Text.join(lines)))
    return table


def _cells(data: TableLayout) -> Iterator[tuple[str, int, int, int, int]]:
    """The cells that layout data lists, each once: text, row, column, rows and columns that it spans."""
    header, rows = data.header, data.rows
    spans = {(row, column): (high, wide) for row, column, high, wide in data.header_spans}
    yield from _once(header, spans, 0)
    # A name that has no group stands in the place of both, as its head does.
    twins = {column for (row, column), (_, wide) in spans.items() if wide == 2 and header[row][column + 1 :]}
    body: dict[tuple[int, int], tuple[int, int]] = {}
    for column, first, last in data.spans:
        body[first, column] = (last - first + 1, 1)
    places = [list(row) for row in rows]
    for at, row in enumerate(places):
        for column in twins:
            if row[column] == "" and data.columns[column] != data.columns[column + 1] and _grouped(data, column):
                row[column] = row[column + 1]
                body[at, column] = (1, 2)
    yield from _once(places, body, len(header))


def _grouped(data: TableLayout, column: int) -> bool:
    """True for the column of groups: its head spans it and the column of names, from top to bottom of the head."""
    return all(row[column] == row[column + 1] for row in data.header)


def _once(
    rows: Sequence[Sequence[str]], spans: Mapping[tuple[int, int], tuple[int, int]], shift: int
) -> Iterator[tuple[str, int, int, int, int]]:
    done: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if (at, column) in done:
                continue
            high, wide = spans.get((at, column), (1, 1))
            done |= {(at + i, column + j) for i in range(high) for j in range(wide)}
            yield text, at + shift, column, high, wide


class _Stock:
    """The characters of a flattened table, taken cell by cell; white space between them is dropped."""

    def __init__(self, lines: list[Text], source: Source) -> None:
        self.text = Text.join(lines)
        self.source = source
        self.done = 0

    def take(self, wanted: str) -> Text:
        """The next characters, which are those of `wanted` but for white space."""
        parts: list[Text] = []
        start = self.done
        for at, c in enumerate(wanted):
            if c == " ":
                continue
            start = self._skip(keep=at > 0 and wanted[at - 1] == " ", parts=parts)
            if self.text.s[start : start + 1] != c:
                here = self.text.s[start : start + 12]
                raise Unreadable("read/cell", self.text[start : start + 1].first(), cell=wanted, here=here)
            parts.append(self.text[start : start + 1])
            self.done = start + 1
        return Text.join(parts)

    def _skip(self, *, keep: bool, parts: list[Text]) -> int:
        end = self.done
        while end < len(self.text) and self.text.s[end] == " ":
            end += 1
        gap = self.text[self.done : end]
        if keep and parts:
            parts.append(gap)
        else:
            self.source.drop("cell.gap", gap)
        return end

    def close(self) -> None:
        """Say that the cells are complete."""
        end = self._skip(keep=False, parts=[])
        if end < len(self.text):
            raise Unreadable("read/rest", self.text[end : end + 1].first(), here=self.text.s[end : end + 12])
