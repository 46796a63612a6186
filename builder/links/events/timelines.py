"""Numbered series as lines of time, and what comes back each year: by the patterns of `names.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from builder.language.numbering import cn_value
from builder.language.sorting import Slugs, slug
from builder.links.corpus import Unit
from builder.model.linkage import Recurring, Series, Step


def find_series(units: Sequence[Unit], patterns: Mapping[str, str]) -> list[Series]:
    """One `Series` per pattern that is met, in the order of the patterns."""
    slugs, found = Slugs(), list[Series]()
    for name, pattern in patterns.items():
        steps = _steps(units, re.compile(pattern))
        if len({s.number for s in steps}) > 1:
            for count, run in enumerate(_runs(steps), 1):
                title = name if count == 1 else f"{name}（{count}）"
                found.append(Series(slugs.take(slug(title)), title, run, gaps([s.number for s in run])))
    return found


def _steps(units: Sequence[Unit], pattern: re.Pattern[str]) -> list[Step]:
    steps: list[Step] = []
    for unit in units:
        if unit.entry is None:
            continue
        for found in pattern.finditer(unit.reading):
            number = next((g for g in found.groups() if g), None)
            if number:
                step = Step(value(number), unit.id, unit.date)
                if step not in steps[-4:]:
                    steps.append(step)
    return sorted(steps, key=lambda s: (s.date or s.owner.rsplit("/", 1)[1][:7] + "-99", s.number, s.owner))


def value(number: str) -> int:
    """The value of a number in digits or in Chinese."""
    plain = "".join(number.split())
    return int(plain) if plain.isdigit() else cn_value(plain)


def _runs(steps: list[Step]) -> list[list[Step]]:
    """A new term of office counts from 1 again: where the numbers fall by more than half, a new run begins."""
    runs: list[list[Step]] = []
    highest = 0
    for step in steps:
        if not runs or (step.number * 2 < highest and highest - step.number > 5):
            runs.append([])
            highest = 0
        runs[-1].append(step)
        highest = max(highest, step.number)
    return runs


def gaps(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The numbers between the first and the last that are missing, as (first, last)."""
    known = sorted(set(numbers))
    return [(a + 1, b - 1) for a, b in pairwise(known) if b - a > 1]


def find_yearly(units: Sequence[Unit], patterns: Mapping[str, str]) -> list[Recurring]:
    """Events of the city's chronicles that match a pattern in at least two years."""
    slugs, found = Slugs(), list[Recurring]()
    for name, pattern in patterns.items():
        regex = re.compile(pattern)
        met = [(u.year, u.id) for u in units if u.entry and u.city and regex.search(u.reading)]
        if len({year for year, _ in met}) > 1:
            found.append(Recurring(slugs.take(slug(name)), name, sorted(met)))
    return found
