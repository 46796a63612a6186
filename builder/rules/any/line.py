"""Blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text

GAP = re.compile(r"\n(?:[ \t\u00a0\u3000]*\n)+")


def blank(text: Text, facts: Facts) -> Iterator[Proposal]:
    """段落之间的空行。"""
    for gap in GAP.finditer(text.s):
        yield Edit(gap.start(), gap.end() - 1, "")
