"""A page of the yearbook before it is written: its nodes with their runs, its notes, its printed pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.edition.apparatus import Apparatus
from builder.edition.library import Library
from builder.edition.notes import Note, Notes
from builder.edition.printed import Pages, pages_of, pages_of_part
from builder.edition.provisions import number_width
from builder.edition.runs import Span, Turn, runs_of, widths
from builder.edition.walk import Line, Node, Told, lines_of, walk_blocks, walk_document, walk_part
from builder.model.address import document_url, part_url, volume_folder
from builder.model.linkage import Link as Linked
from builder.model.volume import Document, FrontPage, Part, Volume


@dataclass
class Chapter:
    """A month or subsection (with the `headings` that name it), a document, or the front matter of a volume."""

    id: str
    url: str
    nodes: Sequence[Node]
    pages: Pages
    headings: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def lines(self) -> Iterator[Line]:
        """Every line with text, in order."""
        yield from lines_of([*self.headings, *self.nodes])

    def raw_lines(self) -> tuple[int, int] | None:
        """First and last raw line."""
        found = [line.lines for line in self.lines() if line.lines]
        return (min(a for a, _ in found), max(b for _, b in found)) if found else None


class Shown(NamedTuple):
    """Where a page shows a correction or doubt: its case, the address of the place, the raw line."""

    case: str
    url: str
    line: int


@dataclass
class Chapters:
    """A volume's chapters, each resolved once for all writers; `front` are parts of one page."""

    volume: Volume
    parts: list[tuple[Part, Chapter]]
    documents: list[tuple[Document, Chapter]]
    front: list[tuple[FrontPage, Chapter]]

    def places(self) -> list[Shown]:
        """Every place at which a page of the volume shows a correction or doubt, in the order of its pages."""
        own = [(volume_folder(self.volume.id), self.front_notes)]
        own += [(chapter.url, chapter.notes) for _, chapter in (*self.parts, *self.documents)]
        return [Shown(note.case, f"{url}#note-{note.n}", note.line) for url, notes in own for note in notes]

    @property
    def front_notes(self) -> list[Note]:
        """The notes of the front matter, which are numbered through."""
        return self.front[0][1].notes if self.front else []


def chapters_of(volume: Volume, apparatus: Apparatus, library: Library) -> Chapters:
    """All chapters of a volume."""
    resolve = _Resolver(volume.id, apparatus, library)
    notes = Notes(volume.id)
    front = [(page, resolve.front(page, notes)) for page in volume.front]
    parts = [(part, resolve.part(part)) for part in volume.parts]
    return Chapters(volume, parts, [(one, resolve.document(one)) for one in volume.documents], front)


class _Resolver:
    def __init__(self, volume: str, apparatus: Apparatus, library: Library) -> None:
        self._volume, self._apparatus, self._library = volume, apparatus, library
        self._turned: set[int] = set()

    def part(self, part: Part) -> Chapter:
        headings, nodes = walk_part(part)
        notes = Notes(self._volume)
        self._resolve(headings, notes, {})
        for node in nodes:
            if isinstance(node, Told):
                self._resolve([*node.above, *node.head()], notes, {})
                self._resolve(lines_of(node.nodes), notes, self._spans(node.entry.id))
            else:
                self._resolve([node], notes, {})
        return Chapter(part.id, part_url(part.id), nodes, pages_of_part(part), headings, notes.taken)

    def document(self, document: Document) -> Chapter:
        nodes, notes = walk_document(document), Notes(self._volume)
        pages = pages_of(document)
        lines = list(lines_of(nodes))
        self._resolve(lines, notes, self._spans(document.id), numbers=True)
        _begin(lines, None if pages.is_open else pages.first, self._apparatus)
        return Chapter(document.id, document_url(document.id), nodes, pages, [], notes.taken)

    def front(self, page: FrontPage, notes: Notes) -> Chapter:
        nodes = walk_blocks(page.blocks)
        self._resolve(lines_of(nodes), notes, {}, numbers=True)
        url = f"{volume_folder(self._volume)}#{page.id}"
        return Chapter(f"{self._volume}#{page.id}", url, nodes, Pages(None, None), [], notes.taken)

    def _spans(self, owner: str) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = {}
        for one in self._library.linkage.spans.get(owner, ()):
            found.setdefault(one.part, []).append(_linked(one))
        return found

    def _resolve(
        self, lines: Iterable[Line], notes: Notes, links: Mapping[int, list[Span]], *, numbers: bool = False
    ) -> None:
        for line in lines:
            own = self._library.known(links.get(line.part, ()))
            runs = runs_of(line.text, self._apparatus, notes, [*own, *_own(line, numbers=numbers)])
            line.runs = [item for item in runs if not isinstance(item, Turn) or self._is_first(item)]
            line.lines = self._apparatus.lines(line.text)
            line.widths = widths(self._apparatus, line.text)

    def _is_first(self, turn: Turn) -> bool:
        """False where the page has begun before: a text that was moved lies on both sides of its page's head."""
        known = turn.raw in self._turned
        self._turned.add(turn.raw)
        return not known


def _linked(one: Linked) -> Span:
    return Span(one.start, one.end, "link", one.kind, one.target)


def _own(line: Line, *, numbers: bool) -> Iterator[Span]:
    if line.runin:
        yield Span(0, len(line.runin.text), "runin", target=line.runin.anchor or "")
    if line.note:
        yield Span(len(line.text) - len(line.note.text), len(line.text), "units")
    anchor = (line.runin.anchor if line.runin else None) or line.anchor
    if numbers and anchor and anchor != "top" and line.kind not in ("caption", "box-title"):
        width = number_width(line.text.s)
        if width:
            yield Span(0, width, "no", target=anchor)


def _begin(lines: Iterable[Line], page: int | None, apparatus: Apparatus) -> None:
    """Say on which printed page each line begins: a turn at its head counts, one inside it does not."""
    for line in lines:
        turns = [item for item in line.runs if isinstance(item, Turn)]
        page = next((turn.page for turn in reversed(turns) if turn.first), page)
        line.page = page if apparatus.page(line.text) is not None else None
        page = turns[-1].page if turns else page
