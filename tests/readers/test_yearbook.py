"""Yearbooks line by line: what heads a section, a subsection, an item; what the profile says; what stands beside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builder.checks.doubtful import listed
from builder.edition.read import Read
from builder.model.blocks import Table
from tests.cases.reading import read_case

TOP = "江浦年鉴（2019）\n"
ITEMS = "【概况】　全县有水库四十座。\n【防汛抗旱】　6月12日，境内普降暴雨。\n"


def read(folder: Path, raw: str, texture: str = "plain-text", **profile: Any) -> Read:
    folder.mkdir(exist_ok=True)
    path = folder / "raw.txt"
    path.write_text(TOP + raw, "utf-8")
    facts: dict[str, object] = {"volume_year": 2019, "title": "江浦年鉴（2019）", "texture": texture}
    facts |= {"profile": profile} if profile else {}
    return read_case(folder / "project", path, "yearbook", 2018, **facts)[0]


def items(found: Read) -> list[tuple[str, str, str, str]]:
    """(section, subsection, title, text) of each item."""
    parts = found.volume.subsections
    return [(part.section, part.name, entry.label, entry.reading) for part in parts for entry in part.entries]


def heads(found: Read) -> list[tuple[str, str, str]]:
    return [one[:3] for one in items(found)]


def test_heads_none_of_which_stands_above_another_are_sections(tmp_path: Path) -> None:
    raw = "综述\n【概况】 年末，青禾市总人口41万人。\n【经济运行】 全年生产总值120亿元。\n"
    raw += "农业\n【茶叶】 全市茶园5万亩。\n"
    assert heads(read(tmp_path, raw)) == [("综述", "", "概况"), ("综述", "", "经济运行"), ("农业", "", "茶叶")]


def test_a_section_stands_above_its_first_subsection(tmp_path: Path) -> None:
    raw = f"农业\n水利\n{ITEMS}林业\n【概况】　全县有林地七十五万亩。\n第二编　工业\n电力\n【概况】　供电量六亿度。\n"
    assert heads(read(tmp_path, raw)) == [
        ("农业", "水利", "概况"),
        ("农业", "水利", "防汛抗旱"),
        ("农业", "林业", "概况"),
        ("工业", "电力", "概况"),
    ]


def test_the_text_above_the_first_item_is_one_without_a_title(tmp_path: Path) -> None:
    found = read(tmp_path, f"目录\n农业……1\n　水利……1\n农业\n水利\n全县水利工作成效明显。\n{ITEMS}")
    assert items(found)[0] == ("农业", "水利", "水利", "全县水利工作成效明显。")
    assert found.volume.subsections[0].entries[0].named == "水利"


def test_a_title_that_is_printed_again_behind_a_table_goes_on(tmp_path: Path) -> None:
    table = "表1　水库情况\n名称\t库容\n东库\t12\n西库\t8\n"
    raw = f"农业\n水利\n【概况】　全县有水库两座。\n{table}【概况】　年内加固一座。\n"
    raw += "【概况（续）】　另有山塘百口。\n【概况】　又一条同名。\n"
    found = read(tmp_path, raw)
    assert [one[3].split("\n")[0] for one in items(found)] == ["全县有水库两座。", "又一条同名。"]
    (table_block,) = [b for b in found.volume.subsections[0].entries[0].blocks if isinstance(b, Table)]
    assert table_block.text.s == "表1　水库情况"


def test_ids_come_from_what_they_name(tmp_path: Path) -> None:
    found = read(tmp_path, f"农业\n水利\n{ITEMS}【概况】　又一条。\n")
    ids = [entry.id.partition("/")[2] for entry in found.volume.subsections[0].entries]
    assert ids == [
        "nong-ye-shui-li--gai-kuang-1",
        "nong-ye-shui-li--fang-xun-kang-han-1",
        "nong-ye-shui-li--gai-kuang-2",
    ]


@pytest.mark.parametrize(
    ("profile", "wanted"),
    [
        ({"sections": ["水利"]}, [("水利", "", "概况"), ("水利", "", "防汛抗旱")]),
        ({"passages": ["水利"]}, [("农业", "", "概况"), ("农业", "", "防汛抗旱")]),
        ({"subsections": ["农业"]}, [("", "水利", "概况"), ("", "水利", "防汛抗旱")]),
    ],
)
def test_what_the_profile_says_holds(
    profile: dict[str, Any], wanted: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    assert [one for one in heads(read(tmp_path, f"农业\n水利\n{ITEMS}", **profile)) if one[2] in ITEMS] == wanted


def test_titles_on_lines_of_their_own_where_the_profile_says_so(tmp_path: Path) -> None:
    contents = "目录\n农业……1\n　水利……1\n　　概况……1\n　　防汛抗旱……1\n"
    raw = f"{contents}农业\n水利\n概况\n全县有水库四十座。\n防汛抗旱\n境内普降暴雨。\n"
    wanted = [("农业", "水利", "概况", "全县有水库四十座。"), ("农业", "水利", "防汛抗旱", "境内普降暴雨。")]
    assert items(read(tmp_path / "a", raw)) == wanted
    assert items(read(tmp_path / "b", raw, items="独行")) == wanted


def test_a_chronicle_inside_is_months_of_the_year_told_of(tmp_path: Path) -> None:
    found = read(
        tmp_path, f"第一编　年度大事\n1月\n5日　县两会召开。\n△灯会开幕。\n2月\n3日　江堤开工。\n农业\n水利\n{ITEMS}"
    )
    months = [(month.id, [entry.start for entry in month.entries]) for month in found.volume.months]
    assert months == [
        ("yearbook-2019/2018-01", ["2018-01-05", "2018-01-05"]),
        ("yearbook-2019/2018-02", ["2018-02-03"]),
    ]


def test_reports_and_regulations_are_documents(tmp_path: Path) -> None:
    raw = (
        "特载\n政府工作报告\n各位代表：\n一、工作回顾\n过去一年成绩显著。\n农业\n水利\n"
        f"{ITEMS}附录\n江浦县河道管理办法\n江政发〔2018〕7号\n第一条　为加强管理，制定本办法。\n"
    )
    found = read(tmp_path, raw)
    documents = [(one.section, one.title.s, one.number_read) for one in found.volume.documents]
    assert documents == [("特载", "政府工作报告", ""), ("附录", "江浦县河道管理办法", "江政发〔2018〕7号")]
    assert found.volume.documents[0].column.s == "特载"


def test_an_index_and_the_pages_in_front_are_no_items(tmp_path: Path) -> None:
    raw = "编辑说明\n一、本年鉴记2018年事。\n凡例\n二、数据以统计部门为准。\n"
    raw += f"目录\n农业……1\n　水利……1\n▲水库一角\n农业\n水利\n{ITEMS}索引\n概况　1\n"
    found = read(tmp_path, raw)
    front = [(page.id, page.title) for page in found.volume.front]
    assert front == [
        ("cover", "卷首"),
        ("preface-1", "编辑说明"),
        ("preface-2", "凡例"),
        ("contents", "目录"),
        ("plates", "目录之后"),
        ("index", "索引"),
    ]
    assert heads(found) == [("农业", "水利", "概况"), ("农业", "水利", "防汛抗旱")]


def test_a_heading_of_contents_with_no_rows_below_is_none(tmp_path: Path) -> None:
    raw = f"农业\n水利\n【目录】　编印目录一册。\n目录\n全县名胜目录由文旅局编成。\n{ITEMS}"
    assert heads(read(tmp_path, raw))[-1] == ("农业", "水利", "防汛抗旱")


def test_contents_without_pages_end_in_front_of_a_sentence(tmp_path: Path) -> None:
    names = ["农业", "水利", "林业", "工业", "电力", "商业", "教育", "卫生"]
    body = "".join(f"{name}\n【概况】　{name}有新进展。\n" for name in names)
    found = read(tmp_path / "with", f"目录\n{chr(10).join(names)}\n{body}")
    assert [one[0] for one in items(found)] == names
    cut = read(tmp_path / "cut", f"目录\n农业\n水利\n年内编成。\n{body}")
    assert len(items(cut)) == len(names)


def test_contents_in_a_table_tell_by_column_and_type(tmp_path: Path) -> None:
    rows = "| 类目 | 分目 | 页 |\n| --- | --- | --- |\n| **农业** |  | 3 |\n|  | **水利** | 3 |\n|  | 概况 | 3 |\n"
    rows += "|  | 防汛抗旱 | 4 |\n| **工业** |  | 5 |\n|  | 概况 | 5 |\n|  | 招商 | 6 |\n"
    body = "# 农业\n\n## 水利\n\n### 概况\n\n全县有水库四十座。\n\n### 防汛抗旱\n\n境内普降暴雨。\n\n"
    body += "# 工业\n\n### 概况\n\n供电量六亿度。\n\n### 招商\n\n签约三个项目。\n"
    found = read(tmp_path, f"# 目录\n\n{rows}\n{body}", texture="ocr-markdown")
    assert heads(found) == [
        ("农业", "水利", "概况"),
        ("农业", "水利", "防汛抗旱"),
        ("工业", "", "概况"),
        ("工业", "", "招商"),
    ]


def test_a_title_of_contents_in_two_lines_is_one_row(tmp_path: Path) -> None:
    raw = "目录\n农业……1\n　　水利……1\n　　　　东海县重点水利工程\n　　　　建设情况……2\n　　　　防汛……3\n工业……4\n"
    raw += f"农业\n水利\n【东海县重点水利工程建设情况】　甲。\n【防汛】　乙。\n工业\n{ITEMS}"
    found = read(tmp_path, raw)
    assert heads(found)[:2] == [("农业", "水利", "东海县重点水利工程建设情况"), ("农业", "水利", "防汛")]
    assert not [one for one in found.doubts if one.key == "contents.missing"]


def test_the_name_of_the_book_heads_nothing_and_what_is_told_of_it_does(tmp_path: Path) -> None:
    raw = "文化\n地方志\n【《江浦年鉴》编纂】　年内出版。\n江浦年鉴\n【概况】　有职工九人。\n"
    assert heads(read(tmp_path, raw)) == [("文化", "地方志", "《江浦年鉴》编纂"), ("文化", "地方志", "概况")]


@pytest.mark.parametrize("line", ["［1］ 据县志。", "〔2018〕5号文件印发。", "【注】 数据为快报。", "［表2］ 水库情况"])
def test_what_else_stands_in_brackets_is_no_title(line: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"农业\n水利\n{ITEMS}{line}\n")
    assert [one[2] for one in items(found)] == ["概况", "防汛抗旱"]


def test_a_title_on_its_own_line_that_is_printed_twice_is_one(tmp_path: Path) -> None:
    raw = "目录\n农业……1\n　水利……1\n　　概况……1\n　　防汛抗旱……2\n　　节水……2\n"
    raw += "农业\n水利\n概况\n概况\n全县有水库四十座。\n防汛抗旱\n境内普降暴雨。\n节水\n推广滴灌。\n"
    found = read(tmp_path, raw, items="独行")
    assert [one[2:] for one in items(found)] == [
        ("概况", "全县有水库四十座。"),
        ("防汛抗旱", "境内普降暴雨。"),
        ("节水", "推广滴灌。"),
    ]


def test_the_name_of_a_section_that_is_over_is_doubted_or_as_the_profile_says(tmp_path: Path) -> None:
    raw = f"第一编　农业\n水利\n{ITEMS}第二编　附录\n东海县节水管理办法\n第一条　节水。\n"
    raw += f"第三编　工业\n{ITEMS}附录\n{ITEMS}"
    found = read(tmp_path / "silent", raw)
    (doubted,) = [said for one in listed(found) if "section" in (said := str(one))]
    assert doubted == (
        "yearbook-2019.txt:12  doubt.section.again  "
        "“附录” is the name of a section that is over; it was taken as text. "
        "Hint: where the section begins again, write it into `sections` of the profile; where it is text, "
        "accept it ([[volume.accept]])."
    )
    told = read(tmp_path / "said", raw, sections=["附录"])
    assert not [one for one in told.doubts if one.key == "section.again"]
    assert heads(told)[-1][0] == "附录"


def test_two_lines_inside_a_page_are_no_running_head(tmp_path: Path) -> None:
    raw = f"农业\n水利\n{ITEMS}东干\n西干\n灌区名单\n东干西干\n东干\n名单止。\n工业\n{ITEMS}"
    found = read(tmp_path, raw)
    assert "东干\n西干\n灌区名单\n东干西干\n东干\n名单止。" in items(found)[1][3]
