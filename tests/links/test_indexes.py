"""Places, organisations, series, what comes back each year, and the links in the running text."""

from __future__ import annotations

from builder.language.lexicon import Lexicon
from builder.language.sorting import Slugs, slug, stroke_key
from builder.links import link
from builder.links.events.timelines import gaps, value
from builder.records.names import Names


def test_no_volume_and_no_names() -> None:
    assert link([], Names(), {}).spans == {}


def test_slugs() -> None:
    assert slug("王震") == "wang-zhen"
    assert slug("单伟", {"单": "shan"}) == "shan-wei"
    assert slug("绿色") == "lv-se"
    given = Slugs()
    assert [given.take("wang-ping"), given.take("wang-ping"), given.take("wang-ping")] == [
        "wang-ping",
        "wang-ping-2",
        "wang-ping-3",
    ]
    again = Slugs(given.given)
    assert again.take("wang-ping", "王萍") == "wang-ping-4"
    known = Slugs()
    known.take("chong-li", "重力")
    assert Slugs(known.given).take("zhong-li", "重力") == "chong-li", "a name that is read otherwise keeps its address"
    assert sorted(["王", "丁", "刘"], key=stroke_key) == ["丁", "王", "刘"]


def test_lexicon_takes_the_longest() -> None:
    found = [(h.start, h.name) for h in Lexicon(["丹河", "丹河新城", "新城"]).find("在丹河新城和丹河")]
    assert found == [(1, "丹河新城"), (6, "丹河")]


def test_numbers_of_series() -> None:
    assert [value("三十八"), value("4 1"), value("十二")] == [38, 41, 12]
    assert gaps([52, 53, 59, 63]) == [(54, 58), (60, 62)]
