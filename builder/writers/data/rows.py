"""All data files of all volumes (design, section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.edition.chapter import Chapters
from builder.edition.library import Library
from builder.edition.read import Read
from builder.edition.walk import Told
from builder.sources.register import Moved
from builder.writers.data.documents import document_row
from builder.writers.data.entries import entry_row
from builder.writers.data.links import document_links, entry_links, link_rows, named
from builder.writers.data.units import unit_rows
from builder.writers.data.volumes import ledger_rows, volume_row
from builder.writers.files import json_text

Row = dict[str, Any]


def data_files(
    reads: Sequence[Read], chapters: Sequence[Chapters], library: Library, moved: Sequence[Moved]
) -> dict[str, str]:
    """Every data file, by its path below `data/`; `chapters` are those of the `reads`."""
    links = library.linkage
    known = named(links)
    rows: dict[str, list[Row]] = {"volumes": [], "entries": [], "documents": [], "units": []}
    files: dict[str, str] = {}
    for read, some in zip(reads, chapters, strict=True):
        volume, apparatus = read.volume, read.apparatus
        data = read.facts.data.corrections
        rows["volumes"].append(volume_row(volume, read.record, read.ledger, read.sum, data))
        rows["entries"] += [
            entry_row(told, part, volume.id, apparatus) | entry_links(told.entry.id, links, known)
            for part, chapter in some.parts
            for told in chapter.nodes
            if isinstance(told, Told)
        ]
        rows["documents"] += [
            document_row(one, chapter, volume.id, apparatus) | document_links(one.id, links)
            for one, chapter in some.documents
        ]
        rows["units"] += unit_rows(some)
        files[f"ledger/{volume.id}.json"] = json_text(ledger_rows(read.ledger))
    rows |= link_rows(library) | {"aliases": [{"id": m.old, "now": list(m.now), "why": m.why or None} for m in moved]}
    _formerly(rows, moved)
    return files | {f"{name}.json": json_text(sorted(some, key=natural)) for name, some in rows.items()}


def _formerly(rows: dict[str, list[Row]], moved: Sequence[Moved]) -> None:
    """Note on the row of each thing the old ids that it took over."""
    old: dict[str, list[str]] = {}
    for one in moved:
        for new in one.now:
            old.setdefault(new, []).append(one.old)
    kinds = ("persons", "places", "organisations")
    for kind, head in {"entries": "", "documents": "", **{kind: f"index/{kind}/" for kind in kinds}}.items():
        for row in rows[kind]:
            if found := old.get(head + row["id"]):
                row["formerly"] = found


def natural(row: Row) -> list[tuple[int, int | str]]:
    """Ids in natural order: 2020-01-06-2 before 2020-01-06-10."""
    pieces = row["id"].replace("/", "-").replace("#", "-").split("-")
    return [(0, int(p)) if p.isdigit() else (1, p) for p in pieces]
