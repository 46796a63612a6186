"""Rows of `units.json`: what search finds. Every published character stands in exactly one unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from builder.edition.chapter import Chapter, Chapters
from builder.edition.names import full_date
from builder.edition.walk import Annex, Frame, Grid, Line, Node, People
from builder.model import Document
from builder.model.address import entry_url

Row = dict[str, Any]
# The anchor of an article itself, not of its items (art-7-1).
_ARTICLE = re.compile(r"(?:^|-)art-\d+$")


def unit_rows(chapters: Chapters) -> Iterator[Row]:
    """The units of a volume in printed order: front matter, entries, pieces of documents."""
    volume = chapters.volume.id
    for page, chapter in chapters.front:
        text = "\n".join(_texts(chapter.nodes))
        yield _unit(chapter.id, "section", volume, None, page.title, None, chapter.url, text)
    for month, _ in chapters.months:
        for entry in month.entries:
            title = full_date(entry, month)
            yield _unit(entry.id, "entry", volume, None, title, entry.start, entry_url(entry.id), entry.reading)
    for document, chapter in chapters.documents:
        yield from _Pieces(document, chapter, volume).all()


def _unit(
    name: str, kind: str, volume: str, document: str | None, title: str, date: str | None, url: str, text: str
) -> Row:
    return {
        "id": name,
        "kind": kind,
        "volume": volume,
        "document": document,
        "title": title,
        "date": date,
        "url": url,
        "text": text,
    }


class _Pieces:
    """Gathers lines under their heading; a table, roster or box is a unit of its own."""

    def __init__(self, document: Document, chapter: Chapter, volume: str) -> None:
        self._document, self._chapter, self._volume = document, chapter, volume
        self._units: list[Row] = []
        self._anchor, self._heading = "top", ""
        self._texts: list[str] = []

    def all(self) -> list[Row]:
        """The units of the document in its order; one at least."""
        self._walk(self._chapter.nodes)
        self._close()
        if not self._units:
            self._add("section", "top", "", "")
        return self._units

    def _walk(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, Line):
                self._line(node)
            elif isinstance(node, Annex):
                self._open(node.annex.anchor, node.annex.title.s)
                # The title of an annex stands in that of its unit.
                self._texts.append(node.label.text.s if node.label else "")
                self._walk(node.nodes)
            elif isinstance(node, Grid | People | Frame):
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
        self._texts.append(line.text.s)

    def _own(self, node: Grid | People | Frame) -> None:
        kept = self._anchor, self._heading
        self._close()
        caption = node.title if isinstance(node, Frame) else node.caption
        kind = "box" if isinstance(node, Frame) else "table"
        self._add(kind, caption.anchor or kept[0], caption.text.s or kept[1], "\n".join(_texts([node])))
        self._anchor, self._heading = kept

    def _open(self, anchor: str | None, heading: str) -> None:
        self._close()
        self._anchor, self._heading = anchor or self._anchor, heading

    def _close(self) -> None:
        texts = [text for text in self._texts if text]
        if texts:
            self._add("section", self._anchor, self._heading, "\n".join(texts))
        self._texts = []

    def _add(self, kind: str, anchor: str, heading: str, text: str) -> None:
        title = f"{self._document.title.s} {heading}".strip()
        name, url = f"{self._document.id}#{anchor}", f"{self._chapter.url}#{anchor}"
        same = sum(1 for unit in self._units if unit["url"] == url)
        name += f"+{same}" if same else ""
        self._units.append(_unit(name, kind, self._volume, self._document.id, title, self._document.date, url, text))


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
        elif isinstance(node, Frame):
            lines += [node.title.text.s, *_texts(node.nodes)]
    return [line for line in lines if line]
