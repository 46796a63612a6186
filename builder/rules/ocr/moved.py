"""Text that recognition displaced: tails of transmittals, name lists in two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Move, Text
from builder.language.numbering import number

_TAIL = re.compile(r"^各[^\n。;；:：]{4,90}[:：] ?([^\n:：]{2,24}。)[ \t]*\n\s*\n([^\n]+)", re.MULTILINE)
_PERSON = r"(?:[\u4e00-\u9fff ]{2,6}[:：] ?)?(?:[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff] [\u4e00-\u9fff])"
_OFFICE = r"[^\t\n。]{2,}"
_PAIR_ROW = re.compile(rf"(?:{_PERSON}\t{_OFFICE}|\t)(\t{_PERSON}\t{_OFFICE}|\t\t?)")


def tail(text: Text, facts: Facts) -> Iterator[Proposal]:
    """印发语的末尾误排在主送机关行末的，移回印发语之后。

    The sentence behind the colon belongs to the paragraph below, which has no end of its own and is
    no heading; a paragraph whose last sentence bears a colon (电话：…) has others in front of it.
    """
    for found in _TAIL.finditer(text.s):
        below = found[2].rstrip()
        if below and below[-1] not in "。！？：:；" and number(below) is None:
            yield Move(found.start(1), found.end(1), found.start(2) + len(below))


def columns(text: Text, facts: Facts) -> Iterator[Proposal]:
    """排成左右两栏的名单，右栏移到左栏之后。

    Rows of two people each: role and name, office, name, office; reading row by row would give the
    people of the right column to the roles of the left one.
    """
    run: list[tuple[int, int]] = []
    start = 0
    for line in [*text.s.split("\n"), ""]:
        found = _PAIR_ROW.fullmatch(line)
        if found:
            run.append((start + found.start(1), start + len(line)))
        else:
            if len(run) >= 3:
                yield from (Move(a, b, run[-1][1]) for a, b in run)
            run = []
        start += len(line) + 1
