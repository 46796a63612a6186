"""The tokens of dates: years and eras, months, thirds, seasons, days, hours, and the numbers in them."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from builder.language.labels import DASHES, squeeze
from builder.language.numbering import CN_YEAR, cn_value

WORDS = tomllib.loads(resources.files("builder.language").joinpath("dates.toml").read_text("utf-8"))
ERAS: dict[str, int] = WORDS["eras"]
DAYS: dict[str, tuple[int, int]] = {name: (month, day) for name, month, day in WORDS["days"]}
SEASONS: list[str] = WORDS["seasons"]
PERIODS: frozenset[str] = frozenset(WORDS["periods"])
G = r"[ \u00a0\u3000]*"
_D = r"[0-9０-９]"
_N = rf"{_D}{{1,2}}"
CN = r"[一二三四五六七八九十〇零廿卅]{1,3}"


def any_of(words: list[str] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# What closes a word that may also begin a sentence (春节联欢, 3月中国队): a separator, a range, the end.
_CLOSED = (
    r"(?=[ \u3000\t,，、:：。.(（)）【|｜]|$|至|到|起[，,]|"
    rf"[{DASHES}])"
)
_NUMBER = rf"(?:{_N}|{CN})"
TO = rf"至|到|[{DASHES}]+"
_YEAR = (
    rf"(?:公元{G})?(?P<year>[12１２][0-9０-９]{{3}}|{CN_YEAR}){G}年(?![代级生鉴])"
    rf"|(?P<era>{any_of(ERAS)}){G}(?P<of>元|{_NUMBER}){G}年(?:{G}[（(][^（）()\n]{{1,16}}[）)])?"
    # Any other reign, or a further year of the one above, where its year is given beside: 太和十一年（487）.
    rf"|[\u4e00-\u9fff]{{0,6}}?(?P<at>元|{CN})年{G}[（(]{G}(?:公元{G})?(?P<common>[0-9]{{2,4}}){G}年?{G}[）)]"
)
YEAR = re.compile(_YEAR)
_WORDED = any_of([G.join(word) for word in WORDS["years"]])
_OF_YEAR = rf"(?:{_WORDED})|(?<=年)(?:[初底末]|[中终内]{_CLOSED})|(?<=[0-9０-９年])年[内底初]"
_NEAR = "(?:期间|时节|以来|前后|前|后)?"
_SEASON = rf"(?:{any_of(SEASONS)}|[春夏秋冬][荒耕播收种旱汛忙]){_NEAR}{_CLOSED}|(?<=年)[春夏秋冬](?![节耕种播运游季天])"
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
    # A further year of the reign that was named above: 十九年.
    ("reign", 1, rf"(?P<reign>元|{CN})年(?![代级生鉴来间内度前后])"),
    ("same_year", 1, r"(?:同|是|当|本|该|次|翌)[ \u3000]*年(?![度级])"),
    ("of_year", 2, _OF_YEAR),
    ("month", 3, rf"(?P<month>{_NUMBER}|元){G}月(?:{G}份)?"),
    ("moon", 3, rf"(?:正|冬|腊|闰{G}{CN}){G}月"),
    ("same_month", 3, rf"(?:同|是|本|当|该|全){G}月(?:{G}份)?"),
    ("third", 4, rf"(?P<third>[上中下](?:{G}[、至和]?{G}[中下])?){G}旬"),
    ("of_month", 4, rf"月[初中底末内间杪]|(?<=月)(?:初(?![一二三四五六七八九十])|[底末杪间]|[中内]{_CLOSED})"),
    ("season", 4, _SEASON),
    ("named", 5, rf"(?:{any_of(list(DAYS))}){_CLOSED}"),
    ("feast", 4, rf"(?:{any_of(WORDS['feasts'])})(?:期间|前后|前夕|前|后)?{_CLOSED}"),
    ("day", 5, rf"(?P<day>{_NUMBER}){G}(?:日|(?<=[0-9０-９])号{_CLOSED})(?![报军本伪方])"),
    ("same_day", 5, r"[同是当次翌]日|[同是当]晚|当[天夜]|[次翌]晨"),
    ("moon_day", 5, rf"(?:初{CN}|(?<=月){CN})(?:{G}日)?{_CLOSED}"),
    ("dotted", 5, rf"(?P<dm>{_D}{{1,2}})[./．／](?P<dd>{_D}{{1,2}})(?![0-9０-９.．%万亿元])"),
    (
        "bare",
        5,
        rf"(?P<bare>{_NUMBER})(?={G}(?:{TO}|[、和]){G}{_NUMBER}(?:{G}[、和]{G}{_NUMBER})*{G}(?P<unit>[日号月]))",
    ),
    ("bare_dotted", 5, rf"(?<=[{DASHES}至])(?P<bd>\d{{1,2}})(?![\d.%万亿元年月])"),
    ("note", 6, r"[（(](?P<note>[^（）()\n]{1,18})[）)]"),
    ("hour", 7, rf"(?:{any_of(WORDS['hours'])})"),
    (
        "clock",
        8,
        rf"(?:零时|{_N}{G}(?:[:：]{G}[0-5][0-9]|[时点])|{CN}{G}[时点])(?:{G}(?:半|整|许|{_N}{G}分))?(?:、{_N}{G}时)*",
    ),
    ("tail", 9, r"起|始|止|前后|左右"),
)
RANKS = {name: rank for name, rank, _ in _TOKENS}
TOKEN = re.compile("|".join(f"(?P<t_{name}>{form})" for name, _, form in _TOKENS))


def value(printed: str) -> int:
    """The number printed in digits of any width or in Chinese: 廿三 -> 23, 元 -> 1, 初五 -> 5."""
    s = squeeze(printed).removeprefix("初").replace("廿", "二十").replace("卅", "三十").replace("十十", "十")
    if s.isdigit():
        return int(s)
    return 1 if s == "元" else cn_value(s)


def first_year(text: str) -> int | None:
    """The Gregorian year with which the reign that a text names began (嘉靖十八年 -> 1522); None without one."""
    for found in YEAR.finditer(text):
        if found["era"]:
            return ERAS[found["era"]]
        if found["common"]:
            return value(found["common"]) - value(found["at"]) + 1
    return None


def year_of(found: re.Match[str]) -> int:
    """The Gregorian year of a match of `YEAR`."""
    if found["year"] or found["common"]:
        return value(found["year"] or found["common"])
    return ERAS[found["era"]] + value(found["of"]) - 1
