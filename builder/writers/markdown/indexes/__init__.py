"""The index pages: lists of names, a page per person, offices, series, the two books compared."""

from __future__ import annotations

from builder.edition.library import Library
from builder.writers.markdown.indexes import lists, persons, tables


def index_pages(library: Library) -> dict[str, str]:
    """Every index page, by its path below `docs/`."""
    return {
        "index/index.md": lists.overview(library),
        **persons.pages(library),
        **lists.pages(library),
        **tables.pages(library),
    }
