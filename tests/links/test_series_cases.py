"""Series as lines of time, and what comes back each year."""

from __future__ import annotations

import pytest

from builder.model.linkage import Linkage
from tests.links.small import book, city, document, entry, gazette, linked

MEETING = {"常务会议": "第([一二三四五六七八九十\\d]+)次常务会"}


def told(*numbers: str) -> Linkage:
    """Links of one meeting on each first day of a month."""
    days = [f"1999-{month:02}-01" for month in range(1, len(numbers) + 1)]
    return linked(city(*((d, f"第{n}次常务会召开。") for d, n in zip(days, numbers, strict=True))), timelines=MEETING)


def numbers(found: Linkage) -> list[list[int]]:
    return [[step.number for step in one.steps] for one in found.series]


def test_the_gaps_of_a_series_are_told() -> None:
    (meetings,) = told("3", "4", "7", "9").series
    assert (meetings.name, meetings.gaps) == ("常务会议", [(5, 6), (8, 8)])
    assert [(step.number, step.owner, step.date) for step in meetings.steps] == [
        (number, entry(f"1999-0{month}-01"), f"1999-0{month}-01") for month, number in enumerate((3, 4, 7, 9), 1)
    ]


def test_a_series_without_a_gap_tells_none() -> None:
    assert [one.gaps for one in told("3", "4", "5").series] == [[]]


def test_numbers_in_digits_and_in_chinese_are_one_series() -> None:
    assert numbers(told("九", "10", "十一", "二十")) == [[9, 10, 11, 20]]


def test_one_number_alone_is_no_series() -> None:
    assert told("3").series == []
    assert told("3", "3").series == []


def test_a_new_term_of_office_begins_a_series_of_its_own() -> None:
    found = told("18", "19", "1", "2")
    assert [(one.name, one.gaps) for one in found.series] == [("常务会议", []), ("常务会议（2）", [])]
    assert numbers(found) == [[18, 19], [1, 2]]
    assert len({one.id for one in found.series}) == 2


@pytest.mark.parametrize("late", [("18", "19", "17", "20"), ("6", "5", "1", "7")])
def test_a_number_told_late_begins_no_new_term(late: tuple[str, ...]) -> None:
    assert len(told(*late).series) == 1


def test_a_number_said_twice_in_an_entry_is_one_step() -> None:
    found = linked(
        city(("1999-01-01", "第3次常务会召开。\n第3次常务会指出。"), ("1999-02-01", "第4次常务会召开。")),
        timelines=MEETING,
    )
    assert numbers(found) == [[3, 4]]


def test_an_entry_may_tell_of_two_steps() -> None:
    found = linked(city(("1999-01-01", "第3次常务会和第4次常务会召开。")), timelines=MEETING)
    assert numbers(found) == [[3, 4]]


def test_what_has_no_day_stands_at_the_end_of_its_month() -> None:
    found = linked(
        city(
            ("1999-01", "第5次常务会召开。"), ("1999-01-31", "第4次常务会召开。"), ("1999-02-01", "第6次常务会召开。")
        ),
        timelines=MEETING,
    )
    (meetings,) = found.series
    assert [(step.number, step.date) for step in meetings.steps] == [(4, "1999-01-31"), (5, None), (6, "1999-02-01")]


def test_steps_are_in_the_order_of_time_whichever_book_comes_first() -> None:
    later = book("chronicle-2000", ("2000-01-01", "第5次常务会召开。"))
    found = linked(later, city(("1999-01-01", "第4次常务会召开。")), timelines=MEETING)
    assert numbers(found) == [[4, 5]]


def test_documents_take_no_step() -> None:
    made = document("a", "通知", "第5次常务会通过。")
    found = linked(
        city(("1999-01-01", "第3次常务会召开。"), ("1999-02-01", "第4次常务会召开。")),
        gazette(documents=(made,)),
        timelines=MEETING,
    )
    assert numbers(found) == [[3, 4]]


RACE = {"龙舟赛": "龙舟赛(?:开赛|举行)", "灯会": "灯会"}


def recurring(*volumes: tuple[str, str, str]) -> list[tuple[str, list[tuple[int, str]]]]:
    """Name and entries of what comes back, in books of one entry each: (volume, day, words)."""
    found = linked(*(book(volume, (day, words)) for volume, day, words in volumes), yearly=RACE)
    return [(one.name, one.entries) for one in found.recurring]


def test_what_two_years_tell_comes_back_in_the_order_of_the_years() -> None:
    assert recurring(
        ("chronicle-2000", "2000-06-18", "龙舟赛举行。"), ("chronicle-1999", "1999-06-20", "龙舟赛开赛。")
    ) == [("龙舟赛", [(1999, "chronicle-1999/1999-06-20-1"), (2000, "chronicle-2000/2000-06-18-1")])]


def test_twice_in_one_year_does_not_come_back() -> None:
    found = linked(city(("1999-06-20", "龙舟赛开赛。"), ("1999-07-20", "龙舟赛举行。")), yearly=RACE)
    assert found.recurring == []


def test_a_gazettes_chronicle_does_not_count() -> None:
    assert recurring(("gazette-2000-1", "2000-06-18", "灯会。"), ("chronicle-1999", "1999-06-20", "灯会。")) == []


def test_other_words_do_not_come_back() -> None:
    told = (("chronicle-2000", "2000-06-18", "龙舟赛延期。"), ("chronicle-1999", "1999-06-20", "龙舟赛开赛。"))
    assert recurring(*told) == []
