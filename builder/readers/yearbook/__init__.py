"""The reader of yearbooks (年鉴): sections (类目), subsections (分目), items (条目), and what stands beside them."""

from __future__ import annotations

from builder.readers.yearbook.book import read

__all__ = ["read"]
