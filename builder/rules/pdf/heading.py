"""Headings that the extraction has glued to the text before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text

_GLUED = re.compile(r"(?<=。)( )第[一二三四五六七八九十]+[章节] [^\n，。；：]{2,30}(?=\n|$)")


def glued(text: Text, facts: Facts) -> Iterator[Proposal]:
    """章节标题粘在上一段末尾，另起一行。

    Only behind a full stop, to the end of the line, and without a mark in it: 第三节 within a
    sentence stands behind no full stop.
    """
    for found in _GLUED.finditer(text.s):
        yield Edit(found.start(1), found.end(1), "\n")
