"""Page turns that a text file shows as gaps of blank lines."""

from __future__ import annotations

from collections.abc import Iterator

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text
from builder.rules.any.line import GAP

_TURN = 4  # line ends: a gap of three blank lines


def turn(text: Text, facts: Facts) -> Iterator[Proposal]:
    """换页处的空行（三行以上），文字前后相接，原书页码另记。

    Leaves a mark `page` on the first character of the new page. In a yearbook with page numbers these tell the turns:
    a section begins below a gap, too.
    """
    if facts.data.record.kind == "yearbook" and any(mark.value for mark in facts.marks.get("page", ())):
        return
    for gap in GAP.finditer(text.s):
        if gap[0].count("\n") >= _TURN and gap.end() < len(text):
            yield Mark("page", gap.end(), gap.end() + 1)
            yield Edit(gap.start(), gap.end() - 1, "")
