"""`yearbook build`: raw files -> pages in `docs/` and data under `build/data/`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

from builder.checks import rendered
from builder.checks.doubtful import doubtful
from builder.checks.expected import missed
from builder.checks.private import gate, gate_files, leaks
from builder.checks.standing import standing
from builder.commands.ids import ids_of, named_ids, slugs_of
from builder.commands.read import read_all
from builder.edition.chapter import Chapters, chapters_of
from builder.edition.citation import Citer, source_of, works
from builder.edition.citation_forms import row as citation
from builder.edition.library import Library
from builder.edition.read import Read
from builder.engine.rule import Broken
from builder.links import link
from builder.model.doubt import STOPS
from builder.model.linkage import Linkage
from builder.records.decided import Decided
from builder.records.volume import VolumeRecord
from builder.sources import catalogue
from builder.sources import register as published
from builder.sources.finding import Finding, Findings
from builder.sources.settings import Settings, settings
from builder.sources.typed import read as read_record
from builder.writers.data.rows import data_files
from builder.writers.epub import epub_paths
from builder.writers.files import json_text, sync, write
from builder.writers.markdown.moved import with_moved
from builder.writers.markdown.pages import pages
from builder.writers.print.fonts import available
from builder.writers.print.jobs import print_paths
from builder.writers.print.rows import Printed, print_files

OWNED_DOCS = ("yearbook", "chronicle", "gazette", "plan", "document", "text", "index")


class Product(NamedTuple):
    """All that `yearbook build` writes, before any of it is written: relative path -> content.

    `ids` are all ids with the digests of what they name; `faults` what the register says against them.
    """

    docs: dict[str, str]
    data: dict[str, str]
    prints: dict[str, str]
    ids: dict[str, str]
    linkage: Linkage
    chapters: list[Chapters]
    faults: list[Finding]


def product(root: Path) -> tuple[list[Read], Product]:
    """Everything made from `root/source_texts`. Raises `Findings` for bad input, `Broken` for our own."""
    sources = catalogue.load(root / "source_texts")
    reads = read_all(sources)
    for read in reads:
        if read.sum.problems:
            listed = "; ".join(read.sum.problems[:5])
            raise Broken(f"{read.volume.id}: the ledger does not balance: {listed}")
    volumes = [read.volume for read in reads]
    register = published.load(sources.folder)
    slugs = slugs_of(register)
    linkage = link(volumes, sources.names, {read.volume.id: read.record for read in reads}, slugs)
    library = Library(volumes, linkage)
    ids = {**dict(ids_of(reads)), **dict(named_ids(linkage, slugs))}
    moved, faults = register.moved(ids)
    chapters = [chapters_of(read.volume, read.apparatus, library) for read in reads]
    here = settings(root)
    citations = [cited(some, read.record, here) for some, read in zip(chapters, reads, strict=True)]
    printed = [
        Printed(some, read.record, {row["id"]: row["gbt"] for row in rows})
        for some, read, rows in zip(chapters, reads, citations, strict=True)
    ]
    data = data_files(reads, chapters, library, moved)
    for some, rows in zip(chapters, citations, strict=True):
        data[f"citations/{some.volume.id}.json"] = json_text(rows)
    docs = with_moved(pages(reads, chapters, library, here.yearbook), moved, library)
    return reads, Product(docs, data, print_files(printed, linkage), ids, linkage, chapters, faults)


def cited(chapters: Chapters, record: VolumeRecord, here: Settings) -> list[dict[str, Any]]:
    """How everything of a volume is cited in this edition."""
    citer = Citer(source_of(record), here.address, here.yearbook)
    return [citation(citer, work) for work in works(chapters, record)]


def held(root: Path, reads: list[Read], made: Product) -> list[Finding]:
    """What stands in the way of a site: ids, text that is lost between model and page, expectations of the
    catalogue that are missed, data that should not spread."""
    allowed = decided(root)
    private = [
        *(one for read in reads for one in gate(read, allowed)),
        *leaks(reads, (made.docs, made.data, made.prints)),
    ]
    return [
        *made.faults,
        *standing(reads, made.chapters),
        *missed(root, reads),
        *doubtful(root, reads, STOPS),
        *(private or gate_files(made.docs, allowed)),
    ]


def decided(root: Path) -> frozenset[str]:
    """What someone has decided to let through the gate (`source_texts/decided.toml`)."""
    return frozenset(one.find for one in read_record(Decided, root / "source_texts", "decided.toml").decided)


def build(root: Path) -> list[Read]:
    """Make `docs/` and `build/data/` from the raw files; nothing is touched when anything stands in the way."""
    reads, made = product(root)
    if findings := held(root, reads, made):
        raise Findings(findings)
    sync(root / "docs", made.docs, OWNED_DOCS)
    aside = root / "build" / "data.new"
    shutil.rmtree(aside, ignore_errors=True)
    sync(aside, made.data, ())
    shutil.rmtree(root / "build" / "data", ignore_errors=True)
    aside.rename(root / "build" / "data")
    sync(root / "build" / "print", made.prints, (".",))
    write(root / "build" / rendered.NAME, json_text(rendered.digests(reads, made.chapters)))
    write(root / "build" / "prints.json", json_text(carried_away(reads)))
    published.append(root / "source_texts", made.ids)
    return reads


def carried_away(reads: list[Read]) -> list[str]:
    """The files to carry away that `yearbook finish` will make here, relative to the site's root."""
    volumes = [read.volume for read in reads]
    months = [part.id for volume in volumes for part in volume.months]
    months += dict.fromkeys(part.within for volume in volumes for part in volume.subsections)
    documents = [document.id for volume in volumes for document in volume.documents]
    names = [volume.id for volume in volumes]
    prints = print_paths(names, months, documents) if available() else {}
    return sorted([*prints.values(), *epub_paths(names).values()])
