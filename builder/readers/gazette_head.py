"""Where the documents of a gazette begin: a number of a series on a line of its own, title and issuer above it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from pypinyin import Style, lazy_pinyin

from builder.engine.text import Text
from builder.language.document_numbers import LINE
from builder.language.labels import squeeze
from builder.readers.contents import contents_end
from builder.readers.shapes import government, issuer, title_like
from builder.readers.source import Source

_DIGITS = "[0-9０-９]"
# The number of a decree stands under its name, which is its series: 某市人民政府令 / 第5号.
_DECREE = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{2,20}(?:人民政府|委员会))(?:令|公告|通告|布告)")
_SERIAL = re.compile(rf"[（(]?(?:(?P<year>[12]{_DIGITS}{{3}}) ?年 ?)?第 ?(?P<number>{_DIGITS}+) ?号[）)]?")
_CHRONICLE = re.compile(r".*?(?P<month>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)?大事记)")
_TITLE = re.compile(r"关于.{2,}|.{4,}(?:通知|意见|办法|方案|决定|公告|通告|规定|细则|批复|通报|函|纲要|规划|报告)")
# A title is not longer than this many lines.
_LINES = 7


class Head(NamedTuple):
    """The head of a document: lines `start:body` are issuer, title and number.

    `read` is the number in the form that all links use (晋市政办〔2020〕3号), '' where none is printed;
    `id` the local id (jszb-2020-3); `issuer_read` the issuer that stands within the title.
    """

    start: int
    body: int
    issuer: Text
    title: Text
    number: Text
    read: str
    id: str
    issuer_read: str = ""


def heads(lines: list[Text], source: Source) -> list[Head]:
    """The heads of all documents, in printed order."""
    found: list[Head] = []
    ids: Counter[str] = Counter()
    done = contents_end(lines)
    for i in range(done, len(lines)):
        if i < done:
            continue
        head = _numbered(lines, i, done, source) or _decree(lines, i, source) or _unnumbered(lines, i, source)
        if head:
            found.append(_named(head, ids, source))
            done = head.body
    return found


def _named(head: Head, ids: Counter[str], source: Source) -> Head:
    """The head with an id of its own: the second document that bears a number gets -2 behind it, one
    without a number is counted (doc-2005-1)."""
    name = head.id or f"doc-{source.record['year']}"
    ids[name] += 1
    return head if head.id and ids[name] == 1 else head._replace(id=f"{name}-{ids[name]}")


def _numbered(lines: list[Text], i: int, floor: int, source: Source) -> Head | None:
    """A document whose number bears its series and year (晋市政发〔2020〕2号)."""
    number = LINE.fullmatch(lines[i].s)
    start, titled = _above(lines, i, floor, source) if number else (i, i)
    if not number or titled >= i:
        return None
    issuer = lines[start] if titled > start else Text.empty()
    read, name = named(number, source)
    return Head(start, i + 1, issuer, Text.join(lines[titled:i]), lines[i], read, name)


def named(number: re.Match[str], source: Source) -> tuple[str, str]:
    """The number in the form that all links use, and the local id of the document that bears it."""
    year, serial = _value(number["year"]), _value(number["number"])
    return f"{number['series']}〔{year}〕{serial}号", f"{_code(number['series'], source)}-{year}-{serial}"


def _decree(lines: list[Text], i: int, source: Source) -> Head | None:
    """A decree or a public notice: 某市人民政府令, and 第5号 behind it or on the next line."""
    name = _DECREE.match(lines[i].s)
    if not name:
        return None
    title, rest = lines[i][: name.end()], lines[i][name.end() :]
    serial, body = _SERIAL.fullmatch(rest.s.strip()), i + 1
    if not rest.s and i + 1 < len(lines):
        rest, serial, body = lines[i + 1], _SERIAL.fullmatch(lines[i + 1].s), i + 2
    if not serial:
        return None
    number = rest.strip()
    source.drop("line.space", rest[: len(rest) - len(number)])
    year = _value(serial["year"] or str(source.record["year"]))
    read = f"{title.s}{squeeze(number.s).strip('（）()')}"
    identity = f"{_code(title.s, source)}-{year}-{_value(serial['number'])}"
    return Head(i, body, Text.empty(), title, number, read, identity, name["issuer"])


def _unnumbered(lines: list[Text], i: int, source: Source) -> Head | None:
    """A document without a number: issuer and title are headings, and no number follows them.

    Not without heading marks: the issuer of a signature is a line like any other.
    """
    if not government(lines[i].s) or not source.marked("heading", lines[i]):
        return None
    body = i + 1
    while body < min(len(lines), i + _LINES) and title_like(lines[body]) and source.marked("heading", lines[body]):
        body += 1
    title = Text.join(lines[i + 1 : body])
    if not _TITLE.fullmatch(title.s) or (body < len(lines) and LINE.fullmatch(lines[body].s)):
        return None
    return Head(i, body, lines[i], title, Text.empty(), "", "")


def _value(digits: str) -> int:
    return int(unicodedata.normalize("NFKC", digits))


def _code(series: str, source: Source) -> str:
    """The code that the ids of a series begin with: from names.toml, else the initials of its pinyin."""
    known = source.facts.data.get("names", {}).get("series", {})
    return str(known.get(series) or "".join(lazy_pinyin(series, style=Style.FIRST_LETTER, errors="ignore")) or "doc")


def _above(lines: list[Text], i: int, floor: int, source: Source) -> tuple[int, int]:
    """The first line of the head above line `i`, and the first line of its title.

    A head without an issuer is as long as its lines bear a heading mark, or one line.
    """
    at = i - 1
    while at >= max(floor, i - _LINES) and title_like(lines[at]):
        if _issuing(lines[at], source):
            return (at, at + 1) if at + 1 < i else (i, i)
        at -= 1
    at = i
    while at > floor and title_like(lines[at - 1]) and source.marked("heading", lines[at - 1]):
        at -= 1
    if at == i and i > floor and title_like(lines[i - 1]):
        at = i - 1
    return at, at


def _issuing(line: Text, source: Source) -> bool:
    """True for a line of one or several issuers; others than governments must stand out, by a heading
    mark or bold type as a whole: a list may name offices too."""
    if government(line.s):
        return True
    bold = sum(mark.end - mark.start for mark in source.marked("bold", line))
    stands_out = bool(source.marked("heading", line)) or bold >= len(line)
    return stands_out and (issuer(line.s) or government(line.s.split()[0]))


def chronicle_heading(line: Text) -> int:
    """Where the name of the month begins in the heading of a monthly 大事记; -1 for other lines."""
    found = _CHRONICLE.fullmatch(line.s)
    return found.start("month") if found else -1
