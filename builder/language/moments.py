"""Which days a date means: from the date as printed, and the year, month and day in which it stands."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from builder.language.dates import Label, Point

# First and last day of a stretch of a month; 0 is its last day. 初, 中 and 底 are read as the thirds.
_STRETCHES = {"旬上": (1, 10), "旬中": (11, 20), "旬下": (21, 0), "月初": (1, 10), "月中": (11, 20)} | dict.fromkeys(
    ("月底", "月末", "月杪"), (21, 0)
)
_STRETCHES |= {"旬上中": (1, 20), "旬中下": (11, 0), "旬上下": (1, 0)}


# Before 1912 the months were those of the moon. What is printed in figures was reckoned over by a later hand.
_SOLAR = 1912
_OLD_DAY = re.compile(r"月[一二三四五六七八九十廿]{1,3}日$")


class Here(NamedTuple):
    """Where a label stands: the year, the month (None in none), the first day of the entry before (ISO, or None), the
    year with which the reign began that was named above (None where none was)."""

    year: int
    month: int | None
    day: str | None = None
    reign: int | None = None


class Moment(NamedTuple):
    """What a date means. `start`, `end` are ISO dates, None where no day is known; `precision` is day, range,
    third, month, season, year or undated. `year`, `month` say when it begins; `days` are those of a list;
    `impossible` says that no such day exists."""

    start: str | None
    end: str | None
    precision: str
    year: int
    month: int | None
    days: tuple[str, ...] = ()
    impossible: bool = False


class _Impossible(Exception):
    """There is no such day."""


def moment(label: Label, here: Here) -> Moment:
    """What a label means where it stands."""
    first, last = label.points[0], label.points[-1]
    year = first.year or here.year + (first.same == "次年")
    if first.reign and here.reign:
        year = here.reign + first.reign - 1
    month = first.month or here.month
    if label.form == "same-day":
        return _same_day(first, here)
    if label.form == "lunar" or year < _SOLAR and _OLD_DAY.search(label.text):
        return Moment(None, None, "undated", year, None)
    if label.form in ("season", "year", "figures", "reign"):
        return Moment(None, None, "season" if label.form == "season" else "year", year, None)
    if month is None:
        return Moment(None, None, "undated", year, None)
    if label.form == "month" or first.part in ("月内", "月间"):
        return Moment(None, None, "month", year, month, impossible=not 1 <= month <= 12)
    try:
        return _days(label, first, last, Here(year, month))
    except _Impossible:
        return Moment(None, None, "month", year, month, impossible=True)


def _same_day(point: Point, here: Here) -> Moment:
    if here.day is None:
        return Moment(None, None, "month" if here.month else "undated", here.year, here.month)
    day = date.fromisoformat(here.day) + timedelta(days=point.same == "次日")
    return Moment(day.isoformat(), day.isoformat(), "day", day.year, day.month)


def _days(label: Label, first: Point, last: Point, here: Here) -> Moment:
    start, to = _span(first, here)
    if len(label.points) == 1:
        precision = "day" if first.day is not None else "third" if len(first.part) < 3 else "range"
        return Moment(start.isoformat(), to.isoformat(), precision, start.year, start.month)
    if label.listed and all(one.day is not None for one in label.points):
        days, at = [start], here
        for one in label.points[1:]:
            at = Here(one.year or days[-1].year, one.month or days[-1].month)
            days.append(_span(one, at)[0])
        if days != sorted(days):
            raise _Impossible
        listed = tuple(day.isoformat() for day in days)
        return Moment(listed[0], listed[-1], "day", start.year, start.month, listed)
    end = _end(last, start)
    return Moment(start.isoformat(), end.isoformat(), "range", start.year, start.month)


def _end(point: Point, start: date) -> date:
    """The last day of a range that begins at `start`. Over New Year the year is often left out."""
    if point.same in ("次日", "次年") and point.month is None and point.day is None:
        return start + timedelta(days=1)
    if point.part[:1] == "年":
        return date(start.year, 12, 31)
    year = point.year or start.year + (point.same == "次年")
    end = _span(point, Here(year, point.month or start.month))[1]
    if end < start and point.month is not None and point.year is None and start.month - point.month > 6:
        end = _span(point, Here(year + 1, point.month))[1]
    if end < start:
        raise _Impossible
    return end


def _span(point: Point, here: Here) -> tuple[date, date]:
    """First and last day of a point."""
    year, month = point.year or here.year, point.month or here.month or 1
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        raise _Impossible
    size = monthrange(year, month)[1]
    if point.day is None:
        first, last = _STRETCHES.get(point.part, (1, 0))
        return date(year, month, first), date(year, month, last or size)
    if not 1 <= point.day <= size:
        raise _Impossible
    return date(year, month, point.day), date(year, month, point.day)
