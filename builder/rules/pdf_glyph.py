"""Spaces and signs that a text layer holds and the page does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.rule import Facts, Proposal, deletes, either, rule, swaps
from builder.rules.pdf_layout import Spans, lines
from builder.rules.pdf_wrap import habit
from builder.text import Edit, Text

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
_LETTERS = re.compile(
    rf"(?:(?P<head>第[一二三四五六七八九十百]+[章节][ \ufffd]))?(?P<title>[{_HAN}](?: +[{_HAN}])+)(?P<tail>[：:]?)"
)
_BLANKS = frozenset("年月日时分第号")
_USUAL = 0.5


def unknown(text: Text, facts: Facts) -> Iterator[Proposal]:
    """无法识别的字符，原处是空格（如“第六条”之后），无须空处删去。

    It stands for the wide space behind 第X条; behind a punctuation mark or beside a space for nothing.
    """
    for found in re.finditer("\ufffd", text.s):
        at = found.start()
        around = text.s[max(0, at - 1) : at] + text.s[at + 1 : at + 2]
        bare = not around.strip() or " " in around or "\n" in around or re.search(rf"[{_MARK}]", around)
        yield Edit(at, at + 1, "" if bare else " ")


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


def closed(text: Text, facts: Facts) -> Iterator[Proposal]:
    """文字层中多出的空格，据版面数据合拢，每处皆列理由。

    Data: `[[close]]` of layout/<id>.toml names the line and the characters with the space (`find`).
    """
    data = facts.data.get("layout", {}).get("close", [])
    for mark in facts.marks.get("layout.close", []):
        find = str(data[int(mark.value)]["find"])
        for line in lines(text):
            at = line.s.find(find) if mark.start <= line.raw < mark.end else -1
            for gap in re.finditer(" +", find) if at >= 0 else ():
                yield Edit(line.start + at + gap.start(), line.start + at + gap.end(), "")


def letters(text: Text, facts: Facts) -> Iterator[Proposal]:
    """字间拉开的标题（“通 知”“附 则”），合拢为词。

    A line of single characters with spaces between, behind the number of a chapter too. Not the
    blanks of a form (`年 月 日`), not two names or words side by side.
    """
    for line in lines(text):
        found = _LETTERS.fullmatch(line.s.strip())
        if not found or len(found["title"].split()) > 8 or set(found["title"].split()) <= _BLANKS:
            continue
        shift = line.start + line.s.index(line.s.strip()) + found.start("title")
        for gap in re.finditer(" +", found["title"]):
            yield Edit(shift + gap.start(), shift + gap.end(), "")


UNKNOWN = rule("char.unknown", unknown, either(swaps({"\ufffd": " "}), deletes("\ufffd")))
LOOSE = rule("space.justified", loose, deletes(" "))
CLOSED = rule("layout.closed", closed, deletes(" +"))
LETTERS = rule("title.spaced", letters, deletes(" +"))
