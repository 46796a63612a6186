"""Volumes: months and subsections of entries, documents with their attachments, pages of front matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from builder.engine.text import Text
from builder.model.blocks import Block


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
    """An official document, or a chapter of a plan (`chapter` is its number then).

    In a yearbook `section` is its 类目, whose id is `within`.
    """

    id: str
    title: Text
    number: Text = field(default_factory=Text.empty)
    number_read: str = ""
    column: Text = field(default_factory=Text.empty)
    issuer: Text = field(default_factory=Text.empty)
    issuer_read: str = ""
    recipients: Text = field(default_factory=Text.empty)
    date: str | None = None
    public: bool = False
    section: str | None = None
    within: str = ""
    chapter: int | None = None
    page: int | None = None
    page_end: int | None = None
    blocks: list[Block] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)

    def head(self) -> list[tuple[str, Text]]:
        """Column, issuer, title, number in printed order, then the recipients, each with the name of its field."""
        names = ("column", "issuer", "title", "number")
        above = sorted(((name, getattr(self, name)) for name in names), key=lambda one: one[1].first())
        return [one for one in [*above, ("recipients", self.recipients)] if one[1].s]

    def parts(self) -> list[Block | Attachment]:
        """Blocks and printed attachments in printed order: an annex may stand between two schemes."""
        parts: list[Block | Attachment] = []
        between = [one for one in self.attachments if one.at >= 0 and not one.missing]
        for number, block in enumerate(self.blocks):
            parts.extend(one for one in between if one.at == number)
            parts.append(block)
        return [*parts, *(one for one in self.attachments if one.at < 0 and not one.missing)]

    def all_blocks(self) -> Iterator[Block]:
        """All blocks in printed order, those of the attachments too."""
        for part in self.parts():
            if isinstance(part, Attachment):
                yield from part.blocks
            else:
                yield part

    def texts(self) -> Iterator[Text]:
        """Every published text, once, in printed order; `Link.part` counts in it."""
        yield from (text for _, text in self.head())
        for part in self.parts():
            yield from part.texts()


@dataclass
class Entry:
    """One entry of a chronicle, or an item of a yearbook. `label` is the date it bears or inherits, without spaces.

    `named` is what an item is called, with its subsection (水利·概况); its label is its own title.
    `label_text` is the label as printed, empty where it is inherited; `title` its title in 【】; `above` the
    headings printed in front of it. `start`, `end` are ISO dates, None where no day is known; `precision` is
    day, range, third, month, season, year or undated; `days` are those of a list (3日、5日).
    `page`, `page_end` are the printed pages.
    """

    id: str
    label: str
    label_text: Text
    start: str | None
    end: str | None
    blocks: list[Block]
    further: bool = False
    page: int | None = None
    page_end: int | None = None
    precision: str = "day"
    title: Text = field(default_factory=Text.empty)
    above: list[Text] = field(default_factory=list)
    days: tuple[str, ...] = ()
    named: str = ""

    @property
    def paragraphs(self) -> list[Text]:
        """The texts below label and title, cells of a table too, in reading order; `Link.part` counts in them."""
        return [text for block in self.blocks for text in block.texts()]

    @property
    def anchor(self) -> str:
        """The entry's address on its month's page."""
        return self.id.rsplit("/", 1)[1]

    @property
    def reading(self) -> str:
        """The text in one string, paragraphs separated by a line end."""
        return "\n".join(p.s for p in self.paragraphs if p.s)

    def texts(self) -> Iterator[Text]:
        """Every published text but those above it, once, in reading order: a title may stand before the label."""
        head = (self.label_text, self.title)
        yield from sorted(head, key=lambda one: one.first()) if self.title.s and self.label_text.s else head
        yield from self.paragraphs


@dataclass
class Part:
    """A page of entries: `year` and `month` are those it tells of (`month` 0: of no single one).

    `headings` are the printed lines that open it (1月), `below` those behind its last entry.
    """

    id: str
    year: int
    month: int
    entries: list[Entry]
    headings: list[Text] = field(default_factory=list)
    below: list[Text] = field(default_factory=list)

    def texts(self) -> Iterator[Text]:
        """Every published text, once, in printed order."""
        yield from self.headings
        for entry in self.entries:
            yield from entry.above
            yield from entry.texts()
        yield from self.below

    def first(self) -> int:
        """The raw offset of its first character; -1 where it holds none."""
        return min((text.first() for text in self.texts() if text.first() >= 0), default=-1)


@dataclass
class Month(Part):
    """A month of a chronicle, or the part of a year that stands in no month (`month` is 0). In a yearbook `section`
    is its 类目 (大事记), whose id is `within`."""

    section: str = ""
    within: str = ""


@dataclass
class Subsection(Part):
    """A 分目 of a yearbook with its items, under its 类目 (`section`, its id is `within`); `name` is '' where
    items stand in the 类目 itself. Both as printed, without spaces."""

    section: str = ""
    name: str = ""
    within: str = ""

    @property
    def title(self) -> str:
        """What the page is called: the 分目, or the 类目 where it has none."""
        return self.name or self.section


@dataclass
class FrontPage:
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

    `turns` holds the page turns: (raw offset of the first character of a page, its printed number);
    the number is None where the text goes on over pages that nothing tells apart.
    """

    id: str
    kind: str
    front: list[FrontPage] = field(default_factory=list)
    months: list[Month] = field(default_factory=list)
    subsections: list[Subsection] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    contents: list[Contents] = field(default_factory=list)
    turns: list[tuple[int, int | None]] = field(default_factory=list)

    @property
    def parts(self) -> list[Part]:
        """Its months and subsections: all that holds entries."""
        return [*self.months, *self.subsections]

    def texts(self) -> Iterator[Text]:
        """Every published text of the volume, each once."""
        for page in self.front:
            yield from page.texts()
        for part in self.parts:
            yield from part.texts()
        for document in self.documents:
            yield from document.texts()
