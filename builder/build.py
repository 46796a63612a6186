"""`yearbook build`: raw files -> pages in `docs/` and data under `build/data/`."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from builder import catalogue, published
from builder.address import document_url, month_url, page_file, volume_folder
from builder.reading import Read, read_all
from builder.rule import Broken
from builder.writers.data.documents import document_row
from builder.writers.data.entries import entry_row
from builder.writers.data.units import unit_rows
from builder.writers.data.volumes import counts, ledger_rows, volume_row
from builder.writers.files import json_text, sync
from builder.writers.markdown import cases
from builder.writers.markdown.documents import document_page
from builder.writers.markdown.linked import OwnerLinks
from builder.writers.markdown.months import month_page
from builder.writers.markdown.statement import Statement, statement_page
from builder.writers.markdown.volumes import home_page, volume_page

OWNED_DOCS = ("chronicle", "gazette", "plan", "text")


class Product(NamedTuple):
    """All that `yearbook build` writes, before any of it is written: relative path -> content."""

    docs: dict[str, str]
    data: dict[str, str]
    ids: list[str]


def product(root: Path) -> tuple[list[Read], Product]:
    """Everything made from `root/source_texts`. Raises `Findings` for bad input, `Broken` for our own."""
    sources = catalogue.load(root / "source_texts")
    reads = read_all(sources)
    for read in reads:
        if read.sum.problems:
            listed = "; ".join(read.sum.problems[:5])
            raise Broken(f"{read.volume.id}: the ledger does not balance: {listed}")
    return reads, Product(pages(reads), data_files(reads), sorted(ids_of(reads)))


def build(root: Path) -> list[Read]:
    """Make `docs/` and `build/data/` from the raw files; nothing is touched when the input is bad."""
    reads, made = product(root)
    gone = published.gone(root / "source_texts", made.ids)
    if gone:
        raise gone
    sync(root / "docs", made.docs, OWNED_DOCS)
    aside = root / "build" / "data.new"
    shutil.rmtree(aside, ignore_errors=True)
    sync(aside, made.data, ())
    shutil.rmtree(root / "build" / "data", ignore_errors=True)
    aside.rename(root / "build" / "data")
    published.append(root / "source_texts", made.ids)
    return reads


def pages(reads: list[Read]) -> dict[str, str]:
    """Every generated Markdown page, by its path below `docs/`."""
    links = OwnerLinks({}, lambda kind, target: None)
    files: dict[str, str] = {}
    for read in reads:
        volume, record = read.volume, dict(read.record)
        meta = {"volume": volume.id, "volume_title": record["title"], "volume_kind": volume.kind}
        url = volume_folder(volume.id)
        files[page_file(url)] = volume_page(volume, record, {"counts": counts(volume)}, read.apparatus)
        for month in volume.months:
            files[page_file(month_url(month.id))] = month_page(month, read.apparatus, meta, links)
        for document in volume.documents:
            files[page_file(document_url(document.id))] = document_page(document, read.apparatus, meta, links)
    files[page_file(cases.URL)] = cases.cases_page(_cases(read) for read in reads)
    files["text/statement.md"] = statement_page(_statement(read) for read in reads)
    files["index.md"] = home_page([(read.volume, dict(read.record)) for read in reads])
    return files


def _cases(read: Read) -> cases.Cases:
    data = read.facts.data["corrections"]
    corrections, doubts = data.get("correction", []), data.get("doubt", [])
    return cases.Cases(read.volume.id, str(read.record["title"]), corrections, doubts, read.apparatus.shown)


def _statement(read: Read) -> Statement:
    removed, added = read.ledger.counts()
    moved = Counter[str]()
    for edit in read.ledger.rows:
        moved[edit.rule] += len(edit.old) if edit.to >= 0 else 0
    row = volume_row(read.volume, read.record, read.ledger, read.sum, read.facts.data["corrections"])
    return Statement(
        read.volume,
        str(read.record["title"]),
        read.sum,
        removed,
        added,
        +moved,
        read.reasons(),
        row["corrections"],
        row["doubts"],
    )


def data_files(reads: list[Read]) -> dict[str, str]:
    """Every data file, by its path below `data/`."""
    entries: list[dict[str, Any]] = []
    documents: list[dict[str, Any]] = []
    units: list[dict[str, Any]] = []
    volumes: list[dict[str, Any]] = []
    files: dict[str, str] = {}
    for read in reads:
        volume, apparatus = read.volume, read.apparatus
        data = read.facts.data["corrections"]
        volumes.append(volume_row(volume, read.record, read.ledger, read.sum, data))
        entries += [entry_row(e, month, volume.id, apparatus) for month in volume.months for e in month.entries]
        documents += [document_row(document, volume.id, apparatus) for document in volume.documents]
        units += unit_rows(volume)
        files[f"ledger/{volume.id}.json"] = json_text(ledger_rows(read.ledger))
    rows = {"volumes": volumes, "entries": entries, "documents": documents, "units": units}
    return files | {f"{name}.json": json_text(sorted(some, key=_sort_key)) for name, some in rows.items()}


def _sort_key(row: dict[str, Any]) -> list[tuple[int, int | str]]:
    """Ids in natural order: 2020-01-06-2 before 2020-01-06-10."""
    pieces = row["id"].replace("/", "-").replace("#", "-").split("-")
    return [(0, int(p)) if p.isdigit() else (1, p) for p in pieces]


def ids_of(reads: list[Read]) -> Iterator[str]:
    """Every id that is published: volumes, months, entries, documents, and the anchors of documents."""
    for read in reads:
        yield read.volume.id
        for month in read.volume.months:
            yield month.id
            yield from (entry.id for entry in month.entries)
        for document in read.volume.documents:
            yield document.id
            anchors = [block.anchor for block in document.all_blocks() if block.anchor]
            anchors += [one.anchor for one in document.attachments]
            yield from {f"{document.id}#{anchor}" for anchor in anchors}
