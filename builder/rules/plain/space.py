"""Spaces that recognition has put between the figures of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text

_INSIDE = re.compile(r"(?<=[0-9０-９]) (?=[0-9０-９])")
_WHOLE = re.compile(r"[0-9０-９]{2,}")
_LEAST = 10


def figures(text: Text, facts: Facts) -> Iterator[Proposal]:
    """数字之间的空格（识别所致），通篇如此才去掉。

    Only where numbers with a space inside outnumber those without: elsewhere two numbers may stand side by side.
    """
    found = list(_INSIDE.finditer(text.s))
    if len(found) >= _LEAST and len(found) > len(_WHOLE.findall(text.s)):
        for one in found:
            yield Edit(one.start(), one.end(), "")
