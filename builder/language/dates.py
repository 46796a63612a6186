"""The grammar of dates in chronicles: days, thirds, months, seasons, years; Gregorian, 民国 and older, lunar.

A label is read as it is printed, token by token; which day it means is settled by `moments`, from where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from builder.language.date_tokens import CN, DAYS, RANKS, SEASONS, TO, TOKEN, WORDS, YEAR, G, any_of, value, year_of
from builder.language.labels import squeeze

# No date is longer.
_REACH = 120
_LINK = re.compile(rf"{G}(?:(?P<to>{TO})|(?P<and>、|和|及))\s*(?=\S)")
_ABOUT = re.compile(rf"(?:约|大约|(?P<since>自|从)){G}")
# A note in brackets belongs to the date when it says a weekday, another calendar, a feast.
_SAYS = re.compile(
    rf"(?:星期|周|礼拜)[一二三四五六日天末]|农历|旧历|阴历|夏历|公历|阳历|国历|即|{any_of(WORDS['feasts'])}|[正腊冬]月|初[一二三四五六七八九十]|同日"
)
_SOLAR = re.compile(r"(?:公历|阳历|国历|即)")
# A day in Chinese figures, and behind it a whole date in others.
_CHINESE_DAY = re.compile(r"月[一二三四五六七八九十廿]{1,3}日$")
_FIGURES = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
SEPARATOR = re.compile(r"[ \u00a0\u3000\t]*(?:[,，、:：.．。;；|｜]|[—－\-]{1,2})[ \u00a0\u3000\t]*|[ \u00a0\u3000\t]+")
# Behind a bare date, what makes it a part of the sentence: 10日内, 3日后, 2日的, 5月以前, 15日前.
_WITHIN = re.compile(r"[内后前间的为均已起之]|以[内后前来]|至今|度|份")
# 三日游 is no date.
_CN_DAY = re.compile(rf"{CN}{G}日")
# A line of contents: the date is a title, a leader and the page follow.
_LISTED = re.compile(r"[ \u00a0\u3000.．…·\t]*[（(/]?\d{1,4}[）)]?$")


class Point(NamedTuple):
    """A date as printed; what is None is not said. `part` is a third, a stretch of a month or year, a season;
    `same` is 年, 月, 日, or 次年, 次日, where the date is told by 同年, 是月, 当日, 次日; `lunar` where it is of the
    lunar calendar; `reign` is the year of a reign that is named above."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    same: str = ""
    lunar: bool = False
    reign: int = 0


class Label(NamedTuple):
    """A date at the head of a line: the points of a range or a list, the text without spaces, the widths of label
    and separator. `form` is the finest thing it says (day, third, month, season, year, same-day, lunar), with
    `dotted` for 1.5, `dated` for a day with its year, `figures` for nothing but a year, `reign` for nothing but a
    further year of a reign."""

    text: str
    width: int
    separator: int
    points: tuple[Point, ...]
    listed: bool
    form: str

    @property
    def bare(self) -> bool:
        """True where nothing parts it from the text."""
        return self.separator == 0


def era_years(text: str) -> list[int]:
    """The Gregorian years of the reckonings by era in a text: 民国三十八年五月 -> [1949]; [] for 1949年5月."""
    return [year_of(found) for found in YEAR.finditer(text) if found["era"] or found["common"]]


def label(line: str) -> Label | None:
    """The date at the head of a line, or None."""
    return _label(line[:_REACH])


# Habits, contents, headings and entries ask for the same lines.
@lru_cache(maxsize=1 << 15)
def _label(line: str) -> Label | None:
    about = _ABOUT.match(line)
    start = about.end() if about else 0
    points, end, listed = list[Point](), start, False
    dotted = False
    for found, point, behind in _points(line, start):
        listed = listed or found == "and"
        dotted = behind[1] if not points else dotted
        points.append(point)
        end = behind[0]
    if not points or points[0] == Point():
        return None
    if about and about["since"] and line[end - 1] != "起":
        return None
    separator = SEPARATOR.match(line, end)
    width = separator.end() - end if separator else 0
    if not separator and end < len(line) and (_WITHIN.match(line, end) or _CN_DAY.match(line)):
        return None
    if _LISTED.match(line, end):
        return None
    form = "dotted" if dotted else _form(points[0])
    return Label(squeeze(line[:end]), end, width, tuple(points), listed, form)


def _points(line: str, at: int) -> Iterator[tuple[str, Point, tuple[int, bool]]]:
    """Each date of a range or list: how it is linked to the one before, the date, its end and whether it is dotted."""
    link = ""
    while True:
        point, end, dotted = _point(line, at, linked=bool(link))
        if end == at:
            return
        yield link, point, (end, dotted)
        found = _LINK.match(line, end)
        if not found or _point(line, found.end(), linked=True)[1] == found.end():
            return
        link, at = "to" if found["to"] else "and", found.end()


