"""The engine at scale: three million characters, eighty thousand edits, applied and balanced.

Its peer in the same run is the plain way, slicing the offsets once per edit, on a text forty times
smaller (its time grows with the square of the text).
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from builder.engine.ledger import Ledger, balance
from builder.engine.rule import Facts, Proposal, deletes, rule, swaps
from builder.engine.run import run_rules
from builder.engine.text import Edit, Text, apply_edits

PIECE = "市委书记主持召开市委常委会会议,研究部署重点工作。\n全市上下坚持稳中求进。"
CHARACTERS, EDITS = 3_000_000, 80_000


def commas(text: Text, facts: Facts) -> Iterator[Proposal]:
    """半角逗号改全角。"""
    at = text.s.find(",")
    while at >= 0:
        yield Edit(at, at + 1, "，")
        at = text.s.find(",", at + 1)


def ends(text: Text, facts: Facts) -> Iterator[Proposal]:
    """删去换行。"""
    at = text.s.find("\n")
    while at >= 0:
        yield Edit(at, at + 1, "")
        at = text.s.find("\n", at + 1)


RULES = (rule("bench.comma", commas, swaps({",": "，"})), rule("bench.end", ends, deletes("\n")))


def sample(characters: int, edits: int) -> str:
    """A text of about so many characters, with so many places to edit."""
    times = edits // 2
    padding = "协调推进" * (max(0, characters // times - len(PIECE)) // 4)
    return (PIECE + padding) * times


def ours(raw: str) -> float:
    """Seconds to run and balance."""
    started = time.perf_counter()
    ledger = Ledger(raw)
    text = run_rules(Text.raw(raw), RULES, Facts(), ledger)
    result = balance(ledger, [text])
    assert not result.problems
    assert result.published + result.removed == len(raw)
    return time.perf_counter() - started


def plain(raw: str) -> float:
    """Seconds for the same edits, one at a time."""
    started = time.perf_counter()
    text = Text.raw(raw)
    for one in RULES:
        for proposal in sorted(one.propose(text, Facts()), reverse=True):
            assert isinstance(proposal, Edit)
            text = apply_edits(text, [proposal])
    return time.perf_counter() - started


def main() -> None:
    """Print the table."""
    large, small = sample(CHARACTERS, EDITS), sample(CHARACTERS // 40, EDITS // 40)
    seconds, peer, same = ours(large), plain(small), ours(small)
    print(f"{len(large)} characters, {EDITS} edits, run and balanced: {seconds:.2f} s")
    print(f"at a fortieth of that: ours {same:.3f} s, one edit at a time {peer:.3f} s, ratio {same / peer:.3f}")


if __name__ == "__main__":
    main()
