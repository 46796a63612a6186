"""The back cover."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text

# A back cover is not longer than this.
_BACK_LENGTH = 200
_BACK = re.compile(r"\n(?:[ \t]*\n){3,}((?:[\u4e00-\u9fff]{2,8}[ \t]*\n+){1,8}[\u4e00-\u9fff]{2,8})\s*$")


def back(text: Text, facts: Facts) -> Iterator[Proposal]:
    """封底的口号，不是正文。

    Two or more short lines without punctuation, behind a gap of three blank lines, at the very end.
    """
    tail = max(len(text) - _BACK_LENGTH, 0)
    found = _BACK.search(text.s, tail)
    if found:
        for line in re.finditer(r"[^\s]+", found[1]):
            yield Edit(found.start(1) + line.start(), found.start(1) + line.end(), "")
