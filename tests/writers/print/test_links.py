"""What prints take from the links: 另见, the lines of the indexes at the back, the documents of the year."""

from __future__ import annotations

from builder.engine.text import Text
from builder.model.blocks import Paragraph
from builder.model.linkage import IndexItem, Linkage, Mention, Pair, Person
from builder.model.volume import Document, Entry, Month, Volume
from builder.writers.print.links import Links
from tests.records import record


def _entry(volume: str, day: str, page: int | None, label: str) -> Entry:
    return Entry(f"{volume}/{day}-1", label, Text.raw(label), day, day, [Paragraph(Text.raw("某事。"))], False, page)


YEAR, ISSUE = Volume("chronicle-1999", "chronicle"), Volume("gazette-1999-1", "gazette")
YEAR.months = [Month("chronicle-1999/1999-03", 1999, 3, [_entry("chronicle-1999", "1999-03-01", 12, "1日")])]
ISSUE.months = [Month("gazette-1999-1/1999-03", 1999, 3, [_entry("gazette-1999-1", "1999-03-01", 40, "3月1日")])]
ISSUE.documents = [
    Document("gazette-1999-1/a", Text.raw("防汛办法"), number_read="某政发〔1999〕1号", page=3),
    Document("gazette-1999-1/b", Text.raw("抗旱办法"), page=9),
]
TOLD, TOLD_AGAIN = "chronicle-1999/1999-03-01-1", "gazette-1999-1/1999-03-01-1"
LINKAGE = Linkage(
    persons=[
        Person("li-si", "李四", "li-si", "07李", [TOLD]),
        Person("an-yi", "安一", "an-yi", "06安", [], ["gazette-1999-1/a"]),
    ],
    same_event={TOLD: [Pair(TOLD_AGAIN, 5.0)], TOLD_AGAIN: [Pair(TOLD, 5.0)]},
    mentions={TOLD: [Mention("防汛办法", "gazette-1999-1/a"), Mention("外地办法", None)]},
    announced={"gazette-1999-1/a": [TOLD]},
    subjects=[
        IndexItem("s-1", "防汛", "fang-xun", "", [TOLD], ["gazette-1999-1/a"]),
        IndexItem("s-2", "李四", "li-si", "", [TOLD]),
    ],
)
LINKS = Links([YEAR, ISSUE], [record(title="某市大事记（1999）"), record(title="某市公报 1999年第1期")], LINKAGE)


def test_see_names_the_event_elsewhere_and_the_documents_it_names_each_with_its_page() -> None:
    assert LINKS.see(TOLD) == [
        {"id": "gazette-1999-1/a", "source": "", "item": "《防汛办法》（某政发〔1999〕1号）", "page": 3},
        {"id": TOLD_AGAIN, "source": "《某市公报 1999年第1期》大事记", "item": "3月1日条", "page": 40},
    ]
    assert LINKS.see(TOLD_AGAIN) == [{"id": TOLD, "source": "《某市大事记（1999）》", "item": "3月1日条", "page": 12}]


def test_a_document_leads_to_the_entry_that_tells_of_it() -> None:
    assert [one["id"] for one in LINKS.see("gazette-1999-1/a")] == [TOLD]
    assert LINKS.see("gazette-1999-1/b") == []


def test_the_indexes_hold_what_the_volume_names_in_the_order_of_pinyin() -> None:
    year, issue = LINKS.indexes(YEAR), LINKS.indexes(ISSUE)
    assert year["person"] == [{"key": "person:li-si", "name": "李四", "sort": "li-si"}]
    assert [one["name"] for one in issue["person"]] == ["安一"]
    # A person is no subject: he has an index of his own.
    assert year["subject"] == [{"name": "防汛", "sort": "fang-xun", "owners": [TOLD]}]
    assert issue["subject"] == [{"name": "防汛", "sort": "fang-xun", "owners": ["gazette-1999-1/a"]}]


def test_documents_of_the_year_are_those_that_its_entries_announce() -> None:
    label = "《防汛办法》（某政发〔1999〕1号）"
    assert LINKS.announced_in(YEAR) == [{"id": "gazette-1999-1/a", "label": label, "entries": [TOLD]}]
    assert LINKS.announced_in(ISSUE) == []
