"""Spaces that a text layer holds and the page does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text
from builder.rules.pdf.lines import Spans, lines
from builder.rules.pdf.wrap import habit

_HAN = r"\u3400-\u9fff"
_MARK = r"，。、；：！？（）［］【】《》〈〉“”‘’"
# 〔202 〕 holds a blank.
_LOOSE = re.compile(
    rf"(?<=[{_HAN}{_MARK}〕]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%％]) (?=[{_HAN}{_MARK}])|(?<=[0-9]\.) (?=[0-9])"
)
# The space behind a number of an article or item, and behind the day of a chronicle, is set on purpose.
_MEANT = re.compile(
    r"(?:第 ?[一二三四五六七八九十百〇零\d]+ ?[章节条]|\d{1,3} ?[.．、]|[（(][一二三四五六七八九十\d]+[)）]"
    r"|[△※•●]|(?:\d{1,2} ?月 ?)?\d{1,2} ?日(?:[、至—-](?:\d{1,2} ?月 ?)?\d{1,2} ?日)*) "
)
_USUAL = 0.5


def loose(text: Text, facts: Facts) -> Iterator[Proposal]:
    """排版为使两端对齐而拉开的空格（“4 号”“于 2周”），依原书惯例合拢。

    Only between Chinese and digits or Latin, only where the book mostly sets none there, and not
    in forms, whose spaces are blanks to fill in.
    """
    if habit(text) >= _USUAL:
        return
    kept = Spans(facts, "layout.keep", "layout.table")
    for line in lines(text):
        if kept.hold(line.raw):
            continue
        meant = _MEANT.match(line.s)
        for found in _LOOSE.finditer(text.s, line.start, line.end):
            if not meant or found.start() != line.start + meant.end() - 1:
                yield Edit(found.start(), found.end(), "")
