"""What layout data puts right in a recognised text: lines that are left out, lines that go on."""

from __future__ import annotations

from builder.engine.ledger import Ledger, balance
from builder.engine.run import run_rules
from builder.engine.text import Text
from builder.rules.table import TABLE
from tests.records import facts

RAW = "### **(一)推进**\n\n**行动。**甲乙。\n\n丙丁。\n\n\n\n传达政令 宣传\n\n政策\n"


def run(layout: dict[str, list[dict[str, object]]]) -> str:
    ledger = Ledger(RAW)
    rules = [rule for rule in TABLE["ocr-markdown"] if rule.name in ("layout.omitted", "layout.joined")]
    text = run_rules(Text.raw(RAW), rules, facts(layout=layout), ledger)
    assert balance(ledger, [text]).problems == []
    return text.s


def test_nothing_happens_without_layout_data() -> None:
    assert run({}) == RAW


def test_the_line_that_is_named_goes_on_with_the_text_before() -> None:
    assert run({"join": [{"lines": [3, 3], "why": "换栏"}]}) == RAW.replace("推进**\n\n**行动", "推进****行动")


def test_the_lines_that_are_named_are_left_out_whatever_stands_before() -> None:
    both = run({"leave": [{"lines": [9, 11], "why": "封底"}], "join": [{"lines": [3, 3], "why": "换栏"}]})
    assert both == "### **(一)推进****行动。**甲乙。\n\n丙丁。\n\n\n\n \n\n\n"
