"""Spaces that are none: letter-spaced words, spaces around digits and behind numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text
from builder.language.contents_rows import names
from builder.language.dates import label
from builder.language.numbering import DATE
from builder.language.sections import key

_GAP = "[ \u00a0\u3000]"
_HAN = "\u4e00-\u9fff"
# The gaps in 年 月 日 and 第 号 are blanks to fill in.
_ONE = rf"(?![年月日时分号第])[{_HAN}]"
_SPACED = re.compile(rf"^{_GAP}*({_ONE}(?:{_GAP}+{_ONE})+)(?=[：:]|{_GAP}*$)", re.MULTILINE)
# So long a run is a title or a name set wide: its marks and numerals stand apart too.
_ANY = rf"[{_HAN}〇0-9、（）()《》“”·—]"
_WIDE = re.compile(rf"^{_GAP}*({_ANY}(?:{_GAP}+{_ANY}){{7,}}){_GAP}*$", re.MULTILINE)
_CN = "[一二三四五六七八九十百]"
_CHAPTER = re.compile(rf"^第{_CN}+[章节]{_GAP}+({_ONE}(?:{_GAP}+{_ONE})+){_GAP}*$", re.MULTILINE)
_MONTH = re.compile(rf"^{_GAP}*({_CN}{{1,2}}{_GAP}+月){_GAP}*$", re.MULTILINE)
_NAME = re.compile(
    rf"(?:^{_GAP}*|[：:\t]{_GAP}?)({_ONE}{_GAP}{_ONE})"
    rf"(?={_GAP}[{_HAN}]{{2}}|\t[{_HAN}]{{2}}|\t|$|(?:同志)?(?:任|为)[{_HAN}])",
    re.MULTILINE,
)
# 市 长 赵 明: who signs a decree; the gap behind the office stays.
_OFFICE = re.compile(rf"代?{_GAP}*[省市县区州]{_GAP}*长({_GAP}+)(?=[{_HAN}]{_GAP}*[{_HAN}])")
_NUMBER = re.compile(rf"^[（(][一二三四五六七八九十]+[）)]({_GAP}+)(?=[{_HAN}“《])", re.MULTILINE)
_DIGIT = re.compile(rf"(?<=[{_HAN}（(]){_GAP}(?=[0-9])|(?<=[0-9]){_GAP}(?=[{_HAN}）)])")
_PHONE = re.compile(r"0[0-9]{2,3}-[0-9]")
_SIGNED = re.compile(rf"{DATE.pattern}(?:[）)]|$)", re.MULTILINE)
_TABLE = re.compile(r"[图表] ?[0-9]{1,3}(?:[-—.][0-9]{1,2})?")


def spaced(text: Text, facts: Facts) -> Iterator[Proposal]:
    """为对齐而拉开字距的词和姓名，去掉字间空格。

    Not 年 月 日, which are blanks of a form; not between office and name (市 长 赵 明).
    """
    taken = {found.start(1) for found in _OFFICE.finditer(text.s)}
    for form in (_SPACED, _WIDE, _CHAPTER, _MONTH, _NAME):
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
    """汉字与数字之间、括号内侧与数字之间的多余空格。

    Not in front of a telephone number, nor behind the date that labels an entry or the number of
    a table, nor between an office and the date it signs with, nor where the gap is a blank of a form
    (2020年 月 日 has no digit beside its gaps). In a yearbook the gap behind a name of its contents parts the title of
    an item from its text (概况　2021年，…).
    """
    titles = names(iter(text.s.split("\n"))) if facts.data.record.kind == "yearbook" else frozenset()
    for found in _DIGIT.finditer(text.s):
        signs = _PHONE.match(text.s, found.end()) or _SIGNED.match(text.s, found.end())
        title = titles and key(text.s[text.s.rfind("\n", 0, found.start()) + 1 : found.start()])
        if not signs and not _labels(text.s, found.start()) and title not in titles:
            yield Edit(found.start(), found.end(), "")


def _labels(s: str, at: int) -> bool:
    """True when the line up to here is a day label or names a table: its space parts it from the text."""
    start = s.rfind("\n", 0, at) + 1
    found = label(s[start:at])
    return (found is not None and found.width == at - start) or _TABLE.fullmatch(s, start, at) is not None
