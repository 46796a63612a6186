"""Places: whose entries a county holds, what is learnt, what only looks like a place."""

from __future__ import annotations

import pytest

from builder.model.linkage import Linkage
from tests.links.small import city, document, entry, gazette, linked, linked_words, place

RIVER = {"known": {"河流": ["清江|清江河"], "新区": ["清江新区@西岭县"], "市外": ["郑阳市"]}}


def mentions(found: Linkage, name: str) -> list[str]:
    one = place(found, name)
    return one.mentions if one else []


def test_a_countys_entries_include_those_of_its_towns() -> None:
    found = linked(
        city(
            ("1999-03-01", "东川县白石镇柳树村修路。"),
            ("1999-03-02", "白石镇建校。"),
            ("1999-03-03", "柳树村通电。"),
            ("1999-03-04", "东川县防汛。"),
        )
    )
    days = [entry(f"1999-03-0{day}") for day in (1, 2, 3, 4)]
    assert mentions(found, "柳树村") == [days[0], days[2]]
    assert mentions(found, "白石镇") == days[:3]
    assert mentions(found, "东川县") == days


def test_a_village_is_within_its_town_and_the_town_within_its_county() -> None:
    found = linked(city(("1999-03-01", "东川县白石镇柳树村修路，西岭县石桥村建桥。")))
    ids = {one.name: one.id for one in found.places}
    within = {one.name: one.within for one in found.places}
    assert within == {
        "东川县": None,
        "西岭县": None,
        "白石镇": ids["东川县"],
        "柳树村": ids["白石镇"],
        "石桥村": ids["西岭县"],
    }


def test_its_own_mentions_are_counted_apart_from_those_of_its_towns() -> None:
    found = linked(city(("1999-03-01", "东川县白石镇修路。"), ("1999-03-02", "白石镇建校，白石镇修路。")))
    own = {one.name: one.own for one in found.places}
    assert own == {"东川县": 1, "白石镇": 3}


def test_a_town_is_learnt_behind_its_countys_full_name_only() -> None:
    found = linked(city(("1999-03-01", "东川青云镇修路。"), ("1999-03-02", "青云镇建校。")))
    assert place(found, "青云镇") is None
    assert mentions(found, "东川县") == [entry("1999-03-01")]


def test_a_town_that_is_learnt_late_is_found_in_what_stands_before() -> None:
    found = linked(city(("1999-03-01", "白石镇建校。"), ("1999-03-02", "东川县白石镇修路。")))
    assert mentions(found, "白石镇") == [entry("1999-03-01"), entry("1999-03-02")]


def test_documents_teach_no_towns() -> None:
    found = linked(gazette(documents=(document("a", "通知", "东川县白石镇修路。"),)))
    assert place(found, "白石镇") is None


@pytest.mark.parametrize("words", ["东川县有关乡镇修路。", "东川县农村社区修路。"])
def test_words_that_end_like_a_town_are_no_town(words: str) -> None:
    found = linked(city(("1999-03-01", words)), places={"not_names": ["有关", "农村"]})
    assert [one.name for one in found.places] == ["东川县"]


def test_a_street_is_no_town() -> None:
    """东川县文化街道路 is a road in a street, 东川县文化街道 a town."""
    found = linked(city(("1999-03-01", "东川县新乡街改造。")))
    assert [one.name for one in found.places] == ["东川县"]


def test_a_word_in_front_makes_it_another_place() -> None:
    names = {"counties": {"城区": ["城区"]}, "not_before": {"城区": ["主"]}}
    found = linked(city(("1999-03-01", "主城区供暖。"), ("1999-03-02", "到城区调研。")), places=names)
    assert mentions(found, "城区") == [entry("1999-03-02")]


def test_a_place_inside_a_name_that_is_no_place() -> None:
    names = {"shadow": {"names": ["东川会堂"]}}
    found = linked(city(("1999-03-01", "东川会堂落成。"), ("1999-03-02", "东川修路。")), places=names)
    assert mentions(found, "东川县") == [entry("1999-03-02")]


def test_the_longest_name_of_a_place_wins() -> None:
    found = linked(city(("1999-03-01", "清江新区开工。")), places=RIVER)
    assert [one.name for one in found.places] == ["清江新区", "西岭县"]


def test_other_spellings_are_told_as_variants() -> None:
    found = linked(city(("1999-03-01", "清江河治理，清江通航。")), places=RIVER)
    river = place(found, "清江")
    assert river is not None
    assert (river.own, river.variants, river.group) == (2, ["清江河"], "河流")


def test_a_river_inside_an_organisation_is_no_mention_of_the_river() -> None:
    houses = {"企业": ["清江集团", "东川县人民医院"]}
    told = city(("1999-03-01", "清江集团开工。"), ("1999-03-02", "东川县人民医院开诊。"), ("1999-03-03", "清江通航。"))
    found = linked(told, places=RIVER, organisations=houses)
    assert mentions(found, "清江") == [entry("1999-03-03")]
    assert mentions(found, "东川县") == [entry("1999-03-02")], "a county's hospital is one of the county"


def test_a_county_that_nothing_names_has_no_line() -> None:
    assert [one.name for one in linked(city(("1999-03-01", "东川县防汛。"))).places] == ["东川县"]


def test_a_place_is_linked_once_in_each_text_of_a_document_and_each_time_in_an_entry() -> None:
    words = "东川县治理清江，清江通航，东川县防汛。"
    found = linked(
        city(("1999-03-01", words)),
        gazette(documents=(document("a", "清江治理方案", "#清江治理", words),)),
        places=RIVER,
    )
    told = entry("1999-03-01")
    assert linked_words(found, told, words, "place") == ["东川县", "清江", "清江", "东川县"]
    spans = found.spans["gazette-1999-1/a"]
    assert [(span.part, words[span.start : span.end]) for span in spans] == [(2, "东川县"), (2, "清江")]
