"""Entries that follow each other within one line: where the next one begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from builder.language.labels import SIGNS
from builder.readers.entry_head import WORDS, Habits

# Nearly all labels: what stands otherwise belongs to a sentence.
_MOST = 0.8


def pieces(line: str, habit: Habits) -> Iterator[tuple[int, int]]:
    """The entries that stand in one line, as (start, end): the line itself where entries do not run together."""
    inside = _cuts(line, habit) if habit.run else sign_cuts(line) if habit.inline else []
    cuts = [0, *inside, len(line)]
    yield from pairwise(cuts)


_STOP = re.compile(r"(?<=[。！？；”）])[ \u00a0\u3000]*")
_WIDE = re.compile(r"(?<=[。！？；”）])[ \u00a0\u3000]{2,}")


def _cuts(line: str, habit: Habits) -> list[int]:
    found = []
    for stop in _STOP.finditer(line):
        if 0 < stop.end() < len(line) and (stop[0] or not habit.apart):
            lead = habit.lead(line[stop.end() :])
            if (lead.label and not lead.close) or lead.mark in WORDS or lead.mark in SIGNS:
                found.append(stop.end())
    return found


_SIGN = re.compile(rf"(?<=[。！？；”）])[ \u00a0\u3000]*(?=[{''.join(SIGNS)}])")


def sign_cuts(line: str) -> list[int]:
    """Where a sign opens a further entry behind a full stop in one line."""
    return [found.end() for found in _SIGN.finditer(line)]


def run(lines: Sequence[str], wide: Habits) -> bool:
    """True where most labels stand inside of lines, behind a full stop."""
    inside = heads = gaps = 0
    for line in lines:
        lead = wide.lead(line)
        heads += bool(lead.label)
        for cut in _cuts(line, wide):
            inside += 1
            gaps += bool(_WIDE.search(line[max(0, cut - 4) : cut]))
    return inside >= 3 and (inside >= 2 * heads or gaps >= 3 and gaps * 5 >= inside * 4)


def apart(lines: Sequence[str], wide: Habits) -> bool:
    """True where nearly all labels inside of lines stand behind a gap: 翌日 without one goes on with its sentence."""
    cuts = [line[cut - 1].isspace() for line in lines for cut in _cuts(line, wide)]
    return sum(cuts) >= _MOST * len(cuts)
