"""Printed pages of the original: how they are said, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from builder.model.volume import Document, Entry, Part


class Pages(NamedTuple):
    """First and last printed page; without a last one it is not known how far a text goes."""

    first: int | None
    last: int | None

    @property
    def is_open(self) -> bool:
        """True where only the first page is known."""
        return self.first is not None and self.last is None

    @property
    def numbers(self) -> list[int]:
        """`[17, 25]`, `[17]` where open, `[]` where nothing is known."""
        return [page for page in self if page is not None]

    def said(self) -> str:
        """第 17–25 页; 第 17 页; 第 17 页起; nothing."""
        if self.first is None:
            return ""
        span = f"第 {self.first}–{self.last}" if self.last not in (None, self.first) else f"第 {self.first}"
        return f"{span} 页{'起' if self.is_open else ''}"

    def cited(self) -> str:
        """`17-25`, `17`, or nothing, as a citation has it."""
        return "-".join(dict.fromkeys(map(str, self.numbers)))


def pages(numbers: Iterable[int | None]) -> Pages:
    """`[17, 25]` -> pages 17 to 25; `[17]` -> from page 17 on."""
    first, last, *_ = [*numbers, None, None]
    return Pages(first, last)


def pages_of(one: Entry | Document) -> Pages:
    """The pages of an entry or a document."""
    return Pages(one.page, one.page_end)


def pages_of_part(part: Part) -> Pages:
    """The pages of a month or subsection; the first alone where no entry says how far it goes."""
    known = [p for entry in part.entries for p in pages_of(entry).numbers]
    if not known:
        return Pages(None, None)
    closed = any(entry.page_end is not None for entry in part.entries)
    return Pages(min(known), max(known) if closed else None)
