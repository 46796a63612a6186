"""Citations in the forms of GB/T 7714-2025, BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import pytest

from builder.edition.citation import Citer, Work, source_of
from builder.edition.citation_forms import bibtex, csl, ris
from builder.edition.provisions import number_width, provision
from builder.records.volume import VolumeRecord
from tests.records import record

BOOK = record(
    kind="chronicle", title="某市大事记（1999）", publisher="甲室、乙室", place="某市", published="2000-02", year=1999
)
UNDATED = record(kind="chronicle", title="某市大事记（1999）", publisher="甲室", year=1999)
SERIAL = record(
    title="某市公报 1999年第2期", publisher="某市政府办", place="某市", published="1999-03-04", year=1999, issue=2
)
MONTH = Work("chronicle-1999/1999-01", "chronicle/1999/01/", "1月大事记", "1-3", [])
MONTH_SAID = (
    "1月大事记[M/OL]//甲室，乙室. 某市大事记（1999）. 某市：甲室，乙室，2000：1-3. 数字年鉴：chronicle-1999/1999-01."
)
UNDATED_SAID = (
    "1月大事记[M/OL]//甲室. 某市大事记（1999）. [出版地不详]：甲室，[1999]：1-3. 数字年鉴：chronicle-1999/1999-01."
)
NOTICE = Work(
    "gazette-1999-2/a-1", "gazette/1999-2/a-1/", "关于甲的通知", "7", ["某市政府"], "某政〔1999〕1号", "1999-02-03"
)


@pytest.mark.parametrize(
    ("book", "work", "said"),
    [
        (BOOK, MONTH, MONTH_SAID),
        (UNDATED, MONTH, UNDATED_SAID),
        (
            SERIAL,
            NOTICE,
            "某市政府. 关于甲的通知：某政〔1999〕1号[J/OL]. 某市公报，1999（2）：7. 数字年鉴：gazette-1999-2/a-1.",
        ),
        (
            SERIAL,
            NOTICE._replace(place="第三条", pages="", title="通知"),
            "某市政府. 通知：某政〔1999〕1号·第三条[J/OL]. 某市公报，1999（2）. 数字年鉴：gazette-1999-2/a-1.",
        ),
        (
            BOOK,
            Work("chronicle-1999", "chronicle/1999/", "某市大事记（1999）", "", ["甲室", "乙室"], whole=True),
            "甲室，乙室. 某市大事记（1999）[M/OL]. 某市：甲室，乙室，2000. 数字年鉴：chronicle-1999.",
        ),
        (
            SERIAL,
            Work("gazette-1999-2", "gazette/1999-2/", "", "", ["某市政府办"], whole=True),
            "某市政府办. 某市公报[J/OL]. 1999（2）. 某市：某市政府办，1999. 数字年鉴：gazette-1999-2.",
        ),
    ],
)
def test_the_standard_of_2025(book: VolumeRecord, work: Work, said: str) -> None:
    assert Citer(source_of(book), "").gbt(work) == said


def test_a_public_address_stands_in_the_place_of_the_id() -> None:
    citer = Citer(source_of(BOOK), "https://example.org/")
    assert citer.gbt(MONTH).endswith("：1-3. https://example.org/chronicle/1999/01/.")
    assert "urldate = {{today}}" in bibtex(citer, MONTH)
    assert "Y2  - {today}\n" in ris(citer, MONTH)
    assert csl(citer, MONTH)["URL"] == "https://example.org/chronicle/1999/01/"


def test_without_an_address_no_form_has_one() -> None:
    citer = Citer(source_of(SERIAL), "")
    said = bibtex(citer, NOTICE) + ris(citer, NOTICE) + str(csl(citer, NOTICE))
    assert "today" not in said
    assert "url" not in said.lower().replace("journal", "")
    assert "note = {某政〔1999〕1号；1999-02-03；数字年鉴：gazette-1999-2/a-1}" in said


def test_ris_and_bibtex_have_both_pages_and_the_whole_date() -> None:
    book, serial = Citer(source_of(BOOK), ""), Citer(source_of(SERIAL), "")
    assert "SP  - 1\nEP  - 3\n" in ris(book, MONTH)
    assert "SP  - 7\nEP  - 7\n" in ris(serial, NOTICE)
    assert "DA  - 1999/03/04\n" in ris(serial, NOTICE)
    assert "pages = {1--3}" in bibtex(book, MONTH)
    assert "date = {1999-03-04}" in bibtex(serial, NOTICE)
    assert csl(serial, NOTICE)["issued"] == {"date-parts": [[1999, 3, 4]]}
    assert csl(book, MONTH)["editor"] == [{"literal": "甲室"}, {"literal": "乙室"}]


def test_a_day_of_publication_that_nobody_has_said_is_marked_as_likely_or_left_out() -> None:
    citer = Citer(source_of(UNDATED), "")
    assert "date = {1999~}" in bibtex(citer, MONTH)
    assert "year = " not in bibtex(citer, MONTH)
    assert not {"PY", "DA", "CY"} & {line[:2] for line in ris(citer, MONTH).splitlines()}
    assert csl(citer, MONTH)["issued"] == {"date-parts": [[1999]], "circa": True}
    issue = Citer(source_of(record(title="某市公报 1999年第2期", year=1999, issue=2)), "")
    assert csl(issue, NOTICE)["issued"] == {"date-parts": [[1999]]}


@pytest.mark.parametrize(
    ("anchor", "text", "said"),
    [
        ("n-21-10", "（十）甲", "二十一（十）"),
        ("annex-2-n-1-2-3-4", "x", "一（二）3(4)"),
        ("art-110", "第一百一十条　甲", "第一百一十条"),
        ("art-203", "x", "第二百〇三条"),
        ("lead-1", "一、甲。", "一"),
        ("lead-2", "高速铁路。", "高速铁路"),
    ],
)
def test_what_a_place_is_called(anchor: str, text: str, said: str) -> None:
    assert provision(anchor, text) == said


@pytest.mark.parametrize(
    ("text", "width"),
    [("一、甲", 2), ("（二） 甲", 3), ("第三条 甲", 3), ("专栏 7 甲", 4), ("2021年", 0), ("1. 甲", 2)],
)
def test_the_number_at_the_head_of_a_text(text: str, width: int) -> None:
    assert number_width(text) == width
