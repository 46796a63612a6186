"""The engine's ground: texts keep the raw offset of every character through every change."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.engine.text import Edit, Move, Text, apply_edits, apply_moves, raw_span, trimmed


def test_equal_length_keeps_offsets() -> None:
    text = apply_edits(Text.raw("甲,乙"), [Edit(1, 2, "，")])
    assert (text.s, list(text.at)) == ("甲，乙", [0, 1, 2])


def test_added_characters_are_marked_with_their_place() -> None:
    text = apply_edits(Text.raw("小组张"), [Edit(2, 2, "组长")])
    assert (text.s, list(text.at)) == ("小组组长张", [0, 1, ~2, ~2, 2])


def test_added_at_the_end() -> None:
    assert list(apply_edits(Text.raw("甲"), [Edit(1, 1, "。")]).at) == [0, ~1]


def test_deletion() -> None:
    text = apply_edits(Text.raw("复产复产的"), [Edit(2, 4, "")])
    assert (text.s, list(text.at)) == ("复产的", [0, 1, 4])


def test_trimmed_leaves_only_what_differs() -> None:
    assert trimmed("收费匠站", Edit(5, 9, "匠收费站")) == Edit(5, 8, "匠收费")
    assert trimmed("同样", Edit(0, 2, "同样")) == Edit(2, 2, "")


def test_moves_keep_their_order_and_their_offsets() -> None:
    text = apply_moves(Text.raw("正文一题甲题乙正文二"), [Move(3, 5, 0), Move(5, 7, 0)])
    assert text.s == "题甲题乙正文一正文二"
    assert sorted(text.at) == list(range(10))


def test_strip_and_lines_keep_offsets() -> None:
    lines = Text.raw(" 一\n\n二 ").lines()
    assert [(t.strip().s, list(t.strip().at)) for t in lines] == [("一", [1]), ("", []), ("二", [4])]


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    raw = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=12, unique=True)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return raw, [Edit(a, b, draw(st.text(max_size=4))) for a, b in spans]


@given(edited())
def test_edits_do_what_slicing_would(case: tuple[str, list[Edit]]) -> None:
    raw, edits = case
    expected = raw
    for start, end, new in reversed(edits):
        expected = expected[:start] + new + expected[end:]
    text = apply_edits(Text.raw(raw), edits)
    assert text.s == expected
    assert len(text.at) == len(text.s)
    kept = [at for at in text.at if at >= 0]
    assert kept == sorted(set(kept))


@given(st.text(min_size=1, max_size=40), st.data())
def test_moves_lose_and_double_nothing(raw: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=6, unique=True)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    outside = [i for i in range(len(raw) + 1) if not any(a <= i < b for a, b in spans)]
    moves = [Move(a, b, data.draw(st.sampled_from(outside))) for a, b in spans]
    text = apply_moves(Text.raw(raw), moves)
    assert sorted(text.at) == list(range(len(raw)))
    assert text.s == "".join(raw[at] for at in text.at)


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (0, 1, (3, 4)),
        (0, 2, (3, 5)),
        (0, 4, (3, 9)),
        (1, 3, (4, 5)),
        (3, 4, (8, 9)),
        # What was added stands in front of a raw place; an empty span is the place of the character behind it.
        (2, 3, (6, 6)),
        (2, 2, (6, 6)),
        (3, 3, (8, 8)),
        (4, 4, (9, 9)),
    ],
)
def test_the_raw_places_that_characters_cover(start: int, end: int, span: tuple[int, int]) -> None:
    assert raw_span(Text("甲乙加丙", array("l", [3, 4, ~6, 8])), start, end) == span


def test_the_raw_place_of_nothing() -> None:
    assert raw_span(Text.empty(), 0, 0) == (0, 0)
