"""What looks like a name and is in no list is proposed, with lines to paste; what is known is not."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.links.small import city, document, entry, gazette, linked


def proposed(*told: str, **names: Any) -> list[tuple[str, str]]:
    """Kind and words of the suggestions for entries on the first days of March."""
    found = linked(city(*((f"1999-03-0{day}", words) for day, words in enumerate(told, 1))), **names)
    for one in found.suggestions:
        assert tomllib.loads(one.stub.replace("…", "")), "what is to be pasted is TOML"
    return [(one.kind, one.text) for one in found.suggestions]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("市渔业局开会。", [("organisation", "市渔业局")]),
        ("会议由市渔业局召集。", [("organisation", "市渔业局")]),
        ("市渔业局局长到会。", []),
        ("市委宣传委员会到会。", []),
        ("到青石镇，再到白云乡。", [("place", "青石镇"), ("place", "白云乡")]),
        ("到青石镇河口村。", [("place", "青石镇")]),
    ],
)
def test_a_name_that_no_list_holds_is_proposed(words: str, wanted: list[tuple[str, str]]) -> None:
    assert proposed(words) == wanted


def test_known_names_are_not_proposed() -> None:
    words = "市渔业局开会，到青石镇，市渔业馆开馆。"
    assert len(proposed(words)) == 3
    names: dict[str, Any] = {"organisations": {"市政府部门": ["市渔业局"]}}
    assert proposed(words, places={"known": {"乡镇街道": ["青石镇"], "场馆": ["市渔业馆"]}}, **names) == []


def test_a_name_is_proposed_once_with_the_entry_that_names_it_first() -> None:
    found = linked(city(("1999-03-01", "造林。"), ("1999-03-02", "市渔业局开会。"), ("1999-03-03", "市渔业局检查。")))
    assert [(one.text, one.owner) for one in found.suggestions] == [("市渔业局", entry("1999-03-02"))]


def test_documents_propose_nothing() -> None:
    assert linked(gazette(documents=(document("a", "通知", "市渔业局执行。"),))).suggestions == []


def test_a_word_in_front_of_a_known_person_is_proposed_as_an_office() -> None:
    assert proposed("市长王小明出席。", "处长王小明出席。") == [("office", "处长")]
    assert proposed("市长王小明出席。", "处长王小明出席。", offices={"words": ["市长", "处长"]})[:1] != [
        ("office", "处长")
    ]


def test_one_name_in_offices_of_two_houses_may_be_two_people() -> None:
    told = ("青山小学院长王小明出席。", "清江集团董事长王小明出席。")
    assert proposed(*told) == [("namesake", "王小明")]
    assert proposed(*told, persons={"namesake": [{"name": "王小明", "context": ["清江集团"]}]}) == []


def test_one_name_in_offices_of_one_house_is_one_person() -> None:
    assert proposed("清江集团总经理王小明出席。", "清江集团董事长王小明出席。") == []


def test_what_was_looked_at_is_not_proposed_again() -> None:
    assert proposed("市渔业局开会。", checked={"texts": ["市渔业局"]}) == []
