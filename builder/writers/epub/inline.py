"""Runs as XHTML: corrections, numbers of notes, page breaks of the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markupsafe import Markup

Row = Mapping[str, Any]


@dataclass
class ContentDocument:
    """One content document while it is written: its file, its ids, the page breaks it holds."""

    file: str
    title: str
    ids: set[str] = field(default_factory=set)
    pages: list[tuple[int, str]] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    noted: set[int] = field(default_factory=set)

    @property
    def name(self) -> str:
        """Its name in the lists of the package."""
        return self.file.removesuffix(".xhtml")

    def id(self, name: str) -> Markup:
        """`name` as an attribute, or nothing where the chapter has that id already."""
        if name in self.ids:
            return Markup("")
        self.ids.add(name)
        return Markup(' id="{}"').format(name)

    def inline(self, runs: Iterable[Any]) -> Markup:
        """Runs as XHTML."""
        return Markup("".join(self._run(run) for run in runs))

    def head(self, anchor: str, runs: Iterable[Any]) -> str:
        """Note a heading for the table of contents; nothing stands for it in the text."""
        self.headings.append((anchor, plain(runs)))
        return ""

    def told(self, notes: Iterable[Row]) -> list[Row]:
        """Those of some notes whose number stands in the text."""
        return [note for note in notes if note["n"] in self.noted]

    def rows(self, table: Row) -> Iterator[tuple[str, str, list[list[Row]]]]:
        """The parts of a table that have rows: their element, that of their cells, the cells of each row."""
        lines: dict[int, list[Row]] = {}
        for cell in sorted(table["cells"], key=lambda one: (one["y"], one["x"])):
            lines.setdefault(cell["y"], []).append(cell)
        height = max((c["y"] + c.get("rowspan", 1) for c in table["cells"]), default=0)
        for part, cell, first, last in (("thead", "th", 0, table["head"]), ("tbody", "td", table["head"], height)):
            if first < last:
                yield part, cell, [lines.get(y, []) for y in range(first, last)]

    def _run(self, run: str | Mapping[str, Any]) -> str:
        if isinstance(run, str):
            return escape(run, quote=False)
        if "turn" in run:
            return self._turn(int(run["turn"]))
        said = escape(run.get("t", ""), quote=False)
        if "u" in run and said:
            said = f'<span class="fix">{said}</span>'
        if "b" in run and said:
            said = f"<b>{said}</b>"
        if "note" in run:
            said += self._note(int(run["note"])) + escape(run.get("a", ""), quote=False)
        return said

    def _turn(self, page: int) -> str:
        name = f"page-{page}"
        if name in self.ids:
            return ""
        self.pages.append((page, name))
        return f'<span epub:type="pagebreak" role="doc-pagebreak"{self.id(name)} aria-label="{page}"></span>'

    def _note(self, number: int) -> str:
        # A note that holds at several places has several references: only the first is the way back.
        anchor = self.id(f"ref-{number}")
        self.noted.add(number)
        link = f'<a epub:type="noteref" role="doc-noteref" href="#note-{number}"{anchor}>{number}</a>'
        return f'<sup class="aid">{link}</sup>'


def plain(runs: Iterable[Any]) -> str:
    """The characters of runs, for titles in lists."""
    return "".join(run if isinstance(run, str) else run.get("t", "") + run.get("a", "") for run in runs)
