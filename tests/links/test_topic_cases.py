"""Topics and likeness: what an entry is about, beside who acts in it and the words that all have."""

from __future__ import annotations

import pytest

from builder.links.corpus import units
from builder.links.persons.mentions import find_persons
from builder.links.topics.likeness import Candidates, Topics, grams_of
from builder.model.volume import Volume
from tests.links.small import city, document, entry, gazette, known

ROAD = "清江大桥通车。"
SCHOOL = "实验学校开学。"


def topics_of(*volumes: Volume) -> Topics:
    found = units(volumes)
    return Topics(found, find_persons(known(), found))


def of_days(*told: str) -> tuple[Topics, list[str]]:
    """Topics of entries on the first days of March, and the ids of these."""
    days = [f"1999-03-{day:02}" for day in range(1, len(told) + 1)]
    return topics_of(city(*zip(days, told, strict=True))), [entry(day) for day in days]


def test_who_acts_is_no_topic() -> None:
    """市长王小明 stands in a fifth of all entries: with him every two would look alike."""
    topics, (one, other, _) = of_days("市长王小明出席" + ROAD, "市长王小明出席" + SCHOOL, "造林。")
    assert topics.grams[one] & topics.grams[other] == {"出席"}
    assert not {gram for gram in topics.grams[one] if set(gram) & set("市长王小明")}


def test_an_office_in_a_row_is_no_topic_either() -> None:
    topics, (one,) = of_days("市委副书记、市长王小明到清江大桥。")
    assert topics.words[one] == "，到清江大桥。"


def test_the_same_words_are_alike_and_other_words_are_not() -> None:
    topics, (one, same, other) = of_days(ROAD, ROAD, SCHOOL)
    assert topics.alike(one, same) == pytest.approx(1)
    assert topics.alike(one, other) == 0
    assert topics.shared(one, same)[1] == pytest.approx(1)


def test_likeness_is_the_same_from_both_sides_and_between() -> None:
    topics, (one, half, _) = of_days(ROAD, "清江大桥维修，桥下清淤。", SCHOOL)
    assert 0.2 < topics.alike(one, half) < 0.9
    assert topics.alike(one, half) == topics.alike(half, one)


def test_the_share_is_that_of_the_shorter_text() -> None:
    topics, (short, long, _) = of_days("清江大桥", "清江大桥通车，交警维持秩序，市民观礼", SCHOOL)
    assert topics.shared(short, long)[1] == topics.shared(long, short)[1] == pytest.approx(1)
    assert topics.alike(short, long) < 0.8


def test_words_that_all_have_tell_nothing_and_rare_ones_tell_most() -> None:
    topics, (one, other, _) = of_days("今天清江通航", "今天清江防汛", "今天造林")
    scale = topics.scale(one, other)
    assert scale.weight(["今天"]) == 0
    assert 0 < scale.weight(["清江"]) < scale.weight(["造林"])
    assert scale.weight(["未见"]) == 0


def test_the_rest_is_what_only_the_second_explains() -> None:
    topics, (both, road, school) = of_days("清江大桥、实验学校", "清江大桥", "实验学校")
    assert topics.rest(both, road, school) == pytest.approx(1)
    assert topics.rest(both, road, road) == 0
    assert topics.rest(road, both, school) == 0


def test_words_do_not_reach_over_a_mark() -> None:
    assert grams_of("清江，大桥AB") == {"清江", "大桥", "桥a", "ab"}


def test_a_document_is_about_its_title_and_headings() -> None:
    made = document("a", "绿化方案", "#总体要求", "正文不算。")
    topics = topics_of(gazette(documents=(made,)))
    assert topics.words["gazette-1999-1/a"] == "绿化方案 总体要求"


def test_candidates_come_best_first_and_never_the_unit_itself() -> None:
    told = ("清江大桥通车典礼", "清江大桥通车", "清江防汛", "实验学校")
    topics, ids = of_days(*told)
    index = Candidates(topics, ids)
    assert index.find(ids[0], words=12, count=9) == ids[1:3]
    assert index.find(ids[0], words=12, count=1) == ids[1:2]


def test_candidates_are_those_that_are_asked_for() -> None:
    topics, ids = of_days("清江大桥通车典礼", "清江大桥通车", "清江防汛", "实验学校")
    index = Candidates(topics, ids)
    assert index.find(ids[0], words=12, count=9, among=ids[2:]) == ids[2:3]


def test_words_that_more_than_forty_have_are_not_looked_up() -> None:
    told = [f"清江{chr(0x4E00 + 2 * n)}{chr(0x4E01 + 2 * n)}" for n in range(41)]
    topics, ids = of_days(*told[:40])
    assert Candidates(topics, ids).find(ids[0], words=12, count=1) == [ids[1]]
    topics = topics_of(city(*((f"1999-{1 + n // 28:02}-{1 + n % 28:02}", words) for n, words in enumerate(told))))
    assert Candidates(topics, topics.units).find(ids[0].replace("-03-", "-01-"), words=12, count=1) == []
