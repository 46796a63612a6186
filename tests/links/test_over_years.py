"""历年同题: items of one name in yearbooks of several years, with the figures of their tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from builder.commands.cli import main
from tests.project import catalogue_entry, project

ONE = """江浦年鉴（{named}）
农业
水利
【概况】　全县有水库{count}座，当年新增灌溉面积{count}万亩。
表1　{year}年主要灌区情况
灌区\t面积（亩）\t水量
东干渠\t{a}\t{b}
西干渠\t{c}\t{d}
【防汛抗旱】　6月12日，境内普降暴雨，转移群众{count}人。
{more}
林业
【概况】　全县有林地七十五万亩。
"""


def books_of(folder: Path, texts: dict[int, str]) -> Path:
    """A project with a book of each year told of, built."""
    facts = {"kind": "yearbook", "publisher": "江浦县志办"}
    first, *others = texts
    root = project(
        folder, texts[first], id=f"yearbook-{first + 1}", year=first, volume_year=first + 1, title="江浦年鉴", **facts
    )
    catalogue = root / "source_texts" / "catalogue.toml"
    for year in others:
        name = f"yearbook-{year + 1}"
        (root / "source_texts" / f"{name}.txt").write_text(texts[year], "utf-8")
        more = {"id": name, "year": year, "volume_year": year + 1, "title": f"江浦年鉴（{year + 1}）"}
        said = catalogue_entry(texts[year].encode(), **facts, **more)
        catalogue.write_text(f"{catalogue.read_text('utf-8')}\n{said}", "utf-8")
    assert main(["--root", str(root), "build"]) == 0
    return root


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The rows of entries of three books, and their pages, by id."""
    folder = tmp_path_factory.mktemp("years")
    texts = {
        2017: ONE.format(named=2018, year=2017, count=40, a=100, b=7, c=200, d=8, more=""),
        2018: ONE.format(named=2019, year=2018, count=41, a=110, b=9, c="", d=6, more="【节水】　推广滴灌。"),
        2019: ONE.format(named=2020, year=2019, count=42, a=120, b=5, c=220, d=4, more=""),
    }
    texts[2019] = texts[2019].replace("水量", "流量")
    root = books_of(folder, texts)
    entries = json.loads((root / "build" / "data" / "entries.json").read_text("utf-8"))
    pages = {path.stem: path.read_text("utf-8") for path in (root / "docs" / "yearbook" / "2019").glob("*.md")}
    return {"entries": {row["id"]: row for row in entries}, "pages": pages}


def test_items_of_one_name_are_joined_in_the_order_of_the_years(rows: dict[str, Any]) -> None:
    same = rows["entries"]["yearbook-2019/nong-ye-shui-li--gai-kuang-1"]["over_years"]
    assert same == [f"yearbook-{year}/nong-ye-shui-li--gai-kuang-1" for year in (2018, 2019, 2020)]
    assert "over_years" not in rows["entries"]["yearbook-2019/nong-ye-shui-li--jie-shui-1"]
    # 林业·概况 is another item than 水利·概况.
    assert "nong-ye-lin-ye" in rows["entries"]["yearbook-2019/nong-ye-lin-ye--gai-kuang-1"]["over_years"][0]


def item(rows: dict[str, Any]) -> dict[str, Any]:
    """What the page of 水利 says of its first item."""
    page: Any = frontmatter.loads(rows["pages"]["nong-ye-shui-li"])
    entries: list[dict[str, Any]] = page.metadata["entries"]
    return entries[0]


def test_the_page_leads_to_the_other_years(rows: dict[str, Any]) -> None:
    assert item(rows)["years"] == [
        {"text": f"{year - 1}年", "url": f"yearbook/{year}/nong-ye-shui-li/#nong-ye-shui-li--gai-kuang-1"}
        for year in (2018, 2020)
    ]


def test_figures_stand_side_by_side_where_the_headings_agree(rows: dict[str, Any]) -> None:
    assert item(rows)["figures"] == [
        {
            "name": "灌区·面积（亩）",
            "years": [2017, 2018, 2019],
            # A figure that one year does not give is left open.
            "rows": [["东干渠", "100", "110", "120"], ["西干渠", "200", "", "220"]],
        },
        # 流量 is no 水量.
        {"name": "灌区·水量", "years": [2017, 2018], "rows": [["东干渠", "7", "9"], ["西干渠", "8", "6"]]},
    ]


def test_a_column_of_another_year_is_none_of_this_years(tmp_path: Path) -> None:
    table = "表1　灌区\n灌区\t{0}年\t{1}年\t{0}年水量\n东干渠\t{2}\t{3}\t7\n西干渠\t5\t6\t8\n"
    text = "江浦年鉴（{0}）\n农业\n水利\n【概况】　全县有水库四座。\n{1}林业\n【概况】　全县有林地七十五万亩。\n"
    books = {year: text.format(year + 1, table.format(year, year - 1, year, year - 1)) for year in (2018, 2017)}
    root = books_of(tmp_path, books)
    page = (root / "docs" / "yearbook" / "2019" / "nong-ye-shui-li.md").read_text("utf-8")
    assert item({"pages": {"nong-ye-shui-li": page}})["figures"] == [
        # 2017年 stands in both books; of each the column of the year told of counts.
        {"name": "灌区", "years": [2017, 2018], "rows": [["东干渠", "2017", "2018"], ["西干渠", "5", "5"]]},
        {"name": "灌区·水量", "years": [2017, 2018], "rows": [["东干渠", "7", "7"], ["西干渠", "8", "8"]]},
    ]
