"""Masthead and contents of recognised text: a label with its values on one line, a title with its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.rule import Facts, Proposal, deletes, either, rule, swaps
from builder.rules.ocr_lines import LEADER, blocks, headings
from builder.text import Edit, Text

_CONTENTS = re.compile(r"^目[ \u00a0\u3000]*[录次]$", re.MULTILINE)
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[:：]")
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?: [\u4e00-\u9fff·]{2,4})*")
_AFTER_LABEL = re.compile(r"^[\u4e00-\u9fff]{2,6}[:：]([ \u00a0]+)", re.MULTILINE)


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


CONTENTS = rule("contents.join", contents, either(deletes(r"\s+"), swaps({"\n": " "})))
MASTHEAD = rule("masthead.join", masthead, either(deletes(r"\s+"), swaps({"\n": " "})))
LABELS = rule("masthead.label", labels, deletes(r"[ \u00a0]+"))
