"""Organisations: one house in all its spellings, and what belongs to another city, an office or a sentence."""

from __future__ import annotations

import pytest

from builder.model.linkage import Linkage
from tests.links.small import city, document, entry, gazette, linked, linked_words, organisation

HOUSES = {"市政府部门": ["市教育局|市教委"], "党委部门": ["市委组织部"], "企业": ["清江集团"], "省与中央": ["省水利厅"]}
AWAY = {"known": {"市外": ["郑阳市"]}}


def mentions(found: Linkage, name: str) -> list[str]:
    one = organisation(found, name)
    return one.mentions if one else []


def companies(*told: str) -> Linkage:
    """Links of entries on the first days of March, without any list of organisations."""
    return linked(city(*((f"1999-03-0{day}", words) for day, words in enumerate(told, 1))))


def test_one_house_in_all_its_spellings() -> None:
    told = city(("1999-03-01", "市教育局发文。"), ("1999-03-02", "市教委检查。"), ("1999-03-03", "临江市教育局开会。"))
    found = linked(told, organisations=HOUSES)
    house = organisation(found, "市教育局")
    assert house is not None
    assert house.mentions == [entry(f"1999-03-0{day}") for day in (1, 2, 3)]
    assert house.variants == ["市教委", "临江市教育局"]


def test_the_citys_full_name_is_part_of_the_link() -> None:
    words = "临江市教育局开会。"
    found = linked(city(("1999-03-01", words)), organisations=HOUSES)
    assert linked_words(found, entry("1999-03-01"), words, "organisation") == ["临江市教育局"]


@pytest.mark.parametrize("front", ["郑阳", "北桥"])
def test_another_citys_education_bureau_is_not_ours(front: str) -> None:
    """郑阳市 is a city elsewhere, 北桥市 a county that is a city."""
    told = city(("1999-03-01", f"{front}市教育局来访。"), ("1999-03-02", "会同市教育局检查。"))
    found = linked(told, organisations=HOUSES, places=AWAY)
    assert mentions(found, "市教育局") == [entry("1999-03-02")]


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("市委组织部部长到会。", False),
        ("市委组织部常务副部长到会。", False),
        ("省水利厅厅长到会。", False),
        ("市委组织部发出公开信。", True),
        ("清江集团董事长到会。", True),
    ],
)
def test_the_name_in_front_of_an_office_is_no_mention_of_a_department(words: str, *, met: bool) -> None:
    """Only of houses whose names begin an office more often than not: a company is named with its chairman."""
    found = linked(city(("1999-03-01", words)), organisations=HOUSES)
    assert bool(found.organisations) is met


def test_a_company_is_learnt_by_the_end_of_its_name_and_found_in_documents_too() -> None:
    told = city(("1999-03-01", "江南重工机械有限公司投产。"))
    found = linked(told, gazette(documents=(document("a", "通知", "江南重工机械有限公司中标。"),)))
    house = organisation(found, "江南重工机械有限公司")
    assert house is not None
    assert (house.mentions, house.documents, house.group) == ([entry("1999-03-01")], ["gazette-1999-1/a"], "企业")


def test_documents_teach_no_companies() -> None:
    found = linked(gazette(documents=(document("a", "通知", "江南重工机械有限公司中标。"),)))
    assert found.organisations == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("与江南重工机械有限公司签约。", "江南重工机械有限公司"),
        ("市长到江南重工机械有限公司调研。", "江南重工机械有限公司"),
        ("表彰江南重工机械股份有限公司。", "江南重工机械股份有限公司"),
        ("江南重工（中国）有限公司投产。", "江南重工（中国）有限公司"),
        ("和河南大地建筑有限公司签约。", "河南大地建筑有限公司"),
    ],
)
def test_the_words_of_the_sentence_are_no_part_of_a_companys_name(words: str, name: str) -> None:
    assert [one.name for one in companies(words).organisations] == [name]


def test_what_is_too_short_is_no_companys_name() -> None:
    assert companies("与重工有限公司签约。").organisations == []


def test_a_company_is_one_with_and_without_its_city_and_county() -> None:
    found = companies("临江市东川县江南大地建筑有限公司投产。", "江南大地建筑有限公司获奖。")
    assert [(one.name, len(one.mentions)) for one in found.organisations] == [("江南大地建筑有限公司", 2)]


def test_a_company_is_one_with_and_without_its_town() -> None:
    found = companies("东川县白石镇大地建筑有限公司投产。", "大地建筑有限公司获奖。")
    assert [(one.name, len(one.mentions)) for one in found.organisations] == [("大地建筑有限公司", 2)]


def test_a_longer_spelling_belongs_to_the_known_company() -> None:
    found = companies("江南重工机械有限公司投产。", "新江南重工机械有限公司获奖。")
    house = organisation(found, "江南重工机械有限公司")
    assert house is not None
    assert (len(house.mentions), house.variants) == (2, ["新江南重工机械有限公司"])
