"""Signs of Markdown that a recognising program has put into the text; what they say is kept as marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Mark, Proposal
from builder.engine.text import Edit, Text

_HEADING = re.compile(r"^(#{1,6})[ \t]+", re.MULTILINE)
_BOLD = re.compile(r"(?<!\\)\*\*")
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[*_#<>\[\]()`~+.!|{}\\-])")
_RAISED = re.compile(r"<(su[pb])>([0-9+-]+)</\1>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w.-]+)>")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\((?:mailto:|https?://)[^()\s]*\)")

_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^()\n]*\)")
_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*$", re.MULTILINE)
_RULED = re.compile(r"[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*")
_STROKE = re.compile(r"(?<!\\)\|")

SUP = dict(zip("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", strict=True))
SUB = dict(zip("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋", strict=True))


def heading(text: Text, facts: Facts) -> Iterator[Proposal]:
    """识别程序加在行首的标题记号（#）；标题与级别一律依编号另定。

    Leaves a mark `heading` on the line: the marks change from page to page, but they tell
    a title without a number from a paragraph.
    """
    for found in _HEADING.finditer(text.s):
        end = text.s.find("\n", found.end())
        end = len(text) if end < 0 else end
        if end > found.end():
            yield Mark("heading", found.end(), end, found[1])
        yield Edit(found.start(), found.end(), "")


def bold(text: Text, facts: Facts) -> Iterator[Proposal]:
    """识别程序加的加粗记号（**）。

    A Markdown library would leave most of them standing: a closing ** behind 。 and in front
    of a Chinese character closes nothing there. Leaves a mark `bold` on each run.
    """
    start = 0
    for line in text.s.splitlines(keepends=True):
        signs = [start + found.start() for found in _BOLD.finditer(line)]
        for at in signs:
            yield Edit(at, at + 2, "")
        for first, last in zip(signs[::2], signs[1::2], strict=False):
            if last > first + 2:
                yield Mark("bold", first + 2, last)
        start += len(line)


def ruled(text: Text, facts: Facts) -> Iterator[Proposal]:
    """识别程序加的分隔线（---）。"""
    for found in _RULE.finditer(text.s):
        yield Edit(found.start(), found.end(), "")


def escape(text: Text, facts: Facts) -> Iterator[Proposal]:
    r"""识别程序加的转义记号（\）。"""
    for found in _ESCAPE.finditer(text.s):
        yield Edit(found.start(), found.end(), "")


def raised(text: Text, facts: Facts) -> Iterator[Proposal]:
    """上标、下标的网页标记，改为上标、下标数字。"""
    for found in _RAISED.finditer(text.s):
        table = SUP if found[1] == "sup" else SUB
        yield Edit(found.start(), found.start(2), "")
        yield Edit(found.start(2), found.end(2), "".join(table[c] for c in found[2]))
        yield Edit(found.end(2), found.end(), "")


def link(text: Text, facts: Facts) -> Iterator[Proposal]:
    """识别程序给网址、邮箱加的链接记号，只留网址、邮箱本身。

    `<市、区>` and other printed brackets stay: only addresses between them are links.
    """
    for found in _AUTOLINK.finditer(text.s):
        yield Edit(found.start(), found.start() + 1, "")
        yield Edit(found.end() - 1, found.end(), "")
    for found in _LINK.finditer(text.s):
        yield Edit(found.start(), found.start(1), "")
        yield Edit(found.end(1), found.end(), "")


def image(text: Text, facts: Facts) -> Iterator[Proposal]:
    """识别程序在插图处留下的记号，图未随文本留存。"""
    for found in _IMAGE.finditer(text.s):
        yield Edit(found.start(), found.end(), "")


def table(text: Text, facts: Facts) -> Iterator[Proposal]:
    """识别程序画表格的竖线和横线，改为各栏之间的制表符。

    A line is a row where it begins and ends with a stroke; the line of dashes below the head says nothing more.
    """
    for found in _ROW.finditer(text.s):
        if _RULED.fullmatch(found[0]):
            yield Edit(found.start(), min(found.end() + 1, len(text)), "")
            continue
        strokes = [found.start() + one.start() for one in _STROKE.finditer(found[0])]
        for at in strokes[1:-1]:
            yield Edit(at, at + 1, "\t")
        for at in (strokes[0], strokes[-1]):
            yield Edit(at, at + 1, "")
