"""What a volume is once it is read: months of entries, documents of blocks. No reading, no writing.

Every `Text` in here keeps its raw offsets, so that each character can say where it came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from builder.text import Text


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
class Person:
    """One line of a roster. `role` is empty where the role printed above goes on."""

    role: Text
    name: Text
    office: Text
    role_read: str = ""


@dataclass
class Roster(Block):
    """A list of people with role and office; `text` is its title (may be empty)."""

    people: list[Person] = field(default_factory=list)
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


@dataclass
class Attachment:
    """An annex: its label (附件1), its title; no blocks where it was announced and not printed.

    `announced` is the line of the list behind the text (附件：1.…), already published there. `at` is
    the number of the document's own blocks in front of it, where others follow it in print; else -1.
    """

    label: str
    title: Text
    anchor: str
    label_text: Text = field(default_factory=Text.empty)
    announced: str = ""
    blocks: list[Block] = field(default_factory=list)
    missing: bool = False
    at: int = -1

    def texts(self) -> Iterator[Text]:
        """Every published text, once, in reading order."""
        yield from (self.label_text, self.title)
        for block in self.blocks:
            yield from block.texts()


@dataclass
class Document:
    """An official document, or a chapter of a plan (`chapter` is its number then)."""

    id: str
    title: Text
    number: Text = field(default_factory=Text.empty)
    number_read: str = ""
    issuer: Text = field(default_factory=Text.empty)
    issuer_read: str = ""
    recipients: Text = field(default_factory=Text.empty)
    date: str | None = None
    public: bool = False
    section: str | None = None
    chapter: int | None = None
    page: int | None = None
    page_end: int | None = None
    blocks: list[Block] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)

    def parts(self) -> list[Block | Attachment]:
        """Blocks and printed attachments in printed order: an annex may stand between two schemes."""
        parts: list[Block | Attachment] = []
        between = [one for one in self.attachments if one.at >= 0 and not one.missing]
        for number, block in enumerate(self.blocks):
            parts.extend(one for one in between if one.at == number)
            parts.append(block)
        return [*parts, *(one for one in self.attachments if one.at < 0 and not one.missing)]

    def stretches(self) -> Iterator[Attachment | list[Block]]:
        """The parts with neighbouring blocks taken together."""
        run: list[Block] = []
        for part in self.parts():
            if isinstance(part, Block):
                run.append(part)
                continue
            if run:
                yield run
            yield part
            run = []
        if run:
            yield run

    def all_blocks(self) -> Iterator[Block]:
        """All blocks in printed order, those of the attachments too."""
        for part in self.parts():
            if isinstance(part, Attachment):
                yield from part.blocks
            else:
                yield part

    def texts(self) -> Iterator[Text]:
        """Every published text, once, in printed order (issuer, number and recipients behind the title)."""
        yield from (self.title, self.issuer, self.number, self.recipients)
        for part in self.parts():
            yield from part.texts()


@dataclass
class Entry:
    """One entry of a chronicle. `label` is the day label it bears or inherits, without spaces.

    `label_text` is the label as printed, empty where it is inherited; `start`, `end` are ISO
    dates, None for 是月; `page`, `page_end` the printed pages.
    """

    id: str
    label: str
    label_text: Text
    start: str | None
    end: str | None
    paragraphs: list[Text]
    further: bool = False
    page: int | None = None
    page_end: int | None = None

    @property
    def anchor(self) -> str:
        """The entry's address on its month's page."""
        return self.id.rsplit("/", 1)[1]

    @property
    def reading(self) -> str:
        """The text in one string, paragraphs separated by a line end."""
        return "\n".join(p.s for p in self.paragraphs)

    def texts(self) -> Iterator[Text]:
        """Every published text, once, in reading order."""
        yield self.label_text
        yield from self.paragraphs


@dataclass
class Month:
    """A month of a chronicle. `headings` are the printed lines that name it (1月, 是月)."""

    id: str
    year: int
    month: int
    entries: list[Entry]
    headings: list[Text] = field(default_factory=list)

    def texts(self) -> Iterator[Text]:
        """Every published text, once."""
        yield from self.headings
        for entry in self.entries:
            yield from entry.texts()


@dataclass
class Page:
    """A page of a volume's front or end matter: cover, masthead, contents, editors' note."""

    id: str
    kind: str
    title: str
    blocks: list[Block]

    def texts(self) -> Iterator[Text]:
        """Every published text, once."""
        for block in self.blocks:
            yield from block.texts()


@dataclass
class Contents:
    """A line of the printed contents: what it names, on which printed page, under which heading."""

    title: str
    page: int | None
    section: str | None = None


@dataclass
class Volume:
    """A volume as it was read. `front` is in printed order; `contents` what its contents list.

    `turns` holds the page turns: (raw offset of the first character of a page, its printed number).
    """

    id: str
    kind: str
    front: list[Page] = field(default_factory=list)
    months: list[Month] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    contents: list[Contents] = field(default_factory=list)
    turns: list[tuple[int, int]] = field(default_factory=list)

    def texts(self) -> Iterator[Text]:
        """Every published text of the volume, each once."""
        for page in self.front:
            yield from page.texts()
        for month in self.months:
            yield from month.texts()
        for document in self.documents:
            yield from document.texts()
