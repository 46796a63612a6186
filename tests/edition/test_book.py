"""A volume as a book: its title in lines, its chapters in printed order, its facts, the lists at its back."""

from __future__ import annotations

from typing import Any

import pytest

from builder.edition.book import Edition, book_facts, book_rows, chapters_of, title_lines
from builder.records.yearbook import Yearbook

MONTH: dict[str, Any] = {"id": "g/1999-01", "title": "1999年1月", "entries": [1, 2], "pages": [40, 44], "notes": []}
NOTICE: dict[str, Any] = {
    "id": "g/a",
    "name": "关于防汛的通知",
    "number_read": "某政发〔1999〕1号",
    "pages": [3, 9],
    "notes": [],
}
VOLUME: dict[str, Any] = {
    "id": "g",
    "title": "某市人民政府公报 1999年第1期",
    "publisher": "某市人民政府办公室",
    "url": "gazette/1999-1/",
    "source": "g.txt",
    "sha256": "abc",
    "months": [MONTH],
    "documents": [NOTICE],
    "front_notes": [],
    "announced": [],
    "indexes": {"person": [], "place": [], "subject": []},
}


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("某市大事记", ["某市大事记"]),
        ("某市大事记（1999）", ["某市大事记", "（1999）"]),
        ("某市公报 1999年第1期", ["某市公报", "1999年第1期"]),
        ("一二三四五六七八九十甲乙丙丁", ["一二三四五六七八九十甲乙丙丁"]),
        # Longer ones break before 第 and behind 和 or 、, not in a word where that can be helped.
        ("某市国民经济和社会发展第十四个五年规划纲要", ["某市国民经济和社会发展", "第十四个五年规划纲要"]),
        ("一二三四五六七八九和甲乙丙丁戊", ["一二三四五六七八九和", "甲乙丙丁戊"]),
        ("一二三四五六、八九十甲乙丙丁戊", ["一二三四五六、", "八九十甲乙丙丁戊"]),
        ("一二三四五六七八九十甲乙丙丁戊", ["一二三四五六七八九十甲乙", "丙丁戊"]),
    ],
)
def test_a_title_in_lines(title: str, lines: list[str]) -> None:
    assert title_lines(title) == lines


def test_chapters_stand_as_printed_and_months_first_where_no_page_is_known() -> None:
    assert [one["row"]["id"] for one in chapters_of(VOLUME)] == ["g/a", "g/1999-01"]
    early = {**VOLUME, "months": [{**MONTH, "pages": [1, 2]}]}
    assert [one["row"]["id"] for one in chapters_of(early)] == ["g/1999-01", "g/a"]
    unknown = {**VOLUME, "months": [{**MONTH, "pages": []}], "documents": [{**NOTICE, "pages": []}]}
    assert [one["kind"] for one in chapters_of(unknown)] == ["month", "document"]


def test_the_contents_say_how_many_entries_and_which_number() -> None:
    assert book_rows(VOLUME)["parts"] == [
        {"id": "g/a", "title": "关于防汛的通知", "note": "某政发〔1999〕1号"},
        {"id": "g/1999-01", "title": "1999年1月", "note": "2条"},
    ]


def test_at_the_back_stand_the_lists_that_hold_something() -> None:
    assert book_rows(VOLUME)["back"] == []
    noted = {**VOLUME, "months": [{**MONTH, "notes": [{"n": 1}]}], "announced": [{"id": "g/a"}]}
    assert [one["id"] for one in book_rows(noted)["back"]] == ["announced", "notes"]
    indexed = {**VOLUME, "indexes": {"person": [1], "place": [1], "subject": [1]}}
    assert [one["title"] for one in book_rows(indexed)["back"]] == ["人名索引", "地名索引", "主题索引"]


def test_facts_leave_out_what_is_not_known() -> None:
    facts = dict(book_facts(VOLUME, Edition(Yearbook(edition="1.0"))))
    assert list(facts) == ["书名", "编者", "本版", "网址", "底本", "声明"]
    assert (facts["本版"], facts["网址"]) == ("数字年鉴 1.0", "数字年鉴 gazette/1999-1/")
    known = {**VOLUME, "place": "某市", "published": "1999-03"}
    facts = dict(book_facts(known, Edition(Yearbook(edition="1.0"), "https://yearbook.example/")))
    assert (facts["原出版"], facts["网址"]) == ("某市，1999-03", "https://yearbook.example/gazette/1999-1/")
