"""Layout data of a volume (source_texts/layout/<id>.toml) as places in its text.

Layout data names raw lines. They are found once, while every line end of the raw file still
stands, and left as marks in raw offsets; whatever later rules delete or move, a raw offset stays.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from builder.engine.rule import Facts, Mark
from builder.engine.text import Move, Text
from builder.records.layout import USED, Moved


class TextLine(NamedTuple):
    """A line of the present text: its positions, what it holds, the raw offset of its first character."""

    start: int
    end: int
    s: str
    raw: int


def lines(text: Text) -> list[TextLine]:
    """The lines of a text, without their line ends."""
    found, start = [], 0
    for s in text.s.split("\n"):
        end = start + len(s)
        raw = text.at[start] if end > start else -1
        if raw < 0 and end > start:
            raw = text[start:end].first()
        found.append(TextLine(start, end, s, raw))
        start = end + 1
    return found


def marks(text: Text, facts: Facts) -> Iterator[Mark]:
    """One mark `layout.<kind>` for each record of layout data, over the raw lines that it names.

    Kept lines are the lines of forms, marked `form` too. The value is the record's index in the
    data. `text` still holds all line ends of the raw file.
    """
    starts = [line.start for line in lines(text)] + [len(text) + 1]
    for kind in USED["pdf-text"]:
        for index, record in enumerate(facts.data.layout.of(kind)):
            first, last = record.span
            yield Mark(f"layout.{kind}", starts[first - 1], starts[last] - 1, str(index))
            if kind == "keep":
                yield Mark("form", starts[first - 1], starts[last] - 1)
            if isinstance(record, Moved):
                to = starts[record.before - 1]
                yield Mark("layout.to", to, to + 1, str(index))


class Spans:
    """The raw offsets that marks of some kinds cover; marks of one kind do not overlap."""

    def __init__(self, facts: Facts, *kinds: str) -> None:
        self._spans = sorted((m.start, m.end) for kind in kinds for m in facts.marks.get(kind, []))

    def of(self, raw: int) -> tuple[int, int]:
        """The span in which a raw offset stands; (-1, -1) for none."""
        at = bisect_right(self._spans, (raw, 1 << 60)) - 1
        return self._spans[at] if at >= 0 and raw < self._spans[at][1] else (-1, -1)

    def hold(self, raw: int) -> bool:
        """True when a raw offset stands in one of them."""
        return self.of(raw)[0] >= 0


def whole(text: Text, start: int, end: int, to: int) -> Iterator[Move]:
    """The lines `start:end` moved with a line end: that before them where none stands behind them."""
    if end < len(text):
        yield Move(start, end + 1, to)
    else:
        yield Move(start, end, to)
        yield Move(start - 1, start, to)
