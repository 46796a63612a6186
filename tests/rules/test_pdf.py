"""Rules of PDF text that need data or marks, and the reading of columns on texts set anew."""

from __future__ import annotations

import pytest

from builder.engine.ledger import Ledger
from builder.engine.rule import Facts, Mark
from builder.engine.run import run_rule, run_rules
from builder.engine.text import Text
from builder.rules.pdf.measure import INDENT, first_unit, measure, width
from builder.rules.table import TABLE
from tests.records import facts as facts_of
from tests.records import record

RULES = {rule.name: rule for rule in TABLE["pdf-text"]}


def run(raw: str, facts: Facts, *names: str) -> str:
    return run_rules(Text.raw(raw), [RULES[name] for name in names], facts, Ledger(raw)).s


def test_a_running_head_goes_where_it_recurs_at_the_head_of_pages() -> None:
    head = "某市政府公报（2021. 2） 文件"
    raw = f"甲。\n·· 16\n\n{head}\n\n乙。\n·· 23\n\n{head.replace(' 文', '文')}\n\n丙。\n"
    facts = facts_of(record(title="某市政府公报 2021年第2期"))
    assert "".join(run(raw, facts, "page.start", "page.head", "page.number").split()) == "甲。乙。丙。"
    assert [m.value for m in facts.marks["page"]] == ["17", "24"]


def test_the_name_of_a_gazette_that_stands_once_stays() -> None:
    raw = "甲。\n·· 16\n\n某市政府公报（2021. 2） 文件\n乙。\n"
    assert run(raw, facts_of(record(title="某市政府公报 2021年第2期")), "page.head") == raw


def test_moved_and_closed_by_layout_data() -> None:
    layout = {
        "move": [{"lines": [3, 3], "before": 1, "why": "放错"}],
        "close": [{"lines": [2, 2], "find": "乙 丙", "why": "多空"}],
    }
    raw = "甲。\n乙 丙。\n丁。\n戊 己。\n"
    assert (
        run(raw, facts_of(layout=layout), "page.start", "layout.closed", "layout.moved")
        == "丁。\n甲。\n乙丙。\n戊 己。\n"
    )


def test_a_heading_is_broken_off_where_layout_data_says_so() -> None:
    layout = {"break": [{"lines": [2, 2], "find": "。 第二节", "why": "粘连"}]}
    raw = "第一节 甲\n乙。 第二节 丙\n丁。 第二节 戊\n"
    got = run(raw, facts_of(layout=layout), "page.start", "layout.broken")
    assert got == "第一节 甲\n乙。\n第二节 丙\n丁。 第二节 戊\n"


def test_two_bold_headings_one_under_the_other_are_two_runs() -> None:
    raw = "（（一一））总总体体目目标标\n（（二二））发发展展\n方方向向。。以\n"
    facts = Facts()
    assert run(raw, facts, "bold.doubled") == "（一）总体目标\n（二）发展\n方向。以\n"
    assert [raw[m.start : m.end] for m in facts.marks["bold"]] == [
        "（（一一））总总体体目目标标",
        "（（二二））发发展展\n方方向向。。",
    ]


def test_a_line_that_layout_data_splits_off_begins_a_paragraph() -> None:
    raw = "\n".join(["一" * 18, "一" * 20, "一" * 20, "二" * 20, "二" * 20, "二" * 8 + "。"])
    facts = facts_of(layout={"split": [{"line": 4, "why": "另起一行"}]})
    assert run(raw, facts, "page.start", "wrap.join").split("\n") == ["一" * 58, "二" * 48 + "。"]
    assert run(raw, Facts(), "page.start", "wrap.join").split("\n") == ["一" * 58 + "二" * 48 + "。"]


def test_layout_data_joins_parts_and_keeps_lines() -> None:
    body = ["一" * 18, "一" * 20, "一" * 20, "一" * 20, "短行", "续行。", "栏：", "乙" * 20]
    raw = "\n".join(body)
    layout = {"join": [{"line": 6, "why": "续"}], "keep": [{"lines": [7, 8], "why": "栏"}]}
    facts = facts_of(layout=layout)
    text = run_rule(Text.raw(raw), RULES["page.start"], facts, Ledger(raw))
    got = run_rule(text, RULES["wrap.join"], facts, Ledger(raw)).s.split("\n")
    assert got == ["一" * 78 + "短行续行。", "栏：", "乙" * 20]


PARAGRAPHS = [
    "一、总体要求",
    "坚持以新发展理念为引领，全面贯彻落实中央决策部署，统筹发展和安全，到2025年基本建成现代化的综合交通运输体系，经济总量稳步提升。",
    "（一）加强组织领导",
    "各县（市、区）人民政府要切实履行主体责任，主要负责同志亲自抓、负总责；有关部门要各司其职、密切配合，形成齐抓共管的工作格局。",
    "“放管服”改革深入推进。全面推行证明事项告知承诺制，最大限度便民利民，企业开办时间压缩到1个工作日以内，群众满意度稳步提高。",
    "1.完善工作机制。建立月调度、季通报制度，对进展缓慢的项目进行约谈，对弄虚作假的依法依规严肃追究相关单位和人员的责任。",
    "2.强化资金保障。市财政每年安排专项资金3000万元，支持重点项目建设。",
    "本方案自印发之日起施行。",
]


def typeset(paragraph: str, column: float, mark: float) -> list[str]:
    """A paragraph as a typesetter breaks it: indented, no mark at the head of a line."""
    lines, room = [""], column - INDENT
    while paragraph:
        unit = first_unit(paragraph)
        if lines[-1] and width(lines[-1] + unit, mark) > room:
            lines.append("")
            room = column
        lines[-1] += unit
        paragraph = paragraph[len(unit) :]
    return lines


@pytest.mark.parametrize("column", [18, 21, 24, 28, 33, 40])
@pytest.mark.parametrize("mark", [1.0, 0.5])
def test_paragraphs_set_anew_are_read_back(column: int, mark: float) -> None:
    paragraphs = PARAGRAPHS * 4
    raw = "\n".join(line for p in paragraphs for line in typeset(p, column, mark))
    got = run_rule(Text.raw(raw), RULES["wrap.join"], Facts(), Ledger(raw)).s.split("\n")
    assert got == paragraphs


def test_the_width_of_marks_is_measured() -> None:
    for mark in (1.0, 0.5):
        kind = measure(line for p in PARAGRAPHS * 4 for line in typeset(p, 24, mark))
        assert kind.mark == mark
        assert any(abs(edge - 24) <= 0.5 and share > 0.2 for edge, share in kind.columns)


def test_marks_are_left_for_readers() -> None:
    raw = " 首页\n（（一一））标题标题\n — 7 —\n\n次页\n"
    facts = Facts()
    run(raw, facts, "page.start", "page.number")
    assert facts.marks["page"] == [Mark("page", 1, 2, ""), Mark("page", raw.index("次"), raw.index("次") + 1, "8")]
