"""The one order of a document, a month, a page of front matter: what stands where, at which rank.

A walk gives nodes; every output turns the same nodes into its own syntax, so that none can set another
order, rank or anchor than the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from builder.edition import runs
from builder.engine.text import Text
from builder.model.blocks import Block, Box, Cell, Heading, Item, Member, Note, Roster, Table
from builder.model.volume import Attachment, Document, Entry, Part


@dataclass
class Line:
    """A text that is set in one piece.

    `kind`: issuer title number recipients, month label entry more, annex-label caption cell, or a block's
    type. `part` is its place among the texts of its owner (`Link.part`; -1: none), `level` that of its `number`,
    `depth` its rank below the page's title, without gaps. `runin` is the heading at its head and `note` the
    note at its end that are part of the text. Resolved: `runs`, raw `lines`, printed `page`, half `widths`.
    """

    kind: str
    text: Text
    part: int = -1
    anchor: str | None = None
    level: int = 0
    number: str = ""
    depth: int = 0
    runin: Heading | None = None
    note: Note | None = None
    runs: list[runs.RunItem] = field(default_factory=list)
    lines: tuple[int, int] | None = None
    page: int | None = None
    widths: str = ""


@dataclass
class Grid:
    """A table: its caption, each cell with its line in reading order, its notes."""

    table: Table
    caption: Line
    cells: list[tuple[Cell, Line]]
    notes: list[Line]


@dataclass
class People:
    """A roster: its caption; role, name and office of each person."""

    roster: Roster
    caption: Line
    rows: list[tuple[Member, tuple[Line, Line, Line]]]


@dataclass
class BoxFrame:
    """A box of a plan (专栏)."""

    box: Box
    title: Line
    nodes: list[Node]


@dataclass
class Annex:
    """A printed annex where it stands; label and title only where they are printed."""

    annex: Attachment
    label: Line | None
    title: Line | None
    nodes: list[Node]


@dataclass
class Told:
    """An entry of a chronicle or an item of a yearbook: the headings printed above it, its own label, its title.

    `nodes` are its text, paragraphs and tables.
    """

    entry: Entry
    above: list[Line]
    label: Line | None
    title: Line | None
    nodes: list[Line | Grid]

    def head(self) -> list[Line]:
        """Label and title in printed order."""
        found = [line for line in (self.label, self.title) if line]
        return sorted(found, key=lambda line: line.text.first())


Node = Line | Grid | People | BoxFrame | Annex | Told


class _Walk:
    """Counts the texts of one owner and the ranks of one page."""

    def __init__(self) -> None:
        self._parts = 0
        self._levels: list[int] = []

    def line(self, kind: str, text: Text, anchor: str | None = None, **more: Any) -> Line:
        self._parts += 1
        return Line(kind, text, self._parts - 1, anchor, **more)

    def heading(self, text: Text, level: int, anchor: str | None, deeper: int = 0, number: str = "") -> Line:
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        depth = len(self._levels) + deeper
        return self.line("heading", text, anchor, level=level, number=number, depth=depth)

    def blocks(self, blocks: list[Block], deeper: int = 0) -> Iterator[Node]:
        runin: Heading | None = None
        for number, block in enumerate(blocks, 1):
            if isinstance(block, Heading) and block.runin:
                runin = block
            elif not (isinstance(block, Note) and block.inline):
                behind = blocks[number] if number < len(blocks) else None
                note = behind if isinstance(behind, Note) and behind.inline else None
                yield self._block(block, runin, note, deeper)
                runin = None

    def _block(self, block: Block, runin: Heading | None, note: Note | None, deeper: int) -> Node:
        if isinstance(block, Heading):
            return self.heading(block.text, block.level, block.anchor, deeper, block.number)
        if isinstance(block, Table):
            caption = self.line("caption", block.text, block.anchor)
            cells = [(cell, self.line("cell", cell.text)) for cell in block.cells]
            return Grid(block, caption, cells, [self.line("note", note) for note in block.notes])
        if isinstance(block, Roster):
            caption = self.line("caption", block.text, block.anchor)
            return People(block, caption, [(one, self._person(one)) for one in block.people])
        if isinstance(block, Box):
            depth = len(self._levels) + 1
            title = self.line("box-title", block.text, block.anchor or f"box-{block.number}", depth=depth)
            kept, self._levels = self._levels, []
            nodes = list(self.blocks(block.blocks, depth))
            self._levels = kept
            return BoxFrame(block, title, nodes)
        numbered: dict[str, Any] = {"level": block.level, "number": block.number} if isinstance(block, Item) else {}
        return self.line(block.type, block.text, block.anchor, runin=runin, note=note, **numbered)

    def _person(self, one: Member) -> tuple[Line, Line, Line]:
        return self.line("cell", one.role), self.line("cell", one.name), self.line("cell", one.office)

    def annex(self, one: Attachment) -> Annex:
        label, title = self.line("annex-label", one.label_text), None
        if one.title.s:
            title = self.heading(one.title, 0, one.anchor)
        else:
            self._parts += 1
            # An annex of several forms has no title of its own: its label bears the anchor then.
            label.anchor = None if any(block.anchor == one.anchor for block in one.blocks) else one.anchor
        return Annex(one, label if label.text.s else None, title, list(self.blocks(one.blocks)))


def walk_document(document: Document) -> list[Node]:
    """A document or a chapter: its head, its blocks and annexes as they stand in print."""
    walk = _Walk()
    nodes: list[Node] = [walk.line(name, text, "top" if name == "title" else None) for name, text in document.head()]
    run: list[Block] = []
    for part in document.parts():
        if isinstance(part, Attachment):
            nodes += [*walk.blocks(run), walk.annex(part)]
            run = []
        else:
            run.append(part)
    return [*nodes, *walk.blocks(run)]


def walk_blocks(blocks: list[Block]) -> list[Node]:
    """A page of front matter."""
    return list(_Walk().blocks(blocks, 1))


def walk_part(part: Part) -> tuple[list[Line], list[Told | Line]]:
    """A month or subsection: the headings that open it; its entries, and what is printed behind the last."""
    told: list[Told | Line] = [_told(entry) for entry in part.entries]
    return [Line("month", text) for text in part.headings], [*told, *(Line("month", text) for text in part.below)]


def _told(entry: Entry) -> Told:
    above = [Line("month", text) for text in entry.above]
    label = Line("label", entry.label_text, anchor=f"on-{entry.anchor}") if entry.label_text.s else None
    # The title of an item is its address: a table may stand right below it.
    own = entry.anchor if entry.named else None
    title = Line("entry-title", entry.title, anchor=own) if entry.title.s else None
    walk, nodes = _Walk(), list[Line | Grid]()
    for node in walk.blocks(entry.blocks):
        if isinstance(node, Line):
            node.kind = "more" if nodes else "entry"
            node.anchor = None if nodes or (title and own) else entry.anchor
        assert isinstance(node, Line | Grid)
        nodes.append(node)
    return Told(entry, above, label, title, nodes)


def lines_of(nodes: Iterable[Node]) -> Iterator[Line]:
    """Every line with text of some nodes, in order."""
    for node in nodes:
        yield from (line for line in _lines(node) if line.text.s)


def _lines(node: Node) -> Iterator[Line]:
    if isinstance(node, Line):
        yield node
    elif isinstance(node, Grid):
        yield node.caption
        yield from (line for _, line in sorted(node.cells, key=lambda one: (one[0].row, one[0].column)))
        yield from node.notes
    elif isinstance(node, People):
        yield node.caption
        yield from (line for _, lines in node.rows for line in lines)
    elif isinstance(node, Told):
        yield from (*node.above, *node.head())
        yield from lines_of(node.nodes)
    else:
        head = [node.title] if isinstance(node, BoxFrame) else [node.label, node.title]
        yield from (line for line in head if line)
        yield from lines_of(node.nodes)
