"""Where the documents of a gazette begin: a number of a series on a line of its own, title and issuer above it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from builder.readers.shapes import government, title_like
from builder.readers.source import Source
from builder.text import Text

_NUMBER = re.compile(
    r"(?P<series>[\u4e00-\u9fff]{2,10}) ?[〔\[（(［](?P<year>[12][0-9]{3})[〕\]）)］] ?(?:第 ?)?(?P<number>[0-9]+) ?号"
)
_CHRONICLE = re.compile(r".*?(?P<month>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)?大事记)")
# A title is not longer than this many lines.
_LINES = 7


class Head(NamedTuple):
    """The head of a document: lines `start:number` are issuer and title, line `number` its number."""

    start: int
    number: int
    issuer: Text
    title: Text
    series: str
    year: int
    serial: int


def heads(lines: list[Text], source: Source) -> list[Head]:
    """The heads of all documents, in printed order."""
    found: list[Head] = []
    done = 0
    for i, line in enumerate(lines):
        number = _NUMBER.fullmatch(line.s)
        if not number or not i:
            continue
        start, titled = _above(lines, i, done, source)
        if titled < i:
            issuer = lines[start] if titled > start else Text.empty()
            title = Text.join(lines[titled:i])
            found.append(Head(start, i, issuer, title, number["series"], int(number["year"]), int(number["number"])))
            done = i + 1
    return found


def _above(lines: list[Text], i: int, floor: int, source: Source) -> tuple[int, int]:
    """The first line of the head above line `i`, and the first line of its title.

    A head without an issuer is as long as its lines bear a heading mark, or one line.
    """
    at = i - 1
    while at >= max(floor, i - _LINES) and title_like(lines[at]):
        if government(lines[at].s):
            return (at, at + 1) if at + 1 < i else (i, i)
        at -= 1
    at = i
    while at > floor and title_like(lines[at - 1]) and source.marked("heading", lines[at - 1]):
        at -= 1
    if at == i and i > floor and title_like(lines[i - 1]):
        at = i - 1
    return at, at


def chronicle_heading(line: Text) -> int:
    """Where the name of the month begins in the heading of a monthly 大事记; -1 for other lines."""
    found = _CHRONICLE.fullmatch(line.s)
    return found.start("month") if found else -1


def document_id(head: Head, names: Mapping[str, object]) -> str:
    """The local id of a document: jszf-2021-1; a series that names.toml does not know is `doc`."""
    series = names.get("series", {})
    code = series.get(head.series, "doc") if isinstance(series, Mapping) else "doc"
    return f"{code}-{head.year}-{head.serial}"


def number_read(head: Head) -> str:
    """The number in the form that all links use: 晋市政办〔2020〕3号."""
    return f"{head.series}〔{head.year}〕{head.serial}号"
