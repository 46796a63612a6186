"""Feeds, site map and CSV: well-formed, stable, whole."""

from __future__ import annotations

import csv
import io
from typing import Any
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

from builder.writers import feeds
from builder.writers.data import spreadsheets

ATOM = "{http://www.w3.org/2005/Atom}"
VOLUMES: list[dict[str, Any]] = [
    {
        "id": "chronicle-1999",
        "title": "某市<大事记>",
        "url": "chronicle/1999/",
        "published": "2000-02",
        "year": 1999,
        "publisher": "甲",
    },
    {"id": "plan-1", "title": "规划", "url": "plan/1/", "published": "1999", "year": 1999, "publisher": "乙"},
]
TABLE = {
    "type": "table",
    "title": "表",
    "header": [["甲", "乙"]],
    "rows": [["1", 'a,"b"'], ["2", ""]],
    "anchor": "table-1",
}
DOCUMENT: dict[str, Any] = {
    "id": "gazette-1/x-1", "volume": "gazette-1", "title": "通知", "number": "某政〔1999〕1号", "issuer": "某市",
    "date": "1999-03-01",
    "recipients": None, "public": True, "section": None, "page": 1, "page_end": 2, "url": "gazette/1/x-1/",
    "blocks": [{"type": "box", "number": 1, "title": "专栏", "blocks": [TABLE]}],
    "attachments": [{"blocks": [TABLE | {"anchor": "annex-1-table-1"}]}],
}  # fmt: skip


def test_feed_is_well_formed_and_newest_first() -> None:
    root = ET.fromstring(feeds.feed("volumes", "各卷", feeds.volume_items(VOLUMES)))
    titles = [e.findtext(f"{ATOM}title") for e in root.findall(f"{ATOM}entry")]
    assert titles == ["某市<大事记>", "规划"]
    ids = [e.findtext(f"{ATOM}id") or "" for e in root.iter(f"{ATOM}entry")]
    assert all(one.startswith("tag:") for one in ids)
    assert root.findtext(f"{ATOM}updated") == "2000-02-01T00:00:00+08:00"


def test_feed_with_an_address_leads_there() -> None:
    text = feeds.feed("documents", "文件", feeds.document_items([DOCUMENT]), "https://yearbook.example/")
    root = ET.fromstring(text)
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}id") == "https://yearbook.example/gazette/1/x-1/"
    assert "tag:" not in text


def test_a_feed_word_for_word() -> None:
    said = feeds.feed("documents", "文件", feeds.document_items([DOCUMENT]), "https://yearbook.example/")
    assert said.splitlines() == [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">',
        "<title>数字年鉴：文件</title>",
        "<id>https://yearbook.example/feeds/documents.xml</id>",
        "<updated>1999-03-01T00:00:00+08:00</updated>",
        '<link rel="self" type="application/atom+xml" href="https://yearbook.example/feeds/documents.xml"/>',
        '<link rel="alternate" type="text/html" href="https://yearbook.example/"/>',
        "<author><name>数字年鉴</name></author>",
        (
            "<entry><id>https://yearbook.example/gazette/1/x-1/</id><title>通知</title>"
            '<link rel="alternate" type="text/html" href="https://yearbook.example/gazette/1/x-1/"/>'
            "<published>1999-03-01T00:00:00+08:00</published><updated>1999-03-01T00:00:00+08:00</updated>"
            "<author><name>某市</name></author><summary>某政〔1999〕1号</summary></entry>"
        ),
        "</feed>",
    ]
    here = feeds.feed("documents", "文件", feeds.document_items([DOCUMENT])).splitlines()
    assert here[3] == "<id>tag:yearbook.invalid,2000:feeds/documents.xml</id>"
    assert here[5:7] == [
        '<link rel="self" type="application/atom+xml" href="documents.xml"/>',
        '<link rel="alternate" type="text/html" href="../index.html"/>',
    ]
    assert 'href="../gazette/1/x-1/index.html"' in here[8]


def test_undated_documents_are_in_no_feed() -> None:
    assert feeds.document_items([{**DOCUMENT, "date": None}]) == []


def test_site_map_only_with_an_address() -> None:
    assert "sitemap.xml" not in feeds.files(VOLUMES, [DOCUMENT], [""])
    made = feeds.files(VOLUMES, [DOCUMENT], ["", "plan/1/"], "https://yearbook.example/")
    assert made["sitemap.xml"].count("<loc>https://yearbook.example/") == 2
    assert "Sitemap: https://yearbook.example/sitemap.xml" in made["robots.txt"]


def test_robots_may_read_everything_but_the_index_files_of_search() -> None:
    said = feeds.files(VOLUMES, [DOCUMENT], [""])["robots.txt"]
    assert said == "User-agent: *\nDisallow: /search/data/\n"
    rules = RobotFileParser()
    rules.parse(said.splitlines())
    may = [
        rules.can_fetch("*", f"https://yearbook.example/{page}") for page in ("", "chronicle/1999/", "data/units.json")
    ]
    assert may == [True, True, True]
    assert not rules.can_fetch("*", "https://yearbook.example/search/data/fields.js")


def test_every_sheet_begins_with_the_mark_by_which_spreadsheets_know_utf8() -> None:
    made = spreadsheets.files([], [DOCUMENT])
    assert len(made) == 5
    assert [name for name, text in made.items() if not text.encode("utf-8").startswith(b"\xef\xbb\xbf")] == []
    assert [name for name, text in made.items() if "\ufeff" in text[1:]] == []


def test_tables_in_boxes_and_annexes_are_files() -> None:
    made = spreadsheets.files([], [DOCUMENT])
    assert [name for name in made if name.startswith("tables/")] == [
        "tables/gazette-1/x-1-table-1.csv",
        "tables/gazette-1/x-1-annex-1-table-1.csv",
    ]
    rows = list(csv.reader(io.StringIO(made["tables/gazette-1/x-1-table-1.csv"].removeprefix("\ufeff"))))
    assert rows == [["甲", "乙"], ["1", 'a,"b"'], ["2", ""]]
    listed = list(csv.DictReader(io.StringIO(made["tables.csv"].removeprefix("\ufeff"))))
    assert [one["file"] for one in listed] == [name for name in made if name.startswith("tables/")]


def test_documents_as_a_sheet() -> None:
    text = spreadsheets.files([], [DOCUMENT])["documents.csv"]
    row = next(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert (row["number"], row["recipients"], row["public"]) == ("某政〔1999〕1号", "", "True")
