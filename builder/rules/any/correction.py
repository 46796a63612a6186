"""Corrections and withheld passages: data of `source_texts/corrections/<id>.toml`, applied to the raw text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text

MASK = "■"
_INK = re.compile(r"\S")


class Unmatched(Exception):
    """A correction that does not fit its text; `record` is its table in the data file."""

    def __init__(self, record: Mapping[str, Any], problem: str) -> None:
        super().__init__(problem)
        self.record = record
        self.problem = problem


class Tight(NamedTuple):
    """A text without its white space, and where each character of it stands in the text."""

    s: str
    at: list[int]


@lru_cache(maxsize=4)
def tight(s: str) -> Tight:
    """The text without white space: hard wraps and padding must not hide a passage.

    Three rules ask for it in a row, mostly of the same text.
    """
    return Tight("".join(s.split()), [found.start() for found in _INK.finditer(s)])


def squeezed(s: str) -> str:
    """A string without its white space."""
    return "".join(s.split())


def find_all(within: str, wanted: str) -> list[int]:
    """All places of `wanted`, overlapping ones too."""
    return [m.start() for m in re.finditer(f"(?={re.escape(wanted)})", within)]


def places(one: Mapping[str, Any], text: Tight) -> list[tuple[int, int]]:
    """Where a correction or doubt stands: (start, end) of `find` in the tight text.

    Raises `Unmatched` when `near` does not stand there `times` times, or `find` not once in it.
    """
    near, find = squeezed(one["near"]), squeezed(one["find"])
    if near.count(find) != 1 or not find:
        raise Unmatched(one, f"“{one['find']}” stands {near.count(find)} times in near, not once")
    found, times = find_all(text.s, near), int(one.get("times", 1))
    if len(found) != times:
        raise Unmatched(one, f"“{one['near']}” stands {len(found)} times in the text, not {times}")
    shift = near.index(find)
    return [(at + shift, at + shift + len(find)) for at in found]


def apply(text: Text, facts: Facts) -> Iterator[Proposal]:
    """据证据改正的误字、衍字、脱字，每处皆列理由（见校勘记）。

    Yields one edit per changed character group, never touching the white space inside a passage,
    and a mark `correction` whose value is the index of the correction in the data.
    """
    bare = tight(text.s)
    for index, one in enumerate(facts.data.get("corrections", {}).get("correction", [])):
        if one.get("withheld"):
            continue
        for start, end in places(one, bare):
            yield from _edits(bare, start, end, str(one["put"]), index)


def _edits(bare: Tight, start: int, end: int, put: str, index: int) -> Iterator[Proposal]:
    old, head, tail = bare.s[start:end], 0, 0
    while head < min(len(old), len(put)) and old[head] == put[head]:
        head += 1
    while tail < min(len(old), len(put)) - head and old[-1 - tail] == put[-1 - tail]:
        tail += 1
    old, new = old[head : len(old) - tail], put[head : len(put) - tail]
    first = start + head
    yield Mark("correction", bare.at[start], bare.at[end - 1] + 1, str(index))
    if len(old) == len(new) or not _split(bare, first, len(old)):
        here = bare.at[first] if old else bare.at[first - 1] + 1
        stop = bare.at[first + len(old) - 1] + 1 if old else here
        if not _split(bare, first, len(old)):
            yield Edit(here, stop, new)
            return
    for i in range(max(len(old), 1)):
        piece = new[i] if i < len(old) - 1 and i < len(new) else new[i:] if i == len(old) - 1 else ""
        yield Edit(bare.at[first + i], bare.at[first + i] + 1, piece)


def _split(bare: Tight, first: int, count: int) -> bool:
    """True when white space stands between the characters, which the edit must leave alone."""
    return count > 0 and bare.at[first + count - 1] - bare.at[first] != count - 1


def withhold(text: Text, facts: Facts) -> Iterator[Proposal]:
    """不宜公开的内容（如口令）在一切版本中以■代替，数目与原字数相同。

    The passage is found by what stands before and behind it and is repeated nowhere.
    """
    bare = tight(text.s)
    for index, one in enumerate(facts.data.get("corrections", {}).get("correction", [])):
        if not one.get("withheld"):
            continue
        after, before = squeezed(one["after"]), squeezed(one["before"])
        found = re.findall(f"(?={re.escape(after)}(.{{1,80}}?){re.escape(before)})", bare.s)
        if len(found) != 1:
            raise Unmatched(one, f"the surroundings of a withheld text stand {len(found)} times, not once")
        start = bare.s.index(after + found[0] + before) + len(after)
        yield Mark("correction", bare.at[start], bare.at[start + len(found[0]) - 1] + 1, str(index))
        for i in range(start, start + len(found[0])):
            yield Edit(bare.at[i], bare.at[i] + 1, MASK)


def doubts(text: Text, facts: Facts) -> Iterator[Proposal]:
    """存疑之处只加注，不改动。"""
    bare = tight(text.s)
    for index, one in enumerate(facts.data.get("corrections", {}).get("doubt", [])):
        for start, end in places(one, bare):
            yield Mark("doubt", bare.at[start], bare.at[end - 1] + 1, str(index))
