"""A sketch tells one text from another, be it short or long, and knows the same one again."""

from __future__ import annotations

import random

from builder.engine.sketch import pairs, same, sketch
from builder.engine.text import Text


def of(raw: str) -> str:
    return sketch(pairs([Text.raw(raw)], raw))


def text(seed: int, length: int) -> str:
    """Characters drawn from 3,000, the same for a seed every time."""
    chance = random.Random(seed)
    return "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(length))


def test_a_sketch_is_sixteen_characters_and_counts_no_space() -> None:
    assert of("") == "-" * 16
    assert len(of("某市")) == 16
    assert of("某市政府召开会议") == of("某 市政府\n召开　会议")


def test_a_few_characters_more_or_less_change_nothing() -> None:
    for seed in range(20):
        long = text(seed, 400)
        assert same(of(long), of(long[8:200] + long[204:]))


def test_other_texts_are_told_apart_whatever_their_length() -> None:
    for length in (2, 6, 40, 400, 20_000):
        alike = sum(same(of(text(2 * seed, length)), of(text(2 * seed + 1, length))) for seed in range(20))
        assert alike <= 1, length


def test_a_common_beginning_is_not_enough() -> None:
    assert not same(of("第二节目标"), of("第二节本市生态环境保护"))


def test_the_raw_characters_count_not_what_is_read() -> None:
    """A corrected misprint names what it named."""
    raw = "市政俯召开会议"
    read = Text("市政府召开会议", Text.raw(raw).at)
    assert sketch(pairs([read], raw)) == of(raw)
