"""The grammar of Chinese official numbering: 第一章 第一节 第一条 一、 （一） 1. (1) ①.

Level and kind of a heading come from here and from nothing else: marks and bold of a source
change from page to page.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_CN = "一二三四五六七八九十百〇零"
_GAP = r"[ \u00a0\u3000\ufffd]*"
_FORMS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("chapter", 1, re.compile(rf"第{_GAP}([{_CN}]+|[0-9０-９]{{1,3}}){_GAP}章{_GAP}")),
    ("section", 2, re.compile(rf"第{_GAP}([{_CN}]+|[0-9０-９]{{1,3}}){_GAP}节{_GAP}")),
    ("article", 3, re.compile(rf"第{_GAP}([{_CN}]+){_GAP}条{_GAP}")),
    ("n", 1, re.compile(rf"([{_CN}]+){_GAP}、{_GAP}")),
    ("n", 2, re.compile(rf"[（(]{_GAP}([{_CN}]+){_GAP}[）)]{_GAP}、?")),
    ("n", 3, re.compile(rf"([0-9０-９]{{1,3}}){_GAP}(?:[.．](?![0-9０-９])|、){_GAP}")),
    ("n", 4, re.compile(rf"[（(]{_GAP}([0-9０-９]{{1,3}}){_GAP}[）)]{_GAP}")),
    ("n", 5, re.compile(r"([①-⑳])")),
)
# What stands for the zero of a year in Chinese numerals: the sign, circles, letters, the digit (二OO六年).
ZEROS = "〇○零ＯOoОо◯0０"
_UNITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | dict.fromkeys(ZEROS, 0)
_DIGITS = r"[0-9０-９]"
CN_YEAR = f"[一二][{ZEROS}一二三四五六七八九]{{3}}"
_CN_DAY = "[一二三四五六七八九十]{1,3}"
DATE = re.compile(
    rf"(?:[12１２]{_DIGITS}{{3}}{_GAP}年{_GAP}{_DIGITS}{{1,2}}{_GAP}月{_GAP}{_DIGITS}{{1,2}}{_GAP}日"
    rf"|{CN_YEAR}{_GAP}年{_GAP}{_CN_DAY}{_GAP}月{_GAP}{_CN_DAY}{_GAP}日)"
)


class Number(NamedTuple):
    """A number at the head of a line: `kind` chapter, section, article or n; `level` 1–5; its `value`;
    `text` as printed without spaces; `width` in characters with the spaces behind it."""

    kind: str
    level: int
    value: int
    text: str
    width: int


def cn_value(s: str) -> int:
    """The value of a Chinese number up to 999 (二十三 -> 23, 一〇三 -> 103)."""
    if not any(c in "十百" for c in s):
        return int("".join(str(_UNITS[c]) for c in s))
    total = unit = 0
    for c in s:
        if c in "十百":
            total += (unit or 1) * (10 if c == "十" else 100)
            unit = 0
        else:
            unit = _UNITS[c]
    return total + unit


def cn_number(n: int) -> str:
    """A number up to 999 in Chinese: 13 -> 十三, 103 -> 一百〇三."""
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    digits = "〇一二三四五六七八九"
    last = digits[ones] if ones else ""
    if not hundreds:
        return (digits[tens] if tens > 1 else "") + "十" + last if tens else digits[ones]
    return f"{digits[hundreds]}百" + (f"{digits[tens]}十" if tens else "〇" if ones else "") + last


def number(line: str) -> Number | None:
    """The number at the head of `line`, or None.

    `2024. 年份` is one (3), `3.5万亩` and `2021年` are none; `一是` is none.
    """
    for kind, level, form in _FORMS:
        found = form.match(line)
        if found:
            digits = found[1]
            value = cn_value(digits) if digits[0] in _CN else int(unicodedata.normalize("NFKC", digits))
            text = "".join(found[0].split()).replace("\ufffd", "")
            return Number(kind, level, value, text, found.end())
    return None


def iso_date(line: str) -> str | None:
    """The ISO date of a line that is nothing but a date (2021年 3月 1日, 二○○五年四月一日); else None."""
    if not DATE.fullmatch(line.strip()):
        return None
    pieces = re.findall(rf"{CN_YEAR}|{_DIGITS}+|[{_CN}]+", line)
    year, month, day = (int(p) if p.isdigit() else cn_value(p) for p in pieces)
    return f"{year:04}-{month:02}-{day:02}"
