"""Blank lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text

# So many of the places between lines, and that many of them at least.
_NEARLY, _FEWEST = 0.8, 8
GAP = re.compile(r"\n(?:[ \t\u00a0\u3000]*\n)+")


def blank(text: Text, facts: Facts) -> Iterator[Proposal]:
    """段落之间的空行。

    Leaves a mark `gap` on what follows, where it is wider than the gap between nearly all lines of a typist.
    """
    gaps = list(GAP.finditer(text.s))
    usual = _usual(text.s, gaps) if facts.data.record.texture == "plain-text" else 0
    for gap in gaps:
        if gap[0].count("\n") > usual:
            yield Mark("gap", gap.end() - 1, gap.end())
        yield Edit(gap.start(), gap.end() - 1, "")


def _usual(s: str, gaps: list[re.Match[str]]) -> int:
    """The line ends of the gap that stands between nearly all lines; 0 where most lines follow each other."""
    lines = sum(1 for line in s.split("\n") if line.strip())
    if len(gaps) < max(_FEWEST, _NEARLY * (lines - 1)):
        return 0
    return Counter(gap[0].count("\n") for gap in gaps).most_common(1)[0][0]
