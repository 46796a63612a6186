"""Bold that a typesetter faked by printing twice: a text layer holds each such character twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text
from builder.rules.pdf.lines import lines

# What shows that a line begins with a doubled run, and that its repetitions are none of the
# author's: a doubled bracket, number (11..) or full stop, or four and more characters twice.
_SIGN = re.compile(r"（（|\(\(|^\d{2,6} *\. *\.|。。")
_LONG = re.compile(r"([\u3400-\u9fff]{4,})\1")
_NUMBERED = re.compile(r"（（|\(\(|\d{2,6} *\. *\.")
_NO_RUN = set("…—─－-·.．_ ")


class Twice(NamedTuple):
    """Two equal pieces, one behind the other: `start:middle` and `middle:end`."""

    start: int
    middle: int
    end: int


def doubled(text: Text, facts: Facts) -> Iterator[Proposal]:
    """标题加粗由重复印两遍做成，文字层中每字两见，删去其重影。

    Runs at the head of a line only, before lines are joined: joined lines would show false pairs
    (金村/村). `22. 2021年`, `村村、`, `年年底` at the head of a line bear no sign of a run.
    A run that fills its line may go on at the head of the next. Leaves a mark `bold`.
    """
    begun = -1
    before = 0
    for line in lines(text):
        pairs = tiles(line.s)
        end = pairs[-1].end if pairs else 0
        if not (_is_run(line.s, pairs) or (begun >= 0 and _goes_on(line.s, pairs))):
            if begun >= 0:
                yield Mark("bold", begun, before)
                begun = -1
            continue
        if begun >= 0 and _NUMBERED.match(line.s):
            yield Mark("bold", begun, before)
            begun = -1
        begun = line.start if begun < 0 else begun
        before = line.start + end
        for pair in pairs:
            yield Edit(line.start + pair.middle, line.start + pair.end, "")
        if end < len(line.s.rstrip()) or line.s[end - 1] in "。：":
            yield Mark("bold", begun, before)
            begun = -1
    if begun >= 0:
        yield Mark("bold", begun, before)


def tiles(s: str) -> list[Twice]:
    """The pairs that cover the longest head of `s`; spaces between them are free."""
    come: dict[int, Twice | None] = {0: None}
    for at in range(len(s)):
        if at not in come:
            continue
        if s[at] == " ":
            come.setdefault(at + 1, Twice(at, at, at + 1))
        for size in range(1, (len(s) - at) // 2 + 1):
            if s[at] == s[at + size] and s.startswith(s[at : at + size], at + size):
                come.setdefault(at + 2 * size, Twice(at, at + size, at + 2 * size))
    found: list[Twice] = []
    step = come[max(come)]
    while step:
        if step.middle > step.start:
            found.append(step)
        step = come[step.start]
    return found[::-1]


def _is_run(s: str, pairs: list[Twice]) -> bool:
    if not pairs:
        return False
    run = s[: pairs[-1].end]
    if len(pairs) == 1 and not _LONG.match(run) or set(run) <= _NO_RUN:
        return False
    return bool(_SIGN.search(run) or _LONG.match(run))


def _goes_on(s: str, pairs: list[Twice]) -> bool:
    """A second line of a run: all of it, or up to its full stop; `年年底前` goes on no run."""
    if not pairs:
        return False
    end = pairs[-1].end
    return end == len(s.rstrip()) or s[:end].endswith(("。。", "：："))
