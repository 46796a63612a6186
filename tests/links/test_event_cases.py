"""The same event in two books: what makes a pair, what speaks against one, whom an entry takes."""

from __future__ import annotations

import pytest

from builder.model.linkage import Linkage
from tests.links.small import book, city, entry, gazette, linked

TOLD = "清江大桥主体工程封顶，全体工人在桥头合影。"
OTHER = ("造林三千亩。", "税收稳步增长。", "连降暴雨。", "夏粮丰收。")
FILLER = [(f"1999-03-0{n}", words) for n, words in enumerate(OTHER, 1)]


def theirs(day: str, count: int = 1) -> str:
    return entry(day, count, "gazette-1999-1")


def pairs(found: Linkage) -> dict[str, list[str]]:
    return {owner: [pair.entry for pair in row] for owner, row in found.same_event.items()}


def told(ours: list[tuple[str, str]], others: list[tuple[str, str]], **weights: float) -> Linkage:
    """Links of the city's chronicle and a gazette's; few words make much here (`shared_full`)."""
    return linked(city(*ours, *FILLER), gazette(*others), events={"shared_full": 10.0, **weights})


def test_one_event_in_two_books_is_a_pair_both_ways_with_its_reasons() -> None:
    found = told([("1999-03-20", TOLD)], [("1999-03-20", TOLD)])
    assert pairs(found) == {entry("1999-03-20"): [theirs("1999-03-20")], theirs("1999-03-20"): [entry("1999-03-20")]}
    (there,), (back,) = found.same_event.values()
    assert there.score == back.score == round(sum(one.points for one in there.reasons), 3)
    assert [one.name for one in there.reasons] == [one.name for one in back.reasons] == ["text", "shared", "same_day"]


def test_other_words_on_the_same_day_are_no_pair() -> None:
    assert pairs(told([("1999-03-20", TOLD)], [("1999-03-20", "实验学校举行运动会。")])) == {}


@pytest.mark.parametrize(("day", "met"), [("1999-03-22", True), ("1999-03-23", False), ("1999-03-17", False)])
def test_a_pair_is_no_more_than_some_days_apart(day: str, *, met: bool) -> None:
    found = told([("1999-03-20", TOLD)], [(day, TOLD)], days_off=-0.1)
    assert bool(found.same_event) is met


@pytest.mark.parametrize(("day", "met"), [("1999-03-10", True), ("1999-03-12", True), ("1999-03-15", False)])
def test_days_are_counted_from_the_ends_of_a_longer_event(day: str, *, met: bool) -> None:
    found = told([("1999-03-05/1999-03-12", TOLD)], [(day, TOLD)])
    assert bool(found.same_event) is met


def test_days_of_two_months_may_meet() -> None:
    found = told([("1999-02-28", TOLD)], [("1999-03-01", TOLD)])
    assert pairs(found)[theirs("1999-03-01")] == [entry("1999-02-28")]


def test_what_has_no_day_has_no_pair() -> None:
    assert pairs(told([("1999-03", TOLD)], [("1999-03-20", TOLD)])) == {}
    assert pairs(told([("1999-03-20", TOLD)], [("1999-03", TOLD)])) == {}


def test_two_books_of_one_kind_make_no_pair() -> None:
    ours = linked(city(("1999-03-20", TOLD), *FILLER), book("chronicle-1999-2", ("1999-03-20", TOLD)))
    issues = linked(gazette(("1999-03-20", TOLD), *FILLER), book("gazette-1999-2", ("1999-03-20", TOLD)))
    assert ours.same_event == issues.same_event == {}


def test_an_entry_takes_the_best_partner() -> None:
    near, far = "清江大桥主体工程封顶，工人合影。", "清江大桥主体工程开工，市民观礼。"
    found = told([("1999-03-20", far), ("1999-03-20", near)], [("1999-03-20", TOLD)])
    assert pairs(found)[theirs("1999-03-20")] == [entry("1999-03-20", 2)]
    alone = told([("1999-03-20", far)], [("1999-03-20", TOLD)])
    assert pairs(alone)[theirs("1999-03-20")] == [entry("1999-03-20")], "it would have been one without the better"


def test_a_partner_is_taken_twice_where_one_book_splits_what_the_other_merges() -> None:
    one, two = "清江大桥主体工程封顶，全体工人合影。", "实验学校新校舍落成，师生庆祝。"
    found = told([("1999-03-20", one + two)], [("1999-03-20", one), ("1999-03-20", two)])
    assert pairs(found)[entry("1999-03-20")] == [theirs("1999-03-20"), theirs("1999-03-20", 2)]


