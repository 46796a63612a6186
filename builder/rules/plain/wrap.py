"""Lines of a plain text that a typist or a converter has broken at the column's end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from builder.engine.rule import Facts, Proposal
from builder.engine.text import Edit, Text
from builder.language.contents_rows import names
from builder.language.dates import label
from builder.language.document_numbers import number_line
from builder.language.headings import heading
from builder.language.numbering import iso_date, number
from builder.language.sections import KNOWN, key
from builder.rules.ocr.lines import begins, width

_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[。！？：；…”）).!?;:]$")
# The title of a table stands by itself behind a sentence that is ended.
_TABLE = re.compile(r"表 ?[0-9０-９一二三四五六七八九十]{1,3}(?:[-—.][0-9]{1,2})?[ \u3000：:]+[^。；，]{1,40}")
_RECIPIENTS = re.compile(r"各[^。；]{1,60}[：:]")
# The last line of a title, and below it the first of its recipients or the office whose it is: no sentence runs so.
_TITLED = re.compile(r".*(?:通知|决定|通报|批复|[函令]|意见|解读|公告|通告|指示|报告)(?:[（(].{2,8}[）)])?")
_OFFICE = re.compile(r"(?:政府|办公[室厅]|委员会|[局厅委部院署])$")
_LEADER = re.compile(r"[.．·]{4,}|…{2,}|…[ \u3000]*[（(]?\d{1,3}[）)]?$")
# A leader and its page. An ellipsis in prose is none.
_ROW = re.compile(
    r"(?:[.．·…]{3,}|…|[^\d\s][ \u3000]+[/／])[ \u3000]*[（(]?(?:\d{1,4}|[一二三四五六七八九十〇○百]{1,4})[）)]?$"
)
# The heading of a column or a month, or one numbered 3.1.2.
_HEADED = re.compile(
    r"(?:\d{1,2}(?:[.．]\d{1,2}){2,3}[ \u3000]*|\d{1,2}[.．]\d{1,2}[ \u3000]+)[\u4e00-\u9fff“《][^。；：，,;:]{1,30}"
    r"|[【\[［〔][^【】\[\]［］〔〕]{2,14}[】\]］〕]"
)
_GAP = re.compile(r"\S(?: {4,}|\u3000{2,})\S")
_INDENT = re.compile(r"[ \u3000\t]*")
# A text is hard-wrapped where that many lines, and that part of all, break at the same column.
_FEWEST, _PART = 3, 0.08
_SLACK = 3.5
# Of so many lines of contents one ends with its page; the others are titles that go on, headings of columns.
_ROWS = 4
# A line as short as this may be a heading.
_SHORT = 8
# Deeper than the indent of a paragraph.
_MIDDLE = 3


class _Line(NamedTuple):
    start: int
    end: int
    said: str
    indent: float
    wide: float


def join(text: Text, facts: Facts) -> Iterator[Proposal]:
    """按栏宽折断的行，前后相接，不加字。

    A line goes on with the one above where that one fills the column. Where paragraphs are indented, a line without
    indent goes on; where they are not, one that begins nothing of its own, or whose sentence above is not ended.
    """
    lines = [_line(found) for found in _LINE.finditer(text.s) if found[0].strip()]
    column = _column(list(_unlisted(lines)))
    heads, turns = _heads(lines, facts), _turns(lines, text, facts)
    if column is None:
        yield from _turned(text, lines, heads, turns)
        return
    indented = sum(1 for one in lines if one.indent) * 5 >= len(lines)
    going = False
    signed = {above.start for above, here in pairwise(lines) if iso_date(here.said) and _OFFICE.search(above.said)}
    for above, here in pairwise(lines):
        near = here.start in turns or text.s[above.end : here.start].count("\n") == 1
        near = near and here.start not in signed
        near = near and not (above.start in heads or here.start in heads or heads and here.said[0] in "【〖")
        going = near and _goes_on(above, here, column, indented=indented, going=going)
        if going:
            start = above.start + len(text.s[above.start : above.end].rstrip())
            yield Edit(start, here.start + _lead(text.s, here), "")


def turned(text: Text, facts: Facts) -> Iterator[Proposal]:
    """换页处断开的段落，前后相接，不加字。"""
    lines = [_line(found) for found in _LINE.finditer(text.s) if found[0].strip()]
    yield from _turned(text, lines, _heads(lines, facts), _turns(lines, text, facts))


def _turned(text: Text, lines: list[_Line], heads: frozenset[int], turns: frozenset[int]) -> Iterator[Proposal]:
    """Where paragraphs are whole lines, those that a page turn cuts in the midst of a sentence."""
    for above, here in pairwise(lines):
        if here.start not in turns or {above.start, here.start} & heads or here.said[0] in "【〖▲":
            continue
        whole = _ENDED.search(above.said) or "\t" in above.said + here.said or _stands(above.said) or _stands(here.said)
        if not whole and len(above.said) > _SHORT:
            start = above.start + len(text.s[above.start : above.end].rstrip())
            yield Edit(start, here.start + _lead(text.s, here), "")


def _turns(lines: list[_Line], text: Text, facts: Facts) -> frozenset[int]:
    """The lines of a yearbook that begin a page."""
    if facts.data.record.kind != "yearbook":
        return frozenset()
    marks = {mark.start for mark in facts.marks.get("page", ())}
    return frozenset(one.start for one in lines if text.at[one.start + _lead(text.s, one)] in marks)


def _heads(lines: list[_Line], facts: Facts) -> frozenset[int]:
    """The lines that name sections, subsections and items of a yearbook, as its contents do."""
    if facts.data.record.kind != "yearbook":
        return frozenset()
    known = {*names(one.said for one in lines), *KNOWN}
    return frozenset(one.start for one in lines if key(one.said) in known)


def _line(found: re.Match[str]) -> _Line:
    said = found[0].strip()
    lead = _INDENT.match(found[0])
    indent = sum(2 if c == "\u3000" else 1 for c in lead[0]) / 2 if lead else 0.0
    return _Line(found.start(), found.end(), said, indent, indent + width(said))


def _lead(s: str, here: _Line) -> int:
    found = _INDENT.match(s, here.start)
    return found.end() - here.start if found else 0


def _unlisted(lines: list[_Line]) -> Iterator[_Line]:
    """The lines without those of the printed contents, which are set in a measure of their own."""
    rows = [at for at, one in enumerate(lines) if _ROW.search(one.said)]
    listed = range(rows[0], rows[-1] + 1) if rows else range(0)
    # Two pages that prose ends with are none.
    listed = listed if len(rows) * _ROWS >= len(listed) else range(0)
    return (one for at, one in enumerate(lines) if at not in listed)


def _column(lines: list[_Line]) -> float | None:
    """The width at which lines break; None where they do not."""
    open_ = [one.wide for one in lines if not _ENDED.search(one.said) and "\t" not in one.said and one.wide >= 14]
    # An indent tells paragraphs: fewer lines need to show the column then.
    fewest = _FEWEST - any(one.indent for one in lines)
    if len(open_) < fewest:
        return None
    widest = max(open_)
    for edge in sorted(set(open_), reverse=True):
        full = sum(1 for wide in open_ if edge - _SLACK <= wide <= edge)
        if full >= fewest and full >= _PART * len(lines):
            over = sum(1 for one in lines if one.wide > edge + 1)
            return edge if over * 20 <= len(lines) else None
    return widest if len(open_) * 2 >= len(lines) else None


def _stands(line: str) -> bool:
    """True for a line that is whole by itself: a heading, a date, a number of a document, a line of contents."""
    # A wide gap sets a line: no prose has one, but behind the label of an entry.
    wide = _GAP.search(line) is not None and label(line) is None
    headed = _HEADED.fullmatch(line) is not None or _RECIPIENTS.fullmatch(line) is not None
    listed = wide or headed or _LEADER.search(line) is not None
    return listed or heading(line) is not None or iso_date(line) is not None or number_line(line) is not None


def _is_part(line: str) -> bool:
    """True for the heading of a chapter or a section."""
    found = number(line)
    return found is not None and found.kind in ("chapter", "section") and _ENDED.search(line) is None


def _goes_on(above: _Line, here: _Line, column: float, *, indented: bool, going: bool) -> bool:
    full = above.wide >= column - _SLACK
    if "\t" in above.said or "\t" in here.said or _stands(above.said) or _stands(here.said):
        return False
    if _ROW.search(above.said) and _ROW.search(here.said) or _TABLE.fullmatch(here.said) and _ENDED.search(above.said):
        return False
    office = here.wide < column - _SLACK and _OFFICE.search(here.said)
    if (here.said[0] == "各" or office) and _TITLED.fullmatch(above.said):
        return False
    if indented:
        if _is_part(here.said):
            return False
        # A title that is broken fills no column; what follows it stands without indent.
        broken = (above.indent > 0 or going) and not _ENDED.search(above.said)
        deep = here.indent >= 8 and here.indent > above.indent + 2 and label(here.said) is None
        # A heading set to the middle, and its second line under the first.
        middle = here.indent == above.indent >= _MIDDLE and number(above.said) is not None
        middle = middle and not (_ENDED.search(above.said) or begins(here.said))
        return (
            middle
            or (not here.indent and (full or broken))
            or (deep and full and not _ENDED.search(above.said))
            or (here.indent >= 8 and here.indent == above.indent and full and label(here.said) is None)
        )
    return full and (not _ENDED.search(above.said) or not (begins(here.said) or label(here.said)))
