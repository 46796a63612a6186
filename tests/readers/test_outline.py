"""Level and kind of every line come from its numbering, and from its siblings where that is not enough."""

from __future__ import annotations

from typing import Any

from builder.model.blocks import Heading, Item, Note, Table
from tests.readers.reading import blocks


def seen(raw: str, **more: Any) -> list[tuple[str, str | None, str]]:
    return [(b.type + ("!" if getattr(b, "runin", False) else ""), b.anchor, b.text.s) for b in blocks(raw, **more)]


def test_headings_of_all_levels_with_the_anchors_of_their_numbers() -> None:
    raw = (
        "一、总体要求\n（一）主要目标\n推进改革。\n（二）基本原则\n1. 坚持政府主导。坚持主导地位。\n"
        "（三）强化治理。\n1. 清理河道。\n"
    )
    assert [(k, a) for k, a, _ in seen(raw)] == [
        ("heading", "n-1"),
        ("heading", "n-1-1"),
        ("paragraph", None),
        ("heading", "n-1-2"),
        ("heading!", "n-1-2-1"),
        ("paragraph", None),
        ("heading", "n-1-3"),
        ("item", "n-1-3-1"),
    ]


def test_a_missing_level_is_left_out_of_the_anchor() -> None:
    assert seen("一、目标\n甲。\n1.城区。重点布局小麦。\n")[2][1] == "n-1-1"


def test_a_numbered_sentence_without_text_of_its_own_is_an_item() -> None:
    raw = "一、流程\n1.申请人提交申请材料。\n2.工作人员受理。\n3.予以办理。\n"
    assert [kind for kind, _, _ in seen(raw)] == ["heading", "item", "item", "item"]


def test_a_long_first_sentence_is_no_heading() -> None:
    order = (
        "1. 严格落实市区水域蓝线管控，新建项目一律不得违规占用水域，"
        "土地开发利用应按照有关法律法规留足保护范围。抓好落实。\n"
    )
    assert [kind for kind, _, _ in seen(order)] == ["item"]


def test_a_sentence_with_its_date_is_no_heading() -> None:
    raw = "1.优化路径。优先采取热电联产。\n2. 2021年4月底前，制定方案。突出调度作用。\n"
    assert [kind for kind, _, _ in seen(raw)] == ["heading!", "paragraph", "item"]


def test_leads_with_commas_among_orders_are_no_headings() -> None:
    order = "、对全市贫困劳动力进行摸底调查登记并按照分批有序的要求与输入地加强对接，组织外出务工。补助。\n"
    orders = "".join(f"{n}{order}" for n in (1, 2, 3))
    raw = orders + "4、疫情防控期间，跟进贫困人口社会保障情况。对已享受低保的，视情延长。\n"
    assert [kind for kind, _, _ in seen(raw)] == ["item"] * 4


def test_a_name_with_a_colon_is_a_heading_in_front_of_text_or_of_a_deeper_list() -> None:
    raw = "5. 复产方式：严格执行规定。\n6. 验收程序：\n（1）组织培训。\n（2）自行验收。\n"
    assert [kind for kind, _, _ in seen(raw)] == ["heading!", "paragraph", "heading", "item", "item"]


def test_bold_says_nothing_where_it_is_noise() -> None:
    raw = "机构独立。严格按照法律开展改革。\n"
    marks = [("bold", "机构独立。")]
    assert [b.type for b in blocks(raw, marks, texture="ocr-markdown")] == ["paragraph"]
    assert [b.type for b in blocks(raw, marks, texture="pdf-text")] == ["heading", "paragraph"]


def test_items_of_an_article_are_no_headings() -> None:
    raw = "第一章 总则\n第一条 来源：\n（一）财政拨款。\n（二）其他资金\n第二条 用途。\n"
    assert [(k, a) for k, a, _ in seen(raw)] == [
        ("heading", "ch-1"),
        ("paragraph", "art-1"),
        ("item", "art-1-1"),
        ("item", "art-1-2"),
        ("paragraph", "art-2"),
    ]


def test_a_numbering_that_begins_anew_is_the_next_part() -> None:
    anchors = [a for _, a, _ in seen("一、甲\n乙。\n二、丙\n丁。\n一、戊\n己。\n")]
    assert anchors == ["n-1", None, "n-2", None, "p2-n-1", None]


