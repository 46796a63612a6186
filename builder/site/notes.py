"""Corrections and doubts of a page: short in the margin, whole in a list at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, NamedTuple

Meta = dict[str, Any]


class Case(NamedTuple):
    """One reason with all places of the page where it holds."""

    number: int
    note: Meta
    places: list[Meta]


def cases(notes: Iterable[Meta]) -> list[Case]:
    """The notes of a page; equal ones are one case with many places."""
    found: dict[tuple[str, ...], list[Meta]] = {}
    for note in notes:
        key = tuple(str(note.get(k, "")) for k in ("kind", "was", "now", "maybe", "why", "see"))
        found.setdefault(key, []).append(note)
    return [Case(n, places[0], places) for n, places in enumerate(found.values(), 1)]


def reading(note: Meta) -> str:
    """What was done, in one clause: 省：原作“市”."""
    was, now = escape(str(note.get("was", ""))), escape(str(note.get("now", "")))
    if note["kind"] == "withheld":
        return "此处隐去"
    if note["kind"] == "doubt":
        maybe = f"，疑作“{escape(str(note['maybe']))}”" if note.get("maybe") else ""
        return f"“{was}”{maybe}"
    if not now:
        return f"删“{was}”"
    return f"“{now}”原作“{was}”" if was else f"补“{now}”"


def name(note: Meta) -> str:
    """校 for what was corrected, 疑 for what is only noted."""
    return {"doubt": "疑", "withheld": "隐"}.get(note["kind"], "校")


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
        head = f'<p class="n"><a class="k" href="#c-{case.number}">{name(case.note)}</a>{reading(case.note)}'
        if case.number in self._told or not case.note.get("why"):
            return f"{head}</p>"
        self._told.add(case.number)
        return f"{head}。{escape(str(case.note['why']))}</p>"


def listing(found: list[Case], names: Mapping[str, str]) -> str:
    """The list of all cases at the end of a page: reading, reason, evidence, places.

    `names` gives the titles of volumes by id: evidence is written down with ids.
    """
    return "".join(f'<li id="c-{case.number}">{_item(case, names)}</li>' for case in found)


def _evidence(see: str, names: Mapping[str, str]) -> str:
    for name, title in names.items():
        see = re.sub(rf"{re.escape(name)}\s*(?=第)", f"《{title}》底本", see)
    return escape(see)


def _item(case: Case, names: Mapping[str, str]) -> str:
    note = case.note
    parts = [f'<b class="k">{name(note)}</b>{reading(note)}。']
    if note.get("why"):
        parts.append(escape(str(note["why"])))
    if note.get("see"):
        parts.append(f'<span class="see">据 {_evidence(str(note["see"]), names)}</span>')
    many = len(case.places) > 1
    places = [
        f'<a href="#note-{one["n"]}">{f"第{i}处" if many else "见正文"}</a>'
        f'<span class="line">（底本第{one["line"]}行）</span>'
        for i, one in enumerate(case.places, 1)
    ]
    parts.append(f'<span class="places">{" ".join(places)}</span>')
    return " ".join(parts)
