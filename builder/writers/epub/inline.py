"""Runs as XHTML: corrections, numbers of notes, page breaks of the original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any


@dataclass
class Chapter:
    """One content document while it is written: its file, its ids, the page breaks it holds."""

    file: str
    title: str
    ids: set[str] = field(default_factory=set)
    pages: list[tuple[int, str]] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    noted: set[int] = field(default_factory=set)

    def id(self, name: str) -> str:
        """`name` as an attribute, or nothing where the chapter has that id already."""
        if name in self.ids:
            return ""
        self.ids.add(name)
        return f' id="{escape(name)}"'

    def inline(self, runs: Iterable[Any]) -> str:
        """Runs as XHTML."""
        return "".join(self._run(run) for run in runs)

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
