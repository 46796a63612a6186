"""The inside proof: each raw character published once or removed once; whatever else happens is named."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

import pytest

from builder.engine.ledger import Balance, Ledger, balance, row_of
from builder.engine.rule import Broken, Facts, Permit, Proposal, anything, copies, deletes, either, rule, swaps
from builder.engine.run import run_rule
from builder.engine.text import Edit, Move, Text


def run(raw: str, *steps: list[Proposal], permit: Permit = anything) -> tuple[list[Text], Ledger]:
    """The text in front of each step and behind the last, and the ledger of all."""
    texts, ledger = [Text.raw(raw)], Ledger(raw)
    for number, proposals in enumerate(steps):

        def propose(text: Text, facts: Facts, these: list[Proposal] = proposals) -> Iterator[Proposal]:
            """为测试而设。"""
            yield from these

        one = rule(f"test.step-{number}", propose, permit, moves=any(isinstance(p, Move) for p in proposals))
        texts.append(run_rule(texts[-1], one, Facts(), ledger))
    return texts, ledger


def problems(raw: str, published: Iterable[Text], ledger: Ledger | None = None) -> list[str]:
    """What the proof says of texts that are published."""
    return balance(ledger or Ledger(raw), published).problems


RAW = "甲乙\n丙丁戊"
WHOLE = Text.raw(RAW)


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ([WHOLE], []),
        # In whatever order and number of texts they are published.
        ([WHOLE[3:6], WHOLE[0:3]], []),
        ([WHOLE[0:4], WHOLE[5:6]], ["line 2: '丁' is lost"]),
        ([WHOLE[1:6]], ["line 1: '甲' is lost"]),
        ([WHOLE[0:5]], ["line 2: '戊' is lost"]),
        ([], [f"line {1 if at < 3 else 2}: {c!r} is lost" for at, c in enumerate(RAW)]),
        ([WHOLE, WHOLE[4:5]], ["line 2: '丁' is published twice"]),
        ([WHOLE, WHOLE[0:1], WHOLE[0:1], WHOLE[0:1], WHOLE[0:1]], ["line 1: '甲' is published twice"]),
        # One is lost where another stands twice: the number of characters tells nothing.
        ([WHOLE[0:5], WHOLE[0:1]], ["line 1: '甲' is published twice", "line 2: '戊' is lost"]),
    ],
)
def test_a_character_lost_or_published_twice(published: list[Text], said: list[str]) -> None:
    assert problems(RAW, published) == said


def test_two_characters_swapped() -> None:
    swapped = Text("乙甲\n丙丁戊", WHOLE.at)
    assert problems(RAW, [swapped]) == [
        "'乙' is published for the raw '甲' and no edit says so",
        "'甲' is published for the raw '乙' and no edit says so",
    ]


def test_another_character_than_the_edit_put() -> None:
    (_, text), ledger = run("甲,乙", [Edit(1, 2, "，")])
    assert problems("甲,乙", [text], ledger) == []
    assert problems("甲,乙", [Text("甲；乙", text.at)], ledger) == [
        "'；' is published for the raw ',' and no edit says so"
    ]


def test_what_was_removed_and_is_published_all_the_same() -> None:
    (before, after), ledger = run("甲乙丙", [Edit(1, 2, "")])
    assert balance(ledger, [after]) == Balance(3, 2, 1, [])
    assert problems("甲乙丙", [before], ledger) == ["line 1: '乙' is published though removed"]


def test_what_is_removed_is_not_lost_and_what_is_lost_is_not_removed() -> None:
    (_, after), ledger = run("甲乙丙", [Edit(1, 2, "")])
    assert balance(ledger, [after[0:1]]) == Balance(3, 1, 1, ["line 1: '丙' is lost"])


@pytest.mark.parametrize("times", [1, 2])
def test_a_character_that_no_edit_added(times: int) -> None:
    added = Text("甲" + "子" * times, array("l", [0, *[~1] * times]))
    assert problems("甲", [added]) == [f"characters published that no edit added: {{'子': {-times}}}"]


def test_an_added_character_published_once_more_than_it_was_added() -> None:
    (_, text), ledger = run("甲", [Edit(1, 1, "子")])
    assert problems("甲", [text], ledger) == []
    assert problems("甲", [text, text[1:2]], ledger) == ["characters published that no edit added: {'子': -1}"]


def test_an_added_character_that_a_later_edit_took_out_again() -> None:
    """What one edit added and another took out is undone: published all the same, it comes from nowhere."""
    (_, added, undone), ledger = run("甲乙", [Edit(1, 1, "子")], [Edit(1, 2, "")])
    assert undone.s == "甲乙"
    assert [row.undone for row in ledger.rows] == ["", "子"]
    assert problems("甲乙", [undone], ledger) == []
    assert problems("甲乙", [added], ledger) == ["characters published that no edit added: {'子': -1}"]


def test_an_added_character_that_a_later_edit_replaced() -> None:
    (_, added, replaced), ledger = run("甲乙", [Edit(1, 1, "子")], [Edit(1, 3, "丑")])
    assert replaced.s == "甲丑"
    assert problems("甲乙", [replaced], ledger) == []
    assert "characters published that no edit added: {'子': -1}" in problems("甲乙", [added], ledger)


def test_text_that_was_moved_is_published_once() -> None:
    (before, moved), ledger = run("甲乙丙", [Move(0, 1, 3)])
    assert moved.s == "乙丙甲"
    assert problems("甲乙丙", [moved], ledger) == []
    assert problems("甲乙丙", [moved, before[0:1]], ledger) == ["line 1: '甲' is published twice"]
    # A move adds nothing: a second copy of what was moved comes from nowhere.
    copy = Text("甲", array("l", [~3]))
    assert problems("甲乙丙", [moved, copy], ledger) == ["characters published that no edit added: {'甲': -1}"]


def test_the_row_of_a_piece_names_what_it_held() -> None:
    (_, text), _ = run("甲乙", [Edit(1, 1, "子")])
    row = row_of("line.end", text[1:3])
    assert (list(row.gone), row.old, row.undone) == ([1], "子乙", "子")


@pytest.mark.parametrize(
    ("permit", "edit", "said"),
    [
        (deletes(r"\n"), Edit(1, 3, ""), "'乙\\n' -> ''"),
        (deletes(r"\n"), Edit(2, 4, ""), "'\\n丙' -> ''"),
        (deletes(r"\n"), Edit(2, 3, " "), "'\\n' -> ' '"),
        (deletes(r"\n"), Edit(2, 2, "\n"), "'' -> '\\n'"),
        (swaps({"甲": "子"}), Edit(0, 1, "丑"), "'甲' -> '丑'"),
        (swaps({"甲": "子"}), Edit(0, 1, ""), "'甲' -> ''"),
        (swaps({"甲": "子"}), Edit(0, 1, "子子"), "'甲' -> '子子'"),
        (swaps({"甲": "子"}), Edit(0, 2, "子子"), "'甲乙' -> '子子'"),
        (copies, Edit(3, 4, ""), "'丙' -> ''"),
        (copies, Edit(2, 3, ""), "'\\n' -> ''"),
        (either(deletes(r"\n"), swaps({"甲": "子"})), Edit(1, 2, ""), "'乙' -> ''"),
    ],
)
def test_a_permit_overstepped_by_one_character(permit: Permit, edit: Edit, said: str) -> None:
    with pytest.raises(Broken) as stopped:
        run(RAW, [edit], permit=permit)
    assert str(stopped.value) == f"test.step-0: proposes {said}, which its permit forbids"
