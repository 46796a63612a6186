"""The ledger: every edit of a volume, and the proof that it accounts for every raw character."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterable
from itertools import repeat
from typing import NamedTuple

from builder.engine.text import Text, raw_span

# What a withheld character is replaced by, and the rule that does it: its rows may be shown to nobody.
MASK = "■"
WITHHELD = "correction.withheld"


class LedgerRow(NamedTuple):
    """One edit as it was carried out.

    `start`, `end`: raw offsets that it touches; `gone`: raw offsets of the characters it removed
    or replaced; `old`, `new`: the characters before and after; `to`: raw offset that text was
    moved in front of, -1 where nothing moved; `undone`: characters of `old` that an earlier edit
    had added.
    """

    rule: str
    start: int
    end: int
    gone: array[int]
    old: str
    new: str
    to: int = -1
    undone: str = ""


def row_of(name: str, piece: Text, new: str = "", place: tuple[int, int] | None = None) -> LedgerRow:
    """The row of an edit that puts `new` in the place of `piece` (raw span `place`, its own if None)."""
    start, end = place or raw_span(piece, 0, len(piece))
    if min(piece.at, default=-1) >= 0:
        return LedgerRow(name, start, end, piece.at, piece.s, new)
    gone = array("l", [at for at in piece.at if at >= 0])
    undone = "".join(c for c, at in zip(piece.s, piece.at, strict=True) if at < 0)
    return LedgerRow(name, start, end, gone, piece.s, new, -1, undone)


class Ledger:
    """Every edit of one volume, in the order in which they were carried out."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.rows: list[LedgerRow] = []
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", raw))]

    def line(self, offset: int) -> int:
        """1-based line of the raw file on which a raw offset stands."""
        return bisect_right(self._line_starts, offset)

    def line_start(self, line: int) -> int:
        """Raw offset at which a 1-based line begins."""
        return self._line_starts[line - 1]

    def lines(self, row: LedgerRow) -> tuple[int, int]:
        """First and last raw line that an edit touches."""
        return self.line(row.start), self.line(max(row.start, row.end - 1))

    def counts(self) -> tuple[Counter[str], Counter[str]]:
        """Raw characters removed, and characters added, per rule; a replaced one is both."""
        removed: Counter[str] = Counter()
        added: Counter[str] = Counter()
        for row in self.rows:
            if row.to < 0:
                removed[row.rule] += len(row.gone)
                added[row.rule] += len(row.new)
        return +removed, +added


class Balance(NamedTuple):
    """What became of the raw characters: all of `raw` = `published` + `removed` when it balances."""

    raw: int
    published: int
    removed: int
    problems: list[str]


def balance(ledger: Ledger, published: Iterable[Text]) -> Balance:
    """Hold every raw character against the published texts and the ledger.

    Each must be published exactly once, or removed exactly once; a published character that is
    not the raw one must have been put there by an edit of the ledger, and so must each added one.
    """
    raw = ledger.raw
    gone = bytearray(len(raw))
    put: dict[int, str] = {}
    added: Counter[str] = Counter()
    for row in ledger.rows:
        if row.to < 0:
            _enter(row, gone, put, added)
    reading = list(raw)
    for at, char in put.items():
        reading[at] = char
    problems: list[str] = []
    texts = list(published)
    for text in texts:
        _compare(text, raw, reading, added, problems)
    seen = _seen(texts, len(raw))
    # Both counts of a character in one byte: adding the two as large numbers is what keeps this
    # step out of the per-character loop.
    fates = (int.from_bytes(seen, "little") + (int.from_bytes(gone, "little") << 2)).to_bytes(len(raw), "little")
    for found in _WRONG.finditer(fates):
        at = found.start()
        problems.append(f"line {ledger.line(at)}: {raw[at]!r} is {_FATES.get(fates[at], 'published twice')}")
    wrong = {c: n for c, n in added.items() if n < 0}
    if wrong:
        problems.append(f"characters published that no edit added: {wrong}")
    return Balance(len(raw), len(raw) - seen.count(0), fates.count(4), problems)


_WRONG = re.compile(rb"[^\x01\x04]", re.DOTALL)
_FATES = {0: "lost", 5: "published though removed"}


def _enter(row: LedgerRow, gone: bytearray, put: dict[int, str], added: Counter[str]) -> None:
    """Note what one edit removed, replaced and added."""
    if row.new and len(row.new) == len(row.gone) == len(row.old):
        put.update(zip(row.gone, row.new, strict=True))
        return
    for at in row.gone:
        gone[at] = 1
    if row.new:
        added.update(row.new)
    if row.undone:
        added.subtract(row.undone)


def _seen(texts: list[Text], size: int) -> bytearray:
    """How often each raw character is published, 3 at most; counted one by one only where any is twice."""
    seen, total = bytearray(size), 0
    for text in texts:
        real = text.at if min(text.at, default=-1) >= 0 else [at for at in text.at if at >= 0]
        deque(map(seen.__setitem__, real, repeat(1)), maxlen=0)
        total += len(real)
    if seen.count(1) == total:
        return seen
    seen = bytearray(size)
    for at in (at for text in texts for at in text.at if at >= 0):
        seen[at] += seen[at] < 3
    return seen


def _compare(text: Text, raw: str, reading: list[str], added: Counter[str], problems: list[str]) -> None:
    """Hold the characters of one text against the raw ones and those that edits put in their place."""
    if min(text.at, default=-1) >= 0 and "".join(map(reading.__getitem__, text.at)) == text.s:
        return
    for char, at in zip(text.s, text.at, strict=True):
        if at < 0:
            added[char] -= 1
        elif char not in (raw[at], reading[at]):
            problems.append(f"{char!r} is published for the raw {raw[at]!r} and no edit says so")