def _point(line: str, at: int, *, linked: bool) -> tuple[Point, int, bool]:
    """The date that begins at `at`, its end (`at` where there is none), and whether it is dotted."""
    point, end, rank, dotted = Point(), at, -1, False
    while end < len(line):
        gap = end + len(line[end:]) - len(line[end:].lstrip(" \u00a0\u3000"))
        found = TOKEN.match(line, end) or (TOKEN.match(line, gap) if gap > end else None)
        if not found or (end == at and gap > at):
            break
        name = next(one for one in RANKS if found[f"t_{one}"] is not None)
        if RANKS[name] <= rank or (name == "bare_dotted" and not linked):
            break
        if point == Point() and RANKS[name] >= 6:
            break
        # Behind a wide gap an hour or a clock begins the text.
        if name in ("hour", "clock", "tail") and gap > end:
            break
        if name == "note" and not _tells(found["note"], point, line[at:end]):
            break
        point, rank, end = _with(point, name, found), RANKS[name], found.end()
        dotted = dotted or name == "dotted"
    return point, end, dotted


def _tells(note: str, point: Point, said: str) -> bool:
    """True for a note that tells a date in another reckoning: it says so, or stands behind a day of the moon, or of
    Chinese figures, as a whole date in other ones: 九月二十日（11月10日）."""
    figures = _CHINESE_DAY.search(said) is not None and _FIGURES.fullmatch(note) is not None
    return _SAYS.search(note) is not None or (point.lunar or figures) and _whole(note)


def _whole(note: str) -> bool:
    return _point(note, 0, linked=False)[1] == len(note)


def _with(point: Point, name: str, found: re.Match[str]) -> Point:
    """The date with what a token says."""
    numbers = {key: value(said) for key, said in found.groupdict().items() if said and key in _FIELDS}
    if name == "bare" and found["unit"] == "月":
        return point._replace(month=numbers["bare"])
    if name == "years":
        return point._replace(year=year_of(found))
    if name == "reign":
        return point._replace(reign=value(found["reign"]))
    if numbers:
        fields = {_FIELDS[key]: number for key, number in numbers.items()}
        year, month, day = (fields.get(one) for one in ("year", "month", "day"))
        return point._replace(
            year=year or point.year, month=month or point.month, day=point.day if day is None else day
        )
    if name == "named":
        month, day = DAYS[found[0]]
        return point._replace(month=month, day=day)
    if name.startswith("same_"):
        return point._replace(same=_same(found[0], name))
    if name in ("lunar", "moon", "feast", "moon_day"):
        return point._replace(lunar=True, part=found[0] if name == "feast" else point.part)
    if name == "note":
        return _noted(point, found["note"])
    if name == "month":  # 元月
        return point._replace(month=1)
    if name in ("hour", "clock", "tail"):
        return point
    part = {"third": "旬", "of_month": "月", "of_year": "年"}.get(name, "")
    said = squeeze(found[0]).removeprefix(part)
    return point._replace(part=part + said.removesuffix("旬").translate(_JOINED) if part else said)


# The groups of the tokens that are numbers -> what they tell.
_FIELDS = {"fy": "year", "ym": "year", "yd": "year", "fm": "month", "mm": "month", "month": "month", "dm": "month"}
_FIELDS |= {"fd": "day", "day": "day", "bare": "day", "dd": "day", "bd": "day"}
_JOINED = {ord(c): None for c in "、至和"}


def _same(said: str, name: str) -> str:
    """年, 月 or 日 of 同年, 是月, 当晚; with 次 in front for the next one."""
    unit = {"year": "年", "month": "月", "day": "日"}[name[5:]]
    return f"次{unit}" if said[0] in "次翌" else unit


def _noted(point: Point, note: str) -> Point:
    """The date with its note: the day of the common calendar where the note gives one, lunar where it says so."""
    solar = _SOLAR.match(note)
    other, end, _ = _point(note, solar.end() if solar else 0, linked=False)
    if other.month and other.day and (solar or (point.lunar or _FIGURES.fullmatch(note)) and end == len(note)):
        return other._replace(year=other.year or point.year)
    return point._replace(lunar=True) if note in ("农历", "旧历", "阴历", "夏历") else point


def _form(point: Point) -> str:
    if point.lunar:
        return "lunar"
    if point.same in ("日", "次日"):
        return "same-day"
    if point.day is not None:
        return "dated" if point.year else "day"
    if point.part[:1] in ("旬", "月"):
        return "third"
    if point.month is not None or point.same == "月":
        return "month"
    if point.part.endswith("季度"):
        return "season"
    if point.part[:1] not in ("年", "") and point.part[:1] not in "上下一二三四第全岁" or point.part in SEASONS:
        return "season"
    if point.reign and not point.part:
        return "reign"
    return "year" if point.same or point.part else "figures"
