"""What every reader reads from, and what it says where it cannot read on."""

from __future__ import annotations

from builder.engine.rule import Facts
from builder.engine.text import Text
from builder.readers.source import Source
from builder.readers.structure import Unreadable


def test_what_cannot_be_read_says_what_is_wrong_and_where() -> None:
    error = Unreadable("read/month", 7, number=13)
    assert (error.key, error.offset, error.facts) == ("read/month", 7, {"number": 13})


def test_lines_lose_the_white_space_around_them_and_each_piece_is_accounted_for() -> None:
    source = Source(Text.raw("　甲\n\n 乙\t丙\t\n"), Facts())
    assert [line.s for line in source.lines()] == ["甲", "乙\t丙\t"]
    assert [(rule, piece.s) for rule, piece in source.drops] == [
        ("line.space", "　"),
        ("line.end", "\n"),
        ("line.end", "\n"),
        ("line.space", " "),
        ("line.end", "\n"),
    ]


def test_stacked_lines_take_their_line_ends_back() -> None:
    source = Source(Text.raw("某市人民政府\n1999年3月1日\n正文"), Facts())
    lines = source.lines()
    assert source.stack(lines[:2]).s == "某市人民政府\n1999年3月1日"
    assert [piece.s for _, piece in source.drops] == ["\n"]
