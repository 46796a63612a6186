"""Which lines of a column belong together: the cheapest reading of the whole text.

Each line is the first of a paragraph (indented), a first line without indent, or a later one. A
line that another follows in its paragraph must be full: the head of the next one did not fit.
What speaks for an end of a paragraph (short line, full stop, a number behind it) and for a
continuation (full line, comma) is weighed over the whole text at once (Viterbi): neither
`ends in 。` nor `is short` alone tells a paragraph's end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from builder.numbering import number
from builder.rules.pdf_measure import CLOSING, INDENT, OPENING, Type, first_unit, rarity, width

_STOP = re.compile(r"[。！？][”’）〕］】]*$|[〕］】]$")
_HALF_STOP = re.compile(r"[；：…;:]$")
_CLOSED = re.compile(r"[）”]$")
_GOES_ON = re.compile(rf"[，、,{re.escape(OPENING)}—→+\-]$")
_HEAD = re.compile(r"——|第.{1,3}[章节条]|专栏|附件|注[：:]|（此件|[-•●△※]|[一二三四五六七八九十]是")
_RUN_IN = re.compile(r"[^。，；]{2,25}。.")
_NEVER_FIRST = frozenset(CLOSING) - frozenset("…")
_FLUSH = 2.5
_TIE = 1e-6
_NEVER = float("inf")


class Row(NamedTuple):
    """A line to be read. `firm` is True where it certainly begins a paragraph, False where it
    certainly continues one, None where its measure must tell."""

    s: str
    firm: bool | None = None


class Seen(NamedTuple):
    """What is known of a line once: `wide` in em, `give` by how much its marks can be squeezed, `head`
    of what could not be parted from the line before, costs of beginning and of ending with it."""

    wide: float
    give: float
    head: float
    begin: float
    close: float
    stop: bool
    firm: bool | None


class Reading:
    """The search: for each state the cheapest cost of the lines so far, and whence it came.

    A state is a role and a column: number `role * columns + k`. Plain lists of numbers, because
    this is the inner loop of the whole texture.
    """

    def __init__(self, kind: Type) -> None:
        self.columns = [edge for edge, _ in kind.columns]
        self.rare = [rarity(share) for _, share in kind.columns]
        self.edges = [edge - INDENT for edge in self.columns] + self.columns * 2
        self.costs: list[float] = []
        self.back: list[list[int]] = []

    def start(self) -> None:
        """Before the first line: every way to begin a paragraph."""
        flush = [rare + _FLUSH for rare in self.rare]
        self.costs = [*self.rare, *flush, *[_NEVER] * len(self.columns)]

    def fit(self, seen: Seen) -> None:
        """Add what it costs that a line is wider than its column: little where marks can be squeezed."""
        for state, edge in enumerate(self.edges):
            over = seen.wide - edge
            if over > 0.25:
                more = over - seen.give
                self.costs[state] += 0.3 * over if more <= 0 else 0.3 * seen.give + 3.0 * more

    def step(self, before: Seen, here: Seen) -> None:
        """Go on from line `before`, whose fit is counted already, to line `here`."""
        count = len(self.columns)
        costs, came = [_NEVER] * (3 * count), [0] * (3 * count)
        if here.firm is not False:
            self._begin(before, here, costs, came)
        if here.firm is not True:
            self._join(before, here, costs, came)
        self.costs = costs
        self.back.append(came)

    def _begin(self, before: Seen, here: Seen, costs: list[float], came: list[int]) -> None:
        """End a paragraph and begin another; to change the column costs, and so does a lost indent."""
        count = len(self.columns)
        ends: list[tuple[float, int]] = []
        for k in range(count):
            first, flush, later = k, count + k, 2 * count + k
            ends.append(
                min(
                    (self.costs[first] + self._close(before, first), first),
                    (self.costs[flush] + self._close(before, flush), flush),
                    (self.costs[later] + self._close(before, later), later),
                )
            )
        best, whence = min(ends)
        for k in range(count):
            stay, state = ends[k]
            change = best + self.rare[k]
            # Where nothing tells when a column ends (short last lines of a box), it ends late.
            cost = min(stay, change) + here.begin
            source = whence if change <= stay + _TIE else state
            costs[k], came[k] = cost, source
            costs[count + k], came[count + k] = cost + _FLUSH, source

    def _close(self, seen: Seen, state: int) -> float:
        """A line without sentence end ends a paragraph rarely, and least where it is full."""
        if seen.close >= 0:
            return seen.close
        edge = self.edges[state]
        if seen.wide > edge - 1.0:
            return 8.0
        return 5.0 if seen.wide > 0.85 * edge else 1.5 if state < 2 * len(self.columns) else 2.5

    def _join(self, before: Seen, here: Seen, costs: list[float], came: list[int]) -> None:
        """Go on with the paragraph, which costs the more the more room there was on the line before."""
        count = len(self.columns)
        against = 0.0 if here.begin >= 0 else 2.0 if before.stop else 0.5
        need = before.wide + here.head
        for state, edge in enumerate(self.edges):
            left = edge - need
            room = 0.0 if left < 0 else 1.0 if left <= 0.5 else min(9.0, 1.5 + 1.5 * left)
            later = 2 * count + state % count
            total = self.costs[state] + against + room
            if total < costs[later]:
                costs[later], came[later] = total, state


class Place(NamedTuple):
    """Where a line stands: whether it continues the paragraph before, and how wide its column is."""

    follows: bool
    column: float


def places(rows: Sequence[Row], kind: Type) -> list[Place]:
    """The place of each line; every line is a paragraph where no column could be measured."""
    if not rows or not kind.columns:
        return [Place(False, 0.0)] * len(rows)
    lines = [_see(row, kind.mark) for row in rows]
    reading = Reading(kind)
    reading.start()
    for before, here in pairwise(lines):
        reading.fit(before)
        reading.step(before, here)
    reading.fit(lines[-1])
    state = min(range(len(reading.costs)), key=reading.costs.__getitem__)
    count = len(kind.columns)
    found = [Place(False, 0.0)] * len(rows)
    for at in range(len(rows) - 1, -1, -1):
        found[at] = Place(state >= 2 * count, reading.columns[state % count])
        state = reading.back[at - 1][state] if at else state
    return found


def _see(row: Row, mark: float) -> Seen:
    s = row.s
    wide = width(s, mark)
    # Where marks are a full em wide, each can be squeezed by half.
    give = 0.5 * sum(c in CLOSING or c in OPENING for c in s) if mark == 1.0 else 0.25
    half = bool(_HALF_STOP.search(s))
    stop = bool(_STOP.search(s))
    closed = bool(_CLOSED.search(s))
    close = 0.0 if stop else 0.6 if half else 1.2 if closed else 12.0 if _GOES_ON.search(s) else -1.0
    ahead, behind = _unpaired(s)
    if behind and row.firm is None:
        close = 6.0 if close < 0 else close + 4.0
    return Seen(wide, give, width(first_unit(s), mark), _begin(row, ahead), close, stop or half or closed, row.firm)


def _unpaired(s: str) -> tuple[bool, bool]:
    """Whether a line closes a bracket that it does not open, and opens one that it does not close."""
    depth, ahead = 0, False
    for c in s:
        if c in "（〔［【《“":
            depth += 1
        elif c in "）〕］】》”":
            ahead = ahead or depth == 0
            depth = max(0, depth - 1)
    return ahead, depth > 0


def _begin(row: Row, ahead: bool) -> float:
    """What it costs that a paragraph begins with this line."""
    if row.firm:
        return 0.0
    if row.s[:1] in _NEVER_FIRST:
        return 20.0
    if ahead:
        return 5.0
    if number(row.s) or _HEAD.match(row.s):
        return -0.5
    return 0.5 if _RUN_IN.match(row.s) else 1.0
