"""The grammar of dates in chronicles: days, thirds, months, seasons, years; Gregorian, 民国 and older, lunar.

A label is read as it is printed, token by token; which day it means is settled by `moments`, from where it stands.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from builder.language.labels import squeeze
from builder.language.numbering import cn_value

_WORDS = tomllib.loads(resources.files("builder.language").joinpath("dates.toml").read_text("utf-8"))
ERAS: dict[str, int] = _WORDS["eras"]
DAYS: dict[str, tuple[int, int]] = {name: (month, day) for name, month, day in _WORDS["days"]}
SEASONS: list[str] = _WORDS["seasons"]
PERIODS: frozenset[str] = frozenset(_WORDS["periods"])
G = r"[ \u00a0\u3000]*"
_D = r"[0-9０-９]"
_N = rf"{_D}{{1,2}}"
_CN = r"[一二三四五六七八九十〇零廿卅]{1,3}"


# No date is longer.
_REACH = 120


def _any(words: list[str] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# What closes a word that may also begin a sentence (春节联欢, 3月中国队): a separator, a range, the end.
_CLOSED = r"(?=[ \u3000\t,，、:：。.(（)）|｜]|$|至|到|[—－–\-~～])"
_NUMBER = rf"(?:{_N}|{_CN})"
_TO = r"至|到|[—－–\-~～]+"
_YEAR = (
    rf"(?:公元{G})?(?P<year>[12１２][0-9０-９]{{3}}|[一二][〇○Ｏ零一二三四五六七八九]{{3}}){G}年(?![代级生鉴])"
    rf"|(?P<era>{_any(ERAS)}){G}(?P<of>元|{_NUMBER}){G}年(?:{G}[（(][^（）()\n]{{1,16}}[）)])?"
)
YEAR = re.compile(_YEAR)
_WORDED = _any([G.join(word) for word in _WORDS["years"]])
_OF_YEAR = rf"(?:{_WORDED})|(?<=年)(?:[初底末]|[中终内]{_CLOSED})|(?<=[0-9０-９年])年[内底初]"
_NEAR = "(?:期间|时节|前后|前|后)?"
_SEASON = rf"(?:{_any(SEASONS)}|[春夏秋冬][荒耕播收种旱汛忙]){_NEAR}{_CLOSED}|(?<=年)[春夏秋冬](?![节耕种播运游季天])"
# Rank: what stands to the left of another thing in one date. A token of no higher rank ends the date.
_TOKENS: tuple[tuple[str, int, str], ...] = (
    ("lunar", 2, r"农历|旧历|阴历|夏历"),
    (
        "full",
        5,
        rf"(?P<fy>[12１２]{_D}{{3}})(?P<fs>[-./．／])(?P<fm>{_D}{{1,2}})(?P=fs)(?P<fd>{_D}{{1,2}})(?![0-9０-９.．%])",
    ),
    ("year_month", 3, rf"(?P<ym>[12１２]{_D}{{3}})[-./．／](?P<mm>{_D}{{1,2}})(?![0-9０-９.．%])"),
    ("year_dot", 1, rf"(?P<yd>[12１２]{_D}{{3}})[./．／](?=[春夏秋冬]|农历|旧历)"),
    ("years", 1, _YEAR),
    ("same_year", 1, r"(?:同|是|当|本|该|次|翌)[ \u3000]*年(?![度级])"),
    ("of_year", 2, _OF_YEAR),
    ("month", 3, rf"(?P<month>{_NUMBER}|元){G}月(?:{G}份)?"),
    ("moon", 3, rf"(?:正|冬|腊|闰{G}{_CN}){G}月"),
    ("same_month", 3, rf"(?:同|是|本|当|该|全){G}月(?:{G}份)?"),
    ("third", 4, rf"(?P<third>[上中下](?:{G}[、至和]?{G}[中下])?){G}旬"),
    ("of_month", 4, rf"月[初中底末内间杪]|(?<=月)(?:初(?![一二三四五六七八九十])|[底末杪间]|[中内]{_CLOSED})"),
    ("season", 4, _SEASON),
    ("named", 5, rf"(?:{_any(list(DAYS))}){_CLOSED}"),
    ("feast", 4, rf"(?:{_any(_WORDS['feasts'])})(?:期间|前后|前夕|前|后)?{_CLOSED}"),
    ("day", 5, rf"(?P<day>{_NUMBER}){G}(?:日|(?<=[0-9０-９])号)(?![报军本伪方])"),
    ("same_day", 5, r"[同是当次翌]日|[同是当]晚|当[天夜]|[次翌]晨"),
    ("moon_day", 5, rf"(?:初{_CN}|(?<=月){_CN})(?:{G}日)?{_CLOSED}"),
    ("dotted", 5, rf"(?P<dm>{_D}{{1,2}})[./．／](?P<dd>{_D}{{1,2}})(?![0-9０-９.．%万亿元])"),
    (
        "bare",
        5,
        rf"(?P<bare>{_NUMBER})(?={G}(?:{_TO}|[、和]){G}{_NUMBER}(?:{G}[、和]{G}{_NUMBER})*{G}(?P<unit>[日号月]))",
    ),
    ("bare_dotted", 5, r"(?<=[—－–\-~～至])(?P<bd>\d{1,2})(?![\d.%万亿元年月])"),
    ("note", 6, r"[（(](?P<note>[^（）()\n]{1,18})[）)]"),
    ("hour", 7, rf"(?:{_any(_WORDS['hours'])})"),
    (
        "clock",
        8,
        rf"(?:零时|{_N}{G}(?:[:：]{G}[0-5][0-9]|[时点])|{_CN}{G}[时点])(?:{G}(?:半|整|许|{_N}{G}分))?(?:、{_N}{G}时)*",
    ),
    ("tail", 9, r"起|始|止|前后|左右"),
)
_RANKS = {name: rank for name, rank, _ in _TOKENS}
_TOKEN = re.compile("|".join(f"(?P<t_{name}>{form})" for name, _, form in _TOKENS))
_LINK = re.compile(rf"{G}(?:(?P<to>{_TO})|(?P<and>、|和|及))\s*(?=\S)")
_ABOUT = re.compile(rf"(?:约|大约|(?P<since>自|从)){G}")
# A note in brackets belongs to the date when it says a weekday, another calendar, a feast.
_SAYS = re.compile(
    rf"(?:星期|周|礼拜)[一二三四五六日天末]|农历|旧历|阴历|夏历|公历|阳历|国历|即|{_any(_WORDS['feasts'])}|[正腊冬]月|初[一二三四五六七八九十]|同日"
)
_SOLAR = re.compile(r"(?:公历|阳历|国历|即)")
SEPARATOR = re.compile(r"[ \u00a0\u3000\t]*(?:[,，、:：.．。;；|｜]|[—－\-]{1,2})[ \u00a0\u3000\t]*|[ \u00a0\u3000\t]+")
# Behind a bare date, what makes it a part of the sentence: 10日内, 3日后, 2日的, 5月以前, 15日前.
_WITHIN = re.compile(r"[内后前间的为均已起之]|以[内后前来]|至今|度|份")


# 三日游 is no date.
_CN_DAY = re.compile(rf"{_CN}{G}日")
# A line of contents: the date is a title, a leader and the page follow.
_LISTED = re.compile(r"[ \u00a0\u3000.．…·\t]*[（(/]?\d{1,4}[）)]?$")


class Point(NamedTuple):
    """A date as printed; what is None is not said. `part` is a third, a stretch of a month or year, a season;
    `same` is 年, 月, 日, or 次年, 次日, where the date is told by 同年, 是月, 当日, 次日; `lunar` where it is of the
    lunar calendar."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    same: str = ""
    lunar: bool = False


