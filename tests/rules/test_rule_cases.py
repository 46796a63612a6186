"""Runs `tests/rules/<rule>.md`: real damage, invented damage, text that must not change, known failures.

Each case: the result is right, the ledger balances, a second run changes nothing, the permit is kept
(the engine refuses else), and replaying the ledger's rows over the raw text gives the same text.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from builder.engine.ledger import Ledger, balance
from builder.engine.rule import Rule
from builder.engine.run import run_rule
from builder.engine.text import Text
from builder.rules.table import TABLE
from tests.records import facts as known
from tests.records import record

FOLDER = Path(__file__).parent
# A rule of plain or recognised text may bear the name of one that does the same in a text layer: its cases are in
# plain/ and ocr/. (Those of recognised text are rules of yearbooks.)
RULES: dict[str, Rule] = {}
for _texture, _rules in TABLE.items():
    for _one in _rules:
        _twin = _texture != "pdf-text" and _one.name in {other.name for other in TABLE["pdf-text"]}
        _own = _twin and _one.propose is not next(r.propose for r in TABLE["pdf-text"] if r.name == _one.name)
        RULES.setdefault(f"{_texture.split('-')[0]}/{_one.name}" if _own else _one.name, _one)
_CASE = re.compile(
    r"^## (?P<kind>wild|synthetic|same|known failure)(?:: (?P<name>[^\n]*))?\n"
    r"```in\n(?P<raw>.*?)\n?```(?:\n```out\n(?P<out>.*?)\n?```)?",
    re.MULTILINE | re.DOTALL,
)
# Rules whose cases need a volume's data, or the marks of other rules, are tested in a file of their own
# (wrap.turn: tests/cases/test_yearbooks.py).
DATA_RULES = {
    "wrap.turn",
    *("correction.apply", "correction.withheld", "correction.doubt"),
    *("layout.moved", "layout.closed", "layout.broken", "layout.joined", "layout.omitted"),
}


class Case(NamedTuple):
    rule: str
    kind: str
    name: str
    raw: str
    out: str


def cases() -> list[Case]:
    found = []
    for path in sorted(FOLDER.rglob("*.md")):
        for one in _CASE.finditer(path.read_text("utf-8")):
            out = one["raw"] if one["out"] is None else one["out"]
            found.append(
                Case(
                    path.relative_to(FOLDER).with_suffix("").as_posix(), one["kind"], one["name"] or "", one["raw"], out
                )
            )
    return found


def param(case: Case) -> object:
    # What a rule cannot do yet is a case too: strict, so that the day it can, the case is moved.
    marks = [pytest.mark.xfail(strict=True)] if case.kind == "known failure" else []
    return pytest.param(case, id=f"{case.rule}-{case.kind}-{case.name}", marks=marks)


@pytest.mark.parametrize("case", [param(case) for case in cases()])
def test_case(case: Case) -> None:
    rule = RULES[case.rule]
    kind = "yearbook" if case.rule.startswith("ocr/") else "gazette"
    text, ledger = run(rule, case.raw, kind)
    assert text.s == case.out
    assert balance(ledger, [text]).problems == []
    assert replay(case.raw, ledger) == case.out
    again, _ = run(rule, text.s, kind)
    assert again.s == text.s


def run(rule: Rule, raw: str, kind: str) -> tuple[Text, Ledger]:
    facts, ledger = known(record(kind=kind, year=2021)), Ledger(raw)
    return run_rule(Text.raw(raw), rule, facts, ledger), ledger


def replay(raw: str, ledger: Ledger) -> str:
    """The rows of a ledger carried out over the raw text, from the last to the first."""
    text = raw
    rows = [row for row in ledger.rows if row.to < 0]
    if len(rows) < len(ledger.rows):
        moved = [row for row in ledger.rows if row.to >= 0]
        for row in sorted(moved, key=lambda r: r.start, reverse=True):
            text = text[: row.start] + text[row.end :]
        for to in sorted({row.to for row in moved}, reverse=True):
            at = to - sum(one.end - one.start for one in moved if one.end <= to)
            text = text[:at] + "".join(row.new for row in moved if row.to == to) + text[at:]
        return text
    for row in sorted(rows, key=lambda r: (r.start, r.end), reverse=True):
        assert raw[row.start : row.end] == row.old
        text = text[: row.start] + row.new + text[row.end :]
    return text


def test_every_rule_has_its_cases() -> None:
    with_cases = {case.rule for case in cases()}
    assert with_cases <= set(RULES)
    assert set(RULES) - with_cases - DATA_RULES == set()


def test_every_file_is_read_whole() -> None:
    for path in FOLDER.glob("*.md"):
        headings = re.findall(r"^## ", path.read_text("utf-8"), re.MULTILINE)
        assert len(headings) == sum(1 for case in cases() if case.rule == path.stem), path.name


def test_every_rule_gives_its_reason() -> None:
    for rule in RULES.values():
        assert re.search(r"[\u4e00-\u9fff]", rule.reason), rule.name
        assert rule.reason.endswith("。"), rule.name
