"""Nodes of a chapter as rows for prints and e-books."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from builder.edition.walk import Annex, BoxFrame, Grid, Line, Node, People
from builder.model.blocks import Member
from builder.writers.print.columns import columns, width
from builder.writers.print.runs import Pieces
from builder.writers.print.titles import TitleBreaks


class PrintRows:
    """Rows of the nodes of one chapter."""

    def __init__(self, pieces: Pieces, titles: TitleBreaks) -> None:
        self._pieces, self._titles = pieces, titles

    def rows(self, nodes: Iterable[Node]) -> list[dict[str, Any]]:
        """Each node as a row, in order."""
        return [row for node in nodes if (row := self._row(node)) is not None]

    def title(self, line: Line | None) -> list[Any]:
        """A centred title, its lines broken between words."""
        return self._pieces.of(line, self._titles.breaks(line.text.s)) if line else []

    def _row(self, node: Node) -> dict[str, Any] | None:
        if isinstance(node, Line):
            return self._line(node) if node.text.s else None
        if isinstance(node, Grid):
            return _anchored("table", node.caption.anchor) | self._table(node)
        if isinstance(node, People):
            people = [[self._pieces.of(cell) for cell in cells] for _, cells in node.rows]
            widths = _roster_widths([person for person, _ in node.rows])
            title = self._pieces.of(node.caption)
            return _anchored("roster", node.caption.anchor) | {"title": title, "people": people, "widths": widths}
        if isinstance(node, BoxFrame):
            row = _anchored("box", node.title.anchor) | {"number": node.box.number, "depth": node.title.depth}
            return row | {"title": self._pieces.of(node.title), "blocks": self.rows(node.nodes)}
        return self._annex(node) if isinstance(node, Annex) else None

    def _line(self, line: Line) -> dict[str, Any]:
        runin = line.runin
        row = _anchored(line.kind, (runin.anchor if runin else None) or line.anchor)
        if line.kind in ("signature", "form"):
            return row | {"lines": self._pieces.lines(line)}
        is_title = line.kind == "title" or line.kind == "heading" and line.level == 0
        row["text"] = self.title(line) if is_title else self._pieces.of(line)
        row |= {"level": line.level} if line.kind in ("heading", "item") else {}
        row |= {"depth": line.depth} if line.kind == "heading" else {}
        return row | ({"runin": runin.level} if runin else {})

    def _annex(self, node: Annex) -> dict[str, Any]:
        name = node.annex.title.s or node.annex.announced or node.annex.label
        label, title = self._pieces.of(node.label), self.title(node.title)
        depth = {"depth": node.title.depth} if node.title else {}
        rows = {"name": name, "label": label, "title": title, "blocks": self.rows(node.nodes)}
        return _anchored("annex", node.annex.anchor) | rows | depth

    def _table(self, grid: Grid) -> dict[str, Any]:
        title, cells = self._pieces.of(grid.caption), []
        for cell, line in sorted(grid.cells, key=lambda one: (one[0].row, one[0].column)):
            one: dict[str, Any] = {"x": cell.column, "y": cell.row, "text": self._pieces.of(line)}
            one |= {"colspan": cell.colspan} if cell.colspan > 1 else {}
            one |= {"rowspan": cell.rowspan} if cell.rowspan > 1 else {}
            cells.append(one)
        notes = [self._pieces.of(note) for note in grid.notes]
        return {"title": title, "head": grid.table.head_rows, **columns(grid.table), "cells": cells, "notes": notes}


def _anchored(kind: str, anchor: str | None) -> dict[str, Any]:
    return {"type": kind} | ({"anchor": anchor} if anchor else {})


def _roster_widths(people: Sequence[Member]) -> list[float]:
    return [max((width(getattr(p, key).s) for p in people), default=0.0) for key in ("role", "name")]
