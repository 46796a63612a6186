"""Tables set with tabs: pieces joined, repeated heads dropped, merged cells carried out, shifted rows mended."""

from __future__ import annotations

import re
from collections import Counter

from builder.engine.text import Text
from builder.language.labels import squeeze
from builder.model.blocks import Block, Cell, Paragraph, Table
from builder.readers.source import Source

Cells = list[Text]
_CAPTION = re.compile(r"表 ?[0-9０-９一二三四五六七八九十]{1,3}(?:[-—.][0-9]{1,2})?[ \u3000：:]*[^。；]{0,40}")
_FIGURE = re.compile(r"[0-9.,，％%+-]+")


def caption(blocks: list[Block]) -> Text:
    """The title of the table that follows `blocks` (表1 …), taken from the last of them."""
    if blocks and isinstance(blocks[-1], Paragraph) and _CAPTION.fullmatch(blocks[-1].text.s):
        return blocks.pop().text
    return Text.empty()


def read_table(lines: list[Text], source: Source, anchor: str, title: Text | None = None) -> Table:
    """The table of a run of rows; rows that a page turn parted stand one behind the other."""
    rows = [_cells(line, source) for line in lines]
    width = max(len(row) for row in rows)
    for row in rows:
        row.extend(Text.empty() for _ in range(width - len(row)))
    pieces, rows = _one_head(rows, source)
    heads = _head_rows(rows)
    _mend(rows, heads)
    table = Table(title or Text.empty(), anchor, columns=width, head_rows=heads, pieces=pieces)
    table.cells = [*_head_cells(rows[:heads]), *_body_cells(rows[heads:], heads, source)]
    return table


def _cells(line: Text, source: Source) -> Cells:
    cells: Cells = []
    done = 0
    for part in line.s.split("\t"):
        cells.append(line[done : done + len(part)])
        done += len(part)
        source.drop("cell.tab", line[done : done + 1])
        done += 1
    return [source.stripped(cell) for cell in cells]


def _key(row: Cells) -> tuple[str, ...]:
    return tuple(squeeze(cell.s) for cell in row)


def _one_head(rows: list[Cells], source: Source) -> tuple[int, list[Cells]]:
    """How many pieces there are, and the rows without the heads that later pieces repeat."""
    head = _key(rows[0])
    kept = rows[:1]
    pieces = 1
    for row in rows[1:]:
        if _key(row) == head and all(head):
            pieces += 1
            for cell in row:
                source.drop("table.head", cell)
        else:
            kept.append(row)
    return pieces, kept


def _head_rows(rows: list[Cells]) -> int:
    """How many rows are heads: none in a form whose first row has blanks to fill in."""
    filled = sum(1 for cell in rows[0] if cell.s)
    if len(rows) > 1 and not rows[1][0].s and rows[0][0].s:
        under = [i for i, cell in enumerate(rows[1]) if cell.s]
        spanned = any(not rows[0][i].s for i in under)
        if spanned and (len(rows) == 2 or _two_heads(rows, under)):
            return 2
    return 1 if filled == len(rows[0]) else 0


def _two_heads(rows: list[Cells], under: list[int]) -> bool:
    """True when the second row names the columns that a cell of the first one spans.

    A blank place of the first row has a name under it, no name is a figure, and a row with a
    name of its own follows: a second row whose first cell is merged with the one above it is none.
    """
    blank = [i for i, cell in enumerate(rows[0]) if not cell.s]
    named = all(i in under for i in blank) and not any(_FIGURE.fullmatch(rows[1][i].s) for i in under)
    return named and bool(rows[2][0].s) and set(under) == {i for b in blank for i in (b - 1, b)}


def _mend(rows: list[Cells], heads: int) -> None:
    """Move the cells of a row to the right whose empty first cell is missing.

    The last column is empty in every row of such a table; the row's second cell begins like the
    third column and not like the second (查现场。…).
    """
    body = rows[heads:]
    if not heads or len(rows[0]) < 4 or len(body) < 6:
        return
    third = Counter(row[2].s[:1] for row in body if row[2].s)
    if not third:
        return
    sign, count = third.most_common(1)[0]
    if count * 5 < len(body) * 4:
        return
    for row in body:
        if row[0].s and row[1].s.startswith(sign) and not row[2].s and not row[-1].s:
            row.insert(0, row.pop())


def _head_cells(rows: list[Cells]) -> list[Cell]:
    """Cells of the head: an empty place belongs to its left neighbour where something stands under it,
    to the cell above where it is in the lower row."""
    cells: list[Cell] = []
    if not rows:
        return cells
    width = len(rows[0])
    lower = rows[1] if len(rows) > 1 else None
    for column, cell in enumerate(rows[0]):
        if not cell.s and lower is not None and cells:
            cells[-1].colspan += 1
            continue
        deep = len(rows) if lower is None or not lower[column].s else 1
        cells.append(Cell(cell, 0, column, rowspan=deep))
    if lower is not None:
        cells.extend(Cell(lower[c], 1, c) for c in range(width) if lower[c].s)
    return cells


def _body_cells(rows: list[Cells], first: int, source: Source) -> list[Cell]:
    """Cells of the body; the first column's cell goes down over the empty places under it.

    A group's name that a new page prints again is the same cell going on.
    """
    cells: list[Cell] = []
    group: Cell | None = None
    merged = any(not row[0].s for row in rows[1:])
    for number, row in enumerate(rows, first):
        name = squeeze(row[0].s)
        if merged and group is not None and (not name or name == squeeze(group.text.s)):
            group.rowspan += 1
            source.drop("table.label", row[0])
        else:
            group = Cell(row[0], number, 0)
            cells.append(group)
        cells.extend(Cell(cell, number, column) for column, cell in enumerate(row[1:], 1))
    return cells
