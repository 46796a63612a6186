"""What layout data puts right: text out of its place, spaces that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text
from builder.rules.pdf.lines import lines, whole


def placed(text: Text, facts: Facts) -> Iterator[Proposal]:
    """文字层中错位的文字，据版面数据移回原处，每处皆列理由。

    Data: `[[move]]` of layout/<id>.toml, raw lines found as marks `layout.move` and `layout.to`.
    """
    where = {line.raw: line.start for line in lines(text)}
    goals = {m.value: m for m in facts.marks.get("layout.to", [])}
    for mark in facts.marks.get("layout.move", []):
        inside = [line for line in lines(text) if mark.start <= line.raw < mark.end]
        goal = goals.get(mark.value)
        to = next((at for raw, at in sorted(where.items()) if goal and raw >= goal.start), None)
        if inside and to is not None:
            yield from whole(text, inside[0].start, inside[-1].end, to)


def closed(text: Text, facts: Facts) -> Iterator[Proposal]:
    """文字层中多出的空格，据版面数据合拢，每处皆列理由。

    Data: `[[close]]` of layout/<id>.toml names the line and the characters with the space (`find`).
    """
    yield from (Edit(start, end, "") for start, end in _gaps(text, facts, "close"))


def broken(text: Text, facts: Facts) -> Iterator[Proposal]:
    """粘在上一段末尾的标题，据版面数据另起一行，每处皆列理由。

    Data: `[[break]]` of layout/<id>.toml, in the form of `[[close]]`.
    """
    yield from (Edit(start, end, "\n") for start, end in _gaps(text, facts, "break"))


def _gaps(text: Text, facts: Facts, kind: str) -> Iterator[tuple[int, int]]:
    layout = facts.data.layout
    gaps = layout.close if kind == "close" else layout.break_
    for mark in facts.marks.get(f"layout.{kind}", []):
        find = gaps[int(mark.value)].find
        for line in lines(text):
            at = line.s.find(find) if mark.start <= line.raw < mark.end else -1
            for gap in re.finditer(" +", find) if at >= 0 else ():
                yield line.start + at + gap.start(), line.start + at + gap.end()
