"""All generated Markdown pages of all volumes."""

from __future__ import annotations

from collections.abc import Sequence

from builder.edition.chapter import Chapters
from builder.edition.counts import counts
from builder.edition.library import Library
from builder.edition.read import Read
from builder.model.address import page_file, volume_folder
from builder.records.yearbook import NAMELESS, Yearbook
from builder.writers.markdown.about import about_pages
from builder.writers.markdown.documents import document_page
from builder.writers.markdown.entries import part_page
from builder.writers.markdown.indexes import index_pages
from builder.writers.markdown.volumes import home_page, volume_page


def pages(
    reads: Sequence[Read], chapters: Sequence[Chapters], library: Library, yearbook: Yearbook = NAMELESS
) -> dict[str, str]:
    """Every generated page, by its path below `docs/`; `chapters` are those of the `reads`."""
    files: dict[str, str] = {}
    for read, some in zip(reads, chapters, strict=True):
        files |= _volume_pages(read, some, library)
    files["index.md"] = home_page([(read.volume, read.record) for read in reads], yearbook)
    return files | about_pages(reads, chapters) | index_pages(library)


def aids_of(library: Library, entry: str) -> dict[str, object]:
    """What an entry leads to, and how its figures went over the years."""
    figures = library.figures(entry)
    return {**library.entry_aids(entry), **({"figures": figures} if figures else {})}


def _volume_pages(read: Read, chapters: Chapters, library: Library) -> dict[str, str]:
    volume, record, address = read.volume, read.record, library.span_url
    meta = {"volume": volume.id, "volume_title": record.title, "volume_kind": volume.kind}
    own = volume_page(chapters, record, {"counts": counts(volume)}, address)
    files = {page_file(volume_folder(volume.id)): own}
    for part, chapter in chapters.parts:
        files[page_file(chapter.url)] = part_page(part, chapter, meta, address, lambda one: aids_of(library, one))
    for document, chapter in chapters.documents:
        aids = library.document_aids(document.id)
        files[page_file(chapter.url)] = document_page(document, chapter, meta, address, aids)
    return files
