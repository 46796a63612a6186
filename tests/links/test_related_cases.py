"""Related: the same matter in other months, never the same event told again; what looks like a yearly event."""

from __future__ import annotations

from builder.model.volume import Volume
from tests.links.small import book, city, document, entry, gazette, linked

BRIDGE = "清江大桥主体工程"
OTHER = ("造林三千亩。", "税收稳步增长。", "连降暴雨。", "夏粮丰收。", "举办灯会。", "实验学校开学。")


def year(*told: tuple[str, str]) -> Volume:
    """The city's chronicle with entries of other matters beside those of the test."""
    return city(*told, *((f"1999-1{n % 3}-2{n}", words) for n, words in enumerate(OTHER)))


def test_the_same_matter_of_another_month_is_related_both_ways() -> None:
    found = linked(year(("1999-03-01", f"{BRIDGE}开工。"), ("1999-05-01", f"{BRIDGE}封顶。")))
    one, two = entry("1999-03-01"), entry("1999-05-01")
    assert found.related == {one: [two], two: [one]}


def test_the_same_month_is_no_other_month() -> None:
    found = linked(year(("1999-03-01", f"{BRIDGE}开工。"), ("1999-03-20", f"{BRIDGE}封顶。")))
    assert found.related == {}


def test_the_same_month_of_another_year_is_another_month() -> None:
    later = book("chronicle-2000", ("2000-03-20", f"{BRIDGE}封顶。"))
    found = linked(year(("1999-03-01", f"{BRIDGE}开工。")), later)
    assert found.related[entry("1999-03-01")] == ["chronicle-2000/2000-03-20-1"]


def test_what_has_too_little_in_common_is_not_related() -> None:
    told = year(
        ("1999-03-01", f"{BRIDGE}开工。"), ("1999-05-01", "清江通航，沿岸码头扩建，渔民转产，航道清淤，灯塔点亮。")
    )
    assert linked(told).related == {}
    assert linked(told, related={"least": 0.01}).related != {}


def test_at_most_five_and_the_most_alike_first() -> None:
    more = [(f"1999-{month:02}-01", f"{BRIDGE}{'进度报告' * (month > 5)}{month}。") for month in range(4, 11)]
    found = linked(year(("1999-03-01", f"{BRIDGE}3。"), *more))
    first = found.related[entry("1999-03-01")]
    assert len(first) == 5
    assert set(first[:2]) == {entry("1999-04-01"), entry("1999-05-01")}


def test_never_the_same_event_as_related() -> None:
    """The gazette tells on 1 April what the chronicle dates 31 March: another month, the same event."""
    told, again = ("1999-03-31", f"{BRIDGE}封顶，全体工人合影。"), ("1999-04-01", f"{BRIDGE}封顶，全体工人合影。")
    found = linked(year(told), gazette(again), events={"shared_full": 10.0})
    one, other = entry("1999-03-31"), entry("1999-04-01", volume="gazette-1999-1")
    assert [pair.entry for pair in found.same_event[one]] == [other]
    assert found.related == {}
    apart = linked(year(told), gazette(again), events={"enough": 99.0})
    assert apart.related == {one: [other], other: [one]}, "what is no pair is related"


def test_an_event_told_twice_is_related_once() -> None:
    words = f"{BRIDGE}封顶，全体工人合影。"
    found = linked(
        year(("1999-03-31", words), ("1999-06-01", f"{BRIDGE}封顶后通车。")),
        gazette(("1999-03-31", words)),
        events={"shared_full": 10.0},
    )
    told = {entry("1999-03-31"), entry("1999-03-31", volume="gazette-1999-1")}
    others = found.related[entry("1999-06-01")]
    assert len(others) == 1
    assert set(others) < told


def test_chapters_of_one_plan_are_no_news_to_each_other() -> None:
    one, two = (document(name, f"{BRIDGE}规划", date=None) for name in "ab")
    plan = Volume("plan-1", "plan", documents=[one, two])
    assert linked(year(), plan).related == {one.id: [two.id], two.id: [one.id]}
    one.chapter, two.chapter = 1, 2
    assert linked(year(), plan).related == {}


def test_a_document_is_related_to_an_entry_of_another_month() -> None:
    made = document("a", f"{BRIDGE}方案", date="1999-02-01")
    found = linked(year(("1999-03-01", f"{BRIDGE}开工。")), gazette(documents=(made,)))
    assert found.related[made.id] == [entry("1999-03-01")]


def yearly(*volumes: Volume, **more: object) -> list[tuple[str, str]]:
    """Name and first entry of the yearly events that are proposed."""
    found = linked(*volumes, **more)
    return [(one.text, one.owner) for one in found.suggestions if one.kind == "yearly"]


def test_an_event_around_the_same_day_of_the_next_year_is_proposed_as_yearly() -> None:
    assert yearly(
        year(("1999-03-01", "清江龙舟赛开赛。")), book("chronicle-2000", ("2000-03-10", "清江龙舟赛开赛。"))
    ) == [("清江龙舟赛开赛", entry("1999-03-01"))]


def test_no_yearly_event_at_another_time_of_the_year_or_two_years_on_or_in_the_gazette() -> None:
    first = year(("1999-03-01", "清江龙舟赛开赛。"))
    assert yearly(first, book("chronicle-2000", ("2000-06-10", "清江龙舟赛开赛。"))) == []
    assert yearly(first, book("chronicle-2001", ("2001-03-01", "清江龙舟赛开赛。"))) == []
    assert yearly(first, book("gazette-2000-1", ("2000-03-01", "清江龙舟赛开赛。"))) == []


def test_a_yearly_event_is_named_without_its_number_and_year() -> None:
    told = (
        year(("1999-03-01", "第三届清江龙舟赛开赛。")),
        book("chronicle-2000", ("2000-03-01", "第四届清江龙舟赛开赛。")),
    )
    assert [name for name, _ in yearly(*told)] == ["清江龙舟赛开赛"]


def test_what_is_listed_or_was_looked_at_is_not_proposed() -> None:
    told = year(("1999-03-01", "清江龙舟赛开赛。")), book("chronicle-2000", ("2000-03-01", "清江龙舟赛开赛。"))
    assert yearly(*told, yearly={"龙舟赛": "龙舟赛"}) == []
    assert yearly(*told, checked={"texts": ["清江龙舟赛开赛"]}) == []
