"""The chapters as JSON for prints and e-books: `yearbook build` writes it, `yearbook finish` sets it.

One file per volume below `build/print/`, so that finishing needs no raw text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from builder.edition.chapter import Chapter, Chapters
from builder.edition.names import beside, opening, part_name
from builder.edition.notes import Note, cases, said
from builder.edition.printed import pages
from builder.edition.runs import plain
from builder.edition.walk import Line, Told
from builder.model.address import entry_url, volume_folder
from builder.model.linkage import Linkage
from builder.model.volume import Document, Month, Part, Subsection
from builder.records.volume import VolumeRecord
from builder.writers.files import json_text
from builder.writers.print.blocks import PrintRows
from builder.writers.print.links import Links
from builder.writers.print.runs import Pieces
from builder.writers.print.titles import TitleBreaks

_FACTS = ("title", "publisher", "place", "published", "year", "issue", "issue_total", "about", "sha256")
_HEAD = ("column", "issuer", "title", "number")


class Printed(NamedTuple):
    """What a volume's print is made from; `citations` by id."""

    chapters: Chapters
    record: VolumeRecord
    citations: Mapping[str, str]


def print_files(printed: Sequence[Printed], linkage: Linkage | None = None) -> dict[str, str]:
    """The rows of every volume as JSON, by file name (`chronicle-2020.json`)."""
    volumes = [one.chapters.volume for one in printed]
    links = Links(volumes, [one.record for one in printed], linkage or Linkage())
    titles = TitleBreaks(text.s for volume in volumes for text in volume.texts())
    names = {one.record.id: one.record.title for one in printed}
    return {
        f"{one.chapters.volume.id}.json": json_text(_Rows(links, titles, names, one.citations).volume(one))
        for one in printed
    }


