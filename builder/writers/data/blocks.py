"""Nodes of a chapter as JSON objects: `{type, text?, level?, number?, anchor?, lines, page?, ...}`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from builder.edition.apparatus import Apparatus
from builder.edition.walk import BoxFrame, Grid, Line, Node, People, lines_of
from builder.model.blocks import Heading, Member, Note, Table

Row = dict[str, Any]


class BlockRows:
    """Rows of nodes as the contract says; `apparatus` knows the raw lines of heads and notes inside a text."""

    def __init__(self, apparatus: Apparatus) -> None:
        self._apparatus = apparatus

    def rows(self, nodes: Iterable[Node]) -> list[Row]:
        """Each node; a run-in heading before its paragraph, an inline note behind it."""
        return [row for node in nodes for row in self._rows(node)]

    def _rows(self, node: Node) -> Iterator[Row]:
        if isinstance(node, Line):
            if node.runin:
                yield self._inside(node.runin, node)
            row: Row = {"type": node.kind, "text": node.text.s}
            if node.kind in ("heading", "item"):
                row |= {"level": node.level} | ({"number": node.number} if node.number else {})
            yield self._placed(row, node.anchor, [node])
            if node.note:
                yield self._inside(node.note, node)
        elif isinstance(node, Grid):
            yield self._placed({"type": "table"} | _table(node.table), node.caption.anchor, lines_of([node]))
        elif isinstance(node, People):
            row = {"type": "roster", "title": node.caption.text.s, "people": people(p for p, _ in node.rows)}
            yield self._placed(row, node.caption.anchor, lines_of([node]))
        elif isinstance(node, BoxFrame):
            row = {"type": "box", "number": node.box.number, "title": node.title.text.s}
            row["blocks"] = self.rows(node.nodes)
            yield self._placed(row, node.box.anchor, lines_of([node]))

    def _inside(self, block: Heading | Note, line: Line) -> Row:
        """A run-in heading or an inline note: its text stands in that of the line too."""
        row: Row = {"type": block.type, "text": block.text.s}
        if isinstance(block, Heading):
            row |= {"level": block.level} | ({"number": block.number} if block.number else {}) | {"runin": True}
        else:
            row |= {"inline": True}
        lines, page = self._apparatus.lines(block.text), self._apparatus.page(block.text)
        row = self._placed(row, block.anchor, [line]) | ({"lines": list(lines)} if lines else {})
        return row | ({"page": page} if isinstance(block, Note) and page else {})

    def _placed(self, row: Row, anchor: str | None, lines: Iterable[Line]) -> Row:
        known = [line for line in lines if line.lines]
        spans = [line.lines for line in known if line.lines]
        row |= {"anchor": anchor} if anchor else {}
        row["lines"] = [min(a for a, _ in spans), max(b for _, b in spans)] if spans else []
        page = known[0].page if known else None
        return row if page is None else row | {"page": page}


def _table(table: Table) -> Row:
    grid = [[cell.text.s for cell in row] for row in table.grid()]
    row: Row = {
        "title": table.text.s,
        "header": grid[: table.head_rows],
        "rows": grid[table.head_rows :],
        "notes": [note.s for note in table.notes],
        "pieces": table.pieces,
    }
    return row | ({"uncertain": [list(one) for one in table.uncertain]} if table.uncertain else {})


def people(roster: Iterable[Member]) -> list[dict[str, str]]:
    """The people of a roster; each bears the role printed above where none is printed."""
    return [{"role": p.role_read or p.role.s, "name": p.name.s, "office": p.office.s} for p in roster]


def fixes(lines: Iterable[Line], apparatus: Apparatus) -> list[Row]:
    """The corrections of a document: `[{anchor, was, now, why}]`, each under the anchor it stands behind."""
    found: list[Row] = []
    anchor: str | None = None
    for line in lines:
        own = line.runin.anchor if line.runin else line.anchor
        anchor = own if own not in (None, "top") else anchor
        found += [
            {"anchor": anchor, "was": fix.was, "now": fix.now, "why": fix.why} for fix in apparatus.fixes(line.text)
        ]
    return found
