"""Blocks of documents as rows for prints and e-books."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from builder.engine.text import Text
from builder.model import Block, Box, Form, Heading, Item, Note, Person, Roster, Signature, Table
from builder.writers.print.columns import columns, width
from builder.writers.print.runs import Mark, Run, Runs
from builder.writers.print.titles import Titles


class BlockRows:
    """Rows of the blocks of one document. `marks` gives the index marks of a text by its identity."""

    def __init__(self, runs: Runs, marks: Mapping[int, Sequence[Mark]], titles: Titles) -> None:
        self._runs = runs
        self._marks = marks
        self._titles = titles

    def runs(self, text: Text, head: int = 0) -> list[Run]:
        """A text of the document as runs."""
        return self._runs.of(text, self._marks.get(id(text), ()), head)

    def title(self, text: Text) -> list[Run]:
        """A centred title, its lines broken between words."""
        return self._runs.of(text, self._marks.get(id(text), ()), breaks=self._titles.breaks(text.s))

    def rows(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        """Each block once; a run-in heading is the bold head of the paragraph behind it."""
        found: list[dict[str, Any]] = []
        levels: list[int] = []
        runin: Heading | None = None
        for block in blocks:
            if isinstance(block, Heading) and block.runin:
                runin = block
                continue
            if isinstance(block, Note) and block.inline:
                continue
            row = self._row(block, runin)
            runin = None
            if row is not None:
                if isinstance(block, Heading):
                    # A reader of the tagged PDF goes down one rank at a time, whatever the numbering leaves out.
                    while levels and levels[-1] >= block.level:
                        levels.pop()
                    levels.append(block.level)
                    row["depth"] = len(levels)
                found.append(row)
        return found

    def _row(self, block: Block, runin: Heading | None) -> dict[str, Any] | None:
        row: dict[str, Any] = {"type": block.type}
        anchor = runin.anchor if runin and runin.anchor else block.anchor
        if anchor:
            row["anchor"] = anchor
        if isinstance(block, Table):
            return row | self._table(block)
        if isinstance(block, Roster):
            return row | {"title": self.runs(block.text)} | self._people(block)
        if isinstance(block, Box):
            return row | {"number": block.number, "title": self.runs(block.text), "blocks": self.rows(block.blocks)}
        if not block.text.s:
            return None
        if isinstance(block, Signature | Form):
            return row | {"lines": [self.runs(line) for line in block.text.lines() if line.s]}
        if isinstance(block, Heading) and block.level == 0:
            row["text"] = self.title(block.text)
        else:
            row["text"] = self.runs(block.text, len(runin.text) if runin else 0)
        if isinstance(block, Heading | Item):
            row["level"] = block.level
        if runin:
            row["runin"] = runin.level
        return row

    def _people(self, roster: Roster) -> dict[str, Any]:
        people = [[self.runs(text) for text in (p.role, p.name, p.office)] for p in roster.people]
        return {"people": people, "widths": _roster_widths(roster.people)}

    def _table(self, table: Table) -> dict[str, Any]:
        cells = []
        for cell in table.cells:
            one: dict[str, Any] = {"x": cell.column, "y": cell.row, "text": self.runs(cell.text)}
            one |= {"colspan": cell.colspan} if cell.colspan > 1 else {}
            one |= {"rowspan": cell.rowspan} if cell.rowspan > 1 else {}
            cells.append(one)
        return {
            "title": self.runs(table.text),
            "head": table.head_rows,
            **columns(table),
            "cells": cells,
            "notes": [self.runs(note) for note in table.notes],
        }


def _roster_widths(people: Sequence[Person]) -> list[float]:
    return [max((width(getattr(p, key).s) for p in people), default=0.0) for key in ("role", "name")]
