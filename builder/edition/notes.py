"""Notes on corrections and doubts: numbered, grouped, worded once for every output."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from builder.edition.apparatus import Doubt, Fix

_SAME = ("kind", "was", "now", "maybe", "why", "see")
_NAMES = {"fix": "校", "doubt": "疑", "withheld": "隐"}


@dataclass(frozen=True)
class Note:
    """A correction or doubt at one place: `n` counts the places of a page, `number` what is said there.

    `line` is the raw line, `case` the anchor of its record on the page 校勘记.
    """

    n: int
    number: int
    kind: str
    was: str
    now: str
    maybe: str
    why: str
    see: str
    line: int
    case: str

    def row(self) -> dict[str, Any]:
        """The note as front matter: what is empty is left out."""
        return {key: value for key, value in asdict(self).items() if value and key != "number"}


class Case(NamedTuple):
    """One thing said, with all places of the page where it holds."""

    number: int
    note: Mapping[str, Any]
    places: list[Mapping[str, Any]]


@dataclass
class Notes:
    """The notes of one page or chapter, in the order of its text."""

    volume: str
    taken: list[Note] = field(default_factory=list)
    _numbers: dict[tuple[str, ...], int] = field(default_factory=dict)

    def take(self, one: Fix | Doubt, s: str) -> Note:
        """The note of a correction or doubt in the text `s`, numbered behind those taken before."""
        if isinstance(one, Doubt):
            facts = ("doubt", s[one.at : one.end], "", one.maybe, one.why, one.see)
        else:
            facts = ("withheld" if one.withheld else "fix", one.was, one.now, "", one.why, one.see)
        number = self._numbers.setdefault(facts, len(self._numbers) + 1)
        case = case_anchor(self.volume, facts[0], one.record)
        self.taken.append(Note(len(self.taken) + 1, number, *facts, one.line, case))
        return self.taken[-1]


def case_anchor(volume: str, kind: str, record: int) -> str:
    """The anchor of a correction or doubt on the page 校勘记: `chronicle-2020-doubt-3`."""
    return f"{volume}-{'doubt' if kind == 'doubt' else 'fix'}-{record + 1}"


def cases(notes: Iterable[Mapping[str, Any]]) -> list[Case]:
    """The notes of a page; those that say the same are one case with many places."""
    found: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for note in notes:
        found.setdefault(tuple(str(note.get(key, "")) for key in _SAME), []).append(note)
    return [Case(number, places[0], places) for number, places in enumerate(found.values(), 1)]


def name(note: Mapping[str, Any]) -> str:
    """校 for what was corrected, 疑 for what is only noted, 隐 for what is withheld."""
    return _NAMES[note["kind"]]


def reading(note: Mapping[str, Any]) -> str:
    """What was done, in one clause: “省”原作“市”."""
    was, now = note.get("was", ""), note.get("now", "")
    if note["kind"] == "withheld":
        return "此处隐去"
    if note["kind"] == "doubt":
        return f"“{was}”" + (f"，疑作“{note['maybe']}”" if note.get("maybe") else "")
    if not now:
        return f"删“{was}”"
    return f"“{now}”原作“{was}”" if was else f"补“{now}”"


def evidence(note: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """What shows it, volumes by their titles (`titles` by id); '' where nothing is given."""
    see = str(note.get("see", ""))
    for volume, title in titles.items():
        see = re.sub(rf"{re.escape(volume)}(?![0-9a-z-])\s*", f"《{title}》底本", see)
    return see


def said(note: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """The whole note as plain text: what was done, why, and what shows it."""
    see = evidence(note, titles)
    parts = [f"{name(note)}{reading(note)}。", str(note.get("why", "")), f"据 {see}" if see else ""]
    return " ".join(part for part in parts if part)
