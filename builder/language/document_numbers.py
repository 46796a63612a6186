"""Document numbers in running text: 某政办〔2019〕48号, [2012]99号, ［2020］, split by spaces, 国务院令第716号."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from builder.language.date_tokens import value
from builder.language.numbering import DATE

_GAP = r"[ \u00a0\u3000\n]*"
_NUMBER = re.compile(
    rf"(?P<code>(?:[\u3400-\u9fff]{_GAP}){{1,14}})"
    rf"[〔［\[（(【]{_GAP}(?P<year>[12１２]{_GAP}(?:[0-9０-９]{_GAP}){{3}})[〕］\]）)】]{_GAP}第?{_GAP}"
    rf"(?P<serials>[0-9０-９]{{1,5}}(?:{_GAP}[、,，和]{_GAP}[0-9０-９]{{1,5}})*){_GAP}号"
)
_ORDER = re.compile(
    rf"(?P<body>主席|国务院|[\u3400-\u9fff]{{2,8}}?(?:部|委员会|总局|省人民政府|市人民政府|省政府|市政府)){_GAP}令{_GAP}"
    rf"[（(]?{_GAP}第?{_GAP}(?P<serial>[0-9０-９]{{1,4}}){_GAP}号"
)
# A line that is nothing but a number; `\d` is full width too.
LINE = re.compile(
    r"(?P<series>[\u4e00-\u9fff]{2,10}) ?[〔\[（(［](?P<year>\d{4})[〕\]）)］] ?(?:第 ?)?(?P<number>\d+) ?号"
)
_CN, _SERIAL = "[〇○零一二三四五六七八九]", "(?:[0-9０-９]+|[一二三四五六七八九十百〇]{1,6})"
_O, _C, _D = r"[〔\[（(［【]", r"[〕\]）)］】]", r"[0-9０-９]"
# The further forms of a line that is nothing but a number, alone or in brackets, with its date or without:
# the year in front of the series or of two digits, a term of the congress, no series, a decree, no year.
_FORMS = re.compile(
    rf"[（(]?{_GAP}(?:(?P<before>{DATE.pattern}){_GAP}[,，]?{_GAP})?(?:"
    rf"(?P<series>[\u4e00-\u9fff]{{1,12}}){_GAP}{_O}{_GAP}(?P<year>[12１２]{_D}{{3}}|{_D}{{2}}|{_CN}{{4}}){_GAP}{_C}{_GAP}第?{_GAP}(?P<number>{_SERIAL}){_GAP}号"
    rf"|{_O}{_GAP}(?P<year2>[12１２]{_D}{{3}}|{_D}{{2}}|{_CN}{{2}}|{_CN}{{4}}){_GAP}{_C}{_GAP}(?P<series2>(?!第)[\u4e00-\u9fff]{{1,12}}?){_GAP}第?{_GAP}(?P<number2>{_SERIAL}){_GAP}号"
    rf"|{_O}{_GAP}(?P<term>[第\u4e00-\u9fff]{{1,8}}届){_GAP}{_C}{_GAP}第?{_GAP}(?P<number3>{_D}+){_GAP}号"
    rf"|{_O}{_GAP}(?P<year4>[12１２]{_D}{{3}}){_GAP}{_C}{_GAP}第?{_GAP}(?P<number4>{_D}+){_GAP}号"
    rf"|(?P<year6>[12１２]{_D}{{3}}){_GAP}年{_GAP}第{_GAP}(?P<number6>{_D}+){_GAP}号"
    rf"|(?P<decree>[\u4e00-\u9fff]{{1,12}}[令字]){_GAP}第{_GAP}(?P<number5>{_D}+){_GAP}号"
    rf")(?:{_GAP}(?P<date>{DATE.pattern}))?{_GAP}[）)]?"
)


_SIGNER = re.compile(r"[ \u3000]+(?:签发人|签发)[：:].*$|[ \u3000]*[（(][A-Z]类[）)]$")


class NumberLine(NamedTuple):
    """A line that is nothing but a document number: as all links write it; its series (the name of a decree, or one
    without a year: 沔林布字), year (0 where none is printed, two digits as printed) and serial; the date beside
    it as printed, or ''."""

    read: str
    series: str
    year: int
    serial: int
    date: str = ""


def number_line(line: str) -> NumberLine | None:
    """The number that a line is, in any form; None for all other lines. `第5号` alone is none: it needs its decree."""
    # Two offices give two numbers, of which the first counts; who signs may stand behind.
    first = _SIGNER.sub("", line.strip().replace("號", "号"))
    parts = re.split(r"[ \u3000]{1,}(?=[\u4e00-\u9fff]{2,12}[〔\[（(［])", first)
    if len(parts) == 2 and all(_FORMS.fullmatch(part) for part in parts):
        first = parts[0]
    found = _FORMS.fullmatch(first)
    if not found:
        return None
    serial = next(value(one) for name, one in found.groupdict().items() if name.startswith("number") and one)
    date = found["date"] or found["before"] or ""
    if found["series"]:
        year = _year(found["year"])
        return NumberLine(f"{found['series']}〔{year}〕{serial}号", found["series"], int(year), serial, date)
    if found["series2"]:
        year = _year(found["year2"])
        ordinal = "第" if "第" in first else ""
        return NumberLine(f"〔{year}〕{found['series2']}{ordinal}{serial}号", found["series2"], int(year), serial, date)
    if found["term"]:
        return NumberLine(f"〔{found['term']}〕第{serial}号", found["term"], 0, serial, date)
    if found["year6"]:
        year = _digits(found["year6"])
        return NumberLine(f"{year}年第{serial}号", "", int(year), serial, date)
    if found["year4"]:
        year = _digits(found["year4"])
        return NumberLine(f"〔{year}〕{serial}号", "", int(year), serial, date)
    return NumberLine(f"{found['decree']}第{serial}号", found["decree"], 0, serial, date)


def _year(printed: str) -> str:
    """The digits of a year, printed in figures of any kind: 1952, 52, 五二."""
    digits = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
    return _digits("".join(digits.get(c, c) for c in printed))


# What may stand in front of a number and belongs to the sentence, not to the issuing office's code.
_LEAD = re.compile(
    r".*(?:按照|依据|根据|依照|参照|遵照|执行|落实|贯彻|印发|转发|废止|修订|详见|参见|见|原|以|按|和|与|及|或|的|是|为|由|在|即|文件|精神|通知|意见|办法|方案|规定|其中|下发)"
)


class Numbered(NamedTuple):
    """A document number at `start:end`, normalised; `year` is 0 for an order (令)."""

    start: int
    end: int
    number: str
    series: str
    year: int
    serial: int


def find_numbers(text: str, series: Mapping[str, str] | None = None) -> list[Numbered]:
    """All document numbers in a text, in order. `series` are the codes known by name.

    A code that is known wins over what stands in front of it; 某政办发 never becomes 某政发.
    `《某市年鉴（2019）》` is none: no 号 follows.
    """
    return sorted([*_numbers(text, series or {}), *_orders(text)])


def _numbers(text: str, series: Mapping[str, str]) -> Iterator[Numbered]:
    for found in _NUMBER.finditer(text):
        code = "".join(found["code"].split())
        known = max((name for name in series if code.endswith(name)), key=len, default="")
        name = known or _LEAD.sub("", code)
        if not name:
            continue
        start = _back(text, found.end("code"), len(name))
        year = int(_digits(found["year"]))
        for count, serial in enumerate(re.findall(r"[0-9]+", _digits(found["serials"]))):
            if count == 0:
                yield Numbered(start, found.end(), _written(name, year, int(serial)), name, year, int(serial))
            else:
                yield Numbered(found.end(), found.end(), _written(name, year, int(serial)), name, year, int(serial))


def _orders(text: str) -> Iterator[Numbered]:
    for found in _ORDER.finditer(text):
        body = _LEAD.sub("", found["body"])
        if body:
            serial = int(_digits(found["serial"]))
            start = found.end("body") - len(body)
            yield Numbered(start, found.end(), f"{body}令第{serial}号", f"{body}令", 0, serial)


def _back(text: str, end: int, count: int) -> int:
    """Where the last `count` characters in front of `end` begin, white space not counted."""
    while count:
        end -= 1
        count -= not text[end].isspace()
    return end


def _digits(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _written(name: str, year: int, serial: int) -> str:
    return f"{name}〔{year}〕{serial}号"
