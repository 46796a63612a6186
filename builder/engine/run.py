"""The one engine: the only hand that changes text. It asks a rule, holds it to its permit, writes the ledger."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from builder.engine.ledger import Ledger, LedgerRow, row_of
from builder.engine.rule import Broken, Facts, Mark, Rule
from builder.engine.text import Edit, Move, Text, apply_edits, apply_moves, raw_span, trimmed


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


def _rows(text: Text, one: Rule, edits: list[Edit]) -> Iterator[LedgerRow]:
    for edit in edits:
        place = raw_span(text, edit.start, edit.end)
        yield row_of(one.name, text[edit.start : edit.end], edit.new, place)


def _moved(text: Text, one: Rule, moves: list[Move]) -> Iterator[LedgerRow]:
    for move in moves:
        start, end = raw_span(text, move.start, move.end)
        to, _ = raw_span(text, move.to, min(move.to + 1, len(text)))
        old = text.s[move.start : move.end]
        yield LedgerRow(one.name, start, end, array("l"), old, old, to)


def _leave(text: Text, mark: Mark, facts: Facts) -> None:
    start, end = raw_span(text, mark.start, mark.end)
    facts.marks.setdefault(mark.kind, []).append(Mark(mark.kind, start, end, mark.value))


def run_rules(text: Text, rules: Iterable[Rule], facts: Facts, ledger: Ledger) -> Text:
    """The text after all rules, one after the other."""
    for one in rules:
        text = run_rule(text, one, facts, ledger)
    return text
