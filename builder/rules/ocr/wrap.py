"""Joins of recognised text: hard breaks inside a paragraph, and paragraphs cut by columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text
from builder.language.numbering import DATE
from builder.rules.ocr.lines import (
    GAP,
    PERSON,
    begins,
    blocks,
    column_width,
    complete,
    fills,
    headings,
    unclosed,
    width,
)

_HARD = re.compile(r"[ \u00a0]{2,}\n[ \u00a0\u3000]*(?=[^\s#])")
# A line that fills less than this part of its column is no cut paragraph; the column of a gazette
# whose width is not known is taken to be this wide, in em.
_LEAST = 0.8
_COLUMN = 21.0


def hard(text: Text, facts: Facts) -> Iterator[Proposal]:
    """识别程序在行末以两个空格表示的折行，连成一行。

    A new person of a list and the date under a signature are lines of their own. A line between
    two such breaks is as wide as the column: a mark `column` keeps its width.
    """
    last = -1
    for found in _HARD.finditer(text.s):
        before = text.s[text.s.rfind("\n", 0, found.start()) + 1 : found.start()]
        behind = text.s[found.end() : (text.s + "\n").find("\n", found.end())].strip()
        if DATE.fullmatch(behind) or PERSON.fullmatch(behind) or not before.strip() or "\t" in before:
            yield Mark("break", found.end(), found.end() + 1)
            last = -1
        else:
            yield Edit(found.start(), found.end(), "")
            if text.s.rfind("\n", 0, found.start()) == last:
                yield Mark("column", found.start(), found.end(), str(width(before)))
            last = found.end() - 1


def join(text: Text, facts: Facts) -> Iterator[Proposal]:
    """换栏、换页处断开的段落，前后相接，不加字。

    A piece is joined to the next where it is no whole sentence, note, heading, name or form line,
    where the next begins nothing, and where a short piece fills its line (致…的慰问信 does not).
    """
    heads = headings(facts)
    column = column_width(facts)
    least = _LEAST * (column or _COLUMN)
    chain: int | None = None
    for start, gap, end in blocks(text):
        line_start = text.s.rfind("\n", start, gap.start()) + 1 or start
        line_start = chain if chain is not None and line_start == start else line_start
        last = GAP.sub("", text.s[line_start : gap.start()]).strip()
        titled = text.at[line_start] in heads and not re.search(r"[,，。]", last)
        joins = (
            not titled
            and text.at[gap.end()] not in heads
            and not complete(last)
            and not begins(text.s[gap.end() : end].split("\n")[0])
            and (unclosed(last) or (width(last) >= least and fills(last, column)))
        )
        if joins:
            yield Edit(gap.start(), gap.end(), "")
        chain = line_start if joins else None
