"""The plan: its notice, chapters, sections, run-in headings, boxes and rebuilt tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.checks.growth import growth_cells, odd_growth
from builder.commands.read import read_volume
from builder.edition.read import Read
from builder.model.blocks import Box, Heading, Item, Note, Paragraph, Table
from builder.model.volume import Volume
from builder.sources import catalogue
from builder.sources.finding import Findings
from tests.project import PLAN as HEAD
from tests.project import project

PLAN = f"""{HEAD}“一核”指中心城区。城区先行。
专栏 1 重点工程
道路工程。新建道路。
桥梁工程。新建桥梁。
第二节 目标
目标明确，任务清楚。
第二章 保障
"""


@pytest.fixture(scope="module")
def plan(reads: dict[str, Read]) -> Volume:
    return next(read.volume for read in reads.values() if read.volume.kind == "plan")


def boxes(volume: Volume) -> list[Box]:
    return [block for document in volume.documents for block in document.blocks if isinstance(block, Box)]


def tables(volume: Volume) -> list[Table]:
    return [block for box in boxes(volume) for block in box.blocks if isinstance(block, Table)]


def test_figures_of_the_plan(plan: Volume) -> None:
    chapters = plan.documents[1:]
    sections = [b for d in chapters for b in d.blocks if isinstance(b, Heading) and not b.runin]
    inside = 0
    for document in chapters:
        seen = False
        for block in document.blocks:
            seen = seen or (isinstance(block, Heading) and not block.runin)
            inside += seen and isinstance(block, Paragraph)
    items = [block for box in boxes(plan) for block in box.blocks if isinstance(block, Item)]
    assert (len(chapters), len(sections), len(boxes(plan)), len(items), inside) == (14, 59, 36, 170, 271)
    assert [box.number for box in boxes(plan)] == list(range(1, 37))


def test_every_section_keeps_its_chapter_in_its_anchor(plan: Volume) -> None:
    for document in plan.documents[1:]:
        found = [b.anchor for b in document.blocks if isinstance(b, Heading) and not b.runin]
        assert found == [f"s-{document.chapter}-{i}" for i in range(1, len(found) + 1)]


def test_missing_pages_are_counted_back_from_the_next_printed_number(plan: Volume) -> None:
    pages = [page for _, page in plan.turns]
    assert pages[0] == 1
    assert pages[1:] == list(range(7, 132))
    assert plan.documents[1].page == 7


def test_the_flattened_tables(plan: Volume) -> None:
    first, second = tables(plan)
    assert (first.columns, len(first.grid()) - first.head_rows, first.head_rows) == (11, 44, 2)
    assert (second.columns, len(second.grid()) - second.head_rows, second.head_rows) == (8, 39, 1)
    grid = [[cell.text.s for cell in row] for row in first.grid()]
    assert grid[2] == [
        *["经济发展", "1", "地区生产总值", "地区生产总值", "亿元", "958.5", "1425"],
        "6.5 左右",
        "1425.7",
        "5.9",
        "预期性",
    ]
    assert grid[4][:4] == ["经济发展", "2", "城镇化率", "户籍人口城镇化率"]
    assert grid[39][6] == grid[42][6] == "均控制在省下达的指标之内"
    assert first.pieces == 3


def test_growth_that_does_not_follow_from_its_row_is_told(plan: Volume) -> None:
    first, second = (growth_cells(table) for table in tables(plan))
    assert len(first) == 40
    assert [(one.name, one.printed) for one in first if not one.agrees] == [
        ("地区生产总值", "6.5左右"),
        ("地区生产总值", "5.9"),
        ("技术合同交易总额", "46.64"),
        ("单位地区生产总值能源消耗降低", "〔7〕"),
    ]
    assert all(one.agrees for one in second)


def test_odd_growth_says_where_it_stands(plan: Volume) -> None:
    odd = [(one.document, one.cell.s, one.growth.computed) for one in odd_growth(plan)]
    assert ("plan-145/ch-01", "46.64", "36.92%") in odd
    assert len(odd) == 4
    assert all(one.title.startswith("专栏 1 ") for one in odd_growth(plan))


def read(folder: Path, raw: str, **facts: object) -> Read:
    root = project(folder, raw, id="plan-9", kind="plan", title="某市规划", **facts)
    sources = catalogue.load(root / "source_texts")
    return read_volume(sources, sources.volumes[0])


@pytest.mark.parametrize("texture", ["plain-text", "pdf-text", "ocr-markdown"])
def test_a_plan_of_another_city(texture: str, tmp_path: Path) -> None:
    raw = PLAN.replace("\n", "\n\n") if texture == "ocr-markdown" else PLAN
    found = read(tmp_path, raw, texture=texture)
    assert not found.sum.problems
    notice, first, second = found.volume.documents
    assert (notice.title.s, notice.number_read) == ("某市人民政府关于印发某市规划的通知", "某政发〔2031〕7号")
    assert (notice.issuer_read, notice.date, notice.public) == ("某市人民政府", "2031-05-08", True)
    assert (first.id, first.title.s, second.id) == ("plan-9/ch-01", "第一章 总论", "plan-9/ch-02")
    assert [b.text.s for b in first.blocks if isinstance(b, Heading) and b.runin] == ["改革取得突破。"]
    box = next(b for b in first.blocks if isinstance(b, Box))
    assert [b.text.s for b in box.blocks] == ["道路工程。新建道路。", "桥梁工程。新建桥梁。"]


def test_the_notes_of_a_box_are_notes(tmp_path: Path) -> None:
    raw = PLAN.replace("桥梁工程。新建桥梁。\n", "注：1.长度为预计数。\n2.含支路。\n")
    box = boxes(read(tmp_path, raw, texture="plain-text").volume)[0]
    said = [(type(block), block.text.s) for block in box.blocks]
    assert said == [(Item, "道路工程。新建道路。"), (Note, "注：1.长度为预计数。"), (Note, "2.含支路。")]


def test_a_text_without_chapters_is_one_page(tmp_path: Path) -> None:
    found = read(tmp_path, "某市规划\n没有章。\n", texture="plain-text")
    assert [(one.id, one.title.s) for one in found.volume.documents] == [("plan-9/text", "某市规划")]


def test_a_table_that_does_not_fit_its_text_is_told(tmp_path: Path) -> None:
    raw = PLAN.replace("道路工程。新建道路。\n桥梁工程。新建桥梁。\n", "类别 数\n道路 5\n")
    root = project(tmp_path, raw, id="plan-9", kind="plan", title="某市规划", texture="pdf-text")
    layout = root / "source_texts" / "layout"
    layout.mkdir()
    line = raw.split("\n").index("类别 数") + 1
    table = (
        f'[[table]]\nlines = [{line}, {line + 1}]\nwhy = "表"\ncolumns = ["类别", "数"]\nheader = [["类别", "数"]]\n'
    )
    sources = catalogue.load(root / "source_texts")
    (layout / "plan-9.toml").write_text(table + 'rows = [["道路", "5"]]\nspans = []\n', "utf-8")
    good = read_volume(sources, sources.volumes[0])
    assert [[c.text.s for c in row] for row in tables(good.volume)[0].grid()] == [["类别", "数"], ["道路", "5"]]
    assert not good.sum.problems
    (layout / "plan-9.toml").write_text(table + 'rows = [["道路", "6"]]\nspans = []\n', "utf-8")
    with pytest.raises(Findings, match="a table's cell “6” meets the text “5”"):
        read_volume(sources, sources.volumes[0])