class _Rows:
    """Rows of a volume; `names` are the titles of all volumes by id."""

    def __init__(self, links: Links, breaks: TitleBreaks, names: Mapping[str, str], cited: Mapping[str, str]) -> None:
        self._links, self._titles, self._names, self._citations = links, breaks, names, cited

    def volume(self, one: Printed) -> dict[str, Any]:
        """One volume: its facts, front matter, months and documents, each with its own notes."""
        chapters, record = one.chapters, one.record
        volume = chapters.volume
        rows: dict[str, Any] = {"id": volume.id, "kind": volume.kind, "url": volume_folder(volume.id)}
        rows |= {key: said for key in _FACTS if (said := getattr(record, key)) is not None}
        rows["source"] = record.raw
        writer = PrintRows(Pieces(), self._titles)
        rows["front"] = [
            {"id": page.id, "kind": page.kind, "title": page.title, "blocks": writer.rows(chapter.nodes)}
            for page, chapter in chapters.front
        ]
        rows["front_notes"] = self._notes(chapters.front_notes)
        parts = [(part, self._part(part, chapter)) for part, chapter in chapters.parts]
        rows["months"] = [row for part, row in parts if isinstance(part, Month)]
        rows["sections"] = _sections([(part, row) for part, row in parts if isinstance(part, Subsection)])
        rows["documents"] = [self._document(document, chapter) for document, chapter in chapters.documents]
        return rows | {"indexes": self._links.indexes(volume), "announced": self._links.announced_in(volume)}

    def _notes(self, notes: Sequence[Note]) -> list[dict[str, Any]]:
        """What is said of corrections and doubts, each once, under the number that the text refers to."""
        return [{"n": case.number, "said": said(case.note, self._names)} for case in cases([n.row() for n in notes])]

    def _chapter(self, chapter: Chapter) -> dict[str, Any]:
        facts: dict[str, Any] = {
            "id": chapter.id,
            "url": chapter.url,
            "pages": chapter.pages.numbers,
            "pages_said": chapter.pages.said(),
        }
        facts |= {"citation": self._citations[chapter.id], "digest": digest(chapter)}
        facts["at"] = (chapter.raw_lines() or (0, 0))[0]
        return facts | {"notes": self._notes(chapter.notes)}

    def _part(self, part: Part, chapter: Chapter) -> dict[str, Any]:
        """A month as a chapter, or a subsection as a part of one."""
        pieces = Pieces()
        row = self._chapter(chapter) | {"title": part_name(part)}
        row |= {"year": part.year, "month": part.month}
        row["opening"] = opening(part, [line.text.s for line in chapter.headings])
        row["headings"] = [pieces.of(line) for line in chapter.headings]
        row["entries"] = [self._entry(node, pieces) for node in chapter.nodes if isinstance(node, Told)]
        below = [pieces.of(node) for node in chapter.nodes if isinstance(node, Line)]
        return row | ({"below": below} if below else {})

    def _entry(self, told: Told, pieces: Pieces) -> dict[str, Any]:
        entry = told.entry
        row: dict[str, Any] = {"id": entry.id, "url": entry_url(entry.id), "name": entry.label}
        row |= {"above": [pieces.of(line) for line in told.above]} if told.above else {}
        row |= {"label": pieces.of(told.label)} if told.label else {}
        row |= {"beside": aid} if (aid := beside(entry, spans=False)) else {}
        row |= {"further": True} if entry.further else {}
        row |= {"item": True} if entry.named else {}
        row |= {"title": pieces.of(told.title)} if told.title else {}
        row["blocks"] = PrintRows(pieces, self._titles).rows(told.nodes)
        see = self._links.see(entry.id)
        return row | ({"see": see} if see else {})

    def _document(self, document: Document, chapter: Chapter) -> dict[str, Any]:
        """A document, or a chapter of a plan."""
        writer = PrintRows(Pieces(), self._titles)
        head = [node for node in chapter.nodes if isinstance(node, Line) and node.kind in (*_HEAD, "recipients")]
        row = self._chapter(chapter) | {
            "name": document.title.s,
            "date": document.date,
            "number_read": document.number_read or None,
            "issuer_read": document.issuer_read or None,
            "chapter": document.chapter,
            "section": document.section,
            "head": [line.kind for line in head if line.kind in _HEAD],
            "recipients": [],
        }
        row |= {one["type"]: one["text"] for one in writer.rows(head)}
        row["blocks"] = writer.rows(chapter.nodes[len(head) :])
        see = self._links.see(document.id)
        return row | ({"see": see} if see else {})


def _sections(parts: Sequence[tuple[Subsection, dict[str, Any]]]) -> list[dict[str, Any]]:
    """The sections of a yearbook, each a chapter of its subsections; its notes are numbered in each of these."""
    found: dict[str, list[tuple[Subsection, dict[str, Any]]]] = {}
    for part, row in parts:
        found.setdefault(part.within, []).append((part, row))
    return [_section(one, some) for one, some in found.items()]


def _section(one: str, parts: Sequence[tuple[Subsection, dict[str, Any]]]) -> dict[str, Any]:
    first, rows = parts[0][1], [row for _, row in parts]
    numbers = [page for row in rows for page in row["pages"]]
    span = pages(sorted({min(numbers), max(numbers)})) if numbers else pages([])
    whole = hashlib.sha256("".join(str(row["digest"]) for row in rows).encode()).hexdigest()
    return {
        "id": one,
        "url": first["url"],
        "title": parts[0][0].section,
        "pages": span.numbers,
        "pages_said": span.said(),
        "citation": first["citation"],
        "digest": whole,
        "at": first["at"],
        "notes": [],
        "subsections": rows,
        "items": sum(len(row["entries"]) for row in rows),
    }


def digest(chapter: Chapter) -> str:
    """SHA-256 of the published characters without white space: the same for page, print and e-book."""
    published = "".join("".join(plain(line.runs).split()) for line in chapter.lines())
    return hashlib.sha256(published.encode("utf-8")).hexdigest()
