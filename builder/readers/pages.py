"""Printed page numbers: from page turns and the few places whose page is known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from builder.engine.rule import Mark


class Pagination:
    """The printed page of every raw offset.

    `starts` are the raw offsets at which a page begins, sorted; `known` maps a raw offset to the
    printed page on which it stands. Pages between are counted from the nearest known place in
    front (behind, where there is none in front). A page before `first` has no number.
    """

    def __init__(self, starts: Iterable[int], known: Iterable[tuple[int, int]], first: int = 0) -> None:
        self._starts = sorted(set(starts))
        self._known = sorted(known)
        self._first = first

    @classmethod
    def of_marks(cls, marks: Iterable[Mark], known: Iterable[tuple[int, int]], first: int = 0) -> Pagination:
        """Pages from marks `page`; a mark's own value, where it has one, is a known place."""
        marks = list(marks)
        printed = [(m.start, int(m.value)) for m in marks if m.value.isdigit()]
        return cls((m.start for m in marks), [*known, *printed], first)

    def of(self, offset: int) -> int | None:
        """The printed page on which a raw offset stands; None where no place is known."""
        if not self._known or offset < self._first or offset < 0:
            return None
        at = bisect_right(self._known, (offset, 1 << 30)) - 1
        place, page = self._known[max(at, 0)]
        return page + self._count(offset) - self._count(place)

    def _count(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def turns(self) -> list[tuple[int, int | None]]:
        """All page turns: (raw offset of the first character, printed page)."""
        numbered = [(start, self.of(start)) for start in self._starts]
        return [(start, page) for start, page in numbered if page is not None]
