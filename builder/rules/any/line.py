"""Blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text

GAP = re.compile(r"\n(?:[ \t\u00a0\u3000]*\n)+")


def blank(text: Text, facts: Facts) -> Iterator[Proposal]:
    """段落之间的空行。

    Leaves a mark `gap` on what follows.
    """
    for gap in GAP.finditer(text.s):
        yield Mark("gap", gap.end() - 1, gap.end())
        yield Edit(gap.start(), gap.end() - 1, "")
