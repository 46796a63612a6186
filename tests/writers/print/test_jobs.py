"""What there is to print, what of it is asked for, and what stands at the end of a print."""

from __future__ import annotations

from typing import Any

import pytest

from builder.edition.book import LAW, Edition
from builder.records.yearbook import Yearbook
from builder.writers.print.jobs import Job, colophon, is_wanted, job_data, jobs, print_paths

MONTH: dict[str, Any] = {"id": "g-1/1999-01", "title": "1999年1月", "pages_said": "第 40–44 页"}
NOTICE: dict[str, Any] = {
    "id": "g-1/zf-1999-1",
    "name": "关于防汛的通知",
    "number_read": "某政发〔1999〕1号",
    "date": "1999-03-01",
    "pages_said": "第 3 页起",
    "url": "g/1/zf-1999-1/",
    "citation": "某市人民政府. 关于防汛的通知.",
    "digest": "d1",
}
VOLUME: dict[str, Any] = {
    "id": "g-1",
    "kind": "gazette",
    "title": "某市公报 1999年第1期",
    "publisher": "某市人民政府",
    "year": 1999,
    "url": "g/1/",
    "source": "g-1.txt",
    "sha256": "s1",
    "months": [MONTH],
    "documents": [NOTICE],
}
BOOK, OF_MONTH, OF_NOTICE = jobs([VOLUME])


def test_a_book_comes_before_its_parts() -> None:
    assert [(job.id, job.kind) for job in (BOOK, OF_MONTH, OF_NOTICE)] == [
        ("g-1", "book"),
        ("g-1/1999-01", "month"),
        ("g-1/zf-1999-1", "document"),
    ]


def test_each_has_a_path() -> None:
    paths = print_paths(["g-1"], ["g-1/1999-01"], ["g-1/zf-1999-1"])
    assert paths == {one: f"download/pdf/{one}.pdf" for one in ("g-1", "g-1/1999-01", "g-1/zf-1999-1")}


@pytest.mark.parametrize(
    ("job", "asked", "wanted"),
    [
        (BOOK, {"volumes": ["g-1"]}, True),
        (BOOK, {"volumes": ["g-2"]}, False),
        (BOOK, {"months": ["g-1"], "documents": ["g-1"]}, False),
        (OF_MONTH, {"months": ["1999-01"]}, True),
        (OF_MONTH, {"months": ["g-1/1999-01"]}, True),
        (OF_MONTH, {"months": ["1999-02", "g-2/1999-01"]}, False),
        (OF_MONTH, {"volumes": ["g-1"], "documents": ["1999-01"]}, False),
        (OF_NOTICE, {"documents": ["g-1/zf-1999-1"]}, True),
        (OF_NOTICE, {"documents": ["zf-1999-1"]}, True),
        (OF_NOTICE, {"documents": ["某政发〔1999〕1号"]}, True),
        (OF_NOTICE, {"documents": ["某政发〔1999〕2号"]}, False),
        (OF_NOTICE, {"months": ["zf-1999-1"], "volumes": ["g-1"]}, False),
    ],
)
def test_what_is_asked_for(job: Job, asked: dict[str, list[str]], wanted: bool) -> None:
    assert is_wanted(job, **asked) is wanted


def test_what_the_template_is_told_of_a_document() -> None:
    data = job_data(OF_NOTICE, "16k", {"song": "甲"}, Edition(Yearbook(edition="1.0")))
    assert (data["kind"], data["paper"], data["fonts"], data["date"]) == (
        "document",
        "16k",
        {"song": "甲"},
        [1999, 3, 1],
    )
    assert data["title"] == "某市公报 1999年第1期 关于防汛的通知"
    assert data["description"] == "关于防汛的通知，录自某市公报 1999年第1期第 3 页起"
    assert (data["strip"], data["document"]) == ("某政发〔1999〕1号 · 原刊第 3 页起", NOTICE)


def test_the_end_matter_says_where_it_comes_from() -> None:
    see = [
        {"source": "《某市大事记》", "item": "3月1日条", "page": 7},
        {"source": "", "item": "《某办法》", "page": None},
    ]
    said = dict(colophon(VOLUME, {**NOTICE, "see": see}, Edition(Yearbook(edition="1.0"), "https://yearbook.example/")))
    assert said == {
        "另见": "《某市大事记》3月1日条（第 7 页）；《某办法》",
        "引用格式": "某市人民政府. 关于防汛的通知.",
        "网址": "https://yearbook.example/g/1/zf-1999-1/",
        "版本": "数字年鉴 1.0；底本 g-1.txt，SHA-256 s1",
        "正文摘要": "SHA-256 d1（不计空白）",
        "声明": LAW,
    }
    plain = dict(colophon(VOLUME, NOTICE, Edition(Yearbook(edition="1.0"))))
    assert "另见" not in plain
    assert plain["网址"] == "数字年鉴 g/1/zf-1999-1/"
