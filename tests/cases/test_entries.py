"""Entries as chronicles print them, through rules and reader."""

from __future__ import annotations

from pathlib import Path

from tests.cases.reading import Entry, entries, read_case


def read(folder: Path, text: str, year: int = 1985) -> list[Entry]:
    folder.mkdir(exist_ok=True)
    raw = folder / "raw.txt"
    raw.write_text(text, "utf-8")
    return entries(read_case(folder, raw, "chronicle", year)[0])


def test_a_heading_may_name_book_and_month_in_one_word(tmp_path: Path) -> None:
    found = read(tmp_path, "大事记1月\n1日~3日假期，铁路发送旅客三万。\n17日市召开会议。\n大事记 2月\n5日市长调研。\n")
    assert [one[2:5] for one in found] == [
        ("1985-01-01", "1985-01-03", "range"),
        ("1985-01-17", "1985-01-17", "day"),
        ("1985-02-05", "1985-02-05", "day"),
    ]


def test_a_season_since_when_something_is(tmp_path: Path) -> None:
    found = read(tmp_path, "某县大事记\n9月，中学落成。\n秋季起，高中恢复三年制。\n10月1日，节日。\n")
    assert [(one[1], one[4]) for one in found] == [("9月", "month"), ("秋季起", "season"), ("10月1日", "day")]


def test_where_entries_stand_behind_gaps_a_date_without_one_goes_on(tmp_path: Path) -> None:
    raw = (
        "某县大事记\n1月1日，某厂停产。 1月20日，某路通车。 是月，某会成立。 5月1日，举行大会。翌日，代表参观旧址。 "
        "6月15日，会议召开。 是日，学校落成。\n"
    )
    texts = [one[6] for one in read(tmp_path, raw)]
    assert texts == [
        "某厂停产。",
        "某路通车。",
        "某会成立。",
        "举行大会。翌日，代表参观旧址。",
        "会议召开。",
        "学校落成。",
    ]
    assert len(read(tmp_path / "close", raw.replace("。 ", "。"))) == 7
