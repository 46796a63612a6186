"""Which lines of a column belong together: the cheapest reading of the whole text.

Each line is the first of a paragraph (indented), a first line without indent, or a later one. A
line that another follows in its paragraph must be full: the head of the next one did not fit.
What speaks for an end of a paragraph (short line, full stop, a number behind it) and for a
continuation (full line, comma) is weighed over the whole text at once (Viterbi): neither
`ends in 。` nor `is short` alone tells a paragraph's end.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from builder.language.numbering import number
from builder.rules.pdf.measure import CLOSING, INDENT, OPENING, Type, first_unit, rarity, width

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


class Candidate(NamedTuple):
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


class Cheapest:
    """The search: for each role and column the cheapest cost of the lines so far, and whence it came.

    A state is a role (first, flush, later) and a column: number `role * columns + k`. Plain lists of
    numbers, and their ways back in arrays, because this is the inner loop of the whole texture.
    """

    def __init__(self, kind: Type) -> None:
        self.columns = [edge for edge, _ in kind.columns]
        self.count = len(self.columns)
        self.rare = [rarity(share) for _, share in kind.columns]
        self.narrowest = min(self.columns) - INDENT
        self.costs: list[float] = []
        self.back: list[array[int]] = []

    def start(self) -> None:
        """Before the first line: every way to begin a paragraph."""
        flush = [rare + _FLUSH for rare in self.rare]
        self.costs = [*self.rare, *flush, *[_NEVER] * self.count]

    def fit(self, seen: Seen) -> None:
        """Add what it costs that a line is wider than its column: little where marks can be squeezed."""
        if seen.wide <= self.narrowest + 0.25:
            return
        costs, count = self.costs, self.count
        for k, edge in enumerate(self.columns):
            over = seen.wide - edge
            costs[k] += _strain(over + INDENT, seen.give)
            more = _strain(over, seen.give)
            costs[count + k] += more
            costs[2 * count + k] += more

    def step(self, before: Seen, here: Seen) -> None:
        """Go on from line `before`, whose fit is counted already, to line `here`."""
        count = self.count
        costs, came = [_NEVER] * (3 * count), array("H", bytes(6 * count))
        if here.firm is not False:
            self._begin(before, here, costs, came)
        if here.firm is not True:
            self._join(before, here, costs, came)
        self.costs = costs
        self.back.append(came)

    def _begin(self, before: Seen, here: Seen, costs: list[float], came: array[int]) -> None:
        """End a paragraph and begin another; to change the column costs, and so does a lost indent."""
        ends = self._ends(before)
        best, whence = min(ends)
        for k, (stay, state) in enumerate(ends):
            change = best + self.rare[k]
            # Where nothing tells when a column ends (short last lines of a box), it ends late.
            costs[k] = min(stay, change) + here.begin
            costs[self.count + k] = costs[k] + _FLUSH
            came[k] = came[self.count + k] = whence if change <= stay + _TIE else state

    def _ends(self, seen: Seen) -> list[tuple[float, int]]:
        """For each column the cheapest way in which a paragraph ends with a line, and its state.

        A line without sentence end ends a paragraph rarely, and least where it is full.
        """
        old, count = self.costs, self.count
        found: list[tuple[float, int]] = []
        for k, edge in enumerate(self.columns):
            first = flush = later = seen.close
            if first < 0:
                first, flush = _open(seen.wide, edge - INDENT, 1.5), _open(seen.wide, edge, 1.5)
                later = _open(seen.wide, edge, 2.5)
            one, two, three = old[k] + first, old[count + k] + flush, old[2 * count + k] + later
            if one <= two and one <= three:
                found.append((one, k))
            else:
                found.append((two, count + k) if two <= three else (three, 2 * count + k))
        return found

    def _join(self, before: Seen, here: Seen, costs: list[float], came: array[int]) -> None:
        """Go on with the paragraph, which costs the more the more room there was on the line before."""
        old, count = self.costs, self.count
        against = 0.0 if here.begin >= 0 else 2.0 if before.stop else 0.5
        need = before.wide + here.head
        for k, edge in enumerate(self.columns):
            first = old[k] + against + _room(edge - INDENT - need)
            room = against + _room(edge - need)
            flush, later = old[count + k] + room, old[2 * count + k] + room
            if first <= flush and first <= later:
                costs[2 * count + k], came[2 * count + k] = first, k
            else:
                costs[2 * count + k] = min(flush, later)
                came[2 * count + k] = count + k if flush <= later else 2 * count + k


def _strain(over: float, give: float) -> float:
    """The cost of `over` em too many on a line whose marks give way by `give`."""
    if over <= 0.25:
        return 0.0
    return 0.3 * over if over <= give else 0.3 * give + 3.0 * (over - give)


def _open(wide: float, edge: float, short: float) -> float:
    """The cost of a paragraph's end without a sentence's end, on a line of this width."""
    if wide > edge - 1.0:
        return 8.0
    return 5.0 if wide > 0.85 * edge else short


def _room(left: float) -> float:
    """The cost of going on though `left` em were free for what follows."""
    return 0.0 if left < 0 else 1.0 if left <= 0.5 else min(9.0, 1.5 + 1.5 * left)


class Position(NamedTuple):
    """Where a line stands: whether it continues the paragraph before, and how wide its column is."""

    follows: bool
    column: float


def places(rows: Sequence[Candidate], kind: Type) -> list[Position]:
    """The place of each line; every line is a paragraph where no column could be measured."""
    if not rows or not kind.columns:
        return [Position(False, 0.0)] * len(rows)
    lines = [_see(row, kind.mark) for row in rows]
    reading = Cheapest(kind)
    reading.start()
    for before, here in pairwise(lines):
        reading.fit(before)
        reading.step(before, here)
    reading.fit(lines[-1])
    state = min(range(len(reading.costs)), key=reading.costs.__getitem__)
    count = len(kind.columns)
    found = [Position(False, 0.0)] * len(rows)
    for at in range(len(rows) - 1, -1, -1):
        found[at] = Position(state >= 2 * count, reading.columns[state % count])
        state = reading.back[at - 1][state] if at else state
    return found


def _see(row: Candidate, mark: float) -> Seen:
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


def _begin(row: Candidate, ahead: bool) -> float:
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
