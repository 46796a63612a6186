"""Permits, the ledger and the inside proof."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.engine.ledger import Ledger, balance
from builder.engine.rule import Broken, Facts, Mark, Permit, Proposal, Propose, anything, copies, deletes, rule, swaps
from builder.engine.run import run_rule, run_rules
from builder.engine.text import Edit, Move, Text


def proposer(*proposals: Proposal) -> Propose:
    def propose(text: Text, facts: Facts) -> Iterator[Proposal]:
        """为测试而设。"""
        yield from proposals

    return propose


def run(raw: str, permit: Permit, *proposals: Proposal, moves: bool = False) -> tuple[Text, Ledger, Facts]:
    ledger, facts = Ledger(raw), Facts()
    one = rule("test.rule", proposer(*proposals), permit, moves=moves)
    return run_rule(Text.raw(raw), one, facts, ledger), ledger, facts


@pytest.mark.parametrize(
    ("permit", "edit"),
    [
        (deletes(r"\n+"), Edit(0, 1, "")),
        (deletes(r".*"), Edit(0, 1, "x")),
        (swaps({",": "，"}), Edit(0, 1, "，")),
        (copies, Edit(0, 1, "")),
    ],
)
def test_a_permit_forbids_what_it_does_not_name(permit: Permit, edit: Edit) -> None:
    with pytest.raises(Broken, match="its permit forbids"):
        run("甲乙\n丙", permit, edit)


def test_a_rule_without_leave_may_not_move() -> None:
    with pytest.raises(Broken, match="move"):
        run("甲乙", anything, Move(0, 1, 2))


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(Broken, match="overlap"):
        run("甲乙丙", anything, Edit(0, 2, "子"), Edit(1, 3, "丑"))


def test_copies_allow_the_second_of_two_in_front_or_behind() -> None:
    assert run("压实压实责任", copies, Edit(2, 4, ""))[0].s == "压实责任"
    assert run("压实压实责任", copies, Edit(0, 2, ""))[0].s == "压实责任"


def test_an_edit_that_changes_nothing_is_not_written() -> None:
    text, ledger, _ = run("甲乙", anything, Edit(0, 2, "甲乙"))
    assert text.s == "甲乙"
    assert ledger.rows == []


def test_marks_are_kept_in_raw_offsets() -> None:
    raw = "**甲**乙"
    ledger, facts = Ledger(raw), Facts()
    strip = rule("a.strip", proposer(Edit(0, 2, ""), Edit(3, 5, ""), Mark("bold", 2, 3)), deletes(r"\*+"))
    later = rule("b.mark", proposer(Mark("page", 1, 2)), deletes(""))
    run_rules(Text.raw(raw), [strip, later], facts, ledger)
    assert facts.marks["bold"][0].start == 2
    assert facts.marks["page"][0].start == 5


def test_reason_is_the_first_paragraph() -> None:
    def propose(text: Text, facts: Facts) -> Iterator[Proposal]:
        """为读者写的
        理由。

        For developers.
        """
        yield from ()

    assert rule("x.y", propose, anything).reason == "为读者写的 理由。"


def test_balance_finds_lost_doubled_and_invented_characters() -> None:
    raw = "甲乙丙"
    text = Text.raw(raw)
    assert balance(Ledger(raw), [text]).problems == []
    assert "lost" in balance(Ledger(raw), [text[0:2]]).problems[0]
    assert "twice" in balance(Ledger(raw), [text, text[0:1]]).problems[0]
    assert "no edit" in balance(Ledger(raw), [Text("甲乙丁", text.at)]).problems[0]


def test_balance_finds_what_is_published_though_removed() -> None:
    text, ledger, _ = run("甲乙", anything, Edit(0, 1, ""))
    assert balance(ledger, [text]).problems == []
    assert "though removed" in balance(ledger, [Text.raw("甲乙")]).problems[0]


def test_balance_finds_added_characters_that_no_edit_added() -> None:
    _, ledger, _ = run("甲", anything)
    added = Text("甲乙", Text.raw("甲").at + type(Text.raw("甲").at)("l", [~1]))
    assert "no edit added" in balance(ledger, [added]).problems[0]


@given(st.text(alphabet="甲乙,(\n ", min_size=1, max_size=80), st.data())
def test_whatever_rules_do_the_sum_balances(raw: str, data: st.DataObject) -> None:
    """Three rules one after the other, each with edits drawn at random."""
    ledger, facts, text = Ledger(raw), Facts(), Text.raw(raw)
    for name in ("a.one", "b.two", "c.three"):
        cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
        edits = [
            Edit(a, b, data.draw(st.text(alphabet="甲丙，", max_size=3)))
            for a, b in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        text = run_rule(text, rule(name, proposer(*edits), anything), facts, ledger)
    result = balance(ledger, [text])
    assert result.problems == []
    assert result.published + result.removed == len(raw)
