"""Rules that only propose, permits that bound them, and the one engine that changes text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

from builder.text import Edit, Move, Text, apply_edits, apply_moves, trimmed


class Mark(NamedTuple):
    """A fact that a rule saw before it removed its sign: a page turn, a bold run, a heading mark."""

    kind: str
    start: int
    end: int
    value: str = ""


Proposal = Edit | Move | Mark


@dataclass
class Facts:
    """What rules know beside the text: the volume's own data, and the marks left so far.

    `data` holds what stands in `source_texts/` for the volume (corrections, layout, names);
    `marks[kind]` is a list of marks in raw offsets, in the order of the raw file.
    """

    data: Mapping[str, Any] = field(default_factory=dict)
    marks: dict[str, list[Mark]] = field(default_factory=dict)

    def marked(self, kind: str, start: int, end: int) -> list[Mark]:
        """The marks of one kind that touch the raw offsets `start:end`."""
        return [m for m in self.marks.get(kind, []) if m.start < end and m.end > start]


Permit = Callable[[str, Edit], bool]
Propose = Callable[[Text, Facts], Iterable[Proposal]]


@dataclass(frozen=True)
class Rule:
    """A named function that proposes, with the bounds of what it may do.

    `reason` is the first sentence of the function's docstring (Chinese: readers see it);
    `moves` says whether it may put text elsewhere.
    """

    name: str
    reason: str
    propose: Propose
    permit: Permit
    moves: bool = False


class Broken(Exception):
    """A promise of our own is broken: a rule overstepped its permit, or a sum does not balance."""


def rule(name: str, propose: Propose, permit: Permit, *, moves: bool = False) -> Rule:
    """A `Rule` whose reason is the first paragraph of `propose`'s docstring."""
    reason = " ".join((propose.__doc__ or "").strip().split("\n\n")[0].split())
    return Rule(name, reason, propose, permit, moves)


# ---- permits ------------------------------------------------------------------------------------


def deletes(pattern: str) -> Permit:
    """May only delete text that matches `pattern` as a whole."""
    allowed = re.compile(pattern)
    return lambda s, edit: not edit.new and allowed.fullmatch(s, edit.start, edit.end) is not None


def swaps(table: Mapping[str, str]) -> Permit:
    """May only put `table[x]` in the place of the character `x`."""
    return lambda s, edit: [table.get(c) for c in s[edit.start : edit.end]] == [*edit.new]


def adds(pattern: str) -> Permit:
    """May only add text that matches `pattern` as a whole, and delete nothing."""
    allowed = re.compile(pattern)
    return lambda s, edit: edit.start == edit.end and allowed.fullmatch(edit.new) is not None


def copies(s: str, edit: Edit) -> bool:
    """May only delete the copy of what stays directly in front of it or behind it."""
    gone = "".join(s[edit.start : edit.end].split())
    reach = 2 * (edit.end - edit.start) + 8
    before = "".join(s[max(0, edit.start - reach) : edit.start].split())
    behind = "".join(s[edit.end : edit.end + reach].split())
    return not edit.new and bool(gone) and (before.endswith(gone) or behind.startswith(gone))


def either(*permits: Permit) -> Permit:
    """May do what one of `permits` allows."""
    return lambda s, edit: any(permit(s, edit) for permit in permits)


def anything(_s: str, _edit: Edit) -> bool:
    """May do whatever its data says: for corrections, which are read one by one."""
    return True


# ---- the ledger ---------------------------------------------------------------------------------


class Row(NamedTuple):
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


def row_of(name: str, piece: Text, new: str = "", place: tuple[int, int] | None = None) -> Row:
    """The row of an edit that puts `new` in the place of `piece` (raw span `place`, its own if None)."""
    start, end = place or _raw_span(piece, 0, len(piece))
    if min(piece.at, default=-1) >= 0:
        return Row(name, start, end, piece.at, piece.s, new)
    gone = array("l", [at for at in piece.at if at >= 0])
    undone = "".join(c for c, at in zip(piece.s, piece.at, strict=True) if at < 0)
    return Row(name, start, end, gone, piece.s, new, -1, undone)


