"""A yearbook as a whole: what stands in front, its sections in printed order, their pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from builder.engine.text import Text
from builder.language import sections as names
from builder.language.sorting import Slugs, syllables
from builder.model.blocks import Item, Paragraph
from builder.model.volume import Document, FrontPage, Part, Subsection, Volume
from builder.readers.chronicle import number_pages
from builder.readers.entries import read_months
from builder.readers.imprint import imprint
from builder.readers.pages import Pagination
from builder.readers.source import Source
from builder.readers.yearbook.contents import Listing, contents_page, listing
from builder.readers.yearbook.documents import documents
from builder.readers.yearbook.heads import tokens
from builder.readers.yearbook.items import items
from builder.readers.yearbook.listed import Placed, lost, placed, reconcile, shifted
from builder.readers.yearbook.titles import ITEM, SECTION, SUBSECTION, TEXT, Token

# So many syllables of a name make its address.
_SYLLABLES = 8


@dataclass
class Section:
    """A 类目: its heading (empty for what stands before the first), what follows."""

    head: Text
    body: list[Token] = field(default_factory=list)

    @property
    def name(self) -> str:
        """As it is said."""
        return names.shown(self.head.s)

    @property
    def lines(self) -> list[Text]:
        """All that stands below its heading."""
        return [one.line for one in self.body]


def read(source: Source) -> Volume:
    """A yearbook: front matter and contents; a chronicle, documents, items under their sections and subsections."""
    volume = Volume(source.record.id, "yearbook")
    lines, behind = imprint(source.lines())
    found = listing(lines, source)
    made = tokens(lines[found.end :], found, source)
    first = next((at for at, one in enumerate(made) if one.level != TEXT), len(made))
    between = [one.line for one in made[:first]]
    if found.end:
        page, volume.contents = contents_page(lines, found, source)
        volume.front = [*_front(lines[: found.start]), page, *_plates(between)]
    else:
        volume.front = _front(between)
    book = _Book(volume, source, found)
    for section in _sections(made[first:], source):
        book.take(section)
    volume.front += behind
    book.number()
    return volume


def _front(cover: list[Text]) -> list[FrontPage]:
    """The cover and the pages behind it, each from its own heading on (编辑说明)."""
    runs: list[list[Text]] = [[]]
    for line in cover:
        runs += [[]] if runs[-1] and names.is_preface(line.s) else []
        runs[-1].append(line)
    pages: list[FrontPage] = []
    for number, run in enumerate(run for run in runs if run):
        name, kind, title = ("cover", "cover", "卷首")
        if number or names.is_preface(run[0].s):
            name, kind, title = f"preface-{number}", "preface", names.shown(run[0].s)
        pages.append(FrontPage(name, kind, title, [Paragraph(line) for line in run]))
    return pages


def _plates(between: list[Text]) -> list[FrontPage]:
    """What stands between the contents and the first section: photographs and their captions."""
    return [FrontPage("plates", "preface", "目录之后", [Paragraph(line) for line in between])] if between else []


def _sections(made: list[Token], source: Source) -> list[Section]:
    """The sections in printed order; a name that is printed again, as running heads are, opens none."""
    found: list[Section] = []
    for one in made:
        if one.level == SECTION and found and found[-1].head.s and one.key == names.key(found[-1].head.s):
            source.drop("head.again", one.line)
        elif one.level == SECTION:
            found.append(Section(one.line))
        else:
            if not found:
                found.append(Section(Text.empty()))
            found[-1].body.append(one)
    return found


class _Book:
    """Takes the sections of a volume one by one."""

    def __init__(self, volume: Volume, source: Source, found: Listing) -> None:
        self._volume, self._source, self._listing = volume, source, found
        self._slugs, self._sections = Slugs(), dict[str, str]()
        # What the contents may name: its name, where it begins.
        self._heads: list[Placed] = []

    def take(self, section: Section) -> None:
        """A section as what it is: a chronicle, an index, documents, or items."""
        name = names.key(section.head.s)
        self._head(section.head)
        has_items = any(one.level == ITEM for one in section.body)
        if names.is_chronicle(name) and not has_items and self._chronicle(section):
            return
        if name in names.INDEXES:
            blocks = [Item(line) for line in (section.head, *section.lines)]
            number = sum(1 for page in self._volume.front if page.kind == "index")
            one = f"index-{number + 1}" if number else "index"
            self._volume.front.append(FrontPage(one, "index", section.name, list(blocks)))
        elif name in names.DOCUMENTS and not has_items:
            self._documents(section, section.name)
        else:
            self._items(section)

    def _chronicle(self, section: Section) -> bool:
        """The months of a chronicle; False where the lines are none."""
        months, title = read_months(section.lines, self._source, self._source.record.year, self._volume.id)
        if not months:
            return False
        months[0].headings[:0] = [section.head, *title]
        within = self._within(section.name)
        for month in months:
            month.section, month.within = section.name, within
        self._volume.months += months
        return True

    def _documents(self, section: Section, name: str) -> None:
        within = self._within(name) if name else ""
        for one in documents(section.head, section.lines, self._listing, self._source):
            one.id = f"{self._volume.id}/{self._slug(name, names.shown(one.title.s))}"
            one.section, one.within = name or None, within
            self._volume.documents.append(one)
            self._head(one.title)

    def _items(self, section: Section) -> None:
        """The subsections; what stands above the first of them is a page of the section itself."""
        runs: list[tuple[Text, list[Token]]] = [(Text.empty(), [])]
        for one in section.body:
            if one.level == SUBSECTION and runs[-1][0].s and one.key == names.key(runs[-1][0].s):
                self._source.drop("head.again", one.line)
            elif one.level == SUBSECTION:
                runs.append((one.line, []))
                self._head(one.line)
            else:
                runs[-1][1].append(one)
        within = self._within(section.name)
        runs = [run for at, run in enumerate(runs) if at or run[1] or len(runs) == 1]
        for at, (head, body) in enumerate(runs):
            if names.is_document(head.s) and not any(one.level == ITEM for one in body):
                self._documents(Section(section.head if at == 0 else Text.empty(), [Token(head), *body]), section.name)
                continue
            above = [section.head] if at == 0 and section.head.s else []
            self._subsection((section.name, within), [*above, *([head] if head.s else [])], names.shown(head.s), body)

    def _subsection(self, place: tuple[str, str], headings: list[Text], name: str, body: list[Token]) -> None:
        section, within = place
        one = f"{self._volume.id}/{self._slug(section, name)}"
        year = self._source.record.year
        page = Subsection(one, year, 0, items(body, one, name or section, self._source), headings)
        page.section, page.name, page.within = section, name, within
        self._volume.subsections.append(page)
        self._heads += [Placed(names.key(e.title.s), e.title) for e in page.entries if e.title.s]

    def _head(self, line: Text) -> None:
        if line.s:
            self._heads.append(Placed(names.key(line.s), line))

    def _within(self, section: str) -> str:
        """The id of a section, the same for all that stands in it."""
        if section not in self._sections:
            self._sections[section] = f"{self._volume.id}/{self._slug('类目', section)}"
        return self._sections[section]

    def _slug(self, *said: str) -> str:
        """An address that no other page of the volume has."""
        whole = "-".join([one for name in said for one in syllables(name)][:_SYLLABLES]) or "x"
        return self._slugs.take(f"x-{whole}" if whole[0].isdigit() else whole)

    def number(self) -> None:
        """Give every entry and document its printed pages: from page turns, else from the contents alone."""
        self._heads.sort(key=lambda one: one.text.first())
        known = placed(self._listing, self._heads)
        marks = self._source.facts.marks.get("page", [])
        pages: Pagination | None = None
        if any(mark.value for mark in marks):
            marks = shifted(marks, known)
            pages = lost(Pagination.of_marks(marks, []), marks, known)
        elif marks:
            pages = Pagination.of_marks(marks, [(text.first(), page) for text, page in known])
        if pages is not None:
            _number(self._volume.parts, self._volume.documents, pages)
            self._volume.turns = pages.turns()
        else:
            _listed(self._volume, {text.first(): page for text, page in known})
        reconcile(self._listing, self._heads, pages, self._source)


def _number(parts: Iterable[Part], documents: Iterable[Document], pages: Pagination) -> None:
    number_pages(parts, pages)
    for document in documents:
        document.page = pages.of(min(t.first() for t in document.texts() if t.first() >= 0))
        document.page_end = pages.of(max(t.last() for t in document.texts()))


def _listed(volume: Volume, known: dict[int, int]) -> None:
    """Pages that the contents give: of the items and documents that they name."""
    for entry in (entry for part in volume.subsections for entry in part.entries):
        entry.page = known.get(entry.title.first())
    for document in volume.documents:
        document.page = known.get(document.title.first())
