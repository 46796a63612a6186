"""All generated Markdown pages of all volumes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from builder.edition.counts import counts, places_of
from builder.edition.library import Library
from builder.edition.read import Read
from builder.model.address import document_url, month_url, page_file, volume_folder
from builder.writers.markdown import cases
from builder.writers.markdown.documents import document_page
from builder.writers.markdown.indexes import index_pages
from builder.writers.markdown.linked import OwnerLinks
from builder.writers.markdown.months import month_page
from builder.writers.markdown.statement import Statement, statement_page
from builder.writers.markdown.volumes import home_page, volume_page


def pages(reads: Sequence[Read], library: Library) -> dict[str, str]:
    """Every generated page, by its path below `docs/`."""
    links = OwnerLinks(library.linkage.spans, library.span_url)
    files: dict[str, str] = {}
    for read in reads:
        files |= _volume_pages(read, links, library)
    # After the pages of all volumes: it leads to the places that those have shown.
    files[page_file(cases.URL)] = cases.cases_page([_cases(read) for read in reads])
    files["text/statement.md"] = statement_page(_statement(read) for read in reads)
    files["index.md"] = home_page([(read.volume, dict(read.record)) for read in reads])
    return files | index_pages(library)


def _volume_pages(read: Read, links: OwnerLinks, library: Library) -> dict[str, str]:
    volume, record = read.volume, dict(read.record)
    meta = {"volume": volume.id, "volume_title": record["title"], "volume_kind": volume.kind}
    files = {
        page_file(volume_folder(volume.id)): volume_page(volume, record, {"counts": counts(volume)}, read.apparatus)
    }
    for month in volume.months:
        files[page_file(month_url(month.id))] = month_page(month, read.apparatus, meta, links, library.entry_aids)
    for document in volume.documents:
        aids = library.document_aids(document.id)
        files[page_file(document_url(document.id))] = document_page(document, read.apparatus, meta, links, aids)
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
    data = read.facts.data["corrections"]
    return Statement(
        read.volume,
        str(read.record["title"]),
        read.sum,
        removed,
        added,
        +moved,
        read.reasons,
        places_of(data, "correction"),
        places_of(data, "doubt"),
    )
