"""Lines that name a year or a month of a chronicle, in any dress: 1986年, 【1月】, ——二月——, 2022年2月份大事记."""

from __future__ import annotations

import re
from typing import NamedTuple

from builder.language.date_tokens import YEAR, G, value, year_of
from builder.language.labels import DASHES

_DRESS = "：:【】〖〗〔〕［］[]（）()《》◆◇●○■□★☆※·•—–－-─━=＝*#~～ \u00a0\u3000"
_BOOK = r"[^，。；：,;:（）()]{0,14}(?:大事记|大事纪要|大事纪|大事月记|纪事|大事)"
_NOTE = r"[（(〔\[][^（）()\n]{1,18}[）)〕\]]"
_MONTH = r"(?P<month>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|元)"
# Several months under one heading (11—12月): it names the first.
_TO_MONTH = rf"(?:{G}月?{G}(?:[{DASHES}至、]+){G}(?:[0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,2}}))?"
# A bracket may hold the year in another reckoning, or the cyclic name.
_YEARS = re.compile(
    rf"(?P<y>{YEAR.pattern})(?:{G}{_NOTE})?(?:{G}[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?)?(?:{G}{_BOOK})?"
)
# 1月 January, 5月（续）.
_AGAIN = rf"(?:{G}{_BOOK}|{G}[A-Z][A-Za-z.]{{2,9}}|{G}[（(]续[）)]?)?"
_MONTHS = re.compile(rf"(?P<y>{YEAR.pattern})?{G}{_MONTH}{G}月{G}份?{_AGAIN}")
_WHOSE_MONTH = re.compile(rf"[\u4e00-\u9fff]{{2,16}}?(?P<y>{YEAR.pattern})?{G}{_MONTH}{G}月{G}份?{G}{_BOOK}")
_BOOK_MONTH = re.compile(rf"{_BOOK}{G}[（(]{G}(?P<y>{YEAR.pattern})?{G}{_MONTH}{_TO_MONTH}{G}月{G}份?{G}[）)]")
# 2007年1~12月, 公元1957年1月—1966年4月: the months of a year, the years of a period.
_ONE = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})"
_MONTHS_OF = re.compile(
    rf"(?P<y>{YEAR.pattern}){G}[（(]?{G}(?:{_ONE}{G}月?{G})?[{DASHES}至]+{G}"
    rf"(?:(?:公元)?[12一二][0-9〇○零一二三四五六七八九]{{3}}年(?:{G}{_ONE}{G}月)?|{_ONE}{G}月{G}份?底?){G}[）)]?"
)
# 大事记·1月, 大事记1月, 大事记 1月.
_THE_MONTH = re.compile(rf"{_BOOK}{G}[·・:：{DASHES}]?{G}(?P<y>{YEAR.pattern})?{G}{_MONTH}{G}月{G}份?")
# 一、一月.
_ORDINAL = re.compile(r"^[一二三四五六七八九十]{1,3}、")
_SCHOOL = re.compile(rf"(?P<first>[12]\d{{3}})[{DASHES}](?:[12]\d{{3}}|\d{{2}})学年(?:度)?")
_TITLE = re.compile(
    rf"[^。；，]*?(?P<y>{YEAR.pattern})[^。；，]{{0,12}}(?:大事记|大事纪|纪事|年鉴|校史)[^。；，]{{0,8}}"
)


class Named(NamedTuple):
    """What a heading names: a year and a month, either of which may be left out (None)."""

    year: int | None
    month: int | None


def undressed(line: str) -> str:
    """A heading without brackets, dashes and signs around it."""
    kept = line.strip().strip(_DRESS)
    # A bracket inside stays whole: 1956年（丙申）.
    opened = next((at for at in range(len(kept)) if kept[at] in "（(〔["), -1)
    if opened > 0 and kept[-1] not in "）)〕]":
        close = line.strip().find(kept) + len(kept)
        kept += line.strip()[close : close + 1] if line.strip()[close : close + 1] in ("）", ")", "〕", "]") else ""
    return kept


def heading(line: str) -> Named | None:
    """The year or month that a line names when it is nothing but their name; else None."""
    if len(line) > 40:
        return None
    s = _ORDINAL.sub("", undressed(line))
    found = _MONTHS.fullmatch(s) or _WHOSE_MONTH.fullmatch(s) or _BOOK_MONTH.fullmatch(s)
    found = found or _THE_MONTH.fullmatch(s)
    if found:
        month = 1 if found["month"] == "元" else value(found["month"])
        return Named(_year(found), month) if 1 <= month <= 12 else None
    if school := _SCHOOL.fullmatch(s):
        return Named(int(school["first"]), None)
    found = _YEARS.fullmatch(s) or _MONTHS_OF.fullmatch(s)
    return Named(_year(found), None) if found else None


def _year(found: re.Match[str]) -> int | None:
    inner = YEAR.match(found["y"]) if found["y"] else None
    return year_of(inner) if inner else None


def title_year(line: str) -> int | None:
    """The year in a title (青禾县1949年大事记); None where it gives none, or a span of years."""
    found = _TITLE.fullmatch(line.strip())
    return _year(found) if found and len(YEAR.findall(line)) == 1 else None
