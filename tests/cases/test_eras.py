"""Reckonings by era are shown as printed, with the Gregorian year beside, in page and print."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cases.reading import read_case

TEXT = """大事记
民国三十八年五月三日，县城解放。
光绪三年六月，大旱。
1950年3月2日，县中学开学。
"""


def test_the_gregorian_year_stands_beside(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text(TEXT, "utf-8")
    _, made = read_case(tmp_path, text, "chronicle", 1949)
    pages = "".join(made.docs.values())
    assert "民国三十八年五月三日<small data-furniture>1949年 星期二</small>" in pages
    assert "光绪三年六月<small data-furniture>1877年</small>" in pages
    assert "1950年3月2日<small data-furniture>星期四</small>" in pages
    beside = [
        one["beside"]
        for row in made.prints.values()
        for month in json.loads(row).get("months", [])
        for one in month["entries"]
        if "beside" in one
    ]
    assert sorted(beside) == ["1877年", "1949年 星期二", "星期四"]


def test_a_heading_of_an_era_has_the_gregorian_year_in_front(tmp_path: Path) -> None:
    text = tmp_path / "raw.txt"
    text.write_text("大事记\n民国二十六年\n一月\n五日 县立中学开学。\n九日 大雪。\n", "utf-8")
    _, made = read_case(tmp_path, text, "chronicle", 1937)
    page, row = made.docs["chronicle/1937/01.md"], json.loads(made.prints["chronicle-1937.json"])
    assert row["months"][0]["opening"] == "1937年1月 · "
    assert "<span data-furniture>1937年1月 · </span>民国二十六年" in page


OLD = """某县大事记
北 魏
太和十一年(487)
置县。
唐
永徽元年(650)
县令崔某开渠，民众称便，史称新渠，至今尚在
元
大德七年
八月,地震,房舍倒塌。
至元二年(1336)
建文庙。
"""


def test_reigns_before_ours_open_their_years(tmp_path: Path) -> None:
    """A reign of one dynasty by its name, any other by the year beside; a sentence that lost its stop is told too."""
    text = tmp_path / "raw.txt"
    text.write_text(OLD, "utf-8")
    read, _ = read_case(tmp_path, text, "chronicle", 1303)
    months = [(month.id.rpartition("/")[2], [one.reading for one in month.entries]) for month in read.volume.months]
    assert months == [
        ("0487-00", ["置县。"]),
        ("0650-00", ["县令崔某开渠，民众称便，史称新渠，至今尚在"]),
        ("1303-08", ["地震，房舍倒塌。"]),
        ("1336-00", ["建文庙。"]),
    ]


def test_a_year_before_a_gap_is_a_label_where_labels_are_so(tmp_path: Path) -> None:
    days = "".join(f"{month}月1日 县委开会。\n" for month in range(1, 10))
    text = tmp_path / "raw.txt"
    text.write_text(f"大事记\n1971年\n{days}1971年 全县造林万亩。\n", "utf-8")
    read, _ = read_case(tmp_path / "gap", text, "chronicle", 1971)
    assert read.volume.months[-1].entries[0].reading == "全县造林万亩。"
    text.write_text(f"大事记\n1971年\n{days}1971年，全县造林万亩。\n".replace("日 ", "日，"), "utf-8")
    read, _ = read_case(tmp_path / "comma", text, "chronicle", 1971)
    assert [one.key for one in read.doubts] == ["label.swallowed"]
