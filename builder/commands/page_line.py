"""What a line of a generated page is, and which raw lines, table row or entry stand behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_DATA = re.compile(r'data-l="(\d+)(?:-(\d+))?"')
_KEY = re.compile(r"(\w+):")
_ENTRY = re.compile(r"- \{?id: ([^,}\s]+)")
_NOTE = re.compile(r"\bline: (\d+)")
_TABLE = '<div class="table"'


class PageLine(NamedTuple):
    """A page's line: what it is, in words; then the first of these that holds leads to its story.

    `lines` are raw lines (first, last), `entry` is an entry's anchor, `table` the number of the page's table
    and of the row in it, both from 0 (the row is -1 for the whole).
    """

    said: str
    lines: tuple[int, int] | None = None
    entry: str = ""
    table: tuple[int, int] | None = None


def header_end(page: Sequence[str]) -> int:
    """The index of the line that closes the front matter; -1 where there is none."""
    if not page or page[0] != "---":
        return -1
    return next((n for n, line in enumerate(page[1:], 1) if line == "---"), -1)


def line_of(page: Sequence[str], number: int) -> PageLine:
    """What the 1-based line of a page is."""
    at, end = number - 1, header_end(page)
    return _of_header(page, at) if at <= end else _of_body(page, at, end)


def _of_header(page: Sequence[str], at: int) -> PageLine:
    key = next((found[1] for line in page[at::-1] if (found := _KEY.match(line))), "")
    first = next((n for n in range(at, -1, -1) if page[n].startswith("- ") or _KEY.match(page[n])), 0)
    item = " ".join([page[first], *(line for line in page[first + 1 : at + 1])])
    if key == "entries" and (entry := _ENTRY.match(page[first])):
        return PageLine("页首数据中的一条大事", entry=entry[1])
    if key == "notes" and (note := _NOTE.search(item)):
        return PageLine("页首数据中的一条校订", lines=(int(note[1]), int(note[1])))
    what = f"（{key}）" if key and page[at] != "---" else ""
    return PageLine(f"页首数据{what}，由书目、规则和链接得出，不是正文")


def _of_body(page: Sequence[str], at: int, end: int) -> PageLine:
    place = at
    while place > end and not page[place].strip():
        place -= 1
    if place > end and (table := _table(page, place, end)):
        return PageLine("表格中的一行", table=table)
    if place > end and (found := _here(page, place)):
        what = "空行，它前面的一段" if place < at else "属性行，它所属的一段" if page[at].startswith("{:") else "正文"
        return PageLine(what, lines=found)
    before = next((found for line in page[place:end:-1] if (found := _span(line))), None)
    words = "空行" if not page[at].strip() else "本站所加，不出自底本"
    return PageLine(f"{words}，它前面的一段" if before else words, lines=before)


def _here(page: Sequence[str], at: int) -> tuple[int, int] | None:
    """The raw lines of the paragraph that a line is part of: its own, or those of its attribute line."""
    if own := _span(page[at]):
        return own
    for line in page[at + 1 :]:
        if not line.strip():
            return None
        if line.startswith("{:"):
            return _span(line)
    return None


def _span(line: str) -> tuple[int, int] | None:
    found = _DATA.search(line)
    return (int(found[1]), int(found[2] or found[1])) if found else None


def _table(page: Sequence[str], at: int, end: int) -> tuple[int, int] | None:
    """The number of the table, and of the row, that a line stands in; None outside of tables."""
    opened = next((n for n in range(at, end, -1) if page[n].startswith(_TABLE)), None)
    if opened is None or any("</table>" in line for line in page[opened:at]):
        return None
    number = sum(line.startswith(_TABLE) for line in page[end + 1 : opened])
    return number, sum(line.count("<tr") for line in page[opened : at + 1]) - 1
