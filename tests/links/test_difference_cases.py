"""Where two books tell one event differently: days, offices, figures; seen from the gazette, and only what differs."""

from __future__ import annotations

import pytest

from tests.links.small import city, entry, gazette, linked

TOLD = "清江大桥主体工程封顶，全体工人在桥头合影。"
FILLER = [(f"1999-03-0{n}", words) for n, words in enumerate(("造林三千亩。", "税收增长。", "夏粮丰收。"), 1)]
DAY = "1999-03-20"


def differences(here: tuple[str, str], there: tuple[str, str]) -> list[tuple[str, str, str]]:
    """(kind, in the gazette, in the chronicle) of the one pair that two entries make."""
    found = linked(city(here, *FILLER), gazette(there), events={"enough": 1.0, "shared_full": 10.0})
    assert len(found.same_event) == 2
    ours, theirs = entry(here[0][:10]), entry(there[0][:10], volume="gazette-1999-1")
    assert all((one.entry, one.other) == (theirs, ours) for one in found.differences), "seen from the gazette's side"
    return [(one.kind, one.here, one.there) for one in found.differences]


def test_two_accounts_that_agree_have_no_difference() -> None:
    words = TOLD + "市长王小明出席，投资25万元。"
    assert differences((DAY, words), (DAY, words)) == []


def test_another_day() -> None:
    assert differences((DAY, TOLD), ("1999-03-21", TOLD)) == [("日期", "1999-03-21", DAY)]


def test_a_day_and_a_range_that_begins_with_it() -> None:
    told = differences((f"{DAY}/1999-03-22", TOLD), (DAY, TOLD))
    assert told == [("日期", DAY, f"{DAY}至1999-03-22")]


def test_another_office_of_one_person() -> None:
    told = differences((DAY, TOLD + "副市长王小明出席。"), (DAY, TOLD + "县长王小明出席。"))
    assert told == [("职务", "县长王小明", "副市长王小明")]


def test_fewer_offices_are_no_other_offices() -> None:
    assert differences((DAY, TOLD + "市委副书记、市长王小明出席。"), (DAY, TOLD + "市长王小明出席。")) == []


def test_a_name_without_an_office_contradicts_none() -> None:
    here = TOLD + "市长王小明出席，李大山、王小明、陈长江等合影。"
    assert differences((DAY, here), (DAY, TOLD + "免去王小明东川县职务。")) == []


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [
        ("投资25万元。", "投资26万元。", ("数字", "投资26万元", "投资25万元")),
        ("增长3.5%。", "增长5.3%。", ("数字", "增长5.3%", "增长3.5%")),
        ("召开第三次例会。", "召开第四次例会。", ("数字", "召开第四次", "召开第三次")),
    ],
)
def test_another_figure_in_the_same_place(here: str, there: str, said: tuple[str, str, str]) -> None:
    assert [one for one in differences((DAY, TOLD + here), (DAY, TOLD + there)) if one[0] == "数字"] == [said]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("投资25万元。", "捐款26万元。"),
        ("投资25万元。", "投资26亿元。"),
        ("投资25万元，追加投资30万元。", "投资26万元。"),
    ],
)
def test_figures_of_other_things_are_not_compared(here: str, there: str) -> None:
    """Other words in front, another unit, or words that stand twice: nobody knows which is which."""
    assert differences((DAY, TOLD + here), (DAY, TOLD + there)) == []
