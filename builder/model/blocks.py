"""Blocks: the pieces that documents, chapters and front matter are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from builder.engine.text import Text


@dataclass
class Block:
    """A piece of a document. `text` is what is read; `anchor` its address on the page."""

    text: Text
    anchor: str | None = None
    type: ClassVar[str] = "block"

    def texts(self) -> Iterator[Text]:
        """Every text of the block, once, in reading order."""
        yield self.text


@dataclass
class Paragraph(Block):
    """A paragraph of running text (may begin with a run-in heading; see `Heading.runin`)."""

    type: ClassVar[str] = "paragraph"


@dataclass
class Heading(Block):
    """A heading. Level 0 is the title of a scheme or annex; 1 一、第一章; 2 （一）第一节; 3 1.; 4 (1).

    A run-in heading's text is the head of the paragraph that follows it, whose text begins with
    it too: it is published there, so `texts` yields nothing here.
    """

    level: int = 1
    number: str = ""
    runin: bool = False
    type: ClassVar[str] = "heading"

    def texts(self) -> Iterator[Text]:
        if not self.runin:
            yield self.text


@dataclass
class Item(Block):
    """An item of a list, with its number or dash as printed at the head of `text`."""

    level: int = 3
    number: str = ""
    type: ClassVar[str] = "item"


@dataclass
class Note(Block):
    """A note that belongs to the block before it: responsible units, 注：, （此件公开发布）.

    An inline note's text is the end of the paragraph before it, whose text holds it too: it is
    published there, so `texts` yields nothing here.
    """

    inline: bool = False
    type: ClassVar[str] = "note"

    def texts(self) -> Iterator[Text]:
        if not self.inline:
            yield self.text


@dataclass
class Signature(Block):
    """The signing block: issuers and date, one per line of `text`."""

    type: ClassVar[str] = "signature"


@dataclass
class Form(Block):
    """A blank form: lines that are not joined and whose gaps are blanks to fill in."""

    type: ClassVar[str] = "form"


@dataclass
class Flow(Block):
    """A flow chart or route chain set as text with arrows (→)."""

    type: ClassVar[str] = "flow"


@dataclass
class Cell:
    """A cell, with the rows and columns it spans."""

    text: Text
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@dataclass
class Table(Block):
    """A table; `text` is its title (may be empty). Cells are in reading order, heads first.

    The first `head_rows` rows are the head. `pieces` says how many pieces page turns cut it into.
    `uncertain` holds (row, column, why) of cells whose column is doubtful.
    """

    columns: int = 0
    head_rows: int = 1
    cells: list[Cell] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    pieces: int = 1
    uncertain: list[tuple[int, int, str]] = field(default_factory=list)
    type: ClassVar[str] = "table"

    def texts(self) -> Iterator[Text]:
        yield self.text
        for cell in self.cells:
            yield cell.text
        yield from self.notes

    def grid(self) -> list[list[Cell]]:
        """All rows, head rows first; a cell that spans several places stands in each of them."""
        height = max((c.row + c.rowspan for c in self.cells), default=0)
        blank = Cell(Text.empty(), -1, -1)
        rows = [[blank] * self.columns for _ in range(height)]
        for cell in self.cells:
            for row in rows[cell.row : cell.row + cell.rowspan]:
                row[cell.column : cell.column + cell.colspan] = [cell] * cell.colspan
        return rows


@dataclass
class Member:
    """One line of a roster. `role` is empty where the role printed above goes on."""

    role: Text
    name: Text
    office: Text
    role_read: str = ""


@dataclass
class Roster(Block):
    """A list of people with role and office; `text` is its title (may be empty)."""

    people: list[Member] = field(default_factory=list)
    type: ClassVar[str] = "roster"

    def texts(self) -> Iterator[Text]:
        yield self.text
        for person in self.people:
            yield from (person.role, person.name, person.office)


@dataclass
class Box(Block):
    """A box of the plan (专栏): `text` is its title line, `number` its number."""

    number: int = 0
    blocks: list[Block] = field(default_factory=list)
    type: ClassVar[str] = "box"

    def texts(self) -> Iterator[Text]:
        yield self.text
        for block in self.blocks:
            yield from block.texts()
