"""The table of witnesses is current, and what acts in one place at most says why it is kept."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.volumes.counting import Counted, Tally
from tests.volumes.witnesses import Line, reasons, unexplained

FILE = re.compile(r"tests/[a-z_]+(?:/[\w.]+)?")


@pytest.mark.slow
def test_the_table_is_current_and_all_is_explained(root: Path) -> None:
    """In a process of its own: the stand-ins stay in the modules, and names are remembered between runs."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.volumes.witnesses", "--check"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_what_is_said_of_reasons() -> None:
    lines = [Line("Rules", "a.once", 1, 1), Line("Rules", "a.never", 0, 0), Line("Rules", "a.twice", 2, 1)]
    assert unexplained(lines, {"a.once": {"why": "A kind."}, "a.never": {"why": "A kind."}}) == []
    assert unexplained(
        lines, {"a.once": {"why": " "}, "a.twice": {"why": "A kind."}, "a.gone": {"why": "A kind."}}
    ) == [
        "a.gone: a `why` for what acts in more places, or is gone",
        "a.never: acts in one place at most, and no `why` says why it is kept",
        "a.once: an empty `why`",
        "a.twice: a `why` for what acts in more places, or is gone",
    ]


def test_a_place_is_counted_once_in_each_volume() -> None:
    tally = Tally()
    pattern = Counted(re.compile("第.条"), "a", tally)
    tally.volume = "v-1"
    assert pattern.match("第一条 甲")
    assert pattern.match("第 一条") is None
    assert [m[0] for m in pattern.finditer("第一条  甲\n第二条")] == ["第一条", "第二条"]
    tally.volume = "v-2"
    assert pattern.sub("", "乙第一条") == "乙"
    assert pattern.findall("丙") == []
    assert tally.places["a"] == {("v-1", "", "第一条甲"), ("v-1", "", "第二条"), ("v-2", "乙", "第一条")}
    assert pattern.pattern == "第.条"


def test_the_files_that_reasons_name_are_there(root: Path) -> None:
    named = {path.rstrip(".") for one in reasons().values() for path in FILE.findall(one["why"])}
    assert named
    assert [path for path in sorted(named) if not (root / path).exists()] == []
