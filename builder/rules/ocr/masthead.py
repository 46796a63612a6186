"""Masthead of recognised text: a label with its values on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text
from builder.rules.ocr.lines import blocks, headings

_CONTENTS = re.compile(r"^目[ \u00a0\u3000]*[录次]$", re.MULTILINE)
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[:：]")
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?: [\u4e00-\u9fff·]{2,4})*")
_AFTER_LABEL = re.compile(r"^[\u4e00-\u9fff]{2,6}[:：]([ \u00a0]+)", re.MULTILINE)


def masthead(text: Text, facts: Facts) -> Iterator[Proposal]:
    """刊头各栏占几行的，连成一行。

    Only in front of the contents, and only behind a label (委员：). Names go on behind a space, all
    else (an address) behind nothing.
    """
    found = _CONTENTS.search(text.s)
    if not found:
        return
    heads = headings(facts)
    labelled = False
    for start, gap, end in blocks(text):
        if gap.end() >= found.start():
            break
        before, behind = text.s[start : gap.start()], text.s[gap.end() : end]
        labelled = labelled or _LABEL.match(before) is not None
        if text.at[gap.end()] in heads or _LABEL.match(behind):
            labelled = False
        elif labelled:
            if _people(before) and _NAMES.fullmatch(behind.strip()):
                yield Edit(gap.start(), gap.start() + 1, " ")
                yield Edit(gap.start() + 1, gap.end(), "")
            else:
                yield Edit(gap.start(), gap.end(), "")


def _people(line: str) -> bool:
    """True for a line of names of two to four characters each, with or without a label in front."""
    return _NAMES.fullmatch(_LABEL.sub("", line).strip()) is not None


def labels(text: Text, facts: Facts) -> Iterator[Proposal]:
    """刊头栏名冒号后的空格。"""
    found = _CONTENTS.search(text.s)
    for label in _AFTER_LABEL.finditer(text.s, 0, found.start() if found else 0):
        if not label[0].startswith("http"):
            yield Edit(label.start(1), label.end(1), "")
