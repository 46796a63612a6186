"""Addresses: every folded character of every unit has a number of its own.

All titles come first, then all texts, so that a title hit is known by its address alone. Each
field starts at a multiple of the grain: the browser then needs only the number of grains of each
field (a small number, mostly the same) to know which unit an address is in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from .codec import encode, shared
from .fold import fold, units16

GRAIN = 64


@dataclass(frozen=True)
class Field:
    """A folded title or text: its first address, its UTF-16 code units, and how many of them only
    repeat the beginning of another title.
    """

    start: int
    codes: list[int]
    known: int = 0


class AlikeTitles(NamedTuple):
    """Neighbouring units whose titles begin alike: the first, how many more, the shared length."""

    first: int
    more: int
    shared: int


@dataclass(frozen=True)
class Layout:
    """All fields in the order of their addresses, and what the browser needs to find them."""

    fields: list[Field]
    titles_end: int
    end: int
    grains: tuple[list[int], list[int]]
    runs: list[AlikeTitles]

    def table(self) -> list[str]:
        """Return the grains of every title, then of every text, and the runs, as coded strings."""
        rows: list[int] = []
        last = 0
        for run in self.runs:
            rows += [run.first - last, run.more, run.shared]
            last = run.first + run.more
        return [encode([*self.grains[0], *self.grains[1]]), encode(rows)]


def runs_of(titles: Sequence[Sequence[int]]) -> list[AlikeTitles]:
    """Return the runs of titles that begin alike, as the sections of a document or the days of a
    month do. A run grows as long as that leaves more characters out.
    """
    runs: list[AlikeTitles] = []
    first = 0
    while first < len(titles):
        more, alike = 0, len(titles[first])
        for number in range(first + 1, len(titles)):
            length = min(alike, shared(titles[first], titles[number]))
            if more * (alike - 1) > (more + 1) * (length - 1) or length < 2:
                break
            more, alike = more + 1, length
        if more:
            runs.append(AlikeTitles(first, more, alike))
        first += more + 1
    return runs


def lay_out(units: Sequence[Mapping[str, Any]]) -> Layout:
    """Give every character of the units' titles and texts its address."""
    titles, texts = ([units16(fold(unit[name])) for unit in units] for name in ("title", "text"))
    runs = runs_of(titles)
    known = {run.first + i: run.shared for run in runs for i in range(1, run.more + 1)}
    fields: list[Field] = []
    at = 0

    def column(rows: Sequence[list[int]], known: Mapping[int, int]) -> list[int]:
        nonlocal at
        counts = []
        for number, codes in enumerate(rows):
            fields.append(Field(at, codes, known.get(number, 0)))
            # One more than the characters need: the end has an address too.
            counts.append(len(codes) // GRAIN + 1)
            at += counts[-1] * GRAIN
        return counts

    of_titles = column(titles, known)
    titles_end = at
    of_texts = column(texts, {})
    return Layout(fields, titles_end, at, (of_titles, of_texts), runs)