def test_the_note_of_responsible_units_is_told_but_stays_in_its_paragraph() -> None:
    found = blocks("1.加快建设。全面完成。［责任单位：市交通局，各县（市、区）人民政府］\n")
    note = found[-1]
    assert isinstance(note, Note)
    assert note.inline
    assert note.text.s == "［责任单位：市交通局，各县（市、区）人民政府］"
    assert found[-2].text.s.endswith(note.text.s)


def test_signature_public_note_flow_and_form() -> None:
    raw = "东海市人民政府\n2021年 3月 1日\n（此件公开发布）\n①甲村→（经丙线）到乙村\n填报人：\n填报日期：2021年 月 日\n"
    assert [(k, t) for k, _, t in seen(raw)] == [
        ("signature", "东海市人民政府\n2021年 3月 1日"),
        ("note", "（此件公开发布）"),
        ("flow", "①甲村→（经丙线）到乙村"),
        ("form", "填报人：\n填报日期：2021年 月 日"),
    ]


def test_the_note_of_a_table_stands_with_it() -> None:
    found = blocks("序号\t断面\n1\t润城\n填报人：\n注：合计一栏填写数量。\n")
    table = found[0]
    assert isinstance(table, Table)
    assert [note.s for note in table.notes] == ["注：合计一栏填写数量。"]
    assert [b.type for b in found] == ["table", "form"]


def test_a_list_of_annexes_takes_no_anchors_from_the_text() -> None:
    found = blocks("附件：\n1. 甲表\n2. 乙表\n一、丙\n丁。\n")
    assert [type(b) for b in found[:4]] == [Item, Item, Item, Heading]
    assert found[3].anchor == "n-1"


def test_a_list_of_annexes_counts_the_one_that_stands_behind_its_label() -> None:
    found = blocks("附件：1.甲表\n2.乙表\n一、丙\n")
    assert [b.number for b in found if isinstance(b, Item)] == ["1.", "2."]
    assert [b.number for b in blocks("附件：甲表\n一、丙\n") if isinstance(b, Item)] == [""]


def test_paragraphs_under_one_heading_that_all_open_with_a_name_have_headings() -> None:
    raw = "（一）推进路网建设\n高速铁路。推动项目纳入规划，取得进展。\n民航机场。推进前期工作。\n（二）保障措施\n"
    found = blocks(raw)
    assert [(b.level, b.text.s) for b in found if isinstance(b, Heading) and b.runin] == [
        (3, "高速铁路。"),
        (3, "民航机场。"),
    ]
    assert [b.anchor for b in found if isinstance(b, Heading)] == ["n-1", "lead-1", "lead-2", "n-2"]


def test_a_name_before_some_paragraphs_only_or_a_single_one_is_no_heading() -> None:
    some = "（三）救助方面\n主要包括奖励扶助、特别扶助等事项。\n奖励扶助。为市级事权。\n特别扶助。为省级事权。\n"
    single = "（六）推进试点\n推进融合发展试点。以旅游公路为纽带，建设示范项目。\n"
    dated = "（一）目标\n2021年基本建成。任务分解到县。\n2025年全面建成。体系完备。\n"
    later = "1.控制面源污染。推广配方施肥。\n推进回收利用。健全体系。\n减少生活污染。推进分类。\n"
    for raw in (some, single, dated, later):
        assert not [b for b in blocks(raw) if isinstance(b, Heading) and b.anchor and b.anchor.startswith("lead")]


def test_items_with_a_dash_that_all_open_with_a_name_have_headings() -> None:
    raw = "1. 深入整治。按期推进，形成合力。\n——煤矿：落实制度。\n——消防：强化治理，消除隐患。\n"
    found = [(b.type, b.text.s) for b in blocks(raw)]
    assert found[2:] == [
        ("heading", "——煤矿："),
        ("item", "——煤矿：落实制度。"),
        ("heading", "——消防："),
        ("item", "——消防：强化治理，消除隐患。"),
    ]


def test_items_with_a_dash_that_open_with_a_sentence_have_none() -> None:
    raw = "（二）基本原则\n——政府引导，市场主导。强化作用。\n——以农为本，标准引领。突出产业。\n"
    assert [kind for kind, _, _ in seen(raw)] == ["heading", "item", "item"]
