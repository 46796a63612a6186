"""The story of raw lines: what of each is published, and every edit that touched it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from builder.edition.read import Read
from builder.engine.ledger import MASK, WITHHELD, LedgerRow
from builder.engine.text import Text
from builder.sources.finding import only

_HIDDEN = "（含不公开内容）"


class Story:
    """Tells of the raw lines of one volume; each published text is told once, at its first line."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._raw = read.ledger.raw.split("\n")
        self._texts = list(read.volume.texts())
        self._told: set[int] = set()

    @cached_property
    def _published(self) -> dict[int, list[int]]:
        """For each raw line the numbers of the texts that publish something of it."""
        found: dict[int, list[int]] = {}
        for number, text in enumerate(self._texts):
            for line in self.lines([text]):
                found.setdefault(line, []).append(number)
        return found

    @cached_property
    def _edits(self) -> dict[int, list[LedgerRow]]:
        found: dict[int, list[LedgerRow]] = {}
        line = self._read.ledger.line
        for row in self._read.ledger.rows:
            for number in range(line(row.start), line(max(row.end - 1, row.start)) + 1):
                found.setdefault(number, []).append(row)
        return found

    def lines(self, texts: Iterable[Text]) -> list[int]:
        """The raw lines on which characters of some texts stand, in order."""
        return sorted({self._read.ledger.line(at) for text in texts for at in text.at if at >= 0})

    def tell(self, numbers: Iterable[int]) -> list[str]:
        """The story of some raw lines. Raises `Findings` for a line that the file does not have."""
        return [said for number in numbers for said in self._line(number)]

    def _line(self, line: int) -> list[str]:
        name = self._read.volume.id
        if not 1 <= line <= len(self._raw):
            raise only(f"{name}.txt", line, "explain.line/file", count=len(self._raw))
        rows = self._edits.get(line, [])
        hidden = any(row.rule == WITHHELD for row in rows)
        said = [f"{name} 第 {line} 行：{_HIDDEN if hidden else self._raw[line - 1]}"]
        said += [f"  {self._told_of(number)}" for number in self._published.get(line, [])]
        said += [f"  {self._edit(row)}" for row in rows]
        if len(said) == 1:
            said.append("  空行，未刊出")
        return said

    def _told_of(self, number: int) -> str:
        if number in self._told:
            return "刊出：同在上面一段"
        self._told.add(number)
        return f"刊出：{self._texts[number].s}"

    def _edit(self, row: LedgerRow) -> str:
        old, new = row.old.replace("\n", "⏎"), row.new.replace("\n", "⏎")
        if row.rule == WITHHELD:
            old = MASK * len(row.old)
        line = self._read.ledger.line
        done = f"移至第 {line(row.to)} 行前" if row.to >= 0 else f"“{old}” → “{new}”"
        return f"{row.rule}：{done}。{self._read.reasons.get(row.rule, '')}"