def test_an_entry_that_merges_two_takes_both() -> None:
    one, two = "清江大桥主体工程封顶，全体工人合影。", "实验学校新校舍落成，师生庆祝。"
    found = told([("1999-03-20", one), ("1999-03-20", two)], [("1999-03-20", one + two)])
    assert sorted(pairs(found)[theirs("1999-03-20")]) == [entry("1999-03-20"), entry("1999-03-20", 2)]


def test_a_second_partner_that_tells_nothing_more_is_not_taken() -> None:
    found = told([("1999-03-20", TOLD), ("1999-03-20", TOLD)], [("1999-03-20", TOLD)])
    assert pairs(found)[theirs("1999-03-20")] == [entry("1999-03-20")]


def test_too_small_a_share_of_the_words_is_no_pair_whatever_else_agrees() -> None:
    one = "市长王小明到清江大桥，要求抓紧工期，保证质量，如期完工。"
    two = "市长王小明会见投资商，对方拟建化肥厂，来自清江上游。"
    ours, others = [("1999-03-20", one)], [("1999-03-20", two)]
    assert pairs(told(ours, others, enough=0.1, least_text=0.0)) != {}
    assert pairs(told(ours, others, enough=0.1)) == {}


REASONS = [
    ("同日", "同日", "same_day", 1.0, "1999-03-20"),
    ("市长王小明出席。", "市长王小明出席。", "lead", 1.5, "王小明"),
    ("市长王小明出席。", "市长李大山出席。", "lead_against", -0.6, "李大山 / 王小明"),
    ("市长王小明出席。", "市长李大山出席。", "nobody_shared", -2.0, "李大山、王小明"),
    ("市长王小明、副市长李大山出席。", "副市长李大山出席。", "persons", 1.0, "李大山"),
    ("第3次例会。", "第3次例会。", "number", 1.0, "第3次"),
    ("出资25万元。", "出资25万元。", "number", 1.0, "25"),
    ("第3次例会。", "第4次例会。", "number_against", -3.0, "3次、4次"),
    ("印发《桥梁办法》。", "印发《桥梁办法》。", "title", 1.0, "桥梁办法"),
    ("东川县参与。", "东川参与。", "place", 0.5, "东川县"),
    ("市教育局参与。", "市教委参与。", "organisation", 0.5, "市教育局"),
    ("召开会议。", "召开大会。", "act", 0.5, "会议"),
    ("召开会议。", "现场调研。", "act_against", -0.5, "会议、调研"),
]


@pytest.mark.parametrize(("here", "there", "name", "points", "evidence"), REASONS)
def test_what_speaks_for_and_against_a_pair(here: str, there: str, name: str, points: float, evidence: str) -> None:
    found = linked(
        city(("1999-03-20", TOLD + here), *FILLER),
        gazette(("1999-03-20", TOLD + there)),
        events={"enough": 0.1},
        organisations={"市政府部门": ["市教育局|市教委"]},
    )
    (pair,) = found.same_event[theirs("1999-03-20")]
    said = {one.name: (one.points, one.evidence) for one in pair.reasons}
    assert said[name] == (points, evidence)


def test_a_shared_range_of_days_speaks_for_a_pair_and_days_off_against_it() -> None:
    def reasons(day: str) -> dict[str, float]:
        found = told([("1999-03-20/1999-03-22", TOLD)], [(day, TOLD)], enough=0.1)
        (pair,) = found.same_event[theirs(day[:10])]
        return {one.name: one.points for one in pair.reasons if "day" in one.name or "range" in one.name}

    assert reasons("1999-03-20/1999-03-22") == {"same_day": 1.0, "same_range": 1.0}
    assert reasons("1999-03-22") == {"same_day": 1.0}
    assert reasons("1999-03-24") == {"days_off": -2.0}


def test_another_number_of_the_same_meeting_is_another_meeting() -> None:
    words = "市政府召开第{}次常务会议。"
    same = told([("1999-03-20", words.format(3))], [("1999-03-20", words.format(3))])
    other = told([("1999-03-20", words.format(3))], [("1999-03-20", words.format(4))])
    assert pairs(same)
    assert pairs(other) == {}
