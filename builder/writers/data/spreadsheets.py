"""CSV beside JSON: entries, documents, and each table of a document as a file of its own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from builder.model.address import part_of

Row = Mapping[str, Any]
ENTRIES = (
    "id", "volume", "year", "month", "start", "end", "label", "kind", "section", "subsection", "title", "page",
    "page_end", "url", "text",
)  # fmt: skip
DOCUMENTS = (
    "id", "volume", "title", "number", "issuer", "date", "recipients", "public", "section", "page", "page_end", "url"
)  # fmt: skip
TABLES = ("document", "anchor", "title", "columns", "rows", "file")


def sheet(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A CSV file (RFC 4180) with the mark by which spreadsheet programs know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return f"\ufeff{out.getvalue()}"


def _columns(names: Sequence[str], rows: Iterable[Row]) -> str:
    return sheet(names, ([row.get(name) for name in names] for row in rows))


def tables(entries: Iterable[Row], documents: Iterable[Row]) -> Iterator[tuple[Row, Row, str]]:
    """Each table with its entry or document and its file name: `<volume>/<month or document>-<anchor>.csv` (its place,
    without an anchor)."""
    for entry in entries:
        part = part_of(entry["id"])
        yield from ((entry, table, f"{part}-{table['anchor']}.csv") for table in entry.get("tables", ()))
    for document in documents:
        blocks = [*document["blocks"], *(b for one in document["attachments"] for b in one["blocks"])]
        for number, table in enumerate(_inside(blocks), 1):
            yield document, table, f"{document['id']}-{table.get('anchor') or number}.csv"


def _inside(blocks: Iterable[Row]) -> Iterator[Row]:
    for block in blocks:
        if block["type"] == "table":
            yield block
        elif block["type"] == "box":
            yield from _inside(block["blocks"])


def files(entries: Sequence[Row], documents: Sequence[Row]) -> dict[str, str]:
    """All CSV files by path below `data/csv/`; `tables.csv` lists the tables."""
    made = {"entries.csv": _columns(ENTRIES, entries), "documents.csv": _columns(DOCUMENTS, documents)}
    listed = []
    for owner, table, name in tables(entries, documents):
        head, *more = table["header"] or [[""] * len(table["rows"][0])]
        made[f"tables/{name}"] = sheet(head, [*more, *table["rows"]])
        anchor = table.get("anchor") or ""
        listed.append((owner["id"], anchor, table["title"], len(head), len(table["rows"]), f"tables/{name}"))
    return made | {"tables.csv": sheet(TABLES, listed)}
