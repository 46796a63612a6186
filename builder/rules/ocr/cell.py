"""Line breaks inside the cells of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text

_GAP = "[ \u00a0\u3000]"
_HAN = "\u4e00-\u9fff"
_CELL = re.compile(rf"(?<=[^\s])({_GAP}+)(?=[^\s])")
_BODY = r"(?:政府|委员会|办公室|中心|公司|机构|[局委部])"
_ACTOR = re.compile(rf"[{_HAN}（）()、]*{_BODY}")


def cell(text: Text, facts: Facts) -> Iterator[Proposal]:
    """表格单元格内折行处的空格。

    Not between two bodies that each are whole (周村镇政府 东山县住建局): there a line of the cell
    ends; not in front of 其中; not between Latin words, nor in a figure (1 000); not in 年 月 日, a blank.
    """
    start = 0
    for line in text.s.split("\n"):
        if "\t" in line:
            for found in _CELL.finditer(line):
                if not _keeps(line, found):
                    yield Edit(start + found.start(), start + found.end(), "")
        start += len(line) + 1


def _keeps(line: str, gap: re.Match[str]) -> bool:
    left = line[: gap.start()].rsplit("\t", maxsplit=1)[-1].rsplit(" ", maxsplit=1)[-1]
    right = re.split(r"[\t ]", line[gap.end() :])[0]
    if left[-1:] in "年月日" and right[:1] in "年月日":
        return True
    if left[-1:].isascii() and right[:1].isascii() and left[-1:].isalnum() and right[:1].isalnum():
        return True
    if right.startswith("其中"):
        return True
    return _ACTOR.fullmatch(left) is not None and _ACTOR.fullmatch(right) is not None
