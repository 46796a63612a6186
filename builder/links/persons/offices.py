"""Who held which office and when, from the entries: first and last day seen, and the change told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from builder.language.sorting import Slugs, pinyin_key, slug, stroke_key
from builder.links.corpus import Unit
from builder.links.persons.changes import Change
from builder.links.persons.mentions import Named
from builder.model.linkage import Held, Holder, Office


def day_of(unit: Unit) -> str:
    """The day of a unit for a line of time; the month where no day is given, '' for neither."""
    return unit.date or (f"{unit.year}-{unit.month:02}" if unit.month else str(unit.year or ""))


def held(
    units: Sequence[Unit], persons: Mapping[str, list[Named]], told: Iterable[Change]
) -> dict[str, dict[str, Held]]:
    """Person's key -> title -> the office as held, in the order of the first day seen."""
    found: dict[str, dict[str, Held]] = {}
    for unit in units:
        day = day_of(unit)
        if not day:
            continue
        for one in persons[unit.id]:
            for title in one.offices:
                _see(found, one.key, title, day, unit.id)
    for change in told:
        if change.begins:
            _see(found, change.key, change.title, change.date, change.entry)
        elif change.title in found.get(change.key, {}):
            last = found[change.key][change.title]
            last.last = max(last.last, change.date)
    return found


def _see(found: dict[str, dict[str, Held]], key: str, title: str, day: str, owner: str) -> None:
    mine = found.setdefault(key, {})
    if title not in mine:
        mine[title] = Held(title, day, day)
    office = mine[title]
    office.first, office.last = min(office.first, day), max(office.last, day)
    if owner not in office.entries:
        office.entries.append(owner)


def offices(
    shown: Sequence[str], by_person: Mapping[str, Mapping[str, Held]], told: Sequence[Change], ids: Mapping[str, str]
) -> list[Office]:
    """The offices of the list `shown` with their holders in the order of time."""
    slugs, found = Slugs(), list[Office]()
    for title in shown:
        holders = []
        for key, one in ((key, offices[title]) for key, offices in by_person.items() if title in offices):
            mine = [change for change in told if change.title == title and change.key == key]
            began = next((change.entry for change in mine if change.begins), None)
            ended = next((change.entry for change in mine if not change.begins), None)
            holders.append(Holder(ids[key], one.first, one.last, list(one.entries), began, ended))
        if holders:
            holders.sort(key=lambda h: (h.first, h.last, h.person))
            found.append(Office(slugs.take(slug(title)), title, pinyin_key(title), stroke_key(title), holders))
    return found
