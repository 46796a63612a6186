"""Changes of office as entries tell them: 任, 当选, 任命…为; 免去, 辞去, 不再担任."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from builder.links.corpus import Unit
from builder.links.persons.mentions import Named
from builder.links.persons.titleship import OfficeTitles

_SENTENCE = re.compile(r"[。；！？\n]")
_STOP = re.compile(r"[，。；：]|职务|的请求|，")
_BEGINS = re.compile(r"(?:同志)?(?:任命为|任(?!务|期|免)|当选为?|为)(?:新一届)?")
_ENDS = re.compile(r"(?:同志)?(?:辞去|不再担任)")
_FRONT = re.compile(r"(?:免去|免)$")
_NAMED = re.compile(r"(?:任命|选举|决定|补选|增补)(?:[^，。；]{0,12}、)?$")


class Change(NamedTuple):
    """A person comes into an office (`begins`) or leaves it, as `entry` tells."""

    key: str
    title: str
    begins: bool
    entry: str
    date: str


class _Told(NamedTuple):
    """The office that the change in front names, and where."""

    title: str
    part: int
    start: int


def changes(unit: Unit, named: Sequence[Named], titles: OfficeTitles) -> Iterator[Change]:
    """All changes that an entry tells of its persons; 薛明耀、姚逊当选市委副书记 tells of both."""
    day = unit.date or (f"{unit.year}-{unit.month:02}" if unit.month else str(unit.year))
    row: list[Named] = []
    last = _Told("", -1, 0)
    for one in named:
        text = unit.texts[one.part]
        beside = row and row[-1].part == one.part and text[row[-1].end : one.start] == "、"
        row = [*row, one] if beside else [one]
        for begins, start, shared in _verbs(text, one):
            stop = _STOP.search(text, start)
            said = text[start : stop.start() if stop else len(text)]
            same = last.part == one.part and not _SENTENCE.search(text, last.start, start)
            for title in titles.change(said, text[:start], last.title if same else ""):
                last = _Told(title, one.part, start)
                for person in row if shared else [one]:
                    yield Change(person.key, title, begins, unit.id, day)


def _verbs(text: str, one: Named) -> Iterator[tuple[bool, int, bool]]:
    """(begins, where the office's name starts, whether a row of names shares it) for a person at a place."""
    front, behind = text[: one.start], text[one.end :]
    ends = _ENDS.match(behind)
    begins = _BEGINS.match(behind)
    if _FRONT.search(front):
        yield False, one.end + (2 if behind.startswith("同志") else 0), False
    elif ends:
        yield False, one.end + ends.end(), True
    elif begins and (not begins[0].startswith("为") or _NAMED.search(front)):
        yield True, one.end + begins.end(), True
