"""The model as JSON for prints and e-books: `yearbook build` writes it, `yearbook finish` sets it.

One file per volume below `build/print/`, so that finishing needs no raw text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from builder.edition.apparatus import Apparatus
from builder.engine.text import Text
from builder.model import Attachment, Document, Entry, Month, Volume
from builder.model.address import document_url, entry_url, month_url, volume_folder
from builder.model.linkage import Linkage
from builder.writers.files import json_text
from builder.writers.print.blocks import BlockRows
from builder.writers.print.links import Links
from builder.writers.print.runs import Run, Runs
from builder.writers.print.titles import Titles

_FACTS = ("title", "publisher", "place", "published", "year", "issue", "issue_total", "about", "sha256")
_WEEKDAYS = "一二三四五六日"


class Printed(NamedTuple):
    """What a volume's print is made from."""

    volume: Volume
    record: Mapping[str, Any]
    apparatus: Apparatus


def print_files(printed: Sequence[Printed], linkage: Linkage | None = None) -> dict[str, str]:
    """The rows of every volume as JSON, by file name (`chronicle-2020.json`)."""
    links = Links([one.volume for one in printed], [one.record for one in printed], linkage or Linkage())
    titles = Titles(text.s for one in printed for text in one.volume.texts())
    return {f"{one.volume.id}.json": json_text(volume_rows(one, links, titles)) for one in printed}


def volume_rows(one: Printed, links: Links, titles: Titles) -> dict[str, Any]:
    """One volume: its facts, front matter, months and documents, each with its own notes."""
    volume, record = one.volume, one.record
    rows: dict[str, Any] = {"id": volume.id, "kind": volume.kind, "url": volume_folder(volume.id)}
    rows |= {key: record[key] for key in _FACTS if record.get(key) is not None}
    rows["source"] = record.get("file", f"{volume.id}.txt")
    front = Runs(one.apparatus)
    writer = BlockRows(front, {}, titles)
    rows["front"] = [
        {"id": page.id, "kind": page.kind, "title": page.title, "blocks": writer.rows(page.blocks)}
        for page in volume.front
    ]
    rows["front_notes"] = links.titled(front.notes)
    rows["months"] = [month_rows(month, one.apparatus, links) for month in volume.months]
    rows["documents"] = [document_rows(document, one.apparatus, links, titles) for document in volume.documents]
    rows["indexes"] = links.indexes(volume)
    rows["announced"] = links.announced_in(volume)
    return rows


def month_rows(month: Month, apparatus: Apparatus, links: Links) -> dict[str, Any]:
    """A month as a chapter."""
    runs = Runs(apparatus)
    pages = [p for e in month.entries for p in (e.page, e.page_end) if p is not None]
    headings = [runs.of(text) for text in month.headings[:1]]
    later = list(month.headings[1:])
    entries = []
    for entry in month.entries:
        above = runs.of(later.pop(0)) if entry.start is None and later else None
        entries.append(_entry(entry, runs, links) | ({"above": above} if above else {}))
    return {
        "id": month.id,
        "title": f"{month.year}年{month.month}月",
        "year": month.year,
        "month": month.month,
        "url": month_url(month.id),
        "pages": [min(pages), max(pages)] if pages else [],
        "headings": headings,
        "entries": entries,
        "notes": links.titled(runs.notes),
        "digest": digest(month.texts()),
    }


def _entry(entry: Entry, runs: Runs, links: Links) -> dict[str, Any]:
    row: dict[str, Any] = {"id": entry.id, "url": entry_url(entry.id)}
    if entry.label_text.s:
        row["label"] = runs.of(entry.label_text)
    if entry.start and entry.start == entry.end:
        row["weekday"] = f"星期{_WEEKDAYS[date.fromisoformat(entry.start).weekday()]}"
    row["name"] = entry.label
    if entry.further:
        row["further"] = True
    row["paragraphs"] = [runs.of(text, links.marks(entry.id, part)) for part, text in enumerate(entry.paragraphs)]
    see = links.see(entry.id)
    return row | ({"see": see} if see else {})


def document_rows(document: Document, apparatus: Apparatus, links: Links, titles: Titles) -> dict[str, Any]:
    """A document, or a chapter of a plan; its texts stand in the order in which they are set."""
    runs = Runs(apparatus)
    marks = links.by_text(document.id, list(document.texts()))
    writer = BlockRows(runs, marks, titles)
    row: dict[str, Any] = {
        "id": document.id,
        "name": document.title.s,
        "url": document_url(document.id),
        "pages": [p for p in (document.page, document.page_end) if p is not None],
        "date": document.date,
        "number_read": document.number_read or None,
        "issuer_read": document.issuer_read or None,
        "chapter": document.chapter,
        "section": document.section,
    }
    # A printed letterhead (…文件) stands above the number, an issuer that begins the title below it.
    head = ("issuer", "number", "title") if document.issuer.s.endswith("文件") else ("issuer", "title", "number")
    row["head"] = [key for key in head if getattr(document, key).s]
    for key in (*row["head"], "recipients"):
        text: Text = getattr(document, key)
        row[key] = writer.title(text) if key == "title" else writer.runs(text)
    row["blocks"] = writer.rows(document.blocks)
    row["attachments"] = [_attachment(a, writer) for a in document.attachments if not a.missing]
    row["notes"] = links.titled(runs.notes)
    row["digest"] = digest(document.texts())
    see = links.see(document.id)
    return row | ({"see": see} if see else {})


def _attachment(one: Attachment, writer: BlockRows) -> dict[str, Any]:
    label: list[Run] = writer.runs(one.label_text) if one.label_text.s else []
    title: list[Run] = writer.title(one.title) if one.title.s else []
    name = one.title.s or one.announced or one.label
    return {"name": name, "anchor": one.anchor, "label": label, "title": title, "blocks": writer.rows(one.blocks)}


def digest(texts: Iterable[Text]) -> str:
    """SHA-256 of the published characters without white space: the same for page, print and e-book."""
    said = "".join("".join(text.s.split()) for text in texts)
    return hashlib.sha256(said.encode("utf-8")).hexdigest()
