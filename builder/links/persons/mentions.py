"""Every mention of a person in every unit, and who it is: proved names first, bare ones after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from builder.links.corpus import Unit
from builder.links.persons.find import Found, Known, strong
from builder.links.persons.grammar import Grammar
from builder.links.persons.listed import listed
from builder.links.persons.titleship import OfficeTitles
from builder.records.names import Names


class Named(NamedTuple):
    """A person named at `start:end` of text number `part`; `key` tells namesakes apart."""

    part: int
    start: int
    end: int
    name: str
    key: str
    offices: tuple[str, ...]
    rule: str
    why: str


class _Namesakes:
    """Two people with one name: a word of the entry says which."""

    def __init__(self, names: Names) -> None:
        self._known: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for one in names.persons.namesake:
            # The first word names the person in the register of ids: it stays when others are added.
            self._known.setdefault(one.name, []).append((f"{one.name}#{one.context[0]}", one.context))

    def key(self, name: str, unit: Unit) -> str:
        """The name itself, or the key of its namesake."""
        for key, context in self._known.get(name, ()):
            if any(word in unit.reading for word in context):
                return key
        return name


def find_persons(names: Names, units: Sequence[Unit], places: Sequence[str] = ()) -> dict[str, list[Named]]:
    """All mentions by unit id, in order of place. A name in a roster is proved by the roster."""
    grammar, titles, namesakes = Grammar(names, places), OfficeTitles(names), _Namesakes(names)
    proved = {unit.id: _proved(grammar, unit) for unit in units}
    counts = Counter(f.name for found in proved.values() for one in found.values() for f in one)
    known = Known(grammar, counts)
    mentions: dict[str, list[Named]] = {}
    for unit in units:
        here = {f.name for one in proved[unit.id].values() for f in one}
        mentions[unit.id] = [
            _named(titles, namesakes, unit, part, found, row)
            for part, row in _all(known, unit, proved[unit.id], here).items()
            for found in row
        ]
    return mentions


def _proved(grammar: Grammar, unit: Unit) -> dict[int, list[Found]]:
    found: dict[int, list[Found]] = {}
    item = unit.entry is not None and bool(unit.entry.named)
    lists = listed(grammar, unit.entry.label, unit.texts) if unit.entry and item else {}
    for part, text in enumerate(unit.texts):
        if part in lists:
            found[part] = _joined(lists[part], strong(grammar, text))
        elif part in unit.names:
            name = text.strip()
            if 2 <= len(name) <= 4 and all("\u3400" <= c <= "\u9fff" for c in name):
                start = text.index(name)
                found[part] = [Found(start, start + len(name), name, "person.roster", unit.names[part][1])]
        elif part not in unit.cells:
            found[part] = strong(grammar, text)
    return found


def _joined(first: list[Found], second: list[Found]) -> list[Found]:
    """What two ways found, in order; where both found something it is the first's."""
    return sorted([*first, *(s for s in second if not any(s.start < f.end and f.start < s.end for f in first))])


def _all(known: Known, unit: Unit, proved: dict[int, list[Found]], here: set[str]) -> dict[int, list[Found]]:
    """Proved and bare mentions; a bare one that touches a proved one is the same."""
    merged: dict[int, list[Found]] = {}
    for part, row in proved.items():
        kept = list(row)
        if part not in unit.names:
            bare = known.find(unit.texts[part], here)
            kept.extend(b for b in bare if not any(b.start < f.end and f.start < b.end for f in row))
        merged[part] = sorted(kept)
    return merged


def _named(titles: OfficeTitles, namesakes: _Namesakes, unit: Unit, part: int, found: Found, row: list[Found]) -> Named:
    if found.rule in ("person.roster", "person.listed"):
        offices = titles.split(found.why)
    elif found.rule == "person.colon":
        offices = titles.noted(unit.texts[part], found.end)
    else:
        before = [f for f in row if f.end <= found.start]
        offices = titles.before(unit.texts[part], found.start, before)
    key = namesakes.key(found.name, unit)
    return Named(part, found.start, found.end, found.name, key, offices, found.rule, found.why)
