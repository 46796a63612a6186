"""The faults that are drawn: what each is, what is never drawn, the same ones every time; which tests are asked."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.mutants.draw import draw, packages
from tests.mutants.fault import Fault, read
from tests.mutants.plan import asked_about, tables
from tests.mutants.python_faults import python_faults
from tests.mutants.sample import Record, report
from tests.mutants.script_faults import script_faults, template_faults
from tests.mutants.trial import SURVIVED

PYTHON = '''"""A docstring of the module."""
import re
__all__ = ["work"]
Pairs = dict[str, "int"]


@keep(3)
def work(text: "str", low: int) -> "int":
    """A docstring: 1 < 2."""
    # A comment: 3.
    assert low, "said"
    if text == "晋":
        note(text, low)
    return find(f"{text}", key=low, strict=True)
'''


def said(faults: list[Fault]) -> list[str]:
    """The faults in words."""
    return [fault.says() for fault in faults]


def test_faults_of_python_are_of_what_runs() -> None:
    assert said(python_faults("a.py", PYTHON)) == [
        'condition negated: text == "晋" -> (not (text == "晋"))',
        "comparison swapped: == -> !=",
        'string emptied: "晋" -> ""',
        "statement dropped: note(text, low) -> pass",
        "names swapped: text, low -> low, text",
        "argument dropped: , key=low -> nothing",
    ]


def test_a_fault_stands_behind_chinese_where_it_was_found() -> None:
    fault = next(one for one in python_faults("a.py", 'a = ("东海", 7)\n') if one.kind == "off by one")
    assert fault.apply('a = ("东海", 7)\n') == 'a = ("东海", 8)\n'
    with pytest.raises(ValueError, match=r"^a\.py: '7' does not stand at 11$"):
        fault.apply("another text")


def test_faults_of_scripts_are_of_what_runs() -> None:
    script = """// 1 < 2 is said here
import { a } from "./a.js";
const url = "https://x", form = /[/"] 3/g;
function go(one, two) {
  if (one < 4) {
    two.act(one, two);
  }
}
"""
    assert said(script_faults("a.js", script)) == [
        'string emptied: "https://x" -> ""',
        "condition negated: one < 4 -> !(one < 4)",
        "comparison swapped: < -> <=",
        "off by one: 4 -> 5",
        "statement dropped: two.act(one, two); -> nothing",
        "names swapped: one, two -> two, one",
    ]


def test_faults_of_templates() -> None:
    page = '{# {{ no }} #}<a class="x" href="{{ url }}">{% if a == b %}y{% endif %}</a>'
    assert said(template_faults("a.html", page)) == [
        'attribute dropped: class="x" -> nothing',
        'attribute dropped: href="{{ url }}" -> nothing',
        "value dropped: {{ url }} -> nothing",
        "condition negated: a == b -> not (a == b)",
        "comparison swapped: == -> !=",
    ]


def test_the_draw_is_the_same_and_even(root: Path) -> None:
    drawn = draw(root, 12, 60)
    assert drawn == draw(root, 12, 60)
    other = draw(root, 13, 1)
    assert len(other) == 5 * len(packages(root))
    assert other != drawn
    share = Counter(fault.file.split("/")[1] for fault in drawn)
    assert share == dict.fromkeys(packages(root), 5)
    assert {".py", ".js", ".html"} <= {Path(fault.file).suffix for fault in drawn}
    for fault in drawn:
        text = read(root / fault.file)
        broken = fault.apply(text)
        assert broken != text
        if fault.file.endswith(".py"):
            compile(broken, fault.file, "exec")


def test_the_longest_part_that_fits_says_which_tests() -> None:
    table = {"": ["all"], "site": ["a"], "site/theme": []}
    files = ("builder/site/head.py", "builder/site/theme/x/y.js", "builder/model/volume.py")
    assert [asked_about(file, table) for file in files] == [["a"], [], ["all"]]


def test_the_tables_name_tests_and_parts_that_are_there(root: Path) -> None:
    found = tables(root)
    parts = {part for table in found.values() for part in table}
    named = {path for table in found.values() for paths in table.values() for path in paths if path.startswith("tests")}
    there = {path.with_suffix("").relative_to(root / "builder").as_posix() for path in (root / "builder").rglob("*")}
    lost = sorted(parts - there - {""})
    assert lost + [path for path in named if not (root / path).exists()] == []
    assert set(packages(root)) <= found["quick"].keys()


def test_a_run_goes_on_where_it_was(tmp_path: Path) -> None:
    faults = [Fault("mkdocs.yml", start, "x", "y", "kind") for start in (0, 1, 2, 3, 4)]
    kept = Record(tmp_path / "kept.jsonl")
    for fault, killer in zip(
        faults, ("tests/a.py::b", SURVIVED, "check: docs.stale", "check: docs.stale, id.gone"), strict=False
    ):
        kept.add(fault, killer, 1.25)
    again = Record(tmp_path / "kept.jsonl")
    assert again.known == kept.known
    table, living = report(faults, again)
    assert living == 1
    assert [row.split(" | ")[-1] for row in table.splitlines()[2:7]] == [
        "tests/a.py::b |",
        "SURVIVED |",
        "check: docs.stale |",
        "check: docs.stale, id.gone |",
        "not tried |",
    ]
    assert "4 of 5 tried in 5 s: 1 live, 1 of the others" in table
    again.forget(SURVIVED)
    assert [json.loads(line)["killer"] for line in again.path.read_text("utf-8").splitlines()][1] == SURVIVED
    assert [row["killer"] for row in again.known.values()] == ["tests/a.py::b", "check: docs.stale, id.gone"]
