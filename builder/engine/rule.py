"""Rules that only propose, and permits that bound what they may do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.engine.text import Edit, Move, Text
from builder.records.volume import VolumeData


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

    data: VolumeData = field(default_factory=VolumeData)
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


def deletes(pattern: str) -> Permit:
    """May only delete text that matches `pattern` as a whole."""
    allowed = re.compile(pattern)
    return lambda s, edit: not edit.new and allowed.fullmatch(s, edit.start, edit.end) is not None


def swaps(table: Mapping[str, str]) -> Permit:
    """May only put `table[x]` in the place of the character `x`."""
    return lambda s, edit: [table.get(c) for c in s[edit.start : edit.end]] == [*edit.new]


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


def nothing(_s: str, _edit: Edit) -> bool:
    """May change nothing: it only leaves marks."""
    return False


def moves(_s: str, _edit: Edit) -> bool:
    """May change nothing, only put text elsewhere."""
    return False


def anything(_s: str, _edit: Edit) -> bool:
    """May do whatever its data says: for corrections, which are read one by one."""
    return True
