"""Lines in any order, under any texture: read with every character in its place, or refused with a finding."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest

from builder.commands.build import held, product
from builder.records.volume import TEXTURES
from builder.sources.finding import Findings
from tests.project import project

LINES: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("lines.toml").read_text("utf-8"))
LINES["plan"] = LINES["document"]
# So many texts of each kind, of so many lines; some of the lines are of other kinds.
TEXTS, MOST, STRAYS = 120, 30, 5


def drawn(kind: str, number: int) -> tuple[str, str]:
    """A texture and a text, the same for the same number."""
    chance = random.Random(f"{kind} {number}")
    pool = [*LINES[kind], *chance.sample(LINES[chance.choice(sorted(LINES))], STRAYS)]
    lines = [chance.choice(pool) for _ in range(chance.randint(3, MOST))]
    if chance.random() < 0.3:
        lines = ["　" * chance.choice([0, 2, 4]) + line for line in lines]
    return chance.choice(TEXTURES), "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", sorted(LINES))
def test_no_text_breaks_a_promise(kind: str, tmp_path: Path) -> None:
    """A traceback, a character that is lost or doubled, an edit that its rule may not make: all raise.

    And what is published stands on a page, once, in the order of the print.
    """
    read = 0
    for number in range(TEXTS):
        texture, text = drawn(kind, number)
        name = f"{kind}-2016" + ("-1" if kind == "gazette" else "")
        root = project(tmp_path / str(number), text, id=name, kind=kind, year=2016, texture=texture)
        try:
            reads, made = product(root)
        except Findings:
            continue
        assert reads[0].sum.problems == [], text
        # A title that a rule moved to the head of its page stands behind a later line on purpose; months with one
        # name are refused, with a finding.
        moved = any(row.rule == "page.title" for row in reads[0].ledger.rows)
        told = held(root, reads, made)
        if any(one.name == "page.twice" for one in told):
            continue
        kinds = {"page.lost", "page.surplus", *([] if moved else ["page.order"])}
        assert [str(one) for one in told if one.name in kinds] == [], text
        read += 1
    assert read > TEXTS // 5
