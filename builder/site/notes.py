"""Corrections and doubts of a page: short in the margin, whole in a list at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from builder.edition.notes import Case, cases, evidence, name, reading

Meta = dict[str, Any]


class Margin:
    """Gives each note of a page once in full; where its case comes again, in short."""

    def __init__(self, notes: Iterable[Meta]) -> None:
        self.cases = cases(notes)
        self._case = {place["n"]: case for case in self.cases for place in case.places}
        self._told: set[int] = set()

    def lines(self, numbers: Iterable[int]) -> list[str]:
        """A line for each case among the notes of one entry."""
        found: dict[int, Case] = {}
        for n in numbers:
            if n in self._case:
                found.setdefault(self._case[n].number, self._case[n])
        return [self._line(case) for case in found.values()]

    def _line(self, case: Case) -> str:
        head = f'<p class="n"><a class="k" href="#c-{case.number}">{name(case.note)}</a>{escape(reading(case.note))}'
        if case.number in self._told or not case.note.get("why"):
            return f"{head}</p>"
        self._told.add(case.number)
        return f"{head}。{escape(str(case.note['why']))}</p>"


def listing(found: Iterable[Case], names: Mapping[str, str]) -> list[Meta]:
    """All cases for the list at the end of a page: what was done, why, what shows it, where.

    `names` gives the titles of volumes by id: evidence is written down with ids.
    """
    return [
        {
            "number": case.number,
            "name": name(case.note),
            "reading": reading(case.note),
            "why": case.note.get("why", ""),
            "see": evidence(case.note, names),
            "places": case.places,
        }
        for case in found
    ]
