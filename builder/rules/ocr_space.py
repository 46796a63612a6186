"""Spaces that are none: letter-spaced words, line breaks inside cells, spaces around digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.rule import Facts, Proposal, deletes, rule
from builder.text import Edit, Text

_GAP = "[ \u00a0\u3000]"
_HAN = "\u4e00-\u9fff"
# The gaps in 年 月 日 and 第 号 are blanks to fill in.
_ONE = rf"(?![年月日时分号第])[{_HAN}]"
_SPACED = re.compile(rf"^{_GAP}*({_ONE}(?:{_GAP}+{_ONE})+)(?=[：:]|{_GAP}*$)", re.MULTILINE)
_NAME = re.compile(
    rf"(?:^{_GAP}*|[：:\t]{_GAP}?)({_ONE}{_GAP}{_ONE})(?={_GAP}[{_HAN}]{{2}}|\t[{_HAN}]{{2}}|\t|$)", re.MULTILINE
)
_NUMBER = re.compile(rf"^[（(][一二三四五六七八九十]+[）)]({_GAP}+)(?=[{_HAN}“《])", re.MULTILINE)
_DIGIT = re.compile(rf"(?<=[{_HAN}])({_GAP})(?=[0-9])|(?<=[0-9])({_GAP})(?=[{_HAN}])")
_PHONE = re.compile(r"0[0-9]{2,3}-[0-9]")
_CELL = re.compile(rf"(?<=[^\s])({_GAP}+)(?=[^\s])")
_BODY = r"(?:政府|委员会|办公室|中心|公司|机构|[局委部])"
_ACTOR = re.compile(rf"[{_HAN}（）()、]*{_BODY}")


def spaced(text: Text, facts: Facts) -> Iterator[Proposal]:
    """为对齐而拉开字距的词和姓名，去掉字间空格。

    Not 年 月 日, which are blanks of a form.
    """
    taken: set[int] = set()
    for form in (_SPACED, _NAME):
        for found in form.finditer(text.s):
            for gap in re.finditer(rf"{_GAP}+", found[1]):
                at = found.start(1) + gap.start()
                if at not in taken:
                    taken.add(at)
                    yield Edit(at, at + len(gap[0]), "")


def numbered(text: Text, facts: Facts) -> Iterator[Proposal]:
    """编号与标题之间的多余空格。"""
    for found in _NUMBER.finditer(text.s):
        yield Edit(found.start(1), found.end(1), "")


def digit(text: Text, facts: Facts) -> Iterator[Proposal]:
    """汉字与数字之间的多余空格。

    Not in front of a telephone number, nor behind the date that labels an entry, nor where the
    gap is a blank of a form (2020年 月 日 has no digit beside its gaps).
    """
    for found in _DIGIT.finditer(text.s):
        if not _PHONE.match(text.s, found.end()) and not _labels(text.s, found.start()):
            yield Edit(found.start(), found.end(), "")


def _labels(s: str, at: int) -> bool:
    start = s.rfind("\n", 0, at) + 1
    return re.fullmatch(r"(?:[0-9]{1,2}月)?[0-9]{1,2}日[起]?", s[start:at]) is not None


def cell(text: Text, facts: Facts) -> Iterator[Proposal]:
    """表格单元格内折行处的空格。

    Not between two bodies that each are whole (周村镇政府 泽州县住建局): there a line of the cell
    ends; not in front of 其中; not between Latin words; not in 年 月 日, a blank.
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
    if left[-1:].isascii() and right[:1].isascii() and left[-1:].isalpha() and right[:1].isalpha():
        return True
    if right.startswith("其中"):
        return True
    return _ACTOR.fullmatch(left) is not None and _ACTOR.fullmatch(right) is not None


SPACED = rule("space.spread", spaced, deletes(r"[ \u00a0\u3000]+"))
NUMBER = rule("space.number", numbered, deletes(r"[ \u00a0\u3000]+"))
DIGIT = rule("space.digit", digit, deletes(r"[ \u00a0\u3000]"))
CELL = rule("cell.wrap", cell, deletes(r"[ \u00a0\u3000]+"))
