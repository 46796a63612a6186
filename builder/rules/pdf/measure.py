"""How wide lines are, and how wide their columns: measured from the text itself, volume by volume."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

CLOSING = "，。、；：？！）〕］】》〉」』”’％%…"
OPENING = "（〔［【《〈「『“‘"
_MARKS = frozenset("，。、；：？！（）〔〕［］【】《》〈〉「」『』“”‘’")
_NO_MARKS = {ord(c): None for c in _MARKS}
_UNIT = re.compile(rf"[{re.escape(OPENING)}]*(?:[0-9A-Za-z.]+|.)?[{re.escape(CLOSING)}]*")
INDENT = 2.0
_NARROW = 12.0


class Type(NamedTuple):
    """The habit of a typesetting: the width of a punctuation mark in em (1, or 0.5 where marks are
    set tight), and the widths of its columns with the share of lines that each has."""

    mark: float
    columns: tuple[tuple[float, float], ...]


def width(s: str, mark: float = 1.0) -> float:
    """The natural width of a line in em: Latin is half as wide as Chinese, a space half of that."""
    spaces = s.count(" ")
    narrow = len(s.encode("ascii", "ignore")) - spaces
    total = len(s) - 0.75 * spaces - 0.5 * narrow
    return total if mark == 1.0 else total - (1.0 - mark) * (len(s) - len(s.translate(_NO_MARKS)))


def first_unit(s: str) -> str:
    """The head of a line that could not have stood apart: 〔2020, 2022, 的，."""
    found = _UNIT.match(s)
    return found[0] if found else s[:1]


def measure(lines: Iterable[str]) -> Type:
    """The habit of a text, from all its lines.

    Full lines of one column all measure the same, but only when marks are given their true
    width: the right one is that which heaps most lines on one place.
    """
    kept = [line for line in lines if line.strip()]
    heaps = {mark: _heap(kept, mark) for mark in (1.0, 0.5)}
    best = max(heaps, key=lambda mark: (max((_near(heaps[mark], at) for at in heaps[mark]), default=0), mark))
    return Type(best, _columns(heaps[best], len(kept)))


def _heap(lines: list[str], mark: float) -> Counter[float]:
    return Counter(round(width(line, mark) * 2) / 2 for line in lines)


def _near(heap: Counter[float], at: float) -> int:
    return heap[at - 0.5] + heap[at] + heap[at + 0.5]


def _columns(heap: Counter[float], count: int) -> tuple[tuple[float, float], ...]:
    """Column widths with their shares, and the looser and tighter settings beside them.

    A heap of lines two em narrower than a wider heap are first lines of paragraphs. The edge of a
    column is the widest place of its heap.
    """
    least = max(2.0, 0.02 * count)
    peaks = [at for at in heap if at >= _NARROW and _near(heap, at) >= least and heap[at] == _highest(heap, at)]
    edges = {_edge(heap, at) for at in peaks if not any(1.5 <= wider - at <= 2.5 for wider in peaks)}
    shares = {edge: _near(heap, edge) / max(count, 1) for edge in edges}
    for edge in sorted(edges):
        for step in (-3.0, -2.0, -1.0, 1.0, 2.0, 3.0):
            shares.setdefault(edge + step, 0.004)
    return tuple(sorted((edge, share) for edge, share in shares.items()))


def _highest(heap: Counter[float], at: float) -> int:
    return max(heap[at + step] for step in (-1.0, -0.5, 0.0, 0.5, 1.0))


def _edge(heap: Counter[float], at: float) -> float:
    while heap[at + 0.5] >= 0.3 * heap[at]:
        at += 0.5
    return at


def rarity(share: float) -> float:
    """What it costs to read a paragraph as set in a column that so few lines have."""
    return min(3.0, -0.5 * math.log(max(share, 0.001)))
