"""What a fault is: one place of one file, and what stands there instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: `old` at `start` of the text of `file` becomes `new`; `kind` says what sort it is of."""

    file: str
    start: int
    old: str
    new: str
    kind: str

    def apply(self, text: str) -> str:
        """The text of the file with the fault in it; raises ValueError where the text is another one."""
        if not text.startswith(self.old, self.start):
            raise ValueError(f"{self.file}: {self.old!r} does not stand at {self.start}")
        return text[: self.start] + self.new + text[self.start + len(self.old) :]

    def line(self, text: str) -> int:
        """The line of the fault, counted from 1."""
        return text.count("\n", 0, self.start) + 1

    def says(self) -> str:
        """The fault in a few words: its kind, what was, what is."""
        was, now = (_short(one) for one in (self.old, self.new))
        return f"{self.kind}: {was} -> {now or 'nothing'}"


def read(path: Path) -> str:
    """The text of a file with its line ends as they are: offsets must hold."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def write(path: Path, text: str) -> None:
    """Write a text as it is."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)


def _short(text: str) -> str:
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= 48 else flat[:45] + "..."
