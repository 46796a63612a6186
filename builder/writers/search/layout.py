"""Addresses: every folded character of every unit has a number of its own.

All titles come first, then all texts, so that a title hit is known by its address alone. Each
field starts at a multiple of its grain: the browser then needs only the number of grains of each
field (a small number, mostly the same) to know which unit an address is in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .codec import encode
from .fold import fold, units16

GRAIN = 64


@dataclass(frozen=True)
class Field:
    """A folded title or text: its first address and its UTF-16 code units."""

    start: int
    codes: list[int]


@dataclass(frozen=True)
class Layout:
    """All fields in the order of their addresses, and what the browser needs to find them."""

    fields: list[Field]
    titles_end: int
    grains: tuple[list[int], list[int]]

    def table(self) -> str:
        """Return the grains of every title, then of every text, as one coded string."""
        return encode([*self.grains[0], *self.grains[1]])


def lay_out(units: Sequence[Mapping[str, Any]]) -> Layout:
    """Give every character of the units' titles and texts its address."""
    fields: list[Field] = []
    at = 0

    def column(name: str) -> list[int]:
        nonlocal at
        counts = []
        for unit in units:
            codes = units16(fold(unit[name]))
            fields.append(Field(at, codes))
            # One more than the characters need: the end has an address too.
            counts.append(len(codes) // GRAIN + 1)
            at += counts[-1] * GRAIN
        return counts

    titles = column("title")
    titles_end = at
    return Layout(fields, titles_end, (titles, column("text")))
