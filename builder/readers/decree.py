"""The head of a decree or a public notice: its name is its title, and its number stands below."""

from __future__ import annotations

import re

from builder.engine.text import Text
from builder.language.date_tokens import value
from builder.language.labels import squeeze
from builder.readers import titles
from builder.readers.head import Head, series_code
from builder.readers.source import Source

_DIGITS = "[0-9０-９]"
# The number of a decree stands under its name, which is its series: 某市人民政府令 / 第5号.
_DECREE = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{2,40}?)(?<!的)(?:训令|指令|命令|令|公告|通告|布告)")
NAME = re.compile(r"(?:训|指|命)?令|公告|通告|布告")
_CN = "[〇○零一二三四五六七八九十百]"
_YEAR = rf"(?:[〔\[（(]?(?P<year>[12]{_DIGITS}{{3}}) ?[〕\]）)]? ?年? ?)?"
_SERIAL = re.compile(
    rf"[（(]?(?:[〔\[]?(?P<term>[第\u4e00-\u9fff]{{1,8}}届)[〕\]]? ?)?{_YEAR}"
    rf"(?:[\u4e00-\u9fff]{{1,4}}字 ?)?第 ?(?P<number>{_DIGITS}+|{_CN}+) ?号[）)]?"
)


def decree(lines: list[Text], i: int, source: Source) -> Head | None:
    """A decree or a public notice: 某市人民政府令, and 第5号 behind it or on the next line."""
    joined, used = "".join(lines[i].s.split()), 1
    below = "".join(lines[i + 1].s.split()) if i + 1 < len(lines) else ""
    # 某州人民代表大会 / 常务委员会公告: the office may stand on two lines itself.
    if titles.org(joined) and (NAME.fullmatch(below) or _DECREE.fullmatch(below)):
        joined, used = joined + below, 2
    name = _DECREE.match(lines[i].s) if used == 1 else _DECREE.fullmatch(joined)
    if not name:
        return None
    end = name.end() if used == 1 else len(lines[i])
    rest, body = lines[i][end:] if used == 1 else Text.empty(), i + used
    if not rest.s and body < len(lines):
        rest, body = lines[body], body + 1
    # Its date may stand behind the number.
    serial, dated = _SERIAL.match(rest.s.strip()), None
    if serial and (tail := rest.s.strip()[serial.end() :]):
        dated = titles.signed_date(tail)
        serial = serial if dated and tail[0].isspace() else None
    if not serial:
        return None
    title = lines[i][:end] if used == 1 else Text.join(lines[i : i + 2])
    number = rest.strip()
    source.drop("line.space", rest[: len(rest) - len(number)])
    year = value(serial["year"] or str(source.record.year))
    said, called = squeeze(serial[0]).strip("（）()"), "".join(title.s.split())
    read = said if serial["term"] else f"{called}{said}"
    identity = f"{series_code(called, source)}-{year}-{value(serial['number'])}"
    head = Head(i, body, Text.empty(), title, number, read, identity, name["issuer"], why="number title")
    return head._replace(date=dated)


def decree_id(name: str, number: str, day: str | None, source: Source) -> str:
    """The local id of a decree from its name, its number (某市人民政府令第9号) and its date (ISO, or None)."""
    serial = re.search(r"第(.+)号", number)
    year = day[:4] if day else source.record.year
    return f"{series_code(name, source)}-{year}-{value(serial[1]) if serial else 0}"
