"""Contents of recognised text: a title with its page on one line."""

from __future__ import annotations

from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text
from builder.rules.ocr.lines import LEADER, blocks, headings


def contents(text: Text, facts: Facts) -> Iterator[Proposal]:
    """目录中一个题名占两行或页码另起一行的，连成一行；题名与页码之间留一空格。"""
    heads = headings(facts)
    for start, gap, end in blocks(text):
        before, behind = text.s[start : gap.start()], text.s[gap.end() : end]
        if LEADER.search(behind) and not LEADER.search(before) and text.at[start] not in heads:
            spaced = LEADER.match(behind.strip()) is not None
            if spaced:
                yield Edit(gap.start(), gap.start() + 1, " ")
            yield Edit(gap.start() + spaced, gap.end(), "")
