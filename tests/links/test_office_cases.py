"""Offices: who is seen in one, from which day to which, and the changes that entries tell."""

from __future__ import annotations

import pytest

from builder.model.linkage import Holder, Linkage, Person
from tests.links.small import city, document, entry, gazette, linked

SHOWN = {"shown": {"titles": ["市委书记", "市长", "副市长", "东川县县长"]}}


def person(found: Linkage, name: str) -> Person:
    return next(one for one in found.persons if one.name == name)


def held(found: Linkage, name: str) -> list[tuple[str, str, str]]:
    return [(one.title, one.first, one.last) for one in person(found, name).offices]


def holders(found: Linkage, title: str) -> list[Holder]:
    return next(one.holders for one in found.offices if one.title == title)


def told(*entries: tuple[str, str]) -> Linkage:
    return linked(city(*entries), offices=SHOWN)


def test_an_office_is_held_from_the_first_day_seen_to_the_last() -> None:
    found = told(
        ("1999-03-05", "市长王小明出席。"), ("1999-02-01", "市长王小明出席。"), ("1999-07-09", "市长王小明出席。")
    )
    assert held(found, "王小明") == [("市长", "1999-02-01", "1999-07-09")]
    assert person(found, "王小明").offices[0].entries == [
        entry(day) for day in ("1999-03-05", "1999-02-01", "1999-07-09")
    ]


def test_where_no_day_is_told_the_month_counts() -> None:
    assert held(told(("1999-03", "市长王小明出席。")), "王小明") == [("市长", "1999-03", "1999-03")]


def test_a_document_shows_an_office_on_the_day_it_was_signed_and_none_without_a_day() -> None:
    words = "由市长王小明主持。"
    signed, unsigned = document("a", "通知", words), document("b", "通知", "由副市长王小明主持。", date=None)
    found = linked(gazette(documents=(signed, unsigned)))
    assert held(found, "王小明") == [("市长", "1999-03-06", "1999-03-06")]
    assert person(found, "王小明").documents == [signed.id, unsigned.id]


def test_offices_of_a_person_in_the_order_of_time() -> None:
    found = told(("1999-05-01", "市长王小明出席。"), ("1999-03-01", "副市长王小明出席。"))
    assert [title for title, _, _ in held(found, "王小明")] == ["副市长", "市长"]


def test_only_offices_of_the_list_are_shown_in_its_order_and_only_with_holders() -> None:
    found = told(("1999-03-01", "局长赵永安、市长王小明、市委书记李大山出席。"))
    assert [one.title for one in found.offices] == ["市委书记", "市长"]


def test_holders_in_the_order_of_time() -> None:
    found = told(("1999-05-01", "市长王小明出席。"), ("1999-03-01", "市长李大山出席。"))
    ids = {one.id: one.name for one in found.persons}
    assert [ids[one.person] for one in holders(found, "市长")] == ["李大山", "王小明"]


@pytest.mark.parametrize(
    "words", ["王小明任市长。", "王小明当选市长。", "王小明同志任市长。", "任命王小明为市长。", "选举王小明为市长。"]
)
def test_a_person_comes_into_an_office(words: str) -> None:
    found = told(("1999-03-01", words))
    assert held(found, "王小明") == [("市长", "1999-03-01", "1999-03-01")]
    (holder,) = holders(found, "市长")
    assert (holder.began, holder.ended) == (entry("1999-03-01"), None)


@pytest.mark.parametrize("words", ["免去王小明市长职务。", "王小明不再担任市长。", "王小明辞去市长职务。"])
def test_a_person_leaves_an_office(words: str) -> None:
    found = told(("1999-02-01", "市长王小明出席。"), ("1999-03-01", words))
    (holder,) = holders(found, "市长")
    assert (holder.began, holder.ended) == (None, entry("1999-03-01"))
    assert (holder.first, holder.last) == ("1999-02-01", "1999-03-01")
    assert holder.entries == [entry("1999-02-01")], "who leaves is not seen in office that day"


def test_who_leaves_an_office_nobody_saw_him_in_does_not_hold_it() -> None:
    found = told(("1999-02-01", "副市长王小明出席。"), ("1999-03-01", "王小明辞去市长职务。"))
    assert held(found, "王小明") == [("副市长", "1999-02-01", "1999-02-01")]


def test_a_row_of_names_shares_what_behind_it_is_told() -> None:
    found = told(("1999-03-01", "李大山、王小明当选副市长。"))
    assert held(found, "李大山") == held(found, "王小明") == [("副市长", "1999-03-01", "1999-03-01")]


def test_as_somebody_is_no_appointment() -> None:
    """王小明为市长颁奖: only behind 任命, 选举 and the like does 为 name an office."""
    found = told(("1999-03-01", "市委书记王小明出席，王小明为市长。"))
    assert held(found, "王小明") == [("市委书记", "1999-03-01", "1999-03-01")]


def test_bare_offices_belong_to_the_house_of_the_first() -> None:
    found = told(("1999-03-01", "王小明任清江集团董事长、总经理。"))
    assert [title for title, _, _ in held(found, "王小明")] == ["清江集团总经理", "清江集团董事长"]


def test_a_deputy_belongs_to_the_office_told_before_in_the_same_sentence() -> None:
    more = {"words": ["团长", "副团长", "局长", "副局长"]}
    found = linked(
        city(
            ("1999-03-01", "李大山任考察团团长，王小明任副团长。"), ("1999-04-01", "李大山任水务局长。王小明任副局长。")
        ),
        offices=more,
    )
    assert [title for title, _, _ in held(found, "王小明")] == ["考察团副团长", "副局长"]


def test_one_office_in_its_usual_spelling() -> None:
    found = linked(
        city(("1999-03-01", "临江市市长王小明出席。"), ("1999-04-01", "市长王小明出席。")),
        offices={"same": {"市市长": "市长"}},
    )
    assert held(found, "王小明") == [("市长", "1999-03-01", "1999-04-01")]


def test_two_people_of_one_name_are_told_apart_by_a_word_of_the_entry() -> None:
    twins = {"namesake": [{"name": "王小明", "context": ["村民"]}]}
    entries = (
        ("1999-03-01", "市长王小明出席。"),
        ("1999-04-01", "局长王小明会见村民。"),
        ("1999-05-01", "王小明出席。"),
    )
    found = linked(city(*entries), persons=twins)
    assert {one.id: one.mentions for one in found.persons} == {
        "wang-xiao-ming": [entry("1999-03-01"), entry("1999-05-01")],
        "wang-xiao-ming-2": [entry("1999-04-01")],
    }


def test_months_and_company_of_a_person() -> None:
    found = told(
        ("1999-03-01", "市长王小明、副市长李大山出席，局长赵永安主持。"),
        ("1999-03-02", "市长王小明、副市长李大山出席。"),
        ("1999-04", "市长王小明出席。"),
    )
    one = person(found, "王小明")
    assert one.months == {"1999-03": 2, "1999-04": 1}
    assert one.together == [("li-da-shan", 2), ("zhao-yong-an", 1)]
