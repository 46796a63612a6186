"""Corrections and withheld passages: data of `source_texts/corrections/<id>.toml`, applied to the raw text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from builder.engine.ledger import MASK
from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text, trimmed
from builder.language.labels import bare
from builder.records.corrections import Correction, Doubt

_INK = re.compile(r"\S")


class Unmatched(Exception):
    """A correction that does not fit its text; `record` is its table in the data file, `key` what is wrong with it."""

    def __init__(self, record: Correction | Doubt, key: str, **facts: object) -> None:
        super().__init__(key)
        self.record, self.key, self.facts = record, key, facts


class Tight(NamedTuple):
    """A text without its white space, and where each character of it stands in the text."""

    s: str
    at: list[int]


NOTHING = Tight("", [])


@lru_cache(maxsize=4)
def tight(s: str) -> Tight:
    """The text without white space: hard wraps and padding must not hide a passage.

    Three rules ask for it in a row, mostly of the same text.
    """
    return Tight("".join(s.split()), [found.start() for found in _INK.finditer(s)])


def find_all(within: str, pattern: str) -> list[int]:
    """All places of a pattern, overlapping ones too."""
    return [m.start() for m in re.finditer(f"(?={pattern})", within)]


def places(one: Correction | Doubt, text: Tight) -> list[tuple[int, int]]:
    """Where a correction or doubt stands: (start, end) of `find` in the tight text.

    Raises `Unmatched` when `near` does not stand there `times` times, or `find` not once in it.
    """
    near, find = bare(one.near), bare(one.find)
    if near.count(find) != 1 or not find:
        raise Unmatched(one, "unmatched/find", find=one.find, count=near.count(find))
    found, shift, times = find_all(text.s, re.escape(near)), near.index(find), one.times
    if len(found) < times and MASK in text.s:
        found = [at for at in beside_masks(text.s, near) if MASK not in text.s[at + shift : at + shift + len(find)]]
    if len(found) != times:
        raise Unmatched(one, "unmatched/near", near=one.near, count=len(found), times=times)
    return [(at + shift, at + shift + len(find)) for at in found]


def beside_masks(within: str, wanted: str) -> list[int]:
    """All places of `wanted` where any of its characters may be withheld: it was copied from the raw text."""
    return find_all(within, "".join(f"[{re.escape(one)}{MASK}]" for one in wanted))


def apply(text: Text, facts: Facts) -> Iterator[Proposal]:
    """据证据改正的误字、衍字、脱字，每处皆列理由（见校勘记）。

    Yields one edit per changed character group, never touching the white space inside a passage,
    and a mark `correction` whose value is the index of the correction in the data.
    """
    ink = tight(text.s) if facts.data.corrections.correction else NOTHING
    for index, one in enumerate(facts.data.corrections.correction):
        if one.withheld:
            continue
        for start, end in places(one, ink):
            yield from _edits(ink, start, end, one.put, index)


def _edits(ink: Tight, start: int, end: int, put: str, index: int) -> Iterator[Proposal]:
    first, last, new = trimmed(ink.s[start:end], Edit(start, end, put))
    old = ink.s[first:last]
    yield Mark("correction", ink.at[start], ink.at[end - 1] + 1, str(index))
    if not _split(ink, first, len(old)):
        here = ink.at[first] if old else ink.at[first - 1] + 1
        yield Edit(here, ink.at[first + len(old) - 1] + 1 if old else here, new)
        return
    for i in range(max(len(old), 1)):
        piece = new[i] if i < len(old) - 1 and i < len(new) else new[i:] if i == len(old) - 1 else ""
        yield Edit(ink.at[first + i], ink.at[first + i] + 1, piece)


def _split(ink: Tight, first: int, count: int) -> bool:
    """True when white space stands between the characters, which the edit must leave alone."""
    return count > 0 and ink.at[first + count - 1] - ink.at[first] != count - 1


def withhold(text: Text, facts: Facts) -> Iterator[Proposal]:
    """不宜公开的内容（如口令）在一切版本中以■代替，数目与原字数相同。

    The passage is found by what stands before and behind it and is repeated nowhere.
    """
    ink = tight(text.s) if facts.data.corrections.correction else NOTHING
    for index, one in enumerate(facts.data.corrections.correction):
        if not one.withheld:
            continue
        after, before = bare(one.after), bare(one.before)
        found = re.findall(f"(?={re.escape(after)}(.{{1,80}}?){re.escape(before)})", ink.s)
        if len(found) != 1:
            raise Unmatched(one, "unmatched/withheld", count=len(found))
        start = ink.s.index(after + found[0] + before) + len(after)
        yield Mark("correction", ink.at[start], ink.at[start + len(found[0]) - 1] + 1, str(index))
        for i in range(start, start + len(found[0])):
            yield Edit(ink.at[i], ink.at[i] + 1, MASK)


def doubts(text: Text, facts: Facts) -> Iterator[Proposal]:
    """存疑之处只加注，不改动。"""
    ink = tight(text.s) if facts.data.corrections.doubt else NOTHING
    for index, one in enumerate(facts.data.corrections.doubt):
        for start, end in places(one, ink):
            yield Mark("doubt", ink.at[start], ink.at[end - 1] + 1, str(index))
