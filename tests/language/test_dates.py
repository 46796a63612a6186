"""Dates as printed: where a label ends, what it says; and which days it means where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from builder.language.dates import Point, era_years, label
from builder.language.moments import Here, moment

LABELS: list[tuple[str, str, str, list[dict[str, Any]]]] = [
    ("5日，县里开会。", "5日", "day", [{"day": 5}]),
    ("５日　县里开会。", "5日", "day", [{"day": 5}]),
    ("1月5日　开会", "1月5日", "day", [{"month": 1, "day": 5}]),
    ("12月1日(星期二) 开会", "12月1日(星期二)", "day", [{"month": 12, "day": 1}]),
    ("1949年10月1日，成立", "1949年10月1日", "dated", [{"year": 1949, "month": 10, "day": 1}]),
    ("2021.3.5 开工", "2021.3.5", "dated", [{"year": 2021, "month": 3, "day": 5}]),
    ("1.5 开会", "1.5", "dotted", [{"month": 1, "day": 5}]),
    ("二月十五日，开会", "二月十五日", "day", [{"month": 2, "day": 15}]),
    ("廿三日，大雪", "廿三日", "day", [{"day": 23}]),
    ("元月十一日 大雪", "元月十一日", "day", [{"month": 1, "day": 11}]),
    ("元旦，长跑", "元旦", "day", [{"month": 1, "day": 1}]),
    ("一九四九年八月，解放", "一九四九年八月", "month", [{"year": 1949, "month": 8}]),
    ("民国三十八年五月，解放", "民国三十八年五月", "month", [{"year": 1949, "month": 5}]),
    ("光绪三年，大旱", "光绪三年", "figures", [{"year": 1877}]),
    ("自3月起，修渠", "自3月起", "month", [{"month": 3}]),
    ("约三月，修渠", "约三月", "month", [{"month": 3}]),
    ("十月中旬，修渠", "十月中旬", "third", [{"month": 10, "part": "旬中"}]),
    ("春，大旱", "春", "season", [{"part": "春"}]),
    ("1956.春，大旱", "1956.春", "season", [{"year": 1956, "part": "春"}]),
    ("春夏之交，无雨", "春夏之交", "season", [{"part": "春夏之交"}]),
    ("是年，丰收", "是年", "year", [{"same": "年"}]),
    ("年底，丰收", "年底", "year", [{"part": "年底"}]),
    ("同日，开会", "同日", "same-day", [{"same": "日"}]),
    ("次日，开会", "次日", "same-day", [{"same": "次日"}]),
    ("3日至5日，开会", "3日至5日", "day", [{"day": 3}, {"day": 5}]),
    ("28—30日，开会", "28—30日", "day", [{"day": 28}, {"day": 30}]),
    *((f"28{dash}30日，开会", f"28{dash}30日", "day", [{"day": 28}, {"day": 30}]) for dash in "─━―–‐~〜"),
    ("二OO六年二月，开会", "二OO六年二月", "month", [{"year": 2006, "month": 2}]),
    ("3日、5日，开会", "3日、5日", "day", [{"day": 3}, {"day": 5}]),
    ("3月28日—4月2日，开会", "3月28日—4月2日", "day", [{"month": 3, "day": 28}, {"month": 4, "day": 2}]),
    ("10日晚，开会", "10日晚", "day", [{"day": 10}]),
    ("9日上午10时，开会", "9日上午10时", "day", [{"day": 9}]),
    ("农历二月初二，社火", "农历二月初二", "lunar", [{"month": 2, "lunar": True}]),
    # The common calendar beats the lunar one, whichever of them stands in the brackets.
    ("2月4日（农历正月初一），社火", "2月4日（农历正月初一）", "day", [{"month": 2, "day": 4}]),
    ("正月初一（2月4日），社火", "正月初一（2月4日）", "day", [{"month": 2, "day": 4}]),
]


@pytest.mark.parametrize(("line", "text", "form", "points"), LABELS, ids=[one[0] for one in LABELS])
def test_a_label(line: str, text: str, form: str, points: list[dict[str, Any]]) -> None:
    found = label(line)
    assert found is not None
    assert (found.text, found.form) == (text, form)
    assert found.points == tuple(Point(**one) for one in points)
    assert (found.width, found.separator) == (len(text), 1)


@pytest.mark.parametrize(
    "line",
    [
        "1.5亿元投资到位",
        "春节联欢会开幕",
        "国庆招待会开幕",
        "10日内办结",
        "5月以前完工",
        "5日报刊发",
        "三日游开通",
        "3日后复工",
        "2021年度预算",
        "90年代初期",
        "自3月修渠",
        "5月 12",
        "3月5日……………7",
        "县里开会",
        "",
    ],
)
def test_what_begins_like_a_date_and_is_none(line: str) -> None:
    assert label(line) is None


def test_a_label_with_nothing_behind_is_bare() -> None:
    found = label("5日县里开会")
    assert found is not None
    assert found.bare
    assert (found.width, found.separator) == (2, 0)
    # Not 3月中.
    found = label("3月中国队出发")
    assert found is not None
    assert found.text == "3月"


def test_only_a_list_of_days_is_listed() -> None:
    said = {line: found.listed for line in ("3日、5日，", "3日至5日，", "3日，") if (found := label(line))}
    assert said == {"3日、5日，": True, "3日至5日，": False, "3日，": False}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("民国三十八年五月", [1949]),
        ("光绪元年至三年", [1875]),
        ("1949年5月", []),
        ("中华民国元年", [1912]),
        ("大德七年", [1303]),
        ("太和十一年（487）", [487]),
        ("惠王九年（前668）", []),
        ("至元二年（1336年）", [1336]),
        ("至元二年", []),
    ],
)
def test_the_years_of_eras(text: str, years: list[int]) -> None:
    assert era_years(text) == years


HERE = Here(2021, 3, "2021-03-10")


@pytest.mark.parametrize(
    ("line", "here", "said"),
    [
        ("5日，", HERE, ("2021-03-05", "2021-03-05", "day")),
        ("4月5日，", HERE, ("2021-04-05", "2021-04-05", "day")),
        ("1949年5月3日，", HERE, ("1949-05-03", "1949-05-03", "day")),
        ("2月29日，", Here(2020, None), ("2020-02-29", "2020-02-29", "day")),
        ("同日，", HERE, ("2021-03-10", "2021-03-10", "day")),
        ("次日，", Here(2021, 2, "2021-02-28"), ("2021-03-01", "2021-03-01", "day")),
        ("同日，", Here(2021, 3), (None, None, "month")),
        ("3日至5日，", HERE, ("2021-03-03", "2021-03-05", "range")),
        ("3月28日—4月2日，", HERE, ("2021-03-28", "2021-04-02", "range")),
        ("12月30日至1月2日，", HERE, ("2021-12-30", "2022-01-02", "range")),
        ("3日、5日，", HERE, ("2021-03-03", "2021-03-05", "day")),
        ("中旬，", HERE, ("2021-03-11", "2021-03-20", "third")),
        ("2月下旬，", HERE, ("2021-02-21", "2021-02-28", "third")),
        ("上中旬，", HERE, ("2021-03-01", "2021-03-20", "range")),
        ("月初，", HERE, ("2021-03-01", "2021-03-10", "third")),
        ("是月，", HERE, (None, None, "month")),
        ("5月，", HERE, (None, None, "month")),
        ("春，", HERE, (None, None, "season")),
        ("是年，", HERE, (None, None, "year")),
        ("农历二月初二，", HERE, (None, None, "undated")),
        ("第四季度，", HERE, (None, None, "season")),
        ("入夏以来　", HERE, (None, None, "season")),
        ("暑假期间【修缮】", HERE, (None, None, "season")),
        ("九月二十日（11月10日）　", Here(1911, None), ("1911-11-10", "1911-11-10", "day")),
        # In Chinese figures a day before 1912 is one of the moon; in others it was reckoned over.
        ("光绪三年（1877）七月二十八日　", HERE, (None, None, "undated")),
        ("七月二十八日　", Here(1877, None), (None, None, "undated")),
        ("1877年7月28日　", HERE, ("1877-07-28", "1877-07-28", "day")),
        ("民国三年（1914）七月二十八日　", HERE, ("1914-07-28", "1914-07-28", "day")),
        ("5日，", Here(2021, None), (None, None, "undated")),
    ],
)
def test_what_a_label_means(line: str, here: Here, said: tuple[str | None, str | None, str]) -> None:
    found = label(line)
    assert found is not None
    meant = moment(found, here)
    assert (meant.start, meant.end, meant.precision) == said
    assert not meant.impossible


def test_the_days_of_a_list() -> None:
    found = label("3日、5日、9日，")
    assert found is not None
    assert moment(found, HERE).days == ("2021-03-03", "2021-03-05", "2021-03-09")


@pytest.mark.parametrize(
    "line", ["0日，", "32日，", "2月29日，", "13月1日，", "6日至5日，", "5日、3日，", "4月2日至3月28日，"]
)
def test_no_impossible_day_is_made_possible(line: str) -> None:
    found = label(line)
    assert found is not None
    meant = moment(found, HERE)
    assert meant.impossible
    assert (meant.start, meant.end) == (None, None)
