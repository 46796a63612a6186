"""Findings: what is wrong with an input, said to the person who must mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Finding(NamedTuple):
    """One thing that is wrong: `file:line  name  what is wrong. Hint: what to do.`"""

    file: str
    line: int
    name: str
    problem: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}  {self.name}  {self.problem}. Hint: {self.hint}."


class Findings(Exception):
    """One or more findings that stop the work; nothing has been written."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        super().__init__("\n".join(str(f) for f in self.findings))


def only(file: str, line: int, name: str, problem: str, hint: str) -> Findings:
    """A single finding, ready to raise."""
    return Findings([Finding(file, line, name, problem, hint)])
