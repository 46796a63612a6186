"""The apparatus: which corrections, doubts, widths and page turns stand in a published text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from builder.engine.ledger import MASK, WITHHELD, Ledger, LedgerRow
from builder.engine.rule import Facts
from builder.engine.text import Text
from builder.records.corrections import Correction

_RULES = ("correction.apply", WITHHELD)


class Fix(NamedTuple):
    """A correction in a text: at `at` the reading has `now` where the raw file has `was`."""

    at: int
    was: str
    now: str
    why: str
    see: str
    line: int
    record: int
    withheld: bool = False


class Doubt(NamedTuple):
    """A doubtful reading: the characters `at:end` may be `maybe` (may be empty)."""

    at: int
    end: int
    maybe: str
    why: str
    see: str
    line: int
    record: int


class Apparatus:
    """Looks up what stands behind each character of a volume's published texts."""

    def __init__(self, ledger: Ledger, facts: Facts, turns: Sequence[tuple[int, int | None]]) -> None:
        self._ledger = ledger
        self._corrections = facts.data.corrections.correction
        self._doubts = facts.data.corrections.doubt
        self._rows = sorted((r for r in ledger.rows if r.rule in _RULES), key=lambda r: r.start)
        self._row_starts = [r.start for r in self._rows]
        self._marks = sorted(facts.marks.get("correction", []), key=lambda m: m.start)
        self._doubt_marks = sorted(facts.marks.get("doubt", []), key=lambda m: m.start)
        self._doubt_starts = [m.start for m in self._doubt_marks]
        self._widths = {at for r in ledger.rows if r.rule == "punct.width" for at in r.gone}
        self._turns = sorted(turns, key=lambda turn: turn[0])
        self._turn_starts = [start for start, _ in self._turns]
        self._marks_of_turns = sorted(_shown_turns(self._turns, ledger))
        self._mark_starts = [start for start, _ in self._marks_of_turns]

    def fixes(self, text: Text) -> list[Fix]:
        """The corrections in a text, in its order; neighbours of one correction are one."""
        first, last = _reach(text)
        if first < 0 or not self._rows:
            return []
        lo, hi = bisect_left(self._row_starts, first), bisect_right(self._row_starts, last + 1)
        found = [fix for row in self._rows[lo:hi] if (fix := self._fix(text, row)) is not None]
        return _merged(sorted(found, key=lambda f: f.at))

    def _fix(self, text: Text, row: LedgerRow) -> Fix | None:
        span = _span(text, row)
        if span is None:
            return None
        mark = next((m for m in self._marks if m.start <= row.start and row.end <= m.end), None)
        index = int(mark.value) if mark else -1
        one = self._corrections[index] if mark else Correction.model_construct()
        base = row.old if one.base is None else one.base
        was = MASK * len(row.old) if one.withheld else base
        line = self._ledger.line(row.start)
        said = text.s[span[0] : span[1]]
        return Fix(span[0], was, said, one.note or one.why, one.see, line, index, one.withheld)

    def doubts(self, text: Text) -> list[Doubt]:
        """The doubtful readings in a text, in its order."""
        found = []
        low, high = _reach(text)
        for mark in self._doubt_marks[: bisect_right(self._doubt_starts, high)]:
            if mark.end <= low:
                continue
            here = [i for i, at in enumerate(text.at) if mark.start <= at < mark.end]
            if here:
                one = self._doubts[int(mark.value)]
                line = self._ledger.line(mark.start)
                found.append(Doubt(here[0], here[-1] + 1, one.maybe, one.why, one.see, line, int(mark.value)))
        return found

    def widths(self, text: Text) -> list[int]:
        """Positions in a text at which the raw file has the half-width form."""
        return [i for i, at in enumerate(text.at) if at in self._widths]

    def turns(self, text: Text) -> list[tuple[int, int, int]]:
        """Page turns inside or at the head of a text: (position, printed page that begins there, raw offset)."""
        found = []
        first, last = text.first(), text.last()
        for start, page in self._marks_of_turns[bisect_left(self._mark_starts, first) :]:
            if start > last:
                break
            at = next((k for k, raw in enumerate(text.at) if raw >= start), None)
            if at is not None:
                found.append((at, page, start))
        return found

    def page(self, text: Text) -> int | None:
        """The printed page on which a text begins; None where it is not known."""
        at = bisect_right(self._turn_starts, text.first()) - 1
        return self._turns[at][1] if at >= 0 and text.first() >= 0 else None

    def lines(self, text: Text) -> tuple[int, int] | None:
        """First and last raw line of a text; None where nothing of it stands in the raw file."""
        first, last = _reach(text)
        return (self._ledger.line(first), self._ledger.line(last)) if first >= 0 else None


def _reach(text: Text) -> tuple[int, int]:
    """The lowest and the highest raw offset of a text, -1 where it has none.

    They are not those of its first and last characters where a piece was moved into it.
    """
    first, last = text.first(), text.last()
    if len(text) and last - first != len(text) - 1:
        here = [at for at in text.at if at >= 0]
        return min(here, default=-1), max(here, default=-1)
    return first, last


def _shown_turns(turns: Sequence[tuple[int, int | None]], ledger: Ledger) -> list[tuple[int, int]]:
    """The turns to a known page with their marks where it begins to be read.

    That is before a title that was moved to its head, and behind what is not published: a page that begins
    with the mark of a further entry (△) begins to be read with the entry's text.
    """
    heads: dict[int, int] = {}
    gone: set[int] = set()
    for row in ledger.rows:
        if row.to >= 0 and row.old.strip():
            heads.setdefault(row.to, row.start)
        elif len(row.new) != len(row.gone):
            gone.update(row.gone)
    shown = []
    for start, page in turns:
        read = next(at for at in count(start) if at not in gone)
        if page is not None:
            shown.append((heads.get(read, read), page))
    return shown


def _span(text: Text, row: LedgerRow) -> tuple[int, int] | None:
    """Where in a text the outcome of a correction stands; an empty span for a deletion."""
    gone, low, high = set(row.gone), row.start, row.end
    put = [i for i, at in enumerate(text.at) if at in gone or (at < 0 and row.new and low <= ~at <= high)]
    if put and row.new:
        return put[0], put[-1] + 1
    if row.new:
        return None
    before = next(
        (i for i in range(len(text.at) - 1, -1, -1) if 0 <= text.at[i] < low and low - text.at[i] < 200), None
    )
    behind = next((i for i, at in enumerate(text.at) if at >= high and at - high < 200), None)
    if before is None or behind is None:
        return None
    return behind, behind


def _merged(fixes: list[Fix]) -> list[Fix]:
    merged: list[Fix] = []
    for fix in fixes:
        last = merged[-1] if merged else None
        if last and last.record == fix.record and last.at + len(last.now) == fix.at and fix.line - last.line < 3:
            merged[-1] = last._replace(was=last.was + fix.was, now=last.now + fix.now)
        else:
            merged.append(fix)
    return merged
