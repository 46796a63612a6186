"""Tables and rosters of lines with tabs."""

from __future__ import annotations

from builder.model.blocks import Roster, Table
from tests.readers.reading import blocks

HEAD = "项目\t内容\t要求\t情况"


def table(raw: str) -> Table:
    found = blocks(raw)
    assert len(found) == 1
    assert isinstance(found[0], Table)
    return found[0]


def texts(one: Table) -> list[list[str]]:
    return [[cell.text.s for cell in row] for row in one.grid()]


def test_pieces_with_repeated_heads_and_labels_are_one_table() -> None:
    first = f"{HEAD}\n一、证照\t甲\t查一\t\n\t乙\t查二\t\n"
    second = "项 目\t内容\t要求\t情况\n一、 证照\t丙\t查三\t\n二、安全\t丁\t查四\t\n"
    one = table(first + second)
    assert (one.pieces, one.head_rows, len(one.grid())) == (2, 1, 5)
    assert [row[0] for row in texts(one)] == ["项目", "一、证照", "一、证照", "一、证照", "二、安全"]
    assert one.grid()[1][0].rowspan == 3


def test_a_row_whose_empty_first_cell_is_missing_is_mended() -> None:
    rows = "".join(f"\t内容{n}\t查资料{n}\t\n" for n in range(6))
    one = table(f"{HEAD}\n一、证照\t甲\t查证\t\n{rows}带压开采管理\t查资料。检查报告\t\t\n")
    assert texts(one)[-1] == ["一、证照", "带压开采管理", "查资料。检查报告", ""]


def test_a_head_of_two_rows_without_data() -> None:
    one = table("序号\t名称\t期间\t\t备注\n\t\t生产\t放假\t\n")
    assert (one.head_rows, len(one.grid())) == (2, 2)
    assert texts(one) == [["序号", "名称", "期间", "期间", "备注"], ["序号", "名称", "生产", "放假", "备注"]]


def test_a_form_has_no_head() -> None:
    one = table("详细地址：\t\t\n基本情况\t矿长姓名\t\n\t采煤方法\t\n")
    assert one.head_rows == 0
    assert [row[0] for row in texts(one)] == ["详细地址：", "基本情况", "基本情况"]


def test_people_in_lines_and_in_cells() -> None:
    lines = "组长：王斌权 副市长\n副组长：杨金中 副秘书长\n聂永平 局长\n"
    cells = "组长：王斌权\t副市长\n副组长：杨金中\t副秘书长\t聂永平\t局长\n"
    for raw in (lines, cells):
        (roster,) = blocks(raw)
        assert isinstance(roster, Roster)
        assert [(p.role_read, p.name.s, p.office.s) for p in roster.people] == [
            ("组长", "王斌权", "副市长"),
            ("副组长", "杨金中", "副秘书长"),
            ("副组长", "聂永平", "局长"),
        ]


def test_a_head_of_two_rows_above_data() -> None:
    one = table("县区\t总任务\t其中\t\n\t\t造林\t封山\n东县\t5\t3\t2\n西县\t3\t2\t1\n")
    assert (one.head_rows, len(one.grid())) == (2, 4)
    assert texts(one)[:2] == [["县区", "总任务", "其中", "其中"], ["县区", "总任务", "造林", "封山"]]


def test_a_second_row_of_figures_is_no_head() -> None:
    one = table("县区\t总任务\t其中\t\n\t\t3\t2\n东县\t5\t3\t2\n")
    assert one.head_rows == 0


def test_the_title_of_a_table() -> None:
    (one,) = blocks("表1 任务分解\n县区\t任务\n东县\t5\n")
    assert isinstance(one, Table)
    assert one.text.s == "表1 任务分解"