class Ledger:
    """Every edit of one volume, in the order in which they were carried out."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.rows: list[Row] = []
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", raw))]

    def line(self, offset: int) -> int:
        """1-based line of the raw file on which a raw offset stands."""
        return bisect_right(self._line_starts, offset)

    def line_start(self, line: int) -> int:
        """Raw offset at which a 1-based line begins."""
        return self._line_starts[line - 1]

    def lines(self, row: Row) -> tuple[int, int]:
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


def _raw_span(text: Text, start: int, end: int) -> tuple[int, int]:
    """The raw offsets that the characters `start:end` cover; an empty span for an insertion."""
    if end - start == 1 and (at := text.at[start]) >= 0:
        return at, at + 1
    here = [at for at in text.at[start:end] if at >= 0]
    if here:
        return min(here), max(here) + 1
    place = text.at[start] if start < len(text) else (text.at[-1] + 1 if len(text) else 0)
    place = place if place >= 0 else ~place
    return place, place


def run_rule(text: Text, one: Rule, facts: Facts, ledger: Ledger) -> Text:
    """The text after one rule; what it did is in `ledger`, what it saw in `facts.marks`.

    Raises `Broken` where the rule proposes what its permit forbids, or edits that overlap.
    """
    edits: list[Edit] = []
    moves: list[Move] = []
    for proposal in one.propose(text, facts):
        if isinstance(proposal, Mark):
            _leave(text, proposal, facts)
        elif isinstance(proposal, Move):
            moves.append(proposal)
        else:
            edits.append(proposal)
    return carry_out(text, one, edits, moves, ledger)


def carry_out(text: Text, one: Rule, edits: Iterable[Edit], moves: list[Move], ledger: Ledger) -> Text:
    """The text after the given edits and moves of a rule (see `run_rule`)."""
    edits = list(edits)
    if moves:
        if edits:
            raise Broken(f"{one.name}: proposes moves and edits at once; make it two rules")
        if not one.moves:
            raise Broken(f"{one.name}: proposes to move text, which its permit forbids")
        ledger.rows.extend(_moved(text, one, moves))
        return apply_moves(text, moves)
    kept = [part for edit in _permitted(text, one, edits) for part in _even(text, edit)]
    ledger.rows.extend(_rows(text, one, kept))
    return apply_edits(text, kept)


def _permitted(text: Text, one: Rule, edits: Iterable[Edit]) -> Iterator[Edit]:
    end = 0
    for proposed in sorted(edits):
        edit = trimmed(text.s[proposed.start : proposed.end], proposed) if proposed.new else proposed
        if edit.start == edit.end and not edit.new:
            continue
        if edit.start < end:
            raise Broken(f"{one.name}: proposes edits that overlap at {text.s[edit.start : edit.end]!r}")
        if not one.permit(text.s, edit):
            old = text.s[edit.start : edit.end]
            raise Broken(f"{one.name}: proposes {old!r} -> {edit.new!r}, which its permit forbids")
        end = edit.end
        yield edit


def _even(text: Text, edit: Edit) -> Iterable[Edit]:
    """The edit as it is; one per character where an equal-length one covers added characters too.

    Such a character has no raw offset to keep, its neighbour has one.
    """
    size = edit.end - edit.start
    if size < 2 or size != len(edit.new) or min(text.at[edit.start : edit.end]) >= 0:
        return (edit,)
    return [Edit(edit.start + i, edit.start + i + 1, c) for i, c in enumerate(edit.new)]


def _rows(text: Text, one: Rule, edits: list[Edit]) -> Iterator[Row]:
    for edit in edits:
        place = _raw_span(text, edit.start, edit.end)
        yield row_of(one.name, text[edit.start : edit.end], edit.new, place)


def _moved(text: Text, one: Rule, moves: list[Move]) -> Iterator[Row]:
    for move in moves:
        start, end = _raw_span(text, move.start, move.end)
        to, _ = _raw_span(text, move.to, min(move.to + 1, len(text)))
        old = text.s[move.start : move.end]
        yield Row(one.name, start, end, array("l"), old, old, to)


def _leave(text: Text, mark: Mark, facts: Facts) -> None:
    start, end = _raw_span(text, mark.start, mark.end)
    facts.marks.setdefault(mark.kind, []).append(Mark(mark.kind, start, end, mark.value))


def run_rules(text: Text, rules: Iterable[Rule], facts: Facts, ledger: Ledger) -> Text:
    """The text after all rules, one after the other."""
    for one in rules:
        text = run_rule(text, one, facts, ledger)
    return text


# ---- the inside proof ---------------------------------------------------------------------------


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


def _enter(row: Row, gone: bytearray, put: dict[int, str], added: Counter[str]) -> None:
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