class Label(NamedTuple):
    """A date at the head of a line: the points of a range or a list, the text without spaces, the widths of label
    and separator. `form` is the finest thing it says (day, third, month, season, year, same-day, lunar), with
    `dotted` for 1.5, `dated` for a day with its year, `figures` for nothing but a year."""

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


def value(printed: str) -> int:
    """The number printed in digits of any width or in Chinese: 廿三 -> 23, 元 -> 1, 初五 -> 5."""
    s = squeeze(printed).removeprefix("初").replace("廿", "二十").replace("卅", "三十").replace("十十", "十")
    if s.isdigit():
        return int(s)
    return 1 if s == "元" else cn_value(s.replace("○", "〇").replace("Ｏ", "〇"))


def year_of(found: re.Match[str]) -> int:
    """The Gregorian year of a match of `YEAR`."""
    return value(found["year"]) if found["year"] else ERAS[found["era"]] + value(found["of"]) - 1


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
        found = _TOKEN.match(line, end) or (_TOKEN.match(line, gap) if gap > end else None)
        if not found or (end == at and gap > at):
            break
        name = next(one for one in _RANKS if found[f"t_{one}"] is not None)
        if _RANKS[name] <= rank or (name == "bare_dotted" and not linked):
            break
        if point == Point() and _RANKS[name] >= 6:
            break
        # Behind a wide gap an hour or a clock begins the text.
        if name in ("hour", "clock", "tail") and gap > end:
            break
        if name == "note" and not (_SAYS.search(found["note"]) or point.lunar and _whole(found["note"])):
            break
        point, rank, end = _with(point, name, found), _RANKS[name], found.end()
        dotted = dotted or name == "dotted"
    return point, end, dotted


def _whole(note: str) -> bool:
    return _point(note, 0, linked=False)[1] == len(note)


def _with(point: Point, name: str, found: re.Match[str]) -> Point:
    """The date with what a token says."""
    numbers = {key: value(said) for key, said in found.groupdict().items() if said and key in _FIELDS}
    if name == "bare" and found["unit"] == "月":
        return point._replace(month=numbers["bare"])
    if name == "years":
        return point._replace(year=year_of(found))
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
    if other.month and other.day and (solar or point.lunar and end == len(note)):
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
    if point.part[:1] not in ("年", "") and point.part[:1] not in "上下一二三四第全岁" or point.part in SEASONS:
        return "season"
    return "year" if point.same or point.part else "figures"
