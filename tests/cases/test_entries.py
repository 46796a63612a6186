"""Entries as chronicles print them, through rules and reader."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_word_of_the_book_may_be_the_mark_of_a_further_entry(tmp_path: Path) -> None:
    raw = tmp_path / "raw.txt"
    raw.write_text("某县大事记\n1月\n3日，会议召开。\n另讯 学校落成。\n另讯 某路通车。\n", "utf-8")
    ways: list[dict[str, object]] = [{"markers": ["另讯"]}, {"profile": {"marks": ["另讯"]}}]
    for facts in ways:
        folder = tmp_path / next(iter(facts))
        folder.mkdir()
        found = entries(read_case(folder, raw, "chronicle", 1985, **facts)[0])
        assert [one[6] for one in found] == ["会议召开。", "学校落成。", "某路通车。"]


def test_the_sign_may_be_a_greek_letter(tmp_path: Path) -> None:
    found = read(tmp_path, "1985年3月大事记\n政治\n1日 学校开学。\nΔ某报报道：某厂投产。\n3-15日 会议召开。\n")
    assert [(one[2], one[6]) for one in found] == [
        ("1985-03-01", "学校开学。"),
        ("1985-03-01", "某报报道：某厂投产。"),
        ("1985-03-03", "会议召开。"),
    ]


def test_the_first_entry_below_a_label_on_a_line_alone_is_the_labels(tmp_path: Path) -> None:
    found = read(tmp_path, "1985年1~12月\n\n1月5日\n△领导小组到县检查。\n3月3日\n△艺术展演举行。\n△实施人工增雨。\n")
    assert [(one[1], one[6]) for one in found] == [
        ("1月5日", "领导小组到县检查。"),
        ("3月3日", "艺术展演举行。"),
        ("3月3日", "实施人工增雨。"),
    ]


def test_a_further_year_of_a_reign_counts_from_the_reign_above(tmp_path: Path) -> None:
    text = (
        "大事记\n嘉靖十八年，洪水泛滥。秋复大旱。\n十九年，处贼大发。\n三十九年十二月，雨雪冻折巨木。\n四十年闰五月十六日，大水。\n"
        "隆庆二年，猛虎至。\n六年正月元宵日，黑雨如注。\n"
    )
    found = read(tmp_path, text, 1539)
    assert [(one[0], one[1], one[4]) for one in found] == [
        ("1539-00", "嘉靖十八年", "year"),
        ("1540-00", "十九年", "year"),
        ("1560-12", "三十九年十二月", "month"),
        ("1561-00", "四十年闰五月十六日", "undated"),
        ("1568-00", "隆庆二年", "year"),
        ("1572-00", "六年正月", "undated"),
    ]


def test_paragraphs_below_a_label_are_entries_or_one_as_most_of_the_book(tmp_path: Path) -> None:
    apart = "某市大事记\n1月5日\n市政府召开会议。\n某路通车。\n1月8日\n某厂投产。\n图书馆开放。\n"
    assert [one[6] for one in read(tmp_path / "apart", apart)] == [
        "市政府召开会议。",
        "某路通车。",
        "某厂投产。",
        "图书馆开放。",
    ]
    one = "某市大事记\n1月5日\n市政府召开会议。\n会议听取报告。\n1月8日\n某厂投产。\n至10日，全部达产。\n"
    assert [one[6] for one in read(tmp_path / "one", one)] == [
        "市政府召开会议。\n会议听取报告。",
        "某厂投产。\n至10日，全部达产。",
    ]
    titled = apart.replace("日\n", "日 【要事】\n")
    assert [one[6] for one in read(tmp_path / "titled", titled)] == [
        "市政府召开会议。\n某路通车。",
        "某厂投产。\n图书馆开放。",
    ]


def test_a_caption_belongs_to_no_entry(tmp_path: Path) -> None:
    """It stands above the next one; in the midst of an entry it stays where it is printed."""
    raw = "某市大事记\n1月\n5日，会议召开。\n▲1月5日，会场一角　（某人 摄）\n8日，某厂投产。\n"
    assert [one[6] for one in read(tmp_path, raw)] == ["会议召开。", "某厂投产。"]
    inside = raw.replace("8日，", "会后参观。\n8日，")
    found = read(tmp_path / "in", inside)
    assert found[0][6] == "会议召开。\n▲1月5日，会场一角　（某人 摄）\n会后参观。"


def test_where_labels_bear_a_sign_a_word_without_one_goes_on(tmp_path: Path) -> None:
    days = "".join(f"◆{day}日，某厂投产。\n" for day in range(1, 7))
    found = read(tmp_path, f"某市大事记\n1月\n{days}当日，全厂庆祝。\n◆9日，某路通车。\n")
    assert [one[6] for one in found][5:] == ["某厂投产。\n当日，全厂庆祝。", "某路通车。"]


@pytest.mark.parametrize(("gap", "own"), [("　", ["大旱。"]), ("", [])])
def test_a_ring_before_a_gap_opens_entries_where_it_does_so_twice(gap: str, own: list[str], tmp_path: Path) -> None:
    """Else it may be a zero."""
    days = "".join(f"△{day}日，某厂投产。\n" for day in range(1, 7))
    found = read(tmp_path, f"某市大事记\n1月\n{days}○{gap}是月，大旱。\n2月\n{days}○{gap}是月，大水。\n")
    assert [one[6] for one in found if one[1] == "是月"] == own + ["大水。"] * len(own)
    assert len(found) == 12 + 2 * len(own)


def test_a_further_year_of_a_reign_may_bear_its_year(tmp_path: Path) -> None:
    raw = "某县大事记\n顺治元年（1644）　大旱。\n十一年（1654）六月初八日　地震。\n康熙七年（1668）　大水。\n"
    assert [(one[0], one[1]) for one in read(tmp_path, raw)] == [
        ("1644-00", "顺治元年（1644）"),
        ("1654-00", "十一年（1654）六月初八日"),
        ("1668-00", "康熙七年（1668）"),
    ]


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("（县档案馆　供稿）", 0),
        ("（李承志　王　芳）", 0),
        ("【打印本页】【关闭窗口】\n上一篇：某区大事记", 0),
        ("（详见附录）", 1),
        ("关闭小煤窑十二座。", 1),
    ],
)
def test_who_wrote_a_chronicle_belongs_to_no_entry(last: str, kept: int, tmp_path: Path) -> None:
    found = read(tmp_path, f"某市大事记\n1月\n5日，会议召开。\n8日，某厂投产。\n{last}\n")
    assert found[-1][6] == "某厂投产。" + f"\n{last}" * kept


def test_where_titles_stand_in_front_of_dates_one_without_a_date_has_none(tmp_path: Path) -> None:
    """It is told of its month, not of the day above."""
    days = "".join(f"【要事】{day}日，某厂投产。\n" for day in range(1, 5))
    found = read(tmp_path, f"某市大事记\n5月\n{days}【改造】全市改造小区。\n【要事】9日，某路通车。\n")
    assert [one[2] for one in found][3:] == ["1985-05-04", None, "1985-05-09"]
    assert [one[4] for one in found][4] == "month"


def test_a_month_behind_the_sign_of_a_further_entry_is_its_label(tmp_path: Path) -> None:
    found = read(tmp_path, "某市大事记\n8月\n3日，开会。\n17日，开工。\n△ 8月，全市清理开发区。\n")
    assert [(one[1], one[2], one[4]) for one in found][2:] == [("8月", None, "month")]


def test_a_further_entry_may_bear_the_sign_of_all_and_its_own(tmp_path: Path) -> None:
    days = "".join(f"●7月{day}日，某厂投产。\n" for day in range(1, 7))
    found = read(tmp_path, f"某市大事记\n{days}●△某队获奖。\n")
    assert (found[-1][2], found[-1][6]) == ("1985-07-06", "某队获奖。")
