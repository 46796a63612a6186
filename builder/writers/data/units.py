"""Rows of `units.json`: what search finds. Every published character stands in exactly one unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from builder.edition.chapter import Chapter, Chapters
from builder.edition.names import full_date
from builder.edition.walk import Annex, BoxFrame, Grid, Line, Node, People, Told, lines_of
from builder.model.address import entry_url
from builder.model.volume import Document

Row = dict[str, Any]
_FACTS = ("id", "kind", "volume", "document", "title", "date", "url")
# The anchor of an article itself, not of its items (art-7-1).
_ARTICLE = re.compile(r"(?:^|-)art-\d+$")


def unit_rows(chapters: Chapters) -> Iterator[Row]:
    """The units of a volume: front matter, entries, pieces of documents."""
    volume = chapters.volume.id
    for page, chapter in chapters.front:
        yield _unit((chapter.id, "section", volume, None, page.title, None, chapter.url), list(chapter.lines()))
    for part, chapter in chapters.parts:
        for node in chapter.nodes:
            if isinstance(node, Told):
                one, lines = node.entry, [*node.head(), *lines_of(node.nodes)]
                name = f"{full_date(one, part)}{'' if one.named else f' {one.title.s}'}".rstrip()
                facts = (one.id, "item" if one.named else "entry", volume, None, name, one.start, entry_url(one.id))
                row = _unit(facts, lines, one.reading)
                yield row | ({} if one.page is None else {"page": one.page})
    for document, chapter in chapters.documents:
        yield from _Pieces(document, chapter, volume).all()


def _unit(facts: Sequence[str | None], lines: Sequence[Line], text: str | None = None) -> Row:
    """A unit of some lines; `text` where it is not these lines one below the other."""
    said = text if text is not None else "\n".join(line.text.s for line in lines if line.text.s)
    row: Row = dict(zip(_FACTS, facts, strict=True)) | {"text": said}
    known = [line.lines for line in lines if line.lines]
    row["lines"] = [min(first for first, _ in known), max(last for _, last in known)] if known else []
    page = next((line.page for line in lines if line.lines), None)
    return row if page is None else row | {"page": page}


class _Pieces:
    """Gathers lines under their heading; a table, roster or box is a unit of its own."""

    def __init__(self, document: Document, chapter: Chapter, volume: str) -> None:
        self._document, self._chapter, self._volume = document, chapter, volume
        self._units: list[Row] = []
        self._anchor, self._heading = "top", ""
        self._lines: list[Line] = []

    def all(self) -> list[Row]:
        """The units of the document in its order; one at least."""
        self._walk(self._chapter.nodes)
        self._close()
        if not self._units:
            self._add("section", "top", "", [])
        return self._units

    def _walk(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, Line):
                self._line(node)
            elif isinstance(node, Annex):
                self._open(node.annex.anchor, node.annex.title.s)
                # The title of an annex stands in that of its unit.
                self._lines += [node.label] if node.label else []
                self._walk(node.nodes)
            elif isinstance(node, Grid | People | BoxFrame):
                self._own(node)

    def _line(self, line: Line) -> None:
        if line.kind == "title":
            return
        if line.runin:
            self._open(line.runin.anchor, line.runin.text.s)
        elif line.kind == "heading":
            self._open(line.anchor, line.text.s)
        elif line.anchor and _ARTICLE.search(line.anchor):
            self._open(line.anchor, line.text.s.split("条")[0] + "条")
        # A heading begins the text of its unit too: what is read at that place is found as one phrase.
        self._lines.append(line)

    def _own(self, node: Grid | People | BoxFrame) -> None:
        kept = self._anchor, self._heading
        self._close()
        caption = node.title if isinstance(node, BoxFrame) else node.caption
        kind = "box" if isinstance(node, BoxFrame) else "table"
        self._add(
            kind,
            caption.anchor or kept[0],
            caption.text.s or kept[1],
            list(lines_of([node])),
            "\n".join(_texts([node])),
        )
        self._anchor, self._heading = kept

    def _open(self, anchor: str | None, heading: str) -> None:
        self._close()
        self._anchor, self._heading = anchor or self._anchor, heading

    def _close(self) -> None:
        lines = [line for line in self._lines if line.text.s]
        if lines:
            self._add("section", self._anchor, self._heading, lines)
        self._lines = []

    def _add(self, kind: str, anchor: str, heading: str, lines: Sequence[Line], text: str | None = None) -> None:
        one = self._document
        name, url = f"{one.id}#{anchor}", f"{self._chapter.url}#{anchor}"
        same = sum(1 for unit in self._units if unit["url"] == url)
        name += f"+{same}" if same else ""
        title = f"{one.title.s} {heading}".strip()
        row = _unit((name, kind, self._volume, one.id, title, one.date, url), lines, text)
        # Contents alone may give the page of a document's beginning.
        self._units.append(row | ({"page": one.page} if anchor == "top" and not same and one.page is not None else {}))


def _texts(nodes: Iterable[Node]) -> list[str]:
    """The texts of nodes, one line each; a table's row and a roster's person are one line."""
    lines: list[str] = []
    for node in nodes:
        if isinstance(node, Line):
            lines.append(node.text.s)
        elif isinstance(node, Grid):
            rows = groupby(sorted(node.cells, key=lambda one: one[0].row), key=lambda one: one[0].row)
            lines.append(node.caption.text.s)
            lines += [" ".join(line.text.s for _, line in row if line.text.s) for _, row in rows]
            lines += [note.text.s for note in node.notes]
        elif isinstance(node, People):
            lines.append(node.caption.text.s)
            lines += [" ".join(cell.text.s for cell in cells if cell.text.s) for _, cells in node.rows]
        elif isinstance(node, BoxFrame):
            lines += [node.title.text.s, *_texts(node.nodes)]
    return [line for line in lines if line]
