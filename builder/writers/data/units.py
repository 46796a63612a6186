"""Rows of `units.json`: what search finds. Every published character stands in exactly one unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from builder.edition.names import full_date
from builder.model import Attachment, Block, Box, Document, Heading, Note, Roster, Table, Volume
from builder.model.address import document_url, entry_url, volume_folder


def unit_rows(volume: Volume) -> Iterator[dict[str, Any]]:
    """The units of a volume in printed order: front matter, entries, pieces of documents."""
    for page in volume.front:
        url = f"{volume_folder(volume.id)}#{page.id}"
        text = "\n".join(_texts(page.blocks))
        yield _unit(f"{volume.id}#{page.id}", "section", volume.id, None, page.title, None, url, text)
    for month in volume.months:
        for entry in month.entries:
            title = full_date(entry, month)
            yield _unit(entry.id, "entry", volume.id, None, title, entry.start, entry_url(entry.id), entry.reading)
    for document in volume.documents:
        yield from _document(document, volume.id)


def _unit(
    name: str, kind: str, volume: str, document: str | None, title: str, date: str | None, url: str, text: str
) -> dict[str, Any]:
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


# The anchor of an article itself, not of its items (art-7-1).
_ARTICLE = re.compile(r"(?:^|-)art-\d+$")


class _Pieces:
    """Gathers blocks under their heading; a table, roster or box is a unit of its own."""

    def __init__(self, document: Document, volume: str) -> None:
        self.document, self.volume = document, volume
        self.units: list[dict[str, Any]] = []
        self.anchor, self.heading = "top", ""
        self.texts: list[str] = []

    def open(self, anchor: str | None, heading: str) -> None:
        self.close()
        self.anchor, self.heading = anchor or self.anchor, heading

    def close(self) -> None:
        texts = [t for t in self.texts if t]
        if texts:
            self.add("section", self.anchor, self.heading, "\n".join(texts))
        self.texts = []

    def add(self, kind: str, anchor: str, heading: str, text: str) -> None:
        title = f"{self.document.title.s} {heading}".strip()
        url = f"{document_url(self.document.id)}#{anchor}"
        name = f"{self.document.id}#{anchor}"
        same = sum(1 for u in self.units if u["url"] == url)
        name += f"+{same}" if same else ""
        date = self.document.date
        self.units.append(_unit(name, kind, self.volume, self.document.id, title, date, url, text))


def _document(document: Document, volume: str) -> list[dict[str, Any]]:
    pieces = _Pieces(document, volume)
    pieces.texts = [text.s for name, text in document.head() if name != "title"]
    for part in document.parts():
        if isinstance(part, Attachment):
            pieces.open(part.anchor, part.title.s)
            pieces.texts.append(part.label_text.s)
        _walk(part.blocks if isinstance(part, Attachment) else [part], pieces)
    pieces.close()
    if not pieces.units:
        pieces.add("section", "top", "", "")
    return pieces.units


def _walk(blocks: Iterable[Block], pieces: _Pieces) -> None:
    for block in blocks:
        if isinstance(block, Heading):
            pieces.open(block.anchor, block.text.s)
            # A heading stands in the title of its unit; it begins the text of the unit too, so that
            # what is read at that place is found as one phrase.
            if not block.runin:
                pieces.texts.append(block.text.s)
        elif isinstance(block, Table | Roster | Box):
            kind = "box" if isinstance(block, Box) else "table"
            before, heading = pieces.anchor, pieces.heading
            pieces.close()
            pieces.add(kind, block.anchor or before, block.text.s or heading, "\n".join(_texts([block])))
            pieces.anchor, pieces.heading = before, heading
        elif not (isinstance(block, Note) and block.inline):
            if block.anchor and _ARTICLE.search(block.anchor):
                pieces.open(block.anchor, block.text.s.split("条")[0] + "条")
            pieces.texts.append(block.text.s)


def _texts(blocks: Iterable[Block]) -> list[str]:
    """The texts of blocks, one line each; a table's row and a roster's person are one line."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            lines.append(block.text.s)
            rows: dict[int, list[str]] = {}
            for cell in block.cells:
                rows.setdefault(cell.row, []).append(cell.text.s)
            lines.extend(" ".join(c for c in rows[row] if c) for row in sorted(rows))
            lines.extend(note.s for note in block.notes)
        elif isinstance(block, Roster):
            lines.append(block.text.s)
            lines.extend(" ".join(t.s for t in (p.role, p.name, p.office) if t.s) for p in block.people)
        elif isinstance(block, Box):
            lines.append(block.text.s)
            lines.extend(_texts(block.blocks))
        elif any(block.texts()):
            lines.append(block.text.s)
    return [line for line in lines if line]
